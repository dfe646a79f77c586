"""What the municipality expects of a figure that is not there yet, agreed to by two people; public when one says so."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from indicators.migrations.begin.triggers import met_geschiedenis, trigger, vooruit, weiger, weiger_anders

# What a controleur agrees to, and then stays.
INHOUD = ("ingetypt", "waarde", "toelichting", "voorgelegd_op", "invoerders")


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0015_soort_prognose"),
        ("ingest", "0018_bekend_vanaf"),
    ]

    operations = [
        migrations.CreateModel(
            name="Prognose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jaar", models.PositiveSmallIntegerField()),
                (
                    "periode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("H1", "eerste halfjaar"),
                            ("H2", "tweede halfjaar"),
                            ("Q1", "eerste kwartaal"),
                            ("Q2", "tweede kwartaal"),
                            ("Q3", "derde kwartaal"),
                            ("Q4", "vierde kwartaal"),
                        ],
                        max_length=2,
                    ),
                ),
                ("ingetypt", models.CharField(max_length=40)),
                ("waarde", models.DecimalField(decimal_places=6, max_digits=20)),
                ("toelichting", models.TextField(help_text="waar het op rust")),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("voorgelegd", "wacht op controle"),
                            ("teruggegeven", "teruggegeven"),
                            ("goedgekeurd", "goedgekeurd"),
                            ("opgevolgd", "opgevolgd door een nieuwe prognose of door het cijfer zelf"),
                            ("ingetrokken", "ingetrokken"),
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
                        default=0, help_text="loopt op bij elke wijziging; een formulier noemt hem"
                    ),
                ),
                (
                    "definitie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="prognoses", to="indicators.definitie"
                    ),
                ),
                (
                    "lezing",
                    models.OneToOneField(
                        help_text="leeg: was nooit openbaar",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prognose",
                        to="indicators.lezing",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staat__in", ("voorgelegd", "teruggegeven"))),
                        fields=("definitie", "jaar", "periode"),
                        name="prognose_een_keer_open",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("staat", "goedgekeurd")),
                        fields=("definitie", "jaar", "periode"),
                        name="prognose_een_keer_goedgekeurd",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ingetypt", ""), _negated=True), models.Q(("toelichting", ""), _negated=True)
                        ),
                        name="prognose_zegt_waar_ze_op_rust",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("invoerders", []), _negated=True), name="prognose_noemt_wie_haar_invoerde"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gecontroleerd_door__isnull", True),
                            models.Q(("invoerders__contains", [models.F("gecontroleerd_door")]), _negated=True),
                            _connector="OR",
                        ),
                        name="prognose_controleur_is_niet_de_invoerder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gecontroleerd_door__isnull", False),
                            models.Q(
                                ("lezing__isnull", True), ("staat__in", ["voorgelegd", "teruggegeven", "opgevolgd"])
                            ),
                            _connector="OR",
                        ),
                        name="prognose_niet_zonder_controle_verder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("staat__in", ["teruggegeven", "ingetrokken"]), _negated=True),
                            models.Q(("opmerking", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="prognose_terug_met_opmerking",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jaar__range", (1900, 2200))), name="prognose_jaar_is_een_jaar"
                    ),
                ],
            },
        ),
        *met_geschiedenis("ingest.Prognose"),
        weiger("ingest.Prognose", "nooit_weg", "DELETE"),
        weiger_anders("ingest.Prognose", "blijft_over_hetzelfde", "definitie_id", "jaar", "periode"),
        trigger(
            "ingest.Prognose",
            "gecontroleerd_blijft",
            "BEFORE UPDATE",
            f"IF ROW({', '.join(f'OLD.{veld}' for veld in INHOUD)}) IS DISTINCT FROM "
            f"ROW({', '.join(f'NEW.{veld}' for veld in INHOUD)}) THEN "
            "RAISE EXCEPTION 'What was checked is published as it was checked'; END IF; RETURN NEW;",
            als="NEW.\"staat\" IN ('goedgekeurd', 'opgevolgd', 'ingetrokken')",
        ),
        vooruit(
            "ingest.Prognose",
            "voorgelegd:teruggegeven",
            "voorgelegd:goedgekeurd",
            "voorgelegd:opgevolgd",
            "teruggegeven:voorgelegd",
            "teruggegeven:opgevolgd",
            "goedgekeurd:opgevolgd",
            "goedgekeurd:ingetrokken",
        ),
    ]
