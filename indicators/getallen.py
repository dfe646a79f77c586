"""Numbers as the Dutch write them: a point between thousands, a comma before decimals."""

from decimal import ROUND_HALF_UP, Decimal

EURO = "€\N{NO-BREAK SPACE}"
_WISSEL = str.maketrans(",.", ".,")


def schrijf_getal(getal: Decimal) -> str:
    """With the decimals that it has: "-12.945", "6,80"."""
    return f"{getal:,f}".translate(_WISSEL)


def schrijf_euro(bedrag: Decimal) -> str:
    """Whole euros without a sign: "€ 63.555.000"."""
    return f"{EURO}{schrijf_getal(afgerond(abs(bedrag), 0))}"


def afgerond(getal: Decimal, decimalen: int) -> Decimal:
    """With so many decimals; a half goes up."""
    return getal.quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)


def zonder_nullen(getal: Decimal) -> Decimal:
    """With no more decimals than it needs; a zero has no sign."""
    return getal.normalize() + 0
