"""When a sign-in is refused before the password is looked at: django-axes, and two counts more of its attempts.

A name on a place is closed by axes after five failures. Many names from one place, and one name from many places, are
counted here. Both spare a place where this person signed in before: who attacks from elsewhere locks nobody out, who
attacks from the town hall only themselves. Of a name that does not exist the same is counted as of one that does.
"""

from enum import Enum
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from ingest.accounts.aanmeldingen import BEWAARD, adres
from ingest.models import Aanmelding, Account

PER_PLEK, PER_BEKENDE_PLEK, PER_NAAM = 20, 100, 20  # failures in the time that axes looks back


class Dicht(Enum):
    """Why; the page says it."""

    NAAM_EN_PLEK = "naam en plek"
    PLEK = "plek"
    NAAM = "naam"


def plek(request: HttpRequest) -> str | None:
    """The address of the client; of IPv6 the network, because everybody has 2^64 addresses there."""
    gezien = adres(request)
    if gezien is None:
        return None
    ip = ip_address(gezien)
    if not isinstance(ip, IPv6Address):
        return gezien
    return str(ip.ipv4_mapped or ip_network(f"{ip}/64", strict=False).network_address)


class Aanmeldslot(AxesDatabaseHandler):  # type: ignore[misc]  # has no types
    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        waarom = self.waarom_dicht(request, credentials)
        request.waarom_dicht = waarom  # type: ignore[attr-defined]
        return waarom is not None

    def waarom_dicht(self, request: HttpRequest, credentials: dict[str, Any] | None) -> Dicht | None:
        if super().is_locked(request, credentials):
            return Dicht.NAAM_EN_PLEK
        pogingen = AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)
        bekend = is_bekend(str((credentials or {}).get("username")), request)
        van_plek = mislukt(pogingen.filter(ip_address=plek(request)))
        if van_plek >= (PER_BEKENDE_PLEK if bekend else PER_PLEK):
            return Dicht.PLEK
        naam = get_client_username(request, credentials)
        return Dicht.NAAM if not bekend and mislukt(pogingen.filter(username=naam)) >= PER_NAAM else None


def mislukt(pogingen: "QuerySet[AccessAttempt]") -> int:
    return int(pogingen.aggregate(som=Sum("failures_since_start"))["som"] or 0)


def is_bekend(naam: str, request: HttpRequest) -> bool:
    """Whether this person signed in from this place, as long as the log remembers."""
    van = plek(request)
    if van is None:
        return False
    net = ip_network(f"{van}/64" if ":" in van else van)
    wie = Account.objects.filter(username=naam).values("actor")
    gelukt = Aanmelding.objects.filter(gelukt=True, op__gt=timezone.now() - BEWAARD, actor__in=wie)
    return gelukt.filter(adres__range=(str(net[0]), str(net[-1]))).exists()


def dicht(request: HttpRequest, antwoord: HttpResponse | None, credentials: dict[str, Any] | None) -> HttpResponse:
    """Instead of the answer of the sign-in page."""
    waarom = getattr(request, "waarom_dicht", None) or Dicht.NAAM_EN_PLEK
    pagina = render(request, "ingest/accounts/dicht.html", {"waarom": waarom.value}, status=429)
    pagina["Retry-After"] = str(int(settings.AXES_COOLOFF_TIME.total_seconds()))
    return pagina
