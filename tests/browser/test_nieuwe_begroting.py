"""A new begroting in a real browser: two people bring it on the site, nobody has read it, and then it is read.

PB 2027 is PB 2026 as a PDF with every year one later, so it prints 181 as its realisatie of 2025. In it are sentences
of our own (tests/gereedschap/documenten/nieuwe_begroting.py). One row has a number that cannot be read. Its programma 2
comes in a file of its own, and is invented.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.gereedschap.browser import (
    BREED,
    SMAL,
    WACHTWOORD,
    Bezoek,
    EigenSite,
    eigen_site,
    in_orde,
    ingelogd,
    open_tab,
)
from tests.gereedschap.browserwerk import (
    akkoord,
    antwoord,
    bekijk,
    bekijk_wat_wacht,
    bewaard,
    de_rest,
    gegevens,
    hoofdtekst,
    kies,
    kijk_na,
    leg_voor,
    lever_aan,
    maak_elk,
    met_het_toetsenbord,
    nieuwe_indicator,
    open_vraag,
    publiceer,
    zeg_nagelezen,
)
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, STUKKEN
from tests.gereedschap.documenten.nieuwe_begroting import (
    AFGEDAAN,
    DEKKING,
    LEERBAANZIN,
    REGEL_STUK,
    schrijf_bestanden,
)

pytestmark = pytest.mark.browser

MENSEN = f"""
from ingest.models import Account
anna, bert, ilse, gerard = (
    Account.objects.create_user(naam, f"{{naam}}@gemeente.example", {WACHTWOORD!r}, first_name=naam.title())
    for naam in ("anna", "bert", "ilse", "gerard")
)
from indicators.models import Doelstelling
for controleur in (anna, bert):
    controleur.rechten.create(rol="controleur")
ilse.rechten.create(rol="invoerder", doelstelling=Doelstelling.objects.get(code="1.5"))
gerard.rechten.create(rol="griffier")
"""
DOCUMENT, WONENDOCUMENT = "/werk/lezen/document/PB-2027/", "/werk/lezen/document/PB-2027-programma-2/"
LEERBANEN = "Een raadsvoorstel over leerbanen"
PAGINAS = (
    *("/", "/doelen/", "/raad/", "/geld/", "/vergelijken/", "/klopt-het/", "/bevindingen/", "/bronnen/"),
    *(f"/doelstellingen/1.{nummer}/" for nummer in range(1, 7)),
    "/indicatoren/arbeidsparticipatie/",
    "/indicatoren/bijstandsuitkeringen/",
    "/indicatoren/bereik-minimaregelingen/",
    "/indicatoren/uitstroom-naar-school/",
    "/indicatoren/uitstroom-naar-werk/",
)
# What a page says of a document that is silent.
STILTE = re.compile(
    r"zegt het document hier niets over|geeft hier geen uitleg|legt dit niet uit|noemt dit niet meer|niet genoemd"
    r"|geen losse speerpunten|noemt geen dekking|zeggen niet waarom"
)


@pytest.fixture(scope="module")
def site() -> Iterator[EigenSite]:
    with eigen_site(MENSEN) as site:
        yield site


@pytest.fixture(scope="module")
def bestanden(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """PB 2027, and its programma 2."""
    return schrijf_bestanden(tmp_path_factory.mktemp("stukken"))


@pytest.mark.drawn
def test_twee_mensen_brengen_een_begroting_op_de_site_en_lezen_haar(
    chromium: Browser, site: EigenSite, bestanden: tuple[Path, Path]
) -> None:
    publiek = next(open_tab(chromium, site.adres, BREED))
    eerst = stiltes(publiek)
    assert "termijn voorbij" in over_motie(publiek)
    with (
        ingelogd(chromium, site, "anna", "/werk/documenten/") as anna,
        ingelogd(chromium, site, "bert", "/werk/documenten/") as bert,
    ):
        document = lever_aan(anna, bestanden[0], "PB 2027")
        bekijk(anna)
        met_het_toetsenbord(anna)
        nieuwe_indicator(anna, document, "Jongeren in een leerbaan", "Jongeren die na de bijstand een leerbaan hebben.")
        vervangen(anna, document)
        anders_gemeten(anna, document)
        de_rest(anna, document)
        bekijk(anna)
        anna.page.goto(f"{document}publiceren/")
        expect(anna.page.locator("#publiceren")).to_contain_text("U leverde dit document zelf aan.")
        bekijk(anna)
        kijk_na(bert, document)
        publiceer(bert, document)
        bekijk(bert)
        bert.page.get_by_role("link", name="Trek dit document in").click()
        bekijk(bert)

        cijfers_zijn_nieuw(publiek)
        niemand_las(publiek, eerst)

        with (
            ingelogd(chromium, site, "ilse", DOCUMENT, SMAL) as ilse,
            ingelogd(chromium, site, "gerard", DOCUMENT) as gerard,
        ):
            lees(publiek, ilse, gerard, bert)
        zeg_nagelezen(bert, DOCUMENT)
        alles_is_gezegd(publiek)

        programma_2(anna, bert, publiek, bestanden[1])
    publiek.page.context.close()


# To hand in, judge and publish


def vervangen(anna: Bezoek, document: str) -> None:
    page = anna.page
    open_vraag(page, document, "Jongeren die van de bijstand naar school gaan")
    keuze = antwoord(page, "Er is een andere indicator voor in de plaats gekomen")
    keuze.get_by_label("Welke indicator?").select_option("jongeren-in-een-leerbaan")
    keuze.get_by_label("Hoe weten wij dat?").fill("PB 2027 schrijft bij leerbanen dat zij dit vervangen.")
    in_orde(anna)
    keuze.get_by_role("button", name="Bewaar dit antwoord").click()
    bewaard(page)


def anders_gemeten(anna: Bezoek, document: str) -> None:
    """Of the definitie that changed; the others are as before."""
    page = anna.page
    open_vraag(page, document, "% Arbeidsparticipatie")
    page.locator("#bladzijde .cijfer").first.focus()
    assert page.locator(".bladzijde__figuur.is-gekozen").count() == 1
    bekijk(anna)
    expect(page.locator("main")).to_contain_text("De gedrukte omschrijving staat niet op deze site.")
    expect(page.locator("main")).to_contain_text("vanaf 1 uur per week")
    keuze = antwoord(page, "alles in dit document is anders gemeten")
    keuze.get_by_label("Wat wordt er gemeten?").fill(
        "Deel van de bevolking tot 67 jaar dat werkt, vanaf 1 uur per week."
    )
    keuze.get_by_label("Wat is er anders?").fill("PB 2027 telt werk vanaf 1 uur per week mee.")
    keuze.get_by_role("button", name="Bewaar dit antwoord").click()
    bewaard(page)


# What the public sees


def over_motie(bezoek: Bezoek, nummer: str = "2506-61") -> str:
    return " ".join(bezoek.ga("/raad/").locator(f"#motie-{nummer}").inner_text().split())


def stiltes(publiek: Bezoek) -> dict[str, int]:
    """How often each page says that a document is silent."""
    vraag = publiek.page.request
    return {adres: len(STILTE.findall(" ".join(vraag.get(publiek.site + adres).text().split()))) for adres in PAGINAS}


# What the tables of PB 2027 say, page by page, and what stood there before.
NIEUW = {
    "/": ("€ 63,3 miljoen in 2027", "€ 63,3 miljoen in 2026"),
    "/doelen/": ("Jongeren in een leerbaan", "Jongeren die van de bijstand naar school gaan 2024: 19"),
    "/geld/": ("Netto kosten 2027: € 63,3 miljoen.", "Netto kosten 2026: € 63,3 miljoen."),
    "/vergelijken/": ("In PB 2027 anders gemeten dan in PB 2026: Arbeidsparticipatie.", "van PB 2023 naar PB 2026?"),
    "/klopt-het/": ("optellingen na in PB 2023, PB 2026 en PB 2027.", "optellingen na in PB 2023 en PB 2026."),
    "/bevindingen/": (f'{REGEL_STUK}" is niet gelezen: "2.60" is geen getal.', ""),
    "/bronnen/": ("Programmabegroting 2027-2030", ""),
    "/bronnen/PB-2027/": ("Zoek in PB 2027", ""),
    "/doelstellingen/1.5/": ("€ 23,9 miljoen netto kosten in 2027.", "netto kosten in 2026."),
    "/indicatoren/arbeidsparticipatie/": ("PB 2027 telt werk vanaf 1 uur per week mee.", ""),
    "/indicatoren/uitstroom-naar-school/": ("Vanaf PB 2027 vervangen door Jongeren in een leerbaan.", ""),
    "/indicatoren/jongeren-in-een-leerbaan/": (
        "Tot PB 2027 was dit Jongeren die van de bijstand naar school gaan.",
        "",
    ),
    "/indicatoren/uitstroom-naar-werk/": ("181 in 2025 (aantal)", "181 in 2024 (aantal)"),
}


def cijfers_zijn_nieuw(publiek: Bezoek) -> None:
    """Every page knows PB 2027 at once, for what its tables say."""
    for adres, (nieuw, oud) in NIEUW.items():
        gezegd = hoofdtekst(publiek.ga(adres))
        assert nieuw in gezegd, adres
        assert not oud or oud not in gezegd, adres
    in_orde(publiek)
    bestand = publiek.page.request.get(f"{publiek.site}/data/cijfers.csv").text()
    assert re.search(r"Uitstroom naar werk.*PB 2027", bestand)


def niemand_las(publiek: Bezoek, eerst: dict[str, int]) -> None:
    """Of an edition that nobody read no page says that it is silent."""
    for adres, aantal in stiltes(publiek).items():
        assert aantal <= eerst[adres], adres
    niet_gelezen = f"Van {NIET_NAGELEZEN} en PB 2027 is nog niet nagelezen wat er naar de raad komt."
    assert niet_gelezen in hoofdtekst(publiek.ga("/raad/"))
    assert "Of PB 2027 er nog iets over zegt, is nog niet nagelezen." in over_motie(publiek)
    in_orde(publiek)
    assert "PB 2027 is hierop nog niet nagelezen." in hoofdtekst(publiek.ga("/klopt-het/"))
    assert "Of PB 2027 zegt wie dat betaalt, is nog niet nagelezen." in hoofdtekst(publiek.ga("/geld/"))
    assert "PB 2027 is nog niet nagelezen" in hoofdtekst(publiek.ga("/"))
    kolom = publiek.ga("/indicatoren/bijstandsuitkeringen/").locator("#invloed .naast > div").last.inner_text()
    assert "Dit document is hierop nog niet nagelezen." in kolom


# To read


def lees(publiek: Bezoek, ilse: Bezoek, gerard: Bezoek, bert: Bezoek) -> None:
    """Each thing is on the site when a second person agrees, not before."""
    kondig_aan(ilse)
    bekijk_wat_wacht(gerard, LEERBANEN)
    assert LEERBANEN not in hoofdtekst(publiek.ga("/raad/"))
    akkoord(gerard, LEERBANEN)
    assert f"{LEERBANEN} loopt volgens PB 2027" in hoofdtekst(publiek.ga("/raad/"))

    lees_de_motie(gerard)
    assert "termijn voorbij" in over_motie(publiek)
    akkoord(bert, "De afdoening van de motie over overlast van LED-borden.")
    assert "afgedaan volgens PB 2027" in over_motie(publiek)
    assert "termijn voorbij" not in over_motie(publiek)

    lees_de_dekking(ilse)
    assert "De reserve Sociaal Domein betaalt de campagnes." not in hoofdtekst(publiek.ga("/geld/"))
    akkoord(bert, "De reserve Sociaal Domein betaalt de campagnes.")
    assert "De reserve Sociaal Domein betaalt de campagnes." in hoofdtekst(publiek.ga("/geld/"))

    neem_over(ilse)
    akkoord(bert, "Iedereen die onder de Participatiewet valt, krijgt hulp: naa")
    publiek.ga("/indicatoren/bijstandsuitkeringen/")
    assert re.search(r"krijgt hulp.*\(PB 2027, regel", hoofdtekst(publiek.page))


def kondig_aan(ilse: Bezoek) -> None:
    """On a phone; the reader proposes it too."""
    page = kies(
        ilse, DOCUMENT, LEERBAANZIN, "Iets wat nog naar de raad komt", "Voorstel: iets wat nog naar de raad komt"
    )
    page.get_by_label("Waar gaat het over?").fill(LEERBANEN)
    page.get_by_label("Wanneer, zoals gedrukt").fill("Uiterlijk in maart 2027")
    page.get_by_label("Laatste dag die daarbij past").fill("31-3-2027")
    page.get_by_label("Hoe staat het er volgens deze bron mee?").select_option("loopt")
    leg_voor(ilse)
    regel = ilse.page.locator(".regel", has_text=LEERBAANZIN[:40])
    expect(regel).to_contain_text(f"{LEERBANEN} (wacht op een tweede persoon)")
    in_orde(ilse)


def lees_de_motie(gerard: Bezoek) -> None:
    page = kies(gerard, DOCUMENT, AFGEDAAN, "Een motie")
    page.get_by_label("Nummer van de motie").fill("2506-61")
    page.get_by_label("Waar gaat het over?").fill("De afdoening van de motie over overlast van LED-borden.")
    page.get_by_label("Hoe staat het er volgens deze bron mee?").select_option("afgedaan")
    leg_voor(gerard)


def lees_de_dekking(ilse: Bezoek) -> None:
    page = kies(ilse, DOCUMENT, DEKKING, "Wie nieuw beleid betaalt")
    posten = page.get_by_label("Welke regel van nieuw beleid?")
    [campagnes] = [optie for optie in posten.locator("option").all_inner_texts() if "Campagnebudget" in optie]
    posten.select_option(label=campagnes)
    page.get_by_label("Zoals gedrukt", exact=True).fill("gedekt uit de reserve Sociaal Domein")
    page.get_by_label("Trekt de tabel de dekking zelf al af?").select_option("nee")
    page.get_by_label("In uw eigen woorden").fill("De reserve Sociaal Domein betaalt de campagnes.")
    leg_voor(ilse)


def neem_over(ilse: Bezoek) -> None:
    """What PB 2026 said of it stands beside the text: these words are still there."""
    page = ilse.ga(DOCUMENT)
    page.get_by_text("Toon wat er in PB 2026 is gelezen").click()
    in_orde(ilse)
    knop = page.get_by_role("button", name=re.compile(r"^Zegt dit nog\s*: Iedereen die onder de Participatiewet valt"))
    knop.last.click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard voor PB 2027.")


def alles_is_gezegd(publiek: Bezoek) -> None:
    raad = hoofdtekst(publiek.ga("/raad/"))
    *eerste, laatste = STUKKEN
    assert f"Van {', '.join(eerste)} en {laatste} is nog niet nagelezen wat er naar de raad komt." in raad
    assert raad.count("nog niet nagelezen") == 1
    assert "PB 2027 noemt dit niet meer." in over_motie(publiek, "2506-53")
    for adres in ("/", "/klopt-het/", "/geld/"):
        assert "nog niet nagelezen" not in hoofdtekst(publiek.ga(adres)), adres
        in_orde(publiek)
    kolom = publiek.ga("/indicatoren/jongeren-in-een-leerbaan/").locator("#invloed .naast > div").last.inner_text()
    assert "Bij dit cijfer zegt het document hier niets over." in kolom


# Its programma 2

KEUZE = "Programma 1: Onderwijs, economie en arbeidsparticipatie Programma 2: Wonen en bouwen "


def programma_2(anna: Bezoek, bert: Bezoek, publiek: Bezoek, bestand: Path) -> None:
    """All of it is new; what is known of programma 1 stays as it is."""
    een = {adres: hoofdtekst(publiek.ga(adres)) for adres in ("/doelen/", "/geld/", "/vergelijken/")}
    motie = over_motie(publiek, "2506-53")
    page, document = anna.page, lever_aan(anna, bestand, "PB 2027 programma 2")
    for soort, knop in (("programma", "Maak dit programma"), ("doelstelling", "Maak deze doelstelling")):
        maak_elk(page, document, soort, knop)
    nieuwe_indicator(anna, document, "Aantal nieuwe woningen", "Woningen die in het jaar klaar zijn.")
    maak_elk(page, document, "post", "Maak deze post")
    gegevens(anna)
    publiceer(bert, document)

    assert "Programma 2: Wonen en bouwen" in hoofdtekst(publiek.ga("/?programma=2"))
    assert "€ 4,2 miljoen" in hoofdtekst(publiek.page)
    assert "Netto kosten 2027: € 4,2 miljoen." in hoofdtekst(publiek.ga("/geld/?programma=2"))
    assert "11 kloppen precies" in hoofdtekst(publiek.ga("/klopt-het/?programma=2"))
    assert "2025: 412." in hoofdtekst(publiek.ga("/doelen/?programma=2"))
    over_woningen = "/indicatoren/aantal-nieuwe-woningen/"
    assert "Dit document is hierop nog niet nagelezen." in hoofdtekst(publiek.ga(over_woningen))
    zeg_nagelezen(bert, WONENDOCUMENT)
    assert "Bij dit cijfer zegt het document hier niets over." in hoofdtekst(publiek.ga(over_woningen))
    for adres, zoals_het_was in een.items():
        assert hoofdtekst(publiek.ga(adres)).replace(KEUZE, "") == zoals_het_was, adres
    assert over_motie(publiek, "2506-53") == motie
