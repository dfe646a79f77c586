"""That a document is silent is said only where a person read it for that; what follows here nobody read."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Duiding, Nagelezen
from indicators.models.bronnen import verhoog_versie
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, tekst_van, verschoven
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]

GEEN_UITLEG = "Het document geeft hier geen uitleg."
ONGELEZEN = "Of het document er toch iets over zegt, is nog niet nagelezen."


@pytest.fixture
def met_pb_2028(tmp_path: Path) -> None:
    """PB 2026 again as PB 2028: an edition that nobody read."""
    bestand = tmp_path / "PB-2028.txt"
    bestand.write_text(verschoven(2)(tekst_van("PB 2026")), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)


def kolommen(client: Client, adres: str, deel: str) -> dict[str, str]:
    """What a part of a page says of each edition that is beside the others."""
    [naast] = [
        element for element in met_id(haal(client, adres), deel).iter() if "naast" in element.get("class", "").split()
    ]
    return {tekst(kolom[0])[-9:]: tekst(kolom) for kolom in naast}


@pytest.fixture
def pb_2023_zegt_niets() -> None:
    """Without the one thing that was read in PB 2023 about what the municipality can do for the arbeidsparticipatie."""
    Duiding.objects.filter(sleutel="arbeidsparticipatie-invloed-3").update(staat="ingetrokken", reden="Voor de toets.")


@pytest.mark.usefixtures("met_pb_2028", "pb_2023_zegt_niets")
@pytest.mark.parametrize(
    ("adres", "deel", "zwijgt", "ongelezen"),
    [
        ("/indicatoren/bereik-minimaregelingen/", "toelichting", GEEN_UITLEG, ONGELEZEN),
        (
            "/indicatoren/arbeidsparticipatie/",
            "invloed",
            "Bij dit cijfer zegt het document hier niets over.",
            "Dit document is hierop nog niet nagelezen.",
        ),
    ],
)
def test_een_nieuwe_editie_zwijgt_niet_voor_iemand_haar_las(
    client: Client, adres: str, deel: str, zwijgt: str, ongelezen: str
) -> None:
    """PB 2023 says nothing here, and was read for it; what PB 2028 says nobody knows."""
    per_editie = kolommen(client, adres, deel)

    assert zwijgt in per_editie["2023-2026"]
    assert zwijgt not in per_editie["2028-2031"]
    assert ongelezen in per_editie["2028-2031"]
    assert ongelezen not in per_editie["2026-2029"]


@pytest.mark.usefixtures("met_pb_2028")
@pytest.mark.parametrize(
    ("adres", "zinnen"),
    [
        ("/raad/", [f"Van {NIET_NAGELEZEN} en PB 2028 is nog niet nagelezen wat er naar de raad komt."]),
        (
            "/klopt-het/",
            ["PB 2028 is hierop nog niet nagelezen.", "Daarvoor zijn PB 2023 en PB 2026 helemaal nagelezen."],
        ),
        ("/geld/", ["Of PB 2028 zegt wie dat betaalt, is nog niet nagelezen."]),
        ("/", ["PB 2028 is nog niet nagelezen op cijfers die elkaar tegenspreken."]),
    ],
)
def test_elke_pagina_zegt_wat_niet_is_nagelezen(client: Client, adres: str, zinnen: list[str]) -> None:
    deze = tekst(haal(client, adres))

    for zin in zinnen:
        assert zin in deze


@pytest.mark.usefixtures("pb_2023_zegt_niets")
# What came of the speerpunten of PB 2023 is asked of the newest begroting: see test_speerpunten.
@pytest.mark.parametrize("vraag", [vraag for vraag in Nagelezen.Vraag if vraag != Nagelezen.Vraag.SPEERPUNTEN])
def test_een_vraag_gaat_alleen_over_zichzelf(client: Client, vraag: Nagelezen.Vraag) -> None:
    """Who takes back that PB 2023 was read for one thing, says nothing about the others."""
    Nagelezen.objects.filter(vraag=vraag, lezing__publicatie__naam="PB 2023").update(
        ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC)
    )
    verhoog_versie()
    zegt = {
        "uitleg": GEEN_UITLEG in kolommen(client, "/indicatoren/arbeidsplaatsen/", "toelichting")["2023-2026"],
        "indicatoren": "zegt het document hier niets over"
        in kolommen(client, "/indicatoren/arbeidsparticipatie/", "invloed")["2023-2026"],
        "dekking": "In de tabel van PB 2023 staat bij geen enkele regel" in tekst(haal(client, "/geld/")),
        "tegenspraak": "Daarvoor zijn PB 2023 en PB 2026 helemaal nagelezen" in tekst(haal(client, "/klopt-het/")),
        "raad": "PB 2023, Rapportage" not in tekst(haal(client, "/raad/")),
    }

    assert {deze for deze, gezegd in zegt.items() if not gezegd} == {vraag.value}
