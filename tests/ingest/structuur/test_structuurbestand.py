"""The mapping file seeds the tables, and the tables write it back."""

from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command

from indicators.models import Definitie, Indicator, Opvolging, Publicatie
from ingest.structuur.bestand import BESTAND, zaai_structuur
from tests.gereedschap.documenten.documenten import skelet
from tests.gereedschap.laden import Laad

pytestmark = pytest.mark.django_db


def geschreven() -> str:
    stdout = StringIO()
    call_command("write_structuur", stdout=stdout)
    return stdout.getvalue()


def test_tabellen_geven_het_bestand_terug() -> None:
    zaai_structuur()
    assert geschreven() == BESTAND.read_text(encoding="utf-8")


def test_laden_verandert_de_structuur_niet(laad: Laad) -> None:
    """Policy rows are posts of their own edition, and no structure."""
    laad(skelet("PB 2023"), skelet("PB 2026"))
    assert geschreven() == BESTAND.read_text(encoding="utf-8")


def test_na_het_zaaien_zijn_de_tabellen_de_waarheid(tmp_path: Path) -> None:
    zaai_structuur()
    Indicator.objects.filter(slug="vve-leerwinst").update(naam="Leerwinst")
    assert zaai_structuur() is False
    assert Indicator.objects.get(slug="vve-leerwinst").naam == "Leerwinst"

    ander = tmp_path / "structuur.yaml"
    ander.write_text(geschreven(), encoding="utf-8")
    assert yaml.safe_load(ander.read_text(encoding="utf-8"))["programmas"][0]["doelstellingen"][0]["indicatoren"][0][
        "naam"
    ] == ("Leerwinst")


def test_wat_er_vooraf_bekend_is() -> None:
    """Typed by hand from domein.md: the kinds of begroting that are no streefwaarde, per edition."""
    zaai_structuur()
    anders = {
        (b.definitie.slug, b.publicatie.naam): b.soort_begroting
        for definitie in Definitie.objects.all()
        for b in definitie.bewoordingen.exclude(soort_begroting="streefwaarde")
    }
    assert anders == {
        ("arbeidsplaatsen-gemeente", "PB 2023"): "raming",
        ("arbeidsplaatsen-register", "PB 2026"): "raming",
        ("arbeidsparticipatie-15-67", "PB 2023"): "aanname",
        ("deeltijd-werkenden", "PB 2023"): "raming",
        ("deeltijd-werkenden", "PB 2026"): "kengetal",
        ("bijstandsuitkeringen", "PB 2023"): "raming",
        ("bijstandsuitkeringen", "PB 2026"): "raming",
    }
    assert Opvolging.objects.get().soort == "nieuwe meting"
    assert not Publicatie.objects.exclude(status="onbekend", aangeboden_op=None, vastgesteld_op=None).exists()
