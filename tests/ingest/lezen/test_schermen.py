"""Reading a document on the site: two people, from the lines to the public page, and back."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from indicators.models import Duiding, Lezing, Nagelezen, Wijziging
from ingest.models import Rol
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, tekst_van, verschoven
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

INDICATOR = "/indicatoren/uitstroom-naar-werk/"
DOCUMENT = "/werk/lezen/document/PB-2026/"
ZIN = "De gemeente belt elke maand met wie werk zoekt."


@pytest.fixture
def schrijver() -> Client:
    return ingelogd(maak_account("ilse", Rol.INVOERDER))


@pytest.fixture
def controleur() -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


@pytest.fixture
def griffier() -> Client:
    return ingelogd(maak_account("gerard", Rol.GRIFFIER))


def lezing(publicatie: str = "PB-2026") -> Lezing:
    return Lezing.objects.get(publicatie__slug=publicatie, staat="gepubliceerd")


def velden(van: int, tot: int, *meer: dict[str, object], **inhoud: object) -> dict[str, object]:
    """What the form sends: the passage and any further ones, and the fields of its kind."""
    plekken = [{"lezing": lezing().pk, "van": van, "tot": tot}, *meer]
    formulier: dict[str, object] = {
        "plek-TOTAL_FORMS": len(plekken),
        "plek-INITIAL_FORMS": 0,
        "plek-MIN_NUM_FORMS": 1,
        "plek-MAX_NUM_FORMS": 5,
    }
    for nummer, plek in enumerate(plekken):
        formulier |= {f"plek-{nummer}-{naam}": waarde for naam, waarde in plek.items()}
    return formulier | inhoud


def schrijf(client: Client, soort: str, formulier: dict[str, object]) -> Duiding:
    antwoord = client.post(f"{DOCUMENT}{soort}/", formulier)
    assert antwoord.status_code == 302, tekst_van_fout(antwoord.content.decode())
    return Duiding.objects.order_by("pk").last()


def tekst_van_fout(inhoud: str) -> str:
    return inhoud[inhoud.find("foutenlijst") :][:500]


def invloed(client: Client, zin: str = ZIN) -> Duiding:
    indicator = Duiding.objects.filter(indicator__slug="uitstroom-naar-werk").first().indicator
    return schrijf(client, "invloed", velden(633, 633, indicator=indicator.pk, zin=zin))


def stuk(duiding: Duiding) -> str:
    return f"/werk/lezen/stuk/{duiding.pk}/"


def op_de_site(adres: str = INDICATOR) -> str:
    return tekst(haal(Client(), adres))


def test_een_ander_zet_het_op_de_site(schrijver: Client, controleur: Client) -> None:
    duiding = invloed(schrijver)
    assert ZIN not in op_de_site()

    controleur.post(stuk(duiding), {"actie": "akkoord"})

    assert f"{ZIN} (PB 2026, regel 633)" in op_de_site()
    duiding.refresh_from_db()
    assert duiding.gelezen_door != duiding.gezien_door
    assert duiding.gezien_door


def test_wie_het_schreef_zet_het_niet_zelf_op_de_site(controleur: Client) -> None:
    duiding = invloed(controleur)

    antwoord = controleur.post(stuk(duiding), {"actie": "akkoord"}, follow=True)

    assert "Dit schreef u zelf. Een ander moet het bekijken." in antwoord.content.decode()
    assert ZIN not in op_de_site()


def test_teruggeven_verbeteren_en_alsnog_akkoord(schrijver: Client, controleur: Client) -> None:
    duiding = invloed(schrijver)
    controleur.post(stuk(duiding), {"actie": "terug", "reden": "Elke maand staat er niet."})
    assert "Elke maand staat er niet." in schrijver.get(stuk(duiding)).content.decode()

    nieuw = velden(633, 633, indicator=duiding.indicator_id, zin="De gemeente belt vaak.", reden="Zie de opmerking")
    schrijver.post(f"{stuk(duiding)}verbeteren/", nieuw)
    tweede = Duiding.objects.order_by("pk").last()
    controleur.post(stuk(tweede), {"actie": "akkoord"})

    assert "De gemeente belt vaak." in op_de_site()
    duiding.refresh_from_db()
    assert duiding.staat == "vervangen"


def test_een_verbetering_komt_in_de_plaats_van_wat_er_stond(schrijver: Client, controleur: Client) -> None:
    oud = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    nieuw = velden(354, 356, indicator=oud.indicator_id, zin=ZIN, reden="Stond er anders")
    schrijver.post(f"{stuk(oud)}verbeteren/", nieuw)
    tweede = Duiding.objects.order_by("pk").last()
    assert oud.zin in op_de_site()

    controleur.post(stuk(tweede), {"actie": "akkoord"})

    assert ZIN in op_de_site()
    assert oud.zin not in op_de_site()
    assert tweede.sleutel == oud.sleutel


def test_intrekken_met_een_reden_die_in_de_geschiedenis_staat(controleur: Client) -> None:
    duiding = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    zonder = controleur.post(stuk(duiding), {"actie": "intrekken", "reden": ""})
    assert zonder.status_code == 422
    assert duiding.zin in op_de_site()

    controleur.post(stuk(duiding), {"actie": "intrekken", "reden": "Ging over een andere dienst"})

    assert duiding.zin not in op_de_site()
    wijziging = Wijziging.objects.filter(tabel="indicators_duiding", rij=str(duiding.pk)).first()
    assert wijziging.reden == "Ging over een andere dienst"
    assert wijziging.nieuw["staat"] == "ingetrokken"


def test_een_ander_was_eerder(schrijver: Client, controleur: Client) -> None:
    duiding = invloed(schrijver)
    controleur.post(stuk(duiding), {"actie": "intrekken", "reden": "Dubbel"})

    antwoord = controleur.post(stuk(duiding), {"actie": "akkoord"}, follow=True)

    assert "Dit is intussen veranderd. Bekijk het opnieuw." in antwoord.content.decode()
    assert ZIN not in op_de_site()


@pytest.mark.parametrize(
    ("soort", "formulier", "zin"),
    [
        ("invloed", {"van": 627, "tot": 626}, "De laatste regel staat vóór de eerste."),
        ("invloed", {"van": 9999, "tot": 9999}, "Op deze regels van PB 2026 staat niets."),
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


def test_een_tegenspraak_heeft_meer_passages(schrijver: Client, controleur: Client) -> None:
    """Line 626 of PB 2026 has 181; 627 has 180."""
    indicator = Duiding.objects.filter(indicator__slug="uitstroom-naar-werk").first().indicator
    tweede = {"lezing": lezing().pk, "van": 627, "tot": 627, "gedrukt": "180", "waar": "tabel"}
    formulier = velden(626, 626, tweede, indicator=indicator.pk, wat="Uitstroom", zin="De tabel noemt er twee.")
    duiding = schrijf(schrijver, "tabel-tegen-eigen-tekst", formulier | {"plek-0-gedrukt": "181"})
    controleur.post(stuk(duiding), {"actie": "akkoord"})

    gevonden = tekst(met_id(haal(Client(), "/aansluiting/"), duiding.sleutel))
    assert "De tabel noemt er twee." in gevonden
    assert "181 (PB 2026, regel 626)" in gevonden
    assert "180 (tabel in PB 2026, regel 627)" in gevonden


def test_een_griffier_houdt_de_stand_bij(griffier: Client, controleur: Client) -> None:
    motie = Duiding.objects.get(sleutel="motie-2506-53")
    stand = {"over": motie.pk, "stand": "afgedaan", "op": "3-2-2026", "bron": "Besluitenlijst", "zin": "Afgedaan."}
    griffier.post(f"/werk/lezen/stand/{motie.pk}/", stand)
    assert "termijn voorbij" in tekst(met_id(haal(Client(), "/raad/"), "motie-2506-53"))

    controleur.post(stuk(Duiding.objects.order_by("pk").last()), {"actie": "akkoord"})

    gevonden = tekst(met_id(haal(Client(), "/raad/"), "motie-2506-53"))
    assert "afgedaan volgens de griffie op 03-02-2026" in gevonden
    assert "Besluitenlijst" in gevonden
    assert "PB 2026, regel 998 tot en met 999" in gevonden
    assert "termijn voorbij" not in gevonden


def test_een_griffier_beslist_niet_over_cijfers(schrijver: Client, griffier: Client) -> None:
    duiding = invloed(schrijver)

    griffier.post(stuk(duiding), {"actie": "akkoord"})

    assert ZIN not in op_de_site()
    assert griffier.get(f"{DOCUMENT}invloed/?van=1&tot=1").status_code == 404
    assert griffier.get(f"{DOCUMENT}motie/?van=956&tot=957").status_code == 200


def test_zwijgen_alleen_waar_iemand_het_nalas(controleur: Client) -> None:
    """Of PB 2026 every question was read; unticked it is not, and nothing is said of it."""
    stil = "Bij dit cijfer noemen PB 2023 en PB 2026 geen cijfers van anderen."
    assert stil in op_de_site()

    controleur.post(f"{DOCUMENT}nagelezen/", {"programma": "1", "vraag": ["raad"]})

    assert stil not in op_de_site()
    assert "Dit document is hierop nog niet nagelezen." in op_de_site()
    assert [n.vraag for n in Nagelezen.objects.geldend().filter(lezing=lezing())] == ["raad"]


@pytest.fixture
def pb_2027(tmp_path: Path) -> str:
    """The real PB 2026 a year later, on the site, with one motie left out of its text. Nobody has read it."""
    regels = verschoven(1)(tekst_van("PB 2026")).split("\n")
    regels[955:957] = ["", ""]
    bestand = tmp_path / "PB 2027.txt"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    call_command("load_document", str(bestand), verbosity=0)
    return "/werk/lezen/document/PB-2027/"


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
    nieuw = Duiding.objects.order_by("pk").last()
    controleur.post(stuk(nieuw), {"actie": "akkoord"})

    assert f"{oud.zin} (PB 2027, regel 354 tot en met 356)" in op_de_site()
    assert nieuw.volgt_op == oud
    weg = Duiding.objects.get(sleutel="motie-2506-12")
    griffier.post(f"{pb_2027}eerder/{weg.pk}/", {"besluit": "niet meer"})
    open_ = griffier.get(pb_2027).content.decode()
    assert f"eerder/{weg.pk}/" not in open_
    assert f"eerder/{oud.pk}/" not in open_
    controleur.post(f"{pb_2027}nagelezen/", {"programma": "1", "vraag": ["raad"]})
    assert "PB 2027 noemt dit niet meer." in tekst(met_id(haal(Client(), "/raad/"), "motie-2506-12"))


def test_een_passage_die_zoek_is_wordt_aangewezen(controleur: Client, tmp_path: Path) -> None:
    """In another text of PB 2026 the words of lines 354 to 356 are others, four lines further on."""
    duiding = Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")
    regels = tekst_van("PB 2026").split("\n")
    regels[353] = "De Binnenbaan doet hier iets heel anders."
    bestand = tmp_path / "PB 2026.txt"
    bestand.write_text("\n".join(["Voorblad", "", "", "", *regels]), encoding="utf-8")
    call_command("load_document", str(bestand), vervang=True, verbosity=0)
    assert duiding.zin not in op_de_site()
    assert duiding.zin[:40] in controleur.get(DOCUMENT).content.decode()

    controleur.post(f"{DOCUMENT}aanwijzen/{duiding.pk}/", {"van": "358", "tot": "358"})

    assert f"{duiding.zin} (PB 2026, regel 358)" in op_de_site()
