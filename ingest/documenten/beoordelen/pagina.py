"""What the page of a document that is judged shows: its questions by kind and page by page, and its answers."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from ingest.documenten.beoordelen.antwoorden.mogelijk import MOGELIJK
from ingest.documenten.beoordelen.beoordeling import zonder_meer
from ingest.models import Aanlevering, Antwoord, Vraag
from ingest.models.vragen import VraagQuerySet
from ingest.ontwerp.ontwerp import Ontwerp

# In the order in which a person settles them: each may raise or settle one that comes after it.
KOPPEN = {
    Vraag.Soort.DOCUMENT: "Welk document is dit?",
    Vraag.Soort.GEGEVENS: "Datum en besluit",
    Vraag.Soort.TABEL: "Tabellen met bedragen van programma's",
    Vraag.Soort.PROGRAMMA: "Nieuwe programma's",
    Vraag.Soort.DOELSTELLING: "Doelstellingen met een naam die nog niet bekend is",
    Vraag.Soort.INDICATOR: "Indicatoren met een naam die nog niet bekend is",
    Vraag.Soort.DEFINITIE: "Misschien anders gemeten",
    Vraag.Soort.POST: "Posten met een naam die nog niet bekend is",
    Vraag.Soort.REEKS: "Naast welke indicator?",
    Vraag.Soort.RIJ: "Niet gelezen",
    Vraag.Soort.OPVALLEND: "Dit valt op",
    Vraag.Soort.SUGGESTIE: "Cijfers in zinnen",
}

LIJSTEN = ("open", "zinnen", "beantwoord")
PER_BLADZIJDE = 50  # questions
KLIK = {
    Vraag.Soort.TABEL: "Zet de rijen bij hun programma",
    Vraag.Soort.PROGRAMMA: "Neem deze naam over",
    Vraag.Soort.DOELSTELLING: "Neem deze naam over",
    Vraag.Soort.INDICATOR: "Maak dit zoals voorgesteld",
    Vraag.Soort.POST: "Maak deze post",
    Vraag.Soort.OPVALLEND: "Gezien: zo staat het er",
    Vraag.Soort.DEFINITIE: "Gemeten zoals eerder",
    Vraag.Soort.REEKS: "Zet hem ernaast",
}


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
    voorgesteld: Sequence[tuple[str, Any]]
    """What a click would answer, where that fills something in: by the label of each field."""

    @property
    def klik(self) -> str:
        """What the button says that answers it here and now; empty when it needs thought."""
        return "" if self.gegeven or not zonder_meer(self.vraag) else KLIK[Vraag.Soort(self.vraag.soort)]


@dataclass(frozen=True)
class Groep:
    """The questions of one kind that are on this page, and how many there are in all."""

    soort: str
    kop: str
    vragen: Sequence[VraagOpPagina]
    aantal: int

    @property
    def in_een_keer(self) -> Sequence[VraagOpPagina]:
        """Those that one button answers together; a single one has its own."""
        gevonden = [gesteld for gesteld in self.vragen if gesteld.klik]
        return gevonden if len(gevonden) > 1 else ()

    @property
    def klik(self) -> str:
        wat = "Alle" if len(self.vragen) == self.aantal else "Deze"
        return f"{wat} {len(self.in_een_keer)}: {KLIK[Vraag.Soort(self.soort)].lower()}"


def groepeer(
    vragen: Iterable[Vraag], ontwerp: Ontwerp, begin: Sequence[tuple[int, int]], aantallen: Mapping[str, int]
) -> list[Groep]:
    """By kind, in the order in which they are settled; the questions come with their antwoorden.

    `begin` is with which line each page begins, and `aantallen` how many there are of each kind, on other pages too.
    """
    per_soort: dict[str, list[VraagOpPagina]] = {soort: [] for soort in KOPPEN}
    for vraag in vragen:
        gegeven = antwoord_in_woorden(vraag, vraag.antwoord, ontwerp) if vraag.antwoord else None
        per_soort[vraag.soort].append(VraagOpPagina(vraag, plaats(vraag, begin), gegeven, _voorgesteld(vraag, ontwerp)))
    return [Groep(soort, kop, per_soort[soort], aantallen[soort]) for soort, kop in KOPPEN.items() if per_soort[soort]]


def _voorgesteld(vraag: Vraag, ontwerp: Ontwerp) -> Sequence[tuple[str, Any]]:
    if vraag.antwoord or not vraag.voorstel.get("compleet") or not (antwoord := zonder_meer(vraag)):
        return ()
    keuze, gegevens = antwoord
    return antwoord_in_woorden(vraag, Antwoord(keuze=keuze, gegevens=gegevens), ontwerp).ingevuld


def plaats(vraag: Vraag, begin: Sequence[tuple[int, int]]) -> str:
    """Where in the document it is: "bladzijde 12, regel 340 tot en met 346"; empty for the whole of it."""
    if vraag.regel is None:
        return ""
    tot = f" tot en met {vraag.tot_regel}" if vraag.tot_regel and vraag.tot_regel > vraag.regel else ""
    waar = bisect_right(begin, vraag.regel, key=itemgetter(0))
    bladzijde = begin[max(waar - 1, 0)][1] if begin else 0
    return f"{f'bladzijde {bladzijde}, ' if bladzijde else ''}regel {vraag.regel}{tot}"


def lijst_van(aanlevering: Aanlevering, lijst: str) -> VraagQuerySet:
    """The questions of one of the three lists of the page, in order."""
    vragen = aanlevering.vragen
    lijsten = {"open": vragen.open(), "zinnen": vragen.suggesties(), "beantwoord": vragen.geldend().beantwoord()}
    return lijsten[lijst].op_volgorde()


def tel_vragen(aanlevering: Aanlevering) -> dict[str, dict[str, int]]:
    """How many questions of each kind each list has."""
    tellingen: dict[str, dict[str, int]] = {lijst: {} for lijst in LIJSTEN}
    for soort, is_beantwoord, aantal in aanlevering.vragen.per_soort():
        lijst = "beantwoord" if is_beantwoord else "zinnen" if soort == Vraag.Soort.SUGGESTIE else "open"
        tellingen[lijst][soort] = aantal
    return tellingen


def begint_op(aantallen: Mapping[str, int]) -> list[tuple[str, str, int, int]]:
    """Of each kind its code, its heading, how many there are, and the page on which they begin."""
    voor, wegwijzer = 0, []
    for soort, kop in KOPPEN.items():
        if soort in aantallen:
            wegwijzer.append((soort.value, kop, aantallen[soort], voor // PER_BLADZIJDE + 1))
            voor += aantallen[soort]
    return wegwijzer


def adres_van(vraag: Vraag) -> str:
    """Where this question stands in the lists of its document."""
    suggestie = "zinnen" if vraag.soort == Vraag.Soort.SUGGESTIE else "open"
    lijst = "beantwoord" if vraag.antwoord else suggestie
    blad = lijst_van(vraag.aanlevering, lijst).voor(vraag).count() // PER_BLADZIJDE + 1
    return f"{vraag.aanlevering.get_absolute_url()}?{lijst}={blad}#vraag-{vraag.pk}"


def volgende(aanlevering: Aanlevering, na: Vraag) -> Vraag | None:
    """The open question to go on with: the next in order, else the first."""
    open_ = lijst_van(aanlevering, "open")
    return open_.na(na).first() or open_.first()


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
