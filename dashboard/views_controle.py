"""The pages that check the documents: whether they add up, and what they said would come to the raad."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dashboard import aansluitingpagina, raadpagina
from dashboard.aansluitingpagina import Uitkomst
from dashboard.programmakeuze import kies_programma
from indicators.models import Bedrag, Publicatie, Tekst
from indicators.toezeggingen import Status, toezeggingen


def aansluiting(request: HttpRequest) -> HttpResponse:
    """Every sum that the editions print or imply, and the figures that they tell differently."""
    keuze, geladen = kies_programma(request), _geladen()
    if keuze is None:
        return render(request, "dashboard/nog_leeg.html")
    bedragen = Bedrag.objects.gedrukt().in_programma(keuze.programma).met_bron()
    optellingen = aansluitingpagina.optellingen(bedragen)
    verschillen, afrondingen, kloppend = (aansluitingpagina.met_uitkomst(optellingen, deze) for deze in Uitkomst)
    context = {
        "keuze": keuze,
        "edities": list(dict.fromkeys(optelling.publicatie for optelling in optellingen)),
        "aantal": len(optellingen),
        "verschillen": verschillen,
        "afrondingen": afrondingen,
        "kloppend": kloppend,
        "kloppend_per_soort": aansluitingpagina.per_soort(kloppend),
        "tegenspraken": aansluitingpagina.tegengesproken(geladen),
        "zonder_uitleg": aansluitingpagina.niet_uitgelegd(geladen),
    }
    return render(request, "dashboard/aansluiting.html", context)


def raad(request: HttpRequest) -> HttpResponse:
    """What the documents say will come to the raad, and every motie with its stand van zaken."""
    geladen = _geladen()
    if not geladen:
        return render(request, "dashboard/nog_leeg.html")
    met_de_hand = {ding.plaats.publicatie for ding in toezeggingen()}
    teksten = list(Tekst.objects.geldend().filter(soort__in=["motie", "stand van zaken"]).met_bron())
    vandaag = timezone.localdate()
    punten = raadpagina.punten(geladen, teksten, vandaag)
    moties = [punt for punt in punten if punt.toezegging.motie]
    context = {
        "vandaag": vandaag,
        "gelezen": [naam for naam in geladen if naam in met_de_hand],
        "niet_gelezen": [naam for naam in geladen if naam not in met_de_hand],
        "aangekondigd": [punt for punt in punten if not punt.toezegging.motie],
        "moties": moties,
        "aantallen": raadpagina.tel(moties),
        "open": sum(punt.status in (Status.VOORBIJ, Status.LOOPT) for punt in moties),
        "zonder_oordeel": raadpagina.zonder_oordeel(moties, teksten),
    }
    return render(request, "dashboard/raad.html", context)


def _geladen() -> dict[str, Publicatie]:
    return {publicatie.naam: publicatie for publicatie in Publicatie.objects.geladen().documenten()}
