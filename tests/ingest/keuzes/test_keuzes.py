"""Where two sources differ a controleur chooses, with a reason; the pages say so, and it can be undone."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import Keuze, Vermelding, Versie, Wijziging
from ingest.accounts.handelend import handelend_als
from ingest.keuzes.keuzes import kies_bron
from ingest.models import Rol
from ingest.ontwerp.laden import EDITIES
from ingest.structuur.ingehaald import Ingehaald
from tests.gereedschap.hele_weg import laat_publiceren, verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, met_id, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

INDICATOR = "/indicatoren/uitstroom-naar-school/"
OPGAVE = {
    "ingetypt": "23",
    "bron": "Leerplicht",
    "toelichting": "De Binnenbaan telt vanaf de eerste lesdag.",
}


@pytest.fixture
def twee_bronnen() -> str:
    """PB 2026 says 19; an opgave with 23 goes its whole way. The address where the controleur chooses."""
    laat_publiceren("/werk/opgaven/uitstroom-naar-school/2024/", OPGAVE, "1.5")
    return f"/werk/keuzes/{bron('19').pk}/"


@pytest.fixture
def controleur(twee_bronnen: str) -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


def bron(gedrukt: str) -> Vermelding:
    realisaties = Vermelding.objects.filter(bewoording__definitie__indicator__slug="uitstroom-naar-school", jaar=2024)
    return realisaties.get(soort="realisatie", gedrukt=gedrukt)


def kern() -> str:
    return tekst(next(met_klasse(haal(Client(), INDICATOR), "kerncijfer")))


def uitleg() -> str:
    return tekst(met_id(haal(Client(), INDICATOR), "bronverschil"))


def kies_via_de_pagina(client: Client, adres: str, gedrukt: str, reden: str, **anders: str) -> int:
    velden = {"vermelding": str(bron(gedrukt).pk), "reden": reden, "actie": "kiezen"}
    gezien = verborgen(client.get(adres), "gezien")
    return client.post(adres, {**velden, "gezien": gezien, **anders}).status_code


def test_van_formulier_tot_keuze_en_terug(twee_bronnen: str, controleur: Client) -> None:
    assert kern().startswith("23 in 2024")
    zin = (
        "Twee bronnen, twee cijfers: 19 (PB 2026, regel 657) en 23 (Opgave {0}, regel 1). "
        "Bij Opgave {0} staat als uitleg: “De Binnenbaan telt vanaf de eerste lesdag.” "
    ).format(bron("23").bewoording.publicatie.naam.removeprefix("Opgave "))
    opgave = bron("23").bewoording.publicatie.naam
    assert uitleg().endswith(f"Over 2024 {zin}De site gebruikt 23, want {opgave} is de nieuwste bron.")
    assert "Jongeren die van de bijstand naar school gaan, 2024" in tekst(haal(controleur, "/werk/keuzes/"))

    versie = Versie.objects.get().nummer
    assert kies_via_de_pagina(controleur, twee_bronnen, "19", "De raad kent dit cijfer.") == 302
    assert Versie.objects.get().nummer == versie + 1
    assert kern() == "19 in 2024 (aantal) gekozen door een controleur"
    assert uitleg().endswith(
        f"Over 2024 {zin}De site gebruikt 19. Dat koos een controleur op {date_format(timezone.localdate())}. "
        "De reden: “De raad kent dit cijfer.”"
    )
    download = Client().get("/data/indicatoren/uitstroom-naar-school.csv")
    csv_cijfers = [
        (rij["gedrukt"], rij["publicatie"])
        for rij in csv.DictReader(download.getvalue().decode().splitlines())
        if rij["jaar"] == "2024" and rij["soort"] == "realisatie" and rij["waarde"]
    ]
    assert sorted(csv_cijfers) == [("19", "PB 2026"), ("23", opgave)]

    los = kies_via_de_pagina(controleur, twee_bronnen, "19", "Toch niet.", actie="loslaten", vermelding="")
    assert (los, Versie.objects.get().nummer) == (302, versie + 2)
    assert kern().startswith("23 in 2024")
    geschiedenis = Wijziging.objects.filter(tabel="indicators_keuze").order_by("pk")
    assert [(w.actie, w.rol, w.reden) for w in geschiedenis] == [
        ("insert", "controleur", "De raad kent dit cijfer."),
        ("update", "controleur", "Toch niet."),
    ]


def test_een_keuze_beeindigt_de_vorige(twee_bronnen: str, controleur: Client) -> None:
    kies_via_de_pagina(controleur, twee_bronnen, "19", "Eerst dit.")
    kies_via_de_pagina(controleur, twee_bronnen, "23", "Nu dat.")
    assert [(k.reden, k.vervallen_op is None) for k in Keuze.objects.order_by("pk")] == [
        ("Eerst dit.", False),
        ("Nu dat.", True),
    ]


def test_zonder_reden_of_keuze_wordt_niets_bewaard(twee_bronnen: str, controleur: Client) -> None:
    antwoord = controleur.post(twee_bronnen, {"actie": "kiezen", "reden": " "})
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert 'href="#id_reden"' in pagina
    assert pagina.count("Kies een van de cijfers.") == pagina.count("Schrijf waarom.") == 2
    assert not Keuze.objects.exists()


@pytest.mark.parametrize("actie", ["kiezen", "loslaten"])
def test_wat_een_ander_intussen_koos_blijft_staan(twee_bronnen: str, controleur: Client, actie: str) -> None:
    """Two controleurs have the page open; the second hears of the first, keeps what they typed, and can go on."""
    kies_via_de_pagina(controleur, twee_bronnen, "19", "Eerst dit.")
    gezien = verborgen(controleur.get(twee_bronnen), "gezien")
    ander = ingelogd(maak_account("cor", Rol.CONTROLEUR))
    assert kies_via_de_pagina(ander, twee_bronnen, "23", "De nieuwste.") == 302

    velden = {"vermelding": str(bron("19").pk), "reden": "Nageteld.", "gezien": gezien, "actie": actie}
    antwoord = controleur.post(twee_bronnen, velden)
    assert antwoord.status_code == 422
    assert "Intussen is er iets veranderd" in antwoord.content.decode()
    assert "Nageteld." in antwoord.content.decode()
    assert Keuze.objects.get(vervallen_op=None).reden == "De nieuwste."

    velden["gezien"] = verborgen(antwoord, "gezien")
    assert controleur.post(twee_bronnen, velden).status_code == 302


def test_een_ander_liet_al_los(twee_bronnen: str, controleur: Client) -> None:
    kies_via_de_pagina(controleur, twee_bronnen, "19", "Eerst dit.")
    gezien = verborgen(controleur.get(twee_bronnen), "gezien")
    assert kies_via_de_pagina(controleur, twee_bronnen, "19", "Weg ermee.", actie="loslaten") == 302
    assert kies_via_de_pagina(controleur, twee_bronnen, "19", "Ik ook.", actie="loslaten", gezien=gezien) == 422


def test_alleen_wat_geldt_kan_gekozen_worden(twee_bronnen: str, controleur: Client) -> None:
    ander_jaar = Vermelding.objects.filter(bewoording=bron("19").bewoording).exclude(jaar=2024).first()
    assert ander_jaar
    velden = {
        "vermelding": str(ander_jaar.pk),
        "reden": "x",
        "gezien": verborgen(controleur.get(twee_bronnen), "gezien"),
    }
    assert controleur.post(twee_bronnen, velden).status_code == 422
    with pytest.raises(Ingehaald), handelend_als(None, "controleur"):
        kies_bron(ander_jaar, "x", maak_account("cor", Rol.CONTROLEUR).actor, velden["gezien"])
    assert controleur.get(f"/werk/keuzes/{ander_jaar.pk}/").status_code == 404


def test_zonder_verschil_is_er_niets_te_kiezen() -> None:
    """The bundled documents differ about uitstroom naar werk alone; the page of another speaks of no difference."""
    keuzes = haal(ingelogd(maak_account("carla", Rol.CONTROLEUR)), "/werk/keuzes/")
    assert [tekst(a) for a in met_id(keuzes, "inhoud").iter("a") if "keuzes/" in (a.get("href") or "")] == [
        "Uitstroom uit de bijstand naar werk, 2024"
    ]
    assert "bronverschil" not in Client().get(INDICATOR).content.decode()


@pytest.mark.drawn
def laad_opnieuw(tmp_path: Path, tekst_van_editie: str) -> None:
    bestand = tmp_path / "PB-2026.txt"
    bestand.write_text(tekst_van_editie, encoding="utf-8")
    call_command("load_document", str(bestand), "--vervang", stdout=StringIO(), stderr=StringIO())


def test_een_keuze_gaat_mee_als_een_document_opnieuw_wordt_geladen(
    twee_bronnen: str, controleur: Client, tmp_path: Path
) -> None:
    """With the same figure on another line; with another figure it ends, and the findings say so."""
    assert kies_via_de_pagina(controleur, twee_bronnen, "19", "De raad kent dit cijfer.") == 302
    editie = (EDITIES / "PB-2026.txt").read_text(encoding="utf-8")

    laad_opnieuw(tmp_path, f"\n{editie}")
    assert kern() == "19 in 2024 (aantal) gekozen door een controleur"

    regel = editie.split("\n")[656]
    assert "19" in regel
    laad_opnieuw(tmp_path, editie.replace(regel, regel.replace("19", "18")))
    assert kern().startswith("23 in 2024")
    assert not Keuze.objects.filter(vervallen_op=None).exists()
    assert "Uitstroom naar school 2024: een controleur koos 19. Dat cijfer geldt niet meer" in tekst(
        haal(Client(), "/bevindingen/")
    )
