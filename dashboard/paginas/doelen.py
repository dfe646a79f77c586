"""What was promised and what came of it: every indicator, every year, in sentences that stand by themselves."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.geldoordelen import Geldoordelen, geldoordelen_van
from dashboard.paginas.indicator.beeld import Beeld, beelden_van, gekozen_van
from dashboard.paginas.merktekens import Merkteken, gelezen_opvallend, per_indicator
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma
from dashboard.paginas.verwachting import GetoondeVergelijking, Vergeleken
from dashboard.weergave.cellen import Cijferzin, Tabelcel
from dashboard.weergave.edities import NIEUWSTE
from dashboard.weergave.opmaak import opsomming, toon_vermelding
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.models import Bewoording, Breuk, Nagelezen, Publicatie, Tekst, Vermelding
from indicators.oordelen import (
    VERDICTEN,
    Jaar,
    Oordeel,
    Zwakker,
    nooit_verantwoord,
    per_jaar,
    zwakker_dan_bereikt,
)
from indicators.reeksen import hoe_anders
from indicators.verwachting import vergelijk_met_verwachting

SoortBegroting = Bewoording.SoortBegroting
UITLEG = {
    Oordeel.NIET_GELADEN: "Geen oordeel. De begroting van {jaar} van dit programma staat nog niet op deze site.",
    Oordeel.ZONDER_DOEL: "Geen oordeel. In {zonder_doel_in} heeft dit cijfer geen doel.",
    Oordeel.GEEN_DOEL: "Geen oordeel. De begroting van {jaar} noemt geen doel voor dat jaar.",
    Oordeel.KENGETAL: "Geen oordeel. In PB {jaar} heeft dit cijfer geen doel.{zonder_richting}",
    Oordeel.GEEN_RICHTING: "Geen oordeel. Bij dit cijfer is hoger niet beter of slechter.",
    Oordeel.RICHTING_ONBEKEND: "Geen oordeel. Of hoger beter is, is bij dit cijfer niet gezegd.",
    Oordeel.VERWACHTING: "Geen oordeel. Dit is een verwachting, geen doel.",
    Oordeel.ANDERS_GEMETEN: "Geen oordeel. Het doel is anders gemeten.",
    Oordeel.MISSCHIEN_ANDERS: "Geen oordeel. Misschien is anders gemeten.",
    Oordeel.VOORLOPIG: "Geen oordeel. Dit cijfer is nog voorlopig.",
    Oordeel.NIET_GEMETEN: "Op deze site staat geen resultaat van {jaar}.",
    Oordeel.GEHAALD: "Doel {jaar} gehaald.",
    Oordeel.NIET_GEHAALD: "Doel {jaar} niet gehaald.",
}


@dataclass(frozen=True)
class Doel:
    """One indicator on the page, with its years."""

    beeld: Beeld
    jaren: list[Jaar]
    merken: list[Merkteken]

    @property
    def tabel(self) -> Paginatabel:
        kolommen = [
            Tabelkolom("resultaat", "Resultaat"),
            Tabelkolom("verwacht", "Wat de begrotingen noemden", woorden=True),
            Tabelkolom("oordeel", "Oordeel", woorden=True),
        ]
        rijen = [
            Tabelrij(
                jaar.jaar,
                {
                    "resultaat": toon_vermelding(jaar.realisatie) if jaar.realisatie else "–",
                    "verwacht": _verwacht(jaar, self.beeld.breuken),
                    "oordeel": _uitleg(jaar),
                },
            )
            for jaar in self.jaren
        ]
        indicator = self.beeld.indicator
        titel = f"{indicator.naam}: genoemd en bereikt"
        return Paginatabel(f"doel-{indicator.slug}", titel, "Jaar", kolommen, rijen, alle_rijen=False)

    @property
    def zinnen(self) -> list[SafeString]:
        """A sentence for each of the last years with a result; those before are in the table.

        "2024: 181. De begroting van 2023 noemde voor 2024 als doel 180."
        """
        return [_zin(jaar) for jaar in self.jaren if jaar.realisatie][-NIEUWSTE:]

    def zinnen_over(self, gevraagd: int) -> list[SafeString | str]:
        """The same of one year; a year without a result has the sentence that says so."""
        gevonden = [_zin(jaar) for jaar in self.jaren if jaar.realisatie and jaar.jaar == gevraagd]
        return [*gevonden] or [UITLEG[Oordeel.NIET_GEMETEN].format(jaar=gevraagd)]


def _zin(jaar: Jaar) -> SafeString:
    vergelijking = format_html_join(
        " ",
        "De begroting van {} {} {}{}.",
        (
            (v.editie.jaar, _werkwoord(v), toon_vermelding(v), f" ({v.volgens})" if v.is_overgenomen else "")
            for v in jaar.vergelijkbaar
        ),
    )
    gemeten = toon_vermelding(jaar.realisatie) if jaar.realisatie else ""
    return format_html("{}: <strong>{}</strong>. {} {}", jaar.jaar, gemeten, vergelijking, _uitleg(jaar))


def _uitleg(jaar: Jaar) -> str:
    zonder_richting = jaar.realisatie and jaar.realisatie.bewoording.definitie.zonder_richting
    return UITLEG[jaar.oordeel].format(
        jaar=jaar.jaar,
        zonder_doel_in=opsomming(jaar.zonder_doel_in),
        zonder_richting=" Hoger is niet beter of slechter." if zonder_richting else "",
    )


def _werkwoord(vermelding: Vermelding) -> str:
    """A streefwaarde of the edition's own year is a goal that it set; for a later year it is one that it names."""
    soort = vermelding.bewoording.soort_begroting
    if soort == SoortBegroting.KENGETAL:
        return "noemde"
    if soort != SoortBegroting.STREEFWAARDE:
        return "verwachtte"
    return "had als doel" if vermelding.editie.jaar == vermelding.jaar else f"noemde voor {vermelding.jaar} als doel"


def _verwacht(jaar: Jaar, breuken: Sequence[Breuk]) -> Cijferzin | str:
    """Each with its kind where it is no goal: "PB 2023: 71,0 % (aanname) (anders gemeten), PB 2026: 73,0%"."""
    delen: list[str | Tabelcel] = []
    for vermelding in jaar.verwacht:
        soort = vermelding.bewoording.soort_begroting
        delen += [
            f"{', ' if delen else ''}{vermelding.volgens}: ",
            toon_vermelding(vermelding),
            "" if soort == SoortBegroting.STREEFWAARDE else f" ({soort})",
            f" ({anders})" if (anders := hoe_anders(jaar.maat, vermelding.bewoording.definitie_id, breuken)) else "",
        ]
    return Cijferzin(tuple(delen)) if delen else "–"


def doelen_van(
    beelden: Sequence[Beeld], geladen: Sequence[Publicatie], merken: Mapping[int | None, list[Merkteken]]
) -> list[Doel]:
    """One for each indicator, with its marks by its key."""
    jaren = {editie.jaar for editie in geladen}
    return [
        Doel(
            beeld,
            per_jaar(beeld.indicator, beeld.gekozen, jaren, beeld.breuken),
            merken.get(beeld.indicator.pk, []),
        )
        for beeld in beelden
    ]


def tel_oordelen(doelen: Iterable[Doel]) -> list[tuple[str, int]]:
    """How many results have a verdict, and how many have none and why. Counts, no percentages."""
    aantallen = Counter(jaar.oordeel for doel in doelen for jaar in doel.jaren if jaar.realisatie)
    verdicten = [(oordeel.value, aantallen[oordeel]) for oordeel in VERDICTEN]
    redenen = [(f"geen oordeel: {oordeel.value}", n) for oordeel, n in aantallen.items() if oordeel not in VERDICTEN]
    return [*verdicten, *redenen]


def overgenomen_edities(doelen: Iterable[Doel]) -> list[str]:
    """The editions that are not on the site of which a goal that was taken over was judged by."""
    return sorted(
        {
            doel.editie.naam
            for van in doelen
            for jaar in van.jaren
            for doel in jaar.vergelijkbaar
            if jaar.oordeel in VERDICTEN and doel.is_overgenomen and doel.editie.jaar == jaar.jaar
        }
    )


def vergelijking_van(doelen: Iterable[Doel]) -> GetoondeVergelijking | None:
    """What can be said of the last year that has no verdict for lack of its begroting; none where a later one has."""
    doelen = list(doelen)
    breuken = [breuk for doel in doelen for breuk in doel.beeld.breuken]
    jaren = [jaar for doel in doelen for jaar in doel.jaren]
    beoordeeld = max((jaar.jaar for jaar in jaren if jaar.oordeel in VERDICTEN), default=0)
    gevonden = vergelijk_met_verwachting(jaren, breuken)
    twee_bronnen = frozenset(d.beeld.indicator.pk for d in doelen if any(m.is_twee_bronnen for m in d.merken))
    return GetoondeVergelijking(gevonden, twee_bronnen) if gevonden and gevonden.jaar >= beoordeeld else None


@dataclass(frozen=True)
class Doelenpagina:
    """Every indicator, every year: what was promised, what came of it, and whether that can be judged."""

    keuze: Programmakeuze

    @property
    def edities(self) -> Sequence[Publicatie]:
        return self.keuze.edities

    @property
    def nieuwste(self) -> Publicatie:
        return self.keuze.nieuwste

    @cached_property
    def doelen(self) -> list[Doel]:
        beelden = beelden_van(self.keuze.programma)
        merken = per_indicator(gelezen_opvallend(self.keuze.programma), self.keuze.adres("aansluiting"))
        return doelen_van(beelden, self.edities, merken)

    @property
    def aantallen(self) -> list[tuple[str, int]]:
        """How many results have each verdict, and how many have none and why."""
        return tel_oordelen(self.doelen)

    @cached_property
    def heeft_oordeel(self) -> bool:
        return any(jaar.oordeel in VERDICTEN for doel in self.doelen for jaar in doel.jaren)

    @property
    def is_zonder_doel(self) -> bool:
        """Whether there is no goal with any of the results."""
        oordelen = {jaar.oordeel for doel in self.doelen for jaar in doel.jaren if jaar.realisatie}
        return oordelen == {Oordeel.ZONDER_DOEL}

    @property
    def overgenomen(self) -> list[str]:
        """The editions that are not here, and of which goals were taken over."""
        return overgenomen_edities(self.doelen)

    @cached_property
    def vergelijking(self) -> GetoondeVergelijking | None:
        """What can be said without a verdict."""
        return vergelijking_van(self.doelen)

    @property
    def vergeleken(self) -> list[tuple[str, list[Vergeleken]]]:
        """The figures of that, each with the toelichting that the document of its result prints."""
        if self.vergelijking is None:
            return []
        resultaten = [naast.resultaat.bewoording for naast in self.vergelijking.vergelijking.cijfers]
        teksten = Tekst.objects.geldend().filter(
            soort=Tekst.Soort.TOELICHTING,
            definitie__in=[bewoording.definitie_id for bewoording in resultaten],
            lezing__publicatie__in={bewoording.publicatie_id for bewoording in resultaten},
        )
        return self.vergelijking.groepen({tekst.definitie_id or 0: tekst for tekst in teksten.met_bron()})

    @cached_property
    def nagelezen(self) -> list[Publicatie]:
        """The editions that were read for what they do not explain."""
        keys = Nagelezen.objects.publicaties(Nagelezen.Vraag.UITLEG, self.keuze.programma)
        return [editie for editie in self.edities if editie.pk in keys]

    @property
    def geldoordelen(self) -> Geldoordelen | None:
        """And the money: the rekening against the begroting na wijziging."""
        return geldoordelen_van(self.keuze.programma)

    @cached_property
    def zwakker(self) -> list[Zwakker]:
        """The goals of the newest edition that ask less than was reached."""
        breuken = [breuk for doel in self.doelen for breuk in doel.beeld.breuken]
        return zwakker_dan_bereikt(self._gekozen, self.nieuwste, breuken)

    @cached_property
    def nooit_verantwoord(self) -> list[tuple[Vermelding, Publicatie | None]]:
        """The goals that were dropped before any result was printed, each with the jaarstukken of its year."""
        stukken = Publicatie.objects.geladen().filter(soort=Publicatie.Soort.JAARSTUKKEN)
        van_jaar = {document.jaar: document for document in stukken}
        doelen = nooit_verantwoord([doel.beeld.indicator for doel in self.doelen], self._gekozen, self.nieuwste)
        return [(doel, van_jaar.get(doel.jaar)) for doel in doelen]

    @property
    def _gekozen(self) -> Sequence[Vermelding]:
        return gekozen_van(self.keuze.programma)


def doelen(request: HttpRequest) -> HttpResponse:
    """What was promised and what came of it."""
    keuze = kies_programma(request)
    if keuze is None:
        return nog_leeg(request)
    return render(request, "dashboard/paginas/doelen.html", {"pagina": Doelenpagina(keuze)})
