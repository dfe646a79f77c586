"""A toelichting against the table of its own indicator: another number, or the same where the table changes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ingest.lezer.concept import Suggestie
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Voorstelsoort
from ingest.lezer.voorstellen.referenties import van_anderen
from ingest.lezer.voorstellen.volzinnen import Volzin
from ingest.lezer.voorstellen.zonder_uitleg import verandering

_GELIJK_AAN = re.compile(r"\bgelijk aan\b", re.IGNORECASE)
_GELIJK = re.compile(
    r"\bgelijk aan\b|\b(?:blij(?:ft|ven)|houden|gehouden|gesteld)\b[^.;]*\b(?:gelijk|stabiel|constant|hetzelfde)\b"
    r"|\b(?:gelijk|stabiel|constant|hetzelfde)\b[^.;]*\b(?:blij(?:ft|ven)|gehouden|gesteld)\b",
    re.IGNORECASE,
)
# Beyond this a number counts something else than the table does.
_ORDE = 3
_JAREN = 10
_MERKBAAR = Decimal("0.05")
_LENGTE = 40


def tegenspraken(zinnen: Iterable[Volzin], cijfers: Sequence[GedruktCijfer]) -> Iterator[Leesvoorstel]:
    """Propose sentences of a toelichting that give another number than the table, or say that it stays the same."""
    for zin in zinnen:
        eigen = [cijfer for cijfer in cijfers if zin.indicator and cijfer.indicator == zin.indicator]
        if not eigen or zin.stuk is None or zin.stuk.soort is not Tekstsoort.TOELICHTING:
            continue
        if not van_anderen(zin.tekst) and (anders := [g for g in zin.getallen if _staat_er_niet(g, zin, eigen)]):
            yield _ander_getal(zin, anders, eigen)
        elif _GELIJK.search(zin.tekst) and (sprong := verandering(eigen)) and sprong[2] > _speling(zin.tekst):
            waarom = f"De tekst zegt gelijk, de tabel gaat van {sprong[0].gedrukt} naar {sprong[1].gedrukt}."
            yield Leesvoorstel(Voorstelsoort.TABEL_TEGEN_TEKST, zin.van, zin.tot, waarom, indicator=zin.indicator)


def _speling(tekst: str) -> Decimal:
    """How much a table may change while a text says that it stays the same: "gelijk aan" is exact."""
    return Decimal(0) if _GELIJK_AAN.search(tekst) else _MERKBAAR


def _jaar(getal: Suggestie, zin: Volzin, eigen: Sequence[GedruktCijfer]) -> int | None:
    """The year that a number is about; 2000 people are no year."""
    jaar = int(getal.periode[:4] if getal.periode[:4].isdigit() else zin.enige_jaar or 0)
    return jaar if any(abs(jaar - cijfer.jaar) <= _JAREN for cijfer in eigen) else None


def _staat_er_niet(getal: Suggestie, zin: Volzin, eigen: Sequence[GedruktCijfer]) -> bool:
    """Whether the table lacks a number that may count the same: for its year, or where none is said for all years."""
    procent = any("%" in cijfer.gedrukt for cijfer in eigen)
    if procent != ("%" in zin.tekst[zin.tekst.find(getal.gedrukt) :]) or (getal.procent and not procent):
        return False
    waarden = [abs(cijfer.waarde) for cijfer in eigen]
    if not min(waarden) / _ORDE <= getal.waarde <= max(waarden) * _ORDE:
        return False
    jaar = _jaar(getal, zin, eigen)
    cijfers = [cijfer for cijfer in eigen if jaar in (None, cijfer.jaar)]
    return not any(_gelijk(getal.waarde, cijfer.waarde) for cijfer in cijfers)


def _gelijk(in_tekst: Decimal, in_tabel: Decimal) -> bool:
    """A text may round what the table prints."""
    return in_tabel.quantize(in_tekst) == in_tekst


def _ander_getal(zin: Volzin, anders: Sequence[Suggestie], eigen: Sequence[GedruktCijfer]) -> Leesvoorstel:
    jaar = _jaar(anders[0], zin, eigen)
    in_tabel = [cijfer for cijfer in eigen if cijfer.jaar == jaar]
    soort = Voorstelsoort.TABEL_TEGEN_TEKST
    waarom = "Dit getal staat niet in de tabel van deze indicator."
    if in_tabel:
        waarom = f"De tabel noemt voor {jaar} {in_tabel[0].gedrukt}."
    elif jaar:
        soort = Voorstelsoort.EIGEN_CIJFER
        waarom = f"Het jaar {jaar} staat niet in de tabel van deze indicator."
    return Leesvoorstel(
        soort,
        zin.van,
        zin.tot,
        waarom,
        indicator=zin.indicator,
        gedrukt=_gedrukt(zin.tekst, anders),
        wanneer=str(jaar or ""),
    )


def _gedrukt(tekst: str, getallen: Sequence[Suggestie]) -> str:
    """As printed from the first number to the last, where that is short; else the first."""
    eerste, laatste = getallen[0].gedrukt, getallen[-1].gedrukt
    begin = tekst.find(eerste)
    samen = tekst[begin : tekst.find(laatste, begin) + len(laatste)]
    return samen if len(samen) <= _LENGTE else eerste
