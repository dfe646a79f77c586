"""What a reader typed, as a question to the database."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from rapidfuzz import fuzz, process

from indicators.models import Duiding, Duidingsoort, Synoniem, Zoekwoord
from indicators.zoeken.woorden import anders_geschreven, is_jaar, woorden_in, zonder_accenten

MEESTE_WOORDEN = 10
LANGSTE_VRAAG = 200
# Of a shorter word or stem the beginning is that of too many others: "tal" is the stem of "taal", and of "tallen" too.
KORTSTE_BEGIN = 4
GELIJKEND = 80
KORTSTE_TYPEFOUT = 6
"""A shorter word is like too many others."""
KORTSTE_EIND = 5
"""A shorter word is the end of too many others: "pas"."""

VRAAGWOORDEN = frozenset(("bedrag", "hoeveel", "waarom", "waarvoor", "waardoor", "waar", "wanneer", "welk", "welke"))
"""The dictionary of the database keeps these; no document answers a question with the same word."""

# "{" comes after the letters and figures.
_WOORDEN = """
    SELECT woord, pg_catalog.ts_lexize('pg_catalog.dutch_stem', woord), EXISTS (
        SELECT FROM indicators_zoekwoord AS gedrukt
        WHERE gedrukt.woord ~>=~ gevraagd.woord AND gedrukt.woord ~<~ (gevraagd.woord || '{')
    ) FROM unnest(%s::text[]) AS gevraagd (woord)
"""


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
    def _gevraagd(self) -> dict[str, tuple[str, bool]]:
        """Each word with its stem, and whether a printed word begins with it."""
        gevraagd = list(dict.fromkeys(woorden_in(self.tekst[:LANGSTE_VRAAG])))[:MEESTE_WOORDEN]
        if not gevraagd:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(_WOORDEN, [gevraagd])
            gevonden = {woord: (stam[0] if stam else "", gedrukt) for woord, stam, gedrukt in cursor.fetchall()}
        return {woord: gevonden[woord] for woord in gevraagd}

    @cached_property
    def _stammen(self) -> dict[str, str]:
        """The words with their stem, without small words of a question ("hoe", "de") unless there are no others."""
        stammen = {woord: stam for woord, (stam, _) in self._gevraagd.items()}
        dragend = {woord: stam for woord, stam in stammen.items() if stam and woord not in VRAAGWOORDEN}
        return dragend or dict.fromkeys(stammen, "")

    def _is_gedrukt(self, woord: str) -> bool:
        return self._gevraagd[woord][1]

    @cached_property
    def begrippen(self) -> list[Duiding]:
        """The abbreviations and terms among its words that are explained."""
        return _begrippen_onder(list(self._stammen))

    @cached_property
    def woorden(self) -> list[Zoekwoordvraag]:
        """What is looked for."""
        if not self._stammen:
            return []
        ook = {woord: [] if f"{woord}-" in self.tekst else anders_geschreven(woord) for woord in self._stammen}
        for synoniem in Synoniem.objects.filter(woord__in=self._stammen):
            ook[synoniem.woord] += woorden_in(synoniem.ook)
        for woord in self._stammen:
            if not self._is_gedrukt(woord):
                ook[woord] += _samenstellingen(woord)
        afkortingen = {zonder_accenten(begrip.wat) for begrip in self.begrippen if begrip.wat.isupper()}
        return [
            Zoekwoordvraag(woord, stam, tuple(dict.fromkeys(ook[woord])), is_afkorting=woord in afkortingen)
            for woord, stam in self._stammen.items()
        ]

    @property
    def alles(self) -> SearchQuery:
        """All words, in one piece of text."""
        return _vraag(" & ".join(woord.vorm for woord in self.woorden))

    @property
    def naam(self) -> SearchQuery:
        """The words without years: no name of an indicator or a row of money has one."""
        namen = [woord.vorm for woord in self.woorden if not is_jaar(woord.woord)]
        return _vraag(" & ".join(namen)) if namen else self.alles

    @property
    def iets(self) -> SearchQuery:
        """Any of them."""
        return _vraag(" | ".join(woord.vorm for woord in self.woorden))

    @cached_property
    def verbeterd(self) -> str:
        """With each word that is printed nowhere as the printed word that is most like it; empty if there is none."""
        gevraagd = [woord.woord for woord in self.woorden]
        vreemd = {woord.woord for woord in self.woorden if not woord.ook and not self._is_gedrukt(woord.woord)}
        verbeterd = [(woord in vreemd and _gelijkend(woord)) or woord for woord in gevraagd]
        return " ".join(verbeterd) if verbeterd != gevraagd else ""


def _begrippen_onder(woorden: list[str]) -> list[Duiding]:
    """The abbreviations and terms that are explained among these words."""
    begrippen = Duiding.objects.geldend().van_soort(Duidingsoort.BEGRIP)
    patroon = rf"^({'|'.join(re.escape(woord) for woord in woorden)})$"
    return list(begrippen.filter(wat__iregex=patroon)) if woorden else []


def _samenstellingen(woord: str) -> list[str]:
    """The printed words that end with it: "diplomazwemmen" for "zwemmen". None for what is the end of many words."""
    if len(woord) < KORTSTE_EIND:
        return []
    return list(Zoekwoord.objects.filter(woord__endswith=woord).order_by("woord").values_list("woord", flat=True)[:5])


def _gelijkend(woord: str) -> str:
    """The printed word that is most like it; empty for one that is too short to guess at."""
    if len(woord) < KORTSTE_TYPEFOUT:
        return ""
    woorden = Zoekwoord.objects.filter(woord__regex=f"^.{{{len(woord) - 2},{len(woord) + 2}}}$")
    gevonden = process.extractOne(
        woord, woorden.values_list("woord", flat=True), scorer=fuzz.ratio, score_cutoff=GELIJKEND
    )
    return str(gevonden[0]) if gevonden else ""
