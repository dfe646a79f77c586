"""Series: the figures of an indicator in the order of their years, cut wherever they cannot be compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from indicators.models import Breuk, Definitie, Publicatie, Vermelding

Segment = tuple[Vermelding, ...]


@dataclass(frozen=True)
class Reeks:
    """The realisaties of one definitie, or the begroting of one edition for it.

    Within a segment a line may be drawn: every year is there, and no break lies between.
    """

    soort: str
    definitie: Definitie
    editie: Publicatie | None
    segmenten: tuple[Segment, ...]

    @property
    def punten(self) -> Segment:
        return tuple(punt for segment in self.segmenten for punt in segment)


ANDERS, MISSCHIEN_ANDERS = "anders gemeten", "misschien anders gemeten"


def hoe_anders(van: int, naar: int, breuken: Iterable[Breuk]) -> str:
    """Whether two definities (by key) measure otherwise, in words; empty when they are the same one.

    Where a document only names another source, nobody knows whether the figures can be compared.
    """
    if van == naar:
        return ""
    ertussen = [breuk for breuk in breuken if {breuk.van_id, breuk.naar_id} == {van, naar}]
    return MISSCHIEN_ANDERS if ertussen and not any(breuk.is_zeker for breuk in ertussen) else ANDERS


def reeksen(vermeldingen: Iterable[Vermelding], breuken: Sequence[Breuk]) -> list[Reeks]:
    """Make series of chosen figures (`Vermelding.objects.gekozen()`); realisaties first, then the editions by year."""

    def sleutel(vermelding: Vermelding) -> tuple[bool, int, int]:
        editie = vermelding.editie.jaar if vermelding.soort == Vermelding.Soort.BEGROTING else 0
        return (vermelding.soort == Vermelding.Soort.BEGROTING, editie, vermelding.bewoording.definitie.volgorde)

    gevonden = []
    for _, groep in groupby(sorted(vermeldingen, key=lambda v: (*sleutel(v), v.jaar)), key=sleutel):
        # half a year is no point between two years
        punten = [punt for punt in groep if punt.waarde is not None and not punt.periode]
        if punten:
            eerste = punten[0]
            editie = eerste.editie if eerste.soort == Vermelding.Soort.BEGROTING else None
            definitie = eerste.bewoording.definitie
            gevonden.append(Reeks(eerste.soort, definitie, editie, _segmenten(punten, definitie, breuken)))
    return gevonden


def nieuwste_meting(reeksen: Sequence[Reeks]) -> int:
    """The volgorde of the newest way of measuring.

    Where only the goals of an edition are measured otherwise from a year on, the results are no older for it.
    """
    van_alles = [reeks for reeks in reeksen if not reeks.punten[0].bewoording.begroting_vanaf]
    return max((reeks.definitie.volgorde for reeks in van_alles or reeksen), default=0)


def _segmenten(punten: list[Vermelding], definitie: Definitie, breuken: Sequence[Breuk]) -> tuple[Segment, ...]:
    eigen = [breuk.jaar for breuk in breuken if breuk.van_id == breuk.naar_id == definitie.pk and breuk.jaar]
    segmenten: list[list[Vermelding]] = [[punten[0]]]
    for vorige, punt in pairwise(punten):
        onderbroken = punt.jaar != vorige.jaar + 1 or any(vorige.jaar < jaar <= punt.jaar for jaar in eigen)
        if onderbroken:
            segmenten.append([])
        segmenten[-1].append(punt)
    return tuple(tuple(segment) for segment in segmenten)
