"""What is known: the structure, the sources, the figures, the money and the history. Nine migrations as one.

For a database that has had those nine, Django writes down that it has had this one (`replaces`) and changes nothing;
that is why the columns stand in the order in which they once came. One that stopped among the nine is refused.
"""

from django.db import migrations, models
from django.db.models import PROTECT, CheckConstraint, F, ForeignKey, Q, UniqueConstraint

from indicators.migrations.begin.triggers import (
    ligt_vast,
    ligt_vast_behalve,
    met_geschiedenis,
    trigger,
    vooruit,
    weiger,
    weiger_anders,
)
from indicators.migrations.begin.velden import ID, PERIODEN, SOORTEN_PUBLICATIE, gelijknamig
from indicators.models.geschiedenis import ExactDecoder  # Django compares the decoder of a field as well

# With Publicatie, because every name and every breuk is of one.
STRUCTUUR = [
    migrations.CreateModel(
        name="Programma",
        fields=[ID, ("code", models.CharField(max_length=10, unique=True)), ("naam", models.CharField(max_length=200))],
        options={"verbose_name_plural": "programma's"},
    ),
    migrations.CreateModel(
        name="Doelstelling",
        fields=[
            ID,
            ("code", models.CharField(max_length=10, unique=True)),
            ("naam", models.CharField(max_length=300)),
            ("volgorde", models.PositiveIntegerField()),
            ("programma", ForeignKey("indicators.programma", PROTECT, related_name="doelstellingen")),
        ],
        options={"verbose_name_plural": "doelstellingen", "ordering": ["volgorde"]},
    ),
    migrations.CreateModel(
        name="Indicator",
        fields=[
            ID,
            ("slug", models.SlugField(max_length=80, unique=True)),
            ("naam", models.CharField(max_length=300)),
            ("volgorde", models.PositiveIntegerField()),
            (
                "doelstelling",
                ForeignKey("indicators.doelstelling", PROTECT, null=True, blank=True, related_name="indicatoren"),
            ),
            (
                "aard",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("indicator", "indicator van de begroting"),
                        ("context", "cijfer dat een indicator uitlegt"),
                        ("referentie", "cijfer om mee te vergelijken"),
                    ],
                    default="indicator",
                    db_default="indicator",
                ),
            ),
            ("hoort_bij", ForeignKey("indicators.indicator", PROTECT, null=True, blank=True, related_name="erbij")),
        ],
        options={
            "verbose_name_plural": "indicatoren",
            "ordering": ["doelstelling__volgorde", "volgorde"],
            "constraints": [
                CheckConstraint(
                    condition=Q(doelstelling__isnull=False) | Q(aard="referentie"),
                    name="indicator_heeft_doelstelling",
                    violation_error_message="Kies een doelstelling. Alleen een cijfer om mee te vergelijken hoeft er geen te hebben.",
                ),
                CheckConstraint(
                    condition=Q(aard="indicator", hoort_bij__isnull=True)
                    | Q(aard="context", hoort_bij__isnull=False)
                    | Q(aard="referentie"),
                    name="indicator_context_hoort_ergens_bij",
                    violation_error_message="Kies bij welke indicator een cijfer dat uitlegt hoort. Een indicator van de begroting hoort nergens bij.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Definitie",
        fields=[
            ID,
            ("slug", models.SlugField(max_length=80, unique=True)),
            ("omschrijving", models.CharField(max_length=300, help_text="in onze eigen woorden, één zin")),
            ("eenheid", models.CharField(max_length=20)),
            ("decimalen", models.PositiveSmallIntegerField()),
            (
                "richting",
                models.CharField(
                    max_length=10,
                    choices=[
                        ("hoger", "hoger is beter"),
                        ("lager", "lager is beter"),
                        ("geen", "hoger is niet beter of slechter"),
                    ],
                ),
            ),
            (
                "meetperiode",
                models.CharField(
                    max_length=20,
                    choices=[
                        *gelijknamig("kalenderjaar", "halfjaar", "schooljaar", "peildatum"),
                        ("enquête", "Enquete"),
                    ],
                ),
            ),
            ("ondergrens", models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)),
            ("bovengrens", models.DecimalField(max_digits=20, decimal_places=6, null=True, blank=True)),
            ("volgorde", models.PositiveSmallIntegerField()),
            ("indicator", ForeignKey("indicators.indicator", PROTECT, related_name="definities")),
        ],
        options={
            "verbose_name_plural": "definities",
            "ordering": ["indicator", "volgorde"],
            "constraints": [
                CheckConstraint(condition=Q(richting__in=["hoger", "lager", "geen"]), name="definitie_richting_bekend"),
                CheckConstraint(
                    condition=Q(ondergrens__isnull=True)
                    | Q(bovengrens__isnull=True)
                    | Q(ondergrens__lte=F("bovengrens")),
                    name="definitie_grenzen_in_volgorde",
                    violation_error_message="De ondergrens is hoger dan de bovengrens. Draai ze om.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Publicatie",
        fields=[
            ID,
            ("naam", models.CharField(max_length=40, unique=True, help_text="kort, zoals PB 2026")),
            ("slug", models.SlugField(max_length=40, unique=True)),
            ("soort", models.CharField(max_length=20, choices=SOORTEN_PUBLICATIE)),
            ("titel", models.CharField(max_length=200)),
            ("jaar", models.PositiveSmallIntegerField()),
            (
                "status",
                models.CharField(
                    max_length=20, choices=gelijknamig("onbekend", "voorstel", "vastgesteld"), default="onbekend"
                ),
            ),
            ("aangeboden_op", models.DateField(null=True, blank=True)),
            ("vastgesteld_op", models.DateField(null=True, blank=True)),
            ("adres", models.URLField(max_length=500, blank=True, help_text="het officiële adres")),
        ],
        options={
            "verbose_name_plural": "publicaties",
            "ordering": ["jaar", "naam"],
            "constraints": [
                CheckConstraint(
                    condition=Q(vastgesteld_op__isnull=True) | Q(status="vastgesteld"),
                    name="publicatie_met_besluit_is_vastgesteld",
                    violation_error_message="Er staat een datum van vaststellen. Kies dan de status vastgesteld.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DoelstellingBenaming",
        fields=[
            ID,
            ("code", models.CharField(max_length=10)),
            ("naam", models.CharField(max_length=300)),
            ("doelstelling", ForeignKey("indicators.doelstelling", PROTECT, related_name="benamingen")),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT, related_name="doelstellingen")),
        ],
        options={
            "constraints": [
                UniqueConstraint(fields=["publicatie", "code"], name="doelstelling_code_een_keer_per_publicatie"),
                UniqueConstraint(fields=["publicatie", "doelstelling"], name="doelstelling_een_keer_per_publicatie"),
            ]
        },
    ),
    migrations.CreateModel(
        name="Bewoording",
        fields=[
            ID,
            ("naam", models.CharField(max_length=300)),
            (
                "soort_begroting",
                models.CharField(max_length=20, choices=gelijknamig("streefwaarde", "raming", "aanname", "kengetal")),
            ),
            ("definitie", ForeignKey("indicators.definitie", PROTECT, related_name="bewoordingen")),
            (
                "onder",
                ForeignKey(
                    "indicators.doelstellingbenaming",
                    PROTECT,
                    null=True,
                    related_name="bewoordingen",
                    help_text="leeg: een referentie",
                ),
            ),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT, related_name="bewoordingen")),
        ],
        options={
            "constraints": [
                UniqueConstraint(fields=["publicatie", "definitie"], name="definitie_een_keer_per_publicatie"),
                CheckConstraint(
                    condition=Q(soort_begroting__in=["streefwaarde", "raming", "aanname", "kengetal"]),
                    name="bewoording_soort_begroting_bekend",
                ),
            ]
        },
    ),
    migrations.CreateModel(
        name="Breuk",
        fields=[
            ID,
            (
                "jaar",
                models.PositiveSmallIntegerField(null=True, blank=True, help_text="leeg: tussen de twee definities"),
            ),
            ("zekerheid", models.CharField(max_length=10, choices=gelijknamig("zeker", "mogelijk"))),
            ("reden", models.TextField()),
            ("regel", models.PositiveIntegerField()),
            ("naar", ForeignKey("indicators.definitie", PROTECT, related_name="breuken_hiervoor")),
            ("van", ForeignKey("indicators.definitie", PROTECT, related_name="breuken_hierna")),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT)),
        ],
        options={
            "verbose_name_plural": "breuken",
            "constraints": [
                CheckConstraint(
                    condition=~Q(van=F("naar")) | Q(jaar__isnull=False),
                    name="breuk_binnen_definitie_heeft_jaar",
                    violation_error_message="Vul het jaar in: van en naar zijn dezelfde definitie.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Opvolging",
        fields=[
            ID,
            (
                "soort",
                models.CharField(
                    max_length=20, choices=gelijknamig("hernoemd", "gesplitst", "samengevoegd", "vervangen")
                ),
            ),
            ("regel", models.PositiveIntegerField()),
            ("reden", models.TextField()),
            (
                "naar_doelstelling",
                ForeignKey("indicators.doelstelling", PROTECT, null=True, blank=True, related_name="voorgangers"),
            ),
            (
                "naar_indicator",
                ForeignKey("indicators.indicator", PROTECT, null=True, blank=True, related_name="voorgangers"),
            ),
            (
                "van_doelstelling",
                ForeignKey("indicators.doelstelling", PROTECT, null=True, blank=True, related_name="opvolgingen"),
            ),
            (
                "van_indicator",
                ForeignKey("indicators.indicator", PROTECT, null=True, blank=True, related_name="opvolgingen"),
            ),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT, help_text="vanaf deze publicatie")),
        ],
        options={
            "verbose_name_plural": "opvolgingen",
            "constraints": [
                CheckConstraint(
                    condition=(
                        Q(van_indicator__isnull=False, naar_indicator__isnull=False)
                        & Q(van_doelstelling__isnull=True, naar_doelstelling__isnull=True)
                    )
                    | (
                        Q(van_indicator__isnull=True, naar_indicator__isnull=True)
                        & Q(van_doelstelling__isnull=False, naar_doelstelling__isnull=False)
                    ),
                    name="opvolging_tussen_twee_gelijke_dingen",
                    violation_error_message="Kies twee indicatoren, of twee doelstellingen.",
                )
            ],
        },
    ),
]

BRONNEN = [
    migrations.CreateModel(
        name="Lezing",
        fields=[
            ID,
            ("bestandsnaam", models.CharField(max_length=255)),
            ("checksum", models.CharField(max_length=64, help_text="SHA-256 van het bestand")),
            ("lezer_versie", models.CharField(max_length=20)),
            ("structuur_versie", models.CharField(max_length=64)),
            ("uitvoer", models.JSONField()),
            (
                "staat",
                models.CharField(
                    max_length=20,
                    choices=gelijknamig("concept", "gepubliceerd", "vervangen", "ingetrokken"),
                    default="concept",
                ),
            ),
            (
                "weg",
                models.CharField(
                    max_length=20,
                    choices=[
                        ("opdrachtregel", "geladen vanaf de opdrachtregel, zonder tweede persoon"),
                        ("beoordeling", "beoordeeld door een tweede persoon"),
                    ],
                ),
            ),
            ("gepubliceerd_door", models.UUIDField(null=True, help_text="actor-id; leeg op de opdrachtregel")),
            ("gelezen_op", models.DateTimeField(auto_now_add=True)),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT, related_name="lezingen")),
        ],
        options={
            "constraints": [
                UniqueConstraint(
                    fields=["publicatie", "checksum", "lezer_versie", "structuur_versie"],
                    condition=Q(staat__in=["concept", "gepubliceerd"]),
                    name="lezing_een_keer",
                ),
                UniqueConstraint(
                    fields=["publicatie"],
                    condition=Q(staat="gepubliceerd"),
                    name="een_gepubliceerde_lezing_per_publicatie",
                ),
            ]
        },
    ),
    migrations.CreateModel(
        name="Intrekking",
        fields=[
            ID,
            ("reden", models.TextField()),
            ("actor", models.UUIDField()),
            ("ingetrokken_op", models.DateTimeField(auto_now_add=True)),
            ("lezing", models.OneToOneField("indicators.lezing", PROTECT, related_name="intrekking")),
        ],
        options={
            "verbose_name_plural": "intrekkingen",
            "constraints": [CheckConstraint(condition=~Q(reden=""), name="intrekking_heeft_een_reden")],
        },
    ),
    migrations.CreateModel(
        name="Passage",
        fields=[
            ID,
            ("regel", models.PositiveIntegerField()),
            ("pagina", models.PositiveIntegerField(null=True)),
            ("tekst", models.TextField()),
            ("samengevat", models.BooleanField(default=False)),
            ("lezing", ForeignKey("indicators.lezing", PROTECT, related_name="passages")),
        ],
        options={
            "ordering": ["regel"],
            "constraints": [
                UniqueConstraint(fields=["lezing", "regel"], name="passage_een_keer_per_regel"),
                CheckConstraint(condition=Q(regel__gte=1), name="passage_regels_vanaf_1"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Bevinding",
        fields=[
            ID,
            ("ernst", models.CharField(max_length=20, choices=gelijknamig("fout", "waarschuwing", "opmerking"))),
            ("soort", models.CharField(max_length=40)),
            ("regel", models.PositiveIntegerField(null=True)),
            ("tekst", models.TextField()),
            ("lezing", ForeignKey("indicators.lezing", PROTECT, related_name="bevindingen")),
        ],
        options={"ordering": ["pk"]},
    ),
    migrations.CreateModel(
        name="Tekst",
        fields=[
            ID,
            (
                "soort",
                models.CharField(
                    max_length=20,
                    choices=[
                        *gelijknamig(
                            "speerpunt", "doelstelling", "definitie", "toelichting", "beleid", "risico", "motie"
                        ),
                        *gelijknamig("stand van zaken", "link", "kernopgave"),
                        ("voorgenomen", "indicator in ontwikkeling"),
                    ],
                ),
            ),
            ("kop", models.TextField(blank=True)),
            ("tekst", models.TextField(blank=True)),
            ("van_regel", models.PositiveIntegerField()),
            ("tot_regel", models.PositiveIntegerField()),
            ("samengevat", models.BooleanField(help_text="een samenvatting van Doelwijzer, niet de gedrukte tekst")),
            ("tabel", models.CharField(max_length=20, blank=True)),
            ("definitie", ForeignKey("indicators.definitie", PROTECT, null=True, related_name="teksten")),
            ("doelstelling", ForeignKey("indicators.doelstelling", PROTECT, null=True, related_name="teksten")),
            ("lezing", ForeignKey("indicators.lezing", PROTECT, related_name="teksten")),
        ],
        options={
            "ordering": ["van_regel", "pk"],
            "constraints": [
                CheckConstraint(condition=Q(tot_regel__gte=F("van_regel")), name="tekst_regels_in_volgorde")
            ],
        },
    ),
    migrations.CreateModel(
        name="Versie",
        fields=[ID, ("nummer", models.PositiveBigIntegerField()), ("sinds", models.DateTimeField())],
        options={"constraints": [CheckConstraint(condition=Q(pk=1), name="versie_is_een_rij")]},
    ),
]

CIJFERS = [
    migrations.CreateModel(
        name="Vermelding",
        fields=[
            ID,
            ("soort", models.CharField(max_length=20, choices=gelijknamig("realisatie", "begroting"))),
            ("jaar", models.PositiveSmallIntegerField()),
            ("waarde", models.DecimalField(max_digits=20, decimal_places=6, null=True)),
            (
                "leeg",
                models.CharField(
                    max_length=20,
                    choices=[
                        *gelijknamig("streepje", "leeg", "pm", "nnb", "nvt", "toelichting"),
                        *gelijknamig("ongemeten", "gestopt", "geheim"),
                    ],
                    blank=True,
                ),
            ),
            ("gedrukt", models.CharField(max_length=40, blank=True)),
            ("bron", models.TextField(blank=True)),
            ("bewoording", ForeignKey("indicators.bewoording", PROTECT, related_name="vermeldingen")),
            ("editie", ForeignKey("indicators.publicatie", PROTECT, related_name="begrotingen")),
            ("passage", ForeignKey("indicators.passage", PROTECT, related_name="vermeldingen")),
            ("vervallen_in", ForeignKey("indicators.lezing", PROTECT, null=True, related_name="+")),
            ("gemeten_op", models.DateField(null=True)),
            ("periode", models.CharField(max_length=2, choices=PERIODEN, blank=True, default="", db_default="")),
            ("voorlopig", models.BooleanField(default=False, db_default=False)),
        ],
        options={
            "constraints": [
                UniqueConstraint(
                    fields=["bewoording", "soort", "editie", "jaar", "periode"],
                    condition=Q(vervallen_in__isnull=True),
                    name="vermelding_een_keer_geldend",
                ),
                CheckConstraint(
                    condition=Q(waarde__isnull=False, leeg="") | (Q(waarde__isnull=True) & ~Q(leeg="")),
                    name="vermelding_waarde_of_soort_leeg",
                ),
                CheckConstraint(condition=Q(soort__in=["realisatie", "begroting"]), name="vermelding_soort_bekend"),
                CheckConstraint(condition=Q(jaar__range=(1900, 2200)), name="vermelding_jaar_is_een_jaar"),
            ]
        },
    ),
    migrations.CreateModel(
        name="Keuze",
        fields=[
            ID,
            ("reden", models.TextField()),
            ("actor", models.UUIDField()),
            ("gemaakt_op", models.DateTimeField(auto_now_add=True)),
            ("vervallen_op", models.DateTimeField(null=True)),
            ("vermelding", ForeignKey("indicators.vermelding", PROTECT, related_name="keuzes")),
        ],
        options={
            "constraints": [
                UniqueConstraint(
                    fields=["vermelding"], condition=Q(vervallen_op__isnull=True), name="keuze_een_keer_geldend"
                ),
                CheckConstraint(condition=~Q(reden=""), name="keuze_heeft_een_reden"),
            ]
        },
    ),
]

GELD = [
    migrations.CreateModel(
        name="Post",
        fields=[
            ID,
            ("tabel", models.CharField(max_length=20)),
            ("slug", models.SlugField(max_length=300)),
            ("naam", models.CharField(max_length=300)),
            ("volgorde", models.PositiveIntegerField()),
            ("doelstelling", ForeignKey("indicators.doelstelling", PROTECT, null=True, related_name="posten")),
            ("programma", ForeignKey("indicators.programma", PROTECT, null=True, related_name="posten")),
        ],
        options={
            "ordering": ["programma", "tabel", "volgorde"],
            "constraints": [
                UniqueConstraint(
                    fields=["programma", "tabel", "slug"], nulls_distinct=False, name="post_een_keer_per_tabel"
                ),
                CheckConstraint(
                    condition=Q(
                        tabel__in=(
                            "doelstelling",
                            "programma",
                            "uitsplitsing",
                            "nieuw-beleid",
                            "bezuinigingen",
                            "maatregelen",
                        )
                    ),
                    name="post_tabel_bekend",
                ),
                CheckConstraint(
                    condition=Q(tabel="maatregelen", programma__isnull=True, doelstelling__isnull=True)
                    | (~Q(tabel="maatregelen") & Q(programma__isnull=False)),
                    name="post_alleen_maatregel_zonder_programma",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PostBenaming",
        fields=[
            ID,
            ("code", models.CharField(max_length=20, blank=True)),
            ("naam", models.CharField(max_length=300)),
            ("post", ForeignKey("indicators.post", PROTECT, related_name="benamingen")),
            ("publicatie", ForeignKey("indicators.publicatie", PROTECT, related_name="posten")),
        ],
        options={"constraints": [UniqueConstraint(fields=["publicatie", "post"], name="post_een_keer_per_publicatie")]},
    ),
    migrations.CreateModel(
        name="Bedrag",
        fields=[
            ID,
            ("kant", models.CharField(max_length=20)),
            ("soort", models.CharField(max_length=20, choices=gelijknamig("begroting", "rekening"))),
            ("stand", models.CharField(max_length=30)),
            ("jaar", models.PositiveSmallIntegerField()),
            ("bedrag", models.DecimalField(max_digits=16, decimal_places=2, null=True, help_text="in euro")),
            ("als_gedrukt", models.CharField(max_length=40, blank=True)),
            ("leeg", models.CharField(max_length=20, blank=True)),
            ("schaal", models.PositiveIntegerField(help_text="1000: bedragen x € 1.000")),
            ("tekenconventie", models.CharField(max_length=60)),
            ("vervallen_in", ForeignKey("indicators.lezing", PROTECT, null=True, related_name="+")),
            ("passage", ForeignKey("indicators.passage", PROTECT, related_name="bedragen")),
            ("benaming", ForeignKey("indicators.postbenaming", PROTECT, related_name="bedragen")),
        ],
        options={
            "constraints": [
                UniqueConstraint(
                    fields=["benaming", "kant", "stand", "jaar"],
                    condition=Q(vervallen_in__isnull=True),
                    name="bedrag_een_keer_geldend",
                ),
                CheckConstraint(
                    condition=Q(bedrag__isnull=False, leeg="") | (Q(bedrag__isnull=True) & ~Q(leeg="")),
                    name="bedrag_of_soort_leeg",
                ),
                CheckConstraint(
                    condition=Q(kant__in=("lasten", "baten", "saldo", "toevoegingen", "onttrekkingen", "mutaties")),
                    name="bedrag_kant_bekend",
                ),
                CheckConstraint(
                    condition=Q(
                        stand__in=(
                            "primitieve begroting",
                            "lopend jaar",
                            "meerjarenraming",
                            "na wijziging",
                            "rekening",
                            "taakstelling",
                        )
                    ),
                    name="bedrag_stand_bekend",
                ),
                CheckConstraint(
                    condition=Q(soort="rekening", stand="rekening") | (Q(soort="begroting") & ~Q(stand="rekening")),
                    name="bedrag_stand_past_bij_soort",
                ),
                CheckConstraint(
                    condition=~Q(kant__in=["lasten", "toevoegingen"]) | Q(bedrag__isnull=True) | Q(bedrag__lte=0),
                    name="bedrag_lasten_niet_positief",
                ),
                CheckConstraint(
                    condition=~Q(kant__in=["baten", "onttrekkingen"]) | Q(bedrag__isnull=True) | Q(bedrag__gte=0),
                    name="bedrag_baten_niet_negatief",
                ),
            ]
        },
    ),
]

GESCHIEDENIS = [
    migrations.CreateModel(
        name="Wijziging",
        fields=[
            ID,
            ("tabel", models.CharField(max_length=63)),
            ("rij", models.CharField(max_length=40)),
            ("actie", models.CharField(max_length=6, help_text="insert, update of delete")),
            ("oud", models.JSONField(null=True, decoder=ExactDecoder)),
            ("nieuw", models.JSONField(null=True, decoder=ExactDecoder)),
            ("actor", models.UUIDField(null=True, help_text="leeg: niet via de site")),
            ("rol", models.CharField(max_length=20, blank=True)),
            ("reden", models.TextField(blank=True)),
            ("op", models.DateTimeField()),
        ],
        options={
            "ordering": ["-op", "-pk"],
            "indexes": [
                models.Index(fields=["tabel", "rij"], name="wijziging_van_rij"),
                models.Index(fields=["actor"], name="wijziging_door_actor"),
            ],
        },
    )
]

TRIGGERS = [
    *met_geschiedenis("indicators.Programma"),
    *met_geschiedenis("indicators.Doelstelling"),
    *met_geschiedenis("indicators.Indicator"),
    *met_geschiedenis("indicators.Definitie"),
    trigger(
        "indicators.Definitie",
        "blijft_zo_meten",
        "BEFORE UPDATE",
        "IF EXISTS (SELECT FROM indicators_bewoording WHERE definitie_id = OLD.id) THEN "
        "RAISE EXCEPTION 'Figures are printed in this unit; another unit is another definitie'; END IF; RETURN NEW;",
        als="ROW(OLD.indicator_id, OLD.eenheid, OLD.decimalen) IS DISTINCT FROM "
        "ROW(NEW.indicator_id, NEW.eenheid, NEW.decimalen)",
    ),
    *met_geschiedenis("indicators.Publicatie"),
    weiger("indicators.Publicatie", "opgave_blijft", "UPDATE", "OLD.\"soort\" = 'opgave'"),
    weiger_anders("indicators.Publicatie", "blijft_dezelfde", "naam", "slug", "soort", "jaar"),
    *met_geschiedenis("indicators.DoelstellingBenaming"),
    weiger("indicators.DoelstellingBenaming", "naam_zoals_gedrukt", "UPDATE", "OLD.* IS DISTINCT FROM NEW.*"),
    *met_geschiedenis("indicators.Bewoording"),
    weiger_anders(
        "indicators.Bewoording", "naam_zoals_gedrukt", "id", "definitie_id", "publicatie_id", "onder_id", "naam"
    ),
    *met_geschiedenis("indicators.Breuk"),
    *met_geschiedenis("indicators.Opvolging"),
    weiger("indicators.Lezing", "nooit_weg", "DELETE"),
    weiger_anders(
        "indicators.Lezing",
        "nooit_anders",
        *("id", "publicatie_id", "bestandsnaam", "checksum", "lezer_versie", "structuur_versie", "uitvoer", "weg"),
        *("gepubliceerd_door", "gelezen_op"),
    ),
    vooruit(
        "indicators.Lezing",
        "concept:gepubliceerd",
        "concept:ingetrokken",
        "gepubliceerd:vervangen",
        "gepubliceerd:ingetrokken",
    ),
    *ligt_vast("indicators.Intrekking"),
    *ligt_vast("indicators.Passage"),
    *ligt_vast("indicators.Bevinding"),
    *ligt_vast("indicators.Tekst"),
    *ligt_vast_behalve(
        "indicators.Vermelding",
        "vervallen_in_id",
        *("id", "bewoording_id", "passage_id", "soort", "editie_id", "jaar", "periode", "gemeten_op", "voorlopig"),
        *("waarde", "leeg", "gedrukt", "bron"),
    ),
    *met_geschiedenis("indicators.Keuze"),
    *ligt_vast_behalve("indicators.Keuze", "vervallen_op", "id", "vermelding_id", "reden", "actor", "gemaakt_op"),
    *met_geschiedenis("indicators.Post"),
    *met_geschiedenis("indicators.PostBenaming"),
    weiger("indicators.PostBenaming", "naam_zoals_gedrukt", "UPDATE", "OLD.* IS DISTINCT FROM NEW.*"),
    *ligt_vast_behalve(
        "indicators.Bedrag",
        "vervallen_in_id",
        *("id", "benaming_id", "passage_id", "kant", "soort", "stand", "jaar", "bedrag", "als_gedrukt", "leeg"),
        *("schaal", "tekenconventie"),
    ),
    *ligt_vast("indicators.Wijziging"),
]


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("indicators", "0001_initial"),
        ("indicators", "0002_invoer"),
        ("indicators", "0003_beheer"),
        ("indicators", "0004_geschiedenis"),
        ("indicators", "0005_vaste_inhoud"),
        ("indicators", "0006_intrekking"),
        ("indicators", "0007_stukken"),
        ("indicators", "0008_leeg_soorten"),
        ("indicators", "0009_kwartalen"),
    ]

    operations = [*STRUCTUUR, *BRONNEN, *CIJFERS, *GELD, *GESCHIEDENIS, *TRIGGERS]
