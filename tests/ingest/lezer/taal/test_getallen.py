"""Dutch numbers: what is printed reads back equal, and what is no number is refused, never mended."""

import re
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.taal.getallen import GeenGetal, is_cel, lees_cel
from ingest.lezer.tabellen.rijen import BeschadigdeRij, lees_rij

ZUINIG = settings(max_examples=100, derandomize=True, deadline=None)
getallen = st.decimals(min_value=-(10**9), max_value=10**9, places=3).flatmap(
    lambda getal: st.integers(0, 3).map(lambda plaatsen: round(getal, plaatsen))
)


def gedrukt(getal: Decimal, *, punten: bool) -> str:
    """The Dutch way: a comma before the decimals, and (or not) a point between thousands."""
    return f"{getal:{',' if punten else ''}f}".translate(str.maketrans(",.", ".,"))


@ZUINIG
@given(getallen, st.booleans(), st.sampled_from(["", "%", " %"]))
def test_elk_nederlands_getal_komt_gelijk_terug(getal: Decimal, punten: bool, procent: str) -> None:
    cel = lees_cel(gedrukt(getal, punten=punten) + procent)
    assert (cel.waarde, cel.leeg, cel.procent) == (getal, "", procent != "")
    assert cel.gedrukt == gedrukt(getal, punten=punten) + procent


@ZUINIG
@given(st.text("0123456789.,-% ", max_size=12))
def test_wat_er_als_getal_uitziet_is_het_of_wordt_geweigerd(tekst: str) -> None:
    """Whatever is read prints back as it stood: no digit, point or comma is ever mended or dropped."""
    try:
        cel = lees_cel(tekst)
    except GeenGetal:
        return
    if cel.waarde is None:
        assert (cel.gedrukt, cel.leeg) in {("", "leeg"), ("-", "streepje")}
        return
    kaal = tekst.strip().removesuffix("%").rstrip()
    assert kaal in {gedrukt(cel.waarde, punten=punten) for punten in (True, False)} or cel.waarde == 0


@pytest.mark.drawn
@ZUINIG
@given(st.text(max_size=8))
def test_willekeurige_tekst_geeft_nooit_een_andere_fout(tekst: str) -> None:
    try:
        cel = lees_cel(tekst)
    except GeenGetal:
        assert not is_cel(tekst)
    else:
        assert cel.gedrukt == tekst.strip()


@pytest.mark.parametrize(
    ("tekst", "waarde", "procent"),
    [
        ("2.594", "2594", False),
        ("6,60", "6.60", False),
        ("31 %", "31", True),
        ("2,67%", "2.67", True),
        ("-12.945", "-12945", False),
        ("\N{MINUS SIGN}12.945", "-12945", False),
        ("0", "0", False),
        ("1.234.567,8", "1234567.8", False),
        (" 505 ", "505", False),
    ],
)
def test_getallen_uit_de_documenten(tekst: str, waarde: str, procent: bool) -> None:
    cel = lees_cel(tekst)
    assert (str(cel.waarde), cel.procent, cel.leeg) == (waarde, procent, "")


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("-", "streepje"),
        ("\N{EN DASH}", "streepje"),
        ("", "leeg"),
        ("  ", "leeg"),
        ("PM", "pm"),
        ("p.m.", "pm"),
        ("n.n.b.", "nnb"),
    ],
)
def test_soorten_leeg(tekst: str, soort: str) -> None:
    """None of them is a zero."""
    cel = lees_cel(tekst)
    assert (cel.waarde, cel.leeg) == (None, soort)


@pytest.mark.parametrize(
    "tekst",
    [
        "2.67",
        "0.123",
        "1O",
        "1.23",
        "12.34.567",
        "1.2345",
        "1,234.5",
        "1 234",
        "012",
        "00",
        "5,",
        ",5",
        "1,2,3",
        "--5",
        "+5",
        "5-",
        "%",
        "5 % %",
        "€ 5",
        "(5)",
        "5e3",
        "x",
        "\u0665",
        "5\u00b2",
    ],
)
def test_geen_getal(tekst: str) -> None:
    with pytest.raises(GeenGetal):
        lees_cel(tekst)


# Rows

cellen = st.lists(
    st.one_of(getallen.map(lambda getal: gedrukt(getal, punten=True)), st.just("-")), min_size=1, max_size=8
)
scheidingen = st.sampled_from(["\t", " "])
LABEL = re.compile("Aantal banen")


@ZUINIG
@given(cellen, scheidingen)
def test_rij_met_zoveel_cellen_als_de_kop_wordt_gelezen(teksten: list[str], scheiding: str) -> None:
    (regel,) = lees_regels(scheiding.join(["Aantal banen", *teksten]).encode())
    gelezen = lees_rij(regel, LABEL, len(teksten))
    assert gelezen is not None
    assert gelezen[0][0] == "Aantal banen"
    assert [cel.gedrukt for cel in gelezen[1]] == teksten


@ZUINIG
@given(cellen, scheidingen, st.integers(1, 12))
def test_rij_met_meer_of_minder_cellen_wordt_nooit_gelezen(teksten: list[str], scheiding: str, aantal: int) -> None:
    assume(aantal != len(teksten))
    (regel,) = lees_regels(scheiding.join(["Aantal banen", *teksten]).encode())
    with pytest.raises(BeschadigdeRij):
        lees_rij(regel, LABEL, aantal)
