"""The documents that are no programmabegroting: which reader reads them, and what is asked of each of them."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.lezer.concept import Bevinding, Concept, Ernst, sorteer
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.lezer.stukken.jaarstukken import lees_jaarstukken
from ingest.lezer.stukken.kadernota import lees_kadernota
from ingest.lezer.stukken.publicatie import benoem_stuk
from ingest.lezer.stukken.rapportage import lees_rapportage
from ingest.lezer.tabellen.ongelezen import ongelezen

_LEZERS = {
    Publicatiesoort.JAARSTUKKEN: lees_jaarstukken,
    Publicatiesoort.KADERNOTA: lees_kadernota,
    Publicatiesoort.RAPPORTAGE: lees_rapportage,
}


def lees_stuk(soort: Publicatiesoort | None, regels: Sequence[Regel], publicatie: str | None, gemeente: str) -> Concept:
    """The draft of a document of this kind; one with only findings where it cannot be read."""
    if soort is None or soort not in _LEZERS:
        tekst = (
            "Niet te zien is wat voor stuk dit is: een programmabegroting, jaarstukken, een rapportage of een "
            "kadernota. Is het wel een van deze? Kies dan zelf welke."
        )
        onbekend = Bevinding(Ernst.FOUT, Bevindingsoort.SOORT_ONBEKEND, None, tekst)
        return Concept(publicatie, None, bevindingen=sorteer([onbekend, *ongelezen(regels, ())]))
    wie, bevindingen = benoem_stuk(soort, regels, publicatie)
    if gemeente and not any(gemeente in regel.tekst for regel in regels):
        tekst = f"De naam {gemeente} komt in dit document niet voor. Is dit een stuk van een andere gemeente?"
        bevindingen.append(Bevinding(Ernst.FOUT, Bevindingsoort.GEMEENTE, None, tekst))
    if wie is None:
        return Concept(publicatie, None, bevindingen=sorteer([*bevindingen, *ongelezen(regels, ())]), soort=soort)
    concept = _LEZERS[soort](regels, wie)
    return replace(concept, bevindingen=sorteer([*bevindingen, *concept.bevindingen]))
