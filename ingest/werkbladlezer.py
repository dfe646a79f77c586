"""Reading the spreadsheet of an invoerder back: XLSX, CSV or what was pasted. Pure: bytes in, rows of text out.

Nothing is understood here: a cell becomes the text that a person would have typed, and the form reads that.
"""

import csv
import difflib
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from ingest.werkblad import FORMULE, INVULLEN, KOLOMMEN, LEZEN, SLEUTEL, STAND, schoon

GROOTST = 2_000_000  # bytes of a file
GROOTST_UITGEPAKT = 4_000_000  # a spreadsheet is a zip file: small outside may be large inside
MEESTE_DELEN = 500
MEESTE_RIJEN = 300
_LAATSTE_RIJ, _LAATSTE_KOLOM = 20_000, 60
_KOP_BINNEN = 20  # rows above the heading
_OPNIEUW = "Haal het werkblad opnieuw op en vul dat in."
_GEEN_SPREADSHEET = "Dit bestand is geen spreadsheet. Kies een bestand dat eindigt op .xlsx of .csv."
_KAPOT = "Wij kunnen dit bestand niet openen. Open het in Excel, bewaar het als .xlsx en kies het opnieuw."
_TE_GROOT = f"Dit bestand is te groot: een werkblad is nooit groter dan {GROOTST // 1_000_000} MB. {_OPNIEUW}"
_TE_VOL = f"Dit bestand is te groot: er zit veel meer in dan cijfers, bijvoorbeeld plaatjes. {_OPNIEUW}"
# A point with other than three digits behind it cannot stand for thousands: a program wrote it as decimals.
_PUNT = re.compile(r"-?\d+\.(?!\d{3}( ?%)?$)\d+( ?%)?")
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # in a number format


class NietLeesbaar(ValueError):
    """No row can be read; the message says in Dutch why and what to do."""


@dataclass(frozen=True)
class Rij:
    """One row: where it stood, which figure it is about, and the text for each field whose column was there."""

    plek: str
    sleutel: str
    velden: dict[str, str]
    gelezen: dict[str, str] = field(default_factory=dict)
    stand: str = ""
    klachten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Blad:
    """All rows that say something, and what is remarkable about the file as a whole."""

    rijen: list[Rij]
    opmerkingen: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Cel:
    tekst: str
    klacht: str = ""
    is_datum: bool = False


@dataclass(frozen=True)
class _Tabelrij:
    nummer: int
    cellen: Sequence[_Cel]
    klachten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


def lees_bestand(inhoud: bytes) -> Blad:
    """The rows of a file; what it is, is seen from its content, not from its name. Raises NietLeesbaar."""
    if len(inhoud) > GROOTST:
        raise NietLeesbaar(_TE_GROOT)
    if not inhoud.strip():
        raise NietLeesbaar(f"Dit bestand is leeg. {_OPNIEUW}")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise NietLeesbaar(
            "Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. "
            "Open het in Excel, bewaar het zonder wachtwoord als .xlsx en kies het opnieuw."
        )
    if inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _lees_xlsx(inhoud)
    blad = _met_kop(_csv_rijen(_ontcijfer(inhoud)), "rij")
    return replace(blad, rijen=[replace(rij, velden=_met_komma(rij.velden)) for rij in blad.rijen])


def lees_geplakt(tekst: str, volgorde: Sequence[str]) -> Blad:
    """Rows with tabs, as Excel copies them, or one column with a value for each key of `volgorde`."""
    schoongemaakt = schoon(tekst)
    if not schoongemaakt.strip():
        raise NietLeesbaar("U plakte niets. Kopieer de cijfers in Excel en plak ze in het vak.")
    if "\t" not in schoongemaakt:
        return _een_kolom(schoongemaakt.split("\n"), volgorde)
    rijen = list(_tabelrijen(schoongemaakt, "\t"))
    if _kopregel(rijen) is None:
        breed = max(len(rij.cellen) for rij in rijen) > 1 + len(INVULLEN)
        koppen = [kolom.kop for kolom in KOLOMMEN] if breed else [SLEUTEL, *INVULLEN]
        rijen.insert(0, _Tabelrij(0, [_Cel(kop) for kop in koppen]))
        blad = _met_kop(rijen, "regel")
        return replace(blad, opmerkingen=[])  # columns were not named, so none is missed
    return _met_kop(rijen, "regel")


def _een_kolom(regels: list[str], volgorde: Sequence[str]) -> Blad:
    waarden = [regel.strip() for regel in regels]
    if waarden[0].casefold() in INVULLEN:
        del waarden[0]
    while waarden and not waarden[-1]:
        del waarden[-1]
    if len(waarden) > len(volgorde):
        raise NietLeesbaar(
            f"U plakte {len(waarden)} regels. Uw lijst heeft {len(volgorde)} cijfers. "
            "Plak één waarde per regel, in de volgorde van de lijst."
        )
    paren = zip(volgorde, waarden, strict=False)
    return Blad(
        [
            Rij(f"regel {nummer}", sleutel, {"ingetypt": waarde})
            for nummer, (sleutel, waarde) in enumerate(paren, start=1)
            if waarde
        ]
    )


def _ontcijfer(inhoud: bytes) -> str:
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        soorten = ["utf-16"]
    elif b"\0" in inhoud or inhoud.startswith((b"%PDF", b"{\\rtf", b"<")):
        raise NietLeesbaar(_GEEN_SPREADSHEET)
    else:
        soorten = ["utf-8-sig", "cp1252"]
    for soort in soorten:
        try:
            return schoon(inhoud.decode(soort))
        except UnicodeDecodeError:
            continue
    raise NietLeesbaar(_GEEN_SPREADSHEET)


def _csv_rijen(tekst: str) -> list[_Tabelrij]:
    genoemd = re.match(r"sep=(.)\n", tekst)  # how Excel is told which sign is between the cells
    if genoemd:
        tekst = tekst[genoemd.end() :]
    kop = next((regel for regel in tekst.split("\n") if SLEUTEL in regel.casefold()), "")
    scheiding = genoemd[1] if genoemd else max(";\t,", key=kop.count)
    if scheiding in "\"'\n":
        raise NietLeesbaar(_GEEN_SPREADSHEET)
    return [
        replace(rij, cellen=[_Cel(_zonder_apostrof(cel.tekst)) for cel in rij.cellen])
        for rij in _tabelrijen(tekst, scheiding)
    ]


def _zonder_apostrof(tekst: str) -> str:
    return tekst[1:] if tekst.startswith("'") and FORMULE.match(tekst) else tekst


def _tabelrijen(tekst: str, scheiding: str) -> Iterator[_Tabelrij]:
    """The rows that say something, up to one too many."""
    try:
        rijen = enumerate(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding), start=1)
        gevuld = ((nummer, rij) for nummer, rij in rijen if any(rij))
        for nummer, rij in islice(gevuld, MEESTE_RIJEN + _KOP_BINNEN + 1):
            yield _Tabelrij(nummer, [_Cel(cel.strip()) for cel in rij[:_LAATSTE_KOLOM]])
    except csv.Error:
        raise NietLeesbaar(_GEEN_SPREADSHEET) from None


def _met_komma(velden: dict[str, str]) -> dict[str, str]:
    cijfer = velden.get("ingetypt", "")
    return {**velden, "ingetypt": cijfer.replace(".", ",")} if _PUNT.fullmatch(cijfer) else velden


def _lees_xlsx(inhoud: bytes) -> Blad:
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
        if _kopregel(tabel) is not None:
            return _met_kop(tabel, "rij")
    return _met_kop(tabellen[0] if tabellen else [], "rij")


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


def _blad(blad: Any, delen: dict[str, bytes]) -> list[_Tabelrij]:
    """The rows that say something, up to one too many."""
    blad.reset_dimensions()  # what the file says of its own size need not be so
    verborgen, samengevoegd = _vorm(delen[blad._worksheet_path.lstrip("/")])
    rijen: list[_Tabelrij] = []
    for nummer, cellen in enumerate(blad.iter_rows(max_col=_LAATSTE_KOLOM), start=1):
        if nummer > _LAATSTE_RIJ:
            raise NietLeesbaar(f"Uw blad loopt door tot na rij {_LAATSTE_RIJ}. Haal de rijen onder uw cijfers weg.")
        if len(rijen) > MEESTE_RIJEN + _KOP_BINNEN:
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
        rijen.append(_Tabelrij(nummer, [_lees_cel(cel) for cel in cellen], klachten, opmerkingen))
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


def _lees_cel(cel: Any) -> _Cel:
    """What a person would have typed to get this cell."""
    waarde = cel.value
    if waarde is None:
        return _Cel("")
    if cel.data_type == "f":
        tekst = getattr(waarde, "text", None) or str(waarde)
        return _Cel(tekst, "Hier staat een formule. Typ het cijfer zelf, of plak in Excel alleen de waarde.")
    if cel.data_type == "e":
        return _Cel(str(waarde), f"Hier staat de fout {waarde}. Typ het cijfer zelf.")
    if isinstance(waarde, bool):
        return _Cel("ja" if waarde else "nee")
    if isinstance(waarde, int | float):
        return _Cel(_getal(waarde, "%" in _LETTERLIJK.sub("", cel.number_format or "")))
    if isinstance(waarde, datetime | date):
        return _Cel(f"{waarde:%d-%m-%Y}", is_datum=True)
    return _Cel(schoon(str(waarde)).strip())


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


def _kopregel(rijen: Sequence[_Tabelrij]) -> int | None:
    for nummer, rij in enumerate(rijen[:_KOP_BINNEN]):
        if any(_kop(cel) == SLEUTEL for cel in rij.cellen):
            return nummer
    return None


def _kop(cel: _Cel) -> str:
    return " ".join(cel.tekst.casefold().split())


def _met_kop(rijen: Sequence[_Tabelrij], soort: str) -> Blad:
    """The rows below the heading, each cell under its own column."""
    kop = _kopregel(rijen)
    if kop is None:
        if not any(cel.tekst for rij in rijen for cel in rij.cellen):
            raise NietLeesbaar(f"Dit bestand is leeg. {_OPNIEUW}")
        raise NietLeesbaar(
            f"In dit bestand is geen kolom “{SLEUTEL}”. Zonder weten wij niet welk cijfer het is. {_OPNIEUW}"
        )
    koppen = [_kop(cel) for cel in rijen[kop].cellen]
    opmerkingen = _over_de_kolommen(koppen)
    gevuld = [rij for rij in rijen[kop + 1 :] if any(cel.tekst for cel in rij.cellen)]
    if not gevuld:
        raise NietLeesbaar(f"Onder de kop staan geen rijen. {_OPNIEUW}")
    if len(gevuld) > MEESTE_RIJEN:
        raise NietLeesbaar(
            f"Dit bestand heeft {len(gevuld)} rijen of meer. Wij lezen er {MEESTE_RIJEN} tegelijk. "
            "Verdeel de rijen over meer bestanden."
        )
    return Blad([_rij(rij, koppen, soort) for rij in gevuld], opmerkingen)


def _over_de_kolommen(koppen: list[str]) -> list[str]:
    bekend = [kolom.kop for kolom in KOLOMMEN]
    dubbel = next((kop for kop in bekend if koppen.count(kop) > 1), None)
    if dubbel:
        raise NietLeesbaar(f"De kolom “{dubbel}” staat er twee keer in. Haal er een weg en kies het bestand opnieuw.")
    zinnen = []
    for kop in filter(None, koppen):
        if kop not in bekend:
            lijkt = difflib.get_close_matches(kop, INVULLEN, 1)
            bedoeld = f" Bedoelt u “{lijkt[0]}”? Zet dat erboven en kies het bestand opnieuw." if lijkt else ""
            zinnen.append(f"De kolom “{kop}” kennen wij niet. Wat erin staat, lezen wij niet.{bedoeld}")
    zinnen += [
        f"De kolom “{kop}” is er niet. Wat daarover is ingevuld, blijft zoals het is."
        for kop in INVULLEN
        if kop not in koppen
    ]
    if STAND not in koppen:
        zinnen.append(
            f"De kolom “{STAND}” is er niet. Wij zien niet of iemand intussen iets opsloeg. "
            "Kijk daarom bij elke rij naar het oude cijfer."
        )
    return zinnen


def _rij(rij: _Tabelrij, koppen: list[str], soort: str) -> Rij:
    cellen = dict(zip(koppen, rij.cellen, strict=False))
    leeg = _Cel("")
    velden = {veld: cellen.get(kop, leeg) for kop, veld in INVULLEN.items() if kop in koppen}
    klachten = [f"{kop}: {cellen[kop].klacht}" for kop in (SLEUTEL, *INVULLEN) if kop in cellen and cellen[kop].klacht]
    if cellen.get("cijfer", leeg).is_datum:
        klachten.append("cijfer: Excel maakte hier een datum van. Typ het cijfer opnieuw.")
    return Rij(
        plek=f"{soort} {rij.nummer}",
        sleutel=cellen.get(SLEUTEL, leeg).tekst,
        velden={veld: cel.tekst for veld, cel in velden.items()},
        gelezen={kop: cellen[kop].tekst for kop in LEZEN if kop in cellen},
        stand=cellen.get(STAND, leeg).tekst,
        klachten=(*rij.klachten, *klachten),
        opmerkingen=rij.opmerkingen,
    )
