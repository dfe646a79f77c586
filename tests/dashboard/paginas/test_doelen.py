"""What the pages say once a realisatie meets the begroting of its own year: PB 2026 again as a later edition."""

import json
from collections import Counter
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.core.management import call_command
from django.test import Client

from dashboard.paginas.aansluiting.optellingen import Uitkomst
from dashboard.paginas.overzicht.hoofdvragen import klopt_het
from indicators.models import Publicatie
from tests.gereedschap.documenten.documenten import alles, anders, tekst_van, verschoven
from tests.gereedschap.paginas import haal, met_id, met_klasse, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


@pytest.fixture
def met_pb_2028(client: Client, tmp_path: Path) -> Element:
    """PB 2026 with its years moved: its realisaties are of 2026, and it asks 190 instead of 180 (line 627)."""
    later = alles(verschoven(2), anders(627, "180 180 180 180", "190 190 190 190"))
    bestand = tmp_path / "PB-2028.txt"
    bestand.write_text(later(tekst_van("PB 2026")), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)
    return haal(client, "/doelen/")


def zinnen(doelen: Element) -> list[str]:
    return [tekst(li) for li in doelen.iter("li") if tekst(li).startswith("2026: ")]


def test_alleen_een_streefwaarde_van_het_eigen_jaar_heet_een_doel(met_pb_2028: Element) -> None:
    """Lines 574, 626 and 643 of PB 2026, moved to 2026, beside lines 575, 627 and 644 as they are."""
    van_2026 = zinnen(met_pb_2028)

    assert (
        "2026: 2.212. De begroting van 2026 verwachtte 650. Geen oordeel. Dit is een verwachting, geen doel."
        in van_2026
    )
    assert (
        "2026: 181. De begroting van 2023 noemde voor 2026 als doel 170. De begroting van 2026 had als doel 180. "
        "Doel 2026 gehaald." in van_2026
    )
    [deeltijd] = [zin for zin in van_2026 if "474" in zin]
    assert "De begroting van 2023 verwachtte 400. De begroting van 2026 noemde 525." in deeltijd
    assert "Geen oordeel. In PB 2026 heeft dit cijfer geen doel. Hoger is niet beter of slechter." in deeltijd


def test_geen_oordeel_over_het_jaar_waarin_de_groep_veranderde(met_pb_2028: Element) -> None:
    """PB 2026, lines 525 and 526: the age limit goes up in 2026, and the result may have to be adapted."""
    [schoolverlaters] = [zin for zin in zinnen(met_pb_2028) if "2,67%" in zin]

    assert schoolverlaters == (
        "2026: 2,67%. De begroting van 2023 noemde voor 2026 als doel 2,30%. "
        "De begroting van 2026 had als doel 2,50%. Geen oordeel. Misschien is anders gemeten."
    )


def test_alleen_een_vergelijking_waar_geen_oordeel_is(met_pb_2028: Element) -> None:
    inhoud = tekst(met_pb_2028)

    assert "Op deze site staan de begrotingen PB 2023, PB 2026 en PB 2028." in inhoud
    assert "Hieronder staat wat ze noemden naast wat ervan kwam." in inhoud
    assert "Dat is een vergelijking" not in inhoud


def test_zonder_oordeel_is_het_een_vergelijking(client: Client) -> None:
    inhoud = tekst(haal(client, "/doelen/"))

    assert "Op deze site staan de begrotingen PB 2023 en PB 2026." in inhoud
    assert "naast wat ervan kwam." in inhoud
    assert inhoud.count("Dit is een vergelijking, geen oordeel") == 1


def test_wat_zonder_oordeel_te_zeggen_is_staat_bovenaan(client: Client) -> None:
    """PB 2026, lines 513, 554, 626, 657 and 699, beside what PB 2023 named for 2024: 331, 358, 422, 454 and 489."""
    pagina = haal(client, "/doelen/")

    inhoud = tekst(pagina)
    assert (
        "2024 was bij 1 van de 5 vergelijkbare cijfers minstens zo gunstig als PB 2023 voor 2024 verwachtte, "
        "en bij 4 ongunstiger." in inhoud
    )
    vergelijking = met_id(pagina, "vergelijking")
    # PB 2026, lines 633, 521, 550, 663 and 704; of the last there is only the word.
    werk, schoolverlaters, rapportcijfer, school, minima = (tekst(li) for li in vergelijking.iter("li"))
    assert werk == (
        "Uitstroom uit de bijstand naar werk: 181 tegen 180 (1 meer, hoger is beter; twee bronnen, twee cijfers). "
        "PB 2026: De tabel toont "
        "uitstroom naar werk, de trendgrafiek ook alle in- en uitstroom. Door de krapte vinden mensen makkelijker een "
        "baan en is de instroom relatief laag; wie nog bijstand heeft, ervaart de afstand tot de arbeidsmarkt vaak als "
        "groot en stroomt moeilijker uit. De krapte duurt naar verwachting nog jaren; daarom iets minder uitstroom "
        "verwacht dan in 2024. (regel 633)"
    )
    begin = "Voortijdige schoolverlaters zonder startkwalificatie: 2,67% tegen 2,30% "
    assert schoolverlaters.startswith(f"{begin}(0,37 procentpunt meer, lager is beter). PB 2026: ")
    assert schoolverlaters.endswith("(regel 521)")
    assert rapportcijfer.startswith(
        "Rapportcijfer van ondernemers voor de dienstverlening: 6,60 tegen 6,9 (0,3 minder, hoger is beter). PB 2026: "
    )
    assert school.startswith(
        "Jongeren die van de bijstand naar school gaan: 19 tegen 40 (21 minder, hoger is beter). PB 2026: Het gaat om "
    )
    assert minima == (
        "Bereik van de minimaregelingen: 69% tegen 85% (16 procentpunt minder, hoger is beter). "
        "PB 2026 geeft hier geen uitleg."
    )
    assert [tekst(zin) for zin in vergelijking.iter("p")] == [
        "Minstens zo gunstig:",
        "Ongunstiger:",
        (
            "Dit is een vergelijking, geen oordeel: de begroting van 2024 zelf staat nog niet op deze site. "
            "Een resultaat hoort bij de begroting van datzelfde jaar. Alleen die zegt welk doel voor dat jaar gold."
        ),
        (
            "Niet te vergelijken: Peuters en kleuters met meer dan gemiddelde leerwinst (VVE) en Ontwikkeling van "
            "VVE-kinderen in taal en rekenen (zonder resultaat over dat jaar); Arbeidsparticipatie (anders gemeten); "
            "Toename aantal arbeidsplaatsen (misschien anders gemeten); Mensen met een uitkering die in deeltijd "
            "werken en Aantal bijstandsuitkeringen (met alleen een verwachting)."
        ),
    ]
    assert "0 gehaald" not in inhoud


@pytest.mark.usefixtures("met_pb_2028")
def test_met_een_oordeel_is_er_geen_vergelijking(client: Client) -> None:
    assert "minstens zo gunstig" not in tekst(haal(client, "/doelen/"))
    assert "minstens zo gunstig" not in tekst(haal(client, "/"))


def test_de_tabel_noemt_wat_geen_doel_is_en_wat_anders_gemeten_is(client: Client) -> None:
    """PB 2023: lines 331, 411 and 442; PB 2026: lines 514, 575, 608 and 644. No result of 2026."""
    pagina = haal(client, "/doelen/")

    def genoemd(slug: str, jaar: str) -> str:
        return tekst(tabel(pagina, f"doel-{slug}")[1][jaar][1])

    assert genoemd("arbeidsparticipatie", "2026") == "PB 2023: 71,0% (aanname) (anders gemeten), PB 2026: 73,0%"
    assert genoemd("arbeidsparticipatie", "2025") == "PB 2023: 71,0% (aanname)"
    assert genoemd("arbeidsplaatsen", "2026") == "PB 2026: 650 (raming)"
    # PB 2023 names another source and prints no definition: nobody knows whether it is another measurement
    assert genoemd("arbeidsplaatsen", "2024") == "PB 2022: 372 (raming) (misschien anders gemeten)"
    assert genoemd("deeltijd-werkenden", "2026") == "PB 2023: 400 (raming), PB 2026: 525 (kengetal)"
    assert genoemd("voortijdige-schoolverlaters", "2026") == "PB 2023: 2,30%, PB 2026: 2,50%"
    assert "beloofd" not in tekst(pagina)


def test_een_doel_onder_het_laatste_resultaat_heet_precies_dat(client: Client) -> None:
    """PB 2026, lines 607, 608, 626 and 627. School: 25 asks more than the 19 of 2024, though 32 was reached in 2021."""
    pagina = haal(client, "/doelen/")

    [blok] = [deel for deel in met_klasse(pagina, "blok") if tekst(deel).startswith("Doelen die minder vragen")]
    assert tekst(blok).startswith("Doelen die minder vragen dan het laatste resultaat ")
    assert [tekst(li).partition(": ")[2] for li in blok.iter("li")] == [
        (
            "het doel van PB 2026 voor 2026 is 73,0%. Dat vraagt minder dan het laatste resultaat: 76,0% in 2024. "
            "Wat PB 2026 daarover schrijft, staat bij de indicator."
        ),
        (
            "het doel van PB 2026 voor 2026 is 180. Dat vraagt minder dan het laatste resultaat: 181 in 2024. "
            "Wat PB 2026 daarover schrijft, staat bij de indicator."
        ),
    ]


@pytest.mark.usefixtures("met_pb_2028")
def test_een_reeks_heeft_de_naam_van_de_publicatie_waar_zij_begint(client: Client) -> None:
    """Measured from 15 to 75 since PB 2026: 76,0% in 2024, and once more in PB 2028 (2026)."""
    pagina = haal(client, "/indicatoren/arbeidsparticipatie/")

    grafiek = json.loads(met_id(pagina, "arbeidsparticipatie").text or "")
    gemeten = [lijn["name"] for lijn in grafiek["data"] if lijn["meta"]["rol"] == "realisatie"]
    assert gemeten == ["Realisatie (gemeten als in PB 2023)", "Realisatie (gemeten als in PB 2026)"]
    koppen, rijen = tabel(pagina, "tabel-arbeidsparticipatie")
    assert koppen[:2] == ["Realisatie (meting PB 2023)", "Realisatie (meting PB 2026)"]
    assert [kop for kop in koppen if kop.startswith("Realisatie")] == koppen[:2]
    assert [tekst(rijen[jaar][1]) for jaar in ("2024", "2026")] == ["76,0%", "76,0%"]


@pytest.mark.usefixtures("met_pb_2028")
def test_het_overzicht_vergelijkt_de_laatste_twee_edities(client: Client) -> None:
    [veranderd] = [
        tekst(kaart) for kaart in met_klasse(haal(client, "/"), "antwoord") if "Wat is er veranderd?" in tekst(kaart)
    ]

    assert veranderd == (
        "Wat is er veranderd? Doelen: 0 soepeler, 1 strenger "
        "Strenger dan in PB 2026: Uitstroom uit de bijstand naar werk (2029: 180 werd 190)."
        "Van dit programma staat PB 2027 nog niet op deze site."
    )


def test_een_aantal_van_een_is_enkelvoud() -> None:
    antwoord = klopt_het(Counter({Uitkomst.VERSCHIL: 1, Uitkomst.KLOPT: 1, Uitkomst.AFRONDING: 124}), 1, [])

    assert antwoord.kern == "1 van de 126 optellingen telt niet op"
    assert antwoord.zinnen == [
        "1 klopt precies, bij 124 is er een klein verschil door afronden.",
        "Bij 1 onderwerp lijken de cijfers elkaar tegen te spreken.",
    ]


PB_2027, PB_2028 = Publicatie(naam="PB 2027"), Publicatie(naam="PB 2028")


@pytest.mark.parametrize(
    ("anders", "ongelezen", "zin"),
    [
        (0, [], "Bij 0 onderwerpen lijken de cijfers elkaar tegen te spreken."),
        (0, [PB_2028], "PB 2028 is nog niet nagelezen op cijfers die elkaar tegenspreken."),
        (
            6,
            [PB_2027, PB_2028],
            (
                "Bij 6 onderwerpen lijken de cijfers elkaar tegen te spreken. "
                "PB 2027 en PB 2028 zijn nog niet nagelezen op cijfers die elkaar tegenspreken."
            ),
        ),
    ],
)
def test_geen_tegenspraak_wordt_alleen_gezegd_als_iemand_keek(
    anders: int, ongelezen: list[Publicatie], zin: str
) -> None:
    assert klopt_het(Counter(), anders, ongelezen).zinnen[-1] == zin
