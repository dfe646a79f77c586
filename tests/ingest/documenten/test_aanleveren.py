"""From the form to what the reader made of a file; and the files that nobody can read."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import msgspec
import psutil
import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from kombu.exceptions import OperationalError as GeenBroker

from indicators.models import Lezing
from ingest.documenten.aanleveren import aanlevering as weg
from ingest.documenten.aanleveren import leesproces
from ingest.documenten.aanleveren.leesproces import Grenzen, Stand
from ingest.documenten.werker import werk_af
from ingest.lezer.document import VERSIE, Uitlezing, lees_document
from ingest.models import Aanlevering
from tests.gereedschap.documenten.documenten import PUBLICATIES, skelet
from tests.gereedschap.laden import Laad
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import wacht_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documentenmap")]

LIJST = "/werk/documenten/"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


@pytest.fixture
def controleur(db: None) -> Client:
    return ingelogd(maak_account("cora", "controleur"))


def lever_aan(browser: Client, inhoud: bytes, naam: str = "PB-2026.txt", **opties: object) -> HttpResponse:
    return browser.post(LIJST, {"bestand": SimpleUploadedFile(naam, inhoud)}, **opties)


def aangeleverd(browser: Client, inhoud: bytes) -> Aanlevering:
    antwoord = lever_aan(browser, inhoud)
    assert antwoord.status_code == 302, antwoord.content.decode()
    return Aanlevering.objects.get(pk=int(antwoord["Location"].split("/")[-2]))


def pagina(browser: Client, aanlevering: Aanlevering) -> str:
    return browser.get(aanlevering.get_absolute_url()).content.decode()


def gelezen(inhoud: bytes, lezer: str = leesproces.LEZER, **velden: object) -> Aanlevering:
    """An aanlevering of these bytes after a worker was at it."""
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


# Handing in


def test_een_bestand_wordt_bewaard_en_een_werker_hoort_ervan(
    controleur: Client,
    documentenmap: Path,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: object,
) -> None:
    gestuurd: list[object] = []
    monkeypatch.setattr(weg, "current_app", SimpleNamespace(send_task=lambda *wat: gestuurd.append(wat)))
    inhoud = skelet("PB 2026").read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        aanlevering = aangeleverd(controleur, inhoud)

    bestand = documentenmap / aanlevering.checksum
    assert bestand.read_bytes() == inhoud
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    assert stat.S_IMODE(documentenmap.stat().st_mode) == 0o700
    assert list(documentenmap.iterdir()) == [bestand]
    assert (aanlevering.bestandsnaam, aanlevering.formaat, aanlevering.grootte) == ("PB-2026.txt", "tekst", len(inhoud))
    assert aanlevering.staat == "wacht"
    assert gestuurd == [("ingest.taken.werk_af", [aanlevering.pk])]
    assert "wacht op de lezer" in pagina(controleur, aanlevering)


def test_een_broker_die_weg_is_houdt_niemand_op(
    controleur: Client, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: object
) -> None:
    def weigert(*wat: object) -> None:
        raise GeenBroker

    monkeypatch.setattr(weg, "current_app", SimpleNamespace(send_task=weigert))
    with django_capture_on_commit_callbacks(execute=True) as gestuurd:
        assert aangeleverd(controleur, b"Programmabegroting 2026").staat == "wacht"
    assert len(gestuurd) == 1


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [(PNG, "tekst"), (b"", "Het bestand is leeg."), (b"a" * 52_500_000, "Dit bestand is groter dan 50 MB.")],
    ids=["picture", "empty", "too large"],
)
def test_een_onleesbaar_bestand_wordt_geweigerd_voordat_het_bewaard_is(
    controleur: Client, documentenmap: Path, inhoud: bytes, zin: str
) -> None:
    antwoord = lever_aan(controleur, inhoud, naam="begroting.txt")

    assert antwoord.status_code == 422
    assert "Er is niets bewaard." in antwoord.content.decode()
    assert zin in antwoord.content.decode().replace("&#x27;", "'")
    assert not Aanlevering.objects.exists()
    assert not documentenmap.exists()


def test_er_wordt_niet_meer_aangenomen_dan_nodig_om_te_zien_dat_het_te_groot_is(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weg.bestanden, "GROOTST", 100_000)
    verzoek = rf.post(LIJST, {"bestand": SimpleUploadedFile("begroting.txt", b"a" * 3_000_000)})

    assert 100_000 < verzoek.FILES["bestand"].size < 300_000
    verzoek.close()


def test_een_formulier_zonder_bestand_vraagt_erom(controleur: Client) -> None:
    antwoord = controleur.post(LIJST, {})

    assert antwoord.status_code == 422
    assert "Kies eerst een bestand." in antwoord.content.decode()


def test_hetzelfde_bestand_dat_onderweg_is_wordt_getoond(controleur: Client) -> None:
    eerste = aangeleverd(controleur, b"Programmabegroting 2026")
    antwoord = lever_aan(controleur, b"Programmabegroting 2026", naam="kopie.txt", follow=True)

    assert antwoord.redirect_chain == [(eerste.get_absolute_url(), 302)]
    assert "Dit bestand is al aangeleverd." in antwoord.content.decode()
    assert Aanlevering.objects.count() == 1


def op_de_site(inhoud: bytes, laad: Laad) -> Aanlevering:
    """As it is after a second person approved it."""
    assert laad(inhoud).code == 0
    aanlevering = Aanlevering.objects.create(
        bestandsnaam="PB.txt",
        checksum=weg.bestanden.bewaar_bestand(inhoud),
        formaat="tekst",
        grootte=len(inhoud),
        aangeleverd_door=UUID(int=1),
        staat="gepubliceerd",
        akkoord_door=UUID(int=2),
        lezing=Lezing.objects.get(),
    )
    aanlevering.uitlezingen.create(lezer_versie=VERSIE, inhoud=msgspec.to_builtins(lees_document(inhoud)))
    return aanlevering


def test_hetzelfde_bestand_op_de_site_wordt_getoond_tot_het_ingetrokken_is(controleur: Client, laad: Laad) -> None:
    inhoud = skelet("PB 2026").read_bytes()
    eerste = op_de_site(inhoud, laad)

    antwoord = lever_aan(controleur, inhoud, follow=True)
    assert antwoord.redirect_chain == [(eerste.get_absolute_url(), 302)]
    assert "Dit bestand staat al op de site." in antwoord.content.decode()

    Lezing.objects.update(staat="ingetrokken")
    assert aangeleverd(controleur, inhoud) != eerste


def test_een_bestand_op_de_site_leest_alleen_een_andere_lezer_opnieuw(
    controleur: Client, laad: Laad, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste = op_de_site(skelet("PB 2026").read_bytes(), laad)

    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    assert Aanlevering.objects.count() == 1
    assert "Opnieuw lezen verandert niets." in pagina(controleur, eerste)

    monkeypatch.setattr(weg, "VERSIE", VERSIE + "b")
    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    nieuw = Aanlevering.objects.exclude(pk=eerste.pk).get()
    assert (nieuw.checksum, nieuw.staat) == (eerste.checksum, "wacht")


def test_wat_gestopt_is_kan_een_keer_opnieuw_gelezen_worden(controleur: Client) -> None:
    eerste = aangeleverd(controleur, b"Programmabegroting 2026")
    controleur.post(eerste.get_absolute_url(), {"actie": "stoppen"})
    assert "Iemand stopte met dit document." in pagina(controleur, eerste)

    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    assert sorted(Aanlevering.objects.values_list("staat", flat=True)) == ["afgebroken", "wacht"]


# Reading


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

WEL = "Programmabegroting 2026"


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
    monkeypatch.setattr(leesproces, "LEZER", "tests.gereedschap.processen.wankele_lezer")
    seconden = 0.6 if doet == "wacht" else 20
    monkeypatch.setattr(leesproces, "GRENZEN", Grenzen(geheugen=300_000_000, rekentijd=1, seconden=seconden))
    aanlevering = gelezen(f"{doet} zich".encode())

    assert aanlevering.staat == "geweigerd"
    assert zin in aanlevering.reden
    assert zin in pagina(controleur, aanlevering)
    assert not aanlevering.uitlezingen.exists()
    monkeypatch.setattr(leesproces, "GRENZEN", Grenzen())
    assert gelezen(skelet("PB 2023").read_bytes()).staat == "te beoordelen"


def test_een_bestand_dat_de_lezer_niet_kan_openen_wordt_geweigerd_met_de_reden() -> None:
    aanlevering = gelezen("Programmabegroting 2026, €".encode("latin-1", "replace") + b"\xff")

    assert aanlevering.staat == "geweigerd"
    assert "Regel 1 is geen UTF-8." in aanlevering.reden


def test_een_bestand_dat_op_schijf_beschadigd_is_wordt_niet_gelezen(documentenmap: Path) -> None:
    checksum = weg.bestanden.bewaar_bestand(b"Programmabegroting 2026")
    (documentenmap / checksum).write_bytes(b"Programmabegroting 2O26")
    velden = {"bestandsnaam": "PB.txt", "formaat": "tekst", "grootte": 23, "aangeleverd_door": UUID(int=1)}
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
