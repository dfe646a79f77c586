"""What is set wrongly is said in one sentence; production asks for what it needs."""

import re

import pytest

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import Processen
from tests.gereedschap.productie import PRODUCTIE, VEILIG


@pytest.mark.drawn
def check(processen: Processen, omgeving: dict[str, str]) -> tuple[int, str]:
    opdracht = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    _, fouten = (proces := processen.start(*opdracht, **omgeving)).communicate()
    return proces.returncode, fouten


def test_productie_is_veilig_en_bewaart_niets_in_de_datamap(processen: Processen) -> None:
    assert check(processen, VEILIG) == (0, "")
    assert list(processen.data_dir.iterdir()) == []


@pytest.mark.parametrize("naam", sorted(PRODUCTIE.keys() - {"DOELWIJZER_OMGEVING"}))
def test_productie_noemt_wat_ontbreekt(processen: Processen, naam: str) -> None:
    zonder = {sleutel: waarde for sleutel, waarde in PRODUCTIE.items() if sleutel != naam}

    assert check(processen, zonder) == (1, f"Zet {naam}. In productie heeft Doelwijzer die nodig.\n")


@pytest.mark.parametrize(
    ("verkeerd", "reden"),
    [
        ({"DOELWIJZER_OMGEVING": "produktie"}, "Kies lokaal of productie."),
        ({"DOELWIJZER_DEBUG": "1"}, "DEBUG"),
        ({"DOELWIJZER_SMTP_URL": "mail.example"}, "DOELWIJZER_SMTP_URL begint met smtp:// of smtps://"),
        ({"DOELWIJZER_SMTP_URL": "smtp://mail.example:poort"}, "DOELWIJZER_SMTP_URL is de poort geen getal"),
    ],
)
def test_een_foute_waarde_wordt_geweigerd(processen: Processen, verkeerd: dict[str, str], reden: str) -> None:
    code, fouten = check(processen, PRODUCTIE | verkeerd)

    assert code == 1
    assert reden in fouten
    assert len(fouten.splitlines()) == 1


OIDC = {
    "DOELWIJZER_OIDC_ISSUER": "https://inlog.gemeente.example",
    "DOELWIJZER_OIDC_CLIENT_ID": "doelwijzer",
    "DOELWIJZER_OIDC_CLIENT_SECRET": "geheim",
}


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({}, ""),
        ({"DOELWIJZER_OIDC_ISSUER": "http://127.0.0.1:3000"}, ""),
        ({"DOELWIJZER_OIDC_ISSUER": "http://inlog.gemeente.example"}, "moet met https:// beginnen."),
        ({"DOELWIJZER_OIDC_CLIENT_SECRET": ""}, "DOELWIJZER_OIDC_CLIENT_SECRET"),
    ],
)
def test_de_gemeentelogin_is_veilig_of_wordt_geweigerd(
    processen: Processen, anders: dict[str, str], reden: str
) -> None:
    code, fouten = check(processen, VEILIG | OIDC | anders)

    assert (code, reden in fouten) == (1 if reden else 0, True)
    assert len(fouten.splitlines()) == (1 if reden else 0)


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("onveilig", "nummers"),
    [
        ({"DOELWIJZER_SMTP_URL": ""}, ["dashboard.W002"]),
        ({"DOELWIJZER_ADRES": ""}, ["dashboard.W003"]),
        ({"DOELWIJZER_ADRES": "https://elders.example"}, ["dashboard.W003"]),
        ({"DOELWIJZER_BROKER_URL": "redis://redis.example/0"}, ["dashboard.W004"]),
        ({"DOELWIJZER_BROKER_URL": "redis://:geheim@redis.example/0"}, []),
        ({"DOELWIJZER_HOSTS": "doelwijzer.example,*"}, ["dashboard.W006"]),
        ({"DOELWIJZER_SJABLOON": "/is/er/niet.docx"}, ["dashboard.W007"]),
        ({"DOELWIJZER_SJABLOON": str(PROJECT / "README.md")}, ["dashboard.W007"]),
        ({"DOELWIJZER_SECRET_KEY": "kort"}, ["security.W009"]),
    ],
)
def test_check_noemt_elke_onveilige_instelling(
    processen: Processen, onveilig: dict[str, str], nummers: list[str]
) -> None:
    code, fouten = check(processen, VEILIG | onveilig)

    assert re.findall(r"\w+\.W\d+", fouten) == nummers
    assert code == bool(nummers)
    assert fouten.count("HINT: ") == len([nummer for nummer in nummers if nummer.startswith("dashboard")])


@pytest.mark.drawn
def test_check_noemt_een_map_die_anderen_kunnen_lezen(processen: Processen) -> None:
    processen.data_dir.chmod(0o755)

    assert "(dashboard.W005)" in check(processen, VEILIG)[1]


def test_check_noemt_een_site_die_niet_als_productie_draait(processen: Processen) -> None:
    assert "(dashboard.W001)" in check(processen, {})[1]
