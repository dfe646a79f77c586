"""What the page of a document that is judged shows: its questions by kind, its answers, and how much was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.documenten.beoordelen.antwoorden.mogelijk import MOGELIJK
from ingest.documenten.beoordelen.beoordeling import zonder_meer
from ingest.documenten.beoordelen.bladzijden import bladzijde_van
from ingest.lezer.concept import Concept
from ingest.lezer.regels import Regel
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.ontwerp.ontwerp import Ontwerp

# In the order in which a person settles them: each may raise or settle one that comes after it.
KOPPEN = {
    Vraag.Soort.DOCUMENT: "Welk document is dit?",
    Vraag.Soort.GEGEVENS: "Datum en besluit",
    Vraag.Soort.PROGRAMMA: "Nieuwe programma's",
    Vraag.Soort.DOELSTELLING: "Doelstellingen met een naam die nog niet bekend is",
    Vraag.Soort.INDICATOR: "Indicatoren met een naam die nog niet bekend is",
    Vraag.Soort.DEFINITIE: "Misschien anders gemeten",
    Vraag.Soort.POST: "Posten met een naam die nog niet bekend is",
    Vraag.Soort.RIJ: "Niet gelezen",
    Vraag.Soort.OPVALLEND: "Dit valt op",
    Vraag.Soort.SUGGESTIE: "Cijfers in zinnen",
}

KLIK = {Vraag.Soort.OPVALLEND: "Gezien: zo staat het er", Vraag.Soort.DEFINITIE: "Gemeten zoals eerder"}


@dataclass(frozen=True)
class Gegeven:
    """An answer in words: which one it is, and what was filled in by the label of each field."""

    antwoord: Antwoord
    kop: str
    ingevuld: Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class VraagOpPagina:
    """A question with where it is about, and the answer that holds."""

    vraag: Vraag
    plaats: str
    gegeven: Gegeven | None

    @property
    def klik(self) -> str:
        """What the button says that answers it here and now; empty when it needs thought."""
        return "" if self.gegeven or not zonder_meer(self.vraag) else KLIK[Vraag.Soort(self.vraag.soort)]


@dataclass(frozen=True)
class Groep:
    """The questions of one kind."""

    soort: str
    kop: str
    vragen: Sequence[VraagOpPagina]

    @property
    def in_een_keer(self) -> Sequence[VraagOpPagina]:
        """Those that one button answers together; a single one has its own."""
        gevonden = [gesteld for gesteld in self.vragen if gesteld.klik]
        return gevonden if len(gevonden) > 1 else ()

    @property
    def klik(self) -> str:
        return f"Alle {len(self.in_een_keer)}: {KLIK[Vraag.Soort(self.soort)].lower()}"


@dataclass(frozen=True)
class Telling:
    """How much was read under a doelstelling, or outside all of them."""

    naam: str
    cijfers: int
    bedragen: int
    teksten: int


def groepeer(vragen: Iterable[Vraag], ontwerp: Ontwerp) -> list[Groep]:
    """By kind, in the order in which they are settled; the questions come with their antwoorden."""
    per_soort: dict[str, list[VraagOpPagina]] = {soort: [] for soort in KOPPEN}
    for vraag in vragen:
        gegeven = antwoord_in_woorden(vraag, vraag.antwoord, ontwerp) if vraag.antwoord else None
        per_soort[vraag.soort].append(VraagOpPagina(vraag, plaats(vraag, ontwerp.document.regels), gegeven))
    return [Groep(soort, kop, per_soort[soort]) for soort, kop in KOPPEN.items() if per_soort[soort]]


def plaats(vraag: Vraag, regels: Sequence[Regel]) -> str:
    """Where in the document it is: "bladzijde 12, regel 340 tot en met 346"; empty for the whole of it."""
    if vraag.regel is None:
        return ""
    tot = f" tot en met {vraag.tot_regel}" if vraag.tot_regel and vraag.tot_regel > vraag.regel else ""
    met_bladzijden = any(regel.pagina for regel in regels)
    return f"{f'bladzijde {bladzijde_van(regels, vraag.regel)}, ' if met_bladzijden else ''}regel {vraag.regel}{tot}"


def volgende(aanlevering: Aanlevering, na: Vraag) -> Vraag | None:
    """The open question to go on with: the next in order, else the first."""
    volgorde = list(KOPPEN)
    open_ = sorted(aanlevering.vragen.open(), key=lambda vraag: _volgorde(vraag, volgorde))
    verder = [vraag for vraag in open_ if _volgorde(vraag, volgorde) > _volgorde(na, volgorde)]
    return next(iter([*verder, *open_]), None)


def _volgorde(vraag: Vraag, soorten: list[Vraag.Soort]) -> tuple[int, int, int]:
    return (soorten.index(Vraag.Soort(vraag.soort)), vraag.regel or 0, vraag.pk)


def antwoord_in_woorden(vraag: Vraag, antwoord: Antwoord, ontwerp: Ontwerp) -> Gegeven:
    """An answer as a person reads it."""
    soort = next(soort for soort in MOGELIJK[vraag.soort] if soort.keuze == antwoord.keuze)
    formulier = soort(vraag=vraag, ontwerp=ontwerp)
    gegeven = formulier.zoals_gegeven(antwoord)
    velden = [(str(veld.label), veld.field, gegeven.get(veld.name)) for veld in formulier]
    ingevuld = [(label, _gekozen(veld, waarde)) for label, veld, waarde in velden if waarde not in ("", None)]
    return Gegeven(antwoord, soort.kop, ingevuld)


def _gekozen(veld: Any, waarde: Any) -> Any:
    """The text of a choice; of anything else what was typed."""
    for sleutel, tekst in getattr(veld, "choices", ()):
        keuzes = tekst if isinstance(tekst, list | tuple) else [(sleutel, tekst)]
        for eigen, naam in keuzes:
            if eigen == waarde:
                return naam
    return waarde


def vat_samen(concept: Concept) -> list[Telling]:
    """How much was read, per doelstelling, and what belongs to none."""
    namen = {doel.code: f"{doel.code} {doel.naam}" for doel in concept.doelstellingen}
    namen |= {"": "Het hele programma"}
    tellingen = [
        Telling(
            naam,
            sum(cijfer.doelstelling == code for cijfer in concept.cijfers),
            sum(bedrag.doelstelling == code for bedrag in concept.bedragen),
            sum(tekst.doelstelling == code for tekst in concept.teksten),
        )
        for code, naam in namen.items()
    ]
    return [telling for telling in tellingen if telling.cijfers or telling.bedragen or telling.teksten]
