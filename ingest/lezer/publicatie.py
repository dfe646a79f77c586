"""Which publicatie a document is: told by its own text, from several places that must agree."""

import re
from collections import Counter

from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.geldtabellen import DOELSTELLING_KOP
from ingest.lezer.regels import Regel

NAAM = re.compile(r"PB (?P<jaar>\d{4})")
_SPEERPUNTEN = re.compile(r"Speerpunten in (\d{4})\b")
_LABEL = re.compile(r"Begroting PB (\d{4})\b")


def herken(regels: list[Regel], verteld: str | None) -> tuple[int | None, list[Bevinding]]:
    """The year of the edition, or None with a finding that says why it cannot be told.

    Evidence: the heading "Speerpunten in 2026", most of the labels "Begroting PB 2026", and the
    money headers, which begin with the year before the edition. `verteld` ("PB 2026") must not contradict it.
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
    labels: Counter[int] = Counter()
    eerste: dict[int, int] = {}
    for regel in regels:
        if kop := _SPEERPUNTEN.match(regel.plat):
            gevonden.setdefault(int(kop[1]), regel.nummer)
        if label := _LABEL.match(regel.plat):
            labels[int(label[1])] += 1
            eerste.setdefault(int(label[1]), regel.nummer)
        if DOELSTELLING_KOP.fullmatch(regel.plat):
            jaar = min(int(jaar) for jaar in re.findall(r"\d{4}", regel.plat)) + 1
            gevonden.setdefault(jaar, regel.nummer)
    if labels:
        jaar = labels.most_common(1)[0][0]
        gevonden.setdefault(jaar, eerste[jaar])
    return gevonden


def _opsomming(jaren: dict[int, int]) -> str:
    return " en ".join(f"PB {jaar} (regel {regel})" for jaar, regel in sorted(jaren.items()))
