"""The addresses of the site."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from dashboard import views, views_bronnen, views_controle, views_geld
from dashboard.bestanden import downloads


class Code(StringConverter):
    """The code of a doelstelling: never a character that the database refuses."""

    regex = r"[\w.-]+"


register_converter(Code, "code")

urlpatterns = [
    path("", views.home, name="home"),
    path("doelstellingen/<code:code>/", views.doelstelling, name="doelstelling"),
    path("indicatoren/<slug:slug>/", views.indicator, name="indicator"),
    path("doelen/", views.doelen, name="doelen"),
    path("vergelijken/", views_geld.vergelijken, name="vergelijken"),
    path("geld/", views_geld.geld, name="geld"),
    path("aansluiting/", views_controle.aansluiting, name="aansluiting"),
    path("raad/", views_controle.raad, name="raad"),
    path("bronnen/", views_bronnen.bronnen, name="bronnen"),
    path("bronnen/<slug:slug>/", views_bronnen.bron, name="bron"),
    path("bronnen/<slug:slug>/regels/<int:regel>/", views_bronnen.regel, name="regel"),
    path("bevindingen/", views_bronnen.bevindingen, name="bevindingen"),
    path("over/", views_bronnen.over, name="over"),
    path("toegankelijkheid/", views_bronnen.toegankelijkheid, name="toegankelijkheid"),
    path("data/", views.data, name="data"),
    path("data/cijfers.csv", downloads.cijfers, name="cijfers-csv"),
    path("data/bedragen.csv", downloads.bedragen, name="bedragen-csv"),
    path("data/indicatoren/<slug:slug>.csv", downloads.indicator, name="indicator-csv"),
    path("data/doelstellingen/<code:code>.csv", downloads.doelstelling, name="doelstelling-csv"),
    path("", include("ingest.urls")),  # by name: what enters figures and what shows them do not know each other
]
