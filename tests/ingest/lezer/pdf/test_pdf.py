"""PDF: the two editions laid out as PDF give the same figures; each way of laying out; what is refused."""

from functools import cache

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.documenten.gelezen_pdf import MET_LEGE_CELLEN, gedrukt, lees, los
from tests.gereedschap.documenten.maak_pdf import (
    LIGGEND,
    Alinea,
    Bladzijde,
    Kop,
    Punten,
    Tabel,
    Wit,
    maak_pdf,
    van_skelet,
)


def cijfers(concept: Concept) -> set[tuple[object, ...]]:
    return {(c.doelstelling, c.naam, c.soort, c.editie, c.jaar, c.gedrukt) for c in concept.cijfers}


def bedragen(concept: Concept) -> set[tuple[object, ...]]:
    return {(b.tabel, b.post, b.kant, b.jaar, b.als_gedrukt) for b in concept.bedragen}


@cache
def editie(publicatie: str, *, lijnen: bool) -> bytes:
    """The skeleton of an edition, laid out as PDF."""
    blokken = van_skelet(tekst_van(publicatie), lijnen=lijnen)
    return maak_pdf(blokken, kopregel=publicatie, nummers=True, formaat=LIGGEND)


@pytest.mark.parametrize("lijnen", [True, False])
@pytest.mark.parametrize(
    ("publicatie", "cijfer", "bedrag", "aantallen"),
    [
        (
            "PB 2023",
            ("1.3", "Rapportcijfer over de dienstverlening van de gemeente aan ondernemers in Zoetermeer", "begroting",
             "PB 2023", 2025, "7,1"),
            ("uitsplitsing", "SHV", "baten", 2024, ""),
            (100, 196),
        ),
        (
            "PB 2026",
            ("1.6", "Aantal bijstandsuitkeringen", "realisatie", "PB 2026", 2024, "2.568"),
            ("programma", "Mutaties reserves", "mutaties", 2027, "-54"),
            (94, 254),
        ),
    ],
)  # fmt: skip
def test_een_editie_als_pdf_geeft_dezelfde_cijfers(
    publicatie: str,
    lijnen: bool,
    cijfer: tuple[object, ...],
    bedrag: tuple[object, ...],
    aantallen: tuple[int, int],
) -> None:
    tekst = tekst_van(publicatie)
    bestand = editie(publicatie, lijnen=lijnen)
    van_tekst, van_pdf = lees_document(tekst.encode()).concept, lees_document(bestand).concept

    assert cijfers(van_pdf) == cijfers(van_tekst)
    assert bedragen(van_pdf) == bedragen(van_tekst)
    assert (len(cijfers(van_pdf)), len(bedragen(van_pdf))) == aantallen
    assert cijfer in cijfers(van_pdf)
    assert bedrag in bedragen(van_pdf)


def test_een_naam_onderaan_de_vorige_bladzijde_is_er_een_als_de_trendgrafiek_zo_heet() -> None:
    """PB 2026, 479 and 480: laid out like this a page begins between the name and its definition."""
    naam = "Score van de gemiddelde ontwikkeling van de VVE-kinderen op de ontwikkelingsdoelen taal en rekenen"
    anders = tekst_van("PB 2026").replace(f"Trendgrafiek {naam}", f"Trendgrafiek {naam[:40]}")

    van_pdf = lees_document(editie("PB 2026", lijnen=False)).concept
    bestand = maak_pdf(van_skelet(anders, lijnen=False), kopregel="PB 2026", nummers=True, formaat=LIGGEND)
    zonder = lees_document(bestand)

    assert ("1.1", naam, "begroting", "PB 2026", 2026, "2,5") in cijfers(van_pdf)
    assert naam not in {cijfer.naam for cijfer in zonder.concept.cijfers}
    assert any("erboven staat geen naam van een indicator" in fout.tekst for fout in zonder.concept.fouten)


@pytest.mark.parametrize("publicatie", ["PB 2023", "PB 2026"])
def test_in_het_vak_van_een_cel_staat_wat_er_is_gelezen(publicatie: str) -> None:
    bestand = editie(publicatie, lijnen=False)
    document = pdfium.PdfDocument(bestand)
    rijen = [regel for regel in lees_regels(bestand) if "\t" in regel.gedrukt]
    assert len(rijen) > 40
    for rij in rijen:
        pagina = document[(rij.pagina or 0) - 1]
        tekstpagina = pagina.get_textpage()
        breedte, hoogte = pagina.get_size()
        for cel, vak in zip(rij.gedrukt.split("\t"), rij.vakken, strict=True):
            assert (vak is None) == (cel == "")
            if vak is not None:
                binnen = (vak.links * breedte, (1 - vak.onder) * hoogte, vak.rechts * breedte, (1 - vak.boven) * hoogte)
                assert " ".join(tekstpagina.get_text_bounded(*binnen).split()) == cel
        tekstpagina.close()
        pagina.close()
    document.close()


@pytest.mark.parametrize("lijnen", [True, False])
@pytest.mark.parametrize("uitlijning", ["RIGHT", "CENTER", "LEFT"])
def test_een_lege_cel_staat_in_haar_kolom(lijnen: bool, uitlijning: str) -> None:
    regels = gedrukt(Tabel(MET_LEGE_CELLEN, 1, lijnen, uitlijning))
    assert regels[:5] == ["\t".join(rij) for rij in MET_LEGE_CELLEN]


@pytest.mark.parametrize("lijnen", [True, False])
@pytest.mark.parametrize("uitlijning", ["RIGHT", "CENTER"])
def test_een_jaar_boven_twee_kolommen_staat_boven_de_eerste(lijnen: bool, uitlijning: str) -> None:
    tabel = Tabel(
        [
            ["", "2022", "", "2023", ""],
            ["", "Lasten", "Baten", "Lasten", "Baten"],
            ["BUIG", "54.256", "-50.029", "55.909", "-51.699"],
            ["SHV", "2.084", "", "1.746", ""],
        ],
        2,
        lijnen,
        uitlijning,
        samen=[((1, 0), (2, 0)), ((3, 0), (4, 0))],
    )
    assert gedrukt(tabel)[:4] == [
        "\t2022\t\t2023\t",
        "\tLasten\tBaten\tLasten\tBaten",
        "BUIG\t54.256\t-50.029\t55.909\t-51.699",
        "SHV\t2.084\t\t1.746\t",
    ]


@pytest.mark.parametrize("lijnen", [True, False])
@pytest.mark.parametrize("hoog", ["TOP", "MIDDLE", "BOTTOM"])
def test_een_label_over_meer_regels_is_een_rij(lijnen: bool, hoog: str) -> None:
    kort = "Voorzien in noodzakelijke middelen van bestaan (1.6)"
    lang = "Re-integratie en participatievoorzieningen voor jongeren onder de zevenentwintig jaar in de regio (1.5)"
    tabel = Tabel(
        [["Doelstelling", "2025", "2026"], [kort, "-1", ""], [lang, "22", "-33"], ["Saldo", "21", "-33"]],
        lijnen=lijnen,
        hoog=hoog,
        labelbreedte=170,
    )
    assert gedrukt(tabel)[:4] == ["Doelstelling\t2025\t2026", f"{kort}\t-1\t", f"{lang}\t22\t-33", "Saldo\t21\t-33"]


@pytest.mark.parametrize("lijnen", [True, False])
def test_een_kop_over_twee_regels_is_een_regel(lijnen: bool) -> None:
    tabel = Tabel(
        [
            ["Doelstelling", "Rekening\n2024", "Begroting\n2025", "Begroting\nna wijziging\n2026"],
            ["BUIG", "1", "2", "3"],
            ["SHV", "4", "", "6"],
        ],
        lijnen=lijnen,
    )
    assert gedrukt(tabel)[0] == "Doelstelling\tRekening 2024\tBegroting 2025\tBegroting na wijziging 2026"


def test_een_woord_boven_een_deel_van_de_kolommen_wordt_niet_toegewezen() -> None:
    """ "Begroting" stands above three years: no header says "2025" is a rekening, or "2026" a begroting."""
    rijen = [["", "Rekening", "", "Begroting", ""], ["Post", "2024", "2025", "2026", "2027"], ["BUIG", *"1234"]]
    regels = gedrukt(Tabel(rijen, 2, samen=[((2, 0), (4, 0))]))
    assert "Post\t2024\t2025\t2026\t2027" in regels


@pytest.mark.parametrize("lijnen", [True, False])
@pytest.mark.parametrize("herhaal", [True, False])
def test_een_tabel_over_bladzijden_is_een_tabel(lijnen: bool, herhaal: bool) -> None:
    kop = ["Post", "Begroting 2025", "Begroting 2026"]
    rijen = [[f"Post {letter}{letter}", f"{nummer}", ""] for nummer, letter in enumerate("ABCDEFGHIJ" * 12, 100)]
    regels = lees(
        Alinea("Tekst vooraf."), Wit(20), Tabel([kop, *rijen], 1, lijnen, breedte=90, herhaal=herhaal),
        Wit(20), Alinea("Tekst achteraf."), kopregel="Programmabegroting 2026", nummers=True,
    )  # fmt: skip
    assert [regel.gedrukt for regel in regels] == [
        "Tekst vooraf.", "", "\t".join(kop), *["\t".join(rij) for rij in rijen], "", "Tekst achteraf."
    ]  # fmt: skip
    assert {regel.pagina for regel in regels} == {1, 2, 3}
    assert [regel.nummer for regel in regels] == list(range(1, len(regels) + 1))


def test_een_getal_in_een_tabel_is_geen_paginanummer() -> None:
    """Equal rows with one number, down to the foot of each page and up to its head."""
    rijen = [["Soort", "Aantal 2026"], *[["Uitkering", "12"]] * 140]
    regels = gedrukt(Tabel(rijen, herhaal=False, breedte=90), nummers=True)
    assert regels.count("Uitkering\t12") == 140
    assert not {"1", "2", "3", "4"} & set(regels)


def test_tabellen_met_een_andere_kop_zijn_andere_tabellen() -> None:
    een = Tabel([["Type", "2024", "2026"], ["Realisatie", "12", "-"], ["Begroting", "-", "14"]])
    ander = Tabel([["Type", "2025", "2027"], ["Realisatie", "22", "-"], ["Begroting", "-", "24"]])
    assert gedrukt(een, Bladzijde(), ander, Bladzijde(), een) == [
        "Type\t2024\t2026", "Realisatie\t12\t-", "Begroting\t-\t14", "",
        "Type\t2025\t2027", "Realisatie\t22\t-", "Begroting\t-\t24", "",
        "Type\t2024\t2026", "Realisatie\t12\t-", "Begroting\t-\t14", "",
    ]  # fmt: skip


@pytest.mark.parametrize("verschil", [-1, 1])
def test_tabellen_onder_elkaar_hebben_elk_hun_eigen_lijnen(verschil: float) -> None:
    """Some lines of two tables stand almost above each other."""
    rijen = [["Type", "2024", "2026"], ["Realisatie", "12", "-"], ["Begroting", "-", "14"]]
    tabellen = [Tabel(rijen, labelbreedte=200 - extra, breedte=62 + extra) for extra in (0, verschil, 0)]
    regels = gedrukt(*[blok for tabel in tabellen for blok in (tabel, Wit(20), Alinea("Tekst."), Wit(20))])
    assert [regel for regel in regels if regel] == [*map("\t".join, rijen), "Tekst."] * 3


def test_een_verhoogd_teken_wordt_geen_cijfer() -> None:
    tabel = Tabel(
        [
            ["Type", "2024", "2026"],
            ["Realisatie", "12,5<super size=6>1</super>", "-"],
            ["Begroting", "-", "71 %<super size=6>2)</super>"],
        ]
    )
    regels = gedrukt(tabel, Wit(20), Alinea("<super size=6>1</super> Voorlopig."))
    assert regels[1:3] == ["Realisatie\t12,5¹\t-", "Begroting\t-\t71 %²⁾"]
    assert regels[-1] == "¹ Voorlopig."


def test_punten_en_koppen() -> None:
    regels = lees(
        Kop("Doelstelling 1.1 Bijdragen"), Alinea("Gewone tekst van <b>1.250</b> woorden."), Wit(6),
        Punten(["Een punt in 2026", "Nog een"]), Punten(["Een streep"], "-"), Alinea("<b>Bron: CBS</b>"),
    )  # fmt: skip
    gezien = [(regel.plat, regel.kop, regel.opsomming) for regel in regels if regel.gedrukt]
    assert gezien == [
        ("Doelstelling 1.1 Bijdragen", True, False),
        ("Gewone tekst van 1.250 woorden.", False, False),
        ("Een punt in 2026", False, True),
        ("Nog een", False, True),
        ("Een streep", False, True),
        ("Bron: CBS", True, False),
    ]


def test_vette_tekst_is_geen_kop_waar_alles_vet_is() -> None:
    assert not any(regel.kop for regel in lees(*[Alinea("<b>Alles is hier vet gedrukt.</b>", 8)] * 5))


def test_een_kop_over_twee_regels_van_het_blad_is_een_kop() -> None:
    kop = "Extra: uitsplitsing doelstelling 1.6 Voorzien in noodzakelijke middelen van bestaan voor inwoners"
    regels = lees(Kop(kop), Wit(10), Alinea("Tekst met veel woorden. " * 30))
    assert (regels[0].gedrukt, regels[0].kop) == (kop, True)


def test_twee_koppen_onder_elkaar_blijven_twee_koppen() -> None:
    """The first word of the second would not fit behind the first; it stands further below than lines of one do."""
    een, ander = "Doelstelling 1.3 Bevorderen van een beter klimaat", "Rapportcijfer over de dienstverlening van de"

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 14)
        for tekst, hoogte in ((een, 700), (ander, 676), ("gemeente aan ondernemers", 660)):
            canvas.drawString(50, hoogte, tekst)
        canvas.setFont("Helvetica", 9)
        for nummer in range(8):
            canvas.drawString(
                50, 620 - 14 * nummer, "Gewone tekst, zo breed als de tekst van dit blad: zo wijd als wat er op past."
            )

    koppen = [regel.gedrukt for regel in lees_regels(los(teken, (450, 800))) if regel.kop]
    assert koppen == [een, f"{ander} gemeente aan ondernemers"]


def test_uitgevulde_tekst_heeft_geen_cellen() -> None:
    zin = "In 2026 stromen 1.250 inwoners uit naar werkgelegenheidsbevordering, 12,5 % meer dan de 980 van 2024. "
    regels = gedrukt(Alinea(zin * 20, uitgevuld=True), formaat=(300, 600))
    assert "\t" not in "".join(regels)
    assert " ".join(" ".join(regels).split()) == (zin * 20).strip()


def test_twee_kolommen_tekst_zijn_geen_tabel() -> None:
    zin = "In 2026 werkt de gemeente aan 12 doelen voor 1.250 inwoners"

    def teken(canvas: Canvas) -> None:
        for nummer in range(8):
            canvas.drawString(50, 700 - 14 * nummer, zin[:45])
            canvas.drawString(320, 700 - 14 * nummer, zin[8:50])

    assert "\t" not in "".join(regel.gedrukt for regel in lees_regels(los(teken)))


def test_twee_kolommen_tekst_met_getallen_zijn_geen_tabel() -> None:
    """A number can begin or fill a line; most of what stands in a column of values is a value."""
    links = [
        "In 2026 zijn er 1.250 banen",
        "bij gekomen. De raad heeft",
        "in 2025 besloten, en dat",
        "blijft zo tot",
        "2028",
    ]
    rechts = [
        "Het college stelt voor om",
        "te stoppen. Dat scheelt",
        "€ 450.000",
        "per jaar, met",
        "12 maatregelen in 2029",
    ]

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 9)
        for nummer, (een, ander) in enumerate(zip(links * 3, rechts * 3, strict=True)):
            canvas.drawString(50, 700 - 12 * nummer, een)
            canvas.drawString(220, 700 - 12 * nummer, ander)

    assert "\t" not in "".join(regel.gedrukt for regel in lees_regels(los(teken)))


@pytest.mark.parametrize("nummers", [66, 90])
def test_een_inhoudsopgave_is_geen_tabel(nummers: int) -> None:
    namen = ["Inleiding", "Onderwijs, economie en arbeid", "Samen leven", "Lokale heffingen", "Bijlagen"]

    def teken(canvas: Canvas) -> None:
        for nummer, (naam, blad) in enumerate(zip(namen, ["3", "7", "15", "41", "102"], strict=True)):
            canvas.drawString(50, 700 - 14 * nummer, str(nummer + 1))
            canvas.drawString(nummers, 700 - 14 * nummer, naam)
            canvas.drawRightString(500, 700 - 14 * nummer, blad)

    assert "\t" not in "".join(regel.gedrukt for regel in lees_regels(los(teken)))


@pytest.mark.parametrize("hoog", ["TOP", "MIDDLE", "BOTTOM"])
def test_een_nummer_en_een_tekst_zijn_twee_kolommen(hoog: str) -> None:
    tabel = Tabel(
        [["Nr", "Maatregel", "2026", "2027"], ["1", "Subsidies\nverlagen", "100", ""], ["2", "Inkoop", "", "50"]],
        lijnen=False,
        uitlijning="LEFT",
        hoog=hoog,
        labelbreedte=30,
    )
    assert gedrukt(tabel)[:3] == ["Nr\tMaatregel\t2026\t2027", "1\tSubsidies verlagen\t100\t", "2\tInkoop\t\t50"]


def test_een_alinea_eindigt_met_een_lege_regel() -> None:
    assert gedrukt(Alinea("Een.", 8), Alinea("Twee is " + "lang " * 40, 8), Alinea("Drie."))[:3] == [
        "Een.", "", "Twee is " + ("lang " * 23).strip()
    ]  # fmt: skip
