"""The page of one indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Q, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dashboard.paginas.indicator.anderen import Anderen, naast_anderen
from dashboard.paginas.indicator.beeld import Beeld, alle_vermeldingen, maak_beelden
from dashboard.paginas.indicator.opgegeven import Opgegeven, opgegeven
from dashboard.paginas.indicator.teksten import EditieOverIndicator, Uitleg, edities_over_indicator, elders
from dashboard.paginas.merktekens import Merkteken, merktekens_van
from dashboard.paginas.programmakeuze import Programmakeuze, keuze_voor
from dashboard.weergave.tabellen import Paginatabel
from indicators.bronverschil import Bronverschil, verschillen
from indicators.gemeente import gemeente_nu
from indicators.models import (
    Bewoording,
    Duiding,
    Duidingsoort,
    Indicator,
    Nagelezen,
    Opvolging,
    Programma,
    Publicatie,
    Tekst,
    Vermelding,
)
from indicators.models.aanhalingen import met_plaats


@dataclass(frozen=True)
class Indicatorpagina:
    """One indicator: chart, table, and beside each other what each edition says of it."""

    indicator: Indicator
    gevraagd: Sequence[str] = ()
    """the gemeenten that were chosen to stand beside it"""

    @cached_property
    def edities(self) -> list[Publicatie]:
        """Those on the site that tell of its programma."""
        edities = Publicatie.objects.geladen().edities()
        return list(edities.over(self._programma) if self._programma else edities)

    @cached_property
    def beeld(self) -> Beeld:
        [beeld] = maak_beelden([self.indicator], *alle_vermeldingen(Vermelding.objects.voor(self.indicator)))
        prefetch_related_objects(beeld.breuken, met_plaats("aanhaling"))
        return replace(beeld, gelezen=self._duidingen)

    @cached_property
    def laatste(self) -> Vermelding | None:
        """The last result."""
        return self.beeld.laatste

    @cached_property
    def anderen(self) -> Anderen | None:
        """The country and other gemeenten beside it."""
        beeld = self.beeld
        return naast_anderen(self.indicator, beeld.gekozen, beeld.breuken, gemeente_nu().naam, self.gevraagd)

    @property
    def laatste_is_gekozen(self) -> bool:
        """Whether sources differ about the last result, and a person chose between them."""
        return bool(getattr(self.laatste, "met_keuze", False) and self.bronverschillen)

    @property
    def zonder_doel(self) -> Bewoording | None:
        """What the newest document that has it calls it, if that sets no goal for it."""
        bewoording = self.beeld.nieuwste_bewoording
        is_kengetal = bewoording and bewoording.soort_begroting == Bewoording.SoortBegroting.KENGETAL
        return bewoording if is_kengetal else None

    @property
    def merken(self) -> list[Merkteken]:
        return merktekens_van(self._duidingen, self._keuze.adres("aansluiting") if self._keuze else "")

    @property
    def verkennen(self) -> str:
        """Where it can be laid beside other figures of its programma; empty where that is not on the site."""
        if self._keuze is None:
            return ""
        adres = self._keuze.adres("verkennen")
        return f"{adres}{'&' if '?' in adres else '?'}indicator={self.indicator.slug}"

    @property
    def opvolgers(self) -> list[Opvolging]:
        """What took its place."""
        return [opvolging for opvolging in self._opvolgingen if opvolging.van_indicator == self.indicator]

    @property
    def voorgangers(self) -> list[Opvolging]:
        """What it took the place of."""
        return [opvolging for opvolging in self._opvolgingen if opvolging.naar_indicator == self.indicator]

    @cached_property
    def bronverschillen(self) -> list[Bronverschil]:
        """The figures that sources still tell differently."""
        nagelezen = self._nagelezen.get(Nagelezen.Vraag.UITLEG, set())
        gevonden = verschillen(self.beeld.gekozen, self.beeld.vermeldingen, nagelezen)
        return [verschil for verschil in gevonden if verschil.cijfers > 1]

    @cached_property
    def erbij(self) -> list[Indicator]:
        """The figures that belong with it."""
        return list(self.indicator.erbij.all())

    @cached_property
    def opgegeven(self) -> list[Opgegeven]:
        return opgegeven(self.indicator)

    @cached_property
    def verschuiving(self) -> Paginatabel | None:
        """How the goal moved from document to document."""
        return self.beeld.matrix

    @property
    def is_van_begroting(self) -> bool:
        """Whether it is an indicator of the begroting, and no figure that only belongs with one."""
        return self.indicator.aard == Indicator.Aard.INDICATOR

    @cached_property
    def naast_elkaar(self) -> list[EditieOverIndicator]:
        """What each edition writes, the oldest first."""
        bewoordingen = Bewoording.objects.filter(definitie__indicator=self.indicator).select_related("definitie")
        teksten = Tekst.objects.geldend().filter(definitie__indicator=self.indicator).met_bron()
        return edities_over_indicator(
            self._duidingen,
            self._nagelezen,
            self.edities,
            bewoordingen,
            teksten,
            self.beeld.vermeldingen,
            self.beeld.breuken,
        )

    @cached_property
    def banden(self) -> list[Uitleg]:
        """What a score between two values means."""
        return _samen(editie.banden for editie in self.naast_elkaar)

    @cached_property
    def referenties(self) -> list[Uitleg]:
        """The figures of others, of any document."""
        return self._uitleg(Duidingsoort.REFERENTIE)

    @cached_property
    def eigen_cijfers(self) -> list[Uitleg]:
        """The figures of the municipality that only stand in a text, of any document."""
        return self._uitleg(Duidingsoort.EIGEN_CIJFER)

    @cached_property
    def gelezen(self) -> list[Publicatie]:
        """The editions that have it, and that a person read for what helps to understand it."""
        return [ander.editie for ander in self.naast_elkaar if ander.bewoordingen and ander.is_gelezen]

    @cached_property
    def elders(self) -> Duiding | None:
        """Where to see other municipalities, if a document prints that."""
        doelstelling = self.indicator.doelstelling
        return elders(doelstelling) if doelstelling else None

    @property
    def _programma(self) -> Programma | None:
        """A figure to compare with may be of none."""
        return self.indicator.doelstelling.programma if self.indicator.doelstelling else None

    @cached_property
    def _keuze(self) -> Programmakeuze | None:
        return keuze_voor(self._programma)

    def _uitleg(self, soort: Duidingsoort) -> list[Uitleg]:
        """What was read of this kind, the oldest document first."""
        gelezen = [ding for ding in self._duidingen if ding.soort == soort]
        return [
            Uitleg(ding) for ding in sorted(gelezen, key=lambda ding: ding.publicatie.jaar if ding.publicatie else 0)
        ]

    @cached_property
    def documenten(self) -> list[Publicatie]:
        """The documents that print its figures; none where the municipality handed them all in."""
        publicaties = {vermelding.bewoording.publicatie for vermelding in self.beeld.vermeldingen}
        gedrukt = [publicatie for publicatie in publicaties if publicatie.soort != Publicatie.Soort.OPGAVE]
        return sorted(gedrukt, key=lambda publicatie: publicatie.jaar)

    @cached_property
    def _nagelezen(self) -> dict[str, set[int]]:
        """What the editions were read for."""
        return Nagelezen.objects.per_vraag(self._programma)

    @cached_property
    def _duidingen(self) -> list[Duiding]:
        """What people read about it."""
        return list(Duiding.objects.geldend().over(self.indicator).met_bronnen())

    @cached_property
    def _opvolgingen(self) -> list[Opvolging]:
        van_of_naar = Q(van_indicator=self.indicator) | Q(naar_indicator=self.indicator)
        met_namen = Opvolging.objects.select_related("van_indicator", "naar_indicator", "publicatie")
        return list(met_namen.filter(van_of_naar))


def _samen(per_editie: Iterable[list[Uitleg]]) -> list[Uitleg]:
    return [uitleg for van_editie in per_editie for uitleg in van_editie]


def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """One indicator."""
    ding = get_object_or_404(Indicator.objects.select_related("doelstelling__programma", "hoort_bij"), slug=slug)
    pagina = Indicatorpagina(ding, request.GET.getlist("naast"))
    return render(request, "dashboard/paginas/indicator/indicator.html", {"pagina": pagina})
