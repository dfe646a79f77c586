"""Rows that nobody has seen: other labels, cells without a number, footnotes, and rows that break."""

from dataclasses import replace

import pytest

from ingest.lezer.concept import Concept, Ernst
from tests.gereedschap.documenten.gelezen import fouten, geld, lees, van_soort, waarden
from tests.gereedschap.documenten.programmas import EEN, STREEP, WERK
from tests.gereedschap.documenten.verzonnen import Rij, met_rijen, schrijf


def rij(*rijen: Rij, scheiding: str = " ") -> Concept:
    return lees(schrijf(2025, met_rijen(EEN, *rijen), scheiding=scheiding))


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
@pytest.mark.parametrize("label", ["Begroting", "Begroting 2025", "Begroting PB 2025"])
def test_namen_van_de_rij_begroting(label: str, scheiding: str) -> None:
    concept = rij(WERK[0], (label, [STREEP, "185", "186", "187", "1.188"]), scheiding=scheiding)
    assert not concept.fouten
    assert waarden(concept, "begroting")[1:] == [(2025, "185"), (2026, "186"), (2027, "187"), (2028, "1188")]


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
def test_waarde_die_op_een_jaar_lijkt(scheiding: str) -> None:
    """2022 persons: the count of cells decides what is label."""
    concept = rij(
        ("Realisatie", ["2023", STREEP, STREEP, STREEP, STREEP]),
        ("Begroting", [STREEP, "2025", "2026", "2022", "2022"]),
        scheiding=scheiding,
    )
    assert not concept.fouten
    assert waarden(concept, "realisatie")[0] == (2023, "2023")
    assert waarden(concept, "begroting")[1:] == [(2025, "2025"), (2026, "2026"), (2027, "2022"), (2028, "2022")]


def test_jaar_dat_label_of_waarde_kan_zijn_wordt_geweigerd() -> None:
    """ "Begroting 2025" with a cell lost, or 2025 persons in the first column."""
    een = met_rijen(EEN, ("Begroting", ["2025", "186", "187", "188"]))
    indicator = replace(een.doelen[0].indicatoren[0], jaren=[2025, 2026, 2027, 2028])
    een = replace(een, doelen=[replace(een.doelen[0], indicatoren=[indicator])])
    concept = lees(schrijf(2025, een))
    (fout,) = concept.fouten
    assert (fout.soort, fout.onderwerp) == ("beschadigde rij", "Uitstroom naar werk")
    assert "niet te zien is of 2025 bij de naam hoort" in fout.tekst
    assert not concept.cijfers


LEEG = [
    ("Zie toelichting", "toelichting"),
    ("zie toelichting", "toelichting"),
    ("n.n.b.", "nnb"),
    ("n.t.b.", "nnb"),
    ("pm", "pm"),
    ("PM", "pm"),
    ("n.v.t.", "nvt"),
    ("-", "streepje"),
]


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
@pytest.mark.parametrize(("cel", "soort"), LEEG)
def test_cel_zonder_getal(cel: str, soort: str, scheiding: str) -> None:
    """None is ever a zero, and what is printed stays as printed."""
    concept = rij(WERK[0], ("Begroting PB 2025", [STREEP, "185", cel, cel, "188"]), scheiding=scheiding)
    assert not concept.fouten
    assert [(c.jaar, c.waarde, c.leeg, c.gedrukt) for c in concept.cijfers[7:9]] == [
        (2026, None, soort, cel),
        (2027, None, soort, cel),
    ]


VOETNOTEN = [
    ("12,5¹", "12.5"),
    ("200*", "200"),
    ("200 *", "200"),
    ("200 1)", "200"),
    ("51 % 2)", "51"),
    ("2.000²", "2000"),
]


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
@pytest.mark.parametrize(("cel", "waarde"), VOETNOTEN)
def test_getal_met_een_voetnoot(cel: str, waarde: str, scheiding: str) -> None:
    concept = rij(WERK[0], ("Begroting PB 2025", [STREEP, cel, "186", "187", "188"]), scheiding=scheiding)
    assert not concept.fouten
    assert waarden(concept, "begroting")[1:3] == [(2025, waarde), (2026, "186")]
    assert concept.cijfers[6].gedrukt == cel
    (noot,) = van_soort(concept, "voetnoot")
    assert (noot.ernst, noot.regel, noot.onderwerp) == (
        Ernst.OPMERKING,
        concept.cijfers[6].regel,
        "Uitstroom naar werk",
    )


@pytest.mark.parametrize("cel", ["2001)", "¹", "200¹²³", "200 111)", "*200*", "200(1)"])
def test_voetnoot_die_bij_het_getal_kan_horen_wordt_geweigerd(cel: str) -> None:
    concept = rij(WERK[0], ("Begroting PB 2025", [STREEP, cel, "186", "187", "188"]), scheiding="\t")
    assert [soort for soort, _ in fouten(concept)] == ["beschadigde rij"]
    assert not [c for c in concept.cijfers if c.soort == "begroting"]


def test_voetnoot_bij_een_bedrag() -> None:
    doel = replace(EEN.doelen[0], bedragen=["-40.000*", *["-40.000"] * 4])
    concept = lees(schrijf(2025, replace(EEN, doelen=[doel])))
    assert not concept.fouten
    assert geld(concept, "1", "doelstelling", doel.naam)[0] == (2024, -40_000_000)
    assert [noot.onderwerp for noot in van_soort(concept, "voetnoot")] == [doel.naam]


GEBROKEN = [
    pytest.param("Begroting PB 2025 - 185 186\n187 188", id="midden-in-de-cellen"),
    pytest.param("Begroting PB 2025\n- 185 186 187 188", id="label-apart"),
    pytest.param("Begroting\n- 185 186 187 188", id="kort-label-apart"),
]


@pytest.mark.parametrize("gebroken", GEBROKEN)
def test_gebroken_rij(gebroken: str) -> None:
    """Exactly the cells that lack follow; each keeps the line on which it stands."""
    tekst = schrijf(2025, EEN).replace("Begroting PB 2025 - 185 186 187 1.188", gebroken)
    concept = lees(tekst)
    assert not concept.fouten
    assert waarden(concept, "begroting")[1:] == [(2025, "185"), (2026, "186"), (2027, "187"), (2028, "188")]
    regels = tekst.split("\n")
    assert all(c.gedrukt in regels[c.regel - 1].split() for c in concept.cijfers)


ANDERS_GEBROKEN = [
    pytest.param("Begroting PB 2025 - 185 186\n187", id="een-te-weinig"),
    pytest.param("Begroting PB 2025 - 185 186\n187 188 189", id="een-te-veel"),
    pytest.param("Begroting PB 2025 - 185 186\n187\n188", id="over-drie-regels"),
    pytest.param("Begroting PB 2025 - 185 186 187 188\n189", id="nog-iets-eronder"),
    pytest.param("Begroting PB 2025 - 185 186\n187 188\n189", id="compleet-en-nog-iets-eronder"),
    pytest.param("Begroting PB 2025 - 185 186\n\n187 188", id="lege-regel-ertussen"),
    pytest.param("Begroting PB 2025 - 185 186\n187 1O8", id="geen-getal"),
    pytest.param("Begroting PB 2025\t-\t185\t\t\n187\t188", id="lege-cellen"),
]


@pytest.mark.parametrize("gebroken", ANDERS_GEBROKEN)
def test_rij_die_anders_breekt_wordt_geweigerd(gebroken: str) -> None:
    tekst = schrijf(2025, EEN).replace("Begroting PB 2025 - 185 186 187 1.188", gebroken)
    concept = lees(tekst)
    eerste = tekst.split("\n").index(gebroken.split("\n", maxsplit=1)[0]) + 1
    assert eerste in [fout.regel for fout in concept.fouten if fout.onderwerp == "Uitstroom naar werk"]
    assert not [c for c in concept.cijfers if c.soort == "begroting"]


def test_gebroken_rij_van_geld() -> None:
    gebroken = "Lasten -100.000 -101.000 -102.000\n-103.000 -104.000 -105.000"
    heel = gebroken.replace("\n", " ")
    concept = lees(schrijf(2025, EEN).replace(heel, gebroken))
    assert not concept.fouten
    assert geld(concept, "1", "programma", "Lasten")[3] == (2026, -103_000_000)
    lasten = [b.regel for b in concept.bedragen if b.post == "Lasten"]
    assert lasten == [*[lasten[0]] * 3, *[lasten[0] + 1] * 3]


def test_rij_die_niemand_kent_in_een_bekende_tabel() -> None:
    concept = rij(*WERK, ("Bijgesteld doel", [STREEP, "170", "171", "172", "173"]))
    (fout,) = concept.fouten
    assert (fout.soort, fout.onderwerp) == ("beschadigde rij", "Uitstroom naar werk")
    assert 'De rij "Bijgesteld doel - 170 171 172 173" is niet gelezen' in fout.tekst
    assert len(concept.cijfers) == 10
