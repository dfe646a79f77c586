"""manage.py serve: from nothing to an answering site, and back to nothing."""

import http.client
import signal
import socket
import subprocess
import time
from contextlib import closing
from urllib.parse import urlsplit

import psutil
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar

STOPTIJD = 3


def start(processen: Processen, **omgeving: str) -> tuple[subprocess.Popen[str], str]:
    """The site on a free port, and its address."""
    proces = processen.start("manage.py", "serve", PORT="0", **omgeving)
    assert proces.stdout is not None
    regel = proces.stdout.readline()
    assert regel.startswith("Doelwijzer staat klaar op http://127.0.0.1:"), proces.communicate()
    return proces, urlsplit(regel.split()[4]).netloc


def kinderen(proces: subprocess.Popen[str]) -> list[psutil.Process]:
    """Two workers of the web server, and one of the background work."""
    ouder = psutil.Process(proces.pid)
    return wacht_tot(lambda: ouder.children() if len(ouder.children()) == 3 else [])


def stop(
    processen: Processen, proces: subprocess.Popen[str], signaal: signal.Signals, *, na_fouten: bool = False
) -> str:
    """Stop it in time and completely; what it wrote on stderr."""
    begin = time.monotonic()
    proces.send_signal(signaal)
    uitvoer, fouten = proces.communicate(timeout=10)
    duur = time.monotonic() - begin

    assert (proces.returncode, uitvoer) == (0, ""), fouten
    assert duur < STOPTIJD
    assert not processen.over()
    assert na_fouten or "Traceback" not in fouten
    return fouten


@pytest.mark.drawn
def test_dient_en_stopt_ook_met_open_verbindingen(processen: Processen) -> None:
    for signaal in (signal.SIGINT, signal.SIGTERM):
        proces, adres = start(processen)
        with closing(http.client.HTTPConnection(adres)) as gebruikt, closing(http.client.HTTPConnection(adres)) as stil:
            stil.connect()  # as a browser does beforehand
            half = [socket.create_connection(adres.split(":")) for _ in range(20)]
            for verbinding in half:
                verbinding.sendall(b"GET / HTTP/1.1\r\nX-Ha")
            gebruikt.request("GET", "/")
            antwoord = gebruikt.getresponse()
            antwoord.read()

            assert antwoord.status == 200
            assert "script-src 'self'" in antwoord.headers["Content-Security-Policy"]
            assert "Server" not in antwoord.headers
            assert "ERROR" not in stop(processen, proces, signaal)
            for verbinding in half:
                verbinding.close()


def vraag(adres: str, pad: str) -> tuple[int, str]:
    with closing(http.client.HTTPConnection(adres)) as verbinding:
        verbinding.request("GET", pad)
        antwoord = verbinding.getresponse()
        return antwoord.status, antwoord.read().decode()


@pytest.mark.drawn
def test_doet_ook_het_werk_op_de_achtergrond(processen: Processen) -> None:
    zet_klaar(processen.data_dir, "edities")
    proces, adres = start(processen)
    wacht_tot(
        lambda: vraag(adres, "/readyz") == (200, '{"database": "ok", "schijf": "ok", "broker": "ok", "werker": "ok"}')
    )

    stop(processen, proces, signal.SIGTERM)


@pytest.mark.drawn
def test_dient_ook_als_de_broker_niet_antwoordt(processen: Processen) -> None:
    zet_klaar(processen.data_dir, "edities")
    proces, adres = start(processen, DOELWIJZER_BROKER_URL="redis://127.0.0.1:1/0")

    assert vraag(adres, "/")[0] == 200
    status, toestand = vraag(adres, "/readyz")
    assert (status, '"broker": "Antwoordt niet."' in toestand) == (503, True)
    stop(processen, proces, signal.SIGTERM)


@pytest.mark.drawn
def test_stopt_ook_als_de_werkers_hangen(processen: Processen) -> None:
    zet_klaar(processen.data_dir, "edities")
    proces, _ = start(processen)
    for kind in kinderen(proces):
        kind.suspend()

    stop(processen, proces, signal.SIGTERM)


@pytest.mark.drawn
def test_komt_terug_als_de_database_is_gedood(processen: Processen) -> None:
    """Its first process, one of the others, and all at once; or when it hung for a while. Then it stops as ever."""
    zet_klaar(processen.data_dir, "edities")
    site, adres = start(processen)
    assert vraag(adres, "/")[0] == 200
    for wie in ("hoofd", "kind", "alle"):
        [hoofd] = processen.postmasters()
        for proces in {"hoofd": [hoofd], "kind": hoofd.children()[-1:], "alle": processen.servers()}[wie]:
            proces.kill()
        wacht_tot(lambda: vraag(adres, "/readyz")[0] == 200)
        assert vraag(adres, "/")[0] == 200

    servers = processen.servers()
    for server in servers:
        server.suspend()  # and says nothing any more
    wacht_tot(lambda: vraag(adres, "/")[0] == 503)  # a kept page is given for 50 ms yet
    assert (vraag(adres, "/readyz")[0], vraag(adres, "/livez")[0]) == (503, 200)
    for server in servers:
        server.resume()
    wacht_tot(lambda: vraag(adres, "/")[0] == 200)

    stop(processen, site, signal.SIGTERM, na_fouten=True)


@pytest.mark.drawn
def test_van_een_gedode_site_blijft_alleen_de_database(processen: Processen) -> None:
    zet_klaar(processen.data_dir, "edities")
    proces, _ = start(processen)
    kinderen(proces)
    proces.kill()

    wacht_tot(lambda: processen.over() == processen.servers())
    processen.start("manage.py", "migrate").communicate()  # the next user stops what was left
    wacht_tot(lambda: not processen.over())  # whom nobody waits for stays in the list a moment


@pytest.mark.drawn
@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_stopt_terwijl_alles_nog_wordt_klaargezet(processen: Processen, signaal: signal.Signals) -> None:
    proces = processen.start("manage.py", "serve", PORT="0")
    wacht_tot((processen.data_dir / "postgres" / "data").exists)

    stop(processen, proces, signaal)


def test_een_bezette_poort_wordt_gezegd_voordat_er_iets_start(processen: Processen) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = str(bezet.getsockname()[1])
        uitvoer, fouten = (proces := processen.start("manage.py", "serve", PORT=poort)).communicate()

    assert (proces.returncode, uitvoer) == (1, "")
    assert f"127.0.0.1:{poort} is al in gebruik" in fouten
    assert "Traceback" not in fouten
    assert not (processen.data_dir / "postgres").exists()


def test_dev_is_alleen_voor_wie_de_site_verandert() -> None:
    with pytest.raises(CommandError, match="Zet DOELWIJZER_DEBUG=1"):
        call_command("dev")
