"""When something will be: "eind 2025", "in het najaar", "vierde kwartaal van 2025", and the last day that fits it."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.lezer.taal.periodes import MAANDEN

_JAAR = r"(?:van\s+)?(?:het\s+jaar\s+)?(?P<{}>(?:19|20)\d\d)\b(?![-–/]\d)"
_RANG = r"(?:eerste|tweede|derde|vierde|[1-4]\s?e)"
# The last month that fits a part of a year: early is the first half, a season until the next one has begun.
_DELEN = {"begin": 6, "medio": 9, "halverwege": 9, "eind": 12, "einde": 12}
_SEIZOENEN = {"voorjaar": 6, "lente": 6, "zomer": 9, "najaar": 12, "herfst": 12}
_ZOMERRECES = 7
_OVERLEG = r"\w*(?:debat|begroting|perspectiefnota|kadernota|jaarrekening|jaarstukken|reces|vakantie)"
_TERMIJN = re.compile(
    rf"""(?P<aanloop>(?:\buiterlijk\s+)?(?:\b(?P<voor>v(?:oo|óó)r)\s+)?
      (?:\b(?:in|op|per|bij|tegen|(?P<vanaf>vanaf|met\s+ingang\s+van))\s+)?(?:\b(?:het|de)\s+)?)(?:
      (?P<dag>\b\d{{1,2}})\s+(?P<dagmaand>{"|".join(MAANDEN)})\s+(?P<dagjaar>(?:19|20)\d\d)\b
    | \b(?P<kwartaal>{_RANG})\s+kwartaal(?:\s+{_JAAR.format("kwartaaljaar")})?
    | \bQ(?P<q>[1-4])(?:\s+{_JAAR.format("qjaar")})?
    | \b(?P<helft>eerste|tweede)\s+(?:helft|halfjaar)(?:\s+{_JAAR.format("helftjaar")})?
    | \b(?P<deel>{"|".join(_DELEN)})\s+{_JAAR.format("deeljaar")}
    | \b(?P<seizoen>{"|".join(_SEIZOENEN)})\b(?:\s+{_JAAR.format("seizoenjaar")})?
    | \b(?P<maand>{"|".join(MAANDEN)})\b(?:\s+{_JAAR.format("maandjaar")})?
    | \b(?P<overleg>{_OVERLEG})\b(?:\s+{_JAAR.format("overlegjaar")})?
    | \b(?:nog|later)\s+dit\s+jaar\b | \b(?:volgend|komend)\s+(?:jaar|voorjaar|najaar)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_KAAL = re.compile(r"\b(?:uiterlijk\s+(?:in\s+)?|in\s+(?:het\s+jaar\s+)?)((?:19|20)\d\d)\b(?![-–/]\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Tijdstip:
    """A term as printed, and the last day that fits it; None where no year is printed, or where something begins."""

    gedrukt: str
    uiterlijk: date | None
    plaats: int
    vanaf: bool = False


def vind_tijdstippen(tekst: str) -> Iterator[Tijdstip]:
    """Every season, quarter, month, date or meeting of the raad; a year by itself is none."""
    for gevonden in _TERMIJN.finditer(tekst):
        if _is_termijn(gevonden):
            vanaf = bool(gevonden["vanaf"])
            uiterlijk = None if vanaf else _uiterlijk(gevonden)
            yield Tijdstip(gevonden[0].strip(), uiterlijk, gevonden.start(), vanaf)


def vind_termijn(tekst: str, plaats: int = 0) -> Tijdstip | None:
    """The term nearest to a place in the text; when something begins is no term."""
    termijnen = [tijdstip for tijdstip in vind_tijdstippen(tekst) if not tijdstip.vanaf]
    return min(termijnen, key=lambda tijdstip: abs(tijdstip.plaats - plaats), default=None)


def vind_jaar(tekst: str) -> Tijdstip | None:
    """The first year that stands by itself: "in 2026"."""
    gevonden = _KAAL.search(tekst)
    return Tijdstip(gevonden[0], date(int(gevonden[1]), 12, 31), gevonden.start()) if gevonden else None


def _is_termijn(gevonden: re.Match[str]) -> bool:
    """Without "op" or "voor" a day tells of what has been; a month needs "in" or a year, and a meeting "voor"."""
    aanloop = gevonden["aanloop"].strip()
    if gevonden["dag"] or (gevonden["maand"] and not gevonden["maandjaar"]):
        return bool(aanloop)
    return bool(gevonden["voor"]) or not gevonden["overleg"]


def _uiterlijk(gevonden: re.Match[str]) -> date | None:
    delen = {naam: waarde for naam, waarde in gevonden.groupdict().items() if waarde}
    jaar = next((int(waarde) for naam, waarde in delen.items() if "jaar" in naam), None)
    if jaar is None:
        return None
    if "dag" in delen:
        try:
            dag = date(jaar, _maand(delen["dagmaand"]), int(delen["dag"]))
        except ValueError:
            return None
        return dag - timedelta(days=1) if "voor" in delen else dag
    maand = _laatste_maand(delen)
    if "voor" in delen and "seizoen" in delen:
        maand -= 3
    if "voor" in delen and delen.get("overleg", "").casefold().startswith("zomer"):
        maand = _ZOMERRECES
    return date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def _laatste_maand(delen: dict[str, str]) -> int:
    if kwartaal := delen.get("q") or delen.get("kwartaal"):
        return 3 * _rang(kwartaal)
    if "helft" in delen:
        return 6 * _rang(delen["helft"])
    if "maand" in delen:
        return _maand(delen["maand"])
    return (_DELEN | _SEIZOENEN).get((delen.get("deel") or delen.get("seizoen") or "eind").casefold(), 12)


def _maand(naam: str) -> int:
    return MAANDEN.index(naam.casefold()) + 1


def _rang(tekst: str) -> int:
    return int(tekst[0]) if tekst[0].isdigit() else "etdv".index(tekst[0].casefold()) + 1
