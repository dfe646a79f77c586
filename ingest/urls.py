"""The addresses that ask for an account."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from ingest import views_controle, views_inloggen, views_opgaven, views_werkblad

urlpatterns = [
    path("inloggen/", views_inloggen.Inloggen.as_view(), name="inloggen"),
    path("inloggen/code/", views_inloggen.tweede_factor, name="tweede-factor"),
    path("uitloggen/", LogoutView.as_view(), name="uitloggen"),
    path("werk/", views_opgaven.werk, name="werk"),
    path("werk/ander-cijfer/", views_opgaven.ander_cijfer, name="ander-cijfer"),
    path("werk/werkblad.<slug:soort>", views_werkblad.werkblad, name="werkblad"),
    path("werk/inlezen/", views_werkblad.inlezen, name="inlezen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/", views_opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/begrepen/", views_opgaven.begrepen, name="begrepen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/", views_opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/begrepen/", views_opgaven.begrepen, name="begrepen"),
    path("werk/controle/", views_controle.controle, name="controle"),
    path("werk/controle/bekijken/", views_controle.bekijken, name="controle-bekijken"),
    path("werk/controle/<int:nummer>/terug/", views_controle.terug, name="controle-terug"),
    path("werk/voortgang/", views_controle.voortgang, name="voortgang"),
]
