"""Editions that nobody has printed: the shapes of PB 2023 (tabs) and PB 2026 (spaces), with invented values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

Rij = tuple[str, Sequence[str]]
"""A label and its cells, as printed."""


@dataclass(frozen=True)
class Indicator:
    """One indicator with its table; `rijen` are printed as they stand."""

    naam: str
    jaren: Sequence[int]
    rijen: Sequence[Rij]
    bron: str = "Monitor Zoetermeer"


@dataclass(frozen=True)
class Doel:
    """A doelstelling with its indicators, and the amounts of its table Financiën (none: no such table)."""

    code: str
    naam: str
    indicatoren: Sequence[Indicator]
    bedragen: Sequence[str] = ()


@dataclass(frozen=True)
class Programma:
    """A programma; `rijen` are those of its table of money (none: no such table)."""

    code: str
    naam: str
    doelen: Sequence[Doel]
    rijen: Sequence[Rij] = ()
    titel: str = "Indicatoren, trendgrafieken en financiën Programma {}"
    kop: str = "Doelstelling"
    eenheid: str = "Bedragen x €1.000"
    kolommen: Sequence[str] = ()
    kolommen_programma: Sequence[str] = ()


def kolommen(jaar: int) -> list[str]:
    return [f"Begroting {deze}" for deze in range(jaar - 1, jaar + 4)]


def schrijf(jaar: int, *programmas: Programma, scheiding: str = " ", voor: str = "") -> str:
    """The text of an edition; with tabs its headings are marked, as in PB 2023."""
    delen = [voor] if voor else []
    for programma in programmas:
        delen += [*_teksten(jaar, programma, scheiding), *_hoofdstuk(jaar, programma, scheiding)]
    return "\n".join(delen) + "\n"


def _kop(tekst: str, scheiding: str) -> str:
    return f"## {tekst}" if scheiding == "\t" else tekst


def _teksten(jaar: int, programma: Programma, scheiding: str) -> list[str]:
    return [
        _kop(f"Programma {programma.code} {programma.naam}", scheiding),
        "",
        _kop(f"Speerpunten in {jaar}: Wat gaan we daarvoor doen?", scheiding),
        "De gemeente Zoetermeer gaat door met wat zij doet.",
        "",
        *(kop for doel in programma.doelen for kop in (_kop(f"Doelstelling {doel.code} {doel.naam}", scheiding), "")),
    ]


def _hoofdstuk(jaar: int, programma: Programma, scheiding: str) -> list[str]:
    regels = [_kop(programma.titel.format(programma.code), scheiding), ""]
    for doel in programma.doelen:
        regels += [_kop(f"{programma.kop} {doel.code} {doel.naam}", scheiding), ""]
        for indicator in doel.indicatoren:
            regels += [_kop(indicator.naam, scheiding), f"Bron: {indicator.bron}", ""]
            regels += [scheiding.join(["Type", *map(str, indicator.jaren)])]
            regels += [scheiding.join([label, *cellen]) for label, cellen in indicator.rijen]
            regels += ["", "Toelichting:", "Dit is een uitleg van het college.", ""]
        if doel.bedragen:
            koppen = programma.kolommen or kolommen(jaar)
            regels += [_kop("Financiën", scheiding), programma.eenheid, "", scheiding.join(["Doelstelling", *koppen])]
            regels += [scheiding.join([f"{doel.naam} ({doel.code})", *doel.bedragen]), ""]
    if programma.rijen:
        koppen = programma.kolommen_programma or [f"Rekening {jaar - 2}", *kolommen(jaar)]
        naam = f"Programma {programma.code}. {programma.naam}"
        regels += [_kop("Financieel samengevat: Wat mag het kosten?", scheiding), programma.eenheid, ""]
        regels += [scheiding.join([naam, *koppen])] if scheiding == "\t" else [naam, "", scheiding.join(koppen), ""]
        regels += [scheiding.join([label, *cellen]) for label, cellen in programma.rijen]
        regels += ["", _kop("Waar staat je gemeente indicatoren", scheiding), ""]
    return regels


def met_rijen(programma: Programma, *rijen: Rij) -> Programma:
    """The same with other rows in the table of its first indicator."""
    doel = programma.doelen[0]
    indicator = replace(doel.indicatoren[0], rijen=rijen)
    return replace(
        programma, doelen=[replace(doel, indicatoren=[indicator, *doel.indicatoren[1:]]), *programma.doelen[1:]]
    )
