"""Files that cannot be read, by mistake or by intent: each is refused with a sentence, and soon."""

import random
import socket
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.lezer.bestanden.formaat import lees_regels
from ingest.lezer.document import lees_document
from ingest.lezer.regels import Onleesbaar
from tests.gereedschap.documenten.maak_docx import docx_van, uit_xml, zip_van

NAAMRUIMTE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_van(deel: bytes, hoe: int = zipfile.ZIP_DEFLATED) -> bytes:
    return zip_van({"word/document.xml": deel}, hoe)


BOM = b'<!DOCTYPE d [<!ENTITY a "haha">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + nummer, b"&%c;" % (97 + nummer) * 10) for nummer in range(10)
)
MIB = 1024 * 1024


def woord(inhoud: bytes, ervoor: bytes = b"") -> bytes:
    return ervoor + f"<w:document {NAAMRUIMTE}><w:body>".encode() + inhoud + b"</w:body></w:document>"


def vervalst() -> bytes:
    """A zip whose directory says that its part is small."""
    deel = woord(b" " * (60 * MIB))
    return word_van(deel).replace(len(deel).to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def op_slot() -> bytes:
    """A zip whose part is said to be encrypted."""
    inhoud = bytearray(word_van(woord(b"")))
    inhoud[6] |= 1
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    return bytes(inhoud)


def beschadigd() -> bytes:
    inhoud = bytearray(docx_van("PB 2023"))
    midden = inhoud.index(b"word/document.xml") + 500
    inhoud[midden : midden + 50] = bytes(50)
    return bytes(inhoud)


def dubbel() -> bytes:
    """A zip with two parts of one name, of which a reader may take either."""
    return zip_van({"word/document.xml": b"", "word/documenX.xml": b""}).replace(b"documenX", b"document")


WEIGERINGEN = [
    pytest.param(lambda: zip_van({"xl/workbook.xml": b"x"}), "Dit is een Excel-bestand. Lever", id="xlsx"),
    pytest.param(lambda: zip_van({"ppt/presentation.xml": b"x"}), "Dit is een PowerPoint-bestand. Lever", id="pptx"),
    pytest.param(lambda: zip_van({"content.xml": b"x"}), "Dit is een OpenDocument-bestand", id="odt"),
    pytest.param(lambda: zip_van({"a.txt": b"x"}), "Dit is een ingepakt bestand (zip). Lever", id="zip"),
    pytest.param(lambda: b"\xd0\xcf\x11\xe0\xa1\xb1" + bytes(500), "Dit is een oud Office-bestand", id="doc"),
    pytest.param(
        lambda: b"\xd0\xcf\x11\xe0" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        "beveiligd met een wachtwoord. Haal",
        id="wachtwoord",
    ),
    pytest.param(lambda: b"\x89PNG\r\n" + bytes(50), "Dit is een afbeelding. Lever", id="png"),
    pytest.param(lambda: b"\xff\xd8\xff\xe0" + bytes(50), "Dit is een afbeelding. Lever", id="jpg"),
    pytest.param(lambda: b"{\\rtf1 a}", "Dit is een RTF-bestand. Lever", id="rtf"),
    pytest.param(lambda: b"\x1f\x8b\x08" + bytes(50), "Dit is een ingepakt bestand. Lever", id="gzip"),
    pytest.param(lambda: b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "Dit is een webarchief (.mht)", id="mht"),
    pytest.param(lambda: b"<html>\0</html>", "Dit is geen tekstbestand. Lever", id="nul"),
    pytest.param(lambda: docx_van("PB 2023")[:20_000], "Dit bestand is beschadigd. Open", id="afgebroken"),
    pytest.param(beschadigd, "Dit bestand is beschadigd. Open", id="beschadigd"),
    pytest.param(dubbel, "Dit bestand is beschadigd. Open", id="deel-staat-er-twee-keer"),
    pytest.param(lambda: word_van(woord(b""), zipfile.ZIP_LZMA), "Dit bestand is beschadigd. Open", id="lzma"),
    pytest.param(op_slot, "beveiligd met een wachtwoord. Haal", id="deel-op-slot"),
    pytest.param(lambda: word_van(b"<w:document"), "beschadigd (in word/document.xml). Open", id="geen-xml"),
    pytest.param(lambda: word_van(b"<document/>"), "In dit Word-bestand staat geen tekst. Open", id="zonder-body"),
    pytest.param(
        lambda: uit_xml('<w:altChunk r:id="x" xmlns:r="urn:r"/>'), "een ander bestand ingevoegd", id="ingevoegd-bestand"
    ),
    pytest.param(lambda: word_van(woord(b" " * (11 * MIB))), "onredelijk groot", id="verhouding"),
    pytest.param(
        lambda: zip_van({"word/document.xml": woord(b" " * (51 * MIB)), "word/foto": random.Random(1).randbytes(MIB)}),
        "onredelijk groot",
        id="groot-deel",
    ),
    pytest.param(vervalst, "Dit bestand is beschadigd. Open", id="vervalste-omvang"),
    pytest.param(
        lambda: zip_van({f"word/{nummer}": b"" for nummer in range(10_000)} | {"word/document.xml": woord(b"")}),
        "onredelijk groot",
        id="veel-delen",
    ),
    pytest.param(
        lambda: word_van(woord(b"<w:p/>" * 2_000_001), zipfile.ZIP_STORED), "te groot om te lezen", id="veel-alineas"
    ),
    pytest.param(lambda: word_van(woord(b"<w:sdt>" * 10_000)), "beschadigd (in word/document.xml)", id="diep"),
    pytest.param(lambda: word_van(woord(b"&k;", BOM)), "beschadigd (in word/document.xml)", id="entiteitenbom"),
    pytest.param(
        lambda: word_van(woord(b'<w:p x="&k;"/>', BOM)), "beschadigd (in word/document.xml)", id="entiteitenbom-kenmerk"
    ),
    pytest.param(
        lambda: word_van(woord(b"<w:p/>", b'<!DOCTYPE d [<!ENTITY x "12">]>')), "niet in een Word-bestand", id="dtd"
    ),
    pytest.param(
        lambda: b"<html>" + b"<div>" * (9 * MIB), "Deze webpagina is te groot om te lezen. Bewaar", id="heel-diep"
    ),
    pytest.param(lambda: b"<html>" + b"<div>" * 300 + b"12", "zo diep genest", id="diep-genest"),
    pytest.param(lambda: b"<html><p>" + b"a" * (11 * MIB), "zulke grote onderdelen", id="groot-stuk-tekst"),
    pytest.param(
        lambda: b"<table>" + b"<tr><td rowspan=9999 colspan=1000>1" * 30,
        "samen te veel cellen",
        id="veel-cellen",
    ),
    pytest.param(lambda: b"<html><p>\xff\xfe", "niet te lezen als utf-8. Open", id="geen-utf-8"),
    pytest.param(lambda: b'<html><meta charset="utf-7"><p>', "niet te lezen als utf-7. Open", id="andere-codering"),
    pytest.param(lambda: b"<p>" + b" " * (50 * MIB), "groter dan 50 MB. Lever", id="te-groot"),
]


@pytest.mark.parametrize(("maak", "zin"), WEIGERINGEN)
def test_geweigerd_met_een_zin(maak: Callable[[], bytes], zin: str) -> None:
    """And whoever loads it gets that sentence as a finding."""
    inhoud = maak()
    with pytest.raises(Onleesbaar) as geweigerd:
        lees_regels(inhoud)
    assert zin in str(geweigerd.value)
    assert [(fout.soort, fout.tekst) for fout in lees_document(inhoud).concept.fouten] == [
        ("bestand", str(geweigerd.value))
    ]


def test_een_bom_wordt_niet_helemaal_uitgepakt() -> None:
    """Whatever the directory says, no more than the limit of one part is unpacked (and once copied)."""
    inhoud = vervalst()
    tracemalloc.start()
    with pytest.raises(Onleesbaar):
        lees_regels(inhoud)
    hoogste = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert hoogste < 110 * MIB


def test_niets_wordt_opgehaald(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No address in a file is visited, and no file of this computer is read."""

    def verboden(*_: object, **__: object) -> None:
        raise AssertionError("er is een verbinding gemaakt")

    geheim = tmp_path / "geheim"
    geheim.write_text("GEHEIM")
    luisteraar = socket.create_server(("127.0.0.1", 0))
    luisteraar.setblocking(False)
    adres = f"http://127.0.0.1:{luisteraar.getsockname()[1]}/"
    monkeypatch.setattr(socket.socket, "connect", verboden)
    for doel in (adres, geheim.as_uri()):
        with pytest.raises(Onleesbaar):
            lees_regels(word_van(woord(b"<w:p>&x;</w:p>", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{doel}">]>'.encode())))
        with pytest.raises(Onleesbaar):
            lees_regels(word_van(woord(b"<w:p/>", f'<!DOCTYPE d SYSTEM "{doel}">'.encode())))
        regels = lees_regels(
            f'<!DOCTYPE html SYSTEM "{doel}"><link rel=stylesheet href="{doel}"><p>a<img src="{doel}">'
            f'<iframe src="{doel}"></iframe><script src="{doel}"></script>'.encode()
        )
        assert [regel.gedrukt for regel in regels] == ["a", ""]
    with pytest.raises(BlockingIOError):
        luisteraar.accept()
    luisteraar.close()
