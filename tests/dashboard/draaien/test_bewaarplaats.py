"""The pages that are kept: for whom, under which name, and never longer than they are right."""

import errno
import fcntl
import gzip
import os
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.urls import resolve
from pytest_django import DjangoAssertNumQueries, Settings

from dashboard.celery import app
from dashboard.draaien import bewaarplaats, verversen
from dashboard.draaien.bewaarplaats import BewaardePagina
from dashboard.draaien.verversen import KEUZES, OVERAL, VerversMiddleware
from dashboard.taken import zet_paginas_klaar
from indicators.models import Versie
from indicators.models.bronnen import verhoog_versie
from tests.gereedschap.paginas import ADRESSEN

pytestmark = pytest.mark.usefixtures("edities", "db")

BESTANDEN = (
    *("/data/cijfers.csv", "/data/bedragen.csv", "/data/bedragen.csv?stijl=excel-nl", "/data/referenties.csv"),
    *("/data/indicatoren/uitstroom-naar-werk.csv", "/data/doelstellingen/1.5.csv"),
)
NIET_BEWAARD = ("regel", "zoeken", "verkennen")  # there are as many as there are lines, questions and choices


@pytest.fixture(autouse=True)
def paginas(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pages are kept, as they are outside the tests; where they are. All of a test happens within one moment."""
    settings.PAGINAS_DIR = tmp_path / "paginas"
    monkeypatch.setattr(verversen, "monotonic", lambda: 1.0)
    return settings.PAGINAS_DIR


def aantal(paginas: Path) -> int:
    return len(list(paginas.glob("*.pagina")))


@pytest.mark.parametrize(
    "koekjes",
    [{"_pk_id": "van-een-andere-site"}, {"csrftoken": 32 * "a"}, {"messages": "oud"}, {"sessionid_oud": "x", "b": ""}],
)
def test_alleen_het_koekje_van_de_sessie_maakt_een_verzoek_persoonlijk(
    client: Client, koekjes: dict[str, str], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    eerst = client.get("/over/")
    bezoeker = Client()
    for naam, waarde in koekjes.items():
        bezoeker.cookies[naam] = waarde

    with django_assert_num_queries(1):  # which version of the data
        opnieuw = bezoeker.get("/over/")

    assert opnieuw.content == eerst.content
    assert not opnieuw.cookies


@pytest.mark.parametrize(
    "adres",
    [
        "/vergelijken/?naar=PB-2023&van=PB-2026",
        "/vergelijken/?van=PB-2026&naar=PB-2023&utm_source=krant",
        "/vergelijken/?van=iets&van=PB-2026&naar=PB-2023",
        "/vergelijken/?jaar=2024&van=PB-2026&naar=PB-2023",
    ],
)
def test_een_pagina_heet_naar_haar_eigen_keuzes(client: Client, paginas: Path, adres: str) -> None:
    eerst = client.get("/vergelijken/?van=PB-2026&naar=PB-2023")

    assert client.get(adres).content == eerst.content
    assert aantal(paginas) == 1


@pytest.mark.drawn
def test_wat_niet_bij_een_pagina_hoort_komt_er_niet_in(client: Client) -> None:
    adres = "/vergelijken/?tabel=doelen&als=csv"
    vuil = client.get(f"{adres}&q=van-de-aanvaller", HTTP_COOKIE="q=van-de-aanvaller")

    assert b"van-de-aanvaller" not in vuil.content
    assert client.get(adres).content == vuil.content


def test_elke_pagina_vraagt_alleen_naar_keuzes_die_in_haar_naam_staan(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd: set[str] = set()

    def gevolgd(eigen: Callable[..., Any]) -> Callable[..., Any]:
        def vraag(zelf: QueryDict, naam: str, *anders: Any) -> Any:
            gevraagd.add(naam)
            return eigen(zelf, naam, *anders)

        return vraag

    for vraag in ("get", "getlist"):
        monkeypatch.setattr(QueryDict, vraag, gevolgd(getattr(QueryDict, vraag)))
    bezocht = set()
    for adres in [*ADRESSEN, "/begrippen/woorden.json", "/data/doelstellingen/1.1.docx", *BESTANDEN]:
        gevraagd.clear()
        naam = client.get(adres).resolver_match.url_name
        assert naam in NIET_BEWAARD or gevraagd <= {*KEUZES[naam], *OVERAL}, adres
        bezocht.add(naam)
    assert bezocht >= KEUZES.keys()


@pytest.mark.parametrize("adres", BESTANDEN)
def test_een_bestand_wordt_bewaard_zoals_het_uit_de_database_kwam(
    client: Client, paginas: Path, adres: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    persoonlijk = Client()
    persoonlijk.cookies["sessionid"] = "van-iemand"
    gestroomd = persoonlijk.get(adres).getvalue()
    assert aantal(paginas) == 0

    eerst = client.get(adres)
    with django_assert_num_queries(0):
        daarna = client.get(adres)

    assert eerst.content == daarna.content == gestroomd
    for antwoord in (eerst, daarna):
        assert antwoord["Content-Disposition"].startswith('attachment; filename="doelwijzer-')
        assert antwoord["Content-Type"] == "text/csv; charset=utf-8; header=present"


def test_een_groot_bestand_gaat_verder_zoals_het_komt(
    client: Client, paginas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heel = client.get("/data/cijfers.csv?stijl=excel-nl").content
    monkeypatch.setattr("dashboard.draaien.verversen.GROOTSTE", 10)
    bewaard = aantal(paginas)

    gestroomd = client.get("/data/cijfers.csv")

    assert gestroomd.getvalue().count(b"\r\n") == heel.count(b"\r\n")
    assert aantal(paginas) == bewaard


def test_een_adres_met_nullen_ervoor_wordt_niet_bewaard(client: Client, paginas: Path, settings: Settings) -> None:
    """Nor a host with a port that a client thought up: there would be as many pages as one likes."""
    client.get("/bronnen/PB-2026/regels/00626/")
    settings.PRODUCTIE, settings.ALLOWED_HOSTS = True, ["doelwijzer.example"]
    assert client.get("/over/", headers={"host": "doelwijzer.example:81"}).status_code == 200
    assert aantal(paginas) == 0

    client.get("/over/", headers={"host": "doelwijzer.example"})
    assert aantal(paginas) == 1


def test_elke_naam_van_de_site_heeft_haar_eigen_bestand(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["doelwijzer.example", "elders.example"]
    adres = "/indicatoren/uitstroom-naar-werk/?grafiek=uitstroom-naar-werk&als=svg"
    for host in settings.ALLOWED_HOSTS:
        assert f"http://{host}/indicatoren/".encode() in client.get(adres, headers={"host": host}).content


def test_een_pagina_wordt_een_keer_ingepakt(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    gewoon = client.get("/geld/")
    monkeypatch.setattr(gzip, "compress", None)
    ingepakt = client.get("/geld/", headers={"accept-encoding": "br, gzip"})

    assert gzip.decompress(ingepakt.content) == gewoon.content
    assert ingepakt["Content-Encoding"] == "gzip"
    assert ingepakt["Content-Length"] == str(len(ingepakt.content))
    assert ingepakt["ETag"] == f"W/{gewoon['ETag']}"
    assert ingepakt["Vary"] == gewoon["Vary"] == "Accept-Encoding"
    for neemt in ("", "br", "gzip;q=0"):
        assert client.get("/geld/", headers={"accept-encoding": neemt}).content == gewoon.content
    opnieuw = client.get("/geld/", headers={"accept-encoding": "gzip", "if-none-match": ingepakt["ETag"]})
    assert (opnieuw.status_code, opnieuw.content) == (304, b"")


def test_wat_intussen_verandert_wordt_niet_bewaard(
    client: Client, paginas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    van = BewaardePagina.van

    def tijdens_een_publicatie(antwoord: HttpResponse) -> BewaardePagina:
        verhoog_versie()
        return van(antwoord)

    monkeypatch.setattr(BewaardePagina, "van", tijdens_een_publicatie)

    assert client.get("/over/").status_code == 200
    assert aantal(paginas) == 0


def test_een_nummer_dat_terugkomt_is_een_andere_versie(client: Client) -> None:
    """After the database was put back, something else was published."""
    etag = client.get("/over/")["ETag"]
    versie = Versie.objects.get()
    Versie.objects.update(sinds=versie.sinds - timedelta(seconds=1))

    assert Client().get("/over/", headers={"if-none-match": etag}).status_code == 200


def met_koekje(antwoord: HttpResponse) -> None:
    antwoord.set_cookie("naam", "waarde")


def met_sessie(antwoord: HttpResponse) -> None:
    antwoord["Vary"] = "Cookie"


def met_eigen_termijn(antwoord: HttpResponse) -> None:
    antwoord["Cache-Control"] = "private"


def mislukt(antwoord: HttpResponse) -> None:
    antwoord.status_code = 404


@pytest.mark.parametrize("eigen", [met_koekje, met_sessie, met_eigen_termijn, mislukt])
def test_wat_van_een_persoon_is_wordt_niet_bewaard(eigen: Callable[[HttpResponse], None], paginas: Path) -> None:
    def maak(verzoek: object) -> HttpResponse:
        antwoord = HttpResponse("van u")
        eigen(antwoord)
        return antwoord

    antwoord = VerversMiddleware(maak)(RequestFactory().get("/over/"))

    assert aantal(paginas) == 0
    assert "X-Accel-Expires" not in antwoord  # nor by the front


def test_wie_tegelijk_vragen_krijgen_wat_een_van_hen_maakt() -> None:
    gemaakt, begonnen = [], threading.Event()

    def maak() -> BewaardePagina:
        begonnen.set()
        gemaakt.append(BewaardePagina({}, b"een"))
        tweede.join(0.2)  # it waits for us, and we do not for it
        bewaarplaats.bewaar("ab12cd34", gemaakt[-1])
        return gemaakt[-1]

    def vraag() -> None:
        gekregen.append(bewaarplaats.van_wie_het_eerst_komt("ab12cd34", maak))

    gekregen: list[object] = []
    tweede = threading.Thread(target=lambda: begonnen.wait(5) and vraag())
    tweede.start()
    vraag()
    tweede.join(5)

    assert len(gemaakt) == 1
    assert gekregen == [BewaardePagina({}, b"een")] * 2


def test_een_machine_die_hangt_houdt_een_ander_niet_op(paginas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps the lock of the page that it was making."""
    monkeypatch.setattr(bewaarplaats, "GEDULD", 0.05)
    bewaarplaats.van_wie_het_eerst_komt("ab12cd34", lambda: HttpResponse("van een ander"))
    [slot] = paginas.iterdir()
    with slot.open() as van_een_ander:
        fcntl.flock(van_een_ander, fcntl.LOCK_EX)
        gekregen = bewaarplaats.van_wie_het_eerst_komt("ab12cd34", lambda: HttpResponse("zelf gemaakt"))

    assert isinstance(gekregen, HttpResponse)
    assert gekregen.content == b"zelf gemaakt"


def test_een_map_zonder_sloten_is_geen_fout(client: Client, paginas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def kan_niet(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", kan_niet)

    assert client.get("/over/").status_code == 200
    assert aantal(paginas) == 1


@pytest.mark.drawn
def test_een_kapot_bestand_of_een_volle_schijf_is_geen_fout(client: Client, paginas: Path, settings: Settings) -> None:
    inhoud = client.get("/over/").content
    [bestand] = paginas.glob("*.pagina")
    for hoeveel in (0, 60, -1):
        bestand.write_bytes(bestand.read_bytes()[:hoeveel])
        assert client.get("/over/").content == inhoud

    settings.PAGINAS_DIR = bestand / "is-geen-map"
    assert client.get("/over/").content == inhoud


def test_na_een_publicatie_staan_de_paginas_klaar(
    client: Client,
    paginas: Path,
    settings: Settings,
    django_assert_num_queries: DjangoAssertNumQueries,
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of the version before are gone."""
    gestuurd: list[str] = []
    monkeypatch.setattr(app, "send_task", lambda naam, **_: gestuurd.append(naam))
    settings.ADRES, settings.ALLOWED_HOSTS = "http://doelwijzer.example", ["doelwijzer.example"]
    client.get("/over/", headers={"host": "doelwijzer.example"})
    [oud] = paginas.glob("*.pagina")
    os.utime(oud, (0, 0))
    with django_capture_on_commit_callbacks(execute=True):
        verhoog_versie()
    assert gestuurd == ["dashboard.taken.zet_paginas_klaar"]

    zet_paginas_klaar()

    assert not oud.exists()
    lezer = Client()
    with django_assert_num_queries(1):  # which version of the data; after that it is known for a moment
        lezer.get("/over/", headers={"host": "doelwijzer.example"})
    for adres in ADRESSEN:
        if resolve(adres.partition("?")[0]).url_name not in NIET_BEWAARD:
            with django_assert_num_queries(0):
                lezer.get(adres, headers={"host": "doelwijzer.example"})
