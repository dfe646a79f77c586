"""The other documents in the store: names that match nothing, the same file again, and another reading of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from indicators.models import Bedrag, Bewoording, Indicator, Lezing, Post, Publicatie, Tekst, Vermelding
from ingest.models import Vraag
from ingest.ontwerp.beslissingen import Beslissing, Beslissingen
from ingest.ontwerp.vastleggen import leg_vast
from ingest.structuur.bekend import Structuur, haal_structuur
from ingest.structuur.benoemen import publicatie_van
from ingest.structuur.bestand import zaai_structuur
from ingest.structuur.koppeling import koppel_namen
from tests.gereedschap.documenten.documenten import volledig
from tests.gereedschap.documenten.stukken import H2, JAARSTUKKEN, KADERNOTA, NOTA, RAPPORTAGE, SCAN, lees, over
from tests.gereedschap.laden import Laad, rijen_in_de_database

ACCEPTEER = ("--accepteer-fouten",)


def test_onbekende_indicator_is_een_vraag(structuur: Structuur) -> None:
    """What the review asks about: each printed name that matches nothing, once."""
    gevonden = over(koppel_namen(lees(RAPPORTAGE), structuur), "onbekende indicator")
    assert [(b.ernst, b.regel, b.onderwerp) for b in gevonden] == [
        ("fout", 18, "Parttime baan"),
        ("fout", 19, "Beschut werk"),
    ]


def test_rapportage_met_onbekende_namen_wordt_geweigerd_of_geaccepteerd(laad: Laad) -> None:
    voor = rijen_in_de_database()
    assert laad(RAPPORTAGE).code == 1
    assert rijen_in_de_database() == voor
    assert laad(RAPPORTAGE, opties=ACCEPTEER).code == 0
    publicatie = Publicatie.objects.get(naam="Rapportage SD 2024-H2")
    assert (publicatie.slug, publicatie.soort, publicatie.jaar) == ("Rapportage-SD-2024-H2", "rapportage", 2024)
    assert set(Vermelding.objects.values_list("soort", "editie__naam", "jaar", "periode", "waarde")) == {
        ("begroting", "Rapportage SD 2024-H2", 2024, "", Decimal(200)),
        ("realisatie", "Rapportage SD 2024-H2", 2024, "", Decimal(209)),
    }
    assert Bewoording.objects.get(publicatie=publicatie).onder is None
    assert list(Tekst.objects.values_list("soort", "kop")) == [
        ("kernopgave", "Bestaanszekerheid – Aan het werk"),
        ("kernopgave", "Gezond leven"),
    ]


@pytest.mark.parametrize("tekst", [RAPPORTAGE, KADERNOTA, JAARSTUKKEN], ids=["rapportage", "kadernota", "jaarstukken"])
def test_hetzelfde_bestand_nog_eens(laad: Laad, tekst: str) -> None:
    assert laad(tekst, opties=ACCEPTEER).code == 0
    voor = rijen_in_de_database()
    assert "ongewijzigd" in laad(tekst, opties=ACCEPTEER).stdout
    assert rijen_in_de_database() == voor


def test_kadernota_met_een_ander_bedrag(laad: Laad) -> None:
    """Another amount is a difference to be said yes to; the old one stays to be seen."""
    laad(KADERNOTA)
    anders = KADERNOTA.replace("-10\t25", "-10\t35")
    afloop = laad(anders)
    assert (afloop.code, 'zegt "35" (regel 20)' in afloop.stderr) == (1, True)
    assert laad(anders, opties=("--vervang",)).code == 0
    gedrukt = Bedrag.objects.filter(benaming__code="4", jaar=2021).order_by("pk")
    assert [(b.als_gedrukt, b.vervallen_in is None) for b in gedrukt] == [("25", False), ("35", True)]


def test_maatregelen_van_twee_kadernotas_zijn_niet_dezelfde(laad: Laad) -> None:
    laad(KADERNOTA)
    laad(KADERNOTA.replace("2020 - 2024", "2021 - 2025"))
    assert list(Post.objects.filter(naam="Minder papier").order_by("pk").values_list("slug", "programma")) == [
        ("kadernota-2020-2024-3-minder-papier", None),
        ("kadernota-2021-2025-3-minder-papier", None),
    ]


def test_kadernota_met_een_tabel_die_niet_gelezen_is(laad: Laad) -> None:
    """It has no figures of indicators, and what it does have can be published."""
    tekst = KADERNOTA + "\nKassabon\nHulp\t- €2.500\n"
    assert laad(tekst).code == 1
    assert laad(tekst, opties=ACCEPTEER).code == 0
    assert Bedrag.objects.count() == 4


def test_jaarstukken_bewaren_drie_standen_van_een_jaar(laad: Laad) -> None:
    assert laad(JAARSTUKKEN).code == 0
    lasten = Bedrag.objects.filter(benaming__naam="Lasten").order_by("bedrag")
    assert list(lasten.values_list("jaar", "stand", "bedrag")) == [
        (2023, "na wijziging", -21_000_000),
        (2023, "rekening", -20_500_000),
        (2023, "primitieve begroting", -20_000_000),
    ]
    assert Vermelding.objects.get(soort="begroting").editie.naam == "Jaarstukken 2023"


def test_nieuwe_indicator_uit_een_rapportage(db: None) -> None:
    """A rapportage prints no doelstelling; who makes the indicator chooses one."""
    zaai_structuur()
    concept = lees(RAPPORTAGE)
    gegevens = {"doelstelling": "1.5", "omschrijving": "Plekken", "eenheid": "aantal", "decimalen": 0}
    beslissing = Beslissing(
        sleutel="indicator:Beschut werk",
        soort=Vraag.Soort.INDICATOR,
        onderwerp="Beschut werk",
        tabel="",
        programma="",
        doelstelling=None,
        keuze="nieuw",
        gegevens={**gegevens, "richting": "hoger", "meetperiode": "kalenderjaar"},
        toelichting="",
        regel=19,
        tot=None,
    )
    leg_vast(concept, publicatie_van(concept), Beslissingen([beslissing]), [])
    assert Indicator.objects.get(slug="beschut-werk").doelstelling.code == "1.5"
    [vraag] = over(koppel_namen(concept, haal_structuur()), "onbekende indicator")
    assert vraag.onderwerp == "Parttime baan"


@pytest.mark.documents
def test_de_documenten_zelf(laad: Laad) -> None:
    """The three of them on the site: 2 figures with a known name, 47 printed amounts, 10 intended indicators."""
    map_: Path = volledig("PB 2026").parent
    assert laad(map_ / SCAN).code == 0
    assert laad(map_ / H2, map_ / NOTA, opties=ACCEPTEER).code == 0
    assert set(Lezing.objects.values_list("publicatie__naam", "staat")) == {
        ("Rapportage SD 2023-11 tot 2024-08", "gepubliceerd"),
        ("Rapportage SD 2024-H2", "gepubliceerd"),
        ("Kadernota 2020-2024", "gepubliceerd"),
    }
    assert list(Vermelding.objects.order_by("waarde").values_list("soort", "waarde")) == [
        ("begroting", 200),
        ("realisatie", 209),
    ]
    assert (Bedrag.objects.count(), Bedrag.objects.gedrukt().count()) == (54, 47)
    assert Tekst.objects.filter(soort="voorgenomen").count() == 10
