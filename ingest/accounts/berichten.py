"""What a person is mailed about their own account, so that nobody changes it unseen. Never what it became."""

from collections.abc import Callable
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from ingest.accounts.logboek import schrijf_logregel
from ingest.models import Account

GEMAAKT = "Er is een account voor u gemaakt."
EERSTE_KEER = (
    "Uw eerste wachtwoord krijgt u van de beheerder. Houd bij het inloggen uw telefoon bij de hand: "
    "u koppelt dan een app die codes maakt. Kies daarna bij Wachtwoord een eigen wachtwoord."
)
WACHTWOORD = "Uw wachtwoord is gewijzigd."
NAAM = "Uw naam of gebruikersnaam is gewijzigd."
EMAIL = "Uw e-mailadres is gewijzigd. Dit bericht gaat naar het oude en het nieuwe adres."
APP_WEG = "De app voor uw tweede factor is losgekoppeld. De volgende keer koppelt u een nieuwe, met een koppelcode."
APP_GEKOPPELD = "Er is een app voor uw tweede factor gekoppeld."
CODE_GEGEVEN = "Er is een koppelcode gegeven, waarmee een nieuwe app voor uw tweede factor te koppelen is."
RECHTEN = "Wat u op de site mag, is gewijzigd."
DICHT = "Uw account is gesloten. U kunt niet meer inloggen."
OPEN = "Uw account is weer geopend."
VERWIJDERD = "Uw account is verwijderd. Uw naam en e-mailadres staan niet meer op de site."


def meld(account: Account, *wat: str, ook_aan: str = "", mislukt: Callable[[], None] = lambda: None) -> None:
    """After the change is there; `ook_aan` is the address they had before, `mislukt` is told when nobody gets it."""
    aan = [adres for adres in dict.fromkeys([account.email, ook_aan]) if adres]
    inhoud = {"naam": account.naam, "gebruikersnaam": account.username, "wat": wat, "nu": timezone.now()}
    actor = account.actor

    def verzend() -> None:
        gelukt = [verstuur(adres, "Doelwijzer: uw account", "wijziging.txt", inhoud) for adres in aan]
        schrijf_logregel("mail", "wijziging van account", "verzonden" if any(gelukt) else "niet verzonden", actor)
        if not any(gelukt):
            mislukt()

    transaction.on_commit(verzend)


def mail_koppelcode(account: Account, code: str) -> bool:
    gelukt = verstuur(
        account.email, "Doelwijzer: uw koppelcode", "koppelcode.txt", {"naam": account.naam, "code": code}
    )
    schrijf_logregel("mail", "koppelcode", "verzonden" if gelukt else "niet verzonden", account.actor)
    return gelukt


def verstuur(adres: str, onderwerp: str, sjabloon: str, inhoud: dict[str, Any]) -> bool:
    """Whether the mail server took it."""
    context = inhoud | {"site": settings.ADRES, "contact": settings.CONTACT}
    tekst = render_to_string(f"ingest/accounts/mail/{sjabloon}", context).strip() + "\n"
    try:
        return bool(send_mail(onderwerp, tekst, None, [adres]))
    except (SMTPException, OSError):  # the error may name the address
        return False
