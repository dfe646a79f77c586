"""Real workers, killed with SIGKILL: nothing half done, nothing twice."""

import pytest

from tests.gereedschap.processen.processen import wacht_tot
from tests.gereedschap.processen.werkers import Werkplaats

DRIE_MENSEN = """
from datetime import date
from django.utils import timezone
from indicators.models import Doelstelling, Indicator
from ingest.models import Account, Recht, Rol, Termijn
from ingest.structuur.bestand import zaai_structuur
zaai_structuur()
for naam in ("anne", "bert", "cor"):
    account = Account.objects.create_user(naam, f"{naam}@zoetermeer.example")
    Recht.objects.create(account=account, rol=Rol.INVOERDER, doelstelling=Doelstelling.objects.get(code="1.5"))
Termijn.objects.create(
    indicator=Indicator.objects.get(slug="arbeidsparticipatie"), jaar=2025, uiterlijk=timezone.localdate()
)
"""
HERINNERINGEN = """
from ingest.models import Account, Herinnering
namen = dict(Account.objects.values_list("actor", "username"))
rijen = sorted((namen[rij.actor], rij.verzonden_op is not None) for rij in Herinnering.objects.all())
"""


def aan(brieven: list[str]) -> list[str]:
    return sorted(regel.split("To: ")[1] for brief in brieven for regel in brief.splitlines() if regel[:4] == "To: ")


@pytest.mark.drawn
def test_gedood_tussen_rij_en_mail_krijgt_niemand_hem_twee_keer(werkplaats: Werkplaats) -> None:
    werkplaats.vraag(DRIE_MENSEN)
    (werkplaats.post / "stil").touch()  # the first mail is taken, and no answer comes
    werker = werkplaats.werker()
    werkplaats.stuur("verstuur_herinneringen")
    wacht_tot(werkplaats.brieven)
    werkplaats.dood(werker)
    (werkplaats.post / "stil").unlink()
    assert werkplaats.vraag(HERINNERINGEN, "rijen") == [["anne", False]]
    assert werkplaats.wachtend() == 1

    opvolgers = [werkplaats.werker(), werkplaats.werker()]  # one gets the task back, the other a new one
    werkplaats.stuur("verstuur_herinneringen")
    werkplaats.klaar()

    assert aan(werkplaats.brieven()) == [f"{naam}@zoetermeer.example" for naam in ("anne", "bert", "cor")]
    assert werkplaats.vraag(HERINNERINGEN, "rijen") == [["anne", False], ["bert", True], ["cor", True]]
    for opvolger in opvolgers:
        opvolger.terminate()


@pytest.mark.drawn
def test_geweigerd_door_de_mailserver_krijgt_niemand_hem_twee_keer(werkplaats: Werkplaats) -> None:
    werkplaats.vraag(DRIE_MENSEN)
    (werkplaats.post / "weiger").touch()
    werkplaats.werker()
    werkplaats.stuur("verstuur_herinneringen")
    werkplaats.klaar()
    (werkplaats.post / "weiger").unlink()
    werkplaats.stuur("verstuur_herinneringen")
    werkplaats.klaar()

    assert werkplaats.brieven() == []
    assert werkplaats.vraag(HERINNERINGEN, "rijen") == [["anne", False], ["bert", False], ["cor", False]]


@pytest.mark.drawn
def test_zonder_mailserver_wordt_alles_weer_geprobeerd(werkplaats: Werkplaats) -> None:
    werkplaats.vraag(DRIE_MENSEN)
    zonder = werkplaats.werker(DOELWIJZER_SMTP_URL="smtp://127.0.0.1:1")
    werkplaats.stuur("verstuur_herinneringen")
    werkplaats.klaar()
    zonder.terminate()
    zonder.communicate()
    assert werkplaats.vraag(HERINNERINGEN, "rijen") == []

    werkplaats.werker()
    werkplaats.stuur("verstuur_herinneringen")
    werkplaats.klaar()

    assert len(werkplaats.brieven()) == 3


GECONTROLEERD = """
from uuid import uuid4
from django.core.management import call_command
from django.utils import timezone
from indicators.models import Definitie
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.models import Opgave
call_command("load_bundled", verbosity=0)
definitie = Definitie.objects.filter(indicator__slug="arbeidsparticipatie").last()
with handelend_als(None, SYSTEEM):
    opgave = Opgave.objects.create(
        definitie=definitie, jaar=2025, ingetypt="76 %", waarde=76, bron="CBS", invoerders=[uuid4()]
    )
    opgave.staat, opgave.ingediend_op = "ingediend", timezone.now()
    opgave.save()
    opgave.staat, opgave.gecontroleerd_op, opgave.gecontroleerd_door = "gecontroleerd", timezone.now(), uuid4()
    opgave.save()
"""
# A publication raises the version of the data last of all; who holds that row holds it up half way.
HOUD_OP = """
from django.db import connection
connection.set_autocommit(False)
connection.cursor().execute("SELECT * FROM indicators_versie FOR UPDATE")
"""
WACHT_OP_SLOT = """
from django.db import connection
c = connection.cursor()
c.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
"""
LAAT_LOS = """
from django.db import connection
connection.commit()
connection.set_autocommit(True)
"""
OPGAVE = """
from indicators.models import Lezing, Vermelding
from ingest.models import Opgave
staat = Opgave.objects.get().staat
lezingen = Lezing.objects.filter(publicatie__soort="opgave").count()
cijfers = Vermelding.objects.filter(bewoording__publicatie__soort="opgave").count()
"""


@pytest.mark.drawn
def test_halverwege_gedood_is_een_publicatie_alles_of_niets_en_komt_zij_een_keer(werkplaats: Werkplaats) -> None:
    werkplaats.vraag(GECONTROLEERD)
    werkplaats.vraag(HOUD_OP)
    werker = werkplaats.werker()
    werkplaats.stuur("publiceer_vrijgegeven")
    wacht_tot(lambda: werkplaats.vraag(WACHT_OP_SLOT, "c.fetchone()[0]"))
    werkplaats.dood(werker)
    werkplaats.vraag(LAAT_LOS)
    assert werkplaats.vraag(OPGAVE, "[staat, lezingen, cijfers]") == ["gecontroleerd", 0, 0]
    assert werkplaats.wachtend() == 1

    for _ in range(2):
        werkplaats.werker()
    werkplaats.stuur("publiceer_vrijgegeven")
    werkplaats.klaar()

    assert werkplaats.vraag(OPGAVE, "[staat, lezingen, cijfers]") == ["gepubliceerd", 1, 1]
