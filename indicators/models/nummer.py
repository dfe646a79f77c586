"""What goes by a printed number, or by its name alone."""

import re
from typing import Any, ClassVar

_NUMMER = re.compile(r"\d[\d.]*[a-z]?(?:-\d+)*")


def nummer_uit(code: str) -> str:
    """The code where it is a number that is printed ("1.2"); empty where it is made of a name, for addresses only."""
    return code if _NUMMER.fullmatch(code) else ""


class MetNummer:
    """What goes by a number that is printed, or by its name alone."""

    woord: ClassVar[str]
    code: Any
    naam: Any

    @property
    def nummer(self) -> str:
        return nummer_uit(self.code)

    @property
    def kort(self) -> str:
        """As little as tells it from others: "1.2", else its name."""
        return self.nummer or self.naam

    @property
    def genoemd(self) -> str:
        """In a sentence: "doelstelling 1.2", else its name between quotation marks."""
        return f"{self.woord} {self.nummer}" if self.nummer else f"“{self.naam}”"
