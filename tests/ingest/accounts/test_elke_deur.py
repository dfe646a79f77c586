"""Every address of the site, with every role, with an id that is not there and with a wrong verb.

The addresses come from Django's own list of them; who may see each is typed. An address that is not typed makes the
test fail.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from uuid import UUID

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pytest_django import DjangoDbBlocker

from indicators.models import Definitie, Doelstelling, Duiding, Vermelding, Wijziging
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Aanlevering, Herinnering, Opgave, Vraag
from tests.gereedschap.deuren import DEUREN, PUBLIEK
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import maak_geldovername, maak_overname, maak_prognose

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def namen(patronen: list[URLPattern | URLResolver], route: str = "", ruimte: str = "") -> Iterator[str]:
    """The name of every address that Django knows; its route when it has no name, or that of one before it."""
    gehad: set[str] = set()
    for patroon in patronen:
        hele = route + str(patroon.pattern)
        if isinstance(patroon, URLResolver):
            yield from namen(
                patroon.url_patterns, hele, f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            )
        else:
            eigen = bool(patroon.name) and patroon.name not in gehad
            gehad.add(str(patroon.name))
            yield f"{ruimte}{patroon.name}" if eigen else hele


def test_van_elk_adres_is_getypt_wie_het_mag_zien() -> None:
    alle = list(namen(get_resolver().url_patterns))

    assert sorted(alle) == sorted(DEUREN)


@pytest.fixture(scope="module")
def sessies(edities: None, django_db_blocker: DjangoDbBlocker) -> dict[str, str]:
    """The session of each person, made once for all tests of this module."""
    with django_db_blocker.unblock():
        zorg_voor_opgave()
        accounts = {
            "ander": maak_account("ander", "invoerder", doelstelling="1.2"),
            "invoerder": maak_account("invoerder", "invoerder", doelstelling="1.5"),
            "controleur": maak_account("controleur", "controleur"),
            "griffier": maak_account("griffier", "griffier"),
            "beheerder": maak_account("beheerder", "beheerder"),
        }
        return {rol: str(ingelogd(account).session.session_key) for rol, account in accounts.items()}


@pytest.fixture
def mensen(sessies: dict[str, str]) -> dict[str, Client]:
    """A browser of each, with nothing in it but the session."""
    browsers = {"anoniem": Client()}
    for rol, sessie in sessies.items():
        browsers[rol] = Client()
        browsers[rol].cookies[settings.SESSION_COOKIE_NAME] = sessie
    return browsers


def zorg_voor_opgave() -> Opgave:
    definitie = Definitie.objects.get(slug="uitstroom-naar-werk")
    velden = {"waarde": 190, "ingetypt": "190", "staat": "ingediend", "invoerders": [UUID(int=1)]}
    with handelend_als(None, SYSTEEM):
        return Opgave.objects.get_or_create(definitie=definitie, jaar=2023, defaults=velden)[0]


def zorg_voor_document() -> Aanlevering:
    """One that waits for the reader: there is nothing to judge yet."""
    velden = {"bestandsnaam": "PB-2027.pdf", "formaat": "pdf", "grootte": 3, "aangeleverd_door": UUID(int=1)}
    with handelend_als(None, SYSTEEM):
        return Aanlevering.objects.get_or_create(checksum="0" * 64, defaults=velden)[0]


def zorg_voor_tweede_bron() -> Vermelding:
    """PB 2026 says 181 of 2024; a rapportage says 209."""
    return Vermelding.objects.get(bewoording__definitie__slug="uitstroom-naar-werk", gedrukt="181")


def vul_in(naam: str, adres: str) -> str:
    """The address with the id of a row that is there."""
    for wat, maak in RIJEN.items():
        if f"{{{wat}}}" in adres:
            return adres.replace(f"{{{wat}}}", str(maak()))
    if "{pk}" not in adres:
        return adres
    app, model = adres.split("/")[2:4]
    return adres.format(pk=apps.get_model(app, model).objects.order_by("pk").first().pk)


def _herinnering() -> int:
    velden = {"actor": UUID(int=1), "soort": "termijn", "voor": "2026-02-15"}
    return Herinnering.objects.get_or_create(**velden)[0].pk


def _vraag() -> str:
    document = zorg_voor_document()
    vraag, _ = Vraag.objects.get_or_create(aanlevering=document, sleutel="document", soort="document", tekst="?")
    return f"{document.pk}/vragen/{vraag.pk}"


def _definitie() -> Definitie:
    return zorg_voor_opgave().definitie


def _doelstelling() -> Doelstelling:
    doelstelling = _definitie().indicator.doelstelling
    assert doelstelling
    return doelstelling


RIJEN: dict[str, Callable[[], object]] = {
    "herinnering": _herinnering,
    "vermelding": lambda: zorg_voor_tweede_bron().pk,
    "aanlevering": lambda: zorg_voor_document().pk,
    "vraag": _vraag,
    "opgave": lambda: zorg_voor_opgave().pk,
    "geldovername": lambda: maak_geldovername(_doelstelling(), UUID(int=1)).pk,
    "prognose": lambda: maak_prognose(_definitie(), UUID(int=1)).pk,
    "overname": lambda: maak_overname(_definitie(), UUID(int=1)).pk,
    "motie": lambda: Duiding.objects.gepubliceerd().get(sleutel="motie-2506-12").pk,
}
"""What an address asks for between braces, and what makes a row of it."""


def bekende_sessies() -> dict[str, datetime]:
    return dict(Session.objects.values_list("session_key", "expire_date"))


def naar_inloggen(antwoord: HttpResponseBase) -> bool:
    return antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/?next=/")


@pytest.mark.parametrize("naam", DEUREN)
def test_een_adres_is_open_voor_wie_het_bedoeld_is(mensen: dict[str, Client], naam: str) -> None:
    deur = DEUREN[naam]
    adres = vul_in(naam, deur.adres)
    assert naam in (resolve(adres.partition("?")[0]).view_name, resolve(adres.partition("?")[0]).route), (
        "the address is another's"
    )

    sessies = bekende_sessies()
    for rol, browser in mensen.items():
        antwoord = getattr(browser, deur.vraag)(adres)
        if naam in PUBLIEK:  # it makes no session and no cookie, for nobody
            assert not antwoord.cookies, rol
            assert "Cookie" not in antwoord.headers.get("Vary", ""), rol
            assert bekende_sessies() == sessies, rol
        if rol in deur.wie:
            assert antwoord.status_code == deur.anders.get(rol, deur.status), rol
            assert not naar_inloggen(antwoord), rol
        elif rol == "anoniem":
            assert naar_inloggen(antwoord)
        else:
            assert antwoord.status_code == 403, rol
            assert "Deze pagina is niet voor u" in antwoord.content.decode()


@pytest.mark.parametrize("naam", [naam for naam, deur in DEUREN.items() if deur.weg])
def test_een_nummer_dat_er_niet_is_hoort_alleen_wie_het_adres_mag_zien(mensen: dict[str, Client], naam: str) -> None:
    deur = DEUREN[naam]
    for rol, browser in mensen.items():
        antwoord = getattr(browser, deur.vraag)(deur.weg)
        if rol in deur.wie:
            assert antwoord.status_code == deur.status_weg, rol
        elif rol == "anoniem":
            assert naar_inloggen(antwoord)
        else:
            assert antwoord.status_code == 403, rol


@pytest.mark.parametrize("naam", [naam for naam in DEUREN if naam not in PUBLIEK])
def test_een_verkeerde_methode_doet_niets(mensen: dict[str, Client], naam: str) -> None:
    """A public page has nothing that a verb could change, and refuses what is sent, below."""
    deur = DEUREN[naam]
    adres = vul_in(naam, deur.adres)
    voor = Wijziging.objects.count()
    for rol, browser in mensen.items():
        antwoord = getattr(browser, deur.verkeerd)(adres)
        assert antwoord.status_code in (404, 405, deur.anders.get(rol)), rol
    assert Wijziging.objects.count() == voor


@pytest.mark.parametrize("naam", DEUREN)
def test_van_een_andere_site_wordt_niets_aangenomen(sessies: dict[str, str], naam: str) -> None:
    streng = Client(enforce_csrf_checks=True)
    streng.cookies[settings.SESSION_COOKIE_NAME] = sessies["beheerder"]

    for verb in ("post", "put", "patch", "delete"):
        assert getattr(streng, verb)(vul_in(naam, DEUREN[naam].adres)).status_code == 403, verb


@pytest.mark.parametrize("rol", ["invoerder", "controleur", "griffier", "beheerder"])
def test_zonder_tweede_stap_gaat_niets_open(rol: str) -> None:
    browser = ingelogd(maak_account(f"{rol}-zonder-app", rol), met_code=False)
    for naam, deur in DEUREN.items():
        if "anoniem" in deur.wie or naam in ("tweede-factor", "koppelcode"):
            continue
        antwoord = getattr(browser, deur.vraag)(vul_in(naam, deur.adres))
        assert antwoord.status_code == 302, naam
        assert antwoord["Location"].startswith("/inloggen/code/?next=/"), naam


def test_een_gesloten_account_opent_niets() -> None:
    account = maak_account("gesloten", "beheerder")
    browser = ingelogd(account)
    account.is_active = False
    account.save()

    assert naar_inloggen(browser.get("/werk/rechten/"))
