"""The words of a text as they are looked for: small letters, no accents."""

import re
import unicodedata

KORTSTE, LANGSTE = 4, 60
"""So long is a word that is kept to mend a typing error with."""

# As the database does it: figures stay together at a point or comma between them, words at a hyphen.
_WOORD = re.compile(r"[a-z0-9]+(?:(?:(?<=[0-9])[.,](?=[0-9])|-(?=[a-z]))[a-z0-9]+)*")
_JAAR = re.compile(r"(?:19|20)[0-9]{2}")
_ACCENT = re.compile(r"[\u0300-\u036f]")


def zonder_accenten(tekst: str) -> str:
    """As the database does it in `doelwijzer_zoekvector`: "Coördinatie" becomes "coordinatie"."""
    return _ACCENT.sub("", unicodedata.normalize("NFD", tekst.lower()))


def woorden_in(tekst: str) -> list[str]:
    """Its words in their order; a number and a word with a hyphen are one word."""
    return _WOORD.findall(zonder_accenten(tekst))


def is_jaar(woord: str) -> bool:
    return _JAAR.fullmatch(woord) is not None


def anders_geschreven(woord: str) -> list[str]:
    """A number from a thousand with its points, or without them: documents print 1.231 and 5528. A year has none."""
    kaal = woord.replace(".", "")
    if not kaal.isdecimal() or len(kaal) < len("1000") or is_jaar(woord):
        return []
    met_punten = f"{int(kaal):,}".replace(",", ".")
    if woord == kaal:
        return [met_punten]
    return [kaal] if woord == met_punten else []
