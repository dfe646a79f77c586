"""The explorer: figures that a reader chooses, those of one unit on the same axes; the address holds the choice."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from dashboard.grafieken.bestand import Grafiek, grafiek_van
from dashboard.grafieken.geldlijn import EENHEID
from dashboard.grafieken.model import Trend
from dashboard.paginas.indicator.beeld import alle_vermeldingen, maak_beelden
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.paginas.programmakeuze import kies_programma
from dashboard.paginas.verkennen.keuze import HOOGSTENS, Kijkkeuze
from dashboard.paginas.verkennen.onderdeel import Onderdeel
from dashboard.weergave.opmaak import IN_DUIZENDEN
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom
from indicators.models import Publicatie, Vermelding


@dataclass(frozen=True)
class Eenheidvak:
    """What has one unit: its charts on the same axes, and its table."""

    nummer: int
    eenheid: str
    delen: Sequence[tuple[Onderdeel, Trend]]
    """each with the line that is drawn of it"""
    edities: Sequence[Publicatie]

    @property
    def grafieken(self) -> list[tuple[str, Grafiek, list[str]]]:
        """Each with the address of its own page, and what is said of what is not in it."""
        trends = [trend for _, trend in self.delen]
        return [
            (
                deel.adres,
                grafiek_van(trend, id_=deel.id, naam=deel.naam, bron=deel.bron, naast=trends),
                deel.niet_van(self.edities),
            )
            for deel, trend in self.delen
        ]

    @property
    def tabel(self) -> Paginatabel:
        """What came of each and what each edition expected as rows, years as columns."""
        rijen = [rij for deel, _ in self.delen for rij in deel.rijen]
        jaren = sorted({jaar for rij in rijen for jaar in rij.inhoud})
        wat = f"kosten, {IN_DUIZENDEN}" if self.eenheid == EENHEID else f"cijfers ({self.eenheid})"
        kolommen = [Tabelkolom(jaar, jaar) for jaar in jaren]
        return Paginatabel(f"gekozen-{self.nummer}", f"Gekozen {wat}", "Wat", kolommen, rijen)


@dataclass(frozen=True)
class Verkenning:
    """What was chosen, and what can be."""

    keuze: Kijkkeuze
    hoogstens: int = HOOGSTENS

    @cached_property
    def bekende_jaren(self) -> list[int]:
        """Those of which any chosen figure has something to draw."""
        return sorted({jaar for _, trend in self._heel if trend for jaar in trend.jaren})

    @property
    def jaren(self) -> range:
        return self.keuze.jaren(self.bekende_jaren)

    @property
    def eerste_jaar(self) -> int:
        return self.jaren[0]

    @property
    def laatste_jaar(self) -> int:
        return self.jaren[-1]

    @property
    def te_kiezen_jaren(self) -> list[int]:
        return sorted({*self.bekende_jaren, self.eerste_jaar, self.laatste_jaar})

    @cached_property
    def vakken(self) -> list[Eenheidvak]:
        per_eenheid: dict[str, list[tuple[Onderdeel, Trend]]] = defaultdict(list)
        for deel, trend in self._getoond:
            if trend:
                per_eenheid[trend.eenheid].append((deel, trend))
        edities = self.keuze.edities
        return [Eenheidvak(nummer, *vak, edities) for nummer, vak in enumerate(per_eenheid.items(), start=1)]

    @property
    def niet_getekend(self) -> list[Onderdeel]:
        """Those of which nothing can be drawn in these years and editions."""
        return [deel for deel, trend in self._getoond if trend is None]

    @cached_property
    def _getoond(self) -> list[tuple[Onderdeel, Trend | None]]:
        zonder, jaren = self.keuze.zonder, self.jaren
        slugs = {editie.slug for editie in zonder}
        return [
            (deel.beperkt_tot(jaren, zonder), trend.beperkt_tot(jaren, slugs) if trend else None)
            for deel, trend in self._heel
        ]

    @cached_property
    def _heel(self) -> list[tuple[Onderdeel, Trend | None]]:
        return [(deel, deel.trend) for deel in self._onderdelen]

    @property
    def _onderdelen(self) -> list[Onderdeel]:
        vermeldingen = Vermelding.objects.filter(bewoording__definitie__indicator__in=self.keuze.indicatoren)
        beelden = maak_beelden(self.keuze.indicatoren, *alle_vermeldingen(vermeldingen))
        indicatoren = [
            Onderdeel(beeld.indicator.slug, beeld.indicator.naam, beeld.indicator.get_absolute_url(), beeld)
            for beeld in beelden
        ]
        geld = [
            Onderdeel(slugify(rij.sleutel.replace("/", "-")), rij.naam, rij.adres or self.keuze.van.adres("geld"), rij)
            for rij in self.keuze.geld
        ]
        return [*indicatoren, *geld]


def verkennen(request: HttpRequest) -> HttpResponse:
    """What the address chooses; without a choice the form."""
    keuze = kies_programma(request)
    if keuze is None:
        return nog_leeg(request)
    pagina = Verkenning(Kijkkeuze(keuze, request.GET))
    return render(request, "dashboard/paginas/verkennen/verkennen.html", {"pagina": pagina})
