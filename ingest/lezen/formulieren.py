"""What is asked about a passage, for each kind of thing that can be read there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

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
from indicators.models.duiding import OVER_INDICATOR, RAADSPUNTEN, TEGENSPRAKEN, VAN_DE_RAAD
from ingest.aanhalen.afdrukken import kaal
from ingest.lezen.gelezen import Gekozen
from ingest.opgaven.velden import datum, in_het_verleden, openbare_zin

GEEN_REGEL = "Typ het nummer van een regel, bijvoorbeeld 360."
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
    Duidingsoort.BEGRIP: ("wat", "zin"),
    Duidingsoort.SPEERPUNT: ("zin",),
}
NIET_VERPLICHT = ("wanneer", "uiterlijk", "doelstellingen", "adres")
ZIN_HOEFT_NIET = (Duidingsoort.AANKONDIGING, Duidingsoort.MOTIE)


def _tekst(label: str, hulp: str = "", *, langste: int = 200) -> forms.CharField:
    return forms.CharField(label=label, help_text=hulp, max_length=langste, error_messages={"required": _vul_in(label)})


def _vul_in(label: str) -> str:
    return f"Vul in: {label[:1].lower()}{label[1:]}."


class Leesformulier(forms.Form):
    """What a person writes about a passage; only the fields of its kind."""

    indicator = forms.ModelChoiceField(Indicator.objects.all(), label="Over welke indicator?")
    post = forms.ModelChoiceField(Post.objects.none(), label="Welke regel van nieuw beleid?")
    over = forms.ModelChoiceField(Duiding.objects.none(), label="Van welke motie of aankondiging?")
    nummer = _tekst("Nummer van de motie", "Bijvoorbeeld 2506-61.", langste=20)
    wat = _tekst("Waar gaat het over?", "Een paar woorden, in uw eigen taal.")
    gedrukt = _tekst("Zoals gedrukt", "Precies wat er staat: het cijfer, of “dekking via …”.")
    wanneer = _tekst("Wanneer, zoals gedrukt", "Bijvoorbeeld: eind 2025. Laat leeg als er niets staat.")
    uiterlijk = datum("Laatste dag die daarbij past", "Alleen als er een jaar staat. Eind 2025 is 31-12-2025.")
    wie = _tekst("Van wie is dit cijfer?", "Bijvoorbeeld: het landelijk gemiddelde.")
    vanaf = _tekst("Vanaf", langste=20)
    tot_en_met = _tekst("Tot en met", langste=20)
    in_tabel = forms.TypedChoiceField(
        label="Trekt de tabel de dekking zelf al af?",
        choices=[("", "Kies…"), ("ja", "Ja"), ("nee", "Nee")],
        coerce=lambda waarde: waarde == "ja",
        empty_value=None,
        error_messages={"required": "Kies ja of nee."},
    )
    adres = forms.URLField(
        label="Adres", max_length=500, assume_scheme="https", error_messages={"invalid": "Dit is geen webadres."}
    )
    bron = _tekst("Waar staat dat?", "Bijvoorbeeld: raadsbesluit, lijst van afgedane moties.")
    op = datum("Op welke dag gold dit?", verplicht=True)
    stand = forms.ChoiceField(
        label="Hoe staat het er volgens deze bron mee?",
        choices=[("", "Kies…"), *((stand.value, stand.value.capitalize()) for stand in Raadsstand)],
        help_text="“Wordt afgedaan” is niet hetzelfde als afgedaan.",
        error_messages={"required": "Kies wat de bron zegt."},
    )
    doelstellingen = forms.ModelMultipleChoiceField(
        Doelstelling.objects.all(), label="Bij welke doelstellingen hoort het?", widget=forms.CheckboxSelectMultiple
    )
    zin = openbare_zin(
        "In uw eigen woorden",
        "Eén of twee zinnen. Iedereen kan ze lezen. Schrijf niets over.",
        _vul_in("In uw eigen woorden"),
        langste=500,
        rijen=4,
    )
    reden = openbare_zin(
        "Waarom wordt dit anders?",
        "Dit blijft te lezen in de geschiedenis.",
        _vul_in("Waarom wordt dit anders?"),
        langste=500,
        rijen=2,
    )

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
        if soort == Duidingsoort.BEGRIP:
            self.fields["wat"].label, self.fields["wat"].help_text = "Welk woord of welke afkorting?", "Zoals gedrukt."
        if soort == Duidingsoort.ZONDER_UITLEG:
            self.fields["indicator"].required = False
        if "post" in self.fields and lezing:
            posten = Post.objects.filter(tabel=Geldtabel.NIEUW_BELEID, benamingen__publicatie=lezing.publicatie)
            self.fields["post"].queryset = posten.distinct()  # type: ignore[attr-defined]
        if "over" in self.fields:
            raad = Duiding.objects.gepubliceerd().van_soort(*RAADSPUNTEN)
            self.fields["over"].queryset = raad  # type: ignore[attr-defined]

    def clean_op(self) -> date:
        return in_het_verleden(self.cleaned_data["op"])

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


def _regelnummer(label: str, *, verplicht: bool = True) -> forms.IntegerField:
    fouten = dict.fromkeys(("required", "invalid", "min_value", "max_value"), GEEN_REGEL)
    typen = forms.TextInput(attrs={"inputmode": "numeric"})
    return forms.IntegerField(
        label=label, required=verplicht, min_value=1, max_value=1_000_000, widget=typen, error_messages=fouten
    )


class Plekformulier(forms.Form):
    """One passage: its lines, and the figure that is printed there."""

    lezing = forms.ModelChoiceField(Lezing.objects.documenten(), label="Document", empty_label=None)
    van = _regelnummer("Van regel")
    tot = _regelnummer("Tot en met regel", verplicht=False)
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
        if fout := _wat_er_mis_is(lezing, van, tot, velden.get("gedrukt", "")):
            self.add_error(*fout)
        return velden

    @property
    def gekozen(self) -> Gekozen:
        velden = self.cleaned_data
        return Gekozen(velden["lezing"], velden["van"], velden["tot"], velden["gedrukt"], velden["waar"])


def _wat_er_mis_is(lezing: Lezing, van: int, tot: int, gedrukt: str) -> tuple[str, str] | None:
    """The field and the sentence. Below a summary of ours the lines that it sums up are empty."""
    regels = list(lezing.passages.filter(regel__range=(van, tot)))
    gevuld = {regel.regel for regel in regels if kaal(regel.tekst)}
    samengevat = any(regel.samengevat for regel in regels)
    laatste = lezing.passages.aggregate(laatste=Max("regel"))["laatste"] or 0
    if tot < van:
        return "tot", "De laatste regel staat vóór de eerste. Draai ze om."
    if tot > laatste:
        return "van" if van > laatste else "tot", f"{lezing.publicatie} heeft geen regel {max(van, tot)}."
    for veld, regel in (("van", van), ("tot", tot)):
        if regel not in gevuld and not (veld == "tot" and samengevat):
            return veld, f"Op regel {regel} van {lezing.publicatie} staat niets. Kies een regel met tekst."
    # where a line is a summary of ours, what is printed cannot be checked
    if gedrukt not in " ".join(" ".join(regel.tekst for regel in regels).split()) and not samengevat:
        return "gedrukt", "Dit staat niet op deze regels. Typ het precies zoals het gedrukt is."
    return None


class EerstePlekIsEr(forms.BaseFormSet):  # type: ignore[type-arg]
    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        """Any but the first may be emptied."""
        return {**super().get_form_kwargs(index), "empty_permitted": bool(index)}

    def clean(self) -> None:
        if not any(self.errors) and not self.gekozen:
            raise ValidationError("Kies de regels waar het staat.")

    @property
    def gekozen(self) -> list[Gekozen]:
        return [formulier.gekozen for formulier in self.forms if formulier.cleaned_data.get("van")]


def plekken(soort: Duidingsoort) -> Any:
    """The form for its passages: one, or more for a kind that lays figures beside each other."""
    meer = soort in (*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG, Duidingsoort.DEKKING, Duidingsoort.SPEERPUNT)
    return forms.formset_factory(
        Plekformulier, formset=EerstePlekIsEr, extra=2 if meer else 0, min_num=1, max_num=MEESTE_PLEKKEN
    )


class Redenformulier(forms.Form):
    """Why something goes back, or goes away."""

    reden = openbare_zin("Waarom?", "", "Schrijf waarom. Anders weet een collega het niet.", rijen=2)


def soorten_voor(toegestaan: Sequence[Duidingsoort]) -> list[tuple[str, list[Duidingsoort]]]:
    """The kinds to choose from, by what they are about."""
    groepen = [
        ("Over een indicator", list(OVER_INDICATOR)),
        ("Over geld", [Duidingsoort.DEKKING]),
        ("Wat niet klopt of niet is uitgelegd", [*TEGENSPRAKEN, Duidingsoort.ZONDER_UITLEG]),
        ("Voor de raad", [*VAN_DE_RAAD]),
        ("Woorden", [Duidingsoort.BEGRIP]),
        ("Over beloften", [Duidingsoort.SPEERPUNT]),
        ("Ergens anders", [Duidingsoort.ADRES]),
    ]
    gevonden = [(kop, [soort for soort in soorten if soort in toegestaan]) for kop, soorten in groepen]
    return [(kop, soorten) for kop, soorten in gevonden if soorten]


def zoals_geschreven(duiding: Duiding) -> dict[str, Any]:
    """What the form shows of what there is; of what a stand is about the row that is on the site now."""
    namen = ("wat", "zin", "gedrukt", "wanneer", "uiterlijk", "wie", "vanaf", "tot_en_met", "nummer", "adres", "stand")
    velden = {naam: getattr(duiding, naam) for naam in (*namen, "bron", "op")}
    velden |= {"indicator": duiding.indicator_id, "post": duiding.post_id}
    if duiding.over:
        velden["over"] = Duiding.objects.gepubliceerd().filter(sleutel=duiding.over.sleutel).first()
    velden["in_tabel"] = {True: "ja", False: "nee"}.get(duiding.in_tabel) if duiding.in_tabel is not None else ""
    return {**velden, "doelstellingen": [doel.pk for doel in duiding.doelstellingen.all()]}
