"""A disk that is full, or that can be read only: who brings something is told that nothing was kept."""

import errno
import os
from pathlib import Path

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from ingest.models import Aanlevering, Opgave, Rol
from tests.gereedschap.aanleveren import aangeleverd, lever_aan
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import PAGINA, WERK_2025, html

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documentenmap")]

BEGROTING = b"Programmabegroting 2026"


def zegt_dat_niets_bewaard_is(antwoord: HttpResponse) -> bool:
    zegt = html(antwoord)
    zinnen = "De site kan nu niets bewaren", "Wat u verstuurde, is niet bewaard.", "Waarschuw meteen de beheerder"
    return antwoord.status_code == 503 and all(zin in zegt for zin in zinnen)


@pytest.mark.parametrize("fout", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_een_document_dat_niet_op_de_schijf_past_is_er_niet(
    controleur: Client, documentenmap: Path, monkeypatch: pytest.MonkeyPatch, fout: int
) -> None:
    def vol(_: int) -> None:
        raise OSError(fout, os.strerror(fout))

    controleur.raise_request_exception = False
    with monkeypatch.context() as schijf:
        schijf.setattr(os, "fsync", vol)
        antwoord = lever_aan(controleur, BEGROTING)

    assert zegt_dat_niets_bewaard_is(antwoord)
    assert "Een bestand of wachtwoord vult u dan nog een keer in." in html(antwoord)
    assert not Aanlevering.objects.exists()
    assert list(documentenmap.iterdir()) == []
    assert aangeleverd(controleur, BEGROTING).staat == "wacht"


def test_een_document_neemt_niet_de_laatste_ruimte(controleur: Client, documentenmap: Path, settings: Settings) -> None:
    controleur.raise_request_exception = False
    settings.SCHIJF_RESERVE = 2**60

    assert zegt_dat_niets_bewaard_is(lever_aan(controleur, BEGROTING))
    assert not Aanlevering.objects.exists()
    assert list(documentenmap.iterdir()) == []


@pytest.mark.usefixtures("edities_van_eigenaar")
@pytest.mark.parametrize("fout", ["disk_full", "read_only_sql_transaction"])
def test_een_cijfer_dat_de_database_niet_bewaart_staat_klaar_om_opnieuw_te_versturen(fout: str) -> None:
    inge = ingelogd(maak_account("inge", Rol.INVOERDER), raise_request_exception=False)
    getypt = {
        "gezien": verborgen(inge.get(WERK_2025), "gezien"),
        "ingetypt": "190",
        "bron": "Suites",
        "actie": "indienen",
    }
    weiger("ingest_opgave", fout)

    antwoord = inge.post(WERK_2025, getypt)

    assert zegt_dat_niets_bewaard_is(antwoord)
    assert {naam: verborgen(antwoord, naam) for naam in getypt} == getypt
    assert not Opgave.objects.exists()
    assert "181 in 2024" in html(Client().get(PAGINA))
    laat_toe("ingest_opgave")
    assert inge.post(WERK_2025, getypt).status_code == 302
    assert Opgave.objects.get().ingetypt == "190"


def weiger(tabel: str, fout: str) -> None:
    """The database answers like this to whatever is added."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE FUNCTION weiger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE {fout}; END $$;"
            f"CREATE TRIGGER weiger BEFORE INSERT ON {tabel} EXECUTE FUNCTION weiger()"
        )


def laat_toe(tabel: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER weiger ON {tabel}")
