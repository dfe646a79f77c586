"""What the scan lists and no table accounts for: an unknown table is refused whole, a stray line by itself."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort
from ingest.lezer.tabellen.kolommen import lees_schaal
from ingest.lezer.tabellen.scan import getalregels

_JAREN = re.compile(r"(?:.*?[^\d ])??(?: ?\b(?:19|20)\d\d\b){2,}")
_NIET_DOOR = re.compile(r"Bron:|Toelichting\b|Trendgrafiek\b|(?:Doelstelling|Prestatie-indicatoren|Programma|Motie) \d")
_GROOTSTE_GAT = 8
_VOLLE_REGEL = 120
_VER_ERBOVEN = 12
_VAKER = 3
_CIJFER = re.compile(r"\d")
_TIJD = re.compile(r"\bQ[1-4]\b|\b(?:19|20)\d\d\b")


def ongelezen(regels: Sequence[Regel], gebruikt: Collection[int]) -> Iterator[Bevinding]:
    """A finding for each table of an unknown kind, and for each line with numbers that stands alone."""
    gezien = dict(getalregels("\n".join(regel.gedrukt for regel in regels)))
    los = [nummer for nummer in gezien if nummer not in gebruikt]
    bladzijden = _bladzijdenummers(regels, los)
    for groep in _groepen(regels, [nummer for nummer in los if nummer not in bladzijden], gebruikt):
        if len(groep) == 1:
            tekst = (
                f'"{gezien[groep[0]]}" staat in geen tabel die de lezer kent, en is niet gelezen. '
                "Hoort het bij een tabel? Typ het dan over, met de kop erboven."
            )
            yield Bevinding(
                _ernst(regels, groep), Bevindingsoort.NIET_GELEZEN, groep[0], tekst, onderwerp=gezien[groep[0]]
            )
        else:
            yield _onbekende_tabel(regels, groep)
    for nummer in bladzijden:
        tekst = f'"{gezien[nummer]}" is gelezen als het nummer van een bladzijde.'
        yield Bevinding(Ernst.OPMERKING, Bevindingsoort.PAGINANUMMER, nummer, tekst)


def _onbekende_tabel(regels: Sequence[Regel], groep: list[int]) -> Bevinding:
    van, tot = groep[0], groep[-1]
    pagina = regels[van - 1].pagina
    waar = f"op bladzijde {pagina}, " if pagina else ""
    erboven = _erboven(regels, van)
    naam = f' onder "{erboven}"' if erboven else ""
    tekst = (
        f"De tabel{naam} ({waar}regel {van} tot en met {tot}) is van een soort die de lezer niet kent, en is niet "
        "gelezen. Verwacht is een kop die boven elke kolom een jaar noemt. Typ haar over met zo'n kop."
    )
    return Bevinding(_ernst(regels, groep), Bevindingsoort.ONBEKENDE_TABEL, van, tekst, tot, erboven)


def _ernst(regels: Sequence[Regel], groep: list[int]) -> Ernst:
    """A planning has years in its cells and no figures; a person still looks at it."""
    cellen = [cel for nummer in groep for cel in (regels[nummer - 1].cellen or ())[1:]]
    is_planning = bool(cellen) and not any(_CIJFER.search(_TIJD.sub("", cel)) for cel in cellen)
    return Ernst.WAARSCHUWING if is_planning else Ernst.FOUT


def _groepen(regels: Sequence[Regel], nummers: list[int], gebruikt: Collection[int]) -> Iterator[list[int]]:
    groep: list[int] = []
    for nummer in nummers:
        if groep and not _gaat_door(regels, groep, nummer, gebruikt):
            yield groep
            groep = []
        groep.append(nummer)
    if groep:
        yield groep


def _gaat_door(regels: Sequence[Regel], groep: list[int], nummer: int, gebruikt: Collection[int]) -> bool:
    """Whether a line belongs to the same table: near by, with only names between, and no header of a next one."""
    tussen = regels[groep[-1] : nummer - 1]
    plat, kop = regels[nummer - 1].plat, regels[groep[0] - 1].plat
    nieuwe_kop = _JAREN.fullmatch(plat) and plat != kop and any(not _is_kop(regels[n - 1]) for n in groep)
    return len(tussen) <= _GROOTSTE_GAT and not nieuwe_kop and not any(_scheidt(regel, gebruikt) for regel in tussen)


def _is_kop(regel: Regel) -> bool:
    return _JAREN.fullmatch(regel.plat) is not None


def _scheidt(regel: Regel, gebruikt: Collection[int]) -> bool:
    plat = regel.plat
    return (
        regel.nummer in gebruikt
        or regel.kop
        or regel.samengevat
        or lees_schaal(plat) is not None
        or _NIET_DOOR.match(plat) is not None
        or len(plat) > _VOLLE_REGEL
        or plat.endswith(".")
    )


def _erboven(regels: Sequence[Regel], nummer: int) -> str:
    """What a table is called: the nearest heading above it, else the first line that is no unit or source."""
    boven = [regel for regel in reversed(regels[max(0, nummer - 1 - _VER_ERBOVEN) : nummer - 1]) if not regel.leeg]
    koppen = [regel for regel in boven if regel.kop]
    namen = [regel for regel in boven if lees_schaal(regel.plat) is None and not regel.plat.startswith("Bron:")]
    return (koppen or namen)[0].plat[:_VOLLE_REGEL] if koppen or namen else ""


def _bladzijdenummers(regels: Sequence[Regel], nummers: Sequence[int]) -> set[int]:
    """Lone numbers at the edge of a page that count on from page to page; an amount does not."""
    randen = _randen(regels)
    los = {n: int(regels[n - 1].plat) for n in nummers if n in randen and re.fullmatch(r"\d{1,3}", regels[n - 1].plat)}
    verschil = Counter(getal - (regels[n - 1].pagina or 0) for n, getal in los.items())
    return {n for n, getal in los.items() if verschil[getal - (regels[n - 1].pagina or 0)] >= _VAKER}


def _randen(regels: Sequence[Regel]) -> set[int]:
    """The first and the last line of each page of a paged document."""
    per_pagina: dict[int, list[int]] = {}
    for regel in regels:
        if regel.pagina is not None and not regel.leeg:
            per_pagina.setdefault(regel.pagina, []).append(regel.nummer)
    return {rand for nummers in per_pagina.values() for rand in (nummers[0], nummers[-1])}
