"""Which rows of a table are proposed for a programma: by the words of that table, and never by a guess."""

import pytest

from ingest.lezer.concept import Programmaplek
from ingest.lezer.document import lees_document

KOP = "Begroting 2031\n\nGemeente Waterdam\n\n# {titel}\n\nBedragen x € 1.000\n\n"
KANTEN = "{kop}\tLasten 2031\tBaten 2031\n"
SALDO = "{kop}\t2031\t2032\n"
Gevonden = dict[str, tuple[str, str] | None]


def gevonden_in(tabel: str, titel: str = "Overzicht van lasten en baten") -> Gevonden:
    """By its name the programma and the role of each row that was read; None for a row that stays loose."""
    gelezen = lees_document(f"{KOP.format(titel=titel)}{tabel}\nZo ver.\n".encode()).concept
    return {bedrag.post: _kort(bedrag.plek) for bedrag in gelezen.bedragen}


def _kort(plek: Programmaplek | None) -> tuple[str, str] | None:
    return (f"{plek.nummer} {plek.naam}".strip(), plek.rol) if plek else None


PRODUCTEN = "Jeugd\t50\t-4\nOuderen\t30\t-1\nTotaal programma\t80\t-5\n"
ZORG = ("1 Zorg", "product")
TOTAAL = ("1 Zorg", "saldo")
VAN_ZORG = f"{SALDO.format(kop='Programma 1 Zorg')}Lasten\t80\t81\nBaten\t-5\t-6\n"
MET_LEEG = "\t\t\n"
TABELLEN: dict[str, tuple[str, Gevonden]] = {
    "kop tussen de rijen": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}{PRODUCTEN}",
        {"Jeugd": ZORG, "Ouderen": ZORG, "Totaal programma": TOTAAL},
    ),
    "kop zonder nummer": (
        f"{KANTEN}Programma Zorg{MET_LEEG}{PRODUCTEN}",
        {"Jeugd": ("Zorg", "product"), "Ouderen": ("Zorg", "product"), "Totaal programma": ("Zorg", "saldo")},
    ),
    "totaal met de naam van het programma": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}Jeugd\t50\t-4\nOuderen\t30\t-1\nTotaal Programma 1. Zorg\t80\t-5\n",
        {"Jeugd": ZORG, "Ouderen": ZORG, "Totaal Programma 1. Zorg": TOTAAL},
    ),
    "onder het totaal staat geen deel ervan": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}{PRODUCTEN}Overhead\t7\t-1\n",
        {"Jeugd": ZORG, "Ouderen": ZORG, "Totaal programma": TOTAAL, "Overhead": None},
    ),
    "een andere kop beëindigt het programma": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}{PRODUCTEN}Overhead{MET_LEEG}Gebouwen\t7\t-1\nTotaal\t7\t-1\n",
        {"Jeugd": ZORG, "Ouderen": ZORG, "Totaal programma": TOTAAL, "Gebouwen": None, "Totaal": None},
    ),
    "zonder totaal zijn het geen delen": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}Jeugd\t50\t-4\nOuderen\t30\t-1\n",
        {"Jeugd": None, "Ouderen": None},
    ),
    "een deel van een deel hoort er niet bij": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}Jeugd\t50\t-4\nSubtotaal\t50\t-4\nWaarvan nieuw\t9\t-1\nTotaal\t50\t-4\n",
        {"Jeugd": ZORG, "Subtotaal": None, "Waarvan nieuw": None, "Totaal": TOTAAL},
    ),
    "twee totalen zijn er geen": (
        f"{KANTEN}Programma 1. Zorg{MET_LEEG}Jeugd\t50\t-4\nTotaal\t50\t-4\nTotaal programma\t60\t-4\n",
        {"Jeugd": ZORG, "Totaal": None, "Totaal programma": None},
    ),
    "de rijen zijn programma's": (
        f"{KANTEN.format(kop='Programma')}1 Zorg\t80\t-5\n2 Water\t10\t-1\nOverhead\t7\t-1\nTotaal\t97\t-7\n",
        {"Zorg": TOTAAL, "Water": ("2 Water", "saldo"), "Overhead": None, "Totaal": None},
    ),
    "een rij heet naar haar programma": (
        f"{KANTEN}Programma 1 Zorg\t80\t-5\nProgramma 2 Water\t10\t-1\nProgramma totaal\t90\t-6\n",
        {"Programma 1 Zorg": TOTAAL, "Programma 2 Water": ("2 Water", "saldo"), "Programma totaal": None},
    ),
    "een thema is geen programma": (
        f"{KANTEN}Zorg\t80\t-5\nJeugd\t50\t-4\nOuderen\t30\t-1\n",
        {"Zorg": None, "Jeugd": None, "Ouderen": None},
    ),
    "eigen tabel, met het woord in een rij": (
        f"{SALDO.format(kop='1. Zorg')}Lasten\t80\t81\nBaten\t-5\t-6\nSaldo programma\t75\t75\n",
        {"Lasten": ("1 Zorg", "lasten"), "Baten": ("1 Zorg", "baten"), "Saldo programma": TOTAAL},
    ),
    "eigen tabel, zonder dat woord": (
        f"{SALDO.format(kop='1. Zorg')}Lasten\t80\t81\nBaten\t-5\t-6\nSaldo\t75\t75\n",
        {"Lasten": None, "Baten": None, "Saldo": None},
    ),
    "reserves die niet optellen zeggen niet wat voor en na is": (
        f"{VAN_ZORG}Saldo\t75\t75\nOnttrekking reserves\t-3\t-3\nResultaat\t60\t60\n",
        {
            "Lasten": ("1 Zorg", "lasten"),
            "Baten": ("1 Zorg", "baten"),
            "Saldo": None,
            "Onttrekking reserves": ("1 Zorg", "onttrekkingen"),
            "Resultaat": None,
        },
    ),
    "de woorden zeggen voor en na": (
        f"{VAN_ZORG}Saldo voor bestemming\t75\t75\nSaldo na bestemming\t70\t70\n",
        {
            "Lasten": ("1 Zorg", "lasten"),
            "Baten": ("1 Zorg", "baten"),
            "Saldo voor bestemming": ("1 Zorg", "saldo voor reserves"),
            "Saldo na bestemming": ("1 Zorg", "saldo na reserves"),
        },
    ),
}


@pytest.mark.parametrize("naam", TABELLEN)
def test_een_rij_hoort_bij_een_programma_als_haar_tabel_dat_zegt(naam: str) -> None:
    tabel, verwacht = TABELLEN[naam]
    assert gevonden_in(tabel.format(kop="Post")) == verwacht


@pytest.mark.parametrize(
    "titel", ["Incidentele lasten en baten", "Investeringen per programma", "Mutaties sinds de kadernota"]
)
def test_een_tabel_van_een_deel_van_de_kosten_zegt_niet_wat_een_programma_kost(titel: str) -> None:
    tabel = f"{KANTEN.format(kop='Post')}Programma 1. Zorg{MET_LEEG}{PRODUCTEN}"
    assert set(gevonden_in(tabel, titel).values()) == {None}


def test_van_twee_tabellen_onder_een_titel_weet_niemand_welke_het_is() -> None:
    een = f"{KANTEN.format(kop='Post')}Programma 1. Zorg{MET_LEEG}{PRODUCTEN}"
    ander = f"# Overzicht\n\nBedragen x € 1.000\n\n{SALDO.format(kop='Programma')}1 Zorg\t-75\t-76\n"
    eerste = gevonden_in(een, "Overzicht")
    assert eerste["Totaal programma"] == TOTAAL
    samen = gevonden_in(f"{een}\n{ander}", "Overzicht")
    assert (samen["Totaal programma"], samen["Zorg"], samen["Jeugd"]) == (None, None, ZORG)
