"""The texts of a doelstelling: the editions beside each other, its names, and the moties about it."""

from xml.etree.ElementTree import Element

import pytest

from tests.gereedschap.paginas import (
    DOELSTELLINGEN,
    PUBLICATIES,
    Pagina,
    bronadres,
    gedrukte_regels,
    met_id,
    met_klasse,
    tekst,
)

pytestmark = pytest.mark.django_db

EDITIES = ["Programmabegroting 2023-2026", "Programmabegroting 2026-2029"]
# Counted by hand: the bullets under each doelstelling in the first chapter, in PB 2023 and in PB 2026, and those of the
# programma that stand under its very name (lines 75-78 of PB 2023; 78-82 and 111-114 of PB 2026).
SPEERPUNTEN = {"1.2": (6, 5), "1.3": (10, 20), "1.5": (4, 25), "1.6": (0, 12)}
MOTIES = {
    "1.1": ["2506-81"],
    "1.2": ["2206-38"],
    "1.3": [],
    "1.4": [],
    "1.5": ["2506-49", "2411-62"],
    "1.6": ["2506-53", "2506-64", "2506-81", "2206-39A", "2506-12", "2506-52A"],
}


def per_editie(sectie: Element) -> dict[str, Element]:
    """Without the headings of the programma that fold open within."""
    vlakken = [deel for deel in sectie.iter("details") if "vlak" in deel.get("class", "").split()]
    return {titel: deel for deel in vlakken for titel in EDITIES if tekst(deel[0]).startswith(titel)}


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_de_inhoudsopgave_leidt_naar_elk_deel(pagina: Pagina, code: str) -> None:
    gelezen = pagina(f"/doelstellingen/{code}/")
    [inhoud] = [nav for nav in gelezen.iter("nav") if nav.get("class") == "inhoudsopgave"]

    koppen = [tekst(met_id(gelezen, a.get("href", "")[1:])[0]) for a in inhoud.iter("a")]
    assert koppen == [tekst(a) for a in inhoud.iter("a")]
    assert {"Geld", "Wat de gemeente wil doen", "Wat de begrotingen schrijven"} <= set(koppen)


@pytest.mark.parametrize("code", DOELSTELLINGEN)
@pytest.mark.parametrize("sectie", ["speerpunten", "teksten"])
def test_edities_staan_naast_elkaar_de_oudste_eerst(pagina: Pagina, code: str, sectie: str) -> None:
    assert list(per_editie(met_id(pagina(f"/doelstellingen/{code}/"), sectie))) == EDITIES


@pytest.mark.parametrize("code", SPEERPUNTEN)
def test_speerpunten_van_beide_edities(pagina: Pagina, code: str) -> None:
    kolommen = per_editie(met_id(pagina(f"/doelstellingen/{code}/"), "speerpunten"))

    for titel, publicatie, aantal in zip(EDITIES, PUBLICATIES, SPEERPUNTEN[code], strict=True):
        kolom = kolommen[titel]
        van_programma = {id(lijst) for deel in kolom.iter("details") if deel is not kolom for lijst in deel.iter("ul")}
        punten = [li for lijst in met_klasse(kolom, "punten") if id(lijst) not in van_programma for li in lijst]
        assert len(punten) == aantal
        assert ("De site herkende onder deze doelstelling geen losse speerpunten." in tekst(kolom)) == (aantal == 0)
        eerste = [next(li.iter("a")).get("href", "") for li in punten]
        assert all(adres.startswith(f"{bronadres(publicatie)}regels/") for adres in eerste)


# Typed from the documents: headings of the speerpunten of the programma, each with the line of its first one.
VAN_PROGRAMMA = {
    "PB 2023": {
        46: "Onderwijs",
        75: "Arbeidsparticipatie en bestaanszekerheid – Stimuleren duurzame arbeidsparticipatie, door",
        82: "Arbeidsparticipatie en bestaanszekerheid – Bestaanszekerheid door inkomensondersteuning, door",
        87: "Arbeidsparticipatie en bestaanszekerheid – Schuldhulpverlening, door",
    },
    "PB 2026": {
        66: "De focus voor het onderdeel ‘onderwijs’ komt te liggen op",
        78: "Stimuleren duurzame arbeidsparticipatie door",
        86: "Bestaanszekerheid bevorderen door",
        95: "Preventie en schuldhulpverlening door",
        118: "Bevorderen werkgelegenheidsgroei door ons te blijven richten op",
    },
}


@pytest.mark.parametrize(("titel", "publicatie"), list(zip(EDITIES, PUBLICATIES, strict=True)))
@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_speerpunten_van_het_programma_heten_bij_elke_doelstelling(
    pagina: Pagina, code: str, titel: str, publicatie: str
) -> None:
    """Also where the doelstelling has none; those under its own name (1.5) are among its own instead."""
    kolom = per_editie(met_id(pagina(f"/doelstellingen/{code}/"), "speerpunten"))[titel]
    per_kop = {tekst(deel[0]).rpartition(" (")[0]: deel for deel in kolom.iter("details") if deel is not kolom}

    for regel, kop in VAN_PROGRAMMA[publicatie].items():
        if code == "1.5" and "Stimuleren duurzame arbeidsparticipatie" in kop:
            assert kop not in per_kop
        else:
            eerste = next(per_kop[kop].iter("a"))
            assert eerste.get("href") == f"{bronadres(publicatie)}regels/{regel}/"


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_elke_tekst_linkt_naar_haar_regel(pagina: Pagina, publicatie: str) -> None:
    for code in DOELSTELLINGEN:
        for sectie in ("speerpunten", "teksten", "kosten"):
            links = {a.get("href", "") for a in met_id(pagina(f"/doelstellingen/{code}/"), sectie).iter("a")}
            eigen = {link for link in links if link.startswith(bronadres(publicatie))}
            assert eigen <= gedrukte_regels(pagina).keys()


def test_namen_in_de_tekst_en_in_de_tabel_met_geld(pagina: Pagina) -> None:
    """Lines 348 and 367 of PB 2023, 538 and 559 of PB 2026."""
    for kolom in per_editie(met_id(pagina("/doelstellingen/1.3/"), "teksten")).values():
        assert "Naam: Bevorderen van een beter ondernemersklimaat." in tekst(kolom)
        assert "In de tabel met bedragen: Bevorderen van een beter vestigings- en ondernemersklimaat." in tekst(kolom)
    assert "In de tabel met bedragen" not in tekst(pagina("/doelstellingen/1.5/"))


def test_van_een_editie_met_alleen_punten_heet_het_niet_dat_zij_niets_uitlegt(pagina: Pagina) -> None:
    """PB 2026 prints only headings and bullets for 1.3, lines 225-281."""
    kolom = per_editie(met_id(pagina("/doelstellingen/1.3/"), "teksten"))[EDITIES[1]]

    assert "PB 2026 beschrijft deze doelstelling alleen met punten. Die staan bij Wat de gemeente wil doen." in tekst(
        kolom
    )
    assert "Het document geeft hier geen uitleg." not in tekst(kolom)


def test_een_link_die_een_editie_drukt_heeft_zijn_regel(pagina: Pagina) -> None:
    """PB 2026, line 596."""
    kolom = per_editie(met_id(pagina("/doelstellingen/1.4/"), "teksten"))[EDITIES[1]]

    assert "Link in het document: https://www.werk.nl/" in tekst(kolom)
    assert "(PB 2026, regel 596)" in tekst(kolom)


def test_wat_het_kost_staat_boven_de_tabel(pagina: Pagina) -> None:
    """PB 2023, line 463, and PB 2026, line 672: -18.649 and -23.859."""
    kosten = tekst(met_id(pagina("/doelstellingen/1.5/"), "kosten"))

    assert kosten.startswith("Geld € 23,9 miljoen netto kosten in 2026. € 5,2 miljoen meer dan PB 2023 voor 2026 verw")


def test_de_uitleg_van_het_geld_naast_elkaar(pagina: Pagina) -> None:
    """Lines 369 and 563: only PB 2023 speaks of the warenmarkten."""
    kosten = met_id(pagina("/doelstellingen/1.3/"), "kosten")
    eerste, tweede = per_editie(kosten).values()

    assert list(per_editie(kosten)) == EDITIES
    assert "warenmarkten" in tekst(eerste)
    assert "warenmarkten" not in tekst(tweede)


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_moties_leiden_naar_hun_plaats_op_raad(pagina: Pagina, code: str) -> None:
    gelezen = pagina(f"/doelstellingen/{code}/")
    links = {a.get("href", ""): tekst(a) for a in gelezen.iter("a") if a.get("href", "").startswith("/raad/#motie-")}

    assert sorted(links) == sorted(f"/raad/#motie-{nummer}" for nummer in MOTIES[code])
    for adres, kop in links.items():
        assert tekst(met_id(pagina("/raad/"), adres.partition("#")[2])[0]) == kop
