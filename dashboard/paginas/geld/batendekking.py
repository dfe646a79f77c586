"""Which part of the lasten is paid by baten: of a programma in a sentence, of a post in a cell."""

from collections.abc import Iterable
from decimal import Decimal

from dashboard.weergave.cellen import Tabelcel, Vorm
from dashboard.weergave.opmaak import opsomming
from indicators.getallen import afgerond
from indicators.models import Bedrag, Geldkant, Postrol, Publicatie


def baten_dekken(bedragen: Iterable[Bedrag], jaar: int) -> str:
    """ "In 2026 dekken de baten 56% van de lasten volgens PB 2023 en 52% volgens PB 2026."; empty where none says."""
    per_publicatie: dict[Publicatie, dict[str, Decimal]] = {}
    standen: dict[Publicatie, str] = {}
    for bedrag in bedragen:
        rol = bedrag.benaming.post.rol
        if bedrag.jaar == jaar and bedrag.bedrag is not None and rol in (Postrol.LASTEN, Postrol.BATEN):
            per_publicatie.setdefault(bedrag.benaming.publicatie, {})[rol] = bedrag.bedrag
            standen[bedrag.benaming.publicatie] = bedrag.stand
    delen = [
        f"{deel} volgens {publicatie} ({standen[publicatie]})"
        for publicatie, kanten in sorted(per_publicatie.items(), key=lambda paar: paar[0].op_volgorde)
        if (deel := _deel(kanten.get(Postrol.LASTEN), kanten.get(Postrol.BATEN)))
    ]
    return f"Van de lasten van {jaar} wordt zoveel gedekt door baten: {opsomming(delen)}." if delen else ""


def gedekt(per_kant: dict[str, Bedrag]) -> Tabelcel | str:
    """The same of one post, where it has both."""
    lasten, baten = (per_kant.get(kant) for kant in (Geldkant.LASTEN, Geldkant.BATEN))
    deel = _deel(lasten.bedrag if lasten else None, baten.bedrag if baten else None)
    return Tabelcel(deel, Decimal(deel.rstrip("%")), eenheid="%", vorm=Vorm.BEREKEND) if deel else ""


def _deel(lasten: Decimal | None, baten: Decimal | None) -> str:
    """A whole percent; what is not printed is no zero."""
    return f"{afgerond(baten / -lasten * 100, 0)}%" if lasten and baten is not None else ""
