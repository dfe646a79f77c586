"""What each edition writes about a doelstelling, the editions beside each other, and the moties about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from dashboard.paginas.geld.bedragen import TweeEdities, per_editie, tabel_per_jaar
from dashboard.paginas.indicator.beeld import alle_vermeldingen, maak_beelden
from dashboard.paginas.merktekens import merktekens, merktekens_doelstelling, merktekens_geld
from dashboard.paginas.raad import Raadspunt, raadspunten
from dashboard.weergave.opmaak import IN_DUIZENDEN
from indicators.models import Bedrag, Doelstelling, DoelstellingBenaming, Geldtabel, Publicatie, Tekst, Vermelding
from indicators.netto import geldregels


@dataclass(frozen=True)
class EditieOverDoelstelling:
    """What one edition calls a doelstelling and writes about it."""

    editie: Publicatie
    namen: list[str]
    teksten: list[Tekst]
    speerpunten_programma: Tekst | None

    @property
    def speerpunten(self) -> dict[str, list[Tekst]]:
        """By the heading above them."""
        per_kop: dict[str, list[Tekst]] = {}
        for tekst in self.teksten:
            if tekst.soort == Tekst.Soort.SPEERPUNT:
                per_kop.setdefault(tekst.kop, []).append(tekst)
        return per_kop

    @property
    def over_het_geld(self) -> list[Tekst]:
        return [tekst for tekst in self.teksten if tekst.tabel]

    @property
    def overig(self) -> list[Tekst]:
        """What is written about the doelstelling itself."""
        return [tekst for tekst in self.teksten if tekst.soort != Tekst.Soort.SPEERPUNT and not tekst.tabel]

    @property
    def samengevat(self) -> bool:
        return any(tekst.samengevat for tekst in self.teksten)


def edities_over_doelstelling(
    doel: Doelstelling,
    edities: Iterable[Publicatie],
    benamingen: Iterable[DoelstellingBenaming],
    bedragen: Sequence[Bedrag],
    teksten: Sequence[Tekst],
) -> list[EditieOverDoelstelling]:
    """A column for each edition on the site, the oldest first; its names in the text and in the table of money."""
    in_tekst = {benaming.publicatie_id: benaming.naam for benaming in benamingen}
    in_geld = {
        b.benaming.publicatie_id: b.benaming.naam for b in bedragen if b.benaming.post.tabel == Geldtabel.DOELSTELLING
    }
    gevonden = []
    for editie in edities:
        van_editie = [tekst for tekst in teksten if tekst.lezing.publicatie_id == editie.pk]
        namen = dict.fromkeys(filter(None, [in_tekst.get(editie.pk), in_geld.get(editie.pk)]))
        gevonden.append(
            EditieOverDoelstelling(
                editie=editie,
                namen=list(namen),
                teksten=[tekst for tekst in van_editie if tekst.doelstelling_id == doel.pk],
                speerpunten_programma=next((tekst for tekst in van_editie if _van_programma(tekst)), None),
            )
        )
    return gevonden


def _van_programma(tekst: Tekst) -> bool:
    return tekst.soort == Tekst.Soort.SPEERPUNT and tekst.doelstelling_id is None


def moties(
    doel: Doelstelling, geladen: Mapping[str, Publicatie], teksten: Iterable[Tekst], vandaag: date
) -> list[Raadspunt]:
    """The moties about this doelstelling, with what the documents say of them."""
    return [punt for punt in raadspunten(geladen, teksten, vandaag) if doel.code in punt.toezegging.bij]


def doelstelling(request: HttpRequest, code: str) -> HttpResponse:
    """One doelstelling: a chart and table per indicator, its money, and its texts per edition beside each other."""
    doel = get_object_or_404(Doelstelling.objects.select_related("programma"), code=code)
    geladen = list(Publicatie.objects.geladen().edities().over(doel.programma))
    bedragen = list(Bedrag.objects.geldend().vergelijkbaar().onder(doel).met_bron())
    eigen = [bedrag for bedrag in bedragen if bedrag.benaming.post.tabel == Geldtabel.DOELSTELLING]
    beelden = maak_beelden(doel.indicatoren.met_begroting(), *alle_vermeldingen(Vermelding.objects.onder(doel)))
    merken = merktekens((beeld.indicator for beeld in beelden), geladen)
    teksten = list(Tekst.objects.geldend().rond(doel).met_bron())
    context = {
        "doelstelling": doel,
        "beelden": [(beeld, merken[beeld.indicator.slug]) for beeld in beelden],
        "geld": tabel_per_jaar("geld", f"Netto kosten van {doel.code} per jaar, {IN_DUIZENDEN}", eigen)
        if eigen
        else None,
        "kosten": next((TweeEdities(regel) for regel in geldregels(eigen) if regel.jaar == geladen[-1].jaar), None),
        "merken_geld": [*merktekens_geld(bedragen), *merktekens_doelstelling(doel, geladen)],
        "uitsplitsing": per_editie(Geldtabel.UITSPLITSING, "Uitsplitsing van de kosten", bedragen),
        "kolommen": edities_over_doelstelling(doel, geladen, doel.benamingen.all(), bedragen, teksten),
        "moties": moties(doel, {editie.naam: editie for editie in geladen}, teksten, timezone.localdate()),
    }
    return render(request, "dashboard/paginas/doelstelling.html", context)
