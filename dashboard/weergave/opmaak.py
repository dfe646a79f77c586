"""How numbers, money and sources are written for a reader: Dutch, plain, without minus signs on first sight."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.cellen import Tabelcel, Vorm
from indicators.getallen import EURO, afgerond, schrijf_euro, schrijf_getal, zonder_nullen
from indicators.models import Aangehaald, Aanhaling, Bedrag, Passage, Publicatie, Referentiecijfer, Vermelding

_VOOR_PROCENT = re.compile(r"(?<=\d)\s+%")
MILJOEN, DUIZEND = Decimal(1_000_000), Decimal(1000)
NIET_INGEVULD: dict[str, str] = {
    Vermelding.Leeg.ONGEMETEN: "niet gemeten",
    Vermelding.Leeg.NNB: "nog niet bekend",
    Vermelding.Leeg.GESTOPT: "niet meer gemeten",
    Vermelding.Leeg.GEHEIM: "niet openbaar",
    Vermelding.Leeg.NVT: "niet van toepassing",
    Vermelding.Leeg.TOELICHTING: "zie toelichting",
}
ZONDER_WOORD = {Vermelding.Leeg.STREEPJE, Vermelding.Leeg.LEEG}
"""of these nothing is printed but a dash"""
IN_DUIZENDEN = f"x {schrijf_euro(DUIZEND)}"
IN_EUROS = "in euro's"
GELIJK = "gelijk"


def euro_in_woorden(bedrag: Decimal) -> str:
    """The size of an amount: "€ 63,3 miljoen", and below a million "€ 362.000". Never a minus sign."""
    return een_stijl(bedrag)(bedrag)


Eurostijl = Callable[[Decimal], str]


def een_stijl(*bedragen: Decimal) -> Eurostijl:
    """How to write amounts of one sentence: all in millions, or all in full where one is too small for that."""
    groottes = [abs(bedrag) for bedrag in bedragen if bedrag]
    in_miljoenen = max(groottes, default=DUIZEND) >= MILJOEN and min(groottes) >= MILJOEN / 20
    return _in_miljoenen if in_miljoenen else schrijf_euro


def _in_miljoenen(bedrag: Decimal) -> str:
    if not bedrag:
        return schrijf_euro(bedrag)
    return f"{EURO}{schrijf_getal(afgerond(abs(bedrag) / MILJOEN, 1))}\N{NO-BREAK SPACE}miljoen"


def meer_in_woorden(euro: Decimal, schrijf: Eurostijl = euro_in_woorden) -> str:
    """ "€ 2,5 miljoen meer", "€ 15.000 minder", "evenveel"."""
    return f"{schrijf(euro)} {'meer' if euro > 0 else 'minder'}" if euro else "evenveel"


def duizenden(bedrag: Decimal) -> Decimal:
    """An amount x € 1.000, as exact as it is."""
    return zonder_nullen(bedrag / DUIZEND)


def in_duizenden(bedrag: Decimal) -> str:
    """An amount x € 1.000 for a table: "-12.945"."""
    return schrijf_getal(duizenden(bedrag))


def verschil(getal: Decimal) -> str:
    """A difference with its sign: "+0,2", "-15"."""
    return f"{'+' if getal > 0 else ''}{schrijf_getal(zonder_nullen(getal))}"


def toon_verschil(getal: Decimal) -> Tabelcel:
    """The same in a cell."""
    return Tabelcel(verschil(getal), zonder_nullen(getal))


def geen_uitleg(nagelezen: bool) -> str:
    """That a document does not explain something is known only where a person looked for it (domain rule 16)."""
    return "Het document legt dit niet uit." if nagelezen else "Of het document dit uitlegt, is nog niet nagelezen."


def opsomming(dingen: Iterable[object]) -> str:
    """ "a", "a en b", "a, b en c"."""
    namen = [str(ding) for ding in dingen]
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def gat_in_woorden(resultaat: Vermelding, genoemd: Vermelding) -> str:
    """How far a result is from what was named for it: "1 meer", "0,37 procentpunt meer", "gelijk"."""
    if resultaat.waarde is None or genoemd.waarde is None or resultaat.waarde == genoemd.waarde:
        return GELIJK
    gat = resultaat.waarde - genoemd.waarde
    punt = " procentpunt" if resultaat.bewoording.definitie.eenheid == "%" else ""
    return f"{schrijf_getal(zonder_nullen(abs(gat)))}{punt} {'meer' if gat > 0 else 'minder'}"


def jaar_in_woorden(vermelding: Vermelding) -> str:
    """The year that a figure is about, with the half of it where it is of half a year."""
    return f"{vermelding.get_periode_display()} {vermelding.jaar}".strip()


def regel_adres(publicatie: Publicatie, regel: int) -> str:
    """The address of a line of a document on this site: the line among its neighbours, and its figures to quote."""
    druk = f"druk-{publicatie.druk}/" if publicatie.druk > 1 else ""
    return f"{publicatie.get_absolute_url()}{druk}regels/{regel}/"


def bron_in_woorden(publicatie: Publicatie, regel: int) -> str:
    """A line of a document: "PB 2026, regel 340"."""
    return f"{publicatie.naam}, regel {regel}"


def link_naar(aangehaald: Aangehaald | Aanhaling) -> SafeString:
    """A link to a passage that was read, by its lines: "PB 2026, regel 137 tot en met 139"; not found it has none."""
    publicatie, plaats = aangehaald.publicatie, aangehaald.plaats
    if plaats is None:
        return format_html("{}", publicatie)
    tot = f" tot en met {plaats.tot_regel}" if plaats.tot_regel > plaats.van_regel else ""
    woorden = f"{bron_in_woorden(publicatie, plaats.van_regel)}{tot}"
    return format_html('<a class="nl-link" href="{}">{}</a>', regel_adres(publicatie, plaats.van_regel), woorden)


def aaneen(zin: str) -> str:
    """With each number and its % together, as all pages write it but for what is quoted as printed."""
    return _VOOR_PROCENT.sub("%", zin) if "%" in zin else zin


def plaats_in_woorden(passage: Passage) -> str:
    """Where a line stands: "bladzijde 12, regel 340"; a document without pages has only lines."""
    return f"bladzijde {passage.pagina}, regel {passage.regel}" if passage.pagina else f"regel {passage.regel}"


def verwijzing(tekst: str, publicatie: Publicatie, regel: int) -> Tabelcel:
    """Words that are a link to the line that has them."""
    return Tabelcel(tekst, vorm=Vorm.VERWIJZING, adres=regel_adres(publicatie, regel))


def cijfer_met_bron(tekst: str, publicatie: Publicatie, passage: Passage, toelichting: str = "") -> Tabelcel:
    """A figure that is itself the link to the line that prints it."""
    return Tabelcel(
        tekst,
        vorm=Vorm.GEDRUKT,
        adres=regel_adres(publicatie, passage.regel),
        label=f"{tekst}{toelichting}, bron: {publicatie.naam}, {plaats_in_woorden(passage)}",
    )


def toon_vermelding(vermelding: Vermelding) -> Tabelcel:
    """A figure linked to its line; an empty one says how it is empty, but a dash is no link."""
    gedrukt, waarde = aaneen(vermelding.gedrukt), vermelding.waarde
    cel = cijfer_met_bron(
        gedrukt or leeg_in_woorden(vermelding),
        vermelding.bewoording.publicatie,
        vermelding.passage,
        "" if waarde is not None else " (geen waarde)",
    )
    if waarde is not None:
        cel = replace(cel, waarde=_zoals_gedrukt(waarde, gedrukt), eenheid="%" if gedrukt.endswith("%") else "")
    elif vermelding.leeg in ZONDER_WOORD:
        cel = _zonder_link(cel)
    return cel.met_noot("voorlopig") if vermelding.voorlopig else cel


def toon_referentie(cijfer: Referentiecijfer) -> Tabelcel:
    """A figure of another as a reference file has it, linked to its line."""
    waarde = cijfer.waarde
    leeg = "" if waarde is not None else " (geen waarde)"
    cel = cijfer_met_bron(cijfer.gedrukt or leeg_in_woorden(cijfer), cijfer.publicatie, cijfer.passage, leeg)
    if waarde is None:
        return _zonder_link(cel) if cijfer.leeg in ZONDER_WOORD else cel
    return replace(cel, waarde=_zoals_gedrukt(waarde, cijfer.gedrukt))


def _zonder_link(cel: Tabelcel) -> Tabelcel:
    """There is no figure to go to; a screen reader hears where that is."""
    return replace(cel, vorm=Vorm.LEEG, adres="")


def _zoals_gedrukt(waarde: Decimal, gedrukt: str) -> Decimal | None:
    """With the decimals that are printed; none where more is printed than the number, such as the mark of a note."""
    kaal = gedrukt.removesuffix("%").rstrip().replace(".", "")
    getal = f"{waarde:.{len(kaal.partition(',')[2])}f}"
    return Decimal(getal) if getal.replace(".", ",") == kaal else None


def leeg_in_woorden(vermelding: Vermelding | Referentiecijfer) -> str:
    """Why nothing is printed: a blank cell, or what the municipality said in an opgave."""
    return NIET_INGEVULD.get(vermelding.leeg, "leeg")


def als_kosten(euro: Decimal) -> Decimal:
    """What the store keeps as less money, a reader sees as more cost; a zero has no sign."""
    return -euro + 0


def toon_bedrag(bedrag: Bedrag) -> Tabelcel:
    """A printed amount x € 1.000 as a cost: a plus is more cost, a minus is less (domain rule 18)."""
    if bedrag.bedrag is None:
        return Tabelcel(NIET_INGEVULD.get(bedrag.leeg, "niet ingevuld"), vorm=Vorm.LEEG)
    kosten = als_kosten(bedrag.bedrag)
    return replace(bedrag_met_bron(in_duizenden(kosten), bedrag), waarde=duizenden(kosten))


def toon_euros(bedrag: Bedrag) -> Tabelcel:
    """The same in euros, as it is where a document prints them so."""
    if bedrag.bedrag is None:
        return toon_bedrag(bedrag)
    euros = zonder_nullen(als_kosten(bedrag.bedrag))
    return replace(bedrag_met_bron(schrijf_getal(euros), bedrag), waarde=euros)


def bedrag_met_bron(tekst: str, bedrag: Bedrag) -> Tabelcel:
    """A printed amount in these words, linked to its line; the label says what is printed when that differs."""
    anders = "" if tekst == bedrag.als_gedrukt else f" (gedrukt als {bedrag.als_gedrukt})"
    return cijfer_met_bron(tekst, bedrag.benaming.publicatie, bedrag.passage, anders)
