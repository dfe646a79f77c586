"""What the overview says, against values typed by hand from the documents."""

from xml.etree.ElementTree import Element

import pytest

from tests.gereedschap.paginas import DOELSTELLINGEN, INDICATOREN, Pagina, met_klasse, tekst

pytestmark = pytest.mark.django_db

# Per doelstelling: net cost of 2026 in PB 2026, and against what PB 2023 printed for 2026 (both x € 1.000:
# 14.714 and 12.193, 2.616 and 1.871, 1.783 and 603, 362 and 347, 23.859 and 18.649, 20.221 and 16.405).
KOSTEN_2026 = {
    "1.1": ("€ 14,7 miljoen", "€ 2,5 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 12,2 miljoen)."),
    "1.2": ("€ 2,6 miljoen", "€ 0,7 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 1,9 miljoen)."),
    "1.3": ("€ 1,8 miljoen", "€ 1,2 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 0,6 miljoen)."),
    "1.4": ("€ 362.000", "€ 15.000 meer dan PB 2023 voor 2026 verwachtte (€ 347.000)."),
    "1.5": ("€ 23,9 miljoen", "€ 5,2 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 18,6 miljoen)."),
    "1.6": ("€ 20,2 miljoen", "€ 3,8 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 16,4 miljoen)."),
}
# Per indicator: doelstelling, last realisatie, what was named for its year with the gap, and what PB 2026 names.
OVERZICHT = {
    "vve-leerwinst": (
        "1.1",
        "31% in 2021",
        ["PB 2023 voor 2023, 2024, 2025, 2026: 46%", "Niet te vergelijken: zonder doel voor dat jaar."],
        ["Staat niet in PB 2026."],
    ),
    "vve-ontwikkelingsscore": ("1.1", "Op deze site staat hiervan geen resultaat", [], ["PB 2026 voor 2026: 2,5"]),
    "voortijdige-schoolverlaters": (
        "1.2",
        "2,67% in 2024",
        [
            "PB 2023 voor 2024, 2025, 2026: 2,30%",
            "0,37 procentpunt meer dan PB 2023 noemde: ongunstiger, want lager is beter.",
        ],
        ["PB 2026 voor 2026: 2,50%"],
    ),
    "dienstverlening-ondernemers": (
        "1.3",
        "6,60 in 2024",
        [
            "PB 2023 voor 2024: 6,9",
            "PB 2023 voor 2025, 2026: 7,1",
            "0,3 minder dan PB 2023 noemde: ongunstiger.",
        ],
        ["PB 2026 voor 2026: 6,80"],
    ),
    "arbeidsplaatsen": (
        "1.4",
        "2.212 in 2024",
        [
            "PB 2022 voor 2024: 372 (raming, misschien anders gemeten)",
            "PB 2022 voor 2025: 0 (raming, misschien anders gemeten)",
            "Niet te vergelijken: misschien anders gemeten.",
        ],
        ["PB 2026 voor 2026: 650 (raming)"],
    ),
    "arbeidsparticipatie": (
        "1.5",
        "76,0% in 2024",
        ["PB 2023 voor 2024, 2025, 2026: 71,0% (aanname, anders gemeten)", "Niet te vergelijken: anders gemeten."],
        ["PB 2026 voor 2026: 73,0%", "Vraagt minder dan het laatste resultaat."],
    ),
    "uitstroom-naar-werk": (
        "1.5",
        "181 in 2024",
        [
            "PB 2023 voor 2024: 180",
            "PB 2023 voor 2025, 2026: 170",
            "1 meer dan PB 2023 noemde: minstens zo gunstig.",
        ],
        ["PB 2026 voor 2026: 180", "Vraagt minder dan het laatste resultaat."],
    ),
    "deeltijd-werkenden": (
        "1.5",
        "474 in 2024",
        ["PB 2023 voor 2024, 2025, 2026: 400 (raming)", "74 meer dan PB 2023 noemde; dat was een verwachting."],
        ["PB 2026 voor 2026: 525 (kengetal)"],
    ),
    "uitstroom-naar-school": (
        "1.5",
        "19 in 2024",
        [
            "PB 2023 voor 2024, 2025, 2026: 40",
            "21 minder dan PB 2023 noemde: ongunstiger.",
        ],
        ["PB 2026 voor 2026: 25"],
    ),
    "bijstandsuitkeringen": (
        "1.6",
        "2.568 in 2024",
        ["PB 2023 voor 2024, 2025, 2026: 2.250 (raming)", "318 meer dan PB 2023 noemde; dat was een verwachting."],
        ["PB 2026 voor 2026: 2.600 (raming)"],
    ),
    "bereik-minimaregelingen": (
        "1.6",
        "69% in 2024",
        [
            "PB 2023 voor 2024, 2025, 2026: 85%",
            "16 procentpunt minder dan PB 2023 noemde: ongunstiger.",
        ],
        ["PB 2026 voor 2026: 85%"],
    ),
}


def kaart(pagina: Element, code: str) -> Element:
    [artikel] = [deel for deel in pagina.iter("article") if tekst(deel).startswith(code)]
    return artikel


def test_het_overzicht_zegt_wat_hier_staat(pagina: Pagina) -> None:
    inhoud = tekst(pagina("/"))

    assert "Programma 1: Onderwijs, economie en arbeidsparticipatie" in inhoud
    assert "gemeente Zoetermeer" in inhoud
    assert "Programmabegroting 2023-2026 (PB 2023) en Programmabegroting 2026-2029 (PB 2026)." in inhoud
    assert "De nieuwste resultaten zijn van 2024." in inhoud


def test_het_overzicht_beantwoordt_de_vier_vragen(pagina: Pagina) -> None:
    """Typed from the documents: -63.257 in PB 2026 (917), -50.068 in PB 2023 (571); the goals at 358, 545 and so on."""
    antwoorden = {tekst(deel[0]): tekst(deel) for deel in met_klasse(pagina("/"), "antwoord")}

    assert list(antwoorden) == [
        "Zijn de doelen gehaald?",
        "Wat kost het?",
        "Wat is er veranderd?",
        "Klopt het?",
    ]
    doelen, kosten, veranderd, klopt = antwoorden.values()
    assert doelen == (
        "Zijn de doelen gehaald? 2024 was bij 1 van de 5 vergelijkbare cijfers minstens zo gunstig als PB 2023 voor "
        "2024 verwachtte, en bij 4 ongunstiger. "
        "Minstens zo gunstig: Uitstroom uit de bijstand naar werk (1 meer; twee bronnen)."
        "Ongunstiger: Voortijdige schoolverlaters zonder startkwalificatie (0,37 procentpunt meer, lager is beter); "
        "Rapportcijfer van ondernemers voor de dienstverlening (0,3 minder); Jongeren die van de bijstand naar school "
        "gaan (21 minder); Bereik van de minimaregelingen (16 procentpunt minder)."
        "Dit is een vergelijking, geen oordeel: de begroting van 2024 zelf staat nog niet op deze site."
        "Niet te vergelijken: 2 zonder resultaat over 2024, 1 anders gemeten, 1 misschien anders gemeten en 2 met "
        "alleen een verwachting."
    )
    assert "€ 63,3 miljoen in 2026 Netto kosten: de uitgaven min de inkomsten, na reserves." in kosten
    assert "€ 13,2 miljoen meer dan PB 2023 voor 2026 verwachtte (€ 50,1 miljoen)." in kosten
    # PB 2026, line 913: -63.400 before reserves; PB 2023, line 571: 50.068.
    assert "PB 2023 zegt niet of dat na reserves is; anders is het € 13,3 miljoen meer." in kosten
    assert "Het grootste verschil in 2026: 1.5 Stimuleren duurzame arbeidsparticipatie (€ 5,2 miljoen meer)." in kosten
    assert "Niet gecorrigeerd voor prijsstijging; een deel betaalt het Rijk." in kosten
    assert "Doelen: 2 soepeler, 1 strenger Soepeler dan in PB 2023: " in veranderd
    assert "(2026: 7,1 werd 6,80); Jongeren die van de bijstand naar school gaan (2026: 40 werd 25)." in veranderd
    assert "Strenger dan in PB 2023: Uitstroom uit de bijstand naar werk (2026: 170 werd 180)." in veranderd
    # Voortijdige schoolverlaters: 2,30% in PB 2023 (line 331), 2,50% in PB 2026 (line 514), and the age limit moves.
    assert "Met een voorbehoud: nog 1 doel." in veranderd
    assert "Van dit programma staan PB 2024 en PB 2025 nog niet op deze site." in veranderd
    assert "van de 101 optellingen tellen niet op" in klopt
    assert "68 kloppen precies, bij 23 is er een klein verschil door afronden." in klopt
    assert "Bij 8 onderwerpen lijken de cijfers elkaar tegen te spreken." in klopt


@pytest.mark.parametrize("code", DOELSTELLINGEN)
def test_geld_van_elke_doelstelling_op_het_overzicht(pagina: Pagina, code: str) -> None:
    bedrag, verschil = KOSTEN_2026[code]

    [geld] = met_klasse(kaart(pagina("/"), code), "doel__geld")

    assert tekst(geld) == f"{bedrag} netto kosten in 2026. {verschil}"


@pytest.mark.parametrize("slug", INDICATOREN)
def test_laatste_realisatie_op_het_overzicht_met_de_begroting_eromheen(pagina: Pagina, slug: str) -> None:
    code, laatste, toen, nu = OVERZICHT[slug]
    artikel = kaart(pagina("/"), code)

    [regel] = [
        deel for deel in artikel.iter("li") if any(a.get("href") == f"/indicatoren/{slug}/" for a in deel.iter())
    ]

    def zinnen(klasse: str) -> list[str]:
        [deel] = met_klasse(regel, klasse)
        return [tekst(zin) for zin in deel.iter("p")]

    assert [tekst(stand) for stand in met_klasse(regel, "indicator__stand")] == [laatste]
    assert (zinnen("indicator__toen"), zinnen("indicator__nu")) == (toen, nu)
    assert len(list(regel.iter("svg"))) == 1
