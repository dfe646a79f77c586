"""What comes to the raad, and how the moties stand. The sentences are made up."""

from datetime import date

import pytest

from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Motiestand, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.voorstellen import stel_voor


def stel(tekst: str, *stukken: Stuk) -> list[Leesvoorstel]:
    return stel_voor(lees_tekstregels(tekst.encode()), stukken, [])


@pytest.mark.parametrize(
    ("zin", "wanneer"),
    [
        ("De uitkomst van de telling leggen we eind 2025 aan de raad voor.", "eind 2025"),
        ("Na besluit van uw raad beginnen we met het fietsplan; dat gaat in stappen.", ""),
        ("Over de fietsen wordt u begin 2023 geïnformeerd.", "begin 2023"),
        ("In Q2 2025 informeren we u over de fietsen.", "In Q2 2025"),
        ("De fietsnota wordt eind 2026 door de raad vastgesteld.", "eind 2026"),
        ("Het college bereidt een raadsvoorstel voor over fietsen.", ""),
        ("De evaluatie van de fietsen volgt in het najaar.", "in het najaar"),
        ("Voor fietsen wordt voorgesteld om de kosten apart te tonen.", ""),
    ],
)
def test_aankondiging(zin: str, wanneer: str) -> None:
    (voorstel,) = stel(zin)
    assert (voorstel.soort, voorstel.wanneer) == (Voorstelsoort.AANKONDIGING, wanneer)
    assert (voorstel.stand, voorstel.nummer) == (Motiestand.LOOPT, "")


@pytest.mark.parametrize(
    "zin",
    [
        "Op 16 december 2024 is het raadsvoorstel over fietsen vastgesteld.",
        "De wet wordt in september 2025 vastgesteld in de Eerste Kamer.",
        "Ouders krijgen een brief over fietsen.",
        "We bespreken fietsen met de scholen.",
        "In 2026 maken we nieuwe afspraken.",
        "De raad vindt fietsen belangrijk.",
    ],
)
def test_geen_aankondiging(zin: str) -> None:
    assert stel(zin) == []


def test_de_regels_van_de_zin_en_geen_andere() -> None:
    tekst = "Fietsen is gezond. De nota\nover fietsen leggen we\neind 2025 aan de raad voor. Dat is\nalles."
    (voorstel,) = stel(tekst)
    assert (voorstel.van, voorstel.tot, voorstel.uiterlijk) == (1, 3, date(2025, 12, 31))


def test_een_kop_hoort_niet_bij_de_zin() -> None:
    tekst = "Fietsen in de stad\nDe nota over fietsen leggen we nog dit jaar aan de raad voor, met alle cijfers erbij."
    (voorstel,) = stel(tekst)
    assert (voorstel.van, voorstel.tot) == (2, 2)


def test_wat_twee_keer_gedrukt_is_wordt_een_keer_voorgesteld() -> None:
    zin = "De nota over fietsen wordt eind 2025 door de raad vastgesteld."
    (voorstel,) = stel(f"{zin}\n\nIets anders.\n\n{zin}")
    assert voorstel.van == 5


def test_een_punt_van_een_lijst_heeft_zijn_eigen_termijn() -> None:
    tekst = "Eind 2025 doen wij dit:\n- fietsen tellen;\n- de raad een memo sturen: uw raad ontvangt die."
    (voorstel,) = stel(tekst)
    assert (voorstel.van, voorstel.wanneer) == (3, "")


def test_een_toezegging_met_een_nummer() -> None:
    (loopt, klaar) = stel("Toezegging 12\tNog eens kijken\t\nToezegging 13\tNog eens kijken\tAfgedaan met een memo")
    assert (loopt.stand, klaar.stand) == (Motiestand.LOOPT, Motiestand.AFGEDAAN)


@pytest.mark.parametrize(
    ("stand_van_zaken", "stand", "wanneer"),
    [
        ("De motie is afgedaan.", Motiestand.AFGEDAAN, ""),
        ("Hiermee wordt deze motie afgedaan.", Motiestand.WORDT_AFGEDAAN, ""),
        ("De motie kan als afgedaan worden beschouwd.", Motiestand.WORDT_AFGEDAAN, ""),
        ("Wij stellen voor de motie af te doen.", Motiestand.WORDT_AFGEDAAN, ""),
        ("De motie is nog niet afgedaan.", Motiestand.LOOPT, ""),
        ("De motie moet worden afgedaan uiterlijk 1 mei 2025.", Motiestand.LOOPT, "uiterlijk 1 mei 2025"),
        ("De afdoening vindt plaats in het najaar.", Motiestand.LOOPT, "in het najaar"),
        ("De rekken zijn geplaatst.", Motiestand.UITGEVOERD, ""),
        ("De rekken zijn nog niet geplaatst.", Motiestand.LOOPT, ""),
        ("De rekken zijn duur geworden. Er zal een plan komen.", Motiestand.LOOPT, ""),
        ("Wij denken na.", Motiestand.LOOPT, ""),
    ],
)
def test_de_stand_van_een_motie_is_wat_er_staat(stand_van_zaken: str, stand: Motiestand, wanneer: str) -> None:
    kop = "Motie 2506-99 Meer rekken"
    tekst = f"{kop}\n\nMeer rekken te plaatsen.\n\n{stand_van_zaken}"
    stukken = Stuk(Tekstsoort.MOTIE, kop, 3, 3), Stuk(Tekstsoort.STAND_VAN_ZAKEN, kop, 5, 5)
    (voorstel,) = [v for v in stel(tekst, *stukken) if v.van == 5]
    assert (voorstel.soort, voorstel.nummer) == (Voorstelsoort.MOTIE, "2506-99")
    assert (voorstel.stand, voorstel.wanneer) == (stand, wanneer)


def test_een_motie_zonder_stand_van_zaken() -> None:
    kop = "Motie 2506-99 Meer rekken"
    (voorstel,) = stel(f"{kop}\n\nMeer rekken te plaatsen.\nEn snel ook.", Stuk(Tekstsoort.MOTIE, kop, 3, 4))
    assert (voorstel.van, voorstel.tot, voorstel.stand) == (3, 4, Motiestand.LOOPT)


def test_een_motie_elders_in_de_tekst() -> None:
    kop = "Motie 2506-99 Meer rekken"
    tekst = f"Wij werken aan motie 2506-99. Dit volgt op de eerder afgedane motie 2411-98.\n\n{kop}\n\nWij denken na."
    eerder, hoofdstuk = stel(tekst, Stuk(Tekstsoort.STAND_VAN_ZAKEN, kop, 5, 5))
    assert (eerder.nummer, eerder.stand) == ("2411-98", Motiestand.AFGEDAAN)
    assert (hoofdstuk.nummer, hoofdstuk.van) == ("2506-99", 5)


def test_een_motie_met_haar_titel_voor_haar_nummer() -> None:
    (voorstel,) = stel("Dit volgt op de motie ‘Meer rekken’ (2106-98).")
    assert (voorstel.nummer, voorstel.stand) == ("2106-98", Motiestand.LOOPT)


def test_een_motie_in_een_rij() -> None:
    tekst = (
        "Onderwerp\tResultaat\nRekken (motie 1806-98 ABC)\tAfgedaan met een memo\n"
        "1511-97 Rekken\tWij denken na\nIn 2012-13\tNiets"
    )
    klaar, loopt = stel(tekst)
    assert (klaar.nummer, klaar.stand, klaar.van) == ("1806-98", Motiestand.AFGEDAAN, 2)
    assert (loopt.nummer, loopt.stand, loopt.van) == ("1511-97", Motiestand.LOOPT, 3)
