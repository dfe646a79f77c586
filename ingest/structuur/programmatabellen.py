"""Rows of an overview that become rows of a programma: of a table of which a person said so, under known names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.lezer.concept import Bedrag, Bevinding, Concept, Ernst, Programma, Programmaplek
from ingest.lezer.soorten import Bevindingsoort, Programmarol, Tabelsoort
from ingest.structuur.bekend import Structuur, naamsleutel, tabelsleutel

_Plaats = tuple[str, Tabelsoort]
"""The name of a programma, and one of its tables."""


def zet_over(concept: Concept, structuur: Structuur) -> tuple[list[Bedrag], list[Bevinding]]:
    """The amounts, those that are settled in their programma; what is open is a finding, and stays in its overview."""
    gezegd = {titel for _, _, titel, _ in structuur.rijen}
    van = _eigenaren(concept, structuur, gezegd)
    klaar: list[Bedrag] = []
    open_: dict[str, Bevinding] = {}
    for bedrag in concept.bedragen:
        plek = bedrag.plek
        if plek is None or van.get(_plaats(plek)) != plek.van:
            klaar.append(bedrag)
            continue
        gevonden = _gekoppeld(bedrag, plek, structuur)
        if isinstance(gevonden, Bevinding):
            open_.setdefault(gevonden.tekst, gevonden)
        klaar.append(bedrag if isinstance(gevonden, Bevinding) else gevonden)
    return klaar, [*_over_tabellen(concept, gezegd, van), *open_.values()]


def titel_van(plek: Programmaplek) -> str:
    """What the table of a row is called; one without a title has to have some name to be known by."""
    return plek.titel or "tabel zonder titel"


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


def _eigenaren(concept: Concept, structuur: Structuur, gezegd: set[str]) -> dict[_Plaats, int]:
    """Which table has the rows of each programma: the only one that may; of two nobody knows which one it is."""
    codes = {programma.code: naamsleutel(programma.naam) for programma in concept.programmas}
    bezet = {(codes.get(b.programma, ""), b.tabel) for b in concept.bedragen if b.programma}
    van: dict[_Plaats, set[int]] = {}
    for bedrag in concept.bedragen:
        if (plek := bedrag.plek) and tabelsleutel(titel_van(plek)) in gezegd:
            van.setdefault(_plaats(plek), set()).add(plek.van)
    return {plaats: min(tabellen) for plaats, tabellen in van.items() if len(tabellen) == 1 and plaats not in bezet}


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


def _over_tabellen(concept: Concept, gezegd: set[str], van: Mapping[_Plaats, int]) -> Iterator[Bevinding]:
    """Each table of which nobody said that it has what its programmas cost, where no other one has that already."""
    for titel, bedragen in plekken_per_titel(concept.bedragen).items():
        plekken = [bedrag.plek for bedrag in bedragen if bedrag.plek]
        if tabelsleutel(titel) not in gezegd and any(_plaats(plek) not in van for plek in plekken):
            regels = [bedrag.regel for bedrag in bedragen]
            tekst = (
                f"Volgens de tabel onder “{titel}” zelf horen haar rijen bij {_in_woorden(bedragen)}. Zolang geen "
                "controleur zegt dat dit is wat zij kosten, staan ze alleen bij dit document."
            )
            soort = Bevindingsoort.PROGRAMMATABEL
            yield Bevinding(Ernst.OPMERKING, soort, min(regels), tekst, max(regels), onderwerp=titel)


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
