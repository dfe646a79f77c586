"""Does it add up? Each difference with its size, and rounding told from the rest.

Amounts x € 1.000, costs negative. Numbers of rules are those of domein.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.aansluiting import GedruktBedrag, sommen
from tests.gereedschap.wereld.rollen import rol_van


def rij(tabel: str, post: str, kant: str, bedrag: int, **anders: object) -> GedruktBedrag:
    velden: dict[str, object] = {
        "doelstelling": "",
        "stand": "meerjarenraming",
        "jaar": 2026,
        "eenheid": 1000,
        "regel": 1,
    }
    velden["rol"] = rol_van(tabel, post)
    return GedruktBedrag(tabel=tabel, post=post, kant=kant, bedrag=Decimal(bedrag * 1000), **{**velden, **anders})  # type: ignore[arg-type]


def beeld(*rijen: GedruktBedrag) -> list[tuple[str, str, Decimal, Decimal]]:
    """Parts, total, their sum and the difference, in thousands."""
    return [(s.delen_naam, s.totaal_naam, s.som / 1000, s.verschil / 1000) for s in sommen(rijen)]


def regel(tabel: str, post: str, kant: str, jaar: int, getallen: str, **anders: object) -> list[GedruktBedrag]:
    """A printed row, from its first year on; a dash is no amount."""
    bedragen = enumerate(getallen.replace(".", "").split(), jaar)
    return [rij(tabel, post, kant, int(bedrag), jaar=van, **anders) for van, bedrag in bedragen if bedrag != "-"]


def verschillen(rijen: Iterable[GedruktBedrag], delen: str, totaal: str) -> dict[int, Decimal]:
    """For each year what the parts come to more than the total that is printed."""
    return {
        som.jaar: som.verschil / 1000 for som in sommen(rijen) if (som.delen_naam, som.totaal_naam) == (delen, totaal)
    }


def per_jaar(van: int, *verschillen: int) -> dict[int, int]:
    return dict(enumerate(verschillen, van))


BATEN_LASTEN, NA_RESERVES = "Gerealiseerd saldo van baten en lasten", "Gerealiseerd saldo en mutaties reserves"
# PB 2023: lines 569 to 571 and the line under "Doelstelling" of each of the six, 318 to 496.
PB_2023 = [
    *regel("programma", "Baten", "baten", 2021, "69.614 67.126 68.184 67.111 63.694 63.694"),
    *regel("programma", "Lasten", "lasten", 2021, "-117.371 -119.818 -118.343 -117.077 -113.362 -113.762"),
    *regel("programma", "Resultaat", "saldo", 2021, "-47.757 -52.693 -50.158 -49.966 -49.668 -50.068"),
    *regel("doelstelling", "Spelen", "saldo", 2022, "-12.945 -11.257 -11.692 -11.760 -12.193", doelstelling="1.1"),
    *regel("doelstelling", "Uitval", "saldo", 2022, "-2.061 -1.871 -1.871 -1.871 -1.871", doelstelling="1.2"),
    *regel("doelstelling", "Klimaat", "saldo", 2022, "-556 -633 -603 -633 -603", doelstelling="1.3"),
    *regel("doelstelling", "Groei", "saldo", 2022, "-376 -347 -347 -347 -347", doelstelling="1.4"),
    *regel("doelstelling", "Werk", "saldo", 2022, "-20.313 -19.189 -18.885 -18.529 -18.649", doelstelling="1.5"),
    *regel("doelstelling", "Middelen", "saldo", 2022, "-16.442 -16.861 -16.568 -16.528 -16.405", doelstelling="1.6"),
]
# PB 2026: lines 911 to 917 and the line under "Doelstelling" of each of the six, 501 to 710.
PB_2026 = [
    *regel("programma", "Lasten", "lasten", 2024, "-133.122 -143.713 -133.397 -132.552 -132.101 -131.766"),
    *regel("programma", "Baten", "baten", 2024, "73.221 78.408 69.997 69.927 69.927 69.927"),
    *regel("programma", BATEN_LASTEN, "saldo", 2024, "-59.901 -65.305 -63.400 -62.625 -62.173 -61.839"),
    *regel("programma", "Toevoegingen", "toevoegingen", 2024, "-2.329 -2.977 -2.688 -3.357 -3.184 -3.184"),
    *regel("programma", "Onttrekkingen", "onttrekkingen", 2024, "3.600 2.185 2.831 3.303 3.283 3.283"),
    *regel("programma", "Mutaties reserves", "mutaties", 2024, "1.271 -792 143 -54 98 98"),
    *regel("programma", "Saldo", "saldo", 2024, "-58.629 -66.097 -63.257 -62.679 -62.075 -61.741"),
    *regel("doelstelling", "Spelen", "saldo", 2025, "-14.038 -14.714 -15.052 -15.210 -15.205", doelstelling="1.1"),
    *regel("doelstelling", "Uitval", "saldo", 2025, "-2.068 -2.616 -2.596 -2.574 -2.450", doelstelling="1.2"),
    *regel("doelstelling", "Klimaat", "saldo", 2025, "-1.782 -1.783 -1.652 -1.652 -1.652", doelstelling="1.3"),
    *regel("doelstelling", "Groei", "saldo", 2025, "-391 -362 -362 -362 -362", doelstelling="1.4"),
    *regel("doelstelling", "Werk", "saldo", 2025, "-24.692 -23.859 -23.936 -23.734 -23.590", doelstelling="1.5"),
    *regel("doelstelling", "Middelen", "saldo", 2025, "-22.386 -20.221 -19.398 -18.898 -18.898", doelstelling="1.6"),
]
# PB 2023: lines 508 to 519, costs first; SHV and kwijtschelding have no baten there.
UITSPLITSING_2023 = {
    "Sociale Zaken": ("-1.901 -2.004 -2.004 -1.964 -1.911", "1.167 1.193 1.193 1.193 1.193"),
    "BUIG": ("-54.256 -55.909 -55.600 -53.159 -53.159", "50.029 51.699 51.388 48.948 48.948"),
    "BBZ": ("-230 -235 -231 -231 -231", "135 138 136 136 136"),
    "Bijzondere Bijstand": ("-8.561 -8.893 -8.700 -8.700 -8.700", "702 718 718 718 718"),
    "SHV": ("-2.084 -1.746 -1.744 -1.744 -1.744", "- - - - -"),
    "OZB": ("-10 -10 -10 -10 -10", "- - - - -"),
    "Hondenbelasting": ("-33 -35 -35 -35 -35", "- - - - -"),
    "Afvalstoffenheffing": ("-950 -989 -989 -989 -989", "- - - - -"),
    "Beheer": ("-93 -95 -95 -95 -95", "- - - - -"),
    "Rioolrecht": ("-507 -528 -528 -528 -528", "- - - - -"),
    "Totaal": ("-68.624 -70.445 -69.937 -67.457 -67.404", "52.033 53.748 53.434 50.994 50.994"),
}
# PB 2026: lines 720 to 756.
UITSPLITSING_2026 = {
    "Sociale Zaken": ("-1.979 -1.996 -1.952 -1.952 -1.952", "1.340 1.373 1.373 1.373 1.373"),
    "BUIG": ("-66.292 -63.182 -62.332 -61.832 -61.832", "57.750 56.648 56.578 56.578 56.578"),
    "BBZ": ("-230 -239 -239 -239 -239", "125 130 130 130 130"),
    "Bijzondere Bijstand": ("-8.945 -9.463 -9.463 -9.463 -9.463", "638 826 826 826 826"),
    "SHV": ("-6.572 -2.647 -2.647 -2.647 -2.647", "3.684 223 223 223 223"),
    "OZB": ("-3 -3 -3 -3 -3", "- - - - -"),
    "Hondenbelasting": ("0 0 0 0 0", "- - - - -"),
    "Afvalstoffenheffing": ("-1.093 -1.137 -1.137 -1.137 -1.137", "- - - - -"),
    "Beheer": ("-226 -147 -147 -147 -147", "- - - - -"),
    "Rioolrecht": ("-583 -607 -607 -607 -607", "- - - - -"),
}
SALDI_2026 = {
    "Sociale Zaken": "-639 -623 -579 -579 -579",
    "BUIG": "-8.541 -6.534 -5.754 -5.254 -5.254",
    "BBZ": "-105 -110 -110 -110 -110",
    "Bijzondere Bijstand": "-8.307 -8.637 -8.637 -8.637 -8.637",
    "SHV": "-2.888 -2.424 -2.424 -2.424 -2.424",
    "OZB": "-3 -3 -3 -3 -3",
    "Hondenbelasting": "0 0 0 0 0",
    "Afvalstoffenheffing": "-1.093 -1.137 -1.137 -1.137 -1.137",
    "Beheer": "-226 -147 -147 -147 -147",
    "Rioolrecht": "-583 -607 -607 -607 -607",
    "Totaal": "-22.386 -20.221 -19.398 -18.898 -18.898",
}


def uitsplitsing(jaar: int, posten: Mapping[str, tuple[str, str]], saldi: Mapping[str, str]) -> list[GedruktBedrag]:
    van_posten = [
        regel("uitsplitsing", post, kant, jaar, getallen, doelstelling="1.6")
        for post, kanten in posten.items()
        for kant, getallen in zip(("lasten", "baten"), kanten, strict=True)
    ]
    van_saldi = [regel("uitsplitsing", post, "saldo", jaar, rij, doelstelling="1.6") for post, rij in saldi.items()]
    return [cel for rij in (*van_posten, *van_saldi) for cel in rij]


DOCUMENTEN = {
    "PB 2023": [*PB_2023, *uitsplitsing(2022, UITSPLITSING_2023, {"Saldo": "-16.591 -16.697 -16.503 -16.464 -16.411"})],
    "PB 2026": [*PB_2026, *uitsplitsing(2025, UITSPLITSING_2026, SALDI_2026)],
}
# Rule 7. Document, parts and total; for each year what the parts come to more, and why.
OPTELLINGEN: dict[tuple[str, str, str], tuple[dict[int, int], str]] = {
    ("PB 2023", "6 doelstellingen samen", "Resultaat"): (per_jaar(2022, 0, 0, 0, 0, 0), "exactly, every year"),
    ("PB 2023", "Lasten en baten", "Resultaat"): (per_jaar(2021, 0, 1, -1, 0, 0, 0), "rounding"),
    ("PB 2023", "Posten (lasten)", "Totaal"): (per_jaar(2022, -1, 1, 1, 2, 2), "rounding, by at most 2"),
    ("PB 2023", "Posten (baten)", "Totaal"): (per_jaar(2022, 0, 0, 1, 1, 1), "rounding, without the blank cells"),
    ("PB 2023", "Totaal lasten en baten", "Saldo"): (per_jaar(2022, 0, 0, 0, 1, 1), "rounding"),
    ("PB 2023", "Uitsplitsing", "Doelstelling 1.6"): (per_jaar(2022, -149, 164, 65, 64, -6), "by 6 to 164"),
    ("PB 2023", "Posten (saldo)", "Totaal"): ({}, "its posts have no saldo"),
    ("PB 2023", "Lasten en baten van BUIG", "BUIG"): ({}, "its posts have no saldo"),
    ("PB 2026", "6 doelstellingen samen", BATEN_LASTEN): (per_jaar(2025, -52, -155, -371, -257, -318), "neither this"),
    ("PB 2026", "6 doelstellingen samen", "Saldo"): (per_jaar(2025, 740, -298, -317, -355, -416), "nor that fits"),
    ("PB 2026", "Lasten en baten", BATEN_LASTEN): (per_jaar(2024, 0, 0, 0, 0, -1, 0), "rounding"),
    ("PB 2026", "Toevoegingen en onttrekkingen", "Mutaties reserves"): (per_jaar(2024, 0, 0, 0, 0, 1, 1), "rounding"),
    ("PB 2026", NA_RESERVES, "Saldo"): (per_jaar(2024, -1, 0, 0, 0, 0, 0), "rounding"),
    ("PB 2026", "Posten (saldo)", "Totaal"): (per_jaar(2025, 1, -1, 0, 0, 0), "rounding"),
    ("PB 2026", "Lasten en baten van BUIG", "BUIG"): (per_jaar(2025, -1, 0, 0, 0, 0), "rounding"),
    ("PB 2026", "Lasten en baten van SHV", "SHV"): (per_jaar(2025, 0, 0, 0, 0, 0), "exactly"),
    ("PB 2026", "Lasten en baten van BBZ", "BBZ"): (per_jaar(2025, 0, 1, 1, 1, 1), "rounding"),
    ("PB 2026", "Lasten en baten van Sociale Zaken", "Sociale Zaken"): (per_jaar(2025, 0, 0, 0, 0, 0), "exactly"),
    ("PB 2026", "Lasten en baten van Bijzondere Bijstand", "Bijzondere Bijstand"): (
        per_jaar(2025, 0, 0, 0, 0, 0),
        "exactly",
    ),
    ("PB 2026", "Lasten en baten van OZB", "OZB"): ({}, "one part alone would be compared with itself"),
    ("PB 2026", "Posten (lasten)", "Totaal"): ({}, "it prints no total of the lasten"),
    ("PB 2026", "Uitsplitsing", "Doelstelling 1.6"): (per_jaar(2025, 0, 0, 0, 0, 0), "in PB 2026 it is equal"),
}


@pytest.mark.parametrize(
    ("wat", "verwacht", "waarom"),
    [(wat, *rest) for wat, rest in OPTELLINGEN.items()],
    ids=[", ".join(wat) for wat in OPTELLINGEN],
)
def test_optellingen_van_de_documenten(wat: tuple[str, str, str], verwacht: dict[int, int], waarom: str) -> None:
    document, delen, totaal = wat
    assert verschillen(DOCUMENTEN[document], delen, totaal) == verwacht, waarom


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_andere_optellingen_zijn_er_niet(document: str) -> None:
    gevonden = {(document, som.delen_naam, som.totaal_naam) for som in sommen(DOCUMENTEN[document])}
    assert gevonden == {wat for wat, (verschillen, _) in OPTELLINGEN.items() if wat[0] == document and verschillen}


@pytest.mark.parametrize("document", DOCUMENTEN)
@pytest.mark.parametrize("tabel", ["bezuinigingen", "maatregelen", "nieuw-beleid"])
def test_een_andere_tabel_telt_niet_mee(document: str, tabel: str) -> None:
    """Whatever its rows are called: "Saldo" stands in four tables."""
    rijen = DOCUMENTEN[document]
    namen = {(cel.post, cel.kant, cel.jaar): replace(cel, tabel=tabel, doelstelling="1.6") for cel in rijen}
    gevonden = [som for som in sommen([*rijen, *namen.values()]) if som.delen_naam != f"Regels van {tabel}"]
    assert gevonden == list(sommen(rijen))


@pytest.mark.parametrize("document", DOCUMENTEN)
def test_wat_in_de_documenten_afronding_is(document: str) -> None:
    """Rule 7: within tables rounding, of 2 at most; against another table a difference that nobody explains."""
    for som in sommen(DOCUMENTEN[document]):
        if som.delen_naam in ("6 doelstellingen samen", "Uitsplitsing"):
            assert som.door_afronding is (som.verschil == 0)
        else:
            assert som.door_afronding
            assert abs(som.verschil) <= 2000


def test_programma_met_reserves() -> None:
    """PB 2026, year 2028: two roundings, and a saldo that fits."""
    assert beeld(
        rij("programma", "Lasten", "lasten", -132101),
        rij("programma", "Baten", "baten", 69927),
        rij("programma", "Gerealiseerd saldo van baten en lasten", "saldo", -62173),
        rij("programma", "Toevoegingen", "toevoegingen", -3184),
        rij("programma", "Onttrekkingen", "onttrekkingen", 3283),
        rij("programma", "Mutaties reserves", "mutaties", 98),
        rij("programma", "Saldo", "saldo", -62075),
    ) == [
        ("Lasten en baten", "Gerealiseerd saldo van baten en lasten", -62174, -1),
        ("Toevoegingen en onttrekkingen", "Mutaties reserves", 99, 1),
        ("Gerealiseerd saldo en mutaties reserves", "Saldo", -62075, 0),
    ]


def test_doelstellingen_tegen_elk_saldo_dat_gedrukt_is() -> None:
    """PB 2023 prints Resultaat and does not say whether that is before or after reserves."""
    doelen = [rij("doelstelling", f"Doel {code}", "saldo", -100, doelstelling=code) for code in ("1.1", "1.2")]
    assert beeld(*doelen, rij("programma", "Resultaat", "saldo", -200)) == [
        ("2 doelstellingen samen", "Resultaat", -200, 0)
    ]
    assert beeld(
        *doelen,
        rij("programma", "Gerealiseerd saldo van baten en lasten", "saldo", -190),
        rij("programma", "Saldo", "saldo", -180),
    )[1:] == [
        ("2 doelstellingen samen", "Gerealiseerd saldo van baten en lasten", -200, -10),
        ("2 doelstellingen samen", "Saldo", -200, -20),
    ]


def test_uitsplitsing_per_post_per_kant_en_tegen_de_doelstelling() -> None:
    assert beeld(
        rij("uitsplitsing", "BUIG", "lasten", -60, doelstelling="1.6"),
        rij("uitsplitsing", "BUIG", "baten", 50, doelstelling="1.6"),
        rij("uitsplitsing", "BUIG", "saldo", -11, doelstelling="1.6"),
        rij("uitsplitsing", "Totaal", "saldo", -11, doelstelling="1.6"),
        rij("doelstelling", "Middelen", "saldo", -15, doelstelling="1.6"),
        rij("doelstelling", "Werk", "saldo", -99, doelstelling="1.5"),
    ) == [
        ("Posten (saldo)", "Totaal", -11, 0),
        ("Lasten en baten van BUIG", "BUIG", -10, 1),
        ("Uitsplitsing", "Doelstelling 1.6", -11, 4),
    ]


def test_nieuw_beleid_en_bezuinigingen_van_een_jaar() -> None:
    """PB 2026, lines 774 to 875, for 2026; each table has a Saldo of its own."""
    beleid = {"WIN": 150, "Hervorming": 966, "Taakmutatie": 137, "Campagne": 25, "Geldpunt": 223, "Dekking": -223}
    bezuinigd = {"Subsidies": 262, "Economie": 150, "De Binnenbaan": 450, "MRDH": 9, "Citymarketing": 47}
    assert beeld(
        *(rij("bezuinigingen", post, "saldo", bedrag) for post, bedrag in {**bezuinigd, "Saldo": 918}.items()),
        *(rij("nieuw-beleid", post, "saldo", bedrag) for post, bedrag in {**beleid, "Saldo": 1278}.items()),
        rij("maatregelen", "Saldo", "saldo", 1),
        rij("maatregelen", "Subsidies", "saldo", 1),
    ) == [("Regels van nieuw-beleid", "Saldo", 1278, 0), ("Regels van bezuinigingen", "Saldo", 918, 0)]


@pytest.mark.parametrize("tabel", ["nieuw-beleid", "bezuinigingen"])
def test_beleidsregels_tegen_hun_saldo(tabel: str) -> None:
    """Sub lines count; the row Saldo itself does not."""
    assert beeld(
        rij(tabel, "Geldpunt", "saldo", -223),
        rij(tabel, "Geldpunt – dekking via SPUK", "saldo", 223),
        rij(tabel, "Campagne", "saldo", -25),
        rij(tabel, "Saldo", "saldo", -25),
    ) == [(f"Regels van {tabel}", "Saldo", -25, 0)]


def test_uitsplitsing_tegen_haar_eigen_doelstelling() -> None:
    """Not against the one before or after it. What it comes to stands in the last saldo of Totaal or Saldo."""
    assert beeld(
        rij("uitsplitsing", "Totaal", "saldo", -61, doelstelling="1.6"),
        rij("uitsplitsing", "Saldo", "saldo", -62, doelstelling="1.6"),
        rij("uitsplitsing", "Totaal", "lasten", -60, doelstelling="1.6"),
        rij("uitsplitsing", "Voedselbank", "lasten", -61, doelstelling="1.6"),
        rij("uitsplitsing", "Voedselbank", "saldo", -61, doelstelling="1.6"),
        rij("doelstelling", "Werk", "saldo", -99, doelstelling="1.5"),
        rij("doelstelling", "Middelen", "saldo", -60, doelstelling="1.6"),
        rij("doelstelling", "Zorg", "saldo", -98, doelstelling="1.7"),
    ) == [
        ("Posten (lasten)", "Totaal", -61, -1),
        ("Posten (saldo)", "Totaal", -61, 0),
        ("Totaal lasten en baten", "Saldo", -60, 2),
        ("Uitsplitsing", "Doelstelling 1.6", -62, -2),
    ]


def test_som_heeft_het_jaar_en_de_regel_van_haar_totaal() -> None:
    (som,) = sommen(
        [rij("nieuw-beleid", "WIN", "saldo", -150, regel=777), rij("nieuw-beleid", "Saldo", "saldo", -1278, regel=806)]
    )
    assert (som.jaar, som.regel, som.totaal, [deel.regel for deel in som.delen]) == (2026, 806, -1278000, [777])


def test_jaren_en_standen_worden_niet_gemengd() -> None:
    rijen = [
        rij("programma", post, kant, bedrag, stand=stand, jaar=jaar)
        for stand, jaar in (("rekening", 2024), ("na wijziging", 2024), ("lopend jaar", 2025))
        for post, kant, bedrag in (
            ("Lasten", "lasten", -jaar),
            ("Baten", "baten", 24),
            ("Resultaat", "saldo", 24 - jaar),
        )
    ]
    assert [(som.jaar, som.verschil) for som in sommen(rijen)] == [(2024, 0), (2024, 0), (2025, 0)]


def test_zonder_totaal_of_zonder_delen_is_er_geen_som() -> None:
    assert beeld(rij("programma", "Lasten", "lasten", -1)) == []
    assert beeld(rij("programma", "Resultaat", "saldo", -1)) == []


@pytest.mark.parametrize(
    ("delen", "totaal", "eenheid", "afronding"),
    [
        (2, 3000, 1000, True),
        (2, 3001, 1000, False),
        (10, 15000, 1000, True),
        (10, 15001, 1000, False),
        (1, 1500, 1000, True),
        (2, 2001, 1, True),
        (2, 2002, 1, False),
    ],
)
def test_afronding_is_een_halve_gedrukte_eenheid_per_getal(
    delen: int, totaal: int, eenheid: int, afronding: bool
) -> None:
    """So many parts of 1.000 euro each, printed in thousands or in whole euros."""
    rijen = [rij("bezuinigingen", f"Regel {n}", "saldo", 1, eenheid=eenheid) for n in range(delen)]
    saldo = replace(rij("bezuinigingen", "Saldo", "saldo", 0, eenheid=eenheid), bedrag=Decimal(totaal))
    (som,) = sommen([*rijen, saldo])
    assert (som.verschil, som.door_afronding) == (1000 * delen - totaal, afronding)
