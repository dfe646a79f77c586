"""/geld/: what a year costs and where it differs; against values typed from the documents."""

import re

import pytest
from django.test import Client

from dashboard.grafieken.waterval import Stap, Waterval
from indicators.models import Doelstelling, Programma
from indicators.models.bronnen import verhoog_versie
from tests.gereedschap.paginas import Pagina, cellen, cijferlink, haal, met_id, met_klasse, tabel, tekst

pytestmark = pytest.mark.django_db

PRIJZEN = "De bedragen zijn niet gecorrigeerd voor prijsstijging, en een deel betaalt het Rijk."
# Lines 318-496 and 571 of PB 2023, lines 501-710, 913 and 917 of PB 2026.
NAAST_ELKAAR = {
    2026: {
        "1.1 Bijdragen aan maatwerk in spelen en leren": ["12.193", "14.714", "+2.521"],
        "1.2 Beperken uitval in het onderwijs": ["1.871", "2.616", "+745"],
        "1.3 Bevorderen van een beter vestigings- en ondernemersklimaat": ["603", "1.783", "+1.180"],
        "1.4 Bevorderen groei werkgelegenheid": ["347", "362", "+15"],
        "1.5 Stimuleren duurzame arbeidsparticipatie": ["18.649", "23.859", "+5.210"],
        "1.6 Voorzien in noodzakelijke middelen van bestaan": ["16.405", "20.221", "+3.816"],
        "6 doelstellingen samen": ["50.068", "63.555", "+13.487"],
        # PB 2023 does not say whether its Resultaat is before or after reserves.
        "Programma, voor reserves": ["50.068", "63.400", "+13.332"],
        "Programma, na reserves": ["50.068", "63.257", "+13.189"],
    },
    2025: {
        "1.1 Bijdragen aan maatwerk in spelen en leren": ["11.760", "14.038", "+2.278"],
        "1.2 Beperken uitval in het onderwijs": ["1.871", "2.068", "+197"],
        "1.3 Bevorderen van een beter vestigings- en ondernemersklimaat": ["633", "1.782", "+1.149"],
        "1.4 Bevorderen groei werkgelegenheid": ["347", "391", "+44"],
        "1.5 Stimuleren duurzame arbeidsparticipatie": ["18.529", "24.692", "+6.163"],
        "1.6 Voorzien in noodzakelijke middelen van bestaan": ["16.528", "22.386", "+5.858"],
        "6 doelstellingen samen": ["49.668", "65.357", "+15.689"],
        "Programma, voor reserves": ["49.668", "65.305", "+15.637"],
        "Programma, na reserves": ["49.668", "66.097", "+16.429"],
    },
}
# Lines 508-519 of PB 2023 and 720-756 of PB 2026, 2026: zelf, zelf, verschil, lasten, lasten, baten, baten, and which
# part of the lasten the baten are: of BUIG 48.948 of 53.159 is 92,08 %, 56.648 of 63.182 is 89,66 %.
GEEN, LEEG = "staat niet in dit document", "niet ingevuld"
EIGEN_KOSTEN = {
    "Bijzondere Bijstand Sociale Zaken": ["718", "623", "-95", "1.911", "1.996", "-1.193", "-1.373", "62%", "69%"],
    "BUIG": ["4.211", "6.534", "+2.323", "53.159", "63.182", "-48.948", "-56.648", "92%", "90%"],
    "BBZ": ["95", "110", "+15", "231", "239", "-136", "-130", "59%", "54%"],
    "Bijzondere Bijstand": ["7.982", "8.637", "+655", "8.700", "9.463", "-718", "-826", "8%", "9%"],
    "SHV": ["1.744", "2.424", "+680", "1.744", "2.647", LEEG, "-223", GEEN, "8%"],
    "Kwijtschelding van OZB": ["10", "3", "-7", "10", "3", LEEG, GEEN, GEEN, GEEN],
    "Kwijtschelding van hondenbelasting": ["35", "0", "-35", "35", "0", LEEG, GEEN, GEEN, GEEN],
    "Kwijtschelding afvalstoffenheffing": ["989", "1.137", "+148", "989", "1.137", LEEG, GEEN, GEEN, GEEN],
    "Beheer kwijtschelding": ["95", "147", "+52", "95", "147", LEEG, GEEN, GEEN, GEEN],
    "Kwijtschelding rioolrecht": ["528", "607", "+79", "528", "607", LEEG, GEEN, GEEN, GEEN],
    "Totaal": ["16.411", "20.221", "+3.810", "67.404", GEEN, "-50.994", GEEN, "76%", GEEN],
}


def test_op_het_eerste_gezicht_zijn_het_gewone_euros(pagina: Pagina) -> None:
    inhoud = tekst(met_id(pagina("/geld/"), "inhoud")).partition("Waar zit het verschil?")[0]

    assert "Netto kosten 2026: € 63,3 miljoen. Dat zijn de uitgaven min de inkomsten, na reserves." in inhoud
    assert not re.search(r"-\d|x € 1\.000", inhoud)
    assert PRIJZEN in inhoud


def test_de_inhoudsopgave_leidt_naar_elk_deel(pagina: Pagina) -> None:
    gelezen = pagina("/geld/")
    [inhoud] = met_klasse(gelezen, "inhoudsopgave")

    sleutels = [a.get("href", "")[1:] for a in inhoud.iter("a")]
    eerst = ["verschil", "per-jaar", "verloop", "lasten-baten-reserves"]
    assert sleutels == [*eerst, "rekening-uitleg", "zelf", "dekking", "bezuinigingen", "alle-bedragen"]
    assert all(tekst(met_id(gelezen, sleutel)) for sleutel in sleutels)


def test_het_resultaat_van_pb_2023_wordt_voor_en_na_reserves_vergeleken(pagina: Pagina) -> None:
    deel = met_id(pagina("/geld/"), "meer")

    verwacht = "dan PB 2023 voor 2026 verwachtte (€ 50,1 miljoen, meerjarenraming)."
    assert [tekst(punt) for punt in deel.iter("li")] == [
        f"Na reserves: € 63,3 miljoen. Dat is € 13,2 miljoen meer {verwacht}",
        f"Voor reserves: € 63,4 miljoen. Dat is € 13,3 miljoen meer {verwacht}",
    ]
    assert [a.get("href") for a in met_klasse(deel, "cijfer")] == [
        "/bronnen/PB-2026/regels/917/",
        "/bronnen/PB-2023/regels/571/",
        "/bronnen/PB-2026/regels/913/",
        "/bronnen/PB-2023/regels/571/",
    ]
    assert "PB 2023 noemt de laatste rij Resultaat en zegt niet of dat voor of na reserves is." in tekst(deel)


@pytest.mark.parametrize(("jaar", "stand"), [(2026, "primitieve begroting"), (2025, "lopend jaar")])
def test_hetzelfde_jaar_in_beide_edities(pagina: Pagina, jaar: int, stand: str) -> None:
    gelezen = pagina(f"/geld/?jaar={jaar}")

    assert cellen(gelezen, "vergelijking") == NAAST_ELKAAR[jaar]
    [titel] = met_id(gelezen, "vergelijking").iter("caption")
    assert tekst(titel) == f"Netto kosten in {jaar}, x € 1.000: PB 2023 (meerjarenraming), PB 2026 ({stand})"
    assert f"Netto kosten {jaar}: " in tekst(gelezen)


def test_zonder_keuze_is_het_het_jaar_van_de_nieuwste_editie(pagina: Pagina) -> None:
    gelezen = pagina("/geld/")

    assert cellen(gelezen, "vergelijking") == NAAST_ELKAAR[2026]
    keuzes = {tekst(keuze): "selected" in keuze.attrib for keuze in met_id(gelezen, "jaar").iter("option")}
    assert keuzes == {"2026": True, "2025": False}


@pytest.mark.usefixtures("edities")
@pytest.mark.parametrize("jaar", ["2024", "2027", "1.5", "", "x", "%00", "2026%20", "-2026", "２０２６"])
def test_een_jaar_dat_niet_te_vergelijken_is_is_een_404(client: Client, jaar: str) -> None:
    assert client.get(f"/geld/?jaar={jaar}").status_code == 404


@pytest.mark.usefixtures("edities")
def test_een_programma_zonder_bedragen_zegt_dat_en_wijst_de_documenten(client: Client) -> None:
    Doelstelling.objects.filter(code="1.5").update(programma=Programma.objects.create(code="2", naam="Werk"))
    verhoog_versie()

    gelezen = haal(client, "/geld/?programma=2")

    assert "Op deze site staat niet wat programma 2 in 2026 kost." in tekst(met_id(gelezen, "verschil"))
    plekken = {f"#{deel.get('id')}" for deel in gelezen.iter()}
    ankers = {adres for a in gelezen.iter("a") if (adres := a.get("href") or "").startswith("#")}
    assert "#verschil" in ankers
    assert ankers <= plekken


def test_het_programma_telt_niet_op(pagina: Pagina) -> None:
    deel = met_id(pagina("/geld/"), "verschil")

    assert (
        "Telt niet op. In PB 2026 zijn de 6 doelstellingen samen € 63.555.000. Programma, voor reserves: € 63.400.000. "
        "Verschil: € 155.000. Programma, na reserves: € 63.257.000. Verschil: € 298.000. "
        "Het document legt dit niet uit. Zie Klopt het?"
    ) in tekst(deel)
    assert "/klopt-het/#telt-niet-op" in {a.get("href") for a in deel.iter("a")}


# The waterfall


def test_de_waterval_is_twee_keer_getekend_en_in_woorden_verteld(pagina: Pagina) -> None:
    deel = met_id(pagina("/geld/"), "verschil")
    tekeningen = list(deel.iter("svg"))

    assert [tekening.get("viewbox", "").split()[2] for tekening in tekeningen] == ["720", "320"]
    for tekening in tekeningen:
        assert tekening.get("role") == "img"
        assert tekening.get("aria-label", "").replace("\N{NO-BREAK SPACE}", " ") == (
            "Netto kosten in 2026 van 6 doelstellingen samen: € 63,6 miljoen volgens PB 2026 en € 50,1 miljoen volgens "
            "PB 2023, dat is € 13,5 miljoen meer. Het grootste verschil heeft 1.5 Stimuleren duurzame "
            "arbeidsparticipatie: € 5,2 miljoen meer. Van groot naar klein. "
            "1.5 Stimuleren duurzame arbeidsparticipatie: € 5,2 miljoen meer. "
            "1.6 Voorzien in noodzakelijke middelen van bestaan: € 3,8 miljoen meer. "
            "1.1 Bijdragen aan maatwerk in spelen en leren: € 2,5 miljoen meer. "
            "1.3 Bevorderen van een beter vestigings- en ondernemersklimaat: € 1,2 miljoen meer. "
            "1.2 Beperken uitval in het onderwijs: € 745.000 meer. "
            "1.4 Bevorderen groei werkgelegenheid: € 15.000 meer."
        )
        assert {regel.get("font-size") for regel in tekening.iter("text")} == {"14"}
    assert "De tekening begint bij € 50,1 miljoen, niet bij nul." in tekst(deel)
    assert PRIJZEN in tekst(deel)


@pytest.mark.parametrize("maat", ["breed", "smal"])
def test_stappen_van_de_waterval_volgen_elkaar_binnen_de_tekening(maat: str) -> None:
    stappen = [Stap("Eerst omhoog", 6_000_000), Stap("Dan omlaag", -2_000_000), Stap("Gelijk", 0)]
    tekening = getattr(
        Waterval("w", "twee posten", 2030, "PB 2029", "PB 2030", 10_000_000, stappen, "van groot naar klein"), maat
    )

    begin, omhoog, omlaag, gelijk, einde = tekening.balken
    assert omhoog.x == begin.x
    assert omlaag.breedte == pytest.approx(omhoog.breedte / 3, abs=0.1)
    assert omlaag.x + omlaag.breedte == pytest.approx(omhoog.x + omhoog.breedte, abs=0.1)
    assert gelijk.x == einde.x == omlaag.x
    assert [balk.soort for balk in tekening.balken[1:3]] == ["meer", "minder"]
    assert max(balk.onder for balk in tekening.balken) <= tekening.hoogte
    assert [balk.y for balk in tekening.balken] == sorted(balk.y for balk in tekening.balken)
    waarden = [regel.tekst.replace("\N{NO-BREAK SPACE}", " ") for regel in tekening.teksten if regel.eind]
    assert waarden == [
        "€ 10,0 miljoen",
        "+ € 6,0 miljoen meer",
        "− € 2,0 miljoen minder",
        "evenveel",
        "€ 14,0 miljoen",
    ]


# Lasten, baten, reserves, rekening


def test_rekening_2024_naast_wat_verwacht_werd(pagina: Pagina) -> None:
    gelezen = pagina("/geld/")
    rijen = cellen(gelezen, "rekening")

    assert tabel(gelezen, "rekening")[0] == ["PB 2023", "PB 2026", "Verschil"]
    [titel] = met_id(gelezen, "rekening").iter("caption")
    assert tekst(titel).endswith(": PB 2023 (meerjarenraming), PB 2026 (rekening)")
    # Lines 569-571 of PB 2023 and 911-917 of PB 2026; per doelstelling no rekening is printed, so they have no row.
    assert list(rijen.items()) == [
        ("Lasten", ["117.077", "133.122", "+16.045"]),
        # more baten is less cost
        ("Baten", ["-67.111", "-73.221", "-6.110"]),
        ("Programma, voor reserves", ["49.966", "59.901", "+9.935"]),
        ("Toevoegingen aan reserves", [GEEN, "2.329", "niet uit te rekenen"]),
        ("Onttrekkingen aan reserves", [GEEN, "-3.600", "niet uit te rekenen"]),
        ("Programma, na reserves", ["49.966", "58.629", "+8.663"]),
    ]
    assert (
        "Dit is een vergelijking, geen oordeel. Een rekening wordt alleen beoordeeld met de begroting na wijziging van "
        "hetzelfde jaar. De begroting van 2024 na de laatste wijziging staat niet op deze site."
    ) in tekst(met_id(gelezen, "lasten-baten-reserves"))


# What the city pays itself


def test_wat_de_stad_zelf_betaalt(pagina: Pagina) -> None:
    gelezen = pagina("/geld/")
    koppen, _ = tabel(gelezen, "eigen-kosten")
    koppen_delen, _ = tabel(gelezen, "eigen-kosten-delen")

    assert koppen == ["PB 2023 zelf", "PB 2026 zelf", "Verschil"]
    assert koppen_delen == [
        *("PB 2023 lasten", "PB 2026 lasten", "PB 2023 baten", "PB 2026 baten", "PB 2023 gedekt", "PB 2026 gedekt"),
    ]
    assert cellen(gelezen, "eigen-kosten") == {naam: rij[:3] for naam, rij in EIGEN_KOSTEN.items()}
    assert cellen(gelezen, "eigen-kosten-delen") == {naam: rij[3:] for naam, rij in EIGEN_KOSTEN.items()}


def test_wat_de_stad_aan_buig_betaalt_staat_bovenaan(pagina: Pagina) -> None:
    deel = met_id(pagina("/geld/"), "zelf")

    assert (
        "De stad betaalt in 2026 zelf € 6,5 miljoen mee aan BUIG (PB 2026). "
        "PB 2023 verwachtte voor 2026 € 4,2 miljoen. Dat is € 2,3 miljoen meer."
    ) in tekst(deel)
    alinea = next(deel.iter("p"))
    assert cijferlink(alinea) == "/bronnen/PB-2026/regels/727/"
    [berekend] = met_klasse(alinea, "berekend")
    assert berekend.get("href") == "/bronnen/PB-2023/regels/509/"
    assert " ".join(berekend.get("aria-label", "").split()) == (
        "€ 4,2 miljoen, berekend: lasten 53.159 min baten 48.948, bron: PB 2023, regel 509"
    )


def test_een_berekend_bedrag_is_de_som_van_zijn_delen(pagina: Pagina) -> None:
    tabel = met_id(pagina("/geld/"), "eigen-kosten")
    gevonden = [deel for deel in met_klasse(tabel, "berekend") if not tekst(deel).endswith("%")]

    assert len(gevonden) == 10
    for deel in gevonden:
        label = deel.get("aria-label", "").replace(".", "")
        lasten, baten = (
            int(som[1]) if (som := re.search(rf"{kant} (\d+)", label)) else 0 for kant in ("lasten", "baten")
        )
        assert int(tekst(deel).replace(".", "")) == lasten - baten, label


# One sign, each table once, and what the money is for


@pytest.mark.parametrize(
    ("slug", "rij", "bedragen"),
    [
        # PB 2023, lines 569-571; the document prints -117.371, 69.614 and -47.757 for 2021
        ("programma-PB-2023", "Lasten", ["117.371", "119.818", "118.343", "117.077", "113.362", "113.762"]),
        ("programma-PB-2023", "Baten", ["-69.614", "-67.126", "-68.184", "-67.111", "-63.694", "-63.694"]),
        ("programma-PB-2023", "Resultaat", ["47.757", "52.693", "50.158", "49.966", "49.668", "50.068"]),
        # PB 2026, lines 915 and 916; -792 is printed for 2025
        ("programma-PB-2026", "Onttrekkingen", ["-3.600", "-2.185", "-2.831", "-3.303", "-3.283", "-3.283"]),
        ("programma-PB-2026", "Mutaties reserves", ["-1.271", "792", "-143", "54", "-98", "-98"]),
        # PB 2026, lines 854 and 875, where a saving is printed without a minus
        ("bezuinigingen-PB-2026", "Saldo", ["-918", "-849", "-880", "-910"]),
        # PB 2026, lines 777 and 795, where cost is printed without a minus and its cover with one
        ("nieuw-beleid-PB-2026", "Saldo", ["1.278", "1.431", "1.455", "1.197"]),
        ("nieuw-beleid-PB-2026", "Collegevoorstel inzet Geldpunt – dekking via SPUK", ["-223", "-223", "-223", "-223"]),
    ],
)
def test_een_plus_is_meer_kosten_in_elke_tabel(pagina: Pagina, slug: str, rij: str, bedragen: list[str]) -> None:
    assert cellen(pagina("/geld/"), slug)[rij][: len(bedragen)] == bedragen


def test_elke_tabel_staat_er_een_keer(pagina: Pagina) -> None:
    namen = [deel.get("id") for deel in pagina("/geld/").iter("table")]

    assert len(namen) == len(set(namen))
    assert not any("uitsplitsing" in (naam or "") for naam in namen)
    assert "/doelstellingen/1.6/#kosten" in {a.get("href") for a in pagina("/geld/").iter("a")}
    assert [deel.get("id") for deel in pagina("/vergelijken/").iter("table")] == [
        *("doelen", "geld-doelstelling-2026", "geld-doelstelling-2025")
    ]


def test_de_gedrukte_tabel_is_een_klik_verder(pagina: Pagina) -> None:
    links = {tekst(a): a.get("href") for a in pagina("/geld/").iter("a")}

    assert links["Zo gedrukt: PB 2023, regel 569"] == "/bronnen/PB-2023/regels/569/"
    assert links["Zo gedrukt: PB 2026, regel 911"] == "/bronnen/PB-2026/regels/911/"


def test_welk_deel_van_de_lasten_de_baten_dekken(pagina: Pagina) -> None:
    """2026: 63.694 of 113.762 is 55,99 %, 69.997 of 133.397 is 52,47 %; 2024: 67.111 of 117.077, 73.221 of 133.122."""
    deel = tekst(met_id(pagina("/geld/"), "lasten-baten-reserves"))

    assert (
        "Van de lasten van 2026 wordt zoveel gedekt door baten: 56% volgens PB 2023 (meerjarenraming) en 52% volgens "
        "PB 2026 (primitieve begroting)."
    ) in deel
    assert (
        "Van de lasten van 2024 wordt zoveel gedekt door baten: 57% volgens PB 2023 (meerjarenraming) en 55% volgens "
        "PB 2026 (rekening)."
    ) in deel


def test_waarvoor_de_stad_zelf_betaalt(pagina: Pagina) -> None:
    """PB 2026, line 714."""
    deel = tekst(met_id(pagina("/geld/"), "zelf"))

    assert deel.startswith("Wat betaalt de stad zelf aan 1.6 Voorzien in noodzakelijke middelen van bestaan?")
    assert "Waarvoor: Het geld is voor bijstand, armoedebeleid (zoals de ZoetermeerPas, bijzondere bijstand" in deel


def test_bij_elk_verschil_staat_wat_de_begroting_erbij_schrijft(pagina: Pagina) -> None:
    """PB 2026, line 676; the largest difference first."""
    eerste = tekst(next(met_id(pagina("/geld/"), "uitleg").iter("li")))

    assert eerste == (
        "1.5 Stimuleren duurzame arbeidsparticipatie: € 5,2 miljoen meer. PB 2026: Het geld helpt werkzoekenden aan "
        "werk, school of sociale activering, via bijdragen aan De Binnenbaan BV. (regel 676)"
    )
