"""A spreadsheet, a CSV file and pasted text, read cell by cell."""

import csv
import io
from datetime import date, datetime
from typing import Any

import pytest

from ingest.werkblad.lezen import lees_geplakt
from ingest.werkblad.rijen import NietLeesbaar
from tests.gereedschap.werkblad import boek, in_bytes, lees_werkblad, met_uitkomst, ons


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


def test_een_formule_zonder_uitkomst_is_een_klacht_en_haar_tekst_blijft() -> None:
    werkboek, _ = boek(["x", "=1+1"])

    (rij,) = lees_werkblad(in_bytes(werkboek)).rijen

    (klacht,) = rij.klachten
    assert klacht.startswith("cijfer: Hier staat een formule zonder uitkomst. Typ het cijfer zelf")
    assert rij.velden["ingetypt"] == "=1+1"


def test_een_formule_telt_met_de_uitkomst_die_erbij_bewaard_is() -> None:
    werkboek, _ = boek(["x", "=1+1"])

    (rij,) = lees_werkblad(met_uitkomst(in_bytes(werkboek), "2")).rijen

    assert (rij.velden["ingetypt"], rij.klachten) == ("2", ())
    assert rij.opmerkingen == ("In uw bestand is dit een formule. Wij lazen de uitkomst die erbij bewaard is: 2.",)


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
    blad = ons(lees_geplakt("cijfer\r\n181\r\n\r\n2,67\r\n\r\n", ["a", "b", "c"]))

    assert [(rij.plek, rij.sleutel, rij.velden) for rij in blad.rijen] == [
        ("regel 2", "a", {"ingetypt": "181"}),
        ("regel 4", "c", {"ingetypt": "2,67"}),
    ]
    assert blad.opmerkingen == ["“cijfer” lazen wij niet als cijfer."]


@pytest.mark.parametrize(
    ("tekst", "gelezen", "niet"),
    [
        ("Realisatie 2025\n181\n19", {"a": "181", "b": "19"}, ["“Realisatie 2025” lazen wij niet als cijfer."]),
        ("2025\n181\n19", {"a": "181", "b": "19"}, ["“2025” lazen wij niet als cijfer."]),
        ("2025\n181", {"a": "2025", "b": "181"}, []),  # two lines for two figures
        ("onbekend\n19", {"a": "onbekend", "b": "19"}, []),  # no heading: else 19 would be of the first
        ("181\n19\n\n* voorlopig\nbron: CBS", {"a": "181", "b": "19"},
         ["“* voorlopig” lazen wij niet als cijfer.", "“bron: CBS” lazen wij niet als cijfer."]),
    ],
)  # fmt: skip
def test_een_kop_erboven_en_noten_eronder_verschuiven_niets(
    tekst: str, gelezen: dict[str, str], niet: list[str]
) -> None:
    blad = ons(lees_geplakt(tekst, ["a", "b"]))

    assert {rij.sleutel: rij.velden["ingetypt"] for rij in blad.rijen} == gelezen
    assert blad.opmerkingen == niet


def test_een_te_lange_geplakte_kolom_wordt_geweigerd() -> None:
    with pytest.raises(NietLeesbaar, match=r"U plakte 3 regels. Uw lijst heeft 2 cijfers."):
        lees_geplakt("1\n2\n3", ["a", "b"])


@pytest.mark.parametrize(
    "tekst",
    [
        "x-y/2025\t2,67\t\tja\tCBS",  # the key, then the columns to fill
        "sleutel\tbron\tvoorlopig\tcijfer\tgeen cijfer\nx-y/2025\tCBS\tja\t2,67\t",
        "x-y/2025\tnaam\t%\t2025\t\t\t\t\t2,67\t\tja\tCBS\t\t\t\tstand na niets",  # a whole row of the sheet
    ],
)
def test_geplakte_rijen_hebben_een_sleutel(tekst: str) -> None:
    (rij,) = ons(lees_geplakt(tekst, ["a", "b"])).rijen

    assert rij.sleutel == "x-y/2025"
    assert {veld: rij.velden[veld] for veld in ("ingetypt", "geen", "voorlopig", "bron")} == {
        "ingetypt": "2,67",
        "geen": "",
        "voorlopig": "ja",
        "bron": "CBS",
    }
