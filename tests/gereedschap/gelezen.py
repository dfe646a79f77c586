"""What people read, as the bundled file has it, with the lines on which each passage stands.

The file has prints, no line numbers: the lines are looked up in the bundled editions, and in the full documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec.yaml

from ingest.aanhalen.afdrukken import Letters, Print
from ingest.lezer.regels import lees_tekstregels
from tests.gereedschap.documenten.documenten import skelet, volledig
from tests.gereedschap.paden import EDITIES

BESTAND = EDITIES / "gelezen.yaml"


@dataclass(frozen=True)
class Plaats:
    """A passage that something rests on; `regel` and `tot` are its lines in the bundled edition."""

    publicatie: str
    regel: int
    tot: int
    afdrukken: tuple[str, ...]
    gedrukt: str = ""
    waar: str = ""

    @property
    def woorden(self) -> str:
        """As a page cites it."""
        tot = f" tot en met {self.tot}" if self.tot > self.regel else ""
        return f"{self.publicatie}, regel {self.regel}{tot}"

    @property
    def adres(self) -> str:
        return f"/bronnen/{self.publicatie.replace(' ', '-')}/regels/{self.regel}/"

    @property
    def document(self) -> list[str]:
        """Its lines in the full document."""
        bestand = volledig(self.publicatie)
        van, tot = _vind(bestand, self.afdrukken)
        return bestand.read_text(encoding="utf-8").split("\n")[van - 1 : tot]


@dataclass(frozen=True)
class Stuk:
    """One entry of the file."""

    sleutel: str
    soort: str
    plaatsen: tuple[Plaats, ...]
    indicator: str = ""
    post: str = ""
    doelstellingen: tuple[str, ...] = ()
    over: str = ""
    wat: str = ""
    zin: str = ""
    gedrukt: str = ""
    wanneer: str = ""
    uiterlijk: date | None = None
    wie: str = ""
    vanaf: str = ""
    tot_en_met: str = ""
    nummer: str = ""
    in_tabel: bool = False
    adres: str = ""
    stand: str = ""

    @property
    def plaats(self) -> Plaats:
        """The first of its passages."""
        return self.plaatsen[0]


def gelezen(*soorten: str) -> list[Stuk]:
    """The entries of these kinds, in the order of the file."""
    return [ding for ding in _alle() if ding.soort in soorten]


def nagelezen(vraag: str) -> set[str]:
    """The documents that were read to their end for a question."""
    return {ding["publicatie"] for ding in _inhoud()["nagelezen"] if ding["vraag"] == vraag}


@cache
def _inhoud() -> dict[str, Any]:
    inhoud: dict[str, Any] = msgspec.yaml.decode(BESTAND.read_text(encoding="utf-8"))
    return inhoud


@cache
def _alle() -> tuple[Stuk, ...]:
    return tuple(_stuk(ding) for ding in _inhoud()["duidingen"])


def _stuk(ding: dict[str, Any]) -> Stuk:
    anders = {
        "plaatsen": tuple(_plaats(bron) for bron in ding.get("bronnen", ())),
        "post": ding.get("post", {}).get("slug", ""),
        "doelstellingen": tuple(ding.get("doelstellingen", ())),
    }
    gelijk = {veld.name: ding[veld.name] for veld in fields(Stuk) if veld.name in ding.keys() - anders.keys()}
    return Stuk(**gelijk, **anders)


def _plaats(bron: dict[str, Any]) -> Plaats:
    afdrukken = tuple(bron["afdrukken"])
    van, tot = _vind(skelet(bron["publicatie"]), afdrukken)
    return Plaats(bron["publicatie"], van, tot, afdrukken, bron.get("gedrukt", ""), bron.get("waar", ""))


def _vind(bestand: Path, afdrukken: Sequence[str]) -> tuple[int, int]:
    [plek] = {plek for geschreven in afdrukken if (plek := _letters(bestand).vind(Print.uit(geschreven)))}
    return plek


@cache
def _letters(bestand: Path) -> Letters:
    return Letters.van((r.nummer, r.gedrukt, r.samengevat) for r in lees_tekstregels(bestand.read_bytes()))
