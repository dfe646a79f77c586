"""What make says and does on a machine that lacks something."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.gereedschap.geraakt import geraakt_door
from tests.gereedschap.paden import PROJECT


def make(*opdracht: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run make, apart from a make that this suite may run in."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    return subprocess.run(["make", *opdracht], check=False, env=schoon | omgeving, capture_output=True, text=True)


def test_zonder_venv_zegt_make_welk_pakket_ontbreekt(tmp_path: Path) -> None:
    """Debian has the part of Python that venv needs in a package of its own."""
    for lijst in ("requirements-uv.txt", "requirements.txt"):
        (tmp_path / lijst).touch()
    (tmp_path / "ensurepip.py").write_text("raise ImportError")

    uitkomst = make(
        f"--file={PROJECT / 'Makefile'}", f"--directory={tmp_path}", ".venv/runtime", PYTHONPATH=str(tmp_path)
    )

    assert uitkomst.returncode != 0
    assert "Doelwijzer needs Python's venv: on Debian and Ubuntu, install the package python3" in uitkomst.stderr
    assert not (tmp_path / ".venv").exists()


def test_meten_heeft_ook_nodig_wat_alleen_de_tests_nodig_hebben() -> None:
    """It makes a PDF to read."""
    uitkomst = make(f"--directory={PROJECT}", "--dry-run", "--what-if=requirements-dev.txt", "bench")

    assert "-r requirements-dev.txt" in uitkomst.stdout


@pytest.mark.drawn
def test_de_lijst_van_wat_van_anderen_is_noemt_alles(tmp_path: Path) -> None:
    klaar = ("--old-file=setup", "--old-file=.venv/dev")
    uitkomst = make(f"--directory={PROJECT}", *klaar, "sbom", f"SBOM={tmp_path}")
    assert uitkomst.returncode == 0, uitkomst.stderr

    for lijst, verwacht in {
        "python.cdx.json": set(re.findall(r"^([\w.-]+)==", (PROJECT / "requirements.txt").read_text(), re.MULTILINE)),
        "npm.cdx.json": json.loads((PROJECT / "package.json").read_text())["dependencies"].keys(),
    }.items():
        inhoud = json.loads((tmp_path / lijst).read_text())
        namen = {"/".join(filter(None, (deel.get("group"), deel["name"]))) for deel in inhoud["components"]}
        assert inhoud["bomFormat"] == "CycloneDX"
        assert verwacht <= namen


@pytest.mark.parametrize(
    ("gewijzigd", "tests"),
    [
        ("ingest/lezer/taal/getallen.py", "tests/ingest/lezer/taal"),
        ("indicators/models/geld.py", "tests/indicators"),
        ("dashboard/settings.py", "tests/dashboard"),
        ("templates/ingest/keuzes/keuze.html", "tests/ingest/keuzes"),
        ("templates/onderdelen/tabel.html", "tests/dashboard"),
        ("static/src/thema.css", "tests/dashboard"),
        ("tests/indicators/test_netto.py", "tests/indicators/test_netto.py"),
        ("tests/indicators/test_weg.py", None),
        ("tests/ingest/verwacht/cijfers-PB-2023.csv", "tests/ingest"),
        ("tests/gereedschap/laden.py", "tests"),
        ("tests/browser/test_papier.py", None),
        ("docs/raadslid.md", "tests/test_make.py"),
    ],
)
def test_een_wijziging_raakt_de_tests_van_haar_map(gewijzigd: str, tests: str | None) -> None:
    geraakt = geraakt_door(gewijzigd)

    assert tests in geraakt if tests else not geraakt


def test_voor_een_commit_gaat_alles_wat_lint_nagaat() -> None:
    lint = make(f"--directory={PROJECT}", "--print-data-base", "--dry-run", "--question", "lint").stdout
    doelen = re.search(r"^lint: (.*)$", lint, re.MULTILINE)
    (bron,) = yaml.safe_load((PROJECT / ".pre-commit-config.yaml").read_text())["repos"]

    assert doelen is not None
    assert [haak["id"] for haak in bron["hooks"]] == doelen[1].split()
    assert {haak["entry"].split()[-1] == haak["id"] for haak in bron["hooks"]} == {True}
