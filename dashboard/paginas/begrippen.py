"""What words and abbreviations mean: as a page, and for the script that explains them where they are printed."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from indicators.models import Duiding, Duidingsoort


def begrippen(request: HttpRequest) -> HttpResponse:
    """All of them by the alphabet, each with where a document has it."""
    uitgelegd = Duiding.objects.geldend().van_soort(Duidingsoort.BEGRIP).met_bronnen()
    op_alfabet = sorted(uitgelegd, key=lambda begrip: begrip.wat.casefold())
    return render(request, "dashboard/paginas/begrippen.html", {"begrippen": op_alfabet})


def woorden(request: HttpRequest) -> JsonResponse:
    """Each with its explanation, as {"BUIG": "…"}."""
    uitgelegd = Duiding.objects.geldend().van_soort(Duidingsoort.BEGRIP)
    return JsonResponse(dict(uitgelegd.values_list("wat", "zin")))
