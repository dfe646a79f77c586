"""The page to search on; a code of a document goes straight to what has it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from dashboard.paginas.zoeken.codes import adres_van_code
from dashboard.paginas.zoeken.suggesties import suggesties
from dashboard.paginas.zoeken.zoekpagina import Zoekpagina
from indicators.models import Lezing
from indicators.zoeken.zoekvraag import LANGSTE_VRAAG, Zoekvraag


@require_safe
def zoeken(request: HttpRequest) -> HttpResponse:
    """What the site and its documents have of `q`; with `in` all of it in one document."""
    tekst = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LANGSTE_VRAAG]
    vraag = Zoekvraag(tekst)
    if not vraag.woorden:
        return render(request, "dashboard/paginas/zoeken/zoeken.html", {"q": tekst})
    adres = adres_van_code(tekst)
    if adres:
        return redirect(adres)
    gekozen = request.GET.get("in", "")[:40]
    lezing = Lezing.objects.documenten().filter(publicatie__slug=gekozen).first() if gekozen else None
    return render(request, "dashboard/paginas/zoeken/zoeken.html", Zoekpagina(vraag, lezing).context)


@require_safe
def voorstellen(request: HttpRequest) -> JsonResponse:
    """Names that begin with what is being typed, as {"namen": [...]}."""
    return JsonResponse({"namen": suggesties(request.GET.get("q", "")[:LANGSTE_VRAAG].replace("\x00", ""))})
