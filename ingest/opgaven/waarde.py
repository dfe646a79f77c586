"""Reading one typed figure: Dutch notation, the unit and the bounds of its definitie. What is doubtful is asked."""

import re
from decimal import Decimal

from indicators.getallen import schrijf_getal, zonder_nullen
from indicators.models import Definitie
from ingest.lezer.taal.getallen import GeenGetal, lees_cel

DATUMS = ["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y"]

_MET_PUNT = re.compile(r"-?\d+\.\d+ ?%?")


class NietBegrepen(ValueError):
    """What was typed is no figure of this definitie; the message asks or says in Dutch what to do."""


def lees_waarde(ingetypt: str, definitie: Definitie) -> Decimal:
    """Read "2.594", "2,67" or "76 %" as a figure of this definitie; raises NietBegrepen with a sentence in Dutch."""
    tekst = " ".join(ingetypt.split())
    try:
        cel = lees_cel(tekst)
    except GeenGetal:
        raise NietBegrepen(_vraag(tekst, definitie)) from None
    if cel.waarde is None:
        raise NietBegrepen(f"“{tekst}” is geen cijfer. Kies bij “Geen cijfer” waarom het er niet is.")
    if cel.procent and definitie.eenheid != "%":
        raise NietBegrepen(f"U typte een procentteken. Dit cijfer is geen percentage maar {eenheid(definitie)}.")
    if -int(cel.waarde.as_tuple().exponent) > definitie.decimalen:
        raise NietBegrepen(_te_precies(tekst, definitie))
    onder, boven = definitie.ondergrens, definitie.bovengrens
    if (onder is not None and cel.waarde < onder) or (boven is not None and cel.waarde > boven):
        raise NietBegrepen(f"{tekst} kan niet. Dit cijfer is {_grenzen(onder, boven)}. Controleer wat u typte.")
    return cel.waarde or Decimal(0)  # -0 is 0


def eenheid(definitie: Definitie) -> str:
    """What is typed, in words: "een percentage", "een aantal"."""
    return "een percentage" if definitie.eenheid == "%" else f"een {definitie.eenheid}"


def _vraag(tekst: str, definitie: Definitie) -> str:
    if not _MET_PUNT.fullmatch(tekst):
        return f"“{tekst}” is geen getal. Typ alleen het cijfer, bijvoorbeeld {_voorbeeld(definitie)}."
    met_komma, zonder = tekst.replace(".", ","), tekst.replace(".", "")
    if definitie.decimalen:
        return f"Bedoelt u {met_komma}? Typ dan een komma. Een punt staat in Nederland bij duizendtallen: 2.594."
    return (
        f"Bedoelt u {zonder}, of {met_komma}? Dit cijfer is een heel getal. "
        "Een punt staat in Nederland bij duizendtallen: 2.594."
    )


def _voorbeeld(definitie: Definitie) -> str:
    return {0: "2.594", 1: "6,5"}.get(definitie.decimalen, "2,67") if definitie.eenheid != "%" else "76 %"


def _te_precies(tekst: str, definitie: Definitie) -> str:
    if definitie.eenheid == "%" and re.fullmatch(r"0,\d{2,4}", tekst):  # as a spreadsheet keeps a share
        procent = zonder_nullen(Decimal(tekst.replace(",", ".")) * 100)
        rond = "" if -int(procent.as_tuple().exponent) <= definitie.decimalen else "afgerond "
        return f"Bedoelt u {schrijf_getal(procent)} %? Typ dan {rond}dat. “{tekst}” is minder dan één procent."
    if definitie.decimalen == 0:
        return f"“{tekst}” heeft cijfers achter de komma. Dit cijfer is een heel getal. Rond het af."
    cijfers = "één cijfer" if definitie.decimalen == 1 else f"{definitie.decimalen} cijfers"
    return f"“{tekst}” heeft te veel cijfers achter de komma. Rond af op {cijfers} achter de komma."


def _grenzen(onder: Decimal | None, boven: Decimal | None) -> str:
    if boven is None:
        return f"nooit minder dan {onder:.0f}"
    if onder is None:
        return f"nooit meer dan {boven:.0f}"
    return f"nooit minder dan {onder:.0f} of meer dan {boven:.0f}"
