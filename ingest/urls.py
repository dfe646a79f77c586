"""The addresses that ask for an account."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from ingest.accounts import gemeentelogin, inloggen, tweede_factor
from ingest.beheer import gemeente
from ingest.beheer import views as toegang
from ingest.beheer import views_geschiedenis as geschiedenis
from ingest.beheer.admin import beheer
from ingest.documenten import views as documenten
from ingest.documenten.beoordelen import views as beoordelen
from ingest.documenten.beoordelen import views_nakijken
from ingest.herinneringen import views as herinneringen
from ingest.keuzes import views as keuzes
from ingest.lezen import views as lezen
from ingest.lezen import views_bekijken as bekijken
from ingest.lezen import zoekwoorden
from ingest.opgaven import views as opgaven
from ingest.opgaven import views_controle as controle
from ingest.opgaven import views_termijnen as termijnen
from ingest.opgaven.overnemen import views_overnames as overnames
from ingest.prognoses import views as prognoses
from ingest.voortgang import eigenaren
from ingest.voortgang import views as voortgang
from ingest.werkblad import views as werkblad
from ingest.werkblad import views_doelen as doelen

urlpatterns = [
    path("inloggen/", inloggen.Inloggen.as_view(), name="inloggen"),
    path("inloggen/code/", tweede_factor.tweede_factor, name="tweede-factor"),
    path("inloggen/koppelcode/", tweede_factor.koppelcode, name="koppelcode"),
    path("inloggen/gemeente/", gemeentelogin.NaarGemeente.as_view(), name="gemeente-inloggen"),
    path("inloggen/gemeente/terug/", gemeentelogin.VanGemeente.as_view(), name="gemeente-terug"),
    path("uitloggen/", LogoutView.as_view(), name="uitloggen"),
    path("wachtwoord/", inloggen.wachtwoord, name="wachtwoord"),
    path("wachtwoord/gewijzigd/", inloggen.wachtwoord_gewijzigd, name="wachtwoord-gewijzigd"),
    path("werk/", opgaven.werk, name="werk"),
    path("werk/gezien/", opgaven.gezien, name="nieuws-gezien"),
    path("werk/ander-cijfer/", opgaven.ander_cijfer, name="ander-cijfer"),
    path("werk/werkblad.<slug:soort>", werkblad.werkblad, name="werkblad"),
    path("werk/inlezen/", werkblad.inlezen, name="inlezen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/", opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/begrepen/", opgaven.begrepen, name="begrepen"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/", opgaven.opgave, name="opgave"),
    path("werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/begrepen/", opgaven.begrepen, name="begrepen"),
    path("werk/prognoses/<slug:slug>/<int:jaar>/", prognoses.prognose, name="prognose"),
    path("werk/prognoses/<slug:slug>/<int:jaar>/<slug:periode>/", prognoses.prognose, name="prognose"),
    path("werk/doelen/", overnames.overnames, name="overnames"),
    path("werk/doelen/overnemen/", overnames.overname, name="overname-nieuw"),
    path("werk/doelen/werkblad.xlsx", doelen.doelenblad, name="doelenblad"),
    path("werk/doelen/inlezen/", doelen.doelen_inlezen, name="doelen-inlezen"),
    path("werk/doelen/bedragen/", overnames.bedrag, name="bedrag-nieuw"),
    path("werk/doelen/bedragen/<int:pk>/", overnames.bedrag, name="bedrag"),
    path("werk/doelen/bedragen/<int:pk>/besluit/", overnames.bedrag_besluit, name="bedrag-besluit"),
    path("werk/doelen/<int:pk>/", overnames.overname, name="overname"),
    path("werk/doelen/<int:pk>/besluit/", overnames.overname_besluit, name="overname-besluit"),
    path("werk/controle/", controle.controle, name="controle"),
    path("werk/controle/bekijken/", controle.bekijken, name="controle-bekijken"),
    path("werk/controle/prognoses/<int:pk>/", prognoses.prognose_besluit, name="prognose-besluit"),
    path("werk/voortgang/", voortgang.voortgang, name="voortgang"),
    path("werk/voortgang/herinneren/", voortgang.herinneren, name="herinneren"),
    path("werk/voortgang.<slug:soort>", voortgang.voortgangbestand, name="voortgang-bestand"),
    path("werk/eigenaren/", eigenaren.eigenaren, name="eigenaren"),
    path("werk/geschiedenis/", geschiedenis.geschiedenis, name="geschiedenis"),
    path("werk/termijnen/", termijnen.termijnen, name="termijnen"),
    path("werk/termijnen/mails/", herinneringen.mails, name="mails"),
    path("werk/keuzes/", keuzes.keuzes, name="keuzes"),
    path("werk/keuzes/<int:nummer>/", keuzes.keuze, name="keuze"),
    path("werk/documenten/", documenten.documenten, name="documenten"),
    path("werk/documenten/<int:pk>/", documenten.document, name="document"),
    path("werk/documenten/<int:pk>/vragen/<int:nummer>/", beoordelen.vraag, name="document-vraag"),
    path("werk/documenten/<int:pk>/bevestigen/", beoordelen.bevestigen, name="document-bevestigen"),
    path("werk/documenten/<int:pk>/bladzijde/<int:nummer>/", beoordelen.bladzijde, name="document-bladzijde"),
    path("werk/documenten/<int:pk>/bladzijde/<int:nummer>.png", beoordelen.beeld, name="document-plaatje"),
    path("werk/documenten/<int:pk>/nakijken/", views_nakijken.nakijken, name="document-nakijken"),
    path("werk/documenten/<int:pk>/publiceren/", beoordelen.publiceren, name="document-publiceren"),
    path("werk/documenten/<int:pk>/intrekken/", beoordelen.intrekken, name="document-intrekken"),
    path("werk/documenten/<int:pk>/voortgang/", documenten.voortgang, name="document-voortgang"),
    path("werk/documenten/<int:pk>/lezen/", lezen.van_aanlevering, name="document-lezen"),
    path("werk/lezen/", lezen.overzicht, name="lezen"),
    path("werk/lezen/document/<slug:slug>/", lezen.lezen, name="lezen-document"),
    path("werk/lezen/document/<slug:slug>/nagelezen/", lezen.nagelezen, name="lezen-nagelezen"),
    path("werk/lezen/document/<slug:slug>/aanwijzen/<int:pk>/", bekijken.aanwijzen, name="lezen-aanwijzen"),
    path("werk/lezen/document/<slug:slug>/laten-liggen/", lezen.laten_liggen, name="lezen-laten-liggen"),
    path("werk/lezen/document/<slug:slug>/eerder/<int:pk>/", lezen.eerder, name="lezen-eerder"),
    path("werk/lezen/document/<slug:slug>/<slug:soort>/", lezen.schrijven, name="lezen-schrijven"),
    path("werk/lezen/stuk/<int:pk>/", bekijken.bekijken, name="lezen-stuk"),
    path("werk/lezen/stuk/<int:pk>/verbeteren/", bekijken.verbeteren, name="lezen-verbeteren"),
    path("werk/lezen/stand/<int:pk>/", bekijken.stand, name="lezen-stand"),
    path("werk/zoekwoorden/", zoekwoorden.zoekwoorden, name="zoekwoorden"),
    path("werk/gemeente/", gemeente.gemeente, name="gemeente"),
    path("werk/rechten/", toegang.rechten, name="rechten"),
    path("werk/aanmeldingen/", toegang.aanmeldingen, name="aanmeldingen"),
    path("beheer/", beheer.urls),
    path("werk/herinneringen/", herinneringen.herinneringen, name="herinneringen"),
    path("werk/herinneringen/<int:pk>/opnieuw/", herinneringen.herinnering_opnieuw, name="herinnering-opnieuw"),
]
