"""What a post is in its table: proposed, chosen by a person, and filled in where a database had none."""

from importlib import import_module

import pytest
from django.db import connection
from django.test import Client

from indicators.models import Post, Programma, Publicatie
from ingest.models import Aanlevering, Account
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, lever_aan, publiceer
from tests.gereedschap.documenten.verzonnen import Doel, Indicator, kolommen, schrijf
from tests.gereedschap.documenten.verzonnen import Programma as Gedrukt
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tabel, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

METING = {
    "omschrijving": "Inwoners die tevreden zijn.",
    "eenheid": "%",
    "decimalen": "0",
    "richting": "hoger",
    "soort_begroting": "streefwaarde",
    "meetperiode": "kalenderjaar",
    "ondergrens": "0",
}
NIEUW = {soort: ("nieuw", {}) for soort in ("programma", "doelstelling", "post")} | {"indicator": ("nieuw", METING)}
SALDI = [("Lasten", ["-8.000"] * 6), ("Baten", ["2.000"] * 6), ("Saldo", ["-6.000"] * 6)]
MET_RESERVES = [
    ("Lasten", ["-8.000"] * 6),
    ("Baten", ["2.000"] * 6),
    ("Gerealiseerd saldo van baten en lasten", ["-6.000"] * 6),
    ("Toevoegingen", ["-500"] * 6),
    ("Onttrekkingen", ["300"] * 6),
    ("Mutaties reserves", ["-200"] * 6),
    ("Saldo", ["-6.200"] * 6),
]


def pb_2027(saldi: list[tuple[str, list[str]]]) -> str:
    """Programma 2 of PB 2027, with a doelstelling that goes down and one that costs 4 million each."""
    doelen = []
    for nummer, (naam, kosten) in enumerate((("Zorg dichtbij", "-2.000"), ("Langer thuis", "-4.000")), 1):
        rijen = [("Realisatie", ["40 %", "-", "-"]), ("Begroting PB 2027", ["-", "45 %", "46 %"])]
        meting = Indicator(f"% Tevreden over {naam.lower()}", [2025, 2027, 2028], rijen)
        doelen.append(Doel(f"2.{nummer}", naam, [meting], [kosten] * 5))
    return schrijf(2027, Gedrukt("2", "Samen leven", doelen, saldi), scheiding="\t")


def met_uitsplitsingen(gedrukt: str) -> str:
    """Both doelstellingen with a table of posts: one of the same name in each, and a Totaal."""
    for nummer, naam, kosten in ((1, "Zorg dichtbij", "-2.000"), (2, "Langer thuis", "-4.000")):
        rij = "\t".join([f"{naam} (2.{nummer})", *[kosten] * 5])
        assert rij in gedrukt
        code = f"67{nummer}.02.100"
        lasten, totaal = " ".join([f"{int(kosten[:2]) - 1}.000"] * 5), " ".join([kosten] * 5)
        posten = [f"uitsplitsing op sectorproduct {' '.join(kolommen(2027))}", f"{code} Hulp", f"Lasten {lasten}"]
        posten += ["Baten " + " ".join(["1.000"] * 5), f"Totaal {code} Hulp {totaal}", f"Totaal {totaal}"]
        gedrukt = gedrukt.replace(rij, "\n".join([rij, "", "Extra: uitsplitsing", "Bedragen x €1.000", "", *posten]))
    return gedrukt


def op_de_site(anna: Account, bert: Account, gedrukt: str) -> Aanlevering:
    document = lever_aan(gedrukt, anna.actor)
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    publiceer(ingelogd(bert), document)
    assert (document.staat, document.reden) == ("gepubliceerd", "")
    return document


def rollen() -> dict[str, str]:
    """Of the posts in the table of programma 2, by their address."""
    return dict(Post.objects.filter(programma__code="2", tabel="programma").values_list("slug", "rol"))


def bladzijde(adres: str) -> str:
    return tekst(haal(Client(), f"{adres}?programma=2"))


def test_een_saldo_zonder_reserves_staat_op_elke_pagina(anna: Account, bert: Account) -> None:
    """Programma 1 has a Saldo too, after reserves; that of programma 2 has the same address and another role."""
    op_de_site(anna, bert, pb_2027(SALDI))
    assert rollen() == {"lasten": "lasten", "baten": "baten", "saldo": "saldo"}
    geld = haal(Client(), "/geld/?programma=2")
    assert "Netto kosten 2027: € 6,0 miljoen. Dat zijn de uitgaven min de inkomsten." in tekst(geld)
    _, rijen = tabel(geld, "vergelijking")
    assert {naam: tekst(cellen[0]) for naam, cellen in rijen.items()} == {
        "2.1 Zorg dichtbij": "2.000",
        "2.2 Langer thuis": "4.000",
        "2 doelstellingen samen": "6.000",
        "Programma": "6.000",
    }
    assert "€ 6,0 miljoen in 2027 Netto kosten: de uitgaven min de inkomsten." in bladzijde("/")
    klopt = bladzijde("/klopt-het/")
    assert "PB 2027. Twee doelstellingen samen = Programma (Saldo)" in klopt
    assert "PB 2027. Lasten min baten = Saldo" in klopt
    assert "% Tevreden over langer thuis" in bladzijde("/doelen/")


@pytest.mark.drawn
def test_een_saldo_naast_reserves_is_na_reserves(anna: Account, bert: Account) -> None:
    op_de_site(anna, bert, pb_2027(MET_RESERVES))
    assert rollen() == {
        "lasten": "lasten",
        "baten": "baten",
        "gerealiseerd-saldo-van-baten-en-lasten": "saldo voor reserves",
        "toevoegingen": "toevoegingen",
        "onttrekkingen": "onttrekkingen",
        "mutaties-reserves": "mutaties reserves",
        "saldo": "saldo na reserves",
    }
    assert "Netto kosten 2027: € 6,2 miljoen. Dat zijn de uitgaven min de inkomsten, na reserves." in bladzijde(
        "/geld/"
    )
    klopt = bladzijde("/klopt-het/")
    assert "PB 2027. Twee doelstellingen samen = Programma voor reserves" in klopt
    assert "PB 2027. Gerealiseerd saldo en mutaties reserves samen = Saldo" in klopt


def test_een_mens_kiest_een_andere_rol(anna: Account, bert: Account) -> None:
    """The document may tell elsewhere that its Saldo is after reserves; a role of another table is none."""
    document = lever_aan(pb_2027(SALDI), anna.actor)
    saldo = {"programma": "2", "tabel": "programma"}
    beantwoord_alles(ingelogd(bert), document, **NIEUW)
    vraag = document.vragen.get(tekst__contains='De post "Saldo"')
    assert vraag.voorstel == vraag.voorstel | saldo | {"rol": "saldo"}
    scherm = tekst(haal(ingelogd(bert), f"/werk/documenten/{document.pk}/vragen/{vraag.pk}/"))
    assert "Wat is deze post?" in scherm
    assert antwoord(ingelogd(bert), vraag, "nieuw", rol="product").status_code == 422
    dubbel = antwoord(ingelogd(bert), vraag, "nieuw", rol="lasten")
    assert (dubbel.status_code, "Dat is in deze tabel al Lasten." in dubbel.content.decode()) == (422, True)
    assert antwoord(ingelogd(bert), vraag, "nieuw", rol="saldo na reserves").status_code == 302
    publiceer(ingelogd(bert), document)
    assert rollen()["saldo"] == "saldo na reserves"
    assert "de uitgaven min de inkomsten, na reserves" in bladzijde("/geld/")


@pytest.mark.drawn
def test_twee_doelstellingen_met_een_uitsplitsing(anna: Account, bert: Account) -> None:
    """A Totaal and a post of one name in each: four posts, told apart on the page and known in the next edition."""
    gedrukt = met_uitsplitsingen(pb_2027(SALDI))
    op_de_site(anna, bert, gedrukt)
    posten = Post.objects.filter(programma__code="2", tabel="uitsplitsing").order_by("slug")
    assert [(post.slug, post.doelstelling.code, post.rol) for post in posten] == [
        ("hulp", "2.1", "product"),
        ("hulp-2", "2.2", "product"),
        ("totaal", "2.1", "totaal"),
        ("totaal-2", "2.2", "totaal"),
    ]
    geld = haal(Client(), "/geld/?programma=2")
    for code, zelf in (("2.1", "2.000"), ("2.2", "4.000")):
        assert f"Wat betaalt de stad zelf aan {code} " in tekst(geld)
        _, rijen = tabel(geld, f"eigen-kosten-{code.replace('.', '-')}")
        assert {naam: tekst(cellen[0]) for naam, cellen in rijen.items()} == {"Hulp": zelf, "Totaal": zelf}
        _, rijen = tabel(haal(Client(), f"/doelstellingen/{code}/"), "uitsplitsing-PB-2027")
        assert tekst(rijen["Totaal (netto kosten)"][1]) == zelf
    klopt = bladzijde("/klopt-het/")
    for code in ("2.1", "2.2"):
        assert f"PB 2027. Uitsplitsing van doelstelling {code} = Doelstelling {code}" in klopt
    volgende = lever_aan(gedrukt.replace("2027", "2028").replace("2026", "2027"), anna.actor, "PB 2028.txt")
    assert not volgende.vragen.open().filter(soort="post").exists()


def test_elke_post_krijgt_de_rol_die_hij_in_een_nieuwe_database_heeft(edities_van_eigenaar: None) -> None:
    """The bundled editions, as they were stored before posts had a role, and a Saldo that was hidden."""
    met_rol = dict(Post.objects.values_list("pk", "rol"))
    nieuw = Post.objects.create(
        programma=Programma.objects.create(code="2", naam="Zorg"),
        tabel="programma",
        rol="saldo",
        slug="saldo-2027",
        naam="Saldo",
        volgorde=1,
    )
    nieuw.benamingen.create(publicatie=Publicatie.objects.get(naam="PB 2026"), naam="Saldo")
    vul_in = import_module("indicators.migrations.0013_post_heeft_een_rol").VUL_IN
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE indicators_post DROP CONSTRAINT post_tabel_kent_rol")
        cursor.execute("UPDATE indicators_post SET rol = ''")
        cursor.execute(vul_in)
    assert dict(Post.objects.values_list("pk", "rol")) == {**met_rol, nieuw.pk: "saldo"}
    assert {rol for rol in met_rol.values() if rol.startswith("saldo")} == {
        "saldo",
        "saldo voor reserves",
        "saldo na reserves",
    }
