"""The chapter on one doelstelling for the jaarstukken of a year, as a Word document, in the words of the pages."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.plaatje import als_png
from dashboard.paginas.doelen import doelen_van
from dashboard.paginas.doelstelling import Doelstellingpagina
from dashboard.paginas.geld.bedragen import TweeEdities
from dashboard.paginas.indicator.beeld import Beeld
from dashboard.paginas.merktekens import Merkteken
from dashboard.weergave.opmaak import euro_in_woorden, jaar_in_woorden, opsomming
from dashboard.weergave.tabellen import Paginatabel
from indicators.bronverschil import Bronverschil, verschillen
from indicators.models import (
    Bedrag,
    Bewoording,
    Doelstelling,
    Geldtabel,
    Indicator,
    Nagelezen,
    Passage,
    Publicatie,
    Tekst,
    Vermelding,
    Versie,
)

JAREN = 5
"""How many years the tables go back, with the year itself."""
SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Bronregel:
    """One line of a source, and which of the figures of these years it prints."""

    publicatie: Publicatie
    passage: Passage
    cijfers: str


@dataclass(frozen=True)
class Cijferdeel:
    """What the chapter tells of one indicator."""

    beeld: Beeld
    merken: list[Merkteken]
    edities: Sequence[Publicatie]
    jaren: range
    nagelezen: Container[int]

    @property
    def indicator(self) -> Indicator:
        return self.beeld.indicator

    @property
    def jaar(self) -> int:
        return self.jaren[-1]

    @cached_property
    def grafiek(self) -> Grafiek | None:
        """Without what was measured after this year."""
        gekozen = [v for v in self.beeld.gekozen if v.jaar <= self.jaar or not _is_gemeten(v)]
        return replace(self.beeld, gekozen=gekozen).grafiek

    @property
    def oordelen(self) -> list[SafeString | str]:
        """What came of the year and whether its goal was reached, in the sentences of the page on goals."""
        [doel] = doelen_van([self.beeld], self.edities, {})
        return doel.zinnen_over(self.jaar)

    @cached_property
    def realisatie(self) -> Vermelding | None:
        """The result of the whole year that the site uses; of two ways of measuring the newest."""
        gevonden = [v for v in self._recent.gekozen if v.jaar == self.jaar and not v.periode and _is_gemeten(v)]
        return max(gevonden, key=lambda v: v.bewoording.definitie.volgorde, default=None)

    @cached_property
    def bewoording(self) -> Bewoording | None:
        """How it is measured: the result of the year, else the last of the table, else as the newest document says."""
        if self.realisatie:
            return self.realisatie.bewoording
        in_tabel = [v for v in self._recent.gekozen if v.waarde is not None]
        laatste = max(in_tabel, key=lambda v: (v.jaar, v.bewoording.publicatie.op_volgorde), default=None)
        return laatste.bewoording if laatste else self.beeld.nieuwste_bewoording

    @property
    def gemeten_door(self) -> str:
        """Who measured, according to the source of that wording."""
        bronnen = [v.bron for v in self.beeld.vermeldingen if v.bewoording == self.bewoording and v.bron]
        return opsomming(dict.fromkeys(bronnen))

    @property
    def tabel(self) -> Paginatabel | None:
        """That of the page, of these years."""
        return self._recent.tabel if self._recent.vermeldingen else None

    @property
    def bronnen(self) -> list[Bronregel]:
        """Each line that prints one of these figures, the oldest source first."""
        per_regel: dict[tuple[Publicatie, int], list[Vermelding]] = {}
        for vermelding in sorted(self._recent.vermeldingen, key=_volgorde):
            if vermelding.waarde is not None:
                plek = (vermelding.bewoording.publicatie, vermelding.passage.regel)
                per_regel.setdefault(plek, []).append(vermelding)
        return [Bronregel(plek[0], groep[0].passage, _cijfers(groep)) for plek, groep in per_regel.items()]

    @property
    def bronverschillen(self) -> list[Bronverschil]:
        """Where sources tell another figure of the year."""
        gevonden = verschillen(self._recent.gekozen, self._recent.vermeldingen, self.nagelezen)
        return [verschil for verschil in gevonden if verschil.cijfers > 1 and verschil.gebruikt.jaar == self.jaar]

    @property
    def toelichtingen(self) -> list[Tekst]:
        """What the source of the result writes with it."""
        if self.realisatie is None:
            return []
        teksten = Tekst.objects.geldend().filter(
            soort=Tekst.Soort.TOELICHTING,
            definitie__indicator=self.indicator,
            lezing__publicatie=self.realisatie.bewoording.publicatie,
        )
        return list(teksten.met_bron())

    @property
    def is_nagelezen(self) -> bool:
        """Whether a person looked whether that source explains the result."""
        return self.realisatie is not None and self.realisatie.bewoording.publicatie.pk in self.nagelezen

    @property
    def is_opgegeven(self) -> bool:
        """Whether the municipality handed the result in itself: then all that it says of it is here."""
        return self.realisatie is not None and self.realisatie.bewoording.publicatie.soort == Publicatie.Soort.OPGAVE

    @cached_property
    def _recent(self) -> Beeld:
        """With the figures of these years alone."""
        return replace(
            self.beeld,
            vermeldingen=[v for v in self.beeld.vermeldingen if v.jaar in self.jaren],
            gekozen=[v for v in self.beeld.gekozen if v.jaar in self.jaren],
        )


@dataclass(frozen=True)
class Jaarhoofdstuk:
    """The chapter on one doelstelling in one year."""

    doelstelling: Doelstelling
    jaar: int
    vandaag: date

    @property
    def jaren(self) -> range:
        return range(self.jaar - JAREN + 1, self.jaar + 1)

    @cached_property
    def pagina(self) -> Doelstellingpagina:
        return Doelstellingpagina(self.doelstelling, self.vandaag, self.jaren)

    @cached_property
    def nagelezen(self) -> set[int]:
        """The keys of the documents that a person read for what they do not explain."""
        return Nagelezen.objects.publicaties(Nagelezen.Vraag.UITLEG, self.doelstelling.programma)

    @cached_property
    def delen(self) -> list[Cijferdeel]:
        return [
            Cijferdeel(beeld, merken, self.pagina.edities, self.jaren, self.nagelezen)
            for beeld, merken in self.pagina.beelden
        ]

    @property
    def kosten(self) -> TweeEdities | None:
        """What the editions expected."""
        return self.pagina.kosten_in(self.jaar)

    @cached_property
    def rekening(self) -> Bedrag | None:
        """What it cost in the end: as the newest document on the site says, else as was taken over from one."""
        van_jaar = [b for b in self.pagina.alle_bedragen if b.jaar == self.jaar and b.bedrag is not None]
        rekeningen = [b for b in van_jaar if b.soort == Bedrag.Soort.REKENING and _van_doelstelling(b)]
        return max(rekeningen, key=lambda b: (not b.is_overgenomen, b.benaming.publicatie.op_volgorde), default=None)

    @property
    def geldoordelen(self) -> list[SafeString]:
        """Against the begroting na wijziging of the year, in the sentence of the pages."""
        oordelen = self.pagina.geldoordelen
        return oordelen.zinnen_over(self.jaar) if oordelen else []

    @property
    def rekening_in_woorden(self) -> str:
        return netto_in_woorden(self.rekening.bedrag) if self.rekening and self.rekening.bedrag is not None else ""

    @property
    def over_het_geld(self) -> list[tuple[Tekst, bool]]:
        """What the newest document with an amount of the year writes about its amounts, and whether that was read."""
        bronnen = [b.benaming.publicatie for b in self.pagina.eigen_bedragen if b.jaar == self.jaar]
        if not bronnen:
            return []
        laatste = max(bronnen, key=lambda publicatie: publicatie.op_volgorde)
        teksten = Tekst.objects.geldend().filter(doelstelling=self.doelstelling, lezing__publicatie=laatste)
        return [(tekst, laatste.pk in self.nagelezen) for tekst in teksten.exclude(tabel="").met_bron()]

    @property
    def site(self) -> str:
        """The address of the site, if it knows where it is to be found."""
        return settings.ADRES if settings.ADRES != settings.LOKAAL_ADRES else ""

    @property
    def versie(self) -> Versie | None:
        return Versie.objects.first()


def netto_in_woorden(saldo: Decimal) -> str:
    """ "€ 9,2 miljoen netto kosten": the word says what the sign would."""
    return f"{euro_in_woorden(saldo)} netto {'opbrengst' if saldo > 0 else 'kosten'}"


def _van_doelstelling(bedrag: Bedrag) -> bool:
    return bedrag.benaming.post.tabel == Geldtabel.DOELSTELLING


def _is_gemeten(vermelding: Vermelding) -> bool:
    return vermelding.soort == Vermelding.Soort.REALISATIE


def _volgorde(vermelding: Vermelding) -> tuple[tuple[int, bool, str], int, int]:
    return vermelding.bewoording.publicatie.op_volgorde, vermelding.passage.regel, vermelding.jaar


def _cijfers(groep: Iterable[Vermelding]) -> str:
    """ "realisatie 2021 (209)", "begroting voor 2023 (200), 2024 (180) en 2025 (170)"."""
    per_soort: dict[str, list[str]] = {}
    for v in groep:
        cijfer = f"{v.gedrukt}, voorlopig" if v.voorlopig else v.gedrukt
        per_soort.setdefault(_wat(v), []).append(f"{jaar_in_woorden(v)} ({cijfer})")
    return "; ".join(f"{wat} {opsomming(cijfers)}" for wat, cijfers in per_soort.items())


def _wat(vermelding: Vermelding) -> str:
    if _is_gemeten(vermelding):
        return "realisatie"
    if vermelding.is_prognose:
        return "verwachting voor"
    if vermelding.editie.soort != Publicatie.Soort.PROGRAMMABEGROTING:
        return "doel voor"
    eigen = vermelding.editie == vermelding.bewoording.publicatie
    return "begroting voor" if eigen else f"begroting {vermelding.editie} voor"


def hoofdstuk(request: HttpRequest, code: str) -> HttpResponse:
    """The document; of the last year that is over and has a figure, unless another is asked for."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    vandaag = timezone.localdate()
    jaren = {str(jaar): jaar for jaar in Doelstellingpagina(doel, vandaag).jaren}
    jaar = jaren.get(request.GET.get("jaar", max(jaren, default="")))
    if jaar is None:
        keuze = f"Wel over: {opsomming(jaren)}." if jaren else "Van een jaar dat voorbij is, zijn er nog geen cijfers."
        tekst = f"Over dat jaar is er van {doel.genoemd} geen hoofdstuk. {keuze}\n"
        return HttpResponse(tekst, content_type="text/plain; charset=utf-8", status=404)
    antwoord = HttpResponse(maak(Jaarhoofdstuk(doel, jaar, vandaag)), content_type=SOORT)
    antwoord["Content-Disposition"] = f'attachment; filename="doelwijzer-doelstelling-{doel.code}-{jaar}.docx"'
    return antwoord


def maak(hoofdstuk: Jaarhoofdstuk) -> bytes:
    """The chapter as a file, in the look of the municipality."""
    # Here, for a start of the site need not wait for it.
    from dashboard.bestanden.word import als_docx

    html = render_to_string("dashboard/paginas/hoofdstuk/hoofdstuk.html", {"hoofdstuk": hoofdstuk})
    plaatjes = {deel.indicator.slug: als_png(deel.grafiek) for deel in hoofdstuk.delen if deel.grafiek}
    return als_docx(html, f"{hoofdstuk.doelstelling} in {hoofdstuk.jaar}", plaatjes, hoofdstuk.site)
