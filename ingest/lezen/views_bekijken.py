"""What was read, looked at by a second person; corrected and taken back with a reason; and the stand by a griffier."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from indicators.models import Duiding, Duidingsoort
from indicators.models.bronnen import verhoog_versie
from ingest.aanhalen.vindplaatsen import wijs_aan
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.lezen.formulieren import Leesformulier, Redenformulier, plekken, zoals_geschreven
from ingest.lezen.gelezen import geef_terug, keur_goed, leg_voor, mag_soort, trek_in
from ingest.lezen.leespagina import Leespagina
from ingest.lezen.views import LEZERS, lezing_op_de_site, toon_formulier
from ingest.models import Rol
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.ingehaald import Ingehaald


@alleen_voor(*LEZERS)
def bekijken(request: Verzoek, pk: int) -> HttpResponse:
    """One thing that was read, with its passages; agreed to, given back or taken back from here."""
    duiding = _duiding(pk)
    if request.method != "POST":
        return _toon(request, duiding, Redenformulier(getypte(request)))
    actie, formulier = request.POST.get("actie", ""), Redenformulier(request.POST)
    if actie != "akkoord" and not formulier.is_valid():
        return _toon(request, duiding, formulier)
    try:
        zin = _doe(actie, pk, formulier, request)
    except (Ingehaald, NietToegestaan) as reden:
        messages.error(request, str(reden))
        return redirect("lezen-stuk", pk)
    messages.success(request, zin)
    return redirect("lezen")


def _doe(actie: str, pk: int, formulier: Redenformulier, request: Verzoek) -> str:
    if request.rol == Rol.INVOERDER and actie != "intrekken":
        raise NietToegestaan("Een controleur of griffier bekijkt dit.")
    if actie == "akkoord":
        return f"{keur_goed(pk, request.user.actor, request.rol)} staat nu op de site."
    if actie == "terug":
        return f"{geef_terug(pk, formulier.cleaned_data['reden'], request.user.actor, request.rol)} is teruggegeven."
    if request.rol == Rol.INVOERDER and _duiding(pk).gelezen_door != request.user.actor:
        raise NietToegestaan("Dit schreef een ander. Vraag een controleur het in te trekken.")
    return f"{trek_in(pk, formulier.cleaned_data['reden'], request.rol)} is ingetrokken."


@alleen_voor(*LEZERS)
def verbeteren(request: Verzoek, pk: int) -> HttpResponse:
    """Write it anew, with a reason; the old one stays on the site until a second person agrees."""
    oud = _duiding(pk)
    soort = Duidingsoort(oud.soort)
    if not mag_soort(request.rol, soort) or not oud.publicatie:
        return redirect("lezen-stuk", pk)
    lezing = lezing_op_de_site(oud.publicatie.slug)
    getypt = request.POST if request.method == "POST" else getypte(request)
    formulier = Leesformulier(getypt, soort=soort, lezing=lezing, verbetert=True, initial=zoals_geschreven(oud))
    plaatsen = plekken(soort)(
        getypt,
        prefix="plek",
        initial=[_plek(ding) for ding in oud.plaatsen if ding.plaats],
        form_kwargs={"hier": lezing},
    )
    if request.method == "POST" and formulier.is_valid() and plaatsen.is_valid():
        reden = formulier.cleaned_data["reden"]
        leg_voor(soort, formulier.velden, plaatsen.gekozen, request.user.actor, vervangt=oud, reden=reden)
        messages.success(request, "Bewaard. Het oude blijft staan tot een collega dit heeft bekeken.")
        return redirect("lezen")
    eerste = oud.eerste.plaats if oud.eerste else None
    pagina = Leespagina(
        lezing, request.rol, van=eerste.van_regel if eerste else 0, tot=eerste.tot_regel if eerste else 0
    )
    return toon_formulier(request, pagina, formulier, plaatsen, {"soort": soort, "verbetert": oud})


@require_POST
@alleen_voor(Rol.CONTROLEUR, Rol.GRIFFIER)
def aanwijzen(request: Verzoek, slug: str, pk: int) -> HttpResponse:
    """Say on which lines of a document the passages are that were not found there."""
    lezing, duiding = lezing_op_de_site(slug), _duiding(pk)
    terug = redirect("lezen-document", slug)
    van, tot = (request.POST.get(naam, "") for naam in ("van", "tot"))
    if not (van.isdecimal() and tot.isdecimal() and lezing.passages.filter(regel=van).exists()):
        messages.error(request, "Kies eerst de regels.")
        return terug
    kwijt = [ding for ding in duiding.plaatsen if ding.publicatie == lezing.publicatie and ding.plaats is None]
    if kwijt:
        wijs_aan(kwijt[0].aanhaling, lezing, int(van), int(tot))
        verhoog_versie()
        messages.success(request, f"Bewaard: {duiding} staat op regel {van} tot en met {tot}.")
    return terug


@alleen_voor(Rol.GRIFFIER, Rol.CONTROLEUR)
def stand(request: Verzoek, pk: int) -> HttpResponse:
    """How a motie or an announcement stands by a source that is no document of the site, on a day."""
    punt = _duiding(pk)
    getypt = request.POST if request.method == "POST" else getypte(request)
    formulier = Leesformulier(getypt, soort=Duidingsoort.STAND, initial={"over": punt.pk})
    if request.method == "POST" and formulier.is_valid():
        leg_voor(Duidingsoort.STAND, formulier.velden, [], request.user.actor)
        messages.success(request, "Bewaard. Het komt op de site als een collega het heeft bekeken.")
        return redirect("lezen")
    context = {"punt": punt, "formulier": formulier, "teruggevonden": getypt and request.method != "POST"}
    return render(request, "ingest/lezen/stand.html", context, status=422 if request.method == "POST" else 200)


def _duiding(pk: int) -> Duiding:
    return get_object_or_404(Duiding.objects.met_bronnen().select_related("over", "vervangt"), pk=pk)


def _plek(aangehaald: Any) -> dict[str, Any]:
    plaats = aangehaald.plaats
    return {
        "lezing": plaats.lezing_id,
        "van": plaats.van_regel,
        "tot": plaats.tot_regel,
        "gedrukt": aangehaald.gedrukt,
        "waar": aangehaald.waar,
    }


def _feiten(duiding: Duiding) -> list[tuple[str, Any]]:
    """What was filled in, by the label of its field."""
    formulier = Leesformulier(soort=Duidingsoort(duiding.soort))
    velden = ("nummer", "wat", "gedrukt", "wanneer", "uiterlijk", "wie", "vanaf", "tot_en_met", "adres", "bron", "op")
    gevuld = [(naam, getattr(duiding, naam)) for naam in (*velden, "stand", "zin")]
    labels = {naam: veld.label for naam, veld in {**formulier.base_fields}.items()}
    return [(str(labels[naam]), waarde) for naam, waarde in gevuld if waarde not in ("", None)]


def _toon(request: Verzoek, duiding: Duiding, formulier: Redenformulier) -> HttpResponse:
    passages = [
        (aangehaald, list(aangehaald.plaats.lezing.passages.filter(
            regel__range=(aangehaald.plaats.van_regel, aangehaald.plaats.tot_regel)
        )) if aangehaald.plaats else [])
        for aangehaald in duiding.plaatsen
    ]  # fmt: skip
    context = {
        "duiding": duiding,
        "passages": passages,
        "formulier": formulier,
        "feiten": _feiten(duiding),
        "van_uzelf": duiding.gelezen_door == request.user.actor,
        "mag_bekijken": request.rol != Rol.INVOERDER and mag_soort(request.rol, duiding.soort),
        "adres": reverse("lezen-stuk", args=[duiding.pk]),
    }
    return render(request, "ingest/lezen/bekijken.html", context, status=422 if request.method == "POST" else 200)
