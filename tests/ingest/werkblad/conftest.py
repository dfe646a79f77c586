"""Who fills in a spreadsheet."""

import pytest
from django.test import Client

from indicators.models import Doelstelling
from ingest.models import Account, Recht, Rol
from tests.gereedschap.mensen import ingelogd


@pytest.fixture
def anna(edities: None, db: None) -> Account:
    """Invoerder of two doelstellingen."""
    return invoerder("anna")


def invoerder(naam: str) -> Account:
    account = Account.objects.create_user(naam, password="een lang wachtwoord")
    for doelstelling in Doelstelling.objects.filter(code__in=["1.5", "1.6"]):
        Recht.objects.create(account=account, rol=Rol.INVOERDER, doelstelling=doelstelling)
    return account


@pytest.fixture
def client(anna: Account) -> Client:
    return ingelogd(anna)


@pytest.fixture
def ander(anna: Account) -> Account:
    return invoerder("bert")
