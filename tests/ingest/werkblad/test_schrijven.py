"""A spreadsheet written, and read again."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ingest.werkblad.kolommen import Werkbladregel
from ingest.werkblad.schrijven import schrijf_csv, schrijf_xlsx
from tests.gereedschap.werkblad import KOPPEN, ZUINIG, lees_werkblad

TEKSTEN = st.text(
    alphabet=st.one_of(
        st.sampled_from("=+-@'\"\t\n;,%0123456789. é€😀"),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\x85\u2028\u2029"),
    ),
    max_size=40,
).map(str.strip)


def regel(waarde: Decimal | None, decimalen: int, procent: bool, tekst: str, dag: date | None) -> Werkbladregel:
    cellen = dict.fromkeys(KOPPEN, "") | {"sleutel": "x", "bron": tekst, "toelichting": tekst}
    if waarde is not None:
        cellen["cijfer"] = f"{waarde:f}".replace(".", ",") + (" %" if procent else "")
    if dag:
        cellen["gemeten op"] = f"{dag:%d-%m-%Y}"
    return Werkbladregel(cellen, waarde, decimalen, procent, dag)


@pytest.mark.drawn
@ZUINIG
@given(
    st.integers(0, 3).flatmap(
        lambda d: st.tuples(st.just(d), st.integers(-(10**9), 10**9).map(lambda n: Decimal(n).scaleb(-d)))
    ),
    st.booleans(),
    TEKSTEN,
    st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_wat_geschreven_is_wordt_gelijk_gelezen(
    getal: tuple[int, Decimal], procent: bool, tekst: str, dag: date | None
) -> None:
    decimalen, waarde = getal
    geschreven = regel(waarde, decimalen, procent, tekst, dag)

    for inhoud in (schrijf_xlsx([geschreven], 2025, ["nog niet bekend"]), schrijf_csv([geschreven])):
        blad = lees_werkblad(inhoud)
        (rij,) = blad.rijen
        assert blad.opmerkingen == []
        assert rij.klachten == ()
        kaal = rij.velden["ingetypt"].removesuffix(" %")
        assert Decimal(kaal.replace(",", ".")) == waarde
        assert rij.velden["ingetypt"].endswith(" %") == procent
        assert rij.velden["bron"] == rij.velden["toelichting"] == tekst
        assert rij.velden["gemeten_op"] == (f"{dag:%d-%m-%Y}" if dag else "")


@pytest.mark.parametrize("tekst", ["=1+1", "+31 79", "--", "- nee", "@anna", "'=1+1", "''@", "=HYPERLINK(1)"])
def test_tekst_die_als_een_formule_begint_is_onschadelijk_en_komt_terug(tekst: str) -> None:
    geschreven = regel(None, 0, False, tekst, None)

    (_, rij) = csv.reader(io.StringIO(schrijf_csv([geschreven]).decode("utf-8-sig")), delimiter=";")
    cel = load_workbook(io.BytesIO(schrijf_xlsx([geschreven], 2025, [])))["Mijn cijfers"]["L2"]

    assert rij[11] == f"'{tekst}"
    assert (cel.data_type, cel.value, cel.quotePrefix) == ("s", tekst, True)
    for inhoud in (schrijf_csv([geschreven]), schrijf_xlsx([geschreven], 2025, [])):
        assert lees_werkblad(inhoud).rijen[0].velden["bron"] == tekst


@pytest.mark.parametrize("tekst", ["-", "-5", "+5", "-12,5 %"])
def test_een_streepje_of_cijfer_is_geen_formule(tekst: str) -> None:
    geschreven = schrijf_csv([regel(None, 0, False, tekst, None)])

    (_, rij) = csv.reader(io.StringIO(geschreven.decode("utf-8-sig")), delimiter=";")
    assert rij[11] == tekst
    assert lees_werkblad(geschreven).rijen[0].velden["bron"] == tekst


def test_het_blad_ziet_eruit_zoals_wie_excel_gebruikt_het_kent() -> None:
    regels = [
        regel(Decimal(2594), 0, False, "", date(2025, 12, 31)),
        regel(Decimal("2.670000"), 2, False, "", None),
        regel(Decimal(76), 0, True, "", None),
        regel(None, 1, True, "", None),
    ]

    werkboek = load_workbook(io.BytesIO(schrijf_xlsx(regels, 2025, ["dit jaar niet gemeten", "nog niet bekend"])))

    assert werkboek.sheetnames == ["Mijn cijfers", "Uitleg"]
    blad = werkboek["Mijn cijfers"]
    assert [cel.value for cel in blad[1]] == KOPPEN
    assert blad.freeze_panes == "C2"
    assert [(cel.value, cel.number_format) for cel in blad["I"][1:]] == [
        (2594, "#,##0"),
        (2.67, "#,##0.00"),
        (0.76, "0%"),
        (None, "0.0%"),
    ]
    assert (blad["M2"].value, blad["M2"].number_format) == (datetime(2025, 12, 31), "DD-MM-YYYY")  # noqa: DTZ001
    assert blad["B2"].fill.fgColor.rgb == "00EDEDED"
    assert blad["I2"].fill.fill_type is None
    assert blad.column_dimensions["P"].hidden
    assert blad.column_dimensions["N"].width == 60
    assert {str(keuze.sqref): keuze.formula1 for keuze in blad.data_validations.dataValidation} == {
        "J2:J5": '"dit jaar niet gemeten,nog niet bekend"',
        "K2:K5": '"ja,nee"',
    }
    assert werkboek["Uitleg"]["A1"].value == "Mijn cijfers over 2025"
