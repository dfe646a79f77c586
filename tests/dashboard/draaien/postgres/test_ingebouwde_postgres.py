"""The embedded PostgreSQL: the first user starts it, the last one stops it, whatever happens in between."""

import os
import signal
import stat
import subprocess
from pathlib import Path

import psutil
import pytest

from dashboard.draaien.postgres import ingebouwd
from dashboard.draaien.postgres.ingebouwd import herstel
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar

# Uses the database, says so, and goes on until it may stop.
VERBIND = "from django.db import connection; connection.ensure_connection(); print('verbonden', flush=True)"
BLIJF = f"{VERBIND}; input()"
VRAAG = "cursor = connection.cursor(); cursor.execute('SELECT 6 * 7'); print(cursor.fetchone()[0], flush=True)"


def verbind(processen: Processen, code: str = BLIJF) -> subprocess.Popen[str]:
    """A manage.py command that uses the database."""
    proces = processen.start("manage.py", "shell", "-v", "0", "-c", code)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "verbonden\n"
    return proces


pytestmark = pytest.mark.drawn  # each starts servers of its own


@pytest.fixture
def gemaakt(processen: Processen) -> Processen:
    """Processes on a data directory in which the database has been made."""
    zet_klaar(processen.data_dir, "leeg")
    return processen


def test_een_opdracht_zonder_database_start_er_geen(processen: Processen) -> None:
    _, fouten = (proces := processen.start("manage.py", "check")).communicate()

    assert proces.returncode == 0, fouten
    assert [pad.name for pad in processen.data_dir.iterdir()] == ["geheime-sleutel"]
    assert stat.S_IMODE((processen.data_dir / "geheime-sleutel").stat().st_mode) == 0o600


def test_de_server_leeft_zo_lang_als_zijn_enige_gebruiker_en_laat_stdout_met_rust(processen: Processen) -> None:
    proces = verbind(processen)
    server, *_ = processen.servers()

    assert server.net_connections("inet") == []
    for naam in ("", "data", "socket"):
        staat = (processen.data_dir / "postgres" / naam).stat()
        assert stat.S_IMODE(staat.st_mode) == 0o700
        assert staat.st_uid == server.uids().effective != 0

    uitvoer, _ = proces.communicate("\n")
    assert (proces.returncode, uitvoer) == (0, "")
    assert not processen.servers()


def test_de_laatste_gebruiker_stopt_de_server(gemaakt: Processen) -> None:
    eerste = verbind(gemaakt)
    tweede = verbind(gemaakt, f"{VERBIND}; input(); {VRAAG}")

    eerste.communicate("\n")
    assert gemaakt.servers()
    uitvoer, _ = tweede.communicate("\n")

    assert uitvoer == "42\n"
    assert not gemaakt.servers()


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_een_onderbroken_opdracht_stopt_de_server(gemaakt: Processen, signaal: signal.Signals) -> None:
    proces = verbind(gemaakt)

    proces.send_signal(signaal)

    assert proces.wait(3) == 128 + signaal
    assert not gemaakt.servers()


def test_onderbroken_bij_het_maken_van_de_database_blijft_er_niets_half_achter(processen: Processen) -> None:
    proces = processen.start("manage.py", "shell", "-v", "0", "-c", BLIJF)
    wacht_tot((processen.data_dir / "postgres" / "data.nieuw").exists)

    proces.send_signal(signal.SIGTERM)

    assert proces.wait(10) == 128 + signal.SIGTERM
    assert not processen.over()
    verbind(processen).communicate("\n")


def test_starten_nadat_alles_gedood_is(gemaakt: Processen) -> None:
    verbind(gemaakt)
    gemaakt.kill_alles()
    assert (gemaakt.data_dir / "postgres" / "data" / "postmaster.pid").exists()

    verbind(gemaakt).communicate("\n")

    assert not gemaakt.servers()


def geef_nummer(processen: Processen, pid: int) -> None:
    """The process with this number now stands in the pid file of the killed server."""
    pidbestand = processen.data_dir / "postgres" / "data" / "postmaster.pid"
    oud_nummer, rest = pidbestand.read_text().split("\n", 1)
    assert int(oud_nummer) != pid
    pidbestand.write_text(f"{pid}\n{rest}")


def test_wie_de_gedode_server_mist_start_hem_en_twee_tegelijk_starten_er_een(gemaakt: Processen) -> None:
    verlies = "cursor = connection.cursor()\ntry: cursor.execute('SELECT 1')\nexcept Exception: connection.close()"
    code = f"{VERBIND}\ninput()\n{verlies}\n{VRAAG}\ninput()"
    gebruikers = [verbind(gemaakt, code) for _ in range(2)]
    eigenaar = gemaakt.servers()[0].uids().effective
    gemaakt.dood_servers()
    # In a container nobody may wait for what was killed: it keeps its number.
    gestorven = subprocess.Popen(["true"], user=eigenaar, cwd="/")
    wacht_tot(lambda: psutil.Process(gestorven.pid).status() == psutil.STATUS_ZOMBIE)
    geef_nummer(gemaakt, gestorven.pid)

    for gebruiker in gebruikers:
        assert gebruiker.stdin is not None
        gebruiker.stdin.write("\n")
        gebruiker.stdin.flush()

    antwoorden = [gebruiker.stdout and gebruiker.stdout.readline() for gebruiker in gebruikers]
    assert antwoorden == ["42\n", "42\n"], gebruikers[0].communicate()
    assert len(gemaakt.postmasters()) == 1
    fouten = [gebruiker.communicate("\n")[1] for gebruiker in gebruikers]
    assert "".join(fouten).count("PostgreSQL was weg en is opnieuw gestart.") <= 1
    assert not gemaakt.servers()
    assert gestorven.wait() == 0


def test_starten_als_een_ander_proces_het_nummer_van_de_gedode_server_heeft(gemaakt: Processen) -> None:
    verbind(gemaakt)
    eigenaar = gemaakt.servers()[0].uids().effective
    gemaakt.kill_alles()
    vreemde = subprocess.Popen(["sleep", "60"], user=eigenaar, cwd="/")
    geef_nummer(gemaakt, vreemde.pid)

    verbind(gemaakt).communicate("\n")

    assert vreemde.poll() is None
    vreemde.kill()
    vreemde.wait()


def test_het_einde_van_een_kind_laat_de_server_aan_de_ouder(gemaakt: Processen) -> None:
    kind = "import os, sys; pid = os.fork(); pid or sys.exit(0); os.waitpid(pid, 0); connection.close()"
    proces = verbind(gemaakt, f"{VERBIND}; {kind}; {VRAAG}; input()")
    assert proces.stdout is not None

    assert proces.stdout.readline() == "42\n"
    proces.communicate("\n")


def test_gebruikers_die_tegelijk_komen_en_gaan(processen: Processen) -> None:
    gebruik = (
        "import sys, psycopg; from pathlib import Path; from dashboard.draaien.postgres import ingebouwd as p;"
        "map_ = Path(sys.argv[1]); p.gebruik(map_);"
        "c = psycopg.connect(host=str(p.socketmap(map_)), user='postgres', dbname='doelwijzer');"
        "print(c.execute('SELECT 6 * 7').fetchone()[0])"
    )
    for _ in range(3):
        ronde = [processen.start("-c", gebruik, str(processen.data_dir)) for _ in range(8)]
        uitkomsten = [(*proces.communicate(), proces.returncode) for proces in ronde]
        assert {(uitvoer, code) for uitvoer, _, code in uitkomsten} == {("42\n", 0)}, uitkomsten
        assert not processen.servers()


def test_een_lang_pad_krijgt_een_korte_socket_die_weer_weggaat(processen: Processen) -> None:
    data_dir = processen.data_dir / ("lange naam, met een komma " * 4)
    socketmap = ingebouwd.socketmap(data_dir)
    proces = processen.start("manage.py", "shell", "-v", "0", "-c", BLIJF, DOELWIJZER_DATA_DIR=str(data_dir))
    assert proces.stdout is not None
    assert proces.stdout.readline() == "verbonden\n"

    assert len(str(socketmap)) < ingebouwd.LANGSTE_SOCKETMAP
    assert stat.S_IMODE(socketmap.stat().st_mode) == 0o700
    proces.communicate("\n")
    assert not socketmap.exists()


def test_een_map_van_een_ander_wordt_geweigerd(processen: Processen, tmp_path: Path) -> None:
    (processen.data_dir / "postgres").symlink_to(tmp_path)

    uitvoer, fouten = (proces := processen.start("manage.py", "migrate", "--check")).communicate()

    assert (proces.returncode, uitvoer) == (1, "")
    assert "DOELWIJZER_DATA_DIR" in fouten.splitlines()[-1]
    assert "Traceback" not in fouten


def test_alleen_root_maakt_de_weg_vrij_voor_de_gebruiker_van_de_server_en_zegt_dat(processen: Processen) -> None:
    """Root hands the server to another user, who must be able to come in; anybody else keeps the door shut."""
    als_root = os.geteuid() == 0
    processen.data_dir.chmod(0o700)

    _, fouten = verbind(processen).communicate("\n")

    gemeld = f"Begaanbaar gemaakt voor PostgreSQL (chmod o+x): {processen.data_dir}\n"
    assert fouten == (gemeld if als_root else "")
    assert stat.S_IMODE(processen.data_dir.stat().st_mode) == (0o701 if als_root else 0o700)


def test_is_de_map_weg_dan_komt_er_geen_lege_database_voor_in_de_plaats(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert not herstel(tmp_path, 1)
    assert "Zet de map terug." in caplog.text
    assert not (tmp_path / "postgres" / "data").exists()
