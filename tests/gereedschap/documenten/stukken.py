"""Small documents of the other kinds, made up in the shapes of the real ones; and the real ones themselves."""

import os
from pathlib import Path

from ingest.lezer.concept import Bevinding, Concept
from ingest.lezer.document import lees_document

H2 = "rapportage-sociaal-domein-2024-h2.txt"
SCAN = "rapportage-sociaal-domein-2023-11-2024-08.txt"
NOTA = "kadernota-meedoen-met-meerwaarde-2020-2024.txt"

RAPPORTAGE = """\
Rapportage Sociaal Domein
2^e helft 2024

Inhoud
Bestaanszekerheid\t4
Gezond leven\t

Voorwoord
Een woord vooraf voor de raad van Zoetermeer.

Bestaanszekerheid

Werk

Aan het werk
\tDoel\tRealisatie
Uitstroom naar werk\t200\t209
Parttime baan\tKengetal\t120
Beschut werk\t77\t-

In 2024 vonden in totaal 209 mensen werk. In de tweede helft van het jaar waren het er 107.

Gezond leven

Op 1juni 2024 telde de stad 523 wandelaars van 18 jaar en ouder, op € 12.500 subsidie.
"""

KADERNOTA = """\
Vooruit met Elkaar
Kadernota over werk in Zoetermeer
2020 - 2024

2.1 Wat wij willen meten

De set indicatoren waarmee wij beginnen is:

- % mensen dat fietst
- Aantal fietsen

Wij tellen elk jaar.

4.2 Bestedingen

De taakstellingen lopen als volgt op:

Maatregel ombuigen\t2020\t2021
3. Minder papier\t\t40
4. Slimmer tellen\t-10\t25

Bedragen x € 1000

De rest van het geld blijft.
"""

_KOLOMMEN = "\tBegroting 2023 primitief\tBegroting 2023 na wijziging\tRekening 2023\tVerschil"
JAARSTUKKEN = f"""\
Jaarstukken 2023
gemeente Zoetermeer

Doelstelling 1.5 Stimuleren duurzame arbeidsparticipatie

# Uitstroom naar werk
Bron: Suites4 SociaalDomein

Type\t2021\t2022\t2023
Realisatie\t209\t-\t190
Begroting\t\t\t200

Financiën

Bedragen x € 1.000

Doelstelling{_KOLOMMEN}
Stimuleren duurzame arbeidsparticipatie (1.5)\t-9.000\t-9.500\t-9.200\t300

Bedragen x € 1.000

Programma 1. Onderwijs, economie en arbeidsparticipatie{_KOLOMMEN}
Lasten\t-20.000\t-21.000\t-20.500\t500
Baten\t11.000\t11.500\t11.300\t-200
Resultaat\t-9.000\t-9.500\t-9.200\t300
"""


def lees(inhoud: str | bytes) -> Concept:
    return lees_document(inhoud.encode() if isinstance(inhoud, str) else inhoud).concept


def echt(naam: str) -> Concept:
    """A real document; DOCUMENTS says where they are."""
    return lees((Path(os.environ["DOCUMENTS"]) / naam).read_bytes())


def over(concept: Concept, soort: str) -> list[Bevinding]:
    return [bevinding for bevinding in concept.bevindingen if bevinding.soort == soort]
