"""The moties that a document names, each with the stand that the text itself gives it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Motiestand, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.raad import RAAD
from ingest.lezer.voorstellen.termijnen import vind_termijn
from ingest.lezer.voorstellen.volzinnen import Volzin

_MOTIE = re.compile(r"\b(?:motie|amendement)\b(?:\s+(?P<nummer>\d{4}-\d+\w?))?", re.IGNORECASE)
# The number may stand without the word, in a row too: year, month and number; 2012-13 is a school year.
_LOS_NUMMER = re.compile(
    r"\b(?:motie|amendement)\s+(\d{4}-\w{1,4})\b|\b((?!20)\d\d(?:0[1-9]|1[0-2])-\d{1,3}\w?)\b(?!-)", re.IGNORECASE
)
_WORDT_AFGEDAAN = re.compile(
    r"\b(?:wordt|worden|kan|kunnen|zal|zullen)\b[^.;]*\bafgedaan\b|\baf te doen\b|\bals afgedaan te\b", re.IGNORECASE
)
_NU_OF_LATER = re.compile(
    r"\b(?:zal|zullen|gaan|volgt|volgen|wordt|worden|moet|moeten|kunnen|ontvangt|komt|vindt|leggen|bieden|onderzoeken)\b",
    re.IGNORECASE,
)
_NOG_NIET = re.compile(r"\bnog niet\b|\bmoet(?:en)?\b[^.;]*\bafgedaan\b|\bniet (?:\w+ )?afgedaan\b", re.IGNORECASE)
_AFGEDAAN = re.compile(r"\bafgeda(?:an|ne)\b", re.IGNORECASE)
_VOLTOOID = re.compile(
    r"\b(?:is|zijn|heeft|hebben)\b.*\b(?:\w{0,6}ge[a-z]+(?:d|t|en)|ver[a-z]+[dt]|voldaan|hersteld|ontvangen)\b",
    re.IGNORECASE,
)
_IN_MOTIES = (Tekstsoort.MOTIE, Tekstsoort.STAND_VAN_ZAKEN)


def moties(regels: Iterable[Regel], zinnen: Sequence[Volzin], stukken: Iterable[Stuk]) -> Iterator[Leesvoorstel]:
    """Propose each motie of the chapter of moties once, and what names one elsewhere: rows, and sentences."""
    hoofdstuk: dict[str, list[Stuk]] = {}
    for stuk in stukken:
        if stuk.soort in _IN_MOTIES:
            hoofdstuk.setdefault(stuk.kop, []).append(stuk)
    for kop, delen in hoofdstuk.items():
        yield _uit_hoofdstuk(_nummer(kop), delen, zinnen)
    eigen = {_nummer(kop) for kop in hoofdstuk} - {""}
    for regel in regels:
        if regel.cellen and (in_rij := _LOS_NUMMER.search(regel.plat)):
            stand = _stand_van_rij(regel.plat)
            yield _voorstel(Volzin("", regel.nummer, regel.nummer), in_rij[1] or in_rij[2], stand)
    for zin in zinnen:
        if zin.in_rij or (zin.stuk and zin.stuk.soort in _IN_MOTIES):
            continue
        tekst, stand = _bij_de_stand(zin.tekst), _stand(zin.tekst)
        nummer = _nummer(tekst)
        # without a number it is a heading, unless it ends as a sentence does
        noemt = _MOTIE.search(tekst) and (nummer or zin.tekst[-1] in ".;")
        if noemt and not (stand is Motiestand.LOOPT and nummer in eigen):
            yield _voorstel(zin, nummer, stand)


def _bij_de_stand(tekst: str) -> str:
    """From the word that tells the stand: a sentence may name a second motie first."""
    afgedaan = re.search(r"\bafgedane\b", tekst, re.IGNORECASE)
    return tekst[afgedaan.start() :] if afgedaan else tekst


def _uit_hoofdstuk(nummer: str, delen: Sequence[Stuk], zinnen: Iterable[Volzin]) -> Leesvoorstel:
    """The sentence that tells the stand or the term; where none does, the whole text about its stand."""
    standen = [stuk for stuk in delen if stuk.soort is Tekstsoort.STAND_VAN_ZAKEN] or list(delen)
    eigen = [zin for zin in zinnen if zin.stuk in standen]
    for zegt_het in (_noemt_afdoening, _noemt_raad_en_termijn, _noemt_termijn, _zegt_wat_komt, _noemt_voltooid):
        for zin in eigen:
            if zegt_het(zin.tekst):
                return _voorstel(zin, nummer, _stand(zin.tekst))
    geheel = Volzin("", standen[0].van, standen[-1].tot, standen[0])
    return _voorstel(geheel, nummer, Motiestand.LOOPT)


def _noemt_afdoening(tekst: str) -> bool:
    return _AFGEDAAN.search(tekst) is not None or _WORDT_AFGEDAAN.search(tekst) is not None


def _noemt_raad_en_termijn(tekst: str) -> bool:
    return RAAD.search(tekst) is not None and _noemt_termijn(tekst)


def _noemt_termijn(tekst: str) -> bool:
    return vind_termijn(tekst) is not None


def _zegt_wat_komt(tekst: str) -> bool:
    return _NU_OF_LATER.search(tekst) is not None


def _noemt_voltooid(tekst: str) -> bool:
    return _VOLTOOID.search(tekst) is not None


def _stand_van_rij(rij: str) -> Motiestand:
    """A row tells more than the stand of its motie: only what it calls afgedaan is."""
    stand = _stand(rij)
    return stand if stand in (Motiestand.AFGEDAAN, Motiestand.WORDT_AFGEDAAN) else Motiestand.LOOPT


def _nummer(tekst: str) -> str:
    """Behind the word, else by its form: a text may name a motie by its title first."""
    gevonden = _MOTIE.search(tekst)
    if gevonden and gevonden["nummer"]:
        return gevonden["nummer"]
    los = _LOS_NUMMER.search(tekst) if gevonden else None
    return (los[1] or los[2]) if los else ""


def _stand(tekst: str) -> Motiestand:
    if _NOG_NIET.search(tekst):
        return Motiestand.LOOPT
    if _WORDT_AFGEDAAN.search(tekst):
        return Motiestand.WORDT_AFGEDAAN
    if _AFGEDAAN.search(tekst):
        return Motiestand.AFGEDAAN
    if _noemt_voltooid(tekst) and not _noemt_termijn(tekst) and not _zegt_wat_komt(tekst):
        return Motiestand.UITGEVOERD
    return Motiestand.LOOPT


def _voorstel(zin: Volzin, nummer: str, stand: Motiestand) -> Leesvoorstel:
    komt_nog = stand is Motiestand.WORDT_AFGEDAAN or (stand is Motiestand.LOOPT and _zegt_wat_komt(zin.tekst))
    wanneer = vind_termijn(zin.tekst) if komt_nog else None
    zegt = {
        Motiestand.AFGEDAAN: "De tekst noemt de motie afgedaan.",
        Motiestand.WORDT_AFGEDAAN: "De motie wordt afgedaan; dat is zij nog niet.",
        Motiestand.UITGEVOERD: "Wat gevraagd is, lijkt gedaan. Afgedaan staat er niet.",
        Motiestand.LOOPT: "Hier staat een motie.",
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
