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


def test_file_is_kept_and_a_worker_hears_of_it(
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


def test_broker_that_is_away_holds_up_nobody(
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
def test_file_that_cannot_be_read_is_refused_before_it_is_kept(
    controleur: Client, documentenmap: Path, inhoud: bytes, zin: str
) -> None:
    antwoord = lever_aan(controleur, inhoud, naam="begroting.txt")

    assert antwoord.status_code == 422
    assert "Er is niets bewaard." in antwoord.content.decode()
    assert zin in antwoord.content.decode().replace("&#x27;", "'")
    assert not Aanlevering.objects.exists()
    assert not documentenmap.exists()


def test_no_more_is_taken_in_than_shows_that_it_is_too_large(
    rf: RequestFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weg.bestanden, "GROOTST", 100_000)
    verzoek = rf.post(LIJST, {"bestand": SimpleUploadedFile("begroting.txt", b"a" * 3_000_000)})

    assert 100_000 < verzoek.FILES["bestand"].size < 300_000
    verzoek.close()


def test_form_without_a_file_asks_for_one(controleur: Client) -> None:
    antwoord = controleur.post(LIJST, {})

    assert antwoord.status_code == 422
    assert "Kies eerst een bestand." in antwoord.content.decode()


def test_same_file_on_its_way_is_shown_instead(controleur: Client) -> None:
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


def test_same_file_on_the_site_is_shown_until_it_is_withdrawn(controleur: Client, laad: Laad) -> None:
    inhoud = skelet("PB 2026").read_bytes()
    eerste = op_de_site(inhoud, laad)

    antwoord = lever_aan(controleur, inhoud, follow=True)
    assert antwoord.redirect_chain == [(eerste.get_absolute_url(), 302)]
    assert "Dit bestand staat al op de site." in antwoord.content.decode()

    Lezing.objects.update(staat="ingetrokken")
    assert aangeleverd(controleur, inhoud) != eerste


def test_file_on_the_site_is_read_again_by_another_reader_only(
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


def test_what_was_stopped_can_be_read_again_once(controleur: Client) -> None:
    eerste = aangeleverd(controleur, b"Programmabegroting 2026")
    controleur.post(eerste.get_absolute_url(), {"actie": "stoppen"})
    assert "Iemand stopte met dit document." in pagina(controleur, eerste)

    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    controleur.post(eerste.get_absolute_url(), {"actie": "opnieuw"})
    assert sorted(Aanlevering.objects.values_list("staat", flat=True)) == ["afgebroken", "wacht"]


# Reading


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_what_the_reader_made_of_it_is_kept_whole(publicatie: str) -> None:
    inhoud = skelet(publicatie).read_bytes()
    aanlevering = gelezen(inhoud)

    assert aanlevering.staat == "te beoordelen"
    uitlezing = aanlevering.uitlezingen.get()
    assert uitlezing.lezer_versie == VERSIE
    assert msgspec.convert(uitlezing.inhoud, Uitlezing) == lees_document(inhoud)
    assert (aanlevering.gelezen, aanlevering.bladzijden) == (1, 1)


def test_page_tells_how_far_it_is(controleur: Client) -> None:
    aanlevering = aangeleverd(controleur, b"Programmabegroting 2026")
    assert "Stop met lezen" in pagina(controleur, aanlevering)
    Aanlevering.objects.update(staat="leest", bladzijden=98, gelezen=12, tabellen=5)

    voortgang = controleur.get(f"{aanlevering.get_absolute_url()}voortgang/").json()
    zin = "12 van 98 bladzijden gelezen, 5 tabellen gevonden"
    assert voortgang == {"staat": "leest", "gelezen": 12, "bladzijden": 98, "tekst": zin}
    assert zin in pagina(controleur, aanlevering)
    assert zin in controleur.get(LIJST).content.decode()


def test_document_told_by_a_person_is_read_as_that() -> None:
    aanlevering = gelezen(skelet("PB 2026").read_bytes(), publicatie="PB 2027")

    (fout,) = [b for b in aanlevering.uitlezingen.get().inhoud["concept"]["bevindingen"] if b["soort"] == "publicatie"]
    assert "PB 2027" in fout["tekst"]


def test_worker_that_died_is_followed_by_one_that_starts_again() -> None:
    aanlevering = gelezen(skelet("PB 2026").read_bytes(), staat="leest", bladzijden=98, gelezen=97, tabellen=40)

    assert (aanlevering.staat, aanlevering.bladzijden) == ("te beoordelen", 1)
    assert aanlevering.uitlezingen.count() == 1


def test_second_worker_leaves_it_to_the_first() -> None:
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


def test_stopped_while_it_is_read_it_stays_stopped(controleur: Client, monkeypatch: pytest.MonkeyPatch) -> None:
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
def test_file_that_breaks_the_reader_is_refused_and_the_next_is_read(
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


def test_file_that_the_reader_cannot_open_is_refused_with_its_reason() -> None:
    aanlevering = gelezen("Programmabegroting 2026, €".encode("latin-1", "replace") + b"\xff")

    assert aanlevering.staat == "geweigerd"
    assert "Regel 1 is geen UTF-8." in aanlevering.reden


def test_file_that_was_damaged_on_the_disk_is_not_read(documentenmap: Path) -> None:
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


def test_reader_ends_with_who_started_it(tmp_path: Path) -> None:
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


def test_reader_that_is_stopped_is_gone_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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
