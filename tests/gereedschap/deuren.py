"""Every address of the site, and who may see it: typed here, and not taken from the site."""

from dataclasses import dataclass, field

from django.utils import timezone

ROLLEN = (
    "anoniem",
    "ander",
    "invoerder",
    "controleur",
    "griffier",
    "beheerder",
)  # ander: invoerder of another doelstelling
IEDEREEN = ROLLEN
ACCOUNTS = ROLLEN[1:]
INVOERDERS = ("ander", "invoerder")
CONTROLEUR = ("controleur",)
LEZERS = ("ander", "invoerder", "controleur", "griffier")
RAADSLEZERS = ("controleur", "griffier")
BEHEERDER = ("beheerder",)
DIT_JAAR = timezone.localdate().year
NIET_VAN_ANDER = {"ander": 404}  # a figure of somebody else is not there


@dataclass(frozen=True)
class Deur:
    """Who may see an address, and what they get; others are sent to the sign-in page, or refused."""

    wie: tuple[str, ...]
    adres: str
    weg: str = ""  # the same address with an id that is not there
    status: int = 200
    status_weg: int = 404
    anders: dict[str, int] = field(default_factory=dict)  # roles that get another status
    vraag: str = "get"
    verkeerd: str = "delete"  # a verb that it does not know


# What the bundled editions and the people below have. Public pages: whoever asks.
DEUREN = {
    "home": Deur(IEDEREEN, "/"),
    "doelstelling": Deur(IEDEREEN, "/doelstellingen/1.4/", "/doelstellingen/9.9/"),
    "programma": Deur(IEDEREEN, "/programmas/1/", "/programmas/9/"),
    "indicator": Deur(IEDEREEN, "/indicatoren/uitstroom-naar-werk/", "/indicatoren/is-er-niet/"),
    "doelen": Deur(IEDEREEN, "/doelen/"),
    "vergelijken": Deur(IEDEREEN, "/vergelijken/"),
    "geld": Deur(IEDEREEN, "/geld/"),
    "aansluiting": Deur(IEDEREEN, "/klopt-het/"),
    "aansluiting/": Deur(IEDEREEN, "/aansluiting/", status=301),
    "raad": Deur(IEDEREEN, "/raad/"),
    "zoeken": Deur(IEDEREEN, "/zoeken/"),
    "zoek-voorstellen": Deur(IEDEREEN, "/zoeken/voorstellen/"),
    "begrippen": Deur(IEDEREEN, "/begrippen/"),
    "verkennen": Deur(IEDEREEN, "/verkennen/"),
    "begrippen-woorden": Deur(IEDEREEN, "/begrippen/woorden.json"),
    "bronnen": Deur(IEDEREEN, "/bronnen/"),
    "bron": Deur(IEDEREEN, "/bronnen/PB-2026/", "/bronnen/PB-1999/"),
    "regel-van-druk": Deur(IEDEREEN, "/bronnen/PB-2026/druk-1/regels/626/", "/bronnen/PB-2026/druk-1/regels/999999/"),
    "regel": Deur(IEDEREEN, "/bronnen/PB-2026/regels/626/", "/bronnen/PB-2026/regels/999999/"),
    "bevindingen": Deur(IEDEREEN, "/bevindingen/"),
    "over": Deur(IEDEREEN, "/over/"),
    "toegankelijkheid": Deur(IEDEREEN, "/toegankelijkheid/"),
    "data": Deur(IEDEREEN, "/data/"),
    "huisstijl": Deur(IEDEREEN, "/huisstijl.css", verkeerd="post"),
    "cijfers-csv": Deur(IEDEREEN, "/data/cijfers.csv"),
    "bedragen-csv": Deur(IEDEREEN, "/data/bedragen.csv"),
    "referenties-csv": Deur(IEDEREEN, "/data/referenties.csv"),
    "indicator-csv": Deur(IEDEREEN, "/data/indicatoren/uitstroom-naar-werk.csv", "/data/indicatoren/is-er-niet.csv"),
    "doelstelling-csv": Deur(IEDEREEN, "/data/doelstellingen/1.4.csv", "/data/doelstellingen/9.9.csv"),
    "hoofdstuk": Deur(IEDEREEN, "/data/doelstellingen/1.4.docx", "/data/doelstellingen/9.9.docx"),
}
PUBLIEK = tuple(DEUREN)
DEUREN |= {
    # Signing in: who has done so is sent on to their work.
    "inloggen": Deur(IEDEREEN, "/inloggen/", anders=dict.fromkeys(ACCOUNTS, 302)),
    "tweede-factor": Deur(ACCOUNTS, "/inloggen/code/", status=302),
    "koppelcode": Deur(ACCOUNTS, "/inloggen/koppelcode/", status=302),
    "gemeente-inloggen": Deur(IEDEREEN, "/inloggen/gemeente/", status=404),  # not configured
    "gemeente-terug": Deur(IEDEREEN, "/inloggen/gemeente/terug/", status=404),
    "security-txt": Deur(IEDEREEN, "/.well-known/security.txt", status=404),  # without an address to write to
    "uitloggen": Deur(IEDEREEN, "/uitloggen/", status=405),
    "wachtwoord": Deur(ACCOUNTS, "/wachtwoord/"),
    "wachtwoord-gewijzigd": Deur(ACCOUNTS, "/wachtwoord/gewijzigd/", verkeerd="post"),
    # Work
    "werk": Deur(
        ACCOUNTS, "/werk/", anders={"controleur": 302, "griffier": 302, "beheerder": 302}
    ),  # to their own start
    "nieuws-gezien": Deur(INVOERDERS, "/werk/gezien/", status=302, vraag="post", verkeerd="get"),
    "ander-cijfer": Deur(
        INVOERDERS,
        "/werk/ander-cijfer/?reeks=uitstroom-naar-werk&jaar=2024",
        "/werk/ander-cijfer/?reeks=is-er-niet&jaar=2024",
        status=302,
        anders=NIET_VAN_ANDER,
    ),
    "opgave": Deur(
        INVOERDERS,
        "/werk/opgaven/uitstroom-naar-werk/2024/",
        "/werk/opgaven/is-er-niet/2024/",
        anders=NIET_VAN_ANDER,
    ),
    "begrepen": Deur(
        INVOERDERS,
        "/werk/opgaven/uitstroom-naar-werk/2024/begrepen/",
        "/werk/opgaven/is-er-niet/2024/begrepen/",
        anders=NIET_VAN_ANDER,
    ),
    # With a period: none of the bundled definities is of half a year.
    "werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/": Deur(
        INVOERDERS, "/werk/opgaven/uitstroom-naar-werk/2024/H1/", status=404
    ),
    "werk/opgaven/<slug:slug>/<int:jaar>/<slug:periode>/begrepen/": Deur(
        INVOERDERS, "/werk/opgaven/uitstroom-naar-werk/2024/H1/begrepen/", status=404
    ),
    "prognose": Deur(
        INVOERDERS,
        f"/werk/prognoses/uitstroom-naar-werk/{DIT_JAAR}/",
        f"/werk/prognoses/is-er-niet/{DIT_JAAR}/",
        anders=NIET_VAN_ANDER,
    ),
    "werk/prognoses/<slug:slug>/<int:jaar>/<slug:periode>/": Deur(
        INVOERDERS, f"/werk/prognoses/uitstroom-naar-werk/{DIT_JAAR}/H1/", status=404
    ),
    "prognose-besluit": Deur(CONTROLEUR, "/werk/controle/prognoses/{prognose}/", "/werk/controle/prognoses/0/"),
    "overnames": Deur(("ander", "invoerder", "controleur"), "/werk/doelen/"),
    "overname-nieuw": Deur(INVOERDERS, "/werk/doelen/overnemen/"),
    "doelenblad": Deur(INVOERDERS, "/werk/doelen/werkblad.xlsx"),
    "doelen-inlezen": Deur(INVOERDERS, "/werk/doelen/inlezen/"),
    "bedrag-nieuw": Deur(INVOERDERS, "/werk/doelen/bedragen/"),
    "bedrag": Deur(INVOERDERS, "/werk/doelen/bedragen/{geldovername}/", "/werk/doelen/bedragen/0/", status=404),
    "bedrag-besluit": Deur(
        CONTROLEUR, "/werk/doelen/bedragen/{geldovername}/besluit/", "/werk/doelen/bedragen/0/besluit/", status=302
    ),
    # one that waits is not to be changed
    "overname": Deur(INVOERDERS, "/werk/doelen/{overname}/", "/werk/doelen/0/", status=404),
    "overname-besluit": Deur(CONTROLEUR, "/werk/doelen/{overname}/besluit/", "/werk/doelen/0/besluit/", status=302),
    "controle": Deur(CONTROLEUR, "/werk/controle/"),
    "controle-bekijken": Deur(CONTROLEUR, "/werk/controle/bekijken/?opgave={opgave}"),
    "werkblad": Deur(INVOERDERS, "/werk/werkblad.xlsx?jaar=2025", "/werk/werkblad.xls?jaar=2025"),
    "inlezen": Deur(INVOERDERS, "/werk/inlezen/?jaar=2025"),
    "keuzes": Deur(CONTROLEUR, "/werk/keuzes/"),
    "keuze": Deur(CONTROLEUR, "/werk/keuzes/{vermelding}/", "/werk/keuzes/0/"),
    "termijnen": Deur(CONTROLEUR, "/werk/termijnen/"),
    "mails": Deur(CONTROLEUR, "/werk/termijnen/mails/", verkeerd="put"),
    "documenten": Deur(CONTROLEUR, "/werk/documenten/"),
    "document": Deur(CONTROLEUR, "/werk/documenten/{aanlevering}/", "/werk/documenten/0/"),
    "document-voortgang": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/voortgang/", "/werk/documenten/0/voortgang/"
    ),
    "document-vraag": Deur(CONTROLEUR, "/werk/documenten/{vraag}/", "/werk/documenten/0/vragen/0/", status=302),
    "document-bevestigen": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bevestigen/", "/werk/documenten/0/bevestigen/", status=302
    ),
    "document-bladzijde": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bladzijde/1/", "/werk/documenten/0/bladzijde/1/", status=404
    ),
    "document-plaatje": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/bladzijde/1.png", "/werk/documenten/0/bladzijde/1.png", status=404
    ),
    "document-nakijken": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/nakijken/", "/werk/documenten/0/nakijken/", status=302
    ),
    "document-publiceren": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/publiceren/", "/werk/documenten/0/publiceren/", status=302
    ),
    "document-intrekken": Deur(
        CONTROLEUR, "/werk/documenten/{aanlevering}/intrekken/", "/werk/documenten/0/intrekken/", status=302
    ),
    # Reading
    "document-lezen": Deur(LEZERS, "/werk/documenten/{aanlevering}/lezen/", "/werk/documenten/0/lezen/", status=404),
    "lezen": Deur(LEZERS, "/werk/lezen/"),
    "lezen-document": Deur(LEZERS, "/werk/lezen/document/PB-2026/", "/werk/lezen/document/PB-1999/"),
    "lezen-nagelezen": Deur(
        RAADSLEZERS,
        "/werk/lezen/document/PB-2026/nagelezen/",
        "/werk/lezen/document/PB-1999/nagelezen/",
        status=404,  # of no programma
        vraag="post",
        verkeerd="get",
    ),
    "lezen-aanwijzen": Deur(
        RAADSLEZERS,
        "/werk/lezen/document/PB-2026/aanwijzen/{motie}/",
        "/werk/lezen/document/PB-2026/aanwijzen/0/",
        status=302,
        vraag="post",
        verkeerd="get",
    ),
    "lezen-eerder": Deur(
        LEZERS,
        "/werk/lezen/document/PB-2026/eerder/{motie}/",
        "/werk/lezen/document/PB-1999/eerder/0/",
        status=302,
        vraag="post",
        verkeerd="get",
    ),
    "lezen-laten-liggen": Deur(
        LEZERS,
        "/werk/lezen/document/PB-2026/laten-liggen/",
        "/werk/lezen/document/PB-1999/laten-liggen/",
        status=302,
        vraag="post",
        verkeerd="get",
    ),
    "lezen-schrijven": Deur(
        LEZERS, "/werk/lezen/document/PB-2026/motie/?van=956", "/werk/lezen/document/PB-2026/is-er-niet/"
    ),
    "lezen-stuk": Deur(LEZERS, "/werk/lezen/stuk/{motie}/", "/werk/lezen/stuk/0/"),
    "lezen-verbeteren": Deur(LEZERS, "/werk/lezen/stuk/{motie}/verbeteren/", "/werk/lezen/stuk/0/verbeteren/"),
    "lezen-stand": Deur(RAADSLEZERS, "/werk/lezen/stand/{motie}/", "/werk/lezen/stand/0/"),
    "geschiedenis": Deur(BEHEERDER, "/werk/geschiedenis/"),
    "voortgang": Deur(CONTROLEUR, "/werk/voortgang/"),
    "voortgang-bestand": Deur(CONTROLEUR, "/werk/voortgang.xlsx?jaar=2025", "/werk/voortgang.xls?jaar=2025"),
    "herinneren": Deur(
        CONTROLEUR, "/werk/voortgang/herinneren/?doelstelling=1.5", "/werk/voortgang/herinneren/?doelstelling=9.9"
    ),
    "eigenaren": Deur(("controleur", "beheerder"), "/werk/eigenaren/"),
    "herinneringen": Deur(BEHEERDER, "/werk/herinneringen/", verkeerd="post"),
    "herinnering-opnieuw": Deur(
        BEHEERDER,
        "/werk/herinneringen/{herinnering}/opnieuw/",
        "/werk/herinneringen/0/opnieuw/",
        status=302,
        vraag="post",
        verkeerd="get",
    ),
    "zoekwoorden": Deur(RAADSLEZERS, "/werk/zoekwoorden/"),
    "gemeente": Deur(BEHEERDER, "/werk/gemeente/"),
    "rechten": Deur(BEHEERDER, "/werk/rechten/", verkeerd="post"),
    "aanmeldingen": Deur(BEHEERDER, "/werk/aanmeldingen/", verkeerd="post"),
    # Django's admin
    "admin:index": Deur(BEHEERDER, "/beheer/"),
    "admin:jsi18n": Deur(BEHEERDER, "/beheer/jsi18n/"),
    "admin:app_list": Deur(BEHEERDER, "/beheer/indicators/"),
    "admin:auth_user_password_change": Deur(
        BEHEERDER, "/beheer/ingest/account/{pk}/password/", "/beheer/ingest/account/0/password/"
    ),
}
DEUREN["admin:ingest_account_koppelcode"] = Deur(
    BEHEERDER, "/beheer/ingest/account/{pk}/koppelcode/", "/beheer/ingest/account/0/koppelcode/", status_weg=302
)
for model, nieuw, verwijder in (
    ("ingest_account", 200, 200),
    ("indicators_programma", 200, 403),
    ("indicators_doelstelling", 200, 403),
    ("indicators_indicator", 200, 403),
    ("indicators_breuk", 200, 403),
    ("indicators_opvolging", 200, 403),
    ("indicators_publicatie", 403, 403),
):
    map_ = f"/beheer/{model.replace('_', '/')}"
    # Django's admin answers an id that is not there with a message on its first page.
    DEUREN |= {
        f"admin:{model}_changelist": Deur(BEHEERDER, f"{map_}/"),
        f"admin:{model}_add": Deur(BEHEERDER, f"{map_}/add/", status=nieuw),
        f"admin:{model}_change": Deur(BEHEERDER, f"{map_}/{{pk}}/change/", f"{map_}/0/change/", status_weg=302),
        f"admin:{model}_delete": Deur(
            BEHEERDER,
            f"{map_}/{{pk}}/delete/",
            f"{map_}/0/delete/",
            status=verwijder,
            status_weg=302 if verwijder == 200 else 403,
        ),
        f"{map_}/<path:object_id>/"[1:]: Deur(BEHEERDER, f"{map_}/{{pk}}/", status=302),
    }
