"""Reading the spreadsheet of an invoerder back: XLSX, CSV or what was pasted. Pure: bytes in, rows of text out.

Nothing is understood here: a cell becomes the text that a person would have typed, and the form reads that.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from indicators.formules import zonder_apostrof
from ingest.werkblad.kolommen import INVULLEN, KOLOMMEN, SLEUTEL, schoon
from ingest.werkblad.rijen import (
    KOP_BINNEN,
    LAATSTE_KOLOM,
    MEESTE_RIJEN,
    OPNIEUW,
    Blad,
    BladCel,
    Bladrij,
    Invulrij,
    NietLeesbaar,
    is_kopregel,
    met_kop,
)

GROOTST = 2_000_000  # bytes of a file
_GEEN_SPREADSHEET = "Dit bestand is geen spreadsheet. Kies een bestand dat eindigt op .xlsx of .csv."
_TE_GROOT = f"Dit bestand is te groot: een werkblad is nooit groter dan {GROOTST // 1_000_000} MB. {OPNIEUW}"
# A point with other than three digits behind it cannot stand for thousands: a program wrote it as decimals.
_PUNT = re.compile(r"-?\d+\.(?!\d{3}( ?%)?$)\d+( ?%)?")


def lees_werkblad(inhoud: bytes) -> Blad:
    """The rows of a file; what it is, is seen from its content, not from its name. Raises NietLeesbaar."""
    if len(inhoud) > GROOTST:
        raise NietLeesbaar(_TE_GROOT)
    if not inhoud.strip():
        raise NietLeesbaar(f"Dit bestand is leeg. {OPNIEUW}")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise NietLeesbaar(
            "Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. "
            "Open het in Excel, bewaar het zonder wachtwoord als .xlsx en kies het opnieuw."
        )
    if inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # Here, for every start of the site and of a command would wait for openpyxl.
        from ingest.werkblad.xlsx import lees_xlsx

        return lees_xlsx(inhoud)
    blad = met_kop(_csv_rijen(_ontcijfer(inhoud)), "rij")
    return replace(blad, rijen=[replace(rij, velden=_met_komma(rij.velden)) for rij in blad.rijen])


def lees_geplakt(tekst: str, volgorde: Sequence[str]) -> Blad:
    """Rows with tabs, as Excel copies them, or one column with a value for each key of `volgorde`."""
    schoongemaakt = schoon(tekst)
    if not schoongemaakt.strip():
        raise NietLeesbaar("U plakte niets. Kopieer de cijfers in Excel en plak ze in het vak.")
    if "\t" not in schoongemaakt:
        return _een_kolom(schoongemaakt.split("\n"), volgorde)
    rijen = list(_tabelrijen(schoongemaakt, "\t"))
    if is_kopregel(rijen) is None:
        breed = max(len(rij.cellen) for rij in rijen) > 1 + len(INVULLEN)
        koppen = [kolom.kop for kolom in KOLOMMEN] if breed else [SLEUTEL, *INVULLEN]
        rijen.insert(0, Bladrij(0, [BladCel(kop) for kop in koppen]))
        blad = met_kop(rijen, "regel")
        return replace(blad, opmerkingen=[])  # columns were not named, so none is missed
    return met_kop(rijen, "regel")


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
            Invulrij(f"regel {nummer}", sleutel, {"ingetypt": waarde})
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


def _csv_rijen(tekst: str) -> list[Bladrij]:
    genoemd = re.match(r"sep=(.)\n", tekst)  # how Excel is told which sign is between the cells
    if genoemd:
        tekst = tekst[genoemd.end() :]
    kop = next((regel for regel in tekst.split("\n") if SLEUTEL in regel.casefold()), "")
    scheiding = genoemd[1] if genoemd else max(";\t,", key=kop.count)
    if scheiding in "\"'\n":
        raise NietLeesbaar(_GEEN_SPREADSHEET)
    return [
        replace(rij, cellen=[BladCel(zonder_apostrof(cel.tekst)) for cel in rij.cellen])
        for rij in _tabelrijen(tekst, scheiding)
    ]


def _tabelrijen(tekst: str, scheiding: str) -> Iterator[Bladrij]:
    """The rows that say something, up to one too many."""
    try:
        rijen = enumerate(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding), start=1)
        gevuld = ((nummer, rij) for nummer, rij in rijen if any(rij))
        for nummer, rij in islice(gevuld, MEESTE_RIJEN + KOP_BINNEN + 1):
            yield Bladrij(nummer, [BladCel(cel.strip()) for cel in rij[:LAATSTE_KOLOM]])
    except csv.Error:
        raise NietLeesbaar(_GEEN_SPREADSHEET) from None


def _met_komma(velden: dict[str, str]) -> dict[str, str]:
    cijfer = velden.get("ingetypt", "")
    return {**velden, "ingetypt": cijfer.replace(".", ",")} if _PUNT.fullmatch(cijfer) else velden
