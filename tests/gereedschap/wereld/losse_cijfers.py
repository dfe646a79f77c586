"""Figures and amounts that are stored nowhere, for the rules that only look at what they are given.

An edition goes by its year: 2026 is PB 2026. A figure is printed two years later, as PB 2026 prints that of 2024.
"""

from decimal import Decimal

from indicators.models import (
    Bedrag,
    Bewoording,
    Breuk,
    Definitie,
    Indicator,
    Post,
    PostBenaming,
    Publicatie,
    Vermelding,
)
from tests.gereedschap.wereld.rollen import rol_van


def editie(jaar: int) -> Publicatie:
    return Publicatie(pk=jaar, naam=f"PB {jaar}", slug=f"PB-{jaar}", soort="programmabegroting", jaar=jaar)


def maat(nummer: int, richting: str = "hoger", *, indicator: int = 1) -> Definitie:
    """A way of measuring; of one indicator the newer one has the higher number."""
    van = Indicator(pk=indicator, slug=f"indicator-{indicator}", naam=f"Indicator {indicator}")
    return Definitie(pk=nummer, slug=f"maat-{nummer}", indicator=van, richting=richting, volgorde=nummer)


HOGER, LAGER, GEEN = maat(1), maat(2, "lager", indicator=2), maat(3, "geen", indicator=3)
ONBEKEND = maat(5, "onbekend", indicator=5)
ANDERS = maat(4)  # the indicator of HOGER, measured in another way


def _vermelding(in_: int, van: Definitie, soort_begroting: str, waarde: str | None, **velden: object) -> Vermelding:
    bewoording = Bewoording(definitie=van, publicatie=editie(in_), soort_begroting=soort_begroting)
    return Vermelding(bewoording=bewoording, waarde=None if waarde is None else Decimal(waarde), **velden)


def gemeten(
    jaar: int,
    waarde: str | None,
    van: Definitie = HOGER,
    *,
    gedrukt_in: int | None = None,
    soort_begroting: str = "streefwaarde",
    **velden: object,
) -> Vermelding:
    """A realisatie, in an edition of which the begroting is of this kind."""
    in_ = gedrukt_in or jaar + 2
    return _vermelding(in_, van, soort_begroting, waarde, soort="realisatie", editie=editie(in_), jaar=jaar, **velden)


def genoemd(
    door: int,
    jaar: int,
    waarde: str | None,
    van: Definitie = HOGER,
    soort: str = "streefwaarde",
    *,
    gedrukt_in: int | None = None,
    **velden: object,
) -> Vermelding:
    """What an edition prints for a year: a goal, or a begroting of another kind."""
    van_editie = {"soort": "begroting", "editie": editie(door), "jaar": jaar}
    return _vermelding(gedrukt_in or door, van, soort, waarde, **van_editie, **velden)


def overgenomen(door: int, jaar: int, waarde: str, van: Definitie = HOGER, soort: str = "streefwaarde") -> Vermelding:
    """The same, typed by a person from an edition that is not on the site."""
    vermelding = genoemd(door, jaar, waarde, van, soort)
    titel = f"Overgenomen uit PB {door}, blz. 41"
    vermelding.bewoording.publicatie = Publicatie(pk=9000 + door, naam="Overname 1", soort="opgave", titel=titel)
    return vermelding


def breuk(jaar: int | None, van: Definitie = HOGER, naar: Definitie | None = None) -> Breuk:
    """Within a definitie, or between two."""
    return Breuk(van=van, naar=naar or van, jaar=jaar, reden="Vanaf toen anders geteld.")


def bedrag(
    rij: str,
    kant: str,
    duizenden: int | None,
    *,
    door: int,
    jaar: int = 2026,
    naam: str = "",
    code: str = "",
    volgorde: int = 1,
    soort: str = "begroting",
) -> Bedrag:
    """A cell x € 1.000 of a row "tabel/slug", in the normalised sign: a cost is negative."""
    tabel, slug = rij.split("/")
    post = Post(tabel=tabel, rol=rol_van(tabel, slug), slug=slug, naam=naam or slug, volgorde=volgorde)
    return Bedrag(
        benaming=PostBenaming(post=post, publicatie=editie(door), code=code, naam=naam or slug),
        kant=kant,
        soort=soort,
        stand="rekening" if soort == "rekening" else "meerjarenraming",
        jaar=jaar,
        bedrag=None if duizenden is None else Decimal(duizenden * 1000),
    )
