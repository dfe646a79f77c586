"""How the money of one year went, from the first raming to the rekening: a table of steps, and a waterfall."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from dashboard.grafieken.waterval import Stap, Waterval
from dashboard.weergave.cellen import Tabelcel, Vorm
from dashboard.weergave.opmaak import IN_DUIZENDEN, bedrag_met_bron, duizenden, toon_bedrag, toon_verschil, verschil
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.geld.jaarverloop import Jaarstap, jaarverloop, jaren_met_verloop
from indicators.models import Bedrag, Geldtabel, Programma

EERSTE = Tabelcel("eerste stap", vorm=Vorm.VERZWEGEN)
ALLEEN_WIJZIGING = Tabelcel("alleen wat verandert", vorm=Vorm.VERZWEGEN)
NIET_TE_VERGELIJKEN = Tabelcel("niet te vergelijken", vorm=Vorm.LEEG)
GENOEG_VOOR_EEN_TEKENING = 3


@dataclass(frozen=True)
class Jaarverloop:
    """The steps of one year of a programma, and the years that can be chosen."""

    programma: Programma
    jaar: int
    jaren: Sequence[int]
    stappen: Sequence[Jaarstap]

    @cached_property
    def tabel(self) -> Paginatabel:
        """The steps in their order, each with its source and the difference with the one before."""
        titel = f"Netto kosten van {self.programma.genoemd} in {self.jaar}, stap voor stap, {IN_DUIZENDEN}"
        kolommen = [Tabelkolom("kosten", "Netto kosten"), Tabelkolom("verschil", "Verschil met de stap ervoor")]
        return Paginatabel("jaarverloop-tabel", titel, "Document", kolommen, [_rij(stap) for stap in self.stappen])

    @cached_property
    def waterval(self) -> Waterval | None:
        """From the first stand on from which each can be laid beside the one before; None where these are too few."""
        standen = [stap for stap in self.stappen if not stap.is_wijziging]
        begin = max((plek for plek, stap in enumerate(standen) if stap.verschil is None), default=0)
        if len(standen[begin:]) < GENOEG_VOOR_EEN_TEKENING:
            return None
        eerste, *verder = standen[begin:]
        return Waterval(
            id="waterval-van-het-jaar",
            wat=self.programma.genoemd.replace(" ", "\N{NO-BREAK SPACE}", 1),
            jaar=self.jaar,
            van=_naam(eerste),
            naar=_naam(verder[-1]),
            begin=eerste.kosten,
            stappen=[Stap(_naam(stap), stap.verschil) for stap in verder if stap.verschil is not None],
            volgorde="stap voor stap",
        )


def verloop_van(programma: Programma, gevraagd: str | None) -> Jaarverloop | None:
    """That of the year that is asked for, else of the newest year with a rekening; None where no year has steps."""
    gedrukt = Bedrag.objects.gedrukt().uit_documenten()
    van_programma = gedrukt.in_programma(programma).uit(Geldtabel.PROGRAMMA).met_bron()
    bedragen = [*van_programma, *gedrukt.van_lopend_jaar(programma).met_bron()]
    jaren = jaren_met_verloop(bedragen)
    if gevraagd is not None and gevraagd not in map(str, jaren):
        raise Http404(f"Over {gevraagd} staan hier geen stappen")
    if not jaren:
        return None
    afgelopen = {bedrag.jaar for bedrag in bedragen if bedrag.soort == Bedrag.Soort.REKENING}
    anders = next((jaar for jaar in jaren if jaar in afgelopen), jaren[0])
    jaar = int(gevraagd) if gevraagd else anders
    return Jaarverloop(programma, jaar, jaren, jaarverloop(bedragen, jaar))


def _naam(stap: Jaarstap) -> str:
    return f"{stap.bedrag.benaming.publicatie} ({stap.bedrag.stand})"


def _rij(stap: Jaarstap) -> Tabelrij:
    if stap.is_wijziging:
        gedrukt = bedrag_met_bron(verschil(duizenden(stap.kosten)), stap.bedrag)
        return Tabelrij(_naam(stap), {"kosten": ALLEEN_WIJZIGING, "verschil": gedrukt})
    kosten = toon_bedrag(stap.bedrag)
    if stap.reserves_onbekend:
        kosten = kosten.met_noot("niet gezegd of dit voor of na reserves is")
    if stap.vorige is None:
        return Tabelrij(_naam(stap), {"kosten": kosten, "verschil": EERSTE})
    anders = NIET_TE_VERGELIJKEN if stap.verschil is None else toon_verschil(duizenden(stap.verschil))
    return Tabelrij(_naam(stap), {"kosten": kosten, "verschil": anders})
