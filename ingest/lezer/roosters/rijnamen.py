"""The name of a row of money, and the side that its words say."""

import re
from collections.abc import Sequence

from ingest.lezer.roosters.kolommen import kant_van
from ingest.lezer.roosters.rooster import Roosterrij
from ingest.lezer.roosters.waarden import heeft_losse_waarden
from ingest.lezer.soorten import Kant
from ingest.lezer.tabellen.rijen import BeschadigdeRij

_SALDO = re.compile(r"(?:totaal |gerealiseerde? |geraamde? )*(?:saldo|resultaat)\b.*|totaal saldo\b.*", re.IGNORECASE)
KANTRIJEN = {
    "lasten": Kant.LASTEN,
    "baten": Kant.BATEN,
    "saldo": Kant.SALDO,
}
# A row that is a side; a name with such a word in it ("Reclame-inkomsten") is none.
_KANTRIJ = re.compile(
    r"(?:(?:totaal|totale|incidentele|structurele) )*(?P<kant>lasten|baten|uitgaven|inkomsten)"
    r"(?: programma.*| \(\d{1,2}\))?",
    re.IGNORECASE,
)
_VAN_RESERVES = r"(?: aan| uit)?(?: de)?(?: reserves?)?(?: \((?:lasten|baten)\))?"
_RESERVES = (
    (re.compile(rf"(?:totaal )?toevoeging\w*{_VAN_RESERVES}", re.IGNORECASE), Kant.TOEVOEGINGEN),
    (re.compile(rf"(?:totaal )?onttrekking\w*{_VAN_RESERVES}", re.IGNORECASE), Kant.ONTTREKKINGEN),
    (re.compile(r"mutaties reserves?", re.IGNORECASE), Kant.MUTATIES),
)
_KLEIN = r"(?!(?:sub)?totaal\b)[^\W\dA-Z_]"
# A name that goes on from the line above, or has rows of its own below it, is no whole name.
HALVE_NAAM = re.compile(
    rf"(?:[-–•] ?)?{_KLEIN}.*|[-–•].*|.*[:,/-]|.*\b(?:en|of|van|de|het|per|voor|in|op|aan|met)", re.DOTALL
)
_KLEIN_BEGIN = re.compile(_KLEIN)
_HALF_BEGIN = re.compile(rf"{_KLEIN}|[-–•]|\d{{1,4}}$")


def gaat_door(rij: Roosterrij | None, namen: Sequence[int]) -> bool:
    """Whether a row begins in the middle of a name: then the line above it was the beginning of that."""
    if rij is None:
        return False
    naam = " ".join(filter(None, map(rij.cel, namen)))
    begin = _KLEIN_BEGIN if rij.is_kaal else _HALF_BEGIN
    return naam.casefold().rstrip(":") not in KANTRIJEN and begin.match(naam) is not None


def lees_naam(
    rij: Roosterrij, namen: Sequence[int], vorige: str, volgende: Roosterrij | None, breedte: int
) -> tuple[str, Kant | None]:
    """The name of a row and its side, where its words say one; raises BeschadigdeRij."""
    if len(rij.cellen) != breedte:
        raise BeschadigdeRij(f"er staan {len(rij.cellen)} cellen, de kop van de tabel heeft {breedte} kolommen")
    if rij.is_kaal and heeft_losse_waarden(rij.label):
        raise BeschadigdeRij("de getallen staan niet elk in een eigen cel")
    delen = [rij.cel(plek) for plek in namen]
    kant = KANTRIJEN.get(" ".join(filter(None, delen[1:])).casefold()) if len(delen) > 1 else None
    if kant is not None:
        delen = delen[:1]
    elif len(delen) > 1 and vorige and not any(delen[1:]):
        kant = KANTRIJEN.get(delen[0].casefold())  # the saldo of the name above may stand below that name
        delen = [vorige] if kant is not None else delen
    label = " ".join(filter(None, delen)) or (vorige if kant is not None else "")
    if not label:
        raise BeschadigdeRij("er staat geen naam voor")
    is_half = HALVE_NAAM.fullmatch(label) and label.casefold() not in KANTRIJEN
    if is_half or (volgende is not None and (gaat_door(volgende, namen) or (len(namen) == 1 and not volgende.label))):
        raise BeschadigdeRij("de naam staat op meer regels, en niet te zien is welke bedragen erbij horen")
    return label, kant if kant is not None else kant_van_rij(label)


def kant_van_rij(label: str) -> Kant | None:
    """The side that a whole name is; None for the name of anything else."""
    if _SALDO.fullmatch(label):
        return Kant.SALDO
    for patroon, kant in _RESERVES:
        if patroon.fullmatch(label):
            return kant
    gevonden = _KANTRIJ.fullmatch(label)
    return kant_van(gevonden["kant"]) if gevonden else None
