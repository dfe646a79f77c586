"""What the site itself tells of a word: indicators, doelstellingen, rows of money and points of the raad."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import F, Q
from django.urls import reverse

from dashboard.paginas.bronnen.citaat import bedrag_in_zin
from dashboard.weergave.opmaak import bron_in_woorden, jaar_in_woorden, regel_adres
from indicators.models import (
    Bedrag,
    Bewoording,
    Doelstelling,
    DoelstellingBenaming,
    Duiding,
    Geldkant,
    Geldtabel,
    Indicator,
    PostBenaming,
    Publicatie,
    Vermelding,
    Zoekzin,
)
from indicators.models.duiding import RAADSPUNTEN
from indicators.models.geld import EIGEN_TABELLEN
from indicators.zoeken.namen import Sleutels

MEESTE = 12
"""So many of each kind; who has more to choose from types another word."""


@dataclass(frozen=True)
class Cijferregel:
    """A figure in words, and the line that prints it."""

    zin: str
    bron: str
    adres: str


@dataclass(frozen=True)
class Onderwerp:
    """A page of the site, or a place on it, with the figures that say most of it."""

    naam: str
    adres: str
    cijfers: Sequence[Cijferregel] = field(default=())
    erbij: str = ""


def indicatoren(genoemd: Sleutels) -> list[Onderwerp]:
    """By what the site or any document calls them, each with its last result and what the newest edition names."""
    if not (genoemd[Indicator] or genoemd[Bewoording]):
        return []
    bewoordingen = Bewoording.objects.filter(pk__in=genoemd[Bewoording])
    zo_genoemd = Q(pk__in=genoemd[Indicator]) | Q(pk__in=bewoordingen.values("definitie__indicator"))
    gevonden = list(Indicator.objects.filter(zo_genoemd).order_by("pk")[:MEESTE])
    telt = Q(soort=Vermelding.Soort.REALISATIE) | Q(jaar=F("editie__jaar"))
    gekozen = Vermelding.objects.gekozen().filter(telt, bewoording__definitie__indicator__in=gevonden).met_bron()
    per_indicator: dict[int, list[Vermelding]] = {}
    for vermelding in gekozen:
        per_indicator.setdefault(vermelding.bewoording.definitie.indicator_id, []).append(vermelding)
    return [
        Onderwerp(indicator.naam, indicator.get_absolute_url(), _cijfers(per_indicator.get(indicator.pk, ())))
        for indicator in gevonden
    ]


def _cijfers(vermeldingen: Iterable[Vermelding]) -> list[Cijferregel]:
    """The last result, and what the newest edition names for its own year."""
    op_jaar = sorted(vermeldingen, key=lambda v: (v.jaar, v.bewoording.publicatie.jaar))
    resultaten = [v for v in op_jaar if v.soort == Vermelding.Soort.REALISATIE]
    genoemd = [v for v in op_jaar if v.soort == Vermelding.Soort.BEGROTING]
    return [_cijferregel(vermelding) for vermelding in (*resultaten[-1:], *genoemd[-1:])]


def _cijferregel(vermelding: Vermelding) -> Cijferregel:
    soort = "resultaat"
    if vermelding.soort == Vermelding.Soort.BEGROTING:
        is_doel = vermelding.bewoording.soort_begroting == Bewoording.SoortBegroting.STREEFWAARDE
        soort = f"{'doel' if is_doel else vermelding.bewoording.soort_begroting} van {vermelding.volgens} voor"
    maat = f" {vermelding.maat}" if vermelding.maat else ""
    publicatie, regel = vermelding.bewoording.publicatie, vermelding.passage.regel
    zin = f"{soort} {jaar_in_woorden(vermelding)}: {vermelding.gedrukt}{maat}"
    return Cijferregel(zin, bron_in_woorden(publicatie, regel), regel_adres(publicatie, regel))


def doelstellingen(genoemd: Sleutels) -> list[Onderwerp]:
    """By what the site or any document calls them."""
    if not (genoemd[Doelstelling] or genoemd[DoelstellingBenaming]):
        return []
    benamingen = DoelstellingBenaming.objects.filter(pk__in=genoemd[DoelstellingBenaming])
    zo_genoemd = Q(pk__in=genoemd[Doelstelling]) | Q(pk__in=benamingen.values("doelstelling"))
    gevonden = Doelstelling.objects.filter(zo_genoemd).select_related("programma")
    return [Onderwerp(str(doel), doel.get_absolute_url(), erbij=str(doel.programma)) for doel in gevonden[:MEESTE]]


def posten(genoemd: Sleutels) -> list[Onderwerp]:
    """The rows of money that documents on the site print under such a name, with what they print for their own year."""
    if not genoemd[PostBenaming]:
        return []
    geladen = PostBenaming.objects.filter(pk__in=genoemd[PostBenaming], publicatie__in=Publicatie.objects.geladen())
    benamingen = geladen.exclude(post__tabel=Geldtabel.DOELSTELLING)
    gevonden = list(benamingen.order_by("-publicatie__jaar", "pk")[:MEESTE])
    per_benaming: dict[int, list[Bedrag]] = {}
    for bedrag in Bedrag.objects.gedrukt().filter(benaming__in=gevonden).met_bron():
        per_benaming.setdefault(bedrag.benaming_id, []).append(bedrag)
    return [
        Onderwerp(
            f"{bedragen[0].benaming} ({bedragen[0].benaming.publicatie})",
            plek_van_post(bedragen[0].benaming),
            _bedragen(bedragen),
        )
        for benaming in gevonden
        if (bedragen := per_benaming.get(benaming.pk))
    ]


def _bedragen(bedragen: Sequence[Bedrag]) -> list[Cijferregel]:
    """Those of the own year of the document, else of the first year that it prints; a saldo says it for all."""
    eigen = bedragen[0].benaming.publicatie.jaar
    jaar = eigen if any(bedrag.jaar == eigen for bedrag in bedragen) else min(bedrag.jaar for bedrag in bedragen)
    van_jaar = [bedrag for bedrag in bedragen if bedrag.jaar == jaar]
    saldi = [bedrag for bedrag in van_jaar if bedrag.kant == Geldkant.SALDO]
    return [
        Cijferregel(
            bedrag_in_zin(bedrag),
            bron_in_woorden(bedrag.benaming.publicatie, bedrag.passage.regel),
            regel_adres(bedrag.benaming.publicatie, bedrag.passage.regel),
        )
        for bedrag in saldi or van_jaar
    ]


def plek_van_post(benaming: PostBenaming) -> str:
    """Where the site shows this row among others."""
    post = benaming.post
    if post.programma is None:
        return benaming.publicatie.get_absolute_url()
    if post.doelstelling:
        return f"{post.doelstelling.get_absolute_url()}#kosten"
    anker = "#dekking" if post.tabel in EIGEN_TABELLEN else ""
    return f"{reverse('geld')}?programma={post.programma.code}{anker}"


def raadspunten(duidingen: Iterable[Duiding]) -> list[Onderwerp]:
    """The moties and announcements among what people wrote down."""
    gevonden = [punt for punt in duidingen if punt.soort in RAADSPUNTEN]
    return [
        Onderwerp(f"Motie {punt.nummer} {punt.wat}".strip() if punt.nummer else punt.wat, raadsadres(punt))
        for punt in gevonden[:MEESTE]
    ]


def raadsadres(punt: Duiding) -> str:
    """Where a motie or an announcement stands on the page of the raad."""
    return f"{reverse('raad')}#{f'motie-{punt.nummer}' if punt.nummer else punt.sleutel}"


def van_regels(zinnen: Sequence[Zoekzin]) -> dict[int, Onderwerp]:
    """Of each piece of text that prints figures (by its key) the indicator or the row of money that they are of."""
    if not zinnen:
        return {}
    regels = {(zin.lezing.publicatie_id, zin.van_regel): zin.pk for zin in zinnen}
    hier = {"passage__lezing__publicatie__in": {zin.lezing.publicatie_id for zin in zinnen}}
    hier["passage__regel__in"] = {zin.van_regel for zin in zinnen}
    waar = ("passage__lezing__publicatie", "passage__regel")
    cijfers = Vermelding.objects.geldend().filter(**hier).order_by()
    indicator = "bewoording__definitie__indicator__"
    gevonden: dict[int, Onderwerp] = {}
    for publicatie, regel, slug, naam in cijfers.values_list(*waar, f"{indicator}slug", f"{indicator}naam").distinct():
        if zin := regels.get((publicatie, regel)):
            gevonden[zin] = Onderwerp(naam, reverse("indicator", args=[slug]))
    bedragen = Bedrag.objects.geldend().filter(**hier).order_by().values_list(*waar, "benaming").distinct()
    rijen = {zin: pk for publicatie, regel, pk in bedragen if (zin := regels.get((publicatie, regel)))}
    if rijen:
        wat = ("post__programma", "post__doelstelling__programma", "publicatie")
        benamingen = PostBenaming.objects.select_related(*wat).in_bulk(set(rijen.values()))
        for zin, pk in rijen.items():
            gevonden[zin] = Onderwerp(benamingen[pk].naam, plek_van_post(benamingen[pk]))
    return gevonden
