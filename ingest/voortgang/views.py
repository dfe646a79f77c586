"""What a controleur sees of a year: how complete it is and who is behind; as a file, and as a mail to them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from indicators.models import Definitie, Doelstelling
from ingest.accounts.toegang import Verzoek, alleen_voor
from ingest.beheer.csvbestand import csv_antwoord
from ingest.models import Account, Rol
from ingest.opgaven.werklijst import Taak, Werklijst, Werklijstdeel, gekozen_jaar, taken
from ingest.voortgang.herinneren import Ontvanger, herinner, ontvangers

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@alleen_voor(Rol.CONTROLEUR)
def voortgang(request: Verzoek) -> HttpResponse:
    """How complete a year is, per doelstelling, whose each figure is, and who is asked for what is not there."""
    jaar, nu = gekozen_jaar(request), timezone.localdate().year
    lijst = Werklijst(_van_het_jaar(jaar))
    context = {
        "jaar": jaar,
        "jaren": range(nu, nu - 6, -1),
        "lijst": lijst,
        "delen": [(deel, *_wie(deel)) for deel in lijst.delen],
    }
    return render(request, "ingest/voortgang/voortgang.html", context)


@alleen_voor(Rol.CONTROLEUR)
def voortgangbestand(request: Verzoek, soort: str) -> HttpResponseBase:
    """The same with a row for each figure, as CSV or XLSX."""
    # Here, for every start of the site and of a command would wait for openpyxl.
    from ingest.voortgang.bestand import BREEDTES, schrijf_voortgang_xlsx, voortgangrijen

    jaar = gekozen_jaar(request)
    rijen = voortgangrijen(_van_het_jaar(jaar))
    if soort == "csv":
        return csv_antwoord(f"voortgang-{jaar}", BREEDTES, (map(str, rij) for rij in rijen))
    if soort != "xlsx":
        raise Http404(f"de voortgang is er niet als {soort}")
    antwoord = HttpResponse(schrijf_voortgang_xlsx(rijen), content_type=XLSX)
    antwoord["Content-Disposition"] = f'attachment; filename="doelwijzer-voortgang-{jaar}.xlsx"'
    return antwoord


@alleen_voor(Rol.CONTROLEUR)
def herinneren(request: Verzoek) -> HttpResponse:
    """Who would be reminded of what, of one doelstelling or one person; sent to those who stay chosen."""
    jaar = gekozen_jaar(request)
    wie = _gevraagden(request, jaar)
    gekozen = request.POST.getlist("aan")
    if request.method == "POST" and gekozen:
        gemaild = herinner([ontvanger for ontvanger in wie if str(ontvanger.account.actor) in gekozen], jaar)
        if gemaild:
            namen = ", ".join(account.naam for account in gemaild)
            messages.success(request, f"De herinnering gaat nu weg, aan: {namen}.")
        else:
            messages.info(
                request, "Er is niets verzonden. Er valt niets meer te vragen, of er ging vandaag al een mail."
            )
        return redirect(f"{reverse('voortgang')}?jaar={jaar}")
    context = {"jaar": jaar, "wie": wie, "te_sturen": [o for o in wie if not o.kreeg_vandaag_al]}
    fout = request.method == "POST"
    return render(request, "ingest/voortgang/herinneren.html", {**context, "fout": fout}, status=422 if fout else 200)


def _gevraagden(request: Verzoek, jaar: int) -> list[Ontvanger]:
    """Of the doelstelling or the person that the address names."""
    alle, vandaag = _van_het_jaar(jaar), timezone.localdate()
    if "doelstelling" in request.GET:
        code = request.GET["doelstelling"].replace("\0", "")
        doelstelling = get_object_or_404(Doelstelling, code=code)
        return ontvangers([taak for taak in alle if taak.definitie.indicator.doelstelling == doelstelling], vandaag)
    try:
        actor = UUID(request.GET.get("persoon", ""))
    except ValueError as fout:
        raise Http404("zeg van welke doelstelling of aan welke persoon") from fout
    return [ontvanger for ontvanger in ontvangers(alle, vandaag) if ontvanger.account.actor == actor]


def _van_het_jaar(jaar: int) -> list[Taak]:
    return taken(Definitie.objects.select_related("indicator__doelstelling"), jaar)


def _wie(deel: Werklijstdeel) -> tuple[list[Account], bool]:
    """Who is asked for what is still to be done here, and whether there is something that nobody may enter."""
    vandaag = timezone.localdate()
    wie = [taak.wacht_op(vandaag) for taak in deel.taken if not taak.is_klaar]
    return list(dict.fromkeys(account for groep in wie for account in groep)), () in wie
