"""Een cel als gegeven: wat de pagina toont, en wat CSV en XLSX daarvan maken."""

from decimal import Decimal

import pytest
from openpyxl import Workbook

from dashboard.bestanden.tabelbestand import csv_tekst, tabel_als_csv, vul_xlsx
from dashboard.weergave.cellen import (
    ONBEREKENBAAR,
    ONTBREEKT,
    ONVERGELIJKBAAR,
    Celinhoud,
    Cijferzin,
    Tabelcel,
    Vorm,
)
from dashboard.weergave.opmaak import toon_bedrag, toon_vermelding, toon_verschil, verwijzing
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.models import Bedrag, Bewoording, Passage, PostBenaming, Publicatie, Vermelding

PB_2023 = Publicatie(naam="PB 2023", slug="PB-2023")
OPGAVE = Publicatie(naam="Opgave 7", slug="Opgave-7")


def cijfer(
    regel: int, gedrukt: str, waarde: str | None = None, leeg: str = "", bron: Publicatie = PB_2023, **velden: bool
) -> Tabelcel:
    return toon_vermelding(
        Vermelding(
            bewoording=Bewoording(publicatie=bron),
            passage=Passage(regel=regel),
            gedrukt=gedrukt,
            waarde=None if waarde is None else Decimal(waarde),
            leeg=leeg,
            **velden,
        )
    )


def bedrag(regel: int, gedrukt: str, euro: str | None, leeg: str = "") -> Tabelcel:
    return toon_bedrag(
        Bedrag(
            benaming=PostBenaming(publicatie=PB_2023),
            passage=Passage(regel=regel),
            als_gedrukt=gedrukt,
            bedrag=None if euro is None else Decimal(euro),
            leeg=leeg,
        )
    )


def link(regel: int, tekst: str, erbij: str = "", bron: str = "PB 2023") -> str:
    adres = f"/bronnen/{bron.replace(' ', '-')}/regels/{regel}/"
    label = f"{tekst}{erbij}, bron: {bron}, regel {regel}"
    return f'<a class="cijfer" href="{adres}" aria-label="{label}">{tekst}</a>'


def streepje(regel: int) -> str:
    return f'<span class="leeg" role="img" aria-label="- (geen waarde), bron: PB 2023, regel {regel}">-</span>'


# Each kind of emptiness (domein.md, rule 3), and figures as they are printed: what, the cell, HTML, CSV, XLSX.
GEVALLEN: list[tuple[str, Celinhoud, str, str, object, str]] = [
    # how it is empty
    (
        "streepje: geen waarde (PB 2023, regel 303)",
        cijfer(303, "-", leeg="streepje"),
        streepje(303),
        "-",
        "-",
        "General",
    ),
    (
        "nul is een waarde (PB 2023, regel 380)",
        cijfer(380, "0", "0.000000"),
        link(380, "0"),
        "0",
        Decimal(0),
        "0",
    ),
    (
        "leeg vak: niets gedrukt (PB 2023, regel 512, baten van SHV)",
        bedrag(512, "", None, "leeg"),
        '<span class="leeg">niet ingevuld</span>',
        "niet ingevuld",
        "niet ingevuld",
        "General",
    ),
    (
        "de rij of kolom ontbreekt in het document",
        ONTBREEKT,
        '<span class="verborgen">staat niet in dit document</span>',
        "",
        None,
        "General",
    ),
    (
        "onderzoek dat elke twee jaar is",
        cijfer(1, "", leeg="ongemeten", bron=OPGAVE),
        link(1, "niet gemeten", " (geen waarde)", "Opgave 7"),
        "niet gemeten",
        "niet gemeten",
        "General",
    ),
    (
        "p.m. zoals gedrukt",
        cijfer(2, "p.m.", leeg="pm"),
        link(2, "p.m.", " (geen waarde)"),
        "p.m.",
        "p.m.",
        "General",
    ),
    (
        "verschil dat er niet is",
        ONBEREKENBAAR,
        '<span class="verborgen">niet uit te rekenen</span>',
        "",
        None,
        "General",
    ),
    (
        "verschil dat er niet mag zijn",
        ONVERGELIJKBAAR,
        '<span class="leeg">niet te vergelijken</span>',
        "niet te vergelijken",
        "niet te vergelijken",
        "General",
    ),
    # figures
    (
        "decimalen zoals gedrukt (PB 2026, regel 545)",
        cijfer(545, "6,80", "6.800000"),
        link(545, "6,80"),
        "6.80",
        Decimal("6.80"),
        "0.00",
    ),
    (
        "percentage (PB 2023, regel 330)",
        cijfer(330, "2,27 %", "2.270000"),
        # a page writes every percent in one way
        link(330, "2,27%"),
        "2.27",
        Decimal("2.27"),
        '0.00"%"',
    ),
    (
        "voorlopig",
        cijfer(1, "2.594", "2594.000000", voorlopig=True),
        f'{link(1, "2.594")} <span class="stand">voorlopig</span>',
        "2594",
        Decimal(2594),
        "#,##0",
    ),
    (
        "streepje dat voorlopig is: het teken hoort bij de tekst",
        cijfer(1, "-", leeg="streepje", voorlopig=True),
        f'{streepje(1)} <span class="stand">voorlopig</span>',
        "'- voorlopig",
        "- voorlopig",
        "General",
    ),
    (
        "teken van een voetnoot: meer dan het getal alleen",
        cijfer(1, "12,5¹", "12.500000"),
        link(1, "12,5¹"),
        "12,5¹",
        "12,5¹",
        "General",
    ),
    (
        "kosten in de tabel van het document (PB 2023, regel 318)",
        bedrag(318, "-12.945", "-12945000.00"),
        link(318, "12.945", " (gedrukt als -12.945)"),
        "12945",
        Decimal(12945),
        "#,##0",
    ),
    (
        "kosten die zonder min zijn gedrukt",
        bedrag(1, "362", "-362000.00"),
        link(1, "362"),
        "362",
        Decimal(362),
        "0",
    ),
    ("meer", toon_verschil(Decimal("2521.00")), "+2.521", "2521", Decimal(2521), "+#,##0;-#,##0;#,##0"),
    ("minder", toon_verschil(Decimal("-0.300000")), "-0,3", "-0.3", Decimal("-0.3"), "0.0"),
    ("evenveel", toon_verschil(Decimal("-0.000000")), "0", "0", Decimal(0), "0"),
    (
        "som van ons",
        Tabelcel("50.068", Decimal(50068), vorm=Vorm.BEREKEND),
        '<span class="berekend">50.068</span>',
        "50068",
        Decimal(50068),
        "#,##0",
    ),
    ("jaar", Tabelcel("2026", 2026), "2026", "2026", 2026, "0"),
    # words
    ("tekst als een formule", Tabelcel("=1+1"), "=1+1", "'=1+1", "=1+1", "General"),
    ("tekst als HTML", Tabelcel("<b> & co"), "&lt;b&gt; &amp; co", "<b> & co", "<b> & co", "General"),
    (
        "woorden met hun regel",
        verwijzing("dekking via OAD", PB_2023, 775),
        '<a class="nl-link" href="/bronnen/PB-2023/regels/775/">dekking via OAD</a>',
        "dekking via OAD",
        "dekking via OAD",
        "General",
    ),
    (
        "cijfers tussen woorden, elk met zijn eigen noot",
        Cijferzin(
            ("PB 2023: ", cijfer(1, "181", "181", voorlopig=True), " (raming)\n", cijfer(2, "209", "209"), " & meer")
        ),
        f'PB 2023: {link(1, "181")} <span class="stand">voorlopig</span> (raming)<br>{link(2, "209")} &amp; meer',
        "PB 2023: 181 voorlopig (raming) 209 & meer",
        "PB 2023: 181 voorlopig (raming) 209 & meer",
        "General",
    ),
]


@pytest.mark.parametrize(("wat", "cel", "html", "csv", "xlsx", "opmaak"), GEVALLEN, ids=[wat for wat, *_ in GEVALLEN])
def test_cel_op_de_pagina_en_in_een_bestand(
    wat: str, cel: Celinhoud, html: str, csv: str, xlsx: object, opmaak: str
) -> None:
    vak = Workbook().worksheets[0].cell(1, 1)
    vul_xlsx(vak, cel, "https://voorbeeld.nl/geld/")

    assert str(cel) == html
    assert csv_tekst(cel) == csv
    assert (vak.value, vak.number_format) == (xlsx, opmaak)
    assert vak.data_type == ("s" if isinstance(xlsx, str | None) else "n")  # never a formula


def test_in_xlsx_is_een_cijfer_gelinkt_aan_zijn_regel() -> None:
    vak = Workbook().worksheets[0].cell(1, 1)
    vul_xlsx(vak, cijfer(330, "2,27 %", "2.27"), "https://voorbeeld.nl/doelen/?jaar=2026")

    assert vak.hyperlink is not None
    assert vak.hyperlink.target == "https://voorbeeld.nl/bronnen/PB-2023/regels/330/"


def test_noot_naast_een_getal_krijgt_een_eigen_kolom() -> None:
    tabel = Paginatabel(
        "geld",
        "Netto kosten, x € 1.000",
        "Jaar",
        [Tabelkolom("PB-2023", "PB 2023"), Tabelkolom("verschil", "Verschil"), Tabelkolom("woord", "Betekenis")],
        [
            Tabelrij(2023, {"PB-2023": bedrag(318, "-11.257", "-11257000").met_noot("primitieve begroting")}),
            Tabelrij(2024, {"PB-2023": bedrag(318, "", None, "leeg").met_noot("meerjarenraming"), "woord": ""}),
            Tabelrij("2025, H1", {"verschil": toon_verschil(Decimal(7)), "woord": "soepeler"}),
        ],
    )

    assert tabel_als_csv(tabel, "").decode().split("\r\n") == [
        'Jaar,PB 2023,"PB 2023, toelichting",Verschil,Betekenis,Tabel',
        '2023,11257,primitieve begroting,,,"Netto kosten, x € 1.000"',
        '2024,niet ingevuld meerjarenraming,,,,"Netto kosten, x € 1.000"',
        '"2025, H1",,,7,soepeler,"Netto kosten, x € 1.000"',
        "",
    ]


def test_bestand_met_percentages_zegt_dat() -> None:
    rij = Tabelrij(2021, {"r": cijfer(302, "31 %", "31")})

    assert tabel_als_csv(Paginatabel("t", "Leerwinst", "Jaar", [Tabelkolom("r", "Realisatie")], [rij]), "") == (
        b'Jaar,Realisatie,Tabel\r\n2021,31,"Leerwinst, in procenten"\r\n'
    )


def test_alleen_wat_een_percentage_is_heet_zo_in_het_bestand() -> None:
    """A row of numbers beside one of percentages, and amounts beside a percentage."""
    doelen = [
        Tabelrij("vsv", {"a": cijfer(330, "2,30%", "2.30")}),
        Tabelrij("uitkeringen", {"a": cijfer(477, "2.250", "2250")}),
    ]
    geld = [Tabelrij("BUIG", {"a": cijfer(726, "63.182", "63182"), "b": cijfer(727, "90 %", "90")})]
    gedekt = [Tabelkolom("a", "Lasten"), Tabelkolom("b", "Gedekt")]

    def regels(tabel: Paginatabel) -> list[str]:
        return tabel_als_csv(tabel, "").decode().splitlines()[1:]

    assert regels(Paginatabel("t", "Doelen", "Indicator", [Tabelkolom("a", "PB 2023")], doelen)) == [
        'vsv,2.30,"Doelen, in procenten"',
        "uitkeringen,2250,Doelen",
    ]
    assert regels(Paginatabel("t", "Aan 1.6, x € 1.000", "Post", gedekt, geld)) == [
        'BUIG,63182,90,"Aan 1.6, x € 1.000, Gedekt in procenten"'
    ]
