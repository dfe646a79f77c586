"""Five editions and three programmas on one site: each page tells of its own programma, by that one's newest edition.

Programma 1 has PB 2023, 2026, 2027 and 2028; programma 2 has 2026, 2027 and 2030, in files of its own; programma 3 has
2027 only. All print the money of PB 2026 in other years, x € 1.000 and after reserves: 63.257 for their own year, then
62.679, 62.075 and 61.741 (line 917). Of uitstroom naar werk (line 627) three print another goal: `vijf_edities`.
"""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from indicators.models import (
    Aangehaald,
    Aanhaling,
    Definitie,
    Doelstelling,
    Duiding,
    Duidingsoort,
    Indicator,
    Lezing,
    Vindplaats,
)
from indicators.models.bronnen import verhoog_versie
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.opgaven.meting import Meting
from ingest.opgaven.termijnen import te_meten
from ingest.opgaven.werklijst import taken
from ingest.structuur.bestand import zaai_structuur
from tests.gereedschap.documenten.vijf_edities import schrijf_wereld
from tests.gereedschap.paginas import cellen, haal, met_id, met_klasse, regels, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]  # a world of five editions is long to make

EDITIES = {
    "1": ["PB 2023", "PB 2026", "PB 2027", "PB 2028"],
    "2": ["PB 2026 programma 2", "PB 2027 programma 2", "PB 2030"],
    "3": ["PB 2027 programma 3"],
}
ALLEEN_VAN = {
    "1": ["PB 2023", "PB 2028"],
    "2": ["PB 2026 programma 2", "PB 2027 programma 2", "PB 2030"],
    "3": ["PB 2027 programma 3"],
}
"""The editions that stand on no page of another programma, but as one that is not on the site."""
NIET_OP_DE_SITE = ("PB 2028 en PB 2029",)
WERK, UITSTROOM = "Stimuleren duurzame arbeidsparticipatie", "Uitstroom uit de bijstand naar werk"
ZINNEN: dict[tuple[str, str], list[str]] = {
    ("1", "/"): [
        "Zijn de doelen gehaald? 2 gehaald, 3 niet gehaald",  # of 2026, by PB 2026: lines 521, 555, 608, 626, 659, 699
        "€ 63,3 miljoen in 2028",
        "€ 0,6 miljoen meer dan PB 2027 voor 2028 verwachtte (€ 62,7 miljoen).",
        f"Strenger dan in PB 2027: {UITSTROOM} (2030: 180 werd 190).",
        "Programmabegroting 2027-2030 (PB 2027) en Programmabegroting 2028-2031 (PB 2028).",
        "De nieuwste resultaten zijn van 2026.",
    ],
    ("2", "/"): [
        # of 2028, measured in PB 2030, what PB 2027 named for it
        "Zijn de doelen gehaald? 2028 was bij ",
        "PB 2030 voor 2030: 170 Vraagt minder dan het laatste resultaat.",
        "€ 63,3 miljoen in 2030",
        "€ 1,5 miljoen meer dan PB 2027 programma 2 voor 2030 verwachtte (€ 61,7 miljoen).",
        f"Soepeler dan in PB 2027 programma 2: {UITSTROOM} zorg (2030: 180 werd 170).",
        "Van dit programma staan PB 2028 en PB 2029 nog niet op deze site.",
        "De nieuwste resultaten zijn van 2028.",
    ],
    ("3", "/"): [
        "€ 63,3 miljoen in 2027",
        "Wat is er veranderd? Nog niets om te vergelijken",
        "Op deze site staat Programmabegroting 2027-2030, programma 3 (PB 2027 programma 3).",
        "De nieuwste resultaten zijn van 2025.",
    ],
    ("1", "/geld/"): [
        "Netto kosten 2028: € 63,3 miljoen. Dat zijn de uitgaven min de inkomsten, na reserves.",
        "Dat is € 0,6 miljoen meer dan PB 2027 voor 2028 verwachtte (€ 62,7 miljoen, meerjarenraming).",
        "Wat betaalt de stad zelf aan 1.6 ",
        "Rekening 2026 naast de verwachting",
    ],
    ("2", "/geld/"): [
        "Netto kosten 2030: € 63,3 miljoen. Dat zijn de uitgaven min de inkomsten, na reserves.",
        "Dat is € 1,5 miljoen meer dan PB 2027 programma 2 voor 2030 verwachtte (€ 61,7 miljoen, meerjarenraming).",
        "Wat betaalt de stad zelf aan 2.6 ",
        "Rekening 2028 naast de verwachting",
    ],
    ("3", "/geld/"): [
        "Netto kosten 2027: € 63,3 miljoen. Dat zijn de uitgaven min de inkomsten, na reserves.",
        "Bron: PB 2027 programma 3 (primitieve begroting).",
        "Wat betaalt de stad zelf aan 3.6 ",
    ],
    ("1", "/doelen/"): [
        "2 gehaald 3 niet gehaald",
        f"1.5 {WERK}",
        "De begroting van 2026 had als doel 180. Doel 2026 gehaald.",
    ],
    ("2", "/doelen/"): [
        "Op deze site staan de begrotingen PB 2026 programma 2, PB 2027 programma 2 en PB 2030.",
        (
            "2028: 181. De begroting van 2026 noemde voor 2028 als doel 185. "
            "De begroting van 2027 noemde voor 2028 als doel 180."
        ),
        "Geen oordeel. De begroting van 2028 van dit programma staat nog niet op deze site.",
        f"{UITSTROOM} zorg: het doel van PB 2030 voor 2030 is 170.",
    ],
    ("3", "/doelen/"): [
        "Op deze site staat de begroting PB 2027 programma 3.",
        f"{UITSTROOM} wonen: het doel van PB 2027 programma 3 voor 2027 is 180.",
    ],
    ("1", "/vergelijken/"): [
        "Vergelijken: wat is er veranderd van PB 2027 naar PB 2028?",
        "Het programma kost in 2028 na reserves netto € 63,3 miljoen volgens PB 2028 en € 62,7 miljoen volgens PB 2027",
    ],
    ("2", "/vergelijken/"): [
        "Vergelijken: wat is er veranderd van PB 2027 programma 2 naar PB 2030?",
        "Tussen deze begrotingen zitten PB 2028 en PB 2029. Die staan van dit programma nog niet op deze site.",
    ],
    ("3", "/vergelijken/"): ["Doelen en indicatoren van dit programma staan hier alleen uit PB 2027 programma 3."],
    # PB 2023 has 35 sums, and PB 2026 66
    ("1", "/klopt-het/"): ["Wij rekenden 233 optellingen na in PB 2023, PB 2026, PB 2027 en PB 2028."],
    ("2", "/klopt-het/"): ["Wij rekenden 198 optellingen na in PB 2026 programma 2, PB 2027 programma 2 en PB 2030."],
    ("3", "/klopt-het/"): [
        "Wij rekenden 66 optellingen na in PB 2027 programma 3.",
        "alleen in het hoofdstuk over programma 3",
    ],
}


@pytest.fixture(scope="module", autouse=True)
def site(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """As somebody loads it who has no screens: one document after the other."""
    mapping, bestanden = schrijf_wereld(tmp_path_factory.mktemp("documenten"))
    with django_db_blocker.unblock():
        transactie = transaction.atomic()
        transactie.__enter__()
        zaai_structuur(mapping)
        call_command("load_bundled", verbosity=0)
        for bestand in bestanden:
            call_command("load_document", str(bestand), verbosity=0)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        transactie.__exit__(None, None, None)


def anderen(code: str) -> list[str]:
    """What must not stand on a page of this programma."""
    return [woord for ander, woorden in ALLEEN_VAN.items() if ander != code for woord in woorden]


@pytest.mark.parametrize(("code", "adres"), ZINNEN, ids=["".join(waar) for waar in ZINNEN])
def test_een_pagina_vertelt_van_haar_programma(code: str, adres: str) -> None:
    gelezen = tekst(haal(Client(), f"{adres}?programma={code}"))
    assert [zin for zin in ZINNEN[code, adres] if zin not in gelezen] == []
    vreemd = [f"{UITSTROOM} {wereld}" for ander, wereld in (("2", "zorg"), ("3", "wonen")) if ander != code]
    for woorden in NIET_OP_DE_SITE:
        gelezen = gelezen.replace(woorden, "")
    # What contradicts itself is still told of the whole site there.
    vreemd += anderen(code) if adres != "/klopt-het/" else []
    assert [woord for woord in vreemd if woord in gelezen] == []


def test_een_tabel_heeft_eerst_de_nieuwste_begrotingen() -> None:
    """Uitstroom naar werk: 170 in PB 2023, line 446, which is the fourth; a difference names its two editions."""
    adres, sleutel = "/indicatoren/uitstroom-naar-werk/", "matrix-uitstroom-naar-werk"
    kort, alles = haal(Client(), adres), haal(Client(), f"{adres}?edities=alle")
    assert tabel(kort, sleutel)[0] == ["PB 2026", "PB 2027", "PB 2028"]
    assert "PB 2023 staat hier niet bij. Toon alle begrotingen" in tekst(kort)
    assert tabel(alles, sleutel)[0] == EDITIES["1"]
    assert tekst(tabel(alles, sleutel)[1]["2025"][0]) == "170"
    assert "staat hier niet bij" not in tekst(alles)

    bestand = Client().get(f"{adres}?edities=alle&tabel={sleutel}&als=csv")
    assert bestand.content.startswith(b"Jaar,PB 2023,")
    geld = tabel(haal(Client(), "/geld/"), "vergelijking")
    assert geld[0] == ["PB 2026", "PB 2027", "PB 2028", "Verschil PB 2027 en PB 2028"]


def test_wat_een_editie_over_geld_drukt_staat_er_heel_of_niet() -> None:
    """Of what is not shown only a part is read, and no table may be made of that: 2028 in line 917 of PB 2026."""
    kort, alles = haal(Client(), "/geld/"), haal(Client(), "/geld/?edities=alle")
    eerst, daarna = ({deel.get("id") for deel in pagina.iter("table")} for pagina in (kort, alles))
    for editie in ("PB-2026", "PB-2027", "PB-2028"):
        for lijst in ("programma", "doelstelling", "nieuw-beleid", "bezuinigingen"):
            assert cellen(kort, f"{lijst}-{editie}") == cellen(alles, f"{lijst}-{editie}")
    assert daarna - eerst == {"programma-PB-2023", "doelstelling-PB-2023", "nieuw-beleid-PB-2023"}
    assert cellen(kort, "programma-PB-2028")["Saldo"][2] == "63.257"
    assert "PB 2023 staat hier niet bij. Toon alle begrotingen: lasten, baten en reserves" in tekst(kort)
    assert "staat hier niet bij" not in tekst(alles)


def test_van_elke_optelling_wordt_de_uitkomst_geteld_ook_als_zij_er_niet_staat() -> None:
    kort, alles = (haal(Client(), f"/klopt-het/{query}") for query in ("", "?edities=alle"))
    assert len({tekst(pagina).partition(" Telt niet op (")[0] for pagina in (kort, alles)}) == 1
    for pagina, edities in ((kort, EDITIES["1"][1:]), (alles, EDITIES["1"])):
        assert [editie for editie in EDITIES["1"] if f"{editie}. " in tekst(met_id(pagina, "klopt"))] == edities


def test_een_grafiek_zegt_welke_begroting_zij_niet_tekent() -> None:
    [grafiek] = met_klasse(haal(Client(), "/indicatoren/uitstroom-naar-school/"), "grafiek")

    assert "Niet getekend: PB 2023." in tekst(next(met_klasse(grafiek, "grafiek__ondertitel")))
    assert "PB 2023" not in tekst(next(met_klasse(grafiek, "tekening")))


@pytest.mark.parametrize("code", EDITIES)
def test_het_geld_van_elk_programma(code: str) -> None:
    """Lines 558 to 917 of PB 2026, in the year of the edition."""
    geld = haal(Client(), f"/geld/?programma={code}")
    koppen, rijen = tabel(geld, "vergelijking")
    assert koppen[-2] == EDITIES[code][-1]
    assert [naam.split()[0] for naam in rijen][:6] == [f"{code}.{nummer}" for nummer in range(1, 7)]
    assert [tekst(cellen[-2]) for cellen in rijen.values()] == [
        *("14.714", "2.616", "1.783", "362", "23.859", "20.221", "63.555", "63.400", "63.257"),
    ]


@pytest.mark.parametrize("code", EDITIES)
def test_de_pagina_van_elke_doelstelling_en_indicator(code: str) -> None:
    client, geopend = Client(), 0
    for ding in (
        *Doelstelling.objects.filter(programma__code=code),
        *Indicator.objects.filter(doelstelling__programma__code=code),
    ):
        gelezen = tekst(haal(client, ding.get_absolute_url()))
        assert ding.naam in gelezen
        assert [woord for woord in anderen(code) if woord in gelezen] == [], ding
        geopend += 1
    # five more of programma 1 stand in a rapportage
    assert geopend == (17 + 5 if code == "1" else 16)


def test_het_doel_van_uitstroom_in_elke_editie() -> None:
    for slug, doelen in {
        "uitstroom-naar-werk": {"2028": ["180", "180", "190"], "2030": ["180", "190"]},
        "uitstroom-naar-werk-zorg": {"2028": ["185", "180"], "2030": ["180", "170"]},
        "uitstroom-naar-werk-wonen": {"2028": ["180"], "2030": ["180"]},
    }.items():
        _, rijen = tabel(haal(Client(), f"/indicatoren/{slug}/"), f"tabel-{slug}")
        for jaar, verwacht in doelen.items():
            assert [cel for cel in map(tekst, rijen[jaar][1:]) if cel[:1].isdigit()] == verwacht, (slug, jaar)


def test_elke_bron_heeft_haar_regels() -> None:
    client = Client()
    bronnen = tekst(haal(client, "/bronnen/"))
    for naam in (naam for namen in EDITIES.values() for naam in namen):
        assert f"Lees {naam} regel voor regel" in bronnen
        gedrukt = regels(haal(client, f"/bronnen/{naam.replace(' ', '-')}/"))
        assert gedrukt
    assert "Programmabegroting 2025-2028 (PB 2025) Deze begroting staat nog niet op deze site." in bronnen
    assert "Saldo -58.629 -66.097 -63.257" in tekst(haal(client, "/bronnen/PB-2030/regels/917/"))


def test_wat_van_de_hele_site_is() -> None:
    client = Client()
    over = tekst(haal(client, "/over/"))
    assert "Nog niet op deze site: PB 2021, PB 2022, PB 2024, PB 2025." in over
    assert "programma 1, Onderwijs, economie en arbeidsparticipatie; programma 2, Zorg, sport en" in over
    codes = [f"{programma}.{doel}" for programma in (1, 2, 3) for doel in range(1, 7)]
    data = tekst(haal(client, "/data/"))
    plaatsen = [data.index(f" {code} ") for code in codes]
    assert plaatsen == sorted(plaatsen)
    bevindingen = tekst(haal(client, "/bevindingen/"))
    titels = Lezing.objects.values_list("publicatie__titel", flat=True)
    assert [titel for titel in titels if titel not in bevindingen] == []
    for adres in ("/raad/", "/toegankelijkheid/"):
        met_id(haal(client, adres), "inhoud")
    for bestand in ("cijfers", "bedragen"):
        rijen = client.get(f"/data/{bestand}.csv").getvalue().decode().split("\r\n")[1:]
        # a rapportage or a kadernota names no programma
        assert {rij.partition(",")[0] for rij in rijen if rij} == {"", "1", "2", "3"}


def test_een_document_van_een_ander_programma_zwijgt_niet_over_een_motie() -> None:
    """Motie 2506-61 stands in PB 2026 (lines 1001 to 1015), in its chapter on programma 1."""
    motie = tekst(met_id(haal(Client(), "/raad/"), "motie-2506-61"))
    assert "Of PB 2027 en PB 2028 er nog iets over zeggen, is nog niet nagelezen." in motie
    assert "programma" not in motie


def test_het_werk_is_dat_van_elk_programma() -> None:
    """When PB 2030 of programma 2 came in, nobody was asked for the figures of the others any more."""
    per_programma = [
        taak.definitie.indicator.doelstelling.programma.code for taak in taken(Definitie.objects.all(), 2025)
    ]
    assert {code: per_programma.count(code) for code in EDITIES} == {"1": 10, "2": 10, "3": 10}
    assert per_programma == sorted(per_programma)
    assert te_meten().count() == 30


@pytest.mark.parametrize(
    ("slug", "jaar", "editie", "doel"),
    [
        ("uitstroom-naar-werk", 2028, "PB 2028", "190"),
        ("uitstroom-naar-werk", 2030, None, None),
        ("uitstroom-naar-werk-zorg", 2026, "PB 2026 programma 2", "185"),
        ("uitstroom-naar-werk-zorg", 2028, None, None),
        ("uitstroom-naar-werk-zorg", 2030, "PB 2030", "170"),
        ("uitstroom-naar-werk-wonen", 2027, "PB 2027 programma 3", "180"),
    ],
)
def test_een_cijfer_wordt_beoordeeld_door_de_begroting_van_zijn_programma(
    slug: str, jaar: int, editie: str | None, doel: str | None
) -> None:
    meting = Meting(Definitie.objects.get(slug=slug), jaar, "")
    assert (meting.editie and meting.editie.naam, meting.doel and meting.doel.gedrukt) == (editie, doel)


def test_een_merkteken_leidt_naar_zijn_eigen_programma() -> None:
    """Of what PB 2030 says of uitstroom, and of the sums of every programma that do not come out."""
    lezing = Lezing.objects.get(publicatie__naam="PB 2030", staat="gepubliceerd")
    aanhaling = Aanhaling.objects.create(publicatie=lezing.publicatie)
    Vindplaats.objects.create(aanhaling=aanhaling, lezing=lezing, van_regel=627, tot_regel=627)
    with handelend_als(None, SYSTEEM):
        gelezen = Duiding.objects.create(
            sleutel="uitstroom-zorg",
            soort=Duidingsoort.TWEE_BRONNEN,
            wat="Uitstroom in 2030",
            zin="Twee bronnen noemen een ander getal.",
            indicator=Indicator.objects.get(slug="uitstroom-naar-werk-zorg"),
            staat=Duiding.Staat.GEPUBLICEERD,
            weg=Duiding.Weg.MEEGELEVERD,
        )
    Aangehaald.objects.create(duiding=gelezen, aanhaling=aanhaling, volgorde=0)
    verhoog_versie()
    client, naar = Client(), "/klopt-het/?programma=2#uitstroom-zorg"

    def links(adres: str) -> set[str]:
        return {a.get("href", "") for a in haal(client, adres).iter("a") if "/klopt-het/" in a.get("href", "")}

    met_merk = ("/?programma=2", "/doelen/?programma=2", "/vergelijken/?programma=2", "/doelstellingen/2.5/")
    for adres in (*met_merk, "/indicatoren/uitstroom-naar-werk-zorg/"):
        assert naar in links(adres), adres
    assert met_id(haal(client, "/klopt-het/?programma=2"), "uitstroom-zorg") is not None
    # of two editions beside each other only what these two tell
    anders = "/vergelijken/?programma=2&van=PB-2026-programma-2&naar=PB-2027-programma-2"
    assert naar not in links(anders)
    assert "/klopt-het/?programma=2#telt-niet-op" in links("/geld/?programma=2")
    assert "/klopt-het/#telt-niet-op" in links("/geld/")


def test_er_zijn_vijf_jaren_en_drie_programmas() -> None:
    begrotingen = Lezing.objects.filter(staat="gepubliceerd", publicatie__soort="programmabegroting")
    geladen = begrotingen.values_list("publicatie__naam", "publicatie__jaar")
    assert sorted(naam for naam, _ in geladen) == sorted(naam for namen in EDITIES.values() for naam in namen)
    assert len({jaar for _, jaar in geladen}) == 5
