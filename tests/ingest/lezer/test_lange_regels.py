"""Files that once took a reader hours: one line, one style or one element that goes on and on. Each is read at once."""

from pathlib import Path

import msgspec
import pytest

from ingest.documenten.aanleveren import leesproces
from ingest.kindproces.starten import Grenzen
from ingest.lezer.document import Uitlezing
from tests.gereedschap.documenten.documenten import tekst_van

LANG = 200_000  # what took the square of it took minutes, of 20,000 already


def gelezen(map_: Path, inhoud: str, monkeypatch: pytest.MonkeyPatch) -> Uitlezing:
    """As the site reads it: in the child, which stops after ten seconds of computing."""
    monkeypatch.setattr(leesproces, "GRENZEN", Grenzen(geheugen=1_500_000_000, rekentijd=10, seconden=60))
    bestand = map_ / "document"
    bestand.write_text(inhoud, encoding="utf-8")
    uit = leesproces.lees_in_kind(bestand, {}, lambda stand: True)
    assert uit is not None
    return msgspec.json.decode(uit, type=Uitlezing)


@pytest.mark.parametrize("stuk", [".", "2024 ", "1 "])
def test_een_regel_zonder_einde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stuk: str) -> None:
    lang = stuk * (LANG // len(stuk)) + "x"
    regels = tekst_van("PB 2026").split("\n")
    uitlezing = gelezen(tmp_path, "\n".join([*regels[:5], lang, *regels[5:]]), monkeypatch)

    assert uitlezing.concept.publicatie == "PB 2026"
    assert len(uitlezing.concept.cijfers) > 50


def test_een_stijl_zonder_einde_verbergt_niets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stijl = "width:1px;" * (LANG // 10)
    pagina = f"<html><body><p style='{stijl}'>Zichtbaar</p><p style='{stijl}height:1px'>Verborgen</p></body></html>"
    uitlezing = gelezen(tmp_path, pagina, monkeypatch)

    assert [regel.tekst for regel in uitlezing.regels if regel.tekst] == ["Zichtbaar"]


def test_een_element_met_een_half_miljoen_attributen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attributen = " ".join(f"a{nummer}" for nummer in range(500_000))
    uitlezing = gelezen(tmp_path, f"<html><body><p {attributen}>Programma</p></body></html>", monkeypatch)

    [bevinding] = uitlezing.concept.bevindingen
    assert bevinding.tekst.startswith("Een onderdeel van deze webpagina heeft meer dan 1000 attributen.")
