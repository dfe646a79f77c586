"""Two editions beside each other: what is new, gone, renamed, measured otherwise, and what the money does.

PB 2023 and PB 2026, made without the reader. Numbers of rules are those of domein.md.
"""

from decimal import Decimal

import pytest

from indicators.geld.netto import NA, VOOR
from indicators.models import (
    Bedrag,
    Bewoording,
    Breuk,
    Doelstelling,
    Lezing,
    Opvolging,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.vergelijking import Vergelijking, vergelijk
from tests.gereedschap.wereld.twee_edities import Twee
from tests.gereedschap.wereld.wereld import Wereld


@pytest.fixture
def twee(wereld: Wereld) -> Twee:
    wereld.publiceer(2023)
    wereld.publiceer(2026)
    return Twee(wereld)


def namen(bewoordingen: list[Bewoording]) -> list[str]:
    return [bewoording.naam for bewoording in bewoordingen]


def paren(gevonden: list[tuple[Bewoording, Bewoording]]) -> list[tuple[str, str]]:
    return [(eerst.naam, dan.naam) for eerst, dan in gevonden]


def test_niets_veranderd(twee: Twee) -> None:
    """The same doelstelling, and no figure or amount: nothing to tell."""
    gevonden = twee.vergelijk()
    assert (gevonden.van, gevonden.naar) == (twee.editie(2023), twee.editie(2026))
    assert gevonden.doelstellingen.gebleven == 1
    for deel in ("nieuw", "verdwenen", "hernoemd", "anders_gemeten", "opgevolgd", "andere_bron", "doelen", "geld"):
        assert getattr(gevonden, deel) == [], deel
    assert (gevonden.bedragen, gevonden.jaren, gevonden.met_resultaat) == ([], [], [])


def test_indicatoren_nieuw_verdwenen_en_hernoemd(twee: Twee) -> None:
    """VVE is another indicator in PB 2026 (rule 5), vsv another name (rule 9), uitstroom neither."""
    twee.doelstelling("9.0", 0, {})
    twee.indicator("vve-score", 5, {2026: "Score VVE"})
    twee.indicator("vve-leerwinst", 4, {2023: "% VVE-kinderen"})
    twee.indicator("uitstroom", 3, {2023: "Uitstroom naar werk", 2026: "Uitstroom naar werk"})
    twee.indicator("vsv", 2, {2023: "Vsv: % van alle deelnemers", 2026: "Vsv in afgelopen schooljaar"})
    twee.indicator("banen", 9, {2026: "Banen", 2023: "Arbeidsplaatsen"}, onder="9.0")
    twee.indicator("fietsers", 8, {2026: "Fietsers"}, onder="9.0")
    gevonden = twee.vergelijk()
    assert namen(gevonden.nieuw) == ["Fietsers", "Score VVE"]
    assert namen(gevonden.verdwenen) == ["% VVE-kinderen"]
    assert paren(gevonden.hernoemd) == [
        ("Arbeidsplaatsen", "Banen"),
        ("Vsv: % van alle deelnemers", "Vsv in afgelopen schooljaar"),
    ]
    assert gevonden.anders_gemeten == []
    terug = twee.vergelijk(2026, 2023)
    assert namen(terug.nieuw) == ["% VVE-kinderen"]
    assert namen(terug.verdwenen) == ["Fietsers", "Score VVE"]
    assert paren(terug.hernoemd)[0] == ("Banen", "Arbeidsplaatsen")


def test_anders_gemeten(twee: Twee) -> None:
    """Rule 5: arbeidsparticipatie of 15 to 67 years in PB 2023, of 15 to 75 in PB 2026; both keep the name."""
    wereld = twee.wereld
    twee.indicator("uitstroom", 3, {2023: "Uitstroom", 2026: "Uitstroom"})
    twee.bewoording(wereld.oud, 2023, "% Arbeidsparticipatie")
    twee.bewoording(wereld.nieuw, 2026, "% Arbeidsparticipatie")
    gevonden = twee.vergelijk()
    assert [(eerst.definitie, dan.definitie) for eerst, dan in gevonden.anders_gemeten] == [(wereld.oud, wereld.nieuw)]
    assert (gevonden.hernoemd, gevonden.nieuw, gevonden.verdwenen) == ([], [], [])
    terug = twee.vergelijk(2026, 2023).anders_gemeten
    assert [(eerst.definitie, dan.definitie) for eerst, dan in terug] == [(wereld.nieuw, wereld.oud)]


def test_een_editie_die_op_twee_manieren_meet(twee: Twee) -> None:
    """Rule 15: an edition may print results that are measured as before, and goals that are measured otherwise."""
    wereld = twee.wereld
    twee.bewoording(wereld.oud, 2023, "Plassen")
    twee.bewoording(wereld.nieuw, 2026, "Plassen")
    twee.bewoording(wereld.oud, 2026, "Plassen")
    gevonden = twee.vergelijk()
    assert [(eerst.definitie, dan.definitie) for eerst, dan in gevonden.anders_gemeten] == [(wereld.oud, wereld.nieuw)]


def test_een_ander_programma_doet_niet_mee(twee: Twee) -> None:
    ander = Programma.objects.create(code="8", naam="Wegen")
    twee.doelstelling("8.1", 1, {2026: "8.1 Bruggen"}, ander)
    twee.doelstelling("8.2", 2, {2023: "8.2 Tunnels"}, ander)
    bruggen = twee.indicator("bruggen", 1, {2023: "Bruggen", 2026: "Bruggen en viaducten"}, onder="8.1")
    for door, waarde, bron in ((2023, "3", "CBS"), (2026, "4", "RDW")):
        twee.vermeld(bruggen, door, 2026, waarde, bron)
        twee.bedrag("doelstelling/8.1", door, -int(waarde))
    gevonden = twee.vergelijk()
    for deel in ("nieuw", "verdwenen", "hernoemd", "andere_bron", "doelen", "geld", "bedragen"):
        assert getattr(gevonden, deel) == [], deel
    assert (gevonden.doelstellingen.nieuw, gevonden.doelstellingen.verdwenen) == ([], [])
    assert gevonden.doelstellingen.gebleven == 1


# Rule 9. Case: the name in the headings of PB 2023 and of PB 2026, and what is said.
BENAMINGEN = {
    "hetzelfde": ({2023: "9.2 Dijken", 2026: "9.2 Dijken"}, "gebleven"),
    "een ander nummer": ({2023: "9.2 Dijken", 2026: "9.3 Dijken"}, "hernoemd"),
    "een andere naam": ({2023: "9.2 Dijken", 2026: "9.2 Dijken en duinen"}, "hernoemd"),
    "nieuw": ({2026: "9.2 Dijken"}, "nieuw"),
    "verdwenen": ({2023: "9.2 Dijken"}, "verdwenen"),
}


@pytest.mark.parametrize(("genoemd", "wat"), BENAMINGEN.values(), ids=BENAMINGEN)
def test_doelstellingen(twee: Twee, genoemd: dict[int, str], wat: str) -> None:
    twee.doelstelling("9.2", 2, genoemd)
    gevonden = twee.vergelijk().doelstellingen
    assert [str(benaming) for benaming in gevonden.nieuw] == ([genoemd[2026]] if wat == "nieuw" else [])
    assert [str(benaming) for benaming in gevonden.verdwenen] == ([genoemd[2023]] if wat == "verdwenen" else [])
    hernoemd = [(genoemd[2023], genoemd[2026])] if wat == "hernoemd" else []
    assert [(str(eerst), str(dan)) for eerst, dan in gevonden.hernoemd] == hernoemd
    assert gevonden.gebleven == (1 if wat in ("nieuw", "verdwenen") else 2)
    terug = twee.vergelijk(2026, 2023).doelstellingen
    assert (terug.nieuw, terug.verdwenen, terug.gebleven) == (gevonden.verdwenen, gevonden.nieuw, gevonden.gebleven)
    assert terug.hernoemd == [(dan, eerst) for eerst, dan in gevonden.hernoemd]


def test_doelstellingen_staan_op_volgorde(twee: Twee) -> None:
    for volgorde, code in ((7, "9.7"), (0, "9.5"), (3, "9.6")):
        twee.doelstelling(code, volgorde, {2026: f"{code} Nieuw"})
        twee.doelstelling(f"{code}.1", volgorde, {2023: f"{code}.1 Oud", 2026: f"{code}.1 Anders"})
    gevonden = twee.vergelijk().doelstellingen
    assert [benaming.code for benaming in gevonden.nieuw] == ["9.5", "9.6", "9.7"]
    assert [eerst.code for eerst, _ in gevonden.hernoemd] == ["9.5.1", "9.6.1", "9.7.1"]


def test_naam_in_de_tabel_met_geld(twee: Twee) -> None:
    """Rule 9: 1.3 has one name in the heading and another in the table with money; lines 348 and 367, 538 and 559."""
    twee.doelstelling("1.3", 2, {2023: "1.3 Beter ondernemersklimaat", 2026: "1.3 Beter ondernemersklimaat"})
    for door in (2026, 2023):
        twee.bedrag("doelstelling/1.3", door, -603, naam="Beter vestigings- en ondernemersklimaat")
        twee.bedrag("uitsplitsing/innovatieprijs", door, -1, naam="Innovatieprijs", onder="1.3")
        twee.bedrag("bezuinigingen/economie", door, -1, naam="Economie, werkbudget en capaciteit", onder="1.3")
        twee.bedrag("doelstelling/9.1", door, -1, naam="Droge voeten" if door == 2026 else "Droge benen")
        twee.bedrag("programma/saldo", door, -1, naam="Saldo")
    assert [
        (benaming.publicatie.naam, benaming.naam, geld.naam)
        for benaming, geld in twee.vergelijk().doelstellingen.bij_geld
    ] == [
        ("PB 2023", "Droge voeten", "Droge benen"),
        ("PB 2023", "Beter ondernemersklimaat", "Beter vestigings- en ondernemersklimaat"),
        ("PB 2026", "Beter ondernemersklimaat", "Beter vestigings- en ondernemersklimaat"),
    ]


# Case: the bron that PB 2023 and PB 2026 print, and whether it is another one.
BRONNEN = {
    "schoolverlaters": (
        "VSV-Atlas (OCW) Jaarverslag leerplicht/RMC",
        "VSV-Atlas (OCW) Jaarverslag leerplicht/ Doorstroompunt",
        True,  # PB 2023, line 327, PB 2026, line 510
    ),
    "een spatie na een schuine streep": (
        "VSV-Atlas (OCW) Jaarverslag leerplicht/RMC",
        "VSV-Atlas (OCW) Jaarverslag leerplicht/ RMC",
        False,  # PB 2023, lines 327 and 337: one document writes one name in two ways
    ),
    "een hoofdletter": ("Gemeentelijke administratie", "gemeentelijke Administratie", False),
    "dezelfde": ("CBS", "CBS", False),
    "geen bron meer": ("CBS", "", True),
    "nergens een bron": ("", "", False),
}


@pytest.mark.parametrize(("eerst", "dan", "anders"), BRONNEN.values(), ids=BRONNEN)
def test_andere_bron(twee: Twee, eerst: str, dan: str, anders: bool) -> None:
    definitie = twee.indicator("vsv", 1, {2023: "Vsv", 2026: "Vsv"})
    oud, nu = twee.vermeld(definitie, 2023, 2023, "2.30", eerst), twee.vermeld(definitie, 2026, 2026, "2.50", dan)
    twee.vermeld(definitie, 2023, 2024, "2.30", eerst)
    assert twee.vergelijk().andere_bron == ([(oud, nu)] if anders else [])
    assert twee.vergelijk(2026, 2023).andere_bron == ([(nu, oud)] if anders else [])


def test_andere_bron_van_een_indicator_in_een_editie_is_er_niet(twee: Twee) -> None:
    alleen_nieuw = twee.indicator("vve", 1, {2026: "Score"})
    twee.vermeld(alleen_nieuw, 2026, 2026, "2.5", "VVE-resultatenmonitor")
    assert twee.vergelijk().andere_bron == []


def test_doelen_komen_uit_wat_geldt(twee: Twee) -> None:
    """What a later lezing of a document no longer says is not compared."""
    definitie = twee.indicator("uitstroom", 1, {2023: "Uitstroom", 2026: "Uitstroom"})
    twee.vermeld(definitie, 2023, 2026, "170")
    vervallen = twee.vermeld(definitie, 2026, 2026, "1800")
    Vermelding.objects.filter(pk=vervallen.pk).update(vervallen_in=twee.wereld.lezingen[-1])
    assert twee.vergelijk().doelen == []
    twee.vermeld(definitie, 2026, 2026, "180")
    assert [(str(doel.van.waarde), str(doel.naar.waarde), doel.woord) for doel in twee.vergelijk().doelen] == [
        ("170.000000", "180.000000", "strenger")
    ]


def test_doelen_met_een_breuk(twee: Twee) -> None:
    """Rule 5: the reason of the break, as the structure tells it."""
    definitie = twee.indicator("vsv", 1, {2023: "Vsv", 2026: "Vsv"})
    twee.vermeld(definitie, 2023, 2026, "2.30")
    twee.vermeld(definitie, 2026, 2026, "2.50")
    Breuk.objects.create(
        van=definitie, naar=definitie, jaar=2026, zekerheid="mogelijk", reden="Tot 27 jaar.",
        publicatie=twee.editie(2026),
    )  # fmt: skip
    assert [(doel.woord, doel.voorbehoud) for doel in twee.vergelijk().doelen] == [("", "Tot 27 jaar.")]


def test_opvolgingen_tussen_de_edities(twee: Twee) -> None:
    """From the first year after the older edition up to and with the newer one, either way round."""
    eerst, dan = (twee.indicator(slug, n, {}) for n, slug in enumerate(("vve-leerwinst", "vve-score"), 1))
    for jaar in (2022, 2024, 2027):
        twee.wereld.publiceer(jaar)
    for jaar in (2022, 2023, 2024, 2026, 2027):
        Opvolging.objects.create(
            soort="vervangen",
            publicatie=twee.editie(jaar),
            reden="Nieuwe meting.",
            van_indicator=eerst.indicator,
            naar_indicator=dan.indicator,
        )
    for gevonden in (twee.vergelijk(), twee.vergelijk(2026, 2023)):
        assert sorted(opvolging.publicatie.jaar for opvolging in gevonden.opgevolgd) == [2024, 2026]
    zorg = Programma.objects.create(code="8", naam="Zorg")
    assert vergelijk(zorg, twee.editie(2023), twee.editie(2026)).opgevolgd == []


def test_edities_ertussen_die_er_niet_zijn(twee: Twee) -> None:
    """Rule 14: PB 2024 and PB 2025 exist and are not loaded; every comparison names the gap."""
    Publicatie.objects.create(naam="PB 2025", slug="PB-2025", soort="programmabegroting", jaar=2025)
    Publicatie.objects.create(naam="JS 2024", slug="JS-2024", soort="jaarstukken", jaar=2024)
    for gevonden in (twee.vergelijk(), twee.vergelijk(2026, 2023)):
        assert gevonden.ertussen == ["PB 2024", "PB 2025"]


@pytest.mark.parametrize(
    ("staat", "van_programma", "ertussen"),
    [
        ("gepubliceerd", "9", ["PB 2025"]),
        ("gepubliceerd", "8", ["PB 2024", "PB 2025"]),
        ("ingetrokken", "9", ["PB 2024", "PB 2025"]),
    ],
)
def test_een_editie_ertussen_die_er_wel_is(twee: Twee, staat: str, van_programma: str, ertussen: list[str]) -> None:
    """What was withdrawn is not on the site, nor is of this programma what tells of another one only."""
    programma, _ = Programma.objects.get_or_create(code=van_programma, defaults={"naam": "Zorg"})
    doel = Doelstelling.objects.create(programma=programma, code="8.1", naam="Zorg", volgorde=9)
    editie = Publicatie.objects.create(naam="PB 2024", slug="PB-2024", soort="programmabegroting", jaar=2024)
    doel.benamingen.create(publicatie=editie, code="8.1", naam="Zorg")
    Lezing.objects.create(
        publicatie=editie, checksum="1", lezer_versie="1", structuur_versie="1", uitvoer={},
        staat=staat, weg="opdrachtregel",
    )  # fmt: skip
    assert twee.vergelijk().ertussen == ertussen


# Rows as PB 2023 and PB 2026 print them for 2026, x € 1.000; lines 463 to 571 and 594 to 917.
GEDRUKT = {
    "doelstelling/9.1": (-347, -362),
    "uitsplitsing/buig": (-4211, -6534),
    "uitsplitsing/sociale-zaken": (-718, -623),
    "uitsplitsing/zelfstandigen": (-95, -110),
    "uitsplitsing/totaal": (None, -20221),
    "uitsplitsing/saldo": (-16411, None),
    "programma/resultaat": (-50068, None),
    "programma/gerealiseerd-saldo": (None, -63400),
    "programma/saldo": (None, -63257),
    "nieuw-beleid/saldo": (-614, -1278),
}


@pytest.fixture
def met_geld(twee: Twee) -> Twee:
    for volgorde, (rij, bedragen) in enumerate(GEDRUKT.items()):
        for door, duizenden in zip((2023, 2026), bedragen, strict=True):
            if duizenden is not None:
                twee.bedrag(rij, door, duizenden, volgorde=volgorde)
    return twee


def meer(gevonden: Vergelijking, *tabellen: str) -> list[tuple[str, Decimal]]:
    rijen = gevonden.geld_uit(*tabellen) if tabellen else gevonden.geld
    return [(rij.regel.naam.strip(), rij.meer / 1000) for rij in rijen]


def test_geld_het_grootste_verschil_eerst(met_geld: Twee) -> None:
    """Rules 8 and 18. A smaller cost has its place by its size; a total of posts is no post, new policy no cost."""
    gevonden = met_geld.vergelijk()
    even_veel = [("9.1", 15), ("zelfstandigen", 15)]
    assert meer(gevonden) == [(VOOR, 13332), (NA, 13189), ("buig", 2323), ("sociale-zaken", -95), *even_veel]
    assert meer(met_geld.vergelijk(2026, 2023)) == [(wat, -verschil) for wat, verschil in meer(gevonden)]
    assert [(rij.van.kosten, rij.naar.kosten) for rij in gevonden.geld_uit("uitsplitsing")] == [
        (4211000, 6534000),
        (718000, 623000),
        (95000, 110000),
    ]


def test_geld_uit_een_of_meer_tabellen(met_geld: Twee) -> None:
    gevonden = met_geld.vergelijk()
    assert meer(gevonden, "doelstelling", "programma") == [(VOOR, 13332), (NA, 13189), ("9.1", 15)]
    assert meer(gevonden, "uitsplitsing") == [("buig", 2323), ("sociale-zaken", -95), ("zelfstandigen", 15)]
    assert meer(gevonden, "nieuw-beleid") == []


def test_geld_alleen_van_jaren_die_beide_begroten(met_geld: Twee) -> None:
    """PB 2023 goes up to 2026, PB 2026 begins with 2025."""
    for door, jaren in ((2023, (2024, 2025)), (2026, (2025, 2027))):
        for jaar in jaren:
            met_geld.bedrag("doelstelling/9.1", door, -jaar, jaar=jaar)
    gevonden = met_geld.vergelijk()
    assert gevonden.jaren == [2026, 2025]
    assert sorted(rij.regel.jaar for rij in gevonden.geld_uit("doelstelling")) == [2025, 2026]


def test_resultaat_zegt_niet_of_het_voor_of_na_reserves_is(met_geld: Twee) -> None:
    """Rule 8: of PB 2023 only, said once."""
    for gevonden in (met_geld.vergelijk(), met_geld.vergelijk(2026, 2023)):
        assert [netto.benaming.publicatie for netto in gevonden.met_resultaat] == [met_geld.editie(2023)]


def test_bedragen_zijn_alle_gedrukte_van_beide_edities(met_geld: Twee) -> None:
    """Also what cannot be compared: a page shows the new policy of each edition by itself."""
    elders = met_geld.wereld.publiceer(2024)
    assert met_geld.editie(2024) == met_geld.wereld.publicaties[elders - 1]
    met_geld.bedrag("doelstelling/9.1", 2024, -350)
    verlopen = met_geld.bedrag("doelstelling/9.1", 2026, -9, jaar=2029)
    Bedrag.objects.filter(pk=verlopen.pk).update(vervallen_in=met_geld.wereld.lezingen[-1])
    gevonden = [(str(b.benaming.publicatie), b.als_gedrukt) for b in met_geld.vergelijk().bedragen]
    verwacht = [(f"PB {jaar}", str(b)) for paar in GEDRUKT.values() for jaar, b in zip((2023, 2026), paar, strict=True)]
    assert gevonden == sorted((rij for rij in verwacht if rij[1] != "None"), key=lambda rij: rij[0])
