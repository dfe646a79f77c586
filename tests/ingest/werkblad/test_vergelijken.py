"""Rows of a spreadsheet beside what is there already: nothing changes that somebody did not want."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from openpyxl import load_workbook

from indicators.models import Definitie
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Account, Opgave
from ingest.opgaven.opgaven import keur_goed
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import lees_html
from tests.gereedschap.werkblad import (
    SCHOOL,
    bevestig,
    boek,
    haal,
    in_bytes,
    lees_in,
    opgaven,
    plak,
    tekst_van,
    velden_van,
    vul,
)


@pytest.mark.parametrize("soort", ["xlsx", "csv"])
def test_wat_geexporteerd_is_komt_zonder_verschil_terug(client: Client, anna: Account, soort: str) -> None:
    toelichting = "=1+1 is geen formule\r\nen dit is een tweede regel"
    for slug, ingetypt, waarde in (
        ("uitstroom-naar-werk", "2.594", "2594"),
        ("bereik-minimaregelingen", "76%", "76"),
        ("deeltijd-werkenden", "1300", "1300"),
    ):
        with handelend_als(None, SYSTEEM):
            Opgave.objects.create(
                definitie=Definitie.objects.get(slug=slug), jaar=2025, ingetypt=ingetypt, waarde=Decimal(waarde),
                bron="@CBS", gemeten_op=date(2025, 12, 31), voorlopig=True, toelichting=toelichting,
                invoerders=[anna.actor],
            )  # fmt: skip
    with handelend_als(None, SYSTEEM):
        Opgave.objects.create(
            definitie=Definitie.objects.get(slug="uitstroom-naar-school"),
            jaar=2025,
            geen="nnb",
            invoerders=[anna.actor],
        )
    voor = list(Opgave.objects.order_by("pk").values())

    antwoord = lees_in(client, haal(client, soort))

    assert "Er verandert niets. Alle 6 rijen zijn gelijk aan wat er al staat." in tekst_van(antwoord)
    assert velden_van(antwoord) == {}
    assert list(Opgave.objects.order_by("pk").values()) == voor


def test_wat_een_ander_intussen_bewaarde_wordt_niet_overschreven(client: Client, anna: Account, ander: Account) -> None:
    bestand = vul(haal(client), uitstroom_naar_school=SCHOOL, uitstroom_naar_werk={"cijfer": 200})
    with handelend_als(ander.actor, "invoerder"):
        Opgave.objects.create(
            definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, ingetypt="99", waarde=Decimal(99),
            invoerders=[ander.actor],
        )  # fmt: skip

    gelezen = lees_in(client, bestand)
    antwoord = bevestig(client, gelezen)

    zin = "Sinds u dit bestand ophaalde, is dit cijfer opgeslagen. Nu staat er: 99 (concept)."
    assert zin in tekst_van(gelezen)
    assert zin in tekst_van(antwoord)
    assert opgaven() == {
        "uitstroom-naar-school": ("99", Decimal(99), "concept"),
        "uitstroom-naar-werk": ("200", Decimal(200), "concept"),
    }
    vakje = next(v for v in lees_html(antwoord.content).iter("input") if (v.get("name") or "").endswith("-over"))
    gezien = bevestig(client, antwoord, **{vakje.get("name") or "": vakje.get("value") or ""})
    assert "Begrepen als 42" in tekst_van(gezien)
    bevestig(client, gezien)
    assert opgaven()["uitstroom-naar-school"] == ("42", Decimal(42), "concept")


@pytest.mark.drawn
def test_wat_een_ander_na_het_tonen_bewaarde_wordt_niet_overschreven(client: Client, ander: Account) -> None:
    tweede = ingelogd(ander)
    gelezen = plak(client, "\n200")
    bevestig(tweede, plak(tweede, "\n150"))

    antwoord = bevestig(client, gelezen)

    assert "Nu staat er: 150 (concept)." in tekst_van(antwoord)
    assert opgaven() == {"uitstroom-naar-werk": ("150", Decimal(150), "concept")}


def test_een_gecontroleerde_rij_zegt_dat(client: Client, anna: Account, ander: Account) -> None:
    with handelend_als(None, SYSTEEM):
        opgave = Opgave.objects.create(
            definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, ingetypt="40", waarde=Decimal(40),
            bron="CBS", invoerders=[anna.actor],
        )  # fmt: skip
    nu = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
    for staat in ("ingediend", "gecontroleerd"):
        opgave.staat, opgave.ingediend_op = staat, nu
        if staat == "gecontroleerd":
            opgave.gecontroleerd_door, opgave.gecontroleerd_op = ander.actor, nu
        with handelend_als(ander.actor, "controleur"):
            opgave.save()

    gelezen = lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL))

    assert "Dit cijfer is al gecontroleerd en wacht op de vrijgave." in tekst_van(gelezen)
    bevestig(client, gelezen)
    assert opgaven() == {"uitstroom-naar-school": ("40", Decimal(40), "gecontroleerd")}


def test_wat_ingediend_is_wordt_niet_als_concept_bewaard(client: Client, anna: Account) -> None:
    opgave = {"ingetypt": "40", "waarde": Decimal(40), "bron": "CBS", "invoerders": [anna.actor]}
    with handelend_als(None, SYSTEEM):
        school = Opgave.objects.create(
            definitie=Definitie.objects.get(slug="uitstroom-naar-school"), jaar=2025, **opgave
        )
    school.staat, school.ingediend_op = "ingediend", datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
    school.save()

    antwoord = bevestig(client, lees_in(client, vul(haal(client), uitstroom_naar_school=SCHOOL)))

    assert "Dit cijfer is al ingediend. Dien het opnieuw in om het te wijzigen." in tekst_van(antwoord)
    assert opgaven() == {"uitstroom-naar-school": ("40", Decimal(40), "ingediend")}


def test_kolommen_om_te_lezen_worden_niet_overgenomen_maar_oude_worden_gemeld(client: Client) -> None:
    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_werk={"cijfer": 200, "vorige waarde": "170"}))

    assert "In uw bestand staat bij vorige waarde “170”. Nu is dat “181”." in tekst_van(antwoord)


def test_een_leeggemaakte_cel_is_een_wijziging_en_een_ontbrekende_kolom_niet(client: Client, anna: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    with handelend_als(None, SYSTEEM):
        Opgave.objects.create(
            definitie=school, jaar=2025, ingetypt="40", waarde=Decimal(40), bron="CBS", invoerders=[anna.actor]
        )
    werkboek, _ = boek(["uitstroom-naar-school", None, None], koppen=["sleutel", "cijfer", "voorlopig"])

    antwoord = lees_in(client, in_bytes(werkboek))
    assert "Oud 40 (concept) Nieuw leeg Begrepen als geen cijfer" in tekst_van(antwoord)
    bevestig(client, antwoord)

    (opgave,) = Opgave.objects.all()
    assert (opgave.ingetypt, opgave.waarde, opgave.bron) == ("", None, "CBS")


def test_wat_op_de_site_staat_wordt_met_een_reden_gecorrigeerd(client: Client, anna: Account, ander: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    with handelend_als(None, SYSTEEM):
        opgave = Opgave.objects.create(
            definitie=school, jaar=2025, ingetypt="20", waarde=Decimal(20), bron="CBS", invoerders=[anna.actor]
        )
    opgave.staat, opgave.ingediend_op, opgave.versie = "ingediend", datetime(2026, 1, 2, 12, 0, tzinfo=UTC), 1
    opgave.save()
    with handelend_als(ander.actor, "controleur"):
        keur_goed({opgave.pk: 1}, ander.actor)
    bestand = haal(client)
    rij = load_workbook(io.BytesIO(bestand))["Mijn cijfers"][5]
    assert (rij[0].value, rij[7].value, rij[8].value) == ("uitstroom-naar-school/2025", "20", None)
    assert "Er verandert niets. Alle 6 rijen" in tekst_van(lees_in(client, bestand))

    zonder = bevestig(
        client, lees_in(client, vul(bestand, uitstroom_naar_school={"cijfer": 21, "bron": "CBS"})), "indienen"
    )

    assert "Op de site 20 (Opgave" in tekst_van(zonder)
    assert "Dit cijfer staat al op de site. Schrijf waarom het anders wordt." in tekst_van(zonder)
    assert Opgave.objects.count() == 1
    waarom = {"cijfer": 21, "bron": "CBS", "reden": "Telfout.", "toelichting": "Eén jongere stond er niet bij."}
    bevestig(client, lees_in(client, vul(bestand, uitstroom_naar_school=waarom)), "indienen")
    nieuw = Opgave.objects.exclude(pk=opgave.pk).get()
    assert (nieuw.waarde, nieuw.staat, nieuw.reden, nieuw.verbetert) == (Decimal(21), "ingediend", "Telfout.", opgave)


def test_een_cijfer_blijft_zoals_het_geschreven_is_als_iets_anders_verandert(client: Client, anna: Account) -> None:
    school = Definitie.objects.get(slug="uitstroom-naar-school")
    with handelend_als(None, SYSTEEM):
        Opgave.objects.create(definitie=school, jaar=2025, ingetypt="2.594", waarde=2594, invoerders=[anna.actor])

    antwoord = lees_in(client, vul(haal(client), uitstroom_naar_school={"bron": "CBS"}))
    bevestig(client, antwoord)

    assert Opgave.objects.values_list("ingetypt", "bron").get() == ("2.594", "CBS")
