"""Everything that is proposed of one document. Pure: the same text gives the same proposals."""

from collections.abc import Sequence

from ingest.lezer.regels import Regel
from ingest.lezer.voorstellen.definities import definities
from ingest.lezer.voorstellen.dekking import dekkingen
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Stuk
from ingest.lezer.voorstellen.moties import moties
from ingest.lezer.voorstellen.raad import aankondigingen, toezeggingen
from ingest.lezer.voorstellen.referenties import referenties
from ingest.lezer.voorstellen.tegenspraken import tegenspraken
from ingest.lezer.voorstellen.volzinnen import volzinnen
from ingest.lezer.voorstellen.zonder_uitleg import zonder_uitleg


def stel_voor(regels: Sequence[Regel], teksten: Sequence[Stuk], cijfers: Sequence[GedruktCijfer]) -> list[Leesvoorstel]:
    """What a person may want to keep of a document, in its order; a person takes it over, changes it or leaves it."""
    zinnen = list(volzinnen(regels, teksten))
    gevonden = [
        *aankondigingen(zinnen),
        *toezeggingen(regels),
        *moties(regels, zinnen, teksten),
        *dekkingen(regels, zinnen),
        *tegenspraken(zinnen, cijfers),
        *referenties(zinnen),
        *zonder_uitleg(teksten, cijfers),
        *definities(zinnen),
    ]
    return sorted(dict.fromkeys(gevonden), key=lambda voorstel: (voorstel.van, voorstel.tot))
