"""Was a goal reached? A verdict only where one is allowed; else why there is none. (domein.md, rule 10)

A realisatie of a year is judged only by a streefwaarde that the begroting of that very year set for it,
measured in the same way. Everything else is a comparison, and says so.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from indicators.models import Bewoording, Breuk, Definitie, Indicator, Publicatie, Vermelding
from indicators.reeksen import MISSCHIEN_ANDERS, hoe_anders


class Oordeel(Enum):
    """The two verdicts, and each reason why there is none."""

    GEHAALD = "gehaald"
    NIET_GEHAALD = "niet gehaald"
    NIET_GELADEN = "de begroting van dat jaar van dit programma staat nog niet op deze site"
    ZONDER_DOEL = "dit cijfer heeft geen doel"
    GEEN_DOEL = "de begroting van dat jaar noemt geen doel voor dat jaar"
    KENGETAL = "in de begroting van dat jaar heeft dit cijfer geen doel"
    GEEN_RICHTING = "hoger is niet beter of slechter"
    RICHTING_ONBEKEND = "of hoger beter is, is niet gezegd"
    VERWACHTING = "dit is een verwachting, geen doel"
    ANDERS_GEMETEN = "het doel is anders gemeten"
    MISSCHIEN_ANDERS = "misschien is anders gemeten"
    VOORLOPIG = "het cijfer is voorlopig"
    NIET_GEMETEN = "op deze site staat geen resultaat"


class Verschuiving(StrEnum):
    """Whether a value asks more or less than an earlier one."""

    STRENGER = "strenger"
    SOEPELER = "soepeler"
    GELIJK = "gelijk"
    ONBEKEND = ""


VERDICTEN = (Oordeel.GEHAALD, Oordeel.NIET_GEHAALD)


@dataclass(frozen=True)
class Jaar:
    """One indicator in one year: what came of it, what each edition expected, and the verdict."""

    indicator: Indicator
    jaar: int
    realisatie: Vermelding | None
    verwacht: tuple[Vermelding, ...]
    oordeel: Oordeel
    zonder_doel_in: tuple[Publicatie, ...]
    """The editions that have the indicator, where none of them sets a goal for it."""

    @property
    def maat(self) -> int:
        """The definitie (its key) that others are held against: of the realisatie, else the newest of the goals."""
        van = self.realisatie or max(self.verwacht, key=lambda vermelding: vermelding.bewoording.definitie.volgorde)
        return van.bewoording.definitie_id

    @property
    def vergelijkbaar(self) -> list[Vermelding]:
        """The begrotingen that are measured so."""
        return [v for v in self.verwacht if v.bewoording.definitie_id == self.maat]


def oordeel(
    realisatie: Vermelding | None,
    verwacht: Iterable[Vermelding],
    geladen: Collection[int],
    jaar: int,
    breuken: Sequence[Breuk],
) -> Oordeel:
    """The verdict on one year; `geladen` are the years whose begroting is on the site."""
    if realisatie is None or realisatie.waarde is None:
        return Oordeel.NIET_GEMETEN
    doelen = [v for v in verwacht if v.editie.jaar == jaar and v.waarde is not None]
    if jaar not in geladen and not (doelen := [v for v in doelen if v.is_overgenomen]):
        return Oordeel.NIET_GELADEN  # what another edition prints of it does not count, what a person took over does
    zelfde = [v for v in doelen if v.bewoording.definitie_id == realisatie.bewoording.definitie_id]
    definitie = realisatie.bewoording.definitie
    if not zelfde:
        hoe = {hoe_anders(v.bewoording.definitie_id, definitie.pk, breuken) for v in doelen}
        anders = Oordeel.MISSCHIEN_ANDERS if MISSCHIEN_ANDERS in hoe else Oordeel.ANDERS_GEMETEN
        return anders if doelen else Oordeel.GEEN_DOEL
    doel = zelfde[0]
    soort = doel.bewoording.soort_begroting
    if soort == Bewoording.SoortBegroting.KENGETAL:
        return Oordeel.KENGETAL
    if soort != Bewoording.SoortBegroting.STREEFWAARDE or doel.waarde is None:
        return Oordeel.VERWACHTING
    if not definitie.heeft_richting:
        return Oordeel.GEEN_RICHTING if definitie.zonder_richting else Oordeel.RICHTING_ONBEKEND
    # The goal was set before its year began; what was moved in that year may not be what it meant.
    if any(breuk.van_id == breuk.naar_id == definitie.pk and breuk.jaar == jaar for breuk in breuken):
        return Oordeel.MISSCHIEN_ANDERS
    if realisatie.voorlopig:
        return Oordeel.VOORLOPIG
    if definitie.richting == Definitie.Richting.HOGER:
        gehaald = realisatie.waarde >= doel.waarde
    else:
        gehaald = realisatie.waarde <= doel.waarde
    return Oordeel.GEHAALD if gehaald else Oordeel.NIET_GEHAALD


def per_jaar(
    indicator: Indicator, gekozen: Iterable[Vermelding], geladen: Collection[int], breuken: Sequence[Breuk]
) -> list[Jaar]:
    """Every year that is printed with a value, oldest first; two ways of measuring one year are two rows.

    Where no edition sets a goal, the begroting that is not on the site is not why there is no verdict.
    """
    gekozen = list(gekozen)
    zonder_doel_in = _zonder_doel_in(gekozen)
    verwacht: dict[int, list[Vermelding]] = defaultdict(list)
    gemeten: dict[int, list[Vermelding | None]] = defaultdict(list)
    for vermelding in gekozen:
        if vermelding.periode:  # a goal is one for the whole year
            continue
        if vermelding.soort == Vermelding.Soort.REALISATIE:
            gemeten[vermelding.jaar].append(vermelding)
        else:
            verwacht[vermelding.jaar].append(vermelding)
    jaren = []
    for jaar in sorted(gemeten.keys() | verwacht.keys()):
        genoemd = tuple(sorted(verwacht[jaar], key=lambda v: v.editie.jaar))
        for realisatie in gemeten.get(jaar) or [None]:
            woord = oordeel(realisatie, genoemd, geladen, jaar, breuken)
            if woord is Oordeel.NIET_GELADEN and zonder_doel_in:
                woord = Oordeel.ZONDER_DOEL
            jaren.append(Jaar(indicator, jaar, realisatie, genoemd, woord, zonder_doel_in))
    return jaren


def _zonder_doel_in(gekozen: Sequence[Vermelding]) -> tuple[Publicatie, ...]:
    bewoordingen = [vermelding.bewoording for vermelding in gekozen]
    if any(bewoording.soort_begroting != Bewoording.SoortBegroting.KENGETAL for bewoording in bewoordingen):
        return ()
    edities = {b.publicatie for b in bewoordingen if b.publicatie.soort == Publicatie.Soort.PROGRAMMABEGROTING}
    return tuple(sorted(edities, key=lambda editie: editie.jaar))


@dataclass(frozen=True)
class Zwakker:
    """A goal of the newest edition that asks less than what was reached already."""

    doel: Vermelding
    bereikt: Vermelding


def zwakker_dan_bereikt(
    gekozen: Sequence[Vermelding], nieuwste: Publicatie, breuken: Sequence[Breuk] = ()
) -> list[Zwakker]:
    """Goals of the newest edition for its own year, against the last realisatie that is measured alike."""
    laatste: dict[int, Vermelding] = {}
    for vermelding in gekozen:
        definitie = vermelding.bewoording.definitie_id
        heel_jaar = vermelding.soort == Vermelding.Soort.REALISATIE and not vermelding.periode
        if heel_jaar and (definitie not in laatste or vermelding.jaar > laatste[definitie].jaar):
            laatste[definitie] = vermelding
    gevonden = []
    for doel in gekozen:
        bereikt = laatste.get(doel.bewoording.definitie_id)
        van_nu = doel.soort == Vermelding.Soort.BEGROTING and doel.editie == nieuwste and doel.jaar == nieuwste.jaar
        if not van_nu or bereikt is None or doel.bewoording.soort_begroting != Bewoording.SoortBegroting.STREEFWAARDE:
            continue
        if _breuk_ertussen(doel, bereikt, breuken):
            continue
        if verschuiving(bereikt, doel) is Verschuiving.SOEPELER:
            gevonden.append(Zwakker(doel, bereikt))
    return gevonden


def _breuk_ertussen(doel: Vermelding, bereikt: Vermelding, breuken: Sequence[Breuk]) -> bool:
    definitie = doel.bewoording.definitie_id
    return any(
        breuk.van_id == breuk.naar_id == definitie and breuk.jaar and bereikt.jaar < breuk.jaar <= doel.jaar
        for breuk in breuken
    )


def verschuiving(eerder: Vermelding, later: Vermelding) -> Verschuiving:
    """Whether a value asks more than an earlier one; unknown where the two cannot be compared."""
    definitie = later.bewoording.definitie
    if eerder.bewoording.definitie_id != definitie.pk or eerder.waarde is None or later.waarde is None:
        return Verschuiving.ONBEKEND
    if eerder.waarde == later.waarde:
        return Verschuiving.GELIJK
    if not definitie.heeft_richting:
        return Verschuiving.ONBEKEND
    meer = later.waarde > eerder.waarde
    vraagt_meer = meer == (definitie.richting == Definitie.Richting.HOGER)
    return Verschuiving.STRENGER if vraagt_meer else Verschuiving.SOEPELER


def nooit_verantwoord(
    indicatoren: Iterable[Indicator], gekozen: Sequence[Vermelding], nieuwste: Publicatie
) -> list[Vermelding]:
    """The first goal of each indicator that was dropped before any result of a goal year was printed."""
    gevonden = []
    for indicator in indicatoren:
        eigen = [v for v in gekozen if v.bewoording.definitie.indicator_id == indicator.pk]
        doelen = [
            v
            for v in eigen
            if v.soort == Vermelding.Soort.BEGROTING
            and v.bewoording.soort_begroting == Bewoording.SoortBegroting.STREEFWAARDE
        ]
        nog_in_gebruik = any(v.bewoording.publicatie_id == nieuwste.pk for v in eigen)
        if not doelen or nog_in_gebruik:
            continue
        eerste = min(doelen, key=lambda v: v.jaar)
        if not any(v.soort == Vermelding.Soort.REALISATIE and v.jaar >= eerste.jaar for v in eigen):
            gevonden.append(eerste)
    return gevonden
