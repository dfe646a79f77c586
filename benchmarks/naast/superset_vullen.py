"""Tell Superset of the table of figures, and let everybody read it. Runs in Superset's environment."""

import sys

from superset.app import create_app

with create_app().app_context():
    from superset import db, security_manager
    from superset.connectors.sqla.models import SqlaTable
    from superset.models.core import Database

    database = Database(database_name="cijfers", sqlalchemy_uri=f"sqlite:///{sys.argv[1]}")
    tabel = SqlaTable(table_name="cijfers", database=database)
    db.session.add_all([database, tabel])
    db.session.flush()
    tabel.fetch_metadata()
    alles = security_manager.add_permission_view_menu("all_datasource_access", "all_datasource_access")
    security_manager.add_permission_role(security_manager.find_role("Public"), alles)
    db.session.commit()
