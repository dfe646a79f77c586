"""What the image holds, without making it: what the Dockerfile copies and does not take away again."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.gereedschap.paden import PROJECT

DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
PROBEER = """
import django
django.setup()
import dashboard.urls
from django.template.loader import get_template
get_template("dashboard/paginas/overzicht/overzicht.html")
print("klaar")
"""


def test_in_de_image_is_alles_wat_een_pagina_nodig_heeft(tmp_path: Path) -> None:
    [weg] = re.findall(r"rm -r ((?:[^ \\]+ ?)+)", DOCKERFILE)
    bouw, _, _ = DOCKERFILE.partition("\nFROM nginx")
    for naam in re.findall(r"^COPY (\w\S*) \S+$", bouw, re.MULTILINE):
        (shutil.copytree if (PROJECT / naam).is_dir() else shutil.copy)(PROJECT / naam, tmp_path / naam)
    for patroon in weg.split():
        for pad in tmp_path.glob(patroon):
            shutil.rmtree(pad) if pad.is_dir() else pad.unlink()

    omgeving = {"DJANGO_SETTINGS_MODULE": "dashboard.settings", "DOELWIJZER_DATA_DIR": str(tmp_path / "data")}
    opdracht = [sys.executable, "-c", PROBEER]
    klaar = subprocess.run(opdracht, cwd=tmp_path, env=omgeving, capture_output=True, text=True, check=False)

    assert (klaar.stdout, klaar.stderr) == ("klaar\n", "")
