"""What a document says that changes in a year: each row once, or their total; and what of it is not certain."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from indicators.models import Bedrag, Geldkant

_NUL = Decimal(0)
_AFRONDING = 2
"""So many units of its table a total may differ from its rows."""
_GEEN_WAARDE = ("leeg", "streepje")
_TOTAAL = re.compile(r"(?:totaal )?(?:saldo|resultaat)\b.*|(?:sub)?totaal\b.*", re.IGNORECASE)
_ANDER_GELD = re.compile(r"\b(?:investering|krediet|reserve|voorziening|balans)", re.IGNORECASE)
_DEEL = re.compile(r"(?:waarvan|daarvan|w\.v\.) .*|(?:incidente|structure)(?:el|le)(?: \w+)?", re.IGNORECASE)
_DEKKING = re.compile(r"dekking\b", re.IGNORECASE)


class Twijfelreden(Enum):
    """Why a printed change is not counted."""

    ZONDER_BEDRAG = auto()
    ANDER_GELD = auto()
    MISSCHIEN_EEN_DEEL = auto()
    TELT_NIET_OP = auto()
    ONBEKEND_WANNEER = auto()


@dataclass(frozen=True)
class Verandering:
    """One row of a table of changes: what its amounts of one year are, its saldo or its sides."""

    bedragen: tuple[Bedrag, ...]

    @property
    def bedrag(self) -> Bedrag:
        return self.bedragen[0]

    @property
    def naam(self) -> str:
        return self.bedrag.benaming.naam

    @property
    def onder(self) -> str:
        return self.bedrag.benaming.onder

    @property
    def kosten(self) -> Decimal:
        """In euros; a cost is positive."""
        return -sum((bedrag.bedrag or _NUL for bedrag in self.bedragen), _NUL)

    @property
    def is_totaal(self) -> bool:
        return _TOTAAL.fullmatch(self.naam) is not None

    def is_samen(self, delen: Iterable["Verandering"]) -> bool:
        som = sum((deel.kosten for deel in delen), _NUL)
        return abs(som - self.kosten) <= _AFRONDING * self.bedrag.schaal


@dataclass(frozen=True)
class Twijfel:
    """A printed change that is not counted, and why."""

    bedrag: Bedrag
    reden: Twijfelreden


def veranderingen(bedragen: Sequence[Bedrag]) -> tuple[list[Verandering], list[Twijfel]]:
    """Of the changes that one document prints of one programma and year: what counts, and what is not certain.

    Either its rows count or their total, where they add up to it: never both.
    """
    twijfels = [
        Twijfel(bedrag, Twijfelreden.ZONDER_BEDRAG)
        for bedrag in bedragen
        if bedrag.bedrag is None and bedrag.leeg not in _GEEN_WAARDE
    ]
    ander, rijen = _splits(_rijen(bedragen), lambda rij: _ANDER_GELD.search(rij.onder) is not None)
    twijfels += _twijfels(ander, Twijfelreden.ANDER_GELD)
    totalen, delen = _splits(rijen, lambda rij: rij.is_totaal)
    if totalen and not _van_groepen(totalen, delen):
        geheel = totalen[-1]
        if geheel.is_samen(delen) if delen else len(totalen) == 1:
            return [geheel], twijfels
        return [], [*twijfels, *_twijfels(totalen, Twijfelreden.TELT_NIET_OP)]
    onzeker, zeker = _splits(delen, lambda rij: _misschien_een_deel(rij, delen))
    return zeker, [*twijfels, *_twijfels(onzeker, Twijfelreden.MISSCHIEN_EEN_DEEL)]


def _van_groepen(totalen: Sequence[Verandering], delen: Sequence[Verandering]) -> bool:
    """Whether each total is that of the rows below its own heading, and there are more headings."""
    eigen = ([deel for deel in delen if deel.onder == totaal.onder] for totaal in totalen)
    meer_koppen = len({deel.onder for deel in delen}) > 1
    return meer_koppen and all(totaal.is_samen(groep) for totaal, groep in zip(totalen, eigen, strict=True))


def _rijen(bedragen: Iterable[Bedrag]) -> list[Verandering]:
    """The amounts by their row; where a saldo is printed, its sides are in it."""
    per_rij: dict[tuple[str, str, str], list[Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.bedrag is not None:
            benaming = bedrag.benaming
            per_rij.setdefault((benaming.onder, benaming.code, benaming.naam), []).append(bedrag)
    met_saldo = ([b for b in rij if b.kant == Geldkant.SALDO] or rij for rij in per_rij.values())
    return [Verandering(tuple(rij)) for rij in met_saldo]


def _misschien_een_deel(rij: Verandering, alle: Iterable[Verandering]) -> bool:
    """Whether it may be counted in another row, or another in this one; what pays for a row is no part of it."""
    if any(_DEEL.fullmatch(deel) for deel in (rij.naam, rij.onder.rpartition(": ")[2])):
        return True
    namen = [ander.naam for ander in alle if ander.onder == rij.onder]
    onder_zich = [naam for naam in namen if naam.startswith(f"{rij.naam}: ")]
    boven_zich = [naam for naam in namen if rij.naam.startswith(f"{naam}: ")]
    betaalt = _DEKKING.match(_eigen(rij.naam)) is not None
    return (bool(boven_zich) and not betaalt) or any(not _DEKKING.match(_eigen(naam)) for naam in onder_zich)


def _eigen(naam: str) -> str:
    """The words of a row below another: "dekking: reserve" of "Inzet Geldpunt: dekking: reserve"."""
    return naam.partition(": ")[2]


def _splits(
    rijen: Iterable[Verandering], keuze: Callable[[Verandering], bool]
) -> tuple[list[Verandering], list[Verandering]]:
    wel: list[Verandering] = []
    niet: list[Verandering] = []
    for rij in rijen:
        (wel if keuze(rij) else niet).append(rij)
    return wel, niet


def _twijfels(rijen: Iterable[Verandering], reden: Twijfelreden) -> list[Twijfel]:
    return [Twijfel(rij.bedrag, reden) for rij in rijen]
