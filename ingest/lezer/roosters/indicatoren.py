"""A table with a row for each indicator: its name, who measured, and a column for each year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.lezer.concept import Cijfer, Leesresultaat, Tekst
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.kolommen import Kolom, Onduidelijk, Wat, weiger_dubbele
from ingest.lezer.roosters.koppen import OVER_INDICATOREN, Koppen, is_een_naam
from ingest.lezer.roosters.omgeving import Omgeving
from ingest.lezer.roosters.rooster import Rooster, Roosterrij
from ingest.lezer.roosters.waarden import heeft_losse_waarden
from ingest.lezer.soorten import Cijfersoort, Publicatiesoort, Tekstsoort
from ingest.lezer.taal.getallen import GeenGetal, Getalcel, lees_cel
from ingest.lezer.tabellen.rijen import BeschadigdeRij

_NUMMER = re.compile(r"\d{1,3}[.)]?")
_BRON, _UITLEG = re.compile(r"\bbron\b", re.IGNORECASE), re.compile(r"definitie|omschrijving|eenheid", re.IGNORECASE)
_IN_PROCENTEN = re.compile(r"(?:%|percentage\b|procent\b).*|.*\bals (?:%|percentage) .*|.*\((?:in )?%\)", re.IGNORECASE)
_SOORTEN = {
    Wat.REALISATIE: Cijfersoort.REALISATIE,
    Wat.REKENING: Cijfersoort.REALISATIE,
    Wat.DOEL: Cijfersoort.BEGROTING,
    Wat.BEGROTING: Cijfersoort.BEGROTING,
    Wat.VERWACHTING: Cijfersoort.PROGNOSE,
}
_VROEGST, _VERST = 6, 10


def is_indicatortabel(kolommen: Sequence[Kolom], om: Omgeving) -> bool:
    """Whether its columns are results and goals of what it calls indicators; money has a unit or a side."""
    van_indicatoren = any(kolom.wat in (Wat.REALISATIE, Wat.DOEL) for kolom in kolommen)
    geld = om.schalen or any(kolom.kant for kolom in kolommen)
    return van_indicatoren and not geld and any(OVER_INDICATOREN.search(tekst) for tekst in (om.titel, *om.teksten))


def lees_indicatoren(
    rooster: Rooster, kolommen: Sequence[Kolom], namen: Sequence[int], stuk: Stukjaar, editie: str, koppen: Koppen
) -> Leesresultaat:
    """The figures of each row as printed; raises Onduidelijk where the table as a whole cannot be told.

    An expectation for a year is neither a result nor a goal, and is kept as what it is. In a begroting the rows belong
    to the heading that they stand under; what another document prints is of an indicator that is known.
    """
    weiger_dubbele(kolommen)
    jaar = stuk.jaar
    soorten = {kolom.plek: _soort(kolom, stuk.soort, jaar) for kolom in kolommen}
    naam, bron, uitleg = _plekken(rooster, namen)
    tussenkop = vorige = None
    gelezen = Leesresultaat(gebruikt=rooster.koplijnen)
    for rij in rooster.rijen:
        if rij.is_kaal and not heeft_losse_waarden(rij.label):
            gelezen.gebruikt.add(rij.regel.nummer)
            if _is_tussenkop(rij, vorige):
                tussenkop, vorige = _tussenkop(rij, vorige), rij
            continue
        try:
            label = _label(rij, naam, rooster.breedte)
            cellen = {kolom.plek: _cel(rij.cel(kolom.plek)) for kolom in kolommen}
        except BeschadigdeRij as fout:
            gelezen.beschadigd([rij.regel], fout, rij.cel(naam) or rij.label)
            continue
        gelezen.gebruikt.add(rij.regel.nummer)
        vorige = rij
        doel = koppen.onder(rooster, tussenkop) if stuk.soort is Publicatiesoort.PROGRAMMABEGROTING else ""
        uitgelegd = rij.cel(uitleg) if uitleg is not None else ""
        if uitgelegd:
            plaats = (rij.regel.nummer, rij.regel.nummer)
            gelezen.teksten.append(
                Tekst(
                    Tekstsoort.DEFINITIE, "", uitgelegd, *plaats, samengevat=False, doelstelling=doel, indicator=label
                )
            )
        for kolom in kolommen:
            cel = cellen[kolom.plek]
            gelezen.cijfers.append(
                Cijfer(
                    doelstelling=doel,
                    naam=label,
                    bron=rij.cel(bron) if bron is not None else "",
                    soort=soorten[kolom.plek],
                    editie=editie,
                    jaar=kolom.jaar or jaar,
                    waarde=cel.waarde,
                    leeg=cel.leeg,
                    procent=cel.procent or bool(_IN_PROCENTEN.fullmatch(uitgelegd)),
                    gedrukt=cel.gedrukt,
                    regel=rij.regel.nummer,
                )
            )
    return gelezen


def _is_tussenkop(rij: Roosterrij, vorige: Roosterrij | None) -> bool:
    """Not a note, nor, of the lines between two tables, the title of a table or what stands below a heading."""
    if not is_een_naam(rij.label) or rij.regel.cellen is not None:
        return is_een_naam(rij.label)
    onder_een_kop = vorige is not None and vorige.is_kaal and vorige.regel.kop and not rij.regel.kop
    return not onder_een_kop and not OVER_INDICATOREN.search(rij.label)


def _tussenkop(rij: Roosterrij, vorige: Roosterrij | None) -> Roosterrij:
    """A heading among the rows; right below another one it has the name of both, for it may come again elsewhere."""
    if vorige is None or not vorige.is_kaal or rij.regel.cellen is None or vorige.regel.cellen is None:
        return rij
    return replace(rij, cellen=(f"{vorige.label}, {rij.label}", *rij.cellen[1:]))


def _soort(kolom: Kolom, soort: Publicatiesoort, jaar: int) -> Cijfersoort:
    """What a figure in this column is. Raises Onduidelijk."""
    if kolom.jaar is None or kolom.wat not in _SOORTEN:
        raise Onduidelijk(f"wat er in de kolom “{kolom.kop}” staat, is niet te zien")
    laatste = jaar if soort is not Publicatiesoort.PROGRAMMABEGROTING else jaar - 1
    van = _SOORTEN[kolom.wat]
    jaren = (jaar - _VROEGST, laatste) if van is Cijfersoort.REALISATIE else (jaar - 1, jaar + _VERST)
    if not jaren[0] <= kolom.jaar <= jaren[1]:
        raise Onduidelijk(f"“{kolom.kop}” hoort niet in een stuk over {jaar}")
    return van


def _plekken(rooster: Rooster, namen: Sequence[int]) -> tuple[int, int | None, int | None]:
    """Where the name of the indicator stands, behind its number, where who measured, and where what is measured."""
    koppen = {plek: " ".join(rij.cel(plek) for rij in rooster.kop) for plek in namen}
    bron = next((plek for plek, kop in koppen.items() if _BRON.search(kop)), None)
    for plek in namen:
        cellen = [rij.cel(plek) for rij in rooster.rijen if not rij.is_kaal]
        gevuld = [cel for cel in cellen if cel]
        if plek != bron and gevuld and not all(map(_NUMMER.fullmatch, gevuld)):
            anders = (ander for ander, kop in koppen.items() if ander != plek and _UITLEG.search(kop))
            return plek, bron, next(anders, None)
    raise Onduidelijk("in welke kolom de namen van de indicatoren staan, is niet te zien")


def _label(rij: Roosterrij, naam: int, breedte: int) -> str:
    if len(rij.cellen) != breedte:
        raise BeschadigdeRij(f"er staan {len(rij.cellen)} cellen, de kop van de tabel heeft {breedte} kolommen")
    if rij.is_kaal:
        raise BeschadigdeRij("de getallen staan niet elk in een eigen cel")
    if not rij.cel(naam):
        raise BeschadigdeRij("er staat geen naam voor")
    return rij.cel(naam)


def _cel(tekst: str) -> Getalcel:
    try:
        return lees_cel(tekst)
    except GeenGetal:
        raise BeschadigdeRij(f"“{tekst}” is geen getal") from None
