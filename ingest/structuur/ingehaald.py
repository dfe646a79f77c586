"""Somebody was first: a form names the stand that it showed, and nothing is saved over another one."""

from typing import Any


class Ingehaald(Exception):
    """This changed since it was shown; nothing is saved. The message says so in Dutch, `nu` is how it is now."""

    def __init__(self, zin: str, nu: Any = None) -> None:
        super().__init__(zin)
        self.nu = nu


def eis_gezien(gezien: object, stand: object, zin: str, nu: Any = None) -> None:
    """Raise Ingehaald unless this stand is the one that was shown; who calls holds the lock on what it is about."""
    if gezien != stand:
        raise Ingehaald(zin, nu)
