"""What changed between two editions, in tables and in at most ten sentences that are each true by themselves."""

from collections.abc import Iterator
from decimal import Decimal

import django_tables2 as tables

from dashboard.opmaak import euro_in_woorden, in_duizenden, toon_vermelding, verschil
from dashboard.tabellen import maak_tabel
from indicators.models import Publicatie
from indicators.vergelijking import Geldverschil, Vergelijking, Verschoven

MEESTE_ZINNEN = 10


def tabel_doelen(vergelijking: Vergelijking) -> tables.Table:
    """Every year for which both editions print a begroting."""
    kolommen = [
        ("jaar", "Jaar"),
        ("van", str(vergelijking.van)),
        ("naar", str(vergelijking.naar)),
        ("verschil", "Verschil"),
        ("oordeel", "Betekenis"),
    ]
    rijen = [
        {
            "rij": doel.indicator.naam,
            "jaar": doel.naar.jaar,
            "van": toon_vermelding(doel.van),
            "naar": toon_vermelding(doel.naar),
            "verschil": _verschil(doel),
            "oordeel": doel.woord or doel.voorbehoud,
        }
        for doel in vergelijking.doelen
    ]
    return maak_tabel(
        "doelen", "Begroting van hetzelfde jaar in beide edities", "Indicator", kolommen, rijen, tekst=["oordeel"]
    )


def _verschil(doel: Verschoven) -> str | None:
    """No number where the two are measured differently: they may not be subtracted."""
    return None if doel.voorbehoud == "anders gemeten" else verschil(doel.verschil)


def tabel_geld(vergelijking: Vergelijking, tabel: str, titel: str) -> tables.Table | None:
    """The years that both editions print, largest difference first, x € 1.000."""
    kolommen = [
        ("jaar", "Jaar"),
        ("van", str(vergelijking.van)),
        ("naar", str(vergelijking.naar)),
        ("verschil", "Verschil"),
    ]
    rijen = [
        {
            "rij": post.naam,
            "jaar": post.jaar,
            "van": in_duizenden(post.van),
            "naar": in_duizenden(post.naar),
            "verschil": in_duizenden(post.verschil),
        }
        for post in vergelijking.geld
        if post.tabel == tabel
    ]
    return maak_tabel(f"geld-{tabel}", titel, "Post", kolommen, rijen) if rijen else None


def samenvatting(vergelijking: Vergelijking) -> list[str]:
    """At most ten sentences; each names its years and editions, so that it can be quoted alone."""
    return list(_zinnen(vergelijking))[:MEESTE_ZINNEN]


def _zinnen(vergelijking: Vergelijking) -> Iterator[str]:
    van, naar = vergelijking.van, vergelijking.naar
    doelstellingen = [post for post in vergelijking.geld if post.tabel == "doelstelling"]
    if doelstellingen:
        jaar = max(post.jaar for post in doelstellingen)
        van_jaar = [post for post in doelstellingen if post.jaar == jaar]
        yield _over_samen(van_jaar, jaar, van, naar)
        duurder = sum(post.verschil < 0 for post in van_jaar)
        yield f"Van de {len(van_jaar)} doelstellingen kosten er voor {jaar} {duurder} meer in {naar} dan in {van}."
        yield _over_post(van_jaar[0], van, naar)
    posten = [post for post in vergelijking.geld if post.tabel == "uitsplitsing"]
    if posten:
        laatste = max(post.jaar for post in posten)
        yield _over_post(next(post for post in posten if post.jaar == laatste), van, naar)
    for woord in ("soepeler", "strenger"):
        verschoven = [doel for doel in vergelijking.doelen if doel.woord == woord]
        if verschoven:
            delen = [f"{d.indicator.naam} ({d.naar.jaar}: {d.van.gedrukt} werd {d.naar.gedrukt})" for d in verschoven]
            yield f"Doelen die in {naar} {woord} zijn dan in {van}: {'; '.join(delen)}."
    if vergelijking.anders_gemeten:
        namen = ", ".join(nu.definitie.indicator.naam for _, nu in vergelijking.anders_gemeten)
        yield f"In {naar} anders gemeten dan in {van}: {namen}."
    if vergelijking.verdwenen:
        yield f"Wel in {van}, niet in {naar}: {', '.join(b.definitie.indicator.naam for b in vergelijking.verdwenen)}."
    if vergelijking.nieuw:
        yield f"Niet in {van}, wel in {naar}: {', '.join(b.definitie.indicator.naam for b in vergelijking.nieuw)}."


def _over_samen(posten: list[Geldverschil], jaar: int, van: Publicatie, naar: Publicatie) -> str:
    eerst, dan = sum((p.van for p in posten), Decimal(0)), sum((p.naar for p in posten), Decimal(0))
    return (
        f"De {len(posten)} doelstellingen samen kosten {jaar} volgens {naar} netto {euro_in_woorden(dan)}, "
        f"volgens {van} {euro_in_woorden(eerst)}: {_meer(dan - eerst)}."
    )


def _over_post(post: Geldverschil, van: Publicatie, naar: Publicatie) -> str:
    return (
        f"{post.naam} kost {post.jaar} volgens {naar} netto {euro_in_woorden(post.naar)}, "
        f"volgens {van} {euro_in_woorden(post.van)}: {_meer(post.verschil)}."
    )


def _meer(verschil_in_euro: Decimal) -> str:
    """Costs are negative: a lower amount is a higher cost."""
    if not verschil_in_euro:
        return "even veel"
    return f"{euro_in_woorden(verschil_in_euro)} {'meer' if verschil_in_euro < 0 else 'minder'}"
