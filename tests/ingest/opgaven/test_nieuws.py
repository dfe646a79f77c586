"""My list says what happened to what I entered since I last looked, by whose role, until I say that I saw it."""

from datetime import timedelta
from xml.etree.ElementTree import Element

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import Definitie, Doelstelling
from ingest.models import Account, Opgave, Overname, Rol, Termijn
from ingest.opgaven.opgaven import publiceer_vrijgegeven
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import (
    WERK_2025,
    dien_in,
    keur_goed,
    maak_geldovername,
    maak_overname,
    maak_prognose,
    vul_in,
)
from tests.gereedschap.paginas import haal, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

LIJST = "/werk/"
NAAM = "Uitstroom uit de bijstand naar werk"


def vak(client: Client) -> Element | None:
    """The part of the list with news."""
    return next((deel for deel in met_klasse(haal(client, LIJST), "vlak") if "Nieuw voor u" in tekst(deel)), None)


def nieuws(client: Client) -> list[str]:
    deel = vak(client)
    return [tekst(regel) for regel in deel.iter("li")] if deel is not None else []


def geef_terug(controleur: Client, opgave: Opgave, opmerking: str) -> None:
    velden = {
        "gezien": f"{opgave.pk}.{opgave.versie}",
        "terug": str(opgave.pk),
        f"opmerking-{opgave.pk}": opmerking,
    }
    assert controleur.post("/werk/controle/bekijken/", velden).status_code == 302


def druk_op_gezien(client: Client) -> None:
    tot = verborgen(client.get(LIJST), "tot")
    assert client.post("/werk/gezien/", {"tot": tot}).status_code == 302


def test_teruggegeven_staat_er_tot_ik_zeg_dat_ik_het_zag(inge: Client, carla: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    assert vak(inge) is None  # what I did myself is no news
    geef_terug(carla, opgave, "Tel na.")

    for _ in range(2):  # looking is not saying that I saw it
        (regel,) = nieuws(inge)
        assert regel.startswith(f"{NAAM} 2025: door een controleur teruggegeven, ")
        assert regel.endswith("Opmerking: Tel na.")
        assert "Carla" not in regel
    deel = vak(inge)
    assert deel is not None
    assert [link.get("href") for link in deel.iter("a")] == [WERK_2025]
    druk_op_gezien(inge)
    assert vak(inge) is None
    vul_in(inge, WERK_2025, ingetypt="191", actie="bewaren")  # it stays sent back, and that is no news again
    opgave.refresh_from_db()
    assert (opgave.ingetypt, opgave.staat) == ("191", "teruggegeven")
    assert vak(inge) is None


def test_goedgekeurd_en_daarna_vanzelf_op_de_site(inge: Client, carla: Client, later: Termijn) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, opgave)
    (regel,) = nieuws(inge)
    assert regel.startswith(f"{NAAM} 2025: door een controleur goedgekeurd, ")

    Termijn.objects.filter(pk=later.pk).update(vrijgave_op=timezone.localdate())
    assert publiceer_vrijgegeven() == 1
    (regel,) = nieuws(inge)  # of one figure only the last
    assert regel.startswith(f"{NAAM} 2025: vanzelf op de site gezet, ")


def test_wat_na_het_kijken_gebeurde_blijft_staan(inge: Client, carla: Client) -> None:
    """Seen is what the page showed, not what came while it was open."""
    werk, school = (
        dien_in(inge, adres, ingetypt=cijfer)
        for adres, cijfer in ((WERK_2025, "190"), (WERK_2025.replace("werk/2025", "school/2025"), "20"))
    )
    keur_goed(carla, werk)
    tot = verborgen(inge.get(LIJST), "tot")
    keur_goed(carla, school)
    assert ["school" in regel for regel in nieuws(inge)] == [True, False]  # the newest first
    inge.post("/werk/gezien/", {"tot": tot})
    (regel,) = nieuws(inge)
    assert "school" in regel
    nieuwste = verborgen(inge.get(LIJST), "tot")
    inge.post("/werk/gezien/", {"tot": nieuwste})
    inge.post("/werk/gezien/", {"tot": tot})  # an older page brings nothing back
    assert nieuws(inge) == []


@pytest.mark.parametrize("tot", ["", "onzin", "0", "9" * 5000, "-1"])
def test_een_onzinnig_moment_verandert_niets(inge: Client, carla: Client, tot: str) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190"))
    assert inge.post("/werk/gezien/", {"tot": tot}).status_code == 302
    assert len(nieuws(inge)) == 1


def test_alleen_van_wat_ik_invoerde(inge: Client, carla: Client) -> None:
    ina = ingelogd(maak_account("ina", Rol.INVOERDER))
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, opgave)
    assert (len(nieuws(inge)), nieuws(ina)) == (1, [])


def test_wat_er_was_voor_iemand_begon_is_geen_nieuws(inge: Client, carla: Client, invoerder: Account) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190"))
    Account.objects.filter(pk=invoerder.pk).update(nieuws_gezien_op=timezone.now() + timedelta(seconds=1))
    assert nieuws(inge) == []


def test_wie_het_cijfer_niet_meer_mag_invoeren_krijgt_geen_dode_link(
    inge: Client, carla: Client, invoerder: Account
) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190"))
    invoerder.rechten.update(doelstelling=Doelstelling.objects.get(code="1.6"))
    deel = vak(inge)
    assert deel is not None
    assert list(deel.iter("a")) == []
    assert NAAM in tekst(deel)


def test_ook_een_prognose_en_een_bedrag_dat_ik_overnam(inge: Client, carla: Client, invoerder: Account) -> None:
    prognose = maak_prognose(Definitie.objects.get(slug="uitstroom-naar-werk"), invoerder.actor)
    bedrag = maak_geldovername(Doelstelling.objects.get(code="1.5"), invoerder.actor)
    for adres, versie in (
        (f"/werk/controle/prognoses/{prognose.pk}/", prognose.versie),
        (f"/werk/doelen/bedragen/{bedrag.pk}/besluit/", bedrag.versie),
    ):
        besluit = {"actie": "terug", "gezien": str(versie), "opmerking": "Reken het na."}
        assert carla.post(adres, besluit).status_code == 302

    over_bedrag, over_prognose = nieuws(inge)
    assert over_bedrag.startswith("1.5 Stimuleren duurzame arbeidsparticipatie, begroting na wijziging 2024: door een")
    assert over_prognose.startswith(f"Prognose {NAAM} 2026: door een controleur teruggegeven, ")
    deel = vak(inge)
    assert deel is not None
    assert [link.get("href") for link in deel.iter("a")] == [
        f"/werk/doelen/#geldovername-{bedrag.pk}",
        "/werk/prognoses/uitstroom-naar-werk/2026/",
    ]


def test_ook_een_doel_dat_ik_overnam(inge: Client, carla: Client, invoerder: Account) -> None:
    overname = maak_overname(Definitie.objects.get(slug="uitstroom-naar-werk"), invoerder.actor)
    assert vak(inge) is None
    for actie, gebeurd in (
        ("terug", "teruggegeven"),
        ("goed", "op de site gezet"),
        ("intrekken", "van de site gehaald"),
    ):
        if actie == "goed":  # handed in again
            Overname.objects.update(staat=Overname.Staat.VOORGELEGD, versie=overname.versie + 1)
        overname.refresh_from_db()
        besluit = {"actie": actie, "gezien": str(overname.versie), "opmerking": "Verkeerd boek."}
        assert carla.post(f"/werk/doelen/{overname.pk}/besluit/", besluit).status_code == 302
        overname.refresh_from_db()
        (regel,) = nieuws(inge)
        assert regel.startswith(f"{NAAM}, PB 2024 voor 2024: door een controleur {gebeurd}, ")
        assert regel.endswith("Opmerking: Verkeerd boek.") == (actie != "goed")
        deel = vak(inge)
        assert deel is not None
        assert [link.get("href") for link in deel.iter("a")] == [f"/werk/doelen/#overname-{overname.pk}"]
    druk_op_gezien(inge)
    assert nieuws(inge) == []
