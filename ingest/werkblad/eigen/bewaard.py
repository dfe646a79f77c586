"""A workbook as a page keeps it between two questions about it: short, and not to be forged."""

import msgspec
from django.core import signing

from ingest.werkblad.werkboek import Werkboek

_ZOUT = "ingest.werkblad.werkboek"


def schrijf_werkboek(werkboek: Werkboek) -> str:
    return signing.dumps(msgspec.to_builtins(werkboek), salt=_ZOUT, compress=True)


def lees_bewaard(tekst: str) -> Werkboek | None:
    """What a page kept; None if it is not what we wrote."""
    try:
        return msgspec.convert(signing.loads(tekst, salt=_ZOUT), Werkboek)
    except (signing.BadSignature, msgspec.ValidationError):
        return None
