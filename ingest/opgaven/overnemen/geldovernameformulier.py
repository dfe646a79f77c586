"""The form for an amount that is taken over: what a doelstelling cost, or was to cost after every change."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from indicators.models import Bedrag, Doelstelling, Geldtabel, Publicatie
from ingest.lezer.taal.getallen import GeenGetal, lees_bedrag
from ingest.models import Account, Geldovername, Rol
from ingest.models.overnames import LEEFT
from ingest.opgaven.formulier import staat_in
from ingest.opgaven.overnemen.overnameformulier import Plaatsformulier, getal

KOST, LEVERT_OP = "kost", "levert op"


class Geldovernameformulier(Plaatsformulier):
    """One amount of a doelstelling with its place in jaarstukken that are not on this site."""

    jaar = getal("De jaarstukken van welk jaar?", "Bijvoorbeeld 2024.", "Typ het jaar van de jaarstukken.", 1990, 2200)
    doelstelling = forms.ModelChoiceField(
        Doelstelling.objects.none(),
        label="Welke doelstelling?",
        empty_label="Kies…",
        error_messages={"required": "Kies de doelstelling."},
    )
    stand = forms.ChoiceField(
        label="Wat is dit bedrag?",
        choices=[("", "Kies…"), *Geldovername.Stand.choices],
        error_messages={"required": "Kies rekening of begroting na wijziging."},
    )
    ingetypt = forms.CharField(
        label="Bedrag",
        max_length=40,
        help_text="Het saldo van de doelstelling zoals gedrukt, bijvoorbeeld -14.714.",
        error_messages={"required": "Typ het bedrag."},
    )
    schaal = forms.TypedChoiceField(
        label="Waarin is het gedrukt?",
        choices=[("", "Kies…"), ("1000", "In duizenden euro’s (x € 1.000)"), ("1", "In hele euro’s")],
        coerce=int,
        error_messages={"required": "Kies duizenden of hele euro’s."},
    )
    kant = forms.ChoiceField(
        label="Kost dit de gemeente geld?",
        choices=[("", "Kies…"), (KOST, "Ja, dit zijn netto lasten"), (LEVERT_OP, "Nee, dit zijn netto baten")],
        help_text="Documenten schrijven een min soms voor lasten en soms voor baten.",
        error_messages={"required": "Kies lasten of baten."},
    )

    field_order = ("jaar", "titel", "vastgesteld", "adres", "bladzijde", "doelstelling", "stand", "gedrukt", "ingetypt")

    def __init__(self, *args: Any, account: Account, vorige: Geldovername | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vorige = vorige
        self.fields["titel"].help_text = "Zoals die op de voorkant staat. Bijvoorbeeld Jaarstukken 2024."
        self.fields["gedrukt"].help_text = "De hele regel, precies zo."
        self.fields["doelstelling"].queryset = doelstellingen_van(account)  # type: ignore[attr-defined]
        if vorige:  # what it is about stays
            for veld in ("jaar", "doelstelling", "stand"):
                self.fields[veld].disabled = True

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        jaar, doelstelling, stand = velden.get("jaar"), velden.get("doelstelling"), velden.get("stand")
        if jaar and jaar >= timezone.localdate().year:
            self.add_error("jaar", f"De jaarstukken van {jaar} zijn er nog niet.")
        elif jaar and doelstelling and _op_de_site(doelstelling, jaar):
            self.add_error("jaar", f"De jaarstukken van {jaar} staan al op deze site. Dit bedrag komt daaruit zelf.")
        elif jaar and doelstelling and self._is_er_al(doelstelling, stand, jaar):
            self.add_error("jaar", "Dit bedrag is al overgenomen. U vindt het in de lijst.")
        if doelstelling and not doelstelling.posten.filter(tabel=Geldtabel.DOELSTELLING).exists():
            self.add_error("doelstelling", "Van deze doelstelling staat geen geld op deze site.")
        if velden.get("ingetypt") and velden.get("kant") and velden.get("schaal"):
            velden["bedrag"] = self._bedrag(velden)
        return velden

    def _is_er_al(self, doelstelling: Doelstelling, stand: str | None, jaar: int) -> bool:
        zelfde = Geldovername.objects.filter(doelstelling=doelstelling, stand=stand, jaar=jaar, staat__in=LEEFT)
        return (zelfde.exclude(pk=self.vorige.pk) if self.vorige else zelfde).exists()

    def _bedrag(self, velden: dict[str, Any]) -> Decimal | None:
        try:
            waarde = lees_bedrag(velden["ingetypt"]).waarde
        except GeenGetal:
            waarde = None
        if waarde is None:
            self.add_error("ingetypt", f"“{velden['ingetypt']}” is geen bedrag. Typ het zoals gedrukt: -14.714.")
            return None
        if velden.get("gedrukt") and not staat_in(waarde, velden["gedrukt"]):
            self.add_error("ingetypt", "Dit bedrag staat niet op de regel die u overtypte. Kijk beide na.")
        bedrag: Decimal = abs(waarde) * velden["schaal"]
        return -bedrag if velden["kant"] == KOST else bedrag

    @property
    def velden(self) -> dict[str, Any]:
        """The fields of the Geldovername."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "kant"}


def doelstellingen_van(account: Account) -> Any:
    """Those of which this person may enter everything."""
    eigen = account.rechten.filter(rol=Rol.INVOERDER).values("doelstelling")
    return Doelstelling.objects.filter(pk__in=eigen).order_by("code")


def beginwaarden_bedrag(account: Account, vorige: Geldovername | None) -> dict[str, Any]:
    """Of one that was sent back what was typed; for the next one the document of the last one of this person."""
    laatste = vorige or Geldovername.objects.filter(invoerders__contains=[account.actor]).order_by("pk").last()
    if laatste is None:
        return {}
    velden = {naam: getattr(laatste, naam) for naam in ("titel", "adres", "bladzijde", "jaar", "schaal")}
    velden["vastgesteld"] = "ja" if laatste.vastgesteld else "nee"
    if vorige:
        kant = KOST if vorige.bedrag < 0 else LEVERT_OP
        velden |= {naam: getattr(vorige, naam) for naam in ("gedrukt", "ingetypt", "stand")}
        velden |= {"doelstelling": vorige.doelstelling_id, "kant": kant}
    return velden


def _op_de_site(doelstelling: Doelstelling, jaar: int) -> bool:
    """Whether the jaarstukken of that year are, with an amount of this doelstelling."""
    gedrukt = Bedrag.objects.gedrukt().onder(doelstelling).filter(jaar=jaar)
    return gedrukt.filter(benaming__publicatie__soort=Publicatie.Soort.JAARSTUKKEN).exists()
