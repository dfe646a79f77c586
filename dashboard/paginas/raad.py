"""What still comes to the raad, and the moties: what the documents say, and whether the term has passed."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import link_naar, opsomming
from indicators.models import Doelstelling, Duiding, Duidingsoort, Nagelezen, Publicatie, Tekst
from indicators.raadspunten import OPEN, Raadspunt, Raadsstatus, raadspunten

NUMMER = re.compile(r"Motie (\d{4}-\d+[A-Z]?)\b")
ONBEKEND = "De documenten op deze site zeggen niet of het is gebeurd."
VOLGORDE = list(Raadsstatus)


@dataclass(frozen=True)
class GetoondRaadspunt:
    """A raadspunt on the page: what it is, how it stands, and where that is printed."""

    punt: Raadspunt
    vandaag: date
    teksten: Sequence[Tekst] = ()
    later: Sequence[Publicatie] = ()
    """The documents since then that name it no more, or that nobody read for it."""
    nagelezen: Callable[[], set[int]] = set
    """The keys of those that a person read for it."""

    @property
    def status(self) -> Raadsstatus:
        return self.punt.status(self.vandaag)

    @property
    def nummer(self) -> str:
        return self.punt.genoemd.nummer

    @property
    def wat(self) -> str:
        return self.punt.genoemd.wat

    @property
    def publicatie(self) -> Publicatie:
        """The newest document that tells what it is."""
        return _publicatie(self.punt.genoemd)

    @property
    def doelstellingen(self) -> list[Doelstelling]:
        """What a motie is about: the choice of a reader, the documents do not sort the moties."""
        return list(self.punt.genoemd.doelstellingen.all())

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
    def kop(self) -> str:
        """The title of the motie as printed; one that is only mentioned has its number."""
        return self.teksten[0].kop if self.teksten else f"Motie {self.nummer}"

    @property
    def uitleg(self) -> str:
        """What the status rests on, and what the site cannot know."""
        ding, termijn = self.punt.nieuwste, self.punt.termijn
        if ding.zin and not self.voorbij:
            return ding.zin
        if termijn and self.voorbij:
            return f"De termijn ({termijn.wanneer[:1].lower()}{termijn.wanneer[1:]}) is voorbij. {ONBEKEND}"
        if termijn and termijn.uiterlijk:
            return f"{_wie(termijn)} noemt als termijn: {termijn.wanneer}. Die is nog niet voorbij."
        if termijn:
            return f"{_wie(termijn)} zegt “{termijn.wanneer}” en noemt geen jaar. {ONBEKEND}"
        return f"{_wie(ding)} noemt geen datum. {ONBEKEND}"

    @property
    def bronnen(self) -> list[SafeString]:
        """Where each source says it, the newest first; a stand with its sentence where that is not said yet."""
        return [
            format_html("{}{}", f"{ding.zin} " if ding.zin and ding.zin != self.uitleg else "", _bron(ding))
            for ding in self.punt.uitspraken
        ]

    @property
    def daarna(self) -> str:
        """What the documents since then do not say, as far as somebody looked."""
        gelezen = self.nagelezen()
        zwijgt = opsomming(publicatie for publicatie in self.later if publicatie.pk in gelezen)
        ongelezen = opsomming(publicatie for publicatie in self.later if publicatie.pk not in gelezen)
        return " ".join(
            [
                *([f"{zwijgt} noemt dit niet meer."] if zwijgt else []),
                *([f"Of {ongelezen} er nog iets over zegt, is nog niet nagelezen."] if ongelezen else []),
            ]
        )


def _wie(ding: Duiding) -> str:
    """The source of a stand: a document, or else the griffie on a day."""
    return str(ding.publicatie or f"de griffie op {ding.op:%d-%m-%Y}")


def _publicatie(ding: Duiding) -> Publicatie:
    """Of what is told by a document; only the stand that a griffier gives is in none."""
    if ding.publicatie is None:
        raise ValueError(f"{ding.sleutel} quotes no document")
    return ding.publicatie


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
        return [publicatie for publicatie in self.publicaties if publicatie.pk in self._nagelezen | self._met_iets]

    @cached_property
    def niet_gelezen(self) -> list[Publicatie]:
        """Those of which nobody said that they were read for this to the end."""
        return [publicatie for publicatie in self.publicaties if publicatie.pk not in self._nagelezen]

    @property
    def _met_iets(self) -> set[int]:
        return {ding.publicatie.pk for punt in self.punten for ding in punt.punt.uitspraken if ding.publicatie}

    @cached_property
    def aangekondigd(self) -> list[GetoondRaadspunt]:
        return [punt for punt in self.punten if not punt.nummer]

    @cached_property
    def moties(self) -> list[GetoondRaadspunt]:
        return [punt for punt in self.punten if punt.nummer]

    @property
    def aantallen(self) -> list[tuple[Raadsstatus, int]]:
        """How many moties stand how."""
        return tel_per_status(self.moties)

    @cached_property
    def aantal_open(self) -> int:
        """The moties that are not done yet."""
        return sum(punt.status in OPEN for punt in self.moties)

    @property
    def zonder_oordeel(self) -> list[Tekst]:
        """The printed moties that nobody has read for this page yet."""
        bekend = {tekst.pk for punt in self.moties for tekst in punt.teksten}
        return [tekst for tekst in self._teksten if tekst.is_motie and tekst.pk not in bekend]

    @cached_property
    def punten(self) -> list[GetoondRaadspunt]:
        """In the order of their status, of one status the newest document first; a motie with its printed texts."""
        soorten = (Duidingsoort.AANKONDIGING, Duidingsoort.MOTIE, Duidingsoort.STAND)
        gelezen = Duiding.objects.geldend().van_soort(*soorten).met_bronnen().prefetch_related("doelstellingen")
        dagen = {publicatie.pk: publicatie.dag for publicatie in self.publicaties}  # type: ignore[attr-defined]
        getoond = [self._toon(punt) for punt in raadspunten(gelezen, dagen)]
        return sorted(getoond, key=lambda punt: (VOLGORDE.index(punt.status), -punt.publicatie.jaar))

    def _toon(self, punt: Raadspunt) -> GetoondRaadspunt:
        genoemd = _publicatie(punt.genoemd)
        bronnen = {ding.publicatie for ding in punt.uitspraken}
        plek = self.publicaties.index(genoemd)
        later = [
            publicatie
            for publicatie in self.publicaties[plek + 1 :]
            if publicatie.soort == genoemd.soort and publicatie not in bronnen
        ]
        teksten = self._per_motie.get((genoemd.pk, punt.genoemd.nummer), ())
        return GetoondRaadspunt(punt, self.vandaag, teksten, later, lambda: self._nagelezen)

    @cached_property
    def _nagelezen(self) -> set[int]:
        return Nagelezen.objects.publicaties(Nagelezen.Vraag.RAAD)

    @cached_property
    def _teksten(self) -> list[Tekst]:
        soorten = [Tekst.Soort.MOTIE, Tekst.Soort.STAND_VAN_ZAKEN]
        return list(Tekst.objects.geldend().filter(soort__in=soorten).met_bron())

    @cached_property
    def _per_motie(self) -> Mapping[tuple[int, str], list[Tekst]]:
        gevonden: dict[tuple[int, str], list[Tekst]] = {}
        for tekst in self._teksten:
            if nummer := NUMMER.match(tekst.kop):
                gevonden.setdefault((tekst.lezing.publicatie_id, nummer[1]), []).append(tekst)
        return gevonden


def tel_per_status(punten: Iterable[GetoondRaadspunt]) -> list[tuple[Raadsstatus, int]]:
    aantallen = Counter(punt.status for punt in punten)
    return [(status, aantallen[status]) for status in Raadsstatus if aantallen[status]]


def raad(request: HttpRequest) -> HttpResponse:
    """What still comes to the raad, and the moties."""
    geladen = op_volgorde()
    if not geladen:
        return render(request, "dashboard/paginas/nog_leeg.html")
    pagina = Raadpagina(geladen, timezone.localdate())
    return render(request, "dashboard/paginas/raad/raad.html", {"pagina": pagina})


def op_volgorde() -> list[Publicatie]:
    """The documents on the site by the day they were offered, each with that `dag`."""
    return list(Publicatie.objects.geladen().documenten().op_dag())
