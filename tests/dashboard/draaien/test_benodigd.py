"""What the background work misses is named at its start, and it ends; the site itself goes on."""

import pytest
from django.test import Client
from pytest_django import Settings

from dashboard.draaien import benodigd
from tests.gereedschap.processen.processen import Processen, zet_klaar

# Nothing can be written by it, so not in /dev/shm either: as on a full disk, or one that is read only.
NIETS_TE_SCHRIJVEN = """
import resource, runpy
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
runpy.run_module("celery", run_name="__main__")
"""
ZONDER_GEHEUGEN = NIETS_TE_SCHRIJVEN.replace("FSIZE, (0, 0)", "AS, (1_400_000_000, 1_400_000_000)")
BEGIN = "Het werk op de achtergrond start niet. "


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("begin", "opdracht", "zinnen"),
    [
        (NIETS_TE_SCHRIJVEN, "worker", ["In {} kan niets", "Er is geen map voor tijdelijke", "In /dev/shm kan niets"]),
        (NIETS_TE_SCHRIJVEN, "beat", ["In {} kan niets", "Er is geen map voor tijdelijke"]),
        (ZONDER_GEHEUGEN, "worker", ["Een proces krijgt te weinig geheugen"]),
    ],
    ids=["worker", "beat", "memory"],
)
def test_wat_ontbreekt_wordt_genoemd(processen: Processen, begin: str, opdracht: str, zinnen: list[str]) -> None:
    zet_klaar(processen.data_dir, "leeg")
    uitvoer, fouten = (proces := processen.start("-c", begin, "--quiet", "--app", "dashboard", opdracht)).communicate(
        timeout=60
    )

    regels = fouten.splitlines()
    assert (proces.returncode, uitvoer) == (1, ""), fouten
    assert len(regels) == len(zinnen), fouten
    for regel, zin in zip(regels, zinnen, strict=True):
        assert regel.startswith(BEGIN + zin.format(processen.data_dir))


def test_een_werker_zegt_waarop_hij_wacht(processen: Processen) -> None:
    weg = {"DATABASE_URL": "postgres://127.0.0.1:1/doelwijzer", "DOELWIJZER_BROKER_URL": "redis://127.0.0.1:1/0"}
    proces = processen.start("-m", "celery", "--quiet", "--app", "dashboard", "worker", "--concurrency", "1", **weg)
    assert proces.stderr is not None
    regels = []
    while len(regels) < 2:
        regel = proces.stderr.readline()
        assert regel, regels
        regels += [regel] if "wacht op de" in regel else []

    assert regels == [f"De werker wacht op de {naam}: Antwoordt niet.\n" for naam in ("database", "broker")]
    processen.kill_alles()


@pytest.mark.django_db
def test_readyz_zegt_waarom_er_geen_werker_is(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ontbreekt() -> None:
        raise FileNotFoundError

    monkeypatch.setitem(benodigd.PROEVEN, ontbreekt, "/dev/fd is er niet.")

    assert client.get("/readyz").json()["werker"] == "Nog geen hartslag. /dev/fd is er niet."
