"""The CSV files, streamed."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404

from dashboard.bestanden import export
from indicators.models import Bedrag, Doelstelling, Indicator, Referentiecijfer, Vermelding
from indicators.models.cijfers import VermeldingQuerySet


def cijfers_csv(request: HttpRequest) -> HttpResponseBase:
    """All cells of all indicator tables."""
    return _cijfers(request, Vermelding.objects.geldend(), "cijfers")


def indicator_csv(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Those of one indicator."""
    gevraagd = get_object_or_404(Indicator, slug=slug)
    return _cijfers(request, Vermelding.objects.geldend().voor(gevraagd), slug)


def doelstelling_csv(request: HttpRequest, code: str) -> HttpResponseBase:
    """Those of one doelstelling."""
    gevraagd = get_object_or_404(Doelstelling, code=code)
    return _cijfers(request, Vermelding.objects.geldend().onder(gevraagd), f"doelstelling-{code}")


def bedragen_csv(request: HttpRequest) -> HttpResponseBase:
    """All printed amounts of all money tables."""
    stijl = request.GET.get("stijl", "rfc4180")
    return _antwoord(export.uitvoer_bedragen(Bedrag.objects.gedrukt(), stijl), stijl, "bedragen")


def referenties_csv(request: HttpRequest) -> HttpResponseBase:
    """All figures of other gemeenten and of the country."""
    stijl = request.GET.get("stijl", "rfc4180")
    return _antwoord(export.uitvoer_referenties(Referentiecijfer.objects.geldend(), stijl), stijl, "referenties")


def _cijfers(request: HttpRequest, vermeldingen: VermeldingQuerySet, naam: str) -> HttpResponseBase:
    stijl = request.GET.get("stijl", "rfc4180")
    return _antwoord(export.uitvoer_cijfers(vermeldingen, stijl), stijl, naam)


def _antwoord(uitvoer: export.Uitvoer, stijl: str, naam: str) -> HttpResponseBase:
    if stijl not in export.STIJLEN:
        tekst = f'De stijl "{stijl}" bestaat niet. Kies rfc4180 of excel-nl, of laat stijl weg.\n'
        return HttpResponse(tekst, content_type="text/plain; charset=utf-8", status=400)
    antwoord = StreamingHttpResponse(
        export.stroom(uitvoer, stijl), content_type="text/csv; charset=utf-8; header=present"
    )
    antwoord["Content-Disposition"] = f'attachment; filename="doelwijzer-{naam}.csv"'
    return antwoord
