"""For the controleur the mails that will go, and for the beheerder those that may have been lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ingest.accounts.toegang import alleen_voor
from ingest.herinneringen.herinneringen import Afloop, misschien_verloren, verstuur_opnieuw
from ingest.herinneringen.komend import komende_mails, stuur_nu
from ingest.models import Account, Herinnering, Rol

AFLOOP = {
    Afloop.VERZONDEN: (messages.SUCCESS, "De mail is verzonden."),
    Afloop.VERVALLEN: (
        messages.INFO,
        "Er valt niets meer te vragen. De mail is niet verzonden en is uit de lijst.",
    ),
    Afloop.GEWEIGERD: (
        messages.ERROR,
        "De mailserver nam de mail niet aan. Controleer het adres en DOELWIJZER_SMTP_URL.",
    ),
}
AL_VERZONDEN = "Deze mail is al verzonden."


@require_GET
@alleen_voor(Rol.BEHEERDER)
def herinneringen(request: HttpRequest) -> HttpResponse:
    verloren = list(misschien_verloren())
    namen = {account.actor: account for account in Account.objects.filter(actor__in=[rij.actor for rij in verloren])}
    return render(
        request, "ingest/herinneringen/herinneringen.html", {"rijen": [(rij, namen.get(rij.actor)) for rij in verloren]}
    )


@require_POST
@alleen_voor(Rol.BEHEERDER)
def herinnering_opnieuw(request: HttpRequest, pk: int) -> HttpResponse:
    """Locked until the answer is there, so that two beheerders do not both send it."""
    herinnering = get_object_or_404(Herinnering.objects.select_for_update(), pk=pk)
    if herinnering.verzonden_op:
        messages.info(request, AL_VERZONDEN)
    else:
        messages.add_message(request, *AFLOOP[verstuur_opnieuw(herinnering, timezone.localdate())])
    return redirect("herinneringen")


@alleen_voor(Rol.CONTROLEUR)
def mails(request: HttpRequest) -> HttpResponse:
    """What people will be mailed about termijnen, as it would be today; one of them can be sent now."""
    vandaag = timezone.localdate()
    if request.method == "POST":
        komend = stuur_nu(request.POST.get("mail", ""), vandaag)
        if komend:
            messages.success(request, f"De mail aan {komend.bericht.account.naam} gaat nu weg.")
        else:
            messages.info(request, "Er valt niets meer te vragen. Er is niets verzonden.")
        return redirect("mails")
    return render(request, "ingest/herinneringen/mails.html", {"mails": komende_mails(vandaag), "vandaag": vandaag})
