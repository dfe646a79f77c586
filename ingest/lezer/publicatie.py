"""Which publicatie a document is: told by its own text, from several places that must agree."""

import re
from collections import Counter

from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.geldtabellen import DOELSTELLING_KOP
from ingest.lezer.kolommen import lees_kolommen
from ingest.lezer.regels import Regel

NAAM = re.compile(r"PB (?P<jaar>\d{4})")
_SPEERPUNTEN = re.compile(r"Speerpunten in (\d{4})\b")
_LABEL = re.compile(r"Begroting PB (\d{4})\b")
_TITEL = re.compile(r"(?:Concept)?(?:Programmab|B)egroting (\d{4})(?: ?[-–] ?\d{4})?(?: gemeente \w+)?", re.IGNORECASE)
_TITELBLAD = 40


def herken(regels: list[Regel], verteld: str | None) -> tuple[int | None, list[Bevinding]]:
    """The year of the edition, or None with a finding that says why it cannot be told.

    Evidence: the title "Programmabegroting 2026-2029", the heading "Speerpunten in 2026", most of the labels
    "Begroting PB 2026", and most of the money headers, which end three years after the edition.
    `verteld` ("PB 2026") must not contradict it.
    """
    jaren = _bewijs(regels)
    if verteld is not None:
        naam = NAAM.fullmatch(verteld)
        if naam is None:
            tekst = (
                f'"{verteld}" is geen naam van een programmabegroting. Schrijf bijvoorbeeld: --publicatie "PB 2026".'
            )
            return None, [Bevinding(Ernst.FOUT, "publicatie", None, tekst)]
        jaar = int(naam["jaar"])
        if jaren and jaar not in jaren:
            tekst = f"Volgens uzelf is dit {verteld}, volgens het document {_opsomming(jaren)}. Controleer het bestand."
            return jaar, [Bevinding(Ernst.FOUT, "publicatie", jaren[min(jaren)], tekst)]
        return jaar, []
    if len(jaren) == 1:
        return next(iter(jaren)), []
    if jaren:
        tekst = f'Dit document noemt zichzelf {_opsomming(jaren)}. Zeg welke het is: --publicatie "PB {max(jaren)}".'
        return None, [Bevinding(Ernst.FOUT, "publicatie", jaren[max(jaren)], tekst)]
    tekst = 'In dit document is geen begrotingsjaar gevonden. Zeg welke het is: --publicatie "PB 2026".'
    return None, [Bevinding(Ernst.FOUT, "publicatie", None, tekst)]


def _bewijs(regels: list[Regel]) -> dict[int, int]:
    """Year of the edition to the line that tells it."""
    gevonden: dict[int, int] = {}
    labels: list[tuple[int, int]] = []
    geldkoppen: list[tuple[int, int]] = []
    for plek, regel in enumerate(regels):
        titel = _TITEL.fullmatch(regel.plat) if regel.kop or plek < _TITELBLAD else None
        if kop := titel or _SPEERPUNTEN.match(regel.plat):
            gevonden.setdefault(int(kop[1]), regel.nummer)
        if label := _LABEL.match(regel.plat):
            labels.append((int(label[1]), regel.nummer))
        if jaar := _van_geldkop(regel.plat):
            geldkoppen.append((jaar, regel.nummer))
    for bewijs in (geldkoppen, labels):
        for jaar, _ in Counter(jaar for jaar, _ in bewijs).most_common(1):
            gevonden.setdefault(jaar, dict(reversed(bewijs))[jaar])
    return gevonden


def _van_geldkop(plat: str) -> int | None:
    """The year of the edition by a header of money: its begroting, and the three years after it."""
    if not DOELSTELLING_KOP.fullmatch(plat):
        return None
    jaren = [kolom.jaar for kolom in lees_kolommen(plat, 0) if kolom.soort == "begroting"]
    return jaren[-1] - 3 if len(jaren) > 3 and "begroting" in plat.lower() else None


def _opsomming(jaren: dict[int, int]) -> str:
    return " en ".join(f"PB {jaar} (regel {regel})" for jaar, regel in sorted(jaren.items()))
