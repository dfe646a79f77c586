import pytest

from ingest.models import Account, Recht, Rol


@pytest.fixture
def controleur(db: None) -> Account:
    account = Account.objects.create_user("chris", "chris@zoetermeer.example")
    Recht.objects.create(account=account, rol=Rol.CONTROLEUR)
    return account
