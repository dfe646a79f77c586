"""Sentences of ours that said more than the lines they are about; what they say now is typed from those lines."""

import pytest

from tests.gereedschap.paginas import Pagina, met_id, tekst

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("adres", "deel", "zin"),
    [
        # PB 2026, 985-986: "wordt deze motie afgedaan"
        ("/raad/", "motie-2506-52A", "neemt de uitvoering van de motie mee, en de motie wordt afgedaan."),
        # PB 2026, 376: "in het najaar"
        ("/doelstellingen/1.5/", "speerpunten", "Opdracht- en Budgetbrief, die in het najaar naar de raad gaat."),
        # PB 2023, 73-78
        (
            "/indicatoren/arbeidsparticipatie/",
            "invloed",
            "aan één plek voor vragen over werk. (PB 2023, regel 73 tot en",
        ),
        # PB 2026, 526: "het resultaat", not the goal
        ("/indicatoren/voortijdige-schoolverlaters/", "gemeten", "het resultaat daardoor misschien moet aanpassen."),
        (
            "/indicatoren/voortijdige-schoolverlaters/",
            "toelichting",
            "moet de gemeente het resultaat daarom aanpassen.",
        ),
        # PB 2026, 569-571: two sources, and what is counted is not what one of them counts
        ("/indicatoren/arbeidsplaatsen/", "gemeten", "Een arbeidsplaats is een arbeidsovereenkomst van minstens 1 uur"),
        (
            "/indicatoren/arbeidsplaatsen/",
            "gemeten",
            "de Regionale Arbeidsmarktprognose en het Werkgelegenheidsregister,",
        ),
        # PB 2026, 569 and 582-583
        ("/klopt-het/", "arbeidsplaatsen", "Volgens de omschrijving zijn dat arbeidsovereenkomsten."),
        ("/klopt-het/", "arbeidsplaatsen", "arbeidsovereenkomsten (definitie in PB 2026, regel 569)"),
        # PB 2023, 378-380: the row says only Begroting PB 2022
        ("/indicatoren/arbeidsplaatsen/", "gemeten", "Begroting (onze lezing) raming"),
        ("/indicatoren/arbeidsplaatsen/", "inhoud", "welke van de vier het is, is onze lezing."),
        # PB 2023, 105, and PB 2026, 137-139, write of voorschoolse educatie
        (
            "/indicatoren/vve-leerwinst/",
            "invloed",
            "Schrijft het wel over het onderwerp, dan staat dat bij doelstelling 1.1.",
        ),
        # PB 2026, 550: "de waardering voor de dienstverlening"
        (
            "/klopt-het/",
            "rapportcijfer-dienstverlening-of-klimaat",
            "dienstverlening (toelichting in PB 2026, regel 550)",
        ),
        # PB 2026, 613-614: 73,2% is of 2024, the ambition is about the years to come
        ("/indicatoren/arbeidsparticipatie/", "vergelijken", "Dit is het gemiddelde van 2024."),
        # PB 2023, 432: the low instroom is what the text calls the main cause
        (
            "/indicatoren/uitstroom-naar-werk/",
            "invloed",
            "minder mensen in de bijstand, en vooral daardoor gaan er ook",
        ),
    ],
)
def test_een_zin_zegt_wat_er_staat(pagina: Pagina, adres: str, deel: str, zin: str) -> None:
    assert zin in tekst(met_id(pagina(adres), deel))


@pytest.mark.parametrize(
    ("adres", "woorden"),
    [
        ("/raad/", "daarmee is zij afgedaan"),
        ("/doelstellingen/1.5/", "dit najaar naar de raad"),
        ("/indicatoren/voortijdige-schoolverlaters/", "het doel daardoor misschien"),
        ("/vergelijken/", "het doel daardoor misschien"),
        ("/doelstellingen/1.4/", "Anders gemeten. Vergelijk niet"),
        ("/indicatoren/arbeidsplaatsen/", "volgens het Werkgelegenheidsregister"),
        ("/data/", "Niets is berekend"),
    ],
)
def test_een_zin_zegt_niet_wat_er_niet_staat(pagina: Pagina, adres: str, woorden: str) -> None:
    assert woorden not in tekst(pagina(adres))


def test_bevindingen_zeggen_waarom_zij_meer_tellen(pagina: Pagina) -> None:
    """Five years of PB 2026 beside two totals and five of PB 2023 beside one: 15 here, 10 at Klopt het?"""
    bevindingen = tekst(pagina("/bevindingen/"))

    assert bevindingen.count("telt niet op Telt niet op.") == 15
    assert "Een som die naast twee totalen ligt, voor en na reserves, staat hier twee keer" in bevindingen
    assert "en 10 tellen niet op." in tekst(pagina("/klopt-het/"))


@pytest.mark.parametrize("code", ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"])
def test_geen_samenvatting_kondigt_aan_wat_er_niet_op_volgt(pagina: Pagina, code: str) -> None:
    """The points that a document prints behind a colon stand in a part of their own."""
    for deel in ("speerpunten", "teksten"):
        for alinea in met_id(pagina(f"/doelstellingen/{code}/"), deel).iter("p"):
            assert not tekst(alinea).endswith(":") or tekst(alinea).startswith("Bij het hele programma staan in ")
