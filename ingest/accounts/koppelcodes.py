"""The code with which a person couples a new app: so that who knows a password only cannot couple theirs."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from ingest.models import Account, Koppelcode

TEKENS = "23456789BCDFGHJKMNPQRSTVWXZ"  # no two that look alike, and no vowels: no words
LENGTE = 8
GEMAILD = timedelta(minutes=15)
GEGEVEN = timedelta(hours=24)
MEESTE_POGINGEN = 5
NIET_VAKER_DAN = timedelta(minutes=2)


def maak_koppelcode(account: Account, geldig: timedelta = GEGEVEN, gegeven_door: UUID | None = None) -> str:
    """A new one, instead of the one before; told here and nowhere else."""
    code, nu = "".join(secrets.choice(TEKENS) for _ in range(LENGTE)), timezone.now()
    Koppelcode.objects.update_or_create(
        account=account,
        defaults={
            "afdruk": _afdruk(account, code),
            "gemaakt_op": nu,
            "geldig_tot": nu + geldig,
            "pogingen": 0,
            "gegeven_door": gegeven_door,
        },
    )
    return f"{code[:4]}-{code[4:]}"


def gebruik_koppelcode(account: Account, getypt: str) -> bool:
    """Whether it is the one that was given. It works once; the attempt counts before it is looked at."""
    geldig = Koppelcode.objects.filter(account=account, geldig_tot__gt=timezone.now(), pogingen__lt=MEESTE_POGINGEN)
    if not geldig.update(pogingen=F("pogingen") + 1):
        return False
    afdruk = _afdruk(account, "".join(teken for teken in getypt.upper() if teken.isalnum()))
    gegeven = Koppelcode.objects.filter(account=account)
    if not constant_time_compare(gegeven.values_list("afdruk", flat=True).first() or "", afdruk):
        return False
    return bool(gegeven.filter(afdruk=afdruk).delete()[0])  # of two who send it at once one is too late


def is_net_gemaakt(account: Account) -> bool:
    """So short ago that the mail may still be on its way."""
    return Koppelcode.objects.filter(account=account, gemaakt_op__gt=timezone.now() - NIET_VAKER_DAN).exists()


def kan_gemaild(account: Account) -> bool:
    """Without a mail server a mail is printed: here on the screen of who tries the site, in productie in a log."""
    return bool(account.email) and bool(settings.SMTP_URL or not settings.PRODUCTIE)


def _afdruk(account: Account, code: str) -> str:
    return salted_hmac("ingest.koppelcodes", f"{account.actor} {code}", algorithm="sha256").hexdigest()
