"""A line of an earlier text of a document: what its page says of what is on the site now."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Intrekking, Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.documenten.documenten import tekst_van
from tests.gereedschap.paginas import haal, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

OUD = "/bronnen/PB-2026/regels/626/"
ANDERE = "Op de site staat er nu een andere."
NIET_MEER = "Het document staat nu niet meer op deze site."


def laad_met_een_regel_erbij(map_: Path) -> None:
    """PB 2026 with one more line above all others."""
    bestand = map_ / "PB-2026.txt"
    bestand.write_text("Een nieuwe regel.\n" + tekst_van("PB 2026"), encoding="utf-8")
    call_command("load_document", str(bestand), vervang=True, verbosity=0)


def trek_in() -> None:
    [lezing] = Lezing.objects.filter(publicatie__naam="PB 2026", staat=Lezing.Staat.GEPUBLICEERD)
    Lezing.objects.filter(pk=lezing.pk).update(staat=Lezing.Staat.INGETROKKEN)
    with handelend_als(None, SYSTEEM):
        Intrekking.objects.create(lezing=lezing, reden="Het was een concept.", actor=uuid4())


def test_een_eerdere_tekst_van_een_document_dat_op_de_site_staat(client: Client, tmp_path: Path) -> None:
    laad_met_een_regel_erbij(tmp_path)

    inhoud = tekst(haal(client, OUD))

    assert f"Dit is een eerdere tekst van dit document. {ANDERE}" in inhoud
    assert "Dezelfde woorden staan daarin op regel 627." in inhoud
    assert "het hele document zoals het nu op de site staat" in inhoud


def test_een_eerdere_tekst_van_een_document_dat_er_niet_meer_staat(client: Client, tmp_path: Path) -> None:
    laad_met_een_regel_erbij(tmp_path)
    trek_in()

    inhoud = tekst(haal(client, OUD))

    assert f"Dit is een eerdere tekst van dit document. {NIET_MEER}" in inhoud
    assert ANDERE not in inhoud
    assert "zoals het nu op de site staat" not in inhoud
    assert "het hele document zoals het er het laatst stond" in inhoud


def test_een_tekst_die_is_ingetrokken_en_daarna_vervangen(client: Client, tmp_path: Path) -> None:
    trek_in()
    assert "De cijfers van dit document staan niet meer op deze site." in tekst(haal(client, OUD))

    laad_met_een_regel_erbij(tmp_path)

    inhoud = tekst(haal(client, OUD))
    assert ANDERE in inhoud
    assert "niet meer op deze site" not in inhoud
