"""Which of two sources the charts use: the newest publicatie, unless a person chose another."""

from datetime import date

import pytest
from django.utils import timezone

from indicators.models import Keuze, Publicatie, Vermelding
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.plat import zonder_regels
from tests.gereedschap.wereld.wereld import Wereld

pytestmark = pytest.mark.usefixtures("eigenaar")

ACTOR = "00000000-0000-4000-8000-000000000001"


def gekozen() -> list[Vermelding]:
    return list(Vermelding.objects.gekozen())


def kies(vermelding: Vermelding) -> Keuze:
    with handelend_als(None, SYSTEEM):
        return Keuze.objects.create(vermelding=vermelding, reden="Nageteld.", actor=ACTOR)


def test_de_nieuwste_publicatie_gaat_voor(wereld: Wereld) -> None:
    nieuw = wereld.vermeld(2028, "209", editie=2)
    wereld.vermeld(2028, "181")
    assert gekozen() == [nieuw]


def test_datum_van_aanbieden_gaat_voor_jaar(wereld: Wereld) -> None:
    """A correction of PB 2030 that was offered after PB 2033."""
    wereld.vermeld(2028, "209", editie=2)
    oud = wereld.vermeld(2028, "181")
    for publicatie, dag in zip(wereld.publicaties, (date(2033, 6, 1), date(2032, 9, 20)), strict=True):
        publicatie.aangeboden_op = dag
        publicatie.save()
    assert gekozen() == [oud]


def test_een_prognose_wordt_nooit_gekozen(wereld: Wereld) -> None:
    """Nor is it what something is judged by: only what is chosen is."""
    gemeten = wereld.vermeld(2028, "181")
    prognose = wereld.vermeld(2028, "190", editie=2)
    opgave = aangeboden(wereld, 1, soort="opgave")
    with zonder_regels():
        Vermelding.objects.filter(pk=prognose.pk).update(soort="prognose", editie=opgave)
    assert gekozen() == [gemeten]


def aangeboden(wereld: Wereld, nummer: int, **anders: object) -> Publicatie:
    """Make a source of `wereld` another one, as no rule of the site would allow."""
    publicatie = wereld.publicaties[nummer]
    with zonder_regels():
        Publicatie.objects.filter(pk=publicatie.pk).update(**anders)
    return publicatie


@pytest.mark.parametrize(
    ("soort", "jaar", "wint_van", "verliest_van"),
    [
        ("programmabegroting", 2026, date(2025, 11, 14), date(2025, 11, 16)),
        ("programmabegroting", 2027, date(2026, 2, 10), date(2026, 11, 21)),
        ("jaarstukken", 2024, date(2025, 2, 10), date(2025, 7, 16)),
        ("rapportage", 2024, date(2024, 12, 30), date(2025, 1, 1)),
    ],
)
def test_zonder_datum_telt_de_laatste_dag_die_kan(
    wereld: Wereld, soort: str, jaar: int, wint_van: date, verliest_van: date
) -> None:
    """An opgave has a day, the begrotingen that are loaded have none."""
    zonder_datum, opgave = wereld.vermeld(2028, "181"), wereld.vermeld(2028, "209", editie=2)
    aangeboden(wereld, 0, soort=soort, jaar=jaar)
    aangeboden(wereld, 1, soort="opgave", jaar=2024, aangeboden_op=wint_van)
    assert gekozen() == [zonder_datum]
    aangeboden(wereld, 1, aangeboden_op=verliest_van)
    assert gekozen() == [opgave]


def test_keuze_gaat_voor_de_regel(wereld: Wereld) -> None:
    wereld.vermeld(2028, "209", editie=2)
    oud = wereld.vermeld(2028, "181")
    kies(oud)
    assert gekozen() == [oud]


def test_vervallen_keuze_telt_niet(wereld: Wereld) -> None:
    nieuw = wereld.vermeld(2028, "209", editie=2)
    keuze = kies(wereld.vermeld(2028, "181"))
    Keuze.objects.filter(pk=keuze.pk).update(vervallen_op=timezone.now())
    assert gekozen() == [nieuw]


def test_leeg_in_de_nieuwste_verdringt_geen_waarde(wereld: Wereld) -> None:
    wereld.vermeld(2028, None, editie=2)
    oud = wereld.vermeld(2028, "181")
    assert gekozen() == [oud]


def test_vervallen_vermelding_telt_niet_ook_niet_met_een_keuze(wereld: Wereld) -> None:
    oud = wereld.vermeld(2028, "181")
    kies(oud)
    Vermelding.objects.filter(pk=oud.pk).update(vervallen_in=wereld.lezingen[0])
    assert gekozen() == []


def test_begrotingen_van_twee_edities_zijn_geen_twee_bronnen(wereld: Wereld) -> None:
    """The same year in two editions: two vintages, both are kept."""
    beide = [wereld.vermeld(2033, str(waarde), soort="begroting", editie=waarde) for waarde in (1, 2)]
    assert gekozen() == beide


def test_een_begroting_die_twee_publicaties_drukken_is_er_een(wereld: Wereld) -> None:
    wereld.vermeld(2032, "372", soort="begroting")
    nieuw = wereld.vermeld(2032, "370", soort="begroting", gedrukt_in=2)
    assert gekozen() == [nieuw]


def test_definities_worden_niet_gemengd(wereld: Wereld) -> None:
    beide = [wereld.vermeld(2028, "1", editie=2), wereld.vermeld(2028, "2", editie=2, definitie=wereld.nieuw)]
    assert gekozen() == beide
