"""What a text says that will still come to the raad: the raad or its papers, with a verb of what is to come."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Motiestand, Voorstelsoort
from ingest.lezer.voorstellen.termijnen import Tijdstip, vind_jaar, vind_termijn
from ingest.lezer.voorstellen.volzinnen import Volzin

RAAD = re.compile(
    r"\b(?:(?:de|uw|onze) (?:gemeente)?raad|gemeenteraad|raads(?:voorstel|besluit|brief|memo|informatiebrief)\w*)\b",
    re.IGNORECASE,
)
_STUK = re.compile(r"\b(?:evaluatie|geëvalueerd|evalueren|vastgesteld|vaststellen|vaststelling|brief)\b", re.IGNORECASE)
# What needs no date to be an announcement: something is laid before the raad, or waits for it. "U" is the raad.
_NAAR_DE_RAAD = re.compile(
    r"\bna (?:het |een )?(?:besluit\w*|instemming|vaststelling|akkoord|goedkeuring)\b.{0,15}\braad\b"
    r"|\b(?:aan|naar) (?:de|uw|onze) (?:gemeente)?raad\b|\braadsvoorstel\b"
    r"|\bdoor de (?:gemeente)?raad\b.{0,30}\b(?:vastgesteld|besloten)\b"
    r"|\braad (?:\w+ ){0,3}(?:ontvangt|ge[iï]nformeerd|besluit|krijgt|stelt)\b"
    r"|\b(?:we|wij|het college) u\b|\bu (?:\w+ ){0,4}(?:ge[iï]nformeerd|ontvangt|tegemoet\w*)\b"
    r"|\b(?:ontvangt|krijgt) u\b|\bu\b[^.;]{0,60}\b(?:voor te leggen|te informeren|aan te bieden)\b"
    r"|\bwordt voorgesteld\b|\bvoorgesteld wordt\b"
    r"|\b(?:wordt|komt|komen|volgt)\b.{0,40}\bvoorstel\b",
    re.IGNORECASE,
)
_KOMT_NOG = re.compile(
    r"\b(?:wordt|worden|zal|zullen|komt|komen|volgt|volgen|ontvangt|krijgt|besluit|stelt|leg(?:gen|t)|bied(?:en|t)"
    r"|(?:we|wij|te|college) sturen|sturen (?:we|wij)|stuurt|informe(?:ren|ert)|bereid(?:en|t)|ga(?:an|at)|starten"
    r"|verwacht(?:en)?|nog vast te stellen)\b",
    re.IGNORECASE,
)
_IS_GEWEEST = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben)\b", re.IGNORECASE)
_TOEZEGGING = re.compile(r"\btoezegging \d+", re.IGNORECASE)
_AFGEDAAN = re.compile(r"\bafgedaan met\b", re.IGNORECASE)
_EEN_ANDER = re.compile(r"\b(?:Eerste|Tweede) Kamer\b|\b[Ww]etsvoorstel\b")
_IN_MOTIES = (Tekstsoort.MOTIE, Tekstsoort.STAND_VAN_ZAKEN)
_HETZELFDE = 90


def aankondigingen(zinnen: Iterable[Volzin]) -> Iterator[Leesvoorstel]:
    """Propose what is announced; of a sentence that the document prints twice the last, which stands in its place."""
    gevonden = [(zin, voorstel) for zin in zinnen if (voorstel := _aankondiging(zin))]
    for plek, (zin, voorstel) in enumerate(gevonden):
        if not any(fuzz.ratio(zin.tekst, later.tekst) > _HETZELFDE for later, _ in gevonden[plek + 1 :]):
            yield voorstel


def toezeggingen(regels: Iterable[Regel]) -> Iterator[Leesvoorstel]:
    """Propose the lines that name a toezegging by its number: promised to the raad, whatever came of it."""
    for regel in regels:
        if _TOEZEGGING.search(regel.plat):
            stand = Motiestand.AFGEDAAN if _AFGEDAAN.search(regel.plat) else Motiestand.LOOPT
            waarom = "Een toezegging aan de raad."
            yield Leesvoorstel(Voorstelsoort.AANKONDIGING, regel.nummer, regel.nummer, waarom, stand=stand)


def _aankondiging(zin: Volzin) -> Leesvoorstel | None:
    if (zin.stuk and zin.stuk.soort in _IN_MOTIES) or _EEN_ANDER.search(zin.tekst):
        return None
    raad, stuk, naar_de_raad = RAAD.search(zin.tekst), _STUK.search(zin.tekst), _NAAR_DE_RAAD.search(zin.tekst)
    aanleiding = naar_de_raad or raad or stuk
    if not aanleiding or not _KOMT_NOG.search(zin.tekst):
        return None
    wanneer = vind_termijn(zin.tekst, aanleiding.start())
    if wanneer is None and (naar_de_raad or raad):
        wanneer = vind_jaar(zin.tekst)
    if naar_de_raad:
        return _voorstel(zin, wanneer, "Dit komt nog naar de raad.")
    if wanneer and not _IS_GEWEEST.search(zin.tekst):
        return _voorstel(zin, wanneer, f"Hier staat wanneer: {wanneer.gedrukt}.")
    return None


def _voorstel(zin: Volzin, wanneer: Tijdstip | None, waarom: str) -> Leesvoorstel:
    return Leesvoorstel(
        Voorstelsoort.AANKONDIGING,
        zin.van,
        zin.tot,
        waarom,
        indicator=zin.indicator,
        wanneer=wanneer.gedrukt if wanneer else "",
        uiterlijk=wanneer.uiterlijk if wanneer else None,
        stand=Motiestand.LOOPT,
    )
