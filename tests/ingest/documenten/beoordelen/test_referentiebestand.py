"""A reference file goes the way of every document: handed in, asked about, and published by a second person."""

import json
from decimal import Decimal

import pytest
from django.test import Client

from indicators.models import Referentiecijfer, Vermelding
from ingest.documenten.werker import werk_af
from ingest.models import Aanlevering, Account
from tests.gereedschap.aanleveren import aangeleverd
from tests.gereedschap.beoordelen import antwoord, beantwoord_alles, pagina, publiceer, vraag_over
from tests.gereedschap.documenten.echt import map_van
from tests.gereedschap.mensen import ingelogd
from tests.gereedschap.paginas import haal, tekst
from tests.gereedschap.referenties import referentiebestand

pytestmark = [pytest.mark.usefixtures("documentenmap", "edities", "db"), pytest.mark.drawn]

UITSTROOM = "/indicatoren/uitstroom-naar-werk/"
VSV = "/indicatoren/voortijdige-schoolverlaters/"
BRON = "/bronnen/Referentie-85039NED-2026-11-03/"
# Invented figures.
RIJEN = (
    "Uitstroom naar werk;Rotterdam;2024;1.234",
    "Uitstroom naar werk;Nederland;2024;54.321",
    "Uitstroom naar werk;Delft;2024;-",
    "Inwoners;Zoetermeer;2024;127.047",
)


def lever_aan(client: Client, *rijen: str, bron: str = "CBS;85039NED;3-11-2026") -> Aanlevering:
    """As Excel saves it, through the form; and read by a worker, in a process of its own."""
    bestand = ("\ufeff" + referentiebestand(*rijen, bron=bron)).replace("\n", "\r\n").encode()
    aanlevering = aangeleverd(client, bestand)
    werk_af(aanlevering.pk)
    aanlevering.refresh_from_db()
    assert aanlevering.staat == "te beoordelen", aanlevering.reden
    return aanlevering


def regels(adres: str) -> list[str]:
    return Client().get(adres).getvalue().decode().splitlines()


def test_van_bestand_tot_pagina(anna: Account, bert: Account) -> None:
    eigen, cijfers = Vermelding.objects.count(), regels("/data/cijfers.csv")
    wie, collega = ingelogd(anna), ingelogd(bert)
    aanlevering = lever_aan(wie, *RIJEN)
    vraag = vraag_over(aanlevering, "reeks")
    assert vraag.tekst == (
        '"Uitstroom naar werk" komt naast de indicator "Uitstroom uit de bijstand naar werk". Is dat dezelfde meting? '
        "Regel 2 zegt bijvoorbeeld: Rotterdam 2024 1.234."
    )
    assert antwoord(wie, vraag, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    beantwoord_alles(wie, aanlevering)
    zelf = tekst(haal(wie, pagina(aanlevering, "publiceren/")))
    assert "U leverde dit document zelf aan. Een collega moet het publiceren." in zelf
    assert "4 cijfers van anderen, 0 cijfers" in zelf
    assert "Uitstroom naar werk (3 namen), naast “Uitstroom uit de bijstand naar werk”" in zelf
    assert "Uitstroom naar werk, Rotterdam van anderen 2024 geen 1.234 geen" in zelf
    publiceer(collega, aanlevering)
    assert aanlevering.staat == "gepubliceerd", aanlevering.reden

    op_de_site = tekst(haal(Client(), UITSTROOM))
    assert "Zoetermeer 181 Nederland 54.321 Delft - Rotterdam 1.234" in op_de_site
    assert "Nederland, Delft en Rotterdam: CBS, tabel 85039NED, opgehaald op 3 november 2026." in op_de_site
    assert "Over 2021 hebben anderen hier geen cijfer." in op_de_site
    citaat = tekst(haal(Client(), f"{BRON}regels/2/"))
    assert (
        "Rotterdam: Uitstroom naar werk, 2024: 1.234. Bron: CBS, tabel 85039NED, opgehaald op 3 november 2026" in citaat
    )
    # none of it is a figure of the site
    assert Vermelding.objects.count() == eigen
    assert regels("/data/cijfers.csv") == cijfers
    assert regels("/data/referenties.csv") == [
        "gemeente,reeks,indicator,jaar,waarde,leeg,gedrukt,bron,tabel,opgehaald_op,publicatie,regel",
        *(
            f"{begin},CBS,85039NED,2026-11-03,Referentie 85039NED 2026-11-03,{regel}"
            for regel, begin in enumerate(
                (
                    "Rotterdam,Uitstroom naar werk,uitstroom-naar-werk,2024,1234,,1.234",
                    "Nederland,Uitstroom naar werk,uitstroom-naar-werk,2024,54321,,54.321",
                    "Delft,Uitstroom naar werk,uitstroom-naar-werk,2024,,streepje,-",
                    "Zoetermeer,Inwoners,,2024,127047,,127.047",
                ),
                2,
            )
        ),
    ]


def test_wat_een_mens_besliste_is_de_volgende_keer_een_klik(anna: Account, bert: Account) -> None:
    wie, collega = ingelogd(anna), ingelogd(bert)
    eerste = lever_aan(wie, "Windmolens;Rotterdam;2021;5")
    assert not eerste.vragen.open().filter(soort="reeks")  # its name is like none
    gelijk = lever_aan(wie, "Uitstroom van bijstand naar werk;Rotterdam;2021;5", bron="CBS;een;4-11-2026")
    vraag = vraag_over(gelijk, "reeks")
    assert "lijkt op een indicator van deze site" in vraag.tekst
    assert antwoord(wie, vraag, "bestaande", definitie="uitstroom-naar-werk").status_code == 302
    beantwoord_alles(wie, gelijk)
    publiceer(collega, gelijk)
    later = lever_aan(wie, "Uitstroom van bijstand naar werk;Rotterdam;2024;6", bron="CBS;een;5-11-2026")
    assert 'komt naast de indicator "Uitstroom uit de bijstand naar werk"' in vraag_over(later, "reeks").tekst
    beantwoord_alles(wie, later)
    publiceer(collega, later)
    assert "Rotterdam 5 6" in tekst(haal(Client(), UITSTROOM))


def test_van_twee_metingen_staat_de_reeks_naast_een(anna: Account, bert: Account) -> None:
    """PB 2023 prints 71,1 % of 2021 for who is 15 to 67, PB 2026 another figure for who is 15 to 75."""
    wie = ingelogd(anna)
    rijen = [f"% Arbeidsparticipatie;Nederland;{jaar};70,{jaar - 2020}" for jaar in (2021, 2024)]
    aanlevering = lever_aan(wie, *rijen)
    vraag = vraag_over(aanlevering, "reeks")
    assert vraag.voorstel["lijkt_op"] == ["arbeidsparticipatie-15-67", "arbeidsparticipatie-15-75"]
    assert vraag.voorstel["definitie"] == ""  # a person says which of the two
    gevraagd = haal(wie, f"/werk/documenten/{aanlevering.pk}/vragen/{vraag.pk}/")
    assert not [keuze for keuze in gevraagd.iter("option") if keuze.get("selected") is not None and keuze.get("value")]
    assert "15 tot 75 jaar dat minstens 12 uur per week werkt (netto arbeidsparticipatie) (%)" in tekst(gevraagd)
    assert antwoord(wie, vraag, "bestaande", definitie="arbeidsparticipatie-15-75").status_code == 302
    beantwoord_alles(wie, aanlevering)
    publiceer(ingelogd(bert), aanlevering)
    op_de_site = tekst(haal(Client(), "/indicatoren/arbeidsparticipatie/"))
    assert "Nederland 70,4 CSV" in op_de_site
    assert "70,1" not in op_de_site
    assert "Over 2021 heeft Zoetermeer geen cijfer dat zo gemeten is." in op_de_site
    assert "De cijfers over 2021 zijn anders gemeten (Deel van de inwoners van 15 tot 67 jaar" in op_de_site


def test_wat_een_andere_meting_is_staat_nergens_naast(anna: Account, bert: Account) -> None:
    wie = ingelogd(anna)
    aanlevering = lever_aan(wie, *RIJEN)
    assert antwoord(wie, vraag_over(aanlevering, "reeks"), "laten").status_code == 302
    beantwoord_alles(wie, aanlevering)
    publiceer(ingelogd(bert), aanlevering)
    assert Referentiecijfer.objects.geldend().count() == 4
    assert "Naast andere gemeenten" not in tekst(haal(Client(), UITSTROOM))


def test_een_geweigerde_regel_wordt_overgetypt_of_staat_bij_de_bron(anna: Account, bert: Account) -> None:
    wie = ingelogd(anna)
    aanlevering = lever_aan(wie, RIJEN[0], "Uitstroom naar werk;Delft;2024;12,3.4", "Uitstroom naar werk;Gouda;24;7")
    delft, gouda = aanlevering.vragen.open().filter(soort="rij").order_by("regel")
    assert '"12,3.4" is geen getal' in delft.tekst
    goed = "Uitstroom naar werk;Delft;2024;12;CBS;85039NED;3-11-2026"
    assert antwoord(wie, delft, "overtypen", tekst=goed).status_code == 302
    assert antwoord(wie, gouda, "weglaten", toelichting="Het jaar ontbreekt.").status_code == 302
    beantwoord_alles(wie, aanlevering)
    publiceer(ingelogd(bert), aanlevering)
    assert aanlevering.staat == "gepubliceerd", aanlevering.reden
    assert "Delft 12 Rotterdam 1.234" in tekst(haal(Client(), UITSTROOM))
    bron = tekst(haal(Client(), BRON))
    assert '"24" is geen jaar. Verwacht is een jaartal zoals 2024. Bij de beoordeling: Het jaar ontbreekt.' in bron


def test_een_verbeterd_bestand_komt_in_de_plaats_en_intrekken_haalt_alles_weg(anna: Account, bert: Account) -> None:
    wie, collega = ingelogd(anna), ingelogd(bert)
    for rijen in (RIJEN, (RIJEN[0].replace("1.234", "1.235"), *RIJEN[1:3])):
        aanlevering = lever_aan(wie, *rijen)
        beantwoord_alles(wie, aanlevering)
        verschillen = tekst(haal(collega, pagina(aanlevering, "publiceren/")))
        publiceer(collega, aanlevering)
        assert aanlevering.staat == "gepubliceerd", aanlevering.reden
    assert (
        'Uitstroom naar werk, Rotterdam 2024: gepubliceerd is "1.234" (regel 2), dit bestand zegt "1.235"'
        in verschillen
    )
    assert 'Inwoners, Zoetermeer 2024: gepubliceerd is "127.047" (regel 5), dit bestand heeft het niet.' in verschillen
    assert Referentiecijfer.objects.geldend().count() == 3
    assert "Rotterdam 1.235" in tekst(haal(Client(), UITSTROOM))
    assert "2 cijfers en 0 bedragen" in tekst(haal(collega, pagina(aanlevering, "intrekken/")))
    weg = collega.post(pagina(aanlevering, "intrekken/"), {"reden": "Verkeerde tabel."})
    assert weg.status_code == 302
    assert "Naast andere gemeenten" not in tekst(haal(Client(), UITSTROOM))
    assert len(regels("/data/referenties.csv")) == 1
    assert "Reden: Verkeerde tabel." in tekst(haal(Client(), "/bronnen/"))


@pytest.mark.documents
def test_de_verplichte_indicatoren_van_rotterdam(anna: Account, bert: Account) -> None:
    """All that its begroting of 2023 prints, as typed by hand; 49 figures of 17 indicators."""
    naam = "rotterdam-b2023-bbv"
    getypt = json.loads((map_van(naam) / f"{naam}.truth.json").read_text(encoding="utf-8"))["cijfers"]
    rijen = [f"{cijfer['label']};Rotterdam;{cijfer['jaar']};{cijfer['gedrukt']}" for cijfer in getypt]
    wie = ingelogd(anna)
    aanlevering = lever_aan(wie, *rijen, bron="Begroting 2023 van Rotterdam;BBV-indicatoren;3-11-2026")
    assert not aanlevering.vragen.open().filter(soort="rij")
    vsv = vraag_over(aanlevering, "reeks", "Vroegtijdig schoolverlaters")
    assert vsv.voorstel["lijkt_op"] == ["voortijdige-schoolverlaters"]
    assert antwoord(wie, vsv, "bestaande", definitie="voortijdige-schoolverlaters").status_code == 302
    beantwoord_alles(wie, aanlevering, reeks=("laten", {}))
    publiceer(ingelogd(bert), aanlevering)
    assert aanlevering.staat == "gepubliceerd", aanlevering.reden

    bewaard = Referentiecijfer.objects.geldend()
    assert {(rij.reeks, rij.jaar): (rij.gedrukt, rij.waarde) for rij in bewaard} == {
        (cijfer["label"], cijfer["jaar"]): (cijfer["gedrukt"], Decimal(cijfer["waarde"])) for cijfer in getypt
    }
    assert (bewaard.count(), set(bewaard.values_list("gemeente", flat=True))) == (49, {"Rotterdam"})
    op_de_site = tekst(haal(Client(), VSV))
    # PB 2023 prints 2,27 % of 2021, and PB 2026 2,67% of 2024; Rotterdam 2,7 of 2021, and 3,1 and 2,5 before
    assert "Gemeente2021 Zoetermeer 2,27% Rotterdam 2,7" in op_de_site
    assert "Over 2024 hebben anderen hier geen cijfer." in op_de_site
    assert "Over 2019 en 2020 heeft Zoetermeer geen cijfer dat zo gemeten is." in op_de_site
