"""A draft is made once for each state of what it depends on, whatever page asks for it; publishing makes its own."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from indicators.models import Programma
from ingest.accounts.handelend import handelend_als
from ingest.documenten.beoordelen.akkoord import publiceer_goedgekeurd
from ingest.lezer.document import Uitlezing
from ingest.models import Aanlevering, Rol
from ingest.ontwerp import ontwerp
from ingest.ontwerp.laden import laad_inhoud
from ingest.publiceren.publiceren import Akkoord
from ingest.publiceren.publiceren import publiceer as publiceer_concepten
from tests.gereedschap.beoordelen import adres, beantwoord_alles, editie, lever_aan, vraag_over
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]


class Teller:
    """How often a draft was made since this was asked last."""

    def __init__(self) -> None:
        self.keren = 0

    @property
    def gemaakt(self) -> int:
        keren, self.keren = self.keren, 0
        return keren


@pytest.fixture
def teller(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Teller]:
    """Counts, with drafts that are kept as they are outside the tests."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    teller, lees_terug = Teller(), ontwerp.lees_terug

    def geteld(aanlevering: Aanlevering) -> Uitlezing:
        teller.keren += 1
        return lees_terug(aanlevering)

    monkeypatch.setattr(ontwerp, "lees_terug", geteld)
    yield teller
    cache.clear()


@pytest.fixture
def document() -> Aanlevering:
    return lever_aan(editie(), maak_account("anna", Rol.CONTROLEUR).actor)


@pytest.fixture
def bert() -> Client:
    return ingelogd(maak_account("bert", Rol.CONTROLEUR))


def laad_anders(cijfer: str) -> None:
    """Another PB 2027, with this figure where the document prints 181."""
    ander = laad_inhoud(editie().replace("Realisatie 181 ", f"Realisatie {cijfer} ").encode(), f"{cijfer}.txt")
    publiceer_concepten([ander], Akkoord("opdrachtregel", accepteer_fouten=True, vervang=True))


def pagina(document: Aanlevering, waar: str = "") -> str:
    return f"/werk/documenten/{document.pk}/{waar}"


def test_elke_bladzijde_vraagt_om_hetzelfde_ontwerp(document: Aanlevering, bert: Client, teller: Teller) -> None:
    vraag = adres(vraag_over(document, "gegevens"))
    vers = tekst(haal(bert, pagina(document)))
    assert teller.gemaakt == 0  # its summary is kept with the questions

    for waar in (vraag, vraag, pagina(document, "bladzijde/3/"), pagina(document, "publiceren/")):
        assert bert.get(waar).status_code == 200
    assert tekst(haal(bert, pagina(document))) == vers
    assert teller.gemaakt == 1


def test_een_antwoord_maakt_er_een(document: Aanlevering, bert: Client, teller: Teller) -> None:
    """As a browser sends it: the question, the answer, and the question after it."""
    vraag = vraag_over(document, "document")
    velden = {"keuze": "klopt", "gezien": verborgen(bert.get(adres(vraag)), "gezien")}
    assert teller.gemaakt == 1

    verder = bert.post(adres(vraag), velden)["Location"]
    assert teller.gemaakt == 1
    assert bert.get(verder).status_code == 200
    assert bert.get(pagina(document)).status_code == 200
    assert teller.gemaakt == 0

    bert.post(pagina(document, "bevestigen/"), {"vraag": [str(v.pk) for v in document.vragen.open()]})
    assert bert.get(pagina(document)).status_code == 200
    assert teller.gemaakt == 1


def test_het_antwoord_van_een_collega_maakt_een_nieuw_ontwerp(
    document: Aanlevering, bert: Client, teller: Teller
) -> None:
    """Kept by another process, whose answer this one only finds in the database."""
    weg = next(vraag for vraag in document.vragen.filter(soort="definitie") if "Uitstroom naar school" in vraag.tekst)
    assert "Bij de beoordeling" not in tekst(haal(bert, pagina(document, "publiceren/")))
    velden = {"keuze": "weglaten", "gegevens": {}, "toelichting": "Niet van ons.", "rol": Rol.CONTROLEUR}
    with handelend_als(document.aangeleverd_door, Rol.CONTROLEUR):
        weg.antwoorden.create(nummer=1, actor=document.aangeleverd_door, **velden)
    assert teller.gemaakt == 1

    straks = tekst(haal(bert, pagina(document, "publiceren/")))
    assert "Bij de beoordeling: Niet van ons." in straks
    assert teller.gemaakt == 1


def test_een_publicatie_maakt_een_nieuw_ontwerp(document: Aanlevering, bert: Client, teller: Teller) -> None:
    """Also one that brings no new name: somebody loads another PB 2027 by command, and then once more."""
    laad_anders("183")
    assert "183" in tekst(haal(bert, pagina(document, "publiceren/")))
    assert teller.gemaakt == 1

    laad_anders("184")
    straks = tekst(haal(bert, pagina(document, "publiceren/")))
    assert "183" not in straks
    assert "184" in straks
    assert teller.gemaakt == 1


def test_een_naam_die_bekend_wordt_maakt_een_nieuw_ontwerp(document: Aanlevering, bert: Client, teller: Teller) -> None:
    """Also without a publication."""
    bert.get(pagina(document))
    assert teller.gemaakt == 0
    Programma.objects.create(code="9", naam="Zorg en welzijn")
    bert.get(pagina(document))
    assert teller.gemaakt == 1


def test_publiceren_maakt_zijn_eigen_ontwerp(document: Aanlevering, bert: Client, teller: Teller) -> None:
    """Once, whatever is kept: what somebody else kept of this state is not what is published."""
    beantwoord_alles(bert, document)
    gezien = verborgen(bert.get(pagina(document, "publiceren/")), "gezien")
    assert teller.gemaakt > 0
    assert bert.post(pagina(document, "publiceren/"), {"gezien": gezien}).status_code == 302
    assert teller.gemaakt == 0

    publiceer_goedgekeurd(document)
    assert teller.gemaakt == 1
    document.refresh_from_db()
    assert (document.staat, document.reden) == ("gepubliceerd", "")
