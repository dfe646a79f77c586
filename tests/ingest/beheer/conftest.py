"""A beheerder at work, and somebody whose account it is."""

import pytest
from django.test import Client

from ingest.models import Account
from ingest.structuur.bestand import zorg_voor_structuur
from tests.gereedschap.mensen import WACHTWOORD, ingelogd, maak_account


@pytest.fixture
def beheerder() -> Account:
    zorg_voor_structuur()
    return maak_account("bea", "beheerder")


@pytest.fixture
def browser(beheerder: Account) -> Client:
    return ingelogd(beheerder)


@pytest.fixture
def karel() -> Account:
    return maak_account("karel", "controleur", wachtwoord=WACHTWOORD)
