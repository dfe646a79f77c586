"""The form for one figure: what is typed, how it is understood, and what must be explained before it is handed in."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import Definitie, Lezing, Passage, Publicatie
from indicators.models.structuur import schrijf_waarde
from ingest.lezer.taal.getallen import is_cel, lees_cel
from ingest.models import Opgave
from ingest.opgaven.meting import Meting
from ingest.opgaven.opgaven import Invoer
from ingest.opgaven.velden import datum
from ingest.opgaven.waarde import DATUMS, NietBegrepen, eenheid, lees_waarde

NU_DEFINITIEF = "Het voorlopige cijfer is nu definitief."
NU_BEKEND = "Het cijfer is nu bekend."


class OpgaveFormulier(forms.Form):
    """Checks one figure. `volledig`: it is to be handed in, so nothing may be missing; else it is kept as it is."""

    ingetypt = forms.CharField(label="Cijfer", required=False, max_length=40)
    geen = forms.ChoiceField(
        label="Geen cijfer",
        required=False,
        choices=[("", "Er is een cijfer"), *Opgave.Geen.choices],
        help_text="Kies dit alleen als u hierboven niets invult.",
    )
    bekend_vanaf = datum(
        "Vanaf wanneer is het bekend?",
        "Alleen bij “nog niet bekend”. Vanaf die dag vragen wij het u weer. Dag-maand-jaar, bijvoorbeeld 1-10-2026.",
    )
    voorlopig = forms.ChoiceField(
        label="Voorlopig of definitief",
        required=False,
        choices=[("", "Definitief"), ("ja", "Voorlopig: het cijfer kan nog veranderen")],
        help_text="Een voorlopig cijfer komt na controle meteen op de site, met dat woord erbij.",
    )
    bron = forms.CharField(
        label="Bron", required=False, max_length=500, help_text="Wie heeft dit gemeten? Bijvoorbeeld CBS."
    )
    gemeten_op = forms.DateField(
        label="Gemeten op",
        required=False,
        input_formats=DATUMS,
        help_text="Dag-maand-jaar, bijvoorbeeld 31-12-2025.",
        error_messages={"invalid": "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 31-12-2025."},
    )
    uit_publicatie = forms.ModelChoiceField(
        Publicatie.objects.none(),
        label="Staat het in een document?",
        required=False,
        empty_label="Nee, of niet op deze site",
    )
    uit_regel = forms.IntegerField(
        label="Op welke regel?",
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput,
        help_text="Het nummer dat op deze site bij de regel staat.",
        error_messages={"invalid": "Typ het nummer van de regel, bijvoorbeeld 360."},
    )
    toelichting = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Iedereen kan dit lezen. Noem geen namen van personen.",
    )
    reden = forms.CharField(
        label="Waarom wordt het anders?",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dit cijfer staat al op de site. Iedereen kan lezen waarom het anders wordt.",
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    begrepen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, meting: Meting, volledig: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meting, self.volledig = meting, volledig
        self.waarde: Decimal | None = None
        documenten = Publicatie.objects.geladen().documenten()
        self.fields["uit_publicatie"].queryset = documenten  # type: ignore[attr-defined]
        self.fields["ingetypt"].help_text = invulhulp(meting.definitie)

    def clean_ingetypt(self) -> str:
        getypt = " ".join(self.cleaned_data["ingetypt"].split())
        if getypt:
            try:
                self.waarde = lees_waarde(getypt, self.meting.definitie)
            except NietBegrepen as niet:
                raise ValidationError(str(niet)) from niet
        return getypt

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        if velden.get("geen") and velden.get("ingetypt"):
            self.add_error("geen", "U typte een cijfer en koos ook waarom er geen cijfer is. Haal een van de twee weg.")
        if bool(velden.get("uit_publicatie")) != bool(velden.get("uit_regel")):
            self.add_error("uit_regel", "Kies het document én typ de regel, of laat ze allebei leeg.")
        elif velden.get("uit_publicatie") and not self._passage(velden):
            self.add_error("uit_regel", f"{velden['uit_publicatie']} heeft geen regel {velden['uit_regel']} met tekst.")
        if velden.get("gemeten_op") and velden["gemeten_op"] > timezone.localdate():
            self.add_error("gemeten_op", "Deze dag moet nog komen. Typ de dag waarop het is gemeten.")
        self._bekend_vanaf(velden)
        if self.volledig:
            self._is_volledig(velden)
        return velden

    def _bekend_vanaf(self, velden: dict[str, Any]) -> None:
        """A day still to come, of what is not known yet; who typed the figure itself has no need of it any more."""
        dag = velden.get("bekend_vanaf")
        if dag is None or velden.get("geen") == Opgave.Geen.NNB:
            if dag and dag <= timezone.localdate():
                self.add_error("bekend_vanaf", "Deze dag is al geweest. Typ een dag die nog komt, of haal hem weg.")
        elif velden.get("geen") or velden.get("ingetypt"):
            velden["bekend_vanaf"] = None
        else:
            self.add_error("geen", "U typte vanaf wanneer het cijfer bekend is. Kies hier dan “nog niet bekend”.")

    def _is_volledig(self, velden: dict[str, Any]) -> None:
        vandaag = timezone.localdate()
        if not velden.get("ingetypt") and not velden.get("geen") and "ingetypt" not in self.errors:
            self.add_error("ingetypt", "Typ het cijfer, of kies hieronder waarom er geen cijfer is.")
        if not velden.get("bron") and not velden.get("geen"):
            self.add_error("bron", "Schrijf wie dit heeft gemeten, bijvoorbeeld CBS.")
        peildatum = self.meting.definitie.meetperiode == Definitie.Meetperiode.PEILDATUM
        if peildatum and self.waarde is not None and not velden.get("gemeten_op") and "gemeten_op" not in self.errors:
            self.add_error("gemeten_op", "Dit cijfer geldt op één dag. Typ welke dag, bijvoorbeeld 31-12-2025.")
        if self.waarde is not None and velden.get("voorlopig") != "ja" and not self.meting.is_voorbij(vandaag):
            self.add_error("voorlopig", f"{self.meting.over} is nog niet voorbij. Een cijfer is nu nog voorlopig.")
        velden["reden"] = velden.get("reden") or self.vanzelf
        if self.meting.is_verbetering and not velden.get("reden"):
            self.add_error("reden", "Dit cijfer staat al op de site. Schrijf waarom het anders wordt.")
        if self.te_verklaren and not velden.get("toelichting"):
            self.add_error("toelichting", f"Leg dit uit. {' '.join(self.te_verklaren)}")

    @staticmethod
    def _passage(velden: dict[str, Any]) -> Passage | None:
        """The line where the figure stands, if it is said and has words."""
        if not velden.get("uit_publicatie") or not velden.get("uit_regel"):
            return None
        nu = Passage.objects.filter(
            lezing__publicatie=velden["uit_publicatie"], lezing__staat=Lezing.Staat.GEPUBLICEERD
        )
        return nu.filter(regel=velden["uit_regel"], tekst__regex=r"\w").select_related("lezing__publicatie").first()

    @property
    def vanzelf(self) -> str:
        """Why it becomes another than is on the site, where nobody needs to ask; else empty."""
        vorige = self.meting.vorige_opgave
        if vorige is None or self.waarde is None:
            return ""
        if vorige.is_nog_niet_bekend:
            return NU_BEKEND
        blijft = vorige.voorlopig and vorige.waarde == self.waarde
        return NU_DEFINITIEF if blijft and self.cleaned_data.get("voorlopig") != "ja" else ""

    @property
    def opvallend(self) -> list[str]:
        """What is remarkable about the value that was understood."""
        return [] if self.waarde is None else [*self.meting.opvallend(self.waarde), *self._niet_op_de_regel()]

    @property
    def te_verklaren(self) -> list[str]:
        """What of that the toelichting must explain."""
        return [] if self.waarde is None else [*self.meting.te_verklaren(self.waarde), *self._niet_op_de_regel()]

    def _niet_op_de_regel(self) -> list[str]:
        passage = self._passage(self.cleaned_data)
        if passage is None or self.waarde is None or staat_in(self.waarde, passage.tekst):
            return []
        return [f"Op regel {passage.regel} van {passage.lezing.publicatie} staat dit cijfer niet."]

    @property
    def begrepen_als(self) -> str:
        """What the site understood: the figure as it will be shown, or why there is none."""
        if self.waarde is not None:
            return schrijf_waarde(self.waarde, self.meting.definitie)
        return str(dict(Opgave.Geen.choices).get(self.data.get(self.add_prefix("geen"), ""), ""))

    @property
    def is_bevestigd(self) -> bool:
        """Whether the person saw how their figure is understood; or typed it as the site writes it."""
        getypt = self.cleaned_data.get("ingetypt") or None
        return self.begrepen_als in (self.data.get("begrepen", ""), getypt)

    @property
    def invoer(self) -> Invoer:
        namen = Invoer.__dataclass_fields__.keys() - {"waarde", "voorlopig", "uit_passage"}
        return Invoer(
            **{naam: self.cleaned_data[naam] for naam in namen},
            waarde=self.waarde,
            voorlopig=self.cleaned_data["voorlopig"] == "ja",
            uit_passage=self._passage(self.cleaned_data),
        )


def invulhulp(definitie: Definitie) -> str:
    """How the figure of this definitie is typed."""
    cijfers = {0: "een heel getal", 1: "één cijfer achter de komma"}.get(
        definitie.decimalen, f"{definitie.decimalen} cijfers achter de komma"
    )
    voorbeeld = schrijf_waarde(Decimal(2594) if definitie.bovengrens is None else Decimal("6.5"), definitie)
    if definitie.eenheid == "%":
        voorbeeld = schrijf_waarde(Decimal("76.4"), definitie)
    return f"{eenheid(definitie).capitalize()}, {cijfers}. Bijvoorbeeld {voorbeeld}."


def eerste_waarden(meting: Meting) -> dict[str, Any]:
    """What the form shows at first; of a figure that is on the site who counted it, when, and what was said of it."""
    begin, vorige = beginwaarden(meting), meting.vorige_opgave
    if meting.opgave is not None or vorige is None:
        return begin
    if vorige.is_nog_niet_bekend:  # what was said of it is why there was no figure
        return {**begin, "bron": vorige.bron}
    van_vorige = {"bron": vorige.bron, "toelichting": vorige.toelichting, "gemeten_op": _dag(vorige.gemeten_op)}
    return {**begin, **van_vorige, "ingetypt": vorige.ingetypt if vorige.voorlopig else ""}


def beginwaarden(meting: Meting) -> dict[str, Any]:
    """What is filled in now: the opgave on its way, if there is one."""
    opgave = meting.opgave
    if opgave is None:
        return {"gezien": meting.stand}
    aanhaling = opgave.uit_aanhaling
    plaats = aanhaling.plaats if aanhaling else None
    return {
        **{naam: getattr(opgave, naam) for naam in ("ingetypt", "geen", "bron", "toelichting", "reden")},
        "voorlopig": "ja" if opgave.voorlopig else "",
        "bekend_vanaf": _dag(opgave.bekend_vanaf),
        "gemeten_op": _dag(opgave.gemeten_op),
        "uit_publicatie": aanhaling.publicatie_id if aanhaling else None,
        "uit_regel": plaats.van_regel if plaats else None,
        "gezien": meting.stand,
    }


def _dag(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else ""


def staat_in(waarde: Decimal, tekst: str) -> bool:
    """Whether a line has this number as a word of its own."""
    woorden = (woord.strip("().,;:") for woord in tekst.split())
    return any(is_cel(woord) and lees_cel(woord).waarde == waarde for woord in woorden if len(woord) < 16)
