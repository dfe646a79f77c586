"""What the site proposes to make of a name that nobody knows yet, where the document numbers nothing.

A proposal holds all that its answer needs; what the document does not tell is empty, and a person fills it in.
"""

import re
from collections.abc import Mapping
from typing import Any

from indicators.models import Bewoording, Definitie
from indicators.models.nummer import nummer_uit
from ingest.lezer.concept import Concept
from ingest.lezer.soorten import Cijfersoort, Tekstsoort
from ingest.structuur.bekend import naamsleutel
from ingest.structuur.verplicht import verplichte_indicator

_EENHEID = re.compile(r"(?:\w+ )?per (?:[\d.]+ )?\w+", re.IGNORECASE)
_LANGSTE_EENHEID = Definitie._meta.get_field("eenheid").max_length or 0
_OP_EEN_DAG = re.compile(r"\b(?:per|op) \d{1,2}[ -]\w+|\bpeildatum\b", re.IGNORECASE)


def nieuwe_kop(code: str, naam: str) -> dict[str, Any]:
    """For a heading: itself. None for one with a number: its name is its own, and no other."""
    return {} if not code or nummer_uit(code) else {"nieuw": {"naam": naam}, "compleet": True}


def nieuwe_indicator(gelezen: Concept, naam: str, vorm: Mapping[str, Any]) -> dict[str, Any]:
    """For an indicator below such a heading: a fact to know, unless goals are printed with it.

    One that the law prescribes goes by the name that it has there, so that it has one name in every edition.
    """
    if not vorm["doelstelling"] or nummer_uit(vorm["doelstelling"]):
        return {}
    met_doel = any(
        cijfer.naam == naam and cijfer.soort is Cijfersoort.BEGROTING and cijfer.waarde is not None
        for cijfer in gelezen.cijfers
    )
    uitleg = next((t.tekst for t in gelezen.teksten if (t.soort, t.indicator) == (Tekstsoort.DEFINITIE, naam)), "")
    wet = verplichte_indicator(naam)
    op_een_dag = _OP_EEN_DAG.search(f"{naam} {uitleg}")
    waarden = [cijfer.waarde for cijfer in gelezen.cijfers if cijfer.naam == naam and cijfer.waarde is not None]
    begrensd = vorm["eenheid"] == "%" and all(0 <= waarde <= 100 for waarde in waarden)
    nieuw = {
        "naam": wet.naam if wet and naamsleutel(wet.naam) != naamsleutel(naam) else "",
        "omschrijving": uitleg or naam,
        "eenheid": _eenheid(vorm, uitleg),
        "decimalen": vorm["decimalen"],
        "richting": None if met_doel else Definitie.Richting.ONBEKEND.value,
        "soort_begroting": None if met_doel else Bewoording.SoortBegroting.KENGETAL.value,
        "meetperiode": (Definitie.Meetperiode.PEILDATUM if op_een_dag else Definitie.Meetperiode.KALENDERJAAR).value,
        "ondergrens": "0" if begrensd else None,
        "bovengrens": "100" if begrensd else None,
    }
    return {"nieuw": nieuw, "compleet": not met_doel and bool(nieuw["eenheid"])}


def _eenheid(vorm: Mapping[str, Any], uitleg: str) -> str | None:
    """As printed, whole or not at all: "Aantal per 1.000 inwoners"; a whole number without a word on it is a count."""
    if vorm["eenheid"] == "%" or (not uitleg and not vorm["decimalen"]):
        return str(vorm["eenheid"])
    return uitleg if _EENHEID.match(uitleg) and len(uitleg) <= _LANGSTE_EENHEID else None
