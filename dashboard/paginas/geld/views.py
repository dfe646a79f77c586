"""The page on what it costs."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.geldlijn import geldlijn
from dashboard.grafieken.waterval import Waterval
from dashboard.paginas.aansluiting.optellingen import onbekende_uitkomst
from dashboard.paginas.geld.batendekking import baten_dekken
from dashboard.paginas.geld.bedragen import (
    TweeEdities,
    per_editie,
    programma_in_het_kort,
    tabel_per_jaar,
    telt_niet_op,
    waterval,
)
from dashboard.paginas.geld.dekking import bezuinigingen, nieuw_beleid
from dashboard.paginas.geld.eigenkosten import EigenKosten, eigen_kosten
from dashboard.paginas.geld.geldoordelen import Geldoordelen, geldoordelen_van
from dashboard.paginas.geld.jaarverloop import Jaarverloop, verloop_van
from dashboard.paginas.geld.naastelkaar import tabel_rekening, tabel_van_jaar
from dashboard.paginas.geld.omgerekend import Omrekening, omrekening
from dashboard.paginas.geld.reikwijdte import Lijst, Reikwijdte, reikwijdte_van
from dashboard.paginas.geld.waarvoor import UitgelegdVerschil, Waarvoor, toelichtingen, verschillen_met_uitleg
from dashboard.paginas.geld.zonder_programma import geld_zonder_programma, met_losse_bedragen
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma, nagelezen_van
from dashboard.weergave.edities import PerEditie, wil_alle
from dashboard.weergave.opmaak import IN_DUIZENDEN, opsomming
from dashboard.weergave.tabellen import Paginatabel
from indicators.geld.geldreeksen import geldreeksen
from indicators.geld.netto import Geldregel, geldregels
from indicators.gemeente import gemeente_nu
from indicators.models import Bedrag, Geldtabel, Nagelezen, Postrol, Programma, Publicatie, Tekst


@dataclass(frozen=True)
class Geldpagina:
    """What a year costs, where that differs between the editions, who pays, and every printed table."""

    keuze: Programmakeuze
    reikwijdte: Reikwijdte
    bedragen: Sequence[Bedrag]
    jaar: int
    alle: bool
    """Whether it shows every edition, and not the newest."""
    verloop: Jaarverloop | None
    """How one year went, with what jaarstukken and a tussenbericht say of it."""

    @property
    def programma(self) -> Programma:
        return self.keuze.programma

    @property
    def jaren(self) -> Sequence[int]:
        """The years that can be chosen because more than one edition budgets for them."""
        return self.reikwijdte.jaren

    @cached_property
    def kosten(self) -> list[TweeEdities]:
        """What the programma costs in the year, after reserves first."""
        return programma_in_het_kort(self._van_jaar)

    @cached_property
    def in_het_kort(self) -> TweeEdities | None:
        return next(iter(self.kosten), None)

    @cached_property
    def waterval(self) -> Waterval | None:
        return waterval(self._van_jaar)

    @cached_property
    def vergelijking(self) -> Paginatabel | None:
        """None where no edition on the site has a row of the year, as of a begroting whose money was not read."""
        return tabel_van_jaar("vergelijking", self._van_jaar)

    @cached_property
    def telt_niet_op(self) -> list[str]:
        onbekend = onbekende_uitkomst(self.bedragen, self.jaar)
        return telt_niet_op(self._van_jaar, self._gelezen_voor(Nagelezen.Vraag.UITLEG), onbekend)

    @cached_property
    def geldoordelen(self) -> Geldoordelen | None:
        """What the doelstellingen cost against their begroting na wijziging."""
        return geldoordelen_van(self.programma)

    @property
    def rekeningjaar(self) -> int | None:
        """The last year of which there is a rekening, and what was expected."""
        return self.reikwijdte.rekeningjaar

    @property
    def met_na_wijziging(self) -> bool:
        """Whether the begroting of that year after its last change is on the site."""
        if self.rekeningjaar is None:
            return False
        gewijzigd = Bedrag.objects.gedrukt().in_programma(self.programma).na_laatste_wijziging()
        return gewijzigd.filter(jaar=self.rekeningjaar).exists()

    @cached_property
    def rekening(self) -> Paginatabel | None:
        return tabel_rekening("rekening", self.bedragen, self.rekeningjaar) if self.rekeningjaar else None

    @cached_property
    def rekening_naast_onbekend(self) -> list[Bedrag]:
        """What was expected of that year, of which the document does not say whether it is before or after reserves."""
        van_jaar = (b for b in self._van_programma if b.jaar == self.rekeningjaar)
        return [b for b in van_jaar if b.benaming.post.rol == Postrol.SALDO and b.soort == Bedrag.Soort.BEGROTING]

    @cached_property
    def eigen_kosten(self) -> list[EigenKosten]:
        """What the city pays itself for each post, by doelstelling."""
        return eigen_kosten(self._van_jaar, self._toelichtingen)

    @cached_property
    def nieuw_beleid(self) -> PerEditie:
        nagelezen = self._gelezen_voor(Nagelezen.Vraag.DEKKING)
        maatregelen = self._getoond(Lijst.BELEID, Geldtabel.NIEUW_BELEID, Geldtabel.BEZUINIGINGEN)
        return self._per_editie(Lijst.BELEID, nieuw_beleid(maatregelen, self.programma, nagelezen, self._waarvoor))

    @cached_property
    def bezuinigingen(self) -> PerEditie:
        maatregelen = self._getoond(Lijst.BEZUINIGING, Geldtabel.BEZUINIGINGEN)
        return self._per_editie(Lijst.BEZUINIGING, bezuinigingen(maatregelen, self._waarvoor))

    @cached_property
    def uitleg(self) -> list[UitgelegdVerschil]:
        """What the newest edition writes with the money of each doelstelling, the largest difference first."""
        return verschillen_met_uitleg(self._van_jaar, self._toelichtingen, self._gelezen_voor(Nagelezen.Vraag.UITLEG))

    @cached_property
    def baten_dekken(self) -> list[str]:
        """Which part of the lasten the baten pay, in the year that is shown and in that of the rekening."""
        jaren = dict.fromkeys(filter(None, (self.jaar, self.rekeningjaar)))
        return [zin for jaar in jaren if (zin := baten_dekken(self._van_programma, jaar))]

    @cached_property
    def geldlijn(self) -> Grafiek | None:
        """What the programma cost over all years, as a chart."""
        return geldlijn(f"Netto kosten van {self.programma.genoemd} per jaar", self._van_programma)

    @cached_property
    def per_jaar(self) -> Paginatabel | None:
        """The same as a table."""
        punten = [punt for reeks in geldreeksen(self._van_programma) for punt in reeks.punten]
        titel = f"Saldo van {self.programma.genoemd} per jaar, {IN_DUIZENDEN}"
        return tabel_per_jaar("saldi-per-jaar", titel, punten) if punten else None

    @cached_property
    def omrekening(self) -> Omrekening:
        """The same per inhabitant and in the prices of one year."""
        return omrekening(self.programma, self._van_programma, gemeente_nu().naam)

    @property
    def over_reserves(self) -> str:
        """Which editions do not say whether their saldo is before or after reserves, and what follows from that."""
        onbekend = {b.benaming.publicatie for b in self._van_programma if b.benaming.post.rol == Postrol.SALDO}
        if not onbekend:
            return ""
        op_volgorde = sorted(onbekend, key=lambda publicatie: publicatie.op_volgorde)
        zegt = "zegt" if len(onbekend) == 1 else "zeggen"
        zin = f"{opsomming(op_volgorde)} {zegt} niet of het saldo voor of na reserves is."
        bekend = any(b.benaming.post.rol == Postrol.NA_RESERVES for b in self._van_programma)
        anders = "De andere bedragen hieronder zijn na reserves. Is het voor reserves, vergelijk het daar dan niet mee."
        return f"{zin} {anders}" if bekend else zin

    @cached_property
    def programmatabellen(self) -> PerEditie:
        bedragen = self._getoond(Lijst.PROGRAMMA, Geldtabel.PROGRAMMA)
        tabellen = per_editie(Geldtabel.PROGRAMMA, "Lasten, baten en reserves", bedragen)
        return self._per_editie(Lijst.PROGRAMMA, tabellen)

    @cached_property
    def per_doelstelling(self) -> PerEditie:
        """All years of each edition; its posts are on the page of a doelstelling."""
        bedragen = self._getoond(Lijst.DOELSTELLING, Geldtabel.DOELSTELLING)
        tabellen = per_editie(Geldtabel.DOELSTELLING, "Netto kosten per doelstelling", bedragen)
        return self._per_editie(Lijst.DOELSTELLING, tabellen)

    @cached_property
    def per_onderdeel(self) -> PerEditie:
        """All years of each edition for the products of the programma itself."""
        bedragen = self._getoond(Lijst.ONDERDEEL, Geldtabel.UITSPLITSING)
        eigen = [bedrag for bedrag in bedragen if bedrag.benaming.post.doelstelling_id is None]
        tabellen = per_editie(Geldtabel.UITSPLITSING, "Netto kosten per onderdeel", eigen)
        return self._per_editie(Lijst.ONDERDEEL, tabellen)

    @cached_property
    def _toelichtingen(self) -> list[Tekst]:
        """Of the editions that are shown, and of those that tell of the year."""
        van_jaar = {bedrag.benaming.publicatie_id for bedrag in self.bedragen if bedrag.jaar == self.jaar}
        return toelichtingen(van_jaar | self.reikwijdte.heel(alle=self.alle), self.programma)

    @cached_property
    def _waarvoor(self) -> Waarvoor:
        return Waarvoor(self._toelichtingen, self._gelezen_voor(Nagelezen.Vraag.UITLEG))

    @cached_property
    def met_losse_bedragen(self) -> list[Publicatie]:
        """The documents that have amounts of no programma too."""
        return met_losse_bedragen()

    @cached_property
    def _per_tabel(self) -> Mapping[str, list[Bedrag]]:
        gevonden: dict[str, list[Bedrag]] = defaultdict(list)
        for bedrag in self.bedragen:
            gevonden[bedrag.benaming.post.tabel].append(bedrag)
        return gevonden

    @property
    def _van_programma(self) -> list[Bedrag]:
        return self._per_tabel[Geldtabel.PROGRAMMA]

    def _gelezen_voor(self, vraag: Nagelezen.Vraag) -> set[int]:
        """The keys of the editions that a person read for this."""
        return nagelezen_van(self.programma).get(vraag, set())

    @cached_property
    def _van_jaar(self) -> list[Geldregel]:
        return geldregels(bedrag for bedrag in self.bedragen if bedrag.jaar == self.jaar)

    def _getoond(self, lijst: Lijst, *tabellen: str) -> list[Bedrag]:
        """The amounts in these tables of the editions of which the list is shown: only those are read whole."""
        edities = self.reikwijdte.getoond(lijst, alle=self.alle)
        alle = chain.from_iterable(self._per_tabel[tabel] for tabel in tabellen)
        return [bedrag for bedrag in alle if bedrag.benaming.publicatie in edities]

    def _per_editie(self, lijst: Lijst, getoond: Sequence[object]) -> PerEditie:
        return PerEditie(getoond, self.reikwijdte.weggelaten(lijst, alle=self.alle))


def geld(request: HttpRequest) -> HttpResponse:
    """What a year costs; without a choice that of the newest edition."""
    keuze = kies_programma(request)
    if keuze is None:
        return geld_zonder_programma(request)
    reikwijdte, alle, nieuwste = reikwijdte_van(keuze.programma), wil_alle(request), keuze.nieuwste.jaar
    jaar = _gekozen_jaar({*reikwijdte.jaren, nieuwste}, request.GET.get("jaar"), nieuwste)
    vergelijkbaar = Bedrag.objects.geldend().vergelijkbaar().in_programma(keuze.programma)
    bedragen = list(vergelijkbaar.filter(reikwijdte.gelezen(jaar, alle=alle)).met_bron())
    verloop = verloop_van(keuze.programma, request.GET.get("verloop"))
    pagina = Geldpagina(keuze, reikwijdte, bedragen, jaar, alle, verloop)
    return render(request, "dashboard/paginas/geld/geld.html", {"pagina": pagina})


def _gekozen_jaar(jaren: Collection[int], gevraagd: str | None, anders: int) -> int:
    if gevraagd is None:
        return anders
    for jaar in jaren:
        if str(jaar) == gevraagd:
            return jaar
    raise Http404(f"Over {gevraagd} staat hier geen begroting")
