"""The first beheerder, made on the command line."""

import pytest
from django.core.management import call_command

from ingest.models import Account
from tests.gereedschap.mensen import ingelogd, maak_account

pytestmark = pytest.mark.django_db


def test_de_eerste_beheerder_wordt_op_de_opdrachtregel_gemaakt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "zeven-blauwe-fietsen")
    call_command("createsuperuser", username="eerste", email="e@gemeente.example", interactive=False, verbosity=0)

    assert ingelogd(Account.objects.get(username="eerste")).get("/beheer/").status_code == 200


def test_de_opdrachtregel_vraagt_de_eerste_beheerder_in_het_nederlands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    namen = iter(["", "bea", "eerste"])
    wachtwoorden = iter(["kort", "kort", "zeven-blauwe-fietsen", "zes", *["zeven-blauwe-fietsen"] * 2])
    gevraagd: list[str] = []
    monkeypatch.setattr("builtins.input", lambda vraag: gevraagd.append(vraag) or next(namen))
    monkeypatch.setattr("ingest.management.commands.createsuperuser.getpass", lambda _: next(wachtwoorden))
    maak_account("bea")

    call_command("createsuperuser")

    uit, fouten = capsys.readouterr()
    assert set(gevraagd) == {"Gebruikersnaam: "}
    assert "Dit veld kan niet leeg zijn" in fouten
    assert "Er is al een account bea. Kies een andere naam." in fouten
    assert "Dat zijn twee verschillende wachtwoorden. Probeer het opnieuw." in fouten
    assert "Dit wachtwoord is te kort. Het moet minstens 12 tekens hebben." in fouten
    assert "Het account eerste is gemaakt en heeft het recht beheerder. Log in op /werk/." in uit
    eerste = Account.objects.get(username="eerste")
    assert (eerste.email, eerste.check_password("zeven-blauwe-fietsen"), eerste.rollen) == ("", True, {"beheerder"})
