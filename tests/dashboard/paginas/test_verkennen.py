"""The explorer: chosen figures on the same axes, with the table and the file of exactly that; values typed by hand."""

import csv
import io

import pytest
from django.test import Client

from tests.gereedschap.paginas import Pagina, cellen, haal, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

WERK, SCHOOL = "Uitstroom uit de bijstand naar werk", "Jongeren die van de bijstand naar school gaan"
TWEE = "/verkennen/?indicator=uitstroom-naar-werk&indicator=uitstroom-naar-school"


def titels(pagina: Pagina, adres: str) -> list[str]:
    return [tekst(titel) for titel in met_klasse(pagina(adres), "grafiek__titel")]


def schalen(pagina: Pagina, adres: str) -> list[list[str]]:
    """The values and years along the axes of each chart."""
    return [
        [tekst(maat) for maat in met_klasse(grafiek, "tekening__zacht")]
        for grafiek in met_klasse(pagina(adres), "grafiek")
    ]


def test_wat_dezelfde_eenheid_heeft_staat_op_dezelfde_assen(pagina: Pagina) -> None:
    """PB 2023, lines 446 and 447; PB 2026, lines 627 and 628: 209 beside 32, so both go to 250."""
    een, ander = schalen(pagina, TWEE)

    assert een == ander
    assert "250" in een
    assert {"2021", "2029"} <= set(een)
    [los] = schalen(pagina, "/verkennen/?indicator=uitstroom-naar-school")
    assert "250" not in los


def test_een_andere_eenheid_krijgt_een_eigen_vak(pagina: Pagina) -> None:
    koppen = [
        tekst(kop)
        for kop in pagina(f"{TWEE}&indicator=voortijdige-schoolverlaters&geld=doelstelling/1-5").iter("h2")
        if tekst(kop).startswith("Eenheid")
    ]

    assert koppen == ["Eenheid: aantal", "Eenheid: %", "Eenheid: miljoen euro"]


def test_de_tabel_zegt_wat_elke_begroting_noemde(pagina: Pagina) -> None:
    inhoud = pagina(TWEE)

    assert tabel(inhoud, "gekozen-1")[0] == ["2021", "2023", "2024", "2025", "2026", "2027", "2028", "2029"]
    rijen = cellen(inhoud, "gekozen-1")
    assert rijen[f"{WERK}: realisatie"][0] == "209"
    assert rijen[f"{WERK}: realisatie"][2] == "181 Rapportage SD 2024-H2: 209"
    assert rijen[f"{WERK}: begroting PB 2023 (streefwaarde)"][1:5] == ["200", "180", "170", "170"]
    assert rijen[f"{SCHOOL}: begroting PB 2026 (streefwaarde)"][4:] == ["25", "25", "25", "25"]


def test_alleen_de_gekozen_jaren_en_begrotingen(pagina: Pagina, client: Client) -> None:
    adres = f"{TWEE}&editie=PB-2026&van=2024&tot=2027"
    inhoud = pagina(adres)

    assert tabel(inhoud, "gekozen-1")[0] == ["2024", "2025", "2026", "2027"]
    assert cellen(inhoud, "gekozen-1").keys() == {
        *(f"{naam}: {wat}" for naam in (WERK, SCHOOL) for wat in ("realisatie", "begroting PB 2026 (streefwaarde)")),
        f"{WERK}: doel volgens Rapportage SD 2024-H2",  # of 2024, and of no edition
    }
    for grafiek in met_klasse(inhoud, "grafiek"):
        assert "PB 2023" not in tekst(grafiek)
        assert not {"2021", "2023", "2028", "2029"} & set(tekst(grafiek).split())

    bestand = client.get(f"{adres}&tabel=gekozen-1&als=csv").content.decode("utf-8-sig")
    gelezen = list(csv.reader(io.StringIO(bestand)))
    assert [f"{WERK}: realisatie", "181"] in [rij[:2] for rij in gelezen]
    assert not [rij for rij in gelezen if "PB 2023" in "".join(rij)]


def test_de_titel_gaat_niet_over_wat_niet_getekend_is(pagina: Pagina) -> None:
    """Of the years after 2024 nothing is measured, and of the result of 2024 the finding tells."""
    heel, korter = (f"/verkennen/?indicator=uitstroom-naar-school{jaren}" for jaren in ("", "&van=2026&tot=2028"))

    assert titels(pagina, heel) == ["2024: 19, 21 minder dan PB 2023 als doel noemde"]
    assert titels(pagina, korter) == ["PB 2026 noemde voor 2028 als doel 25"]


def test_jaren_in_een_andere_volgorde_zijn_dezelfde(pagina: Pagina) -> None:
    een, ander = (
        cellen(pagina(f"{TWEE}&van={van}&tot={tot}"), "gekozen-1") for van, tot in ((2024, 2026), (2026, 2024))
    )

    assert een == ander


def test_netto_kosten_naast_elkaar(pagina: Pagina) -> None:
    """PB 2023, line 463; PB 2026, line 727: 6.534 for BUIG, of which PB 2023 prints lasten and baten (line 509)."""
    inhoud = pagina("/verkennen/?geld=doelstelling/1-5&geld=uitsplitsing/buig")
    rijen = cellen(inhoud, "gekozen-1")
    jaren = tabel(inhoud, "gekozen-1")[0]

    assert rijen["Netto kosten van 1.5: PB 2023"][jaren.index("2024")] == "18.885 meerjarenraming"
    assert rijen["Netto kosten van BUIG: PB 2026"][jaren.index("2026")] == "6.534 primitieve begroting"
    assert "Netto kosten van BUIG: PB 2023" not in rijen
    assert "PB 2023 noemt hiervan geen netto bedrag, alleen lasten of baten." in tekst(inhoud)


def test_het_hele_programma(pagina: Pagina) -> None:
    """PB 2026, line 917."""
    assert titels(pagina, "/verkennen/?geld=programma") == ["PB 2026 begroot voor 2026 netto € 63,3 miljoen"]


def test_waar_een_begroting_niets_van_noemt(pagina: Pagina) -> None:
    """Beschut werk is a kengetal: PB 2026, line 651, names no goal."""
    zin = "Uit PB 2023 en PB 2026 staat hiervan voor deze jaren geen begroting op deze site."

    assert zin in tekst(pagina("/verkennen/?indicator=beschut-werk"))
    assert zin not in tekst(pagina("/verkennen/?indicator=uitstroom-naar-werk"))


def test_wat_een_document_voor_een_ander_noemt_valt_niet_weg(pagina: Pagina) -> None:
    """PB 2023, line 380: of arbeidsplaatsen it has a row of PB 2022, which is not on the site and cannot be chosen."""
    inhoud = pagina("/verkennen/?indicator=arbeidsplaatsen&editie=PB-2023")

    assert "Uit PB 2023" not in tekst(inhoud)
    assert any("PB 2022" in rij for rij in cellen(inhoud, "gekozen-1"))
    assert not any("begroting PB 2026" in rij for rij in cellen(inhoud, "gekozen-1"))
    zonder_dat_document = pagina("/verkennen/?indicator=arbeidsplaatsen&editie=PB-2026")
    assert not any("PB 2022" in rij for rij in cellen(zonder_dat_document, "gekozen-1"))


def test_een_doel_van_een_rapportage_staat_in_de_tabel(pagina: Pagina) -> None:
    """Rapportage SD 2024-H2, line 175: the goal of 2024 was 200."""
    rijen = cellen(pagina("/verkennen/?indicator=uitstroom-naar-werk&van=2024&tot=2024"), "gekozen-1")

    assert rijen[f"{WERK}: doel volgens Rapportage SD 2024-H2"] == ["200"]


def test_een_raming_van_later_is_geen_begroting(pagina: Pagina) -> None:
    """PB 2023, line 463: 18.885 for 2024 is a meerjarenraming."""
    adres = "/verkennen/?geld=doelstelling/1-5&editie=PB-2023&van=2024&tot=2024"

    assert titels(pagina, adres) == ["PB 2023 verwachtte voor 2024 netto € 18,9 miljoen"]


def test_waar_niets_te_tekenen_is_staat_dat_er(pagina: Pagina) -> None:
    inhoud = pagina("/verkennen/?indicator=beschut-werk&van=2027&tot=2028")

    assert list(met_klasse(inhoud, "grafiek")) == []
    assert "Van Beschut werk staat hier voor deze jaren en begrotingen geen cijfer om te tekenen." in tekst(inhoud)


@pytest.mark.parametrize(
    "keuze", ["indicator=bestaat-niet", "geld=doelstelling/9-9", "editie=PB-1900", "van=vroeger", "tot=99999"]
)
def test_wat_er_niet_is_valt_niet_stil_weg(client: Client, keuze: str) -> None:
    assert client.get(f"{TWEE}&{keuze}").status_code == 404


def test_meer_dan_acht_staat_erbij(pagina: Pagina) -> None:
    negen = [
        *("uitstroom-naar-werk", "uitstroom-naar-school", "deeltijd-werkenden", "parttime-baan", "nug"),
        *("oekrainers", "beschut-werk", "arbeidsplaatsen", "bijstandsuitkeringen"),
    ]
    adres = f"/verkennen/?{'&'.join(f'indicator={slug}' for slug in negen)}"

    assert len(titels(pagina, adres)) == 8
    assert "U koos meer dan 8 cijfers. De eerste 8 staan hieronder." in tekst(pagina(adres))
    assert "U koos meer dan 8" not in tekst(pagina(adres.removesuffix("&indicator=bijstandsuitkeringen")))


def test_een_keuze_blijft_aangevinkt(pagina: Pagina) -> None:
    aan = [
        (veld.get("name"), veld.get("value"))
        for veld in pagina(f"{TWEE}&geld=doelstelling/1-5&editie=PB-2026").iter("input")
        if veld.get("checked") is not None
    ]

    assert aan == [
        ("indicator", "uitstroom-naar-werk"),
        ("indicator", "uitstroom-naar-school"),
        ("geld", "doelstelling/1-5"),
        ("editie", "PB-2026"),
    ]


def test_een_indicator_leidt_erheen(client: Client) -> None:
    links = {tekst(link): link.get("href", "") for link in haal(client, "/indicatoren/uitstroom-naar-werk/").iter("a")}

    assert links["Leg dit naast andere cijfers"] == "/verkennen/?indicator=uitstroom-naar-werk"
    assert titels(lambda adres: haal(client, adres), links["Leg dit naast andere cijfers"]) == [
        "2024: 181, 1 meer dan PB 2023 als doel noemde"
    ]
