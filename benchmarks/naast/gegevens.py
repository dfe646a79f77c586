"""The figures that all contestants have: the site's own CSV, and the same in SQLite."""

import csv
import gzip
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.verzoeken import Adres, verbind, verzoek, vraag

GETALLEN = ("jaar", "regel", "waarde")


@dataclass(frozen=True)
class Gegevens:
    csv: Path
    database: Path

    @property
    def map(self) -> Path:
        """For what a contestant makes of them."""
        return self.csv.parent


def haal_gegevens(adres: Adres, map_: Path) -> Gegevens:
    """As everybody can download them, and with an index for the question."""
    gegevens = Gegevens(map_ / "cijfers.csv", map_ / "cijfers.db")
    gegevens.csv.write_bytes(gzip.decompress(vraag(verbind(adres), verzoek("/data/cijfers.csv"))[1]))
    with gegevens.csv.open(encoding="utf-8", newline="") as regels:
        kop, *rijen = csv.reader(regels)
    kolommen = ", ".join(f"{kolom} {'numeric' if kolom in GETALLEN else 'text'}" for kolom in kop)
    with closing(sqlite3.connect(gegevens.database)) as verbinding, verbinding:
        verbinding.execute(f"CREATE TABLE cijfers ({kolommen})")
        verbinding.executemany(
            f"INSERT INTO cijfers VALUES ({', '.join('?' for _ in kop)})",
            ([waarde or None for waarde in rij] for rij in rijen),
        )
        verbinding.execute("CREATE INDEX cijfers_indicator ON cijfers (indicator)")
    return gegevens
