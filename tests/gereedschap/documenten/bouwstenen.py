"""A bundled edition as headings, paragraphs, items and tables, to be made into a file of another format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.gereedschap.documenten.documenten import tekst_van

Rijen = list[list[str]]


@dataclass(frozen=True)
class Bouwsteen:
    """`soort` is kop, alinea, punt or tabel; only a table has rows. A cell may hold several lines."""

    soort: str
    tekst: str = ""
    rijen: tuple[tuple[str, ...], ...] = ()


# The names of the indicators of PB 2026, which its text does not mark as headings, and two of its chapters.
_KOPPEN_2026 = {
    "Score van de gemiddelde ontwikkeling van de VVE-kinderen op de ontwikkelingsdoelen taal en rekenen",
    "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar",
    "Rapportcijfer over de dienstverlening van de gemeente aan ondernemers in Zoetermeer",
    "Toename aantal arbeidsplaatsen",
    "% Arbeidsparticipatie",
    "Uitstroom naar werk",
    "Deeltijd werkenden met uitkering",
    "Uitstroom naar school",
    "Aantal bijstandsuitkeringen",
    "Bereik minimaregelingen uitgedrukt in % doelgroep",
    "Indicatoren, trendgrafieken en financiën Programma 1",
    "Financiën",
    "Risico's",
}
# The two tables that PB 2026 prints over several lines a row, as they would be in Word: "/" is a new line in a cell.
_BELEID_2026 = {
    "Beleidswijzigingen/Nieuw beleid": """\
1. Work in Nederland (WIN)|150|150||
- dekking via OAD||||
2. Hervorming arbeidsmarktinfrastructuur Arbeidsmarktregio Zuid-Holland Centraal|966|1.256|1.430|1.172
- dekking via OAD||||
3. Taakmutatie Arbeidsmarktregio Zuid-Holland Centraal - regionale doelgroepspecifieke aanpak|137|||
- dekking via OAD||||
4. Campagnebudget voor versterking preventie en vroegsignalering Schuldhulpverlening|25|25|25|25
5. Collegevoorstel inzet Geldpunt/- dekking via SPUK|223/-223|223/-223|223/-223|223/-223
Saldo|1.278|1.431|1.455|1.197""",
    "Bezuinigings- en dekkingsvoorstellen": """\
1. Besparing subsidies Onderwijs|262|193|224|254
2. Economie, werkbudget en capaciteit|150|150|150|150
3. Verbonden partijen (maatregel 5, 27, 157, 167):/- De Binnenbaan BV/- Gemeenschappelijke regeling \
Metropoolregio Rotterdam Den Haag|/450/9|/450/9|/450/9|/450/9
4. Citymarketing|47|47|47|47
Saldo|918|849|880|910""",
}
_CEL = re.compile(r"-?\d[\d.,]*%?|-")
_KOLOM = re.compile(r"(?:Jaarrekening|Begroting) \d{4}|\b\d{4}\b")
_TABELKOP = re.compile(
    r"(?P<naam>Type|Doelstelling|uitsplitsing op sectorproduct|Beleidswijzigingen/Nieuw beleid"
    r"|Bezuinigings- en dekkingsvoorstellen|)(?P<jaren>(?: ?(?:Jaarrekening |Begroting )?\d{4})+)"
)


def bouwstenen(publicatie: str) -> list[Bouwsteen]:
    """The blocks of an edition, in order."""
    regels = tekst_van(publicatie).split("\n")
    return list(_van_markdown(regels) if publicatie == "PB 2023" else _van_platte_tekst(regels))


def _van_markdown(regels: list[str]) -> Iterator[Bouwsteen]:
    rijen: Rijen = []
    for regel in [*regels, ""]:
        if "\t" in regel:
            rijen.append([re.sub(r"</?[bi]>", "", cel) for cel in regel.split("\t")])
            continue
        if rijen:
            yield _tabel(rijen)
            rijen = []
        kaal = regel.strip().strip("*<>")
        if regel.startswith(("#", "**")):
            yield Bouwsteen("kop", kaal.lstrip("# ").strip("* "))
        elif regel.startswith("- "):
            yield Bouwsteen("punt", kaal.removeprefix("- "))
        elif kaal:
            yield Bouwsteen("alinea", kaal)


def _van_platte_tekst(regels: list[str]) -> Iterator[Bouwsteen]:
    rijen: Rijen = []
    beleid = ""
    for regel in [*regels, ""]:
        kaal = " ".join(regel.split())
        kop = _TABELKOP.fullmatch(kaal)
        if beleid:
            beleid = "" if kaal.startswith("Saldo ") else beleid
        elif kop and kop["naam"] in _BELEID_2026:
            beleid = kop["naam"]
            rijen_beleid = [rij.replace("/", "\n").split("|") for rij in _BELEID_2026[beleid].split("\n")]
            yield _tabel([[beleid, *_KOLOM.findall(kaal)], *rijen_beleid])
        elif kop:
            naam = kop["naam"] or "Programma 1. Onderwijs, economie en arbeidsparticipatie"
            rijen.append([naam, *_KOLOM.findall(kop["jaren"])])
        elif rijen and (rij := _rij(kaal, len(rijen[0]) - 1)):
            rijen.append(rij)
        else:
            if rijen and len(rijen) > 1:
                yield _tabel(rijen)
                rijen = []
            if kaal and kaal not in ("Programma 1. Onderwijs, economie en", "arbeidsparticipatie"):
                yield _regel(kaal)


def _rij(kaal: str, aantal: int) -> list[str] | None:
    """A row by the cells at its end, or by the code of a post, which has none; None for other lines."""
    woorden = kaal.split()
    if len(woorden) > aantal and all(_CEL.fullmatch(woord) for woord in woorden[-aantal:]):
        return [" ".join(woorden[:-aantal]), *woorden[-aantal:]]
    return [kaal, *[""] * aantal] if re.match(r"\d{3}\.\d\d\.", kaal) else None


def _regel(kaal: str) -> Bouwsteen:
    if kaal.startswith("\uf0b7"):
        return Bouwsteen("punt", kaal.lstrip("\uf0b7 "))
    is_kop = kaal in _KOPPEN_2026 or kaal.startswith(("Doelstelling 1.", "Motie "))
    return Bouwsteen("kop" if is_kop else "alinea", kaal)


def _tabel(rijen: Rijen) -> Bouwsteen:
    return Bouwsteen("tabel", rijen=tuple(map(tuple, rijen)))
