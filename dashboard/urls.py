"""The addresses of the site."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter
from django.views.generic import RedirectView

from dashboard.bestanden import downloads
from dashboard.paginas import (
    begrippen,
    beveiliging,
    doelen,
    doelstelling,
    hoofdstuk,
    huisstijl,
    programma,
    raad,
    vergelijken,
)
from dashboard.paginas.aansluiting import views as aansluiting
from dashboard.paginas.bronnen import views as bronnen
from dashboard.paginas.geld import views as geld
from dashboard.paginas.indicator import views as indicator
from dashboard.paginas.overzicht import views as overzicht
from dashboard.paginas.verkennen import views as verkennen
from dashboard.paginas.zoeken import views as zoeken


class Code(StringConverter):
    """The code of a doelstelling: never a character that the database refuses."""

    regex = r"[\w.-]+"


register_converter(Code, "code")

handler500 = "dashboard.draaien.uitval.fout"

# What "Klopt het?" was called before, for links from elsewhere.
vroeger_aansluiting = RedirectView.as_view(
    pattern_name="aansluiting", permanent=True, query_string=True, http_method_names=["get", "head"]
)

urlpatterns = [
    path("", overzicht.home, name="home"),
    path("programmas/<code:code>/", programma.programma, name="programma"),
    path("doelstellingen/<code:code>/", doelstelling.doelstelling, name="doelstelling"),
    path("indicatoren/<slug:slug>/", indicator.indicator, name="indicator"),
    path("doelen/", doelen.doelen, name="doelen"),
    path("vergelijken/", vergelijken.vergelijken, name="vergelijken"),
    path("verkennen/", verkennen.verkennen, name="verkennen"),
    path("geld/", geld.geld, name="geld"),
    path("klopt-het/", aansluiting.aansluiting, name="aansluiting"),
    path("aansluiting/", vroeger_aansluiting),
    path("raad/", raad.raad, name="raad"),
    path("begrippen/", begrippen.begrippen, name="begrippen"),
    path("begrippen/woorden.json", begrippen.woorden, name="begrippen-woorden"),
    path("zoeken/", zoeken.zoeken, name="zoeken"),
    path("zoeken/voorstellen/", zoeken.voorstellen, name="zoek-voorstellen"),
    path("bronnen/", bronnen.bronnen, name="bronnen"),
    path("bronnen/<slug:slug>/", bronnen.bron, name="bron"),
    path("bronnen/<slug:slug>/regels/<int:regel>/", bronnen.regel, name="regel"),
    path("bronnen/<slug:slug>/druk-<int:druk>/regels/<int:regel>/", bronnen.regel, name="regel-van-druk"),
    path("bevindingen/", bronnen.bevindingen, name="bevindingen"),
    path("over/", bronnen.over, name="over"),
    path("toegankelijkheid/", bronnen.toegankelijkheid, name="toegankelijkheid"),
    path("huisstijl.css", huisstijl.huisstijl, name="huisstijl"),
    path("data/", bronnen.data, name="data"),
    path("data/cijfers.csv", downloads.cijfers_csv, name="cijfers-csv"),
    path("data/bedragen.csv", downloads.bedragen_csv, name="bedragen-csv"),
    path("data/referenties.csv", downloads.referenties_csv, name="referenties-csv"),
    path("data/indicatoren/<slug:slug>.csv", downloads.indicator_csv, name="indicator-csv"),
    path("data/doelstellingen/<code:code>.csv", downloads.doelstelling_csv, name="doelstelling-csv"),
    path("data/doelstellingen/<code:code>.docx", hoofdstuk.hoofdstuk, name="hoofdstuk"),
    path(".well-known/security.txt", beveiliging.security_txt, name="security-txt"),
    path("", include("ingest.urls")),  # by name: what enters figures and what shows them do not know each other
]
