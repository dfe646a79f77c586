"""How a motie or an announcement stands: the newest source decides, and a term can pass."""

from datetime import date
from typing import Any

import pytest

from indicators.models import Aangehaald, Aanhaling, Duiding, Publicatie, Vindplaats
from indicators.raadspunten import OPEN, Raadspunt, Raadsstatus, raadspunten
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.wereld.wereld import Wereld

VANDAAG = date(2035, 1, 1)
VOORBIJ = {"wanneer": "eind 2034", "uiterlijk": date(2034, 12, 31)}
LATER = {"wanneer": "eind 2035", "uiterlijk": date(2035, 12, 31)}
ZONDER_JAAR = {"wanneer": "in het najaar"}

Uitspraak = tuple[str, int | date, str, dict[str, Any]]
"""The kind, the edition (1 is PB 2030, 2 is PB 2033) or the day of the griffie, the stand, and the term."""


def motie(editie: int, stand: str = "loopt", **termijn: Any) -> Uitspraak:
    return "motie", editie, stand, termijn


def griffie(dag: date, stand: str) -> Uitspraak:
    return "stand", dag, stand, {"bron": "De griffie"}


def later(editie: int, stand: str) -> Uitspraak:
    return "stand", editie, stand, {}


def leg_vast(wereld: Wereld, *uitspraken: Uitspraak, **velden: Any) -> list[Duiding]:
    """Rows of what was said, in this order; a stand is about the first of them."""
    rijen: list[Duiding] = []
    for soort, bron, stand, anders in uitspraken:
        is_stand = soort == "stand"
        eigen = {"sleutel": f"s-{Duiding.objects.count()}", "volgorde": Duiding.objects.count(), **anders}
        eigen |= {"over": rijen[0]} if is_stand else {"nummer": "3001-1", **velden}
        eigen |= {} if isinstance(bron, int) else {"op": bron}
        zo = soort if is_stand or eigen["nummer"] else "aankondiging"
        with handelend_als(None, SYSTEEM):
            rij = Duiding.objects.create(
                soort=zo, wat="Stoepen droog houden", stand=stand, staat="gepubliceerd", weg="meegeleverd", **eigen
            )
        if isinstance(bron, int):
            haal_aan(wereld, rij, bron)
        rijen.append(rij)
    return rijen


def haal_aan(wereld: Wereld, rij: Duiding, editie: int) -> None:
    """What it says is printed on line 10 of this edition."""
    aanhaling = Aanhaling.objects.create(publicatie=wereld.publicaties[editie - 1])
    Vindplaats.objects.create(aanhaling=aanhaling, lezing=wereld.lezingen[editie - 1], van_regel=10, tot_regel=10)
    Aangehaald.objects.create(duiding=rij, aanhaling=aanhaling, volgorde=0)


def punten() -> list[Raadspunt]:
    dagen = {publicatie.pk: publicatie.dag for publicatie in Publicatie.objects.op_dag()}  # type: ignore[attr-defined]
    return raadspunten(Duiding.objects.geldend().met_bronnen(), dagen)


# PB 2030 is of November 2029, PB 2033 of November 2032.
STANDEN: dict[str, tuple[list[Uitspraak], Raadsstatus]] = {
    "een document zonder termijn": ([motie(1)], Raadsstatus.LOOPT),
    "een termijn zonder jaar": ([motie(1, **ZONDER_JAAR)], Raadsstatus.LOOPT),
    "een termijn die nog komt": ([motie(1, **LATER)], Raadsstatus.LOOPT),
    "een termijn die voorbij is": ([motie(1, **VOORBIJ)], Raadsstatus.VOORBIJ),
    "de laatste dag zelf": ([motie(1, wanneer="1 januari 2035", uiterlijk=VANDAAG)], Raadsstatus.LOOPT),
    "afgedaan is nooit te laat": ([motie(1, "afgedaan", **VOORBIJ)], Raadsstatus.AFGEDAAN),
    "uitgevoerd is nooit te laat": ([motie(1, "uitgevoerd", **VOORBIJ)], Raadsstatus.UITGEVOERD),
    "wordt afgedaan is niet afgedaan": ([motie(1, "wordt afgedaan", **VOORBIJ)], Raadsstatus.WORDT_AFGEDAAN),
    "een later document zegt afgedaan": ([motie(1, **VOORBIJ), motie(2, "afgedaan")], Raadsstatus.AFGEDAAN),
    "een later document noemt alleen de stand": ([motie(1, **VOORBIJ), later(2, "afgedaan")], Raadsstatus.AFGEDAAN),
    "het nieuwste telt, niet wat het laatst gelezen is": (
        [motie(2, "afgedaan"), motie(1, **VOORBIJ)],
        Raadsstatus.AFGEDAAN,
    ),
    "een later document zegt dat het toch loopt": ([motie(1, "uitgevoerd"), motie(2)], Raadsstatus.LOOPT),
    "herhaald zonder termijn": ([motie(1, **VOORBIJ), motie(2)], Raadsstatus.VOORBIJ),
    "herhaald met een nieuwe termijn": ([motie(1, **VOORBIJ), motie(2, **LATER)], Raadsstatus.LOOPT),
    "de griffie na het document": (
        [motie(1, **VOORBIJ), griffie(date(2031, 5, 1), "afgedaan")],
        Raadsstatus.AFGEDAAN,
    ),
    "een document na de griffie": (
        [motie(1), griffie(date(2031, 5, 1), "uitgevoerd"), motie(2)],
        Raadsstatus.LOOPT,
    ),
    "de griffie zegt dat het nog loopt": (
        [motie(1, **VOORBIJ), griffie(date(2034, 12, 1), "loopt")],
        Raadsstatus.VOORBIJ,
    ),
    "twee keer de griffie": (
        [motie(1), griffie(date(2034, 5, 1), "afgedaan"), griffie(date(2033, 5, 1), "wordt afgedaan")],
        Raadsstatus.AFGEDAAN,
    ),
    "twee keer op een dag telt het laatst gelezene": (
        [motie(1), griffie(date(2034, 5, 1), "uitgevoerd"), griffie(date(2034, 5, 1), "afgedaan")],
        Raadsstatus.AFGEDAAN,
    ),
}


@pytest.mark.parametrize("geval", STANDEN)
def test_hoe_een_raadspunt_staat(wereld: Wereld, geval: str) -> None:
    uitspraken, verwacht = STANDEN[geval]
    leg_vast(wereld, *uitspraken)

    [punt] = punten()

    assert punt.status(VANDAAG) is verwacht
    assert len(punt.uitspraken) == len(uitspraken)


def test_wat_nog_openstaat() -> None:
    """domein.md: "wordt afgedaan" is not afgedaan; what has been carried out is no longer open."""
    assert [status.value for status in Raadsstatus if status in OPEN] == ["termijn voorbij", "loopt", "wordt afgedaan"]


def test_dezelfde_motie_in_twee_documenten_is_een_raadspunt(wereld: Wereld) -> None:
    oud, nieuw = leg_vast(wereld, motie(1, **VOORBIJ), motie(2))

    [punt] = punten()

    assert punt.uitspraken == [nieuw, oud]
    assert (punt.nieuwste, punt.genoemd, punt.termijn) == (nieuw, nieuw, oud)


def test_een_stand_alleen_zegt_niet_wat_het_is(wereld: Wereld) -> None:
    oud, stand = leg_vast(wereld, motie(1), later(2, "afgedaan"))

    [punt] = punten()

    assert (punt.nieuwste, punt.genoemd) == (stand, oud)


def test_twee_aankondigingen_zijn_twee_punten_met_elk_hun_eigen_stand(wereld: Wereld) -> None:
    for stand in ("uitgevoerd", "afgedaan"):
        leg_vast(wereld, motie(1), griffie(date(2034, 1, 1), stand), nummer="")

    assert sorted(punt.status(VANDAAG).value for punt in punten()) == ["afgedaan", "uitgevoerd"]


def test_een_stand_van_wat_weg_is_is_geen_punt(wereld: Wereld) -> None:
    punt, _ = leg_vast(wereld, motie(1), griffie(date(2034, 1, 1), "afgedaan"))
    Duiding.objects.filter(pk=punt.pk).update(staat="ingetrokken", reden="Geen motie.")

    assert punten() == []


@pytest.mark.parametrize("nummer", ["3001-1", ""])
def test_wat_verbeterd_is_houdt_zijn_stand(wereld: Wereld, nummer: str) -> None:
    """A correction succeeds the row that the stand is about, under the same sleutel."""
    oud, stand = leg_vast(wereld, motie(1, **VOORBIJ), griffie(date(2034, 1, 1), "afgedaan"), nummer=nummer)
    Duiding.objects.filter(pk=oud.pk).update(staat="vervangen")
    [nieuw] = leg_vast(wereld, motie(1), nummer=nummer, sleutel=oud.sleutel, vervangt=oud, reden="Tikfout.")

    [punt] = punten()

    assert punt.uitspraken == [stand, nieuw]


def test_een_stand_geldt_de_motie_in_elk_document(wereld: Wereld) -> None:
    """Also where the passage that it was given for is found no more."""
    oud, nieuw, stand = leg_vast(wereld, motie(1), motie(2), griffie(date(2034, 1, 1), "afgedaan"))
    Duiding.objects.filter(pk=oud.pk).update(staat="ingetrokken", reden="Staat er niet meer.")

    [punt] = punten()

    assert punt.uitspraken == [stand, nieuw]
