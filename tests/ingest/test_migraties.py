"""A database, or a backup, of when there were seventeen migrations goes on as it is."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.gereedschap.paden import PROJECT

pytestmark = pytest.mark.django_db

OUDE_DATABASE = Path(__file__).parent / "oude_database.sql"
ANNE = UUID("aaaaaaaa-0000-4000-8000-000000000000")
ZEVENTIEN = {
    ("indicators", "0001_initial"),
    ("indicators", "0002_invoer"),
    ("indicators", "0003_beheer"),
    ("indicators", "0004_geschiedenis"),
    ("indicators", "0005_vaste_inhoud"),
    ("indicators", "0006_intrekking"),
    ("indicators", "0007_stukken"),
    ("indicators", "0008_leeg_soorten"),
    ("indicators", "0009_kwartalen"),
    ("ingest", "0001_initial"),
    ("ingest", "0002_invoer"),
    ("ingest", "0003_wachtrij"),
    ("ingest", "0004_geschiedenis"),
    ("ingest", "0005_vaste_inhoud"),
    ("ingest", "0006_aanleveringen"),
    ("ingest", "0007_kwartalen"),
    ("ingest", "0008_akkoord_met"),
}
NIEUW = {("indicators", "0001_squashed_0009_wat_bekend_is"), ("ingest", "0001_squashed_0008_wat_mensen_doen")}
TOEGEPAST = "SELECT app, name FROM django_migrations WHERE app IN ('indicators', 'ingest')"

# Columns in their order, constraints, indexes, triggers and functions; how a function is laid out does not matter.
SCHEMA = r"""
    SELECT concat_ws(' ', attrelid::regclass, row_number() OVER (PARTITION BY attrelid ORDER BY attnum), attname,
                     format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid))
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal
    UNION ALL SELECT regexp_replace(pg_get_functiondef(oid), '\s+', ' ', 'g')
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


def kaal(regels: Iterable[tuple[str]]) -> list[str]:
    """Without the brackets and casts that PostgreSQL writes elsewhere once a condition has been restored."""
    return sorted(re.sub(r"::(character varying|text)(\[\])?|[()]", "", regel) for (regel,) in regels)


class Database:
    """One of its own on the server of the tests, asked as whoever keeps it would."""

    def __init__(self, adres: str) -> None:
        self.adres = adres

    def vraag(self, sql: str) -> list[Any]:
        with psycopg.connect(self.adres) as verbinding:
            return verbinding.execute(sql).fetchall()

    def doe(self, sql: str) -> None:
        with psycopg.connect(self.adres) as verbinding:
            verbinding.execute(sql)

    def manage(self, *opdracht: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *opdracht],
            cwd=PROJECT,
            env={**os.environ, "DATABASE_URL": self.adres},
            capture_output=True,
            text=True,
            check=False,
        )


@contextmanager
def hersteld(naam: str) -> Iterator[Database]:
    """The backup, restored to a database beside the one of the tests."""
    param = connection.get_connection_params() | {"user": settings.EIGENAAR["USER"]}
    naam = f"{param['dbname']}_{naam}"
    waar = urlencode({deel: param[deel] for deel in ("user", "password", "host", "port") if param.get(deel)})
    # The connection of a test is in a transaction, where no database can be made.
    with closing(connection.copy()) as server:
        server.settings_dict["USER"] = settings.EIGENAAR["USER"]
        with server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {naam}")
            cursor.execute(f"CREATE DATABASE {naam}")
        database = Database(f"postgres:///{naam}?{waar}")
        database.doe(OUDE_DATABASE.read_text())
        yield database
        with server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {naam}")


@pytest.fixture(scope="module")
def overgegaan(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Database]:
    """The backup, restored and migrated."""
    with django_db_blocker.unblock(), hersteld("overgegaan") as database:
        assert set(database.vraag(TOEGEPAST)) == ZEVENTIEN
        klaar = database.manage("migrate")
        assert klaar.returncode == 0, klaar.stderr
        yield database


def test_de_zeventien_gelden_als_de_nieuwe_en_er_is_niets_meer_te_doen(overgegaan: Database) -> None:
    assert set(overgegaan.vraag(TOEGEPAST)) >= ZEVENTIEN | NIEUW
    assert overgegaan.manage("migrate", "--check").returncode == 0


def test_een_oude_database_is_daarna_gelijk_aan_een_nieuwe(overgegaan: Database) -> None:
    with connection.cursor() as nieuw:
        nieuw.execute(SCHEMA)
        assert kaal(overgegaan.vraag(SCHEMA)) == kaal(nieuw)


def test_wat_erin_stond_staat_er_nog(overgegaan: Database) -> None:
    assert overgegaan.vraag(
        "SELECT naam, jaar, waarde, gedrukt, regel, tekst FROM indicators_vermelding"
        " JOIN indicators_bewoording b ON b.id = bewoording_id JOIN indicators_passage p ON p.id = passage_id"
    ) == [("Jongeren met een diploma", 2024, Decimal("81.5"), "81,5", 1, "Jongeren met een diploma 81,5")]
    bedragen = overgegaan.vraag("SELECT jaar, bedrag, als_gedrukt FROM indicators_bedrag")
    assert bedragen == [(2026, Decimal(-1234000), "1.234")]
    opgaven = overgegaan.vraag("SELECT waarde, staat, invoerders FROM ingest_opgave")
    assert opgaven == [(Decimal(82), "ingediend", [ANNE])]
    rechten = overgegaan.vraag("SELECT username, rol FROM ingest_account JOIN ingest_recht USING (actor)")
    assert rechten == [("anne", "invoerder")]
    assert overgegaan.vraag("SELECT uiterlijk FROM ingest_termijn") == [(date(2026, 3, 1),)]


def test_de_regel_van_een_breuk_is_een_passage_geworden(overgegaan: Database) -> None:
    """And the history has it, as it has every change."""
    assert overgegaan.vraag(
        "SELECT b.reden, v.van_regel, v.tot_regel FROM indicators_breuk b"
        " JOIN indicators_vindplaats v USING (aanhaling_id) JOIN indicators_lezing l ON l.id = v.lezing_id"
        " WHERE l.staat = 'gepubliceerd'"
    ) == [("Andere peildatum.", 2, 2)]
    assert overgegaan.vraag(
        "SELECT tabel, oud ->> 'regel' FROM indicators_wijziging WHERE id > 19 AND tabel = 'indicators_breuk'"
    ) == [("indicators_breuk", "2")]


def test_de_regel_waar_een_opgave_staat_is_een_passage_geworden(overgegaan: Database) -> None:
    assert overgegaan.vraag(
        "SELECT o.ingetypt, v.lezing_id, v.van_regel, v.tot_regel FROM ingest_opgave o"
        " JOIN indicators_vindplaats v ON v.aanhaling_id = o.uit_aanhaling_id"
    ) == [("82", 2, 2, 2)]


def test_wat_vastlag_ligt_vast_en_wat_verandert_komt_in_de_geschiedenis(overgegaan: Database) -> None:
    with pytest.raises(psycopg.DatabaseError, match="Cannot update rows from indicators_vermelding table"):
        overgegaan.doe("UPDATE indicators_vermelding SET waarde = 99")
    ((vanaf,),) = overgegaan.vraag("SELECT max(id) FROM indicators_wijziging")
    overgegaan.doe("INSERT INTO indicators_programma (code, naam) VALUES ('2', 'Zorg')")
    assert overgegaan.vraag(f"SELECT tabel, nieuw FROM indicators_wijziging WHERE id > {vanaf}") == [
        (
            "indicators_programma",
            {"id": 2, "code": "2", "naam": "Zorg", "uit_document": False, "beeindigd_op": None},
        )
    ]


@pytest.mark.drawn
@pytest.mark.parametrize("laatste", ["0009_kwartalen", "0008_akkoord_met"])
def test_wie_onder_de_zeventien_is_blijven_steken_wordt_geweigerd(laatste: str) -> None:
    with hersteld("halverwege") as halverwege:
        halverwege.doe(f"DELETE FROM django_migrations WHERE name = '{laatste}'")
        assert halverwege.manage("migrate").returncode == 1
        assert set(halverwege.vraag(TOEGEPAST)) == {(app, naam) for app, naam in ZEVENTIEN if naam != laatste}
