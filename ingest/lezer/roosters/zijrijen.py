"""Rows that are only a side, again and again: those of one name stand right above its total."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.lezer.roosters.kolommen import AFRONDING, getallen
from ingest.lezer.roosters.rijnamen import KANTRIJEN
from ingest.lezer.roosters.rooster import Roosterrij
from ingest.lezer.soorten import Kant

_TOTAAL = re.compile(r"(?:totaal|saldo) (?P<naam>.+)", re.IGNORECASE)


def namen_van_zijrijen(rijen: Sequence[Roosterrij], plekken: Sequence[int]) -> dict[int, str]:
    """By its line the name of each side that its table has more than once below one heading; "" where none is sure."""
    namen: dict[int, str] = {}
    for deel in _delen(rijen):
        kanten = [rij.label.casefold() for rij in deel if _is_zijrij(rij)]
        if len(kanten) > len(set(kanten)):
            for zijrijen, volgende in _blokken(deel):
                naam = _naam(zijrijen, volgende, plekken) if volgende else ""
                namen |= dict.fromkeys((rij.regel.nummer for rij in zijrijen), naam)
    return namen


def _is_zijrij(rij: Roosterrij) -> bool:
    return KANTRIJEN.get(rij.label.casefold()) in (Kant.LASTEN, Kant.BATEN)


def _delen(rijen: Sequence[Roosterrij]) -> Iterator[list[Roosterrij]]:
    """The rows between two headings."""
    deel: list[Roosterrij] = []
    for rij in rijen:
        if rij.is_kaal:
            yield deel
            deel = []
        else:
            deel.append(rij)
    yield deel


def _blokken(rijen: Sequence[Roosterrij]) -> Iterator[tuple[list[Roosterrij], Roosterrij | None]]:
    """Each run of sides with the row right below it."""
    blok: list[Roosterrij] = []
    for rij in (*rijen, None):
        if rij is not None and _is_zijrij(rij):
            blok.append(rij)
        elif blok:
            yield blok, rij
            blok = []


def _naam(zijrijen: Sequence[Roosterrij], totaal: Roosterrij, plekken: Sequence[int]) -> str:
    """The name of the total, where it is that of these sides in every column."""
    gevonden = _TOTAAL.fullmatch(totaal.label)
    samen = [getallen(rij, plekken) for rij in zijrijen]
    som = getallen(totaal, plekken)
    past = len(samen) <= 2 and all(
        waarde is None or _is_som([rij[plek] or Decimal(0) for rij in samen], waarde) for plek, waarde in enumerate(som)
    )
    return gevonden["naam"] if gevonden and past and any(som) else ""


def _is_som(delen: Sequence[Decimal], som: Decimal) -> bool:
    """With their signs, or as two amounts of which one is taken from the other."""
    netto = sum(delen, Decimal(0))
    verschil = delen[0] - sum(delen[1:], Decimal(0))
    return min(abs(abs(netto) - abs(som)), abs(abs(verschil) - abs(som))) <= AFRONDING
