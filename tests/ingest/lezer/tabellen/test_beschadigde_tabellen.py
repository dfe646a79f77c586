"""Damaged rows and tables: what cannot be read without guessing is a finding fout, with the line of that row."""

import pytest

from ingest.lezer.document import lees_document
from ingest.structuur.bekend import Structuur
from ingest.structuur.koppeling import koppel_namen
from tests.gereedschap.documenten.documenten import (
    Schade,
    alles,
    anders,
    gemelde_regels,
    herhaald,
    leeg,
    tekst_van,
    tot,
)

# For the known names only (`structuur`); pytest-django makes no test database for tests that do not ask for it.
pytestmark = pytest.mark.django_db

Reden = tuple[int | None, str]


def fouten(structuur: Structuur, tekst: str) -> list[Reden]:
    return [(fout.regel, fout.tekst) for fout in koppel_namen(lees_document(tekst.encode()).concept, structuur).fouten]


def vergelijk(gevonden: list[Reden], verwacht: list[Reden]) -> None:
    assert [regel for regel, _ in gevonden] == [regel for regel, _ in verwacht], gevonden
    for (_, zin), (_, deel) in zip(gevonden, verwacht, strict=True):
        assert deel in zin


# Rows: one damaged row is one reason, with the line of that row.

RIJEN_2026 = [
    pytest.param(anders(513, "2,67%", "2.67%"), 513, '"2.67%" is geen getal', id="punt-als-komma"),
    pytest.param(anders(626, "181", "1O1"), 626, '"1O1" is geen getal', id="letter-o"),
    pytest.param(anders(574, "2.212", "2.21"), 574, '"2.21" is geen getal', id="halve-duizend"),
    pytest.param(anders(574, "2.212", "2,212.5"), 574, "is geen getal", id="engels-getal"),
    pytest.param(
        anders(488, "2,5 2,5 2,5 2,5", "2,5 2,5 2,5"), 488, "4 getallen of streepjes; hier staan er 3", id="te-weinig"
    ),
    pytest.param(anders(488, "2,5 2,5 2,5 2,5", "2,5 2,5 2,5 2,5 2,5"), 488, "hier staan er 5", id="te-veel"),
    pytest.param(anders(627, "- 180", "- - 180"), 627, "hier staan er 6", id="streepje-te-veel"),
    pytest.param(anders(488, "Begroting PB 2026", "Begroting PB"), 488, "hier staan er", id="jaar-van-label-weg"),
    pytest.param(anders(626, "181 - ", "- 181 "), 626, "een realisatie van 2026", id="realisatie-van-later"),
    pytest.param(anders(627, "2026 - 180", "2026 180 -"), 627, "een begroting van 2024", id="begroting-van-eerder"),
    pytest.param(
        anders(545, "PB 2026", "PB 2027"), 545, "een rij van PB 2027 hoort niet in PB 2026", id="begroting-van-later"
    ),
    pytest.param(anders(501, "-14.714", "-14.71"), 501, '"-14.71" is geen getal', id="bedrag-halve-duizend"),
    pytest.param(anders(501, " -15.205", ""), 501, "5 getallen of streepjes; hier staan er 4", id="bedrag-te-weinig"),
    pytest.param(anders(532, "(1.2)", "(1.3)"), 532, "de code is 1.3", id="code-van-een-ander"),
    pytest.param(anders(725, "-66.292", "-66,292.0"), 725, "is geen getal", id="post-geen-getal"),
    pytest.param(anders(914, "-2.329", "-2.329 -2.329"), 914, "hier staan er 7", id="programma-te-veel"),
]
RIJEN_2023 = [
    pytest.param(anders(421, "209\t-", "209"), 421, "5 getallen of streepjes; hier staan er 4", id="tab-weg"),
    pytest.param(
        anders(512, "2.084\t\t", "2.084\t"), 512, "10 getallen of streepjes; hier staan er", id="lege-cel-weg"
    ),
    pytest.param(anders(512, "2.084\t\t", "2.084\t\t\t"), 512, "hier staan er 11", id="lege-cel-te-veel"),
    pytest.param(anders(556, "206\t206\t206\t206", "206\t206\t206"), 556, "staan er 3", id="beleidsregel-te-weinig"),
    pytest.param(anders(557, "107\t54", "107\t5A"), 557, '"5A" is geen getal', id="beleidsregel-geen-getal"),
]


@pytest.mark.parametrize(("schade", "regel", "deel"), RIJEN_2026)
def test_beschadigde_rij_van_pb_2026(structuur: Structuur, schade: Schade, regel: int, deel: str) -> None:
    vergelijk(fouten(structuur, schade(tekst_van("PB 2026"))), [(regel, deel)])


@pytest.mark.parametrize(
    ("regel", "oud", "nieuw"), [(845, "262 193 224 254", "262 193 224"), (847, "150 150 150", "150 15O 150")]
)
def test_losse_bedragen_gaan_mee_met_een_beschadigde_beleidsregel(
    structuur: Structuur, regel: int, oud: str, nieuw: str
) -> None:
    """Only a Saldo that fits proves which loose amount belongs to which year; without this row it does not fit."""
    redenen = fouten(structuur, anders(regel, oud, nieuw)(tekst_van("PB 2026")))
    assert [plaats for plaats, _ in redenen] == [regel, 854, 856, 859, 861, 864, 866, 869, 871]


@pytest.mark.parametrize(("regel", "oud", "nieuw"), [(777, "150 150     ", "150 150"), (788, "137       ", "137     ")])
def test_lege_cellen_zijn_te_zien_aan_hun_spaties(structuur: Structuur, regel: int, oud: str, nieuw: str) -> None:
    """Two spaces for each blank cell at the end; without them an amount has no year."""
    redenen = fouten(structuur, anders(regel, oud, nieuw)(tekst_van("PB 2026")))
    assert any(plaats == regel and "hoort bij een rij die niet is gelezen" in zin for plaats, zin in redenen)
    assert any("en niet te zien is voor welke" in zin for _, zin in redenen)


@pytest.mark.parametrize("verdwaald", ["Lasten -583 -607 -607 -607", "    - dekking via OAD 12", "aanpak 1.256"])
def test_bedrag_achter_het_vervolg_van_een_naam_is_geen_naam(structuur: Structuur, verdwaald: str) -> None:
    """Taken into the name of the row it would be lost; it belongs to no year either."""
    regels = tekst_van("PB 2026").split("\n")
    regels[779] = verdwaald
    redenen = fouten(structuur, "\n".join(regels))
    assert {779, 780, 782} <= {plaats for plaats, _ in redenen}
    assert any("op regel 780 staat een bedrag achter het vervolg van de naam" in zin for _, zin in redenen)


def test_verdwaalde_rij_boven_de_kop_van_het_programma(structuur: Structuur) -> None:
    """Between the name of the programma and its columns; the name has lost its second half to it."""
    regels = tekst_van("PB 2026").split("\n")
    regels[906] = "Realisatie 2,67% - - - -"
    assert [plaats for plaats, _ in fouten(structuur, "\n".join(regels))] == [906, 907]


@pytest.mark.parametrize(("schade", "regel", "deel"), RIJEN_2023)
def test_beschadigde_rij_van_pb_2023(structuur: Structuur, schade: Schade, regel: int, deel: str) -> None:
    vergelijk(fouten(structuur, schade(tekst_van("PB 2023"))), [(regel, deel)])


WAARDEN = [
    pytest.param(
        anders(607, "76,0%", "110%"),
        607,
        '"110%" bij % Arbeidsparticipatie (2024)',
        "niet hoger zijn dan 100",
        id="boven-de-grens",
    ),
    pytest.param(
        anders(544, "6,60", "0,60"), 544, '"0,60" bij Rapportcijfer', "niet lager zijn dan 1", id="onder-de-grens"
    ),
    pytest.param(
        anders(626, "181", "-181"), 626, '"-181" bij Uitstroom naar werk', "niet lager zijn dan 0", id="negatief-aantal"
    ),
    pytest.param(
        anders(626, "181", "181%"),
        626,
        '"181%" bij Uitstroom naar werk',
        "de eenheid is aantal",
        id="procent-bij-aantal",
    ),
    pytest.param(
        anders(607, "76,0%", "76,0"), 607, '"76,0" bij % Arbeidsparticipatie', "de eenheid is %", id="geen-procent"
    ),
]


@pytest.mark.parametrize(("schade", "regel", "deel", "waarom"), WAARDEN)
def test_waarde_die_niet_kan(structuur: Structuur, schade: Schade, regel: int, deel: str, waarom: str) -> None:
    redenen = fouten(structuur, schade(tekst_van("PB 2026")))
    vergelijk(redenen, [(regel, deel)])
    assert waarom in redenen[0][1]


NAMEN = [
    pytest.param(
        anders(621, "Uitstroom naar werk", "Doorstroom naar werk"),
        [(626, 'indicator "Doorstroom naar werk" is niet')],
        id="indicator",
    ),
    pytest.param(
        anders(600, "duurzame", "langdurige"), [(600, 'doelstelling "1.5 Stimuleren langdurige')], id="doelstelling"
    ),
    pytest.param(anders(724, "BUIG", "BIG"), [(727, "")], id="totaal-van-een-andere-post"),
    pytest.param(
        alles(anders(724, "BUIG", "BIG"), anders(727, "BUIG", "BIG")),
        [(725, 'De post "BIG" is niet bekend')],
        id="post",
    ),
    pytest.param(
        anders(501, "maatwerk", "meerwerk"), [(501, 'De post "Bijdragen aan meerwerk')], id="post-van-een-doelstelling"
    ),
    pytest.param(anders(913, "saldo van", "resultaat van"), [(913, "deze rij is niet bekend")], id="rij-van-programma"),
    pytest.param(anders(507, "1.2", "1.7"), [(507, "is in PB 2026 doelstelling 1.2, niet 1.7")], id="nummer"),
]


@pytest.mark.parametrize(("schade", "verwacht"), NAMEN)
def test_naam_die_niemand_kent(structuur: Structuur, schade: Schade, verwacht: list[Reden]) -> None:
    """Never guessed: a name that is not known exactly is refused, with the line where it is first used."""
    redenen = fouten(structuur, schade(tekst_van("PB 2026")))
    for regel, deel in verwacht:
        assert any(plaats == regel and deel in zin for plaats, zin in redenen), redenen


# Tables

HALVE_TABELLEN = [
    pytest.param("PB 2023", leeg(422), [(420, "heeft geen rij Begroting")], id="indicator-zonder-begroting"),
    pytest.param("PB 2023", leeg(420), [(421, "die de lezer niet kent")], id="indicator-zonder-kop"),
    pytest.param("PB 2023", leeg(416), [(420, "geen naam van een indicator")], id="indicator-zonder-naam"),
    pytest.param("PB 2026", leeg(532), [(531, "staan geen rijen")], id="doelstelling-zonder-rij"),
    pytest.param("PB 2026", leeg(531), [(532, "in geen tabel")], id="doelstelling-zonder-kop"),
    pytest.param("PB 2026", leeg(529), [(531, "geen eenheid, zoals")], id="zonder-eenheid"),
    pytest.param(
        "PB 2023",
        anders(568, "\tRekening 2021", "\t2024\tRekening 2021"),
        [(568, "“2024” geen kolom"), (569, "die de lezer niet kent")],
        id="programma-met-een-cel-in-de-kop-te-veel",
    ),
    pytest.param("PB 2026", leeg(500, 529), [(531, "geen eenheid, zoals")], id="eenheid-van-een-ander-is-geen-eenheid"),
    pytest.param("PB 2026", leeg(756), [(719, "eindigt niet met een rij Totaal")], id="uitsplitsing-zonder-totaal"),
    pytest.param("PB 2023", leeg(519), [(506, "eindigt niet met een rij Saldo")], id="uitsplitsing-zonder-saldo"),
    pytest.param("PB 2023", leeg(507), [(506, "regel 506 tot en met 519")], id="uitsplitsing-zonder-kop"),
    pytest.param("PB 2023", leeg(562), [(555, "eindigt niet met een rij Saldo")], id="nieuw-beleid-zonder-saldo"),
    pytest.param("PB 2026", leeg(806), [(772, "eindigt niet met een rij Saldo")], id="nieuw-beleid-los-zonder-saldo"),
    pytest.param("PB 2026", leeg(875), [(843, "eindigt niet met een rij Saldo")], id="bezuinigingen-zonder-saldo"),
    pytest.param("PB 2026", leeg(843), [(845, "regel 845 tot en met 875")], id="bezuinigingen-zonder-kop"),
    pytest.param("PB 2023", leeg(571), [(568, "ontbreekt de rij Saldo (of Resultaat)")], id="programma-zonder-saldo"),
    pytest.param("PB 2026", leeg(912), [(909, "ontbreekt de rij Baten en de rij Saldo")], id="programma-zonder-baten"),
    pytest.param("PB 2026", leeg(909), [(911, "regel 911 tot en met 917")], id="programma-zonder-kop"),
    pytest.param("PB 2026", leeg(794), [(791, "7 bedragen voor 2 regels en 4 jaren")], id="los-bedrag-weg"),
    pytest.param("PB 2026", leeg(853), [(849, "3 lege cellen voor 4 jaren")], id="lege-cel-van-los-bedrag-weg"),
    pytest.param("PB 2026", leeg(854), [(849, "7 bedragen voor 2 regels en 4 jaren")], id="los-bedrag-weg-2"),
]


@pytest.mark.parametrize(("publicatie", "schade", "verwacht"), HALVE_TABELLEN)
def test_halve_tabel(structuur: Structuur, publicatie: str, schade: Schade, verwacht: list[Reden]) -> None:
    redenen = fouten(structuur, schade(tekst_van(publicatie)))
    for regel, deel in verwacht:
        assert any(plaats == regel and deel in zin for plaats, zin in redenen), redenen


GEWEIGERD = [
    pytest.param(
        "PB 2026",
        leeg(529),
        "De tabel “Doelstelling Begroting 2025 Begroting 2026 Begroting 2027 Begroting 2028 Begroting 2029” "
        '(regel 531 tot en met 532) is niet gelezen: erboven staat geen eenheid, zoals "Bedragen x € 1.000". '
        "U kunt haar overtypen.",
        id="doelstelling",
    ),
    pytest.param(
        "PB 2026",
        leeg(904),
        "De tabel “Jaarrekening 2024 Begroting 2025",
        id="programma",
    ),
    pytest.param("PB 2026", anders(756, "-22.386", "-22.38"), 'De rij "Totaal', id="rij-totaal"),
    pytest.param("PB 2023", anders(519, "16.591", "16.59"), 'De rij "Saldo', id="rij-saldo"),
    pytest.param("PB 2026", anders(912, "73.221", "73.22l"), 'De rij "Baten', id="rij-baten"),
]


@pytest.mark.parametrize(("publicatie", "schade", "begin"), GEWEIGERD)
def test_wat_geweigerd_is_heet_niet_ook_nog_afwezig(
    structuur: Structuur, publicatie: str, schade: Schade, begin: str
) -> None:
    """It is printed, and its refusal is told; that it is not there would be untrue."""
    zinnen = [zin for _, zin in fouten(structuur, schade(tekst_van(publicatie)))]
    assert sum(zin.startswith(begin) for zin in zinnen) == 1
    assert not [zin for zin in zinnen if "eindigt niet" in zin or "ontbreekt" in zin or "herkend" in zin]


DUBBELE_TABELLEN = [
    pytest.param("PB 2023", herhaald(416, 422), 428, 420, id="indicator"),
    pytest.param("PB 2026", herhaald(528, 532), 537, 531, id="doelstelling"),
    pytest.param("PB 2026", herhaald(716, 756), 778, 719, id="uitsplitsing-in-rijen"),
    pytest.param("PB 2023", herhaald(504, 519), 523, 506, id="uitsplitsing-in-kolommen"),
    pytest.param("PB 2026", herhaald(769, 806), 813, 772, id="nieuw-beleid"),
    pytest.param("PB 2026", herhaald(841, 875), 879, 843, id="bezuinigingen"),
    pytest.param("PB 2026", herhaald(904, 917), 924, 909, id="programma"),
]


@pytest.mark.parametrize(("publicatie", "schade", "regel", "eerder"), DUBBELE_TABELLEN)
def test_tabel_die_er_twee_keer_staat(
    structuur: Structuur, publicatie: str, schade: Schade, regel: int, eerder: int
) -> None:
    (fout,) = koppel_namen(lees_document(schade(tekst_van(publicatie)).encode()).concept, structuur).fouten
    assert (
        fout.tekst == f"Deze tabel stond al op regel {eerder}. De tweede is niet gelezen; kijk welke van de twee geldt."
    )
    assert regel in gemelde_regels([fout])


@pytest.mark.parametrize(
    ("publicatie", "regel"), [("PB 2023", 509), ("PB 2023", 560), ("PB 2026", 847), ("PB 2026", 912)]
)
def test_rij_die_er_twee_keer_staat(structuur: Structuur, publicatie: str, regel: int) -> None:
    regels = tekst_van(publicatie).split("\n")
    dubbel = "\n".join([*regels[:regel], regels[regel - 1], *regels[regel:]])
    ((plaats, zin),) = fouten(structuur, dubbel)
    assert plaats == regel + 1
    assert f"Deze rij staat al op regel {regel}." in zin


@pytest.mark.parametrize(
    ("publicatie", "regel", "van_tabel"), [("PB 2023", 510, range(508, 520)), ("PB 2026", 911, range(911, 918))]
)
def test_rij_met_een_omgekeerd_teken(structuur: Structuur, publicatie: str, regel: int, van_tabel: range) -> None:
    """One cell of the lasten with another sign: the convention cannot be told, so every row of the table says so."""
    tekst = anders(regel, *(("235", "-235") if regel == 510 else ("-132.552", "132.552")))(tekst_van(publicatie))
    redenen = fouten(structuur, tekst)
    assert [plaats for plaats, _ in redenen] == list(van_tabel)
    waarom = f"is niet gelezen: de lasten hebben niet allemaal hetzelfde teken (kijk naar regel {regel})."
    assert all(waarom in zin for _, zin in redenen)


# A file that stops

AFGEKAPT = [
    ("PB 2023", regel)
    for regel in (1, 42, 290, 295, 301, 302, 313, 318, 346, 477, 490, 506, 512, 519, 530, 558, 563, 570)
]
AFGEKAPT += [
    ("PB 2026", regel)
    for regel in (5, 63, 300, 477, 487, 497, 501, 533, 686, 710, 730, 757, 780, 806, 850, 878, 909, 916)
]


@pytest.mark.parametrize(("publicatie", "regel"), AFGEKAPT)
def test_afgekapt_bestand(structuur: Structuur, publicatie: str, regel: int) -> None:
    assert fouten(structuur, tot(regel)(tekst_van(publicatie)))


@pytest.mark.parametrize(("publicatie", "regel"), [("PB 2023", 572), ("PB 2023", 590), ("PB 2026", 960)])
def test_afgekapt_na_de_laatste_tabel(structuur: Structuur, publicatie: str, regel: int) -> None:
    """No figure is missing then, only texts: the document may be loaded, and says that its end is not there."""
    concept = koppel_namen(lees_document(tot(regel)(tekst_van(publicatie)).encode()).concept, structuur)
    assert not concept.fouten
    assert [b.regel for b in concept.bevindingen if b.soort == "einde"] == [regel]


def test_onder_een_tweede_kop_is_niets_van_de_eerste(structuur: Structuur) -> None:
    """A header that strayed between the rows: whose years those below it are, nobody can see."""
    tekst = anders(476, "Realisatie\t2.594\t-\t-\t-\t-", "Type\t2021\t2022\t2023\t2024\t2025")(tekst_van("PB 2023"))
    concept = koppel_namen(lees_document(tekst.encode()).concept, structuur)
    assert [cijfer for cijfer in concept.cijfers if cijfer.regel in (476, 477)] == []
    assert [(fout.regel, fout.tot) for fout in concept.fouten] == [(475, None), (476, 477)]
