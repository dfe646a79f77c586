"""Marks at odd figures: on the page of the figure, and leading to where it is told."""

from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from indicators.models import Aangehaald, Duiding, Duidingsoort, Indicator, Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, Pagina, haal, met_id, met_klasse, tekst

pytestmark = pytest.mark.django_db

# Typed from what /aansluiting/ tells of both documents.
MERKEN = {
    "arbeidsparticipatie": [
        ("Arbeidsparticipatie in 2026 (twee manieren van tellen)", "arbeidsparticipatie-leeftijd"),
        ("Arbeidsparticipatie gelijk aan 2021 (tabel tegen eigen tekst)", "arbeidsparticipatie-gelijk-aan-2021"),
        ("Arbeidsparticipatie en het landelijk gemiddelde (tabel tegen eigen tekst)", "arbeidsparticipatie-landelijk"),
    ],
    "arbeidsplaatsen": [("Toename van het aantal arbeidsplaatsen (tabel tegen eigen tekst)", "arbeidsplaatsen")],
    "dienstverlening-ondernemers": [
        ("Rapportcijfer van ondernemers in 2021 (tabel tegen eigen tekst)", "rapportcijfer-ondernemers-2021"),
        ("Waar het rapportcijfer over gaat (tabel tegen eigen tekst)", "rapportcijfer-dienstverlening-of-klimaat"),
    ],
    "deeltijd-werkenden": [("Deeltijd werkenden met uitkering (tabel tegen eigen tekst)", "deeltijd-werkenden")],
    "uitstroom-naar-werk": [
        ("Uitstroom naar werk in 2024 (twee bronnen zonder uitleg)", "uitstroom-naar-werk-2024"),
    ],
    "bereik-minimaregelingen": [("Bereik minimaregelingen (zonder uitleg)", "bereik-minimaregelingen-zonder-uitleg")],
}
DOEL = {
    "arbeidsparticipatie": "1.5",
    "arbeidsplaatsen": "1.4",
    "deeltijd-werkenden": "1.5",
    "uitstroom-naar-werk": "1.5",
}


def gemerkt(deel: Element) -> list[tuple[str, str]]:
    """The notices: what they say, and the address."""
    return [(tekst(merk), a.get("href", "")) for merk in met_klasse(deel, "merk") for a in merk.iter("a")]


def verwacht(slug: str) -> list[tuple[str, str]]:
    return [
        (f"Er is iets met dit cijfer: {wat}. Lees meer over {wat}", f"/aansluiting/#{anker}")
        for wat, anker in MERKEN.get(slug, [])
    ]


@pytest.mark.parametrize("slug", INDICATOREN)
def test_de_pagina_van_een_indicator_heeft_haar_eigen_merktekens_en_geen_andere(pagina: Pagina, slug: str) -> None:
    assert gemerkt(pagina(f"/indicatoren/{slug}/")) == verwacht(slug)


@pytest.mark.parametrize("slug", DOEL)
def test_een_merkteken_staat_bij_de_indicator_op_de_pagina_van_de_doelstelling(pagina: Pagina, slug: str) -> None:
    assert gemerkt(met_id(pagina(f"/doelstellingen/{DOEL[slug]}/"), f"cijfer-{slug}")) == verwacht(slug)


def test_elk_merkteken_leidt_naar_waar_het_over_gaat(pagina: Pagina) -> None:
    aansluiting = pagina("/aansluiting/")

    for merken in MERKEN.values():
        for wat, anker in merken:
            assert wat.partition(" (")[0] in tekst(met_id(aansluiting, anker))
    assert tekst(met_id(aansluiting, "telt-niet-op"))


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_een_merkteken_bij_geld_dat_niet_optelt(pagina: Pagina, code: str) -> None:
    """Line 519 of PB 2023 against line 496: 149, 164, 65, 64 and 6. In PB 2026 lines 756 and 710 are equal."""
    wat = "PB 2023 telt niet op. Uitsplitsing van doelstelling 1.6: in 5 jaren een verschil, van € 6.000 tot € 164.000"
    shv = "Schuldhulpverlening (SHV) (zonder uitleg)"
    merken = [
        (f"Er is iets met deze bedragen: {wat}. Lees meer over {wat}", "/aansluiting/#telt-niet-op"),
        (f"Er is iets met deze bedragen: {shv}. Lees meer over {shv}", "/aansluiting/#shv-zonder-uitleg"),
    ]

    assert gemerkt(met_id(pagina(f"/doelstellingen/{code}/"), "kosten")) == (merken if code == "1.6" else [])


def test_kleine_merktekens_bij_de_doelen(pagina: Pagina) -> None:
    gevonden = [
        (a.get("href"), tekst(a)) for kop in pagina("/doelen/").iter("h3") for sup in kop.iter("sup") for a in sup
    ]

    assert [adres for adres, _ in gevonden] == [
        f"/aansluiting/#{anker}" for slug in INDICATOREN for _, anker in MERKEN.get(slug, [])
    ]
    assert gevonden[0][1] == (
        "klopt dit? Er is iets met dit cijfer: Rapportcijfer van ondernemers in 2021 (tabel tegen eigen tekst)"
    )


@pytest.mark.usefixtures("edities")
def test_een_merkteken_over_twee_documenten_heeft_beide_nodig(client: Client) -> None:
    """Arbeidsparticipatie in 2026 is told of PB 2023 and PB 2026, the national figure of PB 2026 alone."""
    Lezing.objects.filter(publicatie__naam="PB 2023").update(staat="ingetrokken")

    [(_, adres)] = gemerkt(haal(client, "/indicatoren/arbeidsparticipatie/"))

    assert adres == "/aansluiting/#arbeidsparticipatie-landelijk"


@pytest.mark.usefixtures("edities")
def test_een_merkteken_zonder_programma_leidt_nergens_heen(client: Client) -> None:
    """A figure to compare with is of no programma, and "Klopt het?" tells of one programma at a time."""
    indicator = Indicator.objects.create(slug="regen", naam="Regen", aard=Indicator.Aard.REFERENTIE, volgorde=1)
    with handelend_als(None, SYSTEEM):
        gelezen = Duiding.objects.create(
            sleutel="regen",
            soort=Duidingsoort.TWEE_BRONNEN,
            wat="Regen in 2024",
            zin="Twee bronnen noemen een ander getal.",
            indicator=indicator,
            staat=Duiding.Staat.GEPUBLICEERD,
            weg=Duiding.Weg.MEEGELEVERD,
        )
    aanhaling = Duiding.objects.geldend().get(sleutel="arbeidsparticipatie-landelijk").plaatsen[0].aanhaling
    Aangehaald.objects.create(duiding=gelezen, aanhaling=aanhaling, volgorde=0)

    [merk] = met_klasse(haal(client, "/indicatoren/regen/"), "merk")

    assert tekst(merk) == "Er is iets met dit cijfer: Regen in 2024 (twee bronnen zonder uitleg)."
    assert not list(merk.iter("a"))
