"""A new begroting in a real browser: nobody has read it and no page claims anything; then two people read it.

PB 2027 is PB 2026 a year later, with sentences of our own: motie 2506-61 is afgedaan, and a raadsvoorstel is announced.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

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
from tests.gereedschap.documenten.documenten import NIET_NAGELEZEN, STUKKEN, tekst_van, verschoven

pytestmark = pytest.mark.browser

MENSEN = f"""
from ingest.models import Account
ilse, carla, gerard = (
    Account.objects.create_user(naam, f"{{naam}}@gemeente.example", {WACHTWOORD!r}, first_name=naam.title())
    for naam in ("ilse", "carla", "gerard")
)
from indicators.models import Doelstelling
ilse.rechten.create(rol="invoerder", doelstelling=Doelstelling.objects.get(code="1.5"))
carla.rechten.create(rol="controleur")
gerard.rechten.create(rol="griffier")
"""
LAAD = "from django.core.management import call_command; call_command('load_document', {bestand!r}, verbosity=0)"
# By line of PB 2026: what PB 2027 says there.
ANDERS = {
    361: "Uiterlijk in maart 2027 krijgt uw raad een raadsvoorstel over leerbanen.",
    376: "",
    1015: "Deze motie is afgedaan met de brief van 3 februari 2026.",
}
DOCUMENT = "/werk/lezen/document/PB-2027/"
LEERBANEN = "Een raadsvoorstel over leerbanen"


@pytest.fixture(scope="module")
def leessite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EigenSite]:
    regels = verschoven(1)(tekst_van("PB 2026")).split("\n")
    for nummer, regel in ANDERS.items():
        regels[nummer - 1] = regel
    bestand = Path(tmp_path_factory.mktemp("stukken")) / "PB 2027.txt"
    bestand.write_text("\n".join(regels), encoding="utf-8")
    with eigen_site(MENSEN) as site:
        site.shell(LAAD.format(bestand=str(bestand)))
        yield site


def hoofdtekst(page: Page) -> str:
    return " ".join(page.inner_text("main").split())


def over_motie(bezoek: Bezoek, nummer: str = "2506-61") -> str:
    return " ".join(bezoek.ga("/raad/").locator(f"#motie-{nummer}").inner_text().split())


def kies(bezoek: Bezoek, van: int, tot: int, wat: str) -> Page:
    """Select the lines by their numbers, and say what they are."""
    page = bezoek.ga(f"{DOCUMENT}?vanaf={(van - 1) // 250 * 250 + 1}")
    for regel in (van, tot):
        page.locator(f"#regel-{regel} .regel__nummer").click()
    page.get_by_role("link", name=wat, exact=True).click()
    in_orde(bezoek)
    return page


def akkoord(bezoek: Bezoek, wat: str) -> None:
    page = bezoek.ga("/werk/lezen/")
    in_orde(bezoek)
    page.get_by_role("link", name=wat, exact=True).click()
    in_orde(bezoek)
    page.get_by_role("button", name="Akkoord: zet op de site").click()
    expect(page.get_by_role("status").first).to_contain_text("staat nu op de site.")


def test_twee_mensen_lezen_een_nieuwe_begroting(chromium: Browser, leessite: EigenSite) -> None:
    publiek = next(open_tab(chromium, leessite.adres, BREED))
    assert "termijn voorbij" in over_motie(publiek)
    assert "Of PB 2027 er nog iets over zegt, is nog niet nagelezen." in over_motie(publiek)
    niemand_zegt_iets(publiek)

    with (
        ingelogd(chromium, leessite, "ilse", DOCUMENT, SMAL) as ilse,
        ingelogd(chromium, leessite, "gerard", DOCUMENT) as gerard,
        ingelogd(chromium, leessite, "carla", DOCUMENT) as carla,
    ):
        kondig_aan(ilse)
        assert LEERBANEN not in hoofdtekst(publiek.ga("/raad/"))
        akkoord(gerard, LEERBANEN)
        assert f"{LEERBANEN} loopt volgens PB 2027" in hoofdtekst(publiek.ga("/raad/"))

        lees_de_motie(gerard)
        assert "termijn voorbij" in over_motie(publiek)
        akkoord(carla, "De afdoening van de motie over overlast van LED-borden.")
        assert "afgedaan volgens PB 2027" in over_motie(publiek)
        assert "termijn voorbij" not in over_motie(publiek)

        neem_over(ilse)
        akkoord(carla, "Iedereen die onder de Participatiewet valt, krijgt hulp: naa")
        publiek.ga("/indicatoren/bijstandsuitkeringen/")
        assert "PB 2027, regel 364 tot en met 365" in hoofdtekst(publiek.page)

        zeg_nagelezen(carla)
        alles_is_gezegd(publiek)
    publiek.page.context.close()


def niemand_zegt_iets(publiek: Bezoek) -> None:
    """Of an edition that nobody read no page says that it is silent."""
    niet_gelezen = f"Van {NIET_NAGELEZEN} en PB 2027 is nog niet nagelezen wat er naar de raad komt."
    assert niet_gelezen in hoofdtekst(publiek.ga("/raad/"))
    assert "PB 2027 noemt dit niet meer" not in hoofdtekst(publiek.page)
    in_orde(publiek)
    assert "PB 2027 is hierop nog niet nagelezen." in hoofdtekst(publiek.ga("/aansluiting/"))
    assert "Of PB 2027 zegt wie dat betaalt, is nog niet nagelezen." in hoofdtekst(publiek.ga("/geld/"))
    assert "PB 2027 is nog niet nagelezen" in hoofdtekst(publiek.ga("/"))
    kolom = publiek.ga("/indicatoren/bijstandsuitkeringen/").locator("#invloed .naast > div").last.inner_text()
    assert "Dit document is hierop nog niet nagelezen." in kolom
    assert "zegt het document hier niets over" not in kolom


def kondig_aan(ilse: Bezoek) -> None:
    """On a phone; the reader proposes it too."""
    page = ilse.ga(f"{DOCUMENT}?vanaf=251")
    in_orde(ilse)
    expect(page.locator("#regel-361")).to_contain_text("Voorstel: iets wat nog naar de raad komt")
    page = kies(ilse, 361, 361, "Iets wat nog naar de raad komt")
    page.get_by_label("Waar gaat het over?").fill(LEERBANEN)
    page.get_by_label("Wanneer, zoals gedrukt").fill("Uiterlijk in maart 2027")
    page.get_by_label("Laatste dag die daarbij past").fill("31-3-2027")
    page.get_by_label("Hoe staat het er volgens deze bron mee?").select_option("loopt")
    page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")
    in_orde(ilse)


def lees_de_motie(gerard: Bezoek) -> None:
    page = kies(gerard, 1015, 1015, "Een motie")
    page.get_by_label("Nummer van de motie").fill("2506-61")
    page.get_by_label("Waar gaat het over?").fill("De afdoening van de motie over overlast van LED-borden.")
    page.get_by_label("Hoe staat het er volgens deze bron mee?").select_option("afgedaan")
    page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard.")


def neem_over(ilse: Bezoek) -> None:
    """What PB 2026 said of it stands beside the text: these words are still there."""
    page = ilse.ga(DOCUMENT)
    page.get_by_text("Toon wat er in PB 2026 is gelezen").click()
    in_orde(ilse)
    knop = page.get_by_role("button", name=re.compile(r"^Zegt dit nog\s*: Iedereen die onder de Participatiewet valt"))
    knop.last.click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard voor PB 2027.")


def zeg_nagelezen(carla: Bezoek) -> None:
    page = carla.ga(DOCUMENT)
    for vraag in page.locator("#nagelezen input[type=checkbox]").all():
        vraag.check()
    page.get_by_role("button", name=re.compile("^Bewaar")).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard wat er van PB 2027 is nagelezen")


def alles_is_gezegd(publiek: Bezoek) -> None:
    raad = hoofdtekst(publiek.ga("/raad/"))
    *eerste, laatste = STUKKEN
    assert f"Van {', '.join(eerste)} en {laatste} is nog niet nagelezen wat er naar de raad komt." in raad
    assert raad.count("nog niet nagelezen") == 1
    assert "PB 2027 noemt dit niet meer." in over_motie(publiek, "2506-53")
    for adres in ("/", "/aansluiting/", "/geld/"):
        assert "nog niet nagelezen" not in hoofdtekst(publiek.ga(adres)), adres
        in_orde(publiek)
    kolom = publiek.ga("/indicatoren/uitstroom-naar-school/").locator("#invloed .naast > div").last.inner_text()
    assert "Bij dit cijfer zegt het document hier niets over." in kolom
