"""What a reader typed, as a question to the database."""

from dataclasses import dataclass
from functools import cached_property

from django.db import connection
from rapidfuzz import fuzz, process

from indicators.database.versie import per_versie
from indicators.models import Duiding, Duidingsoort, Zoekwoord
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
    SELECT woord, pg_catalog.ts_lexize('pg_catalog.dutch_stem', woord),
        EXISTS (
            SELECT FROM indicators_zoekwoord AS gedrukt
            WHERE gedrukt.woord ~>=~ gevraagd.woord AND gedrukt.woord ~<~ (gevraagd.woord || '{')
        ),
        ARRAY (
            SELECT ook FROM indicators_synoniem AS synoniem
            WHERE synoniem.woord = gevraagd.woord AND beeindigd_op IS NULL ORDER BY ook
        )
    FROM unnest(%s::text[]) AS gevraagd (woord)
"""


@dataclass(frozen=True)
class _Gevraagd:
    """What the database knows of a word: its Dutch stem, whether a printed word begins with it, and its synonyms."""

    stam: str
    is_gedrukt: bool
    synoniemen: list[str]


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
    def letterlijk(self) -> str:
        """The word as it was typed, and no other."""
        return _vorm(self.woord, begin=False)

    def is_geraakt(self, woord: str) -> bool:
        """Whether a word of a text, as `woorden_in` has it, is this one: to mark it."""
        if self.is_afkorting:
            return woord in (self.woord, *self.ook)
        gelijk = (self.woord, self.stam, *self.ook)
        return any(woord == ander or (len(ander) >= KORTSTE_BEGIN and woord.startswith(ander)) for ander in gelijk)


def _vorm(woord: str, *, begin: bool) -> str:
    """`woord` has letters, figures and the signs between them only, so it needs no escape."""
    return f"'{woord}':*" if begin else f"'{woord}'"


@dataclass(frozen=True)
class Zoekvraag:
    """What a reader typed."""

    tekst: str

    @cached_property
    def _gevraagd(self) -> dict[str, _Gevraagd]:
        gevraagd = list(dict.fromkeys(woorden_in(self.tekst[:LANGSTE_VRAAG])))[:MEESTE_WOORDEN]
        if not gevraagd:
            return {}
        with connection.cursor() as cursor:
            cursor.execute(_WOORDEN, [gevraagd])
            gevonden = {woord: _Gevraagd(stam[0] if stam else "", *rest) for woord, stam, *rest in cursor.fetchall()}
        return {woord: gevonden[woord] for woord in gevraagd}

    @cached_property
    def _stammen(self) -> dict[str, str]:
        """The words with their stem, without small words of a question ("hoe", "de") unless there are no others."""
        stammen = {woord: gevraagd.stam for woord, gevraagd in self._gevraagd.items()}
        dragend = {woord: stam for woord, stam in stammen.items() if stam and woord not in VRAAGWOORDEN}
        return dragend or dict.fromkeys(stammen, "")

    @cached_property
    def begrippen(self) -> dict[int, str]:
        """The abbreviations and terms in it that people explain, by the key of their duiding."""
        gevraagd = f" {' '.join(woorden_in(self.tekst))} "
        return {pk: wat for pk, wat in _uitgelegd() if f" {' '.join(woorden_in(wat))} " in gevraagd}

    @cached_property
    def woorden(self) -> list[Zoekwoordvraag]:
        """What is looked for."""
        afkortingen = {zonder_accenten(wat) for wat in self.begrippen.values() if wat.isupper()}
        return [
            Zoekwoordvraag(woord, stam, tuple(dict.fromkeys(self._ook(woord))), is_afkorting=woord in afkortingen)
            for woord, stam in self._stammen.items()
        ]

    def _ook(self, woord: str) -> list[str]:
        """What else is looked for with it."""
        anders = [] if f"{woord}-" in self.tekst else anders_geschreven(woord)
        synoniemen = [ook for synoniem in self._gevraagd[woord].synoniemen for ook in woorden_in(synoniem)]
        return [*anders, *synoniemen, *([] if self._gevraagd[woord].is_gedrukt else _samenstellingen(woord))]

    @property
    def alles(self) -> str:
        """All words, in one piece of text, as the database wants it."""
        return " & ".join(woord.vorm for woord in self.woorden)

    @property
    def iets(self) -> str:
        """Any of them."""
        return " | ".join(woord.vorm for woord in self.woorden)

    @property
    def naam(self) -> str:
        """All but the years: no name of an indicator or a row of money has one."""
        return " & ".join(woord.vorm for woord in self.woorden if not is_jaar(woord.woord)) or self.alles

    @cached_property
    def verbeterd(self) -> str:
        """With each word that is printed nowhere as the printed word that is most like it; empty if there is none."""
        gevraagd = [woord.woord for woord in self.woorden]
        vreemd = {woord.woord for woord in self.woorden if not woord.ook and not self._gevraagd[woord.woord].is_gedrukt}
        verbeterd = [(woord in vreemd and _gelijkend(woord)) or woord for woord in gevraagd]
        return " ".join(verbeterd) if verbeterd != gevraagd else ""


@per_versie
def _uitgelegd() -> tuple[tuple[int, str], ...]:
    """The key of each duiding that explains an abbreviation or a term, and which."""
    return tuple(Duiding.objects.gepubliceerd().van_soort(Duidingsoort.BEGRIP).values_list("pk", "wat"))


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
