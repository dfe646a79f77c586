"""A reference file as a controleur makes it: figures of other gemeenten and of the country."""

KOP = "indicator;gemeente;jaar;waarde;bron;tabel;datum"


def referentiebestand(*rijen: str, bron: str = "CBS;85039NED;3-11-2026") -> str:
    """Rows such as "Uitstroom naar werk;Rotterdam;2024;1.234", each with where it came from and when."""
    return "\n".join([KOP, *(f"{rij};{bron}" if rij.count(";") == KOP.count(";") - 3 else rij for rij in rijen)])
