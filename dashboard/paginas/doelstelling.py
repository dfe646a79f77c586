"""What each edition writes about a doelstelling, the editions beside each other, and the moties about it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.geldlijn import geldlijn
from dashboard.grafieken.uit_de_tekst import IN_EEN_GRAFIEK
from dashboard.paginas.brief import brief, is_brief
from dashboard.paginas.geld.bedragen import TweeEdities, per_editie, tabel_per_jaar
from dashboard.paginas.geld.geldoordelen import Geldoordelen, maak_geldoordelen
from dashboard.paginas.indicator.beeld import Beeld, alle_vermeldingen, maak_beelden
from dashboard.paginas.merktekens import OPVALLEND, Merkteken, merktekens_geld, per_indicator
from dashboard.paginas.programmakeuze import adres_voor, edities_van, nagelezen_van
from dashboard.paginas.raad import GetoondRaadspunt, Raadpagina, gelezen_voor_de_raad, op_volgorde
from dashboard.paginas.speerpunten import Speerpunt, Speerpuntlezer, gelezen_speerpunten
from dashboard.weergave.edities import PerEditie, nieuwste_of_alle, wil_alle
from dashboard.weergave.opmaak import IN_DUIZENDEN
from dashboard.weergave.tabellen import Paginatabel
from indicators.database.versie import per_versie
from indicators.geld.netto import geldregels
from indicators.models import (
    Bedrag,
    Doelstelling,
    DoelstellingBenaming,
    Duiding,
    Duidingsoort,
    Geldtabel,
    Nagelezen,
    Publicatie,
    Tekst,
    Vermelding,
)


@dataclass(frozen=True)
class EditieOverDoelstelling:
    """What one edition calls a doelstelling and writes about it."""

    editie: Publicatie
    namen: list[str]
    teksten: list[Tekst]
    speerpunten_programma: dict[str, list[Speerpunt]]
    """By the heading of the programma above them, without those that are told of the doelstelling itself."""
    uitleg_is_gelezen: bool
    """Whether a person read it for where it explains nothing: only then is that said."""

    lezer: Speerpuntlezer

    @property
    def speerpunten(self) -> dict[str, list[Speerpunt]]:
        """By the heading above them."""
        per_kop: dict[str, list[Speerpunt]] = {}
        for tekst in self.teksten:
            if tekst.soort == Tekst.Soort.SPEERPUNT:
                per_kop.setdefault(tekst.kop, []).append(self.lezer.lees(tekst))
        return per_kop

    @property
    def aantal_speerpunten(self) -> int:
        return sum(map(len, self.speerpunten.values()))

    @property
    def aantal_speerpunten_programma(self) -> int:
        return sum(map(len, self.speerpunten_programma.values()))

    @property
    def vervolg_ongelezen_in(self) -> Publicatie | None:
        return self.lezer.ongelezen_na(self.editie)

    @property
    def over_het_geld(self) -> list[Tekst]:
        return [tekst for tekst in self.teksten if tekst.tabel]

    @property
    def overig(self) -> list[Tekst]:
        """What is written about the doelstelling itself."""
        return [tekst for tekst in self.teksten if tekst.soort != Tekst.Soort.SPEERPUNT and not tekst.tabel]

    @property
    def samengevat(self) -> bool:
        return any(tekst.samengevat for tekst in self.teksten)


def edities_over_doelstelling(
    doel: Doelstelling,
    edities: Iterable[Publicatie],
    benamingen: Iterable[DoelstellingBenaming],
    bedragen: Sequence[Bedrag],
    teksten: Iterable[Tekst],
    nagelezen: Container[int],
    lezer: Speerpuntlezer,
) -> list[EditieOverDoelstelling]:
    """A column for each of these editions, the oldest first, with its names in the text and in the table of money.

    `nagelezen` has the keys of those that were read for what they do not explain.
    """
    in_tekst = {benaming.publicatie_id: benaming.naam for benaming in benamingen}
    in_geld = {
        b.benaming.publicatie_id: b.benaming.naam for b in bedragen if b.benaming.post.tabel == Geldtabel.DOELSTELLING
    }
    van_edities: dict[int, list[Tekst]] = defaultdict(list)
    for tekst in teksten:
        van_edities[tekst.lezing.publicatie_id].append(tekst)
    gevonden = []
    for editie in edities:
        van_editie = van_edities[editie.pk]
        namen = dict.fromkeys(filter(None, [in_tekst.get(editie.pk), in_geld.get(editie.pk)]))
        van_programma: dict[str, list[Speerpunt]] = {}
        for tekst in van_editie:
            if _van_programma(tekst) and not _noemt(tekst, namen):
                van_programma.setdefault(tekst.kop, []).append(lezer.lees(tekst))
        gevonden.append(
            EditieOverDoelstelling(
                editie=editie,
                namen=list(namen),
                teksten=[t for t in van_editie if t.doelstelling_id == doel.pk or _noemt(t, namen)],
                speerpunten_programma=van_programma,
                uitleg_is_gelezen=editie.pk in nagelezen,
                lezer=lezer,
            )
        )
    return gevonden


def _noemt(tekst: Tekst, namen: Iterable[str]) -> bool:
    """A speerpunt of the programma that stands under the very name of a doelstelling is of that doelstelling."""
    return _van_programma(tekst) and any(naam.casefold() in tekst.kop.casefold() for naam in namen)


def _van_programma(tekst: Tekst) -> bool:
    return tekst.soort == Tekst.Soort.SPEERPUNT and tekst.doelstelling_id is None


@dataclass(frozen=True)
class Doelstellingpagina:
    """One doelstelling: its indicators, its money, and what each edition writes about it."""

    doelstelling: Doelstelling
    vandaag: date
    geldjaren: range | None = None
    """of which years the money is told, if not of all"""
    alle: bool = False
    """Whether it shows what every edition writes, and not the newest."""

    @cached_property
    def beelden(self) -> list[tuple[Beeld, list[Merkteken]]]:
        """Its indicators, each with its marks."""
        beelden = maak_beelden(
            self.doelstelling.indicatoren.met_begroting(),
            *alle_vermeldingen(Vermelding.objects.onder(self.doelstelling)),
        )
        return [
            (
                replace(beeld, gelezen=[ding for ding in self._gelezen if ding.indicator_id == beeld.indicator.pk]),
                self._merken.get(beeld.indicator.pk, []),
            )
            for beeld in beelden
        ]

    @cached_property
    def jaren(self) -> list[int]:
        """The years that are over, and of which its indicators have a figure: of each there is a hoofdstuk."""
        cijfers = (vermelding for beeld, _ in self.beelden for vermelding in beeld.vermeldingen)
        return sorted({v.jaar for v in cijfers if v.waarde is not None and v.jaar < self.vandaag.year})

    @cached_property
    def geld(self) -> Paginatabel | None:
        """Its net cost per year, if any edition prints it."""
        titel = f"Netto kosten van {self.doelstelling.kort} per jaar, {IN_DUIZENDEN}"
        return tabel_per_jaar("geld", titel, self.eigen_bedragen) if self.eigen_bedragen else None

    @cached_property
    def geldlijn(self) -> Grafiek | None:
        """Its net cost over all years, as a chart."""
        return geldlijn(f"Netto kosten van {self.doelstelling.kort} per jaar", self.eigen_bedragen)

    @cached_property
    def kosten(self) -> TweeEdities | None:
        """What it costs in the year of the newest edition."""
        return self.kosten_in(self.edities[-1].jaar)

    def kosten_in(self, jaar: int) -> TweeEdities | None:
        """What it costs in a year, as the editions expect."""
        return next((TweeEdities(regel) for regel in geldregels(self.eigen_bedragen) if regel.jaar == jaar), None)

    @cached_property
    def geldoordelen(self) -> Geldoordelen | None:
        """Its rekening and those of its products against the begroting na wijziging, of the years that have both."""
        producten = Bedrag.objects.gedrukt().van_producten(self.doelstelling).voor_oordeel().met_bron()
        return maak_geldoordelen([*self.alle_bedragen, *producten])

    @property
    def merken_geld(self) -> list[Merkteken]:
        return [*merktekens_geld(self.bedragen, self._klopt_het), *self._merken.get(None, [])]

    @cached_property
    def uitsplitsing(self) -> list[tuple[Publicatie, Paginatabel]]:
        return per_editie(Geldtabel.UITSPLITSING, "Uitsplitsing van de kosten", self.bedragen)

    @cached_property
    def naast_elkaar(self) -> PerEditie:
        """What each edition that is shown writes, the oldest first."""
        benamingen = self.doelstelling.benamingen.all()
        per_vraag = nagelezen_van(self.doelstelling.programma)
        lezer = Speerpuntlezer(
            gelezen_speerpunten(), self.edities[-1], per_vraag.get(Nagelezen.Vraag.SPEERPUNTEN, set())
        )
        nagelezen = per_vraag.get(Nagelezen.Vraag.UITLEG, set())
        getoond, weg = nieuwste_of_alle(self.edities, alle=self.alle)
        teksten = Tekst.objects.geldend().rond(self.doelstelling).filter(lezing__publicatie__in=getoond).met_bron()
        over = edities_over_doelstelling(
            self.doelstelling, getoond, benamingen, self.bedragen, teksten, nagelezen, lezer
        )
        return PerEditie(over, weg)

    @cached_property
    def moties(self) -> list[GetoondRaadspunt]:
        """The moties about this doelstelling, with what the documents say of them."""
        alle = Raadpagina(op_volgorde(), self.vandaag).moties
        return [motie for motie in alle if motie.punt.genoemd in self._moties]

    @cached_property
    def _merken(self) -> dict[int | None, list[Merkteken]]:
        """Of its indicators, and of its money."""
        return per_indicator(self._gelezen, self._klopt_het)

    @property
    def _gelezen(self) -> Sequence[Duiding]:
        return _gelezen_van(self.doelstelling)

    @cached_property
    def _moties(self) -> list[Duiding]:
        """Those of which a person said that they are about this doelstelling."""
        over_doel = Duiding.doelstellingen.through.objects.filter(doelstelling=self.doelstelling)
        hier = set(over_doel.values_list("duiding", flat=True))
        return [
            ding
            for ding in gelezen_voor_de_raad()
            if ding.soort == Duidingsoort.MOTIE
            and (ding.indicator.doelstelling_id == self.doelstelling.pk if ding.indicator else ding.pk in hier)
        ]

    @cached_property
    def _klopt_het(self) -> str:
        return adres_voor(self.doelstelling.programma, "aansluiting")

    @cached_property
    def edities(self) -> Sequence[Publicatie]:
        """Those on the site that tell of its programma."""
        return edities_van(self.doelstelling.programma)

    @cached_property
    def alle_bedragen(self) -> list[Bedrag]:
        """With what was taken over from a document that is not here."""
        return list(Bedrag.objects.geldend().onder(self.doelstelling).met_bron())

    @cached_property
    def bedragen(self) -> list[Bedrag]:
        """Of the years that are asked; without what was taken over, which no document here prints."""
        return [
            bedrag
            for bedrag in self.alle_bedragen
            if bedrag.is_vergelijkbaar and (self.geldjaren is None or bedrag.jaar in self.geldjaren)
        ]

    @cached_property
    def eigen_bedragen(self) -> list[Bedrag]:
        """Without those of its uitsplitsing."""
        return [bedrag for bedrag in self.bedragen if bedrag.benaming.post.tabel == Geldtabel.DOELSTELLING]


@per_versie
def _gelezen_van(doelstelling: Doelstelling) -> Sequence[Duiding]:
    """What people read of it that has a mark or may be in a chart."""
    over_doel = Duiding.doelstellingen.through.objects.filter(duiding=OuterRef("pk"), doelstelling=doelstelling)
    hier = Q(indicator__doelstelling=doelstelling) | Q(Exists(over_doel), indicator=None)
    return list(Duiding.objects.geldend().van_soort(*OPVALLEND, *IN_EEN_GRAFIEK).filter(hier).met_bronnen())


def doelstelling(request: HttpRequest, code: str) -> HttpResponse:
    """One doelstelling: a chart and table per indicator, its money, and its texts per edition beside each other."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    if is_brief(request):
        return brief(request, doel.programma, doel)
    pagina = Doelstellingpagina(doel, timezone.localdate(), alle=wil_alle(request))
    return render(request, "dashboard/paginas/doelstelling/doelstelling.html", {"pagina": pagina})
