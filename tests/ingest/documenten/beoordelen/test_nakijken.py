"""Four eyes for what a person makes of a document: nobody publishes a figure of their own that no other saw."""

from contextlib import AbstractContextManager

import pytest
from django.db import DatabaseError
from django.utils import timezone

from ingest.accounts.handelend import handelend_als
from ingest.models import Aanlevering, Account, Antwoord, Instemming
from tests.gereedschap.beoordelen import (
    antwoord,
    beantwoord_alles,
    kijk_na,
    lever_aan,
    op_de_site,
    pagina,
    pb_2027,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]


def geweigerd(waarom: str) -> AbstractContextManager[object]:
    return pytest.raises(DatabaseError, match=waarom)


WEG = ("weglaten", {"toelichting": "Nog niet bekend."})


@pytest.fixture
def document(anna: Account, bert: Account) -> Aanlevering:
    """Handed in by Anna. Bert typed a row over and answered all else, leaving out what he did not know."""
    document, collega = lever_aan(pb_2027(), anna.actor), ingelogd(bert)
    gemist = vraag_over(document, "rij", "Realisatie 474")
    assert antwoord(collega, gemist, "overtypen", tekst="Realisatie | 999 | - | - | - | -").status_code == 302
    beantwoord_alles(collega, document, indicator=WEG, post=WEG)
    return document


def test_wie_een_cijfer_overtypt_publiceert_het_niet_alleen(
    document: Aanlevering, anna: Account, bert: Account
) -> None:
    collega = ingelogd(bert)
    reden = "U gaf zelf 1 antwoord dat een cijfer maakt. Laat een collega die nakijken, of laat een collega publiceren."
    assert reden in tekst(haal(collega, pagina(document, "publiceren/")))
    publiceer(collega, document, gezien="x")
    assert document.staat == "te beoordelen"
    assert op_de_site("deeltijd-werkenden", 2025, "realisatie") == []

    nakijken = tekst(haal(ingelogd(anna), pagina(document, "nakijken/")))
    assert "Realisatie | 999 | - | - | - | -" in nakijken
    assert kijk_na(ingelogd(anna), document).status_code == 302
    publiceer(collega, document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert op_de_site("deeltijd-werkenden", 2025, "realisatie") == [("999", 643)]


def test_niemand_kijkt_zijn_eigen_antwoord_na(document: Aanlevering, bert: Account) -> None:
    eigen = Antwoord.objects.get(keuze="overtypen")
    assert "1 antwoord is van uzelf." in tekst(haal(ingelogd(bert), pagina(document, "nakijken/")))
    poging = ingelogd(bert).post(pagina(document, "nakijken/"), {"antwoord": [eigen.pk]})
    assert "U koos niets." in poging.content.decode()
    with geweigerd("an answer of their own"), handelend_als(bert.actor, "controleur"):
        Instemming.objects.create(antwoord=eigen, actor=bert.actor)


def test_de_database_zelf_weigert_het(document: Aanlevering, anna: Account, bert: Account) -> None:
    akkoord = {"staat": "publiceert", "akkoord_door": bert.actor, "akkoord_op": timezone.now(), "akkoord_met": "x"}
    alle = Aanlevering.objects.filter(pk=document.pk)
    with geweigerd("that nobody else agreed to"), handelend_als(bert.actor, "controleur"):
        alle.update(**akkoord)
    with handelend_als(anna.actor, "controleur"):
        Instemming.objects.create(antwoord=Antwoord.objects.get(keuze="overtypen"), actor=anna.actor)
    with handelend_als(bert.actor, "controleur"):
        assert alle.update(**akkoord) == 1


def test_een_nieuw_antwoord_wordt_opnieuw_nagekeken(document: Aanlevering, anna: Account, bert: Account) -> None:
    kijk_na(ingelogd(anna), document)
    gegeven = Antwoord.objects.get(keuze="overtypen")
    anders = {"tekst": "Realisatie | 111 | - | - | - | -"}
    assert antwoord(ingelogd(bert), gegeven.vraag, "overtypen", **anders).status_code == 302
    assert "U gaf zelf 1 antwoord" in tekst(haal(ingelogd(bert), pagina(document, "publiceren/")))
