"""The addresses that ask for an account."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from ingest import gemeentelogin, views_beheer, views_inloggen, views_opgaven
from ingest.beheer import beheer

urlpatterns = [
    path("inloggen/", views_inloggen.Inloggen.as_view(), name="inloggen"),
    path("inloggen/code/", views_inloggen.tweede_factor, name="tweede-factor"),
    path("inloggen/gemeente/", gemeentelogin.NaarGemeente.as_view(), name="gemeente-inloggen"),
    path("inloggen/gemeente/terug/", gemeentelogin.VanGemeente.as_view(), name="gemeente-terug"),
    path("uitloggen/", LogoutView.as_view(), name="uitloggen"),
    path("wachtwoord/", views_inloggen.wachtwoord, name="wachtwoord"),
    path("wachtwoord/gewijzigd/", views_inloggen.wachtwoord_gewijzigd, name="wachtwoord-gewijzigd"),
    path("werk/", views_opgaven.werk, name="werk"),
    path("werk/rechten/", views_beheer.rechten, name="rechten"),
    path("werk/aanmeldingen/", views_beheer.aanmeldingen, name="aanmeldingen"),
    path("beheer/", beheer.urls),
]
