"""The amounts of a table whose header says what its columns are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.lezer.concept import Leesresultaat
from ingest.lezer.roosters.geldkolommen import Stukjaar, geldkolom, met_jaren
from ingest.lezer.roosters.kolommen import Kolom, Onduidelijk, Wat, weiger_dubbele
from ingest.lezer.roosters.omgeving import PROGRAMMAKOP, Omgeving, schalen_in
from ingest.lezer.roosters.onderrijen import Leesrij, groepen, heeft_onderrijen, lees_onderrijen
from ingest.lezer.roosters.onderscheid import LANGSTE_KOP
from ingest.lezer.roosters.rijnamen import gaat_door, kant_van_rij, lees_naam
from ingest.lezer.roosters.rooster import Rooster, Roosterrij
from ingest.lezer.roosters.tekens import geef_tekens
from ingest.lezer.roosters.verschillen import over_onbekende, vind_verschillen
from ingest.lezer.roosters.waarden import heeft_losse_waarden, is_waarde, lees_waarde
from ingest.lezer.roosters.zijrijen import namen_van_zijrijen
from ingest.lezer.soorten import Kant, Tabelsoort
from ingest.lezer.taal.getallen import GeenGetal, Getalcel
from ingest.lezer.tabellen.kolommen import Geldkolom, Rijkop, maak_bedrag
from ingest.lezer.tabellen.rijen import BeschadigdeRij

_CODE = re.compile(r"(?P<code>\d+(?:\.\d+)*\.?|[IVX]+\)|\d{3}\.\d{2}(?:\.\d{3})?)(?: (?P<naam>.*\S))?")
_DOEL = re.compile(r".*\((?P<code>\d+\.\d+)\)")
_JAAR = re.compile(r"20\d\d")
_GEEN_GELD = re.compile(
    r"(?:aantal|percentage|formatie|boekwaarde|stand (?:per|op|begin|eind\w*)|(?:begin|eind)(?:stand|saldo))\b.*"
    r"|.*\b(?:fte|in %|per (?:inwoner|huishouden|aansluiting|m2|uur))\b.*|.*\(%\)",
    re.IGNORECASE,
)
_ANDER_GELD = re.compile(r"\b(?:investering|krediet|reserve|voorziening|balans)", re.IGNORECASE)
_TE_GROOT = 20_000_000
_TWEE_EENHEDEN = "er staan verschillende eenheden bij"


def lees_geld(
    rooster: Rooster, kolommen: Sequence[Kolom], namen: Sequence[int], om: Omgeving, stuk: Stukjaar
) -> Leesresultaat:
    """Each row with its amounts as printed; raises Onduidelijk where the table as a whole cannot be told."""
    alle = met_jaren(kolommen, stuk)
    verschillen = vind_verschillen(rooster, alle)
    kolommen = [*(k for k in alle if k.wat is not Wat.VERSCHIL), *(verschil.kolom for verschil in verschillen)]
    weiger_dubbele(kolommen)
    geld = {kolom.plek: geldkolom(kolom, kolommen, stuk, mutaties=om.mutaties) for kolom in kolommen}
    if any(_JAAR.fullmatch(rij.label) for rij in rooster.rijen):
        raise Onduidelijk("de jaren staan in de rijen, en niet boven de kolommen")
    bedoeld = [(geld[kolom.plek], kolom.kant) for kolom in kolommen]
    if len(set(bedoeld)) < len(bedoeld):  # "Begroting 2031" and "2031"
        raise Onduidelijk("twee kolommen zeggen hetzelfde")
    gelezen = _lees_rijen(rooster, kolommen, namen, om, geld)
    gelezen.bedragen, over_tekens = geef_tekens(gelezen.bedragen, om, rooster, verschillen, geld)
    gelezen.bevindingen += [*over_tekens, *over_onbekende(rooster, alle, verschillen)]
    return gelezen


def _lees_rijen(
    rooster: Rooster, kolommen: Sequence[Kolom], namen: Sequence[int], om: Omgeving, geld: Mapping[int, Geldkolom]
) -> Leesresultaat:
    schaal = _schaal(rooster, kolommen, om)
    gelezen = Leesresultaat(gebruikt=rooster.koplijnen)
    boven, onder, vorige, groepskant, kop_weg = _boven(om), "", "", None, False
    zijrijen = namen_van_zijrijen(rooster.rijen, list(geld)) if len(namen) == 1 else {}
    alle = list(groepen(rooster.rijen))
    for groep, volgende in zip(alle, (*(groep[0] for groep in alle[1:]), None), strict=True):
        rij = groep[0]
        if rij.is_kaal and schalen_in([rij.label]) - {schaal}:
            raise Onduidelijk(_TWEE_EENHEDEN)
        is_kop = rij.is_kaal and len(groep) == 1 and not heeft_losse_waarden(rij.label)
        if is_kop and not gaat_door(rij, namen) and not gaat_door(volgende, namen):
            onder, kop_weg = rij.label.lstrip("-–• "), False
            boven = onder if PROGRAMMAKOP.fullmatch(onder) else boven
            groepskant = _groepskant(onder, groepskant)
            gelezen.gebruikt.add(rij.regel.nummer)
            continue
        try:
            if kop_weg:
                raise BeschadigdeRij("in een rij erboven kan een kop staan waar deze rij onder hoort")
            if zijrijen.get(rij.regel.nummer) == "":
                raise BeschadigdeRij("niet te zien is van wie deze lasten of baten zijn")
            rijen = _lees_groep(groep, volgende, vorige, namen, rooster.breedte, list(geld))
        except BeschadigdeRij as fout:
            gelezen.beschadigd([rij.regel for rij in groep], fout, rij.label)
            vorige = ""
            kop_weg = kop_weg or any(_kan_kop_bevatten(rij, rooster.breedte, boven or onder) for rij in groep)
            continue
        vorige = rijen[0][0].naam if len(groep) == len(rijen) == 1 else ""
        gelezen.gebruikt |= {rij.regel.nummer for rij in groep}
        if groepskant and rijen[0][0].kant is Kant.SALDO:  # a saldo is of no side
            boven, onder, groepskant = _boven(om), "", None
        for een, cellen in rijen:
            waar = _samen(boven, zijrijen.get(een.rij.regel.nummer, onder))
            for kolom in kolommen:
                kop = _rijkop(een.naam, waar, kolom.kant or een.kant or groepskant or om.kant or Kant.SALDO)
                bedrag = maak_bedrag(kop, geld[kolom.plek], cellen[kolom.plek], schaal, een.rij.regel.nummer)
                gelezen.bedragen.append(replace(bedrag, onder=waar))
    return gelezen


def _boven(om: Omgeving) -> str:
    """The heading of the programma above the table, with its own title where it is of other money."""
    return _samen(om.programma, om.titel if om.programma and _ANDER_GELD.search(om.titel) else "")


def _samen(*koppen: str) -> str:
    return ": ".join(dict.fromkeys(filter(None, koppen)))[:LANGSTE_KOP]


def _lees_groep(
    groep: Sequence[Roosterrij],
    volgende: Roosterrij | None,
    vorige: str,
    namen: Sequence[int],
    breedte: int,
    plekken: Sequence[int],
) -> list[tuple[Leesrij, dict[int, Getalcel]]]:
    """A row, or one with rows of its own, each with its amounts; raises BeschadigdeRij for all of them together."""
    if len(groep) == 1 and not heeft_onderrijen(groep[0]):
        rijen = [Leesrij(*lees_naam(groep[0], namen, vorige, volgende, breedte), groep[0])]
    else:
        rijen = lees_onderrijen(groep, plekken, breedte)
    if any(_GEEN_GELD.fullmatch(rij.naam) for rij in rijen):
        raise BeschadigdeRij("dit lijkt geen bedrag in de eenheid van de tabel")
    return [(rij, {plek: _lees_cel(rij.rij.cel(plek)) for plek in plekken}) for rij in rijen]


def _schaal(rooster: Rooster, kolommen: Sequence[Kolom], om: Omgeving) -> int:
    """The unit that is named; without one, whole euros where each amount has a €, or one is too large for thousands."""
    if len(om.schalen) == 1:
        return next(iter(om.schalen))
    cellen = [rij.cel(kolom.plek) for rij in rooster.rijen for kolom in kolommen if not rij.is_kaal]
    getallen = [cel for cel in cellen if any(teken.isdigit() for teken in cel)]
    if not om.schalen and getallen and (all("€" in cel for cel in getallen) or any(map(_te_groot, getallen))):
        return 1
    raise Onduidelijk(_TWEE_EENHEDEN if om.schalen else "er staat geen eenheid bij, zoals “Bedragen x € 1.000”")


def _kan_kop_bevatten(rij: Roosterrij, breedte: int, onder: str) -> bool:
    """Whether a row of another width may have swallowed the heading below it, as a PDF without borders prints it."""
    woorden = any(cel and not is_waarde(cel) for cel in rij.cellen[1:])
    return len(rij.cellen) != breedte and (woorden or bool(onder))


def _te_groot(cel: str) -> bool:
    """Whether no gemeente could have this amount in thousands of euros."""
    waarde = lees_waarde(cel).waarde if is_waarde(cel) else None
    return waarde is not None and abs(waarde) >= _TE_GROOT


def _groepskant(label: str, tot_nu: Kant | None) -> Kant | None:
    """A heading among the rows may be the side of all below it, also below the next one; but not of reserves."""
    kant = kant_van_rij(label.rstrip(":"))
    return kant or (None if "reserve" in label.casefold() else tot_nu)


def _lees_cel(tekst: str) -> Getalcel:
    """An amount; a percentage is none, and three decimals are thousands with another sign."""
    geen_bedrag = BeschadigdeRij(f"“{tekst}” is geen bedrag")
    try:
        cel = lees_waarde(tekst)
    except GeenGetal:
        raise geen_bedrag from None
    if cel.procent or re.search(r",\d{3}$", tekst):
        raise geen_bedrag
    return cel


def _rijkop(label: str, onder: str, kant: Kant) -> Rijkop:
    gevonden = _CODE.fullmatch(label)
    code, naam = (gevonden["code"], gevonden["naam"] or label) if gevonden else ("", label)
    doel = _DOEL.fullmatch(onder) or _DOEL.fullmatch(label)
    return Rijkop(Tabelsoort.OVERZICHT, naam, kant, code.rstrip("."), doel["code"] if doel else "")
