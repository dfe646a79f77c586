"""What `manage.py check --deploy` says of the settings, beside what Django itself says of keys, cookies and DEBUG."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register  # noqa: A004
from django.db import DatabaseError, connection

_EIGENAAR = "SELECT FROM pg_class WHERE relname = 'indicators_wijziging' AND pg_has_role(relowner, 'USAGE')"
HIER = (None, "localhost", "127.0.0.1", "::1")


@register(Tags.security, deploy=True)
def onveilig(**_: Any) -> list[CheckMessage]:
    return [Warning(wat, hint=doe, id=f"dashboard.{nummer}") for nummer, wat, doe, mis in _vragen() if mis]


def _vragen() -> list[tuple[str, str, str, bool]]:
    """Number, what is wrong, what to do, and whether it is so."""
    broker, adres, map_ = urlsplit(settings.CELERY_BROKER_URL), urlsplit(settings.ADRES), settings.DATA_DIR
    return [
        ("W001", "De site draait als lokaal.", "Zet DOELWIJZER_OMGEVING=productie.", not settings.PRODUCTIE),
        (
            "W002",
            "Mails worden afgedrukt en niet verstuurd.",
            "Zet DOELWIJZER_SMTP_URL, bijvoorbeeld smtp://naam:wachtwoord@mail.example:587.",
            not settings.SMTP_URL,
        ),
        (
            "W003",
            f"Links in mails gaan naar {settings.ADRES}. Dat is niet het veilige adres van deze site.",
            "Zet DOELWIJZER_ADRES op het adres dat met https:// begint en in DOELWIJZER_HOSTS staat.",
            adres.scheme != "https" or adres.hostname not in settings.ALLOWED_HOSTS,
        ),
        (
            "W004",
            f"De broker op {broker.hostname} vraagt geen wachtwoord. Wie hem bereikt kan taken wissen of starten.",
            "Zet een wachtwoord in DOELWIJZER_BROKER_URL, of laat de variabele weg: dan is de database de broker.",
            broker.scheme != "pgmq" and broker.hostname not in HIER and not broker.password,
        ),
        (
            "W005",
            f"Iedereen op deze computer kan lezen of schrijven in {map_}.",
            f"Draai chmod o-rw {map_}.",
            map_.exists() and bool(map_.stat().st_mode & 0o006),
        ),
        (
            "W006",
            "DOELWIJZER_HOSTS laat elke naam toe.",
            "Noem de namen van de site, met komma's ertussen.",
            "*" in settings.ALLOWED_HOSTS,
        ),
        (
            "W008",
            "De site meldt zich bij de database aan als eigenaar van de tabellen, en kan dus alles veranderen.",
            "Zet DOELWIJZER_EIGENAAR_URL bij migrate, en in DATABASE_URL een rol die minder mag (docs/beheerder.md).",
            settings.PRODUCTIE and _is_eigenaar(),
        ),
        (
            "W007",
            f"Het sjabloon {settings.SJABLOON} is er niet, of is geen .docx. Een hoofdstuk heeft dan geen huisstijl.",
            "Bewaar het in Word als .docx (niet .dotx), en zet DOELWIJZER_SJABLOON op het hele pad.",
            bool(settings.SJABLOON) and not _is_sjabloon(settings.SJABLOON),
        ),
    ]


def _is_eigenaar() -> bool:
    """Whether the site may change the table of the history; not known when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(_EIGENAAR)
            return cursor.fetchone() is not None
    except DatabaseError:
        return False


def _is_sjabloon(pad: str) -> bool:
    # Here, for a start of the site need not wait for python-docx.
    from dashboard.bestanden.sjabloon import is_te_gebruiken

    return is_te_gebruiken(pad)
