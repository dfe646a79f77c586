"""Who may write down, look at and read to the end what: a griffier only what is for the raad, and what words mean."""

from collections.abc import Collection

from indicators.models.duiding import VAN_DE_GRIFFIER
from indicators.models.nagelezen import SOORTEN, Nagelezen
from ingest.models import Rol

ANDERMANS_WERK = "Een controleur beslist hierover. Over moties, aankondigingen en begrippen beslist ook een griffier."


def mag_schrijven(rollen: Collection[str], soort: str) -> bool:
    """Write down what a document says, or that it no longer says so, for another to look at."""
    alles = Rol.CONTROLEUR in rollen or Rol.INVOERDER in rollen
    return alles or (Rol.GRIFFIER in rollen and soort in VAN_DE_GRIFFIER)


def mag_bekijken(rollen: Collection[str], soort: str) -> bool:
    """Decide what comes on the site of this kind, and what goes."""
    return Rol.CONTROLEUR in rollen or (Rol.GRIFFIER in rollen and soort in VAN_DE_GRIFFIER)


def mag_nalezen(rollen: Collection[str], vraag: str) -> bool:
    """Say that a document was read to its end for this question."""
    return all(mag_bekijken(rollen, soort) for soort in SOORTEN[Nagelezen.Vraag(vraag)])
