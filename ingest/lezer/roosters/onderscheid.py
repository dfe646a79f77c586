"""Rows of the same name in several tables: each gets what stands above its own table with its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lezer.concept import Bedrag, Leesresultaat, kale_naam
from ingest.lezer.roosters.omgeving import Omgeving
from ingest.lezer.soorten import Bevindingsoort

LANGSTE_KOP = 300
Rijnaam = tuple[str, ...]


@dataclass
class Gelezentabel:
    """What one table yielded, and what stands around it."""

    om: Omgeving
    gelezen: Leesresultaat

    def rijnamen(self) -> set[Rijnaam]:
        return {_rijnaam(bedrag) for bedrag in self.gelezen.bedragen}


def onderscheid(tabellen: Sequence[Gelezentabel]) -> None:
    """Where the same name stands in more tables, tell these apart by the words above them, whatever years they have.

    What has no words of its own, and does not stand below the very same heading, is not read a second time.
    """
    for groep in _groepen(tabellen):
        for zelfde in _splits(groep, 0):
            eerste, *rest = zelfde
            for tabel in rest:
                if tabel.om.kopregel != eerste.om.kopregel:
                    _weiger(tabel, eerste)


def _rijnaam(bedrag: Bedrag) -> Rijnaam:
    return (bedrag.onder, bedrag.code, kale_naam(bedrag.post), bedrag.kant)


def _groepen(tabellen: Sequence[Gelezentabel]) -> Iterator[list[Gelezentabel]]:
    """Tables that have a name in common, also by way of a third; a table that has none is in no group."""
    groepen: list[tuple[set[Rijnaam], list[Gelezentabel]]] = []
    for tabel in tabellen:
        namen, samen = tabel.rijnamen(), [tabel]
        for andere in [groep for groep in groepen if groep[0] & namen]:
            groepen.remove(andere)
            namen, samen = namen | andere[0], [*andere[1], *samen]
        groepen.append((namen, samen))
    return (samen for _, samen in groepen if len(samen) > 1)


def _splits(groep: list[Gelezentabel], vanaf: int) -> Iterator[list[Gelezentabel]]:
    """Name the tables by the first kind of words that tells some of them apart; what is left together is yielded."""
    if len(groep) == 1:
        return
    for soort in range(vanaf, len(groep[0].om.namen)):
        woorden = [tabel.om.namen[soort] for tabel in groep]
        if all(woorden) and len(set(woorden)) > 1:
            for tabel, woord in zip(groep, woorden, strict=True):
                _noem(tabel, woord)
            for woord in dict.fromkeys(woorden):
                zelfde = [tabel for tabel, van in zip(groep, woorden, strict=True) if van == woord]
                yield from _splits(zelfde, soort + 1)
            return
    yield groep


def _noem(tabel: Gelezentabel, woord: str) -> None:
    tabel.gelezen.bedragen = [
        replace(b, onder=": ".join(dict.fromkeys(filter(None, (woord, b.onder))))[:LANGSTE_KOP])
        for b in tabel.gelezen.bedragen
    ]


def _weiger(tabel: Gelezentabel, eerste: Gelezentabel) -> None:
    waar = {_rijnaam(bedrag): bedrag.regel for bedrag in reversed(eerste.gelezen.bedragen)}
    dubbel = {b.regel: (waar[_rijnaam(b)], b.post) for b in tabel.gelezen.bedragen if _rijnaam(b) in waar}
    tabel.gelezen.bedragen = [b for b in tabel.gelezen.bedragen if b.regel not in dubbel]
    for regel, (eerder, naam) in dubbel.items():
        tekst = f"Deze rij heet net als die op regel {eerder}, en niets zegt wat hun verschil is. Deze is niet gelezen."
        tabel.gelezen.fout(Bevindingsoort.DUBBELE_RIJ, regel, tekst, onderwerp=naam)
