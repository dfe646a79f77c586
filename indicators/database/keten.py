"""The chain of the history, computed anew here and not by the database: what was taken out, put in or changed is found.

Whoever owns the database can make another chain that fits. Its head, kept elsewhere, shows that.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

# What the trigger hashes: doelwijzer_schakel in indicators/migrations/0016_keten.py.
_SCHAKELS = """
    SELECT schakel.nummer, schakel.wijziging_id, schakel.keten, wijziging.id, jsonb_build_array(
        wijziging.id, wijziging.tabel, wijziging.rij, wijziging.actie, wijziging.oud, wijziging.nieuw, wijziging.actor,
        wijziging.rol, wijziging.reden, to_char(wijziging.op AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'),
        wijziging.databaserol
    )::text
    FROM indicators_schakel schakel FULL JOIN indicators_wijziging wijziging ON wijziging.id = schakel.wijziging_id
    ORDER BY schakel.nummer NULLS LAST, wijziging.id
"""


@dataclass(frozen=True)
class Keten:
    """How many changes are linked, the head as "nummer:hash", and what is wrong, in sentences."""

    aantal: int
    kop: str
    fouten: tuple[str, ...]


def controleer_keten(eerdere_kop: str = "") -> Keten:
    """Compute the chain anew; with a head of an earlier day also whether that is still in it."""
    controle = _Controle(eerdere_kop)
    fouten: list[str] = []
    # One snapshot: what is written meanwhile is of the next time.
    with transaction.atomic(), connection.chunked_cursor() as cursor:
        cursor.execute(_SCHAKELS)
        for rij in cursor:
            fouten += controle.rij(*rij)
    return Keten(controle.nummer, controle.kop, (*fouten, *controle.einde()))


class _Controle:
    def __init__(self, eerdere_kop: str) -> None:
        self.nummer, self.hash, self.zoekt = 0, "", eerdere_kop

    @property
    def kop(self) -> str:
        return f"{self.nummer}:{self.hash}"

    def rij(self, nummer: int | None, wijziging: int, hash_: str, bestaat: int | None, beeld: Any) -> Iterator[str]:
        """What is wrong with this link; the next is judged by what this one says, so that a fault is told once."""
        if nummer is None:
            yield f"Wijziging {bestaat} is ingevoegd: ze staat niet in de keten."
            return
        if nummer != self.nummer + 1:
            yield f"Schakel {self.nummer + 1} is weg."
        elif bestaat is None:
            yield f"Wijziging {wijziging} is weg. Ze was schakel {nummer}."
        elif sha256((self.hash + beeld).encode()).hexdigest() != hash_:
            yield f"Wijziging {wijziging} is veranderd na het schrijven, of haar schakel {nummer} is dat."
        self.nummer, self.hash = nummer, hash_
        if self.kop == self.zoekt:
            self.zoekt = ""

    def einde(self) -> Iterator[str]:
        if self.zoekt:
            yield f"De kop {self.zoekt} staat niet meer in de keten. De geschiedenis is daarna opnieuw gemaakt."
