"""`manage.py load_document` as a function: what it printed, and what it refused."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from pytest_django import DjangoDbBlocker

from ingest.documenten.aanleveren import bestanden
from ingest.structuur.bekend import Structuur, haal_structuur
from ingest.structuur.bestand import zaai_structuur
from tests.gereedschap.laden import Afloop, Gelezen, Laad
from tests.gereedschap.processen.werkers import Werkplaats, eigen_werkplaats


@pytest.fixture
def laad(db: None, tmp_path: Path) -> Laad:
    """Load texts, bytes or files; a text gets a file of its own, PB.txt or PB-2.txt and so on."""

    def doe(*bronnen: str | bytes | Path, opties: tuple[str, ...] = ()) -> Afloop:
        paden = []
        for nummer, bron in enumerate(bronnen, 1):
            pad = bron if isinstance(bron, Path) else tmp_path / ("PB.txt" if nummer == 1 else f"PB-{nummer}.txt")
            if not isinstance(bron, Path):
                pad.write_bytes(bron.encode() if isinstance(bron, str) else bron)
            paden.append(str(pad))
        stdout, stderr = StringIO(), StringIO()
        try:
            call_command("load_document", *paden, *opties, stdout=stdout, stderr=stderr)
        except CommandError as fout:
            return Afloop(fout.returncode, stdout.getvalue(), stderr.getvalue() + str(fout))
        return Afloop(0, stdout.getvalue(), stderr.getvalue())

    return doe


@pytest.fixture(scope="session")
def structuur(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Structuur:
    """What names are known in a new database; the database itself stays empty."""
    with django_db_blocker.unblock(), transaction.atomic():
        zaai_structuur()
        bekend = haal_structuur()
        transaction.set_rollback(True)
    return bekend


_EERDER: dict[Path, dict[str, Any]] = {}


@pytest.fixture
def gelezen(laad: Laad) -> Gelezen:
    """What a dry run reads in an empty database; it depends on the file alone, so each is read once."""

    def doe(bestand: Path) -> dict[str, Any]:
        if bestand not in _EERDER:
            (_EERDER[bestand],) = laad(bestand, opties=("--dry-run", "--json")).gelezen
        return _EERDER[bestand]

    return doe


@pytest.fixture
def documentenmap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the files that are handed in are kept during a test; not there until the first is."""
    monkeypatch.setattr(bestanden, "MAP", tmp_path / "documenten")
    return bestanden.MAP


@pytest.fixture
def werkplaats() -> Iterator[Werkplaats]:
    """Real workers on a database of their own, to be killed."""
    with eigen_werkplaats() as plaats:
        yield plaats
