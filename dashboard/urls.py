"""The addresses of the site."""

from django.urls import path

from dashboard import downloads, views

urlpatterns = [
    path("", views.home, name="home"),
    path("doelstellingen/<str:code>/", views.doelstelling, name="doelstelling"),
    path("indicatoren/<slug:slug>/", views.indicator, name="indicator"),
    path("geld/", views.geld, name="geld"),
    path("bronnen/", views.bronnen, name="bronnen"),
    path("bronnen/<slug:slug>/", views.bron, name="bron"),
    path("bevindingen/", views.bevindingen, name="bevindingen"),
    path("data/", views.data, name="data"),
    path("data/cijfers.csv", downloads.cijfers, name="cijfers-csv"),
    path("data/bedragen.csv", downloads.bedragen, name="bedragen-csv"),
    path("data/indicatoren/<slug:slug>.csv", downloads.indicator, name="indicator-csv"),
    path("data/doelstellingen/<str:code>.csv", downloads.doelstelling, name="doelstelling-csv"),
]
