"""The page of one indicator."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dashboard.paginas.indicator.beeld import alle_vermeldingen, maak_beelden
from dashboard.paginas.indicator.opgegeven import opgegeven
from dashboard.paginas.indicator.teksten import edities_over_indicator, elders
from dashboard.paginas.merktekens import merktekens
from indicators.bronverschil import verschillen
from indicators.models import (
    Bewoording,
    Indicator,
    Opvolging,
    Publicatie,
    Tekst,
    Vermelding,
)


def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator: chart, table, and beside each other what each edition says of it."""
    ding = get_object_or_404(Indicator.objects.select_related("doelstelling__programma", "hoort_bij"), slug=slug)
    edities = Publicatie.objects.geladen().edities()
    geladen = list(edities.over(ding.doelstelling.programma) if ding.doelstelling else edities)
    [beeld] = maak_beelden([ding], *alle_vermeldingen(Vermelding.objects.voor(ding)))
    teksten = Tekst.objects.geldend().filter(definitie__indicator=ding).met_bron()
    bewoordingen = Bewoording.objects.filter(definitie__indicator=ding).select_related("definitie")
    per_editie = edities_over_indicator(ding, geladen, bewoordingen, teksten, beeld.vermeldingen, beeld.breuken)
    overgangen = Opvolging.objects.filter(Q(van_indicator=ding) | Q(naar_indicator=ding))
    overgangen = overgangen.select_related("van_indicator", "naar_indicator", "publicatie")
    context = {
        "indicator": ding,
        "beeld": beeld,
        "merken": merktekens([ding], geladen)[ding.slug],
        "bronverschillen": [v for v in verschillen(beeld.gekozen, beeld.vermeldingen) if v.cijfers > 1],
        "kolommen": per_editie,
        "gelezen": [kolom.editie for kolom in per_editie if kolom.bewoordingen and kolom.is_gelezen],
        "referenties": [ding for kolom in per_editie for ding in kolom.per_soort["referentie"]],
        "eigen_cijfers": [ding for kolom in per_editie for ding in kolom.per_soort["eigen_cijfer"]],
        "banden": [ding for kolom in per_editie for ding in kolom.per_soort["band"]],
        "elders": elders(ding.doelstelling),
        "geladen": geladen,
        "opgegeven": opgegeven(ding),
        "erbij": ding.erbij.all(),
        "opvolgingen": [opvolging for opvolging in overgangen if opvolging.van_indicator == ding],
        "voorgangers": [opvolging for opvolging in overgangen if opvolging.naar_indicator == ding],
    }
    return render(request, "dashboard/paginas/indicator/indicator.html", context)
