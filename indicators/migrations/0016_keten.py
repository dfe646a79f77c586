"""Each change of the history is linked to the one before it, and says by which role of the database it was written.

Who acts, signs it; what belongs to a lezing comes with it.
"""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# Who acts, if that was signed by who has the key of the site; the site itself cannot read that here.
WIE = """
    CREATE TABLE indicators_sleutel (sleutel bytea NOT NULL);
    CREATE FUNCTION doelwijzer_wie(OUT actor uuid, OUT rol text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            geheim bytea;
            gezegd text := concat_ws('|', current_setting('doelwijzer.actor', true),
                current_setting('doelwijzer.rol', true), pg_current_xact_id()::text);
        BEGIN
            rol := '';
            SELECT sleutel INTO geheim FROM public.indicators_sleutel;
            IF current_setting('doelwijzer.handtekening', true)
                = encode(sha256(geheim || sha256(geheim || convert_to(gezegd, 'UTF8'))), 'hex')
            THEN
                actor := nullif(current_setting('doelwijzer.actor', true), '')::uuid;
                rol := current_setting('doelwijzer.rol', true);
            END IF;
        END;
    $$;
"""
# Linked one at a time: the lock is held until the transaction has ended. indicators/database/keten.py reads the same.
SCHAKEL = """
    CREATE FUNCTION doelwijzer_schakel(wijziging public.indicators_wijziging) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            vorige record;
            beeld text := jsonb_build_array(wijziging.id, wijziging.tabel, wijziging.rij, wijziging.actie, wijziging.oud,
                wijziging.nieuw, wijziging.actor, wijziging.rol, wijziging.reden,
                to_char(wijziging.op AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), wijziging.databaserol)::text;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('doelwijzer.keten'));
            SELECT nummer, keten INTO vorige FROM public.indicators_schakel ORDER BY nummer DESC LIMIT 1;
            INSERT INTO public.indicators_schakel (nummer, wijziging_id, keten) VALUES (
                coalesce(vorige.nummer, 0) + 1, wijziging.id,
                encode(sha256(convert_to(coalesce(vorige.keten, '') || beeld, 'UTF8')), 'hex')
            );
        END;
    $$;
    -- Only a change that was just written is linked, by the trigger.
    REVOKE EXECUTE ON FUNCTION doelwijzer_schakel(public.indicators_wijziging) FROM PUBLIC;
"""
# Only an owner may count tables for the planner; a publication has it done at once.
TEL = """
    CREATE FUNCTION doelwijzer_tel_tabellen() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE tabel regclass;
        BEGIN
            FOR tabel IN
                SELECT oid FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname ~ '^indicators_' ORDER BY relname
            LOOP
                EXECUTE format('ANALYZE %s', tabel);
            END LOOP;
        END;
    $$;
"""
WAT_ER_IS = """
    DO $$
        DECLARE wijziging public.indicators_wijziging;
        BEGIN
            FOR wijziging IN SELECT * FROM public.indicators_wijziging ORDER BY id LOOP
                PERFORM public.doelwijzer_schakel(wijziging);
            END LOOP;
        END;
    $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0015_soort_prognose"),
    ]

    operations = [
        migrations.CreateModel(
            name="Schakel",
            fields=[
                (
                    "nummer",
                    models.PositiveBigIntegerField(
                        help_text="zonder gaten, vanaf 1", primary_key=True, serialize=False
                    ),
                ),
                ("keten", models.CharField(help_text="SHA-256 van de vorige en van deze wijziging", max_length=64)),
            ],
            options={
                "verbose_name_plural": "schakels",
            },
        ),
        migrations.RunSQL(WIE, "DROP FUNCTION doelwijzer_wie; DROP TABLE indicators_sleutel"),
        pgtrigger.migrations.RemoveTrigger(
            model_name="lezing",
            name="nooit_anders",
        ),
        migrations.AddField(
            model_name="lezing",
            name="databaserol",
            field=models.CharField(blank=True, db_default="", help_text="zet de database", max_length=63),
        ),
        migrations.AddField(
            model_name="wijziging",
            name="databaserol",
            field=models.CharField(blank=True, db_default="", help_text="leeg: van eerder", max_length=63),
        ),
        migrations.RunSQL(SCHAKEL, "DROP FUNCTION doelwijzer_schakel"),
        migrations.RunSQL(TEL, "DROP FUNCTION doelwijzer_tel_tabellen"),
        migrations.AlterField(
            model_name="lezing",
            name="gelezen_op",
            field=models.DateTimeField(auto_now_add=True, help_text="zet de database"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bedrag",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = (SELECT passage.lezing_id FROM public.indicators_passage passage WHERE passage.id = NEW.passage_id) AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="45de2e2565969f47b4389dd1c3cfec05a762a66f",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_c1986",
                    table="indicators_bedrag",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bevinding",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = NEW.lezing_id AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="34a1db09f0a6e5cfd717637f220698f308ad4ebc",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_8b85b",
                    table="indicators_bevinding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gelezen_door IS DISTINCT FROM OLD.gelezen_door AND NEW.gelezen_door IS NOT NULL) OR (NEW.gezien_door IS DISTINCT FROM OLD.gezien_door AND NEW.gezien_door IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gelezen_door IS DISTINCT FROM OLD.gelezen_door AND NEW.gelezen_door <> wie.actor) OR (NEW.gezien_door IS DISTINCT FROM OLD.gezien_door AND NEW.gezien_door <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="775291769635a7ecf1da6c6ab3339bc864777e20",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_b46b6",
                    table="indicators_duiding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="intrekking",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="6da98bd4458d9e3642bd5c051fb5b3f17939fa3b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_7c05e",
                    table="indicators_intrekking",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lezing",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."publicatie_id" IS DISTINCT FROM (NEW."publicatie_id") OR OLD."bestandsnaam" IS DISTINCT FROM (NEW."bestandsnaam") OR OLD."checksum" IS DISTINCT FROM (NEW."checksum") OR OLD."druk" IS DISTINCT FROM (NEW."druk") OR OLD."lezer_versie" IS DISTINCT FROM (NEW."lezer_versie") OR OLD."structuur_versie" IS DISTINCT FROM (NEW."structuur_versie") OR OLD."uitvoer" IS DISTINCT FROM (NEW."uitvoer") OR OLD."weg" IS DISTINCT FROM (NEW."weg") OR OLD."gepubliceerd_door" IS DISTINCT FROM (NEW."gepubliceerd_door") OR OLD."gelezen_op" IS DISTINCT FROM (NEW."gelezen_op") OR OLD."databaserol" IS DISTINCT FROM (NEW."databaserol"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4445c0f5c4ac0b13baea5e53d61d7af84b98c536",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_a9c9a",
                    table="indicators_lezing",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lezing",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gepubliceerd_door IS DISTINCT FROM OLD.gepubliceerd_door AND NEW.gepubliceerd_door IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gepubliceerd_door IS DISTINCT FROM OLD.gepubliceerd_door AND NEW.gepubliceerd_door <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="a44a9d6445f52261a721b2090b458b38d1082c5e",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_3841f",
                    table="indicators_lezing",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="lezing",
            trigger=pgtrigger.compiler.Trigger(
                name="stempel",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    NEW.gelezen_op = now();\n                    NEW.databaserol = session_user;\n                    RETURN NEW;\n                ",
                    hash="3e2ff17f7020be93cd8c17b4b1af3ee3ed1bb4b5",
                    operation="INSERT",
                    pgid="pgtrigger_stempel_5d08a",
                    table="indicators_lezing",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="passage",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = NEW.lezing_id AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="421c9c93e883177cc71ed7ecb05968b337a393ee",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_e8ab9",
                    table="indicators_passage",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tekst",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = NEW.lezing_id AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="6527b9887ed8a475c453384710e42cbd322ba433",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_082dd",
                    table="indicators_tekst",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vermelding",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = (SELECT passage.lezing_id FROM public.indicators_passage passage WHERE passage.id = NEW.passage_id) AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="3f3d6629ff527444e072f67f48a6dc02fd72246f",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_608ba",
                    table="indicators_vermelding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijziging",
            trigger=pgtrigger.compiler.Trigger(
                name="stempel",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    NEW.op = clock_timestamp();\n                    NEW.databaserol = session_user;\n                    SELECT wie.actor, wie.rol INTO NEW.actor, NEW.rol FROM public.doelwijzer_wie() wie;\n                    RETURN NEW;\n                ",
                    hash="581bdf66c75cfef2f5a9ac8777bfd8180fa91469",
                    operation="INSERT",
                    pgid="pgtrigger_stempel_29ffd",
                    table="indicators_wijziging",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijziging",
            trigger=pgtrigger.compiler.Trigger(
                name="schakel",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="PERFORM public.doelwijzer_schakel(NEW); RETURN NULL;",
                    hash="4b064c63340c22fb874879928be307ec138af320",
                    operation="INSERT",
                    pgid="pgtrigger_schakel_a5306",
                    table="indicators_wijziging",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="schakel",
            name="wijziging",
            field=models.OneToOneField(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="schakel",
                to="indicators.wijziging",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schakel",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="16114e0616d6e7c4444ab8984e875e1398baa0ac",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_85b0d",
                    table="indicators_schakel",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schakel",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="f135cfe7797e3d950eef09cc1a995dfc3be50834",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_b0608",
                    table="indicators_schakel",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="schakel",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8f6457ca1e45909edad6d5dc5836ca70e4819d22",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_14371",
                    table="indicators_schakel",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(WAT_ER_IS, ""),
    ]
