"""Two web servers, two workers and Redis, each a process: what they share, and what readers see when one dies."""

import gzip
import json
import re
from collections.abc import Iterator

import pytest

from tests.gereedschap.mensen import WACHTWOORD
from tests.gereedschap.paden import PROJECT
from tests.gereedschap.processen.machines import Bezoeker, Bladzijde, Machines, dood, lezers
from tests.gereedschap.processen.processen import Processen, wacht_tot
from tests.gereedschap.processen.voorkant import SERVER, luistert, voorkant_van, vrije_poort

MAAK = f"""
from tests.gereedschap.mensen import app_van, code_van, maak_account
app = app_van(maak_account("inge", "controleur", wachtwoord={WACHTWOORD!r}))
"""
PUBLICEER = "from indicators.models.bronnen import verhoog_versie\nverhoog_versie()"
WIE_WACHT = "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'ingest_hartslag'::regclass"


@pytest.fixture
def machines(processen: Processen) -> Iterator[Machines]:
    yield Machines(processen)
    processen.kill_alles()
    wacht_tot(lambda: not processen.over())


@pytest.mark.drawn
def test_een_werker_gaat_verder_als_redis_weg_was_toen_zijn_taak_af_kwam(machines: Machines) -> None:
    """He cannot say that it is done, and takes one at a time."""
    redis = machines.redis()
    machines.werker("werker")
    machines.wacht_op_werker("werker")
    with machines.werkplaats.kijk() as database:
        with database.transaction():
            database.execute("LOCK TABLE ingest_hartslag")
            machines.werkplaats.stuur("hartslag")
            wacht_tot(lambda: database.execute(WIE_WACHT).fetchone())
            dood(redis)
        machines.wacht_op_taak()
    machines.redis()

    machines.doe_taak()


@pytest.mark.drawn
def test_twee_webservers_delen_alles_en_van_elk_mag_er_een_weg(machines: Machines) -> None:
    een, twee = vrije_poort(), vrije_poort()
    redis = machines.redis()
    web, _ = machines.web(een), machines.web(twee)
    werker, _ = machines.werker("werker-1"), machines.werker("werker-2")
    wacht_tot(lambda: luistert(een) and luistert(twee))
    for naam in ("werker-1", "werker-2"):
        machines.wacht_op_werker(naam)

    _een_pagina_is_van_beide(machines, een, twee)
    inge = _wie_inlogt_is_bij_beide_binnen(machines, een, twee)

    bladzijden = [
        Bladzijde("/over/", "Over deze"),
        Bladzijde("/zoeken/?q=uitstroom&lezer={lezer}", "Zelfstandige activiteiten"),
        Bladzijde("/geld/", "Netto kosten"),
        Bladzijde("/werk/documenten/", "Uitloggen", inge.kop()),
        Bladzijde("/doelen/", "Uitstroom"),
    ]
    with voorkant_van(een, twee) as voorkant, lezers(voorkant, bladzijden, 50) as groep:
        groep.lees_door()
        dood(web)
        groep.lees_door()
        dood(werker)
        machines.doe_taak()
        dood(redis)
        machines.werkplaats.vraag(PUBLICEER)
        groep.lees_door()
        machines.redis()
        machines.doe_taak()


def _een_pagina_is_van_beide(machines: Machines, een: int, twee: int) -> None:
    """Where the kept page says something else both give that: neither makes it again."""
    assert "Over deze site" in Bezoeker().vraag(een, "/over/")[1]
    [bestand] = (machines.processen.data_dir / "paginas").glob("*.pagina")
    kop, _, ingepakt = bestand.read_bytes().partition(b"\n")
    anders = gzip.compress(gzip.decompress(ingepakt).replace(b"Over deze site", b"Over deze machine"))
    bestand.write_bytes(json.dumps([json.loads(kop)[0], len(anders)]).encode() + b"\n" + anders)
    for poort in (een, twee):
        assert "Over deze machine" in Bezoeker().vraag(poort, "/over/")[1]


def _wie_inlogt_is_bij_beide_binnen(machines: Machines, een: int, twee: int) -> Bezoeker:
    """Each form comes from one web server and goes to the other."""
    code = machines.werkplaats.vraag(MAAK, "code_van(app)")
    bezoeker = Bezoeker()
    assert bezoeker.verstuur(een, twee, "/inloggen/", username="inge", password=WACHTWOORD) == 302
    assert bezoeker.verstuur(twee, een, "/inloggen/code/", code=code) == 302
    for poort in (een, twee):
        assert bezoeker.vraag(poort, "/werk/documenten/")[0] == 200
        assert Bezoeker().vraag(poort, "/werk/documenten/")[0] == 302
    return bezoeker


def test_de_uitleg_noemt_webservers_zoals_ze_hier_zijn_geprobeerd() -> None:
    [genoemd] = re.findall("VOORKANT_SITES=(.+)", (PROJECT / "docs" / "meer-machines.md").read_text())
    assert re.sub(r"10\.0\.0\.\d+:8000", "{adres}", genoemd) == f"{SERVER} {SERVER}"
