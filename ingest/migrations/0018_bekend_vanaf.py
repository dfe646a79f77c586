"""Who says that a figure is not known yet also says from when it is; from then on it is asked again."""

from django.db import migrations, models

from indicators.migrations.begin.triggers import RemoveTrigger, trigger

# What a controleur approves of an opgave, and then stays.
INHOUD = (
    "ingetypt", "waarde", "geen", "bekend_vanaf", "voorlopig", "bron", "gemeten_op", "uit_aanhaling_id", "toelichting",
    "reden", "invoerders",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("ingest", "0017_herinnering_van_controleur")]

    operations = [
        RemoveTrigger("opgave", "gecontroleerd_blijft"),
        migrations.AddField(
            "opgave",
            "bekend_vanaf",
            models.DateField(blank=True, help_text="vanaf dan wordt “nog niet bekend” weer gevraagd", null=True),
        ),
        migrations.AddConstraint(
            "opgave",
            models.CheckConstraint(
                condition=models.Q(("bekend_vanaf__isnull", True), ("geen", "nnb"), _connector="OR"),
                name="opgave_bekend_vanaf_van_nog_niet_bekend",
            ),
        ),
        trigger(
            "ingest.Opgave",
            "gecontroleerd_blijft",
            "BEFORE UPDATE",
            f"IF ROW({', '.join(f'OLD.{veld}' for veld in INHOUD)}) IS DISTINCT FROM "
            f"ROW({', '.join(f'NEW.{veld}' for veld in INHOUD)}) THEN "
            "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            als="NEW.\"staat\" IN ('gecontroleerd', 'gepubliceerd') AND OLD.\"staat\" = 'gecontroleerd'",
        ),
    ]
