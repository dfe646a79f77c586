"""Accounts and rights, what people hand in, what they are reminded of, and the queue. Eight migrations as one.

As with what is known (indicators): a database that has had those eight has had this one, and stays as it is.
"""

import uuid
from typing import Any

from django.conf import settings
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.models import CASCADE, PROTECT, CheckConstraint, F, ForeignKey, Q, UniqueConstraint
from django.utils import timezone
from pgmq.install import get_embedded_install_sql

from indicators.migrations.begin.triggers import ligt_vast, met_geschiedenis, trigger, vooruit, weiger, weiger_anders
from indicators.migrations.begin.velden import ID, PERIODEN, SOORTEN_PUBLICATIE, gelijknamig

WACHTRIJ = "doelwijzer"


def maak_wachtrij(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('pgmq.create(text)')")
        if cursor.fetchone()[0] is None:  # a database may have pgmq as an extension
            cursor.execute(get_embedded_install_sql())
        cursor.execute("SELECT pgmq.create(%s)", [WACHTRIJ])


def verwijder_wachtrij(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.drop_queue(%s)", [WACHTRIJ])


ACCOUNTS = [
    migrations.CreateModel(
        name="Account",
        fields=[
            ID,
            ("password", models.CharField("password", max_length=128)),
            ("last_login", models.DateTimeField("last login", null=True, blank=True)),
            (
                "is_superuser",
                models.BooleanField(
                    "superuser status",
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                ),
            ),
            (
                "username",
                models.CharField(
                    "username",
                    max_length=150,
                    unique=True,
                    help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                    validators=[UnicodeUsernameValidator()],
                    error_messages={"unique": "A user with that username already exists."},
                ),
            ),
            ("first_name", models.CharField("first name", max_length=150, blank=True)),
            ("last_name", models.CharField("last name", max_length=150, blank=True)),
            ("email", models.EmailField("email address", max_length=254, blank=True)),
            (
                "is_staff",
                models.BooleanField(
                    "staff status", default=False, help_text="Designates whether the user can log into this admin site."
                ),
            ),
            (
                "is_active",
                models.BooleanField(
                    "active",
                    default=True,
                    help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                ),
            ),
            ("date_joined", models.DateTimeField("date joined", default=timezone.now)),
            ("actor", models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)),
            (
                "groups",
                models.ManyToManyField(
                    "auth.group",
                    verbose_name="groups",
                    blank=True,
                    help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                    related_name="user_set",
                    related_query_name="user",
                ),
            ),
            (
                "user_permissions",
                models.ManyToManyField(
                    "auth.permission",
                    verbose_name="user permissions",
                    blank=True,
                    help_text="Specific permissions for this user.",
                    related_name="user_set",
                    related_query_name="user",
                ),
            ),
        ],
        options={"verbose_name": "user", "verbose_name_plural": "users", "abstract": False},
    ),
    migrations.CreateModel(
        name="Recht",
        fields=[
            ID,
            ("rol", models.CharField(max_length=20, choices=gelijknamig("invoerder", "controleur", "beheerder"))),
            (
                "account",
                ForeignKey(
                    settings.AUTH_USER_MODEL,
                    CASCADE,
                    to_field="actor",
                    db_column="actor",
                    related_name="rechten",
                    verbose_name="account",
                ),
            ),
            ("doelstelling", ForeignKey("indicators.doelstelling", PROTECT, null=True, blank=True, related_name="+")),
            ("indicator", ForeignKey("indicators.indicator", PROTECT, null=True, blank=True, related_name="+")),
        ],
        options={
            "verbose_name": "recht",
            "verbose_name_plural": "rechten",
            "constraints": [
                CheckConstraint(
                    condition=(
                        Q(rol="invoerder")
                        & (
                            Q(doelstelling__isnull=False, indicator__isnull=True)
                            | Q(doelstelling__isnull=True, indicator__isnull=False)
                        )
                    )
                    | Q(rol__in=["controleur", "beheerder"], doelstelling__isnull=True, indicator__isnull=True),
                    name="recht_invoerder_voor_een_ding",
                    violation_error_message="Een invoerder krijgt één doelstelling of één indicator. Een controleur en een beheerder geen van beide.",
                ),
                UniqueConstraint(
                    fields=["account", "rol", "doelstelling", "indicator"],
                    nulls_distinct=False,
                    name="recht_een_keer",
                    violation_error_message="Dit recht heeft deze persoon al.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Aanmelding",
        fields=[
            ID,
            ("actor", models.UUIDField(null=True, help_text="leeg: geen bekend account")),
            (
                "weg",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("wachtwoord", "Wachtwoord"),
                        ("gemeente", "inlog van de gemeente"),
                        ("code", "tweede factor"),
                    ],
                ),
            ),
            ("gelukt", models.BooleanField()),
            ("adres", models.GenericIPAddressField(null=True)),
            ("op", models.DateTimeField(auto_now_add=True)),
        ],
        options={"ordering": ["-op"]},
    ),
]

HERINNERINGEN = [
    migrations.CreateModel(
        name="Herinnering",
        fields=[
            ID,
            ("actor", models.UUIDField()),
            (
                "soort",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("termijn", "cijfers gevraagd"),
                        ("te laat", "cijfers te laat"),
                        ("weekoverzicht", "Weekoverzicht"),
                    ],
                ),
            ),
            ("voor", models.DateField(help_text="de termijn, of de maandag van het weekoverzicht")),
            ("gemaakt_op", models.DateTimeField(auto_now_add=True)),
            ("verzonden_op", models.DateTimeField(null=True, help_text="leeg: onderweg, of misschien verloren")),
        ],
        options={
            "ordering": ["-gemaakt_op"],
            "constraints": [UniqueConstraint(fields=["actor", "soort", "voor"], name="herinnering_een_keer")],
        },
    ),
    migrations.CreateModel(
        name="Hartslag",
        fields=[
            ("naam", models.CharField(max_length=40, primary_key=True, serialize=False)),
            ("op", models.DateTimeField()),
        ],
    ),
]

OPGAVEN = [
    migrations.CreateModel(
        name="Opgave",
        fields=[
            ID,
            ("jaar", models.PositiveSmallIntegerField()),
            ("periode", models.CharField(max_length=2, choices=PERIODEN, blank=True)),
            ("ingetypt", models.CharField(max_length=40, blank=True)),
            ("waarde", models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)),
            (
                "geen",
                models.CharField(
                    max_length=10,
                    choices=[
                        ("ongemeten", "dit jaar niet gemeten"),
                        ("nnb", "nog niet bekend"),
                        ("gestopt", "wordt niet meer gemeten"),
                        ("geheim", "wordt niet openbaar gemaakt"),
                    ],
                    blank=True,
                ),
            ),
            ("voorlopig", models.BooleanField(default=False)),
            ("bron", models.TextField(blank=True)),
            ("gemeten_op", models.DateField(null=True, blank=True)),
            ("uit_regel", models.PositiveIntegerField(null=True, blank=True)),
            ("toelichting", models.TextField(blank=True)),
            ("reden", models.TextField(blank=True, help_text="waarom een eerdere opgave anders wordt")),
            (
                "staat",
                models.CharField(
                    max_length=20,
                    choices=gelijknamig("concept", "ingediend", "teruggegeven", "gecontroleerd", "gepubliceerd"),
                    default="concept",
                ),
            ),
            ("opmerking", models.TextField(blank=True, help_text="van de controleur")),
            (
                "invoerders",
                ArrayField(models.UUIDField(), default=list, help_text="actor-id's van wie hieraan schreef"),
            ),
            ("ingediend_op", models.DateTimeField(null=True)),
            ("gecontroleerd_door", models.UUIDField(null=True, help_text="actor-id")),
            ("gecontroleerd_op", models.DateTimeField(null=True)),
            (
                "versie",
                models.PositiveIntegerField(
                    default=0, help_text="loopt op bij elke wijziging; een formulier noemt hem"
                ),
            ),
            ("definitie", ForeignKey("indicators.definitie", PROTECT, related_name="opgaven")),
            ("lezing", models.OneToOneField("indicators.lezing", PROTECT, null=True, related_name="opgave")),
            ("uit_publicatie", ForeignKey("indicators.publicatie", PROTECT, null=True, blank=True, related_name="+")),
            ("verbetert", ForeignKey("ingest.opgave", PROTECT, null=True, blank=True, related_name="verbeterd_door")),
        ],
        options={
            "constraints": [
                UniqueConstraint(
                    fields=["definitie", "jaar", "periode"],
                    condition=~Q(staat="gepubliceerd"),
                    name="opgave_een_keer_open",
                ),
                CheckConstraint(
                    condition=Q(staat="concept")
                    | Q(waarde__isnull=False, geen="")
                    | (Q(waarde__isnull=True) & ~Q(geen="")),
                    name="opgave_waarde_of_waarom_niet",
                ),
                CheckConstraint(
                    condition=Q(gecontroleerd_door__isnull=True) | ~Q(invoerders__contains=[F("gecontroleerd_door")]),
                    name="opgave_controleur_is_niet_de_invoerder",
                ),
                CheckConstraint(
                    condition=Q(staat="concept") | ~Q(invoerders=[]), name="opgave_noemt_wie_haar_invoerde"
                ),
                CheckConstraint(
                    condition=Q(staat__in=["concept", "ingediend", "teruggegeven"])
                    | Q(gecontroleerd_door__isnull=False, gecontroleerd_op__isnull=False, ingediend_op__isnull=False),
                    name="opgave_niet_zonder_controle_verder",
                ),
                CheckConstraint(
                    condition=Q(staat="gepubliceerd", lezing__isnull=False)
                    | (~Q(staat="gepubliceerd") & Q(lezing__isnull=True)),
                    name="opgave_gepubliceerd_heeft_lezing",
                ),
                CheckConstraint(
                    condition=~Q(staat="teruggegeven") | ~Q(opmerking=""), name="opgave_terug_met_opmerking"
                ),
                CheckConstraint(
                    condition=Q(verbetert__isnull=True) | Q(staat="concept") | ~Q(reden=""),
                    name="opgave_verbetering_heeft_een_reden",
                ),
                CheckConstraint(
                    condition=Q(uit_publicatie__isnull=True, uit_regel__isnull=True)
                    | Q(uit_publicatie__isnull=False, uit_regel__isnull=False),
                    name="opgave_publicatie_met_regel",
                ),
                CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="opgave_jaar_is_een_jaar"),
            ]
        },
    ),
    migrations.CreateModel(
        name="Termijn",
        fields=[
            ID,
            ("jaar", models.PositiveSmallIntegerField()),
            ("uiterlijk", models.DateField()),
            ("vrijgave_op", models.DateField(null=True, blank=True, help_text="leeg: zodra het gecontroleerd is")),
            ("indicator", ForeignKey("indicators.indicator", PROTECT, related_name="termijnen")),
        ],
        options={
            "ordering": ["jaar", "indicator"],
            "constraints": [
                UniqueConstraint(fields=["indicator", "jaar"], name="termijn_een_keer"),
                CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="termijn_jaar_is_een_jaar"),
            ],
        },
    ),
]

AANLEVERINGEN = [
    migrations.CreateModel(
        name="Aanlevering",
        fields=[
            ID,
            ("bestandsnaam", models.CharField(max_length=255)),
            ("checksum", models.CharField(max_length=64, help_text="SHA-256 van het bestand")),
            ("formaat", models.CharField(max_length=10)),
            ("grootte", models.PositiveBigIntegerField(help_text="in bytes")),
            (
                "soort",
                models.CharField(
                    max_length=20, choices=SOORTEN_PUBLICATIE, blank=True, help_text="leeg: zoals herkend"
                ),
            ),
            ("publicatie", models.CharField(max_length=40, blank=True, help_text="zoals PB 2027; leeg: zoals herkend")),
            ("aangeleverd_door", models.UUIDField(help_text="actor-id")),
            ("aangeleverd_op", models.DateTimeField(auto_now_add=True)),
            (
                "staat",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("wacht", "wacht op de lezer"),
                        ("leest", "wordt gelezen"),
                        ("verwerkt", "gelezen, de vragen worden gemaakt"),
                        ("te beoordelen", "gelezen, te beoordelen"),
                        ("publiceert", "goedgekeurd, wordt gepubliceerd"),
                        ("gepubliceerd", "gepubliceerd"),
                        ("geweigerd", "niet te lezen"),
                        ("afgebroken", "afgebroken"),
                    ],
                    default="wacht",
                ),
            ),
            ("bladzijden", models.PositiveIntegerField(null=True, help_text="leeg: nog niet bekend")),
            ("gelezen", models.PositiveIntegerField(default=0, help_text="gelezen bladzijden")),
            ("tabellen", models.PositiveIntegerField(default=0, help_text="gevonden tabellen")),
            ("reden", models.TextField(blank=True, help_text="waarom het niet te lezen of te publiceren is")),
            ("akkoord_door", models.UUIDField(null=True, help_text="actor-id van wie publiceert")),
            ("akkoord_op", models.DateTimeField(null=True)),
            ("lezing", models.OneToOneField("indicators.lezing", PROTECT, null=True, related_name="aanlevering")),
            (
                "akkoord_met",
                models.CharField(max_length=64, blank=True, help_text="vingerafdruk van wat er is goedgekeurd"),
            ),
        ],
        options={
            "ordering": ["-aangeleverd_op"],
            "constraints": [
                UniqueConstraint(
                    fields=["checksum"],
                    condition=Q(staat__in=["wacht", "leest", "verwerkt", "te beoordelen", "publiceert"]),
                    name="aanlevering_een_keer_open",
                ),
                CheckConstraint(
                    condition=Q(akkoord_door__isnull=True) | ~Q(akkoord_door=F("aangeleverd_door")),
                    name="aanlevering_akkoord_van_een_ander",
                ),
                CheckConstraint(
                    condition=Q(staat__in=["publiceert", "gepubliceerd"], akkoord_door__isnull=False)
                    | (~Q(staat__in=["publiceert", "gepubliceerd"]) & Q(akkoord_door__isnull=True)),
                    name="aanlevering_niet_zonder_akkoord_verder",
                ),
                CheckConstraint(
                    condition=Q(staat="gepubliceerd", lezing__isnull=False)
                    | (~Q(staat="gepubliceerd") & Q(lezing__isnull=True)),
                    name="aanlevering_gepubliceerd_heeft_lezing",
                ),
                CheckConstraint(condition=~Q(staat="geweigerd") | ~Q(reden=""), name="aanlevering_geweigerd_met_reden"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Uitlezing",
        fields=[
            ID,
            ("lezer_versie", models.CharField(max_length=20)),
            ("inhoud", models.JSONField()),
            ("gelezen_op", models.DateTimeField(auto_now_add=True)),
            ("aanlevering", ForeignKey("ingest.aanlevering", PROTECT, related_name="uitlezingen")),
        ],
        options={"verbose_name_plural": "uitlezingen", "ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Vraag",
        fields=[
            ID,
            ("sleutel", models.CharField(max_length=200)),
            (
                "soort",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("document", "welk document is dit?"),
                        ("gegevens", "datum en besluit"),
                        ("programma", "programma dat nog niet bekend is"),
                        ("doelstelling", "doelstelling met een nieuwe naam"),
                        ("indicator", "indicator met een nieuwe naam"),
                        ("definitie", "mogelijk anders gemeten"),
                        ("post", "post met een nieuwe naam"),
                        ("rij", "niet gelezen"),
                        ("opvallend", "opvallend"),
                        ("suggestie", "cijfer in een zin"),
                    ],
                ),
            ),
            ("tekst", models.TextField()),
            ("regel", models.PositiveIntegerField(null=True)),
            ("tot_regel", models.PositiveIntegerField(null=True)),
            ("voorstel", models.JSONField(default=dict, help_text="wat de site zelf als antwoord voorstelt")),
            ("gesteld_op", models.DateTimeField(auto_now_add=True)),
            ("vervallen_op", models.DateTimeField(null=True)),
            ("aanlevering", ForeignKey("ingest.aanlevering", PROTECT, related_name="vragen")),
        ],
        options={
            "verbose_name_plural": "vragen",
            "ordering": ["regel", "pk"],
            "constraints": [UniqueConstraint(fields=["aanlevering", "sleutel"], name="vraag_een_keer_per_aanlevering")],
        },
    ),
    migrations.CreateModel(
        name="Antwoord",
        fields=[
            ID,
            ("nummer", models.PositiveIntegerField(help_text="het hoeveelste antwoord op deze vraag")),
            ("keuze", models.CharField(max_length=20)),
            ("gegevens", models.JSONField(default=dict)),
            ("toelichting", models.TextField(blank=True)),
            ("actor", models.UUIDField()),
            ("rol", models.CharField(max_length=20)),
            ("gegeven_op", models.DateTimeField(auto_now_add=True)),
            ("vraag", ForeignKey("ingest.vraag", PROTECT, related_name="antwoorden")),
        ],
        options={
            "verbose_name_plural": "antwoorden",
            "ordering": ["vraag", "nummer"],
            "constraints": [
                UniqueConstraint(fields=["vraag", "nummer"], name="antwoord_een_keer_per_nummer"),
                CheckConstraint(condition=Q(nummer__gte=1), name="antwoord_nummers_vanaf_1"),
            ],
        },
    ),
]

# What a controleur approves of an opgave, and then stays.
INHOUD = (
    "ingetypt", "waarde", "geen", "voorlopig", "bron", "gemeten_op", "uit_publicatie_id", "uit_regel", "toelichting",
    "reden", "invoerders",
)  # fmt: skip

TRIGGERS = [
    *met_geschiedenis("ingest.Account", "id", "actor", "is_active"),
    *met_geschiedenis("ingest.Recht"),
    *met_geschiedenis("ingest.Opgave"),
    weiger("ingest.Opgave", "nooit_weg", "DELETE"),
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
    weiger_anders("ingest.Opgave", "blijft_over_hetzelfde", "definitie_id", "jaar", "periode", "verbetert_id"),
    trigger(
        "ingest.Opgave",
        "invoerders_komen_erbij",
        "BEFORE UPDATE",
        "RAISE EXCEPTION 'Who entered a figure stays known';",
        als="NOT NEW.invoerders @> OLD.invoerders",
    ),
    vooruit(
        "ingest.Opgave",
        "concept:ingediend",
        "ingediend:teruggegeven",
        "ingediend:gecontroleerd",
        "teruggegeven:ingediend",
        "gecontroleerd:teruggegeven",
        "gecontroleerd:gepubliceerd",
    ),
    *met_geschiedenis("ingest.Termijn"),
    *met_geschiedenis("ingest.Aanlevering", "id", "soort", "publicatie", "staat", "reden", "akkoord_door", "lezing_id"),
    weiger("ingest.Aanlevering", "nooit_weg", "DELETE"),
    weiger_anders(
        "ingest.Aanlevering",
        "blijft_dit_bestand",
        *("bestandsnaam", "checksum", "formaat", "grootte", "aangeleverd_door", "aangeleverd_op"),
    ),
    vooruit(
        "ingest.Aanlevering",
        "wacht:leest",
        "leest:wacht",
        "leest:verwerkt",
        "leest:geweigerd",
        "verwerkt:te beoordelen",
        "verwerkt:geweigerd",
        "te beoordelen:wacht",
        "te beoordelen:publiceert",
        "publiceert:te beoordelen",
        "publiceert:gepubliceerd",
        "wacht:afgebroken",
        "leest:afgebroken",
        "verwerkt:afgebroken",
        "te beoordelen:afgebroken",
    ),
    *ligt_vast("ingest.Uitlezing"),
    weiger("ingest.Vraag", "nooit_weg", "DELETE"),
    weiger_anders("ingest.Vraag", "blijft_deze_vraag", "aanlevering_id", "sleutel", "soort", "gesteld_op"),
    *ligt_vast("ingest.Antwoord"),
]


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("ingest", "0001_initial"),
        ("ingest", "0002_invoer"),
        ("ingest", "0003_wachtrij"),
        ("ingest", "0004_geschiedenis"),
        ("ingest", "0005_vaste_inhoud"),
        ("ingest", "0006_aanleveringen"),
        ("ingest", "0007_kwartalen"),
        ("ingest", "0008_akkoord_met"),
    ]

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("indicators", "0001_squashed_0009_wat_bekend_is"),
    ]

    operations = [
        *ACCOUNTS,
        *HERINNERINGEN,
        *OPGAVEN,
        *AANLEVERINGEN,
        *TRIGGERS,
        migrations.RunPython(maak_wachtrij, verwijder_wachtrij),
    ]
