"""The lines of a document: numbered from 1, with their markup set aside and their cells told apart.

Every format is read into these lines (formaat.py); the grammar knows no other form. In a text file a line is a line
of the file; elsewhere it is a line as it stands on the page, with a tab between the cells of a row.
"""

import re
from dataclasses import dataclass

SAMENGEVAT = "[samengevat]"
_OPSOMMING = re.compile(r"^\s*(?:[-*•\uf0b7]\s+|\uf0b7)")
_TAGS = re.compile(r"</?[ib]>")
_KOP = re.compile(r"^\s*#+\s")
_VET = re.compile(r"^\*{1,2}[^*]+\*{1,2}$")


class Onleesbaar(ValueError):
    """The file is no text that can be read; the message says why and what to do."""


@dataclass(frozen=True)
class Vak:
    """Where something stands on its page: its sides, as a part of the page's width and height from the top left."""

    links: float
    boven: float
    rechts: float
    onder: float


@dataclass(frozen=True)
class Regel:
    """One line: its 1-based number, as printed, and its text without markup; in a paged file its place too.

    `vakken` has a place for each cell (None for a blank one), or one for a line without cells.
    """

    nummer: int
    gedrukt: str
    tekst: str
    kop: bool
    opsomming: bool
    samengevat: bool
    pagina: int | None = None
    vakken: tuple[Vak | None, ...] = ()

    @property
    def plat(self) -> str:
        """The text with every run of white space (tabs too) as one space."""
        return " ".join(self.tekst.split())

    @property
    def cellen(self) -> tuple[str, ...] | None:
        """The cells of a line with tabs (or a markdown row with pipes), blank ones too; None for other lines."""
        kaal = _zonder_tags(self.gedrukt)
        if "\t" in kaal:
            return tuple(cel.strip() for cel in kaal.split("\t"))
        if kaal.strip().startswith("|") and kaal.strip().endswith("|"):
            return tuple(cel.strip() for cel in kaal.strip()[1:-1].split("|"))
        return None

    @property
    def leeg(self) -> bool:
        return not self.tekst


def lees_tekstregels(inhoud: bytes) -> list[Regel]:
    """Split the bytes of a text or markdown file into lines; raises Onleesbaar with a sentence in Dutch."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise Onleesbaar(
            f"Regel {regel} is geen UTF-8. Bewaar het bestand opnieuw als tekst met codering UTF-8."
        ) from fout
    # Only "\n" ends a line: form feeds and the like would shift every line number after them.
    regels = tekst.removesuffix("\n").split("\n")
    return [maak_regel(nummer, gedrukt.rstrip("\r")) for nummer, gedrukt in enumerate(regels, 1)]


def maak_regel(
    nummer: int,
    gedrukt: str,
    *,
    kop: bool = False,
    pagina: int | None = None,
    vakken: tuple[Vak | None, ...] = (),
) -> Regel:
    """A line from how it is printed; `kop` where the format itself says that it is a heading."""
    kop = kop or bool(_KOP.match(gedrukt)) or bool(_VET.match(gedrukt.strip()))
    opsomming = not kop and bool(_OPSOMMING.match(gedrukt))
    tekst = _OPSOMMING.sub("", gedrukt) if opsomming else _KOP.sub("", gedrukt)
    samengevat = SAMENGEVAT in tekst
    tekst = _zonder_tags(tekst.replace(SAMENGEVAT, "").replace("**", "")).strip(" \u00a0\f\r")
    if kop or _VET.match(tekst):
        tekst = tekst.strip("*").strip()
    return Regel(nummer, gedrukt, tekst.strip(), kop, opsomming, samengevat, pagina, vakken)


def _zonder_tags(gedrukt: str) -> str:
    return _TAGS.sub("", gedrukt)
