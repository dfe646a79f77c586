"""What is refused of who guesses: many names from one place, one name from many, and a place with many addresses."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest
from axes.models import AccessAttempt
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from ingest.models import Aanmelding, Account
from tests.gereedschap.mensen import log_in
from tests.gereedschap.paginas import lees_html, tekst

pytestmark = pytest.mark.django_db
THUIS, WERK, KWAAD = "198.51.100.7", "203.0.113.1", "192.0.2.66"


@pytest.fixture
def elders() -> Iterator[str]:
    """Addresses that nobody used before."""
    return (f"10.0.{nummer // 250}.{nummer % 250}" for nummer in count(1))


def geweigerd(antwoord: HttpResponse) -> str:
    assert antwoord.status_code == 429
    assert antwoord["Retry-After"] == "900"
    return tekst(lees_html(antwoord.content))


def test_veel_namen_van_een_adres_sluiten_dat_adres(invoerder: Account) -> None:
    for nummer in range(20):
        assert log_in(Client(), f"naam-{nummer}", "Welkom2026!!", REMOTE_ADDR=KWAAD).status_code == 200

    zin = "Vanaf deze plek was het wachtwoord vaak fout, bij verschillende gebruikersnamen."
    assert zin in geweigerd(log_in(Client(), "sanne", REMOTE_ADDR=KWAAD))
    assert log_in(Client(), "sanne", REMOTE_ADDR=THUIS).status_code == 302


def test_wie_goed_inlogt_wist_de_fouten_met_andere_namen_niet(invoerder: Account) -> None:
    for nummer in range(19):
        log_in(Client(), f"naam-{nummer}", "Welkom2026!!", REMOTE_ADDR=KWAAD)
    assert log_in(Client(), "sanne", REMOTE_ADDR=KWAAD).status_code == 302
    log_in(Client(), "nog-een", "Welkom2026!!", REMOTE_ADDR=KWAAD)

    geweigerd(log_in(Client(), "een-ander", REMOTE_ADDR=KWAAD))


def test_een_raadpleger_in_het_stadhuis_sluit_de_collegas_niet_buiten(invoerder: Account) -> None:
    log_in(Client(), "sanne", REMOTE_ADDR=WERK)
    for nummer in range(25):
        log_in(Client(), f"naam-{nummer}", "Welkom2026!!", REMOTE_ADDR=WERK)

    assert log_in(Client(), "sanne", REMOTE_ADDR=WERK).status_code == 302


def test_een_heel_netwerk_van_ipv6_is_een_plek(invoerder: Account) -> None:
    """Whoever has a /64 has as many addresses as they want."""
    for nummer in range(5):
        log_in(Client(), "sanne", "fout", REMOTE_ADDR=f"2001:db8:0:1::{nummer}")

    geweigerd(log_in(Client(), "sanne", REMOTE_ADDR="2001:db8:0:1:ffff:1:2:3"))
    assert log_in(Client(), "sanne", REMOTE_ADDR="2001:db8:0:2::1").status_code == 302


def test_een_adres_van_ipv4_in_ipv6_is_geen_netwerk(invoerder: Account) -> None:
    for _ in range(5):
        log_in(Client(), "sanne", "fout", REMOTE_ADDR="::ffff:192.0.2.66")

    geweigerd(log_in(Client(), "sanne", REMOTE_ADDR="192.0.2.66"))
    assert log_in(Client(), "sanne", REMOTE_ADDR="::ffff:192.0.2.67").status_code == 302


@pytest.mark.parametrize("naam", ["sanne", "bestaat-niet"])
def test_een_naam_van_veel_plekken_wordt_geremd_en_bestaat_daarmee_niet(
    invoerder: Account, elders: Iterator[str], naam: str
) -> None:
    for _ in range(20):
        assert log_in(Client(), naam, "fout", REMOTE_ADDR=next(elders)).status_code == 200

    zin = "alleen inloggen vanaf een plek waar dat eerder lukte"
    assert zin in geweigerd(log_in(Client(), naam, REMOTE_ADDR=next(elders)))


@pytest.mark.parametrize(("eerder", "nu"), [(THUIS, THUIS), ("2001:db8:0:7::1", "2001:db8:0:7::2")])
def test_wie_van_een_plek_komt_waar_het_eerder_lukte_wordt_niet_buitengesloten(
    invoerder: Account, elders: Iterator[str], eerder: str, nu: str
) -> None:
    log_in(Client(), "sanne", REMOTE_ADDR=eerder)
    for _ in range(30):
        log_in(Client(), "sanne", "fout", REMOTE_ADDR=next(elders))

    assert log_in(Client(), "sanne", REMOTE_ADDR=nu).status_code == 302


def test_de_rem_is_na_een_kwartier_weg_ook_als_de_aanval_doorgaat(invoerder: Account, elders: Iterator[str]) -> None:
    for _ in range(20):
        log_in(Client(), "sanne", "fout", REMOTE_ADDR=next(elders))
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))

    assert log_in(Client(), "sanne", REMOTE_ADDR=THUIS).status_code == 302


def test_wat_niet_geprobeerd_is_vult_het_logboek_niet(invoerder: Account) -> None:
    for _ in range(9):
        log_in(Client(), "sanne", "fout")

    assert Aanmelding.objects.count() == 5


def test_een_naam_met_andere_hoofdletters_telt_als_dezelfde(invoerder: Account) -> None:
    for naam in ("Sanne", "SANNE", "ſanne", "sanne", "sANNE"):
        log_in(Client(), naam, "fout")

    geweigerd(log_in(Client(), "sanne"))
