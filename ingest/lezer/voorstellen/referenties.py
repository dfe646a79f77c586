"""Figures of others, and comparisons with them."""

import re
from collections.abc import Iterable, Iterator

from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Voorstelsoort
from ingest.lezer.voorstellen.volzinnen import Volzin

_ANDEREN = re.compile(
    r"\blandelijke?\b(?= (?:gemiddeld|cijfer|percentage|beeld|trend|niveau)|[.,;)]|$)|\bin (?:heel )?Nederland\b"
    r"|\bNederlandse? gemiddeld\w*|\b(?:andere|vergelijkbare|omliggende|deelnemende|referentie-?) ?(?:\w+ )?"
    r"(?:gemeenten|steden|bedrijventerreinen|campussen|deelnemers)\b"
    r"|\b\w*benchmark\w*|\bvergelijkingsgroep\b|\bgrootteklasse\b|\bverhoudingsgewijs\b",
    re.IGNORECASE,
)
# Who makes figures of others; by themselves they are partners.
_MAKERS = re.compile(r"\b(?:Centraal Planbureau|CPB|CBS|Divosa|VNG|Nibud)\b")
_VERGELIJKT = re.compile(
    r"\b(?:hoger|lager|sneller|langzamer|meer|minder|beter|slechter|groter|kleiner|gunstiger)\b(?: \w+){0,5}? dan\b"
    r"|\b(?:boven|onder|rond|gelijk aan|vergelijkbaar met)\b(?: \w+){0,2}? (?:landelijk|gemiddeld|benchmark)"
    r"|\bten opzichte van\b|\bvergeleken\b|\bin vergelijking\b|\bverhoudingsgewijs\b",
    re.IGNORECASE,
)
_WENS_OF_MANIER = re.compile(
    r"\b(?:ambitie|streven|streeft|willen|wil|doel|meten|vergelijken|vergelijkt)\b", re.IGNORECASE
)


def van_anderen(tekst: str) -> re.Match[str] | None:
    """Where a text speaks of others; a row that names its source ends as no sentence does."""
    return _ANDEREN.search(tekst) or (_MAKERS.search(tekst) if tekst.endswith(".") else None)


def referenties(zinnen: Iterable[Volzin]) -> Iterator[Leesvoorstel]:
    """Propose figures of others with their year, and comparisons with others without a figure."""
    for zin in zinnen:
        gedrukt = [getal.gedrukt for getal in zin.getallen]
        anderen = van_anderen(zin.tekst)
        if anderen and (gedrukt or _vergelijkt(zin.tekst)):
            yield Leesvoorstel(
                Voorstelsoort.REFERENTIE,
                zin.van,
                zin.tot,
                f"Een vergelijking met anderen: {anderen[0]}.",
                indicator=zin.indicator,
                gedrukt=min(
                    gedrukt, key=lambda getal: _afstand(zin.tekst.find(getal), len(getal), anderen), default=""
                ),
                wanneer=zin.enige_jaar,
            )


def _vergelijkt(tekst: str) -> bool:
    """Whether it tells how one stands beside others, and not how one means to, or how that is measured."""
    zonder_getal = _ANDEREN.search(tekst) and _VERGELIJKT.search(tekst)
    return bool(zonder_getal) and not _WENS_OF_MANIER.search(tekst)


def _afstand(plaats: int, lengte: int, anderen: re.Match[str]) -> int:
    """How many characters stand between a number and the words for others."""
    return plaats - anderen.end() if plaats > anderen.start() else anderen.start() - plaats - lengte
