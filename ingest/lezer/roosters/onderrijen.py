"""Rows with a dash below a named one: "- lasten" and "- baten" are of the name above them, and read with it or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lezer.roosters.rijnamen import HALVE_NAAM, KANTRIJEN, kant_van_rij
from ingest.lezer.roosters.rooster import Roosterrij
from ingest.lezer.roosters.waarden import is_waarde
from ingest.lezer.soorten import Kant
from ingest.lezer.tabellen.rijen import BeschadigdeRij

_STREEP = re.compile(r"[-–•] ?(?P<naam>[^\W\d_].*)")
_KANT = r"[-–•] ?(?:lasten|baten|saldo|uitgaven|inkomsten)"
_IN_EEN_CEL = re.compile(rf"(?P<naam>[^-–•].*?):? ?(?P<kanten>{_KANT}(?: ?{_KANT})+)", re.IGNORECASE)


@dataclass(frozen=True)
class Leesrij:
    """A row as it is to be read: its whole name, the side that its words say, and its cells."""

    naam: str
    kant: Kant | None
    rij: Roosterrij


def groepen(rijen: Sequence[Roosterrij]) -> Iterator[list[Roosterrij]]:
    """Each row with the rows with a dash right below it; one of these that has sides below itself is a heading."""
    groep: list[Roosterrij] = []
    for rij, volgende in zip(rijen, (*rijen[1:], None), strict=True):
        onder_zich = rij.is_kaal and volgende is not None and volgende.label.casefold() in KANTRIJEN
        is_kop = onder_zich and kant_van_rij(rij.label.lstrip("-–• ")) is None
        if groep and not is_kop and _STREEP.fullmatch(rij.label):
            groep.append(rij)
            continue
        if groep:
            yield groep
        groep = [rij]
    if groep:
        yield groep


def heeft_onderrijen(rij: Roosterrij) -> bool:
    """Whether one cell has the name and the sides below it, as a row of more lines comes out of a PDF."""
    return _IN_EEN_CEL.fullmatch(rij.label) is not None


def lees_onderrijen(groep: Sequence[Roosterrij], plekken: Sequence[int], breedte: int) -> list[Leesrij]:
    """The rows of one name; raises BeschadigdeRij where an amount may be of another one of them."""
    if any(len(rij.cellen) != breedte for rij in groep):
        raise BeschadigdeRij(f"de kop van de tabel heeft {breedte} kolommen, en deze rijen niet")
    gevonden = _IN_EEN_CEL.fullmatch(groep[0].label)
    if gevonden and len(groep) == 1:
        delen = re.findall(_KANT, gevonden["kanten"], re.IGNORECASE)
        return [
            _onder(gevonden["naam"], deel, rij)
            for deel, rij in zip(delen, _uiteen(groep[0], plekken, len(delen)), strict=True)
        ]
    eerste, *rest = groep
    naam = eerste.label.rstrip(": ")
    if gevonden or HALVE_NAAM.fullmatch(naam):
        raise BeschadigdeRij("de naam staat op meer regels, en niet te zien is welke bedragen erbij horen")
    heeft_eigen = any(eerste.cel(plek) for plek in plekken)
    if not _op_hun_regel(eerste, rest, plekken) or (heeft_eigen and eerste.label.endswith(":")):
        raise BeschadigdeRij("niet te zien is welk bedrag bij welke regel van de naam hoort")
    eigen = [Leesrij(naam, kant_van_rij(naam), eerste)] if heeft_eigen else []
    return [*eigen, *(_onder(naam, rij.label, rij) for rij in rest)]


def _op_hun_regel(eerste: Roosterrij, rest: Sequence[Roosterrij], plekken: Sequence[int]) -> bool:
    """Whether each column has an amount on all these rows, on all but the first, or on none: else it may be shifted."""
    for plek in plekken:
        gevuld = [bool(rij.cel(plek)) for rij in rest]
        if any(gevuld) != all(gevuld) or (eerste.cel(plek) and not all(gevuld)):
            return False
    return True


def _uiteen(rij: Roosterrij, plekken: Sequence[int], aantal: int) -> list[Roosterrij]:
    """As many rows as there are sides, where each cell has so many amounts, or none."""
    per_plek = {plek: rij.cel(plek).split() or [""] * aantal for plek in plekken}
    if any(len(delen) != aantal or not all(map(is_waarde, delen)) for delen in per_plek.values()):
        raise BeschadigdeRij("er staan meer bedragen in een cel, en niet te zien is waar ze bij horen")
    return [
        replace(
            rij,
            cellen=tuple(per_plek[plek][nummer] if plek in per_plek else cel for plek, cel in enumerate(rij.cellen)),
        )
        for nummer in range(aantal)
    ]


def _onder(naam: str, onder: str, rij: Roosterrij) -> Leesrij:
    """A side is of the name itself; anything else has its own words too."""
    eigen = onder.lstrip("-–• ")
    kant = kant_van_rij(eigen)
    return Leesrij(naam if kant is not None else f"{naam}: {eigen}", kant, rij)
