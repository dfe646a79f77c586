"""A goal of an edition that is not on the site is taken over by one person, and agreed to by another."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

from indicators.migrations.begin.triggers import met_geschiedenis, trigger, vooruit, weiger, weiger_anders

# What a controleur agrees to, and then stays.
INHOUD = (
    "ingetypt", "waarde", "soort_begroting", "titel", "bladzijde", "gedrukt", "adres", "vastgesteld", "invoerders",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0014_opvolging_eindigt"),
        ("ingest", "0010_opgave_staat_in_een_passage"),
    ]

    operations = [
        migrations.CreateModel(
            name="Overname",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("editie", models.PositiveSmallIntegerField(help_text="het jaar van de begroting: 2024 is PB 2024")),
                ("jaar", models.PositiveSmallIntegerField(help_text="waarvoor het doel gold")),
                ("ingetypt", models.CharField(max_length=40)),
                ("waarde", models.DecimalField(decimal_places=6, max_digits=20)),
                (
                    "soort_begroting",
                    models.CharField(
                        choices=[
                            ("streefwaarde", "Streefwaarde"),
                            ("raming", "Raming"),
                            ("aanname", "Aanname"),
                            ("kengetal", "Kengetal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("bladzijde", models.PositiveSmallIntegerField()),
                ("gedrukt", models.CharField(help_text="de regel zoals gedrukt", max_length=300)),
                ("adres", models.URLField(blank=True, max_length=500)),
                ("vastgesteld", models.BooleanField(help_text="door de raad; anders is het een voorstel")),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("voorgelegd", "wacht op controle"),
                            ("teruggegeven", "Teruggegeven"),
                            ("gepubliceerd", "op de site"),
                            ("opgevolgd", "opgevolgd door het document zelf"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="voorgelegd",
                        max_length=20,
                    ),
                ),
                (
                    "opmerking",
                    models.TextField(
                        blank=True, help_text="van de controleur: waarom het terugging, of is ingetrokken"
                    ),
                ),
                (
                    "invoerders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(),
                        default=list,
                        help_text="actor-id's van wie hieraan schreef",
                        size=None,
                    ),
                ),
                ("voorgelegd_op", models.DateTimeField()),
                ("gecontroleerd_door", models.UUIDField(help_text="actor-id", null=True)),
                (
                    "versie",
                    models.PositiveIntegerField(
                        default=1, help_text="loopt op bij elke wijziging; een formulier noemt hem"
                    ),
                ),
                (
                    "definitie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="overnames", to="indicators.definitie"
                    ),
                ),
                (
                    "lezing",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overname",
                        to="indicators.lezing",
                    ),
                ),
            ],
            options={
                "ordering": ["editie", "jaar", "definitie"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staat__in", ("voorgelegd", "teruggegeven", "gepubliceerd"))),
                        fields=("definitie", "editie", "jaar"),
                        name="overname_een_keer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("jaar__gte", models.F("editie")),
                            (
                                "jaar__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("editie"), "+", models.Value(3)
                                ),
                            ),
                        ),
                        name="overname_jaar_van_de_begroting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("editie__range", (1990, 2200))), name="overname_editie_is_een_jaar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bladzijde__gte", 1),
                            models.Q(("gedrukt", ""), _negated=True),
                            models.Q(("titel", ""), _negated=True),
                            models.Q(("ingetypt", ""), _negated=True),
                        ),
                        name="overname_noemt_haar_plaats",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort_begroting__in", ["streefwaarde", "raming", "aanname", "kengetal"])),
                        name="overname_soort_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("invoerders", []), _negated=True), name="overname_noemt_wie_haar_invoerde"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gecontroleerd_door__isnull", True),
                            models.Q(("invoerders__contains", [models.F("gecontroleerd_door")]), _negated=True),
                            _connector="OR",
                        ),
                        name="overname_controleur_is_niet_de_invoerder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gecontroleerd_door__isnull", False),
                                ("lezing__isnull", False),
                                ("staat__in", ("gepubliceerd", "opgevolgd", "ingetrokken")),
                            ),
                            models.Q(
                                models.Q(("staat__in", ("gepubliceerd", "opgevolgd", "ingetrokken")), _negated=True),
                                ("lezing__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="overname_niet_zonder_controle_verder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("staat__in", ["teruggegeven", "ingetrokken"]), _negated=True),
                            models.Q(("opmerking", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="overname_terug_met_opmerking",
                    ),
                ],
            },
        ),
        *met_geschiedenis("ingest.Overname"),
        weiger("ingest.Overname", "nooit_weg", "DELETE"),
        weiger_anders("ingest.Overname", "blijft_over_hetzelfde", "definitie_id", "editie", "jaar"),
        trigger(
            "ingest.Overname",
            "gecontroleerd_blijft",
            "BEFORE UPDATE",
            f"IF ROW({', '.join(f'OLD.{veld}' for veld in INHOUD)}) IS DISTINCT FROM "
            f"ROW({', '.join(f'NEW.{veld}' for veld in INHOUD)}) THEN "
            "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            als="NEW.\"staat\" IN ('gepubliceerd', 'opgevolgd', 'ingetrokken')",
        ),
        vooruit(
            "ingest.Overname",
            "voorgelegd:teruggegeven",
            "voorgelegd:gepubliceerd",
            "teruggegeven:voorgelegd",
            "gepubliceerd:opgevolgd",
            "gepubliceerd:ingetrokken",
        ),
    ]
