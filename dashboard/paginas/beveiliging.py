"""Whom to tell that something of the site is not safe (RFC 9116)."""

from datetime import UTC, datetime, time, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

GELDIG = timedelta(days=180)  # from today: a copy that somebody kept ends by itself


def security_txt(request: HttpRequest) -> HttpResponse:
    """Only where the publisher has an address."""
    if not settings.CONTACT:
        raise Http404("Deze site heeft geen e-mailadres")
    tot = datetime.combine(timezone.localdate() + GELDIG, time(), UTC)
    regels = [
        f"Contact: mailto:{settings.CONTACT}",
        f"Expires: {tot:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.ADRES}{reverse('security-txt')}",
    ]
    return HttpResponse("\n".join([*regels, ""]), content_type="text/plain; charset=utf-8")
