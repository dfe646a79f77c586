"""Accounts and rights, whose a figure is, what people hand in, take over or expect, and their reminders."""

from ingest.models.aanleveringen import Aanlevering, Antwoord, Uitlezing, Vraag
from ingest.models.accounts import Aanmelding, Account, Recht, Rol
from ingest.models.eigenaren import Eigenaar
from ingest.models.herinneringen import Hartslag, Herinnering
from ingest.models.opgaven import Opgave, Termijn
from ingest.models.overnames import Geldovername, Overname
from ingest.models.prognoses import Prognose
from ingest.models.werkboeken import Aanwijzing

__all__ = [
    "Aanlevering",
    "Aanmelding",
    "Aanwijzing",
    "Account",
    "Antwoord",
    "Eigenaar",
    "Geldovername",
    "Hartslag",
    "Herinnering",
    "Opgave",
    "Overname",
    "Prognose",
    "Recht",
    "Rol",
    "Termijn",
    "Uitlezing",
    "Vraag",
]
