"""An amount in a sentence."""

from decimal import Decimal

from indicators.getallen import schrijf_euro


def euro(bedrag: Decimal) -> str:
    """Whole euros as a cost: € 63.555.000; what makes the cost less has a minus (domain rule 18)."""
    return f"{'-' if round(bedrag) > 0 else ''}{schrijf_euro(bedrag)}"
