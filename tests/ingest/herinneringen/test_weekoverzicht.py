"""What a controleur reads on a monday of what waits beside figures."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from indicators.models import Definitie, Doelstelling
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.herinneringen.herinneringen import verstuur_weekoverzichten
from ingest.models import Geldovername, Prognose
from ingest.structuur.bestand import zaai_structuur

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("controleur")]


def test_de_week_telt_ook_wat_is_overgenomen_en_wat_wordt_verwacht() -> None:
    zaai_structuur()
    door = {"invoerders": [uuid4()], "voorgelegd_op": timezone.now()}
    plaats = {"titel": "Jaarstukken 2024", "bladzijde": 31, "gedrukt": "1.5 36.100 37.900", "vastgesteld": True}
    for stand, ingetypt, bedrag in (("rekening", "37.900", "-37900000"), ("na wijziging", "36.100", "-36100000")):
        with handelend_als(None, SYSTEEM):
            Geldovername.objects.create(
                doelstelling=Doelstelling.objects.get(code="1.5"),
                stand=stand,
                jaar=2024,
                ingetypt=ingetypt,
                bedrag=Decimal(bedrag),
                schaal=1000,
                **plaats,
                **door,
            )
    definitie = Definitie.objects.filter(indicator__slug="uitstroom-naar-werk").last()
    assert definitie is not None
    verwacht = {"ingetypt": "190", "waarde": Decimal(190), "toelichting": "De stand van oktober"}
    with handelend_als(None, SYSTEEM):
        Prognose.objects.create(definitie=definitie, jaar=2026, **verwacht, **door)
    verstuur_weekoverzichten(date(2026, 2, 9))

    (bericht,) = mail.outbox
    assert "Er wachten geen cijfers op controle." in bericht.body
    assert "2 overgenomen doelen en bedragen wachten op een collega: http://127.0.0.1:8000/werk/doelen/" in bericht.body
    assert "1 prognose wacht op controle: http://127.0.0.1:8000/werk/controle/" in bericht.body
    assert "\n\n\n" not in bericht.body
