"""Many figures at once: the list as a spreadsheet, and what was filled in there shown row by row before it is saved."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Opgave, Rol
from ingest.opgaven.werklijst import gekozen_jaar, taken
from ingest.werkblad.aangeboden import lees_aangeboden
from ingest.werkblad.eigen.aanwijzen import Boekaanwijzing, bewaard_boek, rijen_van
from ingest.werkblad.inlezen import Ingestuurd, beoordeel, bewaar_goede, werkbladregels, zonder_voorvoegsel
from ingest.werkblad.kolommen import INVULLEN
from ingest.werkblad.lezen import lees_geplakt
from ingest.werkblad.rijen import Blad, Invulrij, NietLeesbaar
from ingest.werkblad.voorstel import Voorstel
from ingest.werkblad.werkboek import Werkboek, met_cijfers

SOORTEN = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8; header=present",
}


@alleen_voor(Rol.INVOERDER)
def werkblad(request: Verzoek, soort: str) -> HttpResponse:
    """My figures of a year as a file to fill in."""
    # Here, for every start of the site and of a command would wait for openpyxl.
    from ingest.werkblad.schrijven import schrijf_csv, schrijf_xlsx

    if soort not in SOORTEN:
        raise Http404(f"een werkblad is er niet als {soort}")
    jaar = gekozen_jaar(request)
    eigen = werkbladregels(taken(request.user.eigen_definities(), jaar))
    inhoud = schrijf_csv(eigen) if soort == "csv" else schrijf_xlsx(eigen, jaar, Opgave.Geen.labels)
    antwoord = HttpResponse(inhoud, content_type=SOORTEN[soort])
    antwoord["Content-Disposition"] = f'attachment; filename="doelwijzer-mijn-cijfers-{jaar}.{soort}"'
    return antwoord


@alleen_voor(Rol.INVOERDER)
def inlezen(request: Verzoek) -> HttpResponse:
    """From a file or what was pasted, to rows on the screen, to opgaven. Until then all is in the page itself."""
    teruggevonden = getypte(request) if request.method != "POST" else None
    velden = request.POST if request.method == "POST" else teruggevonden
    jaar = gekozen_jaar(request)
    if velden is None:
        return _toon(request, jaar)
    boek = None
    try:
        blad = _gelezen(request, velden)
        if isinstance(blad, Werkboek):
            boek = Boekaanwijzing(blad, request.user, jaar, velden)
            if request.method != "POST" or not boek.is_compleet:
                context = {"boek": boek, "jaar": jaar, "teruggevonden": teruggevonden}
                return render(request, "ingest/werkblad/indelen.html", context)
            blad = rijen_van(boek)
    except NietLeesbaar as reden:
        return _toon(request, jaar, fout=str(reden), tekst=velden.get("tekst", ""), teruggevonden=teruggevonden)
    rijen = [Ingestuurd(zonder_voorvoegsel(rij)) for rij in blad.rijen] if blad else _ingestuurd(velden)
    jaren = boek.jaren if boek else _jaren(velden) or {jaar}
    voorstellen = beoordeel(rijen, request.user, jaren)
    if request.method == "POST" and velden.get("actie") in ("bewaren", "indienen"):
        return _bewaar(request, voorstellen, jaar, jaren)
    meer = {"over_het_bestand": blad.opmerkingen if blad else [], "teruggevonden": teruggevonden, "boek": boek}
    return _toon(request, jaar, voorstellen=voorstellen, jaren_gelezen=sorted(jaren), **meer)


def _bewaar(request: Verzoek, voorstellen: list[Voorstel], jaar: int, jaren: set[int]) -> HttpResponse:
    dien_in = request.POST["actie"] == "indienen"
    bewaard = bewaar_goede(voorstellen, request.user.actor, dien_in=dien_in)
    over = [v for v in voorstellen if v not in bewaard and (v.verandert or v.problemen)]
    if bewaard:
        wat = "ingediend. Een controleur kijkt ernaar" if dien_in else "bewaard als concept. Nog niet ingediend"
        namen = "; ".join(f"{v.naam}: {v.formulier.begrepen_als or 'leeg'}" for v in bewaard if v.formulier)
        messages.success(request, f"{_aantal(len(bewaard))} {wat}. {namen}.")
    if not over:
        return redirect(f"{reverse('werk')}?jaar={jaar}")
    return _toon(request, jaar, voorstellen=over, na_bewaren=True, dien_in=dien_in, jaren_gelezen=sorted(jaren))


def _gelezen(request: HttpRequest, velden: QueryDict) -> Blad | Werkboek | None:
    """The rows of our sheet, or a workbook of their own; None when the rows come from the fields of the page."""
    bestand = request.FILES.get("bestand") if request.method == "POST" else None
    if bestand is not None:
        werkboek = lees_aangeboden(bestand)
        return werkboek.ons_blad() or met_cijfers(werkboek)
    if velden.get("tekst", "").strip():
        geplakt = lees_geplakt(str(velden["tekst"]), velden.getlist("volgorde"))
        return met_cijfers(geplakt) if isinstance(geplakt, Werkboek) else geplakt
    if "boek" in velden:
        return bewaard_boek(velden)
    if "rij" in velden:
        return None
    raise NietLeesbaar("Er is niets om in te lezen. Kies een bestand, of plak uw cijfers in het vak.")


def _jaren(velden: QueryDict) -> set[int]:
    """Of which years the rows are that the page sent back."""
    return {int(jaar) for jaar in velden.getlist("jaren") if jaar.isdecimal() and len(jaar) == 4}


def _ingestuurd(velden: QueryDict) -> list[Ingestuurd]:
    """The rows as the page sent them back, without those that the person left out."""
    rijen = []
    for nummer in velden.getlist("rij"):
        rij = {naam: str(velden[f"r{nummer}-{naam}"]) for naam in _NAMEN if f"r{nummer}-{naam}" in velden}
        if f"r{nummer}-weg" in velden:
            continue
        getypt = {naam: rij[naam] for naam in INVULLEN.values() if naam in rij}
        gelezen = Invulrij(rij.get("plek", ""), rij.get("sleutel", ""), getypt, stand=rij.get("stand", ""))
        rijen.append(Ingestuurd(gelezen, rij.get("begrepen", ""), rij.get("over", "")))
    return rijen


_NAMEN = ("plek", "sleutel", "stand", "begrepen", "over", *INVULLEN.values())


def _toon(request: Verzoek, jaar: int, **meer: Any) -> HttpResponse:
    voorstellen: list[Voorstel] = meer.pop("voorstellen", [])
    # Their own workbook has years that the site knows from the documents.
    bekend = [v for v in voorstellen if meer.get("boek") and v.staat_al_op_de_site and not v.van_de_rij]
    anders = [v for v in voorstellen if (v.verandert or v.bezwaren) and v not in bekend]
    context = {
        "jaar": jaar,
        "jaren": range(timezone.localdate().year, timezone.localdate().year - 6, -1),
        "anders": anders,
        "hetzelfde": [v for v in voorstellen if v not in anders],
        "goed": sum(v.is_goed for v in anders),
        "volledig": sum(v.is_volledig for v in anders),
        "fouten": [v for v in anders if not v.is_goed],
        "volgorde": [(t.meting.sleutel, t) for t in taken(request.user.eigen_definities(), jaar)],
        "gelezen": bool(voorstellen),
        **meer,
    }
    mis = bool(meer.get("fout")) or (bool(meer.get("na_bewaren")) and bool(anders))
    return render(
        request, "ingest/werkblad/inlezen.html", context, status=422 if mis and request.method == "POST" else 200
    )


def _aantal(aantal: int) -> str:
    return "1 cijfer is" if aantal == 1 else f"{aantal} cijfers zijn"
