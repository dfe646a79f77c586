"""One line in the log for what somebody did: action, object, result and actor id; never a name or what was typed."""

import logging
from typing import Any
from uuid import UUID

from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver

logger = logging.getLogger(__name__)


def schrijf_logregel(actie: str, object_: str, uitkomst: str, actor: UUID | None = None) -> None:
    velden = {"action": actie, "object": object_, "result": uitkomst, "actor": str(actor or "")}
    logger.info("%s %s: %s", actie, object_, uitkomst, extra=velden)


@receiver(user_login_failed)
def aanmelding_geweigerd(**_: Any) -> None:
    schrijf_logregel("aanmelden", "account", "geweigerd")
