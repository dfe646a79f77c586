"""Reading a document beside its text: which there are, its lines, and writing down what a passage says."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from indicators.models import Duiding, Duidingsoort, Lezing, Programma, Terzijde
from indicators.models.duiding import RAADSPUNTEN
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.lezen.eerder import Vorige, bladzijde_met, leg_terzijde, zegt_het_nog
from ingest.lezen.formulieren import Leesformulier, plekken, zoals_geschreven
from ingest.lezen.gelezen import leg_voor
from ingest.lezen.leespagina import Leespagina
from ingest.lezen.nagelezen import zet_nagelezen
from ingest.lezen.rechten import ANDERMANS_WERK, mag_bekijken, mag_schrijven
from ingest.lezen.voorgesteld import Voorgesteld, laat_liggen
from ingest.models import Aanlevering, Rol
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.ingehaald import Ingehaald

LEZERS = (Rol.CONTROLEUR, Rol.GRIFFIER, Rol.INVOERDER)
SOORTEN = {slugify(soort.value): soort for soort in Duidingsoort}


@require_safe
@alleen_voor(*LEZERS)
def overzicht(request: Verzoek) -> HttpResponse:
    """The documents on the site, and what waits for a second person."""
    geldig = Count("nagelezen", filter=Q(nagelezen__ingetrokken_op=None))
    lezingen = Lezing.objects.documenten().annotate(nagekeken=geldig)
    wacht = Duiding.objects.filter(staat__in=[Duiding.Staat.VOORGELEGD, Duiding.Staat.TERUGGEGEVEN]).met_bronnen()
    houdt_bij = mag_bekijken(request.user.rollen, Duidingsoort.STAND)
    raad = Duiding.objects.geldend().van_soort(*RAADSPUNTEN) if houdt_bij else ()
    context = {"lezingen": lezingen.order_by("-publicatie__jaar", "publicatie__naam"), "wacht": wacht, "raad": raad}
    return render(request, "ingest/lezen/overzicht.html", context)


@require_safe
@alleen_voor(*LEZERS)
def lezen(request: Verzoek, slug: str) -> HttpResponse:
    """The lines of a document, with what is known of each in the margin."""
    pagina = _pagina(request, slug)
    return render(request, "ingest/lezen/lezen.html", {"pagina": pagina})


@require_safe
@alleen_voor(*LEZERS)
def van_aanlevering(request: Verzoek, pk: int) -> HttpResponse:
    """The same, by the number under which the document was handed in."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    lezing = Lezing.objects.documenten().filter(checksum=aanlevering.checksum).first()
    if lezing is None:
        raise Http404("Dit document staat niet op de site")
    return redirect("lezen-document", lezing.publicatie.slug)


@alleen_voor(*LEZERS)
def schrijven(request: Verzoek, slug: str, soort: str) -> HttpResponse:
    """Write down what the selected lines say, for a second person to look at."""
    pagina, wat = _pagina(request, slug), SOORTEN.get(soort)
    if wat is None:
        raise Http404("Dit soort is er niet")
    if not mag_schrijven(pagina.rollen, wat):
        raise PermissionDenied
    eerste = {"lezing": pagina.lezing.pk, "van": pagina.van or None, "tot": pagina.tot or None}
    getypt = request.POST if request.method == "POST" else getypte(request)
    vorig = Duiding.objects.geldend().met_bronnen().filter(pk=_getal(request, "volgt_op"), soort=wat).first()
    zoals = zoals_geschreven(vorig) if vorig else request.GET.dict()
    formulier = Leesformulier(getypt, soort=wat, lezing=pagina.lezing, initial=zoals)
    plaatsen = plekken(wat)(getypt, prefix="plek", initial=[eerste], form_kwargs={"hier": pagina.lezing})
    if request.method == "POST" and formulier.is_valid() and plaatsen.is_valid():
        leg_voor(wat, formulier.velden, plaatsen.gekozen, request.user.actor, volgt_op=vorig)
        messages.success(request, "Bewaard. Het komt op de site als een collega het heeft bekeken.")
        return redirect(f"{reverse('lezen-document', args=[slug])}?vanaf={pagina.vanaf}#regel-{pagina.van}")
    return toon_formulier(request, pagina, formulier, plaatsen, {"soort": wat, "teruggevonden": getypt is not None})


def toon_formulier(
    request: Verzoek, pagina: Leespagina, formulier: forms.Form, plaatsen: Any, meer: Mapping[str, Any]
) -> HttpResponse:
    """The form beside the lines that it is about."""
    context = {"pagina": pagina, "formulier": formulier, "plekken": plaatsen, **meer}
    return render(request, "ingest/lezen/schrijven.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@alleen_voor(*LEZERS)
def eerder(request: Verzoek, slug: str, pk: int) -> HttpResponse:
    """What the edition before said: this one still says so, or no longer."""
    lezing = lezing_op_de_site(slug)
    ding = next((ding for ding in Vorige(lezing).open if ding.duiding.pk == pk), None)
    besluit = request.POST.get("besluit")
    if ding is None:
        messages.info(request, "Hierover is intussen al besloten.")
    elif not mag_schrijven(request.user.rollen, ding.duiding.soort):
        messages.error(request, ANDERMANS_WERK)
    elif besluit == "nog" and ding.zeker:
        zegt_het_nog(ding, request.user.actor)
        messages.success(request, f"Bewaard voor {lezing.publicatie}. Een collega bekijkt het: {ding.duiding}")
    elif besluit == "nog":
        messages.error(request, "De woorden staan er niet meer precies zo. Kies “Zegt het anders” en kijk ze na.")
    elif besluit == Terzijde.Besluit.NIET_MEER:
        leg_terzijde(lezing.publicatie, ding.duiding, Terzijde.Besluit.NIET_MEER, request.user.actor)
        messages.success(request, f"{lezing.publicatie} zegt dit niet meer: {ding.duiding}")
    else:
        messages.error(request, "Kies of het document dit nog zegt, anders, of niet meer. Er is niets bewaard.")
    return redirect(f"{reverse('lezen-document', args=[slug])}#eerder")


@require_POST
@alleen_voor(*LEZERS)
def laten_liggen(request: Verzoek, slug: str) -> HttpResponse:
    """A proposal of the reader that need not be kept."""
    lezing = lezing_op_de_site(slug)
    aanbod = next((a for a in Voorgesteld(lezing).open if a.sleutel == request.POST.get("voorstel")), None)
    if aanbod and not mag_schrijven(request.user.rollen, aanbod.voorstel.soort):
        messages.error(request, ANDERMANS_WERK)
    elif aanbod:
        laat_liggen(lezing, aanbod.sleutel, request.user.actor)
        messages.success(request, f"Regel {aanbod.voorstel.van} wordt niet meer voorgesteld.")
    plek = aanbod.voorstel.van if aanbod else 1
    return redirect(f"{reverse('lezen-document', args=[slug])}?vanaf={bladzijde_met(plek)}#regel-{plek}")


@require_POST
@alleen_voor(Rol.CONTROLEUR, Rol.GRIFFIER)
def nagelezen(request: Verzoek, slug: str) -> HttpResponse:
    """For which questions a person read the whole document, about one programma."""
    lezing = lezing_op_de_site(slug)
    programma = get_object_or_404(Programma, code=request.POST.get("programma", "").replace("\0", ""))
    vragen, gezien = request.POST.getlist("vraag"), request.POST.get("gezien", "")
    adres = reverse("lezen-document", args=[slug])
    try:
        zet_nagelezen(lezing, programma, vragen, request.user.actor, request.user.rollen, gezien)
    except (Ingehaald, NietToegestaan) as reden:
        messages.error(request, str(reden))
        return redirect(f"{adres}?{urlencode({'programma': programma.code, 'vraag': vragen}, doseq=True)}")
    messages.success(request, f"Bewaard wat er van {lezing.publicatie} is nagelezen over {programma}.")
    return redirect(f"{adres}#nagelezen")


def lezing_op_de_site(slug: str) -> Lezing:
    return get_object_or_404(Lezing.objects.documenten(), publicatie__slug=slug)


def _pagina(request: Verzoek, slug: str) -> Leespagina:
    van, tot = _getal(request, "van"), _getal(request, "tot")
    vanaf = _getal(request, "vanaf") or 1
    aangevinkt = {code: request.GET.getlist("vraag") for code in request.GET.getlist("programma")}
    rollen = request.user.rollen
    return Leespagina(lezing_op_de_site(slug), rollen, vanaf, van, tot if tot >= van else 0, aangevinkt)


def _getal(request: Verzoek, naam: str) -> int:
    """A line number out of the address; 0 without one."""
    waarde = request.GET.get(naam, "")
    return int(waarde) if waarde.isdecimal() and len(waarde) < 8 else 0
