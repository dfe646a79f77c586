"""The workbook that a policy officer always used: recognised, pointed out, remembered, and read without a wrong figure.

The documents print over 2024: uitstroom naar werk 181, uitstroom naar school 19, deeltijd 474, arbeidsparticipatie
76,0 %, bijstandsuitkeringen 2.568, bereik minimaregelingen 69 % (PB 2026).
"""

from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from openpyxl import Workbook

from ingest.models import Account, Opgave, Rol
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import dien_in, keur_goed
from tests.gereedschap.paginas import lees_html
from tests.gereedschap.werkblad import bevestig, in_bytes, lees_in, met_uitkomst, opgaven, plak, tekst_van

pytestmark = pytest.mark.usefixtures("client")

NAMEN = {
    "Uitstroom naar werk": "uitstroom-naar-werk",
    "Deeltijdwerkers": "deeltijd-werkenden",
    "Naar school": "uitstroom-naar-school",
    "Netto participatie": "arbeidsparticipatie-15-75",
    "Bijstand (huishoudens)": "bijstandsuitkeringen",
    "Bereik minima": "bereik-minimaregelingen",
}


def jaren_naast_elkaar(*, met_formule: bool = False) -> bytes:
    """Merged titles, a group above the years, goals beside them, sections, notes below: on the second of two sheets."""
    werkboek = Workbook()
    werkboek.worksheets[0].title = "Leeswijzer"
    werkboek.worksheets[0].append(["Alle cijfers staan op het tweede blad", 3])
    blad = werkboek.create_sheet("Cijfers W&I")
    rijen: list[list[Any]] = [
        ["Team Werk en Inkomen: cijfers t/m 2025"],
        [],
        ["", "Realisatie", "", "", "Streefwaarde", "", "Verschil", "", ""],
        ["Wat", 2023, 2024, 2025, 2026, 2027, "24-25", "Herkomst / bron", "Opmerkingen"],
        ["Werk"],
        ["Uitstroom naar werk", 200, 181, 198, 210, 220, 17, "Suites", "Meer banen in de regio."],
        ["Deeltijdwerkers", "-", 474, "n.n.b.", 480, 480, None, "Suites", None],
        ["Naar school", None, 19, "=10+11" if met_formule else 21, 25, 25, 2, None, None],
        ["Netto participatie", None, 0.76, 0.765, 0.78, 0.78, None, "CBS", None],
        [],
        ["Inkomen"],
        ["Bijstand (huishoudens)", None, "2.568", 2594, 2600, 2600, None, "CBS", None],
        ["Bereik minima", None, "69%", 0.7, 0.75, 0.75, None, "Nibud", None],
        [],
        ["* cijfers over 2025 zijn nog niet door de accountant gezien"],
    ]
    for rij in rijen:
        blad.append(rij)
    blad.merge_cells("A1:I1")
    blad.merge_cells("B3:D3")
    blad.merge_cells("E3:F3")
    blad["C9"].number_format = "0.0%"
    return in_bytes(werkboek)


def indeling(antwoord: HttpResponse) -> dict[str, Any]:
    """What a browser sends back of the page on which a workbook is pointed out."""
    velden: dict[str, Any] = {}
    formulieren = lees_html(antwoord.content).iter("form")
    form = next(f for f in formulieren if any(veld.get("name") == "boek" for veld in f.iter("input")))
    for veld in form.iter():
        if veld.tag not in ("input", "select") or (
            veld.get("type") in ("radio", "checkbox") and veld.get("checked") is None
        ):
            continue
        opties = [o.get("value") or "" for o in veld.iter("option") if o.get("selected") is not None]
        eerste = next((o.get("value") or "" for o in veld.iter("option")), "")
        waarde = (opties or [eerste])[0] if veld.tag == "select" else veld.get("value") or ""
        velden.setdefault(veld.get("name") or "", []).append(waarde)
    return velden


def wijs_aan(client: Client, antwoord: HttpResponse, **anders: str) -> HttpResponse:
    """Send the page as it is, with every name of ours, and some fields of it otherwise."""
    velden = indeling(antwoord)
    for nummer, naam in enumerate(velden.get("naam", [])):
        velden[f"bij-{nummer}"] = NAMEN.get(naam, "-")
    return client.post("/werk/inlezen/?jaar=2025", {**velden, **anders})


@pytest.mark.drawn
def test_een_eigen_werkboek_wordt_herkend_getoond_en_gelezen(client: Client) -> None:
    getoond = lees_in(client, jaren_naast_elkaar())

    velden = indeling(getoond)
    assert (velden["blad"], velden["kop"]) == (["1"], ["4"])
    kolommen = [velden[f"kolom-{plaats}"][0] for plaats in range(9)]
    assert kolommen == [
        "naam", "cijfer/2023", "cijfer/2024", "cijfer/2025", "niet", "niet", "niet", "bron", "toelichting",
    ]  # fmt: skip
    assert velden["naam"] == list(NAMEN)
    assert [velden[f"bij-{nummer}"] for nummer in range(6)] == [["uitstroom-naar-werk"], [""], [""], [""], [""], [""]]
    assert opgaven() == {}

    gelezen = wijs_aan(client, getoond, aandelen="ja")

    assert opgaven() == {}
    tekst = tekst_van(gelezen)
    assert "Niet gebruikte kolommen: Streefwaarde 2026, Streefwaarde 2027, Verschil 24-25." in tekst
    assert "Niet gelezen: Rij 5: Werk" in tekst
    assert "Niet gelezen: Rij 15: * cijfers over 2025 zijn nog niet door de accountant gezien" in tekst
    assert "Niet gelezen: Rij 7, Deeltijdwerkers, 2023: “-” is geen cijfer." in tekst
    assert "In uw bestand staat 0,765. Wij lezen dat als 76,5 %." in tekst
    assert "rij 12, kolom “Realisatie 2024”, Aantal bijstandsuitkeringen, 2024: 2.568 (PB 2026)." in tekst
    assert "Overgenomen van eerder: bron. Kijk of het nog klopt." in tekst  # PB 2026 names who counts pupils

    bevestig(client, gelezen)

    assert Opgave.objects.get(definitie__slug="uitstroom-naar-werk", jaar=2023).waarde == 200
    over_2025 = {o.definitie.slug: (o.ingetypt, o.waarde, o.staat) for o in Opgave.objects.filter(jaar=2025)}
    assert over_2025 == {
        "uitstroom-naar-werk": ("198", Decimal(198), "concept"),
        "deeltijd-werkenden": ("", None, "concept"),
        "uitstroom-naar-school": ("21", Decimal(21), "concept"),
        "arbeidsparticipatie-15-75": ("76,5 %", Decimal("76.5"), "concept"),
        "bijstandsuitkeringen": ("2594", Decimal(2594), "concept"),
        "bereik-minimaregelingen": ("70 %", Decimal(70), "concept"),
    }
    assert Opgave.objects.get(definitie__slug="deeltijd-werkenden").geen == "nnb"
    werk = Opgave.objects.get(definitie__slug="uitstroom-naar-werk", jaar=2025)
    assert (werk.bron, werk.toelichting) == ("Suites", "Meer banen in de regio.")


def test_wat_iemand_aanwees_weet_de_site_de_volgende_keer(client: Client, ander: Account) -> None:
    wijs_aan(client, lees_in(client, jaren_naast_elkaar()), **{"kolom-7": "niet"})

    weer = indeling(lees_in(client, jaren_naast_elkaar()))

    assert [weer[f"bij-{nummer}"][0] for nummer in range(6)] == list(NAMEN.values())
    assert weer["kolom-7"] == ["niet"]
    assert weer["kolom-3"] == ["cijfer/2025"]
    bert = ingelogd(ander)
    van_bert = indeling(lees_in(bert, jaren_naast_elkaar()))
    assert (van_bert["bij-1"], van_bert["kolom-7"]) == ([""], ["bron"])


@pytest.mark.drawn
def test_zonder_een_woord_over_percentages_wordt_een_deel_van_een_gevraagd(client: Client) -> None:
    getoond = lees_in(client, jaren_naast_elkaar())
    assert "Percentages staan hier als deel van één: 0,765 is 76,5 %" in tekst_van(getoond)

    gelezen = wijs_aan(client, getoond)

    assert "“0,765” kan ook 76,5 % zijn. Typ het cijfer met een procentteken." in tekst_van(gelezen)
    assert "“0,7” kan ook 70 % zijn. Typ het cijfer met een procentteken." in tekst_van(gelezen)
    bevestig(client, gelezen)
    assert not Opgave.objects.filter(definitie__eenheid="%").exists()


def test_een_formule_telt_met_haar_uitkomst_en_dat_wordt_gezegd(client: Client) -> None:
    boek = met_uitkomst(jaren_naast_elkaar(met_formule=True), "21")

    gelezen = wijs_aan(client, lees_in(client, boek))

    zin = "In uw bestand is dit een formule. Wij lazen de uitkomst die erbij bewaard is: 21."
    assert f"Nieuw 21 Begrepen als 21 Bron leeg → Suites4 SociaalDomein {zin}" in tekst_van(gelezen)


def test_een_naam_die_niemand_kent_houdt_het_lezen_tegen(client: Client) -> None:
    getoond = lees_in(client, jaren_naast_elkaar())

    nog = client.post("/werk/inlezen/?jaar=2025", indeling(getoond))

    assert "Kies bij elke naam een cijfer, of kies dat u hem overslaat." in tekst_van(nog)
    over = wijs_aan(client, nog, **{"bij-2": "-"})
    assert "Overgeslagen, zoals u aanwees: Naar school." in tekst_van(over)
    bevestig(client, over)
    assert not Opgave.objects.filter(definitie__slug="uitstroom-naar-school").exists()


def test_een_andere_kop_en_een_andere_kolom_worden_aangewezen(client: Client) -> None:
    werkboek = Workbook()
    for rij in (["x", "y"], ["Wie", "Waarde telling"], ["Uitstroom naar werk", 198], ["Uitstroom naar school", 21]):
        werkboek.worksheets[0].append(rij)
    getoond = lees_in(client, in_bytes(werkboek))

    velden = indeling(getoond) | {"kop": ["1"]}
    anders = client.post("/werk/inlezen/?jaar=2025", velden)
    assert indeling(anders)["getoonde_kop"] == ["1"]
    met_kolom = client.post("/werk/inlezen/?jaar=2024", indeling(anders) | {"kolom-1": ["cijfer/2025"]})
    assert indeling(met_kolom)["naam"] == ["Wie", "Uitstroom naar werk", "Uitstroom naar school"]
    gelezen = client.post("/werk/inlezen/?jaar=2024", indeling(met_kolom) | {"bij-0": ["-"]})

    assert "Uitstroom uit de bijstand naar werk, 2025" in tekst_van(gelezen)
    assert "Nieuw 198 Begrepen als 198" in tekst_van(gelezen)


LANG = """\
Cijfers W&I per periode\t\t\t
\t\t\t
KPI\tPeriode\tStand\tOpmerking
Uitstroom naar werk\t2024\t181\t
\t2025\t198\tMeer banen.
Uitstroom naar school\t2025 Q1\t4\t
\t2025\t21\t
\tmaart\t3\t

Bron: Suites, voorlopige stand\t\t\t
"""


def test_wat_uit_een_eigen_werkboek_geplakt_is_heeft_jaren_onder_elkaar(client: Client) -> None:
    getoond = plak(client, LANG)
    velden = indeling(getoond)
    assert [velden[f"kolom-{plaats}"][0] for plaats in range(4)] == ["naam", "periode", "cijfer", "toelichting"]

    gelezen = wijs_aan(client, getoond, **{"bij-1": "uitstroom-naar-school"})

    tekst = tekst_van(gelezen)
    assert "Uitstroom uit de bijstand naar werk, 2025 Regel 5" in tekst
    assert "Nieuw 198 Begrepen als 198" in tekst
    assert "gaat over een heel jaar. Een cijfer over “eerste kwartaal” past daar niet in." in tekst
    assert "Niet gelezen: Regel 8: “maart” is geen jaar, half jaar of kwartaal." in tekst
    assert "Niet gelezen: Regel 10: Bron: Suites, voorlopige stand" in tekst
    assert "2024: 181 (PB 2026)" in tekst
    bevestig(client, gelezen)
    assert {(o.definitie.slug, o.jaar, o.waarde) for o in Opgave.objects.all()} == {
        ("uitstroom-naar-werk", 2025, Decimal(198)),
        ("uitstroom-naar-school", 2025, Decimal(21)),
    }


def test_een_bestand_zonder_cijfers_en_een_vervalst_boek_worden_geweigerd(client: Client) -> None:
    brief = lees_in(client, b"Beste Anna, zie bijlage")
    assert "In dit bestand staan geen cijfers. Kies het bestand met uw cijfers." in tekst_van(brief)

    velden = indeling(lees_in(client, jaren_naast_elkaar())) | {"boek": ["vervalst"]}
    antwoord = client.post("/werk/inlezen/?jaar=2025", velden)

    assert antwoord.status_code == 422
    assert "Wij weten niet meer welk bestand u koos. Kies het opnieuw." in tekst_van(antwoord)


@pytest.mark.drawn
def test_een_blad_zonder_kop_en_een_kop_die_er_niet_is(client: Client) -> None:
    werkboek = Workbook()
    for rij in (["Uitstroom naar werk", "aantal", 198], ["Uitstroom naar school", "aantal", 21]):
        werkboek.worksheets[0].append(rij)
    getoond = lees_in(client, in_bytes(werkboek))
    assert "Wij herkenden geen kop. Wijs hem aan." in tekst_van(getoond)
    assert indeling(getoond)["kop"] == ["0"]

    weg = client.post("/werk/inlezen/?jaar=2025", indeling(getoond) | {"kop": ["999"]})
    assert indeling(weg)["kop"] == ["0"]

    kolommen = {"kolom-0": ["naam"], "kolom-2": ["cijfer"]}
    gelezen = client.post("/werk/inlezen/?jaar=2025", indeling(getoond) | kolommen)
    assert "Nieuw 198 Begrepen als 198" in tekst_van(gelezen)
    assert "Jongeren die van de bijstand naar school gaan, 2025" in tekst_van(gelezen)


def test_bron_dag_en_toelichting_van_eerder_staan_er_al_behalve_waar_iets_nieuws_uitleg_vraagt(client: Client) -> None:
    carla = ingelogd(maak_account("carla", Rol.CONTROLEUR))
    eerder = {"gemeten_op": "31-12-2023", "toelichting": "Zonder zelfstandigen.", "bron": "CBS"}
    keur_goed(carla, dien_in(client, "/werk/opgaven/bijstandsuitkeringen/2023/", ingetypt="2.551", **eerder))
    keur_goed(carla, dien_in(client, "/werk/opgaven/uitstroom-naar-school/2023/", ingetypt="22", toelichting="Minder."))
    werkboek = Workbook()
    for rij in (["Indicator", 2025], ["Aantal bijstandsuitkeringen", 2594], ["Uitstroom naar school", 60]):
        werkboek.worksheets[0].append(rij)

    gelezen = client.post("/werk/inlezen/?jaar=2025", indeling(lees_in(client, in_bytes(werkboek))))

    tekst = tekst_van(gelezen)
    assert "Bron leeg → CBS Gemeten op leeg → 31-12-2025 Toelichting leeg → Zonder zelfstandigen." in tekst
    assert "Overgenomen van eerder: bron, meetdatum, toelichting. Kijk of het nog klopt." in tekst
    assert "Toelichting leeg → Minder." not in tekst  # from 19 to 60 is a jump, which an old sentence does not explain
    bevestig(client, gelezen, "indienen")
    assert opgaven_van(2025) == {"bijstandsuitkeringen": "ingediend"}


def opgaven_van(jaar: int) -> dict[str, str]:
    return {o.definitie.slug: o.staat for o in Opgave.objects.filter(jaar=jaar)}
