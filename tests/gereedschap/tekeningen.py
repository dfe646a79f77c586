"""Charts with many editions, and what stands in each other's way in a drawing."""

import random
from collections.abc import Callable, Iterator
from itertools import combinations

from dashboard.grafieken.tekening.letters import breedte
from dashboard.grafieken.tekening.trendtekening import Trendtekening
from dashboard.grafieken.tekening.vakken import Ruimte
from indicators.models import Bedrag, Definitie, Vermelding
from tests.gereedschap.paginas import SLUG, verwacht
from tests.gereedschap.reeksen import PLASSEN, begroot, gemeten
from tests.gereedschap.wereld.losse_cijfers import bedrag

AANTALLEN = (2, 5, 15)
"""Of editions on the site."""
Waarde = Callable[[int, int], float]


def _gokker() -> Waarde:
    getal = random.Random(1)
    return lambda editie, jaar: getal.randrange(2000, 2600)


VORMEN: dict[str, Waarde] = {
    "overal hetzelfde": lambda editie, jaar: 180,
    "elke editie lager": lambda editie, jaar: 200 - 4 * editie + 3 * jaar,
    "alles door elkaar": _gokker(),
    "bijna gelijk": lambda editie, jaar: 2.5 + 0.01 * (editie % 3),
    "miljoenen": lambda editie, jaar: 1_250_000 + 40_000 * editie - 9_000 * jaar,
    "onder nul": lambda editie, jaar: -400 + 90 * editie - 30 * jaar,
}


def veel_edities(aantal: int, waarde: Waarde, maat: Definitie) -> list[Vermelding]:
    """Each names its own year and the three after it, and has the result of two years before."""
    vermeldingen = []
    for nummer, editie in enumerate(range(2030 - aantal, 2030)):
        vermeldingen += begroot(editie, {editie + n: f"{waarde(nummer, n):.2f}" for n in range(4)}, maat)
        vermeldingen += gemeten({editie - 2: f"{waarde(nummer, 1):.2f}"}, maat)
    return vermeldingen


MATEN = {
    (nieuw, eenheid): Definitie(
        pk=30 + 2 * nieuw + (eenheid == "aantal"),
        indicator=PLASSEN,
        slug=f"{eenheid}-{nieuw}",
        eenheid=eenheid,
        volgorde=1 + nieuw,
        richting="hoger",
    )
    for nieuw in (False, True)
    for eenheid in ("%", "aantal")
}
IN_TWEE_DEFINITIES = ("arbeidsparticipatie", "arbeidsplaatsen")


def gedrukte_cijfers(slug: str, aantal: int) -> list[Vermelding]:
    """What the documents print of an indicator; with more editions each prints what PB 2026 does, of later years."""
    cellen = [cel for cel in verwacht("cijfers") if SLUG[cel["naam"]] == slug and cel["waarde"]]
    vermeldingen: list[Vermelding] = []
    for later in range(aantal - 1):
        for cel in cellen:
            van_nu = cel["publicatie"] == "PB 2026"
            if later and not van_nu:
                continue
            eenheid = "%" if set("%,") & set(cel["gedrukt"]) else "aantal"
            maat, waarde = (
                MATEN[van_nu and slug in IN_TWEE_DEFINITIES, eenheid],
                {int(cel["jaar"]) + later: cel["waarde"]},
            )
            editie = int(cel["editie"].removeprefix("PB ")) + later
            nieuw = begroot(editie, waarde, maat) if cel["soort"] == "begroting" else gemeten(waarde, maat)
            nieuw[0].gedrukt = cel["gedrukt"]
            vermeldingen += nieuw
    return vermeldingen


def gedrukt_geld(aantal: int) -> list[Bedrag]:
    """What PB 2026 prints of programma 1 after reserves (line 917), in so many editions, each a bit dearer."""
    saldi = (-63_257, -62_679, -62_075, -61_741)
    return [
        bedrag("programma/saldo", "saldo", saldo - 900 * nummer, door=2026 + nummer, jaar=2026 + nummer + n)
        for nummer in range(aantal)
        for n, saldo in enumerate(saldi)
    ]


def botsingen(tekening: Trendtekening) -> list[str]:
    """Words over words, over a mark or over the axes, and words outside the drawing."""
    woorden = [(" ".join(tekst.woorden.regels), tekst.vak) for tekst in tekening.teksten]
    kader = Ruimte(0, 0, tekening.breedte, tekening.hoogte)
    merken = [punt.vak for lijn in tekening.lijnen for punt in lijn.punten]
    return [
        *(f"{een} / {ander}" for (een, a), (ander, b) in combinations(woorden, 2) if a.raakt(b)),
        *(f"{een} / {merk}" for een, vak in woorden for merk in merken if vak.raakt(merk)),
        *(f"{een} / {wat}" for een, vak in woorden for wat, as_ in bij_de_assen(tekening) if vak.raakt(as_)),
        *(f"{een} / frame" for een, vak in woorden if not kader.bevat(vak)),
    ]


def bij_de_assen(tekening: Trendtekening) -> Iterator[tuple[str, Ruimte]]:
    """What is written beside the axes."""
    schaal = tekening.schaal
    for tekst, y in schaal.bijschriften:
        yield tekst, Ruimte(schaal.links - 6 - breedte(tekst, 14, vet=False), y - 8, schaal.links - 6, y + 9)
    for jaar, x in tekening.jaren:
        half = breedte(str(jaar), 14, vet=False) / 2
        yield str(jaar), Ruimte(x - half, schaal.onder + 5, x + half, schaal.onder + 21)
