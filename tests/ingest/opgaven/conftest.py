"""Who types a figure, who checks it, and when it may be seen."""

from datetime import timedelta

import pytest
from django.test import Client

from indicators.models import Doelstelling, Indicator
from ingest.models import Account, Rol, Termijn
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import VANDAAG


@pytest.fixture
def invoerder(db: None) -> Account:
    return maak_account("inge", Rol.INVOERDER)


@pytest.fixture
def inge(invoerder: Account) -> Client:
    return ingelogd(invoerder)


@pytest.fixture
def carla(db: None) -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


@pytest.fixture
def met_minima(invoerder: Account) -> Client:
    """Who may enter doelstelling 1.3, 1.4 and 1.6 too."""
    for code in ("1.3", "1.4", "1.6"):
        invoerder.rechten.create(rol=Rol.INVOERDER, doelstelling=Doelstelling.objects.get(code=code))
    return ingelogd(invoerder)


@pytest.fixture
def later(db: None) -> Termijn:
    """Uitstroom naar werk over 2025 may be on the site from tomorrow on."""
    indicator = Indicator.objects.get(slug="uitstroom-naar-werk")
    morgen = VANDAAG + timedelta(days=1)
    return Termijn.objects.create(indicator=indicator, jaar=2025, uiterlijk=VANDAAG, vrijgave_op=morgen)
