"""What an invoerder sees: their list, and a form for each figure."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ingest.toegang import voor


@voor()
def werk(request: HttpRequest) -> HttpResponse:
    """My list: what is due, handed in and sent back, per year and doelstelling."""
    return render(request, "ingest/werk.html")
