"""What cannot be read is refused: a Dutch sentence with file and line, exit code 1, the database as it was."""

from pathlib import Path

import pytest

from tests.gereedschap.documenten.documenten import Schade, alles, anders, leeg, overal, tekst_van, tot
from tests.gereedschap.laden import Laad, rijen_in_de_database

SLOT = "PB.txt is niet geladen; er is niets veranderd. Herstel wat hierboven staat en laad het opnieuw."
Reden = tuple[int | None, str]


def geweigerd(laad: Laad, bron: str | bytes | Path, *opties: str) -> list[Reden]:
    """Load it, see that nothing of it is there, and give the reasons: the line, and the sentence."""
    voor = rijen_in_de_database()
    afloop = laad(bron, opties=opties)
    assert afloop.code == 1
    assert rijen_in_de_database() == voor
    *redenen, slot = afloop.stderr.split("\n")
    assert slot == SLOT
    gevonden: list[Reden] = []
    for reden in redenen:
        plaats, _, zin = reden.partition(": ")
        bestand, _, regel = plaats.partition(", regel ")
        assert bestand == "PB.txt"
        assert zin.endswith((".", "?"))
        gevonden.append((int(regel) if regel else None, zin))
    return gevonden


def vergelijk(gevonden: list[Reden], verwacht: list[Reden]) -> None:
    assert [regel for regel, _ in gevonden] == [regel for regel, _ in verwacht], gevonden
    for (_, zin), (_, deel) in zip(gevonden, verwacht, strict=True):
        assert deel in zin


# Files


def test_bestand_dat_er_niet_is(laad: Laad, tmp_path: Path) -> None:
    afloop = laad(tmp_path / "weg.txt")
    assert afloop.code == 1
    assert afloop.stderr.startswith(str(tmp_path / "weg.txt"))
    assert "niet te openen" in afloop.stderr
    assert afloop.stderr.endswith("Controleer de naam.")


def test_map_in_plaats_van_bestand(laad: Laad, tmp_path: Path) -> None:
    afloop = laad(tmp_path)
    assert (afloop.code, "niet te openen" in afloop.stderr) == (1, True)


@pytest.mark.parametrize(
    ("inhoud", "deel"),
    [
        pytest.param(b"", "Het bestand is leeg. Kies", id="leeg"),
        pytest.param(b" \n\t\n", "Het bestand is leeg. Kies", id="alleen-wit"),
        pytest.param(bytes(range(256)) * 20, "geen tekstbestand. Lever", id="binair"),
        pytest.param(b"%PDF-1.7\n1 0 obj\n", "beschadigd en gaat niet open", id="pdf"),
        pytest.param(b"PK\x03\x04 docx", "Dit bestand is beschadigd. Open het in Word", id="zip"),
        pytest.param("regel 1\nfinanciën\n".encode("latin-1"), "Regel 2 is geen UTF-8. Bewaar", id="latin-1"),
        pytest.param("Zoetermeer".encode("utf-16"), "bewaard als UTF-16. Bewaar", id="utf-16"),
    ],
)
def test_bestand_dat_geen_tekst_is(laad: Laad, inhoud: bytes, deel: str) -> None:
    vergelijk(geweigerd(laad, inhoud), [(None, deel)])


DELFT = """\
Programma 4 Bestuur
Speerpunten in 2026: wat gaan we doen?
Doelstelling 4.1 Een open bestuur
Indicatoren, trendgrafieken en financiën
Doelstelling 4.1 Een open bestuur
Opkomst bij verkiezingen
Bron: Kiesraad

Type 2024 2026 2027
Realisatie 55% - -
Begroting PB 2026 - 60% 60%
"""


def test_begroting_van_een_andere_gemeente(laad: Laad) -> None:
    redenen = geweigerd(laad, DELFT)
    zin = "De naam Zoetermeer komt in dit document niet voor. Is dit de begroting van een andere gemeente?"
    assert (None, zin) in redenen
    assert any(regel == 10 and 'De indicator "Opkomst bij verkiezingen" is niet bekend' in r for regel, r in redenen)


HELE_DOCUMENT = [
    pytest.param(overal("Zoetermeer", "Rijswijk"), (), None, "De naam Zoetermeer komt", id="andere-gemeente"),
    pytest.param(
        alles(overal("Speerpunten in 2026", "Speerpunten"), overal("PB 2026", ""), overal("Begroting 2", "Raming 2")),
        (),
        None,
        "geen begrotingsjaar gevonden. Zeg welke het is",
        id="geen-jaar",
    ),
    pytest.param(
        lambda tekst: tekst,
        ("--publicatie", "PB 2025"),
        63,
        "volgens het document PB 2026 (regel 63)",
        id="verkeerd-verteld",
    ),
    pytest.param(
        lambda tekst: tekst,
        ("--publicatie", "begroting 2026"),
        None,
        "is geen naam van een programmabegroting",
        id="geen-naam",
    ),
    pytest.param(
        overal("Speerpunten in 2026", "Speerpunten in 2025"),
        (),
        500,
        "noemt zichzelf PB 2025 (regel 63) en PB 2026 (regel 500). Zeg welke het is",
        id="tegenspraak",
    ),
    pytest.param(tot(476), (), None, "Of is dit geen programmabegroting?", id="geen-tabellen"),
]


@pytest.mark.parametrize("opties", [(), ("--accepteer-fouten",)], ids=["gewoon", "ook-met-accepteer-fouten"])
@pytest.mark.parametrize(("schade", "verteld", "regel", "deel"), HELE_DOCUMENT)
def test_document_waar_niets_van_te_vertrouwen_is(
    laad: Laad, schade: Schade, verteld: tuple[str, ...], regel: int | None, deel: str, opties: tuple[str, ...]
) -> None:
    redenen = geweigerd(laad, schade(tekst_van("PB 2026")), *verteld, *opties)
    assert any(plaats == regel and deel in zin for plaats, zin in redenen), redenen


# One of each kind of damage; all of them are in test_beschadigde_tabellen.py

SCHADE = [
    pytest.param(anders(626, "181", "1O1"), 626, id="rij"),
    pytest.param(anders(607, "76,0%", "110%"), 607, id="waarde"),
    pytest.param(anders(724, "BUIG", "BIG"), 727, id="naam"),
    pytest.param(leeg(756), 719, id="halve-tabel"),
    pytest.param(anders(911, "-132.552", "132.552"), 911, id="teken"),
    pytest.param(tot(700), 700, id="afgekapt"),
]


@pytest.mark.parametrize(("schade", "regel"), SCHADE)
def test_document_met_schade(laad: Laad, schade: Schade, regel: int) -> None:
    redenen = geweigerd(laad, schade(tekst_van("PB 2026")))
    assert regel in [plaats for plaats, _ in redenen]
