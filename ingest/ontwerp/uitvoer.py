"""The draft as JSON: what a dry run prints, and what a lezing keeps."""

from decimal import Decimal
from typing import Any

from ingest.lezer.concept import Cijfer, Concept
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort

DUIZEND = Decimal(1000)


def als_json(concept: Concept) -> dict[str, Any]:
    """One object of plain JSON values; decimals are strings, an unmatched indicator is its printed name."""
    return {
        "publicatie": concept.publicatie,
        "cijfers": [
            {
                "doelstelling": cijfer.doelstelling,
                "indicator": cijfer.indicator or cijfer.naam,
                "naam": cijfer.naam,
                "soort": cijfer.soort,
                "editie": cijfer.editie,
                "jaar": cijfer.jaar,
                "waarde": _tekst(cijfer.waarde),
                "leeg": cijfer.leeg,
                "gedrukt": cijfer.gedrukt,
                "bron": cijfer.bron,
                "regel": cijfer.regel,
                **_van_opgave(cijfer, concept),
            }
            for cijfer in concept.cijfers
        ],
        "bedragen": [
            {
                "programma": bedrag.programma,
                "tabel": bedrag.tabel,
                "doelstelling": bedrag.doelstelling,
                "code": bedrag.code,
                "post": bedrag.post,
                "kant": bedrag.kant,
                "soort": bedrag.soort,
                "stand": bedrag.stand,
                "jaar": bedrag.jaar,
                "bedrag_x1000": _tekst(None if bedrag.bedrag is None else bedrag.bedrag / DUIZEND),
                "als_gedrukt": bedrag.als_gedrukt,
                "schaal": bedrag.schaal,
                "tekenconventie": bedrag.tekenconventie,
                "regel": bedrag.regel,
            }
            for bedrag in concept.bedragen
        ],
        "teksten": [
            {
                "soort": tekst.soort,
                "kop": tekst.kop,
                "tekst": tekst.tekst,
                "samengevat": tekst.samengevat,
                "doelstelling": tekst.doelstelling,
                "indicator": tekst.indicator,
                "tabel": tekst.tabel,
                "regel": tekst.van,
                "tot_regel": tekst.tot,
            }
            for tekst in concept.teksten
        ],
        "bevindingen": [
            {"ernst": b.ernst.value, "soort": b.soort, "regel": b.regel, "tekst": b.tekst} for b in concept.bevindingen
        ],
        **_van_kadernota(concept),
        **_van_referentiebestand(concept),
        **_van_mensen(concept),
    }


def _van_kadernota(concept: Concept) -> dict[str, Any]:
    """What only a kadernota prints: the indicators that are still to be made."""
    if concept.soort is not Publicatiesoort.KADERNOTA:
        return {}
    return {"voorgenomen": [{"naam": v.naam, "onder": v.onder, "regel": v.regel} for v in concept.voorgenomen]}


def _van_referentiebestand(concept: Concept) -> dict[str, Any]:
    """The figures of others."""
    if concept.soort is not Publicatiesoort.REFERENTIE:
        return {}
    rijen = [
        {
            "reeks": referentie.reeks,
            "gemeente": referentie.gemeente,
            "definitie": referentie.definitie,
            "jaar": referentie.jaar,
            "waarde": _tekst(referentie.waarde),
            "leeg": referentie.leeg,
            "gedrukt": referentie.gedrukt,
            "bron": referentie.bron,
            "tabel": referentie.tabel,
            "opgehaald_op": referentie.opgehaald_op.isoformat(),
            "regel": referentie.regel,
        }
        for referentie in concept.referenties
    ]
    return {"referenties": rijen}


def _van_mensen(concept: Concept) -> dict[str, Any]:
    """The lines that a person typed over, where there are any: the page of such a line says so."""
    getypt = [
        {"van": b.regel, "tot": b.tot or b.regel} for b in concept.bevindingen if b.soort is Bevindingsoort.OVERGETYPT
    ]
    return {"overgetypt": getypt} if getypt else {}


def _van_opgave(cijfer: Cijfer, concept: Concept) -> dict[str, Any]:
    """What a form asks and a table of a document does not say."""
    if concept.soort is not Publicatiesoort.OPGAVE:
        return {}
    gemeten_op = cijfer.gemeten_op.isoformat() if cijfer.gemeten_op else None
    return {"periode": cijfer.periode, "voorlopig": cijfer.voorlopig, "gemeten_op": gemeten_op}


def _tekst(waarde: Decimal | None) -> str | None:
    return None if waarde is None else f"{waarde:f}"
