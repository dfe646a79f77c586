"""The services of docker-compose.yml without containers: their commands, as processes."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import Processen

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
DIENSTEN = COMPOSE["services"]


def start_dienst(processen: Processen, dienst: str, omgeving: dict[str, str], naam: str = "") -> subprocess.Popen[str]:
    """The command of a service, as the container would run it; what it says is in a file of that name."""
    basis = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(processen.data_dir)}
    with logboek(processen, naam or dienst).open("w") as uitvoer:
        proces = subprocess.Popen(
            DIENSTEN[dienst]["command"],
            cwd=PROJECT,
            env=basis | {"DOELWIJZER_DATA_DIR": str(processen.data_dir)} | omgeving,
            stdin=subprocess.DEVNULL,
            stdout=uitvoer,
            stderr=subprocess.STDOUT,
            text=True,
        )
    processen.gestart.append(proces)
    return proces


def logboek(processen: Processen, naam: str) -> Path:
    return processen.data_dir / f"{naam}.log"
