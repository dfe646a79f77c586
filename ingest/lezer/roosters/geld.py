"""The amounts of a table whose header says what its columns are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.lezer.concept import Bevinding, Ernst, Leesresultaat
from ingest.lezer.roosters.kolommen import Kolom, Onduidelijk, Wat, kant_van, weiger_dubbele
from ingest.lezer.roosters.omgeving import Omgeving, schalen_in
from ingest.lezer.roosters.rooster import Rooster, Roosterrij
from ingest.lezer.roosters.waarden import heeft_losse_waarden, lees_waarde
from ingest.lezer.soorten import Bedragsoort, Bedragstand, Bevindingsoort, Kant, Publicatiesoort, Tabelsoort
from ingest.lezer.taal.getallen import GeenGetal, Getalcel
from ingest.lezer.tabellen.kolommen import Geldkolom, Rijkop, maak_bedrag
from ingest.lezer.tabellen.rijen import BeschadigdeRij

_CODE = re.compile(r"(?P<code>\d+(?:\.\d+)*\.?|[IVX]+\)|\d{3}\.\d{2}(?:\.\d{3})?)(?: (?P<naam>.*\S))?")
_DOEL = re.compile(r".*\((?P<code>\d+\.\d+)\)")
_SALDO = re.compile(r"(?:totaal |gerealiseerd |geraamd )*(?:saldo|resultaat)\b.*|totaal saldo\b.*", re.IGNORECASE)
_KANTRIJEN = {
    "lasten": Kant.LASTEN,
    "baten": Kant.BATEN,
    "saldo": Kant.SALDO,
}
# A row that is a side; a name with such a word in it ("Reclame-inkomsten") is none.
_KANTRIJ = re.compile(
    r"(?:(?:totaal|totale|incidentele|structurele) )*(?P<kant>lasten|baten|uitgaven|inkomsten)(?: programma.*)?",
    re.IGNORECASE,
)
_RESERVES = (
    (re.compile(r"(?:totaal )?toevoeging\w*(?: aan)?(?: de)?(?: reserves?)?", re.IGNORECASE), Kant.TOEVOEGINGEN),
    (re.compile(r"(?:totaal )?onttrekking\w*(?: aan| uit)?(?: de)?(?: reserves?)?", re.IGNORECASE), Kant.ONTTREKKINGEN),
    (re.compile(r"mutaties reserves?", re.IGNORECASE), Kant.MUTATIES),
)
_STANDEN = {
    Wat.NA_WIJZIGING: Bedragstand.NA_WIJZIGING,
    Wat.PRIMITIEF: Bedragstand.PRIMITIEF,
    Wat.WIJZIGING: Bedragstand.WIJZIGING,
}
_TWEE_EENHEDEN = "er staan verschillende eenheden bij"
_VERST = 10
_VROEGST = 4
# A name that goes on from the line above, or has rows of its own below it, is no whole name.
_HALVE_NAAM = re.compile(
    r"(?:[-–•] ?)?[^\W\dA-Z_].*|[-–•].*|.*[:,/-]|.*\b(?:en|of|van|de|het|per|voor|in|op|aan|met)", re.DOTALL
)


@dataclass(frozen=True)
class Stukjaar:
    """The document that a table stands in: its kind, and the year that it counts for."""

    soort: Publicatiesoort
    jaar: int


def lees_geld(
    rooster: Rooster, kolommen: Sequence[Kolom], namen: Sequence[int], om: Omgeving, stuk: Stukjaar
) -> Leesresultaat:
    """Each row with its amounts as printed; raises Onduidelijk where the table as a whole cannot be told."""
    kolommen = [_met_jaar(kolom, kolommen, stuk) for kolom in kolommen]
    weiger_dubbele(kolommen)
    geldkolommen = {kolom.plek: _geldkolom(kolom, stuk) for kolom in kolommen if kolom.wat is not Wat.VERSCHIL}
    bedoeld = [(geldkolommen[kolom.plek], kolom.kant) for kolom in kolommen if kolom.plek in geldkolommen]
    if len(set(bedoeld)) < len(bedoeld):  # "Begroting 2031" and "2031"
        raise Onduidelijk("twee kolommen zeggen hetzelfde")
    schaal = _schaal(rooster, kolommen, om)
    gelezen = Leesresultaat(gebruikt={rij.regel.nummer for rij in rooster.kop})
    onder, vorige = om.programma, ""
    for rij, volgende in zip(rooster.rijen, (*rooster.rijen[1:], None), strict=True):
        if rij.is_kaal and schalen_in([rij.label]) - {schaal}:
            raise Onduidelijk(_TWEE_EENHEDEN)
        if rij.is_kaal and not heeft_losse_waarden(rij.label) and not _gaat_door(volgende):
            onder = rij.label
            gelezen.gebruikt.add(rij.regel.nummer)
            continue
        try:
            label, kant = _lees_label(rij, namen, vorige, volgende, rooster.breedte)
            cellen = {plek: _lees_cel(rij.cel(plek)) for plek in (*geldkolommen, *_rest(kolommen))}
        except BeschadigdeRij as fout:
            gelezen.beschadigd([rij.regel], fout, rij.label)
            vorige = ""
            continue
        vorige = label
        gelezen.gebruikt.add(rij.regel.nummer)
        for kolom in kolommen:
            if kolom.plek in geldkolommen:
                kop = _rijkop(label, onder, kolom.kant or kant or om.kant or Kant.SALDO)
                bedrag = maak_bedrag(kop, geldkolommen[kolom.plek], cellen[kolom.plek], schaal, rij.regel.nummer)
                gelezen.bedragen.append(replace(bedrag, onder=onder))
    gelezen.bevindingen += _over_verschillen(rooster, kolommen)
    return gelezen


def _over_verschillen(rooster: Rooster, kolommen: Sequence[Kolom]) -> Iterator[Bevinding]:
    """A printed difference is no amount of its own; whoever looks for it learns where it went."""
    for kolom in kolommen:
        if kolom.wat is Wat.VERSCHIL:
            tekst = f"De kolom “{kolom.kop}” is een verschil van andere kolommen, en is niet apart bewaard."
            yield Bevinding(Ernst.OPMERKING, Bevindingsoort.TOTAAL, rooster.van, tekst, rooster.tot)


def _rest(kolommen: Sequence[Kolom]) -> list[int]:
    return [kolom.plek for kolom in kolommen if kolom.wat is Wat.VERSCHIL]


def _met_jaar(kolom: Kolom, kolommen: Sequence[Kolom], stuk: Stukjaar) -> Kolom:
    """Where no column has a year, jaarstukken are about their own."""
    geen_jaar = not any(kolom.jaar for kolom in kolommen) and stuk.soort is Publicatiesoort.JAARSTUKKEN
    if geen_jaar and kolom.wat is not Wat.ONGENOEMD:
        return replace(kolom, jaar=stuk.jaar)
    if kolom.jaar is None and kolom.wat is not Wat.VERSCHIL:
        raise Onduidelijk(f"van welk jaar de kolom “{kolom.kop}” is, staat er niet bij")
    return kolom


def _geldkolom(kolom: Kolom, stuk: Stukjaar) -> Geldkolom:
    """What an amount in this column is, in a document of this kind; raises Onduidelijk."""
    jaar = kolom.jaar or stuk.jaar
    past_niet = Onduidelijk(f"“{kolom.kop}” hoort niet in een stuk over {stuk.jaar}")
    if not stuk.jaar - _VROEGST <= jaar <= stuk.jaar + _VERST:
        raise past_niet
    is_jaarstuk = stuk.soort is Publicatiesoort.JAARSTUKKEN
    if kolom.wat in (Wat.REKENING, Wat.REALISATIE):
        if jaar > stuk.jaar - (not is_jaarstuk):
            raise past_niet
        return Geldkolom(Bedragsoort.REKENING, Bedragstand.REKENING, jaar)
    if kolom.wat in (Wat.DOEL, Wat.VERWACHTING):
        raise Onduidelijk(f"“{kolom.kop}” is geen kolom van bedragen")
    if kolom.wat in _STANDEN:
        return Geldkolom(Bedragsoort.BEGROTING, _STANDEN[kolom.wat], jaar)
    if stuk.soort is Publicatiesoort.KADERNOTA:
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.WIJZIGING, jaar)
    if stuk.soort is not Publicatiesoort.PROGRAMMABEGROTING:
        if kolom.wat is Wat.ONGENOEMD or (is_jaarstuk and jaar > stuk.jaar):
            raise past_niet
        return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.ONGENOEMD, jaar)
    if jaar < stuk.jaar - 1:
        raise past_niet
    stand = Bedragstand.PRIMITIEF if jaar == stuk.jaar else Bedragstand.MEERJARENRAMING
    return Geldkolom(Bedragsoort.BEGROTING, Bedragstand.LOPEND_JAAR if jaar < stuk.jaar else stand, jaar)


def _schaal(rooster: Rooster, kolommen: Sequence[Kolom], om: Omgeving) -> int:
    """The unit that is named; without one, whole euros where each amount has a € and is too large for thousands."""
    if len(om.schalen) == 1:
        return next(iter(om.schalen))
    cellen = [rij.cel(kolom.plek) for rij in rooster.rijen for kolom in kolommen if not rij.is_kaal]
    getallen = [cel for cel in cellen if any(teken.isdigit() for teken in cel)]
    if not om.schalen and getallen and all("€" in cel for cel in getallen):
        return 1
    raise Onduidelijk(_TWEE_EENHEDEN if om.schalen else "er staat geen eenheid bij, zoals “Bedragen x € 1.000”")


def _gaat_door(volgende: Roosterrij | None) -> bool:
    """Whether the next row begins in the middle of a name: then the line above it was the beginning of that."""
    if volgende is None or volgende.is_kaal or volgende.label.casefold() in _KANTRIJEN:
        return False
    return _HALF_BEGIN.match(volgende.label) is not None


_HALF_BEGIN = re.compile(r"[^\W\dA-Z_]|[-–•]|\d{1,4}$")


def _lees_label(
    rij: Roosterrij, namen: Sequence[int], vorige: str, volgende: Roosterrij | None, breedte: int
) -> tuple[str, Kant | None]:
    """The name of a row and its side, where its words say one; raises BeschadigdeRij."""
    if len(rij.cellen) != breedte:
        raise BeschadigdeRij(f"er staan {len(rij.cellen)} cellen, de kop van de tabel heeft {breedte} kolommen")
    if rij.is_kaal and heeft_losse_waarden(rij.label):
        raise BeschadigdeRij("de getallen staan niet elk in een eigen cel")
    delen = [rij.cel(plek) for plek in namen]
    kant = _KANTRIJEN.get(delen[-1].casefold()) if len(delen) > 1 else None
    if kant is not None:
        delen = delen[:-1]
    label = " ".join(filter(None, delen)) or (vorige if kant is not None else "")
    if not label:
        raise BeschadigdeRij("er staat geen naam voor")
    is_half = _HALVE_NAAM.fullmatch(label) and label.casefold() not in _KANTRIJEN
    if is_half or (volgende is not None and (_gaat_door(volgende) or (len(namen) == 1 and not volgende.label))):
        raise BeschadigdeRij("de naam staat op meer regels, en niet te zien is welke bedragen erbij horen")
    return label, kant if kant is not None else _kant_van_rij(label)


def _kant_van_rij(label: str) -> Kant | None:
    if _SALDO.fullmatch(label):
        return Kant.SALDO
    for patroon, kant in _RESERVES:
        if patroon.fullmatch(label):
            return kant
    gevonden = _KANTRIJ.fullmatch(label)
    return kant_van(gevonden["kant"]) if gevonden else None


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
