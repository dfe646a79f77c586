"""The history: the database writes it whoever changes a row, nobody changes it, and the beheerder can read it."""

import csv
import json
import re
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from indicators.models import (
    Definitie,
    Doelstelling,
    Gemeente,
    Indicator,
    Keuze,
    Post,
    Publicatie,
    Synoniem,
    Terzijde,
    Vermelding,
    Wijziging,
)
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.models import Aanlevering, Account, Eigenaar, Opgave, Rol, Termijn
from tests.gereedschap.hele_weg import laat_publiceren
from tests.gereedschap.mensen import app_van, ingelogd, maak_account
from tests.gereedschap.opgaven import maak_geldovername, maak_overname, maak_prognose
from tests.gereedschap.paginas import lees_html, met_klasse, tekst
from tests.gereedschap.plat import geweigerd, kopieer, sql

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

ACTOR, ADRES = UUID("00000000-0000-4000-8000-000000000001"), "/werk/geschiedenis/"
ANDERE_LEZING = "(SELECT max(id) FROM indicators_lezing l WHERE l.id <> lezing_id)"
NIEUW = "(SELECT max(id) FROM indicators_{})"

# Tracked table: what a copy of its first row needs, a column that may change, and whether a row may go.
BIJGEHOUDEN: dict[str, tuple[dict[str, str], str, bool]] = {
    "indicators_programma": ({"code": "'x'"}, "naam = 'Anders'", True),
    "indicators_doelstelling": ({"code": "'9.8'"}, "naam = 'Anders'", True),
    "indicators_doelstellingbenaming": ({"code": "'9.8'", "doelstelling_id": NIEUW.format("doelstelling")}, "", True),
    "indicators_indicator": ({"slug": "'x'"}, "naam = 'Anders'", True),
    "indicators_definitie": ({"slug": "'x'"}, "omschrijving = 'Anders'", True),
    "indicators_bewoording": ({"definitie_id": NIEUW.format("definitie")}, "soort_begroting = 'aanname'", True),
    "indicators_breuk": ({}, "reden = 'Anders'", True),
    "indicators_opvolging": ({}, "reden = 'Anders'", True),
    "indicators_publicatie": ({"naam": "'x'", "slug": "'x'"}, "status = 'vastgesteld'", True),
    "indicators_post": ({"slug": "'x'"}, "naam = 'Anders'", True),
    "indicators_postbenaming": ({"post_id": NIEUW.format("post")}, "", True),
    "indicators_keuze": ({"vermelding_id": "vermelding_id + 1"}, "vervallen_op = now()", False),
    "indicators_duiding": ({"sleutel": "'x'"}, "reden = 'Anders'", False),
    "indicators_vindplaats": ({"lezing_id": ANDERE_LEZING}, "tot_regel = 9000", False),
    "indicators_gemeente": ({}, "", False),
    "indicators_nagelezen": ({"programma_id": "NULL"}, "ingetrokken_op = now()", False),
    "indicators_synoniem": ({"ook": "'anders'"}, "beeindigd_op = now()", True),
    "indicators_terzijde": ({"voorstel": "'motie:2'"}, "herroepen_op = now()", False),
    "ingest_account": ({"username": "'x'", "actor": "gen_random_uuid()"}, "is_active = false", True),
    "ingest_recht": ({"rol": "'controleur'", "doelstelling_id": "NULL"}, "rol = 'griffier'", True),
    "ingest_koppelcode": ({"actor": f"'{ACTOR}'"}, "gemaakt_op = now() - interval '1 hour'", True),
    "otp_totp_totpdevice": ({}, "confirmed = false", True),
    "ingest_eigenaar": ({"indicator_id": "indicator_id + 1"}, "vervanger_id = NULL", True),
    "ingest_opgave": ({"jaar": "2001"}, "bron = 'Anders'", False),
    "ingest_geldovername": ({"jaar": "2023"}, "titel = 'Anders'", False),
    "ingest_overname": ({"jaar": "2025"}, "titel = 'Anders'", False),
    "ingest_prognose": ({"jaar": "2025"}, "toelichting = 'Anders'", False),
    "ingest_aanlevering": ({"checksum": "'x'"}, "publicatie = 'PB 2030'", False),
    "ingest_termijn": ({"jaar": "2001"}, "uiterlijk = '2030-01-01'", True),
}
# These have no history, because their rows never change (triggers) or hold nothing that anybody decides.
NIET_BIJGEHOUDEN = {
    *("indicators_wijziging", "indicators_schakel", "indicators_lezing", "indicators_passage", "indicators_bevinding"),
    *("indicators_vermelding", "indicators_bedrag", "indicators_tekst", "indicators_versie"),
    *("indicators_intrekking", "indicators_aanhaling", "indicators_afdruk", "indicators_aangehaald"),
    *("indicators_zoekzin", "indicators_zoekwoord", "indicators_referentiecijfer"),
    *("ingest_aanmelding", "ingest_aanwijzing", "ingest_herinnering", "ingest_hartslag"),
    *("ingest_uitlezing", "ingest_vraag", "ingest_antwoord", "ingest_instemming"),
}


@pytest.fixture
def vol() -> None:
    """Every table has a first row, and there is something new to point to."""
    inge, ina = (maak_account(naam, Rol.INVOERDER, doelstelling="1.5") for naam in ("inge", "ina"))
    app_van(inge)
    maak_koppelcode(inge)
    Account.objects.create_user("els", actor=ACTOR)
    Eigenaar.objects.create(indicator=Indicator.objects.order_by("pk")[0], account=inge, vervanger=ina)
    definitie = Definitie.objects.get(slug="uitstroom-naar-werk")
    maak_overname(definitie, ACTOR)
    maak_geldovername(Doelstelling.objects.get(code="1.5"), ACTOR)
    maak_prognose(definitie, ACTOR)
    Termijn.objects.create(indicator=definitie.indicator, jaar=2025, uiterlijk="2026-02-15")
    with handelend_als(None, SYSTEEM):
        Keuze.objects.create(vermelding=Vermelding.objects.order_by("pk")[0], reden="Nageteld.", actor=ACTOR)
        Gemeente.objects.create(naam="Waterdam")
        Synoniem.objects.create(woord="taal", ook="nt2")
        terzijde = {"voorstel": "motie:1", "besluit": "niet bewaren", "actor": ACTOR}
        Terzijde.objects.create(publicatie=Publicatie.objects.get(naam="PB 2026"), **terzijde)
        Opgave.objects.create(definitie=definitie, jaar=2025, invoerders=[ACTOR])
        Aanlevering.objects.create(
            bestandsnaam="PB 2027.pdf", checksum="0" * 64, formaat="pdf", grootte=1, aangeleverd_door=ACTOR
        )
    doelstelling, post = Doelstelling.objects.all()[0], Post.objects.all()[0]
    for rij, anders in ((doelstelling, {"code": "9.9"}), (definitie, {"slug": "nieuw"}), (post, {"slug": "nieuw"})):
        rij.pk = None
        for naam, waarde in anders.items():
            setattr(rij, naam, waarde)
        rij.save()


def nieuwe(tabel: str, vanaf: int) -> list[Wijziging]:
    return list(Wijziging.objects.filter(tabel=tabel, pk__gt=vanaf).order_by("pk"))


def laatste_nummer() -> int:
    return Wijziging.objects.order_by("-pk").values_list("pk", flat=True)[0]


def test_elk_model_is_bijgehouden_of_met_reden_niet() -> None:
    """A new model is in neither list, so this fails until somebody decides; the trigger is where it is said."""
    modellen = [*apps.get_app_config("indicators").get_models(), *apps.get_app_config("ingest").get_models()]
    assert {model._meta.db_table for model in modellen} == set(BIJGEHOUDEN) | NIET_BIJGEHOUDEN
    triggers = {model._meta.db_table: {t.name for t in getattr(model._meta, "triggers", [])} for model in modellen}
    assert {tabel for tabel, namen in triggers.items() if "geschiedenis" in namen} == set(BIJGEHOUDEN)


@pytest.mark.usefixtures("eigenaar", "vol")
@pytest.mark.parametrize("tabel", BIJGEHOUDEN)
def test_platte_sql_komt_in_de_geschiedenis(tabel: str) -> None:
    anders, kolom, mag_weg = BIJGEHOUDEN[tabel]
    vanaf, rij = laatste_nummer(), f"WHERE id = (SELECT max(id) FROM {tabel})"
    kopieer(tabel, anders)
    acties = ["insert"]
    if kolom:
        assert sql(f"UPDATE {tabel} SET {kolom} {rij}") == 1
        acties.append("update")
    if mag_weg:
        assert sql(f"DELETE FROM {tabel} {rij}") == 1
        acties.append("delete")
    else:
        with geweigerd("Cannot delete rows"):
            sql(f"DELETE FROM {tabel} {rij}")

    gevonden = nieuwe(tabel, vanaf)
    assert [wijziging.actie for wijziging in gevonden] == acties
    assert {(w.actor, w.reden, w.rij) for w in gevonden} == {(None, "", gevonden[0].rij)}
    assert [w.rol for w in gevonden] == ["systeem", *[""] * (len(acties) - 1)]  # a copy is made as the site itself
    assert (gevonden[0].oud, gevonden[0].nieuw["id"]) == (None, int(gevonden[0].rij))
    if kolom:
        naam = kolom.split(" = ")[0].replace("confirmed", "bevestigd")
        assert gevonden[1].oud[naam] != gevonden[1].nieuw[naam]
    if mag_weg:
        assert (gevonden[-1].nieuw, gevonden[-1].oud["id"]) == (None, int(gevonden[0].rij))


@pytest.mark.usefixtures("eigenaar", "vol")
@pytest.mark.parametrize("tabel", BIJGEHOUDEN)
def test_een_tabel_wordt_niet_in_een_keer_geleegd(tabel: str) -> None:
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    with geweigerd("never go without history|are never removed"):
        sql(f"TRUNCATE {tabel} CASCADE")


@pytest.mark.usefixtures("vol")
def test_een_script_met_querysets_ook() -> None:
    """Many rows at once, which save() and signals never see."""
    vanaf, aantal = laatste_nummer(), Indicator.objects.count()
    Indicator.objects.update(volgorde=99)
    assert len(nieuwe("indicators_indicator", vanaf)) == aantal
    Indicator.objects.update(volgorde=99)  # nothing becomes another, so there is nothing to tell
    assert len(nieuwe("indicators_indicator", vanaf)) == aantal


@pytest.mark.usefixtures("vol")
def test_wie_handelt_staat_erbij_en_daarna_niemand_meer() -> None:
    vanaf = laatste_nummer()
    with handelend_als(ACTOR, "beheerder", "Nieuwe naam in de begroting."):
        Indicator.objects.filter(slug="uitstroom-naar-werk").update(naam="Anders")
    Indicator.objects.filter(slug="uitstroom-naar-werk").update(naam="Weer anders")
    assert [(w.actor, w.rol, w.reden) for w in nieuwe("indicators_indicator", vanaf)] == [
        (ACTOR, "beheerder", "Nieuwe naam in de begroting."),
        (None, "", ""),
    ]


@pytest.mark.usefixtures("eigenaar")
@pytest.mark.parametrize(
    ("opdracht", "antwoord"),
    [
        ("UPDATE indicators_wijziging SET reden = 'Vervalst'", "Cannot update rows"),
        ("UPDATE indicators_wijziging SET actor = gen_random_uuid()", "Cannot update rows"),
        ("DELETE FROM indicators_wijziging", "Cannot delete rows"),
        ("TRUNCATE indicators_wijziging", "are never removed"),
    ],
)
def test_de_geschiedenis_zelf_verandert_niet(opdracht: str, antwoord: str) -> None:
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    with geweigerd(antwoord):
        sql(opdracht)


def test_namen_komen_nooit_in_de_geschiedenis() -> None:
    quirijn = maak_account("quirijn", Rol.INVOERDER, doelstelling="1.5")
    rij, vanaf = str(quirijn.pk), laatste_nummer()
    Account.objects.filter(pk=quirijn.pk).update(first_name="Quirijntje", email="quirijn@zoetermeer.example")
    [spoor] = nieuwe("ingest_account", vanaf)  # that there are others, and not which
    assert {veld for veld in spoor.nieuw if spoor.nieuw[veld] != spoor.oud[veld]} == {"naam_op", "email_op"}
    Account.objects.filter(pk=quirijn.pk).update(is_active=False)
    quirijn.delete()
    eigen = Wijziging.objects.filter(tabel="ingest_account", rij=rij).order_by("pk")
    assert [wijziging.actie for wijziging in eigen] == ["insert", "update", "update", "delete"]
    for beeld in (beeld for wijziging in eigen for beeld in (wijziging.oud, wijziging.nieuw) if beeld):
        assert set(beeld) == {"id", "actor", "is_active", "wachtwoord_op", "naam_op", "email_op"}
    alles = [[w.oud, w.nieuw, w.reden] for w in Wijziging.objects.all()]
    assert not {"quirijn", "jansen"} & set(re.findall("quirijn|jansen", json.dumps(alles, default=str).lower()))


# What the beheerder reads


@pytest.fixture
def beheerder() -> Client:
    return ingelogd(maak_account("bea", Rol.BEHEERDER))


def lijst(client: Client, **vraag: str) -> list[str]:
    antwoord = client.get(ADRES, vraag)
    assert antwoord.status_code == 200
    return [" ".join(tekst(regel).split()) for regel in met_klasse(lees_html(antwoord.content), "taak")]


def bestand(client: Client, **vraag: str) -> list[dict[str, str]]:
    antwoord = client.get(ADRES, {**vraag, "als": "csv"})
    assert antwoord["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(antwoord.getvalue().decode().splitlines(), strict=True))


@pytest.fixture
def ingevoerd() -> None:
    """209 over 2024 went its way; and there are a termijn, a keuze and a new name."""
    velden = {"ingetypt": "209", "bron": "Suites", "toelichting": "De Binnenbaan telt anders."}
    laat_publiceren("/werk/opgaven/uitstroom-naar-werk/2024/", velden, "1.5")
    indicator = Indicator.objects.get(slug="uitstroom-naar-werk")
    with handelend_als(ACTOR, "controleur", "=1+1"):
        for jaar in 2024, 2025:
            Termijn.objects.create(indicator=indicator, jaar=jaar, uiterlijk=f"{jaar + 1}-02-15")
        gemeten = Vermelding.objects.get(bewoording__definitie__slug=indicator.slug, jaar=2024, waarde=181)
        Keuze.objects.create(vermelding=gemeten, reden="Nageteld.", actor=ACTOR)
    Indicator.objects.filter(pk=indicator.pk).update(naam="Uitstroom")
    Indicator.objects.filter(slug="uitstroom-naar-school").update(naam="Naar school")


@pytest.mark.usefixtures("ingevoerd")
def test_per_cijfer_en_jaar(beheerder: Client) -> None:
    regels = lijst(beheerder, cijfer="uitstroom-naar-werk", jaar="2024")
    rol = connection.settings_dict["USER"]
    assert f"buiten de site om, als {rol} in de database: indicator Uitstroom gewijzigd." in regels[0]
    assert "naam: Uitstroom uit de bijstand naar werk → Uitstroom" in regels[0]
    assert f"verwijderd account {ACTOR} (controleur): keuze Uitstroom naar werk 2024 realisatie: 181" in regels[1]
    assert "termijn Uitstroom 2024: uiterlijk 15-02-2025 toegevoegd. Reden: “=1+1”" in regels[2]
    assert "uiterlijk: 15-02-2025" in regels[2]
    assert "Carlo Jansen (controleur): opgave Uitstroom 2024 gewijzigd" in regels[3]
    assert "staat: gecontroleerd → gepubliceerd" in regels[3]
    assert "bewoording Uitstroom naar werk toegevoegd" in regels[4]  # what publishing made
    assert "gecontroleerd door: leeg → Carlo Jansen" in regels[5]
    assert "Inge Jansen (invoerder): opgave Uitstroom 2024 toegevoegd" in regels[6]
    assert "waarde: 209" in regels[6]
    assert "invoerders: Inge Jansen" in regels[6]
    alles = " ".join(regels)
    assert "2025: uiterlijk" not in alles
    assert "Naar school" not in alles
    assert "definitie uitstroom-naar-werk toegevoegd" in alles
    assert "bewoording Uitstroom naar werk toegevoegd" in alles
    zonder_jaar = " ".join(lijst(beheerder, cijfer="uitstroom-naar-werk"))
    assert "termijn Uitstroom 2025: uiterlijk 15-02-2026 toegevoegd" in zonder_jaar


@pytest.mark.usefixtures("ingevoerd")
def test_per_persoon_ook_als_het_account_weg_is(beheerder: Client) -> None:
    inge = Account.objects.get(username="inge")
    actor = str(inge.actor)
    regels = lijst(beheerder, persoon=actor)
    assert "Inge Jansen (invoerder): opgave Uitstroom 2024 toegevoegd" in regels[0]
    assert "app voor de tweede factor van Inge Jansen toegevoegd" in regels[1]
    assert re.search("recht invoerder 1.5 .* van Inge Jansen toegevoegd", regels[2])
    assert "account van Inge Jansen toegevoegd" in regels[3]
    assert len(regels) == 4

    inge.delete()
    regels = lijst(beheerder, persoon=actor)
    assert f"account van verwijderd account {actor} verwijderd" in regels[0]
    assert re.search(rf"recht nummer \d+ van verwijderd account {actor} verwijderd", " ".join(regels[1:3]))
    assert len(regels) == 7
    assert "Inge Jansen" not in " ".join(regels)
    assert f"verwijderd account {actor}" in beheerder.get(ADRES).content.decode()


@pytest.mark.usefixtures("ingevoerd")
def test_csv_heeft_hetzelfde_zonder_namen_en_zonder_formules(beheerder: Client) -> None:
    rijen = bestand(beheerder, cijfer="uitstroom-naar-werk", jaar="2024")
    assert len(rijen) == len(lijst(beheerder, cijfer="uitstroom-naar-werk", jaar="2024"))
    inge = str(Account.objects.get(username="inge").actor)
    ingevoerd = rijen[6]
    assert (ingevoerd["actor"], ingevoerd["rol"], ingevoerd["actie"]) == (inge, "invoerder", "toegevoegd")
    assert f"invoerders: {inge}" in ingevoerd["velden"]
    assert rijen[2]["reden"] == "'=1+1"
    assert "Jansen" not in json.dumps(bestand(beheerder))
    assert [rij["actor"] for rij in bestand(beheerder, persoon=inge)] == [inge, "", "", ""]


def test_zo_precies_als_het_cijfer(beheerder: Client) -> None:
    definitie = Definitie.objects.get(slug="uitstroom-naar-werk")
    sql("UPDATE indicators_definitie SET bovengrens = 12345678901234.000001 WHERE id = %s", definitie.pk)
    assert "bovengrens: leeg → 12345678901234,000001" in lijst(beheerder, cijfer="uitstroom-naar-werk")[0]


def test_bladeren_houdt_de_vraag_vast(beheerder: Client) -> None:
    for nummer in range(60):
        Indicator.objects.filter(slug="uitstroom-naar-werk").update(volgorde=100 + nummer)
    eerste = beheerder.get(ADRES, {"cijfer": "uitstroom-naar-werk"})
    assert "?cijfer=uitstroom-naar-werk&amp;pagina=2" in eerste.content.decode()
    assert len(lijst(beheerder, cijfer="uitstroom-naar-werk")) == 50
    tweede = lijst(beheerder, cijfer="uitstroom-naar-werk", pagina="2")
    assert "volgorde: 109 → 110" not in tweede[0]
    assert "volgorde: 108 → 109" in tweede[0]


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"jaar": "2024"}, "Kies het cijfer waarvan u dit jaar wilt zien."),
        ({"cijfer": "uitstroom-naar-werk", "jaar": "vorig"}, "Dit is geen jaar."),
        ({"persoon": "inge"}, "Deze persoon bestaat niet."),
    ],
)
def test_wat_niet_te_zoeken_is(beheerder: Client, vraag: dict[str, str], zin: str) -> None:
    antwoord = beheerder.get(ADRES, vraag)
    assert (antwoord.status_code, antwoord.content.decode().count(zin)) == (422, 2)
    assert "Er is niets gezocht." in antwoord.content.decode()
    assert beheerder.get(ADRES, {**vraag, "als": "csv"}).status_code == 422


def test_alleen_de_beheerder() -> None:
    for rol in (Rol.CONTROLEUR, Rol.GRIFFIER):
        assert ingelogd(maak_account(rol, rol)).get(ADRES).status_code == 403
    assert Client().get(ADRES).status_code == 302
