"""What is proposed of a document, and how much of what a person holds worth keeping is among it."""

from collections.abc import Mapping, Sequence
from typing import Any

from ingest.lezer.document import Uitlezing
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.voorstellen import stel_voor

Passage = Mapping[str, Any]


def voorstellen_van(gelezen: Uitlezing) -> list[Leesvoorstel]:
    concept = gelezen.concept
    teksten = [Stuk(t.soort, t.kop, t.van, t.tot, t.indicator) for t in concept.teksten]
    cijfers = [
        GedruktCijfer(c.naam, c.jaar, c.soort, c.waarde, c.gedrukt, c.regel)
        for c in concept.cijfers
        if c.waarde is not None
    ]
    return stel_voor(gelezen.regels, teksten, cijfers)


def soort_van(soort: str) -> str:
    """A number that is not in the table: which of the two it is, a person says."""
    return Voorstelsoort.TABEL_TEGEN_TEKST if soort == Voorstelsoort.EIGEN_CIJFER else soort


def koppel(passages: Sequence[Passage], voorstellen: Sequence[Leesvoorstel]) -> dict[int, int]:
    """As many proposals as can be taken, each for one passage: the place of the proposal to that of the passage."""
    genomen: dict[int, int] = {}

    def zoek(plek: int, gezien: set[int]) -> bool:
        for nummer, voorstel in enumerate(voorstellen):
            if nummer not in gezien and _past(passages[plek], voorstel):
                gezien.add(nummer)
                if nummer not in genomen or zoek(genomen[nummer], gezien):
                    genomen[nummer] = plek
                    return True
        return False

    for plek in range(len(passages)):
        zoek(plek, set())
    return genomen


def _past(passage: Passage, voorstel: Leesvoorstel) -> bool:
    zelfde = soort_van(passage["soort"]) == soort_van(voorstel.soort)
    return zelfde and passage["van"] <= voorstel.tot and voorstel.van <= passage["tot"]
