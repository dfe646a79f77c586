"""What changed between two editions, in tables and in at most ten sentences that are each true by themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.naastelkaar import kosten_in_woorden, tabel_kosten
from dashboard.paginas.merktekens import Merkteken, merktekens_van, opvallend
from dashboard.paginas.nog_leeg import nog_leeg
from dashboard.paginas.programmakeuze import Programmakeuze, kies_programma
from dashboard.weergave.cellen import ONVERGELIJKBAAR, Tabelcel
from dashboard.weergave.opmaak import een_stijl, meer_in_woorden, toon_vermelding, toon_verschil
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.geld.netto import Netto
from indicators.models import Bewoording, Geldtabel, Postrol, Publicatie
from indicators.oordelen import Verschuiving
from indicators.vergelijking import Geldverschil, Vergelijking, Verschoven, vergelijk

MEESTE_ZINNEN = 10


def tabel_doelen(vergelijking: Vergelijking) -> Paginatabel:
    """Every year for which both editions print a begroting."""
    kolommen = [
        Tabelkolom("jaar", "Jaar"),
        Tabelkolom("van", str(vergelijking.van)),
        Tabelkolom("naar", str(vergelijking.naar)),
        Tabelkolom("verschil", "Verschil"),
        Tabelkolom("oordeel", "Betekenis", woorden=True),
    ]
    rijen = [
        Tabelrij(
            doel.indicator.naam,
            {
                "jaar": doel.naar.jaar,
                "van": toon_vermelding(doel.van),
                "naar": toon_vermelding(doel.naar),
                # No number where the two are measured differently: they may not be subtracted.
                "verschil": ONVERGELIJKBAAR if doel.is_anders_gemeten else toon_verschil(doel.verschil),
                "oordeel": doel.woord or doel.voorbehoud,
            },
        )
        for doel in vergelijking.doelen
    ]
    return Paginatabel("doelen", "Begroting van hetzelfde jaar in beide edities", "Indicator", kolommen, rijen)


def tabellen_geld(vergelijking: Vergelijking) -> list[Paginatabel]:
    """Each year that both editions budget for, the last one first, and its rows by the size of the difference."""
    edities = [vergelijking.van, vergelijking.naar]
    heel = (Geldtabel.DOELSTELLING, Geldtabel.PROGRAMMA)
    tabellen = []
    for jaar in vergelijking.jaren:
        regels = [rij.regel for rij in vergelijking.geld if rij.regel.jaar == jaar]
        samen = [regel for regel in regels if regel.tabel in heel]
        if samen:
            tabellen.append(tabel_kosten(f"geld-doelstelling-{jaar}", "Doelstellingen en programma", samen, edities))
    return tabellen


def vergelijking_in_zinnen(vergelijking: Vergelijking) -> list[SafeString]:
    """At most ten sentences; each names its years and editions, so that it can be quoted alone."""
    return [*_over_geld(vergelijking), *_over_doelen(vergelijking), *_over_indicatoren(vergelijking)][:MEESTE_ZINNEN]


def _over_geld(vergelijking: Vergelijking) -> Iterator[SafeString]:
    van, naar = vergelijking.van, vergelijking.naar
    van_programma = _van_jaar(vergelijking.geld_uit(Geldtabel.PROGRAMMA), naar.jaar)
    voor = [rij for rij in van_programma if rij.regel.rol == Postrol.VOOR_RESERVES and len(_zonder_reserves(rij)) == 1]
    for rij in van_programma:
        if rij.regel.rol != Postrol.VOOR_RESERVES:
            reserves = " na reserves" if rij.regel.rol == Postrol.NA_RESERVES else ""
            anders = format_html_join(
                "", " Voor reserves is het volgens {} {}; dan is het {}.", map(_voor_reserves, voor)
            )
            yield format_html("Het programma kost in {}{} {}.{}", rij.regel.jaar, reserves, _bedragen(rij), anders)
    doelstellingen = _van_jaar(vergelijking.geld_uit(Geldtabel.DOELSTELLING), naar.jaar)
    if any(rij.meer for rij in doelstellingen):
        grootste = doelstellingen[0]
        richting, hoe = (1, "meer") if grootste.meer > 0 else (-1, "minder")
        aantal, alle = sum(rij.meer * richting > 0 for rij in doelstellingen), len(doelstellingen)
        wie = f"Alle {alle} doelstellingen kosten" if aantal == alle else f"{aantal} van de {alle} doelstellingen"
        kosten = "" if aantal == alle else " kost" if aantal == 1 else " kosten"
        begin = f"{wie}{kosten} in {grootste.regel.jaar} volgens {naar} {hoe} dan volgens {van}"
        yield format_html("{}, het grootste verschil heeft {}: {}.", begin, grootste.regel.naam, _bedragen(grootste))
    for rij in _van_jaar(vergelijking.geld_uit(Geldtabel.UITSPLITSING), naar.jaar)[:1]:
        if rij.meer:
            betaalt = f"De stad betaalt in {rij.regel.jaar} zelf mee aan {rij.regel.naam}"
            yield format_html("{}: {}.", betaalt, _bedragen(rij))


def _van_jaar(rijen: Sequence[Geldverschil], jaar: int) -> list[Geldverschil]:
    """Those of this year, else of the last year that both editions budget for."""
    jaren = {rij.regel.jaar for rij in rijen}
    gekozen = jaar if jaar in jaren else max(jaren, default=0)
    return [rij for rij in rijen if rij.regel.jaar == gekozen]


def _bedragen(rij: Geldverschil) -> SafeString:
    """ "netto € 6,5 miljoen volgens PB 2026 en € 4,2 miljoen volgens PB 2023, € 2,3 miljoen meer"."""
    schrijf = een_stijl(rij.naar.kosten, rij.van.kosten, rij.meer)
    return format_html(
        "netto {} volgens {} en {} volgens {}, {}{}",
        kosten_in_woorden(rij.naar, schrijf),
        rij.naar.benaming.publicatie,
        kosten_in_woorden(rij.van, schrijf),
        rij.van.benaming.publicatie,
        meer_in_woorden(rij.meer, schrijf),
        "".join(
            f" ({netto.benaming.publicatie} zegt niet of zijn {netto.als_saldo} voor of na reserves is)"
            for netto in _zonder_reserves(rij)
        ),
    )


def _voor_reserves(rij: Geldverschil) -> tuple[Publicatie, Tabelcel, str]:
    """What it costs by the edition that says that this is before reserves, and how much more the newer one expects."""
    (bekend,) = (netto for netto in (rij.van, rij.naar) if not netto.reserves_onbekend)
    schrijf = een_stijl(bekend.kosten, rij.meer)
    return bekend.benaming.publicatie, kosten_in_woorden(bekend, schrijf), meer_in_woorden(rij.meer, schrijf)


def _zonder_reserves(rij: Geldverschil) -> list[Netto]:
    """Those of which the edition does not say whether it is before or after reserves."""
    return [netto for netto in (rij.van, rij.naar) if netto.reserves_onbekend]


def _over_doelen(vergelijking: Vergelijking) -> Iterator[SafeString]:
    van, naar = vergelijking.van, vergelijking.naar
    for woord in (Verschuiving.SOEPELER, Verschuiving.STRENGER):
        doelen = [doel for doel in vergelijking.doelen if doel.woord is woord]
        if doelen:
            yield format_html("Doelen die in {} {} zijn dan in {}: {}.", naar, woord, van, _opsomming(doelen))
    apart = [doel for doel in vergelijking.doelen if doel.verschil and doel.voorbehoud and not doel.is_anders_gemeten]
    if apart:
        zinnen = format_html_join(" ", "{}. {}", ((_opsomming([doel]), _met_punt(doel.voorbehoud)) for doel in apart))
        yield format_html("Apart genoemd: {}", zinnen)


def _met_punt(zin: str) -> str:
    return zin if zin.endswith(".") else f"{zin}."


def _opsomming(doelen: Iterable[Verschoven]) -> SafeString:
    return format_html_join(
        "; ",
        "{} ({}: {} in {}, {} in {})",
        (
            (
                doel.indicator.naam,
                doel.naar.jaar,
                toon_vermelding(doel.van),
                doel.van.bewoording.publicatie,
                toon_vermelding(doel.naar),
                doel.naar.bewoording.publicatie,
            )
            for doel in doelen
        ),
    )


def _over_indicatoren(vergelijking: Vergelijking) -> Iterator[SafeString]:
    van, naar = vergelijking.van, vergelijking.naar
    if vergelijking.anders_gemeten:
        namen = _namen(nu for _, nu in vergelijking.anders_gemeten)
        yield format_html("In {} anders gemeten dan in {}: {}.", naar, van, namen)
    if vergelijking.misschien_anders:
        namen = _namen(nu for _, nu in vergelijking.misschien_anders)
        yield format_html("In {} misschien anders gemeten dan in {}: {}.", naar, van, namen)
    alleen = [
        format_html("alleen in {}: {}", editie, _namen(bewoordingen))
        for editie, bewoordingen in ((van, vergelijking.verdwenen), (naar, vergelijking.nieuw))
        if bewoordingen
    ]
    if alleen:
        yield format_html("Indicatoren {}.", format_html_join("; ", "{}", ((deel,) for deel in alleen)))


def _namen(bewoordingen: Iterable[Bewoording]) -> str:
    return ", ".join(bewoording.definitie.indicator.naam for bewoording in bewoordingen)


@dataclass(frozen=True)
class Vergelijkpagina:
    """Two editions beside each other; nothing is compared where they are one and the same."""

    keuze: Programmakeuze
    van: Publicatie
    naar: Publicatie

    @property
    def edities(self) -> Sequence[Publicatie]:
        return self.keuze.edities

    @property
    def is_dezelfde(self) -> bool:
        return self.van == self.naar

    @cached_property
    def vergelijking(self) -> Vergelijking:
        return vergelijk(self.keuze.programma, self.van, self.naar)

    @property
    def samenvatting(self) -> list[SafeString]:
        return vergelijking_in_zinnen(self.vergelijking)

    @property
    def doelen(self) -> Paginatabel:
        return tabel_doelen(self.vergelijking)

    @property
    def merken(self) -> list[Merkteken]:
        """What there is to know about the figures of that table, as far as these two editions tell it."""
        gelezen = opvallend(self.keuze.programma).alleen_uit(self.van, self.naar)
        getoond = {doel.indicator.pk for doel in self.vergelijking.doelen}
        over = [ding for ding in gelezen if ding.indicator_id in getoond]
        return merktekens_van(over, self.keuze.adres("aansluiting"))

    @property
    def geld(self) -> list[Paginatabel]:
        return tabellen_geld(self.vergelijking)


def vergelijken(request: HttpRequest) -> HttpResponse:
    """Two editions beside each other, in either order; without a choice the newest and the one before it."""
    keuze = kies_programma(request)
    if keuze is None:
        return nog_leeg(request)
    van = _gekozen_editie(keuze.edities, request.GET.get("van"), keuze.edities[-2:][0])
    naar = _gekozen_editie(keuze.edities, request.GET.get("naar"), keuze.nieuwste)
    pagina = Vergelijkpagina(keuze, van, naar)
    return render(request, "dashboard/paginas/vergelijken/vergelijken.html", {"pagina": pagina})


def _gekozen_editie(edities: Sequence[Publicatie], slug: str | None, anders: Publicatie) -> Publicatie:
    if slug is None:
        return anders
    for editie in edities:
        if editie.slug == slug:
            return editie
    raise Http404(f"{slug} staat niet op deze site")
