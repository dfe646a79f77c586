"""The real worker and the real PostgreSQL, killed with SIGKILL while a document is read, drafted and published.

What is on the site afterwards is, byte for byte, what it is when nobody was killed. `make test-long` kills twenty
times; otherwise it is done a few of those times, drawn by the seed of the run.
"""

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.processen.werkers import Werkplaats, eigen_werkplaats

WERKER, DATABASE = "worker", "PostgreSQL"
FASEN = {"leest": "reading", "verwerkt": "drafting", "publiceert": "publishing"}
KEREN = {"leest": 8, "verwerkt": 6, "publiceert": 6}  # of the worker and of the database by turns
DEEL = 4
LANGSTE = 0.15  # seconds at most from seeing a phase begin to the kill

LEVER_AAN = """
from uuid import UUID
from ingest.documenten.aanleveren.aanlevering import neem_aan
from ingest.accounts.handelend import handelend_als
from ingest.lezer.bestanden.herkenning import herken_bestand
actor = UUID(int=1)
with handelend_als(actor, "controleur"):
    pk = neem_aan(herken_bestand({inhoud!r}.encode()), {naam!r}, actor).pk
"""
# What a controleur and a second one do in the browser: answer every question, and approve.
KEUR_GOED = """
from uuid import UUID
from ingest.documenten.aanleveren.aanlevering import stuur
from ingest.documenten.beoordelen.akkoord import geef_akkoord
from ingest.documenten.beoordelen.beoordeling import beantwoord
from ingest.accounts.handelend import handelend_als
from ingest.models import Aanlevering
from ingest.ontwerp.ontwerp import maak_ontwerp
aanlevering = Aanlevering.objects.get(pk={pk})
for vraag in aanlevering.vragen.open():
    with handelend_als(UUID(int=1), "controleur"):
        zelfde = vraag.voorstel.get("definitie")
        over_een_naam = vraag.soort in ("doelstelling", "indicator", "definitie", "post")
        keuze = "bestaande" if zelfde else "weglaten" if over_een_naam else "gezien"
        gegevens = {{"definitie": zelfde}} if zelfde else {{}}
        beantwoord(vraag, keuze, gegevens, "", UUID(int=1), "controleur", 0)
with handelend_als(UUID(int=2), "controleur"):
    geef_akkoord(aanlevering, UUID(int=2), maak_ontwerp(aanlevering).vingerafdruk)
    stuur({pk})
"""
OP_DE_SITE = """
from dashboard.bestanden import export
from indicators.models import Bedrag, Vermelding
csv = [b"".join(export.stroom(uitvoer)).decode() for uitvoer in (
    export.uitvoer_cijfers(Vermelding.objects.geldend()), export.uitvoer_bedragen(Bedrag.objects.geldend())
)]
"""
STAND = """
SELECT a.staat, EXISTS (SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objsubid = 2
       AND l.classid = hashtext('aanlevering')::oid AND l.objid = hashtext(a.id::text)::oid)
FROM ingest_aanlevering a WHERE a.id = %s
"""
AANTALLEN = """
SELECT a.bestandsnaam, a.staat, count(DISTINCT u.id), count(DISTINCT v.id) - count(DISTINCT v.sleutel),
       (SELECT count(*) FROM indicators_lezing l WHERE l.checksum = a.checksum)
FROM ingest_aanlevering a LEFT JOIN ingest_uitlezing u ON u.aanlevering_id = a.id
LEFT JOIN ingest_vraag v ON v.aanlevering_id = a.id
GROUP BY a.id ORDER BY a.id
"""


def documenten() -> Iterator[tuple[str, str]]:
    """Names and texts: both editions, and after them as many of later years as are asked for.

    Around the tables are so many lines that every phase takes a while.
    """
    proza = "".join(f"Hier gaat regel {nummer} over een ander deel van de stad.\n" for nummer in range(1500))
    yield "PB-2023.txt", proza + tekst_van("PB 2023")
    for later in count():
        yield f"PB-{2026 + later}.txt", proza + jaren_later(tekst_van("PB 2026"), later)


def jaren_later(tekst: str, jaren: int) -> str:
    return re.sub(r"\b20[0-4]\d\b", lambda jaar: str(int(jaar[0]) + jaren), tekst)


class Weg:
    """Takes documents from upload to site in a workplace, and kills on the way as often as is planned."""

    def __init__(self, plaats: Werkplaats) -> None:
        self.plaats = plaats
        self.gedood: Counter[tuple[str, str]] = Counter()
        self.begin = random.randrange(2)
        self.werker, self.kijker = plaats.werker(), plaats.kijk()

    def breng_op_de_site(self, naam: str, tekst: str, keren: dict[str, int]) -> None:
        """`keren` is how often each phase is broken off once this document is there, those before it counted too."""
        pk = self.plaats.vraag(LEVER_AAN.format(inhoud=tekst, naam=naam), "pk")
        self.volg(pk, "te beoordelen", keren)
        self.plaats.vraag(KEUR_GOED.format(pk=pk))
        self.volg(pk, "gepubliceerd", keren)

    def volg(self, pk: int, tot: str, keren: dict[str, int]) -> None:
        """Look on until it is there, and kill on the way."""
        einde = time.monotonic() + 90
        while (stand := self.stand(pk))[0] != tot:
            assert time.monotonic() < einde, stand
            fase, wordt_gedaan = stand
            if wordt_gedaan and self.per_fase()[fase] < keren.get(fase, 0):
                time.sleep(random.uniform(0, LANGSTE))
                if self.stand(pk) == stand:
                    self.dood(fase)
            time.sleep(0.005)

    def stand(self, pk: int) -> tuple[str, bool]:
        """The state, and whether a worker is at it."""
        rij: Any = self.kijker.execute(STAND, [pk]).fetchone()
        return rij

    def per_fase(self) -> Counter[str]:
        fasen: Counter[str] = Counter()
        for (fase, _), keren in self.gedood.items():
            fasen[fase] += keren
        return fasen

    def dood(self, fase: str) -> None:
        """And start it again."""
        wat = (WERKER, DATABASE)[(self.begin + self.gedood.total()) % 2]
        self.gedood[fase, wat] += 1
        if wat == WERKER:
            self.plaats.dood(self.werker)
            self.werker = self.plaats.werker()
        else:
            self.kijker.close()
            self.plaats.dood_database()
            self.kijker = self.plaats.kijk()
            self.plaats.vraag("from ingest.taken import hervat\nhervat()")  # as beat has it done each minute

    def einde(self) -> tuple[list[str], list[tuple[Any, ...]]]:
        """What the site exports, and of each document how it ended and how often it is there."""
        aantallen = self.kijker.execute(AANTALLEN).fetchall()
        self.kijker.close()
        return self.plaats.vraag(OP_DE_SITE, "csv"), aantallen


@pytest.mark.drawn
@pytest.mark.long
def test_steeds_weer_gedood_is_alles_er_en_een_keer(werkplaats: Werkplaats, in_full: bool) -> None:
    plan = Counter(KEREN) if in_full else Counter(random.sample(list(KEREN), DEEL, counts=KEREN.values()))
    verstoord, gebracht = Weg(werkplaats), []
    keren = {fase: aantal // 2 for fase, aantal in plan.items()}  # the other half with the second document
    for document in documenten():
        verstoord.breng_op_de_site(*document, keren)
        gebracht.append(document)
        keren = plan
        if len(gebracht) > 1 and verstoord.per_fase() == plan:
            break
    csv, aantallen = verstoord.einde()
    for (fase, wat), aantal in sorted(verstoord.gedood.items()):
        sys.stdout.write(f"{aantal} times {wat} while {FASEN[fase]}\n")

    assert verstoord.gedood.total() == (20 if in_full else DEEL)
    assert aantallen == [(naam, "gepubliceerd", 1, 0, 1) for naam, _ in gebracht]
    assert csv[0].count("\n") > 190
    with eigen_werkplaats() as rustig:
        ongestoord = Weg(rustig)
        for document in gebracht:
            ongestoord.breng_op_de_site(*document, {})
        assert ongestoord.einde() == (csv, aantallen)
