"""Five editions and three programmas: the bundled ones, and PB 2026 as other years and other programmas print it."""

import copy
import re
from pathlib import Path
from typing import Any

import msgspec.yaml
import yaml

from ingest.structuur.bestand import BESTAND
from tests.gereedschap.documenten.documenten import tekst_van, verschoven

BEKEND_UIT = "PB 2025"
"""What the other programmas and theirs are called is known from an edition that the site does not have."""
WERELDEN = {"2": "zorg", "3": "wonen"}
UITSTROOM = "Begroting PB {} - 180 180 180 180"
DOELEN_UITSTROOM = {("1", 2028): 190, ("2", 2026): 185, ("2", 2030): 170}
"""What they print of uitstroom naar werk where that is not the 180 of PB 2026: programma, edition, goal."""
STUKKEN = (("1", 2027), ("1", 2028), ("2", 2026), ("2", 2027), ("2", 2030), ("3", 2027))
"""The documents that are made, in the order in which they come; programma 1 has both bundled editions before them."""


def schrijf_wereld(map_: Path) -> tuple[Path, list[Path]]:
    """The mapping that knows three programmas, and the documents of the others and of later years."""
    mapping = map_ / "structuur.yaml"
    mapping.write_text(yaml.safe_dump(_structuur(), allow_unicode=True, sort_keys=False), encoding="utf-8")
    bestanden = [map_ / f"PB-{jaar}-{code}.txt" for code, jaar in STUKKEN]
    for (code, jaar), bestand in zip(STUKKEN, bestanden, strict=True):
        bestand.write_text(document(code, jaar), encoding="utf-8")
    return mapping, bestanden


def document(code: str, jaar: int) -> str:
    """PB 2026 as an edition of that year prints it for that programma."""
    gedrukt = verschoven(jaar - 2026)(tekst_van("PB 2026"))
    doel = UITSTROOM.format(jaar)
    assert gedrukt.count(doel) == 1
    waarde = DOELEN_UITSTROOM.get((code, jaar), 180)
    gedrukt = gedrukt.replace(doel, doel.replace("180", str(waarde)))
    if code == "1":
        return gedrukt
    for naam in sorted(_namen(_programma_1()), key=len, reverse=True):
        gedrukt = gedrukt.replace(naam, f"{naam} {WERELDEN[code]}")
    gedrukt = re.sub(r"\b1(\.[1-6])\b", rf"{code}\1", gedrukt).replace("Programma 1", f"Programma {code}")
    return gedrukt.replace("Onderwijs, economie en", f"{WERELDEN[code].capitalize()}, sport en")


def _programma_1() -> dict[str, Any]:
    [programma] = msgspec.yaml.decode(BESTAND.read_text(encoding="utf-8"))["programmas"]
    return programma


def _namen(programma: dict[str, Any]) -> set[str]:
    """What PB 2026 calls its doelstellingen and indicatoren, in text and in tables of money."""
    per_ding = [
        *(doel["benamingen"] for doel in programma["doelstellingen"]),
        *(post["benamingen"] for post in programma["posten"] if post["tabel"] == "doelstelling"),
        *(
            definitie["bewoordingen"]
            for doel in programma["doelstellingen"]
            for indicator in doel["indicatoren"]
            for definitie in indicator["definities"]
        ),
    ]
    return {namen["PB 2026"]["naam"] for namen in per_ding if "PB 2026" in namen}


def _structuur() -> dict[str, Any]:
    structuur: dict[str, Any] = msgspec.yaml.decode(BESTAND.read_text(encoding="utf-8"))
    structuur["programmas"] += [_als_programma(code) for code in WERELDEN]
    return structuur


def _als_programma(code: str) -> dict[str, Any]:
    """Programma 1 under other names, as PB 2026 has it."""
    programma, wereld = copy.deepcopy(_programma_1()), WERELDEN[code]
    programma.update(code=code, naam=f"{wereld.capitalize()}, sport en arbeidsparticipatie")
    for doel in programma["doelstellingen"]:
        doel.update(code=f"{code}{doel['code'][1:]}", naam=f"{doel['naam']} {wereld}")
        doel["benamingen"] = _alleen_2026(doel["benamingen"], wereld, code)
        for indicator in doel["indicatoren"]:
            indicator.update(slug=f"{indicator['slug']}-{wereld}", naam=f"{indicator['naam']} {wereld}")
            indicator["definities"] = [d for d in indicator["definities"] if "PB 2026" in d["bewoordingen"]]
            for definitie in indicator["definities"]:
                definitie["slug"] += f"-{wereld}"
                definitie["bewoordingen"] = _alleen_2026(definitie["bewoordingen"], wereld, code)
        doel["indicatoren"] = [indicator for indicator in doel["indicatoren"] if indicator["definities"]]
    programma["posten"] = [post for post in programma["posten"] if "PB 2026" in post["benamingen"]]
    for post in programma["posten"]:
        post["doelstelling"] = post["doelstelling"] and f"{code}{post['doelstelling'][1:]}"
        eigen = post["tabel"] == "doelstelling"
        post["naam"] = f"{post['naam']} {wereld}" if eigen else post["naam"]
        post["benamingen"] = _alleen_2026(post["benamingen"], wereld if eigen else "", code)
    return programma


def _alleen_2026(namen: dict[str, Any], wereld: str, code: str) -> dict[str, Any]:
    """What PB 2026 calls it, as BEKEND_UIT would have it for this programma."""
    if "PB 2026" not in namen:
        return {}
    hier = {**namen["PB 2026"], "naam": f"{namen['PB 2026']['naam']} {wereld}".strip()}
    if re.fullmatch(r"1\.\d", hier.get("code", "")):
        hier["code"] = f"{code}{hier['code'][1:]}"
    return {BEKEND_UIT: hier}
