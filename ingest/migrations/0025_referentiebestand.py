"""A reference file is a document too, and asks beside which indicator its series stand."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ingest", "0024_tabel_van_programmas"),
    ]

    operations = [
        migrations.AlterField(
            model_name="aanlevering",
            name="soort",
            field=models.CharField(
                blank=True,
                choices=[
                    ("programmabegroting", "Programmabegroting"),
                    ("jaarstukken", "Jaarstukken"),
                    ("rapportage", "Rapportage"),
                    ("kadernota", "Kadernota"),
                    ("referentie", "Referentie"),
                    ("opgave", "Opgave"),
                ],
                help_text="leeg: zoals herkend",
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="vraag",
            name="soort",
            field=models.CharField(
                choices=[
                    ("document", "welk document is dit?"),
                    ("gegevens", "datum en besluit"),
                    ("tabel", "tabel met bedragen van programma's"),
                    ("programma", "programma dat nog niet bekend is"),
                    ("doelstelling", "doelstelling met een nieuwe naam"),
                    ("indicator", "indicator met een nieuwe naam"),
                    ("definitie", "mogelijk anders gemeten"),
                    ("post", "post met een nieuwe naam"),
                    ("reeks", "reeks van anderen"),
                    ("rij", "niet gelezen"),
                    ("opvallend", "opvallend"),
                    ("suggestie", "cijfer in een zin"),
                ],
                max_length=20,
            ),
        ),
    ]
