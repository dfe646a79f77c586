"""How workbooks are laid out that nobody made for us: which sheet, header and columns, and which figures they hold."""

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from ingest.werkblad.eigen.herkennen import Geheugen, herken
from ingest.werkblad.eigen.periodes import lees_periode
from ingest.werkblad.eigen.uitlezen import Boekcijfer, Boekinhoud, lees_cijfers
from ingest.werkblad.lezen import lees_werkboek
from tests.gereedschap.werkblad import in_bytes, met_deel

DIT_JAAR = 2026
Rijen = list[list[Any]]


def boek_met(bladen: dict[str, Rijen], samengevoegd: tuple[str, ...] = ()) -> bytes:
    """A workbook; the ranges are merged in its last sheet."""
    werkboek = Workbook()
    werkboek.remove(werkboek.worksheets[0])
    for naam, rijen in bladen.items():
        blad = werkboek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
    for bereik in samengevoegd:
        werkboek.worksheets[-1].merge_cells(bereik)
    return in_bytes(werkboek)


def lees(inhoud: bytes, geheugen: Geheugen = Geheugen()) -> tuple[str, int, list[str], Boekinhoud]:  # noqa: B008
    """The sheet, its header, what its columns are, and what it holds; a row without a year is of 2025."""
    werkboek = lees_werkboek(inhoud)
    indeling = herken(werkboek, {"uitstroom naar werk"}, geheugen, DIT_JAAR)
    codes = [kolom.code for kolom in indeling.kolommen]
    return werkboek.bladen[indeling.blad].naam, indeling.kop, codes, lees_cijfers(werkboek, indeling, 2025)


def met_gedeelde_tekst(inhoud: bytes, xml: str) -> bytes:
    """The file with this in the cell that reads NOOT, as Excel keeps text: in a part of its own."""
    ruimte = "http://schemas.openxmlformats.org"
    tekst = f'<sst xmlns="{ruimte}/spreadsheetml/2006/main"><si>{xml}</si></sst>'
    relatie = f'<Relationship Id="rId99" Type="{ruimte}/officeDocument/2006/relationships/sharedStrings" '
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    for patroon, nieuw in (
        (rb't="inlineStr"><is><t>NOOT</t></is>', 't="s"><v>0</v>'),
        (rb"(?=</Types>)", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{soort}"/>'),
        (rb'(?=<Relationship [^>]*Target="styles.xml")', f'{relatie}Target="sharedStrings.xml"/>'),
    ):
        inhoud = met_deel(inhoud, patroon, nieuw.encode())
    uit = io.BytesIO(inhoud)
    with zipfile.ZipFile(uit, "a") as zip_:
        zip_.writestr("xl/sharedStrings.xml", tekst)
    return uit.getvalue()


def kort(cijfers: list[Boekcijfer]) -> list[tuple[str, int, str, str]]:
    return [(c.naam, c.jaar, c.periode, c.velden.get("ingetypt") or c.velden["geen"]) for c in cijfers]


def test_een_groep_boven_de_jaren_en_kopjes_tussen_de_rijen() -> None:
    inhoud = boek_met(
        {
            "oud": [["OUD"], ["wat", 2023, 2024], ["uit → werk", 188, 178]],
            "P1": [
                ["Programma 1: realisaties, bijgewerkt in 2026"],
                ["wat", "eenh.", "Realisatie", None, None, "verschil", "Streefwaarde", None, "bron"],
                [None, None, 2023, 2024, "2025*", None, 2026, 2027, None],
                ["1.5 Duurzame arbeidsparticipatie 2025"],
                ["uit → werk", "pers.", 191, 181, 131, -50, 180, 180, "Suites"],
                ["terug naar school", "pers.", 22, 19, "n.n.b.", None, 25, 25, "Suites"],
                ["* stand half januari 2026"],
            ],
        },
        ("A1:I1", "A2:A3", "B2:B3", "C2:E2", "F2:F3", "G2:H2", "I2:I3", "A4:I4"),
    )

    blad, kop, codes, gelezen = lees(inhoud)

    assert (blad, kop) == ("P1", 3)
    assert codes == ["naam", "niet", "cijfer/2023", "cijfer/2024", "cijfer/2025", "niet", "niet", "niet", "bron"]
    assert kort(gelezen.cijfers) == [
        ("uit → werk", 2023, "", "191"),
        ("uit → werk", 2024, "", "181"),
        ("uit → werk", 2025, "", "131"),
        ("terug naar school", 2023, "", "22"),
        ("terug naar school", 2024, "", "19"),
        ("terug naar school", 2025, "", "nnb"),
    ]
    assert gelezen.niet_gelezen == [
        "Rij 4: 1.5 Duurzame arbeidsparticipatie 2025",
        "Rij 7: * stand half januari 2026",
    ]


def test_doel_en_realisatie_onder_een_jaar_wisselen_van_plaats() -> None:
    inhoud = boek_met(
        {
            "Indicatoren": [
                ["Indicator", 2024, None, 2025, None, 2026, None],
                [None, "doel", "realisatie", "real.", "doel", "doel", "realisatie"],
                ["Aan het werk", 180, 181, 185, 170, 180, None],
                ["Cijfer bedrijven", 6.9, 6.6, None, 7.1, 6.8, None],
            ]
        },
        ("A1:A2", "B1:C1", "D1:E1", "F1:G1"),
    )

    _, kop, codes, gelezen = lees(inhoud)

    assert kop == 2
    assert codes == ["naam", "niet", "cijfer/2024", "cijfer/2025", "niet", "niet", "cijfer/2026"]
    assert kort(gelezen.cijfers) == [
        ("Aan het werk", 2024, "", "181"),
        ("Aan het werk", 2025, "", "185"),
        ("Cijfer bedrijven", 2024, "", "6,6"),
    ]


def test_jaren_en_delen_onder_elkaar_met_een_doel_ertussen() -> None:
    inhoud = boek_met(
        {
            "Draaitabel": [["Som van Waarde", "Kolomlabels"], ["Rijlabels", 2023, 2024], ["Groei banen", 965, 2212]],
            "Data": [
                ["KPI-lijst programma 1"],
                ["Jaar", "Kwartaal/Halfjaar", "KPI", "Waarde", "Herkomst", "Opmerkingen"],
                ["2023/2024", "schooljaar", "Uitval", 0.0267, "VSV-Atlas", None],
                [2024, "heel jaar", "Groei banen", 2212, "WR", "wv zzp"],
                [2025, "1e halfjaar", None, 310, "WR", None],
                [None, "2e hj", None, 304, "WR", None],
                [2025, "streefwaarde", None, 650, "PB 2023", None],
                [2025, "gem.", None, 307, None, None],
                [2025, "kw 4", "Uitkeringen", 2608, "Suites", None],
                ["Laatst bijgewerkt 20-01-2026"],
            ],
        },
        ("C4:C8",),
    )

    blad, _, codes, gelezen = lees(inhoud)

    assert blad == "Data"
    assert codes == ["periode", "periode", "naam", "cijfer", "bron", "toelichting"]
    assert kort(gelezen.cijfers) == [
        ("Uitval", 2024, "", "0,0267"),
        ("Groei banen", 2024, "", "2212"),
        ("Groei banen", 2025, "H1", "310"),
        ("Groei banen", 2025, "H2", "304"),
        ("Uitkeringen", 2025, "Q4", "2608"),
    ]
    assert [zin.split(" Er staat")[0] for zin in gelezen.niet_gelezen] == [
        "Rij 7: “2025 streefwaarde” is geen jaar, half jaar of kwartaal.",
        "Rij 8: “2025 gem.” is geen jaar, half jaar of kwartaal.",
        "Rij 10: “Laatst bijgewerkt 20-01-2026” is geen jaar, half jaar of kwartaal.",
    ]


def test_een_csv_met_een_titel_en_getallen_in_twee_schrijfwijzen() -> None:
    inhoud = (
        "Cijfers P1 – overzicht\r\n\r\nNr;Indicator;2023;2024;2025;Doel 2026;Bron\r\n"
        "1;Banen;965;2.212;614;650;register\r\n2;Bereik;63%;69 %;76.5;85%;gemeente\r\n"
        '3;"Met ; erin";"2,67";"n.n.b.";-;1;x\r\n'
    ).encode("cp1252")

    _, kop, codes, gelezen = lees(inhoud)

    assert (kop, codes) == (3, ["niet", "naam", "cijfer/2023", "cijfer/2024", "cijfer/2025", "niet", "bron"])
    assert kort(gelezen.cijfers) == [
        ("Banen", 2023, "", "965"),
        ("Banen", 2024, "", "2.212"),
        ("Banen", 2025, "", "614"),
        ("Bereik", 2023, "", "63%"),
        ("Bereik", 2024, "", "69 %"),
        ("Bereik", 2025, "", "76,5"),
        ("Met ; erin", 2023, "", "2,67"),
        ("Met ; erin", 2024, "", "nnb"),
    ]


def test_een_noot_is_geen_cijfer_en_een_opmerking_bij_een_cel_gaat_mee() -> None:
    werkboek = Workbook()
    blad = werkboek.worksheets[0]
    blad.append(["Indicator", 2024, 2025])
    blad.append(["Cijfer bedrijven", "NOOT", 7])
    blad.append(["Aan het werk", 195, 185])
    blad["B3"].comment = Comment("Suites heeft dit\nherzien naar 191", "Carla")

    noot = '<r><t>6,6</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    _, _, _, gelezen = lees(met_gedeelde_tekst(in_bytes(werkboek), noot))

    assert kort(gelezen.cijfers)[0] == ("Cijfer bedrijven", 2024, "", "6,6¹")
    [opmerking] = gelezen.cijfers[2].opmerkingen
    assert opmerking.startswith("Bij deze cel staat in uw bestand: “")
    assert "Suites heeft dit herzien naar 191" in opmerking


def test_een_getal_in_een_cel_over_rijen_is_een_klacht() -> None:
    rijen: Rijen = [["Indicator", 2025], ["Aan het werk", 185], ["Naar school", None]]

    _, _, _, gelezen = lees(boek_met({"x": rijen}, ("B2:B3",)))

    assert [bool(cijfer.klachten) for cijfer in gelezen.cijfers] == [True, True]


def test_een_toelichting_hoort_bij_het_laatste_jaar_en_een_bron_bij_elk() -> None:
    rijen: Rijen = [
        ["Indicator", 2024, 2025, "Bron", "Toelichting", "Toelichting 2024"],
        ["Aan het werk", 181, 185, "Suites", "Meer banen.", "Minder banen."],
    ]

    _, _, _, gelezen = lees(boek_met({"x": rijen}))

    assert [(c.velden["bron"], c.velden["toelichting"]) for c in gelezen.cijfers] == [
        ("Suites", "Minder banen."),
        ("Suites", "Meer banen."),
    ]


@pytest.mark.parametrize(
    ("tekst", "gelezen"),
    [
        ("2025", (2025, "")),
        ("2024-2025", (2025, "")),
        ("2024/25", (2025, "")),
        ("31-12-2025", (2025, "")),
        ("30-06-2025", (2025, "H1")),
        ("2025-Q3", (2025, "Q3")),
        ("vierde kwartaal van 2024", (2024, "Q4")),
        ("2e helft 2025", (2025, "H2")),
        ("kw 1", (None, "Q1")),
        ("ultimo 2025", (2025, "")),
        ("2024-2026", None),
        ("1-1-2025", None),
        ("maart", None),
        ("2025 prognose", None),
    ],
)
def test_een_periode(tekst: str, gelezen: tuple[int | None, str] | None) -> None:
    assert lees_periode(tekst) == gelezen


def test_wat_onthouden_is_geldt_voor_het_volgende_jaar_en_nooit_voor_een_jaar_dat_komt() -> None:
    rijen: Rijen = [["Wie", "Telling 2025", "Telling 2026", "Telling 2027"], ["Aan het werk", 185, 190, 200]]

    _, _, codes, _ = lees(boek_met({"x": rijen}), Geheugen(kolommen={"telling #": "cijfer", "wie": "naam"}))

    assert codes == ["naam", "cijfer/2025", "cijfer/2026", "niet"]
