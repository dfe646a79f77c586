"""What people do in a browser to bring a document on the site, and to read it there."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.gereedschap.browser import BREED, SMAL, Bezoek, in_orde, schuift_niet

LEZEN = 60_000
"""So many milliseconds may the worker take for a document."""


def bekijk(bezoek: Bezoek) -> None:
    """The page as it stands: axe on a phone, and on a laptop it does not scroll sideways either."""
    bezoek.page.set_viewport_size({"width": SMAL, "height": 900})
    in_orde(bezoek)
    bezoek.page.set_viewport_size({"width": BREED, "height": 900})
    schuift_niet(bezoek)


def hoofdtekst(page: Page) -> str:
    return " ".join(page.inner_text("main").split())


def lever_aan(anna: Bezoek, bestand: Path, naam: str) -> str:
    """The address where it is judged."""
    page = anna.ga("/werk/documenten/")
    page.get_by_label("Document", exact=True).set_input_files(bestand)
    page.get_by_role("button", name="Lever aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{naam} beoordelen", timeout=LEZEN)
    return page.url


def open_vraag(page: Page, document: str, woord: str) -> None:
    page.goto(document)
    page.locator(".taak", has_text=woord).get_by_role("link").first.click()


def antwoord(page: Page, kop: str) -> Locator:
    """The form of this answer, opened."""
    keuze = page.locator("details.antwoordkeuze", has=page.locator("summary", has_text=kop))
    if keuze.get_attribute("open") is None:
        keuze.locator("summary").click()
    return keuze


def bewaard(page: Page) -> None:
    expect(page.get_by_role("status").first).to_contain_text("Bewaard")


def met_het_toetsenbord(anna: Bezoek) -> None:
    """What could not be read is left out without a mouse, beside the picture of its page."""
    page = anna.page
    page.locator("#rij").get_by_role("link", name="Beantwoord deze vraag").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bladzijde__beeld")).to_have_js_property("naturalWidth", 1000)
    expect(page.locator("#gevraagd")).to_be_in_viewport()
    bekijk(anna)
    page.get_by_text("Niet overnemen", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Dit is geen cijfer.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("Bewaard: Niet overnemen.")


def nieuwe_indicator(anna: Bezoek, document: str, naam: str, omschrijving: str) -> None:
    page = anna.page
    open_vraag(page, document, f'"{naam}" is niet bekend')
    keuze = antwoord(page, "Een nieuwe indicator")
    keuze.get_by_label("Wat wordt er gemeten?").fill(omschrijving)
    keuze.get_by_label("Wat is goed?").select_option("hoger")
    keuze.get_by_label("Wat is het getal bij Begroting?").select_option("streefwaarde")
    keuze.get_by_label("Waarover gaat een cijfer?").select_option("kalenderjaar")
    in_orde(anna)
    keuze.get_by_role("button", name="Maak deze indicator").click()
    bewaard(page)


def maak_elk(page: Page, document: str, soort: str, knop: str) -> None:
    page.goto(document)
    te_doen = page.locator(f"#{soort}").get_by_role("link", name="Beantwoord deze vraag")
    while te_doen.count():
        te_doen.first.click()
        antwoord(page, "Een nieuw").get_by_role("button", name=knop).click()
        bewaard(page)
        page.goto(document)


def de_rest(anna: Bezoek, document: str) -> None:
    """Rows that could not be read stay out, what is measured as before is so, and what stands out is right."""
    page = anna.page
    page.goto(document)
    te_doen = page.locator("#rij").get_by_role("link", name="Beantwoord deze vraag")
    while te_doen.count():
        te_doen.first.click()
        page.get_by_text("Niet overnemen", exact=True).click()
        page.get_by_label("Waarom niet?").fill("Dit is geen cijfer.")
        page.get_by_role("button", name="Neem dit niet over").click()
        page.goto(document)
    te_doen = page.locator("#definitie").get_by_role("link", name="Beantwoord deze vraag")
    while te_doen.count():
        te_doen.first.click()
        page.get_by_role("button", name="Bewaar dit antwoord").click()
        bewaard(page)
        page.goto(document)
    gegevens(anna)


def gegevens(anna: Bezoek) -> None:
    page = anna.page
    if page.locator("#opvallend").count():
        page.locator("#opvallend").get_by_role("button", name="Alle ").click()
    page.locator("#document").get_by_role("link", name="Beantwoord deze vraag").click()
    page.get_by_role("button", name="Klopt", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Datum en besluit")
    page.get_by_label("Aangeboden aan de raad op").fill("1-10-2026")
    page.get_by_role("button", name="Bewaar dit antwoord").click()
    expect(page.locator("main")).to_contain_text("Alle vragen zijn beantwoord.")


def kijk_na(bert: Bezoek, document: str) -> None:
    """What a colleague answered and makes a figure, with the keyboard alone."""
    page = bert.page
    page.goto(f"{document}nakijken/")
    bekijk(bert)
    keuzes = page.get_by_label("Dit antwoord klopt").all()
    for keuze in keuzes:
        expect(keuze).to_have_accessible_description(re.compile("."))
        keuze.focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Bewaar wat klopt").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text(
        re.compile(rf"\b{len(keuzes)} antwoord(?:en)? nagekeken\.")
    )


def publiceer(bert: Bezoek, document: str) -> None:
    page = bert.page
    page.goto(document)
    page.get_by_role("link", name="Bekijk wat er op de site verandert").first.click()
    bekijk(bert)
    page.get_by_role("button", name="Publiceren").click()
    expect(page.locator("main")).to_contain_text("Dit document staat op de site sinds", timeout=LEZEN)


def kies(bezoek: Bezoek, document: str, tekst: str, wat: str, voorstel: str = "") -> Page:
    """Select the line of a document that starts so, and say what it is; it may have a proposal of the reader."""
    page, vanaf = bezoek.ga(document), 1
    while not (regel := page.locator(".regel", has_text=tekst[:40])).count():
        vanaf += 250
        page = bezoek.ga(f"{document}?vanaf={vanaf}")
    expect(regel.first).to_contain_text(voorstel)
    nummer = regel.first.get_attribute("id")
    for _ in range(2):  # from this line to this line
        page.locator(f"#{nummer} .regel__nummer").click()
    page.get_by_role("link", name=wat, exact=True).click()
    in_orde(bezoek)
    return page


def leg_voor(bezoek: Bezoek) -> None:
    bezoek.page.get_by_role("button", name="Leg voor aan een collega").click()
    expect(bezoek.page.get_by_role("status").first).to_contain_text("Bewaard.")


def bekijk_wat_wacht(bezoek: Bezoek, wat: str) -> None:
    """What waits for a second person, as it is shown to them."""
    page = bezoek.ga("/werk/lezen/")
    in_orde(bezoek)
    page.get_by_role("link", name=wat, exact=True).click()
    in_orde(bezoek)


def akkoord(bezoek: Bezoek, wat: str) -> None:
    page = bezoek.ga("/werk/lezen/")
    page.get_by_role("link", name=wat, exact=True).click()
    page.get_by_role("button", name="Akkoord: zet op de site").click()
    expect(page.get_by_role("status").first).to_contain_text("staat nu op de site.")


def zeg_nagelezen(bert: Bezoek, document: str) -> None:
    page = bert.ga(document)
    for vraag in page.locator("#nagelezen input[type=checkbox]").all():
        vraag.check()
    page.get_by_role("button", name=re.compile("^Bewaar")).click()
    expect(page.get_by_role("status").first).to_contain_text("Bewaard wat er van PB 2027")
