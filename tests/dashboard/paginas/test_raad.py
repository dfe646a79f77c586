"""Naar de raad: each entry against the documents, and the status against a given day."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dashboard.paginas.raad import Raadpagina, op_volgorde
from indicators.models import Duiding, Duidingsoort, Lezing, Nagelezen
from indicators.models.bronnen import verhoog_versie
from indicators.models.duiding import RAADSPUNTEN
from indicators.raadspunten import Raadspunt, Raadsstatus
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, volledig
from tests.gereedschap.gelezen import Stuk, gelezen
from tests.gereedschap.paginas import PUBLICATIES, Pagina, gedrukte_regels, haal, met_id, skelet, tekst

Op = Callable[..., Element]
ADRES = "/raad/"
ONBEKEND = "De documenten die hierop zijn nagelezen, zeggen niet of het is gebeurd."
# By a person, from the documents; eind 2025 is over on this day.
NA_AFLOOP = date(2026, 11, 21)
STATUS = {
    "2206-38": Raadsstatus.LOOPT,
    "2206-39A": Raadsstatus.VOORBIJ,
    "2411-62": Raadsstatus.AFGEDAAN,
    "2506-12": Raadsstatus.UITGEVOERD,
    "2506-49": Raadsstatus.VOORBIJ,
    # "wordt afgedaan", by an agenda that is still to be adopted (lines 104, 985)
    "2506-52A": Raadsstatus.WORDT_AFGEDAAN,
    "2506-53": Raadsstatus.VOORBIJ,
    "2506-61": Raadsstatus.VOORBIJ,
    "2506-64": Raadsstatus.VOORBIJ,
    "2506-81": Raadsstatus.VOORBIJ,
}
PUNTEN = gelezen(*RAADSPUNTEN)
ALLE = [pytest.param(ding, id=ding.sleutel) for ding in PUNTEN]


@pytest.fixture
def op(edities: None, db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> Op:
    """The page as it is at a moment, with what a test changed."""

    def lees(*moment: int) -> Element:
        verhoog_versie()
        monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(*moment, tzinfo=UTC))
        return haal(client, ADRES)

    return lees


@pytest.mark.documents
@pytest.mark.parametrize("ding", ALLE)
def test_datum_en_motie_zijn_in_de_passage_gedrukt(ding: Stuk) -> None:
    passage = " ".join(regel.strip() for regel in ding.plaats.document)

    assert ding.wanneer in passage
    if ding.nummer:
        document = volledig(ding.plaats.publicatie).read_text(encoding="utf-8").split("\n")
        erboven = " ".join(document[ding.plaats.regel - 30 : ding.plaats.tot])
        assert re.findall(r"Motie (\d{4}-\w+)", erboven)[-1] == ding.nummer
    if ding.stand == Raadsstatus.WORDT_AFGEDAAN:
        assert "wordt" in passage
    if ding.stand in (Raadsstatus.AFGEDAAN, Raadsstatus.WORDT_AFGEDAAN):
        assert "afgedane" in passage or "afgedaan" in passage


@pytest.mark.documents
def test_wat_een_later_document_zegt_is_daar_gedrukt() -> None:
    [later] = gelezen(Duidingsoort.STAND)

    assert "6,2 in 2022" in later.zin
    assert "6,2 in 2022" in " ".join(later.plaats.document)


@pytest.mark.parametrize("ding", ALLE)
def test_een_passage_begint_op_een_regel_van_de_site(ding: Stuk) -> None:
    regel = skelet(ding.plaats.publicatie)[ding.plaats.regel - 1]

    assert "[samengevat]" in regel
    assert ding.plaats.tot >= ding.plaats.regel
    for jaar in re.findall(r"20\d\d", ding.wanneer):
        assert jaar in regel


@pytest.mark.parametrize("ding", ALLE)
def test_de_laatste_dag_ligt_in_het_jaar_dat_gedrukt_is(ding: Stuk) -> None:
    jaren = [str(ding.uiterlijk.year)] if ding.uiterlijk else []

    assert re.findall(r"20\d\d", ding.wanneer) == jaren


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_elke_motie_van_het_document_is_er(publicatie: str) -> None:
    gedrukt = set(re.findall(r"Motie (\d{4}-\d+[A-Z]?)", "\n".join(skelet(publicatie))))

    assert gedrukt == {ding.nummer for ding in PUNTEN if ding.nummer and ding.plaats.publicatie == publicatie}


def test_stand_van_elke_motie(edities: None, db: None) -> None:
    assert {punt.nummer: punt.status for punt in Raadpagina(op_volgorde(), NA_AFLOOP).moties} == STATUS


@pytest.mark.parametrize("ding", ALLE)
def test_een_termijn_is_voorbij_op_de_dag_erna(ding: Stuk) -> None:
    punt = Raadspunt([Duiding(stand=ding.stand, wanneer=ding.wanneer, uiterlijk=ding.uiterlijk)])
    if ding.uiterlijk is None:
        assert punt.status(date(2200, 1, 1)) == ding.stand
    else:
        assert punt.status(ding.uiterlijk) is Raadsstatus.LOOPT
        assert punt.status(date.fromordinal(ding.uiterlijk.toordinal() + 1)) is Raadsstatus.VOORBIJ


def test_de_pagina_toont_elk_stuk_met_zijn_regel(pagina: Pagina) -> None:
    deze = pagina(ADRES)
    links = {(deel.get("href", ""), tekst(deel)) for deel in deze.iter("a") if "/regels/" in deel.get("href", "")}

    assert {adres for adres, _ in links} <= gedrukte_regels(pagina).keys()
    for ding in gelezen(*RAADSPUNTEN, Duidingsoort.STAND):
        assert (ding.plaats.adres, ding.plaats.woorden) in links
        assert (ding.wat or ding.zin) in tekst(deze)


def test_een_termijn_die_voorbij_is(op: Op) -> None:
    gelezen = op(2026, 11, 21)

    assert tekst(met_id(gelezen, "aangekondigd")).count(f"De termijn (eind 2025) is voorbij. {ONBEKEND}") == 3
    assert f"De termijn (uiterlijk 13 december 2022) is voorbij. {ONBEKEND}" in tekst(met_id(gelezen, "motie-2206-39A"))
    assert "de datum is verstreken op 21 november 2026" in tekst(gelezen)
    assert [tekst(punt) for punt in met_id(gelezen, "moties").iter("li")] == [
        "6 termijn voorbij",
        "1 loopt",
        "1 wordt afgedaan",
        "1 uitgevoerd",
        "1 afgedaan",
    ]


def test_een_termijn_die_nog_niet_voorbij_is(op: Op) -> None:
    motie = tekst(met_id(op(2025, 10, 1), "motie-2506-61"))

    assert "loopt volgens PB 2026" in motie
    assert "PB 2026 noemt als termijn: vierde kwartaal van 2025. Die is nog niet voorbij." in motie


@pytest.mark.parametrize(("uur", "voorbij"), [(22, False), (23, True)])
def test_de_dag_is_die_van_nederland(op: Op, uur: int, voorbij: bool) -> None:
    """At 23:30 UTC on 31 December it is next year in Zoetermeer."""
    assert ("is voorbij" in tekst(met_id(op(2025, 12, 31, uur, 30), "motie-2506-53"))) == voorbij


def test_geen_jaar_is_geen_termijn(op: Op) -> None:
    aangekondigd = tekst(met_id(op(2030, 1, 1), "aangekondigd"))

    assert f"PB 2026 zegt “in het najaar” en noemt geen jaar. {ONBEKEND}" in aangekondigd
    assert f"PB 2026 zegt “nog dit jaar” en noemt geen jaar. {ONBEKEND}" in aangekondigd
    assert f"PB 2026 noemt geen datum. {ONBEKEND}" in aangekondigd


def test_motie_met_haar_stand_van_zaken(pagina: Pagina) -> None:
    motie = met_id(pagina(ADRES), "motie-2506-61")

    assert tekst(motie[0]) == "Motie 2506-61 Aanpak overlast LED-borden"
    assert [tekst(kop) for kop in motie.iter("h4")] == ["Wat de motie vraagt", "Stand van zaken in PB 2026"]
    assert "Afdoening volgt in kwartaal vier van 2025." in tekst(motie)


def test_motie_die_niemand_gelezen_heeft(op: Op) -> None:
    Duiding.objects.filter(nummer="2506-61").update(staat="ingetrokken", reden="Nog eens lezen.")

    moties = tekst(met_id(op(2026, 11, 21), "moties"))

    assert "Motie 2506-61 Aanpak overlast LED-borden Van deze motie is hier nog geen status bepaald." in moties
    assert moties.count("Motie 2506-61 Aanpak") == 1


def test_document_dat_niet_geladen_is(op: Op) -> None:
    Lezing.objects.filter(publicatie__naam="PB 2026").update(staat="ingetrokken")

    inhoud = tekst(met_id(op(2026, 11, 21), "inhoud"))

    assert "ondernemerspeiling van 2022" in inhoud
    assert "6,2 in 2022" not in inhoud
    assert "Integratieversneller" not in inhoud
    assert "PB 2026" not in inhoud


def test_zonder_document(op: Op) -> None:
    Lezing.objects.update(staat="ingetrokken")

    assert "Er is nog geen begroting geladen" in tekst(op(2026, 11, 21))


def test_weinig_vragen_aan_de_database(edities: None, db: None, client: Client) -> None:
    with CaptureQueriesContext(connection) as vragen:
        haal(client, ADRES)

    assert len(vragen) <= 15  # three of them begin and end a transaction that only reads


def test_open_moties_worden_geteld(op: Op) -> None:
    """The moties of which neither document says that they are afgedaan or uitgevoerd."""
    moties = [ding for ding in PUNTEN if ding.nummer]
    gesloten = sum(ding.stand in (Raadsstatus.AFGEDAAN, Raadsstatus.UITGEVOERD) for ding in moties)

    assert (len(moties), len(moties) - gesloten) == (10, 8)
    zin = "Bij 8 van de 10 moties zeggen de documenten op deze site niet dat ze zijn afgedaan of uitgevoerd."
    assert zin in tekst(met_id(op(2026, 11, 21), "moties"))


def test_een_later_document_zwijgt_pas_als_iemand_het_nalas(op: Op) -> None:
    """Motie 2206-38 stands in PB 2023 alone."""
    zwijgt = "PB 2026 noemt dit niet meer."
    assert zwijgt in tekst(met_id(op(2026, 11, 21), "motie-2206-38"))

    rijen = Nagelezen.objects.filter(lezing__publicatie__naam="PB 2026", vraag=Nagelezen.Vraag.RAAD)
    rijen.update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))

    deze = op(2026, 11, 21)
    motie = tekst(met_id(deze, "motie-2206-38"))
    assert "Of PB 2026 er nog iets over zegt, is nog niet nagelezen." in motie
    assert zwijgt not in motie
    assert f"Van {NIET_NAGELEZEN} en PB 2026 is nog niet nagelezen wat er naar de raad komt." in tekst(deze)


@pytest.mark.parametrize("stand", ["afgedaan", "uitgevoerd"])
def test_wat_gedaan_is_heet_niet_onbekend(op: Op, stand: str) -> None:
    """The griffie gives a stand without a sentence; that PB 2026 named a term (vierde kwartaal van 2025) is history."""
    with handelend_als(None, SYSTEEM):
        Duiding.objects.create(
            sleutel="stand-2506-61",
            soort=Duidingsoort.STAND,
            wat="Besluit van de raad",
            stand=stand,
            bron="Lijst van moties",
            op=date(2025, 12, 1),
            over=Duiding.objects.geldend().get(soort=Duidingsoort.MOTIE, nummer="2506-61"),
            staat=Duiding.Staat.GEPUBLICEERD,
            weg=Duiding.Weg.MEEGELEVERD,
        )

    motie = tekst(met_id(op(2025, 12, 15), "motie-2506-61"))

    assert f"{stand} volgens de griffie op 01-12-2025" in motie
    assert "nog niet voorbij" not in motie
    assert ONBEKEND not in motie


def test_zonder_iets_dat_nagelezen_is(op: Op) -> None:
    Duiding.objects.update(staat="ingetrokken", reden="Nog eens lezen.")
    Nagelezen.objects.update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))

    inhoud = tekst(met_id(op(2026, 11, 21), "inhoud"))

    assert "Wat er naar de raad komt, is in de documenten op deze site nog niet nagelezen." in inhoud
    alle = "Kadernota 2020-2024, PB 2023, Rapportage SD 2023-11 tot 2024-08, Rapportage SD 2024-H2 en PB 2026"
    assert f"Van {alle} is nog niet nagelezen wat er naar de raad komt." in inhoud
    assert "met de hand gemaakt uit deze documenten" not in inhoud
    assert "Van de 0 moties" not in inhoud
