"""What a doelstelling cost, taken over from jaarstukken that are not on the site by one, and agreed to by another."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from indicators.migrations.begin.triggers import met_geschiedenis, trigger, vooruit, weiger, weiger_anders

# What a controleur agrees to, and then stays.
INHOUD = (
    "ingetypt", "bedrag", "schaal", "titel", "bladzijde", "gedrukt", "adres", "vastgesteld", "invoerders",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0014_opvolging_eindigt"),
        ("ingest", "0013_overname_anders_gemeten"),
    ]

    operations = [
        migrations.AlterField(
            model_name="overname",
            name="lezing",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s",
                to="indicators.lezing",
            ),
        ),
        migrations.CreateModel(
            name="Geldovername",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ingetypt", models.CharField(max_length=40)),
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
                    "stand",
                    models.CharField(
                        choices=[("rekening", "rekening"), ("na wijziging", "begroting na wijziging")], max_length=20
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField(help_text="van de jaarstukken")),
                (
                    "bedrag",
                    models.DecimalField(
                        decimal_places=2, help_text="in euro, wat het netto kost is negatief", max_digits=16
                    ),
                ),
                ("schaal", models.PositiveIntegerField(help_text="1000: bedragen x € 1.000")),
                (
                    "doelstelling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overnames",
                        to="indicators.doelstelling",
                    ),
                ),
                (
                    "lezing",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)s",
                        to="indicators.lezing",
                    ),
                ),
            ],
            options={
                "ordering": ["jaar", "doelstelling", "stand"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staat__in", ("voorgelegd", "teruggegeven", "gepubliceerd"))),
                        fields=("doelstelling", "stand", "jaar"),
                        name="geldovername_een_keer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jaar__range", (1990, 2200))), name="geldovername_jaar_is_een_jaar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stand__in", ["rekening", "na wijziging"])),
                        name="geldovername_stand_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schaal__in", (1, 1000))), name="geldovername_schaal_bekend"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bladzijde__gte", 1),
                            models.Q(("gedrukt", ""), _negated=True),
                            models.Q(("titel", ""), _negated=True),
                            models.Q(("ingetypt", ""), _negated=True),
                        ),
                        name="geldovername_noemt_haar_plaats",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("invoerders", []), _negated=True),
                        name="geldovername_noemt_wie_haar_invoerde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gecontroleerd_door__isnull", True),
                            models.Q(("invoerders__contains", [models.F("gecontroleerd_door")]), _negated=True),
                            _connector="OR",
                        ),
                        name="geldovername_controleur_is_niet_de_invoerder",
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
                        name="geldovername_niet_zonder_controle_verder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("staat__in", ["teruggegeven", "ingetrokken"]), _negated=True),
                            models.Q(("opmerking", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="geldovername_terug_met_opmerking",
                    ),
                ],
            },
        ),
        *met_geschiedenis("ingest.Geldovername"),
        weiger("ingest.Geldovername", "nooit_weg", "DELETE"),
        weiger_anders("ingest.Geldovername", "blijft_over_hetzelfde", "doelstelling_id", "stand", "jaar"),
        trigger(
            "ingest.Geldovername",
            "gecontroleerd_blijft",
            "BEFORE UPDATE",
            f"IF ROW({', '.join(f'OLD.{veld}' for veld in INHOUD)}) IS DISTINCT FROM "
            f"ROW({', '.join(f'NEW.{veld}' for veld in INHOUD)}) THEN "
            "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            als="NEW.\"staat\" IN ('gepubliceerd', 'opgevolgd', 'ingetrokken')",
        ),
        vooruit(
            "ingest.Geldovername",
            "voorgelegd:teruggegeven",
            "voorgelegd:gepubliceerd",
            "teruggegeven:voorgelegd",
            "gepubliceerd:opgevolgd",
            "gepubliceerd:ingetrokken",
        ),
    ]
