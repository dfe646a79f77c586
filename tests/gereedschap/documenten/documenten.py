"""The bundled documents, as bundled and in full, and ways to damage a text line by line."""

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from ingest.lezer.concept import Bevinding
from tests.gereedschap.documenten.stukken import H2, NOTA, SCAN
from tests.gereedschap.paden import EDITIES

PUBLICATIES = ("PB 2023", "PB 2026")
STUKKEN = {"Kadernota 2020-2024": NOTA, "Rapportage SD 2023-11 tot 2024-08": SCAN, "Rapportage SD 2024-H2": H2}
"""The bundled documents that are no begroting, with the name of the full file."""
NIET_NAGELEZEN = ", ".join(STUKKEN)
"""What a page says of them: nobody read them to their end."""

Schade = Callable[[str], str]


def skelet(publicatie: str) -> Path:
    return EDITIES / f"{publicatie.replace(' ', '-')}.txt"


def volledig(publicatie: str) -> Path:
    bestand = STUKKEN.get(publicatie) or f"programmabegroting-{publicatie[-4:]}-programma-1.txt"
    return Path(os.environ["DOCUMENTS"]) / bestand


def zonder_markering(regel: str) -> str:
    """What a text file writes around a heading, bold and italic words is not printed."""
    for teken in ("<b>", "</b>", "<i>", "</i>", "**"):
        regel = regel.replace(teken, "")
    kop = regel.lstrip("#")
    return re.sub(r"\*([^*]+)\*", r"\1", kop.strip() if kop != regel else regel)


def tekst_van(publicatie: str) -> str:
    return skelet(publicatie).read_text(encoding="utf-8")


def anders(nummer: int, oud: str, nieuw: str) -> Schade:
    """Another text on one line; what is replaced must stand there once, or the test is about nothing."""

    def doe(tekst: str) -> str:
        regels = tekst.split("\n")
        assert regels[nummer - 1].count(oud) == 1, regels[nummer - 1]
        regels[nummer - 1] = regels[nummer - 1].replace(oud, nieuw)
        return "\n".join(regels)

    return doe


def leeg(*nummers: int) -> Schade:
    """Lines made empty, so that all others keep their number."""
    return lambda tekst: "\n".join("" if n in nummers else regel for n, regel in enumerate(tekst.split("\n"), 1))


def tot(nummer: int) -> Schade:
    return lambda tekst: "\n".join([*tekst.split("\n")[:nummer], ""])


def herhaald(van: int, tot_en_met: int) -> Schade:
    """A copy of some lines right below them, with an empty line between."""

    def doe(tekst: str) -> str:
        regels = tekst.split("\n")
        return "\n".join([*regels[:tot_en_met], "", *regels[van - 1 : tot_en_met], *regels[tot_en_met:]])

    return doe


def overal(oud: str, nieuw: str) -> Schade:
    def doe(tekst: str) -> str:
        assert oud in tekst
        return tekst.replace(oud, nieuw)

    return doe


def alles(*schade: Schade) -> Schade:
    def doe(tekst: str) -> str:
        for deze in schade:
            tekst = deze(tekst)
        return tekst

    return doe


def gemelde_regels(bevindingen: Iterable[Bevinding]) -> set[int]:
    """Every line that one of these is about; a table is reported with its first and last line."""
    return {nummer for b in bevindingen if b.regel for nummer in range(b.regel, (b.tot or b.regel) + 1)}


def ongewijzigd(tekst: str) -> str:
    return tekst


# The lines of PB 2026 whose years move along with the edition.
_MET_JAREN = re.compile(
    r"\s*(Speerpunten in|Type|Begroting PB|Doelstelling Begroting|uitsplitsing|Jaarrekening"
    r"|Beleidswijzigingen/Nieuw beleid|Bezuinigings- en dekkingsvoorstellen) \d{4}"
    r"|\s*(Doelstelling|uitsplitsing op sectorproduct) Begroting"
)


def verschoven(jaren: int) -> Schade:
    """PB 2026 as another edition: PB 2027 is `verschoven(1)`."""

    def doe(tekst: str) -> str:
        return "\n".join(
            re.sub(r"\b20\d\d\b", lambda jaar: str(int(jaar[0]) + jaren), regel) if _MET_JAREN.match(regel) else regel
            for regel in tekst.split("\n")
        )

    return doe
