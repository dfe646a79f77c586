"""What stands above the table of an indicator: its name and who measured."""

from ingest.lezer.regels import lees_tekstregels
from ingest.lezer.tabellen.indicatortabel import lees_opschrift

BLOK = """Doelstelling 1.4 Bevorderen groei werkgelegenheid
Toename aantal arbeidsplaatsen
Zo veel banen kwamen erbij.
{wit}Bron: Prognose 2023-2024 (1 juni 2023), Werkgelegenheidsregister (1
april 2024)

Type 2024 2026 2027 2028 2029
"""


def test_een_bron_over_twee_regels() -> None:
    """The rest of the bron is no name, wherever the white space stands."""
    for wit in ("", "\n"):
        regels = lees_tekstregels(BLOK.format(wit=wit).encode())
        opschrift = lees_opschrift(regels, len(regels) - 1)
        assert opschrift.naam == "Toename aantal arbeidsplaatsen"
        assert opschrift.bron == "Prognose 2023-2024 (1 juni 2023), Werkgelegenheidsregister (1 april 2024)"
