"""Of which programma a page tells, when more than one is on the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from indicators.database.versie import per_versie
from indicators.models import Nagelezen, Programma, Publicatie


@dataclass(frozen=True)
class Programmakeuze:
    """The programma that was asked for (else the first), all that can be, and the editions that tell of it."""

    programma: Programma
    programmas: Sequence[Programma]
    edities: Sequence[Publicatie]

    @property
    def nieuwste(self) -> Publicatie:
        return self.edities[-1]

    @property
    def code(self) -> str:
        """For an address: empty for the programma that is shown anyway."""
        return "" if self.programma == self.programmas[0] else self.programma.code

    @property
    def query(self) -> str:
        """What makes the address of a page the one that tells of this programma."""
        return f"?{urlencode({'programma': self.code})}" if self.code else ""

    def adres(self, naam: str) -> str:
        """The address of the page with this name that tells of this programma."""
        return f"{reverse(naam)}{self.query}"


@per_versie
def programmas_op_de_site() -> tuple[Programma, ...]:
    """Those of which a begroting on the site tells."""
    return tuple(Programma.objects.geladen())


@per_versie
def edities_van(programma: Programma) -> tuple[Publicatie, ...]:
    """The begrotingen on the site that tell of this programma, oldest first."""
    return tuple(Publicatie.objects.geladen().edities().over(programma))


@per_versie
def nagelezen_van(programma: Programma) -> Mapping[str, set[int]]:
    """The keys of the publicaties that a person read about this programma, by what for (`Nagelezen.Vraag`)."""
    return Nagelezen.objects.per_vraag(programma)


def kies_programma(request: HttpRequest) -> Programmakeuze | None:
    """None as long as the site holds no begroting; raises Http404 for a programma that is not on it."""
    programmas = programmas_op_de_site()
    if not programmas:
        return None
    code = request.GET.get("programma", programmas[0].code)
    programma = next((programma for programma in programmas if programma.code == code), None)
    if programma is None:
        raise Http404(f"Programma {code} staat niet op deze site")
    return Programmakeuze(programma, programmas, edities_van(programma))


def keuze_voor(programma: Programma | None) -> Programmakeuze | None:
    """The same from a page that has no choice; None where no begroting on the site tells of this programma."""
    programmas = programmas_op_de_site()
    if programma is None or programma not in programmas:
        return None
    return Programmakeuze(programma, programmas, [])


def adres_voor(programma: Programma | None, naam: str) -> str:
    """The address of the page with this name that tells of this programma; empty where there is none."""
    keuze = keuze_voor(programma)
    return keuze.adres(naam) if keuze else ""
