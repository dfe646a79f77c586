"""The chain of the history: what its owner takes out, puts in or changes behind its back is found."""

from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from indicators.models import Indicator
from ingest.accounts.handelend import handelend_als
from ingest.taken import controleer_geschiedenis
from tests.gereedschap.mensen import maak_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def drie(edities: None, eigenaar: None, db: None) -> list[int]:
    """The numbers of the last three changes, and nothing that guards them any more."""
    with handelend_als(UUID(int=7), "beheerder", "Proef"):
        for naam in ("Een", "Twee", "Drie"):
            Indicator.objects.filter(slug="uitstroom-naar-werk").update(naam=naam)
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    for tabel in ("wijziging", "schakel"):
        sql(f"ALTER TABLE indicators_{tabel} DISABLE TRIGGER ALL")
    return [nummer for (nummer,) in sql("SELECT id FROM indicators_wijziging ORDER BY id DESC LIMIT 3")]


def sql(opdracht: str, *waarden: object) -> list[tuple[int]]:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return cursor.fetchall() if cursor.description else []


def controleer(*kop: str) -> str:
    uit = StringIO()
    call_command("controleer_geschiedenis", *kop, stdout=uit)
    return uit.getvalue()


def kop() -> str:
    return controleer().split("Kop: ")[1].strip()


def fouten(*eerder: str) -> str:
    with pytest.raises(CommandError) as fout:
        controleer(*eerder)
    return str(fout.value)


def test_een_geschiedenis_die_klopt(drie: list[int]) -> None:
    [(aantal,)] = sql("SELECT count(*) FROM indicators_wijziging")
    assert controleer().startswith(f"De geschiedenis klopt: {aantal} wijzigingen.\nKop: {aantal}:")
    assert controleer(kop()).startswith("De geschiedenis klopt")


def test_een_rij_die_veranderd_is(drie: list[int]) -> None:
    sql("UPDATE indicators_wijziging SET op = op - interval '5 years' WHERE id = %s", drie[1])
    assert f"Wijziging {drie[1]} is veranderd" in fouten()
    assert str(drie[0]) not in fouten()  # told once


def test_een_rij_die_weg_is(drie: list[int]) -> None:
    sql("DELETE FROM indicators_wijziging WHERE id = %s", drie[1])
    assert f"Wijziging {drie[1]} is weg." in fouten()


def test_een_rij_die_met_haar_schakel_weg_is(drie: list[int]) -> None:
    [(nummer,)] = sql("DELETE FROM indicators_schakel WHERE wijziging_id = %s RETURNING nummer", drie[1])
    sql("DELETE FROM indicators_wijziging WHERE id = %s", drie[1])
    assert f"Schakel {nummer} is weg." in fouten()


def test_een_rij_die_is_ingevoegd(drie: list[int]) -> None:
    [(nieuw,)] = sql(
        "INSERT INTO indicators_wijziging (tabel, rij, actie, rol, reden, op)"
        " VALUES ('indicators_breuk', '1', 'insert', 'controleur', '', '2020-01-01') RETURNING id"
    )
    assert f"Wijziging {nieuw} is ingevoegd: ze staat niet in de keten." in fouten()


def test_een_keten_die_opnieuw_gemaakt_is_klopt_maar_heeft_de_kop_niet_meer(drie: list[int]) -> None:
    eerder = kop()
    sql("DELETE FROM indicators_schakel")
    sql("DELETE FROM indicators_wijziging WHERE id = %s", drie[1])
    sql("SELECT doelwijzer_schakel(w) FROM indicators_wijziging w ORDER BY id")
    assert controleer().startswith("De geschiedenis klopt")
    assert f"De kop {eerder} staat niet meer in de keten." in fouten(eerder)


def test_de_kop_gaat_elke_dag_naar_de_beheerders_en_het_logboek(
    edities: None, db: None, mailoutbox: list[object], caplog: pytest.LogCaptureFixture
) -> None:
    bea = maak_account("bea", "beheerder")
    maak_account("inge")
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # as at the end of their transaction
    eerste = kop()
    for _ in range(2):
        controleer_geschiedenis()
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == ([bea.email], "Doelwijzer: de kop van de geschiedenis")
    assert f"\n{eerste}\n" in mail.body
    assert f"geschiedenis {eerste}: klopt" in caplog.text
