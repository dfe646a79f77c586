"""A file handed in: kept, refused, or shown as one that is here already."""

import stat
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from kombu.exceptions import OperationalError as GeenBroker

from indicators.models import Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.documenten.aanleveren import aanlevering as weg
from ingest.lezer.document import VERSIE, lees_document
from ingest.models import Aanlevering
from tests.gereedschap.aanleveren import LIJST, aangeleverd, lever_aan, pagina
from tests.gereedschap.documenten.documenten import skelet
from tests.gereedschap.laden import Laad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("documentenmap")]

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


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
    with handelend_als(None, SYSTEEM):
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
