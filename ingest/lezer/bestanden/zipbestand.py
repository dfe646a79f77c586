"""Reading a part of a zip file without trusting what the zip file says of itself."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

from ingest.lezer.regels import Onleesbaar

MEESTE_DELEN = 10_000
GROOTST_UITGEPAKT = 500 * 1024 * 1024
GROOTSTE_DEEL = 50 * 1024 * 1024
MEESTE_TAGS = 2_000_000
_HOOGSTE_VERHOUDING = 200
_HEEFT_VERHOUDING = 10 * 1024 * 1024
_MERK_VAN_DEEL = b"PK\x01\x02"
_TOEGESTAAN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_BOM = (
    "Dit bestand wordt bij het uitpakken onredelijk groot en is daarom niet gelezen. "
    "Open het in Word en bewaar het opnieuw."
)
_STUK = "Dit bestand is beschadigd. Open het in Word, bewaar het opnieuw en lever het nog eens aan."
_SLOT = "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf en lever het opnieuw aan."


def open_zip(inhoud: bytes) -> zipfile.ZipFile:
    """The directory of a zip file, nothing unpacked; raises Onleesbaar when it is damaged or a bomb."""
    # Counted in the bytes: zipfile itself would first make an object of each of a million parts.
    if inhoud.count(_MERK_VAN_DEEL) > MEESTE_DELEN:
        raise Onleesbaar(_BOM)
    try:
        bestand = zipfile.ZipFile(BytesIO(inhoud))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fout:
        raise Onleesbaar(_STUK) from fout
    uitgepakt = sum(deel.file_size for deel in bestand.infolist())
    verhouding = uitgepakt / len(inhoud)
    if uitgepakt > GROOTST_UITGEPAKT or (uitgepakt > _HEEFT_VERHOUDING and verhouding > _HOOGSTE_VERHOUDING):
        raise Onleesbaar(_BOM)
    if len(set(bestand.namelist())) != len(bestand.namelist()):
        raise Onleesbaar(_STUK)
    return bestand


def lees_deel(bestand: zipfile.ZipFile, naam: str) -> bytes:
    """The bytes of one part, unpacked up to a limit whatever the directory says; raises Onleesbaar."""
    deel = bestand.getinfo(naam)
    if deel.flag_bits & 0x1:
        raise Onleesbaar(_SLOT)
    if deel.compress_type not in _TOEGESTAAN:
        raise Onleesbaar(_STUK)
    try:
        with bestand.open(deel) as stroom:
            inhoud = stroom.read(GROOTSTE_DEEL + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as fout:
        raise Onleesbaar(_STUK) from fout
    if len(inhoud) > GROOTSTE_DEEL:
        raise Onleesbaar(_BOM)
    return inhoud


def lees_xml(bestand: zipfile.ZipFile, naam: str, wat: str, opnieuw: str) -> etree._Element:
    """One part as a tree, of what is called `wat`; `opnieuw` says how to make it anew. Raises Onleesbaar.

    No entity is ever replaced or fetched; no word processor writes a DTD, so one is refused.
    """
    inhoud = lees_deel(bestand, naam)
    if inhoud.count(b"<") > MEESTE_TAGS:
        raise Onleesbaar(f"Dit {wat} is te groot om te lezen. Lever alleen het deel met de programma's aan.")
    ontleder = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        boom = etree.fromstring(inhoud, ontleder)
    except etree.XMLSyntaxError as fout:
        raise Onleesbaar(f"Dit {wat} is beschadigd (in {naam}). {opnieuw}") from fout
    if boom.getroottree().docinfo.internalDTD is not None:
        raise Onleesbaar(
            f"Dit {wat} bevat opdrachten die niet in een {wat} horen, en is daarom niet gelezen. {opnieuw}"
        )
    return boom
