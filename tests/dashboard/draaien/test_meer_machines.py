"""Redis as a process of its own, to be killed: what workers do then."""

from collections.abc import Iterator

import pytest

from tests.gereedschap.processen.machines import Machines, dood
from tests.gereedschap.processen.processen import Processen, wacht_tot

WIE_WACHT = "SELECT pid FROM pg_locks WHERE NOT granted AND relation = 'ingest_hartslag'::regclass"


@pytest.fixture
def machines(processen: Processen) -> Iterator[Machines]:
    yield Machines(processen)
    processen.kill_alles()


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
