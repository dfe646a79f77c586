"""A reference file goes the way of every document: handed in, asked about, and published by a second person."""

import pytest
from django.test import Client

from indicators.models import Referentiecijfer, Vermelding
from ingest.documenten.werker import werk_af
from tests.gereedschap.aanleveren import aangeleverd
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, publiceer, vraag_over
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.referenties import referentiebestand

INDICATOR = "/indicatoren/uitstroom-naar-werk/"
# Invented figures.
RIJEN = (
    "Uitstroom naar werk;Rotterdam;2024;1.234",
    "Uitstroom naar werk;Nederland;2024;54.321",
    "Uitstroom naar werk;Delft;2024;-",
    "Inwoners;Zoetermeer;2024;127.047",
)


@pytest.mark.usefixtures("documentenmap", "edities", "db")
def test_van_bestand_tot_pagina() -> None:
    voor = Vermelding.objects.count()
    cora, chris = (ingelogd(maak_account(naam, "controleur")) for naam in ("cora", "chris"))
    bestand = ("\ufeff" + referentiebestand(*RIJEN)).replace("\n", "\r\n").encode()
    aanlevering = aangeleverd(cora, bestand)
    werk_af(aanlevering.pk)
    aanlevering.refresh_from_db()
    vraag = vraag_over(aanlevering, "reeks", "Uitstroom naar werk")
    assert antwoord(cora, vraag, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    beantwoord_alles(cora, aanlevering)
    publiceer(chris, aanlevering)
    assert aanlevering.staat == "gepubliceerd", aanlevering.reden
    assert Vermelding.objects.count() == voor
    pagina = Client().get(INDICATOR).content.decode()
    assert "Naast andere gemeenten" in pagina
    assert Referentiecijfer.objects.count() == 4
