"""What makes a figure is agreed to by another than who gave the answer."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ingest", "0020_eigen_naam"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instemming",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("actor", models.UUIDField()),
                ("op", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "instemmingen",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="aanlevering",
            trigger=pgtrigger.compiler.Trigger(
                name="antwoorden_nagekeken",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."akkoord_door" IS NOT NULL AND OLD."akkoord_door" IS NULL)',
                    func="\n    IF EXISTS (\n        SELECT FROM ingest_antwoord antwoord JOIN ingest_vraag vraag ON vraag.id = antwoord.vraag_id\n        WHERE vraag.aanlevering_id = NEW.id AND antwoord.actor = NEW.akkoord_door AND antwoord.keuze IN ('overtypen', 'overnemen', 'bestaande', 'nieuw', 'anders', 'doelen anders')\n            AND NOT EXISTS (\n                SELECT FROM ingest_antwoord later WHERE later.vraag_id = vraag.id AND later.nummer > antwoord.nummer\n            )\n            AND NOT EXISTS (SELECT FROM ingest_instemming instemming WHERE instemming.antwoord_id = antwoord.id)\n    ) THEN\n        RAISE EXCEPTION 'Who publishes has answers of their own that nobody else agreed to';\n    END IF;\n    RETURN NEW;\n",
                    hash="a4bafa0805944a266d0ffd56d968e3131e8a6bb8",
                    operation="UPDATE",
                    pgid="pgtrigger_antwoorden_nagekeken_04067",
                    table="ingest_aanlevering",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddField(
            model_name="instemming",
            name="antwoord",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="instemming", to="ingest.antwoord"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instemming",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="f80ea09340874a5647e4af80f5c344767cea5fcf",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_3f7fb",
                    table="ingest_instemming",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instemming",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="1705eca154d081c25017ee4b48ff9e78401de2cd",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_36a56",
                    table="ingest_instemming",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instemming",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0b82656cf9b26aa2e92a2cb075d2653b24eebc3a",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_ff2be",
                    table="ingest_instemming",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instemming",
            trigger=pgtrigger.compiler.Trigger(
                name="eigen_naam",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE wie record;",
                    func="\n    IF (NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor IS NOT NULL) THEN\n        SELECT * INTO wie FROM public.doelwijzer_wie();\n        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ((NEW.actor IS DISTINCT FROM OLD.actor AND NEW.actor <> wie.actor))) THEN\n            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                    hash="92e5e4729f279cefcd27589568d2b814d7c83a31",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_eigen_naam_d96e4",
                    table="ingest_instemming",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="instemming",
            trigger=pgtrigger.compiler.Trigger(
                name="van_een_ander",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.actor = (SELECT antwoord.actor FROM ingest_antwoord antwoord WHERE id = NEW.antwoord_id) THEN\n                        RAISE EXCEPTION 'Nobody agrees to an answer of their own';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="5860392ecbdf2d2a6a5ea182da7163e3716d8064",
                    operation="INSERT",
                    pgid="pgtrigger_van_een_ander_b9f48",
                    table="ingest_instemming",
                    when="BEFORE",
                ),
            ),
        ),
    ]
