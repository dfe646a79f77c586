"""What it cost over the years: the rekening solid, each edition dashed, never one line over two kinds of saldo."""

from xml.etree.ElementTree import Element

from tests.gereedschap.paginas import Pagina, met_id, met_klasse, tabel, tekst

# PB 2023 line 571 and PB 2026 line 917 print the saldo of the programma; 496 and 710 that of 1.6.
ONBEKEND = " (niet gezegd of dat na reserves is)"
PROGRAMMA = (
    f"Netto kosten van programma 1 per jaar, in miljoen euro: rekening 47,8 in 2021{ONBEKEND} en 58,6 in 2024; "
    f"begroting PB 2023 52,7 in 2022{ONBEKEND} en 50,1 in 2026{ONBEKEND}; "
    "begroting PB 2026 66,1 in 2025 en 61,7 in 2029."
)
MIDDELEN = (
    "Netto kosten van 1.6 per jaar, in miljoen euro: begroting PB 2023 16,4 in 2022 en 16,4 in 2026; begroting PB 2026 "
    "22,4 in 2025 en 18,9 in 2029."
)

NIET = "staat niet in dit document"


def lijn(pagina: Element) -> Element:
    [grafiek] = [ding for ding in met_klasse(pagina, "grafiek") if ding.get("data-grafiek") == "geldlijn"]
    return grafiek


def zin(grafiek: Element) -> str:
    """What it shows, for who does not see it."""
    [vlak] = met_klasse(grafiek, "grafiek__vlak")
    return vlak.get("aria-label", "")


def stukken(grafiek: Element) -> list[int]:
    """Of each drawn stretch how many points it has."""
    return [len((lijn.get("points") or "").split()) for lijn in met_klasse(grafiek, "tekening__lijn")]


def test_de_kosten_van_een_doelstelling_door_de_jaren(pagina: Pagina) -> None:
    grafiek = lijn(pagina("/doelstellingen/1.6/"))

    assert zin(grafiek).startswith(MIDDELEN)
    assert stukken(grafiek) == [5, 5]
    assert {tekst(naam) for naam in met_klasse(grafiek, "tekening__naam")} == {"PB 2023", "PB 2026"}


def test_de_kosten_van_het_programma_door_de_jaren(pagina: Pagina) -> None:
    """The rekeningen of 2021 and 2024 are two points: the years between are not here, and the saldo is another one."""
    deel = met_id(pagina("/geld/"), "per-jaar")
    grafiek = lijn(deel)

    assert zin(grafiek).startswith(PROGRAMMA)
    assert sorted(stukken(grafiek)) == [5, 5]
    assert {"47,8", "58,6"} <= {tekst(waarde) for waarde in met_klasse(grafiek, "tekening__waarde")}
    assert "PB 2023 zegt niet of het saldo voor of na reserves is." in tekst(deel)


def test_naast_de_lijn_staat_elk_bedrag_met_zijn_bron(pagina: Pagina) -> None:
    """Between a saldo after reserves and one that does not say so there is no difference."""
    deel = met_id(pagina("/geld/"), "per-jaar")
    koppen, rijen = tabel(deel, "saldi-per-jaar")

    assert koppen == ["PB 2023", "PB 2026"]
    assert {jaar: [tekst(cel) for cel in cellen] for jaar, cellen in rijen.items()} == {
        "2021": ["47.757 rekening", NIET],
        "2022": ["52.693 lopend jaar", NIET],
        "2023": ["50.158 primitieve begroting", NIET],
        "2024": ["49.966 meerjarenraming", "58.629 rekening"],
        "2025": ["49.668 meerjarenraming", "66.097 lopend jaar"],
        "2026": ["50.068 meerjarenraming", "63.257 primitieve begroting"],
        "2027": [NIET, "62.679 meerjarenraming"],
        "2028": [NIET, "62.075 meerjarenraming"],
        "2029": [NIET, "61.741 meerjarenraming"],
    }
    links = [a.get("href", "") for cel in rijen["2024"] for a in cel.iter("a")]
    assert [link.rpartition("/bronnen/")[2] for link in links] == ["PB-2023/regels/571/", "PB-2026/regels/917/"]


def test_een_grafiek_die_niet_bij_nul_begint_zegt_dat(pagina: Pagina) -> None:
    for adres in ("/geld/", "/doelstellingen/1.6/"):
        assert "niet bij nul" in tekst(lijn(pagina(adres)))
