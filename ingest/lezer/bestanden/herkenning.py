"""What kind of file this is, by its first bytes and by what is in it; other kinds are refused by name."""

import codecs
import re

from ingest.lezer.bestanden.worddocument import HOOFDDEEL
from ingest.lezer.bestanden.zipbestand import open_zip
from ingest.lezer.regels import Onleesbaar

_ZIP = b"PK\x03\x04"
# Comments and white space are taken whole: a page of comments must not be tried in every possible way.
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s|<!--.*?-->|<\?.*?>)*+"
    rb"<(?:!doctype\s+html|(?:html|head|body|meta|title|table|main|article|section|div|h[1-6]|p|ul|ol)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ADVIES = "Lever de begroting aan als PDF, Word-bestand (.docx), webpagina of tekst."
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
    (re.compile(r"content\.xml"), "een OpenDocument-bestand (zoals .odt)"),
)


def is_word(inhoud: bytes) -> bool:
    """Whether this is a zip with the text of a Word document in it; raises Onleesbaar for a damaged zip."""
    return inhoud.startswith(_ZIP) and any(HOOFDDEEL.fullmatch(naam) for naam in open_zip(inhoud).namelist())


def is_html(inhoud: bytes) -> bool:
    """Whether the file begins with a tag of a web page, behind a BOM, comments and declarations."""
    return _HTML.match(inhoud) is not None


def weiger_vreemd(inhoud: bytes) -> None:
    """Raise Onleesbaar, with what it is and what to do, for a file that is no text."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Onleesbaar("Dit bestand is bewaard als UTF-16. Bewaar het opnieuw met codering UTF-8.")
    if inhoud.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in inhoud:
            raise Onleesbaar(
                "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan."
            )
        raise Onleesbaar("Dit is een oud Office-bestand (zoals .doc). Open het in Word en bewaar het als .docx of PDF.")
    if inhoud.startswith(_ZIP):
        namen = open_zip(inhoud).namelist()
        wat = next((wat for deel, wat in _IN_ZIP if any(map(deel.fullmatch, namen))), "een ingepakt bestand (zip)")
        raise Onleesbaar(f"Dit is {wat}. {_ADVIES}")
    for merk, wat in _VREEMD:
        if inhoud.startswith(merk):
            raise Onleesbaar(f"Dit is {wat}. {_ADVIES}")
    if b"\0" in inhoud:
        raise Onleesbaar(f"Dit is geen tekstbestand. {_ADVIES}")
