"""Of which programma a page tells, when more than one is on the site."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from indicators.models import Programma, Publicatie


@dataclass(frozen=True)
class Programmakeuze:
    """The programma that was asked for (else the first), all that can be, and the editions that tell of it."""

    programma: Programma
    programmas: list[Programma]
    edities: list[Publicatie]

    @property
    def nieuwste(self) -> Publicatie:
        return self.edities[-1]

    @property
    def code(self) -> str:
        """For an address: empty for the programma that is shown anyway."""
        return "" if self.programma == self.programmas[0] else self.programma.code


def kies_programma(request: HttpRequest) -> Programmakeuze | None:
    """None as long as the site holds no begroting; raises Http404 for a programma that is not on it."""
    programmas = list(Programma.objects.geladen())
    if not programmas:
        return None
    code = request.GET.get("programma", programmas[0].code)
    programma = next((programma for programma in programmas if programma.code == code), None)
    if programma is None:
        raise Http404(f"Programma {code} staat niet op deze site")
    return Programmakeuze(programma, programmas, list(Publicatie.objects.geladen().edities().over(programma)))
