"""Files that are no spreadsheet, or too much of one."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.werkblad.lezen import lees_werkboek
from ingest.werkblad.rijen import NietLeesbaar
from tests.gereedschap.werkblad import ZUINIG, boek, in_bytes, lees_werkblad


def zip_met(**delen: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, deel in delen.items():
            zip_.writestr(naam, deel)
    return uit.getvalue()


def bom() -> bytes:
    """A spreadsheet of 300 megabytes in one of 300 kilobytes."""
    goed = zipfile.ZipFile(io.BytesIO(in_bytes(boek(["x", 1])[0])))
    delen = {naam: goed.read(naam) for naam in goed.namelist()}
    return zip_met(**delen, **{"xl/worksheets/sheet9.xml": b"0" * 300_000_000})


def vermomde_bom() -> bytes:
    """The same, that says of itself that it is small."""
    inhoud = bytearray(bom())
    plek = inhoud.rindex(b"PK\x01\x02")
    inhoud[plek + 24 : plek + 28] = (10).to_bytes(4, "little")
    return bytes(inhoud)


def met_doctype() -> bytes:
    goed = zipfile.ZipFile(io.BytesIO(in_bytes(boek(["x", 1])[0])))
    delen = {naam: goed.read(naam) for naam in goed.namelist()}
    bommetje = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]>'
    delen["xl/workbook.xml"] = bommetje + delen["xl/workbook.xml"]
    return zip_met(**delen)


def zonder_rijen() -> bytes:
    return in_bytes(boek()[0])


def leeg_boek() -> bytes:
    return in_bytes(Workbook())


def tot_onderaan() -> bytes:
    werkboek, blad = boek(["x", 1])
    blad["A1048576"] = "hier"
    return in_bytes(werkboek)


def afgekapt() -> bytes:
    return in_bytes(boek(["x", 1])[0])[:-200]


def te_veel_rijen() -> bytes:
    return in_bytes(boek(*(["x", 1] for _ in range(301)))[0])


KAPOT = "Wij kunnen dit bestand niet openen. Open het in Excel, bewaar het als .xlsx en kies het opnieuw."


GEEN_SPREADSHEET = "Dit bestand is geen spreadsheet. Kies een bestand dat eindigt op .xlsx of .csv."


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        pytest.param(lambda: b"", "Dit bestand is leeg.", id="empty"),
        pytest.param(lambda: b" \r\n", "Dit bestand is leeg.", id="blank"),
        pytest.param(leeg_boek, "Dit bestand is leeg.", id="empty-sheet"),
        pytest.param(zonder_rijen, "Onder de kop staan geen rijen.", id="no-rows"),
        pytest.param(te_veel_rijen, "Dit bestand heeft 301 rijen of meer. Wij lezen er 300 tegelijk.", id="many-rows"),
        pytest.param(tot_onderaan, "Uw blad loopt door tot na rij 20000.", id="last-row"),
        pytest.param(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Dit is een oud Excel-bestand (.xls)", id="xls"),
        pytest.param(lambda: b"%PDF-1.7 sleutel", GEEN_SPREADSHEET, id="pdf"),
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n\0\0", GEEN_SPREADSHEET, id="png"),
        pytest.param(lambda: b"<html>sleutel</html>", GEEN_SPREADSHEET, id="html"),
        pytest.param(lambda: b"sleutel;\x81", GEEN_SPREADSHEET, id="no-text"),
        pytest.param(lambda: b"sep='\nsleutel'x", GEEN_SPREADSHEET, id="odd-separator"),
        pytest.param(lambda: b"sleutel;cijfer\n" + b"a" * 200_000, GEEN_SPREADSHEET, id="long-cell"),
        pytest.param(lambda: b"PK\x03\x04 maar niet heus", KAPOT, id="no-zip"),
        pytest.param(afgekapt, KAPOT, id="cut"),
        pytest.param(met_doctype, KAPOT, id="entities"),
        pytest.param(lambda: zip_met(mimetype=b"ods"), "Dit bestand is geen Excel-bestand.", id="ods"),
        pytest.param(bom, "Dit bestand is te groot", id="bomb"),
        pytest.param(vermomde_bom, KAPOT, id="bomb-that-lies"),
        pytest.param(lambda: b"0" * 2_000_001, "Dit bestand is te groot: een werkblad is nooit groter", id="large"),
        pytest.param(lambda: zip_met(**{f"{n}": b"" for n in range(501)}), "Dit bestand is te groot", id="many-parts"),
    ],
)
def test_een_onleesbaar_bestand_krijgt_een_zin(inhoud: Callable[[], bytes], zin: str) -> None:
    with pytest.raises(NietLeesbaar) as geweigerd:
        lees_werkblad(inhoud())

    assert str(geweigerd.value).startswith(zin)


@pytest.mark.parametrize("maak", [bom, vermomde_bom])
def test_een_bom_wordt_niet_uitgepakt(maak: Callable[[], bytes]) -> None:
    inhoud = maak()
    tracemalloc.start()
    with pytest.raises(NietLeesbaar):
        lees_werkboek(inhoud)
    _, meest = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert meest < 40_000_000


def weigering(inhoud: bytes) -> str:
    try:
        lees_werkboek(inhoud)
    except NietLeesbaar as geweigerd:
        return str(geweigerd)
    return "Gelezen."


@ZUINIG
@given(st.binary(max_size=400))
def test_willekeurige_bytes_worden_gelezen_of_geweigerd_met_een_zin(inhoud: bytes) -> None:
    for voor in (b"", b"PK\x03\x04", b"sleutel;cijfer\nx;"):
        assert weigering(voor + inhoud).endswith(".")


@ZUINIG
@given(st.data())
def test_een_beschadigd_werkblad_wordt_gelezen_of_geweigerd_met_een_zin(data: st.DataObject) -> None:
    goed = zipfile.ZipFile(io.BytesIO(in_bytes(boek(["x", 1])[0])))
    delen = {naam: goed.read(naam) for naam in goed.namelist()}
    naam = data.draw(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"]))
    deel = bytearray(delen[naam])
    deel[data.draw(st.integers(0, len(deel) - 1))] = data.draw(st.integers(0, 255))
    assert weigering(zip_met(**{**delen, naam: bytes(deel)})).endswith(".")
