"""A definitie as it was and as it is printed now, with what differs marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Deel = tuple[str, bool]
"""Some words, and whether they are in one of the two only."""


@dataclass(frozen=True)
class Omschrijvingen:
    """Two printed definities; an empty one is not known to the site."""

    publicatie: str
    eerder: Sequence[Deel]
    nu: Sequence[Deel]


def naast_elkaar(omschreven: dict[str, Any] | None) -> Omschrijvingen | None:
    """Of what the question holds (`omschreven` of its voorstel); None when neither document prints a definitie."""
    if not omschreven:
        return None
    eerder, nu = re.findall(r"\S+", omschreven["eerder"]), re.findall(r"\S+", omschreven["nu"])
    gelijk = SequenceMatcher(None, eerder, nu, autojunk=False).get_opcodes()
    return Omschrijvingen(
        omschreven["publicatie"],
        [(" ".join(eerder[van:tot]), wat != "equal") for wat, van, tot, _, _ in gelijk if tot > van],
        [(" ".join(nu[van:tot]), wat != "equal") for wat, _, _, van, tot in gelijk if tot > van],
    )
