"""One question to one contestant: how it is asked, and by what its answer is known to be true."""

import gzip
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.verzoeken import Adres, veld, verbind, vraag

INDICATOR = "uitstroom-naar-werk"
KOLOMMEN = ("soort", "editie", "jaar", "waarde")
# Typed from the documents: PB 2023, lines 421 and 422, and PB 2026, lines 626 and 627.
CIJFERS = (
    ("realisatie", "PB 2023", "2021", "209"),
    ("begroting", "PB 2023", "2026", "170"),
    ("realisatie", "PB 2026", "2024", "181"),
    ("begroting", "PB 2026", "2029", "180"),
)
OP_EEN_RIJ = r"{soort}\D+{editie}\D+{jaar}\D+{waarde}\b"  # no other figure stands between


@dataclass(frozen=True)
class Vraag:
    naam: str
    adressen: Sequence[Adres]
    bericht: bytes
    cijfer: str = OP_EEN_RIJ
    """How one figure stands in the answer; empty when there is none in it."""
    ook: str = ""
    """What else its head and body must have."""

    def bekijk(self) -> tuple[int, int]:
        """The bytes of an answer as sent and unpacked, after a look at whether it says what the documents print."""
        kop, verstuurd = vraag(verbind(self.adressen[0]), self.bericht)
        inhoud = gzip.decompress(verstuurd) if veld(kop, "content-encoding") == "gzip" else verstuurd
        tekst = f"{kop}\n\n{inhoud.decode()}"
        cijfers = [dict(zip(KOLOMMEN, cijfer, strict=True)) for cijfer in CIJFERS] if self.cijfer else []
        for patroon in (self.ook, *(self.cijfer.format_map(cijfer) for cijfer in cijfers)):
            if not re.search(patroon, tekst, re.DOTALL):
                sys.exit(f"{self.naam}: {patroon} staat niet in het antwoord:\n{tekst[:2000]}")
        return len(verstuurd), len(inhoud)
