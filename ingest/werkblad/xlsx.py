"""An XLSX file as cells."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from ingest.werkblad.kolommen import schoon
from ingest.werkblad.rijen import (
    KOP_BINNEN,
    LAATSTE_KOLOM,
    MEESTE_RIJEN,
    OPNIEUW,
    Blad,
    BladCel,
    Bladrij,
    NietLeesbaar,
    is_kopregel,
    met_kop,
)

GROOTST_UITGEPAKT = 4_000_000  # a spreadsheet is a zip file: small outside may be large inside
MEESTE_DELEN = 500


_LAATSTE_RIJ = 20_000


_KAPOT = "Wij kunnen dit bestand niet openen. Open het in Excel, bewaar het als .xlsx en kies het opnieuw."
_TE_VOL = f"Dit bestand is te groot: er zit veel meer in dan cijfers, bijvoorbeeld plaatjes. {OPNIEUW}"
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # in a number format


def lees_xlsx(inhoud: bytes) -> Blad:
    delen = _uitgepakt(inhoud)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about what is in the file beside cells
            boek = load_workbook(_ingepakt(delen), read_only=True, keep_links=False)
            tabellen = [_blad(blad, delen) for blad in boek.worksheets]
    except NietLeesbaar:
        raise
    except Exception as fout:  # a damaged file makes openpyxl fail in any way
        raise NietLeesbaar(_KAPOT) from fout
    for tabel in tabellen:
        if is_kopregel(tabel) is not None:
            return met_kop(tabel, "rij")
    return met_kop(tabellen[0] if tabellen else [], "rij")


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
    except NietLeesbaar:
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


def _blad(blad: Any, delen: dict[str, bytes]) -> list[Bladrij]:
    """The rows that say something, up to one too many."""
    blad.reset_dimensions()  # what the file says of its own size need not be so
    verborgen, samengevoegd = _vorm(delen[blad._worksheet_path.lstrip("/")])
    rijen: list[Bladrij] = []
    for nummer, cellen in enumerate(blad.iter_rows(max_col=LAATSTE_KOLOM), start=1):
        if nummer > _LAATSTE_RIJ:
            raise NietLeesbaar(f"Uw blad loopt door tot na rij {_LAATSTE_RIJ}. Haal de rijen onder uw cijfers weg.")
        if len(rijen) > MEESTE_RIJEN + KOP_BINNEN:
            break
        if all(cel.value is None for cel in cellen):
            continue
        klachten = tuple(
            f"Hier zijn cellen samengevoegd ({bereik}). Wij weten niet bij welke rij het cijfer hoort. "
            "Kijk deze rij na, of maak de cellen in Excel los."
            for bereik, boven, onder in samengevoegd
            if boven <= nummer <= onder
        )
        opmerkingen = ("Deze rij is verborgen in uw bestand. Kijk of hij mee moet.",) if nummer in verborgen else ()
        rijen.append(Bladrij(nummer, [_lees_cel(cel) for cel in cellen], klachten, opmerkingen))
    return rijen


def _vorm(xml: bytes) -> tuple[set[int], list[tuple[str, int, int]]]:
    """The hidden rows, and the merged ranges with their first and last row; the reader of cells does not tell."""
    verborgen, samengevoegd = set(), []
    for _, element in ElementTree.iterparse(io.BytesIO(xml)):  # noqa: S314 what has a DOCTYPE did not come here
        naam = element.tag.rpartition("}")[2]
        if naam == "row" and element.get("hidden") in ("1", "true"):
            verborgen.add(int(element.get("r", 0)))
        elif naam == "mergeCell":
            _, boven, _, onder = range_boundaries(element.get("ref", ""))
            samengevoegd.append((element.get("ref", ""), boven or 1, onder or _LAATSTE_RIJ))
        if naam == "row":
            element.clear()
    return verborgen, samengevoegd


def _lees_cel(cel: Any) -> BladCel:
    """What a person would have typed to get this cell."""
    waarde = cel.value
    if waarde is None:
        return BladCel("")
    if cel.data_type == "f":
        tekst = getattr(waarde, "text", None) or str(waarde)
        return BladCel(tekst, "Hier staat een formule. Typ het cijfer zelf, of plak in Excel alleen de waarde.")
    if cel.data_type == "e":
        return BladCel(str(waarde), f"Hier staat de fout {waarde}. Typ het cijfer zelf.")
    if isinstance(waarde, bool):
        return BladCel("ja" if waarde else "nee")
    if isinstance(waarde, int | float):
        return BladCel(_getal(waarde, "%" in _LETTERLIJK.sub("", cel.number_format or "")))
    if isinstance(waarde, datetime | date):
        return BladCel(f"{waarde:%d-%m-%Y}", is_datum=True)
    return BladCel(schoon(str(waarde)).strip())


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
