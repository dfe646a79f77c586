"""What a chart is given to draw: the JSON on the page, against the documents."""

import json
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboard.grafieken.figuur import maak_figuur
from dashboard.grafieken.tekening.trendtekening import teken_trend
from tests.gereedschap.paginas import INDICATOREN, SLUG, Pagina, met_id, verwacht
from tests.gereedschap.reeksen import gemeten, trend_van

pytestmark = pytest.mark.django_db

Lijn = dict[str, Any]


def figuur(pagina: Pagina, slug: str) -> dict[str, Any]:
    script = met_id(pagina(f"/indicatoren/{slug}/"), slug)
    assert script.get("type") == "application/json"
    return json.loads(script.text or "")


def lijnen(pagina: Pagina, slug: str) -> dict[str, Lijn]:
    gevonden = figuur(pagina, slug)["data"]
    per_naam = {lijn["name"]: lijn for lijn in gevonden if lijn["meta"]["rol"] != "referentie"}
    assert len(per_naam) == len([lijn for lijn in gevonden if lijn["meta"]["rol"] != "referentie"])
    return per_naam


def punten(lijn: Lijn) -> list[tuple[int, float, str] | None]:
    """Year, value and label of each point; None where the line is broken."""
    driedelig = list(zip(lijn["x"], lijn["y"], lijn["text"], strict=True))
    return [None if punt == (None, None, None) else punt for punt in driedelig]


@pytest.mark.parametrize("slug", INDICATOREN)
def test_elke_gedrukte_waarde_is_een_punt_en_niets_anders(pagina: Pagina, slug: str) -> None:
    """With the text of the document as its label."""
    gedrukt = set()
    for cel in verwacht("cijfers"):
        if SLUG[cel["naam"]] == slug and cel["waarde"]:
            editie = cel["editie"] if cel["soort"] == "begroting" else ""
            gedrukt.add(
                (cel["soort"], editie, int(cel["jaar"]), float(cel["waarde"]), cel["gedrukt"].replace(" %", "%"))
            )

    getekend = [
        (lijn["meta"]["rol"], naam.removeprefix("Begroting ") if lijn["meta"]["rol"] == "begroting" else "", *punt)
        for naam, lijn in lijnen(pagina, slug).items()
        for punt in punten(lijn)
        if punt
    ]

    assert set(getekend) == gedrukt
    assert len(getekend) == len(gedrukt)


@pytest.mark.parametrize("slug", INDICATOREN)
def test_realisatie_is_een_hele_lijn_en_elke_begroting_heeft_haar_eigen_streepjes(pagina: Pagina, slug: str) -> None:
    alle = lijnen(pagina, slug).values()

    realisatie = [lijn for lijn in alle if lijn["meta"]["rol"] == "realisatie"]
    begroting = [lijn for lijn in alle if lijn["meta"]["rol"] == "begroting"]
    assert {lijn["line"]["dash"] for lijn in realisatie} <= {"solid"}
    assert "solid" not in {lijn["line"]["dash"] for lijn in begroting}
    assert len({lijn["line"]["dash"] for lijn in begroting}) == len(begroting)
    assert len({lijn["marker"]["symbol"] for lijn in begroting}) == len(begroting)
    assert {lijn["mode"] for lijn in alle} == {"lines+markers"}
    assert {lijn["connectgaps"] for lijn in alle} == {False}


@pytest.mark.parametrize("slug", INDICATOREN)
def test_over_een_jaar_zonder_meting_loopt_geen_lijn(pagina: Pagina, slug: str) -> None:
    for naam, lijn in lijnen(pagina, slug).items():
        reeks = punten(lijn)
        assert reeks[0]
        assert reeks[-1]
        for vorige, volgende in pairwise(reeks):
            assert not (vorige and volgende) or volgende[0] == vorige[0] + 1, naam
            assert vorige or volgende, naam


@pytest.mark.parametrize("slug", INDICATOREN)
def test_plotly_kent_alles_wat_de_figuur_zegt(pagina: Pagina, slug: str) -> None:
    """It refuses a property or a value that is not in its schema, and adds nothing."""
    gegeven = figuur(pagina, slug)

    zelfde = json.loads(go.Figure(gegeven).to_json())
    del zelfde["layout"]["template"]  # that of plotly's own house style
    assert zelfde == gegeven


def test_gat_tussen_2021_en_2024(pagina: Pagina) -> None:
    alle = lijnen(pagina, "uitstroom-naar-werk")

    assert list(alle) == ["Realisatie", "Begroting PB 2023", "Begroting PB 2026"]
    assert punten(alle["Realisatie"]) == [(2021, 209, "209"), None, (2024, 181, "181")]
    assert punten(alle["Begroting PB 2023"]) == [
        (2023, 200, "200"),
        (2024, 180, "180"),
        (2025, 170, "170"),
        (2026, 170, "170"),
    ]


def test_geen_lijn_loopt_van_de_ene_definitie_naar_de_andere(pagina: Pagina) -> None:
    """Arbeidsparticipatie: 15 to 67 years in PB 2023, 15 to 75 in PB 2026."""
    alle = lijnen(pagina, "arbeidsparticipatie")

    assert {naam: [punt and punt[0] for punt in punten(lijn)] for naam, lijn in alle.items()} == {
        "Realisatie (gemeten als in PB 2023)": [2021],
        "Realisatie (gemeten als in PB 2026)": [2024],
        "Begroting PB 2023": [2023, 2024, 2025, 2026],
        "Begroting PB 2026": [2026, 2027, 2028, 2029],
    }
    open_stip = {naam for naam, lijn in alle.items() if lijn["marker"]["symbol"].endswith("-open")}
    assert open_stip == {"Realisatie (gemeten als in PB 2023)", "Begroting PB 2023"}


def test_een_lijn_stopt_waar_de_leeftijdsgrens_verandert(pagina: Pagina) -> None:
    """Voortijdige schoolverlaters: from 23 to 27 years on 1 January 2026."""
    alle = lijnen(pagina, "voortijdige-schoolverlaters")

    assert punten(alle["Begroting PB 2023"]) == [
        (2023, 2.3, "2,30%"),
        (2024, 2.3, "2,30%"),
        (2025, 2.3, "2,30%"),
        None,
        (2026, 2.3, "2,30%"),
    ]


def test_een_gedrukte_nul_wordt_getekend(pagina: Pagina) -> None:
    lijn = lijnen(pagina, "arbeidsplaatsen")["Begroting PB 2022"]

    assert punten(lijn)[-1] == (2025, 0, "0")


@pytest.mark.parametrize(
    ("slug", "jaar", "zinnen"),
    [
        # PB 2026, line 626, and PB 2023, line 422
        (
            "uitstroom-naar-werk",
            2024,
            ["Het resultaat van 2024 was 181.", "PB 2023 noemde voor 2024 als doel 180."],
        ),
        # PB 2023, line 411, sets it equal to 2021; PB 2026, lines 607 and 613
        (
            "arbeidsparticipatie",
            2024,
            [
                "Het resultaat van 2024 was 76,0%.",
                "PB 2023 verwachtte voor 2024 71,0%. Dat is anders gemeten.",
                "In de tekst van PB 2026 staat het landelijk gemiddelde: 73,2%.",
            ],
        ),
        # PB 2026, line 574, and PB 2023, line 380: another source, so perhaps measured otherwise
        (
            "arbeidsplaatsen",
            2024,
            ["Het resultaat van 2024 was 2.212.", "PB 2022 verwachtte voor 2024 372. Dat is misschien anders gemeten."],
        ),
        # PB 2026, line 644: no goal
        ("deeltijd-werkenden", 2026, ["PB 2023 verwachtte voor 2026 400.", "PB 2026 noemde voor 2026 525."]),
        # PB 2026, line 551; the table has no 2022
        ("dienstverlening-ondernemers", 2022, ["In de tekst van PB 2026 staat over 2022: 6,2."]),
    ],
)
def test_wie_een_jaar_aanwijst_krijgt_zinnen(pagina: Pagina, slug: str, jaar: int, zinnen: list[str]) -> None:
    sporen = figuur(pagina, slug)["data"]

    assert [
        zin for spoor in sporen for x, zin in zip(spoor["x"], spoor["customdata"], strict=True) if x == jaar
    ] == zinnen
    assert {spoor["hovertemplate"] for spoor in sporen} == {"%{customdata}<extra></extra>"}


def test_de_assen_liggen_op_die_van_de_tekening() -> None:
    """3 and 5 percent, so the axis goes from 3 to 5."""
    trend = trend_van(gemeten({2021: "3", 2023: "5"}))
    tekening = teken_trend(trend)

    opmaak = maak_figuur(trend, tekening)["layout"]

    assert opmaak["xaxis"]["range"] == [2020.5, 2023.5]
    assert opmaak["yaxis"]["range"] == [3, 5]
    randen = opmaak["meta"]["randen"]
    assert opmaak["meta"]["breedte"] == 400
    assert (randen["l"], 400 - randen["r"]) == (tekening.schaal.links, tekening.schaal.rechts)
    assert (randen["t"], tekening.hoogte - randen["b"]) == (tekening.schaal.boven, tekening.schaal.onder)


def test_de_twee_indicatoren_van_1_1_staan_nooit_in_een_grafiek(pagina: Pagina) -> None:
    assert list(lijnen(pagina, "vve-leerwinst")) == ["Realisatie", "Begroting PB 2023"]
    assert list(lijnen(pagina, "vve-ontwikkelingsscore")) == ["Begroting PB 2026"]
