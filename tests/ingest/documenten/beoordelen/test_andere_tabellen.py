"""A document with tables of its own: what they leave open is answered once, and then they are on the site."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Bedrag
from ingest.models import Account
from tests.gereedschap.beoordelen import (
    GEGEVENS,
    adres,
    antwoord,
    beantwoord_alles,
    editie,
    kijk_na,
    lever_aan,
    pagina,
    publiceer,
    vraag_over,
)
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

TABEL = "Post\tbegroting na wijziging 2025\trekening 2025\tverschil\nDijken\t-1.200\t-1.250\t-50\nPolder\t-30\t20\t50"
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
        ("Dijken", "verschil", 2025, -50_000, "-50", 8),
        ("Polder", "na wijziging", 2025, -30_000, "-30", 9),
        ("Polder", "rekening", 2025, 20_000, "20", 9),
        ("Polder", "verschil", 2025, 50_000, "50", 9),
    ]
    bron = met_id(haal(Client(), "/bronnen/Jaarstukken-2025/"), "andere-bedragen")
    assert "2025 (verschil)" in tekst(bron)
    assert "Dijken (netto kosten) 1.200 1.250 50 Polder (netto kosten) 30 -20 -50" in tekst(bron)
    regel = tekst(haal(Client(), "/bronnen/Jaarstukken-2025/regels/9/"))
    assert "Polder, verschil van het saldo 2025: € 50.000 voordelig" in regel
    getypt_door = "Een controleur heeft regel 7 tot en met 9 overgetypt of aangevuld"
    assert getypt_door in regel
    assert "overgetypt" not in tekst(haal(Client(), "/bronnen/PB-2026/regels/626/"))
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


@pytest.mark.drawn
def test_van_een_stuk_waar_niets_van_gelezen_is_komt_niets_op_de_site(anna: Account) -> None:
    document = lever_aan("Jaarstukken 2025\n\nGemeente Zoetermeer\n\nHet was een goed jaar.\n", anna.actor)
    assert "Uit dit document is geen enkel cijfer of bedrag gelezen" in tekst(haal(ingelogd(anna), pagina(document)))


def test_een_gedrukte_verwachting_is_geen_doel_en_geen_resultaat(anna: Account, bert: Account) -> None:
    tabel = "Indicator\tRealisatie 2025\tVerwachting 2026\tDoel 2027\nUitstroom naar werk\t187\t777\t206"
    stuk = f"Begroting 2027\n\nGemeente Zoetermeer\n\n# Indicatoren\n\n{tabel}\n\nZo ver.\n"
    document, collega = lever_aan(stuk, anna.actor), ingelogd(bert)
    beantwoord_alles(collega, document)
    assert publiceer(collega, document).status_code == 302

    pagina_ = haal(Client(), "/indicatoren/uitstroom-naar-werk/")
    zinnen = tekst(pagina_)
    assert (
        "Over 2026, verwachting in PB 2027: 777. Dit is een verwachting. Het is geen resultaat en geen doel." in zinnen
    )
    assert "187 in 2025 (aantal)" in zinnen
    in_tabel = tekst(met_id(pagina_, "tabel-uitstroom-naar-werk"))
    assert "Verwachting PB 2027" in in_tabel
    assert "777" in in_tabel
    grafiek = tekst(met_id(pagina_, "uitstroom-naar-werk"))
    assert "206" in grafiek
    assert "777" not in grafiek
    for plek in ("/doelen/", "/", "/vergelijken/"):
        assert "777" not in tekst(haal(Client(), plek)), plek
    regel = tekst(haal(Client(), "/bronnen/PB-2027/regels/8/"))
    assert "verwachting in PB 2027 voor 2026: 777." in regel


NOTA = """\
Perspectiefnota 2026

Gemeente Zoetermeer

Programma 1. Onderwijs, economie en arbeidsparticipatie

{}

Zo ver de tabel.
"""
ONTWIKKELINGEN = """\
\tTB1\tMJB 2026 - 2029
x € 1.000\t2025\t2026
1 Financiële ontwikkelingen bestaand beleid (leereffecten jaarrekening en TB1)\t\t
1.2 Alleenverdienersproblematiek\t\t-168
1.4 Ontwikkeling WSW\t-254\t-498"""


def test_een_verandering_met_een_beantwoord_teken_staat_in_het_verloop_van_haar_jaar(
    anna: Account, bert: Account, tmp_path: Path
) -> None:
    """PB 2026, line 917, prints -66.097 for 2025 and -63.257 for 2026; PB 2025 is made of it, a year earlier."""
    (tmp_path / "eerder.txt").write_text(editie(-1), encoding="utf-8")
    call_command("load_document", str(tmp_path / "eerder.txt"), "--accepteer-fouten", verbosity=0)
    document, aanleveraar = lever_aan(NOTA.format(ONTWIKKELINGEN), anna.actor, "nota.txt"), ingelogd(anna)
    collega = ingelogd(bert)
    vraag = vraag_over(document, "rij", "een bedrag met een min kosten zijn of opbrengsten")
    getypt = ONTWIKKELINGEN.replace("\t", " | ")
    assert antwoord(collega, vraag, "overtypen", teken="- is een nadeel", tekst=getypt).status_code == 302
    beantwoord_alles(collega, document, gegevens=("gegevens", GEGEVENS | {"aangeboden_op": "20-5-2025"}))
    assert kijk_na(aanleveraar, document).status_code == 302
    assert publiceer(collega, document).status_code == 302
    assert (document.staat, document.reden) == ("gepubliceerd", "")

    verlopen = [tekst(met_id(haal(Client(), f"/geld/?verloop={jaar}"), "verloop")) for jaar in (2025, 2026)]
    wsw = "Kadernota 2026-2029: 1.4 Ontwikkeling WSW + € {}.000 meer"
    assert f"{wsw.format(254)} PB 2026 (lopend jaar), de rest + € 2,6 miljoen meer" in verlopen[0]
    assert f"{wsw.format(498)} PB 2026 (primitieve begroting), de rest − € 88.000 minder" in verlopen[1]
