"""Komt nog naar de raad: each entry against the documents, and the status against a given day."""

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from indicators.toezeggingen import Status, Toezegging, toezeggingen

from dashboard.paginas import raad
from tests.gereedschap.paginas import PUBLICATIES, Pagina, bronadres, gedrukte_regels, haal, met_id, skelet, tekst

Op = Callable[..., Element]
ADRES = "/raad/"
ONBEKEND = "De documenten op deze site zeggen niet of het is gebeurd."
# By a person, from the documents; eind 2025 is over on this day.
NA_AFLOOP = date(2026, 11, 21)
STATUS = {
    "2206-38": Status.LOOPT,
    "2206-39A": Status.VOORBIJ,
    "2411-62": Status.AFGEDAAN,
    "2506-12": Status.UITGEVOERD,
    "2506-49": Status.VOORBIJ,
    "2506-52A": Status.AFGEDAAN,
    "2506-53": Status.VOORBIJ,
    "2506-61": Status.VOORBIJ,
    "2506-64": Status.VOORBIJ,
    "2506-81": Status.VOORBIJ,
}
ALLE = [pytest.param(ding, id=f"{ding.motie or ding.wat[:40]}") for ding in toezeggingen()]


@pytest.fixture
def op(edities: None, db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> Op:
    """The page as it is at a moment."""

    def lees(*moment: int) -> Element:
        monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(*moment, tzinfo=UTC))
        return haal(client, ADRES)

    return lees


def document(publicatie: str) -> list[str]:
    bestand = Path(os.environ["DOCUMENTS"]) / f"programmabegroting-{publicatie[-4:]}-programma-1.txt"
    return bestand.read_text(encoding="utf-8").split("\n")


@pytest.mark.documents
@pytest.mark.parametrize("ding", ALLE)
def test_datum_en_motie_zijn_in_de_passage_gedrukt(ding: Toezegging) -> None:
    gelezen = document(ding.plaats.publicatie)
    passage = " ".join(regel.strip() for regel in gelezen[ding.plaats.regel - 1 : ding.plaats.tot])

    assert ding.wanneer in passage
    if ding.motie:
        erboven = " ".join(gelezen[ding.plaats.regel - 30 : ding.plaats.tot])
        assert re.findall(r"Motie (\d{4}-\w+)", erboven)[-1] == ding.motie
    if ding.stand is Status.AFGEDAAN:
        assert "afgedane" in passage or "afgedaan" in passage
    if ding.later:
        later = document(ding.later.plaats.publicatie)[ding.later.plaats.regel - 1 : ding.later.plaats.tot]
        assert "6,2 in 2022" in ding.later.zin
        assert "6,2 in 2022" in " ".join(later)


@pytest.mark.parametrize("ding", ALLE)
def test_een_passage_begint_op_een_regel_van_de_site(ding: Toezegging) -> None:
    regel = skelet(ding.plaats.publicatie)[ding.plaats.regel - 1]

    assert "[samengevat]" in regel
    assert ding.plaats.tot >= ding.plaats.regel
    for jaar in re.findall(r"20\d\d", ding.wanneer):
        assert jaar in regel


@pytest.mark.parametrize("ding", ALLE)
def test_de_laatste_dag_ligt_in_het_jaar_dat_gedrukt_is(ding: Toezegging) -> None:
    jaren = [str(ding.uiterlijk.year)] if ding.uiterlijk else []

    assert re.findall(r"20\d\d", ding.wanneer) == jaren


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_elke_motie_van_het_document_is_er(publicatie: str) -> None:
    gedrukt = set(re.findall(r"Motie (\d{4}-\d+[A-Z]?)", "\n".join(skelet(publicatie))))

    assert gedrukt == {ding.motie for ding in toezeggingen() if ding.motie and ding.plaats.publicatie == publicatie}


def test_stand_van_elke_motie() -> None:
    assert {ding.motie: ding.status(NA_AFLOOP) for ding in toezeggingen() if ding.motie} == STATUS


@pytest.mark.parametrize("ding", ALLE)
def test_een_termijn_is_voorbij_op_de_dag_erna(ding: Toezegging) -> None:
    if ding.uiterlijk is None:
        assert ding.status(date(2200, 1, 1)) is ding.stand
    else:
        assert ding.status(ding.uiterlijk) is Status.LOOPT
        assert ding.status(date.fromordinal(ding.uiterlijk.toordinal() + 1)) is Status.VOORBIJ


def test_de_pagina_toont_elk_stuk_met_zijn_regel(pagina: Pagina) -> None:
    gelezen = pagina(ADRES)
    links = {deel.get("href", "") for deel in gelezen.iter("a") if "/regels/" in deel.get("href", "")}

    assert links <= gedrukte_regels(pagina).keys()
    for ding in toezeggingen():
        assert f"{bronadres(ding.plaats.publicatie)}regels/{ding.plaats.regel}/" in links
        assert ding.wat.strip() in tekst(gelezen)


def test_een_termijn_die_voorbij_is(op: Op) -> None:
    gelezen = op(2026, 11, 21)

    assert tekst(met_id(gelezen, "aangekondigd")).count(f"De termijn (eind 2025) is voorbij. {ONBEKEND}") == 3
    assert f"De termijn (uiterlijk 13 december 2022) is voorbij. {ONBEKEND}" in tekst(met_id(gelezen, "motie-2206-39A"))
    assert "de datum is verstreken op 21 november 2026" in tekst(gelezen)
    assert [tekst(punt) for punt in met_id(gelezen, "moties").iter("li")] == [
        "6 termijn voorbij",
        "1 loopt",
        "1 uitgevoerd",
        "2 afgedaan",
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


def test_motie_die_niemand_gelezen_heeft(op: Op, monkeypatch: pytest.MonkeyPatch) -> None:
    zonder = tuple(ding for ding in toezeggingen() if ding.motie != "2506-61")
    monkeypatch.setattr("dashboard.paginas.raad.toezeggingen", lambda: zonder)

    moties = tekst(met_id(op(2026, 11, 21), "moties"))

    assert "Motie 2506-61 Aanpak overlast LED-borden Van deze motie is hier nog geen status bepaald." in moties
    assert moties.count("Motie 2506-61 Aanpak") == 1


def test_document_dat_niet_geladen_is(op: Op, monkeypatch: pytest.MonkeyPatch) -> None:
    alles = raad.geladen_publicaties
    monkeypatch.setattr(raad, "geladen_publicaties", lambda: {"PB 2023": alles()["PB 2023"]})

    gelezen = tekst(op(2026, 11, 21))

    assert "ondernemerspeiling van 2022" in gelezen
    assert "6,2 in 2022" not in gelezen
    assert "Integratieversneller" not in gelezen


def test_zonder_document(op: Op, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.paginas.raad.geladen_publicaties", dict)

    assert "Er is nog geen begroting geladen" in tekst(op(2026, 11, 21))


def test_weinig_vragen_aan_de_database(edities: None, db: None, client: Client) -> None:
    with CaptureQueriesContext(connection) as vragen:
        haal(client, ADRES)

    assert len(vragen) <= 12


def test_open_moties_worden_geteld(op: Op) -> None:
    """The moties of which neither document says that they are afgedaan or uitgevoerd."""
    moties = [ding for ding in toezeggingen() if ding.motie]
    gesloten = sum(ding.stand in (Status.AFGEDAAN, Status.UITGEVOERD) for ding in moties)

    zin = f"Van de {len(moties)} moties zijn er {len(moties) - gesloten} nog niet afgedaan of uitgevoerd"
    assert zin in tekst(met_id(op(2026, 11, 21), "moties"))
    assert len(moties) - gesloten == 7
