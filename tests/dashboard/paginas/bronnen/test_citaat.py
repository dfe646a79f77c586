"""A line of a document with its figures as sentences to quote."""

import pytest
from django.test import Client

from tests.gereedschap.paginas import (
    PUBLICATIES,
    Pagina,
    bronadres,
    gedrukte_bedragen,
    haal,
    met_klasse,
    tekst,
    verwacht,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


def zinnen(client: Client, adres: str) -> list[str]:
    return [tekst(zin) for zin in met_klasse(haal(client, adres), "citaat__zin")]


PB_2023 = "Bron: Programmabegroting 2023-2026 (PB 2023) van de gemeente Zoetermeer"
PB_2026 = "Bron: Programmabegroting 2026-2029 (PB 2026) van de gemeente Zoetermeer"


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("regel", "wat", "bron"),
    [
        (
            "PB-2026/regels/626",
            "Uitstroom uit de bijstand naar werk, realisatie, 2024: 181.",
            f"{PB_2026}, doelstelling 1.5, “Uitstroom naar werk”, regel 626.",
        ),
        (
            "PB-2026/regels/626",
            "Uitstroom uit de bijstand naar werk, realisatie, 2026: geen waarde, er staat een streepje.",
            f"{PB_2026}, doelstelling 1.5, “Uitstroom naar werk”, regel 626.",
        ),
        (
            "PB-2023/regels/411",
            "Arbeidsparticipatie, begroting van PB 2023 (aanname), 2026: 71,0 %.",
            f"{PB_2023}, doelstelling 1.5, “% Arbeidsparticipatie”, regel 411.",
        ),
        (
            "PB-2026/regels/727",
            "1.6 BUIG, netto kosten 2026 (primitieve begroting): € 6.534.000 (gedrukt als -6.534, x € 1.000).",
            f"{PB_2026}, uitsplitsing, “610.03.100 BUIG”, regel 727.",
        ),
        (
            "PB-2026/regels/917",
            "Programma 1: Saldo, netto kosten 2024 (rekening): € 58.629.000 (gedrukt als -58.629, x € 1.000).",
            f"{PB_2026}, tabel van het programma, “Saldo”, regel 917.",
        ),
    ],
)
def test_een_cijfer_is_een_zin_die_op_zichzelf_staat(client: Client, regel: str, wat: str, bron: str) -> None:
    adres = f"/bronnen/{regel}/"

    assert f"{wat} {bron} http://testserver{adres}" in zinnen(client, adres)


def test_elk_cijfer_van_elke_regel_is_te_citeren(client: Client) -> None:
    """All 194 cells and all 410 amounts, each on the page of its line."""
    per_regel: dict[str, list[str]] = {}
    for cel in [*verwacht("cijfers"), *gedrukte_bedragen()]:
        gedrukt = cel.get("als_gedrukt") or ("er staat een streepje" if cel["leeg"] else cel["gedrukt"])
        per_regel.setdefault(f"{bronadres(cel['publicatie'])}regels/{cel['regel']}/", []).append(gedrukt)

    for adres, gedrukt in per_regel.items():
        gezegd = zinnen(client, adres)
        assert len(gezegd) >= len(gedrukt), adres
        for figuur in gedrukt:
            assert any(f": {figuur}" in zin or f" {figuur}," in zin or f", {figuur}." in zin for zin in gezegd), adres
    assert sum(map(len, per_regel.values())) == 194 + 410


@pytest.mark.parametrize("publicatie", PUBLICATIES)
def test_een_regel_staat_tussen_zijn_buren(client: Client, pagina: Pagina, publicatie: str) -> None:
    adres = bronadres(publicatie)
    document = {regel.get("id"): tekst(regel) for regel in met_klasse(pagina(adres), "regel")}

    gelezen = haal(client, f"{adres}regels/463/" if publicatie == "PB 2023" else f"{adres}regels/626/")
    getoond = {regel.get("id"): tekst(regel) for regel in met_klasse(gelezen, "regel")}

    assert len(getoond) > 5
    assert getoond.items() <= document.items()
    [gekozen] = met_klasse(gelezen, "regel--gekozen")
    assert gekozen.get("id") == ("regel-463" if publicatie == "PB 2023" else "regel-626")


@pytest.mark.parametrize("regel", [550, 525])
def test_een_samenvatting_wordt_niet_als_citaat_gegeven(client: Client, regel: int) -> None:
    """Line 525 is within a text of which the paraphrase stands at line 521."""
    gelezen = haal(client, f"/bronnen/PB-2026/regels/{regel}/")

    assert "Deze regel hoort bij een tekst die is samengevat door Doelwijzer." in tekst(gelezen)
    assert list(met_klasse(gelezen, "citaat")) == []


@pytest.mark.parametrize("adres", ["PB-2026/regels/99999", "PB-2026/regels/0", "PB-2025/regels/1", "geen/regels/1"])
def test_een_regel_die_er_niet_is_is_een_404(client: Client, adres: str) -> None:
    assert client.get(f"/bronnen/{adres}/").status_code == 404
