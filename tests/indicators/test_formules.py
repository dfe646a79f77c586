"""Wat een spreadsheet als formule zou uitvoeren: dezelfde regel in Python en in PostgreSQL."""

import pytest
from django.db import connection

from indicators.formules import FORMULE, onschadelijk, zonder_apostrof

GEVALLEN = [
    ("=1+1", "'=1+1", "formule"),
    ("@SUM(A1)", "'@SUM(A1)", "formule van Lotus"),
    ("+31 79", "'+31 79", "telefoonnummer: Excel rekent het uit"),
    ("-1+1", "'-1+1", "som"),
    ("-2-3", "'-2-3", "som die met een cijfer begint"),
    ("--", "'--", "meer dan een streepje"),
    ("+", "'+", "los teken"),
    ("\tcmd", "'\tcmd", "Excel slaat de tab over"),
    ("\r=1", "'\r=1", "Excel slaat het regeleinde over"),
    ("-5\n", "'-5\n", "een regeleinde achter een cijfer"),
    ("'=1+1", "''=1+1", "had al een apostrof, en houdt die"),
    ("-", "-", "streepje: geen waarde"),
    ("-12.945", "-12.945", "bedrag"),
    ("-12,5 %", "-12,5 %", "percentage"),
    ("+5", "+5", "verschil"),
    ("–", "–", "lang streepje"),
    ("PM", "PM", "gewone tekst"),
    ("a=b", "a=b", "teken in het midden"),
    ("'s avonds", "'s avonds", "gewone apostrof"),
    ("", "", "niets"),
]


@pytest.mark.parametrize(("tekst", "veilig", "waarom"), GEVALLEN)
def test_formule_krijgt_een_apostrof_en_komt_terug(tekst: str, veilig: str, waarom: str) -> None:
    assert onschadelijk(tekst) == veilig, waarom
    assert zonder_apostrof(veilig) == tekst, waarom


@pytest.mark.django_db
def test_postgresql_kent_dezelfde_regel() -> None:
    with connection.cursor() as vraag:
        for tekst, veilig, waarom in GEVALLEN:
            vraag.execute("SELECT %s ~ %s", [tekst, FORMULE])
            assert vraag.fetchone() == (tekst != veilig,), waarom
