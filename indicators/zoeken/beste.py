"""The sentences with the words of a reader, and which of them are the best, in two questions to the database."""

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import IntegerChoices

from indicators.zoeken.zoekvraag import Zoekvraag

MEESTE = 1000
"""So many sentences are laid in order; a word with more of them is too common for its order to say something."""
GENOEG = 5000
"""So many are counted; of a word with more, each document says only that it has more than were laid in order."""
KORT = 60
"""A shorter piece is a heading, or a row of a table where it has a figure."""


class Treffersoort(IntegerChoices):
    """What a piece of text is; the best of each are found, so that no long text hides the row that has the amount."""

    ZIN = 0
    RIJ = 1
    KOP = 2


# The database thinks that nearly all text has the words, and would read it all; OFFSET keeps it to its index.
_PLAATSEN = """
    WITH document AS MATERIALIZED (
        SELECT id AS lezing_id FROM indicators_lezing WHERE staat = 'gepubliceerd'
    ), plaats AS MATERIALIZED (
        SELECT id, lezing_id
        FROM (SELECT * FROM indicators_zoekzin WHERE zoek @@ to_tsquery('simple', %(gezocht)s) OFFSET 0) AS zin
        JOIN document USING (lezing_id) LIMIT %(genoeg)s + 1
    ), overal AS MATERIALIZED (
        SELECT count(*) > %(genoeg)s AS is_overal FROM plaats
    )
    SELECT lezing_id, array_agg(id), false
    FROM plaats WHERE NOT (SELECT is_overal FROM overal) GROUP BY lezing_id
    UNION ALL
    SELECT lezing_id, eerste, true
    FROM document, LATERAL (SELECT ARRAY (
        SELECT id FROM indicators_zoekzin AS zin
        WHERE zin.lezing_id = document.lezing_id AND zoek @@ to_tsquery('simple', %(gezocht)s)
        LIMIT (SELECT ceil(%(meeste)s::numeric / count(*)) FROM document)
    ) AS eerste) AS van_document
    WHERE (SELECT is_overal FROM overal) AND cardinality(eerste) > 0
"""


def plaatsen_met(gezocht: str) -> tuple[dict[int, list[int]], bool]:
    """The sentences of each lezing on the site (keys), in the order of reading; whether these are but the first."""
    with connection.cursor() as cursor:
        cursor.execute(_PLAATSEN, {"gezocht": gezocht, "genoeg": GENOEG, "meeste": MEESTE})
        rijen = cursor.fetchall()
    return {lezing: zinnen for lezing, zinnen, _ in rijen}, any(is_overal for *_, is_overal in rijen)


class Rang(NamedTuple):
    """The place of a sentence among those of its kind in its document, and how much of the question it has."""

    soort: int
    plek: int
    geraakt: int


_BESTE = """
    WITH woord AS MATERIALIZED (
        SELECT nummer, to_tsquery('simple', vorm) AS vraag, to_tsquery('simple', getypt) AS letterlijk
        FROM unnest(%(vormen)s::text[], %(getypt)s::text[]) WITH ORDINALITY AS gevraagd (vorm, getypt, nummer)
    ), per_woord AS MATERIALIZED (
        SELECT id, lezing_id, van_regel, nummer, zoek @@ vraag AS raak, zoek @@ letterlijk AS is_letterlijk,
            CASE
                WHEN length(tekst) >= %(kort)s OR samengevat THEN %(zin)s
                WHEN tekst ~ '[0-9]' THEN %(rij)s
                ELSE %(kop)s
            END AS soort
        FROM indicators_zoekzin CROSS JOIN woord WHERE id = ANY(%(zinnen)s)
    ), gewicht AS (
        SELECT nummer, CASE WHEN %(weeg)s THEN round(100 / log(2, 2 + count(*))) ELSE 1 END AS gewicht
        FROM per_woord WHERE raak GROUP BY nummer
    ), per_zin AS (
        SELECT id, lezing_id, van_regel, soort,
            sum(gewicht) FILTER (WHERE raak) AS geraakt, count(*) FILTER (WHERE is_letterlijk) AS letterlijk
        FROM per_woord JOIN gewicht USING (nummer) GROUP BY id, lezing_id, van_regel, soort
    ), op_volgorde AS (
        SELECT id, soort, geraakt, row_number() OVER (
            PARTITION BY lezing_id, soort ORDER BY geraakt DESC, letterlijk DESC, van_regel, id
        ) AS plek FROM per_zin
    )
    SELECT id, soort, plek, geraakt FROM op_volgorde WHERE plek <= %(per_document)s
"""


def beste_van(vraag: Zoekvraag, plaatsen: Sequence[Sequence[int]], per_document: int, *, weeg: bool) -> dict[int, Rang]:
    """The best of each kind of the sentences in each document: with the most words, as they were typed, at the top.

    With `weeg` a word that few of them have counts for more.
    """
    if not plaatsen:
        return {}
    elk = ceil(MEESTE / len(plaatsen))
    waarden: dict[str, Any] = {
        "vormen": [woord.vorm for woord in vraag.woorden],
        "getypt": [woord.letterlijk for woord in vraag.woorden],
        "zinnen": [zin for in_document in plaatsen for zin in in_document[:elk]],
        "weeg": weeg,
        "per_document": per_document,
        "kort": KORT,
        **{soort.name.lower(): soort for soort in Treffersoort},
    }
    with connection.cursor() as cursor:
        cursor.execute(_BESTE, waarden)
        return {zin: Rang(soort, plek, int(geraakt)) for zin, soort, plek, geraakt in cursor.fetchall()}
