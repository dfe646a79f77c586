"""The addresses that ask for an account."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from ingest import views_herinneringen, views_inloggen, views_opgaven

urlpatterns = [
    path("inloggen/", views_inloggen.Inloggen.as_view(), name="inloggen"),
    path("inloggen/code/", views_inloggen.tweede_factor, name="tweede-factor"),
    path("uitloggen/", LogoutView.as_view(), name="uitloggen"),
    path("werk/", views_opgaven.werk, name="werk"),
    path("werk/herinneringen/", views_herinneringen.herinneringen, name="herinneringen"),
    path("werk/herinneringen/<int:pk>/opnieuw/", views_herinneringen.herinnering_opnieuw, name="herinnering-opnieuw"),
]
