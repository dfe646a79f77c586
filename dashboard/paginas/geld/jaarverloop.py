"""How the money of one year went, from the first raming to the rekening: a table of steps, and a waterfall."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.http import Http404

from dashboard.grafieken.waterval import Waterval
from dashboard.paginas.geld.veranderingen import Tekenstappen, naam_van, niet_gelezen, niet_geteld, tekenstappen
from dashboard.weergave.cellen import Celinhoud, Cijferzin, Tabelcel, Vorm
from dashboard.weergave.opmaak import IN_DUIZENDEN, bedrag_met_bron, duizenden, toon_bedrag, toon_verschil, verschil
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.database.versie import per_versie
from indicators.geld.jaarverloop import Jaarstap, jaarverloop, jaren_met_verloop, twijfels_over
from indicators.geld.veranderingen import Twijfel, Verandering
from indicators.models import Bedrag, Geldstand, Geldtabel, Programma

EERSTE = Tabelcel("eerste stap", vorm=Vorm.VERZWEGEN)
ALLEEN_WIJZIGING = Tabelcel("alleen wat verandert", vorm=Vorm.VERZWEGEN)
NIET_TE_ZEGGEN = Tabelcel("niet te zeggen: misschien een ander saldo", vorm=Vorm.LEEG)
GENOEG_VOOR_EEN_TEKENING = 2
"""So many steps after the first stand."""


@dataclass(frozen=True)
class Jaarverloop:
    """The steps of one year of a programma, and the years that can be chosen."""

    programma: Programma
    jaar: int
    jaren: Sequence[int]
    stappen: Sequence[Jaarstap]
    twijfels: Sequence[Twijfel] = ()
    niet_gelezen: Sequence[Cijferzin] = ()

    @cached_property
    def tabel(self) -> Paginatabel:
        """The steps in their order, each with its source and the difference with the one before."""
        titel = f"Netto kosten van {self.programma.genoemd} in {self.jaar}, stap voor stap, {IN_DUIZENDEN}"
        kolommen = [Tabelkolom("kosten", "Netto kosten"), Tabelkolom("verschil", "Verschil met de stap ervoor")]
        return Paginatabel("jaarverloop-tabel", titel, "Document", kolommen, [_rij(stap) for stap in self.stappen])

    @cached_property
    def waterval(self) -> Waterval | None:
        """From the first stand on from which each can be laid beside the one before; None where these are too few."""
        stappen = self._tekening.getekend
        if len(stappen) < GENOEG_VOOR_EEN_TEKENING:
            return None
        return Waterval(
            id="waterval-van-het-jaar",
            wat=self.programma.genoemd.replace(" ", "\N{NO-BREAK SPACE}", 1),
            jaar=self.jaar,
            van=naam_van(self._standen[0]),
            naar=naam_van(self._standen[-1]),
            begin=self._standen[0].kosten,
            stappen=stappen,
            volgorde="stap voor stap",
        )

    @property
    def niet_getekend(self) -> list[Cijferzin]:
        """What documents print of this year that the drawing leaves out, with the reason."""
        return [*niet_geteld(self.twijfels, self._tekening.niet), *self.niet_gelezen]

    @property
    def met_veranderingen(self) -> bool:
        """Whether the drawing has changes of which no document says whether they are before or after reserves."""
        return bool(self.waterval) and len(self._tekening.getekend) >= len(self._standen)

    @cached_property
    def _tekening(self) -> Tekenstappen:
        return tekenstappen(self.stappen, next(iter(self._standen), None))

    @cached_property
    def _standen(self) -> list[Jaarstap]:
        """Those that can be laid beside each other, up to the last."""
        standen = [stap for stap in self.stappen if not stap.is_wijziging]
        return standen[max((plek for plek, stap in enumerate(standen) if stap.verschil is None), default=0) :]


def verloop_van(programma: Programma, gevraagd: str | None) -> Jaarverloop | None:
    """That of the year that is asked for, else of the newest year with a rekening; None where no year has steps."""
    jaren, anders = _jaren_van(programma)
    if gevraagd is not None and gevraagd not in map(str, jaren):
        raise Http404(f"Over {gevraagd} staan hier geen stappen")
    if anders is None:
        return None
    jaar = int(gevraagd) if gevraagd else anders
    # where a change has its place, the other years that its document changes tell
    bedragen = _bedragen(programma, Q(jaar=jaar) | Q(stand=Geldstand.WIJZIGING))
    stappen, twijfels = jaarverloop(bedragen, jaar), twijfels_over(bedragen, jaar)
    return Jaarverloop(programma, jaar, jaren, stappen, twijfels, niet_gelezen(bedragen, jaar))


@per_versie
def _jaren_van(programma: Programma) -> tuple[list[int], int | None]:
    """The years that have steps, newest first, and which of these is shown when none is asked for."""
    bedragen = _bedragen(programma, Q())
    jaren = jaren_met_verloop(bedragen)
    afgelopen = {bedrag.jaar for bedrag in bedragen if bedrag.soort == Bedrag.Soort.REKENING}
    return jaren, next((jaar for jaar in jaren if jaar in afgelopen), next(iter(jaren), None))


def _bedragen(programma: Programma, welke: Q) -> list[Bedrag]:
    """What documents print of the whole programma, and while a year runs."""
    geldend = Bedrag.objects.geldend().uit_documenten().filter(welke)
    van_programma = geldend.gedrukt().in_programma(programma).uit(Geldtabel.PROGRAMMA).met_bron()
    return [*van_programma, *geldend.van_lopend_jaar(programma).met_bron()]


def _rij(stap: Jaarstap) -> Tabelrij:
    if stap.verandering:
        return Tabelrij(naam_van(stap), {"kosten": ALLEEN_WIJZIGING, "verschil": _verandering(stap.verandering)})
    kosten = toon_bedrag(stap.bedrag)
    if stap.reserves_onbekend:
        kosten = kosten.met_noot("niet gezegd of dit voor of na reserves is")
    if stap.vorige is None:
        return Tabelrij(naam_van(stap), {"kosten": kosten, "verschil": EERSTE})
    anders = NIET_TE_ZEGGEN if stap.verschil is None else toon_verschil(duizenden(stap.verschil))
    return Tabelrij(naam_van(stap), {"kosten": kosten, "verschil": anders})


def _verandering(rij: Verandering) -> Celinhoud:
    """The printed amount; of lasten and baten what they are together, and each as printed."""
    samen = duizenden(rij.kosten)
    if len(rij.bedragen) == 1:
        return bedrag_met_bron(verschil(samen), rij.bedrag)
    zijden = [deel for b in rij.bedragen for deel in (f", {b.kant} ", bedrag_met_bron(b.als_gedrukt, b))][1:]
    return Cijferzin((toon_verschil(samen), f" ({rij.bedrag.kant} ", *zijden, ")"))
