"""A page is made once for each version of the data: kept for the next reader, and not sent twice to the same one."""

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib import metadata
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TypeGuard
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, urlencode

from dashboard.draaien import bewaarplaats
from dashboard.draaien.bewaarplaats import BewaardePagina
from indicators.database.versie import zeg_versie
from indicators.models import Versie
from indicators.signalen import versie_verhoogd

MAPPEN = ("dashboard", "indicators", "templates")
SOORTEN = (".py", ".html", ".svg", ".yaml")

KEUZES = {
    "home": ("programma",),
    "doelen": ("programma",),
    "vergelijken": ("programma", "van", "naar"),
    "geld": ("programma", "jaar", "verloop", "document"),
    "aansluiting": ("programma",),
    "raad": (),
    "begrippen": (),
    "begrippen-woorden": (),
    "programma": ("vorm",),
    "doelstelling": ("vorm",),
    "hoofdstuk": ("jaar",),
    "indicator": ("naast",),
    "bronnen": (),
    "bron": (),
    "bevindingen": (),
    "over": (),
    "toegankelijkheid": (),
    "data": (),
    "cijfers-csv": ("stijl",),
    "bedragen-csv": ("stijl",),
    "referenties-csv": ("stijl",),
    "indicator-csv": ("stijl",),
    "doelstelling-csv": ("stijl",),
}
"""The pages that are kept, each with the choices that it has: what else stands in an address makes no other page."""
OVERAL = ("tabel", "grafiek", "als", "edities")
MEER_DAN_EEN = ("naast",)  # of the others the last one counts
GROOTSTE = 1_000_000
"""So many bytes has the largest file that is kept: a million figures are sent as they come from the database."""
EVEN = 0.05
"""Seconds in which a process does not ask again which version the data have: to ask takes longer than the rest of a
page that is kept. What it publishes itself it knows at once."""
EEN_TEL = "1"  # what the front keeps it without asking whether it is still so


@dataclass(frozen=True)
class Datastand:
    """What all pages depend on: the data, the site and the day (terms pass)."""

    etag: str
    sinds: int


class VerversMiddleware:
    """Answers 304 when nothing is another than at the last visit; who is not signed in gets the page that is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:  # a page may change without a new release
            raise MiddlewareNotUsed
        self.get_response = get_response
        inhoud, self.sinds = _uitgave()
        eigen = repr((settings.GEMEENTE, settings.UITGEVER, settings.CONTACT, settings.ADRES, _sjabloon()))
        self.code = sha256(f"{eigen} {inhoud}".encode()).hexdigest()[:12]
        self.gevraagd: tuple[float, Versie | None] | None = None
        versie_verhoogd.connect(self.vergeet)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        try:
            return self._antwoord(request)
        finally:
            zeg_versie(None)

    def _antwoord(self, request: HttpRequest) -> HttpResponseBase:
        zipt, keuzes = _neemt_ingepakt(request), _te_bewaren_keuzes(request)
        antwoord: BewaardePagina | HttpResponseBase
        if keuzes is None:
            stand, antwoord = self.stand(), self.get_response(request)
        else:
            stand, antwoord = self._voor_iedereen(request, keuzes)
        if isinstance(antwoord, BewaardePagina):
            antwoord = antwoord.antwoord(ingepakt=zipt)
            antwoord["X-Accel-Expires"] = EEN_TEL
        # What says itself how long it may be kept is for one person, and changes without a publication.
        elif antwoord.status_code != 200 or antwoord.has_header("Cache-Control"):
            return antwoord
        # The same page in other bytes, when it is compressed.
        etag = f"W/{stand.etag}" if antwoord.has_header("Content-Encoding") else stand.etag
        antwoord["ETag"], antwoord["Last-Modified"] = etag, http_date(stand.sinds)
        patch_cache_control(antwoord, no_cache=True)
        # It takes a streaming response as well, and comes back without one only when it got none.
        klaar = get_conditional_response(request, etag=etag, last_modified=stand.sinds, response=antwoord)  # type: ignore[arg-type]  # the stubs say neither
        if antwoord.has_header("X-Accel-Expires"):
            klaar["X-Accel-Expires"] = EEN_TEL  # type: ignore[index]
        return klaar  # type: ignore[return-value]

    def stand(self, uiterlijk: float = 0) -> Datastand:
        """As the data are, or were so many seconds ago."""
        nu, gevraagd = monotonic(), self.gevraagd  # which another thread may forget
        if gevraagd is None or nu - gevraagd[0] >= uiterlijk:
            self.gevraagd = gevraagd = nu, Versie.objects.first()
        versie = gevraagd[1]
        zeg_versie(versie)
        # With its moment: after a restore of the database a number comes back.
        data = f"{versie.nummer}-{versie.sinds.timestamp():.6f}" if versie else "0"
        begin_van_dag = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
        sinds = int(max(self.sinds, begin_van_dag, versie.sinds.timestamp() if versie else 0))
        return Datastand(f'"{data}-{self.code}-{timezone.localdate():%Y%m%d}"', sinds)

    def vergeet(self, **_: object) -> None:
        self.gevraagd = None

    def _voor_iedereen(self, request: HttpRequest, keuzes: str) -> tuple[Datastand, BewaardePagina | HttpResponseBase]:
        deel = f"{request.scheme}://{request.get_host()}{request.path} {keuzes}"
        gevraagd = self.gevraagd
        stand = self.stand(EVEN)
        if pagina := bewaarplaats.bewaard(_sleutel(stand, deel)):
            return stand, pagina
        _als_van_iedereen(request, keuzes)
        if self.gevraagd is gevraagd:  # what is made is of the data as they are now
            stand = self.stand()
        sleutel = _sleutel(stand, deel)

        def maak() -> BewaardePagina | HttpResponseBase:
            antwoord = _heel(self.get_response(request))
            if not _is_van_iedereen(antwoord):
                return antwoord
            pagina = BewaardePagina.van(antwoord)
            if self.stand() == stand:  # else of a part of it the data may be newer
                bewaarplaats.bewaar(sleutel, pagina)
            return pagina

        return stand, bewaarplaats.van_wie_het_eerst_komt(sleutel, maak)


def _sleutel(stand: Datastand, deel: str) -> str:
    return sha256(f"{stand.etag} {deel}".encode()).hexdigest()


def _te_bewaren_keuzes(request: HttpRequest) -> str | None:
    """The choices of which everybody gets the same page at this address; None where that is not so."""
    if request.method != "GET" or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    if settings.PRODUCTIE and request.get_host() not in (*settings.ALLOWED_HOSTS, urlsplit(settings.ADRES).netloc):
        return None  # a host with a port of one's own choice
    return _keuzes_van(request.path, request.META["QUERY_STRING"].encode("latin-1"))  # as WSGI has it


@functools.lru_cache(maxsize=256)
def _keuzes_van(pad: str, gevraagd: bytes) -> str | None:
    """The choices that make a page another one, as its address says them; None for what is not kept."""
    try:
        pagina = resolve(pad)
    except Resolver404:
        return None
    naam = pagina.url_name
    if naam not in KEUZES or reverse(naam, args=pagina.args, kwargs=pagina.kwargs) != pad:
        return None
    vraag = QueryDict(gevraagd)
    keuzes = {keuze: vraag.getlist(keuze) for keuze in (*KEUZES[naam], *OVERAL) if keuze in vraag}
    tellen = {keuze: waarden if keuze in MEER_DAN_EEN else waarden[-1] for keuze, waarden in keuzes.items()}
    return urlencode(tellen, doseq=True)


def _als_van_iedereen(request: HttpRequest, keuzes: str) -> None:
    """Nothing else of the request reaches who makes the page."""
    request.META["QUERY_STRING"] = keuzes
    request.GET = QueryDict(keuzes)
    request.COOKIES = {}
    request.META.pop("HTTP_COOKIE", None)
    request.META.pop("HTTP_ACCEPT_ENCODING", None)


def _heel(antwoord: HttpResponseBase) -> HttpResponseBase:
    """A file that comes in parts as one, so that it can be kept; one that is too large goes on as it came."""
    if not isinstance(antwoord, StreamingHttpResponse):
        return antwoord
    delen: Iterator[bytes] = iter(antwoord)
    begin, grootte = [], 0
    for deel in delen:
        begin.append(deel)
        grootte += len(deel)
        if grootte > GROOTSTE:
            antwoord.streaming_content = chain(begin, delen)
            return antwoord
    return HttpResponse(b"".join(begin), status=antwoord.status_code, headers=dict(antwoord.headers))


def _is_van_iedereen(antwoord: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Not an error, nor what was made with a session or sets one."""
    eigen = antwoord.has_header("Cache-Control") or antwoord.cookies or "Cookie" in antwoord.get("Vary", "")
    return isinstance(antwoord, HttpResponse) and antwoord.status_code == 200 and not eigen


def _neemt_ingepakt(request: HttpRequest) -> bool:
    return bool(re.search(r"\bgzip\b(?!;q=0(\.0*)?(,|$))", request.META.get("HTTP_ACCEPT_ENCODING", "")))


def _sjabloon() -> bytes:
    """What documents are put in, as it was when the site started."""
    pad = Path(settings.SJABLOON)
    return sha256(pad.read_bytes()).digest() if pad.is_file() else b""


@functools.cache
def _uitgave() -> tuple[str, float]:
    """What the pages of this release are made of, as one sum, and since when that is so."""
    bestanden = _bestanden()
    pakketten = sorted(f"{pakket.name} {pakket.version}" for pakket in metadata.distributions())
    return f"{_inhoud(bestanden)} {pakketten}", max(bestand.stat().st_mtime for bestand in bestanden)


def _bestanden() -> list[Path]:
    """What a page is made of, with the list of the stylesheets and scripts that it names."""
    alle = [bestand for map_ in MAPPEN for bestand in Path(settings.BASE_DIR, map_).rglob("*.*")]
    lijst = Path(settings.STATIC_ROOT, "staticfiles.json")
    return [*sorted(bestand for bestand in alle if bestand.suffix in SOORTEN), *([lijst] if lijst.exists() else [])]


def _inhoud(bestanden: list[Path]) -> str:
    """The same in each process of one release, and another for another release."""
    som = sha256()
    for bestand in bestanden:
        som.update(bestand.read_bytes())
    return som.hexdigest()
