"""What is set wrongly is said in one sentence; production asks for what it needs."""

import pytest

from tests.dashboard.processen import Processen

PRODUCTIE = {
    "DOELWIJZER_OMGEVING": "productie",
    "DOELWIJZER_SECRET_KEY": "".join(chr(65 + i % 50) for i in range(60)),
    "DOELWIJZER_HOSTS": "doelwijzer.example",
    "DATABASE_URL": "postgres://db.example/doelwijzer",
    "DOELWIJZER_UITGEVER": "Griffie",
    "DOELWIJZER_CONTACT": "griffie@doelwijzer.example",
}


def check(processen: Processen, omgeving: dict[str, str]) -> tuple[int, str]:
    opdracht = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    _, fouten = (proces := processen.start(*opdracht, **omgeving)).communicate()
    return proces.returncode, fouten


def test_production_is_safe_and_keeps_nothing_in_the_data_directory(processen: Processen) -> None:
    assert check(processen, PRODUCTIE) == (0, "")
    assert list(processen.data_dir.iterdir()) == []


@pytest.mark.parametrize("naam", sorted(PRODUCTIE.keys() - {"DOELWIJZER_OMGEVING"}))
def test_production_names_what_is_missing(processen: Processen, naam: str) -> None:
    zonder = {sleutel: waarde for sleutel, waarde in PRODUCTIE.items() if sleutel != naam}

    assert check(processen, zonder) == (1, f"Zet {naam}. In productie heeft Doelwijzer die nodig.\n")


@pytest.mark.parametrize(
    ("verkeerd", "reden"),
    [({"DOELWIJZER_OMGEVING": "produktie"}, "Kies lokaal of productie."), ({"DOELWIJZER_DEBUG": "1"}, "DEBUG")],
)
def test_wrong_value_is_refused(processen: Processen, verkeerd: dict[str, str], reden: str) -> None:
    code, fouten = check(processen, PRODUCTIE | verkeerd)

    assert code == 1
    assert reden in fouten
    assert len(fouten.splitlines()) == 1


OIDC = {
    "DOELWIJZER_OIDC_ISSUER": "https://inlog.gemeente.example",
    "DOELWIJZER_OIDC_CLIENT_ID": "doelwijzer",
    "DOELWIJZER_OIDC_CLIENT_SECRET": "geheim",
}


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({}, ""),
        ({"DOELWIJZER_OIDC_ISSUER": "http://127.0.0.1:3000"}, ""),
        ({"DOELWIJZER_OIDC_ISSUER": "http://inlog.gemeente.example"}, "moet met https:// beginnen."),
        ({"DOELWIJZER_OIDC_CLIENT_SECRET": ""}, "DOELWIJZER_OIDC_CLIENT_SECRET"),
    ],
)
def test_sign_in_of_the_municipality_is_safe_or_refused(
    processen: Processen, anders: dict[str, str], reden: str
) -> None:
    code, fouten = check(processen, PRODUCTIE | OIDC | anders)

    assert (code, reden in fouten) == (1 if reden else 0, True)
    assert len(fouten.splitlines()) == (1 if reden else 0)
