"""Two people who judge a document."""

import pytest

from ingest.models import Account, Rol
from tests.gereedschap.mensen import maak_account


@pytest.fixture
def anna() -> Account:
    """Hands documents in."""
    return maak_account("anna", Rol.CONTROLEUR)


@pytest.fixture
def bert() -> Account:
    """Publishes them."""
    return maak_account("bert", Rol.CONTROLEUR)
