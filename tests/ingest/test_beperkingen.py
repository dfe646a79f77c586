"""What the database itself refuses of rights, owners, opgaven, overnames and termijnen, in plain SQL."""

import itertools
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from indicators.database.handtekening import zeg_wie
from indicators.models import Definitie, Doelstelling, Indicator, Lezing
from ingest.accounts.handelend import SYSTEEM
from ingest.accounts.koppelcodes import maak_koppelcode
from ingest.models import (
    Aanlevering,
    Aanwijzing,
    Antwoord,
    Eigenaar,
    Herinnering,
    Opgave,
    Rol,
    Termijn,
    Uitlezing,
    Vraag,
)
from tests.gereedschap.mensen import maak_account
from tests.gereedschap.opgaven import maak_geldovername, maak_overname, maak_prognose
from tests.gereedschap.plat import geweigerd, kopieer, sql

# What the role of the site may not even ask, indicators/database/test_rol_van_de_site.py tries.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities", "eigenaar")]

INVOERDER, CONTROLEUR = (f"00000000-0000-4000-8000-00000000000{nummer}" for nummer in (1, 2))
GECONTROLEERD = {
    "jaar": "2001",
    "waarde": "1",
    "ingediend_op": "now()",
    "gecontroleerd_op": "now()",
    "gecontroleerd_door": f"'{CONTROLEUR}'",
    "staat": "'gecontroleerd'",
}
GOEDGEKEURD = {"staat": "'goedgekeurd'", "gecontroleerd_door": f"'{CONTROLEUR}'"}

# Constraint: the table, and what is wrong in a copy of its first row.
FOUTE_RIJEN: dict[str, tuple[str, dict[str, str]]] = {
    "recht_invoerder_voor_een_ding": ("recht", {"doelstelling_id": "NULL"}),
    "recht_een_keer": ("recht", {}),
    "koppelcode_van_een_ander": ("koppelcode", {"gegeven_door": "actor"}),
    "opgave_een_keer_open": ("opgave", {}),
    "opgave_waarde_of_waarom_niet": ("opgave", {"jaar": "2001", "staat": "'ingediend'"}),
    "opgave_controleur_is_niet_de_invoerder": ("opgave", {**GECONTROLEERD, "gecontroleerd_door": "invoerders[1]"}),
    "opgave_niet_zonder_controle_verder": ("opgave", {**GECONTROLEERD, "gecontroleerd_door": "NULL"}),
    "opgave_gepubliceerd_heeft_lezing": ("opgave", {**GECONTROLEERD, "staat": "'gepubliceerd'"}),
    "opgave_noemt_wie_haar_invoerde": (
        "opgave",
        {"jaar": "2001", "waarde": "1", "staat": "'ingediend'", "invoerders": "'{}'"},
    ),
    "opgave_terug_met_opmerking": ("opgave", {"jaar": "2001", "waarde": "1", "staat": "'teruggegeven'"}),
    "opgave_verbetering_heeft_een_reden": ("opgave", {**GECONTROLEERD, "verbetert_id": "id"}),
    "opgave_bekend_vanaf_van_nog_niet_bekend": (
        "opgave",
        {"jaar": "2001", "geen": "'gestopt'", "bekend_vanaf": "'2026-03-01'"},
    ),
    "opgave_jaar_is_een_jaar": ("opgave", {"jaar": "203"}),
    "overname_een_keer": ("overname", {}),
    "overname_jaar_van_de_begroting": ("overname", {"jaar": "2028"}),
    "overname_editie_is_een_jaar": ("overname", {"editie": "203", "jaar": "203"}),
    "overname_noemt_haar_plaats": ("overname", {"jaar": "2025", "bladzijde": "0"}),
    "overname_soort_bekend": ("overname", {"jaar": "2025", "soort_begroting": "'wens'"}),
    "overname_noemt_wie_haar_invoerde": ("overname", {"jaar": "2025", "invoerders": "'{}'"}),
    "overname_controleur_is_niet_de_invoerder": ("overname", {"jaar": "2025", "gecontroleerd_door": "invoerders[1]"}),
    "overname_niet_zonder_controle_verder": ("overname", {"jaar": "2025", "staat": "'gepubliceerd'"}),
    "overname_terug_met_opmerking": ("overname", {"jaar": "2025", "staat": "'teruggegeven'"}),
    "geldovername_een_keer": ("geldovername", {}),
    "geldovername_jaar_is_een_jaar": ("geldovername", {"jaar": "203"}),
    "geldovername_stand_bekend": ("geldovername", {"stand": "'primitieve begroting'"}),
    "geldovername_schaal_bekend": ("geldovername", {"jaar": "2023", "schaal": "100"}),
    "geldovername_noemt_haar_plaats": ("geldovername", {"jaar": "2023", "gedrukt": "''"}),
    "geldovername_noemt_wie_haar_invoerde": ("geldovername", {"jaar": "2023", "invoerders": "'{}'"}),
    "geldovername_controleur_is_niet_de_invoerder": (
        "geldovername",
        {"jaar": "2023", "gecontroleerd_door": "invoerders[1]"},
    ),
    "geldovername_niet_zonder_controle_verder": ("geldovername", {"jaar": "2023", "staat": "'gepubliceerd'"}),
    "geldovername_terug_met_opmerking": ("geldovername", {"jaar": "2023", "staat": "'teruggegeven'"}),
    "prognose_een_keer_open": ("prognose", {}),
    "prognose_een_keer_goedgekeurd": ("prognose", GOEDGEKEURD),
    "prognose_zegt_waar_ze_op_rust": ("prognose", {"jaar": "2025", "toelichting": "''"}),
    "prognose_noemt_wie_haar_invoerde": ("prognose", {"jaar": "2025", "invoerders": "'{}'"}),
    "prognose_controleur_is_niet_de_invoerder": ("prognose", {"jaar": "2025", "gecontroleerd_door": "invoerders[1]"}),
    "prognose_niet_zonder_controle_verder": ("prognose", {"jaar": "2025", "staat": "'goedgekeurd'"}),
    "prognose_terug_met_opmerking": ("prognose", {"jaar": "2025", "staat": "'teruggegeven'"}),
    "prognose_jaar_is_een_jaar": ("prognose", {"jaar": "203"}),
    "termijn_een_keer": ("termijn", {}),
    "termijn_jaar_is_een_jaar": ("termijn", {"jaar": "203"}),
    "eigenaar_een_keer": ("eigenaar", {}),
    "eigenaar_vervangt_zichzelf_niet": ("eigenaar", {"indicator_id": "indicator_id + 1", "vervanger_id": "actor"}),
    "herinnering_een_keer": ("herinnering", {}),
    "herinnering_van_controleur_noemt_haar_jaar": ("herinnering", {"soort": "'van controleur'"}),
    "aanwijzing_een_keer": ("aanwijzing", {}),
    "aanlevering_een_keer_open": ("aanlevering", {}),
    "aanlevering_akkoord_van_een_ander": (
        "aanlevering",
        {"checksum": "'x'", "staat": "'publiceert'", "akkoord_door": "aangeleverd_door"},
    ),
    "aanlevering_niet_zonder_akkoord_verder": ("aanlevering", {"checksum": "'x'", "staat": "'publiceert'"}),
    "aanlevering_gepubliceerd_heeft_lezing": (
        "aanlevering",
        {"checksum": "'x'", "staat": "'gepubliceerd'", "akkoord_door": f"'{CONTROLEUR}'"},
    ),
    "aanlevering_geweigerd_met_reden": ("aanlevering", {"checksum": "'x'", "staat": "'geweigerd'"}),
    "vraag_een_keer_per_aanlevering": ("vraag", {}),
    "antwoord_een_keer_per_nummer": ("antwoord", {}),
    "antwoord_nummers_vanaf_1": ("antwoord", {"nummer": "0"}),
}
GOEDE_RIJEN = [
    ("recht", {"rol": "'controleur'", "doelstelling_id": "NULL"}),
    ("opgave", {"jaar": "2001"}),
    ("opgave", {"jaar": "2001", "waarde": "1", "staat": "'ingediend'"}),
    ("opgave", {"jaar": "2001", "geen": "'gestopt'", "staat": "'ingediend'"}),
    ("opgave", {"jaar": "2001", "waarde": "1", "staat": "'teruggegeven'", "opmerking": "'Tel opnieuw.'"}),
    ("opgave", {"jaar": "2001", "geen": "'nnb'", "bekend_vanaf": "'2026-03-01'"}),
    ("opgave", GECONTROLEERD),
    ("opgave", {**GECONTROLEERD, "verbetert_id": "id", "reden": "'Verteld.'"}),
    ("overname", {"jaar": "2027"}),
    ("overname", {"jaar": "2025", "staat": "'teruggegeven'", "opmerking": "'Kijk nog eens.'"}),
    ("geldovername", {"stand": "'rekening'"}),
    ("prognose", {"jaar": "2025"}),
    ("prognose", {"jaar": "2025", **GOEDGEKEURD}),
    ("prognose", {"staat": "'opgevolgd'"}),
    ("termijn", {"jaar": "2001"}),
    ("eigenaar", {"indicator_id": "indicator_id + 1"}),
    ("eigenaar", {"indicator_id": "indicator_id + 1", "vervanger_id": "NULL"}),
    ("herinnering", {"voor": "'2001-01-01'"}),
    ("herinnering", {"soort": "'van controleur'", "jaar": "2025"}),
    ("aanwijzing", {"soort": "'kolom'"}),
    ("aanlevering", {"checksum": "'x'"}),
    ("aanlevering", {"checksum": "'x'", "staat": "'publiceert'", "akkoord_door": f"'{CONTROLEUR}'"}),
    ("aanlevering", {"staat": "'afgebroken'"}),
    ("vraag", {"sleutel": "'x'"}),
    ("antwoord", {"nummer": "2"}),
]


@pytest.fixture
def opgave(eigenaar: None) -> Opgave:
    definitie = Definitie.objects.get(slug="uitstroom-naar-werk")
    zeg_wie(None, SYSTEEM)  # which may name anybody
    return Opgave.objects.create(definitie=definitie, jaar=2025, invoerders=[INVOERDER])


@pytest.fixture
def vol(opgave: Opgave) -> None:
    """Every table has a first row."""
    inge = maak_account("inge", Rol.INVOERDER, doelstelling="1.5")
    maak_koppelcode(inge)
    Aanwijzing.objects.create(account=inge, soort="naam", tekst="deeltijdwerkers", betekenis="deeltijd-werkenden")
    Termijn.objects.create(
        indicator=Indicator.objects.get(slug="uitstroom-naar-werk"), jaar=2025, uiterlijk="2026-02-15"
    )
    Eigenaar.objects.create(
        indicator=Indicator.objects.order_by("pk")[0], account=inge, vervanger=maak_account("ina", Rol.INVOERDER)
    )
    maak_overname(opgave.definitie, UUID(INVOERDER))
    maak_geldovername(Doelstelling.objects.get(code="1.5"), UUID(INVOERDER))
    maak_prognose(opgave.definitie, UUID(INVOERDER))
    kopieer("ingest_prognose", GOEDGEKEURD)
    Herinnering.objects.create(actor=INVOERDER, soort="termijn", voor="2026-02-15")
    zeg_wie(None, SYSTEEM)
    aanlevering = Aanlevering.objects.create(
        bestandsnaam="PB 2027.pdf", checksum="0" * 64, formaat="pdf", grootte=1, aangeleverd_door=INVOERDER
    )
    Uitlezing.objects.create(aanlevering=aanlevering, lezer_versie="1", inhoud={})
    vraag = Vraag.objects.create(aanlevering=aanlevering, sleutel="indicator:Banen", soort="indicator", tekst="Welke?")
    Antwoord.objects.create(vraag=vraag, nummer=1, keuze="weglaten", actor=CONTROLEUR, rol=Rol.CONTROLEUR)


@pytest.mark.usefixtures("vol")
@pytest.mark.parametrize("naam", FOUTE_RIJEN)
def test_foute_rij_wordt_geweigerd(naam: str) -> None:
    tabel, anders = FOUTE_RIJEN[naam]
    with geweigerd(f'"{naam}"'):
        kopieer(f"ingest_{tabel}", anders)


@pytest.mark.usefixtures("vol")
@pytest.mark.parametrize(("tabel", "anders"), GOEDE_RIJEN)
def test_goede_rij_wordt_aangenomen(tabel: str, anders: dict[str, str]) -> None:
    """Or the tests above would pass on a table that refuses everything."""
    kopieer(f"ingest_{tabel}", anders)


def test_elke_beperking_heeft_haar_foute_rij() -> None:
    modellen = apps.get_app_config("ingest").get_models()
    assert set(FOUTE_RIJEN) == {beperking.name for model in modellen for beperking in model._meta.constraints}


# Trigger of an opgave: what nobody may do, and what the database answers.
VERBODEN = {
    "nooit_weg": ("DELETE FROM ingest_opgave", "Cannot delete rows"),
    "blijft_over_hetzelfde": ("UPDATE ingest_opgave SET jaar = 2024", "Cannot update rows"),
    "invoerders_komen_erbij": (
        f"UPDATE ingest_opgave SET invoerders = ARRAY['{CONTROLEUR}'::uuid]",
        "Who entered a figure stays known",
    ),
    "gepubliceerd_blijft": ("UPDATE ingest_opgave SET toelichting = 'Vervalst'", "Cannot update rows"),
    "gecontroleerd_blijft": ("UPDATE ingest_opgave SET waarde = -7777", "published as it was checked"),
    "staat_vooruit": ("UPDATE ingest_opgave SET staat = 'gecontroleerd'", "Invalid transition"),
    "niet_ongezien_leeg": ("TRUNCATE ingest_opgave CASCADE", "Rows of ingest_opgave never go without history"),
}


@pytest.mark.parametrize("naam", VERBODEN)
def test_wat_niemand_met_een_opgave_mag(opgave: Opgave, naam: str) -> None:
    opdracht, antwoord = VERBODEN[naam]
    if naam.endswith("_blijft"):
        breng(opgave, naam.removesuffix("_blijft"))
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # or waiting foreign keys would refuse the TRUNCATE
    with geweigerd(antwoord):
        sql(opdracht)


@pytest.mark.parametrize("kolom", ["definitie_id = definitie_id + 1", "periode = 'H1'", "verbetert_id = id"])
def test_een_opgave_blijft_over_hetzelfde_cijfer(opgave: Opgave, kolom: str) -> None:
    with geweigerd("Cannot update rows"):
        sql(f"UPDATE ingest_opgave SET {kolom}")


def test_een_invoerder_komt_erbij(opgave: Opgave) -> None:
    assert sql(f"UPDATE ingest_opgave SET invoerders = invoerders || '{CONTROLEUR}'::uuid") == 1


# The same of a document that was handed in, of what was asked and answered about it, and of what was taken over.
VERBODEN_BIJ_AANLEVERING = {
    "aanlevering nooit_weg": ("DELETE FROM ingest_aanlevering", "Cannot delete rows"),
    "aanlevering blijft_dit_bestand": ("UPDATE ingest_aanlevering SET checksum = 'x'", "Cannot update rows"),
    "aanlevering staat_vooruit": ("UPDATE ingest_aanlevering SET staat = 'te beoordelen'", "Invalid transition"),
    "aanlevering niet_ongezien_leeg": ("TRUNCATE ingest_aanlevering CASCADE", "never go without history"),
    "geldovername nooit_weg": ("DELETE FROM ingest_geldovername", "Cannot delete rows"),
    "geldovername blijft_over_hetzelfde": ("UPDATE ingest_geldovername SET jaar = 2023", "Cannot update rows"),
    "geldovername gecontroleerd_blijft": (
        "UPDATE ingest_geldovername SET bedrag = 1, staat = 'gepubliceerd'",
        "published as it was checked",
    ),
    "geldovername staat_vooruit": ("UPDATE ingest_geldovername SET staat = 'ingetrokken'", "Invalid transition"),
    "geldovername niet_ongezien_leeg": ("TRUNCATE ingest_geldovername CASCADE", "never go without history"),
    "overname nooit_weg": ("DELETE FROM ingest_overname", "Cannot delete rows"),
    "overname blijft_over_hetzelfde": ("UPDATE ingest_overname SET jaar = 2025", "Cannot update rows"),
    "overname gecontroleerd_blijft": (
        "UPDATE ingest_overname SET waarde = 190, staat = 'gepubliceerd'",
        "published as it was checked",
    ),
    "overname staat_vooruit": ("UPDATE ingest_overname SET staat = 'ingetrokken'", "Invalid transition"),
    "overname niet_ongezien_leeg": ("TRUNCATE ingest_overname CASCADE", "never go without history"),
    "prognose nooit_weg": ("DELETE FROM ingest_prognose", "Cannot delete rows"),
    "prognose blijft_over_hetzelfde": ("UPDATE ingest_prognose SET jaar = 2025", "Cannot update rows"),
    "prognose gecontroleerd_blijft": (
        "UPDATE ingest_prognose SET waarde = 180, staat = 'goedgekeurd'",
        "published as it was checked",
    ),
    "prognose staat_vooruit": ("UPDATE ingest_prognose SET staat = 'ingetrokken'", "Invalid transition"),
    "prognose niet_ongezien_leeg": ("TRUNCATE ingest_prognose CASCADE", "never go without history"),
    "uitlezing nooit_weg": ("DELETE FROM ingest_uitlezing", "Cannot delete rows"),
    "uitlezing nooit_anders": ("UPDATE ingest_uitlezing SET lezer_versie = '9'", "Cannot update rows"),
    "uitlezing nooit_geleegd": ("TRUNCATE ingest_uitlezing CASCADE", "are never removed"),
    "vraag nooit_weg": ("DELETE FROM ingest_vraag", "Cannot delete rows"),
    "vraag blijft_deze_vraag": ("UPDATE ingest_vraag SET sleutel = 'anders'", "Cannot update rows"),
    "antwoord nooit_weg": ("DELETE FROM ingest_antwoord", "Cannot delete rows"),
    "antwoord nooit_anders": ("UPDATE ingest_antwoord SET keuze = 'nieuw'", "Cannot update rows"),
    "antwoord nooit_geleegd": ("TRUNCATE ingest_antwoord CASCADE", "are never removed"),
}


@pytest.mark.usefixtures("vol")
@pytest.mark.parametrize("naam", VERBODEN_BIJ_AANLEVERING)
def test_wat_niemand_met_een_aanlevering_mag(naam: str) -> None:
    opdracht, antwoord = VERBODEN_BIJ_AANLEVERING[naam]
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    with geweigerd(antwoord):
        sql(opdracht)


def test_elke_trigger_wordt_geprobeerd() -> None:
    """`geschiedenis` in test_geschiedenis.py, those of accounts in accounts/test_sporen.py."""
    ondertekend = ("opgave", "overname", "geldovername", "prognose", "aanlevering", "antwoord", "instemming")
    van_opgave = {f"opgave {naam}" for naam in VERBODEN}
    assert {
        f"{model._meta.model_name} {trigger.name}"
        for model in apps.get_app_config("ingest").get_models()
        for trigger in getattr(model._meta, "triggers", [])
        if trigger.name != "geschiedenis"
    } == van_opgave | set(VERBODEN_BIJ_AANLEVERING) | NIET_ONGEZIEN_LEEG | VAN_ACCOUNTS | VAN_VIER_OGEN | {
        f"{model} eigen_naam" for model in ondertekend
    }


NIET_ONGEZIEN_LEEG = {
    f"{tabel} niet_ongezien_leeg" for tabel in ("account", "apparaat", "eigenaar", "koppelcode", "recht", "termijn")
}
# documenten/beoordelen/test_nakijken.py
VAN_VIER_OGEN = {"aanlevering antwoorden_nagekeken"} | {
    f"instemming {naam}" for naam in ("van_een_ander", "nooit_weg", "nooit_geleegd", "nooit_anders")
}
VAN_ACCOUNTS = {
    *("account zegt_wat_anders_werd", "account nooit_uzelf", "account altijd_een_beheerder"),
    *("recht altijd_een_beheerder", "apparaat blijft_deze_app"),
}
MAG = {
    *{("concept", "ingediend"), ("teruggegeven", "ingediend")},
    *{("ingediend", "teruggegeven"), ("ingediend", "gecontroleerd")},
    *{("gecontroleerd", "teruggegeven"), ("gecontroleerd", "gepubliceerd")},
}


# How an opgave gets there, along the steps that are allowed.
WEG = {
    "concept": (),
    "ingediend": ("ingediend",),
    "teruggegeven": ("ingediend", "teruggegeven"),
    "gecontroleerd": ("ingediend", "gecontroleerd"),
    "gepubliceerd": ("ingediend", "gecontroleerd", "gepubliceerd"),
}


def breng(opgave: Opgave, staat: str) -> None:
    for stap in WEG[staat]:
        assert zet(opgave, stap) == 1


def zet(opgave: Opgave, staat: str) -> int:
    lezing = Lezing.objects.values_list("pk", flat=True)[0] if staat == "gepubliceerd" else None
    return sql(
        "UPDATE ingest_opgave SET staat = %s, lezing_id = %s, waarde = 1, opmerking = 'Tel na.', ingediend_op = %s, "
        "gecontroleerd_op = %s, gecontroleerd_door = %s WHERE id = %s",
        *(staat, lezing, timezone.now(), timezone.now(), CONTROLEUR, opgave.pk),
    )


@pytest.mark.parametrize(("van", "naar"), [*itertools.permutations(WEG, 2)])
def test_een_opgave_slaat_geen_stap_over(opgave: Opgave, van: str, naar: str) -> None:
    breng(opgave, van)
    opgave.refresh_from_db()
    assert opgave.staat == van
    if (van, naar) in MAG:
        with transaction.atomic():
            assert zet(opgave, naar) == 1
    else:
        with geweigerd("Invalid transition|Cannot update rows"):
            zet(opgave, naar)
