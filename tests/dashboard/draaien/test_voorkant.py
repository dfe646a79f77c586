"""The front as it stands in docker-compose.yml, as a process of this machine: what it takes, tells and keeps."""

import gzip
import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from itertools import islice

import psutil
import pytest

from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.processen import Processen, wacht_tot, zet_klaar
from tests.gereedschap.processen.voorkant import (
    Voorkant,
    kleine_site,
    luistert,
    vertrouwt_alles,
    voorkant_van,
    vrije_poort,
)


@pytest.fixture(scope="module")
def voorkant() -> Iterator[Voorkant]:
    with kleine_site() as (poort, _), voorkant_van(poort) as voorkant:
        yield voorkant


def test_zonder_tls_gaat_een_lezer_naar_het_veilige_adres(voorkant: Voorkant) -> None:
    antwoord = voorkant.vraag("/geld/?jaar=2024", tls=False, Host="aanvaller.example")

    assert (antwoord.status, antwoord.koppen["location"]) == (301, "https://doelwijzer.example/geld/?jaar=2024")


def test_spreekt_http2_en_geen_oud_tls(voorkant: Voorkant) -> None:
    context = vertrouwt_alles()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", voorkant.https)) as net, context.wrap_socket(net) as tls:
        assert (tls.selected_alpn_protocol(), tls.version()) == ("h2", "TLSv1.3")
    curl = ["curl", "--silent", "--insecure", "--http2", "--write-out", "%{http_version}", "--output", "/dev/null"]
    gevraagd = subprocess.run([*curl, f"https://127.0.0.1:{voorkant.https}/"], capture_output=True, check=True)
    assert gevraagd.stdout == b"2"
    oud = ["openssl", "s_client", "-connect", f"127.0.0.1:{voorkant.https}", "-tls1_1"]
    assert subprocess.run(oud, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode != 0


def test_wat_te_groot_is_komt_niet_bij_de_site(voorkant: Voorkant) -> None:
    assert voorkant.vraag("/", X=9_000 * "x").status in (400, 431)
    for pad, grootte, status in (
        ("/", 2_000_000, 413),
        ("/inloggen/", 100_000, 413),
        ("/werk/documenten/", 2_000_000, 200),
    ):
        with suppress(BrokenPipeError, ConnectionResetError):  # it closes while this still sends
            antwoord = voorkant.vraag(pad, "POST", grootte * b"x")
            assert antwoord.status == status
            assert status == 200 or "Een bestand mag hoogstens 50 MB zijn." in antwoord.inhoud.decode()


def test_wat_een_lezer_over_zichzelf_zegt_wordt_niet_geloofd(voorkant: Voorkant) -> None:
    verzonnen = {
        "X_Forwarded_For": "198.51.100.1",
        "X_Forwarded_Proto": "http",
        "X_Forwarded_Host": "aanvaller.example",
        "Forwarded": "for=198.51.100.1",
    }
    gekregen = json.loads(voorkant.vraag("/verzoek/", **verzonnen).inhoud)

    assert gekregen["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert gekregen["HTTP_X_FORWARDED_PROTO"] == "https"
    assert gekregen["HTTP_HOST"] == "doelwijzer.example"
    assert not {"HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED"} & gekregen.keys()


def test_zegt_niet_welke_versie_het_is(voorkant: Voorkant) -> None:
    for antwoord in (voorkant.vraag("/"), voorkant.vraag("/static/weg.css"), voorkant.vraag("/", tls=False)):
        assert antwoord.koppen["server"] == "nginx"


def test_bewaart_alleen_wat_de_site_laat_bewaren(voorkant: Voorkant) -> None:
    eerst = voorkant.vraag("/bewaard/").inhoud
    assert voorkant.vraag("/bewaard/", Accept_Encoding="br").inhoud == eerst
    assert voorkant.vraag("/bewaard/", Cookie="_pk_id=iets; csrftoken=x").inhoud == eerst
    for sessie in ("__Host-sessionid=abc", "a=b; __Host-sessionid=abc"):
        eigen = voorkant.vraag("/bewaard/", Cookie=sessie).inhoud
        assert eigen != eerst
        assert voorkant.vraag("/bewaard/").inhoud == eerst
    assert voorkant.vraag("/bewaard/", Host="anders.example").inhoud != eerst
    assert voorkant.vraag("/eigen/").inhoud != voorkant.vraag("/eigen/").inhoud
    assert "x-accel-expires" not in voorkant.vraag("/bewaard/").koppen


def test_van_binnen_is_voor_binnen(voorkant: Voorkant) -> None:
    assert [voorkant.vraag(pad).status for pad in ("/livez", "/readyz")] == [404, 404]


def test_wie_veel_wachtwoorden_probeert_moet_wachten(voorkant: Voorkant) -> None:
    statussen = iter(lambda: voorkant.vraag("/inloggen/", "POST", b"username=x").status, 429)

    assert 20 <= len(list(islice(statussen, 300))) < 300
    assert voorkant.vraag("/inloggen/").status == 200


@pytest.mark.drawn
def test_een_kop_die_niet_afkomt_wordt_gesloten_en_houdt_niemand_op(voorkant: Voorkant) -> None:
    begin = time.monotonic()
    with ExitStack() as stapel:
        traag = []
        for _ in range(200):
            net = stapel.enter_context(socket.create_connection(("127.0.0.1", voorkant.http), timeout=20))
            net.sendall(b"GET / HTTP/1.1\r\nX-Ha")
            traag.append(net)
        assert voorkant.vraag("/").status == 200
        assert traag[0].recv(100) == b""
    assert time.monotonic() - begin < 19


def test_zonder_de_site_is_er_wat_iedereen_krijgt(voorkant: Voorkant) -> None:
    """With a site of its own, which ends."""
    stijl = next((PROJECT / "staticfiles").glob("doelwijzer.????????????.css"))
    with kleine_site() as (poort, site), voorkant_van(poort) as voor:
        bewaard = voor.vraag("/bewaard/").inhoud
        site.send_signal(signal.SIGTERM)
        site.wait(timeout=10)

        assert voor.vraag("/bewaard/").inhoud == bewaard
        gevonden = voor.vraag(f"/static/{stijl.name}", Accept_Encoding="gzip")
        assert (gevonden.status, gevonden.koppen["content-encoding"]) == (200, "gzip")
        assert gevonden.koppen["cache-control"] == "public, max-age=31536000, immutable"
        assert gevonden.koppen["content-type"] == "text/css"
        weg = voor.vraag("/eigen/")
        assert (weg.status, weg.koppen["retry-after"]) == (503, "30")
        assert "Doelwijzer antwoordt nu niet." in weg.inhoud.decode()


def test_wat_een_webserver_niet_beantwoordt_gaat_naar_de_andere_maar_niet_wat_verstuurd_is() -> None:
    """Whoever gets what breaks it ends, and starts anew with another number."""
    with kleine_site() as (een, _), kleine_site() as (twee, proces), voorkant_van(een, twee) as voor:

        def wie() -> set[bytes]:
            return wacht_tot(lambda: len(gezien := {voor.vraag("/wie/").inhoud for _ in range(4)}) == 2 and gezien)

        eerst = wie()
        assert voor.vraag("/breekt/", "POST", b"een cijfer").status == 503
        daarna = wie()
        assert len(eerst & daarna) == 1
        assert voor.vraag("/breekt/").status == 503
        assert voor.vraag("/eigen/").status == 200  # neither is put aside for that
        assert not daarna & wie()

        proces.send_signal(signal.SIGTERM)
        proces.wait(timeout=10)
        assert {voor.vraag("/eigen/", wijze, b"x").status for wijze in 5 * ("GET", "POST")} == {200}


def test_een_webserver_die_hangt_krijgt_niet_meer_dan_hij_heeft() -> None:
    """It still takes connections, so nothing tells that it does not answer."""
    with kleine_site() as (een, _), kleine_site() as (twee, proces), voorkant_van(een, twee) as voor:
        hangt = [psutil.Process(proces.pid), *wacht_tot(psutil.Process(proces.pid).children)]
        for stuk in hangt:
            stuk.suspend()
        with ThreadPoolExecutor(2) as draden:
            # Each another page: who asks for the same one waits.
            wachten = [draden.submit(voor.vraag, f"/eigen/?wacht={nummer}") for nummer in range(2)]
            wacht_tot(lambda: any(vraag.done() for vraag in wachten))
            assert {voor.vraag(f"/eigen/?{nummer}").status for nummer in range(20)} == {200}
            assert not all(vraag.done() for vraag in wachten)
            for stuk in hangt:
                stuk.resume()
        assert [vraag.result().status for vraag in wachten] == [200, 200]


def test_een_webserver_die_terugkomt_wordt_meteen_gebruikt() -> None:
    with kleine_site() as (poort, site), voorkant_van(poort) as voor:
        site.send_signal(signal.SIGTERM)
        site.wait(timeout=10)
        assert [voor.vraag("/eigen/").status for _ in range(5)] == [503] * 5
        with kleine_site(poort):
            assert voor.vraag("/eigen/").status == 200


@pytest.mark.drawn
def test_voor_de_site_zelf(processen: Processen) -> None:
    """What it lets be kept is there without it, and what is for who signs in is not."""
    zet_klaar(processen.data_dir, "edities")
    poort = vrije_poort()
    opdracht = ["-m", "gunicorn", "--config=python:dashboard.gunicorn", "dashboard.wsgi"]
    site = processen.start(*opdracht, PORT=str(poort), DOELWIJZER_HOSTS="doelwijzer.example")
    wacht_tot(lambda: luistert(poort))
    with voorkant_van(poort) as voor:
        over = voor.vraag("/over/", Accept_Encoding="gzip")
        assert over.koppen["content-encoding"] == "gzip"
        assert "Over deze site" in gzip.decompress(over.inhoud).decode()
        assert voor.vraag("/over/", If_None_Match=over.koppen["etag"]).status == 304
        assert voor.vraag("/inloggen/").status == 200
        site.terminate()
        site.communicate(timeout=20)

        zonder = voor.vraag("/over/", Accept_Encoding="gzip")
        assert (zonder.status, zonder.inhoud) == (200, over.inhoud)
        assert "Over deze site" in voor.vraag("/over/").inhoud.decode()
        for eigen in (voor.vraag("/inloggen/"), voor.vraag("/over/", Cookie="__Host-sessionid=abc")):
            assert eigen.status == 503
