"""Which kind of document this is: told by its title, else by what only one kind prints."""

import re
from collections.abc import Sequence
from itertools import islice

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Publicatiesoort
from ingest.lezer.stukken.referentiebestand import vind_kop

_TITELREGELS = 15
_TITEL = re.compile(
    r"(?:voor u ligt de |gemeente \S+?[:,]? |(?:concept|ontwerp|geamendeerde|vastgestelde|primitieve|financiële) ?)?(?:"
    r"(?P<programmabegroting>programmabegroting|(?:beleids|meerjaren(?:programma)?)?begroting(?= 20\d\d|$))"
    r"|(?P<jaarstukken>jaarstukken|jaarrekening|jaarverslag|jaarverantwoording|programma(?:rekening|verantwoording))"
    r"|(?P<rapportage>(?:(?:1|2|eerste|tweede)(?:e|ste|de)? )?"
    r"(?:(?:tussentijdse )?\w*rapportage|tussenbericht|najaarsnota|[bt]urap))"
    r"|(?P<kadernota>kadernota|kaderbrief|perspectiefnota|voorjaarsnota))\b",
    re.IGNORECASE,
)
# In this order: jaarstukken and a begroting have a chapter with tables alike, but a begroting knows no difference.
_KENMERKEN = (
    (Publicatiesoort.JAARSTUKKEN, re.compile(r"(?:.* )?(?:Rekening|Realisatie) \d{4} (?:.* )?Verschil\b")),
    (Publicatiesoort.RAPPORTAGE, re.compile(r"Doel Realisatie")),
    (
        Publicatiesoort.PROGRAMMABEGROTING,
        re.compile(
            r"Indicatoren, trendgrafieken|Speerpunten in \d{4}|Begroting PB \d{4}|Prestatie-indicatoren\b"
            r"|Financieel samengevat"
        ),
    ),
    (Publicatiesoort.KADERNOTA, re.compile(r"Maatregel\w* .*\b\d{4} \d{4}")),
)


def herken_soort(regels: Sequence[Regel]) -> tuple[Publicatiesoort | None, int | None]:
    """The kind, and the line that tells it; None and None where nothing tells it."""
    if kop := vind_kop(regels):
        return Publicatiesoort.REFERENTIE, kop.regel
    zonder_tabellen = (regel for regel in regels if not regel.leeg and regel.cellen is None)
    for regel in islice(zonder_tabellen, _TITELREGELS):
        if titel := _TITEL.match(regel.plat):
            return Publicatiesoort(str(titel.lastgroup)), regel.nummer
    for soort, kenmerk in _KENMERKEN:
        for regel in regels:
            if kenmerk.match(regel.plat):
                return soort, regel.nummer
    return None, None
