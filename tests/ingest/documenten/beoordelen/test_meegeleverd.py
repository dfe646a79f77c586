"""The bundled documents that are no begroting: what their bundled answers bring is what the review screens bring."""

from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.db import transaction

from indicators.models import Bevinding, Definitie, Indicator, Lezing, Publicatie, Vermelding
from ingest.models import Account
from ingest.publiceren.meegeleverd import publiceer_meegeleverd
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, lever_aan, publiceer
from tests.gereedschap.documenten.documenten import PUBLICATIES, STUKKEN, skelet, volledig
from tests.gereedschap.laden import Laad
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.uitvoer import uitvoer

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

MET_CIJFERS = [publicatie for publicatie in STUKKEN if publicatie != "Rapportage SD 2023-11 tot 2024-08"]
"""The other prints no table, and the screens publish no document without figures."""
ZONDER_GEVOLG = {"document", "gegevens", "opvallend"}
"""What these ask changes no figure, name or amount."""


@pytest.fixture
def begrotingen(laad: Laad) -> Laad:
    assert laad(*(skelet(publicatie) for publicatie in PUBLICATIES)).code == 0
    return laad


@pytest.mark.parametrize("publicatie", MET_CIJFERS)
def test_meegeleverde_antwoorden_zijn_die_van_de_beoordeling(
    begrotingen: Laad, anna: Account, bert: Account, publicatie: str
) -> None:
    """Each is an answer to a question that is asked, and the screens take it; no other question is left."""
    bestand = skelet(publicatie)
    with transaction.atomic():
        publiceer_meegeleverd(bestand)
        meegeleverd = uitvoer()
        transaction.set_rollback(True)

    document, collega = lever_aan(bestand.read_text(encoding="utf-8"), anna.actor, bestand.name), ingelogd(bert)
    for gegeven in yaml.safe_load(bestand.with_suffix(".yaml").read_text(encoding="utf-8")):
        vraag = document.vragen.get(sleutel=gegeven["sleutel"])
        velden = {naam: "" if waarde is None else str(waarde) for naam, waarde in gegeven.get("gegevens", {}).items()}
        klaar = antwoord(collega, vraag, gegeven["keuze"], **velden, toelichting=gegeven.get("toelichting", ""))
        assert klaar.status_code == 302, klaar.content.decode()
        if gegevens := gegeven.get("gegevens"):
            gekeurd = vraag.antwoorden.get().gegevens
            assert {naam: str(waarde) for naam, waarde in gekeurd.items()} == {n: str(w) for n, w in gegevens.items()}
    assert set(document.vragen.open().values_list("soort", flat=True)) <= ZONDER_GEVOLG
    beantwoord_alles(collega, document)
    publiceer(collega, document)

    assert (document.staat, document.reden) == ("gepubliceerd", "")
    assert uitvoer() == meegeleverd


def test_vijf_cijfers_van_de_rapportage_horen_bij_uitstroom(edities: None) -> None:
    """Lines 176 to 180; no begroting prints them, so none of them is a goal."""
    gevonden = {
        indicator.slug: list(
            Vermelding.objects.voor(indicator).order_by("soort").values_list("soort", "jaar", "periode", "gedrukt")
        )
        for indicator in Indicator.objects.get(slug="uitstroom-naar-werk").erbij.all()
    }
    assert gevonden == {
        "parttime-baan": [("realisatie", 2024, "", "120")],
        "nug": [("realisatie", 2024, "", "37")],
        "oekrainers": [("realisatie", 2024, "", "49")],
        "beschut-werk": [("begroting", 2024, "", "77"), ("realisatie", 2024, "", "77")],
        "loonkostensubsidie": [("begroting", 2024, "", "229"), ("realisatie", 2024, "", "240")],
    }
    assert not Indicator.objects.met_begroting().filter(slug__in=gevonden).exists()


def test_meegeleverde_stukken_worden_eenmaal_geladen(edities: None) -> None:
    voor = Lezing.objects.count()
    call_command("load_bundled", verbosity=0)
    assert Lezing.objects.count() == voor


def test_een_verbeterde_tekst_maakt_geen_indicator_opnieuw(begrotingen: Laad, tmp_path: Path) -> None:
    """As on a site that was started with an earlier Doelwijzer, whose answers made the five of the rapportage."""
    nu = skelet("Rapportage SD 2024-H2")
    oud = tmp_path / nu.name
    oud.write_text(nu.read_text(encoding="utf-8").replace("[samengevat] ", "[samengevat] Ook: ", 1), encoding="utf-8")
    oud.with_suffix(".yaml").write_bytes(nu.with_suffix(".yaml").read_bytes())
    publiceer_meegeleverd(oud)
    eerst = sorted(Definitie.alle.values_list("indicator__slug", "slug", "beeindigd_op"))

    call_command("load_bundled", verbosity=0)

    assert Lezing.objects.get(publicatie__naam="Rapportage SD 2024-H2", staat="gepubliceerd").druk == 2
    assert sorted(Definitie.alle.values_list("indicator__slug", "slug", "beeindigd_op")) == eerst
    assert Vermelding.objects.geldend().filter(bewoording__definitie__slug="beschut-werk").count() == 2


@pytest.mark.parametrize("publicatie", STUKKEN)
def test_wat_mensen_introkken_komt_niet_terug(edities: None, publicatie: str) -> None:
    Lezing.objects.filter(publicatie__naam=publicatie).update(staat="ingetrokken")
    call_command("load_bundled", verbosity=0)
    assert not Publicatie.objects.geladen().filter(naam=publicatie).exists()


def test_een_site_met_een_eigen_structuur_houdt_wat_er_niet_bij_past_eruit(begrotingen: Laad) -> None:
    """Nothing to put the five with: they stay out, and the rest is there."""
    Indicator.objects.filter(slug="uitstroom-naar-werk").update(slug="werk")
    call_command("load_bundled", verbosity=0)
    assert Publicatie.objects.geladen().filter(naam="Rapportage SD 2024-H2").exists()
    assert not Indicator.objects.filter(slug="nug").exists()


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", STUKKEN)
def test_het_volledige_document_komt_in_de_plaats_van_het_deel(edities: None, laad: Laad, publicatie: str) -> None:
    """The same figures, and nothing says any more that a part of the text is here."""
    lezing = Lezing.objects.get(publicatie__naam=publicatie, staat="gepubliceerd")
    assert lezing.bevindingen.filter(soort=Bevinding.UITTREKSEL).count() == 1

    afloop = laad(volledig(publicatie), opties=("--accepteer-fouten",))

    assert (afloop.code, afloop.stdout) == (0, f"{publicatie}: gepubliceerd, 0 nieuwe cijfers en bedragen.\n")
    lezing = Lezing.objects.get(publicatie__naam=publicatie, staat="gepubliceerd")
    assert not lezing.bevindingen.filter(soort=Bevinding.UITTREKSEL).exists()
