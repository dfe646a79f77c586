"""Every named constraint refuses a wrong row, in plain SQL."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from indicators.database.handtekening import zeg_wie
from indicators.models import Gemeente, Intrekking, Keuze, Opvolging, Synoniem, Terzijde, Zoekzin
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.wereld.wereld import Wereld

ACTOR = "00000000-0000-4000-8000-000000000001"
COPY = "INSERT INTO {tabel} ({kolommen}) SELECT {waarden} FROM {tabel} WHERE id = (SELECT min(id) FROM {tabel})"

# Constraint: the table, and what is wrong in a copy of its first row.
FOUTE_RIJEN: dict[str, tuple[str, dict[str, str]]] = {
    "publicatie_met_besluit_is_vastgesteld": (
        "publicatie",
        {"naam": "'x'", "slug": "'x'", "vastgesteld_op": "'2030-01-01'"},
    ),
    "een_gepubliceerde_lezing_per_publicatie": ("lezing", {"checksum": "'ander bestand'"}),
    "passage_een_keer_per_regel": ("passage", {}),
    "passage_regels_vanaf_1": ("passage", {"regel": "0"}),
    "intrekking_heeft_een_reden": ("intrekking", {"reden": "''"}),
    "versie_is_een_rij": ("versie", {"id": "2"}),
    "gemeente_heeft_een_naam": ("gemeente", {"naam": "''"}),
    "gemeente_kleur_is_een_kleur": ("gemeente", {"kop": "'rood'"}),
    "vermelding_een_keer_geldend": ("vermelding", {}),
    "vermelding_waarde_of_soort_leeg": ("vermelding", {"jaar": "2029", "leeg": "'streepje'"}),
    "vermelding_soort_bekend": ("vermelding", {"soort": "'schatting'"}),
    "vermelding_jaar_is_een_jaar": ("vermelding", {"jaar": "203"}),
    "referentiecijfer_een_keer_geldend": ("referentiecijfer", {"gemeente": "'WATERDAM'"}),
    "referentiecijfer_waarde_of_soort_leeg": ("referentiecijfer", {"jaar": "2029", "leeg": "'streepje'"}),
    "referentiecijfer_jaar_is_een_jaar": ("referentiecijfer", {"jaar": "203"}),
    "referentiecijfer_is_van_een_gemeente": ("referentiecijfer", {"gemeente": "''"}),
    "referentiecijfer_heeft_een_bron": ("referentiecijfer", {"jaar": "2029", "tabel": "''"}),
    "keuze_een_keer_geldend": ("keuze", {}),
    "keuze_heeft_een_reden": ("keuze", {"reden": "''", "vervallen_op": "now()"}),
    "post_een_keer_per_tabel": ("post", {}),
    "post_tabel_bekend": ("post", {"tabel": "'kas'"}),
    "post_tabel_kent_rol": ("post", {"slug": "'x'", "rol": "'product'"}),
    "post_van_een_programma": ("post", {"slug": "'x'", "programma_id": "NULL"}),
    "post_een_keer_per_publicatie": ("postbenaming", {}),
    "bedrag_een_keer_geldend": ("bedrag", {}),
    "bedrag_of_soort_leeg": ("bedrag", {"jaar": "2032", "bedrag": "NULL"}),
    "bedrag_kant_bekend": ("bedrag", {"kant": "'links'"}),
    "bedrag_stand_bekend": ("bedrag", {"jaar": "2032", "stand": "'zomaar'"}),
    "bedrag_stand_past_bij_soort": ("bedrag", {"jaar": "2032", "stand": "'rekening'"}),
    "bedrag_lasten_niet_positief": ("bedrag", {"jaar": "2032", "bedrag": "5000"}),
    "bedrag_baten_niet_negatief": ("bedrag", {"kant": "'baten'"}),
    "doelstelling_code_een_keer_per_publicatie": ("doelstellingbenaming", {"doelstelling_id": "doelstelling_id + 1"}),
    "doelstelling_een_keer_per_publicatie": ("doelstellingbenaming", {"code": "'9.2'"}),
    "indicator_heeft_doelstelling": ("indicator", {"slug": "'x'", "doelstelling_id": "NULL"}),
    "indicator_context_hoort_ergens_bij": ("indicator", {"slug": "'x'", "aard": "'context'"}),
    "definitie_richting_bekend": ("definitie", {"slug": "'x'", "richting": "'opzij'"}),
    "definitie_grenzen_in_volgorde": ("definitie", {"slug": "'x'", "ondergrens": "2", "bovengrens": "1"}),
    "definitie_een_keer_per_publicatie": ("bewoording", {}),
    "bewoording_soort_begroting_bekend": (
        "bewoording",
        {"soort_begroting": "'droom'", "definitie_id": "definitie_id + 9"},
    ),
    "breuk_binnen_definitie_heeft_jaar": ("breuk", {"naar_id": "van_id", "jaar": "NULL"}),
    "opvolging_tussen_twee_gelijke_dingen": ("opvolging", {"naar_indicator_id": "NULL"}),
    "tekst_regels_in_volgorde": ("tekst", {"van_regel": "9"}),
    "afdruk_een_keer": ("afdruk", {}),
    "afdruk_is_van_iets": ("afdruk", {"geheel": "'x'", "lengte": "0"}),
    "vindplaats_een_keer_per_lezing": ("vindplaats", {}),
    "vindplaats_regels_in_volgorde": ("vindplaats", {"tot_regel": "9"}),
    "duiding_sleutel_een_keer_op_de_site": ("duiding", {}),
    "duiding_soort_bekend": ("duiding", {"sleutel": "'x'", "soort": "'droom'"}),
    "duiding_zegt_iets": ("duiding", {"sleutel": "'x'", "zin": "''"}),
    "duiding_over_een_indicator": ("duiding", {"sleutel": "'x'", "soort": "'invloed'", "indicator_id": "NULL"}),
    "duiding_dekking_van_een_post": ("duiding", {"sleutel": "'x'", "soort": "'dekking'", "gedrukt": "'via OAD'"}),
    "duiding_band_heeft_grenzen": ("duiding", {"sleutel": "'x'", "soort": "'band'", "vanaf": "'0'"}),
    "duiding_motie_heeft_nummer": ("duiding", {"sleutel": "'x'", "soort": "'motie'", "stand": "'loopt'"}),
    "duiding_begrip_heeft_uitleg": ("duiding", {"sleutel": "'x'", "soort": "'begrip'", "wat": "''"}),
    "synoniem_een_keer": ("synoniem", {}),
    "synoniem_zegt_iets": ("synoniem", {"ook": "woord"}),
    "zoekzin_regels_in_volgorde": ("zoekzin", {"tot_regel": "van_regel - 1"}),
    "duiding_raadspunt_heeft_stand": ("duiding", {"sleutel": "'x'", "soort": "'aankondiging'"}),
    "duiding_stand_is_van_iets": ("duiding", {"sleutel": "'x'", "soort": "'stand'", "stand": "'loopt'"}),
    "duiding_door_twee_mensen": (
        "duiding",
        {"sleutel": "'x'", "gelezen_door": f"'{ACTOR}'", "gezien_door": f"'{ACTOR}'"},
    ),
    "duiding_niet_ongezien_op_de_site": ("duiding", {"sleutel": "'x'", "weg": "'site'"}),
    "duiding_verbetering_heeft_een_reden": ("duiding", {"sleutel": "'x'", "vervangt_id": "id"}),
    "duiding_intrekking_heeft_een_reden": ("duiding", {"staat": "'ingetrokken'"}),
    "duiding_terug_met_opmerking": ("duiding", {"staat": "'teruggegeven'"}),
    "aangehaald_op_volgorde": ("aangehaald", {}),
    "nagelezen_een_keer": ("nagelezen", {}),
    "terzijde_een_keer": ("terzijde", {}),
    "terzijde_van_een_ding": ("terzijde", {"voorstel": "''"}),
    "bewoording_vanaf_een_jaar": ("bewoording", {"begroting_vanaf": "27", "definitie_id": "definitie_id + 9"}),
    "nagelezen_vraag_bekend": ("nagelezen", {"vraag": "'alles'"}),
}


@pytest.fixture
def vol(gevuld: Wereld) -> Wereld:
    """Every table has a first row."""
    vermelding = gevuld.vermeld(2027, "11")
    terzijde = {"voorstel": "motie:1", "besluit": "niet bewaren"}
    with handelend_als(None, SYSTEEM):
        Keuze.objects.create(vermelding=vermelding, reden="Nageteld.", actor=ACTOR)
        Terzijde.objects.create(publicatie=gevuld.publicaties[0], actor=ACTOR, **terzijde)
        Gemeente.objects.create(naam="Waterdam")
        Synoniem.objects.create(woord="taal", ook="taalhuis")
        Zoekzin.objects.create(lezing=vermelding.passage.lezing, van_regel=1, tot_regel=1, tekst="Taal.")
        Intrekking.objects.create(lezing=vermelding.passage.lezing, reden="Verkeerd bestand.", actor=ACTOR)
    gevuld.oud.breuken_hierna.create(
        naar=gevuld.nieuw, zekerheid="zeker", reden="Geschat.", publicatie=gevuld.publicaties[1]
    )
    Opvolging.objects.create(
        soort="hernoemd",
        publicatie=gevuld.publicaties[1],
        reden="Mooier.",
        van_indicator=gevuld.indicator,
        naar_indicator=gevuld.indicator,
    )
    return gevuld


def kopieer(tabel: str, anders: dict[str, str]) -> None:
    """Insert the first row of a table again, with some columns changed."""
    with connection.cursor() as cursor:
        beschrijving = connection.introspection.get_table_description(cursor, f"indicators_{tabel}")
        namen = [kolom.name for kolom in beschrijving if kolom.name not in ("id", "zoek") or kolom.name in anders]
        waarden = [anders.get(naam, naam) for naam in namen]
        zeg_wie(None, "systeem")
        cursor.execute(COPY.format(tabel=f"indicators_{tabel}", kolommen=", ".join(namen), waarden=", ".join(waarden)))


@pytest.mark.parametrize("naam", FOUTE_RIJEN)
def test_foute_rij_wordt_geweigerd(vol: Wereld, naam: str) -> None:
    tabel, anders = FOUTE_RIJEN[naam]
    with pytest.raises(IntegrityError, match=f'"{naam}"'), transaction.atomic():
        kopieer(tabel, anders)


GOEDE_RIJEN = [
    ("vermelding", {"jaar": "2029"}),
    ("vermelding", {"jaar": "2029", "waarde": "NULL", "leeg": "'streepje'"}),
    ("referentiecijfer", {"jaar": "2029"}),
    ("referentiecijfer", {"gemeente": "'Droogdam'"}),
    ("bedrag", {"jaar": "2032"}),
    ("bedrag", {"jaar": "2032", "bedrag": "0"}),
    ("bedrag", {"jaar": "2032", "bedrag": "NULL", "leeg": "'leeg'"}),
    ("bedrag", {"kant": "'saldo'", "bedrag": "5000"}),
    ("bedrag", {"stand": "'na wijziging'"}),
    ("post", {"tabel": "'maatregelen'", "rol": "'beleid'", "programma_id": "NULL"}),
    ("bedrag", {"soort": "'rekening'", "stand": "'rekening'"}),
    ("lezing", {"staat": "'vervangen'"}),
    ("publicatie", {"naam": "'x'", "slug": "'x'", "status": "'vastgesteld'", "vastgesteld_op": "'2030-01-01'"}),
    ("duiding", {"sleutel": "'x'"}),
    ("duiding", {"staat": "'vervangen'"}),
    ("duiding", {"sleutel": "'x'", "soort": "'invloed'"}),
    ("duiding", {"sleutel": "'x'", "soort": "'band'", "vanaf": "'0'", "tot_en_met": "'2,49'"}),
    ("duiding", {"sleutel": "'x'", "soort": "'motie'", "stand": "'loopt'", "nummer": "'3001-1'"}),
    ("duiding", {"sleutel": "'x'", "soort": "'stand'", "stand": "'loopt'", "over_id": "id"}),
    ("duiding", {"sleutel": "'x'", "weg": "'site'", "gezien_door": f"'{ACTOR}'"}),
    ("aangehaald", {"volgorde": "1"}),
    ("nagelezen", {"programma_id": "NULL"}),
    ("terzijde", {"voorstel": "'motie:2'"}),
    ("nagelezen", {"ingetrokken_op": "now()"}),
    ("synoniem", {"ook": "'taalles'"}),
    ("zoekzin", {"tot_regel": "2"}),
]


@pytest.mark.parametrize(("tabel", "anders"), GOEDE_RIJEN)
def test_goede_rij_wordt_aangenomen(vol: Wereld, tabel: str, anders: dict[str, str]) -> None:
    """Or the tests above would pass on a table that refuses everything."""
    kopieer(tabel, anders)


def test_elke_beperking_heeft_haar_foute_rij() -> None:
    modellen = apps.get_app_config("indicators").get_models()
    assert set(FOUTE_RIJEN) == {beperking.name for model in modellen for beperking in model._meta.constraints}
