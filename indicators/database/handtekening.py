"""Who acts, signed: the database believes who has the secret key of the site, not who has its password alone."""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import connection

NIET_HERKEND = "De database herkent de geheime sleutel van deze site niet. Draai manage.py migrate."

_ZEG = """
    SELECT set_config('doelwijzer.actor', %s, true), set_config('doelwijzer.rol', %s, true),
        set_config('doelwijzer.reden', %s, true), set_config('doelwijzer.handtekening', %s, true),
        (doelwijzer_wie()).rol
"""


class NietHerkend(Exception):
    """The key with which this site signs is not the one that the database knows."""


def sleutel() -> bytes:
    """What the database keeps of the secret key: enough to check a signature, and nothing else."""
    return sha256(b"doelwijzer.handtekening" + settings.SECRET_KEY.encode()).digest()


def bewaar_sleutel() -> None:
    """Tell the database the key; as its owner, for the site can neither read nor write it."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM indicators_sleutel")
        cursor.execute("INSERT INTO indicators_sleutel (sleutel) VALUES (%s)", [sleutel()])


def zeg_wie(actor: UUID | None, rol: str, reden: str = "") -> None:
    """Tell the database who acts until the end of this transaction; without a rol nobody does. Raises NietHerkend."""
    wie = str(actor or "")
    with connection.cursor() as cursor:
        cursor.execute(_ZEG, [wie, rol, reden, _handtekening(wie, rol) if rol else ""])
        if cursor.fetchone()[-1] != rol:
            raise NietHerkend(NIET_HERKEND)


def _handtekening(wie: str, rol: str) -> str:
    """Of this transaction alone, so that it is of no use to who sees it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text")
        (transactie,) = cursor.fetchone()
    geheim = sleutel()
    return sha256(geheim + sha256(geheim + f"{wie}|{rol}|{transactie}".encode()).digest()).hexdigest()
