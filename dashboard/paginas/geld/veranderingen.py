"""What changed a year between two amounts: which changes are drawn, and of the others by name why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.grafieken.waterval import Stap
from dashboard.weergave.cellen import Cijferzin, Tabelcel
from dashboard.weergave.opmaak import verwijzing
from indicators.geld.jaarverloop import Jaarstap
from indicators.geld.veranderingen import Twijfel, Twijfelreden
from indicators.models import Bedrag, Bevinding, Geldstand, Publicatie

NIET_ERTUSSEN = "ervoor en erna staan geen twee bedragen die met elkaar te vergelijken zijn"
ZELF_EEN_STAND = "dit document noemt ook zelf wat het jaar kost, en zegt niet of deze verandering daar al in zit"
MEER_STUKKEN = "een ander document noemt ook veranderingen tussen dezelfde twee bedragen, en het kunnen dezelfde zijn"
REDENEN = {
    Twijfelreden.ZONDER_BEDRAG: "er staat nog geen bedrag",
    Twijfelreden.ANDER_GELD: "dit gaat over investeringen, reserves of ander geld dan de kosten van een jaar",
    Twijfelreden.MISSCHIEN_EEN_DEEL: "de ene rij kan een deel van de andere zijn",
    Twijfelreden.TELT_NIET_OP: "de rijen zijn samen niet dit totaal",
    Twijfelreden.ONBEKEND_WANNEER: "niet bekend is in welk jaar dit document is gemaakt",
}
_ERBOVEN, _ERONDER = 15, 3
"""So many lines above and below its rows the header of a table and a row that was not read may stand."""


@dataclass(frozen=True)
class Overgeslagen:
    """A printed change that is not drawn, and why."""

    bedrag: Bedrag
    reden: str


@dataclass(frozen=True)
class Tekenstappen:
    """What is drawn after the first stand, and the changes that are not."""

    getekend: Sequence[Stap]
    niet: Sequence[Overgeslagen]


def tekenstappen(stappen: Sequence[Jaarstap], eerste: Jaarstap | None) -> Tekenstappen:
    """From a stand on from which each can be laid beside the one before: the changes between two, then what is left."""
    getekend: list[Stap] = []
    niet: list[Overgeslagen] = []
    tussen: list[Jaarstap] = []
    met_stand = {stap.publicatie for stap in stappen if not stap.is_wijziging}
    begonnen = False
    for stap in stappen:
        if stap.is_wijziging:
            tussen.append(stap)
            continue
        if not begonnen or stap.verschil is None:
            niet += _overgeslagen(tussen, NIET_ERTUSSEN)
            begonnen = begonnen or stap is eerste
        else:
            zelf = [verandering for verandering in tussen if verandering.publicatie in met_stand]
            anders = [verandering for verandering in tussen if verandering.publicatie not in met_stand]
            dubbel = len({verandering.publicatie for verandering in tussen}) > 1
            niet += [*_overgeslagen(zelf, ZELF_EEN_STAND), *_overgeslagen(anders if dubbel else (), MEER_STUKKEN)]
            getekend += _met_rest(stap, stap.verschil, [] if dubbel else anders)
        tussen = []
    return Tekenstappen(getekend, [*niet, *_overgeslagen(tussen, NIET_ERTUSSEN)])


def naam_van(stap: Jaarstap) -> str:
    """The document, with what it prints; of a change that is one row among others, with its name."""
    if stap.verandering and not stap.verandering.is_totaal:
        return f"{stap.publicatie}: {stap.bedrag.benaming}"
    return f"{stap.publicatie} ({stap.bedrag.stand})"


def niet_geteld(twijfels: Iterable[Twijfel], niet: Iterable[Overgeslagen]) -> list[Cijferzin]:
    """A sentence for each document and reason, with the rows that it holds for, each a link to its line."""
    per_reden: dict[tuple[Publicatie, str], list[Bedrag]] = {}
    alle = [*((twijfel.bedrag, REDENEN[twijfel.reden]) for twijfel in twijfels), *((n.bedrag, n.reden) for n in niet)]
    for bedrag, reden in alle:
        per_reden.setdefault((bedrag.benaming.publicatie, reden), []).append(bedrag)
    return [
        Cijferzin((f"{stuk}: {reden}. Daarom niet getekend: ", *_links(stuk, bedragen), "."))
        for (stuk, reden), bedragen in per_reden.items()
    ]


def niet_gelezen(bedragen: Iterable[Bedrag], jaar: int) -> list[Cijferzin]:
    """The lines among the changes of a year, or around them, that could not be read."""
    regels: dict[Publicatie, list[int]] = {}
    for bedrag in bedragen:
        if bedrag.jaar == jaar and bedrag.stand == Geldstand.WIJZIGING:
            regels.setdefault(bedrag.benaming.publicatie, []).append(bedrag.passage.regel)
    if not regels:
        return []
    per_stuk: dict[Publicatie, list[int]] = {}
    for fout in Bevinding.objects.fouten_van(regels):
        stuk, regel = fout.lezing.publicatie, fout.regel or 0
        if min(regels[stuk]) - _ERBOVEN <= regel <= max(regels[stuk]) + _ERONDER:
            per_stuk.setdefault(stuk, []).append(regel)
    return [
        Cijferzin((f"{stuk}: niet gelezen is ", *_op_regels(stuk, fouten), ". Wat daar staat, telt niet mee."))
        for stuk, fouten in per_stuk.items()
    ]


def _overgeslagen(stappen: Iterable[Jaarstap], reden: str) -> list[Overgeslagen]:
    return [Overgeslagen(stap.bedrag, reden) for stap in stappen]


def _met_rest(stap: Jaarstap, verschil: Decimal, veranderingen: Sequence[Jaarstap]) -> list[Stap]:
    """What is no change at all is not drawn; what the changes do not explain is the rest."""
    balken = [Stap(naam_van(verandering), verandering.kosten) for verandering in veranderingen if verandering.kosten]
    rest = verschil - sum((balk.verschil for balk in balken), Decimal(0))
    return [*balken, Stap(f"{naam_van(stap)}, de rest" if balken else naam_van(stap), rest)]


def _links(stuk: Publicatie, bedragen: Sequence[Bedrag]) -> list[str | Tabelcel]:
    cellen = [verwijzing(f"{b.benaming} ({b.als_gedrukt})", stuk, b.passage.regel) for b in bedragen]
    return _met_kommas(cellen)


def _op_regels(stuk: Publicatie, regels: Iterable[int]) -> list[str | Tabelcel]:
    return _met_kommas([verwijzing(f"regel {regel}", stuk, regel) for regel in dict.fromkeys(regels)])


def _met_kommas(cellen: Sequence[Tabelcel]) -> list[str | Tabelcel]:
    return [deel for cel in cellen for deel in (", ", cel)][1:]
