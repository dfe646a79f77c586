"""Three people who read, and a new begroting that nobody has read."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from ingest.models import Rol
from tests.gereedschap.documenten.documenten import tekst_van, verschoven
from tests.gereedschap.mensen import ingelogd, maak_account


@pytest.fixture
def schrijver() -> Client:
    return ingelogd(maak_account("ilse", Rol.INVOERDER))


@pytest.fixture
def controleur() -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


@pytest.fixture
def ander() -> Client:
    """A second controleur."""
    return ingelogd(maak_account("omar", Rol.CONTROLEUR))


@pytest.fixture
def griffier() -> Client:
    return ingelogd(maak_account("gerard", Rol.GRIFFIER))


@pytest.fixture
def pb_2027(tmp_path: Path) -> str:
    """The real PB 2026 a year later, on the site, with one motie left out of its text. Nobody has read it."""
    regels = verschoven(1)(tekst_van("PB 2026")).split("\n")
    regels[955:957] = ["", ""]
    bestand = tmp_path / "PB 2027.txt"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)
    return "/werk/lezen/document/PB-2027/"
