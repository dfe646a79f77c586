"""What people do in the reading view: write down, look at, correct, take back, and say that they read to the end."""

from django.http import HttpResponse
from django.test import Client

from indicators.models import Duiding, Lezing
from tests.gereedschap.paginas import haal, met_id, tekst

INDICATOR = "/indicatoren/uitstroom-naar-werk/"
DOCUMENT = "/werk/lezen/document/PB-2026/"
ZIN = "De gemeente belt elke maand met wie werk zoekt."

Velden = dict[str, object]


def lezing(publicatie: str = "PB-2026") -> Lezing:
    return Lezing.objects.get(publicatie__slug=publicatie, staat="gepubliceerd")


def laatste() -> Duiding:
    """What was written down last."""
    return Duiding.objects.order_by("pk").last()


def velden(van: object, tot: object, *meer: Velden, **inhoud: object) -> Velden:
    """What the form sends: the passage and any further ones, and the fields of its kind."""
    plekken = [{"lezing": lezing().pk, "van": van, "tot": tot}, *meer]
    formulier: Velden = {
        "plek-TOTAL_FORMS": len(plekken),
        "plek-INITIAL_FORMS": 0,
        "plek-MIN_NUM_FORMS": 1,
        "plek-MAX_NUM_FORMS": 5,
    }
    for nummer, plek in enumerate(plekken):
        formulier |= {f"plek-{nummer}-{naam}": waarde for naam, waarde in plek.items()}
    return formulier | inhoud


def schrijf(client: Client, soort: str, formulier: Velden) -> Duiding:
    antwoord = client.post(f"{DOCUMENT}{soort}/", formulier)
    assert antwoord.status_code == 302, _fout(antwoord)
    return laatste()


def invloed(client: Client, zin: str = ZIN) -> Duiding:
    indicator = Duiding.objects.filter(indicator__slug="uitstroom-naar-werk").first().indicator
    return schrijf(client, "invloed", velden(633, 633, indicator=indicator.pk, zin=zin))


def stuk(duiding: Duiding) -> str:
    return f"/werk/lezen/stuk/{duiding.pk}/"


def akkoord(client: Client, duiding: Duiding) -> str:
    return client.post(stuk(duiding), {"actie": "akkoord"}, follow=True).content.decode()


def geef_terug(client: Client, duiding: Duiding, reden: str) -> HttpResponse:
    return client.post(stuk(duiding), {"actie": "terug", "terug-reden": reden})


def trek_in(client: Client, duiding: Duiding, reden: str) -> HttpResponse:
    return client.post(stuk(duiding), {"actie": "intrekken", "intrekken-reden": reden})


def verbeter(client: Client, oud: Duiding, zin: str, reden: str = "Stond er anders") -> HttpResponse:
    """Another sentence on the same indicator, read in line 633."""
    nieuw = velden(633, 633, indicator=oud.indicator_id, zin=zin, reden=reden)
    return client.post(f"{stuk(oud)}verbeteren/", nieuw)


def gezien(client: Client, document: str = DOCUMENT) -> str:
    """What the page says that it shows of what was read to the end."""
    blok = met_id(haal(client, document), "nagelezen")
    [veld] = [deel for deel in blok.iter("input") if deel.get("name") == "gezien"]
    return str(veld.get("value"))


def lees_na(client: Client, *vragen: str, document: str = DOCUMENT, stand: str | None = None) -> HttpResponse:
    """Tick these and no others; `stand` is what the page showed, now if not given."""
    wat = {"programma": "1", "vraag": vragen, "gezien": gezien(client, document) if stand is None else stand}
    return client.post(f"{document}nagelezen/", wat, follow=True)


def op_de_site(adres: str = INDICATOR) -> str:
    return tekst(haal(Client(), adres))


def _fout(antwoord: HttpResponse) -> str:
    inhoud = antwoord.content.decode()
    return inhoud[inhoud.find("foutenlijst") :][:500]
