"""The tables of the site: years or posts as rows, editions as columns, every figure linked to its line."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import django_tables2 as tables
from django.http import HttpRequest
from django.utils.html import format_html

from dashboard.weergave.getoond import onthoud

Rij = Mapping[str, Any]
LEEG = format_html('<span class="verborgen">{}</span>', "staat niet in dit document")
GETALLEN = {"cell": {"class": "getal-kolom"}}


class Tabel(tables.Table):
    """A table that its page can also hand out as a file, because it is shown there."""

    def before_render(self, request: HttpRequest) -> None:
        onthoud(request, "tabel", self, self.attrs["id"])


def maak_tabel(
    tabel_id: str,
    titel: str,
    kop: str,
    kolommen: Sequence[tuple[str, str]],
    rijen: Iterable[Rij],
    tekst: Collection[str] = (),
) -> Tabel:
    """A table whose rows have a heading ("rij") and a cell for each (key, title) of `kolommen`.

    A row without a value for a column has an empty cell, told to a screen reader as not printed. The columns in
    `tekst` hold words, the others figures.
    """
    extra = [("rij", tables.Column(kop, localize=False, attrs={"td": {"scope": "row"}}))]
    extra += [
        (sleutel, tables.Column(titel_kolom, default=LEEG, localize=False, attrs={} if sleutel in tekst else GETALLEN))
        for sleutel, titel_kolom in kolommen
    ]
    tabel = Tabel(
        [dict(rij) for rij in rijen],
        extra_columns=extra,
        orderable=False,
        attrs={"id": tabel_id},
        row_attrs={"class": lambda record: record.get("klasse")},
    )
    tabel.caption = titel
    return tabel
