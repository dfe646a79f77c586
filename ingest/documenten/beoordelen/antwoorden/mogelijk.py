"""The answers that a question about a document can get: one form for each, and the only check of what it holds."""

from ingest.documenten.beoordelen.antwoorden.document import AnderDocument, Gegevens, Klopt
from ingest.documenten.beoordelen.antwoorden.metingen import (
    AndereDoelen,
    AndereMeting,
    BestaandeIndicator,
    NieuweIndicator,
    Opgevolgd,
    ZelfdeMeting,
)
from ingest.documenten.beoordelen.antwoorden.namen import (
    BestaandeDoelstelling,
    BestaandePost,
    BestaandProgramma,
    Loslaten,
    NieuweDoelstelling,
    NieuwePost,
    NieuwProgramma,
    VanProgrammas,
)
from ingest.documenten.beoordelen.antwoorden.reeksen import NaastIndicator, OpZichzelf
from ingest.documenten.beoordelen.antwoorden.regels import Gezien, Laten, Overnemen, Overtypen
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, Weglaten
from ingest.lezer.soorten import Bevindingsoort
from ingest.models import Antwoord, Vraag

MOGELIJK: dict[str, tuple[type[Antwoordformulier], ...]] = {
    Vraag.Soort.DOCUMENT: (Klopt, AnderDocument),
    Vraag.Soort.GEGEVENS: (Gegevens,),
    Vraag.Soort.TABEL: (VanProgrammas, Loslaten),
    Vraag.Soort.PROGRAMMA: (BestaandProgramma, NieuwProgramma, Loslaten, Weglaten),
    Vraag.Soort.DOELSTELLING: (BestaandeDoelstelling, NieuweDoelstelling, Weglaten),
    Vraag.Soort.INDICATOR: (BestaandeIndicator, NieuweIndicator, AndereMeting, AndereDoelen, Weglaten),
    Vraag.Soort.DEFINITIE: (ZelfdeMeting, AndereMeting, AndereDoelen, Weglaten),
    Vraag.Soort.POST: (BestaandePost, NieuwePost, Loslaten, Weglaten),
    Vraag.Soort.REEKS: (NaastIndicator, OpZichzelf),
    Vraag.Soort.RIJ: (Overtypen, Weglaten),
    Vraag.Soort.OPVALLEND: (Gezien, Opgevolgd),
    Vraag.Soort.SUGGESTIE: (Overnemen, Laten),
}
"""The answers that each soort of question can get, in the order in which they are shown."""


def mogelijk(vraag: Vraag) -> tuple[type[Antwoordformulier], ...]:
    """The answers that this question can get; what is wrong with a whole document is not made right by a click.

    First the one that is likely: a name that the site proposes to make is like no other.
    """
    zonder = {
        Weglaten: vraag.voorstel.get("los"),
        Loslaten: vraag.soort != Vraag.Soort.TABEL and not vraag.voorstel.get("los"),
        Klopt: vraag.voorstel.get("fout"),
        Overtypen: vraag.regel is None,
        Opgevolgd: Bevindingsoort.VERDWENEN not in vraag.voorstel.get("wat", ""),
        ZelfdeMeting: Bevindingsoort.EENHEID_GEWIJZIGD in vraag.voorstel.get("wat", ""),
    }
    kan = (soort for soort in MOGELIJK[vraag.soort] if not zonder.get(soort))
    vooraan = "nieuw" in vraag.voorstel and not vraag.voorstel["lijkt_op"]
    return tuple(sorted(kan, key=lambda soort: vooraan and soort.keuze != Antwoord.Keuze.NIEUW))
