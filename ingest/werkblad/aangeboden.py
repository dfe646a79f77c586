"""A spreadsheet that somebody hands in: read in a process of its own, for a file can do anything."""

import tempfile
from pathlib import Path

import msgspec
from django.core.files.uploadedfile import UploadedFile

from ingest.kindproces.starten import Grenzen, Kindeinde, NietAf, draai
from ingest.werkblad.kind import Leesuitkomst
from ingest.werkblad.lezen import GROOTST
from ingest.werkblad.rijen import LOS_BLAD, NietLeesbaar
from ingest.werkblad.werkboek import Werkboek

LEZER = "ingest.werkblad.kind"
GRENZEN = Grenzen(geheugen=600_000_000, rekentijd=20, seconden=25)  # a person waits for it, and the web server 30 s
_ZINNEN = {
    Kindeinde.TE_LANG: f"Het lezen van dit bestand duurde te lang en is gestopt. {LOS_BLAD}",
    Kindeinde.TE_VEEL_GEHEUGEN: f"Dit bestand vraagt te veel geheugen om te lezen. {LOS_BLAD}",
    Kindeinde.VASTGELOPEN: (
        "Het lezen liep vast op dit bestand. Open het in Excel, bewaar het als .xlsx en kies het opnieuw. "
        "Helpt dat niet, plak uw cijfers dan in het vak."
    ),
}


def lees_aangeboden(bestand: "UploadedFile[bytes]") -> Werkboek:
    """The sheets of a file. Raises NietLeesbaar."""
    with tempfile.TemporaryFile() as kopie:
        kopie.write(bestand.read(GROOTST + 1))
        kopie.flush()
        nummer = kopie.fileno()
        try:
            gelezen = draai(LEZER, Path(f"/dev/fd/{nummer}"), GRENZEN, erbij=[nummer])
        except NietAf as kind:
            raise NietLeesbaar(_ZINNEN[kind.einde]) from None
    uitkomst = msgspec.json.decode(gelezen or b"", type=Leesuitkomst)
    if uitkomst.werkboek is None:
        raise NietLeesbaar(uitkomst.reden)
    return uitkomst.werkboek
