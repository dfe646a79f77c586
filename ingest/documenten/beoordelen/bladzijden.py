"""A page of a document that is judged: its lines, and each figure of the draft with where it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.lezer.regels import Regel, Vak
from ingest.models import Vraag
from ingest.ontwerp.document import Document

PER_BLADZIJDE = 60  # lines, in a document without pages


@dataclass(frozen=True)
class Rechthoek:
    """A box on the picture of a page, in parts of it as SVG wants them: "12.34%"."""

    x: str
    y: str
    breed: str
    hoog: str


@dataclass(frozen=True)
class Figuur:
    """A figure or an amount of the draft: what it is of, as it is printed, on which line and where."""

    nummer: int
    naam: str
    soort: str
    jaar: int
    gedrukt: str
    regel: int
    vakken: Sequence[Rechthoek]


@dataclass(frozen=True)
class GetoondeBladzijde:
    """A page of a paged document, or a run of lines of another; `gevraagd` is where what is asked stands."""

    nummer: int
    aantal: int
    heeft_plaatje: bool
    regels: Sequence[Regel]
    figuren: Sequence[Figuur]
    vraag: Vraag | None = None
    gevraagd: Sequence[Rechthoek] = field(default=())

    @property
    def over(self) -> range:
        """The lines that the question is about."""
        van = self.vraag and self.vraag.regel
        return range(van, (self.vraag.tot_regel or van) + 1) if self.vraag and van else range(0)

    @property
    def vorige(self) -> int:
        return self.nummer - 1

    @property
    def volgende(self) -> int:
        return self.nummer + 1

    @property
    def naam(self) -> str:
        if self.heeft_plaatje or not self.regels:
            return f"Bladzijde {self.nummer}"
        return f"Regel {self.regels[0].nummer} tot en met {self.regels[-1].nummer}"


def bladzijde_van(regels: Sequence[Regel], nummer: int) -> int:
    """On which page a line stands; 1 for a line that is not there."""
    regel = next((regel for regel in regels if regel.nummer == nummer), None)
    if regel is None:
        return 1
    return regel.pagina or (nummer - 1) // PER_BLADZIJDE + 1


def aantal_bladzijden(regels: Sequence[Regel]) -> int:
    return max((bladzijde_van([regel], regel.nummer) for regel in regels), default=0)


def maak_bladzijde(document: Document, nummer: int, vraag: Vraag | None = None) -> GetoondeBladzijde:
    """The page with this number, and on it what the question is about."""
    regels = [regel for regel in document.regels if not regel.leeg and bladzijde_van([regel], regel.nummer) == nummer]
    bladzijde = GetoondeBladzijde(
        nummer,
        aantal_bladzijden(document.regels),
        any(regel.pagina for regel in document.regels),
        regels,
        list(_figuren(document, regels)),
        vraag,
    )
    gevraagd = [_omtrek(regel.vakken) for regel in regels if regel.nummer in bladzijde.over]
    return GetoondeBladzijde(**{**vars(bladzijde), "gevraagd": [vak for vakken in gevraagd for vak in vakken]})


def _figuren(document: Document, regels: Sequence[Regel]) -> Iterator[Figuur]:
    """In the order of the lines, and on a line in the order of the columns."""
    cijfers = [(c.regel, c.naam, c.soort, c.jaar, c.gedrukt) for c in document.concept.cijfers]
    bedragen = [(b.regel, b.post, f"{b.kant}, {b.stand}", b.jaar, b.als_gedrukt) for b in document.concept.bedragen]
    anderen = [
        (r.regel, f"{r.reeks}, {r.gemeente}", "van anderen", r.jaar, r.gedrukt) for r in document.concept.referenties
    ]
    per_regel: dict[int, list[tuple[str, str, int, str]]] = {}
    for regel, naam, soort, jaar, gedrukt in [*cijfers, *bedragen, *anderen]:
        per_regel.setdefault(regel, []).append((naam, soort, jaar, gedrukt))
    nummer = 0
    for gedrukte in regels:
        kolom = 0
        for naam, soort, jaar, gedrukt in per_regel.get(gedrukte.nummer, []):
            nummer, kolom = nummer + 1, _kolom(gedrukte, gedrukt, kolom)
            vak = gedrukte.vakken[kolom : kolom + 1] if kolom else ()
            vakken = _omtrek(vak) or _omtrek(gedrukte.vakken)
            yield Figuur(nummer, naam, soort, jaar, gedrukt, gedrukte.nummer, vakken)


def _kolom(regel: Regel, gedrukt: str, na: int) -> int:
    """The next cell after `na` that prints this; 0 (the label) when there is none."""
    cellen = regel.cellen or ()
    return next((plaats for plaats in range(na + 1, len(cellen)) if cellen[plaats] == gedrukt), 0)


def _omtrek(vakken: Sequence[Vak | None]) -> list[Rechthoek]:
    """One box around these; none where nothing has a place."""
    gedrukt = [vak for vak in vakken if vak]
    if not gedrukt:
        return []
    links, boven = min(vak.links for vak in gedrukt), min(vak.boven for vak in gedrukt)
    rechts, onder = max(vak.rechts for vak in gedrukt), max(vak.onder for vak in gedrukt)
    return [Rechthoek(*(f"{deel:.2%}" for deel in (links, boven, rechts - links, onder - boven)))]
