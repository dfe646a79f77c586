"""What changed from one edition to another: indicators, goals, sources and money, for the years that both print."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from indicators.geld.netto import Geldregel, Netto, geldregels
from indicators.models import (
    Bedrag,
    Bewoording,
    Breuk,
    DoelstellingBenaming,
    Geldtabel,
    Indicator,
    Opvolging,
    PostBenaming,
    Postrol,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.oordelen import Verschuiving, verschuiving
from indicators.reeksen import ANDERS, MISSCHIEN_ANDERS, hoe_anders

STREEFWAARDE = Bewoording.SoortBegroting.STREEFWAARDE
# The newest way of measuring last: it stands for an indicator that an edition measures in two.
VOLGORDE = ("definitie__indicator__doelstelling__volgorde", "definitie__indicator__volgorde", "definitie__volgorde")
SOORTEN: dict[str, str] = {
    Bewoording.SoortBegroting.RAMING: "verwachting",
    Bewoording.SoortBegroting.AANNAME: "aanname",
    Bewoording.SoortBegroting.KENGETAL: "kengetal",
}


@dataclass(frozen=True)
class Verschoven:
    """The begroting of one year in two editions."""

    van: Vermelding
    naar: Vermelding
    woord: Verschuiving
    voorbehoud: str
    """why the two cannot simply be compared; empty where they can"""

    @property
    def indicator(self) -> Indicator:
        return self.naar.bewoording.definitie.indicator

    @property
    def is_anders_gemeten(self) -> bool:
        return self.van.bewoording.definitie_id != self.naar.bewoording.definitie_id

    @property
    def verschil(self) -> Decimal:
        return (self.naar.waarde or Decimal(0)) - (self.van.waarde or Decimal(0))


@dataclass(frozen=True)
class Geldverschil:
    """What a row costs on balance in one year, in two editions."""

    regel: Geldregel
    van: Netto
    naar: Netto

    @property
    def meer(self) -> Decimal:
        """In euros; positive when `naar` costs more."""
        return self.naar.kosten - self.van.kosten


@dataclass(frozen=True)
class Namen:
    """The doelstellingen of two editions by their names; `gebleven` counts those that are in both."""

    nieuw: list[DoelstellingBenaming]
    verdwenen: list[DoelstellingBenaming]
    hernoemd: list[tuple[DoelstellingBenaming, DoelstellingBenaming]]
    bij_geld: list[tuple[DoelstellingBenaming, PostBenaming]]
    """where the table with money has another name"""
    gebleven: int


@dataclass(frozen=True)
class Vergelijking:
    """Two editions beside each other; `ertussen` are the editions of the years between that the site does not have."""

    van: Publicatie
    naar: Publicatie
    ertussen: list[str]
    nieuw: list[Bewoording]
    verdwenen: list[Bewoording]
    hernoemd: list[tuple[Bewoording, Bewoording]]
    anders_gemeten: list[tuple[Bewoording, Bewoording]]
    misschien_anders: list[tuple[Bewoording, Bewoording]]
    """where only another source is named: nobody knows whether the figures can be compared"""
    opgevolgd: list[Opvolging]
    andere_bron: list[tuple[Vermelding, Vermelding]]
    doelstellingen: Namen
    doelen: list[Verschoven]
    geld: list[Geldverschil]
    bedragen: list[Bedrag]

    @property
    def jaren(self) -> list[int]:
        """The years that both editions budget for, the last one first."""
        return sorted({rij.regel.jaar for rij in self.geld}, reverse=True)

    @property
    def met_resultaat(self) -> list[Netto]:
        """What the programma costs in each edition that does not say whether that is before or after reserves."""
        nettos = (netto for rij in self.geld for netto in (rij.van, rij.naar))
        per_editie = {netto.benaming.publicatie: netto for netto in nettos if netto.reserves_onbekend}
        return list(per_editie.values())

    @property
    def met_voor_en_na(self) -> bool:
        """Whether the other edition has both, so that it stands beside both."""
        return any(rij.regel.rol == Postrol.VOOR_RESERVES for rij in self.geld)

    def geld_uit(self, *tabellen: str) -> list[Geldverschil]:
        """The rows of these tables, largest difference first."""
        return [verschil for verschil in self.geld if verschil.regel.tabel in tabellen]


def vergelijk(programma: Programma, van: Publicatie, naar: Publicatie) -> Vergelijking:
    """Compare a programma in two loaded editions, in either order."""
    bewoordingen = Bewoording.objects.filter(
        publicatie__in=[van, naar], definitie__indicator__doelstelling__programma=programma
    ).select_related("definitie__indicator", "publicatie")
    bewoordingen = bewoordingen.order_by(*VOLGORDE)
    eerst = {b.definitie.indicator_id: b for b in bewoordingen if b.publicatie_id == van.pk}
    dan = {b.definitie.indicator_id: b for b in bewoordingen if b.publicatie_id == naar.pk}
    samen = [(eerst[sleutel], dan[sleutel]) for sleutel in eerst if sleutel in dan]
    gedrukt = Vermelding.objects.geldend().in_programma(programma).order_by("passage__regel", "jaar")
    vermeldingen = list(gedrukt.filter(bewoording__publicatie__in=[van, naar]).met_bron())
    geldend = Bedrag.objects.geldend().in_programma(programma)
    bedragen = list(geldend.filter(benaming__publicatie__in=[van, naar]).met_bron())
    breuken = list(Breuk.objects.select_related("van"))
    laag, hoog = sorted((van.jaar, naar.jaar))
    return Vergelijking(
        van=van,
        naar=naar,
        ertussen=Publicatie.objects.ertussen(programma, van, naar),
        nieuw=[bewoording for sleutel, bewoording in dan.items() if sleutel not in eerst],
        verdwenen=[bewoording for sleutel, bewoording in eerst.items() if sleutel not in dan],
        hernoemd=[(oud, nu) for oud, nu in samen if oud.naam != nu.naam],
        anders_gemeten=[paar for paar in samen if _hoe_anders(paar, breuken) == ANDERS],
        misschien_anders=[paar for paar in samen if _hoe_anders(paar, breuken) == MISSCHIEN_ANDERS],
        opgevolgd=list(
            Opvolging.objects.filter(
                Q(van_indicator__doelstelling__programma=programma) | Q(van_doelstelling__programma=programma),
                publicatie__jaar__gt=laag,
                publicatie__jaar__lte=hoog,
            ).select_related("van_indicator", "naar_indicator", "van_doelstelling", "naar_doelstelling", "publicatie")
        ),
        andere_bron=_andere_bron(vermeldingen, van, naar),
        doelstellingen=_doelstellingen(programma, van, naar, bedragen),
        doelen=verschoven_doelen(vermeldingen, van, naar, breuken),
        geld=_geld(bedragen, van, naar),
        bedragen=bedragen,
    )


def _hoe_anders(paar: tuple[Bewoording, Bewoording], breuken: Sequence[Breuk]) -> str:
    oud, nu = paar
    return hoe_anders(oud.definitie_id, nu.definitie_id, breuken)


def _andere_bron(
    vermeldingen: Iterable[Vermelding], van: Publicatie, naar: Publicatie
) -> list[tuple[Vermelding, Vermelding]]:
    per_indicator: dict[int, dict[int, Vermelding]] = defaultdict(dict)
    for vermelding in vermeldingen:
        publicatie = vermelding.bewoording.publicatie_id
        per_indicator[vermelding.bewoording.definitie.indicator_id].setdefault(publicatie, vermelding)
    paren = [(bij[van.pk], bij[naar.pk]) for bij in per_indicator.values() if van.pk in bij and naar.pk in bij]
    return [(oud, nu) for oud, nu in paren if _kaal(oud.bron) != _kaal(nu.bron)]


def _kaal(bron: str) -> str:
    """A space after a slash is no other source."""
    return "".join(bron.split()).casefold()


def verschoven_doelen(
    vermeldingen: Iterable[Vermelding], van: Publicatie, naar: Publicatie, breuken: Sequence[Breuk]
) -> list[Verschoven]:
    """Every year of every indicator for which both editions print a begroting, moved or not."""
    per_jaar: dict[tuple[int, int], dict[int, Vermelding]] = defaultdict(dict)
    for vermelding in vermeldingen:
        if vermelding.soort == Vermelding.Soort.BEGROTING and vermelding.waarde is not None:
            sleutel = (vermelding.bewoording.definitie.indicator_id, vermelding.jaar)
            # By edition: PB 2023 also prints what PB 2022 asked.
            per_jaar[sleutel][vermelding.editie_id] = vermelding
    gevonden = []
    for (_, _jaar), bij in sorted(per_jaar.items()):
        if van.pk in bij and naar.pk in bij:
            oud, nu = bij[van.pk], bij[naar.pk]
            voorbehoud = _voorbehoud(oud, nu, breuken)
            woord = verschuiving(oud, nu) if not voorbehoud or oud.waarde == nu.waarde else Verschuiving.ONBEKEND
            gevonden.append(Verschoven(oud, nu, woord, voorbehoud))
    return gevonden


def _voorbehoud(oud: Vermelding, nu: Vermelding, breuken: Sequence[Breuk]) -> str:
    definitie = nu.bewoording.definitie_id
    if anders := hoe_anders(oud.bewoording.definitie_id, definitie, breuken):
        return anders
    laag, hoog = sorted((oud.editie.jaar, nu.editie.jaar))
    for breuk in breuken:
        if breuk.van_id == breuk.naar_id == definitie and breuk.jaar and laag < breuk.jaar <= min(hoog, nu.jaar):
            return breuk.reden
    geen_doel = [b for b in (oud.bewoording, nu.bewoording) if b.soort_begroting != STREEFWAARDE]
    if len({b.soort_begroting for b in geen_doel}) == 1 and len(geen_doel) == 2:
        return f"Dit is een {SOORTEN[geen_doel[0].soort_begroting]}, geen doel."
    return " ".join(f"In {b.publicatie} is dit een {SOORTEN[b.soort_begroting]}, geen doel." for b in geen_doel)


def _doelstellingen(programma: Programma, van: Publicatie, naar: Publicatie, bedragen: Iterable[Bedrag]) -> Namen:
    benamingen = DoelstellingBenaming.objects.filter(
        publicatie__in=[van, naar], doelstelling__programma=programma
    ).select_related("doelstelling", "publicatie")
    benamingen = benamingen.order_by("doelstelling__volgorde", "publicatie__jaar")
    eerst = {b.doelstelling_id: b for b in benamingen if b.publicatie_id == van.pk}
    dan = {b.doelstelling_id: b for b in benamingen if b.publicatie_id == naar.pk}
    samen = [(eerst[sleutel], dan[sleutel]) for sleutel in eerst if sleutel in dan]
    bij_geld = {
        (b.benaming.publicatie_id, b.benaming.post.doelstelling_id): b.benaming
        for b in bedragen
        if b.benaming.post.tabel == Geldtabel.DOELSTELLING
    }
    return Namen(
        nieuw=[benaming for sleutel, benaming in dan.items() if sleutel not in eerst],
        verdwenen=[benaming for sleutel, benaming in eerst.items() if sleutel not in dan],
        hernoemd=[(oud, nu) for oud, nu in samen if str(oud) != str(nu)],
        bij_geld=[
            (benaming, geld)
            for benaming in benamingen
            if (geld := bij_geld.get((benaming.publicatie_id, benaming.doelstelling_id))) and geld.naam != benaming.naam
        ],
        gebleven=len(samen),
    )


def _geld(bedragen: Iterable[Bedrag], van: Publicatie, naar: Publicatie) -> list[Geldverschil]:
    """The years that both editions budget for, largest difference first; totals of posts are no post."""
    verschillen = [
        Geldverschil(regel, regel.per_editie[van], regel.per_editie[naar])
        for regel in geldregels(bedragen)
        if regel.rol != Postrol.TOTAAL and van in regel.per_editie and naar in regel.per_editie
    ]
    return sorted(verschillen, key=lambda verschil: -abs(verschil.meer))
