"""What is published is never changed: the database itself refuses it, also when a script asks in plain SQL."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction

from indicators.models import Duiding, Keuze, Lezing, Vermelding
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.wereld.wereld import Wereld

TABELLEN = [
    *("vermelding", "referentiecijfer", "bedrag", "passage", "tekst", "bevinding", "lezing"),
    *("aanhaling", "afdruk", "aangehaald", "nagelezen"),
]


def sql(opdracht: str, *waarden: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return cursor.rowcount


@pytest.fixture(autouse=True)
def niets_staat_uit(wie: str, db: None) -> None:
    """What pgtrigger offers to switch triggers off; any role may set it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(DISTINCT tgname) FROM pg_trigger WHERE NOT tgisinternal")
        cursor.execute("SELECT set_config('pgtrigger.ignore', %s::text[]::text, true)", cursor.fetchone())


@contextmanager
def geweigerd(waarom: str) -> Iterator[None]:
    """By the triggers; what the site never does it may not even ask."""
    with pytest.raises(DatabaseError, match=f"{waarom}|permission denied for table"), transaction.atomic():
        yield


@pytest.mark.parametrize("tabel", [*TABELLEN, "duiding", "vindplaats"])
def test_delete(gevuld: Wereld, tabel: str) -> None:
    with geweigerd("Cannot delete rows"):
        sql(f"DELETE FROM indicators_{tabel}")


@pytest.mark.parametrize("tabel", TABELLEN)
def test_truncate(gevuld: Wereld, tabel: str) -> None:
    sql("SET CONSTRAINTS ALL IMMEDIATE")  # or waiting foreign keys would refuse it
    with geweigerd("Published rows of .* are never removed|Rows of .* never go without history"):
        sql(f"TRUNCATE indicators_{tabel} CASCADE")


def kolommen(tabel: str) -> list[str]:
    with connection.cursor() as cursor:
        beschrijving = connection.introspection.get_table_description(cursor, f"indicators_{tabel}")
    return [kolom.name for kolom in beschrijving]


UPDATES = {
    "vermelding": {"waarde": 13, "gedrukt": "13", "jaar": 2029, "soort": "begroting", "bron": "ik", "leeg": "pm"},
    "bedrag": {"bedrag": -6000, "als_gedrukt": "-6", "jaar": 2032, "schaal": 1, "kant": "baten", "tekenconventie": "?"},
    "referentiecijfer": {
        "waarde": 21,
        "gemeente": "Droogdam",
        "jaar": 2029,
        "bron": "ik",
        "opgehaald_op": "2031-01-01",
    },
    "passage": {"tekst": "Realisatie 9", "regel": 11, "pagina": 1, "samengevat": True},
    "tekst": {"tekst": "Zon", "kop": "Weer", "soort": "beleid", "van_regel": 1, "samengevat": True},
    "bevinding": {"tekst": "Niets aan de hand.", "ernst": "fout", "regel": 1, "soort": "sprong"},
    "lezing": {"checksum": "0", "bestandsnaam": "x", "uitvoer": '{"a": 1}', "weg": "beoordeling", "lezer_versie": "2"},
    "aanhaling": {"publicatie_id": 1},
    "afdruk": {"lengte": 13, "begin": "1", "geheel": "1", "voor": "1", "na": "1", "regels": 2},
    "aangehaald": {"gedrukt": "2", "waar": "tabel", "volgorde": 1},
    "nagelezen": {"vraag": "raad", "afdrukken": "{}", "actor": "00000000-0000-4000-8000-000000000001"},
    "duiding": {"zin": "Anders.", "soort": "zonder uitleg", "sleutel": "x", "gedrukt": "2", "weg": "site"},
}


@pytest.mark.parametrize(
    ("tabel", "kolom", "waarde"),
    [(tabel, kolom, waarde) for tabel, velden in UPDATES.items() for kolom, waarde in velden.items()],
)
def test_update(gevuld: Wereld, tabel: str, kolom: str, waarde: object) -> None:
    assert kolom in kolommen(tabel)
    with geweigerd("Cannot update rows"):
        sql(f"UPDATE indicators_{tabel} SET {kolom} = %s", waarde)


@pytest.mark.parametrize("tabel", ["vermelding", "referentiecijfer", "bedrag"])
def test_vervallen_mag_een_keer(gevuld: Wereld, tabel: str) -> None:
    eerste, tweede = (lezing.pk for lezing in gevuld.lezingen)
    assert sql(f"UPDATE indicators_{tabel} SET vervallen_in_id = %s", eerste) == 1
    for waarde in (tweede, None):
        with geweigerd("Cannot update rows"):
            sql(f"UPDATE indicators_{tabel} SET vervallen_in_id = %s", waarde)


def test_vervallen_mag_niet_samen_met_een_andere_waarde(gevuld: Wereld) -> None:
    with geweigerd("Cannot update rows"):
        sql("UPDATE indicators_vermelding SET vervallen_in_id = %s, waarde = 13", gevuld.lezingen[0].pk)


@pytest.mark.parametrize(
    ("van", "naar", "mag"),
    [
        ("gepubliceerd", "vervangen", True),
        ("gepubliceerd", "ingetrokken", True),
        ("vervangen", "gepubliceerd", False),
        ("vervangen", "ingetrokken", False),
        ("ingetrokken", "gepubliceerd", False),
        ("ingetrokken", "vervangen", False),
    ],
)
def test_staat_van_een_lezing_gaat_alleen_vooruit(wereld: Wereld, van: str, naar: str, mag: bool) -> None:
    lezing = (
        Lezing.objects.create(
            publicatie=wereld.publicaties[0],
            checksum="x",
            lezer_versie="1",
            structuur_versie="1",
            uitvoer={},
            staat=van,
            weg="opdrachtregel",
        )
        if van != "gepubliceerd"
        else wereld.lezingen[0]
    )
    if naar == "gepubliceerd":
        Lezing.objects.filter(pk=wereld.lezingen[0].pk).update(staat="vervangen")
    if mag:
        assert sql("UPDATE indicators_lezing SET staat = %s WHERE id = %s", naar, lezing.pk) == 1
    else:
        with geweigerd("Invalid transition"):
            sql("UPDATE indicators_lezing SET staat = %s WHERE id = %s", naar, lezing.pk)


def test_een_keuze_vervalt_een_keer_en_verandert_niet(wereld: Wereld) -> None:
    vermelding, actor = wereld.vermeld(2028, "12"), "00000000-0000-4000-8000-000000000001"
    with handelend_als(None, SYSTEEM):
        keuze = Keuze.objects.create(vermelding=vermelding, reden="Nageteld.", actor=actor)
    with geweigerd("Cannot update rows"):
        sql("UPDATE indicators_keuze SET reden = 'Anders' WHERE id = %s", keuze.pk)
    with geweigerd("Cannot delete rows"):
        sql("DELETE FROM indicators_keuze")
    assert sql("UPDATE indicators_keuze SET vervallen_op = now()") == 1
    with geweigerd("Cannot update rows"):
        sql("UPDATE indicators_keuze SET vervallen_op = NULL")


def test_nagelezen_wordt_een_keer_ingetrokken(gevuld: Wereld) -> None:
    assert sql("UPDATE indicators_nagelezen SET ingetrokken_op = now()") == 1
    with geweigerd("Cannot update rows"):
        sql("UPDATE indicators_nagelezen SET ingetrokken_op = NULL")


@pytest.mark.parametrize(
    ("van", "naar", "mag"),
    [
        ("voorgelegd", "gepubliceerd", True),
        ("voorgelegd", "teruggegeven", True),
        ("gepubliceerd", "vervangen", True),
        ("gepubliceerd", "ingetrokken", True),
        ("gepubliceerd", "voorgelegd", False),
        ("teruggegeven", "gepubliceerd", False),
        ("vervangen", "gepubliceerd", False),
        ("ingetrokken", "gepubliceerd", False),
    ],
)
def test_staat_van_wat_gelezen_is_gaat_alleen_vooruit(gevuld: Wereld, van: str, naar: str, mag: bool) -> None:
    deze = {"sleutel": "plassen-2", "soort": "zonder uitleg", "zin": "Niemand weet waarom.", "staat": van}
    ding = Duiding.objects.create(**deze, weg="meegeleverd", reden="Anders gelezen.", opmerking="Lees nog eens.")
    if mag:
        assert sql("UPDATE indicators_duiding SET staat = %s WHERE id = %s", naar, ding.pk) == 1
    else:
        with geweigerd("Invalid transition"):
            sql("UPDATE indicators_duiding SET staat = %s WHERE id = %s", naar, ding.pk)


def test_wat_een_cijfer_draagt_kan_niet_weg(gevuld: Wereld) -> None:
    """Also the rows that may change: a figure keeps its definitie, publicatie and post."""
    for tabel in ("bewoording", "definitie", "indicator", "publicatie", "post", "postbenaming", "programma"):
        with geweigerd("violates foreign key constraint"):
            sql(f"DELETE FROM indicators_{tabel}")
            sql("SET CONSTRAINTS ALL IMMEDIATE")
    assert Vermelding.objects.count() == 1


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE indicators_publicatie SET naam = naam || 'x'",
        "UPDATE indicators_bewoording SET naam = 'Vervalst'",
        "UPDATE indicators_doelstellingbenaming SET code = '9.9'",
        "UPDATE indicators_postbenaming SET naam = 'Vervalst'",
    ],
)
def test_namen_zoals_gedrukt_veranderen_niet(gevuld: Wereld, opdracht: str) -> None:
    """A figure says what it says under its printed name; another name would make it another figure."""
    with geweigerd("Cannot update rows"):
        sql(opdracht)
