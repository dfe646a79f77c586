"""What the documents on the site print and the site has no amount of: without it a sum cannot be checked."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import CharField, F, IntegerField, Value
from django.db.models.functions import Cast

from indicators.aansluiting import Gat
from indicators.models import Bedrag, Bevinding, DoelstellingBenaming, Lezing, Vermelding

_ONZEKER = (Vermelding.Leeg.PM, Vermelding.Leeg.NNB, Vermelding.Leeg.TOELICHTING)
_GEEN = Value(None, output_field=IntegerField())


def gaten_van(publicaties: Iterable[int]) -> dict[int, list[Gat]]:
    """By the key of its publicatie: rows that were refused, amounts that are "pm", and every doelstelling."""
    sleutels = list(publicaties)
    geweigerd = Bevinding.objects.filter(
        lezing__publicatie__in=sleutels,
        lezing__staat=Lezing.Staat.GEPUBLICEERD,
        ernst=Bevinding.Ernst.FOUT,
        regel__isnull=False,
    ).values_list("lezing__publicatie", "regel", _tekst(""), _GEEN, _tekst(""))
    niet_genoemd = (
        Bedrag.objects.geldend()
        .filter(benaming__publicatie__in=sleutels, leeg__in=_ONZEKER)
        .values_list("benaming__publicatie", "passage__regel", _als_tekst("benaming__naam"), F("jaar"), _tekst(""))
    )
    doelstellingen = DoelstellingBenaming.objects.filter(publicatie__in=sleutels, beeindigd_op=None).values_list(
        "publicatie", _GEEN, _tekst(""), _GEEN, _als_tekst("doelstelling__code")
    )
    gevonden: dict[int, list[Gat]] = defaultdict(list)
    for publicatie, *gat in geweigerd.order_by().union(niet_genoemd.order_by(), doelstellingen.order_by()):
        gevonden[publicatie].append(Gat(*gat))
    for gaten in gevonden.values():
        gaten.sort(key=lambda gat: (gat.regel or 0, str(gat)))
    return gevonden


def _tekst(tekst: str) -> Value:
    return Value(tekst, output_field=CharField())


def _als_tekst(veld: str) -> Cast:
    return Cast(veld, CharField())
