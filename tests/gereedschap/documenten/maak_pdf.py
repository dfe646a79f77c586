"""Lays out documents as PDF, for tests: headings, text, bullets and tables, with running heads and page numbers."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

LIGGEND = (A4[1], A4[0])
_TEKST = ParagraphStyle("tekst", fontName="Helvetica", fontSize=9, leading=11)
_INGESPRONGEN = ParagraphStyle("ingesprongen", parent=_TEKST, leftIndent=20)
_UITGEVULD = ParagraphStyle("uitgevuld", parent=_TEKST, alignment=TA_JUSTIFY)
_KOP = ParagraphStyle("kop", fontName="Helvetica-Bold", fontSize=12, leading=14)
_GETALLEN = re.compile(r"(?:[-–]|-?\d[\d.]*(?:,\d+)? ?%?)")


@dataclass
class Kop:
    tekst: str


@dataclass
class Alinea:
    """A paragraph; `onder` is the space below it, in points."""

    tekst: str
    onder: float = 0
    uitgevuld: bool = False


@dataclass
class Punten:
    """Bullets, each with the bullet sign in front; without a sign (drawn, so lost for who reads the text) indented."""

    teksten: Sequence[str]
    teken: str = "•"


@dataclass
class Tabel:
    """Rows of cells, of which the first `kop` are the header, repeated on each page when `herhaal`.

    Labels (the first column) wrap at `labelbreedte`; `hoog` is where numbers stand beside a label of more lines.
    A cell may have marks of reportlab: `<super size=6>1</super>`.
    """

    rijen: Sequence[Sequence[str]]
    kop: int = 1
    lijnen: bool = True
    uitlijning: str = "RIGHT"
    hoog: str = "TOP"
    labelbreedte: float = 200
    breedte: float = 62
    herhaal: bool = True
    ruimte: float = 3
    samen: Sequence[tuple[tuple[int, int], tuple[int, int]]] = ()
    """Cells (column, row) from and to that are one."""


@dataclass
class Bladzijde:
    """A new page."""


@dataclass
class Wit:
    """White space, in points."""

    hoogte: float


Blok = Kop | Alinea | Punten | Tabel | Bladzijde | Wit


def maak_pdf(
    blokken: Sequence[Blok],
    *,
    kopregel: str = "",
    nummers: bool = False,
    formaat: tuple[float, float] = A4,
    draai: int = 0,
) -> bytes:
    """The PDF of these blocks; `kopregel` stands above each page, `nummers` puts the page number below it."""
    uit = io.BytesIO()

    def rand(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.setPageRotation(draai)
        canvas.drawString(50, formaat[1] - 30, kopregel)
        if nummers:
            canvas.drawRightString(formaat[0] - 50, 25, str(document.page))

    marges = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 50)
    document = SimpleDocTemplate(uit, pagesize=formaat, **marges)
    vloei = [deel for blok in blokken for deel in _vloei(blok)]
    document.build(vloei, onFirstPage=rand, onLaterPages=rand)
    return uit.getvalue()


def _vloei(blok: Blok) -> list[Flowable]:
    match blok:
        case Kop():
            return [Paragraph(escape(blok.tekst), _KOP)]
        case Alinea():
            stijl = _UITGEVULD if blok.uitgevuld else _TEKST
            return [Paragraph(blok.tekst, stijl), *([Spacer(0, blok.onder)] if blok.onder else [])]
        case Punten():
            stijl = _TEKST if blok.teken else _INGESPRONGEN
            return [Paragraph(f"{blok.teken} {escape(tekst)}".strip(), stijl) for tekst in blok.teksten]
        case Tabel():
            return [_tabel(blok)]
        case Bladzijde():
            return [PageBreak()]
        case Wit():
            return [Spacer(0, blok.hoogte)]


def _tabel(blok: Tabel) -> Table:
    lettertype = ("FONT", (0, 0), (-1, -1), "Helvetica", 9, 11)
    stijl = [
        lettertype,
        ("ALIGN", (1, 0), (-1, -1), blok.uitlijning),
        ("VALIGN", (0, 0), (-1, -1), blok.hoog),
        ("TOPPADDING", (0, 0), (-1, -1), blok.ruimte),
        ("BOTTOMPADDING", (0, 0), (-1, -1), blok.ruimte),
        *[("SPAN", van, tot) for van, tot in blok.samen],
    ]
    if blok.lijnen:
        stijl.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    kanten = {"RIGHT": 2, "CENTER": 1, "LEFT": 0}
    getal = ParagraphStyle("getal", parent=_TEKST, alignment=kanten[blok.uitlijning])
    inhoud = [
        [Paragraph(rij[0], _TEKST), *(Paragraph(cel, getal) if "<" in cel else cel for cel in rij[1:])]
        for rij in blok.rijen
    ]
    breedtes = [blok.labelbreedte, *[blok.breedte] * (len(blok.rijen[0]) - 1)]
    tabel = Table(inhoud, breedtes, repeatRows=blok.kop if blok.herhaal else 0, hAlign="LEFT", spaceBefore=6)
    tabel.setStyle(TableStyle(stijl))
    return tabel


# The skeletons of the editions as documents


def van_skelet(tekst: str, *, lijnen: bool = True, uitlijning: str = "RIGHT") -> list[Blok]:
    """The text of an edition as blocks, with its tables laid out as tables."""
    regels = tekst.split("\n")
    if any(regel.startswith("Type\t") for regel in regels):
        return list(_met_tabs(regels, lijnen, uitlijning))
    return list(_zonder_tabs(regels, lijnen, uitlijning))


def _met_tabs(regels: list[str], lijnen: bool, uitlijning: str) -> list[Blok]:
    """Tables are lines with tabs (PB 2023); a heading stands right above what it is of."""
    blokken: list[Blok] = []
    for is_tabel, groep in groupby(regels, key=lambda regel: "\t" in regel):
        if is_tabel:
            rijen = [[cel.strip() for cel in regel.split("\t")] for regel in groep]
            breed = len(rijen[0]) > 8
            tabel = Tabel(rijen, 2 if not rijen[0][0] else 1, lijnen, uitlijning, breedte=48 if breed else 80)
            tabel.samen = [((k, 0), (k + 1, 0)) for k in range(1, len(rijen[0]), 2)] if not rijen[0][0] else []
            blokken += [tabel, Wit(12)]
            continue
        for regel in groep:
            kaal = _kaal(regel)
            if regel.startswith("#") or re.fullmatch(r"\*\*.*\*\*", regel.strip()):
                blokken += [Wit(14), Kop(kaal)]
            elif kaal and regel.startswith("- "):
                blokken += [Wit(4), Punten([kaal.removeprefix("- ")])]
            elif kaal:
                ruim = not kaal.startswith("Bron:") and not (blokken and isinstance(blokken[-1], Kop))
                blokken += [*([Wit(3)] if ruim else []), Alinea(escape(kaal))]
    return blokken


_KOPPEN_2026 = re.compile(
    r" ?(?P<label>Type|Doelstelling|uitsplitsing op sectorproduct|Beleidswijzigingen/Nieuw beleid"
    r"|Bezuinigings- en dekkingsvoorstellen|)(?: ?(?P<kolommen>(?:(?:(?:Begroting|Jaarrekening) )?20\d\d ){4,}))"
)


def _zonder_tabs(regels: list[str], lijnen: bool, uitlijning: str) -> list[Blok]:
    """Tables are told by their header (PB 2026), and their cells are the last words of a line."""
    blokken: list[Blok] = []
    index = 0
    while index < len(regels):
        regel = regels[index]
        kop = _KOPPEN_2026.fullmatch(regel)
        if kop:
            kolommen = re.findall(r"(?:[A-Z]\w+ )?20\d\d", kop["kolommen"])
            label = kop["label"]
            beleid = label.startswith(("Beleid", "Bezuin"))
            if not label:
                label = "Programma 1. Onderwijs, economie en arbeidsparticipatie"
                del blokken[-2:]
                while _kaal(str(getattr(blokken[-1], "tekst", ""))).startswith(("Programma 1.", "arbeidsp")):
                    blokken.pop()
            rijen, index = (_beleid if beleid else _rijen)(regels, index + 1, len(kolommen))
            eerder = next((b for b in reversed(blokken) if not isinstance(b, Wit)), None)
            if isinstance(eerder, Tabel) and eerder.rijen[0] == [label, *kolommen]:
                eerder.rijen = [*eerder.rijen, *rijen]
                continue
            tabel = Tabel(
                [[label, *kolommen], *rijen], 1, lijnen, uitlijning, breedte=84, labelbreedte=390 if beleid else 200
            )
            blokken += [tabel, Wit(12)]
            continue
        kaal = _kaal(regel)
        if kaal.startswith(("\uf0b7", "\u2022")):
            blokken.append(Punten([kaal[1:].strip()]))
        elif kaal:
            blokken.append(Kop(kaal) if kaal.startswith("Doelstelling 1.") else Alinea(escape(kaal)))
        elif blokken and not isinstance(blokken[-1], Wit):
            blokken.append(Wit(8))
        index += 1
    return blokken


def _rijen(regels: list[str], index: int, aantal: int) -> tuple[list[list[str]], int]:
    """Rows of a label and `aantal` words, up to another line; a post of the uitsplitsing has no values."""
    rijen: list[list[str]] = []
    if not regels[index].strip():
        index += 1
    while index < len(regels):
        woorden = regels[index].split()
        if len(woorden) > aantal and all(map(_GETALLEN.fullmatch, woorden[-aantal:])):
            rijen.append([" ".join(woorden[:-aantal]), *woorden[-aantal:]])
        elif re.match(r"\d{3}\.\d\d\.\d{3} ", regels[index]):
            rijen.append([regels[index].strip(), *[""] * aantal])
        else:
            break
        index += 1
    return rijen, index


def _beleid(regels: list[str], index: int, aantal: int) -> tuple[list[list[str]], int]:
    """Rows of a name, sub lines and amounts: on one line (blank ones at its end), or one by one, a year at a time."""
    rijen: list[list[str]] = []
    naam: list[str] = []
    bedragen: list[str] = []

    def af() -> None:
        if naam and bedragen:
            per_jaar = max(1, len(bedragen) // aantal)
            cellen = ["\n".join(bedragen[k * per_jaar : (k + 1) * per_jaar]) for k in range(aantal)]
            leeg = "<br/>".join(naam)
            rijen.append([leeg, *cellen])
            naam.clear()
            bedragen.clear()

    while True:
        regel = regels[index]
        index += 1
        woorden = regel.split()
        los = woorden and all(map(_GETALLEN.fullmatch, woorden))
        achter = len(woorden) > aantal and all(map(_GETALLEN.fullmatch, woorden[-aantal:]))
        if achter:
            af()
            rijen.append([" ".join(woorden[:-aantal]), *woorden[-aantal:]])
            if woorden[0] == "Saldo":
                return rijen, index
        elif los and regel.rstrip() != regel and len(woorden) < aantal and len(regel) - len(regel.rstrip()) > 2:
            bedragen += [*woorden, *[""] * (aantal - len(woorden))]
        elif los:
            bedragen += woorden
        elif woorden:
            af()
            naam.append(escape(" ".join(woorden)))
        elif regel == " ":
            bedragen.append("")


def _kaal(regel: str) -> str:
    """A line without marks."""
    return re.sub(r"^#+ |\*\*|(?<!\w)\*|\*(?!\w)|\[samengevat\] ", "", regel).strip()
