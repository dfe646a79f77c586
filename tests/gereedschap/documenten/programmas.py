"""Two programmas that no document has, as an edition would print them."""

from tests.gereedschap.documenten.verzonnen import Doel, Indicator, Programma, Rij

JAREN_2025 = (2023, 2025, 2026, 2027, 2028)
SALDI: list[Rij] = [
    ("Lasten", ["-100.000", "-101.000", "-102.000", "-103.000", "-104.000", "-105.000"]),
    ("Baten", ["60.000", "61.000", "62.000", "63.000", "64.000", "65.000"]),
    ("Saldo", ["-40.000"] * 6),
]

STREEP = "-"


WERK: list[Rij] = [
    ("Realisatie", ["193", STREEP, STREEP, STREEP, STREEP]),
    ("Begroting PB 2025", [STREEP, "185", "186", "187", "1.188"]),
]


EEN = Programma(
    "1",
    "Onderwijs, economie en arbeidsparticipatie",
    [
        Doel(
            "1.5",
            "Stimuleren duurzame arbeidsparticipatie",
            [Indicator("Uitstroom naar werk", JAREN_2025, WERK, "Suites4 SociaalDomein")],
            ["-40.000"] * 5,
        )
    ],
    SALDI,
)


TWEE = Programma(
    "2",
    "Zorg en ondersteuning",
    [
        Doel(
            "2.1",
            "Langer zelfstandig wonen",
            [
                Indicator(
                    "% Inwoners dat zich eenzaam voelt",
                    JAREN_2025,
                    [
                        ("Realisatie", ["51 %", STREEP, STREEP, STREEP, STREEP]),
                        ("Begroting PB 2025", [STREEP, "50 %", "49 %", "48,5 %", "48 %"]),
                    ],
                )
            ],
            ["10.000", "11.000", "12.000", "13.000", "14.000"],
        )
    ],
    [
        ("Lasten", ["19.000", "20.000", "21.000", "22.000", "23.000", "24.000"]),
        ("Baten", ["-10.000"] * 6),
        ("Saldo", ["9.000", "10.000", "11.000", "12.000", "13.000", "14.000"]),
    ],
)
