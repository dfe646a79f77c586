"""From the bytes of a programmabegroting to a draft. Pure: no Django, no database, no clock."""

from dataclasses import dataclass, replace

from ingest.lezer.bestanden.formaat import Meld, lees_regels
from ingest.lezer.bestanden.herkenning import Formaat
from ingest.lezer.concept import Bevinding, Concept, Ernst, sorteer
from ingest.lezer.regels import Onleesbaar, Regel
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.lezen import lees_rest
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.lezer.stukken.anders import lees_stuk
from ingest.lezer.stukken.begroting import lees_delen, twee_keer
from ingest.lezer.stukken.hoofdstukken import vind_delen
from ingest.lezer.stukken.publicatie import gedrukte_titel, herken_editie
from ingest.lezer.stukken.referentiebestand import lees_referentiebestand
from ingest.lezer.stukken.soort import herken_soort
from ingest.lezer.tabellen.ongelezen import ongelezen

# Raised with every change that reads a document differently: the same file then makes a new lezing.
VERSIE = "7"
_LANGSTE_TITEL = 100


@dataclass(frozen=True)
class Uitlezing:
    """What one file says: its lines, and the draft that was made of them."""

    regels: tuple[Regel, ...]
    concept: Concept


def lees_document(
    inhoud: bytes,
    publicatie: str | None = None,
    gemeente: str = "",
    meld: Meld = lambda gelezen, totaal: None,
    soort: Publicatiesoort | None = None,
    formaat: Formaat | None = None,
) -> Uitlezing:
    """Read one file of any format; whatever is wrong with it is a finding of the draft, never an exception.

    `gemeente` is whose document it must be (empty: anybody's), `soort` is the kind that a person says it is, `formaat`
    what the file was recognised as before; without one it is recognised.
    """
    try:
        regels = lees_regels(inhoud, meld, formaat)
    except Onleesbaar as fout:
        return Uitlezing(
            (), Concept(publicatie, None, bevindingen=(Bevinding(Ernst.FOUT, Bevindingsoort.BESTAND, None, str(fout)),))
        )
    return Uitlezing(tuple(regels), lees_concept(regels, publicatie, gemeente, soort))


def lees_concept(
    regels: list[Regel], publicatie: str | None, gemeente: str, soort: Publicatiesoort | None = None
) -> Concept:
    """The draft of a document, from its lines."""
    herkend, regel = herken_soort(regels)
    if soort is None and regel is not None:
        return replace(
            _lees(regels, publicatie, gemeente, herkend), herkend_aan=regels[regel - 1].plat[:_LANGSTE_TITEL]
        )
    return _lees(regels, publicatie, gemeente, soort or herkend)


def _lees(regels: list[Regel], publicatie: str | None, gemeente: str, soort: Publicatiesoort | None) -> Concept:
    if soort is Publicatiesoort.REFERENTIE:
        return lees_referentiebestand(regels, publicatie)
    if soort is not Publicatiesoort.PROGRAMMABEGROTING:
        return lees_stuk(soort, regels, publicatie, gemeente)
    jaar, bevindingen = herken_editie(regels, publicatie)
    delen = vind_delen(regels)
    bevindingen += twee_keer(regels, delen)
    if gemeente and not any(gemeente in regel.tekst for regel in regels):
        tekst = f"De naam {gemeente} komt in dit document niet voor. Is dit de begroting van een andere gemeente?"
        bevindingen.append(Bevinding(Ernst.FOUT, Bevindingsoort.GEMEENTE, None, tekst))
    if jaar is None:
        return Concept(None, None, bevindingen=sorteer([*bevindingen, *(() if delen else ongelezen(regels, ()))]))
    if not delen:
        return _zonder_hoofdstukken(regels, jaar, bevindingen)
    return lees_delen(regels, delen, jaar, bevindingen)


def _zonder_hoofdstukken(regels: list[Regel], jaar: int, bevindingen: list[Bevinding]) -> Concept:
    """A begroting without the chapters that the grammar knows: its tables as they say themselves what they are."""
    rest = lees_rest(regels, (), Stukjaar(Publicatiesoort.PROGRAMMABEGROTING, jaar), f"PB {jaar}")
    if not rest.cijfers and not rest.bedragen and not rest.bevindingen:
        tekst = (
            "De lezer vond in dit bestand nergens een tabel met getallen. Staan ze er wel, bijvoorbeeld als plaatje? "
            "Lever het document dan aan als Word-bestand of webpagina. Of is dit geen programmabegroting?"
        )
        bevindingen.append(Bevinding(Ernst.FOUT, Bevindingsoort.HOOFDSTUK, None, tekst))
    return Concept(
        publicatie=f"PB {jaar}",
        jaar=jaar,
        programmas=tuple(rest.programmas),
        doelstellingen=tuple(rest.doelstellingen),
        cijfers=tuple(rest.cijfers),
        bedragen=tuple(rest.bedragen),
        teksten=tuple(rest.teksten),
        bevindingen=sorteer([*bevindingen, *rest.bevindingen]),
        titel=gedrukte_titel(regels),
    )
