"""A copy of the database in one file, and back: PostgreSQL's own programs, as the owner of the tables."""

import os
import subprocess
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connections
from psycopg.conninfo import make_conninfo

from dashboard.draaien.postgres import base, ingebouwd
from indicators.database.eigenaar import als_eigenaar

VAN_DJANGO = ("context", "cursor_factory", "prepare_threshold", "password")


def bewaar(bestand: Path) -> None:
    """Readable for who made it alone; a copy that fails leaves the former one as it was."""
    os.umask(0o077)
    nieuw = bestand.with_name(f"{bestand.name}.nieuw")
    with als_eigenaar():
        _draai("pg_dump", "--format=custom", f"--file={nieuw}")
    nieuw.replace(bestand)


def zet_terug(bestand: Path) -> None:
    """All or nothing, in a database in which nothing is yet; the rights of the site migrate gives."""
    with als_eigenaar():
        if connections["default"].introspection.table_names():
            raise CommandError(
                "Deze database is niet leeg. Terugzetten kan alleen in een nieuwe: zet DOELWIJZER_DATA_DIR op een "
                "nieuwe map, of maak bij een eigen server een lege database."
            )
        _draai("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-acl", str(bestand))


def _draai(naam: str, *argumenten: str) -> None:
    opdracht, django = naam, connections["default"]
    django.close()
    verbinding = django.get_connection_params()  # with this the embedded server starts
    if isinstance(django, base.DatabaseWrapper):
        opdracht = str(ingebouwd.programma(naam))
    wachtwoord = {"PGPASSWORD": verbinding["password"]} if "password" in verbinding else {}
    adres = make_conninfo("", **{wat: waarde for wat, waarde in verbinding.items() if wat not in VAN_DJANGO})
    try:
        gedaan = subprocess.run([opdracht, f"--dbname={adres}", *argumenten], env=os.environ | wachtwoord, check=False)
    except FileNotFoundError as fout:
        raise CommandError(f"{naam} is er niet. Installeer de programma's van PostgreSQL.") from fout
    if gedaan.returncode != 0:
        raise CommandError(f"{naam} is mislukt. Hierboven staat waarom.")
