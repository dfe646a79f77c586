"""What the owner does after migrating: triggers that cannot be switched off, the key of the site, and its rights."""

from django.db import connection, transaction

from indicators.database.handtekening import bewaar_sleutel
from indicators.database.rechten import geef_rechten

# pgtrigger lets a session switch its triggers off with a setting that needs no right. Here none does.
NOOIT_UIT = """
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name name) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS 'SELECT false'
"""
# The history is written by its owner, also for who may not write it; and no trigger looks for a table or function in
# what a session made itself.
VERHARD = """
    DO $$
        DECLARE functie record;
        BEGIN
            FOR functie IN
                SELECT oid::regprocedure AS naam, proname ~ '^pgtrigger_(geschiedenis|schakel)_' AS schrijft
                FROM pg_proc WHERE proname ~ '^pgtrigger_' AND pronamespace = 'public'::regnamespace
            LOOP
                EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', functie.naam);
                IF functie.schrijft THEN
                    EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER', functie.naam);
                END IF;
            END LOOP;
        END;
    $$
"""


def richt_in(site: dict[str, str] | None) -> None:
    """Make it so, all or nothing; `site` is how the site signs in (USER, PASSWORD), None where it does as the owner."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(NOOIT_UIT)
            cursor.execute(VERHARD)
        bewaar_sleutel()
        if site:
            geef_rechten(site["USER"], site["PASSWORD"])
