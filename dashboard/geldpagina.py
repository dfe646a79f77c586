"""What the pages say about money: per doelstelling, per programma, per post and per policy row."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.opmaak import euro_in_woorden, in_duizenden, toon_bedrag, toon_in_woorden
from dashboard.tabellen import maak_tabel
from indicators.models import Bedrag, Publicatie

KANTEN = {"lasten": "lasten", "baten": "baten", "saldo": "saldo"}
SALDO_PROGRAMMA = ("saldo", "resultaat")


@dataclass(frozen=True)
class Kosten:
    """The net cost of a year in an edition, beside what the other edition printed for the same year."""

    bedrag: Bedrag
    eerder: Bedrag | None

    @property
    def in_woorden(self) -> SafeString:
        return toon_in_woorden(self.bedrag)

    @property
    def verschil(self) -> str:
        """ "€ 2,5 miljoen meer dan PB 2023 voor 2026 verwachtte": costs are negative, so more is lower."""
        if self.eerder is None:
            return ""
        meer = self.eerder.bedrag - self.bedrag.bedrag
        hoeveel = f"{euro_in_woorden(meer)} {'meer' if meer > 0 else 'minder'} dan" if meer else "Even veel als"
        return format_html(
            "{} {} voor {} verwachtte ({}).",
            hoeveel,
            self.eerder.benaming.publicatie,
            self.bedrag.jaar,
            toon_in_woorden(self.eerder),
        )


def kosten_per_doelstelling(bedragen: Iterable[Bedrag], nieuwste: Publicatie) -> dict[int, Kosten]:
    """By doelstelling: its net cost in the year of the newest edition, against the edition before that prints it."""
    per_doelstelling: dict[int, list[Bedrag]] = defaultdict(list)
    for bedrag in bedragen:
        if bedrag.benaming.post.tabel == "doelstelling" and bedrag.jaar == nieuwste.jaar:
            per_doelstelling[bedrag.benaming.post.doelstelling_id or 0].append(bedrag)
    return {sleutel: kosten for sleutel, groep in per_doelstelling.items() if (kosten := _kosten(groep, nieuwste))}


def kosten_programma(bedragen: Iterable[Bedrag], nieuwste: Publicatie) -> Kosten | None:
    """The Saldo after reserves of the newest edition (PB 2023 calls its last row Resultaat)."""
    return _kosten(
        [
            bedrag
            for bedrag in bedragen
            if bedrag.benaming.post.tabel == "programma"
            and bedrag.benaming.post.slug in SALDO_PROGRAMMA
            and bedrag.jaar == nieuwste.jaar
        ],
        nieuwste,
    )


def _kosten(bedragen: list[Bedrag], nieuwste: Publicatie) -> Kosten | None:
    eigen = [bedrag for bedrag in bedragen if bedrag.benaming.publicatie_id == nieuwste.pk]
    eerder = [bedrag for bedrag in bedragen if bedrag.benaming.publicatie.jaar < nieuwste.jaar]
    laatste = max(eerder, key=lambda bedrag: bedrag.benaming.publicatie.jaar, default=None)
    return Kosten(eigen[0], laatste) if eigen else None


def tabel_per_jaar(tabel_id: str, titel: str, bedragen: Iterable[Bedrag]) -> tables.Table:
    """One post: years as rows, editions as columns, and the difference between the last two that print the year."""
    per_jaar: dict[int, list[Bedrag]] = defaultdict(list)
    for bedrag in bedragen:
        per_jaar[bedrag.jaar].append(bedrag)
    edities = sorted({b.benaming.publicatie for groep in per_jaar.values() for b in groep}, key=lambda p: p.jaar)
    kolommen = [(editie.slug, str(editie)) for editie in edities]
    rijen = []
    for jaar, groep in sorted(per_jaar.items()):
        rij = {"rij": jaar, **{bedrag.benaming.publicatie.slug: _met_stand(bedrag) for bedrag in groep}}
        rijen.append({**rij, "verschil": _verschil(groep)})
    return maak_tabel(tabel_id, titel, "Jaar", [*kolommen, ("verschil", "Verschil")], rijen)


def _met_stand(bedrag: Bedrag) -> str:
    return format_html('{} <span class="stand">{}</span>', toon_bedrag(bedrag), bedrag.stand)


def _verschil(groep: list[Bedrag]) -> str | None:
    bedragen = [b.bedrag for b in sorted(groep, key=lambda b: b.benaming.publicatie.jaar) if b.bedrag is not None]
    return in_duizenden(bedragen[-1] - bedragen[-2]) if len(bedragen) > 1 else None


def tabel_vergelijking(tabel_id: str, titel: str, bedragen: Iterable[Bedrag], jaar: int) -> tables.Table:
    """One year: doelstellingen and the programma as rows, editions as columns, and the difference.

    PB 2023 does not say whether its Resultaat is before or after reserves, so it stands beside both.
    """
    per_post: dict[str, list[Bedrag]] = defaultdict(list)
    for bedrag in sorted(bedragen, key=lambda b: (b.benaming.post.tabel, b.benaming.post.volgorde)):
        if bedrag.jaar == jaar:
            for naam in _vergelijkbaar(bedrag):
                per_post[naam].append(bedrag)
    standen = {b.benaming.publicatie: b.stand for groep in per_post.values() for b in groep}
    rijen = [
        {
            "rij": naam,
            "klasse": "totaal" if naam.startswith("Programma") else None,
            **{b.benaming.publicatie.slug: toon_bedrag(b) for b in groep},
            "verschil": _verschil(groep),
        }
        for naam, groep in per_post.items()
    ]
    edities = sorted(standen, key=lambda editie: editie.jaar)
    kolommen = [(editie.slug, f"{editie} ({standen[editie]})") for editie in edities]
    return maak_tabel(tabel_id, titel, "Post", [*kolommen, ("verschil", "Verschil")], rijen)


def _vergelijkbaar(bedrag: Bedrag) -> list[str]:
    """The rows of the comparison in which an amount belongs."""
    post = bedrag.benaming.post
    voor, na = "Programma, voor reserves", "Programma, na reserves"
    if post.tabel == "programma":
        return {"resultaat": [voor, na], "gerealiseerd-saldo": [voor], "saldo": [na]}.get(post.slug, [])
    return [_naam(bedrag)]


def tabel_van_editie(tabel_id: str, titel: str, bedragen: Iterable[Bedrag]) -> tables.Table:
    """One table as one edition prints it: posts (and their side) as rows, years as columns."""
    per_rij: dict[str, dict[str, Bedrag]] = defaultdict(dict)
    kolommen: dict[str, str] = {}
    for bedrag in sorted(bedragen, key=lambda b: (b.benaming.post.volgorde, b.passage.regel, b.jaar)):
        per_rij[_naam(bedrag)][str(bedrag.jaar)] = bedrag
        kolommen[str(bedrag.jaar)] = f"{bedrag.jaar} ({bedrag.stand})"
    rijen = [
        {"rij": naam, "klasse": _klasse(naam), **{jaar: toon_bedrag(b) for jaar, b in cellen.items()}}
        for naam, cellen in per_rij.items()
        if any(b.bedrag is not None for b in cellen.values())
    ]
    return maak_tabel(tabel_id, titel, "Post", sorted(kolommen.items()), rijen)


def _naam(bedrag: Bedrag) -> str:
    """The name of a row; the side is said where a post has more than one."""
    naam = bedrag.benaming.post.naam
    if bedrag.benaming.post.tabel == "uitsplitsing":
        return f"{naam} ({KANTEN[bedrag.kant]})"
    if bedrag.benaming.post.tabel == "doelstelling":
        return f"{bedrag.benaming.code} {naam}"
    return naam


def _klasse(naam: str) -> str | None:
    return "totaal" if naam.partition(" (")[0] in ("Totaal", "Saldo", "Resultaat") else None
