"""What a chart can say of two values beside each other: a result and its goal, and a goal that moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.grafieken.model import Aantekening
from dashboard.weergave.opmaak import gat_in_woorden
from indicators.models import Bewoording, Breuk, Indicator, Publicatie, Vermelding
from indicators.oordelen import VERDICTEN, Oordeel, per_jaar
from indicators.verwachting import Naast, naast_genoemd

HOE_HEET_HET: dict[str, str] = {
    Bewoording.SoortBegroting.STREEFWAARDE: "doel",
    Bewoording.SoortBegroting.RAMING: "verwachting",
    Bewoording.SoortBegroting.AANNAME: "aanname",
}
"""What the begroting of an edition is called; a kengetal has none that can be missed."""


@dataclass(frozen=True)
class Afstand:
    """The last result beside the goal of its year; with a verdict only where domain rule 10 allows one."""

    resultaat: Vermelding
    doel: Vermelding
    oordeel: Oordeel


@dataclass(frozen=True)
class Doelverschuiving:
    """What an edition named for its own year, and the value that an earlier edition named for that year."""

    eerder: Vermelding
    later: Vermelding


def laatste_resultaat(punten: Sequence[Vermelding]) -> Vermelding | None:
    """Of the newest year; of two ways of measuring it the newest."""
    gemeten = [punt for punt in punten if punt.soort == Vermelding.Soort.REALISATIE]
    return max(gemeten, key=lambda punt: (punt.jaar, punt.bewoording.definitie.volgorde), default=None)


def afstand_tot_doel(indicator: Indicator, punten: Sequence[Vermelding], breuken: Sequence[Breuk]) -> Afstand | None:
    """None where the last result cannot be laid beside a goal of its year."""
    laatste = laatste_resultaat(punten)
    # An edition prints its own goals: one whose goals only another edition repeats is not on the site.
    geladen = {v.editie.jaar for v in begrotingen(punten) if v.editie == v.bewoording.publicatie}
    for jaar in per_jaar(indicator, punten, geladen, breuken):
        if laatste is None or jaar.realisatie is not laatste:
            continue
        if jaar.oordeel in VERDICTEN:
            doel = next(v for v in jaar.vergelijkbaar if v.editie.jaar == jaar.jaar)
            return Afstand(laatste, doel, jaar.oordeel)
        naast = naast_genoemd(jaar, breuken)
        if jaar.oordeel is Oordeel.NIET_GELADEN and isinstance(naast, Naast):
            return Afstand(laatste, naast.genoemd, jaar.oordeel)
    return None


def verschoven(punten: Sequence[Vermelding], breuken: Sequence[Breuk]) -> Doelverschuiving | None:
    """Of the newest edition, for its own year; None where nothing moved, or both are not the same kind of figure."""
    genoemd = begrotingen(punten)
    nieuwste = max((v.editie.jaar for v in genoemd), default=0)
    van_nu = [v for v in genoemd if v.editie.jaar == v.jaar == nieuwste]
    for later in van_nu:
        eerdere = [
            v for v in genoemd if v.jaar == later.jaar and v.editie.jaar < nieuwste and _zelfde(v, later, breuken)
        ]
        eerder = max(eerdere, key=lambda v: v.editie.jaar, default=None)
        if eerder and eerder.waarde != later.waarde:
            return Doelverschuiving(eerder, later)
    return None


def _zelfde(eerder: Vermelding, later: Vermelding, breuken: Sequence[Breuk]) -> bool:
    """Whether both are the same kind of figure of one definitie, with no break between (domain rule 15)."""
    soort, definitie = later.bewoording.soort_begroting, later.bewoording.definitie_id
    return (
        soort in HOE_HEET_HET
        and eerder.bewoording.soort_begroting == soort
        and eerder.bewoording.definitie_id == definitie
        and not breuk_tussen(eerder.editie.jaar, later.jaar, definitie, breuken)
    )


def breuk_tussen(van: int, tot: int, definitie: int, breuken: Sequence[Breuk]) -> bool:
    """Whether a break within this definitie lies after the one year, up to the other."""
    return any(breuk.van_id == breuk.naar_id == definitie and van < (breuk.jaar or 0) <= tot for breuk in breuken)


def begrotingen(punten: Sequence[Vermelding]) -> list[Vermelding]:
    """What editions named."""
    return [punt for punt in punten if punt.soort == Vermelding.Soort.BEGROTING]


def aantekeningen(
    indicator: Indicator, punten: Sequence[Vermelding], breuken: Sequence[Breuk]
) -> tuple[Aantekening, ...]:
    """Both, as they are drawn and written in the chart."""
    gevonden = []
    if afstand := afstand_tot_doel(indicator, punten, breuken):
        dan = "het doel" if afstand.oordeel in VERDICTEN else f"{kort(afstand.doel.editie)} noemde"
        woorden = f"{gat_in_woorden(afstand.resultaat, afstand.doel)} dan {dan}"
        gevonden += _tussen(afstand.doel, afstand.resultaat, woorden, [afstand.doel])
    if paar := verschoven(punten, breuken):
        wat = HOE_HEET_HET[paar.later.bewoording.soort_begroting]
        woorden = f"{wat} verschoof van {cijfer(paar.eerder)} naar {cijfer(paar.later)}"
        gevonden += _tussen(paar.eerder, paar.later, woorden, [paar.eerder, paar.later])
    return tuple(gevonden)


def _tussen(van: Vermelding, naar: Vermelding, woorden: str, doelen: Sequence[Vermelding]) -> list[Aantekening]:
    """An arrow between two goals; a line between a result and a goal."""
    if van.waarde is None or naar.waarde is None or van.waarde == naar.waarde:
        return []
    edities = tuple(doel.editie.slug for doel in doelen)
    return [Aantekening(naar.jaar, van.waarde, naar.waarde, woorden, len(doelen) > 1, edities)]


def kort(editie: Publicatie) -> str:
    """ "PB 2026", also of an edition in a file of one programma: a chart is of one programma."""
    return " ".join(str(editie).split()[:2])


def cijfer(vermelding: Vermelding) -> str:
    """As printed, with its % against it."""
    return vermelding.gedrukt.replace(" %", "%")
