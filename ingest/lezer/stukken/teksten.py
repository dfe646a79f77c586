"""The texts of a programmabegroting: speerpunten, toelichtingen, definities, beleid, risico's, moties and links."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.lezer.concept import Tekst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Tabelsoort, Tekstsoort
from ingest.lezer.stukken.hoofdstukken import DOELSTELLING
from ingest.lezer.tabellen.indicatortabel import BRON, Opschrift

_SPEERPUNTEN = re.compile(r"Speerpunten in \d{4}")
_DOELSTELLINGEN = re.compile(r"Doelstellingen")
_TRENDGRAFIEK = re.compile(r"Trendgrafiek\b")
_TOELICHTING = re.compile(r"Toelichting\b[^.]*:")
_LINK = re.compile(r"<?(?P<adres>https?://[^\s>]+)>?")
_MOTIE = re.compile(r"(?:Motie|Amendement) \d{4}-\d+\w*\b")
_STAND_VAN_ZAKEN = re.compile(r"Stand van zaken:?")
_VERZOEK = re.compile(r"(?:Verzoekt|Draagt) het college(?: op)?:?")
_GENUMMERD = re.compile(r"\d+\. .*[^.:;,]")
_KOPLENGTE = 90
# A line this long was broken off by the width of the page.
_VOLLE_REGEL = 120
# So much of the width of a page stands a list to the right of the margin, which so many lines keep.
_INSPRINGING, _VAAK = 0.015, 5

# Headings of the chapter with tables: after each, texts are of this kind and belong to this table.
_KOPPEN = (
    (re.compile(r"Financiën"), Tekstsoort.TOELICHTING, Tabelsoort.DOELSTELLING),
    (re.compile(r"Extra: uitsplitsing.*"), Tekstsoort.TOELICHTING, Tabelsoort.UITSPLITSING),
    (re.compile(r"Risico[’']s"), Tekstsoort.RISICO, None),
    (
        re.compile(r"Beleidsperspectief|Beleidswijzigingen(?:/Nieuw beleid)?"),
        Tekstsoort.BELEID,
        Tabelsoort.NIEUW_BELEID,
    ),
    (re.compile(r"Bezuinigings- en dekkingsvoorstellen"), Tekstsoort.BELEID, Tabelsoort.BEZUINIGINGEN),
    (re.compile(r"Financieel samengevat.*"), Tekstsoort.TOELICHTING, Tabelsoort.PROGRAMMA),
    (re.compile(r"Aangenomen .*moties.*"), Tekstsoort.MOTIE, None),
    (re.compile(r"Waar staat je gemeente indicatoren"), Tekstsoort.LINK, None),
)


@dataclass(frozen=True)
class Tabelplaats:
    """Where a table was read: its kind, what it is about, and the line of its header."""

    soort: Tabelsoort
    onderwerp: str
    doelstelling: str
    regel: int
    opschrift: Opschrift | None = None


@dataclass(frozen=True)
class _Plek:
    """To what a text belongs that stands here; a text without a `soort` is not kept."""

    soort: Tekstsoort | None
    kop: str = ""
    doelstelling: str = ""
    indicator: str = ""
    tabel: Tabelsoort | None = None


def lees_teksten(regels: list[Regel], begin: int, tabellen: list[Tabelplaats], gebruikt: set[int]) -> Iterator[Tekst]:
    """Yield every text: those of the chapters before `begin`, and those of the chapter with tables.

    Each indicator gets one toelichting, an empty one where the document prints none.
    """
    yield from _speerpunten(regels[:begin])
    vrij = [regel for regel in regels[begin:] if regel.nummer not in gebruikt or regel.leeg]
    teksten = list(_voeg_samen(_hoofdstuk(vrij, tabellen)))
    for tabel in tabellen:
        bij = [
            t for t in teksten if t.soort is Tekstsoort.TOELICHTING and t.indicator == tabel.onderwerp and t.indicator
        ]
        if tabel.soort is Tabelsoort.INDICATOR and not bij:
            teksten.append(
                Tekst(
                    Tekstsoort.TOELICHTING,
                    "",
                    "",
                    tabel.regel,
                    tabel.regel,
                    False,
                    tabel.doelstelling,
                    tabel.onderwerp,
                )
            )
    yield from sorted(teksten, key=lambda tekst: tekst.van)


def _speerpunten(regels: list[Regel]) -> Iterator[Tekst]:
    """The bullets are speerpunten, under the heading or the sentence that introduces them; the rest is text."""
    plek: _Plek | None = None
    kop_boven = ""
    ingesprongen = _ingesprongen(regels)
    for alinea in _alineas(regels, punten=ingesprongen):
        eerste = alinea[0].plat
        kop = DOELSTELLING.fullmatch(eerste)
        if _SPEERPUNTEN.match(eerste):
            plek, kop_boven = _Plek(Tekstsoort.SPEERPUNT), ""
        elif _DOELSTELLINGEN.fullmatch(eerste):
            plek, kop_boven = _Plek(Tekstsoort.DOELSTELLING), ""
        elif kop:
            plek, kop_boven = _Plek(Tekstsoort.DOELSTELLING, doelstelling=kop["code"]), ""
        elif plek is None or _LINK.fullmatch(eerste):
            continue
        elif alinea[0].opsomming or (alinea[0].nummer in ingesprongen and not eerste.endswith(":")):
            yield _tekst(Tekstsoort.SPEERPUNT, plek, alinea)
        elif _is_kop(alinea) and not eerste.endswith(":"):
            plek, kop_boven = replace(plek, kop=eerste), eerste
        elif _is_kop(alinea):
            # "Inzet 2023:" introduces a list below the heading that stands above it.
            plek = replace(plek, kop=" – ".join(filter(None, [kop_boven, eerste.rstrip(" :")])))
        elif plek.soort:
            yield _tekst(plek.soort, plek, alinea)


def _ingesprongen(regels: list[Regel]) -> set[int]:
    """The lines that stand to the right of the margin, in a PDF that lost its bullets: what is left of them."""
    plaatsen = {r.nummer: round(r.vakken[0].links, 2) for r in regels if len(r.vakken) == 1 and r.vakken[0]}
    vaak = [links for links, aantal in Counter(plaatsen.values()).items() if aantal >= _VAAK]
    if not vaak or any(regel.opsomming for regel in regels):
        return set()
    return {nummer for nummer, links in plaatsen.items() if links > min(vaak) + _INSPRINGING}


def _hoofdstuk(vrij: list[Regel], tabellen: list[Tabelplaats]) -> Iterator[Tekst]:
    namen = {t.opschrift.regel: t.opschrift.naam for t in tabellen if t.opschrift and t.opschrift.naam}
    koppen_van_tabel = {tabel.regel: tabel for tabel in tabellen}
    plek, tabel_gezien = _Plek(None), 0
    links: set[str] = set()
    for alinea in _alineas(vrij, set(namen)):
        eerste, nummer = alinea[0].plat, alinea[0].nummer
        for tabel in [koppen_van_tabel[r] for r in koppen_van_tabel if tabel_gezien < r < nummer]:
            plek = _na_tabel(plek, tabel)
            tabel_gezien = max(tabel_gezien, tabel.regel)
        nieuw = _nieuwe_plek(plek, alinea)
        if nummer in namen:
            plek = _Plek(Tekstsoort.DEFINITIE, doelstelling=plek.doelstelling, indicator=namen[nummer])
        elif link := _LINK.fullmatch(eerste):
            if link["adres"] not in links:
                onder = _Plek(Tekstsoort.LINK, doelstelling=plek.doelstelling)
                yield replace(_tekst(Tekstsoort.LINK, onder, alinea), tekst=link["adres"])
            links.add(link["adres"])
        elif nieuw is not None:
            plek = nieuw
        elif plek.soort and plek.soort is not Tekstsoort.LINK and not _is_bijschrift(eerste):
            yield _tekst(plek.soort, plek, alinea)


def _is_bijschrift(tekst: str) -> bool:
    """Whether a line names a source or a chart."""
    return BRON.match(tekst) is not None or _TRENDGRAFIEK.match(tekst) is not None


def _na_tabel(plek: _Plek, tabel: Tabelplaats) -> _Plek:
    """What follows a table explains it."""
    if tabel.soort is Tabelsoort.INDICATOR:
        return _Plek(Tekstsoort.TOELICHTING, doelstelling=tabel.doelstelling, indicator=tabel.onderwerp)
    if tabel.soort in (Tabelsoort.DOELSTELLING, Tabelsoort.UITSPLITSING):
        return _Plek(Tekstsoort.TOELICHTING, doelstelling=tabel.doelstelling, tabel=tabel.soort)
    return _Plek(Tekstsoort.TOELICHTING, tabel=tabel.soort)


def _nieuwe_plek(plek: _Plek, alinea: list[Regel]) -> _Plek | None:
    """The place that a heading opens; None when the lines are no heading but text."""
    eerste = alinea[0].plat
    if kop := DOELSTELLING.fullmatch(eerste):
        return _Plek(
            Tekstsoort.TOELICHTING if plek.tabel is Tabelsoort.PROGRAMMA else None,
            doelstelling=kop["code"],
            tabel=plek.tabel and Tabelsoort.PROGRAMMA,
        )
    for patroon, soort, tabel in _KOPPEN:
        if patroon.fullmatch(eerste):
            doelstelling = plek.doelstelling if tabel in (Tabelsoort.DOELSTELLING, Tabelsoort.UITSPLITSING) else ""
            return _Plek(soort, doelstelling=doelstelling, tabel=tabel)
    if plek.soort in (Tekstsoort.MOTIE, Tekstsoort.STAND_VAN_ZAKEN):
        if _MOTIE.match(eerste):
            return _Plek(Tekstsoort.MOTIE, kop=_aaneen(alinea))
        if _STAND_VAN_ZAKEN.fullmatch(eerste):
            return replace(plek, soort=Tekstsoort.STAND_VAN_ZAKEN)
        return plek if _VERZOEK.fullmatch(eerste) else None
    if _TOELICHTING.fullmatch(eerste):
        return replace(plek, soort=Tekstsoort.TOELICHTING, kop="")
    uitleg = (Tekstsoort.RISICO, Tekstsoort.BELEID, Tekstsoort.TOELICHTING)
    if plek.soort in uitleg and not plek.indicator and _is_kop(alinea):
        return None if eerste.endswith(":") else replace(plek, kop=re.sub(r"^\d+\. ", "", eerste))
    return None


def _alineas(regels: Iterable[Regel], los: Collection[int] = (), punten: Collection[int] = ()) -> Iterator[list[Regel]]:
    """Group lines into paragraphs: a blank line, a bullet or a heading begins a new one; `los` stand by themselves.

    Of lines of bullets that are lost (`punten`) the next begins where a sentence ends, and where other text does.
    A block that goes on in the middle of a sentence after a page break joins the one before.
    """
    alinea: list[Regel] = []
    na_leeg = True
    for regel in regels:
        if regel.leeg:
            na_leeg = True
            continue
        if alinea and (_begint(alinea, regel, na_leeg, los) or _is_volgend_punt(alinea[-1], regel, punten)):
            yield alinea
            alinea = []
        alinea.append(regel)
        na_leeg = False
    if alinea:
        yield alinea


def _is_volgend_punt(vorige: Regel, regel: Regel, punten: Collection[int]) -> bool:
    if regel.nummer in punten and vorige.nummer in punten:
        return vorige.tekst[-1] in ".;" and not regel.tekst[0].islower()
    return (regel.nummer in punten) != (vorige.nummer in punten)


def _begint(alinea: list[Regel], regel: Regel, na_leeg: bool, los: Collection[int]) -> bool:
    """Whether a line begins a paragraph of its own, behind the paragraph so far."""
    vorige = alinea[-1]
    if regel.opsomming or _MOTIE.match(regel.plat):
        return True
    if any(deze.kop or _is_los(deze) or deze.nummer in los for deze in (regel, vorige)):
        return True
    zin_af = vorige.tekst[-1] in ".:;?!"
    if na_leeg:
        gaat_door = regel.tekst[0].islower() or (len(vorige.plat) > _VOLLE_REGEL and not vorige.samengevat)
        return zin_af or not gaat_door
    return _korte_kop(alinea, regel) or (zin_af and _GENUMMERD.fullmatch(regel.plat) is not None)


def _is_los(regel: Regel) -> bool:
    """Lines that are never part of a paragraph."""
    plat = regel.plat
    patronen = (DOELSTELLING, _DOELSTELLINGEN, _TOELICHTING, _STAND_VAN_ZAKEN, _VERZOEK, _LINK)
    return (
        any(patroon.fullmatch(plat) for patroon in patronen)
        or bool(_SPEERPUNTEN.match(plat) or BRON.match(plat))
        or any(patroon.fullmatch(plat) for patroon, _, _ in _KOPPEN)
    )


def _korte_kop(alinea: list[Regel], volgende: Regel) -> bool:
    """In a document without markup a heading is a short line without a full stop, right above its text."""
    enige = alinea[0]
    return (
        len(alinea) == 1
        and not enige.opsomming
        and (len(enige.plat) < _KOPLENGTE or _GENUMMERD.fullmatch(enige.plat) is not None)
        and enige.plat[-1] not in ".;,"
        and not _MOTIE.match(enige.plat)
        and not _TRENDGRAFIEK.match(enige.plat)
        and (volgende.tekst[0].isupper() or volgende.tekst[0].isdigit())
    )


def _is_kop(alinea: list[Regel]) -> bool:
    regel = alinea[0]
    if len(alinea) > 1 or regel.samengevat or regel.opsomming:
        return False
    kort = len(regel.plat) < _KOPLENGTE and regel.plat[-1] not in ".;,"
    return regel.kop or kort or _GENUMMERD.fullmatch(regel.plat) is not None


def _tekst(soort: Tekstsoort, plek: _Plek, alinea: list[Regel]) -> Tekst:
    return Tekst(
        soort=soort,
        kop=plek.kop,
        tekst=_aaneen(alinea),
        van=alinea[0].nummer,
        tot=alinea[-1].nummer,
        samengevat=any(regel.samengevat for regel in alinea),
        doelstelling=plek.doelstelling,
        indicator=plek.indicator,
        tabel=plek.tabel or "",
    )


def _aaneen(alinea: list[Regel]) -> str:
    """The lines as one; a line that ends in a hyphen ("LED-") goes on without a space."""
    return re.sub(r"(?<=\w-)\n", "", "\n".join(regel.plat for regel in alinea)).replace("\n", " ")


def _voeg_samen(teksten: Iterable[Tekst]) -> Iterator[Tekst]:
    """Paragraphs in a row that belong to the same thing are one text."""
    vorige: Tekst | None = None
    for tekst in teksten:
        if vorige is not None and _zelfde_plek(vorige, tekst):
            samen = f"{vorige.tekst}\n\n{tekst.tekst}"
            vorige = replace(vorige, tekst=samen, tot=tekst.tot, samengevat=vorige.samengevat or tekst.samengevat)
            continue
        if vorige is not None:
            yield vorige
        vorige = tekst
    if vorige is not None:
        yield vorige


def _zelfde_plek(een: Tekst, ander: Tekst) -> bool:
    plek = (een.soort, een.kop, een.doelstelling, een.indicator, een.tabel)
    return een.soort is not Tekstsoort.LINK and plek == (
        ander.soort,
        ander.kop,
        ander.doelstelling,
        ander.indicator,
        ander.tabel,
    )
