"""Which words of a text are those that a reader looks for."""

import re
from collections.abc import Iterator
from itertools import groupby

from indicators.zoeken.woorden import zonder_accenten
from indicators.zoeken.zoekvraag import Zoekvraag

# As `woorden_in`, in a text that still has its capitals and accents.
_WOORD = re.compile(r"[^\W_]+(?:(?:(?<=[0-9])[.,](?=[0-9])|-(?=[^\W\d_]))[^\W_]+)*")
_ZINSEINDE = re.compile(r"(?<=[.!?])\s+(?=[A-Z€“‘(])")


def markeer(tekst: str, vraag: Zoekvraag) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it is such a word."""
    vanaf = 0
    for woord in _WOORD.finditer(tekst):
        if any(gezocht.is_geraakt(zonder_accenten(woord[0])) for gezocht in vraag.woorden):
            yield tekst[vanaf : woord.start()], False
            yield woord[0], True
            vanaf = woord.end()
    yield tekst[vanaf:], False


def zinnen_met(tekst: str, vraag: Zoekvraag, letters: int) -> str:
    """The sentences with such a word, and those beside them up to so many letters; "…" for what is left out."""
    zinnen = _ZINSEINDE.split(tekst)
    raak = [plek for plek, zin in enumerate(zinnen) if any(raak for _, raak in markeer(zin, vraag))]
    if not raak:
        return tekst
    getoond = set(raak)
    for plek in (*(plek + 1 for plek in raak), *(plek - 1 for plek in raak)):
        if 0 <= plek < len(zinnen) and sum(len(zinnen[deze]) for deze in getoond | {plek}) <= letters:
            getoond.add(plek)
    groepen = groupby(enumerate(zinnen), key=lambda deel: deel[0] in getoond)
    return " ".join(" ".join(zin for _, zin in groep) if hier else "…" for hier, groep in groepen)
