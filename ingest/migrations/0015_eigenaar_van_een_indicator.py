"""An indicator has an owner, who is asked for its figure, and a deputy."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from indicators.migrations.begin.triggers import met_geschiedenis


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0014_opvolging_eindigt"),
        ("ingest", "0014_geldovername"),
    ]

    operations = [
        migrations.CreateModel(
            name="Eigenaar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "account",
                    models.ForeignKey(
                        db_column="actor",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        to_field="actor",
                        verbose_name="eigenaar",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="indicators.indicator"
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        to_field="actor",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "eigenaren",
                "ordering": ["indicator"],
                "constraints": [
                    models.UniqueConstraint(fields=("indicator",), name="eigenaar_een_keer"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervanger__isnull", True),
                            models.Q(("vervanger", models.F("account")), _negated=True),
                            _connector="OR",
                        ),
                        name="eigenaar_vervangt_zichzelf_niet",
                    ),
                ],
            },
        ),
        *met_geschiedenis("ingest.Eigenaar"),
    ]
