"""What the reader makes of a document: figures, amounts, texts and findings, all with their line."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ingest.lezer.regels import Regel
from ingest.lezer.soorten import (
    Bedragsoort,
    Bedragstand,
    Bevindingsoort,
    Cijfersoort,
    Kant,
    Leegsoort,
    Programmarol,
    Publicatiesoort,
    Tabelsoort,
    Tekstsoort,
)


class Ernst(StrEnum):
    """How serious a finding is; only FOUT refuses a document."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    OPMERKING = "opmerking"


@dataclass(frozen=True)
class Bevinding:
    """One finding, in Dutch, with the 1-based line it is about (None: the whole document).

    `tot` is the last line where it is about more than one (a table that is refused whole), `onderwerp` what it is
    about: the printed name of an indicator, post or doelstelling.
    """

    ernst: Ernst
    soort: Bevindingsoort
    regel: int | None
    tekst: str
    tot: int | None = None
    onderwerp: str = ""


@dataclass(frozen=True)
class Cijfer:
    """One printed cell of an indicator table. `waarde` is None where `leeg` says how the cell is empty."""

    doelstelling: str
    naam: str
    bron: str
    soort: Cijfersoort
    editie: str
    jaar: int
    waarde: Decimal | None
    leeg: Leegsoort
    procent: bool
    gedrukt: str
    regel: int
    indicator: str = ""
    definitie: str = ""
    periode: str = ""
    voorlopig: bool = False
    gemeten_op: date | None = None


@dataclass(frozen=True)
class Programmaplek:
    """Where a row of an overview belongs by the words of its own table, once a person agrees.

    `titel` is what stands above the table, and `van` the line that it begins on.
    """

    nummer: str
    naam: str
    tabel: Tabelsoort
    rol: Programmarol
    titel: str
    van: int
    aanvaard: bool = False
    """whether a person agreed, in the review of this very document"""


@dataclass(frozen=True)
class Bedrag:
    """One printed cell of a money table.

    `gedrukte_waarde` is the number as printed; `bedrag` is euros in the one normalised sign
    (lasten <= 0 <= baten, saldo their sum), filled in once the sign convention of the table is known.
    """

    tabel: Tabelsoort
    doelstelling: str
    code: str
    post: str
    kant: Kant
    soort: Bedragsoort
    stand: Bedragstand
    jaar: int
    gedrukte_waarde: Decimal | None
    als_gedrukt: str
    leeg: Leegsoort
    schaal: int
    regel: int
    tekenconventie: str = ""
    bedrag: Decimal | None = None
    programma: str = ""
    """The code of its programma."""
    sleutel: str = ""
    """The slug of its post, once matched; empty for a policy row, which belongs to its own edition."""
    rol: str = ""
    """What its post is in the table: as it was settled, else as proposed."""
    onder: str = ""
    """The heading among the rows of an overview that it stands below; of a row of a programma the title above it."""
    plek: Programmaplek | None = None
    """Where a row of an overview would belong; None where its table does not say."""


@dataclass(frozen=True)
class Tekst:
    """A text of the document: `van` and `tot` are its first and last line. Empty where nothing is printed.

    `tabel` is the kind of the table that it explains; empty where it explains none.
    """

    soort: Tekstsoort
    kop: str
    tekst: str
    van: int
    tot: int
    samengevat: bool
    doelstelling: str = ""
    indicator: str = ""
    definitie: str = ""
    tabel: str = ""


@dataclass(frozen=True)
class Programma:
    """A programma that the document names: its number, its name, and the line of its heading."""

    code: str
    naam: str
    regel: int


@dataclass(frozen=True)
class Doelstelling:
    """A heading "Doelstelling 1.1 …" of a chapter with tables; the code begins with that of its programma."""

    code: str
    naam: str
    regel: int


@dataclass(frozen=True)
class Suggestie:
    """A number in a sentence of running text, with the period that the sentence gives it ("" where it gives none).

    It is no figure of the draft: a person takes it over, or leaves it.
    """

    zin: str
    gedrukt: str
    waarde: Decimal
    procent: bool
    periode: str
    regel: int


@dataclass(frozen=True)
class VoorgenomenIndicator:
    """An indicator that a kadernota means to measure: its name, and the heading that it stands under."""

    naam: str
    onder: str
    regel: int


@dataclass(frozen=True)
class Referentie:
    """A line of a reference file: a figure of some gemeente or of the country, with where it came from and when.

    `definitie` is what it may stand beside on the site; empty where it is a series by itself.
    """

    reeks: str
    gemeente: str
    jaar: int
    waarde: Decimal | None
    leeg: Leegsoort
    procent: bool
    gedrukt: str
    bron: str
    tabel: str
    opgehaald_op: date
    regel: int
    definitie: str = ""


@dataclass(frozen=True)
class Concept:
    """The whole draft of one document. `publicatie` is None where no year could be found."""

    publicatie: str | None
    jaar: int | None
    programmas: tuple[Programma, ...] = ()
    doelstellingen: tuple[Doelstelling, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    bedragen: tuple[Bedrag, ...] = ()
    teksten: tuple[Tekst, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    suggesties: tuple[Suggestie, ...] = ()
    voorgenomen: tuple[VoorgenomenIndicator, ...] = ()
    referenties: tuple[Referentie, ...] = ()
    soort: Publicatiesoort = Publicatiesoort.PROGRAMMABEGROTING
    titel: str = ""
    herkend_aan: str = ""
    """The line by which its kind was told; empty where a person says what it is."""
    verbetert: str = ""
    """The publicatie whose figure this one corrects."""

    @property
    def fouten(self) -> list[Bevinding]:
        return [bevinding for bevinding in self.bevindingen if bevinding.ernst is Ernst.FOUT]


def kale_naam(naam: str) -> str:
    """Without signs and accents, as a row is kept: "Actieagenda: economie!" is "actieagenda economie"."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"\w+", kaal))


@dataclass
class Leesresultaat:
    """What reading one table yields; `gebruikt` are the lines that it accounts for."""

    cijfers: list[Cijfer] = field(default_factory=list)
    bedragen: list[Bedrag] = field(default_factory=list)
    bevindingen: list[Bevinding] = field(default_factory=list)
    teksten: list[Tekst] = field(default_factory=list)
    programmas: list[Programma] = field(default_factory=list)
    doelstellingen: list[Doelstelling] = field(default_factory=list)
    gebruikt: set[int] = field(default_factory=set)

    def fout(self, soort: Bevindingsoort, regel: int, tekst: str, tot: int | None = None, onderwerp: str = "") -> None:
        """Record a finding that refuses (part of) the table, and count its lines as reported."""
        self.bevindingen.append(Bevinding(Ernst.FOUT, soort, regel, tekst, tot, onderwerp))
        self.gebruikt |= set(range(regel, (tot or regel) + 1))

    def beschadigd(self, rij: Sequence[Regel], waarom: Exception, onderwerp: str) -> None:
        """Refuse one row of a table that is known for the rest; it may stand on more lines."""
        tot = rij[-1].nummer if len(rij) > 1 else None
        tekst = f'De rij "{rij[0].plat}" is niet gelezen: {waarom}. U kunt de rij overtypen.'
        self.fout(Bevindingsoort.BESCHADIGDE_RIJ, rij[0].nummer, tekst, tot, onderwerp)

    def weiger_dubbele(self) -> None:
        """Of two rows that say something of the same post, side and year, only the first is read."""
        eerste: dict[tuple[str, ...], int] = {}
        dubbel: dict[int, tuple[int, str]] = {}
        for bedrag in self.bedragen:
            waar = (bedrag.programma, bedrag.tabel, bedrag.doelstelling, bedrag.onder)
            post = (*waar, bedrag.code, kale_naam(bedrag.post), bedrag.kant, bedrag.soort, str(bedrag.jaar))
            eerder = eerste.setdefault(post, bedrag.regel)
            if eerder != bedrag.regel:
                dubbel[bedrag.regel] = (eerder, bedrag.post)
        self.bedragen = [bedrag for bedrag in self.bedragen if bedrag.regel not in dubbel]
        for regel, (eerder, naam) in dubbel.items():
            tekst = f"Deze rij staat al op regel {eerder}. De tweede is niet gelezen; verwijder er een."
            self.fout(Bevindingsoort.DUBBELE_RIJ, regel, tekst, onderwerp=naam)

    def voeg_toe(self, anders: "Leesresultaat") -> None:
        self.cijfers += anders.cijfers
        self.bedragen += anders.bedragen
        self.bevindingen += anders.bevindingen
        self.teksten += anders.teksten
        self.gebruikt |= anders.gebruikt


def sorteer(bevindingen: Sequence[Bevinding]) -> tuple[Bevinding, ...]:
    """Most serious first, then in the order of the document."""
    volgorde = list(Ernst)
    return tuple(sorted(bevindingen, key=lambda b: (volgorde.index(b.ernst), b.regel or 0, b.soort)))
