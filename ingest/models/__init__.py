"""Accounts and rights, what people hand in, and what they are reminded of."""

from ingest.models.aanleveringen import Aanlevering, Antwoord, Uitlezing, Vraag
from ingest.models.accounts import Aanmelding, Account, Recht, Rol
from ingest.models.herinneringen import Hartslag, Herinnering
from ingest.models.opgaven import Opgave, Termijn

__all__ = [
    "Aanlevering",
    "Aanmelding",
    "Account",
    "Antwoord",
    "Hartslag",
    "Herinnering",
    "Opgave",
    "Recht",
    "Rol",
    "Termijn",
    "Uitlezing",
    "Vraag",
]
