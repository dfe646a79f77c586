"""Sessions in the database; of who has not signed in they are small and end within the hour, whatever is asked."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.models import Session
from django.core.exceptions import SuspiciousOperation
from django.utils import timezone
from django.utils.crypto import salted_hmac

LANGST_ANONIEM = timedelta(hours=1)
GROOTST_ANONIEM = 20_000  # characters in the database
VAN_EEN_ACCOUNT = "van_een_account"
"""In a session: what was typed is of somebody whose own session has just ended."""
_BEGONNEN = "begonnen"


def afdruk(sleutel: str) -> str:
    """What the database has instead of the key in a cookie: who reads the database cannot be somebody with it."""
    return salted_hmac("ingest.accounts.sessies", sleutel, algorithm="sha256").hexdigest()[:40]


class SessionStore(InDatabase):
    """Django finds it by this name."""

    def load(self) -> dict[str, Any]:
        nu = timezone.now()
        sessie = Session.objects.filter(pk=afdruk(self.session_key or ""), expire_date__gt=nu).first()
        if sessie is None:
            self._session_key = None
        return self.decode(sessie.session_data) if sessie else {}

    def exists(self, session_key: str) -> bool:
        return super().exists(afdruk(session_key))

    def delete(self, session_key: str | None = None) -> None:
        Session.objects.filter(pk=afdruk(session_key or self.session_key or "")).delete()

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        sessie = super().create_model_instance(data)
        sessie.session_key = afdruk(sessie.session_key)
        return sessie if SESSION_KEY in data else self._klein_en_kort(sessie, data)

    def _klein_en_kort(self, sessie: AbstractBaseSession, data: dict[str, Any]) -> AbstractBaseSession:
        """Of who has not signed in."""
        begonnen = data.setdefault(_BEGONNEN, timezone.now().timestamp())
        sessie.session_data = self.encode(data)
        einde = datetime.fromtimestamp(begonnen, UTC) + LANGST_ANONIEM
        sessie.expire_date = min(sessie.expire_date, einde)
        if len(sessie.session_data) > GROOTST_ANONIEM and VAN_EEN_ACCOUNT not in data:
            raise SuspiciousOperation("more than an anonymous session may keep")
        return sessie


def was_van(sleutel: str | None, account_pk: int) -> bool:
    """Whether the session with this key was of this account; it may have ended, and is kept for a day after that."""
    sessie = Session.objects.filter(pk=afdruk(sleutel or "")).first()
    return sessie is not None and sessie.get_decoded().get(SESSION_KEY) == str(account_pk)
