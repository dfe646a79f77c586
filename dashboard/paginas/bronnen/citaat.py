"""A printed figure as a sentence that can be quoted: what, year, publicatie, heading, line and address."""

from dataclasses import dataclass
from decimal import Decimal

from django.template.defaultfilters import date

from dashboard.weergave.opmaak import IN_EUROS, jaar_in_woorden, leeg_in_woorden, plaats_in_woorden
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Geldkant, Geldstand, Geldtabel, Passage, Publicatie, Referentiecijfer, Vermelding

LEEG: dict[str, str] = {
    Vermelding.Leeg.STREEPJE: "geen waarde, er staat een streepje",
    Vermelding.Leeg.LEEG: "niets ingevuld",
    Vermelding.Leeg.PM: "geen waarde, er staat pm",
    Vermelding.Leeg.NNB: "geen waarde, nog niet bekend",
    Vermelding.Leeg.NVT: "geen waarde, niet van toepassing",
    Vermelding.Leeg.TOELICHTING: "geen waarde, zie de toelichting",
}
TABELLEN: dict[str, str] = {
    Geldtabel.DOELSTELLING: "tabel Financiën",
    Geldtabel.PROGRAMMA: "tabel van het programma",
    Geldtabel.UITSPLITSING: "uitsplitsing",
    Geldtabel.NIEUW_BELEID: "tabel Nieuw beleid",
    Geldtabel.BEZUINIGINGEN: "tabel Bezuinigingen en dekking",
    Geldtabel.MAATREGELEN: "tabel met maatregelen",
    Geldtabel.OVERZICHT: "overzicht",
}
RICHTING: dict[str, tuple[str, str]] = {
    Geldtabel.NIEUW_BELEID: ("extra kosten", "dekking"),
    Geldtabel.BEZUINIGINGEN: ("nadeel", "voordeel"),
    Geldtabel.MAATREGELEN: ("extra kosten", "te besparen"),
    Geldkant.MUTATIES: ("per saldo toegevoegd", "per saldo onttrokken"),
}
VERANDERING: dict[str, tuple[str, str]] = {
    Geldkant.LASTEN: ("meer lasten", "minder lasten"),
    Geldkant.BATEN: ("minder baten", "meer baten"),
    Geldkant.SALDO: ("meer netto kosten", "minder netto kosten"),
    Geldkant.TOEVOEGINGEN: ("meer toegevoegd", "minder toegevoegd"),
    Geldkant.ONTTREKKINGEN: ("minder onttrokken", "meer onttrokken"),
    Geldkant.MUTATIES: ("meer toegevoegd of minder onttrokken", "minder toegevoegd of meer onttrokken"),
}
"""What a change below zero says, and one above."""
STATUS: dict[str, str] = {
    Publicatie.Status.VOORSTEL: ", voorstel van het college",
    Publicatie.Status.VASTGESTELD: ", vastgesteld door de raad",
}


@dataclass(frozen=True)
class Citaat:
    """A figure of a line, ready to copy; `over` is the page that tells more about it."""

    jaar: int
    zin: str
    over: str
    over_naam: str


def citeer_vermelding(vermelding: Vermelding, gemeente: str, adres: str) -> Citaat:
    bewoording, indicator = vermelding.bewoording, vermelding.bewoording.definitie.indicator
    soort, over = "realisatie", ","
    if vermelding.is_verwachting:
        soort, over = f"verwachting in {vermelding.editie}", " voor"
    elif vermelding.is_prognose:
        soort, over = f"prognose van de gemeente op {date(vermelding.gemeten_op, 'j F Y')}", " voor"
    if vermelding.soort == Vermelding.Soort.BEGROTING:
        soort = f"begroting van {vermelding.editie} ({bewoording.soort_begroting})"
        if vermelding.is_overgenomen:
            soort = f"begroting ({bewoording.soort_begroting}), {vermelding.volgens}"
        if vermelding.editie.soort != Publicatie.Soort.PROGRAMMABEGROTING:
            soort = f"doel volgens {vermelding.editie}"
    zin = f"{indicator.naam}, {soort}{over} {jaar_in_woorden(vermelding)}: {_waarde(vermelding)}."
    if bewoording.publicatie.soort == Publicatie.Soort.OPGAVE:
        bron = _bron_opgave(vermelding, gemeente, adres)
    else:
        waar = f"{bewoording.onder.genoemd}, " if bewoording.onder else ""
        kop = f"{waar}“{bewoording.naam}”"
        bron = _bron(bewoording.publicatie, vermelding.passage, kop, gemeente, adres)
    return Citaat(vermelding.jaar, f"{zin} {bron}", indicator.get_absolute_url(), indicator.naam)


def citeer_referentie(cijfer: Referentiecijfer, gemeente: str, adres: str) -> Citaat:
    """Whose figure it is comes before what it is: it is not of the gemeente of this site, unless it says so."""
    waarde = cijfer.gedrukt if cijfer.waarde is not None else LEEG[cijfer.leeg]
    zin = f"{cijfer.gemeente}: {cijfer.reeks}, {cijfer.jaar}: {waarde}."
    waar = f"{cijfer.publicatie} van de gemeente {gemeente}, {plaats_in_woorden(cijfer.passage)}"
    indicator = cijfer.definitie.indicator if cijfer.definitie else None
    over = (indicator or cijfer.publicatie).get_absolute_url()
    over_naam = indicator.naam if indicator else cijfer.publicatie.naam
    return Citaat(cijfer.jaar, f"{zin} Bron: {cijfer.herkomst}; overgenomen in {waar}. {adres}", over, over_naam)


def _waarde(vermelding: Vermelding) -> str:
    """With its unit where the number does not show it, and whether it is provisional; else how it is empty."""
    eenheid = vermelding.eenheid_erbij
    if vermelding.waarde is None:
        gedrukt = vermelding.gedrukt or vermelding.leeg == Vermelding.Leeg.LEEG
        return LEEG[vermelding.leeg] if gedrukt else leeg_in_woorden(vermelding)
    erbij = [*([eenheid] if eenheid else []), *(["voorlopig"] if vermelding.voorlopig else [])]
    return f"{vermelding.gedrukt} ({', '.join(erbij)})" if erbij else vermelding.gedrukt


def citeer_bedrag(bedrag: Bedrag, gemeente: str, adres: str) -> Citaat:
    post = bedrag.benaming.post
    doelstelling = post.doelstelling
    kop = f"{TABELLEN[post.tabel]}, “{bedrag.benaming}”"
    publicatie = bedrag.benaming.publicatie
    over, over_naam = ("/geld/", "Geld") if post.programma else (publicatie.get_absolute_url(), publicatie.naam)
    return Citaat(
        bedrag.jaar,
        f"{bedrag_in_zin(bedrag)} {_bron(publicatie, bedrag.passage, kop, gemeente, adres)}",
        doelstelling.get_absolute_url() if doelstelling else over,
        str(doelstelling) if doelstelling else over_naam,
    )


def bedrag_in_zin(bedrag: Bedrag) -> str:
    """What it is, of which year and stand, and how much: "1.5 …, netto kosten 2026 (primitieve begroting): € 1 …."."""
    return f"{_rij(bedrag)}{_kolom(bedrag)}: {_euro(bedrag)}."


def _rij(bedrag: Bedrag) -> str:
    """Its row; that of an overview is only known by its words, its code and the heading that it stands under."""
    post, benaming = bedrag.benaming.post, bedrag.benaming
    if post.tabel == Geldtabel.OVERZICHT:
        return f"{benaming}, onder “{benaming.onder}”" if benaming.onder else str(benaming)
    if post.tabel == Geldtabel.MAATREGELEN:
        return f"Maatregel {benaming.naam}"
    if post.doelstelling:
        return f"{post.doelstelling.code} {benaming.naam}"
    return f"Programma {post.programma.code}: {benaming.naam}" if post.programma else benaming.naam


def _kolom(bedrag: Bedrag) -> str:
    """Its side, year and stand; what more or less there is, is no amount of lasten, baten or saldo itself."""
    van_wat = "het saldo" if bedrag.kant == Geldkant.SALDO else f"de {bedrag.kant}"
    if bedrag.stand == Geldstand.VERSCHIL:
        return f", verschil van {van_wat} {bedrag.jaar}"
    if bedrag.stand == Geldstand.WIJZIGING:
        return f", verandering van {van_wat} {bedrag.jaar} (wijziging)"
    al_gezegd = bedrag.kant != Geldkant.SALDO and bedrag.benaming.naam.casefold() == bedrag.kant
    is_los = bedrag.benaming.post.tabel == Geldtabel.OVERZICHT and bedrag.benaming.onder
    kant = "" if al_gezegd and not is_los else f", {_kant(bedrag)}"
    return f"{kant} {bedrag.jaar} ({bedrag.stand})"


def _kant(bedrag: Bedrag) -> str:
    """Without a minus sign the words must say which way an amount goes."""
    if bedrag.bedrag is None or bedrag.kant not in (Geldkant.SALDO, Geldkant.MUTATIES):
        return bedrag.kant
    soort = bedrag.benaming.post.tabel if bedrag.kant == Geldkant.SALDO else bedrag.kant
    return RICHTING.get(soort, ("netto kosten", "netto opbrengst"))[bedrag.bedrag > 0]


def _euro(bedrag: Bedrag) -> str:
    if bedrag.bedrag is None:
        return LEEG[bedrag.leeg]
    gedrukt = f"gedrukt als {bedrag.als_gedrukt}, {_schaal(bedrag.schaal)}"
    return f"{schrijf_euro(bedrag.bedrag)}{_welke_kant_op(bedrag)} ({gedrukt})"


def _welke_kant_op(bedrag: Bedrag) -> str:
    """The same for a difference and a change, which go either way on each side."""
    if not bedrag.bedrag:
        return ""
    if bedrag.stand == Geldstand.VERSCHIL:
        return f" {'voordelig' if bedrag.bedrag > 0 else 'nadelig'}"
    return f" {VERANDERING[bedrag.kant][bedrag.bedrag > 0]}" if bedrag.stand == Geldstand.WIJZIGING else ""


def _schaal(schaal: int) -> str:
    return IN_EUROS if schaal == 1 else f"x {schrijf_euro(Decimal(schaal))}"


def _bron_opgave(vermelding: Vermelding, gemeente: str, adres: str) -> str:
    publicatie = vermelding.bewoording.publicatie
    if vermelding.is_overgenomen:
        return f"Bron: {publicatie.titel} door de gemeente {gemeente}, {publicatie.aangeboden_op:%d-%m-%Y}. {adres}"
    gemeten = f"gemeten door {vermelding.bron}, " if vermelding.bron else ""
    return f"Bron: {publicatie} van de gemeente {gemeente}, {gemeten}{publicatie.aangeboden_op:%d-%m-%Y}. {adres}"


def _bron(publicatie: Publicatie, passage: Passage, kop: str, gemeente: str, adres: str) -> str:
    status = STATUS.get(publicatie.status, "")
    waar = f"{kop}, {plaats_in_woorden(passage)}"
    return f"Bron: {publicatie.titel} ({publicatie}) van de gemeente {gemeente}{status}, {waar}. {adres}"
