"""Which words of a text are those that a reader looks for."""

import re
from collections.abc import Iterator

from indicators.zoeken.woorden import zonder_accenten
from indicators.zoeken.zoekvraag import Zoekvraag

# As `woorden_in`, in a text that still has its capitals and accents.
_WOORD = re.compile(r"[^\W_]+(?:(?:(?<=[0-9])[.,](?=[0-9])|-(?=[^\W\d_]))[^\W_]+)*")


def markeer(tekst: str, vraag: Zoekvraag) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it is such a word."""
    vanaf = 0
    for woord in _WOORD.finditer(tekst):
        if any(gezocht.is_geraakt(zonder_accenten(woord[0])) for gezocht in vraag.woorden):
            yield tekst[vanaf : woord.start()], False
            yield woord[0], True
            vanaf = woord.end()
    yield tekst[vanaf:], False
