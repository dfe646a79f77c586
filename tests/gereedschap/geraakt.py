"""The tests that a change touches: test modules that changed, and the folder of tests that mirrors whatever else did.

A rule about folders, for `make check`. What a test really runs is no better guide here: only the first test that uses a
fixture of the session is seen to run it, and templates are seen by none.
"""

import subprocess
import sys
from pathlib import Path, PurePosixPath

from tests.gereedschap.paden import PROJECT

APPS = ("dashboard", "indicators", "ingest")


def geraakt_door(bestand: str) -> set[str]:
    """What of tests/ to run when this file was changed, made or deleted."""
    pad = PurePosixPath(bestand)
    if pad.is_relative_to("tests/browser"):
        return set()  # make test-browser
    if pad.is_relative_to("tests"):
        if pad.name.startswith("test_"):
            return {bestand} if (PROJECT / pad).exists() else set()
        return {_dichtstbij(pad.parent)}
    if pad.is_relative_to("templates"):
        pad = pad.relative_to("templates")
        pad = pad if pad.parts[0] in APPS else PurePosixPath("dashboard") / pad
    if pad.is_relative_to("static"):
        pad = PurePosixPath("dashboard") / pad
    if pad.parts[0] in APPS:
        return {_dichtstbij("tests" / pad.parent)}
    return {f"tests/{test.name}" for test in (PROJECT / "tests").glob("test_*.py")}


def _dichtstbij(map_: PurePosixPath) -> str:
    """This folder, or the nearest above it, with tests."""
    return str(next(m for m in (map_, *map_.parents) if any(Path(PROJECT, m).rglob("test_*.py"))))


def gewijzigd(sinds: str) -> set[str]:
    """The files that are not as they were where this branch left `sinds`, committed or not."""
    bestanden: set[str] = set()
    for opdracht in (
        ["diff", "--no-renames", "--name-only", "--merge-base", sinds],
        ["ls-files", "--others", "--exclude-standard"],
    ):
        uitkomst = subprocess.run(["git", *opdracht], check=False, cwd=PROJECT, stdout=subprocess.PIPE, text=True)
        if uitkomst.returncode:
            sys.exit(uitkomst.returncode)  # git has said why
        bestanden.update(uitkomst.stdout.splitlines())
    return bestanden


if __name__ == "__main__":
    geraakt = {test for bestand in gewijzigd(sys.argv[1]) for test in geraakt_door(bestand)}
    sys.stdout.write("\n".join(sorted(geraakt)))
