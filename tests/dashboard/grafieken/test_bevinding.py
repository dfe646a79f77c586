"""The title of a chart: true, at most twelve words, and no verdict where domain rules 10 and 15 allow none."""

import pytest

from dashboard.grafieken.bevinding import bevinding, definitie_in_woorden
from indicators.models import Breuk, Definitie, Vermelding
from indicators.reeksen import reeksen
from tests.gereedschap.paginas import INDICATOREN, Pagina, met_klasse, tekst
from tests.gereedschap.reeksen import GETELD, PLASSEN, begroot, editie, gemeten

HOGER = Definitie(pk=11, indicator=PLASSEN, slug="hoger", eenheid="aantal", volgorde=1, richting="hoger")
LAGER = Definitie(pk=12, indicator=PLASSEN, slug="lager", eenheid="%", volgorde=1, richting="lager")
GEEN = Definitie(pk=13, indicator=PLASSEN, slug="geen", eenheid="aantal", volgorde=1, richting="geen")
ANDERS = Definitie(pk=14, indicator=PLASSEN, slug="anders", eenheid="aantal", volgorde=2, richting="hoger")


def titel(vermeldingen: list[Vermelding], *breuken: Breuk) -> str:
    punten = [punt for reeks in reeksen(vermeldingen, breuken) for punt in reeks.punten]
    return bevinding(PLASSEN, punten, breuken)


def breuk_in(definitie: Definitie, jaar: int, zekerheid: str = "zeker") -> Breuk:
    return Breuk(van=definitie, naar=definitie, jaar=jaar, zekerheid=zekerheid)


@pytest.mark.parametrize(
    ("vermeldingen", "zin"),
    [
        # the begroting of the year itself is there, so there is a verdict
        (
            begroot(2023, {2023: "200"}, HOGER) + gemeten({2023: "205"}, HOGER),
            "Doel 2023 gehaald: 205, het doel was 200",
        ),
        (
            begroot(2023, {2023: "2.30"}, LAGER) + gemeten({2023: "2.67"}, LAGER),
            "Doel 2023 niet gehaald: 2,67, het doel was 2,30",
        ),
        # it is not: what an older one named for that year is a comparison
        (
            begroot(2023, {2024: "180"}, HOGER) + gemeten({2024: "181"}, HOGER),
            "2024: 181, 1 meer dan PB 2023 als doel noemde",
        ),
        (
            begroot(2023, {2024: "2.30"}, LAGER) + gemeten({2024: "2.67"}, LAGER),
            "2024: 2,67, 0,37 procentpunt meer dan PB 2023 als doel noemde",
        ),
        (
            begroot(2023, {2024: "181"}, HOGER) + gemeten({2024: "181"}, HOGER),
            "2024: 181, gelijk aan wat PB 2023 als doel noemde",
        ),
        # of two the newest
        (
            begroot(2022, {2024: "100"}, HOGER) + begroot(2023, {2024: "180"}, HOGER) + gemeten({2024: "181"}, HOGER),
            "2024: 181, 1 meer dan PB 2023 als doel noemde",
        ),
        # a forecast, a kengetal and what is neither better nor worse are not missed
        (
            begroot(2024, {2024: "180"}, HOGER, "raming") + gemeten({2021: "150", 2024: "170"}, HOGER),
            "170 in 2024, 20 meer dan in 2021",
        ),
        (
            begroot(2024, {2024: "180"}, HOGER, "kengetal") + gemeten({2024: "170"}, HOGER),
            "170 in 2024",
        ),
        (
            begroot(2023, {2024: "400"}, GEEN) + gemeten({2021: "506", 2024: "474"}, GEEN),
            "474 in 2024, 32 minder dan in 2021",
        ),
        # a provisional figure has no verdict
        (
            begroot(2024, {2024: "180"}, HOGER) + gemeten({2024: "190"}, HOGER, voorlopig=True),
            "190 (voorlopig) in 2024",
        ),
        (gemeten({2021: "3", 2024: "3"}, HOGER), "3 in 2024, hetzelfde als in 2021"),
        (gemeten({2021: "31"}, HOGER), "31 in 2021"),
        (
            gemeten({2021: "31"}, HOGER) + begroot(2023, {2023: "46", 2024: "47"}, HOGER),
            "31 in 2021; doel van PB 2023 voor 2023: 46",
        ),
        (
            gemeten({2021: "31"}, HOGER) + begroot(2023, {2023: "46"}, HOGER, "aanname"),
            "31 in 2021; aanname van PB 2023 voor 2023: 46",
        ),
        (begroot(2026, {2026: "2.5"}, HOGER), "Geen resultaat op deze site; doel 2026 in PB 2026: 2,5"),
        (
            begroot(2026, {2026: "650"}, HOGER, "raming"),
            "Geen resultaat op deze site; verwachting 2026 in PB 2026: 650",
        ),
        (
            begroot(2026, {2026: "525"}, GEEN, "kengetal"),
            "Geen resultaat op deze site; begroting 2026 in PB 2026: 525",
        ),
    ],
)
def test_de_titel_zegt_wat_er_te_zien_is(vermeldingen: list[Vermelding], zin: str) -> None:
    assert titel(vermeldingen) == zin


def test_een_overgenomen_doel_heet_overgenomen() -> None:
    [doel] = begroot(2024, {2024: "180"}, HOGER)
    doel.bewoording.publicatie = editie(2031, "opgave")

    assert titel([doel, *gemeten({2024: "181"}, HOGER)]) == "Doel 2024 gehaald: 181, het overgenomen doel was 180"


def test_een_doel_dat_alleen_een_ander_document_drukt_geeft_geen_oordeel() -> None:
    """The goals of PB 2022, which is not here, as PB 2023 prints them."""
    [doel] = begroot(2022, {2022: "372"}, HOGER)
    doel.bewoording.publicatie = editie(2023)

    assert titel([doel, *gemeten({2022: "300"}, HOGER)]) == "2022: 300, 72 minder dan PB 2022 als doel noemde"


@pytest.mark.parametrize(
    ("vermeldingen", "breuken", "zin"),
    [
        (
            gemeten({2021: "71"}, HOGER) + gemeten({2024: "76"}, ANDERS),
            [Breuk(van=HOGER, naar=ANDERS, zekerheid="zeker")],
            "76 in 2024; met eerdere jaren niet te vergelijken",
        ),
        (
            gemeten({2021: "71"}, HOGER) + gemeten({2024: "76"}, ANDERS),
            [Breuk(van=HOGER, naar=ANDERS, zekerheid="mogelijk")],
            "76 in 2024; let op bij vergelijken met eerdere jaren",
        ),
        (
            gemeten({2021: "71", 2024: "76"}, HOGER),
            [breuk_in(HOGER, 2022)],
            "76 in 2024; met eerdere jaren niet te vergelijken",
        ),
        (
            gemeten({2021: "71", 2024: "76"}, HOGER),
            [breuk_in(HOGER, 2022, "mogelijk")],
            "76 in 2024; let op bij vergelijken met eerdere jaren",
        ),
        # the break lies after both
        (gemeten({2021: "71", 2024: "76"}, HOGER), [breuk_in(HOGER, 2026)], "76 in 2024, 5 meer dan in 2021"),
        # the goal was set before the break
        (
            begroot(2023, {2024: "80"}, HOGER) + gemeten({2024: "76"}, HOGER),
            [breuk_in(HOGER, 2024)],
            "76 in 2024",
        ),
        # and here it is for a year after it
        (gemeten({2021: "31"}, HOGER) + begroot(2023, {2023: "46"}, HOGER), [breuk_in(HOGER, 2023)], "31 in 2021"),
    ],
)
def test_nooit_over_een_breuk_heen(vermeldingen: list[Vermelding], breuken: list[Breuk], zin: str) -> None:
    assert titel(vermeldingen, *breuken) == zin


def test_de_ondertitel_zegt_eenheid_definitie_en_richting() -> None:
    maat = Definitie(eenheid="%", omschrijving="Deel van de plassen op straat", richting="lager")

    assert definitie_in_woorden(maat) == "Eenheid: %. Deel van de plassen op straat. Lager is beter."
    assert definitie_in_woorden(GETELD) == "Eenheid: aantal."


@pytest.mark.django_db
@pytest.mark.parametrize(
    "adres", ["/geld/", *(f"/indicatoren/{slug}/" for slug in INDICATOREN), "/doelstellingen/1.5/"]
)
def test_een_titel_heeft_hoogstens_twaalf_woorden(pagina: Pagina, adres: str) -> None:
    titels = [tekst(kop) for kop in met_klasse(pagina(adres), "grafiek__titel")]

    assert titels
    assert [kop for kop in titels if len(kop.split()) > 12] == []


# Typed from the documents: PB 2023 and PB 2026, the lines of the tables.
TITELS = {
    "vve-leerwinst": "31% in 2021; doel van PB 2023 voor 2023: 46%",
    "vve-ontwikkelingsscore": "Geen resultaat op deze site; doel 2026 in PB 2026: 2,5",
    "voortijdige-schoolverlaters": "2024: 2,67%, 0,37 procentpunt meer dan PB 2023 als doel noemde",
    "dienstverlening-ondernemers": "2024: 6,60, 0,3 minder dan PB 2023 als doel noemde",
    "arbeidsplaatsen": "2.212 in 2024; let op bij vergelijken met eerdere jaren",
    "arbeidsparticipatie": "76,0% in 2024; met eerdere jaren niet te vergelijken",
    "uitstroom-naar-werk": "2024: 181, 1 meer dan PB 2023 als doel noemde",
    "deeltijd-werkenden": "474 in 2024, 32 minder dan in 2021",
    "uitstroom-naar-school": "2024: 19, 21 minder dan PB 2023 als doel noemde",
    "bijstandsuitkeringen": "2.568 in 2024, 26 minder dan in 2021",
    "bereik-minimaregelingen": "2024: 69%, 16 procentpunt minder dan PB 2023 als doel noemde",
}


@pytest.mark.django_db
@pytest.mark.parametrize("slug", INDICATOREN)
def test_de_titels_van_zoetermeer(pagina: Pagina, slug: str) -> None:
    [kop] = met_klasse(pagina(f"/indicatoren/{slug}/"), "grafiek__titel")

    assert tekst(kop) == TITELS[slug]
