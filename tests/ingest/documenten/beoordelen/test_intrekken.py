"""A published document is replaced by a corrected file, or withdrawn as a whole; through the pages."""

import csv
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import Keuze, Publicatie, Vermelding
from ingest.accounts.handelend import handelend_als
from ingest.models import Aanlevering, Account, Rol
from tests.gereedschap.beoordelen import beantwoord_alles, editie, lever_aan, publiceer
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


@pytest.fixture
def anna() -> Account:
    return maak_account("anna", Rol.CONTROLEUR)


@pytest.fixture
def bert() -> Client:
    return ingelogd(maak_account("bert", Rol.CONTROLEUR))


@pytest.fixture
def op_de_site(anna: Account, bert: Client) -> Aanlevering:
    """PB 2027 as a colleague published it."""
    document = lever_aan(editie(), anna.actor)
    beantwoord_alles(bert, document)
    publiceer(bert, document)
    assert document.staat == "gepubliceerd"
    return document


def pagina(document: Aanlevering, waar: str = "") -> str:
    return f"/werk/documenten/{document.pk}/{waar}"


def publicaties_in_csv() -> set[str]:
    regels = Client().get("/data/cijfers.csv").getvalue().decode().splitlines()
    return {rij["publicatie"] for rij in csv.DictReader(regels)}


def test_ingetrokken_blijft_te_lezen_en_telt_nergens_mee(op_de_site: Aanlevering, anna: Account, bert: Client) -> None:
    werk = Vermelding.objects.get(bewoording__publicatie__naam="PB 2027", gedrukt="181", soort="realisatie")
    assert "PB 2027" in publicaties_in_csv()
    assert "181 in 2025" in tekst(haal(Client(), "/indicatoren/uitstroom-naar-werk/"))
    with handelend_als(anna.actor, Rol.CONTROLEUR):
        Keuze.objects.create(vermelding=werk, reden="Deze.", actor=anna.actor)

    vooraf = tekst(haal(bert, pagina(op_de_site, "intrekken/")))
    assert "cijfers en" in vooraf
    assert "1 keuze tussen bronnen: die staat weer open." in vooraf
    zonder = bert.post(pagina(op_de_site, "intrekken/"), {"reden": ""})
    assert zonder.status_code == 422
    assert "Schrijf waarom." in zonder.content.decode()
    assert bert.post(pagina(op_de_site, "intrekken/"), {"reden": "Het was een concept."}).status_code == 302

    zin = (
        f"Ingetrokken op {date_format(timezone.localdate())}. Reden: Het was een concept. "
        "De cijfers van dit document staan niet meer op deze site."
    )
    assert zin in tekst(haal(Client(), "/bronnen/PB-2027/"))
    assert zin in tekst(haal(Client(), "/bronnen/PB-2027/regels/626/"))
    assert "Realisatie 181" in tekst(haal(Client(), "/bronnen/PB-2027/regels/626/"))
    lijst = tekst(haal(Client(), "/bronnen/"))
    assert "Reden: Het was een concept." in lijst
    assert "Lees PB 2027 regel voor regel" not in lijst
    assert "181 in 2025" not in tekst(haal(Client(), "/indicatoren/uitstroom-naar-werk/"))
    assert publicaties_in_csv() == {"PB 2023", "PB 2026"}
    assert not Keuze.objects.filter(vervallen_op=None).exists()
    assert "Reden: Het was een concept." in tekst(haal(bert, pagina(op_de_site)))
    assert bert.get(pagina(op_de_site, "intrekken/")).status_code == 302

    opnieuw = lever_aan(editie().replace("Realisatie 474", "Realisatie 475"), anna.actor)
    beantwoord_alles(bert, opnieuw)
    publiceer(bert, opnieuw)
    assert zin not in tekst(haal(Client(), "/bronnen/PB-2027/"))
    assert "181 in 2025" in tekst(haal(Client(), "/indicatoren/uitstroom-naar-werk/"))


def test_intrekken_zoekt_eerst_en_schrijft_dan(op_de_site: Aanlevering, bert: Client) -> None:
    """In one statement a plan for empty tables goes through all amounts again for each of them."""
    with CaptureQueriesContext(connection) as vragen:
        bert.post(pagina(op_de_site, "intrekken/"), {"reden": "Het was een concept."})

    geschreven = [v["sql"] for v in vragen if re.match(r'UPDATE "indicators_(vermelding|bedrag)"', v["sql"])]
    assert len(geschreven) == 2
    assert not any("SELECT" in sql for sql in geschreven)


def test_een_verbeterd_bestand_komt_ervoor_in_de_plaats(op_de_site: Aanlevering, anna: Account, bert: Client) -> None:
    """What differs is shown first: another figure, one that is gone, one that is new."""
    verbeterd = (
        editie()
        .replace("Realisatie 181 - - - -", "Realisatie 184 - - - -")
        .replace("Begroting PB 2027 - 525 525 525 525", "Begroting PB 2027 - 525 525 525 -")
    )
    document = lever_aan(verbeterd, anna.actor)
    beantwoord_alles(bert, document)
    straks = tekst(haal(bert, pagina(document, "publiceren/")))
    assert "PB 2027 staat al op de site. Dit bestand komt in de plaats daarvan." in straks
    assert 'Uitstroom naar werk 2025: gepubliceerd is "181" (regel 626), dit bestand zegt "184" (regel 626).' in straks
    assert "realisatie 2025 181 184" in straks
    publiceer(bert, document)
    assert "184 in 2025" in tekst(haal(Client(), "/indicatoren/uitstroom-naar-werk/"))
    oud, nieuw = Vermelding.objects.filter(
        bewoording__publicatie__naam="PB 2027", bewoording__naam="Uitstroom naar werk", jaar=2025, soort="realisatie"
    ).order_by("pk")
    assert (oud.gedrukt, oud.vervallen_in, nieuw.gedrukt) == ("181", document.lezing, "184")
    assert "een nieuwere lezing van PB 2027" in tekst(haal(bert, pagina(op_de_site)))
    assert Publicatie.objects.get(naam="PB 2027").aangeboden_op.isoformat() == "2026-10-01"
    aanhalen = tekst(haal(Client(), "/bronnen/PB-2027/regels/657/"))
    assert "regel 657" in aanhalen
    assert "Zo haalt u dit aan" in aanhalen
