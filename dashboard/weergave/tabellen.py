"""The tables of the site: years or posts as rows, editions as columns, every figure linked to its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import django_tables2 as tables
from django.utils.safestring import SafeString, mark_safe

from dashboard.weergave.cellen import ONTBREEKT, Celinhoud, Tabelcel
from dashboard.weergave.edities import NIEUWSTE

VERSCHIL = "verschil"
LAATSTE_JAREN = 10
"""So many years a table has at first where the oldest say little of today."""


@dataclass(frozen=True)
class Tabelkolom:
    """A column by its key, with its heading; it holds figures, or words, or whole sentences."""

    sleutel: str
    kop: str
    woorden: bool = False
    zinnen: bool = False
    editie: str = ""
    """the begroting that it is of, if a table has a column for each"""
    bron: str = ""
    """what the caption says of it: "PB 2026 (meerjarenraming)" """

    @property
    def klasse(self) -> str:
        """Of its cells in HTML."""
        klasse = "zin-kolom" if self.zinnen else "" if self.woorden else "getal-kolom"
        return f"{klasse} verschil-kolom" if self.sleutel == VERSCHIL else klasse

    @property
    def attrs(self) -> dict[str, dict[str, str]]:
        """Of its heading, for the library."""
        return {"th": {"class": self.klasse}} if self.klasse else {}


@dataclass(frozen=True)
class Tabelrij:
    """A row with its heading, such as a year, and what it has by the keys of the columns."""

    kop: str | int
    inhoud: Mapping[str, Celinhoud | str | int]
    totaal: bool = False

    @property
    def hoofd(self) -> Tabelcel:
        """The heading as a cell."""
        return _in_cel(self.kop)


@dataclass(frozen=True)
class Paginatabel:
    """A table of a page; `kop` is the heading above those of the rows."""

    id: str
    titel: str
    kop: str
    kolommen: Sequence[Tabelkolom]
    rijen: Sequence[Tabelrij]
    gedrukt: Tabelcel | None = None
    """the way to where the document prints the same table, with its own signs"""
    weggelaten: Sequence[str] = ()
    """the editions that are not among its columns at first"""
    alle_rijen: bool = True
    """Whether each is shown at first, and not the last ones only; without these rows are years."""
    vanaf: Tabelcel | None = None
    """its first row, where earlier ones are left out"""

    @property
    def opschrift(self) -> str:
        """The caption, with the stand of each edition there: on a phone the difference stays in sight."""
        bronnen = [kolom.bron for kolom in self.kolommen if kolom.bron]
        return f"{self.titel}: {', '.join(bronnen)}" if bronnen else self.titel

    @property
    def met_nieuwste(self) -> "Paginatabel":
        """With the columns of the newest editions only, and the rows that still say something; or the last years."""
        if not self.alle_rijen and len(self.rijen) > LAATSTE_JAREN:
            laatste = self.rijen[-LAATSTE_JAREN:]
            return replace(self, rijen=laatste, vanaf=laatste[0].hoofd)
        edities = list(dict.fromkeys(kolom.editie for kolom in self.kolommen if kolom.editie))
        weg = edities[:-NIEUWSTE]
        if not weg:
            return self
        kolommen = [kolom for kolom in self.kolommen if kolom.editie not in weg]
        blijft = {kolom.sleutel for kolom in kolommen if kolom.sleutel != VERSCHIL}
        rijen = [rij for rij in self.rijen if blijft & rij.inhoud.keys()]
        return replace(self, kolommen=kolommen, rijen=rijen, weggelaten=weg)

    def cellen(self, rij: Tabelrij) -> list[Celinhoud]:
        """A cell for each column; where the row has nothing, the document has nothing."""
        gevuld = (rij.inhoud.get(kolom.sleutel, "") for kolom in self.kolommen)
        return [
            ONTBREEKT if inhoud == "" else _in_cel(inhoud) if isinstance(inhoud, str | int) else inhoud
            for inhoud in gevuld
        ]

    @property
    def gezet(self) -> tables.Table:
        """Its head as django-tables2 sets it: a column for each heading, with the attributes of its cells."""
        kolommen = [("rij", tables.Column(self.kop))]
        kolommen += [(k.sleutel, tables.Column(k.kop, attrs=k.attrs)) for k in self.kolommen]
        return tables.Table([], extra_columns=kolommen, orderable=False, attrs={"id": self.id})

    @property
    def romp(self) -> SafeString:
        """Its rows as HTML. Of each cell the library asks twenty things, which took more than half of a page."""
        velden = [f'<td class="{kolom.klasse}">' if kolom.klasse else "<td>" for kolom in self.kolommen]
        rijen = []
        for rij, cellen in zip(self.rijen, self._met_een_stop_per_regel(), strict=True):
            naast = [f"{veld}{cel}</td>" for veld, cel in zip(velden, cellen, strict=True)]
            begin = '<tr class="totaal">' if rij.totaal else "<tr>"
            rijen.append("\n".join([begin, f'<th scope="row">{rij.hoofd}</th>', *naast, "</tr>"]))
        return mark_safe("\n".join(rijen))  # noqa: S308  # each cell escapes what it says

    def _met_een_stop_per_regel(self) -> Iterator[list[Celinhoud]]:
        """A printed row fills many cells with links to one line: Tab stops at the first of them."""
        geweest: set[str] = set()
        for rij in self.rijen:
            gezet = []
            for cel in self.cellen(rij):
                gezet.append(cel.zonder_stop_bij(geweest))
                geweest.update(cel.adressen)
            yield gezet


def _in_cel(inhoud: str | int) -> Tabelcel:
    """Words or a year; a year is a number too."""
    return Tabelcel(str(inhoud), inhoud if isinstance(inhoud, int) else None)
