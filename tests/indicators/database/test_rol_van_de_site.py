"""What somebody can do who has the password of the site's database, and not the secret key of the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.test import Client

from indicators.database.rechten import geef_rechten
from indicators.models import Wijziging
from ingest.accounts.handelend import handelend_als
from ingest.models import Opgave

pytestmark = pytest.mark.django_db

CARLA = UUID(int=7)
ANDERS = UUID(int=8)


def sql(opdracht: str, *waarden: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return list(cursor.fetchall()) if cursor.description else []


@contextmanager
def geweigerd(waarom: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=waarom), transaction.atomic():
        yield


VAN_EEN_LEZING = {
    "passage": "(lezing_id, regel, tekst, samengevat) SELECT id, 99999, 'Realisatie 100', false FROM indicators_lezing",
    "tekst": "(lezing_id, soort, kop, tekst, van_regel, tot_regel, samengevat) "
    "SELECT id, 'toelichting', '', 'Alles is gehaald.', 1, 1, false FROM indicators_lezing",
    "bevinding": "(lezing_id, ernst, soort, tekst) SELECT id, 'opmerking', 'sprong', 'Klopt.' FROM indicators_lezing",
    "vermelding": "(bewoording_id, passage_id, soort, editie_id, jaar, voorlopig, waarde, leeg, gedrukt, bron) "
    "SELECT bewoording_id, passage_id, soort, editie_id, 2031, false, 1, '', '1', '' FROM indicators_vermelding",
    "bedrag": "(benaming_id, passage_id, kant, soort, stand, jaar, bedrag, als_gedrukt, leeg, schaal, tekenconventie) "
    "SELECT benaming_id, passage_id, kant, soort, stand, 2099, 0, '0', '', 1, '' FROM indicators_bedrag",
}


@pytest.mark.parametrize("tabel", VAN_EEN_LEZING)
def test_aan_wat_op_de_site_staat_komt_niets_bij(wie: str, edities: None, tabel: str) -> None:
    with geweigerd("Nothing is added to a lezing that was published before"):
        sql(f"INSERT INTO indicators_{tabel} {VAN_EEN_LEZING[tabel]}")


LEZING = """
    INSERT INTO indicators_lezing (publicatie_id, bestandsnaam, checksum, druk, lezer_versie, structuur_versie, uitvoer,
        staat, weg, gepubliceerd_door, gelezen_op)
    SELECT id, 'vals.txt', '0', 1, '1', '1', '{}', 'gepubliceerd', %s, %s, '2020-01-01'
    FROM indicators_publicatie WHERE naam = 'PB 2022' RETURNING databaserol, gelezen_op = now()
"""


@pytest.mark.parametrize("door", [CARLA, None])
def test_een_beoordeelde_lezing_zonder_akkoord_komt_er_niet(wie: str, edities: None, door: UUID | None) -> None:
    """Not even for who says that Carla acts: it is not signed."""
    sql("SELECT set_config('doelwijzer.actor', %s, true), set_config('doelwijzer.rol', 'controleur', true)", str(CARLA))
    with geweigerd("Nobody acts here in the name of another|Nobody agreed to what this lezing publishes"):
        sql(LEZING, "beoordeling", door)
        sql("SET CONSTRAINTS ALL IMMEDIATE")


def test_wat_erbij_komt_zegt_wanneer_en_door_welke_rol(wie: str, edities: None) -> None:
    """Published as from the command line, it says at its source that nobody else saw it, and is not of 2020."""
    [(databaserol, nu)] = sql(LEZING, "opdrachtregel", None)
    assert (databaserol, nu) == (connection.settings_dict["USER"], True)


@pytest.mark.parametrize(
    ("staat", "invoerder", "controleur"),
    [("concept", CARLA, None), ("gecontroleerd", ANDERS, CARLA), ("ingediend", ANDERS, None)],
)
def test_niemand_voert_in_of_controleert_als_een_ander(
    wie: str, edities: None, staat: str, invoerder: UUID, controleur: UUID | None
) -> None:
    sql("SELECT set_config('doelwijzer.actor', %s, true), set_config('doelwijzer.rol', 'invoerder', true)", str(ANDERS))
    with geweigerd("Nobody acts here in the name of another"):
        sql(
            "INSERT INTO ingest_opgave (definitie_id, jaar, periode, ingetypt, waarde, geen, voorlopig, bron,"
            " toelichting, reden, opmerking, versie, staat, invoerders, ingediend_op, gecontroleerd_door,"
            " gecontroleerd_op) SELECT id, 2025, '', '1', 1, '', false, '', '', '', '', 0, %s, ARRAY[%s]::uuid[],"
            " now(), %s, now() FROM indicators_definitie LIMIT 1",
            *(staat, invoerder, controleur),
        )


@pytest.mark.parametrize(
    "opdracht",
    [
        (
            "INSERT INTO indicators_keuze (vermelding_id, reden, actor, gemaakt_op) SELECT id, 'Zo.', %s, now()"
            " FROM indicators_vermelding LIMIT 1"
        ),
        (
            "INSERT INTO indicators_terzijde (publicatie_id, voorstel, besluit, actor, op)"
            " SELECT id, 'motie:1', 'niet bewaren', %s, now() FROM indicators_publicatie LIMIT 1"
        ),
        (
            "INSERT INTO indicators_nagelezen (lezing_id, vraag, afdrukken, actor, op)"
            " SELECT id, 'raad', '{0}', %s, now() FROM indicators_lezing LIMIT 1"
        ),
    ],
    ids=["keuze", "terzijde", "nagelezen"],
)
def test_wie_niet_tekent_kiest_niets_en_las_niets_na(wie: str, edities: None, opdracht: str) -> None:
    with geweigerd("Nobody who acts here is known"):
        sql(opdracht, CARLA)


def test_wie_tekent_noemt_alleen_zichzelf(edities: None) -> None:
    opgave = {"definitie_id": sql("SELECT id FROM indicators_definitie LIMIT 1")[0][0], "jaar": 2025}
    with handelend_als(ANDERS, "invoerder"):
        with geweigerd("Nobody acts here in the name of another"):
            Opgave.objects.create(**opgave, invoerders=[CARLA])
        Opgave.objects.create(**opgave, invoerders=[ANDERS])
    wijziging = Wijziging.objects.filter(tabel="ingest_opgave").get()
    assert (wijziging.actor, wijziging.rol) == (ANDERS, "invoerder")


def test_een_handtekening_geldt_in_haar_eigen_transactie(edities: None) -> None:
    """Whoever sees what another session says cannot say it too."""
    with handelend_als(CARLA, "controleur"):
        [gezegd] = sql(
            "SELECT current_setting('doelwijzer.actor'), current_setting('doelwijzer.rol'),"
            " current_setting('doelwijzer.handtekening')"
        )
        assert sql("SELECT actor, rol FROM doelwijzer_wie()") == [(CARLA, "controleur")]
        afgeluisterd = connection.copy()
        try:
            with afgeluisterd.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('doelwijzer.actor', %s, false), set_config('doelwijzer.rol', %s, false),"
                    " set_config('doelwijzer.handtekening', %s, false)",
                    gezegd,
                )
                cursor.execute("SELECT actor, rol FROM doelwijzer_wie()")
                assert cursor.fetchall() == [(None, "")]
        finally:
            afgeluisterd.close()


def test_de_geschiedenis_schrijft_de_database(wie: str, edities: None) -> None:
    """A row of 2020 in the name of Carla: the site may write none, and that of the owner says when and by whom."""
    rij = (
        "INSERT INTO indicators_wijziging (tabel, rij, actie, nieuw, actor, rol, reden, op)"
        " VALUES ('indicators_breuk', '1', 'insert', '{}', %s, 'controleur', '', '2020-01-01')"
        " RETURNING actor, rol, databaserol, op > now() - interval '1 day'"
    )
    if wie == "site":
        with geweigerd("permission denied for table indicators_wijziging"):
            sql(rij, CARLA)
    else:
        assert sql(rij, CARLA) == [(None, "", connection.settings_dict["USER"], True)]


@pytest.mark.parametrize(
    "opdracht",
    [
        "TRUNCATE indicators_programma CASCADE",
        "ALTER TABLE indicators_vermelding DISABLE TRIGGER ALL",
        "ALTER TABLE indicators_vermelding RENAME TO indicators_weg",
        "DROP FUNCTION public._pgtrigger_should_ignore",
        "CREATE TABLE indicators_vals (id int)",
        "SELECT sleutel FROM indicators_sleutel",
        "INSERT INTO indicators_schakel (nummer, wijziging_id, keten) VALUES (999999, 1, '')",
        "SELECT doelwijzer_schakel(wijziging) FROM indicators_wijziging wijziging",
        "DELETE FROM django_migrations",
        "SET LOCAL session_replication_role = replica",
        "SET ROLE postgres",
        "CREATE ROLE vals SUPERUSER",
        "COPY indicators_programma TO PROGRAM 'true'",
        "SELECT pg_read_file('postgresql.conf')",
    ],
)
def test_de_site_mag_niet(edities: None, opdracht: str) -> None:
    with geweigerd("permission denied|must be owner|must be superuser"):
        sql(opdracht)


@pytest.mark.parametrize(
    "tabel",
    [
        *("indicators_wijziging", "indicators_schakel", "indicators_intrekking"),
        *("ingest_uitlezing", "ingest_antwoord", "ingest_instemming"),
    ],
)
@pytest.mark.parametrize("opdracht", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_de_site_verandert_geen_geschiedenis_en_geen_antwoord(edities: None, tabel: str, opdracht: str) -> None:
    sleutel = "nummer" if tabel == "indicators_schakel" else "id"
    with geweigerd(f"permission denied for table {tabel}"):
        sql(opdracht.format(tabel, sleutel, sleutel))


def test_lezers_kunnen_niets_veranderen(edities: None) -> None:
    """What gets into a question of a page, as a hole in it would let it, changes nothing."""

    def lek(execute, vraag, *meer):
        if "indicators_programma" in vraag:
            execute(
                "INSERT INTO indicators_programma (code, naam) VALUES ('9', 'Vals')",
                None,
                *meer[1:],
            )
        return execute(vraag, *meer)

    with connection.execute_wrapper(lek), geweigerd("cannot execute INSERT in a read-only transaction"):
        Client().get("/")


def test_migrate_neemt_de_site_haar_eigen_tabellen_af(eigenaar: None) -> None:
    """What it made itself could stand before a table of ours; a copied test database has lost this right's loss."""
    site = settings.DATABASES["default"]
    mag = "SELECT has_database_privilege(%s, current_database(), 'TEMPORARY')"
    sql(f"GRANT TEMPORARY ON DATABASE {connection.settings_dict['NAME']} TO PUBLIC")
    assert sql(mag, site["USER"]) == [(True,)]

    geef_rechten(site["USER"], site["PASSWORD"])

    assert sql(mag, site["USER"]) == [(False,)]
