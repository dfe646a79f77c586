"""Two people, two documents or two readers at once: nothing is lost and nothing is overwritten unseen."""

import pytest

from ingest.documenten.beoordelen.akkoord import publiceer_goedgekeurd
from ingest.models import Account, Uitlezing
from ingest.ontwerp.laden import laad_inhoud
from ingest.publiceren.publiceren import Akkoord
from ingest.publiceren.publiceren import publiceer as publiceer_concepten
from tests.gereedschap.beoordelen import (
    LEERBAAN,
    adres,
    antwoord,
    beantwoord_alles,
    editie,
    later,
    lees,
    lever_aan,
    op_de_site,
    pagina,
    pb_2027,
    publiceer,
    vraag_over,
)
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def test_twee_mensen_tegelijk(anna: Account, bert: Account) -> None:
    """One question: the second sees the answer of the first, and loses nothing. Two questions: both are kept."""
    document, eerste, tweede = lever_aan(pb_2027(), anna.actor), ingelogd(anna), ingelogd(bert)
    vraag, ander = vraag_over(document, "rij", "474"), vraag_over(document, "rij", "2.600")
    gezien = verborgen(tweede.get(adres(vraag)), "gezien")
    gezien_ander = verborgen(tweede.get(adres(ander)), "gezien")
    assert antwoord(eerste, vraag, "weglaten", toelichting="De rij is kapot.").status_code == 302

    velden = {"keuze": "weglaten", "toelichting": "Er staat er een te weinig.", "gezien": gezien}
    ingehaald = tweede.post(adres(vraag), velden)
    assert ingehaald.status_code == 422
    assert "Intussen heeft een collega deze vraag beantwoord" in ingehaald.content.decode()
    assert "De rij is kapot." in ingehaald.content.decode()
    assert "Er staat er een te weinig." in ingehaald.content.decode()
    assert [a.toelichting for a in vraag.antwoorden.all()] == ["De rij is kapot."]
    assert tweede.post(adres(ander), {**velden, "gezien": gezien_ander}).status_code == 302

    assert tweede.post(adres(vraag), {**velden, "gezien": verborgen(ingehaald, "gezien")}).status_code == 302
    assert [a.toelichting for a in vraag.antwoorden.all()] == ["De rij is kapot.", "Er staat er een te weinig."]
    assert "Eerdere antwoorden" in tekst(haal(eerste, adres(vraag)))


def test_wat_niet_meer_zo_is_wordt_niet_gepubliceerd(anna: Account, bert: Account) -> None:
    document, eerste, tweede = lever_aan(editie(), anna.actor), ingelogd(anna), ingelogd(bert)
    dicht = tekst(haal(tweede, pagina(document, "publiceren/")))
    assert "vragen open." in dicht
    beantwoord_alles(eerste, document)
    gezien = verborgen(tweede.get(pagina(document, "publiceren/")), "gezien")
    naam = "Uitstroom naar school"
    vraag = next(v for v in document.vragen.filter(soort="definitie") if naam in v.tekst)
    assert antwoord(eerste, vraag, "weglaten", toelichting="Toch niet.").status_code == 302

    geweigerd = publiceer(tweede, document, gezien=gezien)
    assert "Er is intussen iets veranderd." in geweigerd.content.decode()
    assert document.staat == "te beoordelen"
    assert publiceer(tweede, document).status_code == 302
    assert op_de_site("uitstroom-naar-school", 2027, "begroting") == []
    assert op_de_site("uitstroom-naar-werk", 2027, "begroting") == [("180", 627)]


def test_een_betere_lezer_leest_het_opnieuw(anna: Account, bert: Account) -> None:
    document, client = lever_aan(editie(), anna.actor), ingelogd(bert)
    beantwoord_alles(client, document)
    oud = document.uitlezingen.get().inhoud
    Uitlezing.objects.create(aanlevering=document, lezer_versie="0", inhoud=oud)  # as if the reader went on since
    assert "De lezer is intussen verbeterd." in tekst(haal(client, pagina(document, "publiceren/")))

    vraag = document.vragen.get(soort="document")
    velden = {"keuze": "anders", "soort": "programmabegroting", "publicatie": "PB 2027", "gezien": "1"}
    assert "Lees opnieuw met de verbeterde lezer" in tekst(haal(client, pagina(document)))
    assert client.post(adres(vraag), velden).status_code == 302
    document.refresh_from_db()
    assert document.staat == "wacht"
    lees(document, editie())
    assert "Alle vragen zijn beantwoord." in tekst(haal(client, pagina(document)))


@pytest.mark.drawn
def test_nieuw_in_twee_documenten_tegelijk(anna: Account, bert: Account) -> None:
    """Who is second finds the indicator there: it is not made twice, and how it is measured is asked."""
    eerste, tweede = (lever_aan(tekst_, anna.actor) for tekst_ in (pb_2027(), later(pb_2027())))
    collega = ingelogd(bert)
    assert antwoord(collega, vraag_over(tweede, "indicator", "leerbaan"), "nieuw", **LEERBAAN).status_code == 302
    uitstroom = vraag_over(eerste, "indicator", "Doorstroom")
    assert antwoord(collega, uitstroom, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    beantwoord_alles(collega, eerste, indicator=("nieuw", LEERBAAN), post=("nieuw", {}))
    publiceer(collega, eerste)
    assert eerste.staat == "gepubliceerd"
    haal(collega, pagina(tweede))
    assert "gemeten zoals in PB 2027" in vraag_over(tweede, "definitie", "leerbaan").tekst


def test_wat_er_na_het_akkoord_bij_komt_wordt_niet_overschreven(anna: Account, bert: Account) -> None:
    """Somebody loads another PB 2027 by command, before the worker has published the one that was approved."""
    document, collega = lever_aan(editie(), anna.actor), ingelogd(bert)
    beantwoord_alles(collega, document)
    adres_ = pagina(document, "publiceren/")
    assert collega.post(adres_, {"gezien": verborgen(collega.get(adres_), "gezien")}).status_code == 302
    ander = laad_inhoud(editie().replace("Realisatie 181 ", "Realisatie 183 ").encode(), "ander.txt")
    publiceer_concepten([ander], Akkoord("opdrachtregel", accepteer_fouten=True))
    publiceer_goedgekeurd(document)
    document.refresh_from_db()
    assert document.staat == "te beoordelen"
    assert document.reden == "Er is intussen iets veranderd. Bekijk opnieuw wat er op de site verandert."
    assert op_de_site("uitstroom-naar-werk", 2025, "realisatie") == [("183", 626)]
