"""The answers that a question about a document can get: one form for each, and the only check of what it holds."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import Bewoording, Breuk, Definitie, Doelstelling, Post, Programma, Publicatie, Vermelding
from ingest.formulieren import DATUMS
from ingest.models import Antwoord, Vraag
from ingest.ontwerp import Ontwerp
from ingest.overtypen import om_te_typen

Soort = Vraag.Soort
Keuzes = list[tuple[str, Any]]
GEEN_DATUM = "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 1-10-2026."
NAAM_VAN_PUBLICATIE = re.compile(r"[A-Z][\w-]*( [\w-]+)+")
LANGSTE_TEKST = 50_000
BREUKEN = [
    ("", "Nee, het is dezelfde meting"),
    (Breuk.Zekerheid.MOGELIJK.value, "Misschien"),
    (Breuk.Zekerheid.ZEKER.value, "Ja, zeker"),
]


def zin(label: str, hulp: str, fout: str, *, verplicht: bool = True) -> forms.CharField:
    """A field for a sentence that everybody can read."""
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=hulp,
        error_messages={"required": fout},
    )


def keuze_uit(label: str, fout: str, hulp: str = "", *, verplicht: bool = True) -> forms.ChoiceField:
    """A field to choose from a list that the form itself fills."""
    fouten = {"required": fout, "invalid_choice": "Kies iets uit de lijst."}
    return forms.ChoiceField(label=label, required=verplicht, help_text=hulp, error_messages=fouten)


def datum(label: str, hulp: str = "Dag-maand-jaar, bijvoorbeeld 1-10-2026.", *, verplicht: bool = False) -> Any:
    fouten = {"invalid": GEEN_DATUM, "required": "Vul de datum in. Die staat vaak op de eerste bladzijden."}
    return forms.DateField(label=label, required=verplicht, input_formats=DATUMS, help_text=hulp, error_messages=fouten)


def jaartal(label: str, *, verplicht: bool = True) -> forms.IntegerField:
    fout = "Typ een jaar, bijvoorbeeld 2026."
    fouten = dict.fromkeys(("required", "invalid", "min_value", "max_value"), fout)
    return forms.IntegerField(
        label=label,
        required=verplicht,
        min_value=1990,
        max_value=2100,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=fouten,
    )


class Antwoordformulier(forms.Form):
    """One way to answer a question. What is filled in, but for the toelichting, becomes the gegevens of the answer."""

    keuze: ClassVar[str]
    kop: ClassVar[str]
    knop: ClassVar[str] = "Bewaar dit antwoord"

    def __init__(self, *args: Any, vraag: Vraag, ontwerp: Ontwerp, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{self.keuze}-%s", **kwargs})
        self.vraag, self.ontwerp = vraag, ontwerp
        self.maak_klaar()
        if self.is_gegeven and vraag.antwoord:
            self.initial.update(self.zoals_gegeven(vraag.antwoord))

    def maak_klaar(self) -> None:
        """Fill the lists to choose from, and propose what the document shows."""

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        """What the form shows of an answer that was given before."""
        return {**antwoord.gegevens, "toelichting": antwoord.toelichting}

    @property
    def is_gegeven(self) -> bool:
        """Whether this is the answer that holds now."""
        return self.vraag.antwoord is not None and self.vraag.antwoord.keuze == self.keuze

    @property
    def uitleg(self) -> str:
        """The sentence of the answer."""
        return str(self.cleaned_data.get("toelichting", "")).strip()

    @property
    def gegevens(self) -> dict[str, Any]:
        """As plain JSON: a date and a decimal as text."""
        velden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "toelichting"}
        return {naam: str(waarde) if isinstance(waarde, date | Decimal) else waarde for naam, waarde in velden.items()}

    def bied_aan(self, veld: str, keuzes: Keuzes) -> None:
        self.fields[veld].choices = [("", "Kies…"), *keuzes]  # type: ignore[attr-defined]


class Weglaten(Antwoordformulier):
    keuze, kop, knop = "weglaten", "Niet overnemen", "Neem dit niet over"
    toelichting = zin(
        "Waarom niet?",
        "Iedereen kan dit lezen bij het document. Noem geen namen van personen.",
        "Schrijf waarom niet. Zo kan iedereen het navolgen.",
    )


class Klopt(Antwoordformulier):
    keuze, kop, knop = "klopt", "Ja, dit klopt", "Klopt"


class AnderDocument(Antwoordformulier):
    keuze, kop, knop = "anders", "Nee, het is een ander document", "Lees het opnieuw"
    soort = keuze_uit("Soort document", "Kies wat voor document het is.")
    publicatie = forms.CharField(
        label="Korte naam",
        max_length=40,
        help_text="Met het jaar erbij, bijvoorbeeld PB 2027. Het document wordt dan opnieuw gelezen.",
        error_messages={"required": "Typ de korte naam, bijvoorbeeld PB 2027."},
    )

    def maak_klaar(self) -> None:
        soorten = [(soort.value, soort.label.capitalize()) for soort in Publicatie.Soort if soort != "opgave"]
        self.bied_aan("soort", list(soorten))
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("soort", "publicatie")})

    def clean_publicatie(self) -> str:
        naam = " ".join(self.cleaned_data["publicatie"].split())
        if not NAAM_VAN_PUBLICATIE.fullmatch(naam):
            raise ValidationError("Typ een korte naam met een jaar, bijvoorbeeld PB 2027.")
        return naam


class Gegevens(Antwoordformulier):
    keuze, kop = "gegevens", "Datum, besluit en adres"
    aangeboden_op = datum("Aangeboden aan de raad op", verplicht=True)
    status = forms.ChoiceField(
        label="Heeft de raad besloten?",
        choices=[
            (Publicatie.Status.VOORSTEL.value, "Nee, dit is een voorstel van het college"),
            (Publicatie.Status.VASTGESTELD.value, "Ja, de raad heeft dit vastgesteld"),
            (Publicatie.Status.ONBEKEND.value, "Dat weet ik niet"),
        ],
    )
    vastgesteld_op = datum("Vastgesteld op", "Alleen als de raad heeft besloten. Dag-maand-jaar.")
    adres = forms.URLField(
        label="Adres van het document op de site van de gemeente",
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text="Bijvoorbeeld https://www.zoetermeer.nl/begroting. Laat leeg als het er niet staat.",
        error_messages={"invalid": "Dit is geen adres. Kopieer het uit uw browser: het begint met https://."},
    )

    def maak_klaar(self) -> None:
        bekend = Publicatie.objects.filter(naam=self.ontwerp.document.concept.publicatie or "").first()
        if bekend:
            self.initial.update({veld: getattr(bekend, veld) for veld in ("status", "adres")})
            self.initial.update({veld: _dag(getattr(bekend, veld)) for veld in ("aangeboden_op", "vastgesteld_op")})

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        dagen = {veld: antwoord.gegevens[veld] for veld in ("aangeboden_op", "vastgesteld_op")}
        return {**antwoord.gegevens} | {veld: _dag(dag and date.fromisoformat(dag)) for veld, dag in dagen.items()}

    def clean_aangeboden_op(self) -> date:
        return _voorbij(self.cleaned_data["aangeboden_op"])

    def clean_adres(self) -> str:
        adres: str = self.cleaned_data["adres"]
        if adres and not adres.startswith("https://"):
            raise ValidationError("Het adres moet beginnen met https://.")
        return adres

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        besluit, vastgesteld = velden.get("vastgesteld_op"), velden.get("status") == Publicatie.Status.VASTGESTELD
        if besluit and not vastgesteld:
            self.add_error("vastgesteld_op", "Hier staat een datum. Kies dan ook dat de raad heeft besloten.")
        elif besluit and besluit > timezone.localdate():
            self.add_error("vastgesteld_op", "Deze dag moet nog komen.")
        elif besluit and velden.get("aangeboden_op") and besluit < velden["aangeboden_op"]:
            self.add_error("vastgesteld_op", "De raad kan niet besluiten voor de dag van aanbieden. Kijk de datums na.")
        return velden


class BestaandProgramma(Antwoordformulier):
    keuze, kop = "bestaande", "Een programma dat er al is, met een andere naam"
    code = keuze_uit("Welk programma?", "Kies het programma.")

    def maak_klaar(self) -> None:
        self.bied_aan("code", [(programma.code, str(programma)) for programma in Programma.objects.order_by("code")])


class NieuwProgramma(Antwoordformulier):
    keuze, kop, knop = "nieuw", "Een nieuw programma", "Maak dit programma"


class BestaandeDoelstelling(Antwoordformulier):
    keuze, kop = "bestaande", "Een doelstelling die er al is, met een andere naam"
    code = keuze_uit("Welke doelstelling?", "Kies de doelstelling.")

    def maak_klaar(self) -> None:
        bekend = [(doel.code, str(doel)) for doel in Doelstelling.objects.all()]
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("code", _eerst(lijkt_op, bekend))
        self.initial["code"] = lijkt_op[0] if lijkt_op else self.vraag.voorstel.get("code", "")


class NieuweDoelstelling(Antwoordformulier):
    keuze, kop, knop = "nieuw", "Een nieuwe doelstelling", "Maak deze doelstelling"


class BestaandePost(Antwoordformulier):
    keuze, kop = "bestaande", "Een post die er al is, met een andere naam"
    slug = keuze_uit("Welke post?", "Kies de post.")

    def maak_klaar(self) -> None:
        waar = {"tabel": self.vraag.voorstel.get("tabel"), "programma__code": self.vraag.voorstel.get("programma")}
        posten = Post.objects.filter(**waar).select_related("doelstelling")
        bekend = [
            (post.slug, f"{post.doelstelling.code if post.doelstelling else ''} {post}".strip()) for post in posten
        ]
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("slug", _eerst(lijkt_op, bekend))
        self.initial["slug"] = lijkt_op[0] if lijkt_op else ""


class NieuwePost(Antwoordformulier):
    keuze, kop, knop = "nieuw", "Een nieuwe post", "Maak deze post"


class MetDefinitie(Antwoordformulier):
    """An answer that says which known measurement a printed name is."""

    def maak_klaar(self) -> None:
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("definitie", _definities(lijkt_op, self.ontwerp.document.concept.publicatie or ""))
        onbeslist = "definitie onbekend" in self.vraag.voorstel.get("wat", "")  # proposing one would be deciding
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
    toelichting = zin(
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
    keuze, kop = "bestaande", "Een indicator die er al is, met een andere naam"


class ZelfdeMeting(MetBreuk):
    keuze, kop = "zelfde", "Het is deze indicator"


class Meting(Antwoordformulier):
    """How something is measured: the fields of a definitie."""

    eenheid = forms.CharField(
        label="Eenheid",
        max_length=20,
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


class NieuweIndicator(Meting):
    keuze, kop, knop = "nieuw", "Een nieuwe indicator", "Maak deze indicator"
    richting = forms.ChoiceField(
        label="Wat is goed?",
        choices=[("", "Kies…"), *((richting.value, richting.label.capitalize()) for richting in Definitie.Richting)],
        error_messages={"required": "Kies of hoger of lager beter is."},
    )
    soort_begroting = forms.ChoiceField(
        label="Wat is het getal bij Begroting?",
        choices=[
            ("", "Kies…"),
            ("streefwaarde", "Streefwaarde: hier wil de gemeente op uitkomen"),
            ("raming", "Raming: dit verwacht de gemeente"),
            ("aanname", "Aanname: hiermee rekent de gemeente"),
            ("kengetal", "Kengetal: geen doel en geen verwachting"),
        ],
        error_messages={"required": "Kies wat het getal bij Begroting is."},
    )
    meetperiode = forms.ChoiceField(
        label="Waarover gaat een cijfer?",
        choices=[(periode.value, periode.label.capitalize()) for periode in Definitie.Meetperiode],
    )
    doelstelling = keuze_uit("Bij welke doelstelling?", "Kies de doelstelling.")
    field_order = ("doelstelling", "omschrijving", "eenheid", "decimalen", "richting", "soort_begroting", "meetperiode")

    def maak_klaar(self) -> None:
        if self.vraag.voorstel.get("doelstelling"):
            del self.fields["doelstelling"]  # the document prints it above the table
        else:
            self.bied_aan("doelstelling", [(doel.code, str(doel)) for doel in Doelstelling.objects.all()])
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("eenheid", "decimalen")})
        if self.initial["eenheid"] == "%":
            self.initial.update({"ondergrens": 0, "bovengrens": 100})


class AndereMeting(Meting, MetDefinitie):
    """The same indicator, measured in another way: a new definitie, and a certain break with the old one."""

    keuze, kop = "anders", "De indicator is er al, maar alles in dit document is anders gemeten"
    definitie = keuze_uit("Welke indicator?", "Kies de indicator.")
    toelichting = zin(
        "Wat is er anders?", "Iedereen kan dit lezen bij de indicator.", "Schrijf wat er anders is aan de meting."
    )
    field_order = ("definitie", "omschrijving", "eenheid", "decimalen")

    def maak_klaar(self) -> None:
        super().maak_klaar()
        self.initial.update({veld: self.vraag.voorstel.get(veld, "") for veld in ("eenheid", "decimalen")})

    @property
    def gegevens(self) -> dict[str, Any]:
        return super().gegevens | {"breuk": Breuk.Zekerheid.ZEKER.value}


class Overtypen(Antwoordformulier):
    keuze, kop, knop = "overtypen", "Overtypen", "Lees wat ik typte"
    tekst = forms.CharField(
        label="Wat staat er?",
        max_length=LANGSTE_TEKST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false", "class": "overtypen"}),
        help_text="Typ elke rij zoals hij gedrukt is, met een rechte streep ( | ) tussen de cellen. "
        "Laat een lege cel leeg.",
        error_messages={"required": "Typ over wat er staat, of kies bij Niet overnemen waarom niet."},
    )

    def maak_klaar(self) -> None:
        van, tot = self.vraag.regel or 0, self.vraag.tot_regel or self.vraag.regel or 0
        regels = [regel for regel in self.ontwerp.document.regels if van <= regel.nummer <= tot]
        self.initial["tekst"] = "\n".join(om_te_typen(regel) for regel in regels)

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        return {"tekst": "\n".join(antwoord.gegevens["regels"])}

    @property
    def gegevens(self) -> dict[str, Any]:
        return {"regels": self.cleaned_data["tekst"].replace("\r", "").strip("\n").split("\n")}


class Gezien(Antwoordformulier):
    keuze, kop, knop = "gezien", "Gezien", "Gezien: zo staat het er"


class Overnemen(MetDefinitie):
    keuze, kop, knop = "overnemen", "Neem dit cijfer over", "Neem over"
    definitie = keuze_uit("Bij welke indicator?", "Kies de indicator.")
    jaar = jaartal("Over welk jaar?")
    periode = forms.ChoiceField(
        label="Over welk deel van het jaar?",
        required=False,
        choices=[("", "Het hele jaar, of één dag"), *Vermelding.Periode.choices],
    )
    gemeten_op = datum("Gemeten op", "Alleen als het cijfer van één dag is. Dag-maand-jaar.")
    bron = forms.CharField(
        label="Wie heeft dit gemeten?", required=False, max_length=500, help_text="Bijvoorbeeld CBS."
    )

    def maak_klaar(self) -> None:
        super().maak_klaar()
        jaar, _, deel = str(self.vraag.voorstel.get("periode", "")).partition("-")
        if jaar.isdigit():
            self.initial["jaar"] = jaar
        if deel in Vermelding.Periode.values:
            self.initial["periode"] = deel
        elif deel.count("-") == 1:
            self.initial["gemeten_op"] = _dag(date.fromisoformat(f"{jaar}-{deel}"))

    def zoals_gegeven(self, antwoord: Antwoord) -> dict[str, Any]:
        gemeten_op = antwoord.gegevens["gemeten_op"]
        return {**antwoord.gegevens} | {"gemeten_op": _dag(gemeten_op and date.fromisoformat(gemeten_op))}

    def clean_definitie(self) -> str:
        """A sentence may say of an indicator what a table does not."""
        gekozen: str = self.cleaned_data["definitie"]
        procent = self.vraag.voorstel.get("procent", False)
        if procent != (Definitie.objects.get(slug=gekozen).eenheid == "%"):
            wat = "een percentage" if procent else "geen percentage"
            raise ValidationError(f"In de zin staat {wat}. Dat past niet bij deze indicator.")
        return gekozen


class Laten(Antwoordformulier):
    keuze, kop, knop = "laten", "Laat dit cijfer staan", "Niet overnemen"


MOGELIJK: dict[str, tuple[type[Antwoordformulier], ...]] = {
    Soort.DOCUMENT: (Klopt, AnderDocument),
    Soort.GEGEVENS: (Gegevens,),
    Soort.PROGRAMMA: (BestaandProgramma, NieuwProgramma, Weglaten),
    Soort.DOELSTELLING: (BestaandeDoelstelling, NieuweDoelstelling, Weglaten),
    Soort.INDICATOR: (BestaandeIndicator, NieuweIndicator, AndereMeting, Weglaten),
    Soort.DEFINITIE: (ZelfdeMeting, AndereMeting, Weglaten),
    Soort.POST: (BestaandePost, NieuwePost, Weglaten),
    Soort.RIJ: (Overtypen, Weglaten),
    Soort.OPVALLEND: (Gezien,),
    Soort.SUGGESTIE: (Overnemen, Laten),
}
"""The answers that each soort of question can get, in the order in which they are shown."""


def mogelijk(vraag: Vraag) -> tuple[type[Antwoordformulier], ...]:
    """The answers that this question can get; what is wrong with a whole document is not made right by a click."""
    zonder = {
        Klopt: vraag.voorstel.get("fout"),
        Overtypen: vraag.regel is None,
        ZelfdeMeting: "eenheid gewijzigd" in vraag.voorstel.get("wat", ""),
    }
    return tuple(soort for soort in MOGELIJK[vraag.soort] if not zonder.get(soort))


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
        "indicator__doelstelling__volgorde", "indicator__volgorde", "volgorde"
    ):
        doel = str(definitie.indicator.doelstelling or "Cijfers om mee te vergelijken")
        namen.setdefault(definitie.slug, definitie.indicator.naam)
        per_doel.setdefault(doel, []).append((definitie.slug, namen[definitie.slug]))
    eerst = [(slug, namen[slug]) for slug in lijkt_op if slug in namen]
    return [*([("Lijkt erop", eerst)] if eerst else []), *per_doel.items()]


def _eerst(lijkt_op: Iterable[str], bekend: Keuzes) -> Keuzes:
    """Those that look like it first."""
    namen = dict(bekend)
    eerst = [(sleutel, namen[sleutel]) for sleutel in lijkt_op if sleutel in namen]
    return [*([("Lijkt erop", eerst), ("Alle", bekend)] if eerst else bekend)]


def _dag(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""


def _voorbij(dag: date) -> date:
    if dag > timezone.localdate():
        raise ValidationError("Deze dag moet nog komen.")
    return dag
