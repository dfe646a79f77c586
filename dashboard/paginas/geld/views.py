"""The page on what it costs."""

from collections.abc import Collection

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.geld.bedragen import (
    BELEID,
    grootste_post,
    per_editie,
    programma_in_het_kort,
    rekeningjaar,
    telt_niet_op,
    vergelijkbare_jaren,
    waterval,
)
from dashboard.paginas.geld.dekking import nieuw_beleid
from dashboard.paginas.geld.naastelkaar import tabel_eigen_kosten, tabel_rekening, tabel_van_jaar
from dashboard.paginas.programmakeuze import kies_programma
from indicators.models import Bedrag, Geldstand, Geldtabel
from indicators.netto import geldregels

DELEN = (
    (Geldtabel.DOELSTELLING, "Netto kosten per doelstelling", "Een min is wat de gemeente uitgeeft."),
    (Geldtabel.UITSPLITSING, "Uitsplitsing per post", "Lasten met een min, baten zonder."),
    *BELEID,
)


def geld(request: HttpRequest) -> HttpResponse:
    """What a year costs, where that differs between the editions, who pays, and every printed table."""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/paginas/nog_leeg.html")
    programma, nieuwste = keuze.programma, keuze.nieuwste
    bedragen = list(Bedrag.objects.geldend().vergelijkbaar().in_programma(programma).met_bron())
    alle = geldregels(bedragen)
    jaren = vergelijkbare_jaren(alle)
    jaar = _gekozen_jaar({*jaren, nieuwste.jaar}, request.GET.get("jaar"), nieuwste.jaar)
    van_jaar = [regel for regel in alle if regel.jaar == jaar]
    jaar_van_rekening = rekeningjaar(bedragen)
    nagewijzigd = Bedrag.objects.gedrukt().in_programma(programma).filter(stand=Geldstand.NA_WIJZIGING)
    context = {
        "keuze": keuze,
        "programma": programma,
        "jaar": jaar,
        "jaren": jaren,
        "kosten": programma_in_het_kort(van_jaar),
        "waterval": waterval(van_jaar),
        "vergelijking": tabel_van_jaar("vergelijking", van_jaar),
        "telt_niet_op": telt_niet_op(van_jaar),
        "rekeningjaar": jaar_van_rekening,
        "met_na_wijziging": jaar_van_rekening is not None and nagewijzigd.filter(jaar=jaar_van_rekening).exists(),
        "rekening": tabel_rekening("rekening", bedragen, jaar_van_rekening) if jaar_van_rekening else None,
        "eigen_kosten": tabel_eigen_kosten("eigen-kosten", van_jaar),
        "grootste_post": grootste_post(van_jaar),
        "nieuw_beleid": nieuw_beleid(bedragen),
        "programmatabellen": per_editie(Geldtabel.PROGRAMMA, "Lasten, baten en reserves", bedragen),
        "delen": [(kop, uitleg, per_editie(tabel, kop, bedragen)) for tabel, kop, uitleg in DELEN],
    }
    return render(request, "dashboard/paginas/geld/geld.html", context)


def _gekozen_jaar(jaren: Collection[int], gevraagd: str | None, anders: int) -> int:
    if gevraagd is None:
        return anders
    for jaar in jaren:
        if str(jaar) == gevraagd:
            return jaar
    raise Http404(f"Over {gevraagd} staat hier geen begroting")
