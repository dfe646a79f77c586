"""What has the words of a reader in its name, or in what people wrote down: asked of all kinds at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db import connection, models

from indicators.models import Bewoording, Doelstelling, DoelstellingBenaming, Duiding, Indicator, PostBenaming
from indicators.models.duiding import DOORZOCHT

BRONNEN: tuple[tuple[type[models.Model], tuple[str, ...]], ...] = (
    (Indicator, ("naam",)),
    (Bewoording, ("naam",)),
    (Doelstelling, ("naam",)),
    (DoelstellingBenaming, ("naam",)),
    (PostBenaming, ("naam",)),
    (Duiding, DOORZOCHT),
)
"""Each with the fields to look in, as its index has them (`Zoekvector`); the first and third are few, and have none."""

_SAMEN = " || ' ' || "
_GENOEMD = " UNION ALL ".join(
    f"SELECT {nummer}, id FROM {model._meta.db_table} "  # noqa: S608  # names of our own models
    f"WHERE public.doelwijzer_zoekvector({_SAMEN.join(velden)}) @@ to_tsquery('simple', %(naam)s)"
    for nummer, (model, velden) in enumerate(BRONNEN)
)

Sleutels = Mapping[type[models.Model], Sequence[int]]


def genoemd(naam: str) -> Sleutels:
    """The keys of what has all these words, of each model; also of what is not on the site any more."""
    gevonden: defaultdict[type[models.Model], list[int]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_GENOEMD, {"naam": naam})
        for nummer, pk in cursor.fetchall():
            gevonden[BRONNEN[nummer][0]].append(pk)
    return gevonden
