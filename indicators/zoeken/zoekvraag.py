"""What a reader typed, as a question to the database."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from rapidfuzz import fuzz, process

from indicators.models import Duiding, Duidingsoort, Synoniem, Zoekwoord
from indicators.zoeken.woorden import anders_geschreven, woorden_in, zonder_accenten

MEESTE_WOORDEN = 10
LANGSTE_VRAAG = 200
# Of a shorter word or stem the beginning is that of too many others: "tal" is the stem of "taal", and of "tallen" too.
KORTSTE_BEGIN = 4
GELIJKEND = 80
KORTSTE_TYPEFOUT = 6
"""A shorter word is like too many others."""

VRAAGWOORDEN = frozenset(("hoeveel", "waarom", "waarvoor", "waardoor", "waar", "wanneer", "welk", "welke"))
"""The dictionary of the database keeps these; no document answers a question with the same word."""

_STAMMEN = "SELECT woord, ts_lexize('pg_catalog.dutch_stem', woord) FROM unnest(%s::text[]) AS woord"


@dataclass(frozen=True)
class Zoekwoordvraag:
    """One word with its Dutch stem, and what else is looked for with it; an abbreviation stands for itself only."""

    woord: str
    stam: str
    ook: tuple[str, ...] = ()
    is_afkorting: bool = False

    @property
    def vorm(self) -> str:
        """As the database wants it: the word, its stem, or what else is looked for."""
        vormen = [_vorm(self.woord, begin=len(self.woord) >= KORTSTE_BEGIN and not self.is_afkorting)]
        if len(self.stam) >= KORTSTE_BEGIN and self.stam != self.woord and not self.is_afkorting:
            vormen.append(_vorm(self.stam, begin=False))
        vormen += [_vorm(ander, begin=len(ander) >= KORTSTE_BEGIN) for ander in self.ook]
        return f"({' | '.join(vormen)})"

    @property
    def vraag(self) -> SearchQuery:
        return _vraag(self.vorm)

    @property
    def letterlijk(self) -> SearchQuery:
        """The word as it was typed, and no other."""
        return _vraag(_vorm(self.woord, begin=False))

    def is_geraakt(self, woord: str) -> bool:
        """Whether a word of a text, as `woorden_in` has it, is this one: to mark it."""
        if self.is_afkorting:
            return woord in (self.woord, *self.ook)
        gelijk = (self.woord, self.stam, *self.ook)
        return any(woord == ander or (len(ander) >= KORTSTE_BEGIN and woord.startswith(ander)) for ander in gelijk)


def _vorm(woord: str, *, begin: bool) -> str:
    """`woord` has letters, figures and the signs between them only, so it needs no escape."""
    return f"'{woord}':*" if begin else f"'{woord}'"


def _vraag(vorm: str) -> SearchQuery:
    """One value for all words: put together of one for each, it took longer to write out than to look for."""
    return SearchQuery(vorm, config="simple", search_type="raw")


@dataclass(frozen=True)
class Zoekvraag:
    """What a reader typed."""

    tekst: str

    @cached_property
    def _stammen(self) -> dict[str, str]:
        """The words with their stem, without small words of a question ("hoe", "de") unless there are no others."""
        gevraagd = list(dict.fromkeys(woorden_in(self.tekst[:LANGSTE_VRAAG])))[:MEESTE_WOORDEN]
        if not gevraagd:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(_STAMMEN, [gevraagd])
            stammen = {woord: (stam[0] if stam else "") for woord, stam in cursor.fetchall()}
        dragend = {woord: stammen[woord] for woord in gevraagd if stammen[woord] and woord not in VRAAGWOORDEN}
        return dragend or dict.fromkeys(gevraagd, "")

    @cached_property
    def begrippen(self) -> list[Duiding]:
        """The abbreviations and terms among its words that are explained."""
        return _begrippen_onder(list(self._stammen))

    @cached_property
    def woorden(self) -> list[Zoekwoordvraag]:
        """What is looked for."""
        if not self._stammen:
            return []
        ook: dict[str, list[str]] = {}
        for synoniem in Synoniem.objects.filter(woord__in=self._stammen):
            ook.setdefault(synoniem.woord, []).extend(woorden_in(synoniem.ook))
        afkortingen = {zonder_accenten(begrip.wat) for begrip in self.begrippen if begrip.wat.isupper()}
        return [
            Zoekwoordvraag(
                woord, stam, (*ook.get(woord, ()), *anders_geschreven(woord)), is_afkorting=woord in afkortingen
            )
            for woord, stam in self._stammen.items()
        ]

    @property
    def alles(self) -> SearchQuery:
        """All words, in one piece of text."""
        return _vraag(" & ".join(woord.vorm for woord in self.woorden))

    @property
    def iets(self) -> SearchQuery:
        """Any of them."""
        return _vraag(" | ".join(woord.vorm for woord in self.woorden))

    @cached_property
    def verbeterd(self) -> str:
        """With each word that is printed nowhere as the printed word that is most like it; empty if there is none."""
        verbeterd = [_gelijkend(woord.woord) or woord.woord for woord in self.woorden]
        return " ".join(verbeterd) if verbeterd != [woord.woord for woord in self.woorden] else ""


def _begrippen_onder(woorden: list[str]) -> list[Duiding]:
    """The abbreviations and terms that are explained among these words."""
    begrippen = Duiding.objects.geldend().van_soort(Duidingsoort.BEGRIP)
    patroon = rf"^({'|'.join(re.escape(woord) for woord in woorden)})$"
    return list(begrippen.filter(wat__iregex=patroon)) if woorden else []


def _gelijkend(woord: str) -> str:
    """Empty for a word that is printed itself, and for one that is too short to guess at."""
    if len(woord) < KORTSTE_TYPEFOUT or Zoekwoord.objects.filter(woord__startswith=woord).exists():
        return ""
    woorden = Zoekwoord.objects.filter(woord__regex=f"^.{{{len(woord) - 2},{len(woord) + 2}}}$")
    gevonden = process.extractOne(
        woord, woorden.values_list("woord", flat=True), scorer=fuzz.ratio, score_cutoff=GELIJKEND
    )
    return str(gevonden[0]) if gevonden else ""
