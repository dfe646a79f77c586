"""How far a year is, as a file for a spreadsheet."""

import csv
import io
from datetime import datetime

import pytest
from django.test import Client
from openpyxl import load_workbook

from indicators.models import Indicator
from ingest.models import Account, Eigenaar, Rol, Termijn
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import WERK_2025, dien_in
from tests.gereedschap.paginas import haal, met_klasse, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

KOPPEN = ["doelstelling", "indicator", "over", "stand", "uiterlijk", "eigenaar", "vervanger", "te laat"]
VIJF = "1.5 Stimuleren duurzame arbeidsparticipatie"
WERK = [VIJF, "Uitstroom uit de bijstand naar werk", "2025", "ingediend"]
SCHOOL = [VIJF, "Jongeren die van de bijstand naar school gaan", "2025", "te doen"]
DEELTIJD = [VIJF, "Mensen met een uitkering die in deeltijd werken", "2025", "te doen", "", "", "", "nee"]


@pytest.fixture
def carla() -> Client:
    """Anna handed in the one, and is late with the other; the name of her deputy would be run by a spreadsheet."""
    anna, bert = (maak_account(naam, Rol.INVOERDER) for naam in ("anna", "bert"))
    Account.objects.filter(pk=bert.pk).update(first_name="=1+1")
    for slug, vervanger in (("uitstroom-naar-werk", None), ("uitstroom-naar-school", bert)):
        indicator = Indicator.objects.get(slug=slug)
        Eigenaar.objects.create(indicator=indicator, account=anna, vervanger=vervanger)
        Termijn.objects.create(indicator=indicator, jaar=2025, uiterlijk="2026-02-16")
    dien_in(ingelogd(anna), WERK_2025, ingetypt="190")
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


def test_als_csv(carla: Client) -> None:
    antwoord = carla.get("/werk/voortgang.csv?jaar=2025")
    assert antwoord["Content-Disposition"] == 'attachment; filename="doelwijzer-voortgang-2025.csv"'
    koppen, *rijen = csv.reader(io.StringIO(antwoord.getvalue().decode()), strict=True)
    assert koppen == KOPPEN
    per_naam = {rij[1]: rij for rij in rijen}
    assert per_naam[WERK[1]] == [*WERK, "2026-02-16", "Anna Jansen", "", "nee"]
    assert per_naam[SCHOOL[1]] == [*SCHOOL, "2026-02-16", "Anna Jansen", "'=1+1 Jansen", "ja"]
    assert per_naam[DEELTIJD[1]] == DEELTIJD


def test_als_xlsx(carla: Client) -> None:
    antwoord = carla.get("/werk/voortgang.xlsx?jaar=2025")
    assert antwoord["Content-Disposition"] == 'attachment; filename="doelwijzer-voortgang-2025.xlsx"'
    blad = load_workbook(io.BytesIO(antwoord.content)).worksheets[0]
    koppen, *rijen = blad.iter_rows()
    assert [cel.value for cel in koppen] == KOPPEN
    per_naam = {str(rij[1].value): rij for rij in rijen}
    school = per_naam[SCHOOL[1]]
    assert [cel.value for cel in school] == [
        *SCHOOL,
        datetime.fromisoformat("2026-02-16"),
        "Anna Jansen",
        "=1+1 Jansen",
        "ja",
    ]
    assert (school[4].number_format, school[6].data_type, school[6].quotePrefix) == ("DD-MM-YYYY", "s", True)
    assert [cel.value or "" for cel in per_naam[DEELTIJD[1]]] == DEELTIJD


def test_elk_cijfer_van_de_pagina_is_een_rij_in_haar_volgorde(carla: Client) -> None:
    """Of this year and no other; and the page leads to the file of its year."""
    blad = haal(carla, "/werk/voortgang/?jaar=2024")
    op_de_pagina = [tekst(next(kaart.iter("span"))) for kaart in met_klasse(blad, "taak")]
    adres = next(a.get("href", "") for a in blad.iter("a") if tekst(a) == "CSV")
    rijen = list(csv.DictReader(io.StringIO(carla.get(adres).getvalue().decode())))
    assert [f"{rij['indicator']}, {rij['over']}" for rij in rijen] == op_de_pagina
    assert any(rij["over"] == "schooljaar 2023-2024" for rij in rijen)


def test_onzichtbare_tekens_houden_het_bestand_niet_tegen(carla: Client) -> None:
    Indicator.objects.filter(slug="uitstroom-naar-school").update(naam="School\x0b")
    blad = load_workbook(io.BytesIO(carla.get("/werk/voortgang.xlsx?jaar=2025").content)).worksheets[0]
    assert "School" in {cel.value for cel in blad["B"]}
