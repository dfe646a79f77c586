"""The chapter for the jaarstukken: what is printed, what the pages say, and where each figure stands."""

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from docx import Document
from docx.document import Document as Worddocument
from docx.table import Table
from pytest_django import Settings

from dashboard.paginas.hoofdstuk import netto_in_woorden
from indicators.models import Definitie, Doelstelling, Programma
from tests.gereedschap.documenten.stukken import JAARSTUKKEN
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import WERK_2025, dien_in, keur_goed, maak_overname
from tests.gereedschap.paginas import Pagina, haal, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]
WERK = "Uitstroom uit de bijstand naar werk"
ARBEID = "Arbeidsparticipatie"
GEEN_BEGROTING = "Geen oordeel. De begroting van 2024 van dit programma staat nog niet op deze site."


@pytest.fixture
def gast(edities: None, client: Client) -> Client:
    """A visitor without an account."""
    return client


def lees(gast: Client, code: str, jaar: int | None = None) -> Worddocument:
    antwoord = gast.get(f"/data/doelstellingen/{code}.docx{f'?jaar={jaar}' if jaar else ''}")
    assert antwoord.status_code == 200
    return Document(BytesIO(antwoord.content))


def alineas(document: Worddocument) -> list[str]:
    return [" ".join(alinea.text.split()) for alinea in document.paragraphs if alinea.text.strip()]


def deel(document: Worddocument, kop: str) -> list[str]:
    """The alinea's below this heading, up to the next one that is as high."""
    gevonden: list[str] = []
    binnen = False
    for alinea in document.paragraphs:
        if alinea.style is not None and alinea.style.name in ("Heading 1", "Heading 2"):
            binnen = alinea.text == kop
        elif binnen and alinea.text.strip():
            gevonden.append(" ".join(alinea.text.split()))
    assert gevonden, kop
    return gevonden


def rijen(tabel: Table) -> list[list[str]]:
    return [[" ".join(cel.text.split()) for cel in rij.cells] for rij in tabel.rows]


def tabel_van(document: Worddocument, eerste_kop: str, kop: str) -> list[list[str]]:
    """The table right below the alinea that is its title."""
    volgorde = list(document.element.body)
    [titel] = [alinea for alinea in document.paragraphs if " ".join(alinea.text.split()) == kop]
    [gevonden] = [t for t in document.tables if volgorde.index(t._tbl) == volgorde.index(titel._p) + 1]
    assert gevonden.cell(0, 0).text == eerste_kop
    return rijen(gevonden)


def koppen(document: Worddocument) -> list[tuple[str, str]]:
    stijlen = ((alinea.style.name or "" if alinea.style else "", alinea.text) for alinea in document.paragraphs)
    return [(stijl, tekst) for stijl, tekst in stijlen if stijl in ("Heading 1", "Heading 2")]


def test_de_koppen_zijn_de_doelstelling_haar_indicatoren_en_het_geld(gast: Client) -> None:
    assert koppen(lees(gast, "1.5", 2024)) == [
        ("Heading 1", "1.5 Stimuleren duurzame arbeidsparticipatie"),
        ("Heading 2", ARBEID),
        ("Heading 2", WERK),
        ("Heading 2", "Mensen met een uitkering die in deeltijd werken"),
        ("Heading 2", "Jongeren die van de bijstand naar school gaan"),
        ("Heading 2", "Geld"),
        ("Heading 2", "Over dit hoofdstuk"),
    ]


def test_de_tabel_heeft_wat_gedrukt_is_en_een_streepje_is_geen_nul(gast: Client) -> None:
    # PB 2023, lines 421 and 422; PB 2026, lines 626 and 627; the rapportage, line 175.
    assert tabel_van(lees(gast, "1.5", 2024), "Jaar", f"{WERK} per jaar") == [
        [
            "Jaar",
            "Realisatie",
            "Begroting PB 2023 (streefwaarde)",
            "Doel volgens Rapportage SD 2024-H2",
            "Begroting PB 2026 (streefwaarde)",
        ],
        ["2021", "209", "-", "", ""],
        ["2023", "-", "200", "", ""],
        ["2024", "181 Rapportage SD 2024-H2: 209", "180", "200", "-"],
    ]


def test_twee_metingen_staan_in_twee_kolommen_met_de_waarschuwing_van_de_pagina(gast: Client) -> None:
    document = lees(gast, "1.5", 2024)

    kop, *jaren = tabel_van(document, "Jaar", f"{ARBEID} per jaar")
    assert kop[1:3] == ["Realisatie (meting PB 2023)", "Realisatie (meting PB 2026)"]
    assert [rij[1:3] for rij in jaren] == [["71,1%", ""], ["-", ""], ["-", "76,0%"]]
    assert "Anders gemeten. Vergelijk niet met eerdere jaren." in deel(document, ARBEID)


@pytest.mark.parametrize("code", ["1.2", "1.3", "1.4", "1.5", "1.6"])
def test_het_oordeel_is_woord_voor_woord_dat_van_de_pagina_met_doelen(gast: Client, pagina: Pagina, code: str) -> None:
    zinnen = {tekst(li) for li in pagina("/doelen/").iter("li")}
    document = lees(gast, code, 2024)

    oordelen = [zin for zin in alineas(document) if zin.startswith("2024: ")]

    assert len(oordelen) == {"1.5": 4, "1.6": 2}.get(code, 1)
    assert set(oordelen) <= zinnen


def test_een_verwachting_velt_geen_oordeel(gast: Client) -> None:
    assert f"2024: 181. De begroting van 2023 noemde voor 2024 als doel 180. {GEEN_BEGROTING}" in deel(
        lees(gast, "1.5", 2024), WERK
    )


def test_zonder_resultaat_staat_er_dat_het_er_niet_is(gast: Client) -> None:
    gelezen = deel(lees(gast, "1.5", 2025), WERK)

    assert "Op deze site staat geen resultaat van 2025." in gelezen
    assert "Toelichting" not in gelezen


def test_twee_bronnen_met_twee_cijfers_staan_er_allebei(gast: Client) -> None:
    gelezen = " ".join(deel(lees(gast, "1.5", 2024), WERK))

    assert "Twee bronnen, twee cijfers: 209 (Rapportage SD 2024-H2, regel 175) en 181 (PB 2026, regel 626)." in gelezen


def test_bij_elk_cijfer_staat_zijn_document_en_zijn_regel(gast: Client) -> None:
    gelezen = deel(lees(gast, "1.5", 2024), WERK)

    assert gelezen[gelezen.index("Bronnen") + 1 :] == [
        "Programmabegroting 2023-2026, regel 421: realisatie 2021 (209)",
        "Programmabegroting 2023-2026, regel 422: begroting voor 2023 (200) en 2024 (180)",
        "Rapportage Sociaal Domein, 2e helft 2024, regel 175: realisatie 2024 (209); doel voor 2024 (200)",
        "Programmabegroting 2026-2029, regel 626: realisatie 2024 (181)",
    ]


@pytest.mark.parametrize(
    ("adres", "links"),
    [
        ("http://127.0.0.1:8000", set()),  # the site does not know where it is to be found
        ("https://doelwijzer.example", {f"https://doelwijzer.example/bronnen/PB-2023/regels/{n}/" for n in (421, 422)}),
    ],
)
def test_een_bron_linkt_naar_haar_regel_als_de_site_haar_adres_kent(
    gast: Client, settings: Settings, adres: str, links: set[str]
) -> None:
    settings.ADRES = adres

    document = lees(gast, "1.5", 2024)

    alle = {str(link.target_ref) for link in document.part.rels.values() if "hyperlink" in link.reltype}
    assert links <= alle
    assert bool(alle) == bool(links)
    assert all(link.startswith("https://doelwijzer.example/") for link in alle)
    assert ("gegevens op https://doelwijzer.example." in alineas(document)[-1]) == bool(links)


def test_dat_een_document_zwijgt_staat_er_zoals_op_de_pagina(gast: Client, pagina: Pagina) -> None:
    gelezen = deel(lees(gast, "1.6", 2024), "Bereik van de minimaregelingen")

    op_de_pagina = {tekst(p) for p in met_klasse(pagina("/indicatoren/bereik-minimaregelingen/"), "leeg")}
    assert "Het document geeft hier geen uitleg." in op_de_pagina
    assert gelezen[gelezen.index("Toelichting") + 1] == "Het document geeft hier geen uitleg."


def test_de_grafiek_is_een_plaatje_met_dezelfde_woorden_als_op_de_pagina(gast: Client, pagina: Pagina) -> None:
    document = lees(gast, "1.5", 2024)

    teksten = [plaatje._inline.docPr.get("descr") for plaatje in document.inline_shapes]

    vlakken = met_klasse(pagina("/doelstellingen/1.5/"), "grafiek__vlak")
    *van_indicatoren, van_het_geld = [vlak.get("aria-label", "") for vlak in vlakken]
    assert teksten == van_indicatoren
    assert van_het_geld.startswith("Netto kosten van 1.5 per jaar")
    assert teksten[1].startswith(f"{WERK}: realisatie 209 in 2021 en 181 in 2024.")


@pytest.mark.parametrize(
    ("code", "jaar", "kop", "meet"),
    [
        ("1.4", 2022, "Toename aantal arbeidsplaatsen", "Bron: Gemeentelijke database"),  # PB 2023, 376
        ("1.5", 2023, ARBEID, "van 15 tot 67 jaar"),  # PB 2023, 403
        ("1.5", 2024, ARBEID, "van 15 tot 75 jaar"),
        ("1.2", 2023, "Voortijdige schoolverlaters zonder startkwalificatie", "leerplicht/RMC"),  # PB 2023, 327
    ],
)
def test_zonder_resultaat_is_het_gemeten_zoals_het_document_in_de_tabel_zegt(
    gast: Client, code: str, jaar: int, kop: str, meet: str
) -> None:
    assert meet in deel(lees(gast, code, jaar), kop)[0]


def test_een_hoofdstuk_over_een_vroeger_jaar_tekent_geen_later_resultaat(gast: Client) -> None:
    """PB 2023, 476: 2.594 in 2021; PB 2026, 685: 2.568 in 2024."""
    onder = " ".join(deel(lees(gast, "1.6", 2021), "Aantal bijstandsuitkeringen"))

    assert "2.594 in 2021" in onder
    assert "2.568" not in onder


def test_het_geld_is_dat_van_de_pagina_in_deze_jaren(gast: Client) -> None:
    document = lees(gast, "1.5", 2025)

    # PB 2023, line 463; PB 2026, line 672.
    tabel = tabel_van(document, "Jaar", "Netto kosten van 1.5 per jaar, x € 1.000")
    assert [rij[:2] for rij in tabel[1:]] == [
        ["2022", "20.313 lopend jaar"],
        ["2023", "19.189 primitieve begroting"],
        ["2024", "18.885 meerjarenraming"],
        ["2025", "18.529 meerjarenraming"],
    ]
    zin, uitleg, *_ = deel(document, "Geld")
    assert re.match(r"€ \d+,\d miljoen netto kosten in 2025\. ", zin)
    assert zin.endswith("Dat staat in PB 2026 (lopend jaar). Wat het echt kostte, staat nog niet op deze site.")
    assert uitleg.startswith("Dit zijn netto kosten: de uitgaven min de inkomsten.")


def test_zonder_jaar_is_het_het_laatste_jaar_met_een_cijfer(gast: Client) -> None:
    antwoord = gast.get("/data/doelstellingen/1.5.docx")

    assert antwoord["Content-Disposition"] == 'attachment; filename="doelwijzer-doelstelling-1.5-2025.docx"'
    assert antwoord["Content-Type"].endswith("wordprocessingml.document")


@pytest.mark.parametrize("jaar", ["1999", "2022", "2026", "2029", "", "x", "%00", "²"])
def test_een_jaar_dat_er_niet_is_wordt_gezegd(gast: Client, jaar: str) -> None:
    """Of 2022 nothing is printed; 2026 is not over."""
    antwoord = gast.get(f"/data/doelstellingen/1.5.docx?jaar={jaar}")

    assert antwoord.status_code == 404
    assert antwoord.content.decode() == (
        "Over dat jaar is er van doelstelling 1.5 geen hoofdstuk. Wel over: 2021, 2023, 2024 en 2025.\n"
    )


@pytest.mark.parametrize("jaar", [2021, 2023, 2024, 2025])
def test_de_pagina_linkt_naar_elk_jaar(pagina: Pagina, jaar: int) -> None:
    links = {a.get("href"): tekst(a) for a in pagina("/doelstellingen/1.5/").iter("a")}

    adres = f"/data/doelstellingen/1.5.docx?jaar={jaar}"
    assert links[adres] == f"Hoofdstuk voor de jaarstukken van {jaar} (Word)"


def test_achteraan_staat_wie_het_maakte_en_wanneer(gast: Client) -> None:
    laatste = alineas(lees(gast, "1.5", 2024))[-1]

    assert re.match(
        r"Dit hoofdstuk gaat over 2024\. Doelwijzer maakte het op \d+ \w+ 20\d\d, uit versie \d+ van ", laatste
    )


def test_een_opgave_staat_er_met_haar_toelichting_en_haar_bron(gast: Client) -> None:
    inge, carla = ingelogd(maak_account("inge", "invoerder")), ingelogd(maak_account("carla", "controleur"))
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190", toelichting="Meer banen in de zorg."))

    document = lees(gast, "1.5", 2025)

    gelezen = deel(document, WERK)
    assert tabel_van(document, "Jaar", f"{WERK} per jaar")[-1][:3] == ["2025", "190", "170"]
    assert gelezen[gelezen.index("Toelichting") + 2] == "Meer banen in de zorg."
    bron = re.compile(rf"Opgave \d+ van de gemeente: {WERK}, 2025, regel 1: realisatie 2025 \(190\)")
    assert [zin for zin in gelezen if bron.fullmatch(zin)]
    assert "2025: 190. De begroting van 2023 noemde voor 2025 als doel 170." in " ".join(gelezen)


def test_een_doel_dat_gehaald_is_staat_er_in_de_woorden_van_de_pagina(gast: Client) -> None:
    """By a goal of PB 2024, which is invented: 180, and 181 came of it."""
    wie = maak_account("inge", "invoerder")
    overname = maak_overname(Definitie.objects.get(indicator__slug="uitstroom-naar-werk"), wie.actor)
    carlo = ingelogd(maak_account("carlo", "controleur"))
    carlo.post(f"/werk/doelen/{overname.pk}/besluit/", {"actie": "goed", "gezien": str(overname.versie)})

    gelezen = deel(lees(gast, "1.5", 2024), WERK)

    [zin] = [zin for zin in gelezen if zin.startswith("2024: ")]
    assert zin in {tekst(li) for li in haal(gast, "/doelen/").iter("li")}
    assert zin.endswith("had als doel 180 (overgenomen uit PB 2024, blz. 41). Doel 2024 gehaald.")
    assert "Overgenomen uit PB 2024, blz. 41, regel 1: begroting PB 2024 voor 2024 (180)" in gelezen


def test_de_jaarstukken_zelf_geven_het_oordeel_en_de_rekening(gast: Client, tmp_path: Path) -> None:
    """They are invented: 190 came of the 200 of PB 2023, line 422. Nobody read them for what they do not explain."""
    stuk = tmp_path / "jaarstukken.txt"
    stuk.write_text(JAARSTUKKEN)
    call_command("load_document", str(stuk), "--accepteer-fouten", verbosity=0)

    document = lees(gast, "1.5", 2023)

    gelezen = deel(document, WERK)
    assert "2023: 190. De begroting van 2023 had als doel 200. Doel 2023 niet gehaald." in gelezen
    assert gelezen[gelezen.index("Toelichting") + 1].startswith("Wij vonden hier geen toelichting. Of het document ")
    geld = deel(document, "Geld")
    assert geld[0] == "€ 9,2 miljoen netto kosten in 2023, volgens de rekening in Jaarstukken 2023."
    assert "Wat het echt kostte, staat nog niet op deze site." not in " ".join(geld)
    assert gast.get("/data/doelstellingen/1.5.docx?jaar=2022").status_code == 404  # they have a dash there


@pytest.mark.parametrize(
    ("saldo", "woorden"),
    [
        (-9_200_000, "€ 9,2 miljoen netto kosten"),
        (300_000, "€ 300.000 netto opbrengst"),
        (0, "€ 0 netto kosten"),
    ],
)
def test_zonder_min_zegt_het_woord_of_het_geld_kost(saldo: int, woorden: str) -> None:
    assert " ".join(netto_in_woorden(Decimal(saldo)).split()) == woorden


def test_een_doelstelling_zonder_cijfers_heeft_geen_hoofdstuk(gast: Client) -> None:
    Doelstelling.objects.create(programma=Programma.objects.get(), code="1.7", naam="Nieuw", volgorde=7)

    antwoord = gast.get("/data/doelstellingen/1.7.docx")

    assert antwoord.status_code == 404
    assert antwoord.content.decode().endswith("Van een jaar dat voorbij is, zijn er nog geen cijfers.\n")
