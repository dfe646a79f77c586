"""A published document is replaced by a corrected file, or withdrawn as a whole; through the pages."""

import csv
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from indicators.models import Indicator, Keuze, Publicatie, Vermelding
from ingest.accounts.handelend import handelend_als
from ingest.models import Aanlevering, Account, Rol
from tests.gereedschap.beoordelen import (
    LEERBAAN,
    antwoord,
    beantwoord_alles,
    editie,
    later,
    lever_aan,
    pb_2027,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, tekst
from tests.gereedschap.uitvoer import uitvoer

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
    assert publicaties_in_csv() == {"PB 2023", "PB 2026", "Rapportage SD 2024-H2"}
    assert not Keuze.objects.filter(vervallen_op=None).exists()
    assert "Reden: Het was een concept." in tekst(haal(bert, pagina(op_de_site)))
    assert bert.get(pagina(op_de_site, "intrekken/")).status_code == 302

    opnieuw = lever_aan(editie().replace("Realisatie 474", "Realisatie 475"), anna.actor)
    beantwoord_alles(bert, opnieuw)
    publiceer(bert, opnieuw)
    assert zin not in tekst(haal(Client(), "/bronnen/PB-2027/"))
    assert "181 in 2025" in tekst(haal(Client(), "/indicatoren/uitstroom-naar-werk/"))


@pytest.mark.drawn
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
    aanhalen = tekst(haal(Client(), "/bronnen/PB-2027/druk-2/regels/657/"))
    assert "regel 657" in aanhalen
    assert "Zo haalt u dit aan" in aanhalen


@pytest.mark.drawn
def test_wat_met_het_document_kwam_gaat_mee_en_komt_terug(anna: Account, bert: Client) -> None:
    """On its old address; until then it is on no page, and the questions about it are asked anew."""
    document = lever_aan(pb_2027(), anna.actor)
    breuk = {"breuk": "zeker", "vanaf": "2025", "toelichting": "Het CBS telt 75-jarigen nu mee."}
    antwoorden = {"post": ("nieuw", {}), "indicator": ("nieuw", LEERBAAN)}
    participatie = vraag_over(document, "definitie", "Arbeidsparticipatie")
    assert antwoord(bert, participatie, "zelfde", definitie="arbeidsparticipatie-15-75", **breuk).status_code == 302
    vooraf = uitvoer()
    beantwoord_alles(bert, document, **antwoorden)
    publiceer(bert, document)
    adres = "/indicatoren/jongeren-in-een-leerbaan/"
    assert "19 in 2025" in tekst(haal(Client(), adres))
    assert "Jongeren in een leerbaan" in tekst(haal(bert, "/werk/termijnen/?jaar=2026"))

    meegaand = tekst(haal(bert, pagina(document, "intrekken/")))
    assert "Indicator Jongeren in een leerbaan" in meegaand
    assert "Post Startersfonds" in meegaand
    assert "Het CBS telt 75-jarigen nu mee." in meegaand
    assert bert.post(pagina(document, "intrekken/"), {"reden": "Het was een concept."}).status_code == 302
    assert uitvoer() == vooraf
    assert Client().get(adres).status_code == 404
    for waar in ("/", "/doelen/", "/doelstellingen/1.5/", "/data/"):
        assert "leerbaan" not in tekst(haal(Client(), waar))
    for waar in ("/werk/termijnen/?jaar=2026", "/werk/voortgang/?jaar=2025"):
        assert "leerbaan" not in tekst(haal(bert, waar))
    assert "75-jarigen" not in tekst(haal(Client(), "/indicatoren/arbeidsparticipatie/"))
    assert "Pb 2027.txt ingetrokken" in tekst(haal(bert, "/werk/documenten/")).replace("PB", "Pb")
    weg = Indicator.alle.get(slug="jongeren-in-een-leerbaan")
    assert weg.beeindigd_op
    with pytest.raises(ValidationError, match="Dit adres is al eens gebruikt"):
        Indicator(doelstelling=weg.doelstelling, naam="Iets anders", slug=weg.slug, volgorde=9).full_clean()

    opnieuw = lever_aan(pb_2027(), anna.actor)
    assert vraag_over(opnieuw, "indicator", "leerbaan")
    beantwoord_alles(bert, opnieuw, **antwoorden)
    publiceer(bert, opnieuw)
    assert "19 in 2025" in tekst(haal(Client(), adres))
    assert Indicator.objects.get(slug="jongeren-in-een-leerbaan") == weg
    assert "Ingetrokken" not in tekst(haal(Client(), "/bronnen/"))
    verbeterd = lever_aan(pb_2027().replace("Realisatie 181", "Realisatie 182"), anna.actor, "verbeterd.txt")
    beantwoord_alles(bert, verbeterd, **antwoorden)
    publiceer(bert, verbeterd)
    lijst = tekst(haal(bert, "/werk/documenten/"))
    assert [stand in lijst for stand in ("verbeterd.txt gepubliceerd", "PB 2027.txt vervangen")] == [True, True]


def test_wat_iets_anders_gebruikt_blijft(anna: Account, bert: Client) -> None:
    """PB 2028 prints the indicator that PB 2027 brought; with both gone nothing is left of it."""
    documenten = [lever_aan(pb_2027(), anna.actor), lever_aan(later(pb_2027()), anna.actor, "PB 2028.txt")]
    for document in documenten:
        beantwoord_alles(bert, document, post=("nieuw", {}), indicator=("nieuw", LEERBAAN))
        publiceer(bert, document)
        assert (document.staat, document.reden) == ("gepubliceerd", "")
    for document, status in zip(documenten, (200, 404), strict=True):
        bert.post(pagina(document, "intrekken/"), {"reden": "Een proef."})
        assert Client().get("/indicatoren/jongeren-in-een-leerbaan/").status_code == status
