"""What helps to understand an indicator: each entry against the documents, and where the pages show it."""

import os
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from dashboard.paginas.indicator.teksten import edities_over_indicator
from indicators.duiding import Adres, Duiding, Duidingsoort, duidingen, gelezen, vergelijkadressen
from indicators.models import Indicator, Publicatie
from tests.gereedschap.paginas import (
    INDICATOREN,
    PUBLICATIES,
    Pagina,
    bronadres,
    gedrukte_regels,
    haal,
    met_id,
    met_klasse,
    skelet,
    tabel,
    tekst,
)

pytestmark = pytest.mark.django_db

EDITIES = ["Programmabegroting 2023-2026", "Programmabegroting 2026-2029"]
NIET_IN_DOCUMENT = "Staat niet in dit document."
GEEN_UITLEG = "Het document geeft hier geen uitleg."
ZEGT_NIETS = "Bij dit cijfer zegt het document hier niets over."
# Typed from the documents: the indicators that an edition does not have.
AFWEZIG = {("vve-leerwinst", "PB 2026"), ("vve-ontwikkelingsscore", "PB 2023")}
# Typed from the documents: nothing is written under the table.
ZONDER_UITLEG = {
    ("voortijdige-schoolverlaters", "PB 2023"),
    ("arbeidsplaatsen", "PB 2023"),
    ("bereik-minimaregelingen", "PB 2023"),
    ("bereik-minimaregelingen", "PB 2026"),
}
ZONDER_INVLOED = {
    ("arbeidsparticipatie", "PB 2023"),
    ("bijstandsuitkeringen", "PB 2023"),
    ("bijstandsuitkeringen", "PB 2026"),
}
# Lines 601 to 605 of PB 2023, and again 1055 to 1057 of PB 2026.
DASHBOARD = "https://www.waarstaatjegemeente.nl/dashboard/dashboard/"
ELDERS = {
    "vve-ontwikkelingsscore": f"{DASHBOARD}Onderwijs/",
    "voortijdige-schoolverlaters": f"{DASHBOARD}Onderwijs/",
    "dienstverlening-ondernemers": f"{DASHBOARD}Bedrijvigheid-en-economie/",
    "arbeidsplaatsen": f"{DASHBOARD}Bedrijvigheid-en-economie/",
    "uitstroom-naar-werk": f"{DASHBOARD}Werk-en-inkomen/",
    "bereik-minimaregelingen": f"{DASHBOARD}Werk-en-inkomen/",
}
ALLE = [pytest.param(ding, id=f"{ding.bij}-{ding.soort}-{ding.plaats.regel}") for ding in duidingen()]
SECTIE = {
    Duidingsoort.INVLOED: "invloed",
    Duidingsoort.OMGEVING: "invloed",
    Duidingsoort.REFERENTIE: "vergelijken",
    Duidingsoort.EIGEN_CIJFER: "vergelijken",
    Duidingsoort.BAND: "banden",
    Duidingsoort.MEETMOMENT: "gemeten",
}


def passage(ding: Duiding | Adres) -> str:
    bestand = Path(os.environ["DOCUMENTS"]) / f"programmabegroting-{ding.plaats.publicatie[-4:]}-programma-1.txt"
    gelezen_regels = bestand.read_text(encoding="utf-8").split("\n")[ding.plaats.regel - 1 : ding.plaats.tot]
    return " ".join(" ".join(gelezen_regels).split())


def woorden(zin: str) -> list[str]:
    return re.findall(r"\w+", zin.lower())


def getallen(zin: str) -> set[str]:
    return set(re.findall(r"\d[\d.,]*\d|\d", zin))


def per_editie(sectie: Element) -> dict[str, Element]:
    """The columns of a section by the title of their edition."""
    [naast] = met_klasse(sectie, "naast")
    return {tekst(kolom[0]): kolom for kolom in naast}


# The file against the documents


@pytest.mark.documents
@pytest.mark.parametrize("ding", ALLE)
def test_every_figure_is_printed_in_its_passage(ding: Duiding) -> None:
    gedrukt = passage(ding)

    for deel in (ding.gedrukt, ding.jaar, ding.vanaf, ding.tot_en_met):
        assert re.search(rf"(?<![\w.,]){re.escape(deel)}(?![\w%]|[.,]\d)", gedrukt) or not deel
    assert getallen(ding.zin) <= getallen(gedrukt)


@pytest.mark.documents
@pytest.mark.parametrize("ding", ALLE)
def test_no_sentence_of_the_document_is_copied(ding: Duiding) -> None:
    eigen, gedrukt = woorden(ding.zin), " ".join(woorden(passage(ding)))

    assert [eigen[i : i + 5] for i in range(len(eigen) - 4) if " ".join(eigen[i : i + 5]) in gedrukt] == []


@pytest.mark.documents
def test_every_address_is_printed_on_its_line() -> None:
    for adres in vergelijkadressen():
        assert passage(adres) == adres.adres


@pytest.mark.parametrize("ding", ALLE)
def test_passage_starts_on_a_line_of_the_site(ding: Duiding) -> None:
    assert skelet(ding.plaats.publicatie)[ding.plaats.regel - 1]
    assert ding.plaats.tot >= ding.plaats.regel
    assert ding.plaats.publicatie in gelezen()
    assert ding.bij in INDICATOREN


def test_a_comparison_says_with_what() -> None:
    for ding in duidingen():
        assert bool(ding.wie) == (ding.soort is Duidingsoort.REFERENTIE)
        assert ding.gedrukt or ding.soort is not Duidingsoort.EIGEN_CIJFER
        assert bool(ding.vanaf and ding.tot_en_met) == (ding.soort is Duidingsoort.BAND)


# The pages


@pytest.mark.parametrize("ding", ALLE)
def test_page_shows_each_entry_with_its_line(pagina: Pagina, ding: Duiding) -> None:
    sectie = met_id(pagina(f"/indicatoren/{ding.bij}/"), SECTIE[ding.soort])
    adres = f"{bronadres(ding.plaats.publicatie)}regels/{ding.plaats.regel}/"

    assert f"{' '.join(ding.zin.split())} ({ding.plaats.publicatie}, regel {ding.plaats.regel})" in tekst(sectie)
    assert adres in {a.get("href") for a in sectie.iter("a")}
    assert adres in gedrukte_regels(pagina)


@pytest.mark.parametrize("slug", INDICATOREN)
@pytest.mark.parametrize("sectie", ["toelichting", "invloed"])
def test_editions_stand_beside_each_other_oldest_first(pagina: Pagina, slug: str, sectie: str) -> None:
    assert list(per_editie(met_id(pagina(f"/indicatoren/{slug}/"), sectie))) == EDITIES


@pytest.mark.parametrize("slug", INDICATOREN)
def test_what_is_not_there_is_told_in_its_column(pagina: Pagina, slug: str) -> None:
    gelezen_pagina = pagina(f"/indicatoren/{slug}/")
    toelichting, invloed = (per_editie(met_id(gelezen_pagina, deel)) for deel in ("toelichting", "invloed"))

    for publicatie, titel in zip(PUBLICATIES, EDITIES, strict=True):
        sleutel = (slug, publicatie)
        for kolom in (toelichting[titel], invloed[titel]):
            assert (NIET_IN_DOCUMENT in tekst(kolom)) == (sleutel in AFWEZIG)
        assert (GEEN_UITLEG in tekst(toelichting[titel])) == (sleutel in ZONDER_UITLEG)
        assert (ZEGT_NIETS in tekst(invloed[titel])) == (sleutel in ZONDER_INVLOED)


def test_toelichting_stands_under_its_own_edition(pagina: Pagina) -> None:
    naast = per_editie(met_id(pagina("/indicatoren/uitstroom-naar-werk/"), "toelichting"))

    # Line 432 of PB 2023 has 45%, lines 633 to 636 of PB 2026 speak of the trendgrafiek.
    assert "45%" in tekst(naast[EDITIES[0]])
    assert "trendgrafiek" in tekst(naast[EDITIES[1]])


def test_national_figure_says_that_it_is_not_of_the_municipality(pagina: Pagina) -> None:
    """Lines 613 to 619 of PB 2026."""
    sectie = tekst(met_id(pagina("/indicatoren/arbeidsparticipatie/"), "vergelijken"))

    assert "Let op: dit is niet het cijfer van de gemeente zelf. 73,2% (2024), het landelijk gemiddelde:" in sectie


@pytest.mark.parametrize(
    ("slug", "zin"),
    [
        ("arbeidsplaatsen", "1,1 %, verwachting van het Centraal Planbureau:"),
        ("vve-leerwinst", "leeftijdgenoten in Nederland:"),
        ("voortijdige-schoolverlaters", "tussen de 2,2 en 2,8% (afgelopen jaren):"),
        ("dienstverlening-ondernemers", "een 6,2 (2022):"),
        ("bijstandsuitkeringen", "rond de 2600 (eind 2025):"),
        ("uitstroom-naar-werk", "Bij dit cijfer noemen PB 2023 en PB 2026 geen cijfers van anderen."),
        ("vve-ontwikkelingsscore", "Bij dit cijfer noemt PB 2026 geen cijfers van anderen."),
    ],
)
def test_what_can_be_compared_with(pagina: Pagina, slug: str, zin: str) -> None:
    assert zin in tekst(met_id(pagina(f"/indicatoren/{slug}/"), "vergelijken"))


def test_bands_of_the_score(pagina: Pagina) -> None:
    """Lines 482 to 484 of PB 2026."""
    banden = met_id(pagina("/indicatoren/vve-ontwikkelingsscore/"), "banden")

    assert [tekst(band) for band in banden.iter("dt")] == [
        "0 tot en met 2,49",
        "2,50 tot en met 3,49",
        "3,5 tot en met 5",
    ]
    for slug in INDICATOREN.keys() - {"vve-ontwikkelingsscore"}:
        assert not [deel for deel in pagina(f"/indicatoren/{slug}/").iter() if deel.get("id") == "banden"]


@pytest.mark.parametrize("slug", ELDERS)
def test_link_to_the_printed_address_of_another_site(pagina: Pagina, slug: str) -> None:
    [link] = [a for a in pagina(f"/indicatoren/{slug}/").iter("a") if a.get("rel") == "external"]

    assert link.get("href") == ELDERS[slug]
    assert tekst(link).endswith("(andere website)")


def test_link_to_another_site_without_a_printed_address(pagina: Pagina, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.paginas.indicator.teksten.vergelijkadressen", tuple)
    gelezen_pagina = haal(Client(), "/indicatoren/uitstroom-naar-werk/")

    assert [a.get("href") for a in gelezen_pagina.iter("a") if a.get("rel") == "external"] == [
        "https://www.waarstaatjegemeente.nl"
    ]


def test_of_an_edition_that_nobody_read_nothing_is_said(pagina: Pagina, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.paginas.indicator.teksten.gelezen", lambda: {"PB 2023"})
    gelezen_pagina = haal(Client(), "/indicatoren/bijstandsuitkeringen/")

    kolom = tekst(per_editie(met_id(gelezen_pagina, "invloed"))[EDITIES[1]])
    assert "Dit document lazen wij hierop nog niet." in kolom
    assert ZEGT_NIETS not in kolom
    assert "Bij dit cijfer noemt PB 2023 geen cijfers van anderen." in tekst(met_id(gelezen_pagina, "vergelijken"))


def test_a_third_edition_has_a_column_of_its_own() -> None:
    edities = [Publicatie(pk=jaar, naam=f"PB {jaar}", jaar=jaar) for jaar in (2023, 2026, 2027)]

    gevonden = edities_over_indicator(Indicator(slug="uitstroom-naar-werk"), edities, [], [], [], [])

    assert [(kolom.editie.jaar, kolom.is_gelezen) for kolom in gevonden] == [(2023, True), (2026, True), (2027, False)]


# The definities through the editions


def tijdlijn(pagina: Element) -> list[Element]:
    [lijn] = met_klasse(met_id(pagina, "gemeten"), "tijdlijn")
    return list(lijn)


@pytest.mark.parametrize(
    ("slug", "verwacht"),
    [
        ("arbeidsparticipatie", [EDITIES[0], "Zekere breuk. Vergelijk niet met wat hierboven staat.", EDITIES[1]]),
        ("arbeidsplaatsen", [EDITIES[0], "Zekere breuk. Vergelijk niet met wat hierboven staat.", EDITIES[1]]),
        ("voortijdige-schoolverlaters", [EDITIES[0], "Mogelijke breuk in 2026.", EDITIES[1]]),
        ("dienstverlening-ondernemers", ["Mogelijke breuk in 2022.", *EDITIES]),
        ("uitstroom-naar-school", EDITIES),
        ("vve-leerwinst", EDITIES),
    ],
)
def test_breaks_stand_between_the_definities(pagina: Pagina, slug: str, verwacht: list[str]) -> None:
    stappen = tijdlijn(pagina(f"/indicatoren/{slug}/"))

    assert len(stappen) == len(verwacht)
    for stap, begin in zip(stappen, verwacht, strict=True):
        assert tekst(stap).startswith(begin)


@pytest.mark.parametrize(
    ("slug", "adres"),
    [
        ("arbeidsparticipatie", "/bronnen/PB-2026/regels/602/"),
        ("arbeidsplaatsen", "/bronnen/PB-2026/regels/569/"),
        ("voortijdige-schoolverlaters", "/bronnen/PB-2026/regels/525/"),
        ("dienstverlening-ondernemers", "/bronnen/PB-2023/regels/360/"),
    ],
)
def test_break_links_to_its_passage(pagina: Pagina, slug: str, adres: str) -> None:
    [breuk] = met_klasse(pagina(f"/indicatoren/{slug}/"), "tijdlijn__breuk")

    assert [a.get("href") for a in breuk.iter("a")] == [adres]


def test_definitie_of_each_edition(pagina: Pagina) -> None:
    eerste, _, tweede = (
        {tekst(paar[0]): tekst(paar[1]) for dl in stap.iter("dl") for paar in dl}
        for stap in tijdlijn(pagina("/indicatoren/arbeidsparticipatie/"))
    )

    assert eerste["Naam in het document"] == "“% Arbeidsparticipatie”"
    assert "15 tot 67 jaar" in eerste["Wie of wat er telt"]
    assert "15 tot 75 jaar" in tweede["Wie of wat er telt"]
    for stap in (eerste, tweede):
        assert (stap["Eenheid"], stap["Richting"]) == ("%", "hoger is beter")
        assert stap["Wie heeft gemeten"] == "CBS"


@pytest.mark.parametrize(
    ("slug", "stap", "zin"),
    [
        ("arbeidsparticipatie", 0, "aanname Dit is een aanname, geen doel: de gemeente gaat van dit getal uit."),
        ("uitstroom-naar-werk", 0, "streefwaarde Dit is een doel: zo ver wil de gemeente komen."),
        ("bijstandsuitkeringen", 1, "raming Dit is een verwachting, geen doel."),
        ("deeltijd-werkenden", 1, "kengetal Dit is een kengetal, geen doel. Hoger is niet beter of slechter."),
    ],
)
def test_kind_of_begroting_in_a_sentence(pagina: Pagina, slug: str, stap: int, zin: str) -> None:
    assert f"Begroting {zin}" in tekst(tijdlijn(pagina(f"/indicatoren/{slug}/"))[stap])


def test_edition_without_the_indicator_has_a_stop_that_says_so(pagina: Pagina) -> None:
    eerste, tweede = tijdlijn(pagina("/indicatoren/vve-ontwikkelingsscore/"))

    assert tekst(eerste) == f"{EDITIES[0]} {NIET_IN_DOCUMENT}"
    assert "VVE-resultatenmonitor" in tekst(tweede)


def test_begroting_of_another_edition_is_named_where_it_is_printed(pagina: Pagina) -> None:
    """PB 2023, line 380: the row is labelled Begroting PB 2022."""
    _, rijen = tabel(pagina("/indicatoren/arbeidsplaatsen/"), "matrix-arbeidsplaatsen")

    assert [tekst(rijen[jaar][0]) for jaar in ("2022", "2025")] == ["372 begroting PB 2022", "0 begroting PB 2022"]
