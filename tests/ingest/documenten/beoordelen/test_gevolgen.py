"""What changes on the site: every figure and amount beside what another document said, and what is no longer there."""

import re

import pytest
from django.test import Client

from ingest.models import Account
from tests.gereedschap.beoordelen import (
    LEERBAAN,
    antwoord,
    beantwoord_alles,
    editie,
    lever_aan,
    pagina,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities"), pytest.mark.drawn]

ZONDER_SCHOOL = re.compile(r"\nUitstroom naar school \n.*?(?=\nFinanciën)", re.DOTALL)


def test_elk_cijfer_staat_naast_wat_een_andere_begroting_zei(anna: Account, bert: Account) -> None:
    """180 becomes 185. What changed most stands first, and every amount is there."""
    inhoud = editie().replace("- 180 180 180 180", "- 185 180 180 180")
    document, collega = lever_aan(inhoud, anna.actor), ingelogd(bert)
    beantwoord_alles(collega, document)
    straks = haal(collega, pagina(document, "publiceren/"))
    alles = tekst(straks)
    assert "Uitstroom uit de bijstand naar werk begroting 2027 geen 185 180 in PB 2026" in alles
    assert "1 cijfer wijkt daarvan af: de grootste afwijking staat bovenaan." in alles
    verschillen = [_euro(tekst(rij[-1])) for rij in met_id(straks, "bedragen").iter("tr")][1:]
    assert verschillen == sorted(verschillen, reverse=True)
    assert verschillen[0] > 0
    assert len(verschillen) == 25

    gezien, nummer = 0, 1
    aantal = int(re.search(r"Bedragen (\d+)", alles)[1])
    while nummer:
        blad = tekst(haal(collega, pagina(document, f"publiceren/?bedragen={nummer}")))
        van, tot, totaal = (int(n) for n in re.findall(r"(\d+) tot en met (\d+) van (\d+)", blad)[-1])
        assert (van, totaal) == (gezien + 1, aantal)
        gezien, nummer = tot, nummer + 1 if "Volgende bedragen" in blad else 0
    assert gezien == aantal > 100


def _euro(zin: str) -> int:
    """The size of "€ 1.000 meer"."""
    return int(re.sub(r"\D", "", zin) or 0)


def test_een_indicator_die_er_niet_meer_in_staat_wordt_gevraagd(anna: Account, bert: Account) -> None:
    zonder = ZONDER_SCHOOL.sub("\n", editie())
    assert zonder != editie()
    document, collega = lever_aan(zonder, anna.actor), ingelogd(bert)
    weg = vraag_over(document, "opvallend", "noemt hem niet meer")
    assert "PB 2026 heeft bij doelstelling 1.5" in weg.tekst
    assert '"Jongeren die van de bijstand naar school gaan"' in weg.tekst
    beantwoord_alles(collega, document)
    assert weg.tekst in tekst(haal(collega, pagina(document, "publiceren/")))
    publiceer(collega, document)
    assert document.staat == "gepubliceerd"
    assert weg.tekst in tekst(haal(collega, "/bevindingen/"))


def test_wat_in_de_plaats_kwam_wordt_gevraagd_en_gaat_met_het_document_mee(anna: Account, bert: Account) -> None:
    leerbaan = editie().replace("Uitstroom naar school \n", "Jongeren in een leerbaan \n")
    document, collega = lever_aan(leerbaan, anna.actor), ingelogd(bert)
    antwoord(collega, vraag_over(document, "indicator", "leerbaan"), "nieuw", **LEERBAAN)
    weg = vraag_over(document, "opvallend", "noemt hem niet meer")
    leeg = antwoord(collega, weg, "opgevolgd", opvolger="jongeren-in-een-leerbaan", toelichting="")
    assert "Schrijf waar het document dat zegt, of waarom u het denkt." in leeg.content.decode()
    gegeven = {"opvolger": "jongeren-in-een-leerbaan", "toelichting": "PB 2027 telt nu leerbanen."}
    assert antwoord(collega, weg, "opgevolgd", **gegeven).status_code == 302

    beantwoord_alles(collega, document)
    vervangt = "Jongeren in een leerbaan komt in de plaats van Jongeren die van de bijstand naar school gaan."
    assert f"{vervangt} Reden: PB 2027 telt nu leerbanen." in tekst(haal(collega, pagina(document, "publiceren/")))
    publiceer(collega, document)
    school, nieuw = "/indicatoren/uitstroom-naar-school/", "/indicatoren/jongeren-in-een-leerbaan/"
    door = "Vanaf PB 2027 vervangen door Jongeren in een leerbaan. PB 2027 telt nu leerbanen."
    assert door in tekst(haal(Client(), school))
    assert "Tot PB 2027 was dit Jongeren die van de bijstand naar school gaan." in tekst(haal(Client(), nieuw))

    meegaand = tekst(haal(collega, pagina(document, "intrekken/")))
    assert "Jongeren in een leerbaan in de plaats van Jongeren die van de bijstand naar school gaan" in meegaand
    collega.post(pagina(document, "intrekken/"), {"reden": "Het was een concept."})
    assert "leerbaan" not in tekst(haal(Client(), school))


def test_wat_nog_een_vraag_is_of_een_andere_naam_kreeg_is_niet_weg(anna: Account, bert: Account) -> None:
    anders = editie().replace("Uitstroom naar school \n", "Terug naar school \n")
    document, collega = lever_aan(anders, anna.actor), ingelogd(bert)
    assert not document.vragen.open().filter(tekst__contains="noemt hem niet meer")
    beantwoord_alles(collega, document, indicator=("bestaande", {"definitie": "uitstroom-naar-school"}))
    assert not document.vragen.filter(tekst__contains="noemt hem niet meer")
