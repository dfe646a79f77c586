"""Every address of the site, with every role, with an id that is not there and with a wrong verb.

The addresses come from Django's own list of them; who may see each is typed here. An address that is not typed here
makes the test fail.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from pytest_django import DjangoDbBlocker

from indicators.models import Definitie, Vermelding, Wijziging
from ingest.models import Aanlevering, Herinnering, Opgave, Vraag
from tests.gereedschap.mensen import ingelogd, maak_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

ROLLEN = ("anoniem", "ander", "invoerder", "controleur", "beheerder")  # ander: invoerder of another doelstelling
IEDEREEN = ROLLEN
ACCOUNTS = ROLLEN[1:]
INVOERDERS = ("ander", "invoerder")
CONTROLEUR = ("controleur",)
BEHEERDER = ("beheerder",)
NIET_VAN_ANDER = {"ander": 404}  # a figure of somebody else is not there


@dataclass(frozen=True)
class Deur:
    """Who may see an address, and what they get; others are sent to the sign-in page, or refused."""

    wie: tuple[str, ...]
    adres: str
    weg: str = ""  # the same address with an id that is not there
    status: int = 200
    status_weg: int = 404
    anders: dict[str, int] = field(default_factory=dict)  # roles that get another status
    vraag: str = "get"
    verkeerd: str = "delete"  # a verb that it does not know


# What the bundled editions and the people below have. Public pages: whoever asks.
DEUREN = {
    "home": Deur(IEDEREEN, "/"),
    "doelstelling": Deur(IEDEREEN, "/doelstellingen/1.4/", "/doelstellingen/9.9/"),
    "indicator": Deur(IEDEREEN, "/indicatoren/uitstroom-naar-werk/", "/indicatoren/is-er-niet/"),
    "doelen": Deur(IEDEREEN, "/doelen/"),
    "vergelijken": Deur(IEDEREEN, "/vergelijken/"),
    "geld": Deur(IEDEREEN, "/geld/"),
    "aansluiting": Deur(IEDEREEN, "/aansluiting/"),
    "raad": Deur(IEDEREEN, "/raad/"),
    "bronnen": Deur(IEDEREEN, "/bronnen/"),
    "bron": Deur(IEDEREEN, "/bronnen/PB-2026/", "/bronnen/PB-1999/"),
    "regel": Deur(IEDEREEN, "/bronnen/PB-2026/regels/626/", "/bronnen/PB-2026/regels/999999/"),
    "bevindingen": Deur(IEDEREEN, "/bevindingen/"),
    "over": Deur(IEDEREEN, "/over/"),
    "toegankelijkheid": Deur(IEDEREEN, "/toegankelijkheid/"),
    "data": Deur(IEDEREEN, "/data/"),
    "cijfers-csv": Deur(IEDEREEN, "/data/cijfers.csv"),
    "bedragen-csv": Deur(IEDEREEN, "/data/bedragen.csv"),
    "indicator-csv": Deur(IEDEREEN, "/data/indicatoren/uitstroom-naar-werk.csv", "/data/indicatoren/is-er-niet.csv"),
    "doelstelling-csv": Deur(IEDEREEN, "/data/doelstellingen/1.4.csv", "/data/doelstellingen/9.9.csv"),
}
PUBLIEK = tuple(DEUREN)
DEUREN |= {
    # Signing in: who has done so is sent on to their work.
    "inloggen": Deur(IEDEREEN, "/inloggen/", anders=dict.fromkeys(ACCOUNTS, 302)),
    "tweede-factor": Deur(ACCOUNTS, "/inloggen/code/", status=302),
    "gemeente-inloggen": Deur(IEDEREEN, "/inloggen/gemeente/", status=404),  # not configured
    "gemeente-terug": Deur(IEDEREEN, "/inloggen/gemeente/terug/", status=404),
    "uitloggen": Deur(IEDEREEN, "/uitloggen/", status=405),
    "wachtwoord": Deur(ACCOUNTS, "/wachtwoord/"),
    "wachtwoord-gewijzigd": Deur(ACCOUNTS, "/wachtwoord/gewijzigd/", verkeerd="post"),
    # Work
    "werk": Deur(ACCOUNTS, "/werk/", anders={"controleur": 302, "beheerder": 302}),  # to their own start
    "ander-cijfer": Deur(
        INVOERDERS,
        "/werk/ander-cijfer/?reeks=uitstroom-naar-werk&jaar=2024",
        "/werk/ander-cijfer/?reeks=is-er-niet&jaar=2024",
        status=302,
        anders=NIET_VAN_ANDER,
    ),
    "opgave": Deur(
        INVOERDERS,
        "/werk/opgaven/uitstroom-naar-werk/2024/",
        "/werk/opgaven/is-er-niet/2024/",
        anders=NIET_VAN_ANDER,
    ),
    "begrepen": Deur(
        INVOERDERS,
        "/werk/opgaven/uitstroom-naar-werk/2024/begrepen/",
        "/werk/opgaven/is-er-niet/2024/begrepen/",
        anders=NIET_VAN_ANDER,
    ),
    # With a period: none of the bundled definities is of half a year.
    "werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/": Deur(
        INVOERDERS, "/werk/opgaven/uitstroom-naar-werk/2024/H1/", status=404
    ),
    "werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/begrepen/": Deur(
        INVOERDERS, "/werk/opgaven/uitstroom-naar-werk/2024/H1/begrepen/", status=404
    ),
    "controle": Deur(CONTROLEUR, "/werk/controle/"),
    "controle-bekijken": Deur(CONTROLEUR, "/werk/controle/bekijken/?opgave={opgave}"),
    "werkblad": Deur(INVOERDERS, "/werk/werkblad.xlsx?jaar=2025", "/werk/werkblad.xls?jaar=2025"),
    "inlezen": Deur(INVOERDERS, "/werk/inlezen/?jaar=2025"),
    "keuzes": Deur(CONTROLEUR, "/werk/keuzes/"),
    "keuze": Deur(CONTROLEUR, "/werk/keuzes/{vermelding}/", "/werk/keuzes/0/"),
    "termijnen": Deur(CONTROLEUR, "/werk/termijnen/"),
    "documenten": Deur(CONTROLEUR, "/werk/documenten/"),
    "document": Deur(CONTROLEUR, "/werk/documenten/{aanlevering}/", "/werk/documenten/0/"),
    "document-voortgang": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/voortgang/", "/werk/documenten/0/voortgang/"
    ),
    "document-vraag": Deur(CONTROLEUR, "/werk/documenten/{vraag}/", "/werk/documenten/0/vragen/0/", status=302),
    "document-bevestigen": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bevestigen/", "/werk/documenten/0/bevestigen/", status=302
    ),
    "document-bladzijde": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bladzijde/1/", "/werk/documenten/0/bladzijde/1/", status=404
    ),
    "document-plaatje": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bladzijde/1.png", "/werk/documenten/0/bladzijde/1.png", status=404
    ),
    "document-publiceren": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/publiceren/", "/werk/documenten/0/publiceren/", status=302
    ),
    "document-intrekken": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/intrekken/", "/werk/documenten/0/intrekken/", status=302
    ),
    "geschiedenis": Deur(BEHEERDER, "/werk/geschiedenis/"),
    "voortgang": Deur(CONTROLEUR, "/werk/voortgang/"),
    "herinneringen": Deur(BEHEERDER, "/werk/herinneringen/", verkeerd="post"),
    "herinnering-opnieuw": Deur(
        BEHEERDER,
        "/werk/herinneringen/{herinnering}/opnieuw/",
        "/werk/herinneringen/0/opnieuw/",
        status=302,
        vraag="post",
        verkeerd="get",
    ),
    "rechten": Deur(BEHEERDER, "/werk/rechten/", verkeerd="post"),
    "aanmeldingen": Deur(BEHEERDER, "/werk/aanmeldingen/", verkeerd="post"),
    # Django's admin
    "admin:index": Deur(BEHEERDER, "/beheer/"),
    "admin:jsi18n": Deur(BEHEERDER, "/beheer/jsi18n/"),
    "admin:app_list": Deur(BEHEERDER, "/beheer/indicators/"),
    "admin:auth_user_password_change": Deur(
        BEHEERDER, "/beheer/ingest/account/{pk}/password/", "/beheer/ingest/account/0/password/"
    ),
}
for model, nieuw, verwijder in (
    ("ingest_account", 200, 200),
    ("indicators_programma", 200, 403),
    ("indicators_doelstelling", 200, 403),
    ("indicators_indicator", 200, 403),
    ("indicators_breuk", 200, 403),
    ("indicators_opvolging", 200, 403),
    ("indicators_publicatie", 403, 403),
):
    map_ = f"/beheer/{model.replace('_', '/')}"
    # Django's admin answers an id that is not there with a message on its first page.
    DEUREN |= {
        f"admin:{model}_changelist": Deur(BEHEERDER, f"{map_}/"),
        f"admin:{model}_add": Deur(BEHEERDER, f"{map_}/add/", status=nieuw),
        f"admin:{model}_change": Deur(BEHEERDER, f"{map_}/{{pk}}/change/", f"{map_}/0/change/", status_weg=302),
        f"admin:{model}_delete": Deur(
            BEHEERDER,
            f"{map_}/{{pk}}/delete/",
            f"{map_}/0/delete/",
            status=verwijder,
            status_weg=302 if verwijder == 200 else 403,
        ),
        f"{map_}/<path:object_id>/"[1:]: Deur(BEHEERDER, f"{map_}/{{pk}}/", status=302),
    }


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


def test_wie_elk_adres_mag_zien_staat_hier_getypt() -> None:
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
    return Opgave.objects.get_or_create(definitie=definitie, jaar=2023, defaults=velden)[0]


def zorg_voor_document() -> Aanlevering:
    """One that waits for the reader: there is nothing to judge yet."""
    velden = {"bestandsnaam": "PB-2027.pdf", "formaat": "pdf", "grootte": 3, "aangeleverd_door": UUID(int=1)}
    return Aanlevering.objects.get_or_create(checksum="0" * 64, defaults=velden)[0]


def zorg_voor_tweede_bron() -> Vermelding:
    """PB 2026 says 181 of 2024; PB 2023 says so too here, but 209."""
    eerste = Vermelding.objects.get(bewoording__definitie__slug="uitstroom-naar-werk", gedrukt="181")
    ander = Vermelding.objects.filter(bewoording__definitie=eerste.bewoording.definitie, editie__naam="PB 2023")
    ander = ander.filter(jaar=2024, soort="realisatie")
    with pgtrigger.ignore("indicators.Vermelding:nooit_anders"):
        ander.update(waarde=209, gedrukt="209", leeg="")
    return eerste


def vul_in(naam: str, adres: str) -> str:
    """The address with the id of a row that is there."""
    if "{herinnering}" in adres:
        velden = {"actor": UUID(int=1), "soort": "termijn", "voor": "2026-02-15"}
        return adres.format(herinnering=Herinnering.objects.get_or_create(**velden)[0].pk)
    if "{vermelding}" in adres:
        return adres.format(vermelding=zorg_voor_tweede_bron().pk)
    if "{aanlevering}" in adres:
        return adres.format(aanlevering=zorg_voor_document().pk)
    if "{vraag}" in adres:
        document = zorg_voor_document()
        vraag, _ = Vraag.objects.get_or_create(aanlevering=document, sleutel="document", soort="document", tekst="?")
        return adres.format(vraag=f"{document.pk}/vragen/{vraag.pk}")
    if "{opgave}" in adres:
        return adres.format(opgave=zorg_voor_opgave().pk)
    if "{pk}" not in adres:
        return adres
    app, model = adres.split("/")[2:4]
    return adres.format(pk=apps.get_model(app, model).objects.order_by("pk").first().pk)


def naar_inloggen(antwoord: HttpResponseBase) -> bool:
    return antwoord.status_code == 302 and antwoord["Location"].startswith("/inloggen/?next=/")


@pytest.mark.parametrize("naam", DEUREN)
def test_een_adres_is_open_voor_wie_het_bedoeld_is(mensen: dict[str, Client], naam: str) -> None:
    deur = DEUREN[naam]
    adres = vul_in(naam, deur.adres)
    assert naam in (resolve(adres.partition("?")[0]).view_name, resolve(adres.partition("?")[0]).route), (
        "the address is another's"
    )

    for rol, browser in mensen.items():
        antwoord = getattr(browser, deur.vraag)(adres)
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


@pytest.mark.parametrize("naam", PUBLIEK)
def test_een_openbare_pagina_maakt_geen_sessie_en_geen_cookie(mensen: dict[str, Client], naam: str) -> None:
    sessies = dict(Session.objects.values_list("session_key", "expire_date"))
    for browser in mensen.values():
        antwoord = browser.get(DEUREN[naam].adres)
        assert not antwoord.cookies
        assert "Cookie" not in antwoord.headers.get("Vary", "")

    assert dict(Session.objects.values_list("session_key", "expire_date")) == sessies


@pytest.mark.parametrize("rol", ["controleur", "beheerder"])
def test_zonder_tweede_stap_gaat_niets_open(rol: str) -> None:
    browser = ingelogd(maak_account(f"{rol}-zonder-app", rol), met_code=False)
    for naam, deur in DEUREN.items():
        if "anoniem" in deur.wie or naam == "tweede-factor":
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
