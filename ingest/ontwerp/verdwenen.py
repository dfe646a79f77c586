"""Which indicatoren an edition no longer prints: what is not there is seen by nobody who reads the document."""

from collections.abc import Iterator, Set

from django.db.models import QuerySet

from indicators.models import Indicator, Programma, Publicatie, Vermelding
from ingest.lezer.concept import Bevinding, Concept, Ernst
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.structuur.sleutels import bruikbaar

_NOG_ONBEKEND = (
    Bevindingsoort.ONBEKENDE_INDICATOR,
    Bevindingsoort.ONBEKENDE_DOELSTELLING,
    Bevindingsoort.DEFINITIE_ONBEKEND,
)


def verdwenen(concept: Concept, weggelaten: Set[str]) -> Iterator[Bevinding]:
    """Of a matched draft of an edition, what the newest edition before it on the site had and this one does not have.

    Not before every name in it is settled: what has another name now is not gone. A name that a person leaves out
    (`weggelaten`) is settled.
    """
    open_ = [b for b in concept.bevindingen if b.soort in _NOG_ONBEKEND and b.onderwerp not in weggelaten]
    if concept.soort is not Publicatiesoort.PROGRAMMABEGROTING or open_:
        return
    hier = Indicator.objects.filter(definities__slug__in={cijfer.definitie for cijfer in bruikbaar(concept.cijfers)})
    programmas = Programma.objects.filter(doelstellingen__indicatoren__in=hier)
    vorige = _vorige_editie(concept, programmas)
    if vorige is None:
        return
    gedrukt = Vermelding.objects.geldend().van(vorige).values("bewoording__definitie__indicator")
    weg = Indicator.objects.filter(pk__in=gedrukt, doelstelling__programma__in=programmas).exclude(pk__in=hier)
    for indicator in weg.select_related("doelstelling"):
        tekst = (
            f'{vorige} heeft bij doelstelling {indicator.doelstelling} de indicator "{indicator}". Dit document noemt '
            "hem niet meer. Kijk na of hij er echt niet in staat, ook niet onder een andere naam."
        )
        yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.VERDWENEN, None, tekst, onderwerp=indicator.slug)


def _vorige_editie(concept: Concept, programmas: QuerySet[Programma]) -> Publicatie | None:
    eerder = Publicatie.objects.geladen().edities().filter(jaar__lt=concept.jaar or 0)
    return eerder.filter(doelstellingen__doelstelling__programma__in=programmas).last()
