"""An amount in a sentence."""

from decimal import Decimal

from indicators.getallen import afgerond, schrijf_getal


def euro(bedrag: Decimal) -> str:
    """Whole euros in Dutch: € 63.555.000, with the minus sign in front."""
    return f"{'-' if bedrag < 0 else ''}€ {schrijf_getal(afgerond(abs(bedrag), 0))}"
