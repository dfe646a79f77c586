"""The title of a chart: its finding in at most twelve words, and nothing that domain rules 10 and 15 do not allow."""

from collections.abc import Sequence

from dashboard.grafieken.afstand import (
    HOE_HEET_HET,
    Afstand,
    afstand_tot_doel,
    begrotingen,
    breuk_tussen,
    cijfer,
    kort,
    laatste_resultaat,
)
from dashboard.weergave.opmaak import gat_in_woorden
from indicators.models import Breuk, Definitie, Indicator, Vermelding
from indicators.oordelen import VERDICTEN
from indicators.reeksen import ANDERS, hoe_anders

NIET_TE_VERGELIJKEN = "met eerdere jaren niet te vergelijken"
LET_OP = "let op bij vergelijken met eerdere jaren"


def bevinding(indicator: Indicator, punten: Sequence[Vermelding], breuken: Sequence[Breuk]) -> str:
    """Of the last result: its verdict, else how far it is from what was named for it, else what it stands beside."""
    laatste = laatste_resultaat(punten)
    if laatste is None:
        return _zonder_resultaat(punten)
    if afstand := afstand_tot_doel(indicator, punten, breuken):
        return _met_doel(afstand)
    return _alleen(laatste, punten, breuken)


def definitie_in_woorden(definitie: Definitie) -> str:
    """The unit, what is counted, and which way is better."""
    richting = definitie.get_richting_display() if definitie.heeft_richting else ""
    delen = [f"Eenheid: {definitie.eenheid}", definitie.omschrijving.rstrip("."), richting]
    return " ".join(f"{deel[:1].upper()}{deel[1:]}." for deel in delen if deel)


def _met_doel(afstand: Afstand) -> str:
    jaar, gemeten = afstand.resultaat.jaar, cijfer(afstand.resultaat)
    if afstand.oordeel in VERDICTEN:
        overgenomen = "overgenomen " if afstand.doel.is_overgenomen else ""
        return f"Doel {jaar} {afstand.oordeel.value}: {gemeten}, het {overgenomen}doel was {cijfer(afstand.doel)}"
    editie = kort(afstand.doel.editie)
    if afstand.resultaat.waarde == afstand.doel.waarde:
        return f"{jaar}: {gemeten}, gelijk aan wat {editie} als doel noemde"
    return f"{jaar}: {gemeten}, {gat_in_woorden(afstand.resultaat, afstand.doel)} dan {editie} als doel noemde"


def _alleen(laatste: Vermelding, punten: Sequence[Vermelding], breuken: Sequence[Breuk]) -> str:
    """Beside the result before it, if they can be compared; else with what an edition named for later."""
    gemeten = f"{cijfer(laatste)}{' (voorlopig)' if laatste.voorlopig else ''} in {laatste.jaar}"
    eerder = max(
        (punt for punt in punten if punt.soort == Vermelding.Soort.REALISATIE and punt.jaar < laatste.jaar),
        key=lambda punt: (punt.jaar, punt.bewoording.definitie.volgorde),
        default=None,
    )
    if eerder is None:
        return f"{gemeten}{_daarna(laatste, punten, breuken)}"
    if bezwaar := _bezwaar(eerder, laatste, breuken):
        return f"{gemeten}; {bezwaar}"
    if eerder.waarde == laatste.waarde:
        return f"{gemeten}, hetzelfde als in {eerder.jaar}"
    return f"{gemeten}, {gat_in_woorden(laatste, eerder)} dan in {eerder.jaar}"


def _bezwaar(eerder: Vermelding, later: Vermelding, breuken: Sequence[Breuk]) -> str:
    """Why two results cannot be compared, if so."""
    definitie = later.bewoording.definitie_id
    if anders := hoe_anders(eerder.bewoording.definitie_id, definitie, breuken):
        return NIET_TE_VERGELIJKEN if anders == ANDERS else LET_OP
    if not breuk_tussen(eerder.jaar, later.jaar, definitie, breuken):
        return ""
    zeker = [breuk for breuk in breuken if breuk.is_zeker]
    return NIET_TE_VERGELIJKEN if breuk_tussen(eerder.jaar, later.jaar, definitie, zeker) else LET_OP


def _daarna(laatste: Vermelding, punten: Sequence[Vermelding], breuken: Sequence[Breuk]) -> str:
    """What the newest edition named first for a later year, measured in the same way."""
    definitie = laatste.bewoording.definitie_id
    later = [
        v
        for v in begrotingen(punten)
        if v.jaar > laatste.jaar
        and v.bewoording.definitie_id == definitie
        and v.bewoording.soort_begroting in HOE_HEET_HET
        and not breuk_tussen(laatste.jaar, v.jaar, definitie, breuken)
    ]
    if not later:
        return ""
    genoemd = min(later, key=lambda v: (-v.editie.jaar, v.jaar))
    wat = HOE_HEET_HET[genoemd.bewoording.soort_begroting]
    return f"; {wat} van {kort(genoemd.editie)} voor {genoemd.jaar}: {cijfer(genoemd)}"


def _zonder_resultaat(punten: Sequence[Vermelding]) -> str:
    genoemd = min(begrotingen(punten), key=lambda v: (-v.editie.jaar, v.jaar))
    wat = HOE_HEET_HET.get(genoemd.bewoording.soort_begroting, "begroting")
    return f"Geen resultaat op deze site; {wat} {genoemd.jaar} in {kort(genoemd.editie)}: {cijfer(genoemd)}"
