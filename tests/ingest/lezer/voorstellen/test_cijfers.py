"""Who pays, numbers beside their table, figures of others, silence and other definities. The sentences are made up."""

from decimal import Decimal

import pytest

from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.soorten import Cijfersoort, Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.voorstellen import stel_voor

FIETSEN = "Aantal fietsen"


def cijfer(jaar: int, gedrukt: str, *, realisatie: bool = False) -> GedruktCijfer:
    soort = Cijfersoort.REALISATIE if realisatie else Cijfersoort.BEGROTING
    waarde = Decimal(gedrukt.rstrip(" %").replace(".", "").replace(",", "."))
    return GedruktCijfer(FIETSEN, jaar, soort, waarde, gedrukt, 2 if realisatie else 3)


AANTALLEN = (cijfer(2024, "1.200", realisatie=True), cijfer(2026, "1.500"), cijfer(2027, "1.500"))
PROCENTEN = (cijfer(2024, "76,0%", realisatie=True), cijfer(2026, "73,0%"))


def stel(zin: str, *cijfers: GedruktCijfer) -> list[Leesvoorstel]:
    """As the toelichting below the table of an indicator."""
    tekst = f"Type 2024 2026 2027\nRealisatie\nBegroting\n\n{zin}"
    return stel_voor(lees_tekstregels(tekst.encode()), [Stuk(Tekstsoort.TOELICHTING, "", 5, 5, FIETSEN)], cijfers)


@pytest.mark.parametrize(
    ("zin", "soort", "gedrukt"),
    [
        ("Er kwamen 1700 fietsen bij.", Voorstelsoort.TABEL_TEGEN_TEKST, "1700"),
        ("In 2024 waren er 1.300 fietsen.", Voorstelsoort.TABEL_TEGEN_TEKST, "1.300"),
        ("In 2024 waren er 1.500 fietsen.", Voorstelsoort.TABEL_TEGEN_TEKST, "1.500"),
        ("Eind 2025 zijn er rond de 1.500 fietsen.", Voorstelsoort.EIGEN_CIJFER, "1.500"),
        ("Het aantal fietsen blijft min of meer gelijk.", Voorstelsoort.TABEL_TEGEN_TEKST, ""),
    ],
)
def test_een_getal_dat_niet_in_de_tabel_staat(zin: str, soort: Voorstelsoort, gedrukt: str) -> None:
    (voorstel,) = stel(zin, *AANTALLEN)
    assert (voorstel.soort, voorstel.gedrukt, voorstel.indicator) == (soort, gedrukt, FIETSEN)
    assert (voorstel.van, voorstel.tot) == (5, 5)


@pytest.mark.parametrize(
    "zin",
    [
        "In 2024 waren er 1.200 fietsen.",
        "Het doel is 1500 fietsen.",
        "Er zijn 12 rekken.",
        "Van de fietsen is 80% blauw.",
        "Het aantal fietsen neemt toe.",
    ],
)
def test_een_getal_dat_klopt_of_iets_anders_telt(zin: str) -> None:
    assert stel(zin, *AANTALLEN) == []


def test_procenten_worden_afgerond_en_met_procenten_vergeleken() -> None:
    assert stel("Het ging om 76 % van de 75 straten.", *PROCENTEN) == []
    (voorstel,) = stel("Dit schommelt tussen de 70,2 en 74,8%.", *PROCENTEN)
    assert voorstel.gedrukt == "70,2 en 74,8%"


def test_gelijk_aan_is_precies_gelijk() -> None:
    bijna = (cijfer(2024, "71,1%", realisatie=True), cijfer(2026, "71,0%"))
    assert stel("Wij denken dat dit gelijk blijft.", *bijna) == []
    (voorstel,) = stel("Wij houden dit gelijk aan de stand van 2024.", *bijna)
    assert voorstel.soort == Voorstelsoort.TABEL_TEGEN_TEKST


@pytest.mark.parametrize(
    ("zin", "gedrukt", "jaar"),
    [
        ("Met 76 % in 2024 fietste men meer dan het landelijk gemiddelde van 73,2%.", "73,2%", "2024"),
        ("Het Centraal Planbureau verwacht 1,1 % meer fietsen.", "1,1 %", ""),
        ("Er wordt hier sneller gefietst dan in andere steden.", "", ""),
        ("Dit is onder het landelijk gemiddelde.", "", ""),
    ],
)
def test_cijfers_van_anderen(zin: str, gedrukt: str, jaar: str) -> None:
    (voorstel,) = stel(zin, *PROCENTEN)
    assert (voorstel.soort, voorstel.gedrukt, voorstel.wanneer) == (Voorstelsoort.REFERENTIE, gedrukt, jaar)


@pytest.mark.parametrize(
    "zin",
    [
        "Wij willen boven het landelijk gemiddelde uitkomen.",
        "Dit meten we door ons te vergelijken met andere gemeenten.",
        "Wij werken samen met Divosa en andere gemeenten.",
        "Landelijk beleid maakt fietsen makkelijker.",
    ],
)
def test_een_wens_of_een_partner_is_geen_cijfer_van_anderen(zin: str) -> None:
    assert stel(zin, *PROCENTEN) == []


def test_een_rij_die_haar_bron_noemt_is_geen_cijfer_van_anderen() -> None:
    assert stel("Fietsen per inwoner CBS 74,2 73,2") == []


def test_een_lege_toelichting_onder_een_grote_verandering() -> None:
    regels = lees_tekstregels(b"Type 2024 2026 2027\nRealisatie\nBegroting\n\nToelichting:")
    leeg = Stuk(Tekstsoort.TOELICHTING, "", 1, 1, FIETSEN)
    (voorstel,) = stel_voor(regels, [leeg], AANTALLEN)
    assert (voorstel.soort, voorstel.van, voorstel.tot) == (Voorstelsoort.ZONDER_UITLEG, 2, 3)
    assert "1.200 in 2024 naar 1.500 in 2026" in voorstel.waarom
    assert stel_voor(regels, [leeg], PROCENTEN) == []
    assert stel_voor(regels, [leeg], AANTALLEN[1:]) == []
    assert stel("Er is veel te zeggen over fietsen.", *AANTALLEN) == []


@pytest.mark.parametrize(
    "zin",
    [
        "Vanaf 2026 wordt dit per fiets gemeten.",
        "Wij beginnen in 2026 met een nieuwe fietsmonitor.",
        "De leeftijdsgrens gaat omhoog.",
        "De indicator wordt vervangen door een andere.",
        "Dit is niet goed te vergelijken met eerdere jaren.",
    ],
)
def test_een_definitie_die_verandert(zin: str) -> None:
    (voorstel,) = stel(zin)
    assert (voorstel.soort, voorstel.indicator) == (Voorstelsoort.DEFINITIE, FIETSEN)


def test_een_nieuwe_fiets_is_geen_nieuwe_definitie() -> None:
    assert stel("Wij vervangen de fietsen, en er komt een nieuwe meting bij.") == []


def test_dekking_in_een_tabel_van_beleid_en_in_haar_uitleg() -> None:
    tekst = (
        "1. Rekken\n    - dekking via XYZ\n\n150 150\n\n1. Rekken\n"
        "De rekken kosten geld. Het Rijk gaf\nhiervoor extra middelen. Zie de algemene uitkering.\n\n"
        "2. Meer rekken\tdekking via ABC\t10"
    )
    uitleg = Stuk(Tekstsoort.TOELICHTING, "Rekken", 7, 8)
    rij, zin, cel = stel_voor(lees_tekstregels(tekst.encode()), [uitleg], [])
    assert (rij.soort, rij.gedrukt, rij.van, rij.tot) == (Voorstelsoort.DEKKING, "dekking via XYZ", 2, 2)
    assert (zin.soort, zin.van, zin.tot) == (Voorstelsoort.DEKKING, 7, 8)
    assert (cel.gedrukt, cel.van, cel.tot) == ("dekking via ABC", 10, 10)


def test_wat_een_motie_vraagt_is_geen_dekking() -> None:
    kop = "Motie 2506-99 Meer rekken"
    vraag = Stuk(Tekstsoort.MOTIE, kop, 3, 3)
    tekst = f"{kop}\n\nDekking te vinden via de reserve."
    gevonden = stel_voor(lees_tekstregels(tekst.encode()), [vraag], [])
    assert [voorstel.soort for voorstel in gevonden] == [Voorstelsoort.MOTIE]


def test_buiten_beleid_alleen_wie_geld_geeft() -> None:
    (voorstel,) = stel("Het ministerie stelt hiervoor geld beschikbaar.")
    assert voorstel.soort == Voorstelsoort.DEKKING
    assert stel("De fietsen worden uit dit budget betaald.") == []


def test_een_zin_in_een_cel_wordt_gelezen_zonder_opmaak() -> None:
    cel = "<p>Fietsen</p> <p>De nota over fietsen leggen we eind 2025 aan de raad voor.</p>"
    (voorstel,) = stel_voor(lees_tekstregels(f"{cel}\t2020".encode()), [], [])
    assert (voorstel.soort, voorstel.wanneer, voorstel.van) == (Voorstelsoort.AANKONDIGING, "eind 2025", 1)
