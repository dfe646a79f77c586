"""How numbers, money and sources are written for a reader: Dutch, plain, without minus signs on first sight."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from indicators.models import Bedrag, Passage, Publicatie, Vermelding

MILJOEN, DUIZEND = Decimal(1_000_000), Decimal(1000)
EURO = "€\N{NO-BREAK SPACE}"
NIET_INGEVULD = {
    "ongemeten": "niet gemeten",
    "nnb": "nog niet bekend",
    "gestopt": "niet meer gemeten",
    "geheim": "niet openbaar",
    "nvt": "niet van toepassing",
    "toelichting": "zie toelichting",
}
IN_DUIZENDEN = f"x {EURO}1.000"


def euro_in_woorden(bedrag: Decimal) -> str:
    """The size of an amount: "€ 63,3 miljoen", and below a million "€ 362.000". Never a minus sign."""
    groot = abs(bedrag)
    if groot >= MILJOEN:
        afgerond = (groot / MILJOEN).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{EURO}{_nederlands(afgerond)}\N{NO-BREAK SPACE}miljoen"
    return f"{EURO}{_nederlands(groot.quantize(Decimal(1), ROUND_HALF_UP))}"


def euro_voluit(bedrag: Decimal) -> str:
    """Whole euros without a sign: "€ 63.555.000"."""
    return f"{EURO}{_nederlands(abs(bedrag).quantize(Decimal(1), ROUND_HALF_UP))}"


def in_duizenden(bedrag: Decimal) -> str:
    """An amount x € 1.000 for a table: "-12.945"."""
    duizenden = bedrag / DUIZEND
    return _nederlands(
        duizenden.quantize(Decimal(1)) if duizenden == duizenden.to_integral() else duizenden.normalize()
    )


def _nederlands(getal: Decimal) -> str:
    return f"{getal:,f}".translate(str.maketrans(",.", ".,"))


def verschil(getal: Decimal) -> str:
    """A difference with its sign: "+0,2", "-15"."""
    return f"{'+' if getal > 0 else ''}{_nederlands(getal.normalize() + 0)}"


def opsomming(dingen: Iterable[object]) -> str:
    """ "a", "a en b", "a, b en c"."""
    namen = [str(ding) for ding in dingen]
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def regel_adres(publicatie: Publicatie, regel: int) -> str:
    """The address of a line of a document on this site: the line among its neighbours, and its figures to quote."""
    return f"{publicatie.get_absolute_url()}regels/{regel}/"


def bron_in_woorden(publicatie: Publicatie, regel: int) -> str:
    return f"{publicatie.naam}, regel {regel}"


def plek(passage: Passage) -> str:
    """Where a line stands: "bladzijde 12, regel 340"; a document without pages has only lines."""
    return f"bladzijde {passage.pagina}, regel {passage.regel}" if passage.pagina else f"regel {passage.regel}"


def cijfer_met_bron(
    tekst: str, publicatie: Publicatie, regel: int, toelichting: str = "", passage: Passage | None = None
) -> SafeString:
    """A figure that is itself the link to the line that prints it; with its passage the label names the page too."""
    waar = f"{publicatie.naam}, {plek(passage)}" if passage else bron_in_woorden(publicatie, regel)
    bron = f"{tekst}{toelichting}, bron: {waar}"
    return format_html(
        '<a class="cijfer" href="{}" aria-label="{}">{}</a>', regel_adres(publicatie, regel), bron, tekst
    )


def toon_vermelding(vermelding: Vermelding) -> SafeString:
    """A figure as printed, linked to its line; an empty one says how it is empty, a provisional one that it is."""
    publicatie, regel = vermelding.bewoording.publicatie, vermelding.passage.regel
    toelichting = "" if vermelding.waarde is not None else " (geen waarde)"
    cijfer = cijfer_met_bron(
        vermelding.gedrukt or leeg_in_woorden(vermelding), publicatie, regel, toelichting, vermelding.passage
    )
    return format_html('{} <span class="stand">voorlopig</span>', cijfer) if vermelding.voorlopig else cijfer


def leeg_in_woorden(vermelding: Vermelding) -> str:
    """Why nothing is printed: a blank cell, or what the municipality said in an opgave."""
    return NIET_INGEVULD.get(vermelding.leeg, "leeg")


def toon_bedrag(bedrag: Bedrag) -> SafeString:
    """A printed amount x € 1.000 in the one sign of this site; the label says what is printed when that differs."""
    if bedrag.bedrag is None:
        return format_html('<span class="leeg">{}</span>', NIET_INGEVULD.get(bedrag.leeg, "niet ingevuld"))
    return bedrag_met_bron(in_duizenden(bedrag.bedrag), bedrag)


def toon_in_woorden(bedrag: Bedrag) -> SafeString:
    """A printed amount in the words of first sight, linked to its line."""
    return bedrag_met_bron(euro_in_woorden(bedrag.bedrag), bedrag)


def bedrag_met_bron(tekst: str, bedrag: Bedrag) -> SafeString:
    """A printed amount in these words, linked to its line; the label says what is printed when that differs."""
    anders = "" if tekst == bedrag.als_gedrukt else f" (gedrukt als {bedrag.als_gedrukt})"
    passage = bedrag.passage
    return cijfer_met_bron(tekst, bedrag.benaming.publicatie, passage.regel, anders, passage)


def meer_in_woorden(euro: Decimal) -> str:
    """ "€ 2,5 miljoen meer", "€ 15.000 minder", "evenveel"."""
    return f"{euro_in_woorden(euro)} {'meer' if euro > 0 else 'minder'}" if euro else "evenveel"
