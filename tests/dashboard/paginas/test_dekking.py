"""Who pays for new policy, on /geld/: the cover of each row, and where nobody read for it."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from benchmarks.vermenigvuldigen import vermenigvuldig
from indicators.models import Aangehaald, Bedrag, Duiding, Duidingsoort, Nagelezen, Post, PostBenaming, Tekst
from indicators.models.bronnen import verhoog_versie
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.gelezen import Stuk, gelezen
from tests.gereedschap.paginas import Pagina, cellen, haal, met_id, skelet, tekst
from tests.gereedschap.plat import zonder_regels

pytestmark = pytest.mark.django_db


WIN = "Work in Nederland (WIN)"
CAMPAGNE = "Campagnebudget voor versterking preventie en vroegsignalering Schuldhulpverlening"


def test_dekking_van_nieuw_beleid(pagina: Pagina) -> None:
    gelezen = pagina("/geld/")
    deel = met_id(gelezen, "dekking")

    # Lines 777, 782, 788 and 806 of PB 2026.
    assert (
        "Nieuw beleid kost in 2026 netto € 1.278.000 (PB 2026). Bij € 1.253.000 daarvan staat “dekking via OAD”: "
        "€ 150.000 plus € 966.000 plus € 137.000. OAD is het Overzicht Algemene Dekkingsmiddelen en onvoorzien. "
        "In de tabel is die dekking niet afgetrokken. Bij de rest, € 25.000, noemt de tabel geen dekking."
    ) in tekst(deel)
    rijen = cellen(gelezen, "nieuw-beleid-PB-2026")
    assert {naam: rij[0] for naam, rij in rijen.items()} == {
        WIN: "150",
        "Hervorming arbeidsmarktinfrastructuur Arbeidsmarktregio Zuid-Holland Centraal": "966",
        "Taakmutatie Arbeidsmarktregio Zuid-Holland Centraal - regionale doelgroepspecifieke aanpak": "137",
        CAMPAGNE: "25",
        "Collegevoorstel inzet Geldpunt": "223",
        "Collegevoorstel inzet Geldpunt – dekking via SPUK": "-223",
        "Saldo": "1.278",
    }
    # Lines 809, 825 and 835.
    assert rijen[WIN][-1].startswith("Rijksgeld voor hulp aan EU-arbeidsmigranten: Zuid-Holland Centraal, met ")
    assert rijen[WIN][-1].endswith(
        "(regel 809)Dekking: dekking via OAD. Het Rijk gaf bij de Meicirculaire 2025 extra geld in de algemene "
        "uitkering. (regel 809)"
    )
    assert rijen[CAMPAGNE][-1] == (
        "Voor campagnes en voorlichting komt er structureel € 25.000 in de begroting, zodat preventie kan doorgaan. "
        "(regel 825)Dekking: niet genoemd."
    )
    assert rijen["Collegevoorstel inzet Geldpunt – dekking via SPUK"][-1] == "dit is de dekking, al afgetrokken"
    assert "In de tabel van PB 2023 staat bij geen enkele regel een dekking." in tekst(deel)
    # Line 875; PB 2023 has no such table.
    assert tekst(deel).count("aan bezuinigings- en dekkingsvoorstellen") == 1
    assert "Los daarvan noemt PB 2026 voor 2026 € 918.000 aan bezuinigings- en dekkingsvoorstellen," in tekst(deel)


def test_de_dekking_van_het_geldpunt_is_een_aanname(pagina: Pagina) -> None:
    rij = cellen(pagina("/geld/"), "nieuw-beleid-PB-2026")["Collegevoorstel inzet Geldpunt"]

    assert "Dekking: dekking via SPUK. Dit is een aanname." in rij[-1]
    assert rij[-1].endswith("(regel 835)")


def test_bij_elke_bezuiniging_staat_waarop(pagina: Pagina) -> None:
    """Lines 854 and 894 of PB 2026; both rows of the third are told there."""
    rijen = cellen(pagina("/geld/"), "bezuinigingen-PB-2026")

    binnenbaan, metropoolregio = (rij for naam, rij in rijen.items() if naam.startswith("Verbonden partijen"))
    assert binnenbaan == [
        *("-450", "-450", "-450", "-450"),
        (
            "Het Werkbedrijf en de gemeenschappelijke regelingen kregen de vraag hun begroting voor 2026 aan te "
            "passen: De Binnenbaan BV moet € 0,45 mln lager dan in 2025, de GR MRDH € 9.000 (6,2%) lager. (regel 894)"
        ),
    ]
    assert metropoolregio == [*("-9", "-9", "-9", "-9"), "zie de rij erboven"]


@pytest.mark.usefixtures("edities_van_eigenaar")
def test_een_rij_zonder_toelichting_zegt_dat_alleen_waar_iemand_keek(client: Client) -> None:
    with zonder_regels():
        Tekst.objects.filter(kop=CAMPAGNE).update(kop="Iets anders")
    assert cellen(haal(client, "/geld/"), "nieuw-beleid-PB-2026")[CAMPAGNE][-1].startswith("geen toelichting")
    Nagelezen.objects.filter(vraag=Nagelezen.Vraag.UITLEG).update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))
    verhoog_versie()
    assert cellen(haal(client, "/geld/"), "nieuw-beleid-PB-2026")[CAMPAGNE][-1].startswith("niet nagelezen")


def test_geen_dekking_wordt_alleen_gezegd_waar_iemand_ernaar_zocht(pagina: Pagina, client: Client) -> None:
    rijen = Nagelezen.objects.filter(vraag=Nagelezen.Vraag.DEKKING)
    rijen.update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))
    verhoog_versie()
    gelezen_pagina = haal(client, "/geld/")
    deel = tekst(met_id(gelezen_pagina, "dekking"))

    assert "Of PB 2023 zegt wie dat betaalt, is nog niet nagelezen." in deel
    assert "staat bij geen enkele regel een dekking" not in deel
    assert "Of bij de rest, € 25.000, een dekking staat, is nog niet nagelezen." in deel
    assert cellen(gelezen_pagina, "nieuw-beleid-PB-2026")[CAMPAGNE][-1].endswith("Dekking: niet nagelezen.")


@pytest.mark.drawn
@pytest.mark.usefixtures("edities_van_eigenaar")
def test_de_dekking_van_een_programma_staat_niet_bij_een_ander(client: Client) -> None:
    """The same rows in another programma of the same document: nobody read who pays those."""
    vermenigvuldig(1)

    ander = haal(client, "/geld/?programma=2")

    assert "Of PB 2026 zegt wie dat betaalt, is nog niet nagelezen." in tekst(met_id(ander, "dekking"))
    assert "dekking via OAD" not in tekst(met_id(ander, "dekking"))
    assert tekst(met_id(haal(client, "/geld/"), "nieuw-beleid-PB-2026")).count("dekking via OAD") == 3


@pytest.mark.usefixtures("edities_van_eigenaar")
def test_de_dekking_van_een_regel_staat_niet_bij_een_regel_met_dezelfde_naam(client: Client) -> None:
    win = Bedrag.objects.get(benaming__post__naam="Work in Nederland (WIN)", jaar=2026, vervallen_in=None)
    post = Post.objects.get(pk=win.benaming.post_id)
    post.pk, post.slug = None, f"{post.slug}-nog-eens"
    post.save()
    benaming = PostBenaming.objects.create(post=post, publicatie=win.benaming.publicatie, naam=post.naam)
    win.pk, win.benaming = None, benaming
    with zonder_regels():
        win.save()

    deel = met_id(haal(client, "/geld/"), "dekking")

    rijen = [[tekst(cel) for cel in rij] for rij in met_id(deel, "nieuw-beleid-PB-2026").iter("tr")]
    eerste, tweede = (rij[-1] for rij in rijen if rij[0] == post.naam)
    assert "Dekking: dekking via OAD." in eerste
    assert tweede == "zie de rij erbovenDekking: niet genoemd."
    assert "Bij € 1.253.000 daarvan staat “dekking via OAD”: € 150.000 plus € 966.000 plus € 137.000." in tekst(deel)


@pytest.mark.usefixtures("edities")
def test_alleen_de_oad_heet_oad(client: Client) -> None:
    [oud, *_] = Duiding.objects.geldend().filter(soort=Duidingsoort.DEKKING, in_tabel=False)
    dekkingen = Duiding.objects.filter(soort=Duidingsoort.DEKKING)
    dekkingen.update(staat=Duiding.Staat.INGETROKKEN, reden="Het komt uit een reserve.")
    with handelend_als(None, SYSTEEM):
        nieuw = Duiding.objects.create(
            sleutel="dekking-reserve",
            soort=Duidingsoort.DEKKING,
            zin="De reserve betaalt dit.",
            gedrukt="dekking via reserve",
            in_tabel=False,
            post=oud.post,
            staat=Duiding.Staat.GEPUBLICEERD,
            weg=Duiding.Weg.MEEGELEVERD,
        )
    for plaats in oud.plaatsen:
        Aangehaald.objects.create(duiding=nieuw, aanhaling=plaats.aanhaling, volgorde=plaats.volgorde)
    verhoog_versie()

    deel = tekst(met_id(haal(client, "/geld/"), "dekking"))

    assert "daarvan staat “dekking via reserve”: € 150.000. In de tabel is die dekking niet afgetrokken." in deel
    assert "dekking via OAD" not in deel
    assert "OAD is het Overzicht" not in deel


DEKKINGEN = [pytest.param(ding, id=ding.sleutel) for ding in gelezen(Duidingsoort.DEKKING)]


@pytest.mark.parametrize("ding", DEKKINGEN)
def test_dekking_staat_op_haar_regel_van_het_skelet(ding: Stuk) -> None:
    plaats, uitleg = ding.plaatsen

    assert ding.gedrukt in skelet(plaats.publicatie)[plaats.regel - 1]
    assert "[samengevat]" in skelet(uitleg.publicatie)[uitleg.regel - 1]


@pytest.mark.documents
@pytest.mark.parametrize("ding", DEKKINGEN)
def test_dekking_staat_op_haar_regel_van_het_document(ding: Stuk) -> None:
    plaats, uitleg = ding.plaatsen

    assert [regel.strip() for regel in plaats.document] == [f"- {ding.gedrukt}"]
    passage = " ".join(uitleg.document)
    assert ("aanname" if ding.in_tabel else "OAD" if "OAD" in passage else "Algemene Dekkingsmiddelen") in passage
    assert "rijk" in passage
