"""One row of each table whose rows never change, and the world around them."""

import pytest

from indicators.models import (
    Aangehaald,
    Aanhaling,
    Afdruk,
    Bedrag,
    Bevinding,
    Definitie,
    Doelstelling,
    Duiding,
    Indicator,
    Nagelezen,
    Post,
    PostBenaming,
    Programma,
    Referentiecijfer,
    Tekst,
    Versie,
    Vindplaats,
)
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.wereld.wereld import Wereld


@pytest.fixture
def wereld(db: None) -> Wereld:
    programma = Programma.objects.create(code="9", naam="Water")
    doelstelling = Doelstelling.objects.create(programma=programma, code="9.1", naam="Droge voeten", volgorde=1)
    indicator = Indicator.objects.create(doelstelling=doelstelling, slug="plassen", naam="Plassen", volgorde=1)
    oud, nieuw = (
        Definitie.objects.create(
            indicator=indicator,
            slug=slug,
            omschrijving="Plassen op straat",
            eenheid="aantal",
            decimalen=0,
            richting="lager",
            meetperiode="kalenderjaar",
            volgorde=volgorde,
        )
        for volgorde, slug in enumerate(("plassen-geteld", "plassen-geschat"), 1)
    )
    post = Post.objects.create(
        programma=programma, tabel="programma", rol="lasten", slug="lasten", naam="Lasten", volgorde=1
    )
    wereld = Wereld([], [], [], indicator, oud, nieuw, post)
    wereld.publiceer(2030, oud)
    wereld.publiceer(2033, oud, nieuw)
    for publicatie in wereld.publicaties:
        PostBenaming.objects.create(post=post, publicatie=publicatie, naam="Lasten")
    return wereld


@pytest.fixture
def gevuld(wereld: Wereld) -> Wereld:
    """One row in every table whose rows never change."""
    wereld.vermeld(2028, "12")
    Bedrag.objects.create(
        benaming=wereld.post.benamingen.first(),
        passage=wereld.passages[0],
        kant="lasten",
        soort="begroting",
        stand="meerjarenraming",
        jaar=2031,
        bedrag=-5000,
        als_gedrukt="-5",
        schaal=1000,
        tekenconventie="lasten negatief, baten positief",
    )
    Referentiecijfer.objects.create(
        publicatie=wereld.publicaties[0],
        passage=wereld.passages[0],
        reeks="Plassen",
        gemeente="Waterdam",
        jaar=2028,
        waarde=20,
        gedrukt="20",
        bron="Meetbureau",
        tabel="Plassen per gemeente",
        opgehaald_op="2030-01-01",
    )
    Tekst.objects.create(
        lezing=wereld.lezingen[0], soort="risico", tekst="Regen", van_regel=3, tot_regel=4, samengevat=False
    )
    Bevinding.objects.create(lezing=wereld.lezingen[0], ernst="opmerking", soort="gedrukte nul", regel=10, tekst="Nul.")
    aanhaling = Aanhaling.objects.create(publicatie=wereld.publicaties[0])
    Afdruk.objects.create(aanhaling=aanhaling, lengte=14, begin="0", geheel="0", regels=1)
    Vindplaats.objects.create(aanhaling=aanhaling, lezing=wereld.lezingen[0], van_regel=10, tot_regel=10)
    duiding = Duiding.objects.create(
        sleutel="plassen-1",
        soort="twee manieren van tellen",
        zin="Een plas telt dubbel.",
        indicator=wereld.indicator,
        staat="gepubliceerd",
        weg="meegeleverd",
    )
    Aangehaald.objects.create(duiding=duiding, aanhaling=aanhaling, gedrukt="1", volgorde=0)
    with handelend_als(None, SYSTEEM):
        Nagelezen.objects.create(
            lezing=wereld.lezingen[0], programma=wereld.post.programma, vraag="tegenspraak", afdrukken=["0"]
        )
    Versie.objects.create(pk=1, nummer=1, sinds="2030-01-01T00:00Z")
    return wereld
