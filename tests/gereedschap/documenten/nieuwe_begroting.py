"""PB 2027 as the next year would print it: PB 2026 a year later, with sentences of our own, and a programma 2."""

from pathlib import Path

from tests.gereedschap.beoordelen import editie
from tests.gereedschap.documenten.maak_pdf import maak_pdf, van_skelet
from tests.gereedschap.documenten.verzonnen import Doel, Indicator, Programma, schrijf

LEERBAANZIN = "Uiterlijk in maart 2027 krijgt uw raad een raadsvoorstel over leerbanen."
AFGEDAAN = "Deze motie is afgedaan met de brief van 3 februari 2026."
DEKKING = "De campagnes worden gedekt uit de reserve Sociaal Domein."
REGEL_STUK = "Begroting PB 2027 - 2.600 2.60 2.600 2.600"
# By line of PB 2026: what PB 2027 says there.
ANDERS = {
    361: LEERBAANZIN,
    376: "",
    602: "Netto arbeidsparticipatie: het deel van de bevolking tot 67 jaar dat werkt, vanaf 1 uur per week.",
    652: "Jongeren in een leerbaan ",
    653: "Het aantal jongeren dat na de bijstand een leerbaan heeft. Dit vervangt uitstroom naar school.",
    825: DEKKING,
    1015: AFGEDAAN,
}
WONEN = Programma(
    "2",
    "Wonen en bouwen",
    [
        Doel(
            "2.1",
            "Genoeg woningen",
            [
                Indicator(
                    "Aantal nieuwe woningen",
                    (2025, 2027, 2028, 2029, 2030),
                    [
                        ("Realisatie", ["412", "-", "-", "-", "-"]),
                        ("Begroting PB 2027", ["-", "500", "510", "520", "530"]),
                    ],
                )
            ],
            ["-4.100", "-4.200", "-4.300", "-4.400", "-4.500"],
        )
    ],
    [
        ("Lasten", ["-6.000", "-6.100", "-6.200", "-6.300", "-6.400", "-6.500"]),
        ("Baten", ["2.000"] * 6),
        ("Saldo", ["-4.000", "-4.100", "-4.200", "-4.300", "-4.400", "-4.500"]),
    ],
)


def schrijf_bestanden(map_: Path) -> tuple[Path, Path]:
    """Its PDF with programma 1, and the text with programma 2."""
    regels = editie().split("\n")
    regels[686 - 1] = REGEL_STUK
    for nummer, regel in ANDERS.items():
        regels[nummer - 1] = regel
    begroting, wonen = map_ / "PB 2027.pdf", map_ / "Programma 2.txt"
    begroting.write_bytes(maak_pdf(van_skelet("\n".join(regels))))
    wonen.write_text(schrijf(2027, WONEN, scheiding="\t"), encoding="utf-8")
    return begroting, wonen
