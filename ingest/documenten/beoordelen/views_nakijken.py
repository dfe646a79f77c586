"""Answers that make a figure, to be looked at by another than who gave them."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ingest.accounts.toegang import Verzoek, alleen_voor
from ingest.documenten.beoordelen.nakijken import na_te_kijken, stem_in
from ingest.documenten.beoordelen.pagina import antwoord_in_woorden, plaats
from ingest.documenten.beoordelen.samenvatting import begin_van_bladzijden
from ingest.models import Aanlevering, Rol
from ingest.ontwerp.bewaard import bewaard_ontwerp

GETAL = re.compile(r"[0-9]{1,9}")


@alleen_voor(Rol.CONTROLEUR)
def nakijken(request: Verzoek, pk: int) -> HttpResponse:
    """The answers that make a figure, for another than who gave them to agree to."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    if aanlevering.staat != Aanlevering.Staat.TE_BEOORDELEN:
        return redirect(aanlevering)
    if request.method == "POST":
        nummers = [int(nummer) for nummer in request.POST.getlist("antwoord") if GETAL.fullmatch(nummer)]
        if aantal := stem_in(aanlevering, nummers, request.user.actor):
            messages.success(request, f"{aantal} {'antwoord' if aantal == 1 else 'antwoorden'} nagekeken.")
            return redirect(aanlevering)
        messages.error(request, "U koos niets. Zet een vinkje bij elk antwoord dat klopt.")
    ontwerp, antwoorden = bewaard_ontwerp(aanlevering), na_te_kijken(aanlevering)
    begin = begin_van_bladzijden(ontwerp.document.regels)
    context = {
        "aanlevering": aanlevering,
        "van_anderen": [
            (antwoord_in_woorden(antwoord.vraag, antwoord, ontwerp), plaats(antwoord.vraag, begin))
            for antwoord in antwoorden.exclude(actor=request.user.actor)
        ],
        "eigen": antwoorden.filter(actor=request.user.actor).count(),
    }
    return render(request, "ingest/documenten/beoordelen/nakijken.html", context)
