"""The contestants: each with its servers, as long as they are needed, and what is asked of it."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.naast.gegevens import Gegevens
from benchmarks.naast.omgevingen import HIER, Opdracht, dienst, gunicorn, omgeving, voer_uit, vrije_poort
from benchmarks.naast.vraag import INDICATOR, KOLOMMEN, Vraag
from benchmarks.verzoeken import Adres, verzoek

# What is asked of Datasette, by the name that it is given here.
DATASETTE = {
    "tabel": "cijfers?_sort=jaar&",
    "tabel als JSON": "cijfers.json?_sort=jaar&_shape=array&",
    "vaste vraag": "indicator?",
    "vaste vraag als JSON": "indicator.json?_shape=array&",
}


def doelwijzer(adres: Adres) -> list[Vraag]:
    """Kept, for everybody who is not signed in; and made anew for who has a session, for whom nothing is kept."""
    pagina, op_de_pagina = f"/indicatoren/{INDICATOR}/", r'aria-label="{waarde}, bron: {editie}'
    bewaard, niet_bewaard = "X-Accel-Expires", r"\A(?!.*X-Accel-Expires)"
    return [
        Vraag("Doelwijzer, bewaard", [adres], verzoek(pagina), op_de_pagina, bewaard),
        Vraag("Doelwijzer, gemaakt", [adres], verzoek(pagina, cookie="sessionid=x"), op_de_pagina, niet_bewaard),
        Vraag("Doelwijzer, CSV bewaard", [adres], verzoek(f"/data/indicatoren/{INDICATOR}.csv"), ook=bewaard),
    ]


@contextmanager
def datasette(gegevens: Gegevens) -> Iterator[list[Vraag]]:
    """Its table, filtered, and a query of its own; counted before, as it recommends for data that do not change."""
    programma, geteld = omgeving("datasette") / "datasette", gegevens.map / "geteld.json"
    voer_uit([programma, "inspect", gegevens.database, "--inspect-file", geteld])
    bronnen: Opdracht = ["--immutable", gegevens.database, "--inspect-file", geteld]
    opdracht: Opdracht = [programma, "serve", *bronnen, "--metadata", HIER / "datasette.yaml", "--port"]
    een, twee = vrije_poort(), vrije_poort()
    with (
        dienst([*opdracht, str(een)], een, gegevens.map / "datasette-1.log") as eerste,
        dienst([*opdracht, str(twee)], twee, gegevens.map / "datasette-2.log") as tweede,
    ):
        yield [
            Vraag(f"Datasette, {naam}", [eerste, tweede], verzoek(f"/cijfers/{pad}indicator={INDICATOR}"))
            for naam, pad in DATASETTE.items()
        ]


@contextmanager
def dash(gegevens: Gegevens) -> Iterator[list[Vraag]]:
    """Its page is empty: the figures and the chart are what its script asks next."""
    poort = vrije_poort()
    opdracht = gunicorn(omgeving("dash"), poort, "benchmarks.naast.dash_site:server")
    gevraagd = {
        "output": "..tabel.data...grafiek.figure..",
        "outputs": [{"id": "tabel", "property": "data"}, {"id": "grafiek", "property": "figure"}],
        "inputs": [{"id": "indicator", "property": "value", "value": INDICATOR}],
        "changedPropIds": ["indicator.value"],
    }
    with dienst(opdracht, poort, gegevens.map / "dash.log", CIJFERS=str(gegevens.csv)) as adres:
        yield [
            Vraag("Dash, tabel en grafiek", [adres], verzoek("/_dash-update-component", json=json.dumps(gevraagd))),
            Vraag("Dash, lege pagina", [adres], verzoek("/"), cijfer=""),
        ]


@contextmanager
def superset(gegevens: Gegevens) -> Iterator[list[Vraag]]:
    """What a table of it asks for its figures, by who is not signed in."""
    programmas, poort = omgeving("superset"), vrije_poort()
    eigen = {
        "FLASK_APP": "superset.app:create_app()",
        "SUPERSET_CONFIG_PATH": str(HIER / "superset_config.py"),
        "SUPERSET_HOME": str(gegevens.map),
        "SUPERSET_SECRET_KEY": secrets.token_urlsafe(42),
    }
    voer_uit([programmas / "superset", "db", "upgrade"], **eigen)
    voer_uit([programmas / "superset", "init"], **eigen)
    voer_uit([programmas / "python", HIER / "superset_vullen.py", gegevens.database], **eigen)
    opdracht = gunicorn(programmas, poort, "superset.app:create_app()")
    with dienst(opdracht, poort, gegevens.map / "superset.log", **eigen) as adres:
        yield [
            Vraag("Superset, bewaard", [adres], _gegevens_van_superset(force=False), ook='"is_cached": ?true'),
            Vraag("Superset, gemaakt", [adres], _gegevens_van_superset(force=True), ook='"is_cached": ?(null|false)'),
        ]


def _gegevens_van_superset(*, force: bool) -> bytes:
    vraag = {
        "columns": [*KOLOMMEN, "gedrukt", "bron"],
        "filters": [{"col": "indicator", "op": "==", "val": INDICATOR}],
        "orderby": [["jaar", True]],
        "row_limit": 1000,
    }
    bron = {"id": 1, "type": "table"}
    return verzoek("/api/v1/chart/data", json=json.dumps({"datasource": bron, "force": force, "queries": [vraag]}))
