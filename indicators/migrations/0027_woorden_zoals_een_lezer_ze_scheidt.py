r"""The words of a text as a reader separates them.

The parser of the database took "-63.257" and "2023-2026" for signed numbers and "zorg/jeugd" for a file, so that
63.257, 2026 and jeugd were "not found" in a text that has them. What keeps parts together is now the same here and in
`indicators.zoeken.woorden`: a point or comma between figures, and a hyphen before a letter.
"""

from django.db import migrations

VECTOR = r"""
    CREATE OR REPLACE FUNCTION public.doelwijzer_zoekvector(tekst text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1500 AS $$
        SELECT pg_catalog.to_tsvector('pg_catalog.simple'::pg_catalog.regconfig, woorden)
            || pg_catalog.to_tsvector('pg_catalog.dutch'::pg_catalog.regconfig, woorden)
        FROM (SELECT pg_catalog.regexp_replace(
            pg_catalog.regexp_replace(
                pg_catalog.normalize(pg_catalog.lower(tekst), 'NFD'), '[\u0300-\u036f]', '', 'g'
            ),
            '[^a-z0-9.,-]+|(?<![0-9])[.,]|[.,](?![0-9])|-(?![a-z])|(?<![a-z0-9])-', ' ', 'g'
        ) AS woorden) AS gescheiden
    $$
"""
# A generated column is made anew only when it is added.
KOLOM = r"""
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE indicators_zoekzin DROP COLUMN zoek;
    ALTER TABLE indicators_zoekzin ADD COLUMN zoek tsvector
        GENERATED ALWAYS AS (public.doelwijzer_zoekvector(tekst)) STORED;
    CREATE INDEX zoekzin_woorden ON indicators_zoekzin USING gin (zoek) WITH (fastupdate = off);
"""
INDEXEN = ("duiding_woorden", "postbenaming_woorden", "doelstelling_woorden", "bewoording_woorden")
OPNIEUW = KOLOM + "".join(f"REINDEX INDEX {index};" for index in INDEXEN)


class Migration(migrations.Migration):
    dependencies = [("indicators", "0026_wat_zoeken_kost")]

    operations = [migrations.RunSQL(VECTOR + ";" + OPNIEUW, migrations.RunSQL.noop)]
