"""The money line: what a doelstelling or programma cost a solid line, what each edition budgets its own dashed line."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from dashboard.grafieken.afstand import kort
from dashboard.grafieken.bestand import Grafiek, grafiek_van
from dashboard.grafieken.lijnen import begrotingslijn, realisatielijn
from dashboard.grafieken.model import Trend, Trendlijn, Trendpunt
from dashboard.weergave.opmaak import MILJOEN, euro_in_woorden, meer_in_woorden, opsomming
from indicators.geld.geldreeksen import Geldreeks, geldreeksen, zelfde_saldo
from indicators.getallen import afgerond, schrijf_getal
from indicators.models import Bedrag, Geldstand, Postrol

EENHEID = "miljoen euro"
ONDERTITEL = (
    "Netto kosten (uitgaven min inkomsten) in miljoen euro. Niet gecorrigeerd voor prijsstijging; een deel betaalt het "
    "Rijk."
)
NIET_GEZEGD = " (niet gezegd of dat na reserves is)"
TIEN_MILJOEN = 10 * MILJOEN


def geldlijn(naam: str, bedragen: Iterable[Bedrag]) -> Grafiek | None:
    """The net cost per year of the doelstelling or programma that these comparable amounts are of; None without any."""
    reeksen = geldreeksen(bedragen)
    if not reeksen:
        return None
    return grafiek_van(geldtrend(naam, reeksen).met_nieuwste(), id_="geldlijn", naam=naam, bron=bron_van(reeksen))


def bron_van(reeksen: Sequence[Geldreeks]) -> str:
    """The titles of the documents that print these series."""
    publicaties = {punt.benaming.publicatie for reeks in reeksen for punt in reeks.punten}
    return opsomming(publicatie.titel for publicatie in sorted(publicaties, key=lambda p: p.op_volgorde))


def geldtrend(naam: str, reeksen: Sequence[Geldreeks]) -> Trend:
    """These series as they are drawn."""
    lijnen = _lijnen(reeksen)
    samenvatting = f"{naam}, in {EENHEID}: {_verloop(reeksen, lijnen)}"
    return Trend(bevinding_geld(reeksen), ONDERTITEL, samenvatting, EENHEID, tuple(lijnen))


def bevinding_geld(reeksen: Sequence[Geldreeks]) -> str:
    """What the newest edition budgets for its own year, beside the one before it; in at most twelve words.

    Only amounts that are known to be the same kind of saldo (domain rule 8) stand beside each other.
    """
    begroot = [(reeks.editie, punt) for reeks in reeksen if reeks.editie for punt in reeks.punten]
    if not begroot:
        laatste = reeksen[-1].punten[-1]
        return f"Rekening {laatste.jaar}: netto {_kosten(laatste)}"
    nieuwste = begroot[-1][0]
    eigen = [(editie, punt) for editie, punt in begroot if punt.jaar == nieuwste.jaar]
    van_nu = next((punt for editie, punt in eigen if editie == nieuwste), begroot[-1][1])
    eerder = [
        (editie, punt)
        for editie, punt in eigen
        if editie.jaar < nieuwste.jaar and punt.jaar == van_nu.jaar and zelfde_saldo(punt, van_nu)
    ]
    if not eerder:
        return f"{kort(nieuwste)} begroot voor {van_nu.jaar} netto {_kosten(van_nu)}"
    vorige, punt = eerder[-1]
    verschil = (punt.bedrag or Decimal(0)) - (van_nu.bedrag or Decimal(0))
    als = "als" if not verschil else "dan"
    return f"{van_nu.jaar}: {_kosten(van_nu)}, {meer_in_woorden(verschil)} {als} {kort(vorige)} verwachtte"


def _kosten(bedrag: Bedrag) -> str:
    euro = bedrag.bedrag or Decimal(0)
    return f"{euro_in_woorden(euro)}{' opbrengst' if euro > 0 else ''}"


def _lijnen(reeksen: Sequence[Geldreeks]) -> list[Trendlijn]:
    edities = [reeks.editie for reeks in reeksen if reeks.editie]
    grootste = max(abs(punt.bedrag or Decimal(0)) for reeks in reeksen for punt in reeks.punten)
    decimalen = 1 if grootste >= TIEN_MILJOEN else 2
    lijnen = []
    for reeks in reeksen:
        stukken = tuple(tuple(_punt(bedrag, decimalen, reeks) for bedrag in stuk) for stuk in reeks.stukken)
        if reeks.editie:
            terug = len(edities) - 1 - edities.index(reeks.editie)
            naam = f"Begroting {reeks.editie}"
            lijnen.append(begrotingslijn(naam, kort(reeks.editie), reeks.editie, terug, stukken))
        else:
            lijnen.append(realisatielijn("Rekening", "Rekening", stukken))
    return lijnen


def _punt(bedrag: Bedrag, decimalen: int, reeks: Geldreeks) -> Trendpunt:
    """A cost is positive (domain rule 18)."""
    miljoenen = -(bedrag.bedrag or Decimal(0)) / MILJOEN
    werkwoord = "verwachtte" if bedrag.stand == Geldstand.MEERJARENRAMING else "begrootte"
    wie = (
        f"{kort(reeks.editie)} {werkwoord} voor {bedrag.jaar}" if reeks.editie else f"De rekening van {bedrag.jaar} was"
    )
    zin = f"{wie} netto {_kosten(bedrag)}."
    return Trendpunt(bedrag.jaar, miljoenen, schrijf_getal(afgerond(miljoenen, decimalen)), zin)


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
