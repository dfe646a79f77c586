"""What the beheerder watches: who has which rights, and who signed in."""

from collections.abc import Iterator
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Wijziging
from ingest.accounts.toegang import alleen_voor
from ingest.beheer.csvbestand import csv_antwoord
from ingest.models import Aanmelding, Account, Rol

PER_PAGINA = 100


@require_safe
@alleen_voor(Rol.BEHEERDER)
def rechten(request: HttpRequest) -> HttpResponseBase:
    """Accounts and rights for the quarterly review; the only page with names."""
    rijen = list(rechtenrijen())
    if request.GET.get("als") == "csv":
        koppen = (
            "Gebruikersnaam", "Naam", "E-mail", "Actor", "Rollen", "Tweede factor", "Laatst ingelogd",
            "Account staat open", "Gesloten sinds",
        )  # fmt: skip
        return csv_antwoord("rechten", koppen, ([_cel(cel) for cel in rij.values()] for rij in rijen))
    return render(request, "ingest/beheer/rechten.html", {"rijen": rijen})


def rechtenrijen() -> Iterator[dict[str, object]]:
    met_app = set(TOTPDevice.objects.filter(confirmed=True).values_list("user", flat=True))
    gesloten = dict(
        Wijziging.objects.filter(tabel="ingest_account", oud__is_active=True, nieuw__is_active=False)
        .order_by()
        .values_list("rij")
        .annotate(Max("op"))
    )
    accounts = Account.objects.prefetch_related("rechten__doelstelling", "rechten__indicator")
    for account in accounts.order_by("-is_active", "username"):
        yield {
            "gebruikersnaam": account.username,
            "naam": account.get_full_name(),
            "email": account.email,
            "actor": str(account.actor),
            "rollen": sorted(str(recht) for recht in account.rechten.all()),
            "tweede_factor": account.pk in met_app,
            "laatst": account.last_login,
            "open": account.is_active,
            "gesloten": None if account.is_active else gesloten.get(str(account.pk)),
        }


@require_safe
@alleen_voor(Rol.BEHEERDER)
def aanmeldingen(request: HttpRequest) -> HttpResponseBase:
    """Who signed in, or tried to, in the last ninety days."""
    alle = Aanmelding.objects.all()
    if request.GET.get("als") == "csv":
        rijen = (
            [_cel(cel) for cel in (a.op, str(a.actor or ""), a.get_weg_display(), a.gelukt, a.adres or "")]
            for a in alle.iterator()
        )
        return csv_antwoord("aanmeldingen", ("Wanneer", "Actor", "Hoe", "Gelukt", "Adres"), rijen)
    pagina = Paginator(alle, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "ingest/beheer/aanmeldingen.html", {"pagina": pagina})


def _cel(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return timezone.localtime(waarde).isoformat(timespec="seconds")
    if isinstance(waarde, list):
        return "; ".join(waarde)
    return str(waarde or "")
