"""A document with more questions than fit on a page: they stand on pages, and none is lost."""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from ingest.models import Aanlevering, Account, Vraag
from ingest.ontwerp import bewaard
from tests.gereedschap.beoordelen import antwoord, lever_aan_met_niet_gelezen, pagina
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def vragen_op(client: Client, document: Aanlevering, vraag: str = "") -> list[int]:
    """The questions on this page, in their order."""
    inhoud = client.get(pagina(document) + vraag).content.decode()
    return [int(nummer) for nummer in re.findall(r'id="vraag-(\d+)"', inhoud)]


def rij(document: Aanlevering, nummer: int) -> Vraag:
    """The question about the line that says so."""
    return document.vragen.get(tekst=f"Niet te lezen: Realisatie {nummer} - x -")


def test_elke_vraag_staat_op_een_bladzijde_en_de_aantallen_gaan_over_alle(anna: Account) -> None:
    document, client = lever_aan_met_niet_gelezen(120, anna.actor), ingelogd(anna)

    bladen = [vragen_op(client, document, f"?open={blad}") for blad in (1, 2, 3)]
    eerste = haal(client, pagina(document))

    assert [len(blad) for blad in bladen] == [50, 50, 37]
    assert sorted(nummer for blad in bladen for nummer in blad) == sorted(
        document.vragen.open().values_list("pk", flat=True)
    )
    assert vragen_op(client, document) == bladen[0]
    assert vragen_op(client, document, "?open=99") == bladen[2]
    assert "Er zijn nog 137 vragen open." in tekst(eerste)
    assert tekst(met_id(eerste, "rij").find("h2")) == "Niet gelezen 120 open"
    assert "Niet gelezen: 120" in tekst(met_id(eerste, "open"))


def test_wie_de_pagina_hoort_houdt_de_plekken_om_te_bladeren_uit_elkaar(anna: Account) -> None:
    document, client = lever_aan_met_niet_gelezen(120, anna.actor), ingelogd(anna)
    namen = [nav.get("aria-label") for nav in haal(client, pagina(document)).iter("nav")]

    assert "Bladeren door de open vragen, onderaan" in namen
    assert len(set(namen)) == len(namen)


def test_een_soort_is_te_vinden_waar_zij_begint(anna: Account) -> None:
    document, client = lever_aan_met_niet_gelezen(120, anna.actor), ingelogd(anna)
    wegwijzer = met_id(haal(client, pagina(document)), "open")
    adressen = {tekst(link): link.get("href") for link in wegwijzer.iter("a")}

    assert adressen["Niet gelezen"] == "?open=1#rij"
    assert adressen["Dit valt op"] == "?open=3#opvallend"
    for adres in adressen.values():
        vraag, _, anker = adres.partition("#")
        met_id(haal(client, pagina(document) + vraag), anker)


def test_wie_op_bladzijde_drie_antwoordt_komt_daar_terug(anna: Account) -> None:
    document, client = lever_aan_met_niet_gelezen(120, anna.actor), ingelogd(anna)
    derde = haal(client, pagina(document, "?open=3"))
    formulier = next(met_id(derde, "opvallend").iter("form"))
    velden: dict[str, list[str]] = {}
    for veld in formulier.iter("input"):
        velden.setdefault(veld.get("name", ""), []).append(veld.get("value", ""))
    open_ = document.vragen.open().count()

    klaar = client.post(formulier.get("action", ""), velden)

    assert klaar.url == f"{pagina(document)}?open=3"
    assert document.vragen.open().count() == open_ - len(velden["vraag"])

    vraag = rij(document, 60)
    beantwoord = antwoord(client, vraag, "weglaten", toelichting="Staat er niet.")
    assert beantwoord.url.endswith(f"/vragen/{rij(document, 61).pk}/")
    terug = next(link for link in haal(client, beantwoord.url).iter("a") if tekst(link) == "Terug naar alle vragen")
    adres, _, anker = terug.get("href", "").partition("#")
    assert adres == f"{pagina(document)}?open=2"
    met_id(haal(client, adres), anker)


def test_de_antwoorden_staan_op_hun_eigen_bladzijden(anna: Account) -> None:
    document, client = lever_aan_met_niet_gelezen(120, anna.actor), ingelogd(anna)
    antwoord(client, rij(document, 60), "weglaten", toelichting="Staat er niet.")

    assert rij(document, 60).pk not in vragen_op(client, document)
    assert "Bekijk de antwoorden (1)" in tekst(haal(client, pagina(document)))
    assert rij(document, 60).pk in vragen_op(client, document, "?beantwoord=1")


def test_de_pagina_vraagt_de_database_om_een_bladzijde_en_maakt_geen_ontwerp(
    anna: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, client = lever_aan_met_niet_gelezen(400, anna.actor), ingelogd(anna)
    cache.clear()

    def maak_niet(*_: object) -> None:
        raise AssertionError("it makes the draft")

    monkeypatch.setattr(bewaard, "maak_ontwerp", maak_niet)
    opgehaald: list[int] = []

    def tel(voer_uit: object, sql: str, *rest: object) -> object:
        uitkomst = voer_uit(sql, *rest)
        opgehaald.append(rest[-1]["cursor"].rowcount if "ingest_vraag" in sql else 0)
        return uitkomst

    with connection.execute_wrapper(tel):
        antwoord_ = client.get(f"{pagina(document)}?open=3")

    assert antwoord_.status_code == 200
    assert max(opgehaald) == 50
    assert len(antwoord_.content) < 100_000
