"""The first beheerder: asks a name and a password, in Dutch. Without a terminal it works as Django's own."""

from getpass import getpass
from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.accounts.namen import ongewoon, vorm
from ingest.models import Account


class Command(createsuperuser.Command):
    help = "Maak de eerste beheerder."

    def handle(self, *args: Any, **options: Any) -> str | None:
        if not options["interactive"]:
            super().handle(*args, **options)
            self._geef_koppelcode(Account.objects.latest("pk"))
            return None
        try:
            naam = self._vraag_naam(options["username"])
            wachtwoord = self._vraag_wachtwoord(naam)
        except (KeyboardInterrupt, EOFError):
            raise CommandError("Afgebroken. Er is geen account gemaakt.") from None
        account = Account.objects.create_superuser(naam, email=options["email"] or "", password=wachtwoord)
        self.stdout.write(f"Het account {naam} is gemaakt en heeft het recht beheerder. Log in op /werk/.")
        self._geef_koppelcode(account)
        return None

    def _geef_koppelcode(self, account: Account) -> None:
        """Nobody else may be there yet to give one."""
        code = maak_koppelcode(account)
        self.stdout.write(f"Koppelcode voor de app van de tweede factor: {code}. Hij werkt één keer, en 24 uur.")

    def _vraag_naam(self, naam: str | None) -> str:
        while True:
            naam = naam or input("Gebruikersnaam: ").strip()
            try:
                Account._meta.get_field("username").clean(naam, None)
            except ValidationError as fout:
                self._zeg(fout)
            else:
                if zin := ongewoon(naam):
                    self.stderr.write(zin)
                    naam = None
                    continue
                if vorm(naam) not in map(vorm, Account.objects.values_list("username", flat=True)):
                    return naam
                self.stderr.write(f"Er is al een account {naam}. Kies een andere naam.")
            naam = None

    def _vraag_wachtwoord(self, naam: str) -> str:
        while True:
            wachtwoord = getpass("Wachtwoord: ")
            if wachtwoord != getpass("Nog een keer: "):
                self.stderr.write("Dat zijn twee verschillende wachtwoorden. Probeer het opnieuw.")
                continue
            try:
                validate_password(wachtwoord, Account(username=naam))
            except ValidationError as fout:
                self._zeg(fout)
            else:
                return wachtwoord

    def _zeg(self, fout: ValidationError) -> None:
        for zin in fout.messages:
            self.stderr.write(str(zin))
