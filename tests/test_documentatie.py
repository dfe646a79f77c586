"""What the documentation names exists: settings, commands, targets of make, addresses, files. It names each setting."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from dashboard import settings
from tests.gereedschap.documenten.documenten import volledig
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.vragen import lees_vragen

DOCUMENTEN = sorted(str(p.relative_to(PROJECT)) for p in [*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
OPDRACHTEN = ["Makefile", "docker-compose.yml", "Dockerfile", ".env.example", ".ci/run", ".pre-commit-config.yaml"]
BRONNEN = sorted(
    str(bestand.relative_to(PROJECT))
    for map_ in ("benchmarks", "dashboard", "indicators", "ingest", "tests")
    for bestand in (PROJECT / map_).rglob("*.py")
)
MAPPEN = ("benchmarks", "dashboard", "docs", "indicators", "ingest", "static", "templates", "tests")

BESTAND = re.compile(r"(?<![\w/.<>-])(?:[\w.-]+/)*[\w-]+\.(?:py|toml|yaml|yml|css|js|mjs|html|svg|md|sql)\b(?!/)")
MAP = re.compile(rf"(?<![\w/.-])(?:{'|'.join(MAPPEN)})/[\w./-]*(?<!\.)")
ADRES = re.compile(r"`(?:https://<site>)?(/[^`\s?#]*)[^`\s]*`")
ZONDER_ROUTE = ("/livez", "/readyz", "/.well-known/openid-configuration")  # of our middleware, and of another site


def lees(bestand: str) -> str:
    return (PROJECT / bestand).read_text()


def genoemd(patroon: str, bestand: str) -> set[str]:
    return set(re.findall(patroon, lees(bestand), re.MULTILINE))


@cache
def instellingen() -> set[str]:
    """The environment variables that the site asks for."""
    bronnen = [str(pad.relative_to(PROJECT)) for pad in (PROJECT / "dashboard").rglob("*.py")]
    return {naam for bron in bronnen for naam in genoemd(r"os\.environ\.get\([\"'](\w+)[\"']", bron)}


def test_de_site_heeft_instellingen() -> None:
    assert {"DATABASE_URL", "DOELWIJZER_OIDC_CLIENT_SECRET", "PORT"} <= instellingen()


@pytest.mark.parametrize("bestand", [*DOCUMENTEN, *OPDRACHTEN, "dashboard/settings.py"])
def test_elke_genoemde_instelling_bestaat(bestand: str) -> None:
    assert genoemd(r"\bDOELWIJZER_[A-Z_]+\b", bestand) <= instellingen()


def test_het_voorbeeld_zet_alleen_wat_wordt_gebruikt() -> None:
    gezet = genoemd(r"^(?:# )?([A-Z_]+)=", ".env.example")
    assert gezet <= instellingen() | genoemd(r"\$\{(\w+)", "docker-compose.yml")


@pytest.mark.parametrize("bestand", [".env.example", "dashboard/settings.py"])
def test_elke_instelling_staat_in_de_lijst(bestand: str) -> None:
    tekst = settings.__doc__ if bestand == "dashboard/settings.py" else lees(bestand)
    assert tekst is not None
    assert {naam for naam in instellingen() if not re.search(rf"\b{naam}\b", tekst)} == set()


@pytest.mark.parametrize("bestand", [*DOCUMENTEN, "docker-compose.yml", ".ci/run"])
def test_elke_genoemde_opdracht_bestaat(bestand: str) -> None:
    assert genoemd(r"manage\.py ([a-z_]+)", bestand) <= set(get_commands())


@pytest.mark.parametrize("bestand", [*DOCUMENTEN, ".ci/run", ".pre-commit-config.yaml"])
def test_elk_genoemd_doel_van_make_bestaat(bestand: str) -> None:
    doelen = genoemd(r"^([a-z][a-z-]*):", "Makefile")
    assert genoemd(r"(?:^ {4}|`|entry: |step .*)make (?:--[a-z-]+ )*([a-z][a-z-]*)", bestand) <= doelen


def bestaat_adres(adres: str) -> bool:
    if adres in ZONDER_ROUTE:
        return True
    try:
        resolve(re.sub(r"<\w+>", "1", adres))
    except Resolver404:
        return False
    return True


@pytest.mark.parametrize("bestand", DOCUMENTEN)
def test_elk_genoemd_adres_bestaat(bestand: str) -> None:
    assert {adres for adres in genoemd(ADRES.pattern, bestand) if not bestaat_adres(adres)} == set()


@cache
def _namen() -> set[str]:
    """Every file of the project, by each end of its path: getallen.py, taal/getallen.py and so on."""
    bestanden = [*(pad for map_ in MAPPEN for pad in (PROJECT / map_).rglob("*")), *PROJECT.iterdir()]
    delen = [pad.relative_to(PROJECT).parts for pad in bestanden]
    return {"/".join(deel[begin:]) for deel in delen for begin in range(len(deel))}


@pytest.mark.parametrize("bestand", [*DOCUMENTEN, *OPDRACHTEN])
def test_elk_genoemd_bestand_bestaat(bestand: str) -> None:
    assert {naam for naam in genoemd(BESTAND.pattern, bestand) if naam not in _namen()} == set()


@pytest.mark.parametrize("bestand", BRONNEN)
def test_elk_bestand_in_uitleg_bij_code_bestaat(bestand: str) -> None:
    uitleg = " ".join(re.findall(r'"""(?s:.*?)"""|# .*', lees(bestand)))
    assert {naam for naam in BESTAND.findall(uitleg) if naam not in _namen()} == set()


@pytest.mark.parametrize("bestand", [*DOCUMENTEN, *OPDRACHTEN])
def test_elke_genoemde_map_bestaat(bestand: str) -> None:
    genoemde = genoemd(MAP.pattern, bestand)
    assert {naam for naam in genoemde if not Path(PROJECT, naam).exists()} == set()


@pytest.mark.documents
def test_wat_alleen_in_het_hele_document_staat_staat_daar() -> None:
    plekken = [plek for vraag in lees_vragen() for plek in vraag.plekken if not plek.op_de_site]
    assert plekken
    for plek in plekken:
        regel = volledig(plek.publicatie).read_text(encoding="utf-8").split("\n")[plek.regel - 1]
        assert plek.gedrukt
        assert plek.gedrukt in " ".join(regel.split()), plek
