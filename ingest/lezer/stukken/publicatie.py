"""Which publicatie a document is: told by its own text, from several places that must agree."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bedragsoort, Bevindingsoort, Publicatiesoort
from ingest.lezer.taal.periodes import maandcode, vind_perioden
from ingest.lezer.tabellen.geldtabellen import DOELSTELLING_KOP
from ingest.lezer.tabellen.kolommen import lees_kolommen

NAAM = re.compile(r"PB (?P<jaar>\d{4})(?: programma \d.*)?")
_SPEERPUNTEN = re.compile(r"Speerpunten in (\d{4})\b")
_LABEL = re.compile(r"Begroting PB (\d{4})\b")
_TITEL = re.compile(
    r"(?:gemeente \S+?[:,]? )?(?:(?:concept|ontwerp|geamendeerde|vastgestelde|primitieve|financiële)[ -]?)?"
    r"(?:meerjaren|beleids)?(?:programma)?begroting (\d{4})(?: ?(?:[-–/]|t/m|tot en met) ?\d{4})?"
    r"(?:,? (?:van de )?gemeente \S+| en meerjarenraming \d{4} ?[-–] ?\d{4})?",
    re.IGNORECASE,
)
_TITELBLAD = 40


def herken_editie(regels: list[Regel], verteld: str | None) -> tuple[int | None, list[Bevinding]]:
    """The year of the edition, or None with a finding that says why it cannot be told.

    Evidence: the title "Programmabegroting 2026-2029", the heading "Speerpunten in 2026", most of the labels
    "Begroting PB 2026", and most of the money headers, which end three years after the edition.
    `verteld` ("PB 2026") must not contradict it.
    """
    jaren = _bewijs(regels)
    if verteld is not None:
        naam = NAAM.fullmatch(verteld)
        if naam is None:
            tekst = f'"{verteld}" is geen naam van een programmabegroting. Schrijf bijvoorbeeld: PB 2026.'
            return None, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst)]
        jaar = int(naam["jaar"])
        if jaren and jaar not in jaren:
            tekst = f"Volgens uzelf is dit {verteld}, volgens het document {_opsomming(jaren)}. Controleer het bestand."
            return jaar, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, jaren[min(jaren)], tekst)]
        return jaar, []
    if len(jaren) == 1:
        return next(iter(jaren)), []
    if jaren:
        tekst = f"Dit document noemt zichzelf {_opsomming(jaren)}. Zeg welke het is, bijvoorbeeld PB {max(jaren)}."
        return None, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, jaren[max(jaren)], tekst)]
    tekst = "In dit document is geen begrotingsjaar gevonden. Zeg welke het is, bijvoorbeeld PB 2026."
    return None, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst)]


def gedrukte_titel(regels: Sequence[Regel]) -> str:
    """What a begroting calls itself at its beginning; "" where it does not."""
    return next((regel.plat for regel in regels[:_TITELBLAD] if _TITEL.fullmatch(regel.plat)), "")


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
    jaren = [kolom.jaar for kolom in lees_kolommen(plat, 0) if kolom.soort is Bedragsoort.BEGROTING]
    return jaren[-1] - 3 if len(jaren) > 3 and "begroting" in plat.lower() else None


def _opsomming(jaren: dict[int, int]) -> str:
    return " en ".join(f"PB {jaar} (regel {regel})" for jaar, regel in sorted(jaren.items()))


_TITELREGELS = 15
_JAREN = re.compile(r"\b(20\d\d) ?[-–—] ?(20\d\d)\b")
_JAAR = re.compile(
    r"\b(?:jaarstukken|jaarrekening|jaarverslag|jaarverantwoording|programma(?:rekening|verantwoording)) (20\d\d)\b",
    re.IGNORECASE,
)
_NOTA = re.compile(
    r"(?:Kadernota|Kaderbrief|Perspectiefnota|Voorjaarsnota) (?P<van>20\d\d)(?: ?[-–] ?(?P<tot>20\d\d))?", re.IGNORECASE
)
_BERICHT = re.compile(
    r"(?:(?P<voor>1|2|eerste|tweede)(?:e|ste|de)? )?(?P<wat>(?:Tussentijdse )?\w+rapportage"
    r"|Tussentijdse rapportage|Tussenbericht|Najaarsnota|[BT]urap)"
    r"(?: (?P<na>[12I]{1,2}))? (?P<jaar>20\d\d)",
    re.IGNORECASE,
)
_HOEVEELSTE = {"1": "eerste", "eerste": "eerste", "I": "eerste", "2": "tweede", "tweede": "tweede", "II": "tweede"}
_VAN_TOT = re.compile(r"(\S+ \d{4}) – (\S+ \d{4})")
_DEEL = re.compile(r"(\d{4})-([HQ])(\d)")
_NAAM = re.compile(
    r"(?P<soort>Jaarstukken|Rapportage|Kadernota) (?:\D{1,20} )?(?P<periode>20\d\d(?:-[HQ\d]+)?(?: tot 20\d\d-\d\d)?)"
)
_VOORBEELD = {
    Publicatiesoort.JAARSTUKKEN: "Jaarstukken 2023",
    Publicatiesoort.RAPPORTAGE: "Rapportage SD 2024-H2",
    Publicatiesoort.KADERNOTA: "Kadernota 2020-2024",
}
_EEN = {
    Publicatiesoort.JAARSTUKKEN: "jaarstukken",
    Publicatiesoort.RAPPORTAGE: "een rapportage",
    Publicatiesoort.KADERNOTA: "een kadernota",
}
_DELEN = {"H": "helft", "Q": "kwartaal"}


@dataclass(frozen=True)
class Aanduiding:
    """What a document is called on this site, and the year that it counts for."""

    naam: str
    titel: str
    jaar: int


def benoem_stuk(
    soort: Publicatiesoort, regels: Sequence[Regel], verteld: str | None
) -> tuple[Aanduiding | None, list[Bevinding]]:
    """The name of jaarstukken, a rapportage or a kadernota, by the years in its title; a finding where these lack.

    "Jaarstukken 2023", "Rapportage SD 2024-H2", "Rapportage SD 2023-11 tot 2024-08", "Kadernota 2020-2024". A person
    may call it otherwise (`verteld`), but not of another kind or period.
    """
    titelregels = list(islice((regel for regel in regels if not regel.leeg), _TITELREGELS))
    gevonden = _BENOEM[soort](titelregels)
    if verteld is None:
        tekst = f"De titel noemt niet over welk jaar dit gaat. Zeg welk stuk het is, zoals {_VOORBEELD[soort]}."
        return gevonden, [] if gevonden else [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst)]
    genoemd = _NAAM.fullmatch(verteld)
    if genoemd is None or genoemd["soort"].casefold() != soort:
        tekst = f'"{verteld}" is geen naam van {_EEN[soort]}. Schrijf bijvoorbeeld: {_VOORBEELD[soort]}.'
        return gevonden, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst)]
    if gevonden is None:
        jaren = [int(jaar) for jaar in re.findall(r"20\d\d", genoemd["periode"])]
        return Aanduiding(verteld, verteld, jaren[-1] if soort is Publicatiesoort.RAPPORTAGE else jaren[0]), []
    if not gevonden.naam.endswith(f" {genoemd['periode']}"):
        tekst = f"Volgens uzelf is dit {verteld}, volgens het document {gevonden.naam}. Controleer het bestand."
        return gevonden, [Bevinding(Ernst.FOUT, Bevindingsoort.PUBLICATIE, None, tekst)]
    return replace(gevonden, naam=verteld), []


def _jaarstukken(regels: Sequence[Regel]) -> Aanduiding | None:
    jaar = next((gevonden[1] for regel in regels if (gevonden := _JAAR.search(regel.plat))), None)
    return Aanduiding(f"Jaarstukken {jaar}", f"Jaarstukken {jaar}", int(jaar)) if jaar else None


def _kadernota(regels: Sequence[Regel]) -> Aanduiding | None:
    for regel in regels:
        if (nota := _NOTA.fullmatch(regel.plat)) and not nota["tot"]:  # of a year: that, and the three after it
            van = int(nota["van"])
            return Aanduiding(f"Kadernota {van}-{van + 3}", nota[0], van)
    jaren = next((gevonden for regel in regels if (gevonden := _JAREN.search(regel.plat))), None)
    if jaren is None:
        return None
    titel = regels[0].plat.split("Kadernota")[0].strip()
    van_tot = f"{jaren[1]}-{jaren[2]}"
    return Aanduiding(f"Kadernota {van_tot}", " ".join(filter(None, ["Kadernota", titel, van_tot])), int(jaren[1]))


def _rapportage(regels: Sequence[Regel]) -> Aanduiding | None:
    """A report on half a year or a quarter, or from month to month; its year is the last one."""
    sociaal = any("sociaal domein" in regel.plat.casefold() for regel in regels)
    kort, lang = ("Rapportage SD", "Rapportage Sociaal Domein") if sociaal else ("Rapportage", "Rapportage")
    for waarde in (periode.waarde for regel in regels for periode in vind_perioden(regel.plat)):
        if deel := _DEEL.fullmatch(waarde):
            titel = f"{lang}, {deel[3]}e {_DELEN[deel[2]]} {deel[1]}"
            return Aanduiding(f"{kort} {waarde}", titel, int(deel[1]))
        if van_tot := _VAN_TOT.fullmatch(waarde):
            naam = f"{kort} {maandcode(van_tot[1])} tot {maandcode(van_tot[2])}"
            return Aanduiding(naam, f"{lang}, {waarde}", int(van_tot[2][-4:]))
    bericht = next((gevonden for regel in regels if (gevonden := _BERICHT.fullmatch(regel.plat))), None)
    if bericht is None:
        return None
    hoeveelste = _HOEVEELSTE.get(bericht["voor"] or bericht["na"] or "", "")
    naam = " ".join(filter(None, ["Rapportage", hoeveelste, bericht["wat"].lower(), bericht["jaar"]]))
    return Aanduiding(naam, bericht[0], int(bericht["jaar"]))


_BENOEM = {
    Publicatiesoort.JAARSTUKKEN: _jaarstukken,
    Publicatiesoort.KADERNOTA: _kadernota,
    Publicatiesoort.RAPPORTAGE: _rapportage,
}
