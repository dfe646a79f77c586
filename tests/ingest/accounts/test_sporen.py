"""What the database itself keeps of a change of an account, and what it refuses, in plain SQL."""

import pytest
from django.db import IntegrityError, transaction

from indicators.models import Wijziging
from ingest.accounts.handelend import handelend_als
from ingest.models import Account
from tests.gereedschap.mensen import app_van, maak_account
from tests.gereedschap.plat import geweigerd, sql

pytestmark = pytest.mark.django_db


@pytest.fixture
def bea() -> Account:
    return maak_account("bea", "beheerder")


@pytest.fixture
def karel() -> Account:
    return maak_account("karel", "controleur")


@pytest.mark.parametrize(
    ("opdracht", "veld"),
    [
        ("password = 'pbkdf2_sha256$1$x$y'", "wachtwoord_op"),
        ("username = 'carel'", "naam_op"),
        ("first_name = 'Carel'", "naam_op"),
        ("last_name = 'Bakker'", "naam_op"),
        ("email = 'kwaad@elders.example'", "email_op"),
        ("email = 'kwaad@elders.example', email_op = NULL", "email_op"),
    ],
)
def test_wat_anders_werd_staat_in_de_geschiedenis_en_hoe_niet(karel: Account, opdracht: str, veld: str) -> None:
    assert sql(f"UPDATE ingest_account SET {opdracht} WHERE id = %s", karel.pk) == 1

    spoor = Wijziging.objects.get(tabel="ingest_account", actie="update")
    assert {naam for naam in spoor.nieuw if spoor.nieuw[naam] != spoor.oud[naam]} == {veld}
    alles = f"{spoor.oud} {spoor.nieuw}".casefold()
    assert not any(geheim in alles for geheim in ("carel", "karel", "bakker", "kwaad", "pbkdf2"))


def test_een_dag_van_een_wijziging_is_niet_te_verzinnen(karel: Account) -> None:
    sql("UPDATE ingest_account SET email = 'a@elders.example'")
    op = Account.objects.get(pk=karel.pk).email_op
    sql("UPDATE ingest_account SET email_op = '2020-01-01', wachtwoord_op = '2020-01-01'")

    karel.refresh_from_db()
    assert (karel.email_op, karel.wachtwoord_op) == (op, None)


def test_een_app_die_weg_is_of_erbij_komt_staat_in_de_geschiedenis_zonder_sleutel(karel: Account) -> None:
    sleutel = app_van(karel).key
    sql("DELETE FROM otp_totp_totpdevice")

    bij, weg = Wijziging.objects.filter(tabel="otp_totp_totpdevice").order_by("pk")
    assert (bij.actie, weg.actie, weg.oud["actor"]) == ("insert", "delete", str(karel.actor))
    assert sleutel not in f"{bij.nieuw} {weg.oud}"


@pytest.mark.parametrize("kolom", ["key = repeat('0', 40)", "user_id = user_id + 1"])
def test_een_app_wordt_geen_andere(karel: Account, kolom: str) -> None:
    app_van(karel)
    with geweigerd("Cannot update rows"):
        sql(f"UPDATE otp_totp_totpdevice SET {kolom}")


@pytest.mark.parametrize(
    "opdracht",
    [
        "DELETE FROM ingest_recht",
        "UPDATE ingest_recht SET rol = 'griffier'",
        "UPDATE ingest_account SET is_active = false",
    ],
)
def test_de_laatste_beheerder_blijft(bea: Account, karel: Account, opdracht: str) -> None:
    with geweigerd("The last beheerder stays"):
        sql(opdracht)


def test_een_beheerder_die_niet_de_laatste_is_kan_weg(bea: Account, karel: Account) -> None:
    bert = maak_account("bert", "beheerder")
    karel.delete()
    bea.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        bert.delete()

    assert [account.username for account in Account.objects.all()] == ["bert"]


def test_niemand_verwijdert_het_account_waarmee_die_handelt(bea: Account) -> None:
    maak_account("bert", "beheerder")
    with geweigerd("Nobody removes their own account"), handelend_als(bea.actor, "beheerder"):
        bea.delete()
