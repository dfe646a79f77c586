"""What kind of file this is, by what is in it and never by its name; kinds that cannot be read are refused by name."""

import codecs
import re
from dataclasses import dataclass
from enum import StrEnum
from zipfile import ZipFile

from ingest.lezer.bestanden import opendocument
from ingest.lezer.bestanden.worddocument import HOOFDDEEL
from ingest.lezer.bestanden.zipbestand import open_zip
from ingest.lezer.regels import Onleesbaar

GROOTST = 50 * 1024 * 1024
"""The largest file that is read, in bytes."""

_ZIP = b"PK\x03\x04"
# A tag of a web page, behind a BOM, comments and declarations; those are taken whole: a page of comments must not be
# tried in every possible way.
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s|<!--.*?-->|<\?.*?>)*+"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|table|main|article|section|div|h[1-6]|p|ul|ol)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ADVIES = "Lever de begroting aan als PDF, Word-bestand (.docx), OpenDocument-tekst (.odt), webpagina of tekst."
_VREEMD = (
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"II*\0", "een afbeelding"),
    (b"MM\0*", "een afbeelding"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
    (b"From: <Saved by", "een webarchief (.mht)"),
    (b"MIME-Version:", "een webarchief (.mht)"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_IN_ZIP = (
    (re.compile(r"xl/.*"), "een Excel-bestand"),
    (re.compile(r"ppt/.*"), "een PowerPoint-bestand"),
    (re.compile(r"content\.xml"), "een OpenDocument-bestand dat geen tekst is (zoals .ods)"),
)


class Formaat(StrEnum):
    """The formats that can be read; markdown is text."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    HTML = "html"
    TEKST = "tekst"


@dataclass(frozen=True)
class Bestand:
    """A file, recognised; `delen` is the directory of a zip that was opened for that."""

    inhoud: bytes
    formaat: Formaat
    delen: ZipFile | None = None


def herken_bestand(inhoud: bytes) -> Bestand:
    """What a file is; raises Onleesbaar, with a sentence in Dutch, for what cannot be read."""
    if len(inhoud) > GROOTST:
        raise Onleesbaar("Dit bestand is groter dan 50 MB. Lever alleen het deel met de programma's aan.")
    if not inhoud.strip():
        raise Onleesbaar("Het bestand is leeg. Kies het bestand met de tekst van de begroting.")
    if b"%PDF" in inhoud[:1024]:
        return Bestand(inhoud, Formaat.PDF)
    if inhoud.startswith(_ZIP):
        delen = open_zip(inhoud)
        return Bestand(inhoud, _formaat_van_zip(delen.namelist(), inhoud), delen)
    _weiger_vreemd(inhoud)
    return Bestand(inhoud, Formaat.HTML if _HTML.match(inhoud) else Formaat.TEKST)


def _formaat_van_zip(namen: list[str], inhoud: bytes) -> Formaat:
    if any(map(HOOFDDEEL.fullmatch, namen)):
        return Formaat.DOCX
    if opendocument.HOOFDDEEL in namen and opendocument.MIME in inhoud[:200]:
        return Formaat.ODT
    wat = next((wat for deel, wat in _IN_ZIP if any(map(deel.fullmatch, namen))), "een ingepakt bestand (zip)")
    raise Onleesbaar(f"Dit is {wat}. {_ADVIES}")


def _weiger_vreemd(inhoud: bytes) -> None:
    """Raise Onleesbaar, with what it is and what to do, for a file that is no text."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Onleesbaar("Dit bestand is bewaard als UTF-16. Bewaar het opnieuw met codering UTF-8.")
    if inhoud.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in inhoud:
            raise Onleesbaar(
                "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan."
            )
        raise Onleesbaar("Dit is een oud Office-bestand (zoals .doc). Open het in Word en bewaar het als .docx of PDF.")
    for merk, wat in _VREEMD:
        if inhoud.startswith(merk):
            raise Onleesbaar(f"Dit is {wat}. {_ADVIES}")
    if b"\0" in inhoud:
        raise Onleesbaar(f"Dit is geen tekstbestand. {_ADVIES}")
