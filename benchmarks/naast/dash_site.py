"""The question as a site of Dash: choose an indicator, and see its table and its chart. Runs in Dash's environment."""

import os

import pandas as pd
import plotly.graph_objects as go
from dash import Dash, Input, Output, callback, dash_table, dcc, html

KOLOMMEN = ["soort", "editie", "jaar", "waarde", "gedrukt", "bron"]

cijfers = pd.read_csv(os.environ["CIJFERS"], dtype={"gedrukt": str})
app = Dash(__name__)
app.layout = html.Main(
    [
        dcc.Dropdown(sorted(cijfers["indicator"].unique()), id="indicator"),
        dcc.Graph(id="grafiek"),
        dash_table.DataTable(id="tabel", columns=[{"id": kolom, "name": kolom} for kolom in KOLOMMEN]),
    ]
)
server = app.server


@callback(Output("tabel", "data"), Output("grafiek", "figure"), Input("indicator", "value"))
def toon(indicator: str) -> tuple[object, object]:
    gekozen = cijfers.loc[cijfers["indicator"] == indicator, KOLOMMEN].sort_values("jaar")
    lijnen = [
        go.Scatter(x=lijn["jaar"], y=lijn["waarde"], name=" ".join(naam))  # plotly.express takes several times as long
        for naam, lijn in gekozen.dropna(subset="waarde").groupby(["soort", "editie"])
    ]
    return gekozen.to_dict("records"), go.Figure(lijnen)


# Dash gathers its callbacks at the first request of a process, and knows none for who asks meanwhile.
server.test_client().get("/")
