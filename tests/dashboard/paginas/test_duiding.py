"""What helps to understand an indicator: each entry against the documents, and where the pages show it."""

import re
from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from dashboard.paginas.indicator.teksten import edities_over_indicator
from indicators.models import Duiding, Duidingsoort, Nagelezen, Programma, Publicatie
from indicators.models.duiding import OVER_INDICATOR
from tests.gereedschap.documenten.documenten import STUKKEN
from tests.gereedschap.gelezen import Stuk, gelezen, nagelezen
from tests.gereedschap.paginas import (
    INDICATOREN,
    PUBLICATIES,
    Pagina,
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
NIET_IN_DOCUMENT = "Dit cijfer staat niet in dit document."
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
ALLE = [pytest.param(ding, id=ding.sleutel) for ding in gelezen(*OVER_INDICATOR)]
SECTIE = {
    Duidingsoort.INVLOED: "invloed",
    Duidingsoort.OMGEVING: "invloed",
    Duidingsoort.REFERENTIE: "vergelijken",
    Duidingsoort.EIGEN_CIJFER: "vergelijken",
    Duidingsoort.BAND: "banden",
    Duidingsoort.MEETMOMENT: "gemeten",
}


def passage(ding: Stuk) -> str:
    return " ".join(" ".join(ding.plaats.document).split())


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
def test_elk_cijfer_is_in_zijn_passage_gedrukt(ding: Stuk) -> None:
    gedrukt = passage(ding)

    for deel in (ding.gedrukt, ding.wanneer, ding.vanaf, ding.tot_en_met):
        assert re.search(rf"(?<![\w.,]){re.escape(deel)}(?![\w%]|[.,]\d)", gedrukt) or not deel
    assert getallen(ding.zin) <= getallen(gedrukt)


@pytest.mark.documents
@pytest.mark.parametrize("ding", ALLE)
def test_geen_zin_van_het_document_is_overgenomen(ding: Stuk) -> None:
    eigen, gedrukt = woorden(ding.zin), " ".join(woorden(passage(ding)))

    assert [eigen[i : i + 5] for i in range(len(eigen) - 4) if " ".join(eigen[i : i + 5]) in gedrukt] == []


@pytest.mark.documents
def test_elk_adres_is_op_zijn_regel_gedrukt() -> None:
    for ding in gelezen(Duidingsoort.ADRES):
        assert passage(ding) == ding.adres


@pytest.mark.parametrize("ding", ALLE)
def test_een_passage_begint_op_een_regel_van_de_site(ding: Stuk) -> None:
    assert skelet(ding.plaats.publicatie)[ding.plaats.regel - 1]
    assert ding.plaats.tot >= ding.plaats.regel
    assert ding.plaats.publicatie in nagelezen(Nagelezen.Vraag.INDICATOREN) | {*STUKKEN}
    assert ding.indicator in INDICATOREN


def test_een_vergelijking_zegt_waarmee() -> None:
    for ding in gelezen(*OVER_INDICATOR):
        assert bool(ding.wie) == (ding.soort == Duidingsoort.REFERENTIE)
        assert ding.gedrukt or ding.soort != Duidingsoort.EIGEN_CIJFER
        assert bool(ding.vanaf and ding.tot_en_met) == (ding.soort == Duidingsoort.BAND)


# The pages


@pytest.mark.parametrize("ding", ALLE)
def test_de_pagina_toont_elk_stuk_met_zijn_regel(pagina: Pagina, ding: Stuk) -> None:
    sectie = met_id(pagina(f"/indicatoren/{ding.indicator}/"), SECTIE[ding.soort])

    assert f"{ding.zin} ({ding.plaats.woorden})" in tekst(sectie)
    assert ding.plaats.adres in {a.get("href") for a in sectie.iter("a")}
    assert ding.plaats.adres in gedrukte_regels(pagina)


def test_regels_van_een_passage_in_woorden(pagina: Pagina) -> None:
    """Typed from the documents: one line of PB 2023, and three of PB 2026."""
    sectie = tekst(met_id(pagina("/indicatoren/voortijdige-schoolverlaters/"), "invloed"))
    assert "(PB 2023, regel 129)" in sectie
    assert "(PB 2026, regel 191 tot en met 192)" in sectie
    assert "(PB 2026, regel 137 tot en met 139)" in tekst(pagina("/indicatoren/vve-ontwikkelingsscore/"))


@pytest.mark.parametrize("slug", INDICATOREN)
@pytest.mark.parametrize("sectie", ["toelichting", "invloed"])
def test_edities_staan_naast_elkaar_de_oudste_eerst(pagina: Pagina, slug: str, sectie: str) -> None:
    assert list(per_editie(met_id(pagina(f"/indicatoren/{slug}/"), sectie))) == EDITIES


@pytest.mark.parametrize("slug", INDICATOREN)
def test_wat_er_niet_is_staat_in_de_eigen_kolom(pagina: Pagina, slug: str) -> None:
    gelezen_pagina = pagina(f"/indicatoren/{slug}/")
    toelichting, invloed = (per_editie(met_id(gelezen_pagina, deel)) for deel in ("toelichting", "invloed"))

    for publicatie, titel in zip(PUBLICATIES, EDITIES, strict=True):
        sleutel = (slug, publicatie)
        for kolom in (toelichting[titel], invloed[titel]):
            assert (NIET_IN_DOCUMENT in tekst(kolom)) == (sleutel in AFWEZIG)
        assert (GEEN_UITLEG in tekst(toelichting[titel])) == (sleutel in ZONDER_UITLEG)
        assert ZEGT_NIETS not in tekst(invloed[titel]), "of every figure both editions say something"


def test_een_toelichting_staat_onder_haar_eigen_editie(pagina: Pagina) -> None:
    naast = per_editie(met_id(pagina("/indicatoren/uitstroom-naar-werk/"), "toelichting"))

    # Line 432 of PB 2023 has 45%, lines 633 to 636 of PB 2026 speak of the trendgrafiek.
    assert "45%" in tekst(naast[EDITIES[0]])
    assert "trendgrafiek" in tekst(naast[EDITIES[1]])


def test_een_landelijk_cijfer_zegt_dat_het_niet_van_de_gemeente_is(pagina: Pagina) -> None:
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
def test_waarmee_te_vergelijken_is(pagina: Pagina, slug: str, zin: str) -> None:
    assert zin in tekst(met_id(pagina(f"/indicatoren/{slug}/"), "vergelijken"))


def test_banden_van_de_score(pagina: Pagina) -> None:
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
def test_link_naar_het_gedrukte_adres_van_een_andere_site(pagina: Pagina, slug: str) -> None:
    [link] = [a for a in pagina(f"/indicatoren/{slug}/").iter("a") if a.get("rel") == "external"]

    assert link.get("href") == ELDERS[slug]
    assert tekst(link).endswith("(andere website)")


def test_link_naar_een_andere_site_zonder_gedrukt_adres(pagina: Pagina) -> None:
    Duiding.objects.filter(soort=Duidingsoort.ADRES).update(staat="ingetrokken", reden="Die site is er niet meer.")
    gelezen_pagina = haal(Client(), "/indicatoren/uitstroom-naar-werk/")

    assert [a.get("href") for a in gelezen_pagina.iter("a") if a.get("rel") == "external"] == [
        "https://www.waarstaatjegemeente.nl"
    ]


def test_van_een_editie_die_niemand_las_wordt_niets_gezegd(pagina: Pagina) -> None:
    rijen = Nagelezen.objects.filter(lezing__publicatie__naam="PB 2026", vraag=Nagelezen.Vraag.INDICATOREN)
    rijen.update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))
    gelezen_pagina = haal(Client(), "/indicatoren/uitstroom-naar-school/")

    kolom = tekst(per_editie(met_id(gelezen_pagina, "invloed"))[EDITIES[1]])
    assert "Dit document is hierop nog niet nagelezen." in kolom
    assert ZEGT_NIETS not in kolom
    assert "Bij dit cijfer noemt PB 2023 geen cijfers van anderen." in tekst(met_id(gelezen_pagina, "vergelijken"))


def test_een_derde_editie_heeft_een_eigen_kolom(edities: None) -> None:
    op_de_site = [*Publicatie.objects.geladen().edities(), Publicatie(pk=0, naam="PB 2027", jaar=2027)]
    programma = Programma.objects.get()

    gevonden = edities_over_indicator([], Nagelezen.objects.per_vraag(programma), op_de_site, [], [], [], [])

    nagelezen_op = [(kolom.editie.jaar, kolom.is_gelezen, kolom.uitleg_is_gelezen) for kolom in gevonden]
    assert nagelezen_op == [(2023, True, True), (2026, True, True), (2027, False, False)]


# The definities through the editions


def tijdlijn(pagina: Element) -> list[Element]:
    [lijn] = met_klasse(met_id(pagina, "gemeten"), "tijdlijn")
    return list(lijn)


@pytest.mark.parametrize(
    ("slug", "verwacht"),
    [
        ("arbeidsparticipatie", [EDITIES[0], "Zekere breuk. Vergelijk niet met wat hierboven staat.", EDITIES[1]]),
        ("arbeidsplaatsen", [EDITIES[0], "Mogelijke breuk. Misschien kunt u niet vergelijken", EDITIES[1]]),
        ("voortijdige-schoolverlaters", [EDITIES[0], "Mogelijke breuk in 2026.", EDITIES[1]]),
        ("dienstverlening-ondernemers", ["Mogelijke breuk in 2022.", *EDITIES]),
        ("uitstroom-naar-school", EDITIES),
        ("vve-leerwinst", EDITIES),
    ],
)
def test_breuken_staan_tussen_de_definities(pagina: Pagina, slug: str, verwacht: list[str]) -> None:
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
def test_een_breuk_linkt_naar_haar_passage(pagina: Pagina, slug: str, adres: str) -> None:
    [breuk] = met_klasse(pagina(f"/indicatoren/{slug}/"), "tijdlijn__breuk")

    assert [a.get("href") for a in breuk.iter("a")] == [adres]


def test_definitie_van_elke_editie(pagina: Pagina) -> None:
    eerste, _, tweede = (
        {tekst(paar[0]): tekst(paar[1]) for dl in stap.iter("dl") for paar in dl}
        for stap in tijdlijn(pagina("/indicatoren/arbeidsparticipatie/"))
    )

    assert eerste["Naam in het document"] == "“% Arbeidsparticipatie”"
    assert "15 tot 67 jaar" in eerste["Wat dit cijfer meet"]
    assert "15 tot 75 jaar" in tweede["Wat dit cijfer meet"]
    for stap in (eerste, tweede):
        assert (stap["Eenheid"], stap["Richting"]) == ("%", "hoger is beter")
        assert stap["Bron"] == "CBS"


@pytest.mark.parametrize(
    ("slug", "stap", "zin"),
    [
        ("arbeidsparticipatie", 0, "aanname Dit is een aanname, geen doel: de gemeente gaat van dit getal uit."),
        ("uitstroom-naar-werk", 0, "streefwaarde Dit is een doel: zo ver wil de gemeente komen."),
        ("bijstandsuitkeringen", 1, "raming Dit is een verwachting, geen doel."),
        ("deeltijd-werkenden", 1, "kengetal Dit is een kengetal, geen doel. Hoger is niet beter of slechter."),
    ],
)
def test_soort_begroting_in_een_zin(pagina: Pagina, slug: str, stap: int, zin: str) -> None:
    assert f"Begroting (onze lezing) {zin}" in tekst(tijdlijn(pagina(f"/indicatoren/{slug}/"))[stap])


def test_een_editie_zonder_de_indicator_heeft_een_halte_die_dat_zegt(pagina: Pagina) -> None:
    eerste, tweede = tijdlijn(pagina("/indicatoren/vve-ontwikkelingsscore/"))

    assert tekst(eerste) == f"{EDITIES[0]} {NIET_IN_DOCUMENT}"
    assert "VVE-resultatenmonitor" in tekst(tweede)


def test_een_begroting_van_een_andere_editie_is_genoemd_waar_zij_gedrukt_is(pagina: Pagina) -> None:
    """PB 2023, line 380: the row is labelled Begroting PB 2022."""
    _, rijen = tabel(pagina("/indicatoren/arbeidsplaatsen/"), "matrix-arbeidsplaatsen")

    assert [tekst(rijen[jaar][0]) for jaar in ("2022", "2025")] == ["372 begroting PB 2022", "0 begroting PB 2022"]
