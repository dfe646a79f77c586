"""An indicator that changes much, under which the document explains nothing."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ingest.lezer.soorten import Cijfersoort, Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Stuk, Voorstelsoort

_GROOT = Decimal("0.1")


def zonder_uitleg(stukken: Iterable[Stuk], cijfers: Sequence[GedruktCijfer]) -> Iterator[Leesvoorstel]:
    """Propose the table of each of them. An empty toelichting stands on the header of its table, above the figures."""
    for stuk in stukken:
        eigen = [cijfer for cijfer in cijfers if stuk.indicator and cijfer.indicator == stuk.indicator]
        leeg = stuk.soort is Tekstsoort.TOELICHTING and stuk.van == stuk.tot and all(c.regel > stuk.van for c in eigen)
        sprong = verandering(eigen)
        if leeg and sprong and sprong[2] >= _GROOT:
            vorige, later, _ = sprong
            yield Leesvoorstel(
                Voorstelsoort.ZONDER_UITLEG,
                min(vorige.regel, later.regel),
                max(vorige.regel, later.regel),
                f"Van {vorige.gedrukt} in {vorige.jaar} naar {later.gedrukt} in {later.jaar}, zonder toelichting.",
                indicator=stuk.indicator,
                gedrukt=later.gedrukt,
            )


def verandering(eigen: Iterable[GedruktCijfer]) -> tuple[GedruktCijfer, GedruktCijfer, Decimal] | None:
    """From the last realisatie to the first begroting behind it, and how large that is as a part of the former."""
    gesorteerd = sorted(eigen, key=lambda cijfer: cijfer.jaar)
    realisaties = [cijfer for cijfer in gesorteerd if cijfer.soort is Cijfersoort.REALISATIE]
    if not realisaties or not realisaties[-1].waarde:
        return None
    vorige = realisaties[-1]
    later = [c for c in gesorteerd if c.soort is Cijfersoort.BEGROTING and c.jaar > vorige.jaar]
    return (vorige, later[0], abs(later[0].waarde - vorige.waarde) / abs(vorige.waarde)) if later else None
