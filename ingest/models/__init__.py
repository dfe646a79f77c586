"""Accounts and rights, what they enter, and what they are reminded of."""

from ingest.models.accounts import Aanmelding, Account, Recht, Rol
from ingest.models.herinneringen import Hartslag, Herinnering
from ingest.models.opgaven import Opgave, Termijn

__all__ = ["Aanmelding", "Account", "Hartslag", "Herinnering", "Opgave", "Recht", "Rol", "Termijn"]
