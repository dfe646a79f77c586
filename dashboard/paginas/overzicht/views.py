"""The page that the site begins with: the four questions, and a card for each doelstelling."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.paginas.aansluiting.natelling import na_te_rekenen, natelling_van
from dashboard.paginas.doelen import Doel, doelen_van
from dashboard.paginas.geld.bedragen import (
    TweeEdities,
    kosten_per_doelstelling,
)
from dashboard.paginas.geld.geldoordelen import geldoordelen_van
from dashboard.paginas.indicator.beeld import Beeld, beelden_van, gekozen_van
from dashboard.paginas.merktekens import gelezen_opvallend, per_indicator
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.paginas.overzicht.hoofdvragen import Hoofdvraag, doelen_gehaald, klopt_het, veranderd, wat_kost_het
from dashboard.paginas.overzicht.regels import Indicatorregel
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma, programmas_op_de_site
from indicators.database.versie import per_versie
from indicators.geld.netto import Geldregel, geldregels
from indicators.models import (
    Breuk,
    Doelstelling,
    Duiding,
    Geldtabel,
    Nagelezen,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.models.duiding import TEGENSPRAKEN
from indicators.oordelen import zwakker_dan_bereikt


@dataclass(frozen=True)
class Doelstellingkaart:
    """A doelstelling with what it costs in the year of the newest edition, and its indicators."""

    doelstelling: Doelstelling
    kosten: TweeEdities | None
    indicatoren: list[Indicatorregel]


@dataclass(frozen=True)
class Overzichtpagina:
    """The programma at a glance: the four questions, and a card for each doelstelling."""

    keuze: Programmakeuze

    @property
    def programma(self) -> Programma:
        return self.keuze.programma

    @property
    def edities(self) -> Sequence[Publicatie]:
        return self.keuze.edities

    @property
    def andere_begrotingen(self) -> list[Publicatie]:
        """Those that tell of no programma at all: they have only amounts."""
        return _zonder_programma()

    @property
    def hoofdvragen(self) -> list[Hoofdvraag]:
        """Those that the figures answer."""
        vragen = [
            doelen_gehaald(self._doelen),
            wat_kost_het(self._geldregels, self.keuze.nieuwste, geldoordelen_van(self.programma)),
            veranderd(self._gekozen, self._breuken, self.edities, self.programma),
            klopt_het(natelling_van(self.programma).totaal, self._tegenspraken, self._ongelezen),
        ]
        return [vraag for vraag in vragen if vraag]

    @property
    def laatste_jaar(self) -> int | None:
        """That of the newest result."""
        return max((beeld.laatste.jaar for beeld in self._beelden if beeld.laatste), default=None)

    @property
    def kaarten(self) -> list[Doelstellingkaart]:
        kosten = kosten_per_doelstelling(self._geldregels, self.keuze.nieuwste.jaar)
        per_doelstelling: dict[int | None, list[Indicatorregel]] = defaultdict(list)
        for regel in self._regels:
            per_doelstelling[regel.doel.beeld.indicator.doelstelling_id].append(regel)
        return [
            Doelstellingkaart(doelstelling, kosten.get(doelstelling.pk), per_doelstelling[doelstelling.pk])
            for doelstelling in self.programma.doelstellingen.all()
        ]

    @property
    def _regels(self) -> list[Indicatorregel]:
        """A row for each indicator."""
        nieuwste = self.keuze.nieuwste
        zwakker = {vondst.doel for vondst in zwakker_dan_bereikt(self._gekozen, nieuwste, self._breuken)}
        return [
            Indicatorregel(doel, nieuwste, any(genoemd in zwakker for genoemd in doel.beeld.gekozen))
            for doel in self._doelen
        ]

    @cached_property
    def _breuken(self) -> list[Breuk]:
        return [breuk for beeld in self._beelden for breuk in beeld.breuken]

    @property
    def _tegenspraken(self) -> int:
        """How many subjects there are of which figures seem to contradict each other."""
        return sum(ding.soort in TEGENSPRAKEN for ding in self._opvallend)

    @property
    def _ongelezen(self) -> list[Publicatie]:
        """The editions that nobody read for that."""
        return Nagelezen.objects.ongelezen(self.edities, Nagelezen.Vraag.TEGENSPRAAK, self.programma)

    @property
    def _opvallend(self) -> Sequence[Duiding]:
        return gelezen_opvallend(self.programma)

    @property
    def _gekozen(self) -> Sequence[Vermelding]:
        return gekozen_van(self.programma)

    @property
    def _beelden(self) -> Sequence[Beeld]:
        return beelden_van(self.programma)

    @cached_property
    def _doelen(self) -> list[Doel]:
        merken = per_indicator(self._opvallend, self.keuze.adres("aansluiting"))
        return doelen_van(self._beelden, self.edities, merken)

    @cached_property
    def _geldregels(self) -> list[Geldregel]:
        bedragen = na_te_rekenen(self.programma).vergelijkbaar().uit(Geldtabel.DOELSTELLING, Geldtabel.PROGRAMMA)
        return geldregels(bedragen.filter(jaar=self.keuze.nieuwste.jaar).met_bron())


@per_versie
def _zonder_programma() -> list[Publicatie]:
    van_een_programma = Publicatie.objects.edities().over(*programmas_op_de_site()).order_by().values("pk")
    return list(Publicatie.objects.geladen().edities().exclude(pk__in=van_een_programma))


def home(request: HttpRequest) -> HttpResponse:
    """The programma at a glance."""
    keuze = kies_programma(request)
    if keuze is None:
        return nog_leeg(request)
    return render(request, "dashboard/paginas/overzicht/overzicht.html", {"pagina": Overzichtpagina(keuze)})
