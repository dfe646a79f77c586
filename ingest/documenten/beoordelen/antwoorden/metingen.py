"""Answers about an indicator: the same as before, measured differently, or new."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from indicators.models import Bewoording, Breuk, Definitie, Doelstelling, Indicator
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, Keuzes, jaartal, keuze_uit
from ingest.lezer.soorten import Bevindingsoort
from ingest.models import Antwoord
from ingest.opgaven.velden import BEGROTINGSOORTEN, openbare_zin

BREUKEN = [
    ("", "Nee, het is dezelfde meting"),
    (Breuk.Zekerheid.MOGELIJK.value, "Misschien"),
    (Breuk.Zekerheid.ZEKER.value, "Ja, zeker"),
]


class MetDefinitie(Antwoordformulier):
    """An answer that says which known measurement a printed name is."""

    def maak_klaar(self) -> None:
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("definitie", _definities(lijkt_op, self.ontwerp.document.concept.publicatie or ""))
        # proposing one would be deciding
        onbeslist = Bevindingsoort.DEFINITIE_ONBEKEND in self.vraag.voorstel.get("wat", "")
        beste = lijkt_op[0] if lijkt_op and not onbeslist else ""
        self.initial["definitie"] = self.vraag.voorstel.get("definitie") or beste

    def clean_definitie(self) -> str:
        """Two names of one document cannot be the same measurement."""
        gekozen: str = self.cleaned_data["definitie"]
        naam = self.vraag.voorstel.get("onderwerp", "")
        concept = self.ontwerp.document.concept
        ander = next((c.naam for c in concept.cijfers if c.definitie == gekozen and c.naam != naam), None)
        if ander:
            tekst = f'In dit document is "{ander}" deze indicator al. Kies een andere, of neem dit niet over.'
            raise ValidationError(tekst)
        return gekozen


class MetBreuk(MetDefinitie):
    """The same, with the year from which it may be measured otherwise."""

    definitie = keuze_uit("Welke indicator?", "Kies de indicator.")
    breuk = forms.ChoiceField(
        label="Is er vanaf een jaar anders gemeten?",
        required=False,
        choices=BREUKEN,
        help_text="Dan loopt de lijn in de grafiek niet door.",
    )
    vanaf = jaartal("Vanaf welk jaar?", verplicht=False)
    toelichting = openbare_zin(
        "Waarom?",
        "Alleen als er anders is gemeten. Iedereen kan dit lezen bij de indicator.",
        "",
        verplicht=False,
    )

    def maak_klaar(self) -> None:
        super().maak_klaar()
        self.initial["vanaf"] = self.vraag.voorstel.get("vanaf")

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if not velden.get("breuk"):
            return {**velden, "vanaf": None}
        if not velden.get("vanaf") and "vanaf" not in self.errors:
            self.add_error("vanaf", "Typ vanaf welk jaar het anders is gemeten.")
        if not velden.get("toelichting"):
            self.add_error("toelichting", "Schrijf waarom de cijfers niet meer te vergelijken zijn.")
        return velden


class BestaandeIndicator(MetBreuk):
    keuze, kop = Antwoord.Keuze.BESTAANDE, "Een indicator die er al is, met een andere naam"


class ZelfdeMeting(MetBreuk):
    keuze, kop = Antwoord.Keuze.ZELFDE, "Het is deze indicator"


class Meetvelden(Antwoordformulier):
    """How something is measured: the fields of a definitie."""

    eenheid = forms.CharField(
        label="Eenheid",
        max_length=40,
        help_text="Bijvoorbeeld %, aantal of rapportcijfer.",
        error_messages={"required": "Typ de eenheid, bijvoorbeeld %."},
    )
    decimalen = forms.IntegerField(
        label="Cijfers achter de komma",
        min_value=0,
        max_value=4,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Typ een getal van 0 tot en met 4."
        ),
    )
    ondergrens = forms.DecimalField(
        label="Nooit minder dan",
        required=False,
        localize=True,
        max_digits=14,
        decimal_places=4,
        help_text="Laat leeg als er geen grens is.",
        error_messages={"invalid": "Dit is geen getal."},
    )
    bovengrens = forms.DecimalField(
        label="Nooit meer dan",
        required=False,
        localize=True,
        max_digits=14,
        decimal_places=4,
        help_text="Bijvoorbeeld 100 bij een percentage. Laat leeg als er geen grens is.",
        error_messages={"invalid": "Dit is geen getal."},
    )
    omschrijving = forms.CharField(
        label="Wat wordt er gemeten?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="In één zin, in uw eigen woorden.",
        error_messages={"required": "Schrijf in één zin wat er wordt gemeten."},
    )

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        onder, boven = velden.get("ondergrens"), velden.get("bovengrens")
        if onder is not None and boven is not None and onder > boven:
            self.add_error("bovengrens", "De ondergrens is hoger dan de bovengrens. Draai ze om.")
        return velden


class NieuweIndicator(Meetvelden):
    keuze, kop, knop = Antwoord.Keuze.NIEUW, "Een nieuwe indicator", "Maak deze indicator"
    richting = forms.ChoiceField(
        label="Wat is goed?",
        choices=[("", "Kies…"), *((richting.value, richting.label.capitalize()) for richting in Definitie.Richting)],
        error_messages={"required": "Kies of hoger of lager beter is."},
    )
    soort_begroting = forms.ChoiceField(
        label="Wat is het getal bij Begroting?",
        choices=BEGROTINGSOORTEN,
        error_messages={"required": "Kies wat het getal bij Begroting is."},
    )
    meetperiode = forms.ChoiceField(
        label="Waarover gaat een cijfer?",
        choices=[(periode.value, periode.label.capitalize()) for periode in Definitie.Meetperiode],
    )
    doelstelling = keuze_uit("Bij welke doelstelling?", "Kies de doelstelling.")
    naam = forms.CharField(
        label="Hoe heet de indicator op deze site?",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld zonder afkorting. Laat leeg voor de naam zoals gedrukt.",
    )
    hoort_bij = keuze_uit(
        "Hoort dit bij een indicator van de begroting?",
        "",
        "Kies die als geen begroting dit cijfer noemt. Het staat dan bij die indicator, en nergens als doel.",
        verplicht=False,
    )
    field_order = (
        "doelstelling",
        "hoort_bij",
        "naam",
        "omschrijving",
        "eenheid",
        "decimalen",
        "richting",
        "soort_begroting",
        "meetperiode",
    )

    def maak_klaar(self) -> None:
        if self.vraag.voorstel.get("doelstelling"):
            del self.fields["doelstelling"], self.fields["hoort_bij"]  # a begroting prints it below its doelstelling
        else:
            self.bied_aan("doelstelling", [(doel.code, str(doel)) for doel in Doelstelling.objects.all()])
            van_begroting = Indicator.objects.met_begroting()
            self.bied_aan("hoort_bij", [(indicator.slug, indicator.naam) for indicator in van_begroting])
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("eenheid", "decimalen")})
        if self.initial["eenheid"] == "%":
            self.initial.update({"ondergrens": 0, "bovengrens": 100})
        self.initial.update(self.vraag.voorstel.get("nieuw", {}))


class AndereMeting(Meetvelden, MetDefinitie):
    """The same indicator, measured in another way: a new definitie, and a certain break with the old one."""

    keuze, kop = Antwoord.Keuze.ANDERS, "De indicator is er al, maar alles in dit document is anders gemeten"
    definitie = keuze_uit("Welke indicator?", "Kies de indicator.")
    toelichting = openbare_zin(
        "Wat is er anders?", "Iedereen kan dit lezen bij de indicator.", "Schrijf wat er anders is aan de meting."
    )
    field_order: tuple[str, ...] = ("definitie", "omschrijving", "eenheid", "decimalen")

    def maak_klaar(self) -> None:
        super().maak_klaar()
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("eenheid", "decimalen")})

    @property
    def gegevens(self) -> dict[str, Any]:
        return super().gegevens | {"breuk": Breuk.Zekerheid.ZEKER.value}


class AndereDoelen(AndereMeting):
    """Results as they were; the begrotingen from a year on are measured in another way (domain rule 15)."""

    keuze, kop = Antwoord.Keuze.DOELEN_ANDERS, "Alleen de doelen vanaf een jaar zijn anders gemeten"
    vanaf = jaartal("Vanaf welk jaar gelden de doelen anders?")
    field_order = ("definitie", "vanaf", "omschrijving", "eenheid", "decimalen")

    def maak_klaar(self) -> None:
        super().maak_klaar()
        self.initial["vanaf"] = self.ontwerp.document.concept.jaar


class Opgevolgd(Antwoordformulier):
    """Of an indicator that this document no longer prints: another one came in its place."""

    keuze, kop = Antwoord.Keuze.OPGEVOLGD, "Er is een andere indicator voor in de plaats gekomen"
    opvolger = keuze_uit("Welke indicator?", "Kies de indicator.")
    toelichting = openbare_zin(
        "Hoe weten wij dat?",
        "Iedereen kan dit lezen bij beide indicatoren.",
        "Schrijf waar het document dat zegt, of waarom u het denkt.",
    )

    def maak_klaar(self) -> None:
        """Those that this document prints; what is new in it first."""
        concept = self.ontwerp.document.concept
        hier = {cijfer.indicator: cijfer.naam for cijfer in concept.cijfers if cijfer.indicator}
        eerder = Bewoording.objects.gedrukt().exclude(publicatie__naam=concept.publicatie)
        bekend = set(eerder.values_list("definitie__indicator__slug", flat=True))
        nieuw = [(slug, naam) for slug, naam in hier.items() if slug not in bekend]
        rest = [(slug, naam) for slug, naam in hier.items() if slug in bekend]
        self.bied_aan("opvolger", [*([("Nieuw in dit document", nieuw)] if nieuw else []), ("Was er al", rest)])


def _definities(lijkt_op: Iterable[str], in_dit: str) -> Keuzes:
    """Those that look like it first; then all of them, by doelstelling, with the name that was printed last.

    What this publicatie itself prints, once it is on the site, says nothing of what was chosen.
    """
    namen: dict[str, str] = {}
    per_doel: dict[str, Keuzes] = {}
    bewoordingen = Bewoording.objects.gedrukt().exclude(publicatie__naam=in_dit).order_by("publicatie__jaar")
    for slug, naam, publicatie in bewoordingen.values_list("definitie__slug", "naam", "publicatie__naam"):
        namen[slug] = f"{naam} ({publicatie})"
    for definitie in Definitie.objects.select_related("indicator__doelstelling").order_by(
        "indicator__doelstelling", "indicator__volgorde", "volgorde"
    ):
        doel = str(definitie.indicator.doelstelling or "Cijfers om mee te vergelijken")
        namen.setdefault(definitie.slug, definitie.indicator.naam)
        per_doel.setdefault(doel, []).append((definitie.slug, namen[definitie.slug]))
    eerst = [(slug, namen[slug]) for slug in lijkt_op if slug in namen]
    return [*([("Lijkt erop", eerst)] if eerst else []), *per_doel.items()]
