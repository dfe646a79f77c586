"""What was read, looked at by a second person; corrected and taken back with a reason; and the stand by a griffier."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from indicators.models import Duiding, Duidingsoort
from indicators.models.bronnen import verhoog_versie
from indicators.models.duiding import RAADSPUNTEN
from ingest.aanhalen.vindplaatsen import wijs_aan
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.lezen.feiten import feiten
from ingest.lezen.formulieren import Leesformulier, Plekformulier, Redenformulier, plekken, zoals_geschreven
from ingest.lezen.gelezen import ONDERWEG, geef_terug, keur_goed, leg_voor, mag_intrekken, trek_in
from ingest.lezen.leespagina import Leespagina
from ingest.lezen.rechten import ANDERMANS_WERK, mag_bekijken, mag_schrijven
from ingest.lezen.views import LEZERS, lezing_op_de_site, toon_formulier
from ingest.models import Rol
from ingest.opgaven.opgaven import NietToegestaan
from ingest.structuur.ingehaald import Ingehaald

Redenen = dict[str, Redenformulier]


@alleen_voor(*LEZERS)
def bekijken(request: Verzoek, pk: int) -> HttpResponse:
    """One thing that was read, with its passages; agreed to, given back or taken back from here."""
    duiding = _duiding(pk)
    getypt = request.POST if request.method == "POST" else getypte(request)
    actie = getypt.get("actie", "") if getypt else ""
    redenen = {naam: Redenformulier(getypt if naam == actie else None, prefix=naam) for naam in ("terug", "intrekken")}
    if request.method != "POST":
        return _toon(request, duiding, redenen, teruggevonden=getypt)
    if actie == "akkoord":
        return _akkoord(request, pk)
    if actie not in redenen:
        raise BadRequest
    formulier = redenen[actie]
    if not formulier.is_valid():
        return _toon(request, duiding, redenen)
    doe, gedaan = (geef_terug, "teruggegeven") if actie == "terug" else (trek_in, "ingetrokken")
    try:
        duiding = doe(pk, formulier.cleaned_data["reden"], request.user.actor, request.user.rollen)
    except (Ingehaald, NietToegestaan) as reden:
        formulier.add_error(None, str(reden))
        return _toon(request, duiding, redenen)
    messages.success(request, f"{duiding} is {gedaan}.")
    return redirect("lezen")


def _akkoord(request: Verzoek, pk: int) -> HttpResponse:
    try:
        duiding = keur_goed(pk, request.user.actor, request.user.rollen)
    except (Ingehaald, NietToegestaan) as reden:
        messages.error(request, str(reden))
        return redirect("lezen-stuk", pk)
    messages.success(request, f"{duiding} staat nu op de site.")
    return redirect("lezen")


@alleen_voor(*LEZERS)
def verbeteren(request: Verzoek, pk: int) -> HttpResponse:
    """Write it anew, with a reason; the old one stays on the site until a second person agrees."""
    oud = _duiding(pk)
    if not _mag_verbeteren(request, oud):
        raise PermissionDenied
    if not oud.publicatie:
        return _stand(request, oud.over or oud, oud)
    soort, lezing = Duidingsoort(oud.soort), lezing_op_de_site(oud.publicatie.slug)
    getypt = request.POST if request.method == "POST" else getypte(request)
    formulier = Leesformulier(getypt, soort=soort, lezing=lezing, verbetert=True, initial=zoals_geschreven(oud))
    plaatsen = plekken(soort)(
        getypt,
        prefix="plek",
        initial=[_plek(ding) for ding in oud.plaatsen if ding.plaats],
        form_kwargs={"hier": lezing},
    )
    klopt = request.method == "POST" and formulier.is_valid() and plaatsen.is_valid()
    if klopt and _verbeter(request, oud, formulier, plaatsen.gekozen):
        return redirect("lezen")
    eerste = oud.eerste.plaats if oud.eerste else None
    pagina = Leespagina(
        lezing, request.user.rollen, van=eerste.van_regel if eerste else 0, tot=eerste.tot_regel if eerste else 0
    )
    meer = {"soort": soort, "verbetert": oud, "teruggevonden": getypt}
    return toon_formulier(request, pagina, formulier, plaatsen, meer)


def _verbeter(request: Verzoek, oud: Duiding, formulier: Leesformulier, gekozen: Any) -> bool:
    """Whether it is kept; else the form says why not."""
    soort, reden = Duidingsoort(oud.soort), formulier.cleaned_data["reden"]
    try:
        leg_voor(soort, formulier.velden, gekozen, request.user.actor, vervangt=oud, reden=reden)
    except Ingehaald as ander:
        formulier.add_error(None, str(ander))
        return False
    messages.success(request, "Bewaard. Het oude blijft staan tot een collega dit heeft bekeken.")
    return True


@require_POST
@alleen_voor(Rol.CONTROLEUR, Rol.GRIFFIER)
def aanwijzen(request: Verzoek, slug: str, pk: int) -> HttpResponse:
    """Say on which lines of a document the passages are that were not found there."""
    lezing, duiding = lezing_op_de_site(slug), _duiding(pk)
    terug = redirect("lezen-document", slug)
    if not mag_bekijken(request.user.rollen, duiding.soort):
        messages.error(request, ANDERMANS_WERK)
        return terug
    plek = Plekformulier({"lezing": lezing.pk, "van": request.POST.get("van"), "tot": request.POST.get("tot")})
    if not plek.is_valid():
        messages.error(request, next(str(zin) for zinnen in plek.errors.values() for zin in zinnen))
        return terug
    gekozen = plek.gekozen
    kwijt = [ding for ding in duiding.plaatsen if ding.publicatie == lezing.publicatie and ding.plaats is None]
    if not kwijt:
        messages.info(request, f"Een collega wees intussen aan waar dit staat: {duiding}")
    else:
        wijs_aan(kwijt[0].aanhaling, lezing, gekozen.van, gekozen.tot)
        verhoog_versie()
        messages.success(request, f"Bewaard: {duiding} staat op regel {gekozen.van} tot en met {gekozen.tot}.")
    return terug


@alleen_voor(Rol.CONTROLEUR, Rol.GRIFFIER)
def stand(request: Verzoek, pk: int) -> HttpResponse:
    """How a motie or an announcement stands by a source that is no document of the site, on a day."""
    return _stand(request, get_object_or_404(Duiding.objects.gepubliceerd().van_soort(*RAADSPUNTEN), pk=pk), None)


def _stand(request: Verzoek, punt: Duiding, oud: Duiding | None) -> HttpResponse:
    """A new stand, or another in the place of `oud`."""
    getypt = request.POST if request.method == "POST" else getypte(request)
    begin = zoals_geschreven(oud) if oud else {"over": punt.pk}
    formulier = Leesformulier(getypt, soort=Duidingsoort.STAND, verbetert=oud is not None, initial=begin)
    if request.method == "POST" and formulier.is_valid():
        if oud is None:
            leg_voor(Duidingsoort.STAND, formulier.velden, [], request.user.actor)
            messages.success(request, "Bewaard. Het komt op de site als een collega het heeft bekeken.")
            return redirect("lezen")
        if _verbeter(request, oud, formulier, []):
            return redirect("lezen")
    context = {"punt": punt, "formulier": formulier, "teruggevonden": getypt}
    return render(request, "ingest/lezen/stand.html", context, status=422 if request.method == "POST" else 200)


def _duiding(pk: int) -> Duiding:
    return get_object_or_404(Duiding.objects.met_bronnen().select_related("over", "vervangt"), pk=pk)


def _mag_verbeteren(request: Verzoek, duiding: Duiding) -> bool:
    """A stand that stands in no document is kept by who decides about it."""
    mag = mag_schrijven if duiding.publicatie else mag_bekijken
    return mag(request.user.rollen, duiding.soort)


def _plek(aangehaald: Any) -> dict[str, Any]:
    plaats = aangehaald.plaats
    return {
        "lezing": plaats.lezing_id,
        "van": plaats.van_regel,
        "tot": plaats.tot_regel,
        "gedrukt": aangehaald.gedrukt,
        "waar": aangehaald.waar,
    }


def _toon(request: Verzoek, duiding: Duiding, redenen: Redenen, **meer: Any) -> HttpResponse:
    passages = [(ding, ding.plaats.passages if ding.plaats else ()) for ding in duiding.plaatsen]
    zelfde = Duiding.objects.filter(sleutel=duiding.sleutel).exclude(pk=duiding.pk)
    oud = (duiding.staat in ONDERWEG and zelfde.gepubliceerd().first()) or duiding.vervangt
    rollen = request.user.rollen
    context = {
        "duiding": duiding,
        "oud": oud,
        "feiten": feiten(duiding, oud),
        "passages": passages,
        "redenen": redenen,
        "formulier": next((formulier for formulier in redenen.values() if formulier.is_bound), None),
        "loopt": duiding.staat in (*ONDERWEG, Duiding.Staat.GEPUBLICEERD),
        "wordt_verbeterd": zelfde.filter(staat__in=ONDERWEG).first(),
        "van_uzelf": duiding.gelezen_door == request.user.actor,
        "mag_bekijken": mag_bekijken(rollen, duiding.soort),
        "mag_verbeteren": _mag_verbeteren(request, duiding),
        "mag_intrekken": mag_intrekken(duiding, request.user.actor, rollen),
        **meer,
    }
    return render(request, "ingest/lezen/bekijken.html", context, status=422 if request.method == "POST" else 200)
