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
from ingest.lezer.taal.getallen import is_cel
from ingest.werkblad.kolommen import INVULLEN, KOLOMMEN, SLEUTEL, schoon
from ingest.werkblad.rijen import (
    KOP_BINNEN,
    LAATSTE_KOLOM,
    LOS_BLAD,
    MEESTE_RIJEN,
    Blad,
    BladCel,
    Bladrij,
    Invulrij,
    NietLeesbaar,
    kop_van_ons,
    met_kop,
)
from ingest.werkblad.werkboek import Boekblad, Werkboek

GROOTST = 2_000_000  # bytes of a file
_GEEN_SPREADSHEET = "Dit bestand is geen spreadsheet. Kies een bestand dat eindigt op .xlsx of .csv."
_TE_GROOT = f"Dit bestand is te groot: een werkblad is nooit groter dan {GROOTST // 1_000_000} MB. {LOS_BLAD}"
_SLEUTEL = re.compile(r"[a-z0-9-]+/\d{4}(/[A-Za-z]\d)?")
_JAAR = re.compile(r"(19|20)\d\d")
_KOPWOORD = re.compile(r"(cijfers?|realisatie|waarden?|stand|resultaat|uitkomst)\b", re.IGNORECASE)
# A point with other than three digits behind it cannot stand for thousands: a program wrote it as decimals.
_PUNT = re.compile(r"-?\d+\.(?!\d{3}( ?%)?$)\d+( ?%)?")


def lees_werkboek(inhoud: bytes) -> Werkboek:
    """The sheets of a file; what it is, is seen from its content, not from its name. Raises NietLeesbaar."""
    if len(inhoud) > GROOTST:
        raise NietLeesbaar(_TE_GROOT)
    if not inhoud.strip():
        raise NietLeesbaar("Dit bestand is leeg. Kies het bestand met uw cijfers.")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise NietLeesbaar(
            "Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op. "
            "Open het in Excel, bewaar het zonder wachtwoord als .xlsx en kies het opnieuw."
        )
    if inhoud.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        # Here, for every start of the site and of a command would wait for openpyxl.
        from ingest.werkblad.xlsx import lees_xlsx

        werkboek = lees_xlsx(inhoud)
    else:
        werkboek = Werkboek([Boekblad("", _csv_rijen(_ontcijfer(inhoud)))])
    if not any(cel.tekst for blad in werkboek.bladen for rij in blad.rijen for cel in rij.cellen):
        raise NietLeesbaar("Dit bestand is leeg. Kies het bestand met uw cijfers.")
    return werkboek


def lees_geplakt(tekst: str, volgorde: Sequence[str]) -> Blad | Werkboek:
    """Rows with tabs, as Excel copies them, of our sheet or of their own; or one column with a value for each key of
    `volgorde`.
    """
    schoongemaakt = schoon(tekst)
    if not schoongemaakt.strip():
        raise NietLeesbaar("U plakte niets. Kopieer de cijfers in Excel en plak ze in het vak.")
    if "\t" not in schoongemaakt:
        return _een_kolom(schoongemaakt.split("\n"), volgorde)
    rijen = list(_tabelrijen(schoongemaakt, "\t"))
    if kop_van_ons(rijen) is None and any(_SLEUTEL.fullmatch(rij.cellen[0].tekst) for rij in rijen):
        breed = max(len(rij.cellen) for rij in rijen) > 1 + len(INVULLEN)
        koppen = [kolom.kop for kolom in KOLOMMEN] if breed else [SLEUTEL, *INVULLEN]
        rijen.insert(0, Bladrij(0, [BladCel(kop) for kop in koppen]))
        return replace(met_kop(rijen, 0, "regel"), opmerkingen=[])  # columns were not named, so none is missed
    werkboek = Werkboek([Boekblad("", rijen)], "regel")
    return werkboek.ons_blad() or werkboek


def _een_kolom(regels: list[str], volgorde: Sequence[str]) -> Blad:
    """A header above the values, and notes below a blank line after them, are no values; what is left out is said."""
    genummerd = [(nummer, regel.strip()) for nummer, regel in enumerate(regels, start=1)]
    kop = [genummerd.pop(0)[1]] if _is_kop(genummerd[0][1], genummerd[1:], volgorde) else []
    while genummerd and not genummerd[-1][1]:
        del genummerd[-1]
    waarden, onder = genummerd[: len(volgorde)], [regel for _, regel in genummerd[len(volgorde) :] if regel]
    if any(is_cel(regel) for regel in onder):
        raise NietLeesbaar(
            f"U plakte {len(genummerd)} regels. Uw lijst heeft {len(volgorde)} cijfers. "
            "Plak één waarde per regel, in de volgorde van de lijst."
        )
    paren = zip(volgorde, waarden, strict=False)
    rijen = [
        Invulrij(f"regel {nummer}", sleutel, {"ingetypt": waarde}) for sleutel, (nummer, waarde) in paren if waarde
    ]
    return Blad(rijen, [f"“{regel}” lazen wij niet als cijfer." for regel in (*kop, *onder)])


def _is_kop(eerste: str, andere: Sequence[tuple[int, str]], volgorde: Sequence[str]) -> bool:
    """A word that heads figures; or a year, where below it stands a line for each figure. Else all would shift."""
    gevuld = [regel for _, regel in andere if regel]
    if is_cel(eerste):
        return bool(_JAAR.fullmatch(eerste)) and len(gevuld) == len(volgorde) and all(map(is_cel, gevuld))
    return bool(_KOPWOORD.match(eerste))


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
    regels = tekst.split("\n")
    kop = [regel for regel in regels if SLEUTEL in regel.casefold()][:1]
    scheiding = genoemd[1] if genoemd else max(";\t,", key=lambda teken: _zo_vaak(teken, kop or regels))
    if scheiding in "\"'\n":
        raise NietLeesbaar(_GEEN_SPREADSHEET)
    return [
        replace(rij, cellen=[BladCel(_met_komma(zonder_apostrof(cel.tekst))) for cel in rij.cellen])
        for rij in _tabelrijen(tekst, scheiding)
    ]


def _zo_vaak(teken: str, regels: Sequence[str]) -> tuple[int, int]:
    """On how many lines it stands, for a comma also stands in numbers; then how often."""
    return sum(teken in regel for regel in regels), sum(regel.count(teken) for regel in regels)


def _tabelrijen(tekst: str, scheiding: str) -> Iterator[Bladrij]:
    """The rows that say something, up to one too many."""
    try:
        rijen = enumerate(csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding), start=1)
        gevuld = ((nummer, rij) for nummer, rij in rijen if any(rij))
        for nummer, rij in islice(gevuld, MEESTE_RIJEN + KOP_BINNEN + 1):
            yield Bladrij(nummer, [BladCel(cel.strip()) for cel in rij[:LAATSTE_KOLOM]])
    except csv.Error:
        raise NietLeesbaar(_GEEN_SPREADSHEET) from None


def _met_komma(tekst: str) -> str:
    return tekst.replace(".", ",") if _PUNT.fullmatch(tekst) else tekst
