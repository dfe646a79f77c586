"""What changes on the site when a document is published."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction

from indicators.models import (
    Breuk,
    Definitie,
    Doelstelling,
    Indicator,
    Opvolging,
    Post,
    Programma,
    Publicatie,
    Referentiecijfer,
    Vermelding,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.documenten.beoordelen.akkoord import publiceer_document
from ingest.documenten.beoordelen.elders import Elders
from ingest.documenten.beoordelen.geldgevolgen import Geldgevolg, geldgevolgen
from ingest.lezer.soorten import Bevindingsoort
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import Ontwerp
from ingest.publiceren.publiceren import Geweigerd

_Sleutel = tuple[str, str, str, str, int, str]
_Referentiesleutel = tuple[str, str, int]
"""Of a reference file: the series, whose it is, and the year."""


@dataclass(frozen=True)
class Gevolg:
    """A figure of the document, or one that goes: what the site says of it now and then, and what another document
    said of the same year.
    """

    indicator: str
    soort: str
    jaar: int
    was: str
    wordt: str
    elders: str = ""
    uit: str = ""
    afwijking: Decimal | None = None
    """How far it is from what was said elsewhere, as a part of that; None where nothing was."""

    @property
    def volgorde(self) -> tuple[bool, Decimal, bool, str, str, int]:
        """What differs most from what was said elsewhere first, then what is new, then what stays as it is."""
        return (not self.afwijking, -(self.afwijking or Decimal(0)), self.was == self.wordt, *self._naam)

    @property
    def _naam(self) -> tuple[str, str, int]:
        return self.indicator, self.soort, self.jaar


@dataclass(frozen=True)
class Gevolgen:
    """What publishing would do to every figure and amount, what comes into being, what goes, and why it cannot be."""

    cijfers: list[Gevolg] = field(default_factory=list)
    bedragen: list[Geldgevolg] = field(default_factory=list)
    nieuw: list[str] = field(default_factory=list)
    verdwenen: list[str] = field(default_factory=list)
    redenen: list[str] = field(default_factory=list)

    @property
    def veranderd(self) -> int:
        """How many figures differ from what was said elsewhere."""
        return sum(bool(gevolg.afwijking) for gevolg in self.cijfers)

    @property
    def veranderd_geld(self) -> int:
        return sum(bool(gevolg.verschil) for gevolg in self.bedragen)


def gevolgen(aanlevering: Aanlevering, ontwerp: Ontwerp) -> Gevolgen:
    """What changes in what the site tells: it is published in a transaction that is undone."""
    was, structuur = _gekozen(), _structuur()
    reeksen = {referentie.reeks for referentie in ontwerp.document.concept.referenties}
    was_van_anderen = _van_anderen(reeksen)
    with transaction.atomic():
        try:
            uitkomst = publiceer_document(aanlevering, ontwerp)
        except Geweigerd as geweigerd:
            return Gevolgen(redenen=[tekst for _, tekst in geweigerd.redenen])
        cijfers = [*_cijfers(uitkomst.publicatie, was), *_over_anderen(uitkomst.publicatie, reeksen, was_van_anderen)]
        bedragen = geldgevolgen(uitkomst.publicatie)
        nieuw = [zin for sleutel, zin in _structuur().items() if sleutel not in structuur]
        transaction.set_rollback(True)
    weg = [b.tekst for b in ontwerp.document.concept.bevindingen if b.soort == Bevindingsoort.VERDWENEN]
    return Gevolgen(cijfers, bedragen, nieuw, weg)


def _cijfers(publicatie: Publicatie, was: dict[_Sleutel, str]) -> list[Gevolg]:
    """Every figure of the document, and those of the site that it takes away or changes."""
    elders, wordt = Elders(publicatie), _gekozen()
    rijen: dict[_Sleutel, Gevolg] = {}
    for vermelding in Vermelding.objects.geldend().van(publicatie).filter(waarde__isnull=False).met_bron():
        sleutel, ander = _sleutel(vermelding), elders.zelfde_jaar(vermelding)
        indicator, _, soort, _, jaar, _ = sleutel
        straks = wordt.get(sleutel, vermelding.gedrukt)
        gezegd = (ander.gedrukt, ander.bewoording.publicatie.naam) if ander else ("", "")
        rijen[sleutel] = Gevolg(
            indicator, soort, jaar, was.get(sleutel, ""), straks, *gezegd, _afwijking(vermelding, ander)
        )
    anders = {sleutel for sleutel in was.keys() | wordt.keys() if was.get(sleutel) != wordt.get(sleutel)}
    for sleutel in anders - rijen.keys():
        indicator, _, soort, _, jaar, _ = sleutel
        rijen[sleutel] = Gevolg(indicator, soort, jaar, was.get(sleutel, ""), wordt.get(sleutel, ""))
    return sorted(rijen.values(), key=lambda gevolg: gevolg.volgorde)


def _over_anderen(
    publicatie: Publicatie, reeksen: Collection[str], was: Mapping[_Referentiesleutel, Referentiecijfer]
) -> list[Gevolg]:
    """The figures of others that the file has, with what the site says of the same now, and another file."""
    wordt = _van_anderen(reeksen)
    rijen = []
    for cijfer in Referentiecijfer.objects.geldend().filter(publicatie=publicatie):
        nu = was.get(_rij(cijfer))
        elders = nu if nu and nu.publicatie_id != publicatie.pk else None
        gezegd = (elders.gedrukt, elders.publicatie.naam) if elders else ("", "")
        van_wie, straks = f"{cijfer.reeks}, {cijfer.gemeente}", wordt[_rij(cijfer)].gedrukt
        anders = _afwijking(cijfer, elders)
        rijen.append(Gevolg(van_wie, "van anderen", cijfer.jaar, nu.gedrukt if nu else "", straks, *gezegd, anders))
    return sorted(rijen, key=lambda gevolg: gevolg.volgorde)


def _van_anderen(reeksen: Collection[str]) -> dict[_Referentiesleutel, Referentiecijfer]:
    """What the site says of these series: of two files what was downloaded last."""
    cijfers = Referentiecijfer.objects.geldend().filter(reeks__in=reeksen).select_related("publicatie")
    return {_rij(cijfer): cijfer for cijfer in reversed(cijfers.nieuwste_eerst())}


def _rij(cijfer: Referentiecijfer) -> _Referentiesleutel:
    return cijfer.reeks, cijfer.gemeente.casefold(), cijfer.jaar


def _afwijking(
    vermelding: Vermelding | Referentiecijfer, ander: Vermelding | Referentiecijfer | None
) -> Decimal | None:
    if ander is None or ander.waarde is None or vermelding.waarde is None:
        return None
    return abs(vermelding.waarde - ander.waarde) / max(abs(ander.waarde), Decimal(1))


def _structuur() -> dict[tuple[str, int], str]:
    """What the site knows, each as a sentence that says it is new; a policy row is of its own edition only."""
    posten = Post.objects.exclude(tabel__in=EIGEN_TABELLEN)
    breuken = Breuk.objects.select_related("naar__indicator")
    metingen = Definitie.objects.filter(volgorde__gt=1).select_related("indicator")
    opvolgingen = Opvolging.objects.exclude(naar_indicator=None).select_related("van_indicator", "naar_indicator")
    return {
        **{("programma", p.pk): f"Nieuw programma: {p}." for p in Programma.objects.all()},
        **{("doelstelling", d.pk): f"Nieuwe doelstelling: {d}." for d in Doelstelling.objects.all()},
        **{("indicator", i.pk): f"Nieuwe indicator: {i}." for i in Indicator.objects.all()},
        **{("meting", d.pk): f"Nieuwe meting van {d.indicator}: {d.omschrijving}" for d in metingen},
        **{("post", p.pk): f"Nieuwe post: {p}." for p in posten},
        **{("breuk", b.pk): _over_breuk(b) for b in breuken},
        **{("opvolging", o.pk): _over_opvolging(o) for o in opvolgingen},
    }


def _over_breuk(breuk: Breuk) -> str:
    vanaf = f" vanaf {breuk.jaar}" if breuk.jaar else ""
    zeker = "anders gemeten" if breuk.is_zeker else "misschien anders gemeten"
    return f"{breuk.naar.indicator} is{vanaf} {zeker}: de lijn in de grafiek stopt daar. Reden: {breuk.reden}"


def _over_opvolging(opvolging: Opvolging) -> str:
    wat = f"{opvolging.naar_indicator} komt in de plaats van {opvolging.van_indicator}"
    return f"{wat}. Reden: {opvolging.reden}"


def _gekozen() -> dict[_Sleutel, str]:
    """What the charts draw."""
    return {_sleutel(v): v.gedrukt for v in Vermelding.objects.gekozen().met_bron()}


def _sleutel(v: Vermelding) -> _Sleutel:
    """By indicator, definitie, kind, edition (of a begroting), year and period."""
    editie = v.editie.naam if v.soort == Vermelding.Soort.BEGROTING else ""
    definitie = v.bewoording.definitie
    return definitie.indicator.naam, definitie.slug, v.soort, editie, v.jaar, v.periode
