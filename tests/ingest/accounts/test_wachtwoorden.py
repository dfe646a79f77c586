"""Which passwords are refused, and that reckoning them does not keep readers waiting."""

from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Any

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from indicators.models import Wijziging
from ingest.accounts import rekenen
from ingest.models import Account
from tests.gereedschap.mensen import WACHTWOORD, ingelogd, log_in
from tests.gereedschap.paginas import fouten, lees_html, tekst

NAAM = "er staat een naam in, van u of van de gemeente."
HERHAALT = "het herhaalt zich."
LIJST = "het staat op lijsten."
TE_RADEN = {
    "aaaaaaaaaaaa": HERHAALT,
    "wachtwoordwachtwoord": HERHAALT,
    "welkom2026welkom": HERHAALT,
    "Welkom01Welkom01": HERHAALT,
    "Zomer2026Zomer": HERHAALT,
    "geheimgeheim12": HERHAALT,
    "qwertyuiop123": LIJST,
    "123456789012": LIJST,
    "abcdefghijkl": LIJST,
    "december2026!!": LIJST,
    "Wachtwoord!2026": LIJST,
    "n8zgt5p0shw=": LIJST,
    "Zoetermeer2026!": NAAM,
    "gemeentezoetermeer": NAAM,
    "Doelwijzer123!": NAAM,
    "karel.jansen1": NAAM,
    "JansenJansen!1": NAAM,
}
KAREL = Account(username="karel", first_name="Karel", last_name="Jansen", email="k.jansen@gemeente.example")


@pytest.mark.parametrize("wachtwoord", TE_RADEN)
def test_wat_te_raden_is_wordt_geweigerd_met_waarom(wachtwoord: str) -> None:
    with pytest.raises(ValidationError) as geweigerd:
        validate_password(wachtwoord, KAREL)

    assert any(TE_RADEN[wachtwoord] in zin for zin in geweigerd.value.messages), geweigerd.value.messages


@pytest.mark.parametrize(
    "wachtwoord", ["zeven-blauwe-fietsen", "tafel stoel lamp", "x7#kQ9!pLm2z", "een heel lang wachtwoord"]
)
def test_een_paar_woorden_is_goed(wachtwoord: str) -> None:
    validate_password(wachtwoord, KAREL)


def test_een_heel_lang_wachtwoord_is_geen_fout() -> None:
    """The library refuses to look at more than 72 characters."""
    validate_password("zeven blauwe fietsen in de schuur " * 20, KAREL)
    with pytest.raises(ValidationError, match="herhaalt"):
        validate_password("a" * 4000, KAREL)


@pytest.mark.django_db
def test_de_bladzijde_zegt_het_bij_het_veld(invoerder: Account) -> None:
    nieuw = {"old_password": WACHTWOORD, "new_password1": "Zoetermeer2026!", "new_password2": "Zoetermeer2026!"}

    assert NAAM in fouten(ingelogd(invoerder).post("/wachtwoord/", nieuw))


# Reckoning


class Traag(rekenen.OmDeBeurt):
    iterations = 1


@pytest.fixture
def bezet(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Others whose passwords are being reckoned: so many."""
    settings.PASSWORD_HASHERS = [f"{__name__}.Traag"]
    monkeypatch.setattr(rekenen, "WACHT", 0.05)
    klaar, begonnen, draden = Event(), [], []

    def reken() -> None:
        try:
            with rekenen.om_de_beurt():
                begonnen[0].set()
                klaar.wait(10)
        except rekenen.TeDruk:
            pass

    def start(aantal: int) -> None:
        for _ in range(aantal):
            begonnen[:] = [Event()]
            draad = Thread(target=reken)
            draad.start()
            draden.append(draad)
            begonnen[0].wait(10)

    yield start
    klaar.set()
    for draad in draden:
        draad.join()


@pytest.mark.django_db
def test_is_het_rekenen_bezet_dan_zegt_de_site_dat_en_lezers_merken_niets(
    invoerder: Account, bezet: Callable[[int], None]
) -> None:
    bezet(1)
    antwoord = log_in(Client(), "sanne")

    assert (antwoord.status_code, antwoord["Retry-After"]) == (503, "5")
    assert "Er loggen nu veel mensen tegelijk in. Er is niets veranderd. Probeer het zo opnieuw." in tekst(
        lees_html(antwoord.content)
    )
    assert log_in(Client(), "bestaat-niet").status_code == 503  # says nothing of who exists
    assert Client().get("/over/").status_code == 200


@pytest.mark.django_db
def test_na_een_ander_is_iemand_aan_de_beurt(invoerder: Account, bezet: Callable[[int], None]) -> None:
    bezet(0)

    invoerder.set_password(WACHTWOORD)
    invoerder.save()
    assert log_in(Client(), "sanne").status_code == 302
    assert log_in(Client(), "sanne", "fout").status_code == 200


@pytest.mark.django_db
def test_een_wachtwoord_van_een_oudere_django_wordt_sterker_en_dat_deed_de_site(
    settings: Any, invoerder: Account
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Traag"]
    Account.objects.update(password=PBKDF2PasswordHasher().encode(WACHTWOORD, "zout" * 8, iterations=2))
    assert log_in(Client(), "sanne").status_code == 302

    assert Account.objects.get().password.startswith("pbkdf2_sha256$1$")
    spoor = Wijziging.objects.filter(tabel="ingest_account", actie="update").latest("pk")
    assert (spoor.actor, spoor.rol, spoor.reden) == (None, "systeem", "Bij het inloggen opnieuw versleuteld")
