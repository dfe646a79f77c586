"""Termijnen: set for a whole year, for one doelstelling, or row by row; never over what another person just saved."""

from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from indicators.models import Indicator, Wijziging
from ingest.models import Rol, Termijn
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]

ADRES = "/werk/termijnen/?jaar=2025"


@pytest.fixture
def controleur() -> Client:
    return ingelogd(maak_account("carla", Rol.CONTROLEUR))


def sleutel(slug: str) -> int:
    return Indicator.objects.get(slug=slug).pk


def zet_alle(client: Client, uiterlijk: str, **anders: str) -> HttpResponse:
    velden = {"actie": "alle", "alle-gezien": verborgen(client.get(ADRES), "alle-gezien"), "alle-uiterlijk": uiterlijk}
    return client.post(ADRES, {**velden, **{f"alle-{naam}": waarde for naam, waarde in anders.items()}})


def rijen(client: Client) -> dict[str, str]:
    """What the page shows in its rows, as a browser would send it back."""
    tabel = client.get(ADRES).context["tabel"]
    velden = {"actie": "rijen", "reden": ""}
    for rij in tabel.rijen:
        for veld in rij:
            waarde = veld.value()
            velden[veld.html_name] = f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else waarde or ""
    return velden


def termijnen() -> dict[str, tuple[date, date | None]]:
    return {
        termijn.indicator.slug: (termijn.uiterlijk, termijn.vrijgave_op)
        for termijn in Termijn.objects.filter(jaar=2025).select_related("indicator")
    }


def test_voor_een_heel_jaar_en_alleen_waar_nog_niets_staat(controleur: Client) -> None:
    assert zet_alle(controleur, "01-02-2026", doelstelling=str(doelstelling("1.5"))).status_code == 302
    van_1_5 = {"arbeidsparticipatie", "uitstroom-naar-werk", "deeltijd-werkenden", "uitstroom-naar-school"}
    assert set(termijnen()) == van_1_5

    assert zet_alle(controleur, "2026-02-15", vrijgave_op="1-3-2026").status_code == 302
    nu = termijnen()
    # of the eleven series one is no longer measured: PB 2026 does not print vve-leerwinst
    assert len(nu) == 10
    assert "vve-leerwinst" not in nu
    assert {nu[slug] for slug in van_1_5} == {(date(2026, 2, 1), None)}
    assert {nu[slug] for slug in set(nu) - van_1_5} == {(date(2026, 2, 15), date(2026, 3, 1))}


def doelstelling(code: str) -> int:
    return Indicator.objects.filter(doelstelling__code=code).values_list("doelstelling", flat=True)[0]


def test_ook_waar_al_een_datum_staat_met_een_reden(controleur: Client) -> None:
    zet_alle(controleur, "01-02-2026")
    zonder = zet_alle(controleur, "01-04-2026", ook_bestaande="on")
    assert (zonder.status_code, 'href="#id_alle-reden"' in zonder.content.decode()) == (422, True)
    assert zet_alle(controleur, "01-04-2026", ook_bestaande="on", reden="De raad wil het later.").status_code == 302
    assert {uiterlijk for uiterlijk, _ in termijnen().values()} == {date(2026, 4, 1)}
    laatste = Wijziging.objects.filter(tabel="ingest_termijn").first()
    assert laatste
    assert (laatste.actie, laatste.rol, laatste.reden) == ("update", "controleur", "De raad wil het later.")
    assert laatste.actor is not None


def test_per_rij_zetten_wijzigen_en_weghalen(controleur: Client) -> None:
    werk, vsv = (f"i{sleutel(slug)}" for slug in ("uitstroom-naar-werk", "voortijdige-schoolverlaters"))
    velden = {**rijen(controleur), f"{werk}-uiterlijk": "15-2-2026", f"{vsv}-uiterlijk": "2026-11-01"}
    assert controleur.post(ADRES, velden).status_code == 302
    assert termijnen() == {
        "uitstroom-naar-werk": (date(2026, 2, 15), None),
        "voortijdige-schoolverlaters": (date(2026, 11, 1), None),
    }
    assert set(Wijziging.objects.filter(tabel="ingest_termijn").values_list("reden", flat=True)) == {
        "Termijnen over 2025"
    }
    velden = {**rijen(controleur), f"{werk}-uiterlijk": "16-2-2026", f"{vsv}-uiterlijk": ""}
    assert controleur.post(ADRES, velden).status_code == 422  # a date that stood there asks for a reason
    assert controleur.post(ADRES, {**velden, "reden": "Later bekend."}).status_code == 302
    assert termijnen() == {"uitstroom-naar-werk": (date(2026, 2, 16), None)}
    assert {w.reden for w in Wijziging.objects.filter(tabel="ingest_termijn")[:2]} == {"Later bekend."}


def test_een_datum_die_er_naast_komt_vraagt_geen_reden(controleur: Client) -> None:
    zet_alle(controleur, "01-02-2026")
    velden = rijen(controleur)
    vrijgave = f"i{sleutel('uitstroom-naar-werk')}-vrijgave_op"
    assert controleur.post(ADRES, {**velden, vrijgave: "01-03-2026"}).status_code == 302
    assert termijnen()["uitstroom-naar-werk"] == (date(2026, 2, 1), date(2026, 3, 1))
    later = controleur.post(ADRES, {**rijen(controleur), vrijgave: "02-03-2026"})
    assert (later.status_code, "U wijzigt een datum die er al stond." in later.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("uiterlijk", "vrijgave_op", "veld", "zin"),
    [
        ("31-02-2026", "", "uiterlijk", "Dit is geen datum."),
        ("15-02-206", "", "uiterlijk", "Dit is geen datum."),
        ("15-02-2062", "", "uiterlijk", "Klopt dit jaar?"),
        ("15-02-2026", "straks", "vrijgave_op", "Dit is geen datum."),
        ("", "01-03-2026", "uiterlijk", "Typ ook de uiterste datum"),
    ],
)
def test_een_foute_datum_staat_bij_het_veld_en_bovenaan(
    controleur: Client, uiterlijk: str, vrijgave_op: str, veld: str, zin: str
) -> None:
    rij = f"i{sleutel('uitstroom-naar-werk')}"
    velden = {**rijen(controleur), f"{rij}-uiterlijk": uiterlijk, f"{rij}-vrijgave_op": vrijgave_op}
    antwoord = controleur.post(ADRES, velden)
    pagina = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert f'href="#id_{rij}-{veld}">Uitstroom uit de bijstand naar werk, ' in pagina
    assert pagina.count(zin) == 2
    assert (uiterlijk or vrijgave_op) in pagina
    assert not Termijn.objects.exists()


def test_alles_tegelijk_vraagt_een_datum(controleur: Client) -> None:
    antwoord = zet_alle(controleur, "")
    assert antwoord.status_code == 422
    assert antwoord.content.decode().count("Typ een datum") == 2


def test_wat_een_ander_intussen_zette_blijft_staan(controleur: Client) -> None:
    """A row that both changed is asked again; one that only the other changed is kept as they saved it."""
    werk, school = sleutel("uitstroom-naar-werk"), sleutel("uitstroom-naar-school")
    velden = {**rijen(controleur), f"i{werk}-uiterlijk": "15-02-2026", "reden": "Zoals elk jaar."}
    for indicator in werk, school:
        Termijn.objects.create(indicator_id=indicator, jaar=2025, uiterlijk=date(2026, 6, 1))

    antwoord = controleur.post(ADRES, velden)
    assert antwoord.status_code == 422
    pagina = antwoord.content.decode()
    assert "Intussen wijzigde iemand anders termijnen van dit jaar." in pagina
    assert "Iemand anders maakte hiervan: uiterlijk 01-06-2026." in pagina
    assert termijnen()["uitstroom-naar-werk"] == (date(2026, 6, 1), None)

    opnieuw = {veld.html_name: veld.value() for rij in antwoord.context["tabel"].rijen for veld in rij}
    assert opnieuw[f"i{werk}-uiterlijk"] == "15-02-2026"
    assert controleur.post(ADRES, {**velden, **opnieuw}).status_code == 302
    assert termijnen() == {
        "uitstroom-naar-werk": (date(2026, 2, 15), None),
        "uitstroom-naar-school": (date(2026, 6, 1), None),
    }


def test_alles_tegelijk_gaat_niet_over_wat_een_ander_zette(controleur: Client) -> None:
    gezien = verborgen(controleur.get(ADRES), "alle-gezien")
    Termijn.objects.create(indicator_id=sleutel("uitstroom-naar-werk"), jaar=2025, uiterlijk=date(2026, 6, 1))
    antwoord = zet_alle(controleur, "15-02-2026", ook_bestaande="on", reden="x", gezien=gezien)
    assert (antwoord.status_code, len(termijnen())) == (422, 1)
    gezien = verborgen(antwoord, "alle-gezien")
    assert zet_alle(controleur, "15-02-2026", ook_bestaande="on", reden="x", gezien=gezien).status_code == 302
    assert {uiterlijk for uiterlijk, _ in termijnen().values()} == {date(2026, 2, 15)}
