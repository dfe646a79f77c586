"""The pages on what it costs, and on what changed from one begroting to another."""

from collections.abc import Collection, Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard import geldpagina, vergelijkpagina
from dashboard.dekkingpagina import nieuw_beleid
from dashboard.naastelkaar import tabel_eigen_kosten, tabel_rekening, tabel_van_jaar
from dashboard.programmakeuze import kies_programma
from indicators.models import Bedrag, Publicatie
from indicators.netto import regels
from indicators.vergelijking import vergelijk

BELEID = (
    ("nieuw-beleid", "Nieuw beleid", "Een min is extra kosten, zonder min is het dekking."),
    ("bezuinigingen", "Bezuinigingen en dekking", "Zonder min is het een besparing."),
)
DELEN = (
    ("doelstelling", "Netto kosten per doelstelling", "Een min is wat de gemeente uitgeeft."),
    ("uitsplitsing", "Uitsplitsing per post", "Lasten met een min, baten zonder."),
    *BELEID,
)


def geld(request: HttpRequest) -> HttpResponse:
    """What a year costs, where that differs between the editions, who pays, and every printed table."""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/nog_leeg.html")
    programma, nieuwste = keuze.programma, keuze.nieuwste
    bedragen = list(Bedrag.objects.geldend().vergelijkbaar().in_programma(programma).met_bron())
    alle = regels(bedragen)
    jaren = geldpagina.vergelijkbare_jaren(alle)
    jaar = _gekozen_jaar({*jaren, nieuwste.jaar}, request.GET.get("jaar"), nieuwste.jaar)
    van_jaar = [regel for regel in alle if regel.jaar == jaar]
    rekeningjaar = geldpagina.rekeningjaar(bedragen)
    nagewijzigd = Bedrag.objects.gedrukt().in_programma(programma).filter(stand="na wijziging")
    context = {
        "keuze": keuze,
        "programma": programma,
        "jaar": jaar,
        "jaren": jaren,
        "kosten": geldpagina.programma_in_het_kort(van_jaar),
        "waterval": geldpagina.waterval(van_jaar),
        "vergelijking": tabel_van_jaar("vergelijking", van_jaar),
        "telt_niet_op": geldpagina.telt_niet_op(van_jaar),
        "rekeningjaar": rekeningjaar,
        "met_na_wijziging": nagewijzigd.filter(jaar=rekeningjaar).exists(),
        "rekening": tabel_rekening("rekening", bedragen, rekeningjaar) if rekeningjaar else None,
        "eigen_kosten": tabel_eigen_kosten("eigen-kosten", van_jaar),
        "grootste_post": geldpagina.grootste_post(van_jaar),
        "nieuw_beleid": nieuw_beleid(bedragen),
        "programmatabellen": geldpagina.per_editie("programma", "Lasten, baten en reserves", bedragen),
        "delen": [(kop, uitleg, geldpagina.per_editie(tabel, kop, bedragen)) for tabel, kop, uitleg in DELEN],
    }
    return render(request, "dashboard/geld.html", context)


def _gekozen_jaar(jaren: Collection[int], gevraagd: str | None, anders: int) -> int:
    if gevraagd is None:
        return anders
    for jaar in jaren:
        if str(jaar) == gevraagd:
            return jaar
    raise Http404(f"Over {gevraagd} staat hier geen begroting")


def vergelijken(request: HttpRequest) -> HttpResponse:
    """Two editions beside each other, in either order; without a choice the newest and the one before it."""
    keuze = kies_programma(request)
    if keuze is None:
        return render(request, "dashboard/nog_leeg.html")
    programma, edities = keuze.programma, keuze.edities
    van = _gekozen_editie(edities, request.GET.get("van"), edities[-2:][0])
    naar = _gekozen_editie(edities, request.GET.get("naar"), edities[-1])
    if van == naar:
        return render(
            request, "dashboard/vergelijken.html", {"keuze": keuze, "edities": edities, "van": van, "naar": naar}
        )
    vergelijking = vergelijk(programma, van, naar)
    context = {
        "keuze": keuze,
        "edities": edities,
        "van": van,
        "naar": naar,
        "vergelijking": vergelijking,
        "samenvatting": vergelijkpagina.samenvatting(vergelijking),
        "doelen": vergelijkpagina.tabel_doelen(vergelijking),
        "merken": vergelijkpagina.merken(vergelijking),
        "geld": vergelijkpagina.tabellen_geld(vergelijking),
        "beleid": [
            (kop, uitleg, geldpagina.per_editie(tabel, kop, vergelijking.bedragen)) for tabel, kop, uitleg in BELEID
        ],
    }
    return render(request, "dashboard/vergelijken.html", context)


def _gekozen_editie(edities: Sequence[Publicatie], slug: str | None, anders: Publicatie) -> Publicatie:
    if slug is None:
        return anders
    for editie in edities:
        if editie.slug == slug:
            return editie
    raise Http404(f"{slug} staat niet op deze site")
