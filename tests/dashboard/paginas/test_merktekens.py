"""Marks at odd figures: on the page of the figure, and leading to where it is told."""

from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from indicators.models import Aangehaald, Duiding, Duidingsoort, Indicator, Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, Pagina, haal, met_id, met_klasse, tekst

pytestmark = pytest.mark.django_db

# Typed from what /klopt-het/ tells of both documents.
TABEL, NIET_UITGELEGD = "tabel en tekst verschillen", "het document legt dit niet uit"
MERKEN = {
    "arbeidsparticipatie": {
        "twee manieren van tellen": [("Arbeidsparticipatie in 2026", "arbeidsparticipatie-leeftijd")],
        TABEL: [
            ("Arbeidsparticipatie gelijk aan 2021", "arbeidsparticipatie-gelijk-aan-2021"),
            ("Arbeidsparticipatie en het landelijk gemiddelde", "arbeidsparticipatie-landelijk"),
        ],
    },
    "arbeidsplaatsen": {TABEL: [("Toename van het aantal arbeidsplaatsen", "arbeidsplaatsen")]},
    "dienstverlening-ondernemers": {
        TABEL: [
            ("Rapportcijfer van ondernemers in 2021", "rapportcijfer-ondernemers-2021"),
            ("Waar het rapportcijfer over gaat", "rapportcijfer-dienstverlening-of-klimaat"),
        ]
    },
    "deeltijd-werkenden": {TABEL: [("Deeltijd werkenden met uitkering", "deeltijd-werkenden")]},
    "uitstroom-naar-werk": {
        "twee bronnen, twee cijfers": [("Uitstroom naar werk in 2024", "uitstroom-naar-werk-2024")]
    },
    "bereik-minimaregelingen": {NIET_UITGELEGD: [("Bereik minimaregelingen", "bereik-minimaregelingen-zonder-uitleg")]},
}
DOEL = {
    "arbeidsparticipatie": "1.5",
    "arbeidsplaatsen": "1.4",
    "deeltijd-werkenden": "1.5",
    "uitstroom-naar-werk": "1.5",
}


def gemerkt(deel: Element) -> list[tuple[str, list[str]]]:
    """The notices, of which there is one at most: what they say, and the addresses."""
    return [(tekst(merk), [a.get("href", "") for a in merk.iter("a")]) for merk in met_klasse(deel, "merk")]


def verwacht(slug: str) -> list[tuple[str, list[str]]]:
    soorten = MERKEN.get(slug, {})
    if not soorten:
        return []
    woorden = [f"{soort} ({'; '.join(over for over, _ in groep)})" for soort, groep in soorten.items()]
    ankers = [f"/klopt-het/#{anker}" for groep in soorten.values() for _, anker in groep]
    return [(f"Let op: {', '.join(woorden)}.", ankers)]


@pytest.mark.parametrize("slug", INDICATOREN)
def test_de_pagina_van_een_indicator_heeft_haar_eigen_merktekens_en_geen_andere(pagina: Pagina, slug: str) -> None:
    assert gemerkt(pagina(f"/indicatoren/{slug}/")) == verwacht(slug)


@pytest.mark.parametrize("slug", DOEL)
def test_een_merkteken_staat_bij_de_indicator_op_de_pagina_van_de_doelstelling(pagina: Pagina, slug: str) -> None:
    assert gemerkt(met_id(pagina(f"/doelstellingen/{DOEL[slug]}/"), f"cijfer-{slug}")) == verwacht(slug)


def test_elk_merkteken_leidt_naar_waar_het_over_gaat(pagina: Pagina) -> None:
    aansluiting = pagina("/klopt-het/")

    for over, anker in (merk for soorten in MERKEN.values() for groep in soorten.values() for merk in groep):
        assert over in tekst(met_id(aansluiting, anker))
    assert tekst(met_id(aansluiting, "telt-niet-op"))


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_een_merkteken_bij_geld_dat_niet_optelt(pagina: Pagina, code: str) -> None:
    """Line 519 of PB 2023 against line 496: 149, 164, 65, 64 and 6. In PB 2026 lines 756 and 710 are equal."""
    zin = (
        "Let op: PB 2023 telt niet op (Uitsplitsing van doelstelling 1.6: in 5 jaren een verschil, van € 6.000 tot "
        "€ 164.000), het document legt dit niet uit (Schuldhulpverlening (SHV))."
    )
    merken = [(zin, ["/klopt-het/#telt-niet-op", "/klopt-het/#shv-zonder-uitleg"])]

    assert gemerkt(met_id(pagina(f"/doelstellingen/{code}/"), "kosten")) == (merken if code == "1.6" else [])


def test_een_naam_heeft_elk_soort_merkteken_een_keer(pagina: Pagina) -> None:
    gevonden = [
        (a.get("href"), tekst(a)) for kop in pagina("/doelen/").iter("h3") for a in met_klasse(kop, "merkteken")
    ]

    assert gevonden == [
        (f"/klopt-het/#{groep[0][1]}", f"{soort}: {groep[0][0]}")
        for slug in INDICATOREN
        for soort, groep in MERKEN.get(slug, {}).items()
    ]


def test_boven_een_tabel_staat_een_regel_en_niet_een_per_cijfer(pagina: Pagina) -> None:
    """On /vergelijken/ there were seven lines above one table."""
    [merk] = gemerkt(met_id(pagina("/vergelijken/"), "verschoven"))

    assert merk[0].count(TABEL) == 1
    assert len(merk[1]) == 7


@pytest.mark.usefixtures("edities")
def test_een_merkteken_over_twee_documenten_heeft_beide_nodig(client: Client) -> None:
    """Arbeidsparticipatie in 2026 is told of PB 2023 and PB 2026, the national figure of PB 2026 alone."""
    Lezing.objects.filter(publicatie__naam="PB 2023").update(staat="ingetrokken")

    [(_, adressen)] = gemerkt(haal(client, "/indicatoren/arbeidsparticipatie/"))

    assert adressen == ["/klopt-het/#arbeidsparticipatie-landelijk"]


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

    assert tekst(merk) == "Let op: twee bronnen, twee cijfers (Regen in 2024)."
    assert not list(merk.iter("a"))
