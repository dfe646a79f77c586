"""A PDF with text as lines for the grammar: tables as rows of cells, each with its place on the page."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import pypdfium2 as pdfium

from ingest.lezer.pdf.bladzijde import ONBEKEND, lees_bladzijde
from ingest.lezer.pdf.lijnen import PdfLijn, lees_lijnen, omtrek
from ingest.lezer.pdf.rasters import vind_tabellen
from ingest.lezer.pdf.tabelrijen import PdfRij, PdfTabel
from ingest.lezer.regels import Onleesbaar, Regel, Vak, maak_regel

MEESTE_BLADZIJDEN = 2_000
MEESTE_TEKENS = 5_000_000
GROOTSTE_ZIJDE = 14_400
"""In points: 200 inch, the largest page of the PDF standard."""
_RAND = 0.12
"""Running heads and page numbers stand in this part of the page, above and below."""
_KOP_GROTER = 1.12
_LANGSTE_KOP = 200
_ALINEA = 1.3
_KOP_DICHT = 1.08
"""Lines of one heading; two headings stand further apart, though not always further than lines of text do."""


def lees_pdf(inhoud: bytes, meld: Callable[[int, int], None]) -> list[Regel]:
    """The lines of a PDF, numbered from 1; raises Onleesbaar with a sentence in Dutch.

    A blank line stands where a paragraph, a table or a page ends; a table that goes on over a page has none.
    A raised or lowered mark is written as such: "12,5¹".
    """
    document = open_pdf(inhoud)
    try:
        lijnen = list(_lees_bladzijden(document, meld))
    finally:
        document.close()
    lijnen = _zonder_kopregels(lijnen)
    _merk_koppen(lijnen)
    return _nummer(_gedrukte_regels(lijnen))


def open_pdf(inhoud: bytes) -> pdfium.PdfDocument:
    """The opened document, which the caller closes; raises Onleesbaar with a sentence in Dutch."""
    try:
        document = pdfium.PdfDocument(inhoud)
    except pdfium.PdfiumError as fout:
        if "password" in str(fout).lower() or "security" in str(fout).lower():
            tekst = "Deze PDF is versleuteld met een wachtwoord. Bewaar hem zonder wachtwoord en lever hem opnieuw aan."
        else:
            tekst = "Deze PDF is beschadigd en gaat niet open. Maak hem opnieuw vanuit het oorspronkelijke document."
        raise Onleesbaar(tekst) from fout
    aantal = len(document)
    if aantal <= MEESTE_BLADZIJDEN:
        return document
    document.close()
    raise Onleesbaar(
        f"Deze PDF heeft {aantal} bladzijden; er worden er hoogstens {MEESTE_BLADZIJDEN} gelezen. "
        "Lever alleen het deel met de programma's aan."
    )


def _lees_bladzijden(document: pdfium.PdfDocument, meld: Callable[[int, int], None]) -> Iterator[PdfLijn]:
    zonder_tekst, tekens, onbekend, aantal = [], 0, 0, len(document)
    for nummer in range(1, aantal + 1):
        lijnen = _lees_bladzijde(document, nummer)
        tekst = "".join([woord.tekst for lijn in lijnen for woord in lijn.woorden])
        tekens, onbekend = tekens + len(tekst), onbekend + tekst.count(ONBEKEND)
        zonder_tekst += [] if lijnen else [nummer]
        if tekens > MEESTE_TEKENS:
            raise Onleesbaar(
                f"Deze PDF heeft meer dan {MEESTE_TEKENS // 1_000_000} miljoen tekens. "
                "Lever alleen het deel met de programma's aan."
            )
        meld(nummer, aantal)
        yield from lijnen
    _weiger_scan(zonder_tekst, aantal)
    if onbekend * 20 > tekens:
        raise Onleesbaar(
            "Van veel letters in deze PDF is niet te lezen welke het zijn: de lettertypen zeggen dat niet. "
            "Maak de PDF opnieuw vanuit het oorspronkelijke document, of lever dat zelf aan."
        )


def _lees_bladzijde(document: pdfium.PdfDocument, nummer: int) -> list[PdfLijn]:
    pagina = lees_pagina(document, nummer)
    try:
        return lees_lijnen(lees_bladzijde(pagina), nummer)
    finally:
        pagina.close()


def lees_pagina(document: pdfium.PdfDocument, nummer: int) -> pdfium.PdfPage:
    """Page `nummer` (from 1), which the caller closes; raises Onleesbaar with a sentence in Dutch."""
    hoe_verder = "Maak de PDF opnieuw vanuit het oorspronkelijke document."
    try:
        pagina = document[nummer - 1]
    except pdfium.PdfiumError as fout:
        raise Onleesbaar(f"Bladzijde {nummer} van deze PDF is beschadigd. {hoe_verder}") from fout
    maten = pagina.get_size()
    if all(0 < maat <= GROOTSTE_ZIJDE for maat in maten):
        return pagina
    pagina.close()
    breedte, hoogte = (f"{maat / 72 * 2.54:.0f}" for maat in maten)
    raise Onleesbaar(f"Bladzijde {nummer} is {breedte} bij {hoogte} cm; dat kan geen bladzijde zijn. {hoe_verder}")


def _weiger_scan(zonder_tekst: list[int], aantal: int) -> None:
    """Refuse a document of pictures: where more than half of the pages have no text, those are scans."""
    hoe_verder = (
        "Lever de PDF aan die uit de tekstverwerker komt, of laat de scan eerst door tekstherkenning (OCR) gaan."
    )
    if len(zonder_tekst) == aantal:
        raise Onleesbaar(f"Dit is een scan: een PDF met alleen beelden, zonder tekst die te lezen is. {hoe_verder}")
    if len(zonder_tekst) * 2 > aantal:
        raise Onleesbaar(
            f"Dit is voor het grootste deel een scan: zonder tekst zijn bladzijde {_reeks(zonder_tekst)}. {hoe_verder}"
        )


def _reeks(nummers: list[int]) -> str:
    """Page numbers for people: "2-5, 7 en 9"."""
    groepen: list[list[int]] = []
    for nummer in nummers:
        if groepen and groepen[-1][-1] == nummer - 1:
            groepen[-1].append(nummer)
        else:
            groepen.append([nummer])
    delen = [f"{groep[0]}-{groep[-1]}" if len(groep) > 1 else str(groep[0]) for groep in groepen]
    return " en ".join(filter(None, [", ".join(delen[:-1]), delen[-1]]))


# Running heads


def _zonder_kopregels(lijnen: list[PdfLijn]) -> list[PdfLijn]:
    """Leave out what stands at the same height of three pages or more (of all, where there are fewer), near the edge
    and apart from the text, and is the same there but for the number of the page. A row of values is never left out.
    """
    per_pagina: dict[int, list[PdfLijn]] = defaultdict(list)
    for lijn in lijnen:
        per_pagina[lijn.pagina].append(lijn)
    randen = [(lijn, soort) for pagina in per_pagina.values() for lijn, soort in _randregels(pagina)]
    aantallen = Counter(sleutel for lijn, soort in randen for sleutel in _sleutels(lijn, soort))
    genoeg = max(2, min(3, len(per_pagina)))
    weg = {id(lijn) for lijn, soort in randen if any(aantallen[s] >= genoeg for s in _sleutels(lijn, soort))}
    return [lijn for pagina in per_pagina.values() for lijn in _zonder(pagina, weg)]


def _randregels(pagina: list[PdfLijn]) -> Iterator[tuple[PdfLijn, str]]:
    """The first and last lines of a page that stand near its edge."""
    for soort, volgorde in (("boven", pagina[:4]), ("onder", pagina[::-1][:4])):
        for lijn in volgorde:
            hoogte = lijn.voet / lijn.blad.hoogte
            in_rand = hoogte < _RAND if soort == "boven" else hoogte > 1 - _RAND
            if in_rand and not lijn.schuin and sum(lijn.waarden) < 2:
                yield lijn, soort


def _sleutels(lijn: PdfLijn, soort: str) -> set[tuple[str, int, str]]:
    """What a running head is known by: its place, and its text with the number of its page left open."""
    plaats = round(lijn.voet / 3)
    getallen = list(re.finditer(r"\d+", lijn.tekst))
    open_ = [
        f"{lijn.tekst[: g.start()]}#{int(g[0]) - lijn.pagina}#{lijn.tekst[g.end() :]}"
        for g in getallen[:1] + getallen[-1:]
        if len(g[0]) < 5
    ]
    return {(soort, plaats, tekst) for tekst in (lijn.tekst, *open_)}


def _zonder(pagina: list[PdfLijn], weg: set[int]) -> list[PdfLijn]:
    """The lines of a page without its running heads, as far as those stand apart from what stays."""
    begin, einde = 0, len(pagina)
    while begin < einde and id(pagina[begin]) in weg:
        begin += 1
    while einde > begin and id(pagina[einde - 1]) in weg:
        einde -= 1
    while 0 < begin < len(pagina) and (pagina[begin].afstand or 99) < 1.8 * pagina[begin].hoogte:
        begin -= 1
    while begin < einde < len(pagina) and (pagina[einde].afstand or 99) < 1.8 * pagina[einde].hoogte:
        einde += 1
    binnen = pagina[begin:einde]
    if binnen:
        binnen[0].afstand = None
    return binnen


# Headings


def _merk_koppen(lijnen: list[PdfLijn]) -> None:
    """Mark the lines that are larger than the text of the document, or bold where that text is not."""
    tekens: Counter[tuple[float, bool]] = Counter()
    for lijn in lijnen:
        tekens[round(lijn.hoogte, 1), lijn.vet] += len(lijn.tekst)
    if not tekens:
        return
    hoogte, vet = tekens.most_common(1)[0][0]
    for lijn in lijnen:
        groter = lijn.hoogte > _KOP_GROTER * hoogte
        vetter = lijn.vet and not vet and lijn.hoogte > 0.9 * hoogte
        kan = (groter or vetter) and not lijn.schuin and len(lijn.tekst) < _LANGSTE_KOP
        lijn.kop = kan and any(map(str.isalpha, lijn.tekst))


# Lines as they are printed

_Gedrukt = tuple[str, bool, int, tuple[Vak | None, ...]]
"""Text, whether it is a heading, page, and the places of its cells."""


def _gedrukte_regels(lijnen: list[PdfLijn]) -> Iterator[_Gedrukt | None]:
    """Each line or row; None for a blank line."""
    index, gewoon = 0, _gewone_afstand(lijnen)
    tabellen = [*vind_tabellen(lijnen), PdfTabel(len(lijnen), len(lijnen))]
    randen = _randen(lijnen, tabellen)
    for tabel in tabellen:
        yield from _lopende_tekst(lijnen[index : tabel.van], gewoon, randen)
        if tabel.rijen and index < tabel.van and _is_los(lijnen[tabel.van], gewoon):
            yield None
        for rij in tabel.rijen:
            yield _van_rij(rij)
        if tabel.rijen:
            yield None
        index = tabel.tot


def _gewone_afstand(lijnen: Sequence[PdfLijn]) -> float:
    """The distance between lines of a paragraph, as a part of the height of a line."""
    afstanden = [lijn.afstand / lijn.hoogte for lijn in lijnen if lijn.afstand is not None and not lijn.schuin]
    dicht = statistics.quantiles(afstanden, n=5)[0] if len(afstanden) > 1 else 1.0
    return min(1.6, max(0.9, dicht))


def _is_los(lijn: PdfLijn, gewoon: float) -> bool:
    return lijn.afstand is None or lijn.afstand > _ALINEA * gewoon * lijn.hoogte


def _randen(lijnen: Sequence[PdfLijn], tabellen: Sequence[PdfTabel]) -> dict[int, float]:
    """How far to the right the text of each page runs, outside its tables."""
    randen: dict[int, float] = defaultdict(float)
    begin = 0
    for tabel in tabellen:
        for lijn in lijnen[begin : tabel.van]:
            randen[lijn.pagina] = max(randen[lijn.pagina], lijn.rechts)
        begin = tabel.tot
    return randen


def _lopende_tekst(lijnen: Sequence[PdfLijn], gewoon: float, rand: dict[int, float]) -> Iterator[_Gedrukt | None]:
    index = 0
    while index < len(lijnen):
        lijn = lijnen[index]
        woorden = list(lijn.woorden)
        if index and (_is_los(lijn, gewoon) or (lijn.kop and not lijnen[index - 1].kop)):
            yield None
        index += 1
        while index < len(lijnen) and _gaat_kop_door(lijnen[index - 1], lijnen[index], rand[lijn.pagina], gewoon):
            woorden += lijnen[index].woorden
            index += 1
        yield " ".join(woord.tekst for woord in woorden), lijn.kop, lijn.pagina, (lijn.blad.vak(omtrek(woorden)),)


def _gaat_kop_door(boven: PdfLijn, onder: PdfLijn, rand: float, gewoon: float) -> bool:
    """Whether a heading goes on on the next line: set as close as lines are, because its next word did not fit."""
    eerste = onder.woorden[0]
    return (
        boven.kop
        and onder.kop
        and boven.vet == onder.vet
        and abs(boven.hoogte - onder.hoogte) < 0.5
        and not _is_los(onder, min(gewoon, _KOP_DICHT))
        and boven.rechts + onder.hoogte / 4 + eerste.rechts - eerste.links > rand
    )


def _van_rij(rij: PdfRij) -> _Gedrukt:
    blad, pagina = rij.lijnen[0].blad, rij.lijnen[0].pagina
    teksten = rij.teksten()
    elders = {id(woord) for lijn in rij.lijnen if lijn.pagina != pagina for woord in lijn.woorden}
    hier = ([woord for woord in cel if id(woord) not in elders] if elders else cel for cel in rij.cellen)
    vakken = tuple(blad.vak(omtrek(cel)) if cel else None for cel in hier)
    if rij.is_kaal:
        return teksten[0], False, pagina, vakken[:1]
    return "\t".join(teksten), False, pagina, vakken


def _nummer(gedrukt: Iterator[_Gedrukt | None]) -> list[Regel]:
    """Number the lines from 1; no blank line after another."""
    regels: list[Regel] = []
    pagina = 1
    for regel in gedrukt:
        if regel is not None:
            tekst, kop, pagina, vakken = regel
            regels.append(maak_regel(len(regels) + 1, tekst, kop=kop, pagina=pagina, vakken=vakken))
        elif regels and regels[-1].gedrukt:
            regels.append(maak_regel(len(regels) + 1, "", pagina=pagina))
    return regels
