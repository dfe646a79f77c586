"""Zoeken: what is found by a word, where, and in which documents it is not."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Synoniem
from tests.gereedschap.paginas import Pagina, haal, met_id, tekst

SAMENGEVAT = "Daarvan is alleen de samenvatting doorzocht; in het document zelf kan het wel staan."
KADERNOTA, RAPPORTAGE, H2 = "Kadernota 2020-2024", "Rapportage SD 2023-11 tot 2024-08", "Rapportage SD 2024-H2"


def gemarkeerd(boom: Element) -> set[str]:
    return {tekst(woord) for woord in boom.iter("mark")}


def links(boom: Element) -> dict[str, str]:
    return {tekst(link): link.get("href", "") for link in boom.iter("a")}


def test_een_woord_vindt_wat_ermee_begint_in_elk_document(pagina: Pagina) -> None:
    """PB 2026 446 and 99, PB 2023 85 and 88, rapportage 97, kadernota 787; in the rapportage of 2024-H2 it is not."""
    boom = pagina("/zoeken/?q=schuldhulp")
    alle = {
        naam: adres
        for slug in ("PB-2026", "PB-2023", "Kadernota-2020-2024", "Rapportage-SD-2023-11-tot-2024-08")
        for naam, adres in links(pagina(f"/zoeken/?q=schuldhulp&in={slug}")).items()
    }

    assert {"schuldhulp", "Schuldhulpverlening"} <= gemarkeerd(boom)
    assert {
        "PB 2026, regel 99": "/bronnen/PB-2026/regels/99/",
        "PB 2023, regel 85": "/bronnen/PB-2023/regels/85/",
        "PB 2023, regel 88": "/bronnen/PB-2023/regels/88/",
        f"{RAPPORTAGE}, regel 97": "/bronnen/Rapportage-SD-2023-11-tot-2024-08/regels/97/",
        f"{KADERNOTA}, regel 787": "/bronnen/Kadernota-2020-2024/regels/787/",
    }.items() <= alle.items()
    assert f"Dit woord is niet gevonden in {H2}. {SAMENGEVAT}" in tekst(boom)


@pytest.mark.django_db
def test_van_een_woord_dat_te_vaak_staat_heeft_elk_document_zijn_plaats_en_zijn_aantal(
    edities: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PB 2026 5, 7, 13, 148, 159, 505 and 922; PB 2023 22, 46, 109 and 320; as if two were too many to lay in order."""
    monkeypatch.setattr("indicators.zoeken.beste.MEESTE", 2)
    boom = haal(client, "/zoeken/?q=kinderopvang")

    assert "PB 2026: 7 plaatsen" in tekst(boom)
    assert "PB 2023: 4 plaatsen" in tekst(boom)
    assert {"Alle 7 in PB 2026", "Alle 4 in PB 2023"} <= set(links(boom))
    assert "Dit zijn 2 van de 7 plaatsen." in tekst(haal(client, "/zoeken/?q=kinderopvang&in=PB-2026"))


@pytest.mark.django_db
def test_van_een_woord_dat_overal_staat_is_het_aantal_minstens(
    edities: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if three places were too many to count: of five documents two each are taken; H2 has it once (215)."""
    monkeypatch.setattr("indicators.zoeken.beste.GENOEG", 3)
    monkeypatch.setattr("indicators.zoeken.beste.MEESTE", 10)
    boom = haal(client, "/zoeken/?q=kinderopvang")

    assert "PB 2026: minstens 2 plaatsen" in tekst(boom)
    assert "Meer in PB 2026" in links(boom)
    assert f"{H2}: 1 plaats" in tekst(boom)


def test_het_geld_van_een_voorstel_staat_erbij_met_zijn_regel(pagina: Pagina) -> None:
    """PB 2026 794: 223 for 2026; 828: 1.231 questions in 2024, 705 in 2023."""
    boom = pagina("/zoeken/?q=Geldpunt")

    gevonden = tekst(boom)
    assert "extra kosten 2026 (primitieve begroting): € 223.000 (gedrukt als 223, x € 1.000)." in gevonden
    assert "kreeg 1.231 hulpvragen in 2024, na 705 een jaar eerder (2023)." in gevonden
    assert f"niet gevonden in {H2}, PB 2023 en {KADERNOTA}." in gevonden
    assert links(boom)["PB 2026, regel 794"] == "/bronnen/PB-2026/regels/794/"


@pytest.mark.parametrize(
    ("q", "woord", "regel"),
    [
        ("63.257", "63.257", "PB 2026, regel 917"),  # -63.257
        ("63257", "63.257", "PB 2026, regel 917"),
        ("1231", "1.231", "PB 2026, regel 828"),
        ("450", "450", f"{KADERNOTA}, regel 547"),  # - €450
        ("2035", "2035", "PB 2026, regel 291"),  # 2025-2035
        ("armoedebeleid", "armoedebeleid", "PB 2026, regel 420"),  # Inkomensondersteuning/armoedebeleid
    ],
)
def test_een_getal_of_woord_is_zichzelf_met_elk_teken_ernaast(pagina: Pagina, q: str, woord: str, regel: str) -> None:
    boom = pagina(f"/zoeken/?q={q}")

    assert woord in gemarkeerd(boom)
    assert regel in links(boom)


def test_van_een_stuk_tekst_staan_er_de_zinnen_met_het_woord(pagina: Pagina) -> None:
    """PB 2026, 145, has two sentences; the rapportage, 512, has the word in both of its two."""
    gevonden = tekst(pagina("/zoeken/?q=statushouders"))

    assert "Samengevat: … Het is voor jeugd uit Oekraïne, statushouders en jeugd uit de COA-locatie." in gevonden
    assert "Op 1 juni 2024 telde Zoetermeer 523 statushouders die inburgeringsplichtig zijn. Van hen" in gevonden


def test_waarmee_niets_begint_vindt_wat_erop_eindigt(pagina: Pagina) -> None:
    """Kadernota, 593 and 888: diplomazwemmen."""
    boom = pagina("/zoeken/?q=zwemmen")

    assert "Ook gezocht naar: zwemcheque en diplomazwemmen." in tekst(boom)
    assert f"{KADERNOTA}, regel 593" in links(boom)


def test_een_kop_en_een_rij_staan_er_naast_lange_teksten(pagina: Pagina) -> None:
    """H2, 325, is a heading; kadernota, 549: Voorkomen huisuitzetting + €6.000."""
    hulp = tekst(pagina("/zoeken/?q=Huishoudelijke hulp"))
    assert f"Kop of punt: Huishoudelijke ondersteuning ({H2}, regel 325)" in hulp
    assert f"Voorkomen huisuitzetting + €6.000 ({KADERNOTA}, regel 549)" in tekst(pagina("/zoeken/?q=huisuitzettingen"))


def test_een_jaar_hoort_niet_bij_een_naam(pagina: Pagina) -> None:
    """PB 2026, 727; and a number of a motie is no amount: kadernota, 888."""
    assert "1.6 BUIG, netto kosten 2026 (primitieve begroting): € 6.534.000" in tekst(pagina("/zoeken/?q=BUIG 2026"))
    motie = tekst(pagina("/zoeken/?q=1711-43"))
    assert f"({KADERNOTA}, regel 888)" in motie
    assert "Ook gezocht naar" not in motie


def test_een_cijfer_uit_de_tekst_staat_voor_zijn_zin(pagina: Pagina) -> None:
    """Rapportage SD 2024-H2, 186."""
    assert "11% (t/m november). Dit is de herinstroom" in tekst(pagina("/zoeken/?q=herinstroom"))


def test_een_vraagwoord_wordt_niet_gezocht(pagina: Pagina) -> None:
    assert gemarkeerd(pagina("/zoeken/?q=waarom Geldpunt")) == gemarkeerd(pagina("/zoeken/?q=Geldpunt"))


def test_een_afkorting_vindt_alleen_zichzelf_en_legt_zich_uit(pagina: Pagina) -> None:
    boom = pagina("/zoeken/?q=buig")

    assert gemarkeerd(boom) == {"BUIG"}
    assert "Bundeling van uitkeringen inkomensvoorzieningen aan gemeenten" in tekst(boom)


def test_een_indicator_met_zijn_laatste_resultaat_en_wat_er_is_begroot(pagina: Pagina) -> None:
    """PB 2026 685 (2.568 on 31-12-2024) and 686 (2.600 for 2026)."""
    gevonden = tekst(pagina("/zoeken/?q=bijstandsuitkeringen"))

    assert "Resultaat 2024: 2.568 (PB 2026, regel 685)" in gevonden
    assert "Raming van PB 2026 voor 2026: 2.600 (PB 2026, regel 686)" in gevonden


def test_een_typefout_krijgt_een_voorstel(pagina: Pagina) -> None:
    assert links(pagina("/zoeken/?q=Bijstandsuitkerigen"))["bijstandsuitkeringen"] == "?q=bijstandsuitkeringen"


def test_een_vraag_vindt_de_zin_met_de_meeste_woorden(pagina: Pagina) -> None:
    """Rapportage SD 2024-H2, 186."""
    boom = pagina("/zoeken/?q=Hoe vaak komen mensen terug in de uitkering?".replace(" ", "+"))

    assert "Al deze woorden bij elkaar zijn niet gevonden." in tekst(boom)
    assert f"{H2}, regel 186" in links(boom)


def test_niets_gevonden_is_een_zin(pagina: Pagina) -> None:
    gevonden = tekst(pagina("/zoeken/?q=huishoudkaars"))

    assert "Niets gevonden." in gevonden
    assert (
        f"Dit woord is niet gevonden in PB 2026, {RAPPORTAGE}, {H2}, PB 2023 en {KADERNOTA}. "
        "Daarvan is alleen de samenvatting doorzocht; in het document zelf kan het wel staan." in gevonden
    )


@pytest.mark.parametrize(
    ("code", "adres"),
    [
        ("1.5", "/doelstellingen/1.5/"),
        ("doelstelling 1.5", "/doelstellingen/1.5/"),
        ("610.03.200", "/doelstellingen/1.6/#kosten"),
        ("2506-49", "/raad/#motie-2506-49"),
        ("motie 2206-39a", "/raad/#motie-2206-39A"),
    ],
)
@pytest.mark.django_db
def test_een_code_gaat_rechtstreeks_naar_zijn_pagina(edities: None, client: Client, code: str, adres: str) -> None:
    assert client.get("/zoeken/", {"q": code}).headers["Location"] == adres


@pytest.mark.django_db
def test_een_onbekende_code_is_een_gewone_vraag(edities: None, client: Client) -> None:
    assert "Niets gevonden." in tekst(haal(client, "/zoeken/?q=9.99"))


@pytest.mark.django_db
@pytest.mark.parametrize("q", ["", "   ", "'\\:*&|!()", "\x00", "%", "<b>x</b>", "a" * 5000, "de het een"])
def test_wat_iemand_ook_typt_er_komt_een_pagina(edities: None, client: Client, q: str) -> None:
    assert client.get("/zoeken/", {"q": q}).status_code == 200
    assert client.get("/zoeken/voorstellen/", {"q": q}).status_code == 200


@pytest.mark.django_db
def test_een_synoniem_vindt_het_andere_woord(edities: None, client: Client) -> None:
    """PB 2026 906 has "OZB"; nothing has "huizenbelasting"."""
    assert "Niets gevonden." in tekst(haal(client, "/zoeken/?q=huizenbelasting"))

    Synoniem.objects.create(woord="huizenbelasting", ook="ozb")

    assert "OZB" in gemarkeerd(haal(client, "/zoeken/?q=huizenbelasting"))


@pytest.mark.django_db
def test_van_een_heel_document_heet_een_woord_niet_gevonden_in_de_tekst(
    edities: None, client: Client, tmp_path: Path
) -> None:
    """A document whose text is all there: of it one may say that a word is not in it. And accents do not count."""
    bestand = tmp_path / "kadernota.txt"
    bestand.write_text(HEEL)
    call_command("load_document", str(bestand), "--accepteer-fouten", verbosity=0)

    gevonden = tekst(haal(client, "/zoeken/?q=Geldpunt"))
    assert "Dit woord is niet gevonden in de tekst van Kadernota 2027-2030." in gevonden
    assert gemarkeerd(haal(client, "/zoeken/?q=cooperatie")) == {"coöperatie"}


HEEL = """Kadernota over energie in Zoetermeer
2027 - 2030

De gemeente begint een coöperatie voor energie.

4.2 Bestedingen

De taakstellingen lopen als volgt op:

Maatregel ombuigen\t2027\t2028
3. Minder papier\t\t40
4. Slimmer tellen\t-10\t25

Bedragen x € 1000
"""


@pytest.mark.django_db
def test_voorstellen_zijn_namen_die_zo_beginnen(edities: None, client: Client) -> None:
    namen: Callable[[str], list[str]] = lambda q: client.get("/zoeken/voorstellen/", {"q": q}).json()["namen"]  # noqa: E731

    assert namen("arbeidsp")[0] == "Arbeidsparticipatie"
    assert "Stimuleren duurzame arbeidsparticipatie" in namen("duurz arb")
    assert namen("b") == []


def test_een_begrip_van_twee_woorden_staat_uitgelegd(pagina: Pagina) -> None:
    uitleg = "De begroting van een jaar zoals die vóór dat jaar is gemaakt, zonder de wijzigingen van later."

    assert uitleg in tekst(pagina("/zoeken/?q=De+Primitieve+begroting+2026"))
    assert uitleg not in tekst(pagina("/zoeken/?q=begroting"))


def test_begrippen_staan_op_een_pagina_met_waar_ze_staan(pagina: Pagina) -> None:
    boom = met_id(pagina("/begrippen/"), "begrip-spuk")

    assert tekst(boom).startswith("SPUK Specifieke uitkering: geld van het Rijk")
    assert links(boom) == {"PB 2026, regel 792": "/bronnen/PB-2026/regels/792/"}
