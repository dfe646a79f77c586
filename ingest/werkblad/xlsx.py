"""An XLSX file as sheets of cells."""

import io
import posixpath
import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter, range_boundaries

from ingest.werkblad.kolommen import schoon
from ingest.werkblad.rijen import (
    KOP_BINNEN,
    LAATSTE_KOLOM,
    LOS_BLAD,
    MEESTE_RIJEN,
    BladCel,
    Bladrij,
    NietLeesbaar,
)
from ingest.werkblad.werkboek import Bereik, Boekblad, Werkboek

GROOTST_UITGEPAKT = 4_000_000  # a spreadsheet is a zip file: small outside may be large inside
MEESTE_DELEN = 500
MEESTE_BLADEN = 100
MEESTE_SAMENGEVOEGD = 2_000
_LAATSTE_RIJ = 20_000


_KAPOT = "Wij kunnen dit bestand niet openen. Open het in Excel, bewaar het als .xlsx en kies het opnieuw."
_TE_VOL = f"Dit bestand is te groot: er zit veel meer in dan cijfers, bijvoorbeeld plaatjes. {LOS_BLAD}"
_TE_VEEL_BLADEN = f"Dit bestand heeft meer dan {MEESTE_BLADEN} bladen. {LOS_BLAD}"
_GEDEELD = (
    "In dit bestand zijn bladen aan elkaar gelijk gemaakt op een manier die Excel niet kent. "
    f"Open het in Excel. {LOS_BLAD}"
)
_TE_VEEL_SAMENGEVOEGD = (
    f"In dit bestand zijn op meer dan {MEESTE_SAMENGEVOEGD} plekken cellen samengevoegd. "
    "Maak de cellen in Excel los en kies het bestand opnieuw."
)
_ZONDER_UITKOMST = (
    "Hier staat een formule zonder uitkomst. Typ het cijfer zelf, of open het bestand in Excel en bewaar het."
)
_ALS_NOOT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # in a number format


def lees_xlsx(inhoud: bytes) -> Werkboek:
    """Every sheet with its cells; raises NietLeesbaar."""
    delen = _uitgepakt(inhoud)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is in the file beside cells
            _weiger_gedeelde_bladen(delen)
            boek = load_workbook(_ingepakt(delen), read_only=True, keep_links=False, rich_text=True)
            uitkomsten = load_workbook(_ingepakt(delen), read_only=True, keep_links=False, data_only=True)
            bladen = zip(boek.worksheets, uitkomsten.worksheets, strict=True)
            return Werkboek([_blad(blad, uitkomst, delen) for blad, uitkomst in bladen])
    except (NietLeesbaar, MemoryError):
        raise
    except Exception as fout:  # a damaged file makes openpyxl fail in any way
        raise NietLeesbaar(_KAPOT) from fout


def _uitgepakt(inhoud: bytes) -> dict[str, bytes]:
    """The parts of the zip file, never more than fits; what a part says of its own size is not believed."""
    delen, over = {}, GROOTST_UITGEPAKT
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            for lid in zip_.infolist()[: MEESTE_DELEN + 1]:
                with zip_.open(lid) as deel:
                    delen[lid.filename] = deel.read(over + 1)
                over -= len(delen[lid.filename])
                if over < 0 or len(delen) > MEESTE_DELEN:
                    raise NietLeesbaar(_TE_VOL)
    except (NietLeesbaar, MemoryError):
        raise
    except Exception as fout:  # as above: damaged, with a password, or packed in a way of its own
        raise NietLeesbaar(_KAPOT) from fout
    if "[Content_Types].xml" not in delen or not any(naam.startswith("xl/") for naam in delen):
        raise NietLeesbaar(
            "Dit bestand is geen Excel-bestand. Komt het uit LibreOffice? Bewaar het dan als .xlsx en kies het opnieuw."
        )
    if any(b"<!DOCTYPE" in deel.replace(b"\0", b"") for deel in delen.values()):
        raise NietLeesbaar(_KAPOT)  # no spreadsheet program writes one; it makes a reader run out of memory
    return delen


def _ingepakt(delen: dict[str, bytes]) -> io.BytesIO:
    """The same parts in a zip file that says what it holds, for who reads it without a limit."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, deel in delen.items():
            zip_.writestr(naam, deel)
    return uit


def _weiger_gedeelde_bladen(delen: dict[str, bytes]) -> None:
    """Raise NietLeesbaar for more sheets than fit, and for two that are one part, before any of them is opened."""
    lezer = ExcelReader(_ingepakt(delen), read_only=True, keep_links=False)
    lezer.read_manifest()
    lezer.read_workbook()
    paden = [verwijzing.target for _, verwijzing in lezer.parser.find_sheets()]
    if len(paden) > MEESTE_BLADEN:
        raise NietLeesbaar(_TE_VEEL_BLADEN)
    if len(set(paden)) < len(paden):
        raise NietLeesbaar(_GEDEELD)


def _blad(blad: Any, uitkomst: Any, delen: dict[str, bytes]) -> Boekblad:
    """The rows that say something, up to one too many; `uitkomst` is the same sheet with what its formulas gave."""
    verborgen, samengevoegd = _vorm(delen[blad._worksheet_path.lstrip("/")])
    notities = _notities(delen, blad._worksheet_path.lstrip("/"))
    for deze in (blad, uitkomst):
        deze.reset_dimensions()  # what the file says of its own size need not be so
    rijen: list[Bladrij] = []
    paren = zip(blad.iter_rows(max_col=LAATSTE_KOLOM), uitkomst.iter_rows(max_col=LAATSTE_KOLOM), strict=True)
    for nummer, (cellen, waarden) in enumerate(paren, start=1):
        if nummer > _LAATSTE_RIJ:
            raise NietLeesbaar(f"Uw blad loopt door tot na rij {_LAATSTE_RIJ}. Haal de rijen onder uw cijfers weg.")
        if len(rijen) > MEESTE_RIJEN + KOP_BINNEN:
            break
        if all(cel.value is None for cel in cellen):
            continue
        gelezen = [
            _met_notitie(_lees_cel(cel, waarde), notities.get(f"{get_column_letter(plaats)}{nummer}", ""))
            for plaats, (cel, waarde) in enumerate(zip(cellen, waarden, strict=True), start=1)
        ]
        if not any(cel.tekst for cel in gelezen):
            continue
        klachten = tuple(
            f"Hier zijn cellen samengevoegd ({naam}). Wij weten niet bij welke rij het cijfer hoort. "
            "Kijk deze rij na, of maak de cellen in Excel los."
            for naam, bereik in samengevoegd
            if bereik.boven <= nummer <= bereik.onder
        )
        opmerkingen = ("Deze rij is verborgen in uw bestand. Kijk of hij mee moet.",) if nummer in verborgen else ()
        while not gelezen[-1].tekst:
            gelezen.pop()
        rijen.append(Bladrij(nummer, gelezen, klachten, opmerkingen))
    return Boekblad(blad.title, rijen, [bereik for _, bereik in samengevoegd])


def _vorm(xml: bytes) -> tuple[set[int], list[tuple[str, Bereik]]]:
    """The hidden rows, and the merged ranges by their name; the reader of cells does not tell."""
    verborgen: set[int] = set()
    samengevoegd: list[tuple[str, Bereik]] = []
    for _, element in ElementTree.iterparse(io.BytesIO(xml)):  # noqa: S314 what has a DOCTYPE did not come here
        naam = element.tag.rpartition("}")[2]
        if naam == "row" and element.get("hidden") in ("1", "true"):
            verborgen.add(int(element.get("r", 0)))
        elif naam == "mergeCell":
            links, boven, rechts, onder = range_boundaries(element.get("ref", ""))
            bereik = Bereik(boven or 1, links or 1, onder or _LAATSTE_RIJ, min(rechts or 1, LAATSTE_KOLOM))
            samengevoegd.append((element.get("ref", ""), bereik))
            if len(samengevoegd) > MEESTE_SAMENGEVOEGD:
                raise NietLeesbaar(_TE_VEEL_SAMENGEVOEGD)
        if naam == "row":
            element.clear()
    return verborgen, samengevoegd


def _notities(delen: dict[str, bytes], blad: str) -> dict[str, str]:
    """What somebody wrote at a cell, by its name; the reader of cells does not tell this either."""
    map_, naam = posixpath.split(blad)
    verwijzingen = delen.get(f"{map_}/_rels/{naam}.rels", b"<leeg/>")
    doelen = [
        posixpath.normpath(posixpath.join(map_, element.get("Target", ""))).lstrip("/")
        for element in ElementTree.fromstring(verwijzingen)  # noqa: S314 as above
        if element.get("Type", "").endswith("/comments")
    ]
    return {
        element.get("ref", ""): "".join(element.itertext())
        for doel in doelen
        for element in ElementTree.fromstring(delen.get(doel, b"<leeg/>")).iter()  # noqa: S314 as above
        if element.tag.endswith("}comment")
    }


def _met_notitie(cel: BladCel, notitie: str) -> BladCel:
    if not notitie:
        return cel
    zin = f"Bij deze cel staat in uw bestand: “{' '.join(schoon(notitie).split())}”."
    return replace(cel, opmerking=" ".join(filter(None, [cel.opmerking, zin])))


def _lees_cel(cel: Any, uitkomst: Any) -> BladCel:
    """What a person would have typed to get this cell; of a formula what it gave when the file was saved."""
    waarde = cel.value
    if waarde is None:
        return BladCel("")
    if cel.data_type == "f":
        if uitkomst.value is None:
            return BladCel(getattr(waarde, "text", None) or str(waarde), _ZONDER_UITKOMST)
        gelezen = _lees_cel(uitkomst, uitkomst)
        zin = f"In uw bestand is dit een formule. Wij lazen de uitkomst die erbij bewaard is: {gelezen.tekst}."
        return replace(gelezen, opmerking=zin)
    if cel.data_type == "e":
        return BladCel(str(waarde), f"Hier staat de fout {waarde}. Typ het cijfer zelf.")
    if isinstance(waarde, bool):
        return BladCel("ja" if waarde else "nee")
    if isinstance(waarde, int | float):
        return BladCel(_getal(waarde, "%" in _LETTERLIJK.sub("", cel.number_format or "")))
    if isinstance(waarde, datetime | date):
        return BladCel(f"{waarde:%d-%m-%Y}", is_datum=True)
    return BladCel(schoon(_met_noten(waarde)).strip())


def _met_noten(tekst: Any) -> str:
    """The text; a raised figure is the mark of a note, and no digit of the number before it."""
    if not isinstance(tekst, CellRichText):
        return str(tekst)
    return "".join(_met_noot(stuk) if isinstance(stuk, TextBlock) else str(stuk) for stuk in tekst)


def _met_noot(stuk: TextBlock) -> str:
    return stuk.text.translate(_ALS_NOOT) if stuk.font.vertAlign == "superscript" else str(stuk.text)


def _getal(waarde: int | float, procent: bool) -> str:
    # Excel keeps fifteen digits; the rest of a float is noise.
    getal = Decimal(f"{waarde:.15g}") if isinstance(waarde, float) else Decimal(waarde)
    if not getal.is_finite():
        return str(waarde)
    tekst = f"{getal * 100 if procent else getal:f}"
    if "." in tekst:
        tekst = tekst.rstrip("0").rstrip(".")
    tekst = "0" if tekst == "-0" else tekst.replace(".", ",")
    return f"{tekst} %" if procent else tekst
