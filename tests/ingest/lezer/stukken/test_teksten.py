"""The texts of both editions: what the documents explain, what they do not, and what is a paraphrase of ours."""

from collections import Counter
from typing import Any

import pytest

from ingest.lezer.stukken.teksten import lees_teksten
from tests.gereedschap.documenten.documenten import PUBLICATIES, STUKKEN, skelet, volledig
from tests.gereedschap.documenten.gelezen_pdf import lees
from tests.gereedschap.documenten.maak_pdf import Alinea, Kop, Punten, Wit
from tests.gereedschap.laden import Gelezen

VSV = "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar"
BEREIK = "Bereik minimaregelingen uitgedrukt in % doelgroep"
WAARSTAATJE = [
    "https://www.waarstaatjegemeente.nl/dashboard/dashboard/Onderwijs/",
    "https://www.waarstaatjegemeente.nl/dashboard/dashboard/Bedrijvigheid-en-economie/",
    "https://www.waarstaatjegemeente.nl/dashboard/dashboard/Werk-en-inkomen/",
    "https://www.waarstaatjegemeente.nl/dashboard/dashboard/Besluit-Begroting-en-Verantwoording/",
]
EDITIES = [
    *(pytest.param(naam, skelet, id=f"{naam}-skelet") for naam in PUBLICATIES),
    *(pytest.param(naam, volledig, id=f"{naam}-document", marks=pytest.mark.documents) for naam in PUBLICATIES),
]
elke_editie = pytest.mark.parametrize(("publicatie", "bestand"), EDITIES)


def teksten(document: dict[str, Any], *soorten: str) -> list[dict[str, Any]]:
    return [tekst for tekst in document["teksten"] if tekst["soort"] in soorten]


@elke_editie
def test_welke_toelichtingen_leeg_zijn(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    """The document itself is silent here; a paraphrase that went missing would say the same, and be untrue."""
    leeg = {
        "PB 2023": [
            (f"{VSV}: % van alle deelnemers aan vo/mbo-onderwijs", 329),
            ("Toename aantal arbeidsplaatsen", 378),
            (BEREIK, 487),
        ],
        "PB 2026": [(BEREIK, 698)],
    }
    gevonden = teksten(gelezen(bestand(publicatie)), "toelichting")
    assert [(t["indicator"], t["regel"]) for t in gevonden if not t["tekst"]] == leeg[publicatie]


@elke_editie
def test_elke_indicator_heeft_een_toelichting_of_een_lege(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    document = gelezen(bestand(publicatie))
    bij = Counter(t["indicator"] for t in teksten(document, "toelichting") if t["indicator"])
    assert bij == Counter({cijfer["naam"]: 1 for cijfer in document["cijfers"]})


@elke_editie
def test_aantallen(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    """Bullets, definitions, the explanations of the chapter with tables, and links; counted in the documents."""
    soorten = ("speerpunt", "definitie", "toelichting", "beleid", "risico", "link")
    aantallen = {"PB 2023": (57, 6, 17, 6, 1, 4), "PB 2026": (105, 10, 31, 0, 1, 5)}
    telling = Counter(t["soort"] for t in gelezen(bestand(publicatie))["teksten"])
    assert tuple(telling[soort] for soort in soorten) == aantallen[publicatie]


MOTIES = {
    "PB 2023": [
        ("Motie 2206-38 LHN - Leerplicht preventie aan de voordeur", 579, 583),
        ("Motie 2206-39A - Help ouderen met aanvragen van inkomensregelingen", 589, 595),
    ],
    "PB 2026": [
        ("Motie 2506-12 De term 'fraude' en de participatiewet niet meer te koppelen", 951, 956),
        ("Motie 2506-49 Samen bouwen aan verbinding en ontwikkeling", 964, 970),
        ("Motie 2506-52A Vertrouwen boven Wantrouwen", 979, 985),
        ("Motie 2506-53 Bijverdienen als jongere in de bijstand", 993, 998),
        ("Motie 2506-61 Aanpak overlast LED-borden", 1006, 1015),
        ("Motie 2506-64 Brede stadspas voor alle vrijwilligers", 1022, 1027),
        ("Motie 2506-81 Kansen voor Kinderen", 1035, 1048),
    ],
}


@elke_editie
def test_moties_met_stand_van_zaken(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    """Titles over two lines are one; each motie has its own stand van zaken."""
    document = gelezen(bestand(publicatie))
    moties = [(t["kop"], t["regel"]) for t in teksten(document, "motie")]
    standen = [(t["kop"], t["regel"]) for t in teksten(document, "stand van zaken")]
    assert moties == [(kop, regel) for kop, regel, _ in MOTIES[publicatie]]
    assert standen == [(kop, regel) for kop, _, regel in MOTIES[publicatie]]
    assert all(t["tekst"] for t in teksten(document, "motie", "stand van zaken"))


@elke_editie
def test_links_naar_waar_staat_je_gemeente(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    """PB 2026 prints them twice, and one other link below doelstelling 1.4."""
    links = [t["tekst"] for t in teksten(gelezen(bestand(publicatie)), "link")]
    anders = [adres for adres in links if adres not in WAARSTAATJE]
    assert [adres for adres in links if adres in WAARSTAATJE] == WAARSTAATJE
    assert [adres.split("/")[2] for adres in anders] == (["www.werk.nl"] if publicatie == "PB 2026" else [])


@elke_editie
def test_risico(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    koppen = {"PB 2023": ("", 523), "PB 2026": ("Gevolgen netcongestie nieuwbouw MOTION Beweeg College", 761)}
    (risico,) = teksten(gelezen(bestand(publicatie)), "risico")
    assert (risico["kop"], risico["regel"]) == koppen[publicatie]


@elke_editie
def test_toelichtingen_bij_beleidsregels(gelezen: Gelezen, publicatie: str, bestand: Any) -> None:
    koppen = {
        "PB 2023": [
            "Schuldhelpverlening",
            "Aanpak fraude zorgaanbieders",
            "Onderwijs en arbeidsmarkt",
            "Actieagenda economie",
            "Afstemming regionale agenda economie",
            "Innovatieprijs 2 jaarlijks",
        ],
        "PB 2026": [
            "Work in Nederland (WIN)",
            "Hervorming arbeidsmarktinfrastructuur Arbeidsmarktregio Zuid-Holland Centraal",
            "Taakmutatie Arbeidsmarktregio Zuid-Holland Centraal",
            "Campagnebudget voor versterking preventie en vroegsignalering Schuldhulpverlening",
            "Collegevoorstel inzet Geldpunt",
        ],
    }
    bij = [t for t in gelezen(bestand(publicatie))["teksten"] if t["tabel"] == "nieuw-beleid"]
    assert [t["kop"] for t in bij] == koppen[publicatie]
    assert all(t["tekst"] for t in bij)


@pytest.mark.parametrize("publicatie", [*PUBLICATIES, *STUKKEN])
def test_elke_tekst_van_een_skelet_is_samengevat(gelezen: Gelezen, publicatie: str) -> None:
    """Our own words never pass for the document's; only an address is kept as printed."""
    document = gelezen(skelet(publicatie))
    letterlijk = [t for t in document["teksten"] if t["tekst"] and not t["samengevat"]]
    assert {t["soort"] for t in letterlijk} <= {"link"}
    assert not [t for t in document["teksten"] if "[samengevat]" in t["tekst"]]


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_geen_tekst_van_een_document_is_samengevat(gelezen: Gelezen, publicatie: str) -> None:
    assert not any(t["samengevat"] for t in gelezen(volledig(publicatie))["teksten"])


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_skelet_en_document_geven_dezelfde_cijfers_en_bevindingen(gelezen: Gelezen, publicatie: str) -> None:
    kort, lang = gelezen(skelet(publicatie)), gelezen(volledig(publicatie))
    assert kort["cijfers"] == lang["cijfers"]
    assert kort["bedragen"] == lang["bedragen"]
    assert kort["bevindingen"] == lang["bevindingen"]


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", STUKKEN)
def test_een_deel_van_een_stuk_geeft_dezelfde_cijfers(gelezen: Gelezen, publicatie: str) -> None:
    kort, lang = gelezen(skelet(publicatie)), gelezen(volledig(publicatie))
    assert (kort["publicatie"], kort["cijfers"], kort["bedragen"]) == (publicatie, lang["cijfers"], lang["bedragen"])


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", [*PUBLICATIES, *STUKKEN])
def test_skelet_heeft_geen_zin_van_het_document(publicatie: str) -> None:
    """Line numbers are equal; a line is as printed, empty, or a paraphrase of ours that is not the printed line."""
    kort = skelet(publicatie).read_text(encoding="utf-8").split("\n")
    lang = volledig(publicatie).read_text(encoding="utf-8").split("\n")
    assert len(kort) == len(lang)
    for van_ons, gedrukt in zip(kort, lang, strict=True):
        if "[samengevat]" in van_ons:
            assert van_ons.split("[samengevat]")[1].strip() not in gedrukt
        else:
            assert van_ons in ("", gedrukt)


@pytest.mark.parametrize("teken", ["•", ""], ids=["met teken", "teken kwijt"])
def test_punten_zonder_hun_teken_zijn_nog_punten(teken: str) -> None:
    """A PDF may draw its bullets: of those only the indent is left. Short ones are no headings, long ones are whole."""
    lang = "Bedrijven en scholen helpen aan een werkplek voor wie moeilijk werk vindt, " * 2 + "ook in 2027."
    punten = ["Werklocaties worden beter gebruikt;", "Het MKB sterker maken", lang]
    regels = lees(
        Kop("Speerpunten in 2027: Wat gaan we daarvoor doen?"),
        Alinea("De gemeente gaat door met wat zij doet, en begint in 2027 met het volgende."),
        *(Alinea(f"Dit is zin {nummer} van een alinea die aan de kantlijn staat.", onder=12) for nummer in range(5)),
        Kop("Doelstelling 1.4 Bevorderen groei werkgelegenheid"),
        Alinea("Wij zetten in op:", onder=12),
        Punten(punten, teken),
        Wit(12),
        Alinea("Dit is gewone tekst onder de punten, over wat daarna komt."),
    )
    gelezen = [t for t in lees_teksten(regels, len(regels), [], set()) if t.soort == "speerpunt" and t.doelstelling]
    assert [(t.tekst, t.kop) for t in gelezen] == [(punt.strip(), "Wij zetten in op") for punt in punten]
