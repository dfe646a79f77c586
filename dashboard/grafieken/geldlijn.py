"""The money line: what a doelstelling or programma cost a solid line, what each edition budgets its own dashed line."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.template.loader import render_to_string

from dashboard.grafieken.bestand import Grafiek
from dashboard.grafieken.figuur import maak_figuur
from dashboard.grafieken.lijnen import begrotingslijn, realisatielijn
from dashboard.grafieken.model import Trend, Trendlijn, Trendpunt
from dashboard.grafieken.tekening import Tekening, teken_trend
from dashboard.weergave.opmaak import MILJOEN, opsomming
from indicators.geld.geldreeksen import Geldreeks, geldreeksen
from indicators.getallen import afgerond, schrijf_getal
from indicators.models import Bedrag

EENHEID = "miljoen euro"
TIEN_MILJOEN = 10 * MILJOEN


def geldlijn(titel: str, bedragen: Iterable[Bedrag]) -> Grafiek | None:
    """The net cost per year of the doelstelling or programma that these comparable amounts are of; None without any."""
    reeksen = geldreeksen(bedragen)
    if not reeksen:
        return None
    lijnen = _lijnen(reeksen)
    trend = Trend(f"{titel}, in {EENHEID}: {_verloop(lijnen)}", EENHEID, tuple(lijnen), breuken=())
    tekening = teken_trend(trend)
    publicaties = {punt.benaming.publicatie for reeks in reeksen for punt in reeks.punten}
    return Grafiek(
        id="geldlijn",
        titel=titel,
        samenvatting=f"{trend.samenvatting}{_zonder_nul(tekening)}",
        eenheid=EENHEID,
        bron=opsomming(publicatie.titel for publicatie in sorted(publicaties, key=lambda p: p.op_volgorde)),
        tekening=render_to_string("dashboard/grafieken/tekening.svg", {"tekening": tekening}),
        breedte=tekening.breedte,
        hoogte=tekening.hoogte,
        figuur=maak_figuur(trend),
    )


def _lijnen(reeksen: Sequence[Geldreeks]) -> list[Trendlijn]:
    edities = [reeks.editie for reeks in reeksen if reeks.editie]
    grootste = max(abs(punt.bedrag or Decimal(0)) for reeks in reeksen for punt in reeks.punten)
    decimalen = 1 if grootste >= TIEN_MILJOEN else 2
    lijnen = []
    for reeks in reeksen:
        stukken = tuple(tuple(_punt(bedrag, decimalen) for bedrag in stuk) for stuk in reeks.stukken)
        if reeks.editie:
            plaats = edities.index(reeks.editie)
            lijnen.append(begrotingslijn(f"Begroting {reeks.editie}", reeks.editie, plaats, len(edities), stukken))
        else:
            lijnen.append(realisatielijn("Rekening", stukken))
    return lijnen


def _punt(bedrag: Bedrag, decimalen: int) -> Trendpunt:
    """A cost is positive (domain rule 18)."""
    miljoenen = -(bedrag.bedrag or Decimal(0)) / MILJOEN
    return Trendpunt(bedrag.jaar, miljoenen, schrijf_getal(afgerond(miljoenen, decimalen)))


def _verloop(lijnen: Iterable[Trendlijn]) -> str:
    """The first and last value of each line: "rekening 20,4 in 2021 en 24,1 in 2024; …"."""
    delen = []
    for lijn in lijnen:
        eerste, laatste = lijn.punten[0], lijn.punten[-1]
        tot = f" en {laatste.tekst} in {laatste.jaar}" if laatste.jaar != eerste.jaar else ""
        delen.append(f"{lijn.naam[:1].lower()}{lijn.naam[1:]} {eerste.tekst} in {eerste.jaar}{tot}")
    return f"{'; '.join(delen)}."


def _zonder_nul(tekening: Tekening) -> str:
    laagste, _ = tekening.maatstreepjes[0]
    return "" if laagste == "0" else f" De hoogte begint bij {laagste}, niet bij nul."
