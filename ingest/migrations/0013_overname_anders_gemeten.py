"""A goal that is taken over may be measured otherwise than the site does; then it says how."""

from django.db import migrations, models

from indicators.migrations.begin.triggers import RemoveTrigger, trigger

# What a controleur agrees to, and then stays.
INHOUD = (
    "ingetypt", "waarde", "soort_begroting", "anders", "titel", "bladzijde", "gedrukt", "adres", "vastgesteld",
    "invoerders",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("ingest", "0012_wat_iemand_aanwees")]

    operations = [
        RemoveTrigger("overname", "gecontroleerd_blijft"),
        migrations.AddField(
            model_name="overname",
            name="anders",
            field=models.CharField(
                blank=True,
                help_text="hoe dat document het anders meet; leeg: net zo als de definitie",
                max_length=300,
            ),
        ),
        trigger(
            "ingest.Overname",
            "gecontroleerd_blijft",
            "BEFORE UPDATE",
            f"IF ROW({', '.join(f'OLD.{veld}' for veld in INHOUD)}) IS DISTINCT FROM "
            f"ROW({', '.join(f'NEW.{veld}' for veld in INHOUD)}) THEN "
            "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            als="NEW.\"staat\" IN ('gepubliceerd', 'opgevolgd', 'ingetrokken')",
        ),
    ]
