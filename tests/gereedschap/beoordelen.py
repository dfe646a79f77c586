"""A document that is judged through its pages: handed in as if it was read, answered, and published by another."""

import hashlib
import re
from dataclasses import replace
from uuid import UUID

import msgspec
from django.http import HttpResponse
from django.test import Client

from indicators.models import Vermelding
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.documenten.beoordelen.akkoord import publiceer_goedgekeurd
from ingest.documenten.beoordelen.beoordeling import verwerk
from ingest.documenten.beoordelen.nakijken import na_te_kijken
from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.document import VERSIE, lees_document
from ingest.lezer.document import Uitlezing as Gelezen
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.models import Aanlevering, Rol, Uitlezing, Vraag
from tests.gereedschap.hele_weg import verborgen
from tests.gereedschap.mensen import ingelogd, maak_account
from tests.gereedschap.paginas import skelet

Invulling = tuple[str, dict[str, str]]
GEGEVENS = {"aangeboden_op": "1-10-2026", "status": "voorstel", "vastgesteld_op": "", "adres": ""}
LEERBAAN = {
    "omschrijving": "Jongeren die na de bijstand een leerbaan hebben.",
    "eenheid": "aantal",
    "decimalen": "0",
    "richting": "hoger",
    "soort_begroting": "raming",
    "meetperiode": "kalenderjaar",
    "ondergrens": "0",
}


def later(tekst: str, jaren: int = 1) -> str:
    """The same document of a later year: every year in it goes up."""
    return re.sub(r"\b20(2\d|3\d)\b", lambda jaar: str(int(jaar[0]) + jaren), tekst)


def editie(jaren: int = 1) -> str:
    """PB 2027, or a later one: the lines of PB 2026 with other years."""
    return later("\n".join(skelet("PB 2026")), jaren)


def pb_2027() -> str:
    """PB 2027 with what differs from one year to the next; its line numbers are those of PB 2026."""
    anders = {
        "Uitstroom naar werk \n[samengevat]": "Doorstroom naar betaald werk \n[samengevat]",  # line 621
        "Realisatie 474 - - - -": "Realisatie 474 - - -",  # 643
        "Uitstroom naar school \n": "Jongeren in een leerbaan \n",  # 652
        "Begroting PB 2027 - 2.600 2.600 2.600 2.600": "Begroting PB 2027 - 2.600 2.600 2,600 x",
        "610.03.200 BBZ": "610.03.250 Startersfonds",  # 728 and 731
    }
    gedrukt = editie()
    for van, naar in anders.items():
        assert van in gedrukt, van
        gedrukt = gedrukt.replace(van, naar)
    return gedrukt


def lever_aan(tekst: str, door: UUID, naam: str = "PB 2027.txt") -> Aanlevering:
    """A file that was handed in and read by a worker; its questions are made."""
    inhoud = tekst.encode()
    with handelend_als(None, SYSTEEM):
        aanlevering = Aanlevering.objects.create(
            bestandsnaam=naam,
            checksum=hashlib.sha256(inhoud).hexdigest(),
            formaat="tekst",
            grootte=len(inhoud),
            aangeleverd_door=door,
        )
    return lees(aanlevering, tekst)


def lees(aanlevering: Aanlevering, tekst: str) -> Aanlevering:
    """What a worker does with an aanlevering that waits."""
    soort = Publicatiesoort(aanlevering.soort) if aanlevering.soort else None
    return bewaar_uitlezing(aanlevering, lees_document(tekst.encode(), aanlevering.publicatie or None, soort=soort))


def bewaar_uitlezing(aanlevering: Aanlevering, gelezen: Gelezen) -> Aanlevering:
    """What the reader made of it is kept, and its questions are made."""
    for staat in ("leest", "verwerkt"):
        aanlevering.staat = staat
        aanlevering.save()
    Uitlezing.objects.create(aanlevering=aanlevering, lezer_versie=VERSIE, inhoud=msgspec.to_builtins(gelezen))
    verwerk(aanlevering)
    aanlevering.refresh_from_db()
    return aanlevering


def lever_aan_met_niet_gelezen(aantal: int, door: UUID) -> Aanlevering:
    """PB 2027 with so many more lines that could not be read."""
    gelezen = lees_document(editie().encode())
    laatste = gelezen.regels[-1]
    regels = [replace(laatste, nummer=laatste.nummer + n, tekst=f"Realisatie {n} - x -") for n in range(1, aantal + 1)]
    soort = Bevindingsoort.BESCHADIGDE_RIJ
    fouten = [Bevinding(Ernst.FOUT, soort, regel.nummer, f"Niet te lezen: {regel.tekst}") for regel in regels]
    concept = replace(gelezen.concept, bevindingen=(*gelezen.concept.bevindingen, *fouten))
    with handelend_als(door, Rol.CONTROLEUR):
        aanlevering = Aanlevering.objects.create(
            bestandsnaam="PB 2027.txt", checksum="0" * 64, formaat="tekst", grootte=1, aangeleverd_door=door
        )
    return bewaar_uitlezing(aanlevering, replace(gelezen, regels=(*gelezen.regels, *regels), concept=concept))


def adres(vraag: Vraag) -> str:
    return f"/werk/documenten/{vraag.aanlevering_id}/vragen/{vraag.pk}/"


def antwoord(client: Client, vraag: Vraag, keuze: str, **velden: str) -> HttpResponse:
    """Open the question, and send the form of this answer as a browser would."""
    gezien = verborgen(client.get(adres(vraag)), "gezien")
    return client.post(adres(vraag), {"keuze": keuze, "gezien": gezien, **velden})


def vraag_over(aanlevering: Aanlevering, soort: str, woord: str = "") -> Vraag:
    """The one open question of this kind that has this in its sentence."""
    [vraag] = [vraag for vraag in aanlevering.vragen.open().filter(soort=soort) if woord in vraag.tekst]
    return vraag


def beantwoord_alles(client: Client, aanlevering: Aanlevering, **per_soort: Invulling) -> None:
    """Each question that is left: as `per_soort` says, else what is most usual."""
    gewoon: dict[str, Invulling] = {
        "document": ("klopt", {}),
        "gegevens": ("gegevens", GEGEVENS),
        "opvallend": ("gezien", {}),
        "rij": ("weglaten", {"toelichting": "Staat niet in een tabel."}),
    } | per_soort
    vragen = [str(vraag.pk) for vraag in aanlevering.vragen.open()]
    assert client.post(f"/werk/documenten/{aanlevering.pk}/bevestigen/", {"vraag": vragen}).status_code == 302
    while vraag := aanlevering.vragen.open().first():
        zelfde = ("zelfde", {"definitie": vraag.voorstel.get("definitie", "")})
        keuze, velden = gewoon.get(vraag.soort, zelfde)
        voorgesteld = {"rol": vraag.voorstel.get("rol", "")} if vraag.soort == "post" else {}
        klaar = antwoord(client, vraag, keuze, **{**voorgesteld, **velden})
        assert klaar.status_code == 302, (vraag.soort, vraag.tekst, klaar.content.decode())


def kijk_na(client: Client, aanlevering: Aanlevering) -> HttpResponse:
    """Agree to every answer of others that makes a figure, as the page shows them."""
    adres = pagina(aanlevering, "nakijken/")
    antwoorden = re.findall(r'name="antwoord"\s+value="(\d+)"', client.get(adres).content.decode())
    return client.post(adres, {"antwoord": antwoorden})


def publiceer(client: Client, aanlevering: Aanlevering, gezien: str = "") -> HttpResponse:
    """Open what changes, press the button, and let the worker do it; `gezien` is what another page showed.

    Before that somebody else agrees to each answer that makes a figure.
    """
    if not gezien and na_te_kijken(aanlevering):
        kijk_na(ingelogd(maak_account(f"nel-{aanlevering.pk}", Rol.CONTROLEUR)), aanlevering)
    adres = f"/werk/documenten/{aanlevering.pk}/publiceren/"
    antwoord = client.post(adres, {"gezien": gezien or verborgen(client.get(adres), "gezien")})
    publiceer_goedgekeurd(aanlevering)
    aanlevering.refresh_from_db()
    return antwoord


def pagina(document: Aanlevering, waar: str = "") -> str:
    """The address of a page about it."""
    return f"/werk/documenten/{document.pk}/{waar}"


def op_de_site(indicator: str, jaar: int, soort: str) -> list[tuple[str, int]]:
    """What PB 2027 prints of an indicator now: the text and its line."""
    vermeldingen = Vermelding.objects.geldend().filter(
        bewoording__definitie__indicator__slug=indicator, bewoording__publicatie__naam="PB 2027", jaar=jaar, soort=soort
    )
    return list(vermeldingen.values_list("gedrukt", "passage__regel"))
