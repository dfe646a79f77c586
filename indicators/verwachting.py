"""A result beside what an edition named for its year: how far it is from that, and whether that is favourable.

Where the begroting of the year itself is not on the site it is a comparison and no verdict. (domein.md, rule 10)
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indicators.models import Bewoording, Breuk, Indicator, Publicatie, Vermelding
from indicators.oordelen import VERDICTEN, Jaar, Oordeel, Verschuiving, verschuiving
from indicators.reeksen import MISSCHIEN_ANDERS, hoe_anders


class WaaromNiet(StrEnum):
    """Why a result cannot be laid beside what was named for its year."""

    GEEN_RESULTAAT = "zonder resultaat over dat jaar"
    VOORLOPIG = "met een voorlopig resultaat"
    NIETS_GENOEMD = "zonder doel voor dat jaar"
    ANDERE_EDITIE = "met een doel uit een andere begroting"
    ANDERS_GEMETEN = "anders gemeten"
    MISSCHIEN_ANDERS = "misschien anders gemeten"
    VERWACHTING = "met alleen een verwachting"
    KENGETAL = "met alleen een kengetal"
    ZONDER_RICHTING = "waarbij hoger niet beter of slechter is"


@dataclass(frozen=True)
class Naast:
    """A result beside the goal that an edition named for its year."""

    resultaat: Vermelding
    genoemd: Vermelding

    @property
    def is_gunstig(self) -> bool:
        """Whether it is at least as good as was named."""
        return verschuiving(self.genoemd, self.resultaat) is not Verschuiving.SOEPELER


@dataclass(frozen=True)
class NaastVerwachting:
    """What can be said of a year whose own begroting is not on the site: its results beside what another one named."""

    jaar: int
    editie: Publicatie
    cijfers: tuple[Naast, ...]
    niet: tuple[tuple[Indicator, WaaromNiet], ...]
    """the other indicators, each with why it is not among them"""

    @property
    def gunstig(self) -> list[Naast]:
        return [naast for naast in self.cijfers if naast.is_gunstig]

    @property
    def ongunstig(self) -> list[Naast]:
        return [naast for naast in self.cijfers if not naast.is_gunstig]

    @property
    def redenen(self) -> list[tuple[WaaromNiet, int]]:
        """How many there are of each reason, in the order of the reasons."""
        aantallen = Counter(waarom for _, waarom in self.niet)
        return [(waarom, aantallen[waarom]) for waarom in WaaromNiet if aantallen[waarom]]


def naast_genoemd(jaar: Jaar, breuken: Sequence[Breuk]) -> Naast | WaaromNiet:
    """The result of a year beside the newest goal that was named for it, else why it cannot be laid beside one."""
    if jaar.realisatie is None or jaar.realisatie.waarde is None:
        return WaaromNiet.GEEN_RESULTAAT
    if jaar.realisatie.voorlopig:
        return WaaromNiet.VOORLOPIG
    genoemd = [vermelding for vermelding in jaar.verwacht if vermelding.waarde is not None]
    if not genoemd:
        return WaaromNiet.NIETS_GENOEMD
    redenen = [_waarom_niet(vermelding, jaar.realisatie, breuken) for vermelding in genoemd]
    for vermelding, waarom in zip(reversed(genoemd), reversed(redenen), strict=True):
        if waarom is None:
            return Naast(jaar.realisatie, vermelding)
    return redenen[-1] or WaaromNiet.NIETS_GENOEMD


def vergelijk_met_verwachting(jaren: Iterable[Jaar], breuken: Sequence[Breuk]) -> NaastVerwachting | None:
    """Of the last year of which that can be said, with the newest edition that named goals for it (domain rule 10).

    Only streefwaarden, measured in the same way, of results that are final.
    """
    jaren = list(jaren)
    per_bron: dict[tuple[int, int], list[Naast]] = defaultdict(list)
    for jaar in jaren:
        if jaar.oordeel is Oordeel.NIET_GELADEN:
            naast = naast_genoemd(jaar, breuken)
            if isinstance(naast, Naast):
                per_bron[jaar.jaar, naast.genoemd.editie.jaar].append(naast)
    if not per_bron:
        return None
    laatste = max(per_bron)
    cijfers = tuple(per_bron[laatste])
    niet = _niet_vergeleken(jaren, laatste[0], [naast.resultaat for naast in cijfers], breuken)
    return NaastVerwachting(laatste[0], cijfers[0].genoemd.editie, cijfers, tuple(niet))


def _niet_vergeleken(
    jaren: Iterable[Jaar], jaartal: int, vergeleken: Sequence[Vermelding], breuken: Sequence[Breuk]
) -> Iterator[tuple[Indicator, WaaromNiet]]:
    """Each indicator that is in no comparison of the year, nor has a verdict on it."""
    per_indicator: dict[Indicator, list[Jaar]] = defaultdict(list)
    for jaar in jaren:
        per_indicator[jaar.indicator].extend([jaar] if jaar.jaar == jaartal else [])
    for indicator, van_jaar in per_indicator.items():
        if any(jaar.realisatie in vergeleken or jaar.oordeel in VERDICTEN for jaar in van_jaar):
            continue
        redenen = [naast_genoemd(jaar, breuken) for jaar in van_jaar] or [WaaromNiet.GEEN_RESULTAAT]
        yield indicator, next((reden for reden in redenen if isinstance(reden, WaaromNiet)), WaaromNiet.ANDERE_EDITIE)


def _waarom_niet(genoemd: Vermelding, resultaat: Vermelding, breuken: Sequence[Breuk]) -> WaaromNiet | None:
    definitie = resultaat.bewoording.definitie
    if anders := hoe_anders(genoemd.bewoording.definitie_id, definitie.pk, breuken):
        return WaaromNiet.MISSCHIEN_ANDERS if anders == MISSCHIEN_ANDERS else WaaromNiet.ANDERS_GEMETEN
    soort = genoemd.bewoording.soort_begroting
    if soort != Bewoording.SoortBegroting.STREEFWAARDE:
        return WaaromNiet.KENGETAL if soort == Bewoording.SoortBegroting.KENGETAL else WaaromNiet.VERWACHTING
    if any(
        breuk.van_id == breuk.naar_id == definitie.pk
        and breuk.jaar
        and genoemd.editie.jaar < breuk.jaar <= resultaat.jaar
        for breuk in breuken
    ):
        return WaaromNiet.MISSCHIEN_ANDERS
    return None if definitie.heeft_richting else WaaromNiet.ZONDER_RICHTING
