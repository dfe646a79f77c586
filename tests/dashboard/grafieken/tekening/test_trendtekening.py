"""Where the points, lines and words of a trend stand: on their height, and never over each other."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.grafieken.geldlijn import geldtrend
from dashboard.grafieken.model import Tekstcijfer
from dashboard.grafieken.tekening.trendtekening import Trendtekening, teken_trend
from dashboard.grafieken.tekening.vakken import langs
from indicators.geld.geldreeksen import geldreeksen
from indicators.models import Breuk, Definitie
from tests.gereedschap.paginas import INDICATOREN
from tests.gereedschap.reeksen import GETELD, NIEUW, OUD, begroot, breuk, gemeten, trend_van
from tests.gereedschap.tekeningen import (
    AANTALLEN,
    MATEN,
    VORMEN,
    botsingen,
    gedrukt_geld,
    gedrukte_cijfers,
    veel_edities,
)

MEER = Definitie(pk=9, indicator=GETELD.indicator, slug="meer", eenheid="aantal", volgorde=9, richting="hoger")


def woorden(tekening: Trendtekening, soort: str) -> list[str]:
    return [" ".join(tekst.woorden.regels) for tekst in tekening.teksten if tekst.woorden.soort == soort]


@pytest.mark.parametrize("aantal", AANTALLEN)
@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize("maat", [OUD, GETELD], ids=lambda maat: maat.eenheid)
def test_geen_woord_staat_over_een_ander_woord_een_merk_of_de_rand(aantal: int, vorm: str, maat: Definitie) -> None:
    trend = trend_van(veel_edities(aantal, VORMEN[vorm], maat), breuk(2029, "mogelijk"), breuk(2028, naar=NIEUW))
    trend = replace(trend, referenties=(Tekstcijfer(2028, trend.lijnen[0].punten[-1].waarde, "73,2% landelijk", ""),))

    tekening = teken_trend(trend)

    assert botsingen(tekening) == []
    assert len(woorden(tekening, "naam")) == len(trend.lijnen)
    assert len(woorden(tekening, "breukwoord")) == 2


@pytest.mark.parametrize("aantal", AANTALLEN)
@pytest.mark.parametrize("slug", INDICATOREN)
def test_elke_grafiek_van_een_indicator_is_ook_met_meer_edities_te_lezen(slug: str, aantal: int) -> None:
    oud, nieuw = MATEN[False, "%"], MATEN[True, "%"]
    breuken = [breuk(2022, "mogelijk"), breuk(2026), Breuk(van=oud, naar=nieuw, zekerheid="zeker")]

    trend = trend_van(gedrukte_cijfers(slug, aantal), *breuken)
    tekening = teken_trend(trend)

    assert botsingen(tekening) == []
    assert len(woorden(tekening, "naam")) == len(trend.lijnen)


@pytest.mark.parametrize("aantal", AANTALLEN)
def test_de_lijn_van_het_geld_is_ook_met_meer_edities_te_lezen(aantal: int) -> None:
    tekening = teken_trend(geldtrend("Netto kosten", geldreeksen(gedrukt_geld(aantal))))

    assert botsingen(tekening) == []
    assert sorted(woorden(tekening, "naam")) == [f"PB {2026 + nummer}" for nummer in range(aantal)]


def test_punten_staan_op_de_hoogte_van_hun_waarde() -> None:
    """Between the axis and the name are two years; from 26 to 256 high is 0 to 10."""
    tekening = teken_trend(trend_van(gemeten({2021: "10", 2022: "5"}, GETELD)))

    schaal = tekening.schaal
    assert schaal.bijschriften == [("0", 256), ("2", 210), ("4", 164), ("6", 118), ("8", 72), ("10", 26)]
    kwart = (schaal.rechts - schaal.links) / 4
    assert tekening.jaren == [(2021, schaal.links + kwart), (2022, schaal.rechts - kwart)]
    [lijn] = tekening.lijnen
    assert [(punt.x, punt.y, punt.tekst) for punt in lijn.punten] == [
        (schaal.links + kwart, 26, "10"),
        (schaal.rechts - kwart, 141, "5"),
    ]
    assert len(lijn.paden) == 1


def test_een_jaar_alleen_is_een_punt_en_geen_lijn() -> None:
    tekening = teken_trend(trend_van(gemeten({2021: "7.10"})))

    [lijn] = tekening.lijnen
    assert lijn.paden == []
    assert [(punt.x, punt.tekst) for punt in lijn.punten] == [
        ((tekening.schaal.links + tekening.schaal.rechts) / 2, "7,10")
    ]
    assert woorden(tekening, "waarde") == ["7,10"]


def test_over_een_gat_en_een_breuk_gaat_geen_pad() -> None:
    tekening = teken_trend(trend_van(gemeten(dict.fromkeys((2020, 2021, 2023, 2024, 2025, 2026), "3")), breuk(2025)))

    [lijn] = tekening.lijnen
    assert [len(pad.split()) for pad in lijn.paden] == [2, 2, 2]
    assert len(lijn.punten) == 6


def test_een_breuk_is_een_band_tussen_twee_jaren_met_haar_woord_erboven() -> None:
    tekening = teken_trend(trend_van(gemeten({2021: "3", 2022: "3", 2023: "4"}), breuk(2023)))

    [band] = tekening.banden
    assert tekening.schaal.x(2022) < band.x
    assert band.x + band.breedte < tekening.schaal.x(2023)
    [woord] = [tekst for tekst in tekening.teksten if tekst.woorden.soort == "breukwoord"]
    assert woord.woorden.regels == ["anders gemeten"]
    assert woord.vak.links <= band.x + band.breedte / 2 <= woord.vak.rechts
    assert woord.vak.onder < tekening.schaal.boven


def namen(tekening: Trendtekening) -> Iterable[tuple[str, str, float]]:
    for tekst in tekening.teksten:
        if tekst.woorden.soort == "naam":
            yield " ".join(tekst.woorden.regels), tekst.woorden.kleur, tekst.vak.links


def test_elke_lijn_heeft_haar_naam_aan_haar_einde_in_haar_kleur() -> None:
    """PB 2026 ends at the right: its name stands behind the chart; that of PB 2023 within it."""
    trend = trend_van(
        gemeten({2021: "2", 2022: "3"})
        + begroot(2023, dict.fromkeys(range(2023, 2027), "2"))
        + begroot(2026, dict.fromkeys(range(2026, 2030), "4"))
    )

    tekening = teken_trend(trend)

    assert [(naam, kleur) for naam, kleur, _ in namen(tekening)] == [
        ("Realisatie", "realisatie"),
        ("PB 2023", "begroting-3"),
        ("PB 2026", "begroting-2"),
    ]
    plekken = {naam: links for naam, _, links in namen(tekening)}
    assert plekken["PB 2023"] < tekening.schaal.rechts < plekken["PB 2026"]


def test_een_doel_dat_verschoof_is_een_pijl_met_zijn_zin() -> None:
    """Of uitstroom naar school (PB 2023, line 454; PB 2026)."""
    trend = trend_van(
        gemeten({2021: "32", 2024: "19"}, MEER)
        + begroot(2023, dict.fromkeys(range(2023, 2027), "40"), MEER)
        + begroot(2026, dict.fromkeys(range(2026, 2030), "25"), MEER)
    )

    tekening = teken_trend(trend)

    assert woorden(tekening, "noot") == ["21 minder dan PB 2023 noemde", "doel verschoof van 40 naar 25"]
    schaal = tekening.schaal
    assert [(streep.x, streep.van, streep.tot, streep.is_pijl) for streep in tekening.strepen] == [
        (schaal.x(2024), schaal.y(40), schaal.y(19), False),
        (schaal.x(2026), schaal.y(40), schaal.y(25), True),
    ]
    assert ["L" in streep.pad for streep in tekening.strepen] == [False, True]


def test_een_waarde_die_jaren_gelijk_blijft_staat_bij_het_jaar_waar_geen_lijn_door_haar_loopt() -> None:
    """7,1 in 2025 and 2026 (PB 2023, line 353); in 2026 the arrow to 6,80 of PB 2026 is in its way."""
    trend = trend_van(gedrukte_cijfers("dienstverlening-ondernemers", 2), breuk(2022, "mogelijk"))
    uit_de_tekst = Tekstcijfer(2022, Decimal("6.2"), "6,2 uit de tekst", "")

    tekening = teken_trend(replace(trend, referenties=(uit_de_tekst,)))

    [waarde] = [tekst.vak for tekst in tekening.teksten if tekst.woorden.regels == ["7,1"]]
    strepen = [stuk for streep in tekening.strepen for stuk in langs((streep.x, streep.van), (streep.x, streep.tot))]
    assert not any(waarde.raakt(stuk) for stuk in strepen)


def test_wat_niet_bij_zijn_streep_past_staat_onder_de_grafiek() -> None:
    """So full of marks that there is no room."""
    trend = trend_van(veel_edities(15, VORMEN["alles door elkaar"], OUD))
    jaar = trend.jaren[7]
    lang = Tekstcijfer(jaar, Decimal(2300), f"2.300 {'heel ' * 30}ver", "")
    tekening = teken_trend(replace(trend, referenties=(lang,)))

    assert botsingen(tekening) == []
    assert f"Het streepje bij {jaar}: 2.300 {'heel ' * 30}ver." in woorden(tekening, "voet")
