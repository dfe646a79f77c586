"""Many figures at once: the spreadsheet out and in, each odd cell, and the page that shows rows before saving."""

import csv
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from indicators.models import Definitie, Doelstelling
from ingest.accounts.handelend import handelend_als
from ingest.models import Account, Opgave, Recht, Rol, Termijn
from ingest.opgaven.opgaven import keur_goed
from ingest.werkblad.kolommen import Werkbladregel
from ingest.werkblad.lezen import lees_geplakt, lees_werkblad
from ingest.werkblad.rijen import NietLeesbaar
from ingest.werkblad.schrijven import schrijf_csv, schrijf_xlsx
from tests.gereedschap.paginas import lees_html

ZUINIG = settings(max_examples=60, derandomize=True, deadline=None)
KOPPEN = [
    "sleutel", "indicator", "eenheid", "over", "uiterlijk", "doel", "vorige waarde", "nu op de site",
    "cijfer", "geen cijfer", "voorlopig", "bron", "gemeten op", "toelichting", "reden", "stand",
]  # fmt: skip


def boek(*rijen: list[Any], koppen: list[str] | None = None) -> tuple[Workbook, Worksheet]:
    werkboek = Workbook()
    blad = werkboek.worksheets[0]
    blad.append(koppen or ["sleutel", "cijfer", "gemeten op", "bron"])
    for rij in rijen:
        blad.append(rij)
    return werkboek, blad


def in_bytes(werkboek: Workbook) -> bytes:
    uit = io.BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def cijfer(waarde: Any, formaat: str = "General") -> str:
    """How one cell in the column "cijfer" is read."""
    werkboek, blad = boek(["x", waarde])
    blad["B2"].number_format = formaat
    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen
    assert rij.klachten == ()
    return rij.velden["ingetypt"]


# What a cell is


@pytest.mark.parametrize(
    ("waarde", "formaat", "gelezen"),
    [
        (2594, "General", "2594"),
        (2594, "#,##0", "2594"),
        (2.67, "General", "2,67"),
        (0.76, "0%", "76 %"),
        (0.764, "0.0%", "76,4 %"),
        (0.57, "0%", "57 %"),  # in floats 0.57 * 100 is 56.99999999999999
        (76, "0%", "7600 %"),
        (76, '0" %"', "76"),  # a sign that is only shown
        (0.76, "General", "0,76"),
        ("2.594", "General", "2.594"),
        ("76 %", "@", "76 %"),
        (0, "General", "0"),
        (-0.0, "General", "0"),
        (-1.5, "General", "-1,5"),
        (0.1 + 0.2, "General", "0,3"),
        (1e15, "General", "1000000000000000"),
        (True, "General", "ja"),
        ("  181 ", "General", "181"),
    ],
)
def test_een_cel_wordt_wat_een_mens_zou_typen(waarde: Any, formaat: str, gelezen: str) -> None:
    assert cijfer(waarde, formaat) == gelezen


@pytest.mark.parametrize("dag", [date(2025, 12, 31), datetime(2025, 12, 31, 14, 30), "31-12-2025"])  # noqa: DTZ001
def test_een_dag_wordt_uit_een_datumcel_en_uit_tekst_gelezen(dag: Any) -> None:
    werkboek, _ = boek(["x", 1, dag])

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    assert rij.velden["gemeten_op"] == "31-12-2025"
    assert rij.klachten == ()


def test_een_cijfer_waar_excel_een_datum_van_maakte_is_een_klacht() -> None:
    werkboek, _ = boek(["x", date(2026, 5, 6)])

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    assert rij.klachten == ("cijfer: Excel maakte hier een datum van. Typ het cijfer opnieuw.",)


def test_een_formule_is_een_klacht_en_haar_tekst_blijft() -> None:
    werkboek, _ = boek(["x", "=1+1"])

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    assert rij.klachten == ("cijfer: Hier staat een formule. Typ het cijfer zelf, of plak in Excel alleen de waarde.",)
    assert rij.velden["ingetypt"] == "=1+1"


def test_een_fout_van_excel_is_een_klacht() -> None:
    werkboek, _ = boek(["x", "#DIV/0!"])

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    assert rij.klachten == ("cijfer: Hier staat de fout #DIV/0!. Typ het cijfer zelf.",)


def test_samengevoegde_cellen_zijn_een_klacht_op_elk_van_hun_rijen() -> None:
    werkboek, blad = boek(["x", 1], ["y", None], ["z", 3])
    blad.merge_cells("B2:B3")

    eerste, tweede, derde = lees_werkblad(in_bytes(werkboek)).rijen

    for rij in (eerste, tweede):
        (klacht,) = rij.klachten
        assert klacht.startswith("Hier zijn cellen samengevoegd (B2:B3).")
    assert derde.klachten == ()


def test_een_verborgen_rij_wordt_gelezen_en_gemeld() -> None:
    werkboek, blad = boek(["x", 1], ["y", 2])
    blad.row_dimensions[3].hidden = True

    zichtbaar, verborgen = lees_werkblad(in_bytes(werkboek)).rijen

    assert zichtbaar.opmerkingen == ()
    assert verborgen.velden["ingetypt"] == "2"
    assert verborgen.opmerkingen == ("Deze rij is verborgen in uw bestand. Kijk of hij mee moet.",)


def test_rijen_houden_het_nummer_dat_excel_toont() -> None:
    werkboek, blad = boek(["x", 1])
    blad["A5"], blad["B5"] = "y", 2

    assert [rij.plek for rij in lees_werkblad(in_bytes(werkboek)).rijen] == ["rij 2", "rij 5"]


def test_de_kop_mag_lager_en_op_een_ander_blad_staan() -> None:
    werkboek, blad = boek(["x", 1])
    blad.insert_rows(1, 3)
    blad["A1"] = "Cijfers van Anna"
    eerste = werkboek.create_sheet("Eerst", 0)
    eerste["A1"] = "iets anders"

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    assert (rij.plek, rij.sleutel, rij.velden["ingetypt"]) == ("rij 5", "x", "1")


# Columns


def test_een_hernoemde_kolom_wordt_gemeld_met_de_naam_die_bedoeld_was() -> None:
    werkboek, _ = boek(["x", 1], koppen=["sleutel", "cijfers"])

    blad = lees_werkblad(in_bytes(werkboek))

    assert blad.opmerkingen[0] == (
        "De kolom “cijfers” kennen wij niet. Wat erin staat, lezen wij niet. "
        "Bedoelt u “cijfer”? Zet dat erboven en kies het bestand opnieuw."
    )
    assert "De kolom “cijfer” is er niet. Wat daarover is ingevuld, blijft zoals het is." in blad.opmerkingen
    assert "ingetypt" not in blad.rijen[0].velden


def test_een_kolom_te_veel_wordt_gemeld() -> None:
    werkboek, _ = boek(["x", 1, "hoi"], koppen=["Sleutel", " CIJFER ", "Eigen notitie"])

    blad = lees_werkblad(in_bytes(werkboek))

    assert blad.opmerkingen[0] == "De kolom “eigen notitie” kennen wij niet. Wat erin staat, lezen wij niet."
    assert blad.rijen[0].velden == {"ingetypt": "1"}


def test_twee_keer_dezelfde_kolom_wordt_geweigerd() -> None:
    werkboek, _ = boek(["x", 1, 2], koppen=["sleutel", "cijfer", "cijfer"])

    with pytest.raises(NietLeesbaar, match=r"De kolom “cijfer” staat er twee keer in. Haal er een weg"):
        lees_werkblad(in_bytes(werkboek))


# What is no spreadsheet, or too much of one


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
        pytest.param(lambda: b"Beste Anna, zie bijlage", "In dit bestand is geen kolom “sleutel”.", id="letter"),
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
        lees_werkblad(inhoud)
    _, meest = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert meest < 40_000_000


def weigering(inhoud: bytes) -> str:
    try:
        lees_werkblad(inhoud)
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


# CSV


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_van_excel_wordt_in_elke_codering_gelezen(codering: str) -> None:
    inhoud = "Sleutel;Cijfer;Bron\r\nx;2.594;enquête €\r\n".encode(codering)

    (rij,) = lees_werkblad(inhoud).rijen

    assert rij.velden == {"ingetypt": "2.594", "bron": "enquête €"}


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("2,67", "2,67"),
        ("2.67", "2,67"),
        ("2.594", "2.594"),
        ("76.4%", "76,4%"),
        ("2.594 %", "2.594 %"),
        ("-1.5", "-1,5"),
        ("'=1+1", "=1+1"),
        ("31-12", "31-12"),
    ],
)
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_csv_mag_een_komma_of_een_punt_voor_decimalen_hebben(scheiding: str, getypt: str, gelezen: str) -> None:
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding).writerows([["sleutel", "cijfer", "toelichting"], ["x", getypt, "versie 2.67"]])

    (rij,) = lees_werkblad(uit.getvalue().encode()).rijen

    assert rij.velden == {"ingetypt": gelezen, "toelichting": "versie 2.67"}


def test_csv_mag_het_scheidingsteken_noemen_en_tekst_over_regels_hebben() -> None:
    inhoud = b'sep=,\r\nsleutel,toelichting\r\nx,"een; twee\r\ndrie"\r\ny,vier\r\n'

    assert [(rij.plek, rij.velden["toelichting"]) for rij in lees_werkblad(inhoud).rijen] == [
        ("rij 2", "een; twee\ndrie"),
        ("rij 3", "vier"),
    ]


# Pasted


def test_een_geplakte_kolom_volgt_de_lijst() -> None:
    blad = lees_geplakt("cijfer\r\n181\r\n\r\n2,67\r\n\r\n", ["a", "b", "c"])

    assert [(rij.plek, rij.sleutel, rij.velden) for rij in blad.rijen] == [
        ("regel 1", "a", {"ingetypt": "181"}),
        ("regel 3", "c", {"ingetypt": "2,67"}),
    ]


def test_een_te_lange_geplakte_kolom_wordt_geweigerd() -> None:
    with pytest.raises(NietLeesbaar, match=r"U plakte 3 regels. Uw lijst heeft 2 cijfers."):
        lees_geplakt("1\n2\n3", ["a", "b"])


@pytest.mark.parametrize(
    "tekst",
    [
        "x\t2,67\t\tja\tCBS",  # the key, then the columns to fill
        "sleutel\tbron\tvoorlopig\tcijfer\tgeen cijfer\nx\tCBS\tja\t2,67\t",
        "x\tnaam\t%\t2025\t\t\t\t\t2,67\t\tja\tCBS\t\t\t\tstand na niets",  # a whole row of the sheet
    ],
)
def test_geplakte_rijen_hebben_een_sleutel(tekst: str) -> None:
    (rij,) = lees_geplakt(tekst, ["a", "b"]).rijen

    assert rij.sleutel == "x"
    assert {veld: rij.velden[veld] for veld in ("ingetypt", "geen", "voorlopig", "bron")} == {
        "ingetypt": "2,67",
        "geen": "",
        "voorlopig": "ja",
        "bron": "CBS",
    }


# Out and in again

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


# The page


@pytest.fixture
def anna(edities: None, db: None) -> Account:
    """Invoerder of two doelstellingen."""
    return invoerder("anna")


def invoerder(naam: str) -> Account:
    account = Account.objects.create_user(naam, password="een lang wachtwoord")
    for doelstelling in Doelstelling.objects.filter(code__in=["1.5", "1.6"]):
        Recht.objects.create(account=account, rol=Rol.INVOERDER, doelstelling=doelstelling)
    return account


@pytest.fixture
def client(anna: Account) -> Client:
    client = Client()
    client.force_login(anna, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def ander(anna: Account) -> Account:
    return invoerder("bert")


def haal(client: Client, soort: str = "xlsx", jaar: int = 2025) -> bytes:
    antwoord = client.get(f"/werk/werkblad.{soort}?jaar={jaar}")
    assert antwoord.status_code == 200
    return antwoord.content


def lees_in(client: Client, inhoud: bytes, jaar: int = 2025) -> HttpResponse:
    return client.post(f"/werk/inlezen/?jaar={jaar}", {"bestand": SimpleUploadedFile("a.xlsx", inhoud)})


def plak(client: Client, tekst: str, jaar: int = 2025) -> HttpResponse:
    pagina = lees_html(client.get(f"/werk/inlezen/?jaar={jaar}").content)
    volgorde = [veld.get("value") for veld in pagina.iter("input") if veld.get("name") == "volgorde"]
    return client.post(f"/werk/inlezen/?jaar={jaar}", {"tekst": tekst, "volgorde": volgorde})


def velden_van(antwoord: HttpResponse) -> dict[str, list[str]]:
    """What a browser sends back of the rows on the page."""
    velden: dict[str, list[str]] = {}
    for veld in lees_html(antwoord.content).iter():
        naam = veld.get("name") or ""
        if not (naam == "rij" or naam.startswith("r")) or veld.get("type") == "checkbox" or veld.tag == "button":
            continue
        waarde = veld.get("value") or ""
        if veld.tag == "textarea":
            waarde = (veld.text or "").removeprefix("\n")
        if veld.tag == "select":
            waarde = next((o.get("value") or "" for o in veld.iter("option") if o.get("selected") is not None), "")
        velden.setdefault(naam, []).append(waarde)
    return velden


def bevestig(client: Client, antwoord: HttpResponse, actie: str = "bewaren", **anders: str) -> HttpResponse:
    wie = next(veld.get("value") for veld in lees_html(antwoord.content).iter() if veld.get("name") == "wie")
    return client.post("/werk/inlezen/?jaar=2025", {**velden_van(antwoord), **anders, "wie": wie, "actie": actie})


def tekst_van(antwoord: HttpResponse) -> str:
    return " ".join("".join(lees_html(antwoord.content).itertext()).split())


def vul(inhoud: bytes, **cellen: dict[str, Any]) -> bytes:
    """The sheet with these cells filled in: by key, then by heading."""
    werkboek = load_workbook(io.BytesIO(inhoud))
    blad = werkboek["Mijn cijfers"]
    for rij in blad.iter_rows(min_row=2):
        for kop, waarde in cellen.get(str(rij[0].value).split("/")[0].replace("-", "_"), {}).items():
            rij[KOPPEN.index(kop)].value = waarde
    return in_bytes(werkboek)


def opgaven() -> dict[str, tuple[str, Decimal | None, str]]:
    return {o.definitie.slug: (o.ingetypt, o.waarde, o.staat) for o in Opgave.objects.all()}


SCHOOL = {"cijfer": 42, "bron": "Suites4 SociaalDomein"}


def test_de_lijst_is_een_werkblad_met_wat_bekend_is(client: Client) -> None:
    termijn = {"jaar": 2025, "uiterlijk": date(2026, 2, 28)}
    Termijn.objects.create(indicator=Definitie.objects.get(slug="uitstroom-naar-werk").indicator, **termijn)

    blad = load_workbook(io.BytesIO(haal(client)))["Mijn cijfers"]

    rijen = {rij[0]: rij for rij in blad.iter_rows(min_row=2, values_only=True)}
    assert list(rijen) == [
        "arbeidsparticipatie-15-75/2025",
        "uitstroom-naar-werk/2025",
        "deeltijd-werkenden/2025",
        "uitstroom-naar-school/2025",
        "bijstandsuitkeringen/2025",
        "bereik-minimaregelingen/2025",
    ]
    assert rijen["uitstroom-naar-werk/2025"][1:] == (
        "Uitstroom uit de bijstand naar werk", "aantal", "2025", "28-02-2026", None, "181", None,
        None, None, None, None, None, None, None, "stand na niets",
    )  # fmt: skip
    antwoord = client.get("/werk/werkblad.csv?jaar=2025")
    assert antwoord["Content-Disposition"] == 'attachment; filename="doelwijzer-mijn-cijfers-2025.csv"'
    assert antwoord.content.startswith(b"\xef\xbb\xbfsleutel;indicator;")


@pytest.mark.parametrize("soort", ["xlsx", "csv"])
def test_wat_geexporteerd_is_komt_zonder_verschil_terug(client: Client, anna: Account, soort: str) -> None:
    toelichting = "=1+1 is geen formule\r\nen dit is een tweede regel"
    for slug, ingetypt, waarde in (
        ("uitstroom-naar-werk", "2.594", "2594"),
        ("bereik-minimaregelingen", "76%", "76"),
        ("deeltijd-werkenden", "1300", "1300"),
    ):
        Opgave.objects.create(
            definitie=Definitie.objects.get(slug=slug), jaar=2025, ingetypt=ingetypt, waarde=Decimal(waarde),
            bron="@CBS", gemeten_op=date(2025, 12, 31), voorlopig=True, toelichting=toelichting,
            invoerders=[anna.actor],
        )  # fmt: skip
    Opgave.objects.create(
        definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, geen="nnb", invoerders=[anna.actor]
    )
    voor = list(Opgave.objects.order_by("pk").values())

    antwoord = lees_in(client, haal(client, soort))

    assert "Er verandert niets. Alle 6 rijen zijn gelijk aan wat er al staat." in tekst_van(antwoord)
    assert velden_van(antwoord) == {}
    assert list(Opgave.objects.order_by("pk").values()) == voor


def test_niets_wordt_bewaard_voordat_het_bevestigd_is(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))

    assert opgaven() == {}
    tekst = tekst_van(antwoord)
    assert "Jongeren die van de bijstand naar school gaan, 2025 Rij 5." in tekst
    assert "Oud nog niets ingevuld" in tekst
    assert "Nieuw 42 Begrepen als 42 Bron leeg → Suites4 SociaalDomein" in tekst

    klaar = bevestig(client, antwoord)

    assert (klaar.status_code, klaar["Location"]) == (302, "/werk/?jaar=2025")
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


def test_volledige_rijen_worden_ingediend_en_de_andere_zeggen_wat_ze_missen(client: Client) -> None:
    gevuld = vul(
        haal(client),
        uitstroom_naar_school={**SCHOOL, "toelichting": "Meer plekken."},
        bijstandsuitkeringen={"cijfer": 2594, "bron": "CBS", "toelichting": "Meer werk."},
        uitstroom_naar_werk={"cijfer": 200},
    )

    antwoord = bevestig(client, lees_in(client, gevuld), "indienen")

    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "ingediend")}
    assert antwoord.status_code == 422
    tekst = tekst_van(antwoord)
    assert "1 cijfer is ingediend. Een controleur kijkt ernaar. Jongeren die van de bijstand" in tekst
    assert "Gemeten op: Dit cijfer geldt op één dag. Typ welke dag, bijvoorbeeld 31-12-2025." in tekst
    assert "Bron: Schrijf wie dit heeft gemeten, bijvoorbeeld CBS." in tekst
    over = velden_van(antwoord)
    assert len(over["rij"]) == 2
    assert ["2594"] in over.values()

    mee = next(naam for naam, waarden in over.items() if waarden == ["2594"]).replace("ingetypt", "gemeten_op")
    bevestig(client, antwoord, "indienen", **{mee: "31-12-2025"})

    assert opgaven()["bijstandsuitkeringen"] == ("2594", Decimal(2594), "ingediend")


def test_goede_rijen_wachten_niet_op_foute(client: Client) -> None:
    gevuld = vul(
        haal(client),
        uitstroom_naar_school=SCHOOL,
        uitstroom_naar_werk={"cijfer": 2.67},
        bereik_minimaregelingen={"cijfer": 1.1},
        bijstandsuitkeringen={"cijfer": "=SUM(A1)"},
        deeltijd_werkenden={"cijfer": "veel", "geen cijfer": "weet niet", "gemeten op": "31 dec"},
    )

    gelezen = lees_in(client, gevuld)
    antwoord = bevestig(client, gelezen)

    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}
    for tekst in (tekst_van(gelezen), tekst_van(antwoord)):
        assert "“2,67” heeft cijfers achter de komma. Dit cijfer is een heel getal. Rond het af." in tekst
        assert "110 % kan niet. Dit cijfer is nooit minder dan 0 of meer dan 100." in tekst
        assert "“weet niet” kennen wij hier niet. Kies een van de redenen uit de lijst." in tekst
        assert "“veel” is geen getal." in tekst
        assert "Dit is geen datum." in tekst
        assert "“=SUM(A1)” is geen getal." in tekst
    assert "cijfer: Hier staat een formule." in tekst_van(gelezen)
    over = velden_van(antwoord)
    for getypt in ("2,67", "110 %", "=SUM(A1)", "veel", "weet niet", "31 dec"):
        assert [getypt] in over.values()


def test_een_percentage_van_excel_wordt_als_percentage_begrepen(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), bereik_minimaregelingen={"cijfer": 0.76}))

    assert "Nieuw 76 % Begrepen als 76 %" in tekst_van(antwoord)
    bevestig(client, antwoord)
    assert opgaven() == {"bereik-minimaregelingen": ("76 %", Decimal(76), "concept")}


def test_een_op_het_scherm_verbeterd_cijfer_is_te_zien_voordat_het_bewaard_wordt(client: Client) -> None:
    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_werk={"cijfer": "2.67"}))
    assert "Bedoelt u 267, of 2,67?" in tekst_van(gelezen)
    veld = next(naam for naam, waarden in velden_van(gelezen).items() if waarden == ["2.67"])

    nagekeken = bevestig(client, gelezen, **{veld: "267"})

    assert opgaven() == {}
    assert "Kijk of wij dit goed begrijpen. Klopt het? Bevestig dan opnieuw." in tekst_van(nagekeken)
    assert "Begrepen als 267" in tekst_van(nagekeken)
    bevestig(client, nagekeken)
    assert opgaven() == {"uitstroom-naar-werk": ("267", Decimal(267), "concept")}


@pytest.mark.parametrize(
    ("sleutel", "zin"),
    [
        ("arbeidsplaatsen-register/2025", "“arbeidsplaatsen-register” mag u niet invoeren. Haal de rij weg"),
        ("onzin/2025", "De sleutel “onzin/2025” kennen wij niet. Neem de sleutel uit het werkblad."),
        ("on\tzin", "De sleutel “on zin” kennen wij niet."),
        (
            "uitstroom-naar-werk/2024",
            "Deze rij gaat over 2024. U leest cijfers over 2025 in. Kies eerst het goede jaar.",
        ),
        ("uitstroom-naar-werk/2025/H1", "De sleutel “uitstroom-naar-werk/2025/H1” heeft geen goede periode."),
        ("", "Deze rij heeft geen sleutel."),
    ],
)
def test_een_rij_van_een_ander_blijft_staan_met_de_reden(client: Client, sleutel: str, zin: str) -> None:
    werkboek, _ = boek([sleutel, 181], ["uitstroom-naar-school", 42])

    gelezen = lees_in(client, in_bytes(werkboek))
    antwoord = bevestig(client, gelezen)

    assert zin in tekst_van(gelezen)
    assert zin in tekst_van(antwoord)
    assert ["181"] in velden_van(antwoord).values()
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


def test_een_dubbele_rij_wordt_pas_bewaard_als_er_een_uit_is(client: Client) -> None:
    werkboek, _ = boek(["uitstroom-naar-school/2025", 42], ["uitstroom-naar-school", 43])

    gelezen = lees_in(client, in_bytes(werkboek))
    antwoord = bevestig(client, gelezen)

    assert opgaven() == {}
    assert "Dit cijfer staat er vaker in: rij 2 en rij 3. Laat één rij over." in tekst_van(antwoord)
    een = bevestig(client, antwoord, **{"r1-weg": "ja"})
    assert "Begrepen als 43" in tekst_van(een)
    bevestig(client, een)
    assert opgaven() == {"uitstroom-naar-school": ("43", Decimal(43), "concept")}


def test_wat_een_ander_intussen_bewaarde_wordt_niet_overschreven(client: Client, anna: Account, ander: Account) -> None:
    bestand = vul(haal(client), uitstroom_naar_school=SCHOOL, uitstroom_naar_werk={"cijfer": 200})
    with handelend_als(ander.actor, "invoerder"):
        Opgave.objects.create(
            definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, ingetypt="99", waarde=Decimal(99),
            invoerders=[ander.actor],
        )  # fmt: skip

    gelezen = lees_in(client, bestand)
    antwoord = bevestig(client, gelezen)

    zin = "Sinds u dit bestand ophaalde, is dit cijfer opgeslagen. Nu staat er: 99 (concept)."
    assert zin in tekst_van(gelezen)
    assert zin in tekst_van(antwoord)
    assert opgaven() == {
        "uitstroom-naar-school": ("99", Decimal(99), "concept"),
        "uitstroom-naar-werk": ("200", Decimal(200), "concept"),
    }
    vakje = next(v for v in lees_html(antwoord.content).iter("input") if (v.get("name") or "").endswith("-over"))
    gezien = bevestig(client, antwoord, **{vakje.get("name") or "": vakje.get("value") or ""})
    assert "Begrepen als 42" in tekst_van(gezien)
    bevestig(client, gezien)
    assert opgaven()["uitstroom-naar-school"] == ("42", Decimal(42), "concept")


def test_wat_een_ander_na_het_tonen_bewaarde_wordt_niet_overschreven(client: Client, ander: Account) -> None:
    tweede = Client()
    tweede.force_login(ander, backend="django.contrib.auth.backends.ModelBackend")
    gelezen = plak(client, "\n200")
    bevestig(tweede, plak(tweede, "\n150"))

    antwoord = bevestig(client, gelezen)

    assert "Nu staat er: 150 (concept)." in tekst_van(antwoord)
    assert opgaven() == {"uitstroom-naar-werk": ("150", Decimal(150), "concept")}


def test_een_gecontroleerde_rij_zegt_dat(client: Client, anna: Account, ander: Account) -> None:
    opgave = Opgave.objects.create(
        definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, ingetypt="40", waarde=Decimal(40),
        bron="CBS", invoerders=[anna.actor],
    )  # fmt: skip
    nu = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
    for staat in ("ingediend", "gecontroleerd"):
        opgave.staat, opgave.ingediend_op = staat, nu
        if staat == "gecontroleerd":
            opgave.gecontroleerd_door, opgave.gecontroleerd_op = ander.actor, nu
        opgave.save()

    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))

    assert "Dit cijfer is al gecontroleerd en wacht op de vrijgave." in tekst_van(gelezen)
    bevestig(client, gelezen)
    assert opgaven() == {"uitstroom-naar-school": ("40", Decimal(40), "gecontroleerd")}


def test_wat_ingediend_is_wordt_niet_als_concept_bewaard(client: Client, anna: Account) -> None:
    opgave = {"ingetypt": "40", "waarde": Decimal(40), "bron": "CBS", "invoerders": [anna.actor]}
    school = Opgave.objects.create(definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, **opgave)
    school.staat, school.ingediend_op = "ingediend", datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
    school.save()

    antwoord = bevestig(client, lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL)))

    assert "Dit cijfer is al ingediend. Dien het opnieuw in om het te wijzigen." in tekst_van(antwoord)
    assert opgaven() == {"uitstroom-naar-school": ("40", Decimal(40), "ingediend")}


def test_kolommen_om_te_lezen_worden_niet_overgenomen_maar_oude_worden_gemeld(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_werk={"cijfer": 200, "vorige waarde": "170"}))

    assert "In uw bestand staat bij vorige waarde “170”. Nu is dat “181”." in tekst_van(antwoord)


def test_een_geplakte_kolom_loopt_langs_de_lijst_die_er_stond(client: Client) -> None:
    antwoord = plak(client, "\r\n200\r\n\r\n42\r\n")

    tekst = tekst_van(antwoord)
    assert "Uitstroom uit de bijstand naar werk, 2025 Regel 2." in tekst
    assert "Jongeren die van de bijstand naar school gaan, 2025 Regel 4." in tekst
    bevestig(client, antwoord)
    assert opgaven() == {
        "uitstroom-naar-school": ("42", Decimal(42), "concept"),
        "uitstroom-naar-werk": ("200", Decimal(200), "concept"),
    }


def test_een_leeggemaakte_cel_is_een_wijziging_en_een_ontbrekende_kolom_niet(client: Client, anna: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    Opgave.objects.create(
        definitie=school, jaar=2025, ingetypt="40", waarde=Decimal(40), bron="CBS", invoerders=[anna.actor]
    )
    werkboek, _ = boek(["uitstroom-naar-school", None, None], koppen=["sleutel", "cijfer", "voorlopig"])

    antwoord = lees_in(client, in_bytes(werkboek))
    assert "Oud 40 (concept) Nieuw leeg Begrepen als geen cijfer" in tekst_van(antwoord)
    bevestig(client, antwoord)

    (opgave,) = Opgave.objects.all()
    assert (opgave.ingetypt, opgave.waarde, opgave.bron) == ("", None, "CBS")


def test_wat_op_de_site_staat_wordt_met_een_reden_gecorrigeerd(client: Client, anna: Account, ander: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    opgave = Opgave.objects.create(
        definitie=school, jaar=2025, ingetypt="20", waarde=Decimal(20), bron="CBS", invoerders=[anna.actor]
    )
    opgave.staat, opgave.ingediend_op, opgave.versie = "ingediend", datetime(2026, 1, 2, 12, 0, tzinfo=UTC), 1
    opgave.save()
    with handelend_als(ander.actor, "controleur"):
        keur_goed({opgave.pk: 1}, ander.actor)
    bestand = haal(client)
    rij = load_workbook(io.BytesIO(bestand))["Mijn cijfers"][5]
    assert (rij[0].value, rij[7].value, rij[8].value) == ("uitstroom-naar-school/2025", "20", None)
    assert "Er verandert niets. Alle 6 rijen" in tekst_van(lees_in(client, bestand))

    zonder = bevestig(
        client, lees_in(client, vul(bestand, uitstroom_naar_school={"cijfer": 21, "bron": "CBS"})), "indienen"
    )

    assert "Op de site 20 (Opgave" in tekst_van(zonder)
    assert "Dit cijfer staat al op de site. Schrijf waarom het anders wordt." in tekst_van(zonder)
    assert Opgave.objects.count() == 1
    waarom = {"cijfer": 21, "bron": "CBS", "reden": "Telfout.", "toelichting": "Eén jongere stond er niet bij."}
    bevestig(client, lees_in(client, vul(bestand, uitstroom_naar_school=waarom)), "indienen")
    nieuw = Opgave.objects.exclude(pk=opgave.pk).get()
    assert (nieuw.waarde, nieuw.staat, nieuw.reden, nieuw.verbetert) == (Decimal(21), "ingediend", "Telfout.", opgave)


def test_een_cijfer_blijft_zoals_het_geschreven_is_als_iets_anders_verandert(client: Client, anna: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    Opgave.objects.create(definitie=school, jaar=2025, ingetypt="2.594", waarde=2594, invoerders=[anna.actor])

    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_school={"bron": "CBS"}))
    bevestig(client, antwoord)

    assert Opgave.objects.values_list("ingetypt", "bron").get() == ("2.594", "CBS")


def test_de_reden_voor_geen_cijfer_wordt_in_woorden_gekozen(client: Client) -> None:
    antwoord = lees_in(
        client, vul(haal(client), uitstroom_naar_school={"geen cijfer": "Nog niet bekend", "voorlopig": "x"})
    )

    assert "Begrepen als nog niet bekend Voorlopig nee → ja" in tekst_van(antwoord)
    bevestig(client, antwoord)
    (opgave,) = Opgave.objects.all()
    assert (opgave.geen, opgave.waarde, opgave.voorlopig) == ("nnb", None, True)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "Dit bestand is leeg."),
        (b"%PDF", "Dit bestand is geen spreadsheet."),
        (b"0" * 50_000_000, "Dit bestand is te groot: een werkblad is nooit groter dan 2 MB."),
    ],
)
def test_dat_een_bestand_niet_te_lezen_is_staat_op_de_pagina(client: Client, inhoud: bytes, zin: str) -> None:
    antwoord = lees_in(client, inhoud)

    assert antwoord.status_code == 422
    assert "Wij konden dit niet lezen. Er is niets bewaard." in tekst_van(antwoord)
    assert zin in tekst_van(antwoord)


def test_dat_er_niets_te_lezen_is_wordt_gezegd(client: Client) -> None:
    antwoord = client.post("/werk/inlezen/?jaar=2025", {"tekst": " "})

    assert "Er is niets om in te lezen. Kies een bestand, of plak uw cijfers in het vak." in tekst_van(antwoord)


def test_geplakte_tekst_blijft_staan_als_zij_niet_te_lezen_is(client: Client) -> None:
    antwoord = plak(client, "1\n2\n3\n4\n5\n6\n7")

    assert "U plakte 7 regels. Uw lijst heeft 6 cijfers." in tekst_van(antwoord)
    assert "1 2 3 4 5 6 7" in tekst_van(antwoord)


def test_een_verlopen_sessie_verliest_niets(client: Client, anna: Account) -> None:
    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))
    verlopen = Client()

    weg = bevestig(verlopen, gelezen)
    verlopen.post(weg["Location"], {"username": "anna", "password": "een lang wachtwoord"})
    terug = verlopen.get("/werk/inlezen/?jaar=2025")

    assert "U was uitgelogd. Wat u typte of plakte staat er nog." in tekst_van(terug)
    assert "Begrepen als 42" in tekst_van(terug)
    assert opgaven() == {}
    bevestig(verlopen, terug)
    assert opgaven() == {"uitstroom-naar-school": ("42", Decimal(42), "concept")}


@pytest.mark.parametrize("adres", ["/werk/werkblad.xlsx", "/werk/werkblad.csv", "/werk/inlezen/"])
def test_alleen_een_invoerder_komt_binnen(edities: None, db: None, adres: str) -> None:
    assert Client().get(adres).status_code == 302
    account = Account.objects.create_user("carla")
    client = Client()
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get(adres).status_code == 403


def test_een_andere_soort_bestand_is_er_niet(client: Client) -> None:
    assert client.get("/werk/werkblad.xls").status_code == 404


def test_de_lijst_leidt_naar_het_bestand_en_terug(client: Client) -> None:
    adressen = [link.get("href") for link in lees_html(client.get("/werk/?jaar=2024").content).iter("a")]

    for adres in ("/werk/werkblad.xlsx?jaar=2024", "/werk/werkblad.csv?jaar=2024", "/werk/inlezen/?jaar=2024"):
        assert adres in adressen
