"""What a page shows can be taken along as a file: the same address with `tabel=<id>&als=csv` or `grafiek=<id>&als=svg`.

The page is made first, with its choices; the file is then made of the very table or chart that stood on it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.text import slugify

from dashboard.grafieken.bestand import als_svg

SOORTEN = {
    ("tabel", "csv"): "text/csv; charset=utf-8; header=present",
    ("tabel", "xlsx"): "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ("grafiek", "svg"): "image/svg+xml; charset=utf-8",
}
NIET_DAAR = "Dit is er niet in deze vorm. Ga naar de pagina en kies een bestand onder de tabel of de grafiek.\n"


class MeeneemMiddleware:
    """Answers with the file that is asked for instead of the page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        antwoord = self.get_response(request)
        gevraagd = request.GET.keys() & {"tabel", "grafiek", "als"}
        # What is a file already was made by a page for who enters figures.
        if not gevraagd or antwoord.status_code != 200 or antwoord.has_header("Content-Disposition"):
            return antwoord
        wat, als = "grafiek" if "grafiek" in gevraagd else "tabel", request.GET.get("als", "")
        sleutel = request.GET.get(wat, "")
        ding = getattr(request, "getoond", {}).get((wat, sleutel))
        if ding is None or (wat, als) not in SOORTEN:
            return HttpResponse(NIET_DAAR, content_type="text/plain; charset=utf-8", status=404)
        bestand = HttpResponse(_maak(wat, als, ding, _adres(request)), content_type=SOORTEN[wat, als])
        naam = slugify("-".join([sleutel, *map(str, _keuzes(request).values())]))
        bestand["Content-Disposition"] = f'attachment; filename="doelwijzer-{naam}.{als}"'
        return bestand


def _maak(wat: str, als: str, ding: Any, adres: str) -> bytes:
    if wat == "grafiek":
        return als_svg(ding, adres)
    # Here, for every start of the site and of a command would wait for openpyxl.
    from dashboard.bestanden.tabelbestand import tabel_als_csv, tabel_als_xlsx

    return tabel_als_csv(ding, adres) if als == "csv" else tabel_als_xlsx(ding, adres)


def _keuzes(request: HttpRequest) -> QueryDict:
    """The choices of the page, without the file that is asked for."""
    keuzes = request.GET.copy()
    for sleutel in ("tabel", "grafiek", "als"):
        keuzes.pop(sleutel, None)
    return keuzes


def _adres(request: HttpRequest) -> str:
    return request.build_absolute_uri(f"{request.path}?{_keuzes(request).urlencode()}".removesuffix("?"))
