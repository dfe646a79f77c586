"""Who signs in."""

import pytest

from ingest.models import Account
from ingest.structuur.bestand import zaai_structuur
from tests.gereedschap.mensen import WACHTWOORD, maak_account


@pytest.fixture
def invoerder() -> Account:
    zaai_structuur()
    return maak_account("sanne", "invoerder", doelstelling="1.4", wachtwoord=WACHTWOORD)


@pytest.fixture
def controleur() -> Account:
    return maak_account("karel", "controleur", wachtwoord=WACHTWOORD)
