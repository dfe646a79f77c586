"""What a page showed, so that it can be taken along."""

from django.http import HttpRequest


def onthoud(request: HttpRequest, wat: str, ding: object, sleutel: str) -> None:
    """Remember what the page shows: `wat` is "tabel" or "grafiek"."""
    request.__dict__.setdefault("getoond", {})[wat, sleutel] = ding
