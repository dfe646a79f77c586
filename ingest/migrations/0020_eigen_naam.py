"""Nobody acts in the name of another; the head of the history is mailed."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

# At the end of the transaction, for what was agreed to is published before it names its lezing; and a draft is tried in
# one that does not stay (decision 10).
MET_AKKOORD = """
    CREATE FUNCTION doelwijzer_met_akkoord() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF NEW.gepubliceerd_door IS NULL OR NOT EXISTS (
                SELECT FROM public.ingest_aanlevering WHERE lezing_id = NEW.id
                UNION ALL SELECT FROM public.ingest_opgave WHERE lezing_id = NEW.id
                UNION ALL SELECT FROM public.ingest_overname WHERE lezing_id = NEW.id
                UNION ALL SELECT FROM public.ingest_geldovername WHERE lezing_id = NEW.id
                UNION ALL SELECT FROM public.ingest_prognose WHERE lezing_id = NEW.id
            ) THEN
                RAISE EXCEPTION 'Nobody agreed to what this lezing publishes';
            END IF;
            RETURN NULL;
        END;
    $$;
    CREATE CONSTRAINT TRIGGER lezing_met_akkoord AFTER INSERT ON indicators_lezing
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.weg <> 'opdrachtregel')
    EXECUTE FUNCTION doelwijzer_met_akkoord();
"""
GEEN_AKKOORD = """
    DROP TRIGGER lezing_met_akkoord ON indicators_lezing;
    DROP FUNCTION doelwijzer_met_akkoord;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("ingest", "0019_prognose"),
    ]

    operations = [
        migrations.RunSQL(MET_AKKOORD, GEEN_AKKOORD),
        pgtrigger.migrations.AddTrigger(
            model_name="aanlevering",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.aangeleverd_door IS DISTINCT FROM OLD.aangeleverd_door AND NEW.aangeleverd_door IS NOT NULL) OR (NEW.akkoord_door IS DISTINCT FROM OLD.akkoord_door AND NEW.akkoord_door IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.aangeleverd_door IS DISTINCT FROM OLD.aangeleverd_door AND NEW.aangeleverd_door <> wie.actor) OR (NEW.akkoord_door IS DISTINCT FROM OLD.akkoord_door AND NEW.akkoord_door <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="b3b4f0033c9d945f49305ffd3a899a1a97c9376e",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_ec845",
                    table="ingest_aanlevering",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="antwoord",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="20ff123f5342e0af313e5069eac9f87b5c054ea9",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_69bd6",
                    table="ingest_antwoord",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="geldovername",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door IS NOT NULL) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders)) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door <> wie.actor) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders) EXCEPT SELECT wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="6c32b05f23f761f8f8063d0715a5e069ab010fed",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_b5241",
                    table="ingest_geldovername",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opgave",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door IS NOT NULL) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders)) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door <> wie.actor) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders) EXCEPT SELECT wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="17a66a238579e45facd3d575545c6c59371815e2",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_b7196",
                    table="ingest_opgave",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overname",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door IS NOT NULL) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders)) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door <> wie.actor) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders) EXCEPT SELECT wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="b276ae3f8c42ce66dc2e2ec35754a2c78cab9982",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_f30c2",
                    table="ingest_overname",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="prognose",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door IS NOT NULL) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders)) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.gecontroleerd_door IS DISTINCT FROM OLD.gecontroleerd_door AND NEW.gecontroleerd_door <> wie.actor) OR EXISTS (SELECT unnest(NEW.invoerders) EXCEPT SELECT unnest(OLD.invoerders) EXCEPT SELECT wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="479101d27c3161cb8d84129452e4eb170c097d4f",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_81da6",
                    table="ingest_prognose",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AlterField(
            model_name="herinnering",
            name="soort",
            field=models.CharField(
                choices=[
                    ("termijn", "cijfers gevraagd"),
                    ("te laat", "cijfers te laat"),
                    ("van controleur", "herinnering van een controleur"),
                    ("weekoverzicht", "Weekoverzicht"),
                    ("geschiedenis", "kop van de geschiedenis"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="herinnering",
            name="voor",
            field=models.DateField(
                help_text="termijn, maandag van het weekoverzicht, of dag waarop een controleur of de site haar stuurde"
            ),
        ),
    ]
