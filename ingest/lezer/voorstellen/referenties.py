"""Figures of others, and comparisons with them."""

import re
from collections.abc import Iterable, Iterator

from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Voorstelsoort
from ingest.lezer.voorstellen.volzinnen import Volzin

ANDEREN = re.compile(
    r"\blandelijke?\b(?= (?:gemiddeld|cijfer|percentage|beeld|trend|niveau))|\bgemiddelde? (?:in|van) Nederland\b"
    r"|\bin (?:heel )?Nederland\b|\bNederlandse? gemiddeld\w*"
    r"|\b(?:andere|vergelijkbare|omliggende|referentie-?) ?(?:gemeenten|steden|bedrijventerreinen|campussen)\b"
    r"|\b(?:Centraal Planbureau|CPB|CBS|Divosa|G40|G4)\b|\bbenchmark\w*",
    re.IGNORECASE,
)
_VERGELIJKT = re.compile(
    r"\b(?:hoger|lager|sneller|langzamer|meer|minder|beter|slechter|groter|kleiner|gunstiger)\b(?: \w+){0,3}? dan\b"
    r"|\b(?:boven|onder|gelijk aan|rond|op) (?:het|de|dat|die)\b|\bten opzichte van\b"
    r"|\bvergeleken\b|\bin vergelijking\b",
    re.IGNORECASE,
)
_WENS = re.compile(r"\b(?:ambitie|streven|streeft|willen|wil|doel)\b", re.IGNORECASE)


def referenties(zinnen: Iterable[Volzin]) -> Iterator[Leesvoorstel]:
    """Propose figures of others with their year, and comparisons with others without a figure."""
    for zin in zinnen:
        anderen = ANDEREN.search(zin.tekst)
        if not anderen:
            continue
        gedrukt = [getal.gedrukt for getal in zin.getallen]
        if gedrukt or (_VERGELIJKT.search(zin.tekst) and not _WENS.search(zin.tekst)):
            erna = [getal for getal in gedrukt if getal in zin.tekst[anderen.end() :]]
            yield Leesvoorstel(
                Voorstelsoort.REFERENTIE,
                zin.van,
                zin.tot,
                f"Een vergelijking met anderen: {anderen[0]}.",
                indicator=zin.indicator,
                gedrukt=next(iter(erna or gedrukt), ""),
                wanneer=zin.enige_jaar,
            )
