"""Text that a spreadsheet would run as a formula, made harmless."""

import re

# What begins so is run. An apostrophe in front makes it text; one more for each that is there, so that it comes back.
_BEGIN = r"'*[=+\-@\t\r]"
_CIJFER = r"([-+]?[0-9][0-9.,]* ?%?|-)\Z"
FORMULE = rf"^(?!{_CIJFER}){_BEGIN}"
"""For Python and for PostgreSQL alike. A figure or a dash is no formula."""


def onschadelijk(tekst: str) -> str:
    """As it can stand in a CSV file."""
    return f"'{tekst}" if re.match(FORMULE, tekst) else tekst


def zonder_apostrof(tekst: str) -> str:
    """What was made harmless, as it was; an apostrophe that somebody typed before a figure goes too."""
    return tekst[1:] if tekst.startswith("'") and begint_als_formule(tekst) else tekst


def begint_als_formule(tekst: str) -> bool:
    """Whether a spreadsheet would run it, or take it for a figure, when a person edits its cell."""
    return re.match(_BEGIN, tekst) is not None
