"""The headings that indicators stand under, where a document numbers none: they become its programma and its doel."""

import re
import unicodedata
from collections.abc import Sequence

from ingest.lezer.concept import Doelstelling, Programma
from ingest.lezer.regels import Regel
from ingest.lezer.roosters.omgeving import schalen_in
from ingest.lezer.roosters.rooster import Rooster, Roosterrij

OVER_INDICATOREN = re.compile(r"\bindicator\w*|\w+indicator\w*|kengetal\w*|taakveld", re.IGNORECASE)
_GENUMMERD = re.compile(r"Programma (?P<code>\d+)[.:]? (?:- )?(?P<naam>.*[^\W\d].*)", re.IGNORECASE)
_VAN_HET_STUK = re.compile(r"gemeente\b.*|.*\b(?:19|20)\d\d\b.*", re.IGNORECASE)
_EEN_NAAM = re.compile(r".*[^\W\d]{3}.*[^.:;,?]")
_LANGSTE = 120
_LANGSTE_CODE = 60
_VER = 15


class Koppen:
    """Of one document. A name is as printed, with its word and its number ("Ambitie 2: Iedereen doet mee"); its code
    is made of that name, for addresses. All of it is a proposal: a person decides in the review.
    """

    def __init__(self, regels: Sequence[Regel]) -> None:
        self._regels = regels
        self._codes: dict[tuple[str, str], str] = {}
        self._gevonden: dict[tuple[int, int], str] = {}
        self.programmas: dict[str, Programma] = {}
        self.doelstellingen: dict[str, Doelstelling] = {}

    def onder(self, rooster: Rooster, tussenkop: Roosterrij | None) -> str:
        """The code of the doel that rows belong to: the heading among them, else the nearest above their table."""
        waar = (rooster.van, tussenkop.regel.nummer if tussenkop else 0)
        if waar not in self._gevonden:
            self._gevonden[waar] = self._zoek(rooster, tussenkop)
        return self._gevonden[waar]

    def _zoek(self, rooster: Rooster, tussenkop: Roosterrij | None) -> str:
        # a next table with the same header goes on with the one before: then other headings stand between them
        erboven = _van_dichtbij(self._regels, tussenkop.regel.nummer if tussenkop else rooster.van)
        boven = [regel for regel in erboven if not OVER_INDICATOREN.search(regel.plat)]
        if tussenkop is not None:
            doel, rest = tussenkop.regel, [regel for regel in boven if regel.kop] or erboven
        elif boven or erboven:
            doel, *rest = boven or erboven
        else:
            return ""
        erbuiten = [kop for kop in rest if not self._staat_ernaast(kop, doel)]
        gekozen = next((kop for kop in erbuiten if _GENUMMERD.fullmatch(kop.plat)), [*erbuiten, doel][0])
        programma = self._programma(gekozen)
        naam = tussenkop.label if tussenkop is not None else doel.plat
        code = f"{programma.code}.{self._code(programma.code, naam)}"
        ander = any(d.naam == naam and d.code != code for d in self.doelstellingen.values())
        gedrukt = f"{naam} ({programma.naam})" if ander else naam  # two of one name cannot be told apart later
        self.doelstellingen.setdefault(code, Doelstelling(code, gedrukt, doel.nummer))
        return code

    def _staat_ernaast(self, kop: Regel, doel: Regel) -> bool:
        """Whether a heading is a doel itself: with the same word before it, or with indicators of its own."""
        zelfde_woord = kop.plat.split()[0] == doel.plat.split()[0]
        return zelfde_woord or any(ander.regel == kop.nummer for ander in self.doelstellingen.values())

    def _programma(self, kop: Regel) -> Programma:
        genummerd = _GENUMMERD.fullmatch(kop.plat)
        naam = genummerd["naam"] if genummerd else kop.plat
        code = genummerd["code"] if genummerd else self._code("", naam)
        return self.programmas.setdefault(code, Programma(code, naam, kop.nummer))

    def _code(self, binnen: str, naam: str) -> str:
        """The same for the same name, another for another one."""
        kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().casefold()
        kort = "-".join(re.findall(r"[a-z0-9]+", kaal))[:_LANGSTE_CODE].strip("-") or "naamloos"
        eerder = [code for (waar, ander), code in self._codes.items() if waar == binnen and ander != naam]
        vrij = next(code for code in (kort, *(f"{kort}-{nummer}" for nummer in range(2, 99))) if code not in eerder)
        return self._codes.setdefault((binnen, naam), vrij)


def is_een_kop(regel: Regel) -> bool:
    """Whether a line can be the name of a programma or a doel: a name, and no unit or bullet."""
    return regel.cellen is None and not regel.opsomming and is_een_naam(regel.plat) and not schalen_in([regel.plat])


def is_een_naam(tekst: str) -> bool:
    """Also of a heading among the rows of a table: what is longer is a note to those above it."""
    return len(tekst) <= _LANGSTE and bool(_EEN_NAAM.fullmatch(tekst))


def namen_rond(regels: Sequence[Regel], nummer: int) -> list[str]:
    """What a person can choose instead of the heading on this line: those printed around it."""
    dichtbij = regels[max(0, nummer - 1 - _VER) : nummer + _VER]
    return list(dict.fromkeys(regel.plat for regel in dichtbij if is_een_kop(regel)))


def _van_dichtbij(regels: Sequence[Regel], van: int) -> list[Regel]:
    """What may be a heading above a line, nearest first: those that the format calls so, else short lines."""
    kort = [regel for regel in reversed(regels[: van - 1]) if is_een_kop(regel) and not _van_het_stuk(regel)]
    over_anders = [regel for regel in kort if regel.kop and not OVER_INDICATOREN.search(regel.plat)]
    if over_anders or not kort:
        return [regel for regel in kort if regel.kop]
    return kort[:_VER]


def _van_het_stuk(regel: Regel) -> bool:
    return bool(_VAN_HET_STUK.fullmatch(regel.plat))
