"""What is asked about a passage, for each kind of thing that can be read there."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from indicators.models import (
    Doelstelling,
    Duiding,
    Duidingsoort,
    Geldtabel,
    Indicator,
    Lezing,
    Post,
    Raadsstand,
)
from indicators.models.duiding import OVER_INDICATOR, TEGENSPRAKEN
from ingest.lezen.gelezen import Gekozen
from ingest.opgaven.waarde import DATUMS

GEEN_DATUM = "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 1-10-2026."
MEESTE_PLEKKEN = 5
WAAR = ("", "tabel", "toelichting", "definitie", "tekst")

VELDEN: dict[Duidingsoort, tuple[str, ...]] = {
    Duidingsoort.INVLOED: ("indicator", "zin"),
    Duidingsoort.OMGEVING: ("indicator", "zin"),
    Duidingsoort.REFERENTIE: ("indicator", "gedrukt", "wanneer", "wie", "zin"),
    Duidingsoort.EIGEN_CIJFER: ("indicator", "gedrukt", "wanneer", "zin"),
    Duidingsoort.BAND: ("indicator", "vanaf", "tot_en_met", "zin"),
    Duidingsoort.MEETMOMENT: ("indicator", "zin"),
    Duidingsoort.ADRES: ("doelstellingen", "wat", "adres"),
    Duidingsoort.DEKKING: ("post", "gedrukt", "in_tabel", "zin"),
    **dict.fromkeys(TEGENSPRAKEN, ("indicator", "wat", "zin")),
    Duidingsoort.ZONDER_UITLEG: ("indicator", "doelstellingen", "wat", "zin"),
    Duidingsoort.AANKONDIGING: ("wat", "wanneer", "uiterlijk", "stand", "doelstellingen", "zin"),
    Duidingsoort.MOTIE: ("nummer", "wat", "wanneer", "uiterlijk", "stand", "doelstellingen", "zin"),
    Duidingsoort.STAND: ("over", "stand", "zin"),
}
NIET_VERPLICHT = ("wanneer", "uiterlijk", "doelstellingen", "adres")
ZIN_HOEFT_NIET = (Duidingsoort.AANKONDIGING, Duidingsoort.MOTIE)


def _tekst(label: str, hulp: str = "", *, rijen: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rijen}) if rijen else forms.TextInput()
    return forms.CharField(
        label=label,
        help_text=hulp,
        max_length=1000 if rijen else 200,
        widget=widget,
        error_messages={"required": f"Vul in: {label[:1].lower()}{label[1:]}."},
    )


class Leesformulier(forms.Form):
    """What a person writes about a passage; only the fields of its kind."""

    indicator = forms.ModelChoiceField(Indicator.objects.all(), label="Over welke indicator?")
    post = forms.ModelChoiceField(Post.objects.none(), label="Welke regel van nieuw beleid?")
    over = forms.ModelChoiceField(Duiding.objects.none(), label="Van welke motie of aankondiging?")
    nummer = _tekst("Nummer van de motie", "Bijvoorbeeld 2506-61.")
    wat = _tekst("Waar gaat het over?", "Een paar woorden, in uw eigen taal.")
    gedrukt = _tekst("Zoals gedrukt", "Precies wat er staat: het cijfer, of “dekking via …”.")
    wanneer = _tekst("Wanneer, zoals gedrukt", "Bijvoorbeeld: eind 2025. Laat leeg als er niets staat.")
    uiterlijk = forms.DateField(
        label="Laatste dag die daarbij past",
        help_text="Alleen als er een jaar staat. Eind 2025 is 31-12-2025.",
        input_formats=DATUMS,
        error_messages={"invalid": GEEN_DATUM},
    )
    wie = _tekst("Van wie is dit cijfer?", "Bijvoorbeeld: het landelijk gemiddelde.")
    vanaf = _tekst("Vanaf")
    tot_en_met = _tekst("Tot en met")
    in_tabel = forms.TypedChoiceField(
        label="Trekt de tabel de dekking zelf al af?",
        choices=[("", "Kies…"), ("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        error_messages={"required": "Kies ja of nee."},
    )
    adres = forms.URLField(label="Adres", assume_scheme="https", error_messages={"invalid": "Dit is geen webadres."})
    bron = _tekst("Waar staat dat?", "Bijvoorbeeld: raadsbesluit, lijst van afgedane moties.")
    op = forms.DateField(label="Op welke dag gold dit?", input_formats=DATUMS, error_messages={"invalid": GEEN_DATUM})
    stand = forms.ChoiceField(
        label="Hoe staat het er volgens deze bron mee?",
        choices=[("", "Kies…"), *((stand.value, stand.value.capitalize()) for stand in Raadsstand)],
        help_text="“Wordt afgedaan” is niet hetzelfde als afgedaan.",
        error_messages={"required": "Kies wat de bron zegt."},
    )
    doelstellingen = forms.ModelMultipleChoiceField(
        Doelstelling.objects.all(), label="Bij welke doelstellingen hoort het?", widget=forms.CheckboxSelectMultiple
    )
    zin = _tekst("In uw eigen woorden", "Eén of twee zinnen. Iedereen kan ze lezen. Schrijf niets over.", rijen=4)
    reden = _tekst("Waarom wordt dit anders?", "Dit blijft te lezen in de geschiedenis.", rijen=2)

    def __init__(
        self, *args: Any, soort: Duidingsoort, lezing: Lezing | None = None, verbetert: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.soort, self.lezing = soort, lezing
        nodig = {*VELDEN[soort], *(("reden",) if verbetert else ()), *(() if lezing else ("bron", "op", "adres"))}
        for naam in [naam for naam in self.fields if naam not in nodig]:
            del self.fields[naam]
        for naam in NIET_VERPLICHT:
            if naam in self.fields:
                self.fields[naam].required = soort == Duidingsoort.ADRES
        if "zin" in self.fields:
            self.fields["zin"].required = soort not in ZIN_HOEFT_NIET
        if soort == Duidingsoort.ZONDER_UITLEG:
            self.fields["indicator"].required = False
        if "post" in self.fields and lezing:
            posten = Post.objects.filter(tabel=Geldtabel.NIEUW_BELEID, benamingen__publicatie=lezing.publicatie)
            self.fields["post"].queryset = posten.distinct()  # type: ignore[attr-defined]
        if "over" in self.fields:
            raad = Duiding.objects.gepubliceerd().van_soort(Duidingsoort.MOTIE, Duidingsoort.AANKONDIGING)
            self.fields["over"].queryset = raad  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if self.soort == Duidingsoort.ZONDER_UITLEG and not (velden.get("indicator") or velden.get("doelstellingen")):
            self.add_error("indicator", "Kies een indicator, of anders een doelstelling.")
        if velden.get("uiterlijk") and not velden.get("wanneer"):
            self.add_error("wanneer", "Typ ook wat er gedrukt staat. Zonder termijn is er geen laatste dag.")
        return velden

    @property
    def velden(self) -> dict[str, Any]:
        """The fields of the Duiding, without what was left empty."""
        weg = ("", None)
        return {n: w for n, w in self.cleaned_data.items() if n != "reden" and w not in weg}


class Plekformulier(forms.Form):
    """One passage: its lines, and the figure that is printed there."""

    lezing = forms.ModelChoiceField(
        Lezing.objects.filter(staat=Lezing.Staat.GEPUBLICEERD).select_related("publicatie").defer("uitvoer"),
        label="Document",
        empty_label=None,
    )
    van = forms.IntegerField(label="Van regel", min_value=1, widget=forms.TextInput(attrs={"inputmode": "numeric"}))
    tot = forms.IntegerField(
        label="Tot en met regel", min_value=1, required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    gedrukt = forms.CharField(label="Cijfer zoals gedrukt", max_length=100, required=False)
    waar = forms.ChoiceField(
        label="Soort tekst", choices=[(waar, waar or "zeg ik niet") for waar in WAAR], required=False
    )

    def __init__(self, *args: Any, hier: Lezing | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lezing"].initial = hier
        self.fields["lezing"].label_from_instance = lambda lezing: str(lezing.publicatie)  # type: ignore[attr-defined]

    def has_changed(self) -> bool:
        """One without lines is not filled in, whatever document stands in its list."""
        return bool(self["van"].value() or self["gedrukt"].value())

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        lezing, van = velden.get("lezing"), velden.get("van")
        if not (lezing and van):
            return velden
        tot = velden["tot"] = velden.get("tot") or van
        regels = list(lezing.passages.filter(regel__range=(van, tot)))
        if tot < van:
            self.add_error("tot", "De laatste regel staat vóór de eerste. Draai ze om.")
        elif not regels:
            self.add_error("van", f"Op deze regels van {lezing.publicatie} staat niets.")
        elif not _staat_er(velden.get("gedrukt", ""), regels):
            self.add_error("gedrukt", "Dit staat niet op deze regels. Typ het precies zoals het gedrukt is.")
        return velden

    @property
    def gekozen(self) -> Gekozen:
        velden = self.cleaned_data
        return Gekozen(velden["lezing"], velden["van"], velden["tot"], velden["gedrukt"], velden["waar"])


def _staat_er(gedrukt: str, regels: Sequence[Any]) -> bool:
    """Where a line is a summary of ours, what is printed cannot be checked."""
    tekst = " ".join(" ".join(regel.tekst for regel in regels).split())
    return gedrukt in tekst or any(regel.samengevat for regel in regels)


class EerstePlekIsEr(forms.BaseFormSet):  # type: ignore[type-arg]
    def clean(self) -> None:
        if not any(self.errors) and not self.gekozen:
            raise ValidationError("Kies de regels waar het staat.")

    @property
    def gekozen(self) -> list[Gekozen]:
        return [formulier.gekozen for formulier in self.forms if formulier.cleaned_data.get("van")]


def plekken(soort: Duidingsoort) -> Any:
    """The form for its passages: one, or more for a kind that lays figures beside each other."""
    meer = soort in (*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG, Duidingsoort.DEKKING)
    return forms.formset_factory(
        Plekformulier, formset=EerstePlekIsEr, extra=2 if meer else 0, min_num=1, max_num=MEESTE_PLEKKEN
    )


class Redenformulier(forms.Form):
    """Why something goes back, or goes away."""

    reden = forms.CharField(
        label="Waarom?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf waarom. Anders weet een collega het niet."},
    )


def soorten_voor(toegestaan: Sequence[Duidingsoort]) -> list[tuple[str, list[Duidingsoort]]]:
    """The kinds to choose from, by what they are about."""
    raad = [Duidingsoort.AANKONDIGING, Duidingsoort.MOTIE, Duidingsoort.STAND]
    groepen = [
        ("Over een indicator", list(OVER_INDICATOR)),
        ("Over geld", [Duidingsoort.DEKKING]),
        ("Wat niet klopt of niet is uitgelegd", [*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG]),
        ("Voor de raad", raad),
        ("Ergens anders", [Duidingsoort.ADRES]),
    ]
    gevonden = [(kop, [soort for soort in soorten if soort in toegestaan]) for kop, soorten in groepen]
    return [(kop, soorten) for kop, soorten in gevonden if soorten]


def zoals_geschreven(duiding: Duiding) -> dict[str, Any]:
    """What the form shows of what there is."""
    velden = {naam: getattr(duiding, naam) for naam in ("wat", "zin", "gedrukt", "wanneer", "uiterlijk", "wie")}
    velden |= {naam: getattr(duiding, naam) for naam in ("vanaf", "tot_en_met", "nummer", "adres", "stand")}
    velden |= {"indicator": duiding.indicator_id, "post": duiding.post_id, "over": duiding.over_id}
    velden["in_tabel"] = {True: "ja", False: "nee"}.get(duiding.in_tabel) if duiding.in_tabel is not None else ""
    return {**velden, "doelstellingen": [doel.pk for doel in duiding.doelstellingen.all()]}
