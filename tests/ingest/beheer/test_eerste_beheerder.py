"""The first beheerder, made on the command line."""

import re

import pytest
from django.core.management import call_command

from ingest.models import Account
from tests.gereedschap.mensen import ingelogd, maak_account

pytestmark = pytest.mark.django_db


def koppelt_met(uit: str, account: Account) -> bool:
    """Whether what is on the screen lets the first beheerder couple an app: nobody else could give them a code."""
    [code] = re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}", uit)
    antwoord = ingelogd(account, met_code=False).post("/inloggen/koppelcode/", {"koppelcode": code})
    return antwoord.status_code == 302


def test_de_eerste_beheerder_wordt_op_de_opdrachtregel_gemaakt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "zeven-blauwe-fietsen")
    call_command("createsuperuser", username="eerste", email="e@gemeente.example", interactive=False, verbosity=0)

    eerste = Account.objects.get(username="eerste")
    assert koppelt_met(capsys.readouterr().out, eerste)
    assert ingelogd(eerste).get("/beheer/").status_code == 200


def test_de_opdrachtregel_vraagt_de_eerste_beheerder_in_het_nederlands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    namen = iter(["", "bea", "BEA", "e\u0435rste", "eerste"])
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
    assert "Er is al een account BEA. Kies een andere naam." in fouten
    assert "hoort niet bij ons alfabet" in fouten
    assert "Dat zijn twee verschillende wachtwoorden. Probeer het opnieuw." in fouten
    assert "Dit wachtwoord is te kort. Het moet minstens 12 tekens hebben." in fouten
    assert "Het account eerste is gemaakt en heeft het recht beheerder. Log in op /werk/." in uit
    eerste = Account.objects.get(username="eerste")
    assert koppelt_met(uit, eerste)
    assert (eerste.email, eerste.check_password("zeven-blauwe-fietsen"), eerste.rollen) == ("", True, {"beheerder"})
