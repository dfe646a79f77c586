"""Accounts and rights, whose a figure is, what people hand in, take over or expect, and their reminders."""

from ingest.models.aanleveringen import Aanlevering, Uitlezing
from ingest.models.accounts import Aanmelding, Account, Recht, Rol
from ingest.models.eigenaren import Eigenaar
from ingest.models.herinneringen import Hartslag, Herinnering
from ingest.models.opgaven import Opgave, Termijn
from ingest.models.overnames import Geldovername, Overname
from ingest.models.prognoses import Prognose
from ingest.models.tweede_factor import Apparaat, Koppelcode
from ingest.models.vragen import Antwoord, Instemming, Vraag
from ingest.models.werkboeken import Aanwijzing

__all__ = [
    "Aanlevering",
    "Aanmelding",
    "Aanwijzing",
    "Account",
    "Antwoord",
    "Apparaat",
    "Eigenaar",
    "Geldovername",
    "Hartslag",
    "Herinnering",
    "Instemming",
    "Koppelcode",
    "Opgave",
    "Overname",
    "Prognose",
    "Recht",
    "Rol",
    "Termijn",
    "Uitlezing",
    "Vraag",
]
