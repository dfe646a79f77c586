"""A kadernota, rapportages and jaarstukken beside the editions: where the public sees them, and where never.

PB 2026 sets 180 as the goal for uitstroom in 2026, and PB 2023 200 for 2023; in PB 2026 deeltijd is a kengetal. The
documents loaded here are made up: they print easier goals of their own, and savings. A rapportage over 2024 is bundled.
"""

from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from pytest_django import DjangoDbBlocker

from indicators.models import Post
from ingest.structuur.bestand import schrijf_structuur
from tests.gereedschap.documenten.stukken import JAARSTUKKEN, KADERNOTA
from tests.gereedschap.paginas import DOELSTELLINGEN, haal, met_id, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

# The years and the doelstelling are those that the pages add and compare.
NOTA = KADERNOTA.replace("2020\t2021", "2026\t2027").replace("2020 - 2024", "2026 - 2030")
OVER_2026 = """\
Rapportage Sociaal Domein
2e helft 2026

Bestaanszekerheid

Wat Zoetermeer bereikte
\tDoel\tRealisatie
Uitstroom naar werk\t100\t150
Deeltijd werkenden met uitkering\t400\t500
% VVE-kinderen dat een meer dan gemiddelde leerwinst boekt\t30 %\t40 %

In 2026 vonden 150 mensen werk.
"""
BUITEN_SCHOT = ["/", "/doelen/", "/geld/", "/geld/?jaar=2026", "/vergelijken/", "/klopt-het/", "/doelstellingen/1.5/"]
GELD = ["/geld/", "/geld/?jaar=2026", "/vergelijken/", "/klopt-het/"]

NIET = "staat niet in dit document"
GEEN_DOEL = "Geen oordeel. De begroting van 2026 noemt geen doel voor dat jaar."
Beeld = dict[str, str]


@pytest.fixture(scope="module")
def beelden(edities: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> list[Beeld]:
    """What the pages say: before, and after each of kadernota, rapportage and jaarstukken."""
    map_ = tmp_path_factory.mktemp("stukken")
    jaarstukken = JAARSTUKKEN.replace("\t200\n", "\t180\n")

    def laad(**documenten: str) -> None:
        for naam, inhoud in documenten.items():
            (map_ / f"{naam}.txt").write_text(inhoud, encoding="utf-8")
            call_command("load_document", str(map_ / f"{naam}.txt"), "--accepteer-fouten", verbosity=0)

    with django_db_blocker.unblock():
        gevonden = [_beeld()]
        laad(nota=NOTA)
        gevonden.append(_beeld())
        laad(rapportage=OVER_2026)
        gevonden.append(_beeld())
        laad(jaarstukken=jaarstukken)
        gevonden.append(_beeld())
    return gevonden


def _beeld() -> Beeld:
    return {adres: tekst(met_id(haal(Client(), adres), "inhoud")) for adres in BUITEN_SCHOT}


def csv(client: Client, naam: str) -> list[str]:
    return client.get(f"/data/{naam}.csv").getvalue().decode().splitlines()


def test_kadernota_verandert_geen_som_vergelijking_of_doel(beelden: list[Beeld]) -> None:
    """Not a letter on the pages that add, compare and judge; no page of a doelstelling has a maatregel."""
    assert beelden[1] == beelden[0]
    for code in DOELSTELLINGEN:
        assert "Minder papier" not in tekst(haal(Client(), f"/doelstellingen/{code}/"))
    assert set(Post.objects.filter(tabel="maatregelen").values_list("programma", "doelstelling")) == {(None, None)}


def test_rapportage_verandert_geen_geld_en_geen_vergelijking(beelden: list[Beeld]) -> None:
    assert {adres: beelden[2][adres] for adres in GELD} == {adres: beelden[0][adres] for adres in GELD}


def test_taakstellingen_staan_op_de_bronpagina(beelden: list[Beeld], client: Client) -> None:
    bron = haal(client, "/bronnen/Kadernota-2026-2030/")
    koppen, rijen = tabel(bron, "taakstellingen")
    assert koppen == ["2026 (taakstelling)", "2027 (taakstelling)"]
    assert {naam: [tekst(cel) for cel in cellen] for naam, cellen in rijen.items()} == {
        "3. Minder papier": ["niet ingevuld", "-40"],
        "4. Slimmer tellen": ["10", "-25"],
    }
    assert "Taakstellingen: wat de gemeente wilde besparen, niet wat bespaard is" in tekst(bron)
    assert [tekst(ding) for ding in met_id(bron, "in-ontwikkeling").iter("li")] == [
        "% mensen dat fietst (Kadernota 2026-2030, regel 9)",
        "Aantal fietsen (Kadernota 2026-2030, regel 10)",
    ]
    assert "Taakstellingen" not in tekst(haal(client, "/bronnen/PB-2026/"))


def test_regel_van_een_maatregel_als_citaat(beelden: list[Beeld], client: Client) -> None:
    inhoud = tekst(haal(client, "/bronnen/Kadernota-2026-2030/regels/20/"))
    assert "Maatregel Slimmer tellen, te besparen 2027 (taakstelling): € 25.000 (gedrukt als 25, x € 1.000)." in inhoud
    assert "Maatregel Slimmer tellen, extra kosten 2026 (taakstelling): € 10.000 (gedrukt als -10" in inhoud


def test_taakstellingen_in_de_csv_van_bedragen(beelden: list[Beeld], client: Client) -> None:
    rijen = [rij for rij in csv(client, "bedragen") if ",maatregelen," in rij and "Kadernota 2026-2030" in rij]
    assert rijen == [
        ",,maatregelen,3,Minder papier,saldo,begroting,taakstelling,2027,40,40,Kadernota 2026-2030,19,",
        ",,maatregelen,4,Slimmer tellen,saldo,begroting,taakstelling,2026,-10,-10,Kadernota 2026-2030,20,",
        ",,maatregelen,4,Slimmer tellen,saldo,begroting,taakstelling,2027,25,25,Kadernota 2026-2030,20,",
    ]


def test_wat_van_een_meegeleverd_stuk_op_de_site_staat(beelden: list[Beeld], client: Client) -> None:
    """Lines 123 to 127 of the rapportage; line 130 is one that is not here."""
    deel = "Van dit document staan de tabellen met cijfers en de meeste koppen op deze site."
    for adres in ("/bronnen/", "/bronnen/Rapportage-SD-2024-H2/", "/bronnen/Rapportage-SD-2024-H2/regels/130/"):
        assert deel in tekst(haal(client, adres)), adres
    for adres in ("/bronnen/PB-2026/", "/bronnen/Rapportage-SD-2024-H2/regels/175/"):
        assert deel not in tekst(haal(client, adres)), adres
    _, maatregelen = tabel(haal(client, "/bronnen/Kadernota-2020-2024/"), "taakstellingen")
    wat = "31. Anders organiseren bewindvoering"
    assert [tekst(cel) for cel in maatregelen[wat]] == ["20", "-100", "-175", "-200", "-200", "-200"]
    vergelijken = met_id(haal(client, "/indicatoren/bijstandsuitkeringen/"), "vergelijken")
    assert "1,5% (2024), Nederland: Zo veel groeide het aantal uitkeringen landelijk." in tekst(vergelijken)
    assert "/bronnen/Rapportage-SD-2024-H2/regels/123/" in {a.get("href") for a in vergelijken.iter("a")}


def test_een_cijfer_dat_geen_begroting_noemt(beelden: list[Beeld], client: Client) -> None:
    """Lines 179 and 180 of the rapportage: with the indicator of the begroting, and nowhere a goal."""
    uitstroom = haal(client, "/indicatoren/uitstroom-naar-werk/")
    assert "Cijfers die hierbij horen: Parttime baan, Niet-uitkeringsgerechtigden (NUG) aan het werk" in tekst(
        uitstroom
    )
    pagina = haal(client, "/indicatoren/loonkostensubsidie/")
    koppen, rijen = tabel(pagina, "tabel-loonkostensubsidie")
    assert koppen == ["Realisatie", "Doel volgens Rapportage SD 2024-H2"]
    assert [tekst(cel) for cel in rijen["2024"]] == ["240", "229"]
    bron = "Dit cijfer staat in Rapportage SD 2024-H2. Geen begroting op deze site noemt het."
    assert bron in tekst(met_id(pagina, "gemeten"))
    for beeld in beelden[0].values():
        assert "Werk met loonkostensubsidie" not in beeld


def test_twee_bronnen_over_uitstroom(beelden: list[Beeld], client: Client) -> None:
    """181 in PB 2026 (line 626), 209 in the rapportage; its doel of 200 stands in a column of its own."""
    pagina = haal(client, "/indicatoren/uitstroom-naar-werk/")
    verschil = tekst(met_id(pagina, "bronverschil"))
    assert "Twee bronnen, twee cijfers: 209 (Rapportage SD 2024-H2, regel 175) en 181 (PB 2026, regel 626)." in verschil
    assert "Of Rapportage SD 2024-H2 zegt waarom, is nog niet nagelezen." in verschil
    assert "De site gebruikt 181, want PB 2026 is de nieuwste bron." in verschil
    koppen, rijen = tabel(pagina, "tabel-uitstroom-naar-werk")
    assert koppen == [
        "Realisatie",
        "Begroting PB 2023 (streefwaarde)",
        "Doel volgens Jaarstukken 2023",
        "Doel volgens Rapportage SD 2024-H2",
        "Begroting PB 2026 (streefwaarde)",
        "Doel volgens Rapportage SD 2026-H2",
    ]
    assert [tekst(cel) for cel in rijen["2024"]] == ["181 Rapportage SD 2024-H2: 209", "180", NIET, "200", "-", NIET]
    matrix, _ = tabel(pagina, "matrix-uitstroom-naar-werk")
    assert matrix == ["PB 2023", "PB 2026"]
    # no dotted line for a doel that no edition set
    [grafiek] = met_klasse(pagina, "grafiek")
    assert "Doel volgens" not in tekst(grafiek)


@pytest.mark.parametrize(
    ("indicator", "jaar", "cellen"),
    [
        # more than the 100 of the rapportage, less than the 180 of PB 2026
        ("uitstroom-naar-werk", "2026", ["150", "PB 2023: 170, PB 2026: 180", "Doel 2026 niet gehaald."]),
        # more than the 180 of the jaarstukken, less than the 200 of PB 2023
        ("uitstroom-naar-werk", "2023", ["190", "PB 2023: 200", "Doel 2023 niet gehaald."]),
        # the rapportage has a doel of 200 for 2024, but PB 2024 is not on the site
        (
            "uitstroom-naar-werk",
            "2024",
            [
                "181",
                "PB 2023: 180",
                "Geen oordeel. De begroting van 2024 van dit programma staat nog niet op deze site.",
            ],
        ),
        # the rapportage has a doel of 400, but in PB 2026 this is a kengetal
        (
            "deeltijd-werkenden",
            "2026",
            [
                "500",
                "PB 2023: 400 (raming), PB 2026: 525 (kengetal)",
                "Geen oordeel. In PB 2026 heeft dit cijfer geen doel. Hoger is niet beter of slechter.",
            ],
        ),
        # PB 2026 has another indicator in its place
        ("vve-leerwinst", "2026", ["40%", "PB 2023: 46%", GEEN_DOEL]),
    ],
)
def test_alleen_de_begroting_van_dat_jaar_velt_een_oordeel(
    beelden: list[Beeld], client: Client, indicator: str, jaar: str, cellen: list[str]
) -> None:
    _, rijen = tabel(haal(client, "/doelen/"), f"doel-{indicator}")
    assert [tekst(cel) for cel in rijen[jaar]] == cellen


def test_nergens_een_doel_van_een_ander_stuk(beelden: list[Beeld], client: Client) -> None:
    """Home counts two goals that were missed, and none that was reached."""
    assert "Zijn de doelen gehaald? 0 gehaald, 2 niet gehaald" in beelden[3]["/"]
    for adres in ("/", "/doelen/", "/vergelijken/", "/geld/"):
        assert "Doel volgens" not in beelden[3][adres]
        assert "Rapportage SD" not in beelden[3][adres]
    # "goals without account": an indicator that has a doel in a rapportage alone is none of them
    assert "noemde 400" not in beelden[3]["/doelen/"]


def test_jaarstukken_zijn_geen_begroting(beelden: list[Beeld], client: Client) -> None:
    """Their rekening is shown; the begroting that they repeat is none of the editions."""
    assert beelden[3]["/vergelijken/"] == beelden[0]["/vergelijken/"]
    koppen, rijen = tabel(haal(client, "/geld/"), "programma-Jaarstukken-2023")
    assert koppen == ["2023 (rekening)"]
    assert [tekst(cel) for cel in rijen["Resultaat"]] == ["9.200"]
    koppen, rijen = tabel(haal(client, "/doelstellingen/1.5/"), "geld")
    assert koppen == ["PB 2023", "Jaarstukken 2023", "PB 2026", "Verschil"]
    # PB 2023, line 463; the difference is what the rekening was less
    assert [tekst(cel) for cel in rijen["2023"]] == [
        "19.189 primitieve begroting",
        "9.200 rekening",
        NIET,
        "-9.989 Jaarstukken 2023 min PB 2023",
    ]
    assert "2023: € 9.500.000; 2023: € 9.000.000; 2023: € 9.200.000" in beelden[3]["/klopt-het/"]


def test_structuur_is_weer_in_te_lezen(beelden: list[Beeld], tmp_path: Path) -> None:
    """A bewoording of a rapportage stands under no doelstelling; a maatregel is no structure."""
    bestand = tmp_path / "structuur.yaml"
    bestand.write_text(schrijf_structuur(), encoding="utf-8")
    inhoud = yaml.safe_load(bestand.read_text(encoding="utf-8"))
    [definitie] = [
        definitie
        for doelstelling in inhoud["programmas"][0]["doelstellingen"]
        for indicator in doelstelling["indicatoren"]
        for definitie in indicator["definities"]
        if definitie["slug"] == "uitstroom-naar-werk"
    ]
    assert "Rapportage SD 2024-H2" in definitie["bewoordingen"]
    assert "maatregelen" not in {post["tabel"] for post in inhoud["programmas"][0]["posten"]}
