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
from indicators.models import Bedrag, Postrol

EENHEID = "miljoen euro"
NIET_GEZEGD = " (niet gezegd of dat na reserves is)"
TIEN_MILJOEN = 10 * MILJOEN


def geldlijn(titel: str, bedragen: Iterable[Bedrag]) -> Grafiek | None:
    """The net cost per year of the doelstelling or programma that these comparable amounts are of; None without any."""
    reeksen = geldreeksen(bedragen)
    if not reeksen:
        return None
    lijnen = _lijnen(reeksen)
    trend = Trend(f"{titel}, in {EENHEID}: {_verloop(reeksen, lijnen)}", EENHEID, tuple(lijnen), breuken=())
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


def _verloop(reeksen: Sequence[Geldreeks], lijnen: Sequence[Trendlijn]) -> str:
    """The first and last value of each line, and of which is not said whether they are after reserves."""
    bekend = any(_na_reserves(punt) for reeks in reeksen for punt in reeks.punten)
    delen = []
    for reeks, lijn in zip(reeksen, lijnen, strict=True):
        uiteinden = [0, -1] if len(lijn.punten) > 1 else [0]
        woorden = [
            f"{lijn.punten[plek].tekst} in {lijn.punten[plek].jaar}"
            f"{'' if _na_reserves(reeks.punten[plek]) or not bekend else NIET_GEZEGD}"
            for plek in uiteinden
        ]
        delen.append(f"{lijn.naam[:1].lower()}{lijn.naam[1:]} {' en '.join(woorden)}")
    return f"{'; '.join(delen)}."


def _na_reserves(bedrag: Bedrag) -> bool:
    return bedrag.benaming.post.rol == Postrol.NA_RESERVES


def _zonder_nul(tekening: Tekening) -> str:
    laagste, _ = tekening.maatstreepjes[0]
    return "" if laagste == "0" else f" De hoogte begint bij {laagste}, niet bij nul."
