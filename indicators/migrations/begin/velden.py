"""What more than one table of the first migrations has."""

from django.db.models import BigAutoField

ID = ("id", BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"))


def gelijknamig(*woorden: str) -> list[tuple[str, str]]:
    """Choices that are called what they are."""
    return [(woord, woord.title()) for woord in woorden]


SOORTEN_PUBLICATIE = gelijknamig("programmabegroting", "jaarstukken", "rapportage", "kadernota", "opgave")
PERIODEN = [
    ("H1", "eerste halfjaar"),
    ("H2", "tweede halfjaar"),
    ("Q1", "eerste kwartaal"),
    ("Q2", "tweede kwartaal"),
    ("Q3", "derde kwartaal"),
    ("Q4", "vierde kwartaal"),
]
