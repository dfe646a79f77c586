"""What a post is in its table, as far as the printed table shows: proposed until a person settles its name."""

from collections.abc import Iterable

from indicators.models import Postrol
from ingest.lezer.concept import Bedrag
from ingest.lezer.soorten import Kant, Tabelsoort

_VAN_KANT = {
    Kant.LASTEN: Postrol.LASTEN,
    Kant.BATEN: Postrol.BATEN,
    Kant.TOEVOEGINGEN: Postrol.TOEVOEGINGEN,
    Kant.ONTTREKKINGEN: Postrol.ONTTREKKINGEN,
    Kant.MUTATIES: Postrol.MUTATIES,
}
_RESERVES = (Kant.TOEVOEGINGEN, Kant.ONTTREKKINGEN, Kant.MUTATIES)
_VAN_UITSPLITSING = {"totaal": Postrol.TOTAAL, "saldo": Postrol.SALDO}


def met_reserves(bedragen: Iterable[Bedrag]) -> set[str]:
    """The numbers of the programmas whose table prints reserves: what it ends with is then after reserves."""
    return {b.programma for b in bedragen if b.tabel is Tabelsoort.PROGRAMMA and b.kant in _RESERVES}


def voorgestelde_rol(bedrag: Bedrag, met_reserves: set[str]) -> Postrol:
    """What the post of this amount is, by its side and the words of its row."""
    naam = bedrag.post.casefold()
    if bedrag.tabel is Tabelsoort.PROGRAMMA:
        if bedrag.kant in _VAN_KANT:
            return _VAN_KANT[bedrag.kant]
        if naam.startswith("gerealiseerd saldo"):
            return Postrol.VOOR_RESERVES
        return Postrol.NA_RESERVES if bedrag.programma in met_reserves else Postrol.SALDO
    if bedrag.tabel is Tabelsoort.UITSPLITSING:
        return _VAN_UITSPLITSING.get(naam, Postrol.PRODUCT)
    if bedrag.tabel is Tabelsoort.DOELSTELLING:
        return Postrol.DOELSTELLING
    if bedrag.tabel is Tabelsoort.OVERZICHT:
        return Postrol.REGEL
    return Postrol.SALDO if naam == "saldo" and bedrag.tabel is not Tabelsoort.MAATREGELEN else Postrol.BELEID
