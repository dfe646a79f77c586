"""The figures of a workbook of their own, by how it is laid out: of which name and year, and what stands beside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.lezer.soorten import Leegsoort
from ingest.lezer.taal.getallen import GeenGetal, lees_cel
from ingest.models import Opgave
from ingest.werkblad.eigen.herkennen import Indeling, Kolomsoort, koppen, onder_de_kop
from ingest.werkblad.eigen.periodes import lees_periode
from ingest.werkblad.rijen import BladCel, Bladrij
from ingest.werkblad.werkboek import Werkboek

_DAG = re.compile(r"\b\d{1,2}-\d{1,2}-\d{4}\b")
_BIJ_HET_LAATSTE = (Kolomsoort.TOELICHTING, Kolomsoort.GEMETEN_OP, Kolomsoort.VOORLOPIG)
"""What a row says once is about its last year; who measured it is the same in each."""
_SAMENGEVOEGD = "Dit cijfer staat in een cel over meer rijen. Wij weten niet bij welke rij het hoort. Kijk het na."


@dataclass(frozen=True)
class Boekcijfer:
    """One figure of a workbook: where it stands, what its owner calls it, and the fields of our form that it fills."""

    plek: str
    naam: str
    jaar: int
    periode: str
    velden: dict[str, str]
    klachten: tuple[str, ...] = ()
    opmerkingen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Boekinhoud:
    """All figures below the header, and a sentence for each row and cell that is none."""

    cijfers: list[Boekcijfer]
    niet_gelezen: list[str]

    @property
    def namen(self) -> list[str]:
        """Each once, in the order of the sheet."""
        return list(dict.fromkeys(cijfer.naam for cijfer in self.cijfers))


@dataclass(frozen=True)
class _Cel:
    """A figure in its column: of which year and part of it."""

    plaats: int
    jaar: int
    periode: str
    cel: BladCel


def lees_cijfers(werkboek: Werkboek, indeling: Indeling, jaar: int) -> Boekinhoud:
    """What stands below the header; `jaar` is that of a figure without a year in its row or column."""
    blad = werkboek.bladen[indeling.blad].uitgevuld()
    gelezen, naam, vorig_jaar = Boekinhoud([], []), "", jaar
    kop = koppen(werkboek.bladen[indeling.blad], indeling.kop)
    for rij in onder_de_kop(blad, indeling.kop):
        eigen, periode = (_tekst(rij, indeling, soort) for soort in (Kolomsoort.NAAM, Kolomsoort.PERIODE))
        if eigen and eigen != naam:
            vorig_jaar = jaar
        naam = eigen or (naam if periode else "")
        waar = f"{werkboek.plek} {rij.nummer}"
        gevonden = lees_periode(periode)
        if gevonden is None:
            zin = f"“{periode}” is geen jaar, half jaar of kwartaal. Er staat: {_wat_er_staat(rij)}"
            gelezen.niet_gelezen.append(f"{waar.capitalize()}: {zin}")
            continue
        vorig_jaar = gevonden[0] or vorig_jaar
        cellen = list(_cijfercellen(rij, indeling, vorig_jaar, gevonden[1]))
        if not naam or not cellen:
            gelezen.niet_gelezen.append(f"{waar.capitalize()}: {_wat_er_staat(rij)}")
            continue
        for cel in cellen:
            _neem_op(gelezen, rij, waar, naam, cel, cellen, indeling, kop)
    return gelezen


def _neem_op(
    gelezen: Boekinhoud,
    rij: Bladrij,
    waar: str,
    naam: str,
    cel: _Cel,
    cellen: list[_Cel],
    indeling: Indeling,
    kop: list[str],
) -> None:
    velden = _velden(rij, indeling, cel, is_laatste=cel.jaar == max(andere.jaar for andere in cellen))
    leeg = _leeg(cel.cel.tekst)
    if leeg is Leegsoort.NNB:
        velden["geen"] = Opgave.Geen.NNB.value
    elif leeg:
        gelezen.niet_gelezen.append(f"{waar.capitalize()}, {naam}, {cel.jaar}: “{cel.cel.tekst}” is geen cijfer.")
        return
    else:
        velden["ingetypt"] = cel.cel.tekst
    dag = _DAG.search(kop[cel.plaats])
    if dag and not velden.get("gemeten_op"):
        velden["gemeten_op"] = dag[0]
    klachten = (*filter(None, [cel.cel.klacht]), *([_SAMENGEVOEGD] if cel.cel.over_rijen else []))
    if cel.cel.is_datum:
        klachten += ("Excel maakte van dit cijfer een datum. Typ het cijfer opnieuw.",)
    opmerkingen = (*rij.opmerkingen, *filter(None, [cel.cel.opmerking]))
    plek = f"{waar}, kolom “{kop[cel.plaats] or cel.plaats + 1}”"
    gelezen.cijfers.append(Boekcijfer(plek, naam, cel.jaar, cel.periode, velden, klachten, opmerkingen))


def _cijfercellen(rij: Bladrij, indeling: Indeling, jaar: int, deel: str) -> Iterator[_Cel]:
    """The filled cells of the columns of figures."""
    for plaats in indeling.plaatsen(Kolomsoort.CIJFER):
        kolom = indeling.kolommen[plaats]
        if plaats < len(rij.cellen) and rij.cellen[plaats].tekst:
            yield _Cel(plaats, kolom.jaar or jaar, kolom.periode or deel, rij.cellen[plaats])


def _velden(rij: Bladrij, indeling: Indeling, cijfer: _Cel, *, is_laatste: bool) -> dict[str, str]:
    """What the other columns say of this figure."""
    velden: dict[str, str] = {}
    for kolom, cel in zip(indeling.kolommen, rij.cellen, strict=False):
        van_dit_jaar = kolom.jaar == cijfer.jaar or (
            kolom.jaar is None and (is_laatste or kolom.soort not in _BIJ_HET_LAATSTE)
        )
        if kolom.soort in (Kolomsoort.BRON, *_BIJ_HET_LAATSTE) and cel.tekst and van_dit_jaar:
            velden[kolom.soort.value] = cel.tekst
    return velden


def _tekst(rij: Bladrij, indeling: Indeling, soort: Kolomsoort) -> str:
    plaatsen = [plaats for plaats in indeling.plaatsen(soort) if plaats < len(rij.cellen)]
    return " ".join(filter(None, (" ".join(rij.cellen[plaats].tekst.split()) for plaats in plaatsen)))


def _leeg(tekst: str) -> Leegsoort | None:
    try:
        cel = lees_cel(tekst)
    except GeenGetal:
        return None
    return cel.leeg if cel.waarde is None else None


def _wat_er_staat(rij: Bladrij) -> str:
    return " · ".join(dict.fromkeys(cel.tekst for cel in rij.cellen if cel.tekst))[:200]
