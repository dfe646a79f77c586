"""Lines that a person types over, because the reader could not read them: the grammar then reads what was typed.

What was typed is read as strictly as what is printed. Every figure keeps the number of the line that prints it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ingest.lezer.concept import Bevinding, Concept, Ernst, sorteer
from ingest.lezer.regels import Regel, maak_regel
from ingest.lezer.soorten import Bevindingsoort

_REGELS = re.compile(r"\bregel \d+(?: tot en met \d+)?")


@dataclass(frozen=True)
class Overgetypt:
    """In the place of the printed lines `van` to `tot` (1-based, both included): the typed ones.

    Between the cells of a row a person types a tab or "|".
    """

    van: int
    tot: int
    regels: tuple[str, ...]


def typ_over(regels: Sequence[Regel], overgetypt: Iterable[Overgetypt]) -> tuple[list[Regel], list[int]]:
    """The lines with what was typed in its place, numbered anew; and for each the number of the line that prints it."""
    per_regel = {stuk.van: stuk for stuk in overgetypt}
    nieuw: list[Regel] = []
    herkomst: list[int] = []
    tot = 0
    for regel in regels:
        stuk = per_regel.get(regel.nummer)
        if stuk and regel.nummer > tot:  # what lies within another piece is in what was typed for that one
            tot = stuk.tot
            gedrukt = [regel for regel in regels if stuk.van <= regel.nummer <= stuk.tot]
            for getypt in stuk.regels:
                nieuw.append(maak_regel(len(nieuw) + 1, _met_tabs(getypt), pagina=regel.pagina))
                herkomst.append(_lijkt_het_meest(nieuw[-1], gedrukt))
        elif regel.nummer > tot:
            nieuw.append(replace(regel, nummer=len(nieuw) + 1))
            herkomst.append(regel.nummer)
    return nieuw, herkomst


def _lijkt_het_meest(getypt: Regel, gedrukt: Sequence[Regel]) -> int:
    """The number of the printed line that was typed here, whatever lines were left out or put in between."""
    return max(gedrukt, key=lambda regel: SequenceMatcher(None, regel.plat, getypt.plat).ratio()).nummer


def zoals_gedrukt(concept: Concept, herkomst: Sequence[int], overgetypt: Iterable[Overgetypt]) -> Concept:
    """The draft with every line number as in the document, and a finding for each piece that was typed."""

    def regel(nummer: int) -> int:
        return herkomst[nummer - 1]

    def misschien(nummer: int | None) -> int | None:
        return None if nummer is None else regel(nummer)

    getypt = [
        Bevinding(
            Ernst.OPMERKING,
            Bevindingsoort.OVERGETYPT,
            stuk.van,
            "Een mens heeft dit overgetypt, omdat de lezer het niet kon lezen.",
            tot=stuk.tot,
        )
        for stuk in overgetypt
    ]

    def in_zin(gevonden: re.Match[str]) -> str:
        nummers = (int(nummer) for nummer in gevonden[0].split() if nummer.isdigit())
        return "regel " + " tot en met ".join(
            str(regel(nummer) if nummer <= len(herkomst) else nummer) for nummer in nummers
        )

    bevindingen = [
        replace(b, regel=misschien(b.regel), tot=misschien(b.tot), tekst=_REGELS.sub(in_zin, b.tekst))
        for b in concept.bevindingen
    ]
    return replace(
        concept,
        programmas=tuple(replace(programma, regel=regel(programma.regel)) for programma in concept.programmas),
        doelstellingen=tuple(replace(doel, regel=regel(doel.regel)) for doel in concept.doelstellingen),
        cijfers=tuple(replace(cijfer, regel=regel(cijfer.regel)) for cijfer in concept.cijfers),
        bedragen=tuple(replace(bedrag, regel=regel(bedrag.regel)) for bedrag in concept.bedragen),
        teksten=tuple(replace(tekst, van=regel(tekst.van), tot=regel(tekst.tot)) for tekst in concept.teksten),
        referenties=tuple(replace(ding, regel=regel(ding.regel)) for ding in concept.referenties),
        voorgenomen=tuple(replace(ding, regel=regel(ding.regel)) for ding in concept.voorgenomen),
        suggesties=tuple(replace(suggestie, regel=regel(suggestie.regel)) for suggestie in concept.suggesties),
        bevindingen=sorteer([*bevindingen, *getypt]),
    )


def om_te_typen(regel: Regel) -> str:
    """A printed line as a person types it: "|" between the cells, and around them where the first or last is blank."""
    cellen = regel.cellen
    if cellen is None:
        return regel.gedrukt.strip()
    rij = " | ".join(cellen)
    return rij if cellen[0] and cellen[-1] else f"| {rij} |"


def _met_tabs(getypt: str) -> str:
    """Every blank cell counts, so of the "|" around a row exactly one goes at each end."""
    kaal = getypt.strip()
    if len(kaal) > 1 and kaal[0] == kaal[-1] == "|":
        kaal = kaal[1:-1]
    return "\t".join(cel.strip() for cel in kaal.split("|")) if "|" in getypt else kaal
