"""Backup and restore of the embedded database, in both ways of docs/beheerder.md: the same site comes back."""

import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.gereedschap.processen.processen import Processen, zet_klaar

SITE = """
from hashlib import sha256
from django.conf import settings
from django.core.management import call_command
for wat in ("cijfers", "bedragen"):
    call_command("export", wat)
print(sha256(settings.SECRET_KEY.encode()).hexdigest())
"""


def manage(processen: Processen, *opdracht: str) -> str:
    proces = processen.start("manage.py", *opdracht)
    uitvoer, fouten = proces.communicate()
    assert proces.returncode == 0, fouten
    return uitvoer


def de_site(processen: Processen) -> str:
    """All figures and amounts as CSV, the key of sessions, and the documents that were handed in."""
    documenten = sorted((processen.data_dir / "documenten").glob("*"))
    bestanden = [f"{pad.name} {pad.read_text()}" for pad in documenten]
    return "".join([manage(processen, "shell", "-v0", "-c", SITE), *bestanden])


@contextmanager
def nieuwe_map() -> Iterator[Processen]:
    data_dir = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))  # not tmp_path: the path of a socket must be short
    try:
        yield Processen(data_dir)
    finally:
        shutil.rmtree(data_dir)


@pytest.mark.drawn
def test_terug_uit_een_reservekopie_en_uit_een_kopie_van_de_map_is_het_dezelfde_site(
    processen: Processen, tmp_path: Path
) -> None:
    zet_klaar(processen.data_dir, "edities")
    (processen.data_dir / "documenten").mkdir()
    (processen.data_dir / "documenten" / "abc").write_text("Programmabegroting")
    eerst = de_site(processen)
    assert eerst.count("\n") > 600
    assert eerst.endswith("abc Programmabegroting")

    dump, rest = tmp_path / "doelwijzer.dump", tmp_path / "doelwijzer.tar"
    site = processen.start("manage.py", "serve", PORT="0")  # which goes on
    assert site.stdout is not None
    assert site.stdout.readline().startswith("Doelwijzer staat klaar")
    manage(processen, "reservekopie", str(dump))
    site.terminate()
    site.communicate()
    subprocess.run(["tar", "-C", processen.data_dir, "--exclude=./postgres*", "-cf", rest, "."], check=True)
    assert stat.S_IMODE(dump.stat().st_mode) == 0o600

    with nieuwe_map() as uit_kopie:
        subprocess.run(["tar", "-C", uit_kopie.data_dir, "-xf", rest], check=True)
        manage(uit_kopie, "zet_terug", str(dump))
        manage(uit_kopie, "migrate")
        assert de_site(uit_kopie) == eerst
    with nieuwe_map() as uit_map:
        subprocess.run(["cp", "-a", f"{processen.data_dir}/.", uit_map.data_dir], check=True)
        assert de_site(uit_map) == eerst


def test_terugzetten_kan_alleen_in_een_lege_database(processen: Processen, tmp_path: Path) -> None:
    zet_klaar(processen.data_dir, "leeg")
    uitvoer, fouten = (proces := processen.start("manage.py", "zet_terug", str(tmp_path / "x.dump"))).communicate()

    assert (proces.returncode, uitvoer) == (1, "")
    assert "Deze database is niet leeg." in fouten
    assert "Traceback" not in fouten
