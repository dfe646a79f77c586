"""What still comes to the raad, and the moties: what the documents say, and whether the term has passed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import regel_adres
from indicators.models import Publicatie, Tekst
from indicators.tegenspraken import Plaats
from indicators.toezeggingen import Status, Toezegging, toezeggingen

NUMMER = re.compile(r"Motie (\d{4}-\d+[A-Z]?)\b")
ONBEKEND = "De documenten op deze site zeggen niet of het is gebeurd."
VOLGORDE = list(Status)


@dataclass(frozen=True)
class Raadspunt:
    """A toezegging or motie on the page: what it is, how it stands, and where that is printed."""

    toezegging: Toezegging
    publicatie: Publicatie
    vandaag: date
    later_in: Publicatie | None = None
    teksten: list[Tekst] = field(default_factory=list)

    @property
    def status(self) -> Status:
        return self.toezegging.status(self.vandaag)

    @property
    def voorbij(self) -> bool:
        return self.status is Status.VOORBIJ

    @property
    def badge(self) -> str:
        """A status that can change is told as the document's, of its date."""
        if self.voorbij:
            return str(self.status)
        return f"{self.status} volgens {self.publicatie}"

    @property
    def kop(self) -> str:
        """The title of the motie as printed; one that is only mentioned has its number."""
        return self.teksten[0].kop if self.teksten else f"Motie {self.toezegging.motie}"

    @property
    def uitleg(self) -> str:
        """What the status rests on, and what the site cannot know."""
        ding = self.toezegging
        if ding.uitleg:
            return ding.uitleg
        if self.voorbij:
            return f"De termijn ({ding.wanneer[:1].lower()}{ding.wanneer[1:]}) is voorbij. {ONBEKEND}"
        if ding.uiterlijk:
            return f"{self.publicatie} noemt als termijn: {ding.wanneer}. Die is nog niet voorbij."
        if ding.wanneer:
            return f"{self.publicatie} zegt “{ding.wanneer}” en noemt geen jaar. {ONBEKEND}"
        return f"{self.publicatie} noemt geen datum. {ONBEKEND}"

    @property
    def bron(self) -> SafeString:
        return _bron(self.toezegging.plaats, self.publicatie)

    @property
    def later(self) -> SafeString | str:
        if self.toezegging.later is None or self.later_in is None:
            return ""
        return format_html("{} {}", self.toezegging.later.zin, _bron(self.toezegging.later.plaats, self.later_in))


def _bron(plaats: Plaats, publicatie: Publicatie) -> SafeString:
    regels = f"regel {plaats.regel}" if plaats.tot == plaats.regel else f"regel {plaats.regel} tot en met {plaats.tot}"
    return format_html(
        '<a class="nl-link" href="{}">{}, {}</a>', regel_adres(publicatie, plaats.regel), publicatie, regels
    )


def raadspunten(geladen: Mapping[str, Publicatie], teksten: Iterable[Tekst], vandaag: date) -> list[Raadspunt]:
    """Those of the documents on the site, newest document first; a motie with its printed texts."""
    per_motie: dict[tuple[str, str], list[Tekst]] = {}
    for tekst in teksten:
        if nummer := NUMMER.match(tekst.kop):
            per_motie.setdefault((tekst.lezing.publicatie.naam, nummer[1]), []).append(tekst)
    gevonden = [
        Raadspunt(
            toezegging=ding,
            publicatie=geladen[ding.plaats.publicatie],
            vandaag=vandaag,
            later_in=geladen.get(ding.later.plaats.publicatie) if ding.later else None,
            teksten=per_motie.get((ding.plaats.publicatie, ding.motie), []),
        )
        for ding in toezeggingen()
        if ding.plaats.publicatie in geladen
    ]
    return sorted(gevonden, key=lambda punt: (VOLGORDE.index(punt.status), -punt.publicatie.jaar))


def tel_per_status(punten: Iterable[Raadspunt]) -> list[tuple[Status, int]]:
    aantallen = Counter(punt.status for punt in punten)
    return [(status, aantallen[status]) for status in Status if aantallen[status]]


@dataclass(frozen=True)
class Raadpagina:
    """What the documents say will come to the raad, and every motie with its stand van zaken."""

    geladen: Mapping[str, Publicatie]
    vandaag: date

    @property
    def gelezen(self) -> list[str]:
        """The documents that a person read for this."""
        return [naam for naam in self.geladen if naam in self._met_de_hand]

    @cached_property
    def niet_gelezen(self) -> list[str]:
        return [naam for naam in self.geladen if naam not in self._met_de_hand]

    @property
    def aangekondigd(self) -> list[Raadspunt]:
        return [punt for punt in self._punten if not punt.toezegging.motie]

    @cached_property
    def moties(self) -> list[Raadspunt]:
        return [punt for punt in self._punten if punt.toezegging.motie]

    @property
    def aantallen(self) -> list[tuple[Status, int]]:
        """How many moties stand how."""
        return tel_per_status(self.moties)

    @cached_property
    def aantal_open(self) -> int:
        """The moties that are not done yet."""
        return sum(punt.status in (Status.VOORBIJ, Status.LOOPT) for punt in self.moties)

    @property
    def zonder_oordeel(self) -> list[Tekst]:
        """The printed moties that nobody has read for this page yet."""
        bekend = {tekst.pk for punt in self.moties for tekst in punt.teksten}
        return [tekst for tekst in self._teksten if tekst.is_motie and tekst.pk not in bekend]

    @property
    def _met_de_hand(self) -> set[str]:
        return {ding.plaats.publicatie for ding in toezeggingen()}

    @cached_property
    def _teksten(self) -> list[Tekst]:
        soorten = [Tekst.Soort.MOTIE, Tekst.Soort.STAND_VAN_ZAKEN]
        return list(Tekst.objects.geldend().filter(soort__in=soorten).met_bron())

    @cached_property
    def _punten(self) -> list[Raadspunt]:
        return raadspunten(self.geladen, self._teksten, self.vandaag)


def raad(request: HttpRequest) -> HttpResponse:
    """What still comes to the raad, and the moties."""
    geladen = geladen_publicaties()
    if not geladen:
        return render(request, "dashboard/paginas/nog_leeg.html")
    pagina = Raadpagina(geladen, timezone.localdate())
    return render(request, "dashboard/paginas/raad/raad.html", {"pagina": pagina})


def geladen_publicaties() -> dict[str, Publicatie]:
    return {publicatie.naam: publicatie for publicatie in Publicatie.objects.geladen().documenten()}
