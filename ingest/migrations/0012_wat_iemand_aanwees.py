"""What somebody points out in a workbook of their own is remembered for the next year."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0011_overgenomen_doelen")]

    operations = [
        migrations.CreateModel(
            name="Aanwijzing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "soort",
                    models.CharField(
                        choices=[("blad", "Blad"), ("kolom", "Kolom"), ("naam", "Naam")],
                        max_length=10,
                    ),
                ),
                (
                    "tekst",
                    models.CharField(
                        help_text="de naam van het blad, de kop zonder jaar, of de eigen naam", max_length=300
                    ),
                ),
                (
                    "betekenis",
                    models.CharField(
                        blank=True,
                        help_text="van een kolom haar soort, van een naam de definitie; leeg: niet gebruiken",
                        max_length=80,
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aanwijzingen",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aanwijzingen",
                "constraints": [
                    models.UniqueConstraint(fields=("account", "soort", "tekst"), name="aanwijzing_een_keer")
                ],
            },
        ),
    ]
