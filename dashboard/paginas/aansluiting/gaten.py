"""What the documents on the site print and the site has no amount of: without it a sum cannot be checked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast

from indicators.aansluiting import Gat
from indicators.database.versie import per_versie
from indicators.models import (
    Bedrag,
    Bevinding,
    Doelstelling,
    DoelstellingBenaming,
    Geldtabel,
    Lezing,
    Publicatie,
    Vermelding,
)

_ONZEKER = (Vermelding.Leeg.PM, Vermelding.Leeg.NNB, Vermelding.Leeg.TOELICHTING)
_ZIJN_JAARSTUKKEN = "jaarstukken"
_GEEN = Value(None, output_field=IntegerField())


@per_versie
def gaten_van(*publicaties: int) -> Mapping[int, Sequence[Gat]]:
    """By the key of its publicatie: rows that were refused, amounts that are "pm", and every doelstelling.

    Where products of a programma were read, so is each row among them that is none, as far as its table says.
    """
    geweigerd = Bevinding.objects.filter(
        lezing__publicatie__in=publicaties,
        lezing__staat=Lezing.Staat.GEPUBLICEERD,
        ernst=Bevinding.Ernst.FOUT,
        regel__isnull=False,
    ).values_list("lezing__publicatie", "regel", _tekst(""), _GEEN, _tekst(""))
    niet_genoemd = (
        Bedrag.objects.geldend()
        .filter(benaming__publicatie__in=publicaties, leeg__in=_ONZEKER)
        .values_list("benaming__publicatie", "passage__regel", _als_tekst("benaming__naam"), F("jaar"), _tekst(""))
    )
    met_onderdelen = Publicatie.objects.filter(
        pk__in=publicaties, posten__post__tabel=Geldtabel.UITSPLITSING, posten__post__doelstelling=None
    )
    los = (
        Bedrag.objects.geldend()
        .filter(benaming__publicatie__in=met_onderdelen, benaming__post__tabel=Geldtabel.OVERZICHT)
        .values_list("benaming__publicatie", "passage__regel", _als_tekst("benaming__naam"), _GEEN, _tekst(""))
    )
    doelstellingen = DoelstellingBenaming.objects.filter(publicatie__in=publicaties, beeindigd_op=None).values_list(
        "publicatie", _GEEN, _tekst(""), _GEEN, _als_tekst("doelstelling__code")
    )
    jaarstukken = Publicatie.objects.filter(pk__in=publicaties, soort=Publicatie.Soort.JAARSTUKKEN).values_list(
        "pk", _GEEN, _tekst(_ZIJN_JAARSTUKKEN), _GEEN, _tekst("")
    )
    delen = (niet_genoemd.order_by(), los.order_by(), doelstellingen.order_by(), jaarstukken.order_by())
    gevonden: dict[int, list[Gat]] = defaultdict(list)
    alle_doelen: list[str] | None = None
    for publicatie, *gat in geweigerd.order_by().union(*delen):
        if gat[1] == _ZIJN_JAARSTUKKEN:  # they need not print every doelstelling that there is
            alle_doelen = alle_doelen or list(Doelstelling.objects.values_list("code", flat=True))
            gevonden[publicatie] += [Gat(None, doelstelling=code) for code in alle_doelen]
        else:
            gevonden[publicatie].append(Gat(*gat))
    for gaten in gevonden.values():
        gaten.sort(key=lambda gat: (gat.regel or 0, str(gat)))
    return gevonden


def _tekst(tekst: str) -> Value:
    return Value(tekst, output_field=CharField())


def _als_tekst(veld: str) -> Cast:
    return Cast(veld, CharField())
