"""What stands on a page, and what the documents say: the two sides that the tests of the pages compare."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from django.http import HttpResponseBase
from django.test import Client

from tests.gereedschap.documenten.documenten import STUKKEN
from tests.gereedschap.paden import PROJECT, VERWACHT

PUBLICATIES = ("PB 2023", "PB 2026")
DOELSTELLINGEN = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6")
# Typed from the documents: which printed name belongs to which indicator.
INDICATOREN = {
    "vve-leerwinst": ["% VVE-kinderen dat een meer dan gemiddelde leerwinst boekt"],
    "vve-ontwikkelingsscore": [
        "Score van de gemiddelde ontwikkeling van de VVE-kinderen op de ontwikkelingsdoelen taal en rekenen"
    ],
    "voortijdige-schoolverlaters": [
        "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar",
        (
            "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar: "
            "% van alle deelnemers aan vo/mbo-onderwijs"
        ),
    ],
    "dienstverlening-ondernemers": [
        "Rapportcijfer over de dienstverlening van de gemeente aan ondernemers in Zoetermeer"
    ],
    "arbeidsplaatsen": ["Toename aantal arbeidsplaatsen"],
    "arbeidsparticipatie": ["% Arbeidsparticipatie"],
    "uitstroom-naar-werk": ["Uitstroom naar werk"],
    "deeltijd-werkenden": ["Deeltijd werkenden met uitkering"],
    "uitstroom-naar-school": ["Uitstroom naar school"],
    "bijstandsuitkeringen": ["Aantal bijstandsuitkeringen"],
    "bereik-minimaregelingen": ["Bereik minimaregelingen uitgedrukt in % doelgroep"],
}
SLUG = {naam: slug for slug, namen in INDICATOREN.items() for naam in namen}
ADRESSEN = [
    "/",
    "/geld/",
    "/doelen/",
    "/vergelijken/",
    "/verkennen/?indicator=uitstroom-naar-werk&indicator=beschut-werk&geld=doelstelling/1-5",
    "/klopt-het/",
    "/raad/",
    "/zoeken/",
    "/zoeken/?q=schuldhulp",
    "/begrippen/",
    "/bronnen/",
    "/bronnen/PB-2023/",
    "/bronnen/PB-2026/",
    "/bronnen/PB-2026/regels/626/",
    "/bevindingen/",
    "/over/",
    "/toegankelijkheid/",
    "/data/",
    "/programmas/1/",
    *(f"/doelstellingen/{code}/" for code in DOELSTELLINGEN),
    *(f"/indicatoren/{slug}/" for slug in INDICATOREN),
]

BRIEVEN = ["/programmas/1/?vorm=brief", *(f"/doelstellingen/{code}/?vorm=brief" for code in DOELSTELLINGEN)]
HOOFDPAGINAS = ["/", "/doelen/", "/vergelijken/", "/geld/", "/klopt-het/"]

# Here every number that is no year stands in a link to its line; elsewhere numbers stand in sentences too.
MET_ZINNEN = (
    "/over/",
    "/toegankelijkheid/",
    "/bronnen/",
    "/bevindingen/",
    "/data/",
    "/doelen/",
    "/vergelijken/",
    "/verkennen/",
    "/klopt-het/",
    "/raad/",
    "/zoeken/",
    "/begrippen/",
    "/programmas/",
)
CIJFERPAGINAS = [adres for adres in ADRESSEN if not adres.startswith(MET_ZINNEN)]

Cel = dict[str, str]
Pagina = Callable[[str], Element]


def verwacht(soort: str, publicaties: Iterable[str] = PUBLICATIES) -> list[Cel]:
    """The values typed by hand from the documents: "cijfers" or "bedragen", with the publicatie of each."""
    cellen = []
    for publicatie in publicaties:
        bestand = VERWACHT / f"{soort}-{publicatie.replace(' ', '-')}.csv"
        if publicatie in STUKKEN and not bestand.exists():  # it prints no table of this kind
            continue
        with bestand.open(encoding="utf-8", newline="") as f:
            cellen += [{**cel, "publicatie": publicatie} for cel in csv.DictReader(f, strict=True)]
    return cellen


def bronadres(publicatie: str) -> str:
    return f"/bronnen/{publicatie.replace(' ', '-')}/"


def skelet(publicatie: str) -> list[str]:
    """The lines of a bundled edition; line 1 is at index 0."""
    bestand = PROJECT / "ingest" / "edities" / f"{publicatie.replace(' ', '-')}.txt"
    return bestand.read_text(encoding="utf-8").split("\n")


def gedrukte_bedragen() -> list[Cel]:
    """Without the blank cells, which are no amounts."""
    return [cel for cel in verwacht("bedragen") if cel["als_gedrukt"]]


class _Bouwer(HTMLParser):
    VOID = ("br", "hr", "img", "input", "link", "meta")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.boom = TreeBuilder()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.boom.start(tag, {naam: waarde or "" for naam, waarde in attrs})
        if tag in self.VOID:
            self.boom.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.boom.start(tag, {naam: waarde or "" for naam, waarde in attrs})
        self.boom.end(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> does not close what is open, line {self.getpos()[0]}"
        self.boom.end(tag)

    def handle_data(self, data: str) -> None:
        self.boom.data(data)


def lees_html(inhoud: bytes) -> Element:
    """A page as a tree; elements that do not nest are an error."""
    bouwer = _Bouwer()
    bouwer.feed(inhoud.decode())
    bouwer.close()
    assert not bouwer.open
    return bouwer.boom.close()


def haal(client: Client, adres: str) -> Element:
    """The page at this address, which must be there."""
    antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return lees_html(antwoord.content)


def tekst(element: Element) -> str:
    """What a reader sees, on one line and with ordinary spaces."""
    return " ".join("".join(element.itertext()).split())


def met_klasse(element: Element, klasse: str) -> Iterator[Element]:
    return (deel for deel in element.iter() if klasse in deel.get("class", "").split())


def met_id(element: Element, sleutel: str) -> Element:
    [deel] = [deel for deel in element.iter() if deel.get("id") == sleutel]
    return deel


def tabel(pagina: Element, sleutel: str) -> tuple[list[str], dict[str, list[Element]]]:
    """The column titles after the first, and the cells of each row by its heading."""
    gevonden = met_id(pagina, sleutel)
    rijen = [list(rij) for rij in gevonden.find("tbody") or []]
    koppen = [tekst(kop) for kop in gevonden.iter("th") if kop.get("scope") == "col"]
    per_naam = {tekst(rij[0]): rij[1:] for rij in rijen}
    assert len(per_naam) == len(rijen), f"two rows of {sleutel} have one name"
    return koppen[1:], per_naam


def cellen(pagina: Element, sleutel: str) -> dict[str, list[str]]:
    """What the cells of each row say, by its heading."""
    return {naam: [tekst(veld) for veld in rij] for naam, rij in tabel(pagina, sleutel)[1].items()}


def regels(bron: Element) -> dict[str, str]:
    """The lines of a publicatie by their anchors on the page that shows them."""
    return {
        regel.get("id", ""): "".join(deel.itertext())
        for regel in met_klasse(bron, "regel")
        for deel in met_klasse(regel, "regel__tekst")
    }


def gedrukte_regels(pagina: Pagina) -> dict[str, str]:
    """What is printed in all documents, by the address of each line."""
    return {
        f"{bronadres(publicatie)}regels/{anker.removeprefix('regel-')}/": regel
        for publicatie in (*PUBLICATIES, *STUKKEN)
        for anker, regel in regels(pagina(bronadres(publicatie))).items()
    }


def cijferlink(element: Element) -> str:
    """The address of the line that a figure points to, or nothing."""
    links = [deel.get("href", "") for deel in met_klasse(element, "cijfer")]
    return links[0] if links else ""


def aaneen(gedrukt: str) -> str:
    """ "31 %" as a page has it."""
    return re.sub(r"(?<=\d)\s%", "%", gedrukt)


def staat_in(gedrukt: str, regel: str) -> bool:
    """Whether the line has this number as a whole, not as a part of another one; tags that are printed are no text.

    A page writes a percent at its number, whatever the document does.
    """
    kaal, gedrukt = aaneen(re.sub(r"</?[ib]>", " ", regel)), aaneen(gedrukt)
    return re.search(rf"(?<![\w.,-]){re.escape(gedrukt)}(?![\w.,%])", kaal) is not None


def fouten(antwoord: HttpResponseBase) -> str:
    """The list of what is wrong, above a form."""
    return " ".join(tekst(deel) for deel in met_klasse(lees_html(antwoord.content), "foutenlijst"))
