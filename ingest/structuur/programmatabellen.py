"""Rows of an overview that become rows of a programma: of a table of which a person said so, under known names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.lezer.concept import Bedrag, Bevinding, Concept, Ernst, Programma, Programmaplek
from ingest.lezer.soorten import Bevindingsoort, Programmarol, Tabelsoort
from ingest.structuur.bekend import Structuur, naamsleutel, tabelsleutel

_Plaats = tuple[str, Tabelsoort]
"""The name of a programma, and one of its tables."""

ZONDER_TITEL = "tabel zonder eigen titel"


def zet_over(concept: Concept, structuur: Structuur) -> tuple[list[Bedrag], list[Bevinding]]:
    """The amounts, those that are settled in their programma; what is open is a finding, and stays in its overview."""
    gezegd = {titel for _, _, titel, _ in structuur.rijen}
    gezegd |= {tabelsleutel(titel_van(b.plek)) for b in concept.bedragen if b.plek and b.plek.aanvaard}
    van = _eigenaren(concept, gezegd)
    klaar: list[Bedrag] = []
    open_: dict[str, Bevinding] = {}
    for bedrag in concept.bedragen:
        plek = bedrag.plek
        if plek is None or van.get(_plaats(plek)) != {plek.van}:
            klaar.append(bedrag)
            continue
        gevonden = _gekoppeld(bedrag, plek, structuur)
        if isinstance(gevonden, Bevinding):
            open_.setdefault(gevonden.tekst, gevonden)
            gevonden = bedrag
        klaar.append(gevonden)
    return klaar, [*_over_tabellen(concept, gezegd, van), *_over_dubbele(concept, van), *open_.values()]


def titel_van(plek: Programmaplek) -> str:
    """What the table of a row is called; one without a title has to have some name to be known by."""
    return plek.titel or ZONDER_TITEL


def plekken_per_titel(bedragen: Iterable[Bedrag]) -> dict[str, list[Bedrag]]:
    """The amounts that their table puts in a programma, by the title of that table."""
    per_titel: dict[str, list[Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.plek:
            per_titel.setdefault(titel_van(bedrag.plek), []).append(bedrag)
    return per_titel


def genoemde_programmas(concept: Concept) -> list[Programma]:
    """Those of its chapters, and those that a table names."""
    van_tabellen = {(b.plek.nummer, b.plek.naam): b.regel for b in reversed(concept.bedragen) if b.plek}
    return [*concept.programmas, *(Programma(*wie, regel) for wie, regel in van_tabellen.items())]


def _plaats(plek: Programmaplek) -> _Plaats:
    return naamsleutel(plek.naam), plek.tabel


def _eigenaren(concept: Concept, gezegd: set[str]) -> dict[_Plaats, set[int]]:
    """The lines of the tables that have the rows of each programma, as people said; of a chapter that is line 0."""
    codes = {programma.code: naamsleutel(programma.naam) for programma in concept.programmas}
    van: dict[_Plaats, set[int]] = {(codes.get(b.programma, ""), b.tabel): {0} for b in concept.bedragen if b.programma}
    for bedrag in concept.bedragen:
        if (plek := bedrag.plek) and tabelsleutel(titel_van(plek)) in gezegd:
            van.setdefault(_plaats(plek), set()).add(plek.van)
    return van


def _gekoppeld(bedrag: Bedrag, plek: Programmaplek, structuur: Structuur) -> Bedrag | Bevinding:
    code = structuur.programmas.get(naamsleutel(plek.naam))
    if code is None:
        tekst = f'Het programma "{plek.naam}" is niet bekend. Zijn rijen staan daarom alleen bij het document.'
        return _open(Bevindingsoort.ONBEKEND_PROGRAMMA, bedrag.regel, tekst, plek.naam)
    titel = titel_van(plek)
    post = structuur.rijen.get((code, plek.tabel, tabelsleutel(titel), naamsleutel(bedrag.post)))
    if post is None:
        tekst = f'De post "{bedrag.post}" is niet bekend in de tabel {plek.tabel} van programma {code}.'
        return _open(Bevindingsoort.ONBEKENDE_POST, bedrag.regel, tekst, bedrag.post)
    return replace(
        bedrag, tabel=plek.tabel, programma=code, doelstelling="", onder=titel, sleutel=post.slug, rol=post.rol
    )


def _open(soort: Bevindingsoort, regel: int, tekst: str, onderwerp: str) -> Bevinding:
    """A row that stays with its document is no fout: it is on the site, and in no sum."""
    return Bevinding(Ernst.OPMERKING, soort, regel, tekst, onderwerp=onderwerp)


def _over_dubbele(concept: Concept, van: Mapping[_Plaats, set[int]]) -> Iterator[Bevinding]:
    """A programma of which two tables have the costs, as was said of each in another document."""
    plekken = [bedrag.plek for bedrag in concept.bedragen if bedrag.plek]
    per_naam = {plek.naam: sorted(van.get(_plaats(plek), set()) - {0}) for plek in plekken}
    for naam, regels in per_naam.items():
        if len(regels) > 1:
            tekst = (
                f"Twee tabellen hebben de kosten van programma {naam}: op regel {regels[0]} en op regel {regels[1]}. "
                "Welke van de twee geldt, is niet te zien. Hun rijen staan alleen bij het document."
            )
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.DUBBELE_TABEL, regels[1], tekst, onderwerp=naam)


def _over_tabellen(concept: Concept, gezegd: set[str], van: Mapping[_Plaats, set[int]]) -> Iterator[Bevinding]:
    """Each table of which nobody said that it has what its programmas cost, where no other one has that already."""
    for titel, bedragen in plekken_per_titel(concept.bedragen).items():
        plekken = [bedrag.plek for bedrag in bedragen if bedrag.plek]
        if tabelsleutel(titel) not in gezegd and any(_plaats(plek) not in van for plek in plekken):
            begin, einde = min(plek.van for plek in plekken), max(bedrag.regel for bedrag in bedragen)
            tekst = (
                f"{_welke(titel, plekken)} zegt zelf bij welk programma rijen horen: {_in_woorden(bedragen)}. Zolang "
                "geen controleur zegt dat dit is wat die programma's kosten, staan ze alleen bij dit document."
            )
            yield Bevinding(Ernst.OPMERKING, Bevindingsoort.PROGRAMMATABEL, begin, tekst, einde, onderwerp=titel)


def _welke(titel: str, plekken: Iterable[Programmaplek]) -> str:
    elke = "Elke" if len({plek.van for plek in plekken}) > 1 else "De"
    return f"{elke} {titel}" if titel == ZONDER_TITEL else f"{elke} tabel onder “{titel}”"


def _in_woorden(bedragen: Sequence[Bedrag]) -> str:
    """ "programma 1 Zorg (7 onderdelen en het totaal), programma 2 …"."""
    rijen: dict[str, dict[str, bool]] = {}
    for bedrag in bedragen:
        if plek := bedrag.plek:
            naam = f"programma {plek.nummer} {plek.naam}" if plek.nummer else f"programma {plek.naam}"
            rijen.setdefault(naam, {})[bedrag.post] = plek.rol is Programmarol.PRODUCT
    return ", ".join(f"{naam} ({_rijen(posten.values())})" for naam, posten in rijen.items())


def _rijen(is_onderdeel: Iterable[bool]) -> str:
    alle = list(is_onderdeel)
    onderdelen, rest = sum(alle), len(alle) - sum(alle)
    delen = [f"{onderdelen} onderdelen" if onderdelen > 1 else "1 onderdeel"] if onderdelen else []
    if rest:
        delen.append("het totaal" if rest == 1 else f"{rest} rijen met het totaal")
    return " en ".join(delen)
