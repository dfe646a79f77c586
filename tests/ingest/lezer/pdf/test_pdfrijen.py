"""Cells that wrap: the lines of one row come out as one row with one whole name, or are refused as one."""

from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from tests.gereedschap.documenten.gelezen_pdf import gedrukt, lees, los
from tests.gereedschap.documenten.maak_pdf import Tabel, Wit

Cel = str | Sequence[str]
"""The text of a cell, or each of its lines."""


def in_cellen(
    rijen: Sequence[Sequence[Cel]], randen: Sequence[float], tussen: float = 2.5, regel: float = 10.5
) -> bytes:
    """A table without lines, each cell right-aligned at its edge and in the middle of its row."""

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        top = 750.0
        for rij in rijen:
            cellen = [[cel] if isinstance(cel, str) else cel for cel in rij]
            hoogte = regel * max(map(len, cellen))
            for rand, cel in zip(randen, cellen, strict=True):
                begin = top - (hoogte - regel * len(cel)) / 2
                for nummer, tekst in enumerate(cel):
                    canvas.drawRightString(rand, begin - regel * nummer, tekst)
            top -= hoogte + tussen

    return los(teken)


def rijen_uit(bestand: bytes) -> list[str]:
    return [regel.gedrukt for regel in lees_regels(bestand) if regel.gedrukt]


def test_namen_rechts_in_hun_cel_blijven_heel() -> None:
    """Of two lines around the values, of three with the values on the middle one, and a heading of two lines."""
    rijen: list[list[Cel]] = [
        ["Omschrijving", ["begroting na", "wijziging 2023"], "rekening 2023"],
        [["Programma 1. Onderwijs,", "economie en werk"], "", ""],
        [["Onderwijs, economie en", "arbeidsparticipatie"], "-132.554", "-133.801"],
        ["Samen leven", "-140.556", "-137.073"],
        [["Regionale", "samenwerkingen en", "initiatieven jeugd"], "-65.886", "-62.207"],
        ["Vrije tijd", "", "-30.358"],
        ["Veiligheid", "-19.808", "-19.401"],
        ["Dienstverlening", "-17.827", "-18.378"],
    ]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350))) == [
        "Omschrijving\tbegroting na wijziging 2023\trekening 2023",
        "Programma 1. Onderwijs, economie en werk",
        "Onderwijs, economie en arbeidsparticipatie\t-132.554\t-133.801",
        "Samen leven\t-140.556\t-137.073",
        "Regionale samenwerkingen en initiatieven jeugd\t-65.886\t-62.207",
        "Vrije tijd\t\t-30.358",
        "Veiligheid\t-19.808\t-19.401",
        "Dienstverlening\t-17.827\t-18.378",
    ]


def test_twee_bedragen_in_een_cel_worden_geen_twee_rijen() -> None:
    """Which of them belongs to which line of the name cannot be seen: the row keeps them together."""
    rijen: list[list[Cel]] = [
        ["", "2025", "2026"],
        ["Reclame-inkomsten", "-406", "-400"],
        [["Aanpassing ramingen", "voortijdig schoolverlaten"], ["56", "-56"], ""],
        [["Bijstand:", "- lasten", "- baten"], ["-4.935", "4.982"], ""],
        ["Ontwikkeling", "-254", "-498"],
        ["Leerplicht", "-95", "-96"],
        ["Asielinstroom", "-110", "-120"],
    ]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350))) == [
        "\t2025\t2026",
        "Reclame-inkomsten\t-406\t-400",
        "Aanpassing ramingen voortijdig schoolverlaten\t56 -56\t",
        "Bijstand: - lasten - baten\t-4.935 4.982\t",
        "Ontwikkeling\t-254\t-498",
        "Leerplicht\t-95\t-96",
        "Asielinstroom\t-110\t-120",
    ]


def test_rijen_die_net_zo_dicht_staan_als_regels_blijven_rijen() -> None:
    rijen = [["Post", "2025", "2026"], *[[f"Post {letter}", f"{n}", f"{n}0"] for n, letter in enumerate("ABCDE", 1)]]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=0)) == ["\t".join(rij) for rij in rijen]


def test_een_naam_in_een_omlijnde_cel_blijft_heel_naast_de_punten_eronder() -> None:
    """The second line of the name looks like a row, and the last bullet wraps."""
    naam = "3. Verbonden partijen (maatregel 5, 27, 157, 167):"
    punten = ["- De Binnenbaan BV", "- Gemeenschappelijke regeling Metropoolregio Rotterdam"]
    waarden = "\n\n450\n9\n"
    tabel = Tabel(
        [
            ["Voorstellen", "2026", "2027"],
            ["1. Besparing subsidies", "262", "193"],
            ["<br/>".join([naam, *punten]), waarden, waarden],
            ["4. Citymarketing", "47", "47"],
            ["Saldo", "768", "699"],
        ]
    )
    assert gedrukt(tabel)[:7] == [
        "Voorstellen\t2026\t2027",
        "1. Besparing subsidies\t262\t193",
        f"{naam}\t\t",
        "- De Binnenbaan BV\t450\t450",
        "- Gemeenschappelijke regeling Metropoolregio Rotterdam\t9\t9",
        "4. Citymarketing\t47\t47",
        "Saldo\t768\t699",
    ]


@pytest.mark.parametrize("lijnen", [True, False])
def test_een_naam_die_op_het_volgende_blad_verder_gaat(lijnen: bool) -> None:
    """In small letters, and because it did not fit; a heading at the top of a page is a row of its own."""
    boven = Tabel(
        [["Programma", "2026"], ["Lasten", "-12"], ["Gerealiseerd saldo van", "-5"]], labelbreedte=105, lijnen=lijnen
    )
    onder = Tabel([["baten en lasten", ""], ["Toevoegingen", "3"]], labelbreedte=105, lijnen=lijnen)
    regels = [regel for regel in lees(Wit(670), boven, onder) if regel.gedrukt]
    assert [regel.gedrukt for regel in regels] == [
        "Programma\t2026", "Lasten\t-12", "Gerealiseerd saldo van baten en lasten\t-5", "Toevoegingen\t3"
    ]  # fmt: skip
    assert [vak.boven > 0.8 for vak in regels[2].vakken if vak] == [True, True]


@pytest.mark.parametrize("lijnen", [True, False])
def test_een_kop_boven_aan_een_blad_is_geen_vervolg(lijnen: bool) -> None:
    boven = Tabel(
        [["Programma", "2026"], ["Lasten", "-12"], ["Gerealiseerd saldo van", "-5"]], labelbreedte=105, lijnen=lijnen
    )
    onder = Tabel([["Reserves en voorz.", ""], ["Toevoegingen", "3"]], labelbreedte=105, lijnen=lijnen)
    assert [regel.split("\t") for regel in gedrukt(Wit(670), boven, onder) if regel][2:] == [
        ["Gerealiseerd saldo van", "-5"], ["Reserves en voorz.", ""][: 1 + lijnen], ["Toevoegingen", "3"]
    ]  # fmt: skip


def test_waar_rijen_zo_dicht_staan_als_regels_zeggen_kleine_letters_dat_een_naam_doorgaat() -> None:
    """The values are on its last line; a name that may as well be a heading is refused with them."""
    rijen: list[list[Cel]] = [
        ["Omschrijving", "2025", "2026"],
        ["Werkgelegenheid en", "", ""],
        ["Arbeidsparticipatie", "-20", "-21"],
        ["Samen leven", "-140", "-137"],
        ["Onderwijs, economie", "", ""],
        ["en werkgelegenheid", "-132", "-133"],
        ["Vrije tijd", "-29", "-30"],
    ]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=0)) == [
        "Omschrijving\t2025\t2026",
        "Werkgelegenheid en\tArbeidsparticipatie\t-20\t-21\t",
        "Samen leven\t-140\t-137",
        "Onderwijs, economie en werkgelegenheid\t-132\t-133",
        "Vrije tijd\t-29\t-30",
    ]


def test_een_naam_die_vaker_voorkomt_is_een_naam_van_zichzelf() -> None:
    """So what stands above it is a heading, however long."""
    rijen: list[list[Cel]] = [
        ["Omschrijving", "2025", "2026"],
        ["Werk en arbeidsparticipatie", "", ""],
        ["Lasten", "-20", "-21"],
        ["Baten", "3", "4"],
        ["Onderwijs en economie", "", ""],
        ["Lasten", "-140", "-137"],
        ["Baten", "10", "11"],
    ]
    regels = rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=0))
    assert regels == ["\t".join(map(str, rij)).rstrip() for rij in rijen]


def test_een_waarde_die_in_haar_cel_afbreekt_blijft_een_waarde() -> None:
    rijen: list[list[Cel]] = [
        ["Indicator", "2024", "2025"],
        [["Deel van de inwoners", "met werk"], ["62,5", "%"], "64 %"],
        ["Klanten", ["12,5", "%"], ""],
        ["Kosten per inwoner", ["€", "1.250"], ["€", "1.300"]],
        ["Banen", "873", "888"],
    ]
    for tussen in (0.0, 4.0):
        assert rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=tussen)) == [
            "Indicator\t2024\t2025",
            "Deel van de inwoners met werk\t62,5 %\t64 %",
            "Klanten\t12,5 %\t",
            "Kosten per inwoner\t€ 1.250\t€ 1.300",
            "Banen\t873\t888",
        ]


def test_een_eerste_rij_die_afbreekt_wordt_heel_gelezen() -> None:
    """Two lines with values say nothing yet of how far rows lie apart: these are one row."""
    rijen: list[list[Cel]] = [
        ["Omschrijving", "2024", "2025"],
        [["Subsidies voor", "werk"], ["€", "12.500"], ["€", "13.500"]],
        ["Jeugdhulp", "€ 40", "€ 50"],
        ["Schuldhulp", "€ 109", "€ 57"],
        ["Wonen", "€ 68", "€ 32"],
    ]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=9)) == [
        "Omschrijving\t2024\t2025",
        "Subsidies voor werk\t€ 12.500\t€ 13.500",
        "Jeugdhulp\t€ 40\t€ 50",
        "Schuldhulp\t€ 109\t€ 57",
        "Wonen\t€ 68\t€ 32",
    ]


def test_een_kop_over_alle_kolommen_zegt_niet_hoe_breed_een_naam_kan_zijn() -> None:
    """Names wrap at the width of their own column; the header wraps too, with lines as close as those of a cell."""
    kop = "Programma 1. Onderwijs, economie en arbeidsparticipatie in de gemeente"

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        regels = [
            (700, "Omschrijving", "Begroting", "Begroting"), (690, "", "2025", "2026"), (673, kop, "", ""),
            (656, "Beheer van ondernemers", "197", "88"), (646, "en baten", "", ""),
            (629, "Werk in de wijk", "184", "-"),
            (612, "Beleid voor de centrale", "-32", "51"), (602, "jeugdhulp", "", ""),
        ]  # fmt: skip
        for hoogte, naam, een, ander in regels:
            canvas.drawString(50, hoogte, naam)
            canvas.drawRightString(220, hoogte, een)
            canvas.drawRightString(420, hoogte, ander)

    assert rijen_uit(los(teken))[-3:] == [
        "Beheer van ondernemers en baten\t197\t88",
        "Werk in de wijk\t184\t-",
        "Beleid voor de centrale jeugdhulp\t-32\t51",
    ]


def test_wat_onder_een_geweigerde_rij_hoort_wordt_ook_geweigerd() -> None:
    """Its name would be made of that of the row."""
    rijen: list[list[Cel]] = [
        ["Omschrijving", "2025", "2026"],
        ["Werkgelegenheid en", "", ""],
        ["Arbeidsparticipatie", "-20", "-21"],
        ["- dekking", "20", "21"],
        ["Vrije tijd", "-29", "-30"],
    ]
    assert rijen_uit(in_cellen(rijen, (170, 260, 350), tussen=0))[1:] == [
        "Werkgelegenheid en\tArbeidsparticipatie\t-20\t-21\t",
        "- dekking\t20\t21\t",
        "Vrije tijd\t-29\t-30",
    ]


def test_kolommen_met_weinig_meer_dan_een_spatie_ertussen_zijn_kolommen() -> None:
    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        rijen = [
            ("Producten", ["2024", "2025", "2026"]),
            ("Jeugdwerk", ["2.876", "-417", "2.591"]),
            ("Totaal programma", ["102.293", "-16.685", "111.223"]),
            ("Jeugdzorg", ["35.857", "-41", "35.929"]),
        ]
        for nummer, (naam, waarden) in enumerate(rijen):
            canvas.drawRightString(150, 700 - 15 * nummer, naam)
            for kolom, waarde in enumerate(waarden, 1):
                canvas.drawRightString(150 + 36.2 * kolom, 700 - 15 * nummer, waarde)

    assert rijen_uit(los(teken)) == [
        "Producten\t2024\t2025\t2026",
        "Jeugdwerk\t2.876\t-417\t2.591",
        "Totaal programma\t102.293\t-16.685\t111.223",
        "Jeugdzorg\t35.857\t-41\t35.929",
    ]


def test_teksten_naast_een_naam_staan_in_hun_eigen_kolom() -> None:
    """A number, a name, a definition and a source, of which each can wrap; a heading stands in the first column."""
    rijen: list[list[Cel]] = [
        ["", "Taakveld", "Definitie", "Bron", "2020", "2021"],
        [["0. Bestuur", "en steun"], "", "", "", "", ""],
        ["1", "Formatie", ["Fte per 1.000", "inwoners"], "Eigen gegevens", "18,4", "18,5"],
        ["2", ["Diefstallen uit", "woning"], ["Aantal per", "1.000", "inwoners"], "CBS", "2,2", "1,6"],
        ["3", "Functiemenging", "%", "LISA", "55,8", "56,1"],
        ["4", "Niet-sporters", "%", ["Enquête", "(CBS, RIVM)"], "50,2", ""],
        ["5", "Banen", ["Aantal per", "1.000"], "LISA", "888,5", "906,5"],
    ]
    assert rijen_uit(in_cellen(rijen, (110, 180, 245, 320, 360, 400))) == [
        "\tTaakveld\tDefinitie\tBron\t2020\t2021",
        "0. Bestuur en steun",
        "1\tFormatie\tFte per 1.000 inwoners\tEigen gegevens\t18,4\t18,5",
        "2\tDiefstallen uit woning\tAantal per 1.000 inwoners\tCBS\t2,2\t1,6",
        "3\tFunctiemenging\t%\tLISA\t55,8\t56,1",
        "4\tNiet-sporters\t%\tEnquête (CBS, RIVM)\t50,2\t",
        "5\tBanen\tAantal per 1.000\tLISA\t888,5\t906,5",
    ]


def test_een_lijn_door_een_getal_maakt_geen_ander_getal() -> None:
    """Without space within cells two numbers look like one: the row has a cell less than the table, and is refused."""

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for hoogte, naam, links, rechts in (
            (703, "Post", "2025", "2026"),
            (688, "Een", "12", "14"),
            (658, "Drie", "1", ""),
        ):
            canvas.drawString(52, hoogte, naam)
            canvas.drawString(150, hoogte, links)
            canvas.drawString(230, hoogte, rechts)
        canvas.drawString(52, 673, "Twee")
        canvas.drawRightString(199.9, 673, "113")
        canvas.drawString(200.1, 673, "419")
        canvas.grid([50, 120, 200, 280], [715 - 15 * nummer for nummer in range(5)])

    assert rijen_uit(los(teken)) == ["Post\t2025\t2026", "Een\t12\t14", "Twee\t113419", "Drie\t1\t"]
