"""Reading a document on the site: two people, from the lines to the public page, and back."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Duiding, Nagelezen, Publicatie
from ingest.models import Account
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, tekst_van, verschoven
from tests.gereedschap.lezen import (
    DOCUMENT,
    ZIN,
    akkoord,
    invloed,
    laatste,
    lees_na,
    lezing,
    op_de_site,
    schrijf,
    stuk,
    velden,
)
from tests.gereedschap.mensen import meld_aan
from tests.gereedschap.opgaven import WERK_2025, dien_in, keur_goed
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def test_een_ander_zet_het_op_de_site(schrijver: Client, controleur: Client) -> None:
    duiding = invloed(schrijver)
    assert ZIN not in op_de_site()

    akkoord(controleur, duiding)

    assert f"{ZIN} (PB 2026, regel 633)" in op_de_site()
    duiding.refresh_from_db()
    assert duiding.gelezen_door != duiding.gezien_door
    assert duiding.gezien_door


def test_wie_het_schreef_zet_het_niet_zelf_op_de_site(controleur: Client) -> None:
    duiding = invloed(controleur)

    assert "Dit schreef u zelf. Een ander moet het bekijken." in akkoord(controleur, duiding)
    assert ZIN not in op_de_site()


@pytest.mark.parametrize(
    ("soort", "formulier", "zin"),
    [
        ("invloed", {"van": 627, "tot": 626}, "De laatste regel staat vóór de eerste."),
        ("invloed", {"van": 9999, "tot": 9999}, "PB 2026 heeft geen regel 9999."),
        ("invloed", {"van": 633, "tot": 9999}, "PB 2026 heeft geen regel 9999."),
        ("invloed", {"van": 12, "tot": 12}, "Op regel 12 van PB 2026 staat niets. Kies een regel met tekst."),
        ("invloed", {"van": 626, "tot": 628}, "Op regel 628 van PB 2026 staat niets. Kies een regel met tekst."),
        ("invloed", {"van": "1000001"}, "Typ het nummer van een regel, bijvoorbeeld 360."),
        ("tabel-tegen-eigen-tekst", {"van": 626, "tot": 626, "gedrukt": "182"}, "Dit staat niet op deze regels."),
        ("aankondiging", {"van": 626, "tot": 626}, "Vul in: waar gaat het over?"),
    ],
)
def test_wat_niet_kan_wordt_in_een_zin_gezegd(
    schrijver: Client, soort: str, formulier: dict[str, object], zin: str
) -> None:
    antwoord = schrijver.post(f"{DOCUMENT}{soort}/", velden(1, 1) | {f"plek-0-{n}": w for n, w in formulier.items()})

    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Duiding.objects.filter(weg="site").exists()


@pytest.mark.parametrize(
    ("soort", "veld", "langste"),
    [
        ("motie", "nummer", 20),
        ("motie", "wat", 200),
        ("motie", "wanneer", 200),
        ("motie", "zin", 500),
        ("band", "vanaf", 20),
        ("band", "tot_en_met", 20),
        ("adres", "adres", 500),
        ("tabel-tegen-eigen-tekst", "plek-0-gedrukt", 100),
    ],
)
def test_te_lang_wordt_in_een_zin_gezegd(schrijver: Client, soort: str, veld: str, langste: int) -> None:
    getypt = f"https://voorbeeld.example/{'a' * langste}" if veld == "adres" else "a" * (langste + 1)

    antwoord = schrijver.post(f"{DOCUMENT}{soort}/", velden(633, 633) | {veld: getypt})

    assert antwoord.status_code == 422
    assert f"niet meer dan {langste} tekens" in antwoord.content.decode()
    assert getypt in antwoord.content.decode()


def test_wie_was_uitgelogd_krijgt_terug_wat_hij_typte(schrijver: Client) -> None:
    actor = Account.objects.get(username="ilse").actor
    bekend = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    adressen = (f"{DOCUMENT}invloed/", f"/werk/lezen/stuk/{bekend.pk}/verbeteren/", f"/werk/lezen/stuk/{bekend.pk}/")
    for adres in adressen:
        browser = Client()
        browser.post(adres, velden(633, 633, wie=actor, zin=ZIN, actie="intrekken") | {"intrekken-reden": ZIN})
        meld_aan(browser, Account.objects.get(username="ilse"))

        pagina = browser.get(adres).content.decode()

        assert "U was uitgelogd. Wat u typte staat er nog, maar het is nog niet bewaard." in pagina
    assert "U was uitgelogd" not in schrijver.get(adres).content.decode()


def test_een_opgave_is_geen_document_om_te_lezen(schrijver: Client, controleur: Client) -> None:
    opgave = dien_in(schrijver, WERK_2025, ingetypt="190", voorlopig="ja")
    keur_goed(controleur, opgave)
    eigen = Publicatie.objects.get(soort="opgave")

    assert f">{eigen}</option>" not in schrijver.get(f"{DOCUMENT}invloed/?van=633&tot=633").content.decode()
    assert eigen.titel not in schrijver.get("/werk/lezen/").content.decode()
    assert schrijver.get(f"/werk/lezen/document/{eigen.slug}/").status_code == 404


def test_een_tweede_passage_wordt_leeggemaakt(schrijver: Client, controleur: Client) -> None:
    """As the page sends it: both passages were there when it was made."""
    oud = Duiding.objects.filter(soort="tabel tegen eigen tekst").first()
    assert len(oud.plaatsen) > 1
    leeg = [{"lezing": lezing().pk, "van": "", "tot": "", "gedrukt": "", "waar": ""} for _ in oud.plaatsen[1:]]
    nieuw = velden(626, 626, *leeg, wat="Uitstroom", zin="Eén passage.", reden="De tweede zei dit niet")
    nieuw |= {"indicator": oud.indicator_id, "plek-INITIAL_FORMS": len(oud.plaatsen)}

    antwoord = schrijver.post(f"{stuk(oud)}verbeteren/", nieuw)

    assert antwoord.status_code == 302, antwoord.content.decode()
    assert [passage.plaats.van_regel for passage in laatste().plaatsen] == [626]


def test_een_tegenspraak_heeft_meer_passages(schrijver: Client, controleur: Client) -> None:
    """Line 626 of PB 2026 has 181; 627 has 180."""
    indicator = Duiding.objects.filter(indicator__slug="uitstroom-naar-werk").first().indicator
    tweede = {"lezing": lezing().pk, "van": 627, "tot": 627, "gedrukt": "180", "waar": "tabel"}
    formulier = velden(626, 626, tweede, indicator=indicator.pk, wat="Uitstroom", zin="De tabel noemt er twee.")
    duiding = schrijf(schrijver, "tabel-tegen-eigen-tekst", formulier | {"plek-0-gedrukt": "181"})
    akkoord(controleur, duiding)

    gevonden = tekst(met_id(haal(Client(), "/klopt-het/"), duiding.sleutel))
    assert "De tabel noemt er twee." in gevonden
    assert "181 (PB 2026, regel 626)" in gevonden
    assert "180 (tabel in PB 2026, regel 627)" in gevonden


def test_een_griffier_houdt_de_stand_bij(griffier: Client, controleur: Client) -> None:
    motie = Duiding.objects.get(sleutel="motie-2506-53")
    stand = {"over": motie.pk, "stand": "afgedaan", "op": "3-2-2026", "bron": "Besluitenlijst", "zin": "Afgedaan."}
    griffier.post(f"/werk/lezen/stand/{motie.pk}/", stand)
    assert "termijn voorbij" in tekst(met_id(haal(Client(), "/raad/"), "motie-2506-53"))

    akkoord(controleur, laatste())

    gevonden = tekst(met_id(haal(Client(), "/raad/"), "motie-2506-53"))
    assert "afgedaan volgens de griffie op 03-02-2026" in gevonden
    assert "Besluitenlijst" in gevonden
    assert "PB 2026, regel 998 tot en met 999" in gevonden
    assert "termijn voorbij" not in gevonden


def test_zwijgen_alleen_waar_iemand_het_nalas(controleur: Client) -> None:
    """Of PB 2026 every question was read; unticked it is not, and nothing is said of it."""
    stil = "Bij dit cijfer noemen PB 2023 en PB 2026 geen cijfers van anderen."
    assert stil in op_de_site()

    lees_na(controleur, "raad")

    assert stil not in op_de_site()
    assert "Dit document is hierop nog niet nagelezen." in op_de_site()
    assert [n.vraag for n in Nagelezen.objects.geldend().filter(lezing=lezing())] == ["raad"]


def test_een_nieuwe_begroting_die_niemand_las_zegt_niets(pb_2027: str) -> None:
    assert "PB 2027 is nog niet nagelezen op cijfers die elkaar tegenspreken." in op_de_site("/")
    raad = op_de_site("/raad/")
    assert f"Van {NIET_NAGELEZEN} en PB 2027 is nog niet nagelezen wat er naar de raad komt." in raad
    assert "PB 2027 noemt dit niet meer" not in raad
    assert "Of PB 2027 er nog iets over zegt, is nog niet nagelezen." in raad
    assert "Of PB 2027 zegt wie dat betaalt, is nog niet nagelezen." in op_de_site("/geld/")


def test_wat_de_vorige_begroting_zei_ligt_naast_de_nieuwe(
    pb_2027: str, schrijver: Client, controleur: Client, griffier: Client
) -> None:
    oud = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    schrijver.post(f"{pb_2027}eerder/{oud.pk}/", {"besluit": "nog"})
    nieuw = laatste()
    akkoord(controleur, nieuw)

    assert f"{oud.zin} (PB 2027, regel 354 tot en met 356)" in op_de_site()
    assert nieuw.volgt_op == oud
    weg = Duiding.objects.get(sleutel="motie-2506-12")
    griffier.post(f"{pb_2027}eerder/{weg.pk}/", {"besluit": "niet meer"})
    open_ = griffier.get(pb_2027).content.decode()
    assert f"eerder/{weg.pk}/" not in open_
    assert f"eerder/{oud.pk}/" not in open_
    lees_na(controleur, "raad", document=pb_2027)
    assert "PB 2027 noemt dit niet meer." in tekst(met_id(haal(Client(), "/raad/"), "motie-2506-12"))


def test_een_voorstel_dat_is_overgenomen_blijft_weg(schrijver: Client, tmp_path: Path) -> None:
    """Also when somebody reads something of another kind on the same lines."""
    regels = verschoven(1)(tekst_van("PB 2026")).split("\n")
    regels[360] = "Uiterlijk in maart 2027 krijgt uw raad een raadsvoorstel over leerbanen."
    bestand = tmp_path / "PB 2027.txt"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)
    document, plek = "/werk/lezen/document/PB-2027/", {"plek-0-lezing": lezing("PB-2027").pk}
    voorstel = "iets wat nog naar de raad komt</strong>\n    (regel 361)"
    assert voorstel in schrijver.get(f"{document}?vanaf=251").content.decode()

    schrijver.post(f"{document}aankondiging/", velden(361, 361, wat="Leerbanen", stand="loopt") | plek)
    indicator = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2").indicator_id
    schrijver.post(f"{document}invloed/", velden(361, 361, indicator=indicator, zin=ZIN) | plek)

    assert Duiding.objects.filter(weg="site").count() == 2
    assert voorstel not in schrijver.get(f"{document}?vanaf=251").content.decode()


def test_ook_een_stand_zegt_het_document_nog(pb_2027: str, schrijver: Client, controleur: Client) -> None:
    oud = Duiding.objects.get(soort="stand")
    schrijver.post(f"{pb_2027}eerder/{oud.pk}/", {"besluit": "nog"})
    nieuw = laatste()

    assert "staat nu op de site." in akkoord(controleur, nieuw)

    assert (nieuw.volgt_op, nieuw.over, nieuw.stand) == (oud, oud.over, "loopt")


def test_wat_het_document_niet_meer_zegt_kiest_iemand_zelf(pb_2027: str, schrijver: Client) -> None:
    """A button that is not there decides nothing, nor one that says that words are there which are not."""
    weg = Duiding.objects.get(sleutel="motie-2506-12")
    for besluit in ("", "weg"):
        antwoord = schrijver.post(f"{pb_2027}eerder/{weg.pk}/", {"besluit": besluit}, follow=True)
        assert "Er is niets bewaard." in antwoord.content.decode()
    antwoord = schrijver.post(f"{pb_2027}eerder/{weg.pk}/", {"besluit": "nog"}, follow=True)
    assert "De woorden staan er niet meer precies zo." in antwoord.content.decode()
    assert f"eerder/{weg.pk}/" in antwoord.content.decode()


def test_een_passage_die_zoek_is_wordt_aangewezen(
    schrijver: Client, griffier: Client, controleur: Client, tmp_path: Path
) -> None:
    """In another text of PB 2026 the words of lines 354 to 356 are others, four lines further on."""
    duiding = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    regels = tekst_van("PB 2026").split("\n")
    regels[353] = "De Binnenbaan doet hier iets heel anders."
    bestand = tmp_path / "PB 2026.txt"
    bestand.write_text("\n".join(["Voorblad", "", "", "", *regels]), encoding="utf-8")
    call_command("load_document", str(bestand), vervang=True, verbosity=0)
    assert duiding.zin not in op_de_site()
    assert duiding.zin[:40] in controleur.get(DOCUMENT).content.decode()

    adres, knop = f"{DOCUMENT}aanwijzen/{duiding.pk}/", "Staat op regel 358 tot en met 358"
    for lezer in (schrijver, griffier):
        assert knop not in lezer.get(f"{DOCUMENT}?van=358&tot=358").content.decode()
    assert knop in controleur.get(f"{DOCUMENT}?van=358&tot=358").content.decode()
    geweigerd = griffier.post(adres, {"van": "358", "tot": "358"}, follow=True)
    assert "Een controleur beslist hierover." in geweigerd.content.decode()
    leeg = controleur.post(adres, {"van": "360", "tot": "360"}, follow=True)
    assert "Op regel 360 van PB 2026 staat niets." in leeg.content.decode()
    assert duiding.zin not in op_de_site()

    controleur.post(adres, {"van": "358", "tot": "358"})

    assert f"{duiding.zin} (PB 2026, regel 358)" in op_de_site()
