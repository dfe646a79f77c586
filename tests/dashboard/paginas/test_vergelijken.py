"""/vergelijken/: what changed between two editions, against values typed from the documents."""

import re
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from tests.gereedschap.paginas import (
    PUBLICATIES,
    Pagina,
    cijferlink,
    gedrukte_regels,
    met_id,
    met_klasse,
    staat_in,
    tabel,
    tekst,
)

pytestmark = pytest.mark.django_db

HEEN, TERUG = "/vergelijken/?van=PB-2023&naar=PB-2026", "/vergelijken/?van=PB-2026&naar=PB-2023"
KORT = """
- Het programma kost in 2026 na reserves netto € 63,3 miljoen volgens PB 2026 en € 50,1 miljoen volgens PB 2023,
  € 13,2 miljoen meer (PB 2023 zegt niet of zijn Resultaat voor of na reserves is). Voor reserves is het volgens
  PB 2026 € 63,4 miljoen; dan is het € 13,3 miljoen meer.
- Alle 6 doelstellingen kosten in 2026 volgens PB 2026 meer dan volgens PB 2023, het grootste verschil heeft 1.5
  Stimuleren duurzame arbeidsparticipatie: netto € 23,9 miljoen volgens PB 2026 en € 18,6 miljoen volgens PB
  2023, € 5,2 miljoen meer.
- De stad betaalt in 2026 zelf mee aan BUIG: netto € 6,5 miljoen volgens PB 2026 en € 4,2 miljoen volgens PB
  2023, € 2,3 miljoen meer.
- Doelen die in PB 2026 soepeler zijn dan in PB 2023: Rapportcijfer van ondernemers voor de dienstverlening
  (2026: 7,1 in PB 2023, 6,80 in PB 2026); Jongeren die van de bijstand naar school gaan (2026: 40 in PB 2023,
  25 in PB 2026).
- Doelen die in PB 2026 strenger zijn dan in PB 2023: Uitstroom uit de bijstand naar werk (2026: 170 in PB 2023,
  180 in PB 2026).
- Apart genoemd: Voortijdige schoolverlaters zonder startkwalificatie (2026: 2,30% in PB 2023, 2,50% in PB
  2026). Op 1 januari 2026 gaat de leeftijdsgrens van 23 naar 27 jaar. PB 2026 zegt dat de gemeente het
  resultaat daardoor misschien moet aanpassen.
  Mensen met een uitkering die in deeltijd werken (2026: 400 in PB 2023, 525 in PB 2026). In PB
  2023 is dit een verwachting, geen doel. In PB 2026 is dit een kengetal, geen doel.
  Aantal bijstandsuitkeringen (2026: 2.250 in PB 2023, 2.600 in PB 2026). Dit is een verwachting,
  geen doel.
- In PB 2026 anders gemeten dan in PB 2023: Arbeidsparticipatie.
- In PB 2026 misschien anders gemeten dan in PB 2023: Toename aantal arbeidsplaatsen.
- Indicatoren alleen in PB 2023: Peuters en kleuters met meer dan gemiddelde leerwinst (VVE); alleen in PB 2026:
  Ontwikkeling van VVE-kinderen in taal en rekenen.
"""
# Net cost of 2026 x € 1.000, by size of the difference; lines 318-571 of PB 2023 and 501-917 of PB 2026.
GELD_2026 = [
    ("Programma, voor reserves", "50.068", "63.400", "+13.332"),
    ("Programma, na reserves", "50.068", "63.257", "+13.189"),
    ("1.5 Stimuleren duurzame arbeidsparticipatie", "18.649", "23.859", "+5.210"),
    ("1.6 Voorzien in noodzakelijke middelen van bestaan", "16.405", "20.221", "+3.816"),
    ("1.1 Bijdragen aan maatwerk in spelen en leren", "12.193", "14.714", "+2.521"),
    ("1.3 Bevorderen van een beter vestigings- en ondernemersklimaat", "603", "1.783", "+1.180"),
    ("1.2 Beperken uitval in het onderwijs", "1.871", "2.616", "+745"),
    ("1.4 Bevorderen groei werkgelegenheid", "347", "362", "+15"),
]


def rijen(pagina: Element, sleutel: str) -> list[tuple[str, ...]]:
    return [(naam, *(tekst(veld) for veld in rij)) for naam, rij in tabel(pagina, sleutel)[1].items()]


def feiten(pagina: Element) -> list[tuple[str, str]]:
    return [(tekst(paar[0]), tekst(paar[1])) for paar in met_id(pagina, "indicatoren").iter("div")]


def test_volgorde_van_de_pagina(pagina: Pagina) -> None:
    secties = [deel.get("id") for deel in met_id(pagina(HEEN), "inhoud").iter("section")]

    assert secties == ["kort", "verschoven", "geld", "indicatoren"]
    assert (
        "Tussen deze begrotingen zitten PB 2024 en PB 2025. Die staan van dit programma nog niet op deze site."
        in tekst(pagina(HEEN))
    )


def test_de_samenvatting_is_hoogstens_tien_zinnen_uit_de_cijfers(pagina: Pagina) -> None:
    zinnen = [tekst(zin) for zin in met_id(pagina(HEEN), "kort").iter("li")]

    assert zinnen == [" ".join(zin.split()) for zin in KORT.split("\n- ")[1:]]
    assert len(zinnen) == 9
    assert tekst(pagina("/vergelijken/")) == tekst(pagina(HEEN))


def test_de_samenvatting_andersom(pagina: Pagina) -> None:
    zinnen = [tekst(zin) for zin in met_id(pagina(TERUG), "kort").iter("li")]

    assert zinnen[1].startswith("Alle 6 doelstellingen kosten in 2026 volgens PB 2023 minder dan volgens PB 2026, ")
    assert zinnen[2].endswith(
        "netto € 4,2 miljoen volgens PB 2023 en € 6,5 miljoen volgens PB 2026, € 2,3 miljoen minder."
    )
    assert zinnen[3].startswith(
        "Doelen die in PB 2023 soepeler zijn dan in PB 2026: Uitstroom uit de bijstand naar werk"
    )
    assert "In PB 2026 is dit een kengetal, geen doel." in zinnen[5]
    zegt = "PB 2026 is de nieuwste van deze twee: u kijkt terug in de tijd."
    assert [zegt in tekst(pagina(adres)) for adres in (HEEN, TERUG)] == [False, True]
    assert rijen(pagina(TERUG), "geld-doelstelling-2026")[2][1:] == ("23.859", "18.649", "-5.210")


@pytest.mark.parametrize("adres", [HEEN, TERUG])
def test_elk_cijfer_linkt_naar_de_regel_die_het_drukt(pagina: Pagina, adres: str) -> None:
    gedrukt_op = gedrukte_regels(pagina)
    cijfers = list(met_klasse(pagina(adres), "cijfer"))

    assert len(cijfers) > 60
    for cijfer in cijfers:
        anders = re.search(r"\(gedrukt als (.*?)\), bron", cijfer.get("aria-label", ""))
        assert staat_in(anders[1] if anders else tekst(cijfer), gedrukt_op[cijfer.get("href", "")])


@pytest.mark.parametrize("jaar", [2025, 2026])
def test_elk_bedrag_is_een_link(pagina: Pagina, jaar: int) -> None:
    koppen, per_naam = tabel(pagina(HEEN), f"geld-doelstelling-{jaar}")

    for naam, rij in per_naam.items():
        for kop, veld in zip(koppen, rij, strict=True):
            if kop != "Verschil" and re.search(r"\d", tekst(veld)):
                links = [cijferlink(veld), *(a.get("href") for a in met_klasse(veld, "berekend"))]
                assert any(links), (naam, kop)


def test_geld_de_grootste_verschuiving_eerst(pagina: Pagina) -> None:
    assert rijen(pagina(HEEN), "geld-doelstelling-2026") == GELD_2026


def test_ook_terug_zegt_alleen_wie_het_drukt_wat_voor_reserves_is(pagina: Pagina) -> None:
    """PB 2026, line 913, prints it; PB 2023, line 571, does not say what its Resultaat is."""
    inhoud = tekst(pagina(TERUG))

    assert "Voor reserves is het volgens PB 2026 € 63,4 miljoen; dan is het € 13,3 miljoen minder." in inhoud
    assert "Voor reserves is het volgens PB 2023" not in inhoud


def test_groei_en_resultaat_hebben_hun_voorbehoud(pagina: Pagina) -> None:
    inhoud = tekst(pagina(HEEN))

    assert inhoud.count("De bedragen zijn niet gecorrigeerd voor prijsstijging, en een deel betaalt het Rijk.") == 2
    assert "PB 2023 noemt de laatste rij Resultaat en zegt niet of dat voor of na reserves is." in inhoud


def test_soepeler_doelen_en_hun_voorbehoud_in_de_tabel(pagina: Pagina) -> None:
    gevonden = {rij[0]: rij[1:] for rij in rijen(pagina(HEEN), "doelen")}

    assert gevonden["Rapportcijfer van ondernemers voor de dienstverlening"] == (
        *("2026", "7,1", "6,80", "-0,3"),
        "soepeler",
    )
    assert gevonden["Jongeren die van de bijstand naar school gaan"] == ("2026", "40", "25", "-15", "soepeler")
    assert gevonden["Voortijdige schoolverlaters zonder startkwalificatie"][1:3] == ("2,30%", "2,50%")
    assert gevonden["Aantal bijstandsuitkeringen"][-1] == "Dit is een verwachting, geen doel."
    assert gevonden["Arbeidsparticipatie"][3:] == ("niet te vergelijken", "anders gemeten")


def test_indicatoren_en_doelstellingen(pagina: Pagina) -> None:
    gevonden = feiten(pagina(HEEN))

    assert ("doelstellingen in beide", "6, met dezelfde nummers en namen") in gevonden
    # Heading and money table of both editions: lines 348 and 367, 538 and 559.
    kop, bij_geld = "1.3 Bevorderen van een beter ondernemersklimaat", "beter vestigings- en ondernemersklimaat"
    assert [zin for soort, zin in gevonden if soort == "doelstelling met twee namen"] == [
        f"{editie}: “{kop}” heet in de tabel met geld “Bevorderen van een {bij_geld}”" for editie in PUBLICATIES
    ]
    soorten = [soort for soort, _ in gevonden]
    assert soorten.count("andere bron") == 2
    assert soorten.count("anders gemeten") == soorten.count("misschien anders gemeten") == 1
    assert soorten.count("nieuwe meting, vanaf PB 2026") == soorten.count("andere naam") == 1
    assert not {"gesplitst", "samengevoegd"} & {soort.partition(",")[0] for soort in soorten}


def test_twee_keer_dezelfde_editie_krijgt_te_horen_wat_te_doen(pagina: Pagina) -> None:
    inhoud = tekst(pagina("/vergelijken/?van=PB-2026&naar=PB-2026"))

    assert "U koos twee keer PB 2026. Kies hierboven twee verschillende begrotingen" in inhoud
    assert "In het kort" not in inhoud


@pytest.mark.usefixtures("edities")
@pytest.mark.parametrize("slug", ["PB-2024", "PB-2022", "x", "", "%00"])
def test_een_editie_die_niet_geladen_is_is_een_404(client: Client, slug: str) -> None:
    assert client.get(f"/vergelijken/?van={slug}").status_code == 404
    assert client.get(f"/vergelijken/?naar={slug}").status_code == 404


def test_opvallende_cijfers_leiden_naar_hun_uitleg(pagina: Pagina) -> None:
    merken = list(met_klasse(met_id(pagina(HEEN), "verschoven"), "merk"))

    assert "/klopt-het/#arbeidsparticipatie-leeftijd" in {a.get("href") for merk in merken for a in merk.iter("a")}
    assert "twee manieren van tellen (Arbeidsparticipatie in 2026)" in " ".join(map(tekst, merken))
