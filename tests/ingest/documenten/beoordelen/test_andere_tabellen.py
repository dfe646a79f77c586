"""A document with tables of its own: what they leave open is answered once, and then they are on the site."""

import pytest
from django.test import Client

from indicators.models import Bedrag
from ingest.models import Account
from tests.gereedschap.beoordelen import (
    adres,
    antwoord,
    beantwoord_alles,
    kijk_na,
    lever_aan,
    pagina,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

TABEL = "Post\tbegroting na wijziging 2025\trekening 2025\nDijken\t-1.200\t-1.250\nPolder\t-30\t20"
JAARSTUKKEN = f"Jaarstukken 2025\n\nGemeente Zoetermeer\n\nWater\n\n{TABEL}\n\nZo ver de tabel.\n"


def test_een_eenheid_en_een_teken_zijn_een_antwoord(anna: Account, bert: Account) -> None:
    document, aanleveraar, collega = lever_aan(JAARSTUKKEN, anna.actor), ingelogd(anna), ingelogd(bert)
    vraag = vraag_over(document, "rij", "er staat geen eenheid bij")
    scherm = tekst(haal(collega, adres(vraag)))
    assert "De tabel onder “Water” (regel 7 tot en met 9) is niet gelezen: er staat geen eenheid bij" in scherm
    assert "Dijken | -1.200 | -1.250" in scherm

    getypt = TABEL.replace("\t", " | ")
    zonder_teken = antwoord(collega, vraag, "overtypen", eenheid="Bedragen x € 1.000", tekst=getypt)
    assert "niet te zien of een bedrag met een min kosten zijn" in zonder_teken.content.decode()
    keuzes = {"eenheid": "Bedragen x € 1.000", "teken": "- is een nadeel"}
    assert antwoord(collega, vraag, "overtypen", **keuzes, tekst=getypt).status_code == 302
    beantwoord_alles(collega, document)
    assert kijk_na(aanleveraar, document).status_code == 302
    assert publiceer(collega, document).status_code == 302
    assert (document.staat, document.reden) == ("gepubliceerd", "")

    bedragen = Bedrag.objects.geldend().filter(benaming__publicatie__naam="Jaarstukken 2025")
    wat = ("benaming__naam", "stand", "jaar", "bedrag", "als_gedrukt", "passage__regel")
    assert sorted(bedragen.values_list(*wat)) == [
        ("Dijken", "na wijziging", 2025, -1_200_000, "-1.200", 8),
        ("Dijken", "rekening", 2025, -1_250_000, "-1.250", 8),
        ("Polder", "na wijziging", 2025, -30_000, "-30", 9),
        ("Polder", "rekening", 2025, 20_000, "20", 9),
    ]
    bron = met_id(haal(Client(), "/bronnen/Jaarstukken-2025/"), "andere-bedragen")
    assert "Dijken (saldo) -1.200 -1.250 Polder (saldo) -30 20" in tekst(bron)
    assert "Dijken" not in tekst(haal(Client(), "/geld/"))


def test_een_bedrag_met_een_ander_teken_houdt_de_tabel_niet_tegen(anna: Account, bert: Account) -> None:
    rijen = "Dijken\t10\nPolder\t11\nMutaties\t-4\nMeren\t12"
    stuk = f"Jaarstukken 2025\n\nGemeente Zoetermeer\n\nLasten\n\nPost\trekening 2025\n{rijen}\n\nZo ver.\n"
    document, collega = lever_aan(stuk, anna.actor), ingelogd(bert)
    vraag = vraag_over(document, "rij", "er staat geen eenheid bij")
    getypt = f"Post | lasten rekening 2025\n{rijen}".replace("\t", " | ")
    assert antwoord(collega, vraag, "overtypen", eenheid="Bedragen x € 1.000", tekst=getypt).status_code == 302

    los = vraag_over(document, "rij", "Mutaties: -4 heeft niet het teken van de andere lasten")
    assert antwoord(collega, los, "weglaten", toelichting="Een correctie.").status_code == 302


def test_van_een_stuk_waar_niets_van_gelezen_is_komt_niets_op_de_site(anna: Account) -> None:
    document = lever_aan("Jaarstukken 2025\n\nGemeente Zoetermeer\n\nHet was een goed jaar.\n", anna.actor)
    assert "Uit dit document is geen enkel cijfer of bedrag gelezen" in tekst(haal(ingelogd(anna), pagina(document)))
