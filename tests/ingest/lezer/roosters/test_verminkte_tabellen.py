"""Tables of any gemeente, damaged at random: no crash, no amount that is not on its line, and none lost without a word.

FUZZ says how many to try (make test-long: thousands); the amounts are invented.
"""

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.lezer.document import lees_document
from tests.gereedschap.documenten.documenten import gemelde_regels

pytestmark = pytest.mark.long
KANTEN = """Begroting 2031

Bedragen x € 1.000
Product | 2030 |  | 2031 |
 | Lasten | Baten | Lasten | Baten
Programma 1. Dijken |  |  |  |
Zanddijk | 1.200 | -5.150 | 1.300 | -5.140
Polder | 2.100 | 0 | 2.200 | -1.000
Totaal | 3.300 | -5.150 | 3.500 | -6.140

Zo ver."""
RIJEN = """Begroting 2031

- is een nadeel

x € 1.000
Programma |  | 2031 | 2032
Dijken | lasten | 30.100 | 31.200
Dijken | baten | 5.300 | 5.400
 | saldo | -24.800 | -25.800

Zo ver."""
JAARSTUKKEN = """Jaarstukken 2031

Bedragen x € 1.000
Post | lasten | baten | Begroting 2031 | lasten | baten | Rekening 2031
Naar vermogen (1.1) |  |  |  |  |  |
400.01 Huizen | -9.945 | 1.747 | -8.198 | -9.950 | 1.476 | -8.474

Zo ver."""
INDICATOREN = """Begroting 2031

# Indicatoren

Indicator | Bron | Realisatie 2029 | Doel 2031
Plassen | CBS | 2.200 | 2.100
Meren | Eigen telling | 18,0 | -

Zo ver."""
KADERNOTA = """Kadernota 2031-2034

 |  | 2031 | 2032
I) | Stand | € 2.324.382 | € - 64.047
II) | Mutaties | € 1.000 | pm

(Een positief saldo is nadelig)"""
VERSCHILLEN = """Jaarstukken 2031

Bedragen x € 1.000
Post | begroting na wijziging | rekening | verschil
Lasten | 9.100 | 9.400 | -300
Baten | 1.000 | 1.300 | 300
Totaal Dijken | -8.100 | -8.100 | 0
Lasten | 2.100 | 2.400 | -300
Baten | 1.100 | 1.300 | 200
Totaal Wegen | -1.000 | -1.100 | -100

Zo ver."""
ONDERRIJEN = """Kadernota 2031-2034

 | Bedragen x € 1.000 |
 | 2031 | 2032
LASTEN | |
1.1 Vervoer: | |
- huur | 1.200 | 1.300
- beheer | -1.200 | -1.300
1.2 Wegen - lasten - baten | -4.900 4.900 | -4.935 4.982
1.3 Inzet | -2.230 |
- dekking | 2.230 |

Zo ver."""
DUIZENDEN = re.compile(r"(?<![\w.,-])-?\d{1,3}(?:\.\d{3})+(?![\d,.])")
INVOEGSELS = [
    *"0123456789-.,%€()x |\u2212\u2013",
    "2030",
    "2031",
    "Lasten",
    "Baten",
    "saldo",
    "x € 1",
    "Rekening 2031",
    "verschil",
    "- baten",
    "pm",
    "%e kwartaal",
    "99 mei 2031",
    "Type 2031 -",
    "2031 2032",
    "Naam " * 300,
    # nothing to see: no width, from the right, a soft hyphen, a mark of the file, a line of its own to some programs
    *"\u200b\u202e\u00ad\ufeff\u2028\x0c\x85",
    # digits of other kinds and scripts
    *("１２３４", "٣٤٥", "②", "𝟏𝟐", "½"),
]
Ingreep = tuple[int, int, int, str]
ingrepen = st.tuples(st.integers(0, 4), st.integers(0, 40), st.integers(0, 80), st.sampled_from(INVOEGSELS))


def verminkt(tabel: str, wat: list[Ingreep]) -> list[str]:
    regels = tabel.split("\n")
    for soort, waar, plek, erin in wat:
        nummer = waar % len(regels)
        cellen = regels[nummer].split(" | ")
        if soort == 0:
            regels[nummer] = regels[nummer][: plek % (len(regels[nummer]) + 1)] + erin + regels[nummer][plek + 1 :]
        elif soort == 1 and len(regels) > 1:
            del regels[nummer]
        elif soort == 2:
            regels.insert(nummer, regels[plek % len(regels)])
        elif soort == 3:
            cellen[plek % len(cellen)] = erin
            regels[nummer] = " | ".join(cellen)
        else:
            del cellen[plek % len(cellen)]
            regels[nummer] = " | ".join(cellen)
    return "\n".join(regels).replace(" | ", "\t").split("\n")


@settings(max_examples=int(os.environ.get("FUZZ", "0")) or 100, deadline=None)
@given(
    st.sampled_from([KANTEN, RIJEN, JAARSTUKKEN, INDICATOREN, KADERNOTA, VERSCHILLEN, ONDERRIJEN]),
    st.lists(ingrepen, min_size=1, max_size=4),
)
def test_wat_gelezen_is_staat_er_en_wat_er_staat_is_gezegd(tabel: str, wat: list[Ingreep]) -> None:
    regels = verminkt(tabel, wat)
    concept = lees_document("\n".join(regels).encode()).concept
    gelezen = [(b.als_gedrukt, b.regel) for b in concept.bedragen] + [(c.gedrukt, c.regel) for c in concept.cijfers]
    for gedrukt, nummer in gelezen:
        assert gedrukt in [deel for cel in regels[nummer - 1].split("\t") for deel in (cel.strip(), *cel.split())]
    rijen = {nummer: regel.replace("1.000", "") for nummer, regel in enumerate(regels, 1) if "\t" in regel}
    met_bedrag = {nummer for nummer, regel in rijen.items() if DUIZENDEN.search(regel)}
    if not any(b.soort in ("publicatie", "soort onbekend") for b in concept.fouten):
        assert met_bedrag <= {nummer for _, nummer in gelezen} | gemelde_regels(concept.bevindingen)
