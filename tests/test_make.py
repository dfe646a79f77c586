"""What make says and does on a machine that lacks something."""

import os
import subprocess
from pathlib import Path

from tests.gereedschap.paden import PROJECT


def make(*opdracht: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run make, apart from a make that this suite may run in."""
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    return subprocess.run(["make", *opdracht], check=False, env=schoon | omgeving, capture_output=True, text=True)


def test_zonder_venv_zegt_make_welk_pakket_ontbreekt(tmp_path: Path) -> None:
    """Debian has the part of Python that venv needs in a package of its own."""
    (tmp_path / "requirements.txt").touch()
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
