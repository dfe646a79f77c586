"""The moties that a document names, each with the stand that the text itself gives it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Stand, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.raad import RAAD
from ingest.lezer.voorstellen.termijnen import vind_tijdstippen
from ingest.lezer.voorstellen.volzinnen import Volzin

_MOTIE = re.compile(r"\b(?:motie|amendement)\b(?:\s+(?P<nummer>\d{4}-\d+\w?))?", re.IGNORECASE)
# In a row the number may stand without the word: year, month and number.
_RIJ = re.compile(
    r"\b(?:motie|amendement)\s+(\d{4}-\w{1,4})\b|\b(\d\d(?:0[1-9]|1[0-2])-\d{1,3}\w?)\b(?!-)", re.IGNORECASE
)
_WORDT_AFGEDAAN = re.compile(
    r"\b(?:wordt|worden|kan|kunnen|zal|zullen)\b[^.;]*\bafgedaan\b|\baf te doen\b|\bals afgedaan te\b", re.IGNORECASE
)
_AFGEDAAN = re.compile(r"\bafgeda(?:an|ne)\b", re.IGNORECASE)
_VOLTOOID = re.compile(
    r"\b(?:is|zijn|heeft|hebben)\b.*\b(?:\w{0,6}ge[a-z]+(?:d|t|en)|ver[a-z]+[dt]|voldaan|hersteld|ontvangen)\b",
    re.IGNORECASE,
)
_IN_MOTIES = (Tekstsoort.MOTIE, Tekstsoort.STAND_VAN_ZAKEN)


def moties(regels: Iterable[Regel], zinnen: Sequence[Volzin], stukken: Iterable[Stuk]) -> Iterator[Leesvoorstel]:
    """Propose each motie of the chapter of moties once, and each row and sentence elsewhere that tells how one stands."""
    eigen: dict[str, list[Stuk]] = {}
    for stuk in stukken:
        if stuk.soort in _IN_MOTIES:
            eigen.setdefault(_nummer(stuk.kop), []).append(stuk)
    for nummer, delen in eigen.items():
        yield _uit_hoofdstuk(nummer, delen, zinnen)
    for regel in regels:
        if regel.cellen and (in_rij := _RIJ.search(regel.plat)):
            stand = _stand_van_rij(regel.plat)
            yield _voorstel(Volzin("", regel.nummer, regel.nummer), in_rij[1] or in_rij[2], stand)
    for zin in zinnen:
        if zin.in_rij or (zin.stuk and zin.stuk.soort in _IN_MOTIES):
            continue
        motie, stand = _MOTIE.search(_bij_de_stand(zin.tekst)), _stand(zin.tekst)
        if motie is None or (stand is Stand.LOOPT and motie["nummer"] in eigen):
            continue
        # without a number it is a heading, unless it ends as a sentence does
        if motie["nummer"] or zin.tekst[-1] in ".;":
            yield _voorstel(zin, motie["nummer"] or "", stand)


def _bij_de_stand(tekst: str) -> str:
    """From the word that tells the stand: a sentence may name a second motie first."""
    afgedaan = re.search(r"\bafgedane\b", tekst, re.IGNORECASE)
    return tekst[afgedaan.start() :] if afgedaan else tekst


def _uit_hoofdstuk(nummer: str, delen: Sequence[Stuk], zinnen: Iterable[Volzin]) -> Leesvoorstel:
    """The sentence that tells the stand or the term; where none does, the whole text about its stand."""
    standen = [stuk for stuk in delen if stuk.soort is Tekstsoort.STAND_VAN_ZAKEN] or list(delen)
    eigen = [zin for zin in zinnen if zin.stuk in standen]
    for zegt_het in (_noemt_afdoening, _noemt_raad_en_termijn, _noemt_termijn, _noemt_voltooid):
        for zin in eigen:
            if zegt_het(zin.tekst):
                return _voorstel(zin, nummer, _stand(zin.tekst))
    geheel = Volzin("", standen[0].van, standen[-1].tot, standen[0])
    return _voorstel(geheel, nummer, Stand.LOOPT)


def _noemt_afdoening(tekst: str) -> bool:
    return _AFGEDAAN.search(tekst) is not None or _WORDT_AFGEDAAN.search(tekst) is not None


def _noemt_raad_en_termijn(tekst: str) -> bool:
    return RAAD.search(tekst) is not None and _noemt_termijn(tekst)


def _noemt_termijn(tekst: str) -> bool:
    return next(vind_tijdstippen(tekst), None) is not None


def _noemt_voltooid(tekst: str) -> bool:
    return _VOLTOOID.search(tekst) is not None


def _stand_van_rij(rij: str) -> Stand:
    """A row tells more than the stand of its motie: only what it calls afgedaan is."""
    stand = _stand(rij)
    return stand if stand in (Stand.AFGEDAAN, Stand.WORDT_AFGEDAAN) else Stand.LOOPT


def _nummer(kop: str) -> str:
    gevonden = _MOTIE.search(kop)
    return (gevonden["nummer"] or "") if gevonden else ""


def _stand(tekst: str) -> Stand:
    if _WORDT_AFGEDAAN.search(tekst):
        return Stand.WORDT_AFGEDAAN
    if _AFGEDAAN.search(tekst):
        return Stand.AFGEDAAN
    if _noemt_voltooid(tekst) and not _noemt_termijn(tekst):
        return Stand.UITGEVOERD
    return Stand.LOOPT


def _voorstel(zin: Volzin, nummer: str, stand: Stand) -> Leesvoorstel:
    wanneer = next(vind_tijdstippen(zin.tekst), None) if stand in (Stand.LOOPT, Stand.WORDT_AFGEDAAN) else None
    zegt = {
        Stand.AFGEDAAN: "De tekst noemt de motie afgedaan.",
        Stand.WORDT_AFGEDAAN: "De motie wordt afgedaan; dat is zij nog niet.",
        Stand.UITGEVOERD: "Wat gevraagd is, lijkt gedaan. Afgedaan staat er niet.",
        Stand.LOOPT: "Hier staat een motie.",
    }
    return Leesvoorstel(
        Voorstelsoort.MOTIE,
        zin.van,
        zin.tot,
        zegt[stand],
        wanneer=wanneer.gedrukt if wanneer else "",
        uiterlijk=wanneer.uiterlijk if wanneer else None,
        nummer=nummer,
        stand=stand,
    )
