"""The addresses that ask for an account."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from ingest import (
    gemeentelogin,
    views_beheer,
    views_beoordeling,
    views_controle,
    views_documenten,
    views_geschiedenis,
    views_herinneringen,
    views_inloggen,
    views_keuzes,
    views_opgaven,
    views_termijnen,
    views_werkblad,
)
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
    path("werk/ander-cijfer/", views_opgaven.ander_cijfer, name="ander-cijfer"),
    path("werk/werkblad.<slug:soort>", views_werkblad.werkblad, name="werkblad"),
    path("werk/inlezen/", views_werkblad.inlezen, name="inlezen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/", views_opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/begrepen/", views_opgaven.begrepen, name="begrepen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/", views_opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/begrepen/", views_opgaven.begrepen, name="begrepen"),
    path("werk/controle/", views_controle.controle, name="controle"),
    path("werk/controle/bekijken/", views_controle.bekijken, name="controle-bekijken"),
    path("werk/voortgang/", views_controle.voortgang, name="voortgang"),
    path("werk/geschiedenis/", views_geschiedenis.geschiedenis, name="geschiedenis"),
    path("werk/termijnen/", views_termijnen.termijnen, name="termijnen"),
    path("werk/keuzes/", views_keuzes.keuzes, name="keuzes"),
    path("werk/keuzes/<int:nummer>/", views_keuzes.keuze, name="keuze"),
    path("werk/documenten/", views_documenten.documenten, name="documenten"),
    path("werk/documenten/<int:pk>/", views_documenten.document, name="document"),
    path("werk/documenten/<int:pk>/vragen/<int:nummer>/", views_beoordeling.vraag, name="document-vraag"),
    path("werk/documenten/<int:pk>/bevestigen/", views_beoordeling.bevestigen, name="document-bevestigen"),
    path("werk/documenten/<int:pk>/bladzijde/<int:nummer>/", views_beoordeling.bladzijde, name="document-bladzijde"),
    path("werk/documenten/<int:pk>/bladzijde/<int:nummer>.png", views_beoordeling.beeld, name="document-plaatje"),
    path("werk/documenten/<int:pk>/publiceren/", views_beoordeling.publiceren, name="document-publiceren"),
    path("werk/documenten/<int:pk>/intrekken/", views_beoordeling.intrekken, name="document-intrekken"),
    path("werk/documenten/<int:pk>/voortgang/", views_documenten.voortgang, name="document-voortgang"),
    path("werk/rechten/", views_beheer.rechten, name="rechten"),
    path("werk/aanmeldingen/", views_beheer.aanmeldingen, name="aanmeldingen"),
    path("beheer/", beheer.urls),
    path("werk/herinneringen/", views_herinneringen.herinneringen, name="herinneringen"),
    path("werk/herinneringen/<int:pk>/opnieuw/", views_herinneringen.herinnering_opnieuw, name="herinnering-opnieuw"),
]
