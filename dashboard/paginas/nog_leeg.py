"""A site of which no programma is known: nothing is loaded yet, or only documents with tables of their own."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from indicators.models import Bedrag, Publicatie


def nog_leeg(request: HttpRequest) -> HttpResponse:
    """What a page about programmas says then: that there is none, and which documents there are."""
    bedragen = Counter(Bedrag.objects.gedrukt().values_list("benaming__publicatie", flat=True))
    documenten = [(document, bedragen[document.pk]) for document in Publicatie.objects.geladen().documenten()]
    return render(request, "dashboard/paginas/nog_leeg.html", {"documenten": documenten})
