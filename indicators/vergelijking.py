"""What changed from one edition to another: indicators, goals, sources and money, for the years that both print."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from indicators.models import Bedrag, Bewoording, Breuk, Indicator, Opvolging, Publicatie, Vermelding
from indicators.oordelen import verschuiving

STREEFWAARDE = Bewoording.SoortBegroting.STREEFWAARDE


@dataclass(frozen=True)
class Verschoven:
    """The begroting of one year in two editions."""

    van: Vermelding
    naar: Vermelding
    woord: str
    """strenger, soepeler or gelijk; empty where that cannot be said"""
    voorbehoud: str
    """why the two cannot simply be compared; empty where they can"""

    @property
    def indicator(self) -> Indicator:
        return self.naar.bewoording.definitie.indicator

    @property
    def verschil(self) -> Decimal:
        return (self.naar.waarde or Decimal(0)) - (self.van.waarde or Decimal(0))


@dataclass(frozen=True)
class Geldverschil:
    """The net amount of a post in one year, in two editions, in euros; costs are negative."""

    naam: str
    tabel: str
    jaar: int
    van: Decimal
    naar: Decimal
    bronnen: tuple[Bedrag, ...]

    @property
    def verschil(self) -> Decimal:
        return self.naar - self.van


@dataclass(frozen=True)
class Vergelijking:
    """Two editions beside each other; `ertussen` are the editions between them that are not on the site."""

    van: Publicatie
    naar: Publicatie
    ertussen: list[Publicatie]
    nieuw: list[Bewoording]
    verdwenen: list[Bewoording]
    hernoemd: list[tuple[Bewoording, Bewoording]]
    anders_gemeten: list[tuple[Bewoording, Bewoording]]
    opgevolgd: list[Opvolging]
    andere_bron: list[tuple[Vermelding, Vermelding]]
    doelen: list[Verschoven]
    geld: list[Geldverschil]

    @property
    def jaren(self) -> list[int]:
        return sorted({verschil.jaar for verschil in self.geld})


def vergelijk(van: Publicatie, naar: Publicatie) -> Vergelijking:
    """Compare two loaded editions, in either order."""
    bewoordingen = Bewoording.objects.filter(publicatie__in=[van, naar]).select_related(
        "definitie__indicator", "publicatie"
    )
    eerst = {b.definitie.indicator_id: b for b in bewoordingen if b.publicatie_id == van.pk}
    dan = {b.definitie.indicator_id: b for b in bewoordingen if b.publicatie_id == naar.pk}
    samen = [(eerst[sleutel], dan[sleutel]) for sleutel in eerst if sleutel in dan]
    vermeldingen = list(Vermelding.objects.geldend().filter(bewoording__publicatie__in=[van, naar]).met_bron())
    breuken = list(Breuk.objects.select_related("van"))
    laag, hoog = sorted((van.jaar, naar.jaar))
    geladen = Publicatie.objects.geladen()
    tussen = Publicatie.objects.edities().filter(jaar__gt=laag, jaar__lt=hoog)
    return Vergelijking(
        van=van,
        naar=naar,
        ertussen=list(tussen.exclude(pk__in=geladen)),
        nieuw=[bewoording for sleutel, bewoording in dan.items() if sleutel not in eerst],
        verdwenen=[bewoording for sleutel, bewoording in eerst.items() if sleutel not in dan],
        hernoemd=[(oud, nu) for oud, nu in samen if oud.naam != nu.naam],
        anders_gemeten=[(oud, nu) for oud, nu in samen if oud.definitie_id != nu.definitie_id],
        opgevolgd=list(
            Opvolging.objects.filter(publicatie__jaar__gt=laag, publicatie__jaar__lte=hoog).select_related(
                "van_indicator", "naar_indicator", "van_doelstelling", "naar_doelstelling", "publicatie"
            )
        ),
        andere_bron=_andere_bron(vermeldingen, van, naar),
        doelen=_doelen(vermeldingen, van, naar, breuken),
        geld=_geld(Bedrag.objects.gedrukt().filter(benaming__publicatie__in=[van, naar]).met_bron(), van, naar),
    )


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


def _doelen(
    vermeldingen: Iterable[Vermelding], van: Publicatie, naar: Publicatie, breuken: Sequence[Breuk]
) -> list[Verschoven]:
    per_jaar: dict[tuple[int, int], dict[int, Vermelding]] = defaultdict(dict)
    for vermelding in vermeldingen:
        if vermelding.soort == Vermelding.Soort.BEGROTING and vermelding.waarde is not None:
            sleutel = (vermelding.bewoording.definitie.indicator_id, vermelding.jaar)
            per_jaar[sleutel][vermelding.bewoording.publicatie_id] = vermelding
    gevonden = []
    for (_, _jaar), bij in sorted(per_jaar.items()):
        if van.pk in bij and naar.pk in bij:
            oud, nu = bij[van.pk], bij[naar.pk]
            voorbehoud = _voorbehoud(oud, nu, breuken)
            woord = verschuiving(oud, nu) if not voorbehoud or oud.waarde == nu.waarde else ""
            gevonden.append(Verschoven(oud, nu, woord, voorbehoud))
    return gevonden


def _voorbehoud(oud: Vermelding, nu: Vermelding, breuken: Sequence[Breuk]) -> str:
    definitie = nu.bewoording.definitie_id
    if oud.bewoording.definitie_id != definitie:
        return "anders gemeten"
    laag, hoog = sorted((oud.editie.jaar, nu.editie.jaar))
    for breuk in breuken:
        if breuk.van_id == breuk.naar_id == definitie and breuk.jaar and laag < breuk.jaar <= min(hoog, nu.jaar):
            return breuk.reden
    soorten = {oud.bewoording.soort_begroting, nu.bewoording.soort_begroting} - {STREEFWAARDE.value}
    return "geen doel maar " + " en ".join(sorted(soorten)) if soorten else ""


def _geld(bedragen: Iterable[Bedrag], van: Publicatie, naar: Publicatie) -> list[Geldverschil]:
    """Net per doelstelling and post, largest difference first; a printed saldo, else lasten and baten together."""
    per_post: dict[tuple[str, str, int], dict[int, list[Bedrag]]] = defaultdict(lambda: defaultdict(list))
    namen: dict[tuple[str, str, int], str] = {}
    for bedrag in bedragen:
        post = bedrag.benaming.post
        if post.tabel in ("doelstelling", "uitsplitsing") and post.slug not in ("totaal", "saldo"):
            sleutel = (post.tabel, post.slug, bedrag.jaar)
            per_post[sleutel][bedrag.benaming.publicatie_id].append(bedrag)
            namen[sleutel] = f"{bedrag.benaming.code} {post.naam}" if post.tabel == "doelstelling" else post.naam
    verschillen = [
        Geldverschil(
            namen[sleutel],
            sleutel[0],
            sleutel[2],
            _netto(bij[van.pk]),
            _netto(bij[naar.pk]),
            (*bij[van.pk], *bij[naar.pk]),
        )
        for sleutel, bij in per_post.items()
        if van.pk in bij and naar.pk in bij
    ]
    return sorted(verschillen, key=lambda verschil: -abs(verschil.verschil))


def _netto(bedragen: Sequence[Bedrag]) -> Decimal:
    saldo = [bedrag.bedrag for bedrag in bedragen if bedrag.kant == "saldo" and bedrag.bedrag is not None]
    if saldo:
        return saldo[0]
    return sum((bedrag.bedrag for bedrag in bedragen if bedrag.bedrag is not None), Decimal(0))
