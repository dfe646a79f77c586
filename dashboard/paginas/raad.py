"""What still comes to the raad, and the moties: what the documents say, and whether the term has passed."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.weergave.opmaak import link_naar, opsomming
from indicators.database.versie import per_versie
from indicators.models import DoelstellingBenaming, Duiding, Nagelezen, Publicatie, Tekst
from indicators.models.duiding import VAN_DE_RAAD
from indicators.raadspunten import OPEN, Raadspunt, Raadsstatus, raadspunten

NUMMER = re.compile(r"Motie (\d{4}-\d+[A-Z]?)\b")
ONBEKEND = "De documenten die hierop zijn nagelezen, zeggen niet of het is gebeurd."
VOLGORDE = list(Raadsstatus)


@dataclass(frozen=True)
class GetoondRaadspunt:
    """A raadspunt on the page: what it is, how it stands, and where that is printed."""

    punt: Raadspunt
    pagina: "Raadpagina"

    @property
    def status(self) -> Raadsstatus:
        return self.punt.status(self.pagina.vandaag)

    @property
    def nummer(self) -> str:
        return self.punt.genoemd.nummer

    @property
    def wat(self) -> str:
        return self.punt.genoemd.wat

    @property
    def publicatie(self) -> Publicatie:
        """The newest document that tells what it is; only the stand that a griffier gives is in none."""
        if self.punt.genoemd.publicatie is None:
            raise ValueError(f"{self.punt.genoemd.sleutel} quotes no document")
        return self.punt.genoemd.publicatie

    @property
    def voorbij(self) -> bool:
        return self.status is Raadsstatus.VOORBIJ

    @property
    def badge(self) -> str:
        """A status that can change is told as its source's."""
        if self.voorbij:
            return str(self.status)
        return f"{self.status} volgens {_wie(self.punt.nieuwste)}"

    @property
    def teksten(self) -> list[Tekst]:
        """The motie and its stand van zaken as printed in that document; one that is only mentioned has none."""
        return self.pagina.per_motie.get((self.publicatie.pk, self.nummer), [])

    @property
    def kop(self) -> str:
        """The title of the motie as printed, else its number."""
        return self.teksten[0].kop if self.teksten else f"Motie {self.nummer}"

    @property
    def uitleg(self) -> str:
        """What the status rests on, and what the site cannot know; nothing where the badge says it all."""
        ding, termijn = self.punt.nieuwste, self.punt.termijn
        if self.voorbij and termijn:
            return f"De termijn ({termijn.wanneer[:1].lower()}{termijn.wanneer[1:]}) is voorbij. {ONBEKEND}"
        if ding.zin:
            return ding.zin
        if self.status is not Raadsstatus.LOOPT:
            return ONBEKEND if self.status in OPEN else ""
        if termijn is None:
            return f"{_wie(ding)} noemt geen datum. {ONBEKEND}"
        if termijn.uiterlijk:
            return f"{_wie(termijn)} noemt als termijn: {termijn.wanneer}. Die is nog niet voorbij."
        return f"{_wie(termijn)} zegt “{termijn.wanneer}” en noemt geen jaar. {ONBEKEND}"

    @property
    def bronnen(self) -> list[SafeString]:
        """Where each source says it, the newest first; a stand with its sentence where that is not said yet."""
        return [
            format_html("{}{}", f"{ding.zin} " if ding.zin and ding.zin != self.uitleg else "", _bron(ding))
            for ding in self.punt.uitspraken
        ]

    @property
    def daarna(self) -> str:
        """What the documents like it since then do not say, as far as somebody looked."""
        bronnen = {ding.publicatie for ding in self.punt.uitspraken}
        later = [deze for deze in self.pagina.sindsdien(self.publicatie) if deze not in bronnen]
        zwijgt = [deze for deze in later if deze not in self.pagina.niet_gelezen]
        ongelezen = [deze for deze in later if deze in self.pagina.niet_gelezen]
        noemt, zegt = (_enkelvoud(zwijgt, "noemt", "noemen"), _enkelvoud(ongelezen, "zegt", "zeggen"))
        zinnen = [
            f"{opsomming(zwijgt)} {noemt} dit niet meer." if zwijgt else "",
            f"Of {opsomming(ongelezen)} er nog iets over {zegt}, is nog niet nagelezen." if ongelezen else "",
        ]
        return " ".join(filter(None, zinnen))


def _enkelvoud(dingen: Sequence[object], enkel: str, meer: str) -> str:
    return enkel if len(dingen) == 1 else meer


def _wie(ding: Duiding) -> str:
    """The source of a stand: a document, or else the griffie on a day."""
    return str(ding.publicatie or f"de griffie op {ding.op:%d-%m-%Y}")


def _bron(ding: Duiding) -> SafeString:
    if ding.eerste:
        return link_naar(ding.eerste)
    if ding.adres:
        return format_html('<a class="nl-link" href="{}" rel="external">{}</a>, {}', ding.adres, ding.bron, _wie(ding))
    return format_html("{}, {}", ding.bron, _wie(ding))


@dataclass(frozen=True)
class Raadpagina:
    """What the documents say will come to the raad, and every motie with its stand van zaken."""

    publicaties: Sequence[Publicatie]
    """Those on the site, each with its `dag`, the oldest first."""
    vandaag: date

    @property
    def genoemd(self) -> list[Publicatie]:
        """The documents that were read for this, or that something on the page is from."""
        met_iets = {ding.publicatie for punt in self.punten for ding in punt.punt.uitspraken}
        return [deze for deze in self.publicaties if deze in met_iets or deze not in self.niet_gelezen]

    @cached_property
    def niet_gelezen(self) -> list[Publicatie]:
        """Those of which nobody said that they were read for this to the end."""
        return Nagelezen.objects.ongelezen(self.publicaties, Nagelezen.Vraag.RAAD)

    def sindsdien(self, publicatie: Publicatie) -> list[Publicatie]:
        """The later documents of its kind that tell of a programma that it tells of; of one without any, all."""
        later = self.publicaties[self.publicaties.index(publicatie) + 1 :]
        programmas = _programmas()
        eigen = programmas.get(publicatie.pk)
        return [
            deze
            for deze in later
            if deze.soort == publicatie.soort and (not eigen or eigen & programmas.get(deze.pk, eigen))
        ]

    @cached_property
    def aangekondigd(self) -> list[GetoondRaadspunt]:
        return [punt for punt in self.punten if not punt.nummer]

    @cached_property
    def moties(self) -> list[GetoondRaadspunt]:
        return [punt for punt in self.punten if punt.nummer]

    @property
    def aantallen(self) -> list[tuple[Raadsstatus, int]]:
        """How many moties stand how."""
        aantallen = Counter(punt.status for punt in self.moties)
        return [(status, aantallen[status]) for status in Raadsstatus if aantallen[status]]

    @cached_property
    def aantal_open(self) -> int:
        """The moties that are not done yet."""
        return sum(punt.status in OPEN for punt in self.moties)

    @property
    def zonder_oordeel(self) -> list[Tekst]:
        """The printed moties that nobody has read for this page yet."""
        bekend = {tekst.pk for punt in self.moties for tekst in punt.teksten}
        return [tekst for tekst in _teksten() if tekst.is_motie and tekst.pk not in bekend]

    @cached_property
    def punten(self) -> list[GetoondRaadspunt]:
        """In the order of their status, of one status the newest document first."""
        dagen = {publicatie.pk: publicatie.dag for publicatie in self.publicaties}  # type: ignore[attr-defined]
        getoond = [GetoondRaadspunt(punt, self) for punt in raadspunten(gelezen_voor_de_raad(), dagen)]
        return sorted(getoond, key=lambda punt: (VOLGORDE.index(punt.status), -punt.publicatie.jaar))

    @cached_property
    def per_motie(self) -> Mapping[tuple[int, str], list[Tekst]]:
        """What is printed of each motie, by the key of its publicatie and its number."""
        gevonden: dict[tuple[int, str], list[Tekst]] = {}
        for tekst in _teksten():
            if nummer := NUMMER.match(tekst.kop):
                gevonden.setdefault((tekst.lezing.publicatie_id, nummer[1]), []).append(tekst)
        return gevonden


@per_versie
def gelezen_voor_de_raad() -> Sequence[Duiding]:
    """What people read of moties and announcements."""
    return list(Duiding.objects.geldend().van_soort(*VAN_DE_RAAD).met_bronnen().select_related("over"))


@per_versie
def _teksten() -> Sequence[Tekst]:
    """The moties as they are printed, and how they stand."""
    soorten = [Tekst.Soort.MOTIE, Tekst.Soort.STAND_VAN_ZAKEN]
    return list(Tekst.objects.geldend().filter(soort__in=soorten).met_bron())


@per_versie
def _programmas() -> Mapping[int, set[int]]:
    """The programmas that each publicatie tells of, by its key."""
    gevonden: dict[int, set[int]] = {}
    for publicatie, programma in DoelstellingBenaming.objects.values_list("publicatie", "doelstelling__programma"):
        gevonden.setdefault(publicatie, set()).add(programma)
    return gevonden


def raad(request: HttpRequest) -> HttpResponse:
    """What still comes to the raad, and the moties."""
    geladen = op_volgorde()
    if not geladen:
        return nog_leeg(request)
    pagina = Raadpagina(geladen, timezone.localdate())
    return render(request, "dashboard/paginas/raad/raad.html", {"pagina": pagina})


@per_versie
def op_volgorde() -> Sequence[Publicatie]:
    """The documents on the site by the day they were offered, each with that `dag`."""
    return list(Publicatie.objects.geladen().documenten().op_dag())
