"""The answers that a question about a document can get: one form for each, and the only check of what it holds."""

from ingest.documenten.beoordelen.antwoorden.document import AnderDocument, Gegevens, Klopt
from ingest.documenten.beoordelen.antwoorden.metingen import (
    AndereMeting,
    BestaandeIndicator,
    NieuweIndicator,
    ZelfdeMeting,
)
from ingest.documenten.beoordelen.antwoorden.namen import (
    BestaandeDoelstelling,
    BestaandePost,
    BestaandProgramma,
    NieuweDoelstelling,
    NieuwePost,
    NieuwProgramma,
)
from ingest.documenten.beoordelen.antwoorden.regels import Gezien, Laten, Overnemen, Overtypen
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, Weglaten
from ingest.models import Vraag

Soort = Vraag.Soort


MOGELIJK: dict[str, tuple[type[Antwoordformulier], ...]] = {
    Soort.DOCUMENT: (Klopt, AnderDocument),
    Soort.GEGEVENS: (Gegevens,),
    Soort.PROGRAMMA: (BestaandProgramma, NieuwProgramma, Weglaten),
    Soort.DOELSTELLING: (BestaandeDoelstelling, NieuweDoelstelling, Weglaten),
    Soort.INDICATOR: (BestaandeIndicator, NieuweIndicator, AndereMeting, Weglaten),
    Soort.DEFINITIE: (ZelfdeMeting, AndereMeting, Weglaten),
    Soort.POST: (BestaandePost, NieuwePost, Weglaten),
    Soort.RIJ: (Overtypen, Weglaten),
    Soort.OPVALLEND: (Gezien,),
    Soort.SUGGESTIE: (Overnemen, Laten),
}
"""The answers that each soort of question can get, in the order in which they are shown."""


def mogelijk(vraag: Vraag) -> tuple[type[Antwoordformulier], ...]:
    """The answers that this question can get; what is wrong with a whole document is not made right by a click."""
    zonder = {
        Klopt: vraag.voorstel.get("fout"),
        Overtypen: vraag.regel is None,
        ZelfdeMeting: "eenheid gewijzigd" in vraag.voorstel.get("wat", ""),
    }
    return tuple(soort for soort in MOGELIJK[vraag.soort] if not zonder.get(soort))
