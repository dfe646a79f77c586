"""The files that were handed in: kept under their checksum, outside the web root, and only ever read."""

import errno
import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler

from ingest.lezer.bestanden.herkenning import GROOTST

MAP = Path(settings.DATA_DIR) / "documenten"


class Kwijt(Exception):
    """The file is not there any more, or it is not what was handed in; the message is a sentence in Dutch."""


def bewaar_bestand(inhoud: bytes) -> str:
    """Keep these bytes and return their SHA-256; after a power cut they are there whole, or not at all."""
    checksum = hashlib.sha256(inhoud).hexdigest()
    doel = MAP / checksum
    if not _is_heel(doel, checksum):
        schrijf_heel(doel, inhoud)
    return checksum


def schrijf_heel(doel: Path, inhoud: bytes) -> None:
    """Write a file that is there whole or not at all, for who runs this site alone.

    An OSError of the disk is said to the person by dashboard/draaien/uitval.py, and no row tells of the file.
    """
    doel.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if shutil.disk_usage(doel.parent).free < settings.SCHIJF_RESERVE + len(inhoud):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(doel.parent))
    nummer, naam = tempfile.mkstemp(dir=doel.parent, prefix="nieuw-")  # 0600
    try:
        with os.fdopen(nummer, "wb") as nieuw:
            nieuw.write(inhoud)
            nieuw.flush()
            os.fsync(nieuw.fileno())
        Path(naam).rename(doel)
    finally:
        with suppress(FileNotFoundError):
            Path(naam).unlink()
    _leg_vast(doel.parent)


def pad_van(checksum: str) -> Path:
    """Where these bytes are, just checked; raises Kwijt when they are not."""
    pad = MAP / checksum
    if not _is_heel(pad, checksum):
        raise Kwijt("Het bestand staat niet meer heel op de server. Lever het opnieuw aan.")
    return pad


def lees_bewaard(checksum: str) -> bytes:
    """The bytes with this checksum; raises Kwijt when they are not there."""
    return pad_van(checksum).read_bytes()


def _is_heel(pad: Path, checksum: str) -> bool:
    try:
        with pad.open("rb") as bestand:
            return hashlib.file_digest(bestand, "sha256").hexdigest() == checksum
    except FileNotFoundError:
        return False


def _leg_vast(map_: Path) -> None:
    """The new name itself must reach the disk too."""
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


class HoudtOp(FileUploadHandler):
    """Takes no more of an upload than shows that it is too large, so that nobody fills the disk."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start <= GROOTST else None

    def file_complete(self, file_size: int) -> None:
        """The next handler has the file."""
