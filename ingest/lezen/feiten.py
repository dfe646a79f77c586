"""All that a second person agrees to, beside the passages: each thing that was filled in, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from indicators.models import Aangehaald, Duiding

NAMEN = {
    "indicator": "Indicator",
    "post": "Regel van nieuw beleid",
    "over": "Van",
    "nummer": "Nummer",
    "wat": "Waar het over gaat",
    "gedrukt": "Zoals gedrukt",
    "wanneer": "Wanneer, zoals gedrukt",
    "uiterlijk": "Laatste dag die daarbij past",
    "wie": "Van wie het cijfer is",
    "vanaf": "Vanaf",
    "tot_en_met": "Tot en met",
    "in_tabel": "De tabel trekt de dekking zelf al af",
    "stand": "Hoe het ermee staat",
    "op": "Op welke dag dat gold",
    "bron": "Bron",
    "adres": "Adres",
    "doelstellingen": "Doelstellingen",
    "zin": "In onze woorden",
    "plaatsen": "Waar het staat",
}


@dataclass(frozen=True)
class Feit:
    """What was filled in; `was` is what stood there before, where a correction says something else."""

    naam: str
    waarde: Any
    was: Any = None
    is_anders: bool = False


def feiten(duiding: Duiding, oud: Duiding | None) -> Sequence[Feit]:
    """Of a correction also what it leaves out of the old one."""
    nu, eerst = _waarden(duiding), _waarden(oud) if oud else {}
    return [
        Feit(naam, nu.get(naam), eerst.get(naam), bool(oud) and nu.get(naam) != eerst.get(naam))
        for naam in NAMEN.values()
        if naam in nu or naam in eerst
    ]


def _waarden(duiding: Duiding) -> dict[str, Any]:
    waarden = {naam: getattr(duiding, veld) for veld, naam in NAMEN.items()}
    waarden[NAMEN["in_tabel"]] = None if duiding.in_tabel is None else "ja" if duiding.in_tabel else "nee"
    if duiding.indicator:
        waarden[NAMEN["indicator"]] = _link(duiding.indicator.get_absolute_url(), str(duiding.indicator))
    if duiding.adres:
        waarden[NAMEN["adres"]] = _link(duiding.adres, duiding.adres)
    waarden[NAMEN["doelstellingen"]] = ", ".join(str(doel) for doel in duiding.doelstellingen.all())
    waarden[NAMEN["plaatsen"]] = "; ".join(_plaats(aangehaald) for aangehaald in duiding.plaatsen)
    return {naam: waarde for naam, waarde in waarden.items() if waarde not in ("", None)}


def _link(adres: str, tekst: str) -> SafeString:
    return format_html('<a class="nl-link" href="{}">{}</a>', adres, tekst)


def _plaats(aangehaald: Aangehaald) -> str:
    nu = aangehaald.plaats
    if nu is None:
        return f"{aangehaald.publicatie}, niet teruggevonden"
    return f"{aangehaald.publicatie}, regel {nu.van_regel}" + (
        f" tot en met {nu.tot_regel}" if nu.tot_regel > nu.van_regel else ""
    )
