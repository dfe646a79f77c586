"""The queue of background work: the SQL of pgmq, once, and the one queue in it."""

from typing import Any

from django.db import migrations
from pgmq.install import get_embedded_install_sql

WACHTRIJ = "doelwijzer"


def maak(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT to_regprocedure('pgmq.create(text)')")
        if cursor.fetchone()[0] is None:  # a database may have pgmq as an extension
            cursor.execute(get_embedded_install_sql())
        cursor.execute("SELECT pgmq.create(%s)", [WACHTRIJ])


def verwijder(apps: Any, schema_editor: Any) -> None:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT pgmq.drop_queue(%s)", [WACHTRIJ])


class Migration(migrations.Migration):
    dependencies = [("ingest", "0002_invoer")]

    operations = [migrations.RunPython(maak, verwijder)]
