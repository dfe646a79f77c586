"""The words of a text as they are looked for: small letters, no accents."""

import re
import unicodedata

KORTSTE, LANGSTE = 4, 60
"""So long is a word that is kept to mend a typing error with."""

_WOORD = re.compile(r"[a-z0-9]+(?:[-.,][a-z0-9]+)*")
_ACCENT = re.compile(r"[\u0300-\u036f]")


def zonder_accenten(tekst: str) -> str:
    """As the database does it in `doelwijzer_zoekvector`: "Coördinatie" becomes "coordinatie"."""
    return _ACCENT.sub("", unicodedata.normalize("NFD", tekst.lower()))


def woorden_in(tekst: str) -> list[str]:
    """Its words in their order; a number, a code and a word with a hyphen are one word."""
    return _WOORD.findall(zonder_accenten(tekst))
