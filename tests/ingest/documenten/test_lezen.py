"""What a worker makes of a file that was handed in; and the files that no reader can bear."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import msgspec
import psutil
import psycopg
import pytest
from django.db import connection
from django.test import Client

from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.documenten.aanleveren import aanlevering as weg
from ingest.documenten.aanleveren import leesproces
from ingest.documenten.aanleveren.leesproces import Stand
from ingest.documenten.werker import werk_af
from ingest.kindproces.starten import Grenzen
from ingest.lezer.document import VERSIE, Uitlezing, lees_document
from ingest.models import Aanlevering
from tests.gereedschap.aanleveren import LIJST, aangeleverd, pagina
from tests.gereedschap.documenten.documenten import PUBLICATIES, skelet
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import wacht_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documentenmap")]


def gelezen(inhoud: bytes, **velden: object) -> Aanlevering:
    """An aanlevering of these bytes after a worker was at it."""
    with handelend_als(None, SYSTEEM):
        aanlevering = Aanlevering.objects.create(
            bestandsnaam="PB.txt",
            checksum=weg.bestanden.bewaar_bestand(inhoud),
            formaat="tekst",
            grootte=len(inhoud),
            aangeleverd_door=UUID(int=1),
            **velden,
        )
    werk_af(aanlevering.pk)
    aanlevering.refresh_from_db()
    return aanlevering


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_wat_de_lezer_ervan_maakte_wordt_heel_bewaard(publicatie: str) -> None:
    inhoud = skelet(publicatie).read_bytes()
    aanlevering = gelezen(inhoud)

    assert aanlevering.staat == "te beoordelen"
    uitlezing = aanlevering.uitlezingen.get()
    assert uitlezing.lezer_versie == VERSIE
    assert msgspec.convert(uitlezing.inhoud, Uitlezing) == lees_document(inhoud)
    assert (aanlevering.gelezen, aanlevering.bladzijden) == (1, 1)


def test_de_pagina_zegt_hoe_ver_het_is(controleur: Client) -> None:
    aanlevering = aangeleverd(controleur, b"Programmabegroting 2026")
    assert "Stop met lezen" in pagina(controleur, aanlevering)
    Aanlevering.objects.update(staat="leest", bladzijden=98, gelezen=12, tabellen=5)

    voortgang = controleur.get(f"{aanlevering.get_absolute_url()}voortgang/").json()
    zin = "12 van 98 bladzijden gelezen, 5 tabellen gevonden"
    assert voortgang == {"staat": "leest", "gelezen": 12, "bladzijden": 98, "tekst": zin}
    assert zin in pagina(controleur, aanlevering)
    assert zin in controleur.get(LIJST).content.decode()


def test_een_document_wordt_gelezen_als_wat_een_mens_zegt_dat_het_is() -> None:
    aanlevering = gelezen(skelet("PB 2026").read_bytes(), publicatie="PB 2027")

    (fout,) = [b for b in aanlevering.uitlezingen.get().inhoud["concept"]["bevindingen"] if b["soort"] == "publicatie"]
    assert "PB 2027" in fout["tekst"]


def test_na_een_werker_die_stierf_begint_een_ander_opnieuw() -> None:
    aanlevering = gelezen(skelet("PB 2026").read_bytes(), staat="leest", bladzijden=98, gelezen=97, tabellen=40)

    assert (aanlevering.staat, aanlevering.bladzijden) == ("te beoordelen", 1)
    assert aanlevering.uitlezingen.count() == 1


def test_een_tweede_werker_laat_het_aan_de_eerste() -> None:
    velden = {**connection.get_connection_params(), "cursor_factory": psycopg.Cursor}
    del velden["context"]
    with psycopg.connect(**velden) as eerste:
        aanlevering = Aanlevering(bestandsnaam="PB.txt", checksum="0" * 64, formaat="tekst", grootte=1)
        aanlevering.aangeleverd_door = UUID(int=1)
        with handelend_als(None, SYSTEEM):
            aanlevering.save()
        eerste.execute("SELECT pg_advisory_lock(hashtext('aanlevering'), hashtext(%s))", [str(aanlevering.pk)])
        werk_af(aanlevering.pk)
        aanlevering.refresh_from_db()

    assert aanlevering.staat == "wacht"


def test_wat_onder_het_lezen_gestopt_is_blijft_gestopt(controleur: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    aanlevering = aangeleverd(controleur, skelet("PB 2026").read_bytes())
    lees = leesproces.lees_in_kind

    def lees_onderbroken(*wat: object) -> bytes | None:
        antwoord = controleur.post(aanlevering.get_absolute_url(), {"actie": "stoppen"}, follow=True)
        assert "Gestopt met PB-2026.txt." in antwoord.content.decode()
        return lees(*wat)

    monkeypatch.setattr(leesproces, "lees_in_kind", lees_onderbroken)
    werk_af(aanlevering.pk)

    aanlevering.refresh_from_db()
    assert aanlevering.staat == "afgebroken"
    assert not aanlevering.uitlezingen.exists()


# What no reader can bear


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("doet", "zin"),
    [
        ("vreet", "Dit bestand vraagt te veel geheugen om te lezen."),
        ("rekent", "Het lezen duurde te lang en is gestopt."),
        ("wacht", "Het lezen duurde te lang en is gestopt."),
        ("crasht", "De lezer liep vast op dit bestand."),
        ("struikelt", "De lezer liep vast op dit bestand."),
        ("nul", "De lezer liep vast op dit bestand."),
    ],
)
def test_een_bestand_dat_de_lezer_breekt_wordt_geweigerd_en_het_volgende_gelezen(
    controleur: Client, monkeypatch: pytest.MonkeyPatch, doet: str, zin: str
) -> None:
    grenzen = leesproces.GRENZEN
    monkeypatch.setattr(leesproces, "LEZER", "tests.gereedschap.processen.wankele_lezer")
    seconden = 0.6 if doet == "wacht" else 20
    monkeypatch.setattr(leesproces, "GRENZEN", Grenzen(geheugen=300_000_000, rekentijd=1, seconden=seconden))
    aanlevering = gelezen(f"{doet} zich".encode())

    assert aanlevering.staat == "geweigerd"
    assert zin in aanlevering.reden
    assert zin in pagina(controleur, aanlevering)
    assert not aanlevering.uitlezingen.exists()
    monkeypatch.setattr(leesproces, "GRENZEN", grenzen)
    assert gelezen(skelet("PB 2023").read_bytes()).staat == "te beoordelen"


def test_een_bestand_dat_de_lezer_niet_kan_openen_wordt_geweigerd_met_de_reden() -> None:
    aanlevering = gelezen("Programmabegroting 2026, €".encode("latin-1", "replace") + b"\xff")

    assert aanlevering.staat == "geweigerd"
    assert "Regel 1 is geen UTF-8." in aanlevering.reden


@pytest.mark.drawn
def test_een_bestand_dat_op_schijf_beschadigd_is_wordt_niet_gelezen(documentenmap: Path) -> None:
    checksum = weg.bestanden.bewaar_bestand(b"Programmabegroting 2026")
    (documentenmap / checksum).write_bytes(b"Programmabegroting 2O26")
    velden = {"bestandsnaam": "PB.txt", "formaat": "tekst", "grootte": 23, "aangeleverd_door": UUID(int=1)}
    with handelend_als(None, SYSTEEM):
        aanlevering = Aanlevering.objects.create(checksum=checksum, **velden)
    werk_af(aanlevering.pk)

    aanlevering.refresh_from_db()
    assert aanlevering.staat == "geweigerd"
    assert "Het bestand staat niet meer heel op de server." in aanlevering.reden
    assert weg.bestanden.bewaar_bestand(b"Programmabegroting 2026") == checksum  # handed in again it is whole again
    assert weg.bestanden.lees_bewaard(checksum) == b"Programmabegroting 2026"


def test_de_lezer_eindigt_met_wie_hem_startte(tmp_path: Path) -> None:
    bestand = tmp_path / "document"
    bestand.write_text("wacht")
    code = (
        "from pathlib import Path; from ingest.documenten.aanleveren import leesproces;"
        "leesproces.LEZER = 'tests.gereedschap.processen.wankele_lezer';"
        f"leesproces.lees_in_kind(Path({str(bestand)!r}), {{}}, lambda stand: True)"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT) as ouder:
        (kind,) = wacht_tot(lambda: psutil.Process(ouder.pid).children())
        os.kill(ouder.pid, signal.SIGKILL)
        ouder.wait()
        psutil.wait_procs([kind], timeout=5)

    assert not kind.is_running() or kind.status() == psutil.STATUS_ZOMBIE


def test_een_gestopte_lezer_is_meteen_weg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leesproces, "LEZER", "tests.gereedschap.processen.wankele_lezer")
    bestand = tmp_path / "document"
    bestand.write_text("wacht")
    kinderen: list[psutil.Process] = []

    def stop(stand: Stand) -> bool:
        kinderen.extend(psutil.Process().children())
        return False

    assert leesproces.lees_in_kind(bestand, {}, stop) is None
    assert kinderen
    assert not [kind for kind in kinderen if kind.is_running()]
