"""PDF: the two editions laid out as PDF give the same figures; each way of laying out; what is refused."""

import io
import re
from functools import cache
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.bestanden.herkenning import Formaat, herken_bestand
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.lezer.pdf import lezen
from ingest.lezer.plaatje import maak_plaatje
from ingest.lezer.regels import Onleesbaar, Regel
from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.documenten.maak_pdf import (
    LIGGEND,
    Alinea,
    Bladzijde,
    Blok,
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


def lees(*blokken: Blok, **hoe: object) -> list[Regel]:
    return lees_regels(maak_pdf(blokken, **hoe))  # type: ignore[arg-type]


def gedrukt(*blokken: Blok, **hoe: object) -> list[str]:
    return [regel.gedrukt for regel in lees(*blokken, **hoe)]


MET_LEGE_CELLEN = [
    ["Doelstelling", "2025", "2026", "2027", "2028"],
    ["Bijzondere Bijstand", "1.979", "", "3", ""],
    ["SHV", "", "-230", "-", "54.256"],
    ["BUIG", "1", "20", "300", "4.000"],
    ["Kwijtschelding", "", "", "", "10"],
]


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


@pytest.mark.parametrize("draai", [0, 90, 180, 270])
def test_op_een_gedraaide_bladzijde_staat_alle_inkt_in_de_vakken(draai: int) -> None:
    bestand = maak_pdf([Alinea("Tekst."), Tabel(MET_LEGE_CELLEN, lijnen=False)], draai=draai)
    regels = lees_regels(bestand)
    assert [regel.gedrukt for regel in regels[-6:-1]] == ["\t".join(rij) for rij in MET_LEGE_CELLEN]
    beeld = Image.open(io.BytesIO(maak_plaatje(bestand, 1))).convert("L").point(lambda tint: 255 * (tint < 128))
    assert beeld.getbbox() is not None
    for vak in [vak for regel in regels for vak in regel.vakken if vak is not None]:
        hoeken = (vak.links * beeld.width, vak.boven * beeld.height, vak.rechts * beeld.width, vak.onder * beeld.height)
        kader = (int(hoeken[0]) - 1, int(hoeken[1]) - 1, int(hoeken[2]) + 2, int(hoeken[3]) + 2)
        assert beeld.crop(kader).getbbox() is not None
        beeld.paste(0, kader)
    assert beeld.getbbox() is None


def los(teken: "Teken", formaat: tuple[float, float] = A4, **hoe: object) -> bytes:
    """A PDF drawn by hand, page by page."""
    uit = io.BytesIO()
    canvas = Canvas(uit, pagesize=formaat, **hoe)  # type: ignore[arg-type]
    teken(canvas)
    canvas.showPage()
    canvas.save()
    return uit.getvalue()


Teken = type(lambda canvas: None)


def test_een_tabel_dwars_op_het_blad() -> None:
    def teken(canvas: Canvas) -> None:
        canvas.translate(500, 100)
        canvas.rotate(90)
        for rij, hoogte in zip(MET_LEGE_CELLEN, range(300, 200, -20), strict=True):
            canvas.drawString(0, hoogte, rij[0])
            for nummer, cel in enumerate(rij[1:], 1):
                canvas.drawRightString(150 + 60 * nummer, hoogte, cel)

    regels = lees_regels(los(teken))
    assert [regel.gedrukt for regel in regels[:5]] == ["\t".join(rij) for rij in MET_LEGE_CELLEN]
    vakken = [regel.vakken[0] for regel in regels[:5]]
    assert all(vak is not None and vak.onder > 0.85 for vak in vakken)
    assert all(een and ander and een.links < ander.links for een, ander in pairwise(vakken))


def test_een_watermerk_raakt_geen_rij() -> None:
    def teken(canvas: Canvas) -> None:
        for rij, hoogte in zip(MET_LEGE_CELLEN, range(700, 600, -20), strict=True):
            canvas.drawString(50, hoogte, rij[0])
            for nummer, cel in enumerate(rij[1:], 1):
                canvas.drawRightString(200 + 60 * nummer, hoogte, cel)
        canvas.translate(80, 560)
        canvas.rotate(30)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(0, 0, "CONCEPT 99")

    regels = [regel.gedrukt for regel in lees_regels(los(teken))]
    assert regels == ["\t".join(rij) for rij in MET_LEGE_CELLEN] + ["", "CONCEPT", "", "99"]


def test_onzichtbare_tekens_ligaturen_en_een_dubbel_gedrukt_getal() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def teken(canvas: Canvas) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(50, 700, "\ufb01nanci\u00eble zorg\u00adkosten")
        canvas.drawString(50, 650, "12.345")
        canvas.drawString(50.3, 650, "12.345")

    assert [r.gedrukt for r in lees_regels(los(teken))] == ["financiële zorgkosten", "", "12.345"]


def test_letters_die_het_bestand_niet_noemt() -> None:
    """One of them makes a number unreadable, never another number; many of them make the document unreadable."""
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def teken(canvas: Canvas, tekst: str) -> None:
        canvas.setFont("Vera", 10)
        canvas.drawString(50, 700, tekst)

    een = los(lambda canvas: teken(canvas, "Realisatie van de uitstroom naar werk 1\u4e005"))
    assert lees_regels(een)[0].gedrukt == "Realisatie van de uitstroom naar werk 1\ufffd5"
    with pytest.raises(Onleesbaar, match="niet te lezen welke het zijn"):
        lees_regels(los(lambda canvas: teken(canvas, "1\u4e00\u4e005")))


def test_een_kapotte_kruisverwijzing_wordt_hersteld() -> None:
    heel = maak_pdf([Alinea("Tekst van de begroting.")])
    kapot = re.sub(rb"startxref\s+\d+", b"startxref 7", heel)
    assert [regel.gedrukt for regel in lees_regels(kapot)] == ["Tekst van de begroting."]


def test_voortgang_per_bladzijde() -> None:
    gemeld: list[tuple[int, int]] = []
    lees_regels(maak_pdf([Alinea("Een."), Bladzijde(), Alinea("Twee.")]), lambda *paar: gemeld.append(paar))
    assert gemeld == [(1, 2), (2, 2)]


def _beeld(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 0, 0, 595, 842)


def _vooral_beeld(canvas: Canvas) -> None:
    for _ in range(3):
        _beeld(canvas)
        canvas.showPage()
    canvas.drawString(50, 700, "Tekst op bladzijde vier.")
    canvas.showPage()
    _beeld(canvas)


def zoveel_bladzijden(aantal: int, maten: bytes = b"595 842") -> bytes:
    """A PDF in which one page is shown so many times."""
    kinderen = b"3 0 R " * aantal
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]>>endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF"
        % (aantal, kinderen, maten)
    )


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (los(_beeld), "Dit is een scan: een PDF met alleen beelden, zonder tekst"),
        (los(_vooral_beeld), "zonder tekst zijn bladzijde 1-3 en 5"),
        (los(lambda canvas: None, encrypt=StandardEncryption("geheim")), "versleuteld met een wachtwoord"),
        (b"%PDF-1.7\n" + b"\x00\xff rommel " * 500, "beschadigd en gaat niet open"),
        (zoveel_bladzijden(0), "beschadigd en gaat niet open"),
        (zoveel_bladzijden(10_000), "heeft 10000 bladzijden"),
        (zoveel_bladzijden(1, b"90000 842"), "3175 bij 30 cm"),
    ],
    ids=["scan", "vooral scan", "versleuteld", "rommel", "leeg", "te lang", "te groot"],
)  # fmt: skip
def test_wat_niet_te_lezen_is_wordt_geweigerd(inhoud: bytes, reden: str) -> None:
    assert herken_bestand(inhoud).formaat is Formaat.PDF
    with pytest.raises(Onleesbaar, match=reden):
        lees_regels(inhoud)


def test_te_veel_tekens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lezen, "MEESTE_TEKENS", 1_000)
    with pytest.raises(Onleesbaar, match="tekens"):
        lees(Alinea("Tekst " * 400))


def test_een_pdf_begint_soms_met_iets_anders() -> None:
    assert herken_bestand(b"\n\n" + maak_pdf([Alinea("Tekst.")])).formaat is Formaat.PDF


def test_een_plaatje_is_niet_te_groot() -> None:
    bestand = maak_pdf([Alinea("Tekst.")], formaat=(200, 14_000))
    beeld = Image.open(io.BytesIO(maak_plaatje(bestand, 1, 4_000)))
    assert beeld.width * beeld.height <= 8_100_000
    with pytest.raises(IndexError):
        maak_plaatje(bestand, 2)
