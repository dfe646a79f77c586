"""Editions and programmas that nobody has seen: read right, or a finding says what is not."""

from dataclasses import replace

import pytest

from ingest.lezer.document import lees_concept
from ingest.lezer.regels import Regel, lees_tekstregels, maak_regel
from tests.gereedschap.documenten.gelezen import fouten, geld, lees, van_soort, waarden
from tests.gereedschap.documenten.programmas import EEN, STREEP, TWEE, WERK
from tests.gereedschap.documenten.verzonnen import Indicator, kolommen, met_rijen, schrijf

MIN = "\N{MINUS SIGN}"


# Whole editions


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
def test_pb_2025_van_programma_1(scheiding: str) -> None:
    concept = lees(schrijf(2025, EEN, scheiding=scheiding))
    assert not concept.fouten
    assert (concept.publicatie, concept.jaar) == ("PB 2025", 2025)
    assert [(p.code, p.naam) for p in concept.programmas] == [("1", "Onderwijs, economie en arbeidsparticipatie")]
    assert waarden(concept, "realisatie") == [(2023, "193"), (2025, None), (2026, None), (2027, None), (2028, None)]
    assert waarden(concept, "begroting") == [
        (2023, None),
        (2025, "185"),
        (2026, "186"),
        (2027, "187"),
        (2028, "1188"),
    ]
    assert {cijfer.editie for cijfer in concept.cijfers} == {"PB 2025"}
    assert geld(concept, "1", "programma", "Lasten") == [
        (2023, -100_000_000),
        (2024, -101_000_000),
        (2025, -102_000_000),
        (2026, -103_000_000),
        (2027, -104_000_000),
        (2028, -105_000_000),
    ]
    standen = [b.stand for b in concept.bedragen if b.post == "Baten"]
    assert standen == ["rekening", "lopend jaar", "primitieve begroting", *["meerjarenraming"] * 3]


def test_pb_2024_met_andere_jaren_en_een_indicator_meer() -> None:
    school = Indicator(
        "Uitstroom naar school",
        [2022, 2024, 2025, 2026],
        [
            ("Realisatie", ["21", STREEP, STREEP, STREEP]),
            ("Begroting PB 2024", [STREEP, "22", "23", "24"]),
        ],
    )
    werk = Indicator(
        "Uitstroom naar werk",
        [2022, 2023, 2024, 2025, 2026, 2027],
        [("Begroting PB 2024", [STREEP, STREEP, "171", "172", "173", "174"])],
    )
    doel = replace(EEN.doelen[0], indicatoren=[werk, school])
    concept = lees(schrijf(2024, replace(EEN, doelen=[doel])))
    assert not concept.fouten
    assert [(c.naam, c.jaar, str(c.waarde)) for c in concept.cijfers if c.waarde is not None] == [
        ("Uitstroom naar werk", 2024, "171"),
        ("Uitstroom naar werk", 2025, "172"),
        ("Uitstroom naar werk", 2026, "173"),
        ("Uitstroom naar werk", 2027, "174"),
        ("Uitstroom naar school", 2022, "21"),
        ("Uitstroom naar school", 2024, "22"),
        ("Uitstroom naar school", 2025, "23"),
        ("Uitstroom naar school", 2026, "24"),
    ]


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
def test_twee_programmas_met_dezelfde_posten(scheiding: str) -> None:
    """Programma 2 prints its lasten positive, and its doelstelling too; programma 1 the reverse."""
    concept = lees(schrijf(2025, EEN, TWEE, scheiding=scheiding))
    assert not concept.fouten
    assert [(p.code, p.naam) for p in concept.programmas] == [
        ("1", "Onderwijs, economie en arbeidsparticipatie"),
        ("2", "Zorg en ondersteuning"),
    ]
    assert [d.code for d in concept.doelstellingen] == ["1.5", "2.1"]
    assert [(c.jaar, str(c.waarde), c.procent) for c in concept.cijfers if c.doelstelling == "2.1" and c.waarde] == [
        (2023, "51", True),
        (2025, "50", True),
        (2026, "49", True),
        (2027, "48.5", True),
        (2028, "48", True),
    ]
    assert geld(concept, "1", "programma", "Saldo")[0] == (2023, -40_000_000)
    assert geld(concept, "2", "programma", "Saldo")[0] == (2023, -9_000_000)
    assert geld(concept, "2", "programma", "Lasten")[5] == (2028, -24_000_000)
    assert geld(concept, "2", "programma", "Baten")[5] == (2028, 10_000_000)
    assert geld(concept, "2", "doelstelling", "Langer zelfstandig wonen")[0] == (2024, -10_000_000)
    conventies = {(b.programma, b.tabel): b.tekenconventie for b in concept.bedragen}
    assert conventies["2", "doelstelling"] == "positief is netto kosten"
    assert conventies["1", "doelstelling"] == "negatief is netto kosten"
    speerpunten = [tekst for tekst in concept.teksten if "gaat door" in tekst.tekst]
    assert len(speerpunten) == 2


def test_alleen_programma_3() -> None:
    drie = replace(TWEE, code="3", doelen=[replace(TWEE.doelen[0], code="3.1")])
    concept = lees(schrijf(2025, drie))
    assert not concept.fouten
    assert [p.code for p in concept.programmas] == ["3"]
    assert {(c.doelstelling, c.editie) for c in concept.cijfers} == {("3.1", "PB 2025")}
    assert {b.programma for b in concept.bedragen} == {"3"}


def test_prestatie_indicatoren_zonder_geld() -> None:
    """Another title, another heading above each doelstelling, and no table of money is missed."""
    doel = replace(EEN.doelen[0], bedragen=())
    een = replace(EEN, doelen=[doel], rijen=(), titel="Prestatie-indicatoren Programma {}", kop="Prestatie-indicatoren")
    concept = lees(schrijf(2025, een))
    assert not concept.fouten
    assert waarden(concept, "begroting")[4] == (2028, "1188")
    assert [d.naam for d in concept.doelstellingen] == ["Stimuleren duurzame arbeidsparticipatie"]
    assert not van_soort(concept, "einde")


def test_hoofdstuk_met_een_titel_die_niemand_kent() -> None:
    concept = lees(schrijf(2025, replace(EEN, titel="Wat bereiken wij en wat kost het")))
    assert not concept.fouten
    assert len(concept.cijfers) == 10


@pytest.mark.parametrize("teken", [" 14", "\t14", " .......... 14", ""])
def test_inhoudsopgave_is_geen_hoofdstuk(teken: str) -> None:
    titels = ["Programma {}", "Doelstelling {}.1 Iets anders", "Indicatoren, trendgrafieken en financiën Programma {}"]
    inhoud = "\n".join(["Inhoud", *(titel.format(nummer) + teken for nummer in (1, 2, 3) for titel in titels)])
    met, zonder = lees(schrijf(2025, EEN, TWEE, voor=inhoud + "\n")), lees(schrijf(2025, EEN, TWEE))
    verplaatst = len(inhoud.split("\n")) + 1
    assert [(f.soort, f.onderwerp) for f in met.fouten] == [
        ("ontbrekende tabel", "1.1"),
        ("ontbrekende tabel", "1.1"),
    ]
    assert [replace(c, regel=c.regel - verplaatst) for c in met.cijfers] == list(zonder.cijfers)
    assert [replace(b, regel=b.regel - verplaatst) for b in met.bedragen] == list(zonder.bedragen)


def test_programma_zonder_tabellen_wordt_gemist() -> None:
    """The file stops in the texts of programma 2."""
    tekst = schrijf(2025, EEN, TWEE)
    concept = lees(tekst[: tekst.index("Indicatoren, trendgrafieken en financiën Programma 2")])
    assert [(f.soort, f.onderwerp) for f in concept.fouten] == [("ontbrekende tabel", "2.1")] * 2


# Small differences: money


KOPPEN = [
    ["Jaarrekening 2023", "Begroting 2024", "Begroting 2025", "Begroting 2026", "Begroting 2027", "Begroting 2028"],
    ["Realisatie 2023", "Begroting 2024", "Begroting 2025", "Raming 2026", "Raming 2027", "Raming 2028"],
    [
        "Rekening 2023",
        "Begroting 2024 na wijziging",
        "Begroting 2025",
        "Begroting 2026",
        "Begroting 2027",
        "Begroting 2028",
    ],
    [
        "Rekening 2023",
        "Begroting na wijziging 2024",
        "Begroting 2025",
        "Begroting 2026",
        "Begroting 2027",
        "Begroting 2028",
    ],
]


@pytest.mark.parametrize("scheiding", [" ", "\t"], ids=["spaties", "tabs"])
@pytest.mark.parametrize("koppen", KOPPEN, ids=lambda koppen: koppen[1] + koppen[3])
def test_andere_namen_van_kolommen(koppen: list[str], scheiding: str) -> None:
    een = replace(EEN, kolommen=koppen[1:], kolommen_programma=koppen)
    concept = lees(schrijf(2025, een, scheiding=scheiding))
    assert not concept.fouten
    lopend = "na wijziging" if "wijziging" in koppen[1] else "lopend jaar"
    assert [(b.jaar, b.stand) for b in concept.bedragen if b.post == "Saldo"] == [
        (2023, "rekening"),
        (2024, lopend),
        (2025, "primitieve begroting"),
        (2026, "meerjarenraming"),
        (2027, "meerjarenraming"),
        (2028, "meerjarenraming"),
    ]


@pytest.mark.parametrize("kolom", ["Raming 2024", "Begroting 2025 na wijziging"])
def test_kolom_die_in_deze_editie_niet_kan(kolom: str) -> None:
    koppen = [kolom if deze.startswith(f"Begroting {kolom.split()[1]}") else deze for deze in kolommen(2025)]
    concept = lees(schrijf(2025, replace(EEN, kolommen=koppen)))
    assert any("horen niet in PB 2025" in fout.tekst for fout in concept.fouten)
    assert not [b for b in concept.bedragen if b.tabel == "doelstelling"]


@pytest.mark.parametrize(
    "eenheid", ["Bedragen in euro's", "Bedragen in hele euro’s", "Bedragen x € 1", "(bedragen in €)"]
)
def test_hele_euros(eenheid: str) -> None:
    een = replace(EEN, eenheid=eenheid)
    concept = lees(schrijf(2025, een))
    assert not concept.fouten
    assert geld(concept, "1", "programma", "Lasten")[0] == (2023, -100_000)
    assert {b.schaal for b in concept.bedragen} == {1}


@pytest.mark.parametrize("eenheid", ["Bedragen x 1.000 euro", "(bedragen x € 1.000)", "Bedragen × € 1.000"])
def test_andere_schrijfwijze_van_duizend_euro(eenheid: str) -> None:
    concept = lees(schrijf(2025, replace(EEN, eenheid=eenheid)))
    assert not concept.fouten
    assert geld(concept, "1", "programma", "Lasten")[0] == (2023, -100_000_000)


@pytest.mark.parametrize("eenheid", ["Bedragen x € 100", "(in miljoenen euro's)", "Bedragen × € 1 mln", "x € 1 mln"])
def test_onbekende_eenheid_is_niet_die_van_erboven(eenheid: str) -> None:
    """The unit of a table that nobody knows stands above it, and that table has not used it up."""
    tekst = schrijf(2025, replace(EEN, eenheid=eenheid))
    tekst = tekst.replace("Financiën\n", "Bedragen x € 1.000\n\nFietsen 12 34\n\nFinanciën\n", 1)
    concept = lees(tekst)
    assert not concept.bedragen
    assert len(van_soort(concept, "eenheid")) == 2


@pytest.mark.parametrize("eenheid", ["(in hele euro's)", "x € 1", "(bedragen in mln)"])
def test_eenheid_in_de_kop_van_een_tabel(eenheid: str) -> None:
    """It may be another one than the unit above the table: nobody knows which holds."""
    concept = lees(schrijf(2025, replace(EEN, naam=f"{EEN.naam} {eenheid}"), scheiding="\t"))
    assert "eenheid" in {soort for soort, _ in fouten(concept)}
    assert not [bedrag for bedrag in concept.bedragen if bedrag.tabel == "programma"]


def test_doelstelling_positief_zonder_tabel_van_het_programma() -> None:
    """Nobody can tell whether 10.000 is a cost; the amount stays out."""
    concept = lees(schrijf(2025, replace(TWEE, rijen=())))
    assert {soort for soort, _ in fouten(concept)} == {"tekens", "ontbrekende tabel"}
    assert not concept.bedragen


# Tables of an unknown kind

ONBEKEND = """
Subsidies aan scholen
Naam Aantal Bedrag 2025 2026
De Vlinder 3 120.000 130.000
Het Palet 4 90.000 95.000
Zonder subsidie
De Regenboog 2 0 0

Toelichting:"""


def test_onbekende_tabel_is_een_bevinding() -> None:
    """With its first and last line, and what stands above it; nothing of it is read."""
    tekst = schrijf(2025, EEN).replace("\nToelichting:", f"{ONBEKEND}", 1)
    concept = lees(tekst)
    eerste = tekst.split("\n").index("Naam Aantal Bedrag 2025 2026") + 1
    (fout,) = concept.fouten
    assert (fout.soort, fout.regel, fout.tot, fout.onderwerp) == (
        "onbekende tabel",
        eerste,
        eerste + 4,
        "Subsidies aan scholen",
    )
    assert len(concept.cijfers) == 10


def test_onbekende_tabel_noemt_haar_bladzijde() -> None:
    tekst = schrijf(2025, EEN).replace("\nToelichting:", f"{ONBEKEND}", 1)
    regels = [replace(regel, pagina=1 + regel.nummer // 20) for regel in lees_tekstregels(tekst.encode())]
    (fout,) = lees_concept(regels, None, "Zoetermeer").fouten
    assert f"op bladzijde {1 + (fout.regel or 0) // 20}, regel {fout.regel}" in fout.tekst


def test_losse_paginanummers_zijn_geen_fout() -> None:
    """They count on with the pages; the fourth lone number does not, and stays a fout."""
    bladzijden = schrijf(2025, EEN, TWEE).replace("\nToelichting:\n", "\nToelichting:\n@@\n").split("@@\n")
    assert len(bladzijden) == 3
    regels: list[Regel] = []
    for pagina, tekst in enumerate([*bladzijden, "Dit is het slot."], 1):
        for gedrukt in [*tekst.split("\n"), str(40 + pagina if pagina < 4 else 450)]:
            regels.append(maak_regel(len(regels) + 1, gedrukt, pagina=pagina))
    concept = lees_concept(regels, None, "Zoetermeer")
    assert fouten(concept) == [("niet gelezen", len(regels))]
    assert len(van_soort(concept, "paginanummer")) == 3


# Which publicatie it is


@pytest.mark.parametrize("titel", ["Programmabegroting 2025-2028", "Begroting 2025", "Programmabegroting 2025"])
def test_editie_volgens_de_titel(titel: str) -> None:
    """Nothing else tells it: no speerpunten, no label with its year, no table of money."""
    een = replace(met_rijen(EEN, WERK[0], ("Begroting", WERK[1][1])), rijen=())
    een = replace(een, doelen=[replace(een.doelen[0], bedragen=())])
    tekst = schrijf(2025, een).replace("Speerpunten in 2025", "Speerpunten")
    assert lees(f"{titel}\n\n{tekst}").publicatie == "PB 2025"
    assert lees(tekst).publicatie is None


def test_titel_en_tabellen_spreken_elkaar_tegen() -> None:
    concept = lees("Programmabegroting 2024-2027\n\n" + schrijf(2025, EEN))
    assert concept.jaar is None
    assert "noemt zichzelf PB 2024 (regel 1) en PB 2025" in concept.fouten[0].tekst
