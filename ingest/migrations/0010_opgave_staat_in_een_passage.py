"""Where a figure that was entered stands in a document is a passage, known by its words, and no longer a line number."""

from typing import Any

from django.db import migrations, models

from indicators.migrations.begin.triggers import RemoveTrigger, trigger, weiger

# What a controleur approves of an opgave, and then stays.
INHOUD = (
    "ingetypt", "waarde", "geen", "voorlopig", "bron", "gemeten_op", "uit_aanhaling_id", "toelichting", "reden",
    "invoerders",
)  # fmt: skip


def met_aanhaling(apps: Any, schema_editor: Any) -> None:
    """It is on that line of what is on the site."""
    aanhalingen, lezingen, vindplaatsen = (
        apps.get_model("indicators", naam) for naam in ("Aanhaling", "Lezing", "Vindplaats")
    )
    for opgave in apps.get_model("ingest", "Opgave").objects.exclude(uit_publicatie=None):
        opgave.uit_aanhaling = aanhalingen.objects.create(publicatie_id=opgave.uit_publicatie_id)
        opgave.save(update_fields=["uit_aanhaling"])
        lezing = lezingen.objects.filter(publicatie_id=opgave.uit_publicatie_id, staat="gepubliceerd").first()
        if lezing:
            vindplaatsen.objects.create(
                aanhaling=opgave.uit_aanhaling, lezing=lezing, van_regel=opgave.uit_regel, tot_regel=opgave.uit_regel
            )
    # what waits for the end of the transaction stands in the way of a change of the table
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0013_post_heeft_een_rol"),
        ("ingest", "0009_griffier"),
    ]

    operations = [
        RemoveTrigger("opgave", "gepubliceerd_blijft"),
        RemoveTrigger("opgave", "gecontroleerd_blijft"),
        migrations.RemoveConstraint("opgave", "opgave_publicatie_met_regel"),
        migrations.AddField(
            "opgave",
            "uit_aanhaling",
            models.ForeignKey("indicators.aanhaling", models.PROTECT, null=True, blank=True, related_name="+"),
        ),
        migrations.RunPython(met_aanhaling),
        migrations.RemoveField("opgave", "uit_publicatie"),
        migrations.RemoveField("opgave", "uit_regel"),
        weiger("ingest.Opgave", "gepubliceerd_blijft", "UPDATE", "OLD.\"staat\" = 'gepubliceerd'"),
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
