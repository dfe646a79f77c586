"""The lines of a file: numbered as in the file, with their markup set aside and their cells told apart."""

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
class Regel:
    """One line: its 1-based number, as printed, and its text without markup."""

    nummer: int
    gedrukt: str
    tekst: str
    kop: bool
    opsomming: bool
    samengevat: bool

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


def lees_regels(inhoud: bytes) -> list[Regel]:
    """Split the bytes of a text or markdown file into lines; raises Onleesbaar with a sentence in Dutch."""
    if not inhoud.strip():
        raise Onleesbaar("Het bestand is leeg. Kies het bestand met de tekst van de begroting.")
    if b"\0" in inhoud or inhoud.startswith((b"%PDF", b"PK\x03\x04")):
        raise Onleesbaar("Dit is geen tekstbestand. Bewaar de tekst van de begroting als .txt of .md (UTF-8).")
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        raise Onleesbaar(
            f"Regel {regel} is geen UTF-8. Bewaar het bestand opnieuw als tekst met codering UTF-8."
        ) from fout
    # Only "\n" ends a line: form feeds and the like would shift every line number after them.
    regels = tekst.removesuffix("\n").split("\n")
    return [_maak(nummer, gedrukt.rstrip("\r")) for nummer, gedrukt in enumerate(regels, 1)]


def _zonder_tags(gedrukt: str) -> str:
    return _TAGS.sub("", gedrukt)


def _maak(nummer: int, gedrukt: str) -> Regel:
    kop = bool(_KOP.match(gedrukt)) or bool(_VET.match(gedrukt.strip()))
    opsomming = not kop and bool(_OPSOMMING.match(gedrukt))
    tekst = _OPSOMMING.sub("", gedrukt) if opsomming else _KOP.sub("", gedrukt)
    samengevat = SAMENGEVAT in tekst
    tekst = _zonder_tags(tekst.replace(SAMENGEVAT, "").replace("**", "")).strip(" \u00a0\f\r")
    if kop or _VET.match(tekst):
        tekst = tekst.strip("*").strip()
    return Regel(nummer, gedrukt, tekst.strip(), kop, opsomming, samengevat)
