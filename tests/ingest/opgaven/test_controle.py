"""A second person checks a figure, and what is on the site after that."""

import re

import pytest
from django.db import IntegrityError, connection
from django.template.defaultfilters import date
from django.test import Client

from indicators.models import Definitie, Indicator
from ingest.accounts.handelend import handelend_als
from ingest.models import Account, Opgave, Rol, Termijn
from ingest.opgaven.opgaven import publiceer_vrijgegeven
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.opgaven import PAGINA, VANDAAG, WERK_2025, csv_rijen, dien_in, html, keur_goed, vul_in
from tests.gereedschap.paginas import haal, lees_html, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


# Two people


def test_niemand_controleert_een_eigen_cijfer(inge: Client, invoerder: Account) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    invoerder.rechten.create(rol=Rol.CONTROLEUR)
    zelf = ingelogd(Account.objects.get(pk=invoerder.pk))

    assert "Dit voerde u zelf in" in html(zelf.get("/werk/controle/"))
    voluit = zelf.get(f"/werk/controle/bekijken/?opgave={opgave.pk}")
    assert "Keur goed" not in html(voluit)
    gezien = f"{opgave.pk}.{opgave.versie}"
    toch = zelf.post("/werk/controle/bekijken/", {"gezien": gezien, "goed": gezien})
    assert "dit voerde u zelf in. Een ander moet het controleren" in html(toch)
    opgave.refresh_from_db()
    assert opgave.staat == "ingediend"
    sql = "UPDATE ingest_opgave SET staat = 'gecontroleerd', gecontroleerd_op = now(), gecontroleerd_door = %s"
    geweigerd = pytest.raises(IntegrityError, match="opgave_controleur_is_niet_de_invoerder")
    with geweigerd, handelend_als(invoerder.actor, Rol.CONTROLEUR):
        connection.cursor().execute(sql, [invoerder.actor])


def test_alles_wat_wacht_is_in_een_keer_te_bekijken(inge: Client, carla: Client) -> None:
    dien_in(inge, WERK_2025, ingetypt="190")
    assert "Bekijk ze alle" not in html(carla.get("/werk/controle/"))
    dien_in(inge, WERK_2025.replace("werk/2025", "school/2025"), ingetypt="20")
    link = re.search(r'href="([^"]*)">Bekijk ze alle 2<', carla.get("/werk/controle/").content.decode())
    assert link
    voluit = html(carla.get(link[1].replace("&amp;", "&")))
    assert "Keur deze 2 cijfers goed" in voluit


def test_een_tweede_ziet_wat_de_eerste_bewaarde(inge: Client) -> None:
    ina = ingelogd(maak_account("ina", Rol.INVOERDER))
    gezien = verborgen(ina.get(WERK_2025), "gezien")
    dien_in(inge, WERK_2025, ingetypt="190")

    getypt = {"ingetypt": "192", "bron": "Suites", "actie": "indienen", "gezien": gezien, "begrepen": "192"}
    antwoord = ina.post(WERK_2025, getypt)

    assert antwoord.status_code == 422
    assert "Intussen heeft iemand anders dit cijfer opgeslagen Nu is bewaard: 190" in html(antwoord)
    assert 'value="192"' in antwoord.content.decode()
    assert Opgave.objects.get().ingetypt == "190"
    daarna = ina.post(WERK_2025, {**getypt, "gezien": verborgen(antwoord, "gezien")})
    assert daarna.status_code == 302
    assert Opgave.objects.get().ingetypt == "192"
    assert len(Opgave.objects.get().invoerders) == 2


def test_een_controleur_keurt_alleen_goed_wat_te_zien_was(inge: Client, carla: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    gezien = f"{opgave.pk}.{opgave.versie}"
    dien_in(inge, WERK_2025, ingetypt="191")

    antwoord = html(carla.post("/werk/controle/bekijken/", {"gezien": gezien, "goed": gezien}))

    assert "is intussen gewijzigd. Er is niets goedgekeurd. Bekijk het opnieuw." in antwoord
    assert Opgave.objects.get().staat == "ingediend"


def test_meer_opgaven_staan_er_helemaal_en_worden_samen_goedgekeurd(inge: Client, carla: Client) -> None:
    school = "/werk/opgaven/uitstroom-naar-school/2025/"
    opgaven = [dien_in(inge, WERK_2025, ingetypt="190"), dien_in(inge, school, ingetypt="40", toelichting="Minder.")]
    voluit = html(carla.get(f"/werk/controle/bekijken/?opgave={opgaven[0].pk}&opgave={opgaven[1].pk}"))
    assert "Minder." in voluit
    assert "Keur deze 2 cijfers goed" in voluit

    assert "Goedgekeurd en nu op de site:" in keur_goed(carla, *opgaven)
    assert {opgave.staat for opgave in Opgave.objects.all()} == {"gepubliceerd"}


def test_een_opgave_gaat_terug_met_een_opmerking_en_de_andere_opmerking_blijft(inge: Client, carla: Client) -> None:
    school = dien_in(inge, "/werk/opgaven/uitstroom-naar-school/2025/", ingetypt="40", toelichting="Minder.")
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    velden = {"gezien": [f"{o.pk}.{o.versie}" for o in (school, opgave)], "terug": str(opgave.pk)}
    velden |= {f"opmerking-{school.pk}": "Klopt dit?", f"opmerking-{opgave.pk}": " "}
    zonder = carla.post("/werk/controle/bekijken/", velden)
    assert zonder.status_code == 422
    assert "Schrijf wat er anders moet." in html(zonder)

    daarna = carla.post("/werk/controle/bekijken/", {**velden, f"opmerking-{opgave.pk}": "Zonder 27-plus?"})

    assert "Klopt dit?" in html(daarna)
    assert "Opmerking van de controleur: Zonder 27-plus?" in html(inge.get("/werk/?jaar=2025"))
    assert "Zonder 27-plus?" in html(inge.get(WERK_2025))
    assert dien_in(inge, WERK_2025, ingetypt="188").staat == "ingediend"


def test_een_opmerking_blijft_na_het_einde_van_een_sessie_en_alleen_de_schrijver_ziet_haar(inge: Client) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")
    adres = f"/werk/controle/bekijken/?opgave={opgave.pk}"
    carla, cor = maak_account("carla", Rol.CONTROLEUR), maak_account("cor", Rol.CONTROLEUR)
    for wie, gezien in ((carla, True), (cor, False)):
        zonder_sessie = Client()
        velden = {"wie": str(carla.actor), f"opmerking-{opgave.pk}": "Zonder 27-plus?", "terug": str(opgave.pk)}
        zonder_sessie.post(adres, velden)
        weer_ingelogd = ingelogd(wie)
        sessie = weer_ingelogd.session
        sessie["getypt"] = zonder_sessie.session["getypt"]
        sessie.save()

        assert ("Zonder 27-plus?" in html(weer_ingelogd.get(adres))) is gezien


# On the site


def test_wat_niet_gepubliceerd_kan_worden_houdt_de_andere_niet_tegen(
    inge: Client, carla: Client, later: Termijn
) -> None:
    """The bounds of its definitie became narrower after it was checked."""
    school = Indicator.objects.get(slug="uitstroom-naar-school")
    Termijn.objects.create(indicator=school, jaar=2025, uiterlijk=VANDAAG, vrijgave_op=later.vrijgave_op)
    fout = dien_in(inge, "/werk/opgaven/uitstroom-naar-school/2025/", ingetypt="40", toelichting="Minder.")
    goed = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, fout, goed)
    Definitie.objects.filter(slug="uitstroom-naar-school").update(bovengrens=30)
    Termijn.objects.update(vrijgave_op=VANDAAG)

    assert publiceer_vrijgegeven() == 1
    assert [opgave.staat for opgave in Opgave.objects.order_by("pk")] == ["gecontroleerd", "gepubliceerd"]


def test_een_definitief_cijfer_wacht_op_zijn_publicatiedatum(inge: Client, carla: Client, later: Termijn) -> None:
    opgave = dien_in(inge, WERK_2025, ingetypt="190")

    assert "op de site vanaf de vrijgavedatum: Uitstroom uit de bijstand naar werk 2025" in keur_goed(carla, opgave)
    assert publiceer_vrijgegeven() == 0
    assert not csv_rijen("2025")

    Termijn.objects.update(vrijgave_op=VANDAAG)
    assert publiceer_vrijgegeven() == 1
    assert publiceer_vrijgegeven() == 0
    assert [rij["waarde"] for rij in csv_rijen("2025")] == ["190"]


def test_een_voorlopig_cijfer_staat_er_meteen_en_daarna_definitief(inge: Client, carla: Client, later: Termijn) -> None:
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="190", voorlopig="ja"))
    voorlopig = tekst(haal(Client(), PAGINA))
    assert "190 voorlopig in 2025" in voorlopig
    assert "Voorlopig cijfer. De gemeente kan het nog veranderen." in voorlopig
    assert "en 190 (voorlopig) in 2025" in Client().get(PAGINA).content.decode()
    assert [(rij["waarde"], rij["voorlopig"]) for rij in csv_rijen("2025")] == [("190", "voorlopig")]
    later.delete()

    formulier = inge.get(WERK_2025)
    assert "Blijft het hetzelfde? Dien het dan in als definitief." in html(formulier)
    assert met_id(lees_html(formulier.content), "id_ingetypt").get("value") == "190"
    anders = vul_in(inge, WERK_2025, ingetypt="191", toelichting="Meer banen.")
    assert "Schrijf waarom het anders wordt." in html(anders)
    definitief = dien_in(inge, WERK_2025, ingetypt="190")
    assert definitief.reden == "Het voorlopige cijfer is nu definitief."
    keur_goed(carla, definitief)

    pagina = tekst(haal(Client(), PAGINA))
    assert "190 in 2025" in pagina
    assert "Eerder al op de site als 190 voorlopig, sinds" in pagina
    assert "Gecorrigeerd" not in pagina
    assert [(rij["waarde"], rij["voorlopig"]) for rij in csv_rijen("2025")] == [("190", "")]


def test_een_correctie_toont_wat_het_was(inge: Client, carla: Client) -> None:
    eerste = dien_in(inge, WERK_2025, ingetypt="190")
    keur_goed(carla, eerste)

    # Why it becomes another figure is asked once.
    keur_goed(carla, dien_in(inge, WERK_2025, ingetypt="188", reden="Twee mensen dubbel geteld."))

    pagina = tekst(haal(Client(), PAGINA))
    assert f"Gecorrigeerd op {date(VANDAAG, 'j F Y')}, was 190" in pagina
    assert "Reden van de correctie: Twee mensen dubbel geteld." in pagina
    assert "188 in 2025" in pagina
    assert [rij["waarde"] for rij in csv_rijen("2025")] == ["188"]
    oud = tekst(haal(Client(), f"/bronnen/Opgave-{eerste.pk}/"))
    assert "Dit cijfer geldt niet meer." in oud
    assert "Uitstroom uit de bijstand naar werk, 2025: 190" in oud


@pytest.mark.drawn
def test_een_half_jaar_heeft_een_eigen_rij(inge: Client, carla: Client) -> None:
    Definitie.objects.filter(slug="uitstroom-naar-werk").update(meetperiode="halfjaar")
    assert inge.get(WERK_2025).status_code == 404

    keur_goed(carla, dien_in(inge, f"{WERK_2025}H1/", ingetypt="95"))

    pagina = tekst(haal(Client(), PAGINA))
    assert "2025, eerste halfjaar 95" in pagina
    assert "181 in 2024" in pagina
    assert [rij["periode"] for rij in csv_rijen("2025")] == ["H1"]


def test_context_en_referentiereeksen_worden_ingevuld_en_getoond(
    inge: Client, invoerder: Account, carla: Client
) -> None:
    bij = Indicator.objects.get(slug="uitstroom-naar-werk")
    for aard, slug, doel in (("context", "instroom-bijstand", bij.doelstelling), ("referentie", "inwoners", None)):
        reeks = Indicator.objects.create(
            doelstelling=doel, aard=aard, slug=slug, naam=slug.title(), hoort_bij=bij, volgorde=90
        )
        Definitie.objects.create(
            indicator=reeks,
            slug=slug,
            omschrijving="Aantal mensen",
            eenheid="aantal",
            decimalen=0,
            richting="geen",
            meetperiode="kalenderjaar",
            volgorde=1,
        )
        invoerder.rechten.get_or_create(rol=Rol.INVOERDER, indicator=reeks)
        assert f"{slug.title()}" in html(inge.get("/werk/?jaar=2025"))
        keur_goed(carla, dien_in(inge, f"/werk/opgaven/{slug}/2025/", ingetypt="127.000", bron="CBS"))
        pagina = tekst(haal(Client(), f"/indicatoren/{slug}/"))
        assert "127.000 in 2025 (aantal)" in pagina
        assert "Het is geen doel van de begroting." in pagina
        assert slug.title() in tekst(haal(Client(), PAGINA))
        assert slug.title() not in tekst(haal(Client(), "/doelen/"))
        assert slug.title() not in tekst(haal(Client(), "/"))
        nummer = Opgave.objects.latest("pk").pk
        assert "127.000" in tekst(haal(Client(), f"/bronnen/Opgave-{nummer}/regels/1/"))
