"""Domain rule 15: the goals of an edition may be measured otherwise from a year on, and its results as before."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Vermelding
from ingest.models import Aanlevering, Account
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, editie, lever_aan, pagina, publiceer, vraag_over
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]

VSV = "voortijdige-schoolverlaters"
ADRES = f"/indicatoren/{VSV}/"
GEEN_SAMENVATTING = "Wie door betaald werk geen uitkering meer nodig heeft."
UITSTROOM = "[samengevat] Vertrek uit de bijstand omdat iemand werk heeft."


@pytest.fixture
def anders(anna: Account, bert: Account) -> Aanlevering:
    """PB 2027, in which the goals count until 27 years from 2026 on."""
    document, collega = lever_aan(editie(), anna.actor), ingelogd(bert)
    vraag = vraag_over(document, "definitie", "Voortijdige schoolverlaters")
    velden = {"omschrijving": "Deel van de deelnemers tot 27 jaar dat stopte", "eenheid": "%", "decimalen": "2"}
    waarom = "Vanaf 2026 telt het doel jongeren tot 27 jaar."
    gegeven = antwoord(collega, vraag, "doelen anders", definitie=VSV, vanaf="2026", toelichting=waarom, **velden)
    assert gegeven.status_code == 302, gegeven.content.decode()
    beantwoord_alles(collega, document)
    publiceer(collega, document)
    assert document.staat == "gepubliceerd", document.reden
    return document


def definities(publicatie: str, soort: str) -> set[str]:
    gedrukt = Vermelding.objects.geldend().filter(
        bewoording__publicatie__naam=publicatie, bewoording__definitie__indicator__slug=VSV, soort=soort
    )
    gedrukt = gedrukt.filter(waarde__isnull=False)
    return set(gedrukt.values_list("bewoording__definitie__slug", flat=True))


@pytest.mark.usefixtures("anders")
def test_de_resultaten_blijven_een_reeks_en_de_doelen_niet() -> None:
    assert definities("PB 2027", "realisatie") == definities("PB 2026", "realisatie") == {VSV}
    assert definities("PB 2026", "begroting") == {VSV}
    [doelen] = definities("PB 2027", "begroting")
    assert doelen != VSV


@pytest.mark.usefixtures("anders")
def test_geen_pagina_noemt_het_soepeler_of_strenger() -> None:
    """PB 2026 prints 2,50 for 2027 and for 2028, PB 2027 the same for 2027 to 2030."""
    _, rijen = tabel(haal(Client(), ADRES), f"matrix-{VSV}")
    assert tekst(rijen["2027"][-1]).endswith("anders gemeten")
    assert not {"soepeler", "strenger", "gelijk"} & set(tekst(rijen["2027"][-1]).split())
    kort = [tekst(zin) for zin in met_id(haal(Client(), "/vergelijken/?van=PB-2026&naar=PB-2027"), "kort").iter("li")]
    [gemeten] = [zin for zin in kort if "anders gemeten" in zin]
    assert "Voortijdige schoolverlaters zonder startkwalificatie" in gemeten
    assert not [zin for zin in kort if "schoolverlaters" in zin and ("soepeler" in zin or "strenger" in zin)]
    doelen = haal(Client(), "/doelen/")
    minder = [tekst(deel) for deel in met_klasse(doelen, "blok") if tekst(deel).startswith("Doelen die minder vragen")]
    assert not [zin for zin in minder if "schoolverlaters" in zin]
    _, jaren = tabel(doelen, f"doel-{VSV}")
    assert tekst(jaren["2027"][1]) == "PB 2026: 2,50% (anders gemeten), PB 2027: 2,50%"


@pytest.mark.usefixtures("anders")
def test_de_volgende_begroting_wordt_gelezen_zoals_deze(tmp_path: Path) -> None:
    bestand = tmp_path / "PB 2028.txt"
    bestand.write_text(editie(2), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)

    assert definities("PB 2028", "realisatie") == {VSV}
    assert definities("PB 2028", "begroting") == definities("PB 2027", "begroting")


@pytest.mark.parametrize(
    ("nu", "in_een_keer", "verschil"),
    [
        (GEEN_SAMENVATTING, True, []),
        (GEEN_SAMENVATTING.replace("betaald", "eigen"), False, ["betaald", "eigen"]),
    ],
)
def test_de_definitie_van_toen_staat_naast_die_van_nu(
    anna: Account, bert: Account, tmp_path: Path, nu: str, in_een_keer: bool, verschil: list[str]
) -> None:
    eerste = tmp_path / "PB 2027.txt"
    eerste.write_text(editie().replace(UITSTROOM, GEEN_SAMENVATTING), encoding="utf-8")
    call_command("load_document", str(eerste), verbosity=0)
    document, collega = lever_aan(editie(2).replace(UITSTROOM, nu), anna.actor, "PB 2028.txt"), ingelogd(bert)
    vraag = vraag_over(document, "definitie", "Uitstroom naar werk")

    gelezen = haal(collega, f"/werk/documenten/{document.pk}/vragen/{vraag.pk}/")
    assert "Zo stond het in PB 2027" in tekst(gelezen)
    assert [tekst(deel) for deel in gelezen.iter() if deel.tag in ("del", "ins")] == verschil
    assert collega.post(pagina(document, "bevestigen/"), {"vraag": [vraag.pk]}).status_code == 302
    assert bool(vraag.antwoorden.count()) == in_een_keer
