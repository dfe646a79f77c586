"""What the site may do in its database: read all, add rows, and change what changes. The rest its owner alone may do.

It follows from the triggers: what they refuse in every case, the site has no right to ask for.
"""

from django.apps import apps
from django.core.management.base import CommandError
from django.db import ProgrammingError, connection, models
from psycopg import errors, sql

from indicators.onveranderlijk import mag_weg, veranderlijk

VASTE_TABELLEN = ("django_migrations", "django_content_type", "auth_permission", "auth_group", "auth_group_permissions")
"""What only migrations write."""

ALLEEN_DE_DATABASE = ("indicators_wijziging", "indicators_schakel")
"""What only triggers write."""

WACHTRIJ = "pgmq"
"""The schema of the queue: its functions write as who calls them."""

_MAG_ZELF = "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = %s"


def geef_rechten(rol: str, wachtwoord: str) -> None:
    """Give the role of the site what it needs and take the rest; on the connection of the owner, after migrating."""
    _maak_rol(rol, wachtwoord)
    _draai(
        "REVOKE ALL ON ALL TABLES IN SCHEMA public, {wachtrij} FROM {rol}",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, {wachtrij} FROM {rol}",
        "REVOKE CREATE ON SCHEMA public, {wachtrij} FROM PUBLIC, {rol}",
        # In a table of its own a session could hide that of the history.
        "REVOKE TEMPORARY, CREATE ON DATABASE {database} FROM PUBLIC, {rol}",
        "GRANT CONNECT ON DATABASE {database} TO {rol}",
        "GRANT USAGE ON SCHEMA public, {wachtrij} TO {rol}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public, {wachtrij} TO {rol}",
        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA {wachtrij} TO {rol}",
        "GRANT INSERT, UPDATE, DELETE ON {wachtrij}.q_doelwijzer, {wachtrij}.a_doelwijzer TO {rol}",
        "REVOKE ALL ON indicators_sleutel FROM {rol}",
        rol=sql.Identifier(rol),
        database=sql.Identifier(connection.settings_dict["NAME"]),
        wachtrij=sql.Identifier(WACHTRIJ),
    )
    for model in apps.get_models(include_auto_created=True):
        if (
            model._meta.managed
            and not model._meta.proxy
            and model._meta.db_table not in (*VASTE_TABELLEN, *ALLEEN_DE_DATABASE)
        ):
            _geef_rechten_op(model, rol)


def _geef_rechten_op(model: type[models.Model], rol: str) -> None:
    velden = veranderlijk(model)
    mag: list[sql.Composable] = [sql.SQL("INSERT")]
    if velden:
        kolommen = sql.SQL(", ").join(sql.Identifier(str(veld.column)) for veld in velden)
        mag.append(sql.SQL("UPDATE ({})").format(kolommen))
    if mag_weg(model):
        mag.append(sql.SQL("DELETE"))
    _draai(
        "GRANT {mag} ON {tabel} TO {rol}",
        mag=sql.SQL(", ").join(mag),
        tabel=sql.Identifier(model._meta.db_table),
        rol=sql.Identifier(rol),
    )


def _maak_rol(rol: str, wachtwoord: str) -> None:
    """Make the role when it is not there; raises CommandError when it may do more than the site needs."""
    with connection.cursor() as cursor:
        cursor.execute(_MAG_ZELF, [rol])
        bekend = cursor.fetchone()
    if bekend is not None and bekend[0]:
        raise CommandError(
            f"De site meldt zich aan als {rol}, en die rol mag te veel. Draai: ALTER ROLE {rol} NOSUPERUSER NOCREATEDB "
            "NOCREATEROLE; of zet in DATABASE_URL een andere rol."
        )
    if bekend is None:
        geheim = _versleuteld(rol, wachtwoord) if wachtwoord else None
        try:
            _draai("CREATE ROLE {rol} LOGIN PASSWORD {geheim}", rol=sql.Identifier(rol), geheim=sql.Literal(geheim))
        except ProgrammingError as fout:
            if not isinstance(fout.__cause__, errors.InsufficientPrivilege):
                raise
            raise CommandError(
                f"De rol {rol} is er niet, en wie migreert mag geen rollen maken. Draai als beheerder van de database: "
                f"CREATE ROLE {rol} LOGIN PASSWORD '…'; met het wachtwoord uit DATABASE_URL."
            ) from fout


def _versleuteld(rol: str, wachtwoord: str) -> str:
    """As the server keeps it, so that no log of its statements has the password."""
    versleutel = connection.connection.pgconn.encrypt_password
    return str(versleutel(wachtwoord.encode(), rol.encode(), b"scram-sha-256").decode())


def _draai(*opdrachten: str, **delen: sql.Composable) -> None:
    with connection.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(sql.SQL(opdracht).format(**delen))
