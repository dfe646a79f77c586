"""Signing in and out."""

from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ingest.toegang import voor


class Inloggen(LoginView):
    template_name = "ingest/inloggen.html"


@voor()
def tweede_factor(request: HttpRequest) -> HttpResponse:
    return render(request, "ingest/inloggen.html")
