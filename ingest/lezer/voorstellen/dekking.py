"""Who pays: "dekking via …" under a row of a policy table, and the sentence that explains it."""

import re
from collections.abc import Iterator, Sequence

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.volzinnen import Volzin

_DEKKING = re.compile(
    r"\b(?:dekking|gedekt)\b(?: \w+){0,3}? (?:via|uit|door|binnen|vanuit|ten laste van)\b[^.;,]*"
    r"|\b(?:via|uit|door|vanuit)\b[^.;]{0,60}\bgedekt\b",
    re.IGNORECASE,
)
# Only where a text explains policy: elsewhere money of others is no cover of anything.
_GELD_VAN_ANDEREN = re.compile(
    r"\balgemene uitkering\b|\bdecentralisatie-?uitkering\w*|\bspecifieke uitkering\b|\bSPUK\b|\brijksbudget\b"
    r"|\b(?:extra|aanvullende) middelen\b|\bten laste van\b|\breserve\b",
    re.IGNORECASE,
)
# Elsewhere only where somebody gives it.
_GEVER = re.compile(
    r"\b(?:het Rijk|ministerie|provincie|coalitieakkoord)\b[^.;]*"
    r"\b(?:stelt|gesteld|beschikbaar|subsidie ontvangen|kreeg|ontvangen|toegekend)\b"
    r"|\b(?:subsidie|geld|middelen|extra)\b[^.;]*\b(?:van|vanuit|door) (?:het )?(?:ministerie|Rijk|provincie)\b",
    re.IGNORECASE,
)
_LENGTE = 120


def dekkingen(regels: Sequence[Regel], zinnen: Sequence[Volzin]) -> Iterator[Leesvoorstel]:
    """Propose every row and sentence that names a cover, and of a text about policy the one that does so best."""
    for regel in regels:
        for cel in regel.cellen or ():
            if gevonden := _DEKKING.search(cel):
                yield _voorstel(regel.nummer, regel.nummer, gevonden)
    verteld: set[Stuk | None] = {None}
    for patroon in (_DEKKING, _GELD_VAN_ANDEREN):
        for zin in zinnen:
            if _over_beleid(zin.stuk) and zin.stuk not in verteld and (gevonden := patroon.search(zin.tekst)):
                verteld.add(zin.stuk)
                yield _voorstel(zin.van, zin.tot, gevonden)
    for zin in zinnen:
        elders = not _over_beleid(zin.stuk) and not _vraagt(zin.stuk)
        if elders and (gevonden := _DEKKING.search(zin.tekst) or _GEVER.search(zin.tekst)):
            yield _voorstel(zin.van, zin.tot, gevonden)


def _over_beleid(stuk: Stuk | None) -> bool:
    if stuk is None:
        return False
    uitleg = stuk.soort is Tekstsoort.TOELICHTING and bool(stuk.kop) and not stuk.indicator
    return uitleg or stuk.soort is Tekstsoort.BELEID


def _vraagt(stuk: Stuk | None) -> bool:
    """A motie asks for a cover; it does not give one."""
    return stuk is not None and stuk.soort is Tekstsoort.MOTIE


def _voorstel(van: int, tot: int, gevonden: re.Match[str]) -> Leesvoorstel:
    gedrukt = gevonden[0].strip(" -")
    gedrukt = gedrukt if len(gedrukt) <= _LENGTE else ""
    return Leesvoorstel(Voorstelsoort.DEKKING, van, tot, "Hier staat wie het betaalt.", gedrukt=gedrukt)
