"""Many goals at once: the sheet out, and what was filled in there shown row by row before a colleague gets it."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Overname, Rol
from ingest.opgaven.overnemen.overnames import leg_overname_voor
from ingest.werkblad.aangeboden import lees_aangeboden
from ingest.werkblad.doelenblad import Doelvoorstel, als_voorstellen, formulier_van, lees_doelen, schrijf_doelenblad
from ingest.werkblad.rijen import NietLeesbaar

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@alleen_voor(Rol.INVOERDER)
def doelenblad(request: Verzoek) -> HttpResponse:
    """The sheet for goals, with my figures."""
    antwoord = HttpResponse(schrijf_doelenblad(request.user), content_type=XLSX)
    antwoord["Content-Disposition"] = 'attachment; filename="doelwijzer-doelen.xlsx"'
    return antwoord


@alleen_voor(Rol.INVOERDER)
def doelen_inlezen(request: Verzoek) -> HttpResponse:
    """From a file to rows on the screen, to goals that wait for a colleague. Until then all is in the page itself."""
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    if velden is None:
        return _toon(request, [])
    try:
        voorstellen = _voorstellen(request, velden)
    except NietLeesbaar as reden:
        return _toon(request, [], fout=str(reden))
    if request.method != "POST" or velden.get("actie") != "voorleggen":
        return _toon(request, voorstellen, teruggevonden=bool(teruggevonden))
    over = [voorstel for voorstel in voorstellen if not _leg_voor(voorstel, request)]
    gedaan = len(voorstellen) - len(over)
    if gedaan:
        wachten = "1 doel wacht" if gedaan == 1 else f"{gedaan} doelen wachten"
        messages.success(request, f"{wachten} op controle door een collega.")
    return _toon(request, over, na_voorleggen=True) if over else redirect("overnames")


def _voorstellen(request: Verzoek, velden: QueryDict) -> list[Doelvoorstel]:
    """Those of a file, or those that the page sent back, without the ones that the person left out."""
    bestand = request.FILES.get("bestand") if request.method == "POST" else None
    if bestand is not None:
        return als_voorstellen(lees_doelen(lees_aangeboden(bestand)), request.user)
    nummers = [int(n) for n in velden.getlist("rij") if n.isdecimal() and len(n) < 4 and f"r{n}-weg" not in velden]
    if not nummers and "rij" not in velden:
        raise NietLeesbaar("Er is niets om in te lezen. Kies het werkblad dat u invulde.")
    plekken = {n: velden.get(f"r{n}-plek", "") for n in nummers}
    return [Doelvoorstel(n, plekken[n], formulier_van(velden, n, request.user)) for n in nummers]


def _leg_voor(voorstel: Doelvoorstel, request: Verzoek) -> bool:
    """Read again, for a row above it may be about the same goal."""
    velden = voorstel.formulier.data
    voorstel.formulier = formulier_van(velden, voorstel.nummer, request.user)
    if not voorstel.is_goed:
        return False
    with transaction.atomic():
        leg_overname_voor(Overname(), voorstel.formulier.velden, request.user.actor, 0)
    return True


def _toon(
    request: HttpRequest,
    voorstellen: list[Doelvoorstel],
    *,
    fout: str = "",
    teruggevonden: bool = False,
    na_voorleggen: bool = False,
) -> HttpResponse:
    context = {
        "voorstellen": voorstellen,
        "goed": sum(voorstel.is_goed for voorstel in voorstellen),
        "fout": fout,
        "teruggevonden": teruggevonden,
    }
    mis = bool(fout) or na_voorleggen
    return render(request, "ingest/werkblad/doelen.html", context, status=422 if mis else 200)
