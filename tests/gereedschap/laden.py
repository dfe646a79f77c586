"""`manage.py load_document` as a function: what it printed, what it refused, and what it left in the database."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indicators.models import Bedrag, Lezing, Passage, Programma, Publicatie, Tekst, Vermelding


@dataclass(frozen=True)
class Afloop:
    """How a call ended; `fout` is what manage.py writes to stderr before it exits with `code`."""

    code: int
    stdout: str
    stderr: str

    @property
    def gelezen(self) -> list[dict[str, Any]]:
        """With --json every line of stdout is one document."""
        return [json.loads(regel) for regel in self.stdout.splitlines()]


Laad = Callable[..., Afloop]


Gelezen = Callable[[Path], dict[str, Any]]


def rijen_in_de_database() -> dict[str, int]:
    modellen = (Programma, Publicatie, Lezing, Passage, Tekst, Vermelding, Bedrag)
    return {model.__name__: model.objects.count() for model in modellen}
