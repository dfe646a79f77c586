"""A printed figure as a sentence that can be quoted: what, year, publicatie, heading, line and address."""

from dataclasses import dataclass

from dashboard.opmaak import EURO, euro_voluit
from indicators.models import Bedrag, Publicatie, Vermelding

LEEG = {
    "streepje": "geen waarde, er staat een streepje",
    "leeg": "niets ingevuld",
    "pm": "geen waarde, er staat pm",
    "nnb": "geen waarde, er staat n.n.b.",
}
TABELLEN = {
    "doelstelling": "tabel Financiën",
    "programma": "tabel van het programma",
    "uitsplitsing": "uitsplitsing",
    "nieuw-beleid": "tabel Nieuw beleid",
    "bezuinigingen": "tabel Bezuinigingen en dekking",
}
RICHTING = {
    "nieuw-beleid": ("extra kosten", "dekking"),
    "bezuinigingen": ("nadeel", "voordeel"),
    "mutaties": ("per saldo toegevoegd", "per saldo onttrokken"),
}
STATUS = {"voorstel": ", voorstel van het college", "vastgesteld": ", vastgesteld door de raad"}


@dataclass(frozen=True)
class Citaat:
    """A figure of a line, ready to copy; `over` is the page that tells more about it."""

    jaar: int
    zin: str
    over: str
    over_naam: str


def citeer_vermelding(vermelding: Vermelding, gemeente: str, adres: str) -> Citaat:
    bewoording, indicator = vermelding.bewoording, vermelding.bewoording.definitie.indicator
    soort = "realisatie"
    if vermelding.soort == Vermelding.Soort.BEGROTING:
        soort = f"begroting van {vermelding.editie} ({bewoording.soort_begroting})"
    eenheid = bewoording.definitie.eenheid
    waarde = vermelding.gedrukt if vermelding.waarde is not None else LEEG[vermelding.leeg]
    if vermelding.waarde is not None and eenheid not in ("%", "aantal"):
        waarde = f"{waarde} ({eenheid})"
    kop = f"doelstelling {bewoording.onder.code}, “{bewoording.naam}”"
    zin = f"{indicator.naam}, {soort}, {vermelding.jaar}: {waarde}."
    return Citaat(
        vermelding.jaar,
        f"{zin} {_bron(bewoording.publicatie, vermelding.passage.regel, kop, gemeente, adres)}",
        indicator.get_absolute_url(),
        indicator.naam,
    )


def citeer_bedrag(bedrag: Bedrag, gemeente: str, adres: str) -> Citaat:
    post = bedrag.benaming.post
    gedrukt = f"gedrukt als {bedrag.als_gedrukt}, {_schaal(bedrag.schaal)}"
    waarde = f"{euro_voluit(bedrag.bedrag)} ({gedrukt})" if bedrag.bedrag is not None else LEEG[bedrag.leeg]
    kop = f"{TABELLEN[post.tabel]}, “{bedrag.benaming}”"
    doelstelling = post.doelstelling
    van_wat = doelstelling.code if doelstelling else f"Programma {post.programma.code}:"
    kant = (
        ""
        if bedrag.kant in ("lasten", "baten") and bedrag.benaming.naam.casefold() == bedrag.kant
        else f", {_kant(bedrag)}"
    )
    naam = f"{van_wat} {bedrag.benaming.naam}{kant} {bedrag.jaar} ({bedrag.stand})"
    return Citaat(
        bedrag.jaar,
        f"{naam}: {waarde}. {_bron(bedrag.benaming.publicatie, bedrag.passage.regel, kop, gemeente, adres)}",
        doelstelling.get_absolute_url() if doelstelling else "/geld/",
        str(doelstelling) if doelstelling else "Geld",
    )


def _kant(bedrag: Bedrag) -> str:
    """Without a minus sign the words must say which way an amount goes."""
    if bedrag.bedrag is None or bedrag.kant not in ("saldo", "mutaties"):
        return bedrag.kant
    soort = bedrag.benaming.post.tabel if bedrag.kant == "saldo" else bedrag.kant
    return RICHTING.get(soort, ("netto kosten", "netto opbrengst"))[bedrag.bedrag > 0]


def _schaal(schaal: int) -> str:
    return "in euro's" if schaal == 1 else f"x {EURO}{schaal:,}".replace(",", ".")


def _bron(publicatie: Publicatie, regel: int, kop: str, gemeente: str, adres: str) -> str:
    status = STATUS.get(publicatie.status, "")
    return f"Bron: {publicatie.titel} ({publicatie}) van de gemeente {gemeente}{status}, {kop}, regel {regel}. {adres}"
