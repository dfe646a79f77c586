"""What the beheerder watches: who has which rights, and who signed in."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from indicators.models import Wijziging
from ingest.models import Aanmelding, Account, Rol
from ingest.toegang import voor

PER_PAGINA = 100
FORMULE = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@require_safe
@voor(Rol.BEHEERDER)
def rechten(request: HttpRequest) -> HttpResponse:
    """Accounts and rights for the quarterly review; the only page with names."""
    rijen = list(rechtenrijen())
    if request.GET.get("als") == "csv":
        koppen = (
            "Gebruikersnaam", "Naam", "E-mail", "Actor", "Rollen", "Tweede factor", "Laatst ingelogd",
            "Account staat open", "Gesloten sinds",
        )  # fmt: skip
        return als_csv("doelwijzer-rechten", koppen, ([_cel(cel) for cel in rij.values()] for rij in rijen))
    return render(request, "ingest/rechten.html", {"rijen": rijen})


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
@voor(Rol.BEHEERDER)
def aanmeldingen(request: HttpRequest) -> HttpResponse:
    """Who signed in, or tried to, in the last ninety days."""
    alle = Aanmelding.objects.all()
    if request.GET.get("als") == "csv":
        rijen = (
            [_cel(cel) for cel in (a.op, str(a.actor or ""), a.get_weg_display(), a.gelukt, a.adres or "")]
            for a in alle.iterator()
        )
        return als_csv("doelwijzer-aanmeldingen", ("Wanneer", "Actor", "Hoe", "Gelukt", "Adres"), rijen)
    pagina = Paginator(alle, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "ingest/aanmeldingen.html", {"pagina": pagina})


def als_csv(naam: str, koppen: Iterable[str], rijen: Iterable[list[str]]) -> HttpResponse:
    """RFC 4180, as the other files of the site."""
    antwoord = HttpResponse(content_type="text/csv; charset=utf-8; header=present")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    schrijver = csv.writer(antwoord)
    schrijver.writerow(koppen)
    schrijver.writerows(rijen)
    return antwoord


def _cel(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime):
        return timezone.localtime(waarde).isoformat(timespec="seconds")
    if isinstance(waarde, list):
        return "; ".join(waarde)
    tekst = str(waarde or "")
    return f"'{tekst}" if tekst.startswith(FORMULE) else tekst
