"""A document that was handed in, as its state asks."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from ingest.models import Aanlevering, Rol
from ingest.toegang import Verzoek, voor
from ingest.views_beoordeling import PER_STAAT


@voor(Rol.CONTROLEUR)
def document(request: Verzoek, pk: int) -> HttpResponse:
    """One document, as its state asks."""
    aanlevering = get_object_or_404(Aanlevering, pk=pk)
    toon = PER_STAAT.get(Aanlevering.Staat(aanlevering.staat))
    return toon(request, aanlevering) if toon else render(request, "ingest/document.html", {"aanlevering": aanlevering})
