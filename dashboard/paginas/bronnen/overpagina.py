"""The page about the site: who publishes it, and what is on it."""

from functools import cached_property

from django.conf import settings
from django.db.models import Max

from indicators.gemeente import gemeente_nu
from indicators.models import (
    Bedrag,
    Doelstelling,
    Programma,
    Publicatie,
    Vermelding,
)


class Overpagina:
    """Who publishes the site, and what is on it."""

    @property
    def gemeente(self) -> str:
        return gemeente_nu().naam

    @property
    def portaal(self) -> str:
        """Where it has its documents itself."""
        return gemeente_nu().portaal

    @property
    def uitgever(self) -> str:
        return settings.UITGEVER

    @property
    def contact(self) -> str:
        return settings.CONTACT

    @cached_property
    def programmas(self) -> list[Programma]:
        return list(Programma.objects.geladen())

    @cached_property
    def met_doelen(self) -> list[Programma]:
        """The other ones have only amounts."""
        met_doelen = set(Doelstelling.objects.values_list("programma", flat=True))
        return [programma for programma in self.programmas if programma.pk in met_doelen]

    @property
    def met_alleen_geld(self) -> list[Programma]:
        return [programma for programma in self.programmas if programma not in self.met_doelen]

    @property
    def edities(self) -> list[Publicatie]:
        """The begrotingen that tell of them; one with only amounts is none of these."""
        return list(Publicatie.objects.geladen().edities().over(*self.programmas))

    @cached_property
    def geladen(self) -> list[Publicatie]:
        """The documents on the site."""
        return list(Publicatie.objects.documenten().geladen())

    @cached_property
    def niet_geladen(self) -> list[Publicatie]:
        """Those that are only known to exist."""
        geladen = [publicatie.pk for publicatie in self.geladen]
        return list(Publicatie.objects.documenten().exclude(pk__in=geladen))

    @cached_property
    def laatste_jaar(self) -> int | None:
        """That of the newest result."""
        resultaten = Vermelding.objects.geldend().filter(soort=Vermelding.Soort.REALISATIE, waarde__isnull=False)
        jaar: int | None = resultaten.aggregate(jaar=Max("jaar"))["jaar"]
        return jaar

    @property
    def aantal_cijfers(self) -> int:
        return Vermelding.objects.geldend().filter(waarde__isnull=False).count()

    @property
    def aantal_bedragen(self) -> int:
        return Bedrag.objects.gedrukt().count()
