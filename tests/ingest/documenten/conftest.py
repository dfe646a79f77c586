"""Who hands in documents."""

import pytest
from django.test import Client

from tests.gereedschap.mensen import ingelogd, maak_account


@pytest.fixture
def controleur(db: None) -> Client:
    return ingelogd(maak_account("cora", "controleur"))
