"""Rows below a header, in whatever order the columns stand."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.werkblad.kolommen import INVULLEN, KOLOMMEN, LEZEN, SLEUTEL, STAND

MEESTE_RIJEN = 300
LAATSTE_KOLOM = 60  # what stands to the right of it is not read
KOP_BINNEN = 20  # rows above the heading
LOS_BLAD = "Bewaar het blad met uw cijfers als een los bestand en kies dat."
OPNIEUW = "Haal het werkblad opnieuw op en vul dat in."


class NietLeesbaar(ValueError):
    """No row can be read; the message says in Dutch why and what to do."""


@dataclass(frozen=True)
class Invulrij:
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

    rijen: list[Invulrij]
    opmerkingen: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class BladCel:
    """What a person would have typed in this cell, and what is remarkable about it."""

    tekst: str
    klacht: str = ""
    is_datum: bool = False
    opmerking: str = ""
    over_rijen: bool = False  # merged with cells of other rows


@dataclass(frozen=True)
class Bladrij:
    nummer: int
    cellen: list[BladCel]
    klachten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


def kop_van_ons(rijen: Sequence[Bladrij]) -> int | None:
    """Where the heading of the sheet that we handed out stands; None in a sheet of their own."""
    return next(
        (plek for plek, rij in enumerate(rijen[:KOP_BINNEN]) if any(_kop(cel) == SLEUTEL for cel in rij.cellen)), None
    )


def _kop(cel: BladCel) -> str:
    return " ".join(cel.tekst.casefold().split())


def met_kop(rijen: Sequence[Bladrij], kop: int, soort: str) -> Blad:
    """The rows below the heading, which is the one with this place among them; each cell under its own column."""
    koppen = [_kop(cel) for cel in rijen[kop].cellen]
    opmerkingen = _over_de_kolommen(koppen)
    gevuld = [rij for rij in rijen[kop + 1 :] if any(cel.tekst for cel in rij.cellen)]
    if not gevuld:
        raise NietLeesbaar(f"Onder de kop staan geen rijen. {OPNIEUW}")
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


def _rij(rij: Bladrij, koppen: list[str], soort: str) -> Invulrij:
    cellen = dict(zip(koppen, rij.cellen, strict=False))
    leeg = BladCel("")
    velden = {veld: cellen.get(kop, leeg) for kop, veld in INVULLEN.items() if kop in koppen}
    klachten = [f"{kop}: {cellen[kop].klacht}" for kop in (SLEUTEL, *INVULLEN) if kop in cellen and cellen[kop].klacht]
    if cellen.get("cijfer", leeg).is_datum:
        klachten.append("cijfer: Excel maakte hier een datum van. Typ het cijfer opnieuw.")
    return Invulrij(
        plek=f"{soort} {rij.nummer}",
        sleutel=cellen.get(SLEUTEL, leeg).tekst,
        velden={veld: cel.tekst for veld, cel in velden.items()},
        gelezen={kop: cellen[kop].tekst for kop in LEZEN if kop in cellen},
        stand=cellen.get(STAND, leeg).tekst,
        klachten=(*rij.klachten, *klachten),
        opmerkingen=(*rij.opmerkingen, *(cel.opmerking for cel in velden.values() if cel.opmerking)),
    )
