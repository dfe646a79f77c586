"""What was read, looked at by a second person: agreed to, given back, corrected, taken back, read to the end."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from indicators.models import Duiding, Nagelezen, Wijziging
from ingest.models import Rol
from tests.gereedschap.lezen import (
    DOCUMENT,
    ZIN,
    akkoord,
    geef_terug,
    gezien,
    invloed,
    laatste,
    lees_na,
    lezing,
    op_de_site,
    stuk,
    trek_in,
    verbeter,
)
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import haal, lees_html, met_id, tekst

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

BELT_VAAK = "De gemeente belt vaak."
AL_VERBETERD = "Dit wordt al verbeterd"


@pytest.fixture
def bekend() -> Duiding:
    """On the site: what PB 2026 says of the Binnenbaan."""
    return Duiding.objects.get(sleutel="uitstroom-naar-werk-invloed-2")


def staat(duiding: Duiding) -> str:
    duiding.refresh_from_db()
    return str(duiding.staat)


def tekstvakken(antwoord: Any) -> dict[str, str]:
    """What stands in each text field."""
    return {str(veld.get("name")): veld.text or "" for veld in lees_html(antwoord.content).iter("textarea")}


def test_teruggeven_verbeteren_en_alsnog_akkoord(schrijver: Client, controleur: Client) -> None:
    duiding = invloed(schrijver)
    geef_terug(controleur, duiding, "Elke maand staat er niet.")
    assert "Elke maand staat er niet." in schrijver.get(stuk(duiding)).content.decode()

    verbeter(schrijver, duiding, BELT_VAAK, "Zie de opmerking")
    akkoord(controleur, laatste())

    assert BELT_VAAK in op_de_site()
    assert staat(duiding) == "vervangen"


def test_een_verbetering_komt_in_de_plaats_van_wat_er_stond(
    schrijver: Client, controleur: Client, bekend: Duiding
) -> None:
    verbeter(schrijver, bekend, ZIN)
    tweede = laatste()
    assert bekend.zin in op_de_site()

    akkoord(controleur, tweede)

    assert ZIN in op_de_site()
    assert bekend.zin not in op_de_site()
    assert tweede.sleutel == bekend.sleutel


def test_een_verbetering_van_een_verbetering_komt_ook_in_de_plaats(
    schrijver: Client, controleur: Client, bekend: Duiding
) -> None:
    """The first correction came back; what stood on the site stays until the second is agreed to."""
    verbeter(schrijver, bekend, ZIN)
    eerste = laatste()
    geef_terug(controleur, eerste, "Niet elke maand.")
    verbeter(schrijver, eerste, BELT_VAAK)
    tweede = laatste()
    assert bekend.zin in op_de_site()

    assert "staat nu op de site." in akkoord(controleur, tweede)

    assert BELT_VAAK in op_de_site()
    assert bekend.zin not in op_de_site()
    assert (staat(bekend), staat(eerste), staat(tweede)) == ("vervangen", "vervangen", "gepubliceerd")


def test_twee_verbeteringen_tegelijk_kunnen_niet(
    schrijver: Client, controleur: Client, ander: Client, bekend: Duiding
) -> None:
    verbeter(schrijver, bekend, ZIN)

    antwoord = verbeter(controleur, bekend, BELT_VAAK)

    assert antwoord.status_code == 422
    assert AL_VERBETERD in antwoord.content.decode()
    assert BELT_VAAK in antwoord.content.decode()
    assert AL_VERBETERD in ander.get(stuk(bekend)).content.decode()
    assert Duiding.objects.filter(sleutel=bekend.sleutel).count() == 2


def test_wie_verbetert_wat_nog_wacht_zet_het_in_de_plaats(
    schrijver: Client, controleur: Client, bekend: Duiding
) -> None:
    """Also when it is a correction itself: what it would replace is not to be corrected twice."""
    verbeter(schrijver, bekend, ZIN)
    eerste = laatste()
    verbeter(schrijver, eerste, BELT_VAAK, "Bellen staat er vaker")
    tweede = laatste()
    assert (staat(eerste), eerste.reden) == ("ingetrokken", "Bellen staat er vaker")
    assert AL_VERBETERD in verbeter(controleur, bekend, "Iets anders.").content.decode()

    assert "intussen veranderd" in akkoord(controleur, eerste)
    akkoord(controleur, tweede)

    assert BELT_VAAK in op_de_site()
    assert staat(bekend) == "vervangen"


def test_intrekken_met_een_reden_die_in_de_geschiedenis_staat(controleur: Client, bekend: Duiding) -> None:
    assert trek_in(controleur, bekend, "").status_code == 422
    assert bekend.zin in op_de_site()

    trek_in(controleur, bekend, "Ging over een andere dienst")

    assert bekend.zin not in op_de_site()
    wijziging = Wijziging.objects.filter(tabel="indicators_duiding", rij=str(bekend.pk)).first()
    assert wijziging.reden == "Ging over een andere dienst"
    assert wijziging.nieuw["staat"] == "ingetrokken"


def test_een_ander_was_eerder(schrijver: Client, controleur: Client, ander: Client) -> None:
    duiding = invloed(schrijver)
    trek_in(controleur, duiding, "Dubbel")

    assert "Dit is intussen veranderd. Er is niets bewaard. Bekijk het opnieuw." in akkoord(controleur, duiding)
    assert ZIN not in op_de_site()
    antwoord = geef_terug(ander, duiding, "Dit staat er niet zo.")
    assert antwoord.status_code == 422
    assert "U typte: “Dit staat er niet zo.”" in antwoord.content.decode()


def test_wat_iemand_typte_staat_in_zijn_eigen_vak(schrijver: Client, controleur: Client) -> None:
    """Too long a reason to take it back comes back in its own form, and not in the other."""
    duiding = invloed(schrijver)

    antwoord = trek_in(controleur, duiding, "a" * 1001)

    assert antwoord.status_code == 422
    pagina = tekstvakken(antwoord)
    assert pagina["intrekken-reden"].strip() == "a" * 1001
    assert pagina["terug-reden"].strip() == ""
    assert staat(duiding) == "voorgelegd"


def test_iets_anders_doen_dan_de_knoppen_zeggen_kan_niet(controleur: Client, bekend: Duiding) -> None:
    assert controleur.post(stuk(bekend), {"actie": "weg"}).status_code == 400
    assert staat(bekend) == "gepubliceerd"


def test_de_tweede_persoon_ziet_alles_wat_er_op_de_site_komt(griffier: Client, controleur: Client) -> None:
    motie = Duiding.objects.get(sleutel="motie-2506-53")
    stand = {"over": motie.pk, "stand": "afgedaan", "op": "3-2-2026", "bron": "Besluitenlijst", "zin": "Afgedaan."}
    griffier.post(f"/werk/lezen/stand/{motie.pk}/", stand | {"adres": "https://raad.example/lijst"})
    gezien_van_de_stand = tekst(haal(controleur, stuk(laatste())))
    for feit in (
        "Hoe het met een motie of aankondiging staat",
        f"Van {motie.wat}",
        "Hoe het ermee staat afgedaan",
        "3 februari 2026",
        "Bron Besluitenlijst",
        "Adres https://raad.example/lijst",
    ):
        assert feit in gezien_van_de_stand

    dekking = Duiding.objects.filter(soort="dekking").first()
    assert f"Regel van nieuw beleid {dekking.post}" in tekst(haal(controleur, stuk(dekking)))
    assert "De tabel trekt de dekking zelf al af" in tekst(haal(controleur, stuk(dekking)))


def test_bij_een_verbetering_staat_wat_er_anders_wordt(schrijver: Client, controleur: Client, bekend: Duiding) -> None:
    verbeter(schrijver, bekend, ZIN)

    gevonden = tekst(haal(controleur, stuk(laatste())))
    assert f"In onze woorden {ZIN} Was: {bekend.zin}" in gevonden
    assert "Waar het staat PB 2026, regel 633 Was: PB 2026, regel 354 tot en met 356" in gevonden


def test_een_stand_van_morgen_kan_niet(griffier: Client) -> None:
    motie = Duiding.objects.get(sleutel="motie-2506-53")
    morgen = timezone.localdate() + timedelta(days=1)
    stand = {"over": motie.pk, "stand": "afgedaan", "op": f"{morgen:%d-%m-%Y}", "bron": "Lijst", "zin": "Afgedaan."}

    antwoord = griffier.post(f"/werk/lezen/stand/{motie.pk}/", stand)

    assert antwoord.status_code == 422
    assert "Deze dag moet nog komen." in antwoord.content.decode()


def test_een_stand_zonder_document_wordt_verbeterd(griffier: Client, controleur: Client) -> None:
    motie = Duiding.objects.get(sleutel="motie-2506-53")
    stand = {"over": motie.pk, "stand": "afgedaan", "op": "3-2-2026", "bron": "Besluitenlijst", "zin": "Afgedaan."}
    griffier.post(f"/werk/lezen/stand/{motie.pk}/", stand)
    eerste = laatste()
    akkoord(controleur, eerste)
    assert "Besluitenlijst" in griffier.get(f"{stuk(eerste)}verbeteren/").content.decode()

    griffier.post(f"{stuk(eerste)}verbeteren/", stand | {"bron": "Raadsbrief 12", "reden": "Andere bron"})
    akkoord(controleur, laatste())

    gevonden = tekst(met_id(haal(Client(), "/raad/"), "motie-2506-53"))
    assert "Raadsbrief 12" in gevonden
    assert "Besluitenlijst" not in gevonden


def test_een_griffier_beslist_niet_over_cijfers(schrijver: Client, griffier: Client, bekend: Duiding) -> None:
    duiding = invloed(schrijver)

    assert "Een controleur beslist hierover." in akkoord(griffier, duiding)
    assert trek_in(griffier, bekend, "Weg ermee").status_code == 422
    assert ZIN not in op_de_site()
    assert bekend.zin in op_de_site()
    assert griffier.get(f"{DOCUMENT}invloed/?van=1&tot=1").status_code == 403
    assert griffier.get(f"{stuk(bekend)}verbeteren/").status_code == 403
    assert griffier.get(f"{DOCUMENT}motie/?van=956&tot=957").status_code == 200


def test_knoppen_staan_er_alleen_voor_wie_mag(
    schrijver: Client, griffier: Client, controleur: Client, bekend: Duiding
) -> None:
    duiding = invloed(schrijver)
    van_griffier, van_schrijver = (lezer.get(stuk(duiding)).content.decode() for lezer in (griffier, schrijver))
    for knop in ("Akkoord: zet op de site", "Geef terug", "Verbeter dit", "Trek in"):
        assert knop not in van_griffier
        assert knop in controleur.get(stuk(duiding)).content.decode()
    assert "Trek in" in van_schrijver
    assert "Trek in" not in schrijver.get(stuk(bekend)).content.decode()
    assert 'id="standen"' in griffier.get("/werk/lezen/").content.decode()
    assert 'id="standen"' not in schrijver.get("/werk/lezen/").content.decode()


def test_wie_griffier_en_invoerder_is_schrijft_ook_over_cijfers() -> None:
    beide = ingelogd(maak_account("bea", Rol.GRIFFIER, Rol.INVOERDER))

    assert invloed(beide).zin == ZIN


def test_een_griffier_leest_alleen_na_wat_voor_de_raad_is(griffier: Client) -> None:
    """Of PB 2026 every question was read; those about figures stay so, whatever is sent."""
    alles = {"indicatoren", "dekking", "tegenspraak", "uitleg", "raad", "speerpunten"}
    open_ = Nagelezen.objects.geldend().filter(lezing=lezing())
    assert {n.vraag for n in open_} == alles

    lees_na(griffier)
    assert {n.vraag for n in open_.all()} == alles - {"raad"}

    controle = Nagelezen.objects.filter(lezing=lezing(), vraag="dekking")
    controle.update(ingetrokken_op=timezone.now())
    assert "Een controleur beslist hierover." in lees_na(griffier, "raad", "dekking").content.decode()
    assert {n.vraag for n in open_.all()} == {"indicatoren", "tegenspraak", "uitleg", "speerpunten"}


def test_een_collega_las_intussen_na(controleur: Client, ander: Client) -> None:
    """What was ticked is still ticked, and is kept when it is sent again."""
    gezien_stand = gezien(controleur)
    lees_na(ander, "raad")

    antwoord = lees_na(controleur, "raad", "uitleg", stand=gezien_stand)

    assert "Een collega veranderde intussen wat is nagelezen" in antwoord.content.decode()
    open_ = Nagelezen.objects.geldend().filter(lezing=lezing())
    assert [n.vraag for n in open_] == ["raad"]
    blok = met_id(haal(controleur, antwoord.redirect_chain[-1][0]), "nagelezen")
    aangevinkt = [vak.get("value") for vak in blok.iter("input") if "checked" in vak.attrib]
    assert aangevinkt == ["uitleg", "raad"]

    lees_na(controleur, "raad", "uitleg")
    assert {n.vraag for n in open_.all()} == {"raad", "uitleg"}
