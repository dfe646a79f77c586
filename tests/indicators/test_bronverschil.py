"""Two sources, two figures: what is a difference and what is not, what the charts use, and the words for it.

Rule 6 of domein.md: uitstroom naar werk in 2024 is 181 in PB 2026 and 209 in the rapportage. Both stay and are shown.
"""

from datetime import date

import pytest
from django.utils import timezone

from indicators.bronverschil import Bronverschil, bronverschillen, sleutel, verschillen, zelfde_cijfer
from indicators.models import Keuze, Publicatie, Tekst, Vermelding
from ingest.accounts.handelend import SYSTEEM, handelend_als
from tests.gereedschap.wereld.losse_cijfers import gemeten, genoemd
from tests.gereedschap.wereld.wereld import Wereld

ACTOR = "00000000-0000-4000-8000-000000000001"


def gevonden() -> list[Bronverschil]:
    return bronverschillen(Vermelding.objects.all())


def waarden(verschil: Bronverschil) -> list[str]:
    """As printed, newest source first."""
    return [vermelding.gedrukt for vermelding in verschil.vermeldingen]


def kies(vermelding: Vermelding) -> Keuze:
    with handelend_als(None, SYSTEEM):
        return Keuze.objects.create(vermelding=vermelding, reden="Nageteld.", actor=ACTOR)


# Case: what PB 2030 (edition 1) and PB 2033 (edition 2) print, what differs and what the charts use of it, and why.
# A figure is a year, a value and the rest.
DOEL = {"soort": "begroting"}
Cijfer = tuple[int, str | None, dict[str, object]]
GEVALLEN: dict[str, tuple[list[Cijfer], list[tuple[str, list[str], str]], str]] = {
    "twee bronnen over een jaar": (
        [(2024, "181", {}), (2024, "209", {"editie": 2})],
        [("2024", ["209", "181"], "209")],
        "rule 6: both are shown, and the newest is used",
    ),
    "de nieuwste bron is eerder opgeslagen": (
        [(2024, "209", {"editie": 2}), (2024, "181", {})],
        [("2024", ["209", "181"], "209")],
        "by when it was offered, not by when it was read",
    ),
    "twee bronnen die hetzelfde zeggen": (
        [(2024, "181", {}), (2024, "181", {"editie": 2})],
        [],
        "nothing to choose",
    ),
    "hetzelfde getal, anders gedrukt": ([(2024, "2.3", {}), (2024, "2.30", {"editie": 2})], [], "one value"),
    "een nul en een getal": (
        [(2024, "0", {}), (2024, "209", {"editie": 2})],
        [("2024", ["209", "0"], "209")],
        "rule 3: 0 is a value",
    ),
    "een streepje en een getal": ([(2024, "181", {}), (2024, None, {"editie": 2})], [], "rule 3: a dash says nothing"),
    "twee jaren": ([(2023, "181", {}), (2024, "209", {"editie": 2})], [], "two figures"),
    "twee edities over hetzelfde jaar": (
        [(2033, "170", DOEL), (2033, "180", {**DOEL, "editie": 2})],
        [],
        "a vintage: each edition has a begroting of its own",
    ),
    "een doel dat een latere editie anders herhaalt": (
        [(2032, "372", DOEL), (2032, "370", {**DOEL, "gedrukt_in": 2})],
        [("2032 in de begroting PB 2030", ["370", "372"], "370")],
        "rule 4: the goals of PB 2022 that stand in PB 2023 are still those of PB 2022",
    ),
    "een doel en een resultaat": ([(2032, "372", DOEL), (2032, "370", {"editie": 2})], [], "two things"),
    "een heel jaar en een half jaar": (
        [(2024, "181", {}), (2024, "95", {"editie": 2, "periode": "H1"})],
        [],
        "rule 13: two ways of counting are no conflict",
    ),
    "twee halve jaren": ([(2024, "86", {"periode": "H1"}), (2024, "95", {"periode": "H2"})], [], "two figures"),
    "twee bronnen over een half jaar": (
        [(2024, "86", {"periode": "H1"}), (2024, "95", {"periode": "H1", "editie": 2})],
        [("eerste halfjaar 2024", ["95", "86"], "95")],
        "rule 6",
    ),
    "twee bronnen over een kwartaal": (
        [(2024, "86", {"periode": "Q3"}), (2024, "95", {"periode": "Q3", "editie": 2})],
        [("derde kwartaal 2024", ["95", "86"], "95")],
        "rule 6",
    ),
    "de laatste jaren eerst": (
        [(jaar, waarde, {"editie": editie}) for jaar in (2023, 2024) for editie, waarde in ((1, "181"), (2, "209"))],
        [("2024", ["209", "181"], "209"), ("2023", ["209", "181"], "209")],
        "the last year is the one that is spoken of",
    ),
}


@pytest.mark.parametrize(("cijfers", "verwacht", "waarom"), GEVALLEN.values(), ids=GEVALLEN)
def test_wat_een_verschil_is(
    wereld: Wereld, cijfers: list[Cijfer], verwacht: list[tuple[str, list[str], str]], waarom: str
) -> None:
    for jaar, waarde, rest in cijfers:
        wereld.vermeld(jaar, waarde, **rest)
    beeld = [(verschil.waarover, waarden(verschil), verschil.gebruikt.gedrukt) for verschil in gevonden()]
    assert beeld == verwacht, waarom
    assert all(verschil.keuze is None and verschil.uitleg == () for verschil in gevonden())


def test_twee_definities_zijn_twee_cijfers(wereld: Wereld) -> None:
    """Rule 13: 2.568 uitkeringen and 2.559 inwoners are two ways of counting, and no conflict."""
    wereld.vermeld(2024, "2568", editie=2)
    wereld.vermeld(2024, "2559", editie=2, definitie=wereld.nieuw)
    assert gevonden() == []


def test_verschillen_van_een_jaar_op_naam_van_de_definitie(wereld: Wereld) -> None:
    """Plassen-geschat comes before plassen-geteld, also when it is younger."""
    nummer = wereld.publiceer(2034, wereld.oud, wereld.nieuw)
    for definitie in (wereld.oud, wereld.nieuw):
        for editie, waarde in ((2, "181"), (nummer, "209")):
            wereld.vermeld(2024, waarde, editie=editie, definitie=definitie)
    namen = [verschil.gebruikt.bewoording.definitie.slug for verschil in gevonden()]
    assert namen == ["plassen-geschat", "plassen-geteld"]


def test_doelen_van_een_jaar_staan_in_de_volgorde_waarin_zij_er_kwamen(wereld: Wereld) -> None:
    nummer = wereld.publiceer(2034, wereld.oud)
    for editie in (1, 2):
        wereld.vermeld(2033, "10", soort="begroting", editie=editie, gedrukt_in=nummer)
    for editie in (2, 1):
        wereld.vermeld(2033, "9", soort="begroting", editie=editie)
    assert [verschil.waarover for verschil in gevonden()] == [
        "2033 in de begroting PB 2030",
        "2033 in de begroting PB 2033",
    ]


def test_wat_niet_meer_geldt_is_geen_bron(wereld: Wereld) -> None:
    """A later lezing of the document took it back."""
    oud = wereld.vermeld(2024, "181")
    wereld.vermeld(2024, "209", editie=2)
    Vermelding.objects.filter(pk=oud.pk).update(vervallen_in=wereld.lezingen[0])
    assert gevonden() == []


def test_drie_bronnen(wereld: Wereld) -> None:
    """All of them, newest first, also the two that agree."""
    for jaar, waarde in ((2035, "209"), (2034, "181")):
        wereld.vermeld(2024, waarde, editie=wereld.publiceer(jaar, wereld.oud))
    wereld.vermeld(2024, "181")
    (verschil,) = gevonden()
    assert waarden(verschil) == ["209", "181", "181"]
    assert verschil.kop == "Drie bronnen, twee cijfers"


def test_een_keuze_gaat_voor_de_nieuwste_bron(wereld: Wereld) -> None:
    """Rule 6: a controleur may say which one the charts use, and why."""
    keuze = kies(wereld.vermeld(2024, "181"))
    wereld.vermeld(2024, "209", editie=2)
    (verschil,) = gevonden()
    assert (waarden(verschil), verschil.gebruikt.gedrukt, verschil.keuze) == (["209", "181"], "181", keuze)


def test_een_keuze_die_vervallen_is_telt_niet(wereld: Wereld) -> None:
    keuze = kies(wereld.vermeld(2024, "181"))
    wereld.vermeld(2024, "209", editie=2)
    Keuze.objects.filter(pk=keuze.pk).update(vervallen_op=timezone.now())
    (verschil,) = gevonden()
    assert (verschil.gebruikt.gedrukt, verschil.keuze) == ("209", None)


def test_een_keuze_blijft_te_zien_als_de_bronnen_het_eens_zijn(wereld: Wereld) -> None:
    """Else nobody could let go of it; see ingest/keuzes/."""
    keuze = kies(wereld.vermeld(2024, "209"))
    wereld.vermeld(2024, "209", editie=2)
    wereld.vermeld(2023, "150")
    (verschil,) = gevonden()
    assert (verschil.waarover, verschil.keuze, verschil.cijfers) == ("2024", keuze, 1)
    assert verschil.kop == "Twee bronnen, één cijfer"


def test_een_keuze_blijft_te_zien_als_er_een_bron_over_is(wereld: Wereld) -> None:
    """The other one was taken back; who chose can still let go."""
    keuze = kies(wereld.vermeld(2024, "181"))
    ander = wereld.vermeld(2024, "209", editie=2)
    Vermelding.objects.filter(pk=ander.pk).update(vervallen_in=wereld.lezingen[1])
    assert [(waarden(verschil), verschil.keuze) for verschil in gevonden()] == [(["181"], keuze)]


def test_elk_cijfer_heeft_zijn_eigen_keuze(wereld: Wereld) -> None:
    paren = {jaar: (wereld.vermeld(jaar, "181"), wereld.vermeld(jaar, "209", editie=2)) for jaar in (2022, 2023, 2024)}
    eerste, laatste = kies(paren[2022][0]), kies(paren[2024][1])
    assert [(verschil.waarover, verschil.gebruikt.gedrukt, verschil.keuze) for verschil in gevonden()] == [
        ("2024", "209", laatste),
        ("2023", "209", None),
        ("2022", "181", eerste),
    ]


def toelichting(wereld: Wereld, nummer: int, tekst: str, soort: str = "toelichting") -> None:
    Tekst.objects.create(
        lezing=wereld.lezingen[nummer - 1], soort=soort, tekst=tekst, van_regel=1, tot_regel=1, samengevat=False
    )


def test_bij_een_opgave_staat_wat_erbij_geschreven_is(wereld: Wereld) -> None:
    """Who hands in another figure explains it; a document is not asked why it differs (rule 6)."""
    opgave = wereld.publiceer(2024, wereld.oud, soort="opgave", aangeboden_op=date(2040, 1, 1))
    elders = wereld.publiceer(2023, wereld.oud, soort="opgave", aangeboden_op=date(2040, 2, 1))
    toelichting(wereld, opgave, "Opnieuw geteld.")
    toelichting(wereld, opgave, "Het regent vaker.", "risico")
    toelichting(wereld, 1, "Het document zegt iets van alle plassen.")
    toelichting(wereld, elders, "Over een cijfer waar niemand iets anders van zegt.")
    wereld.vermeld(2024, "181")
    wereld.vermeld(2024, "209", editie=opgave)
    wereld.vermeld(2023, "150", editie=elders)
    (verschil,) = gevonden()
    assert (waarden(verschil), verschil.gebruikt.gedrukt) == (["209", "181"], "209")
    assert [tekst.tekst for tekst in verschil.uitleg] == ["Opnieuw geteld."]


def test_een_document_wordt_niet_gevraagd_waarom_het_verschilt(wereld: Wereld) -> None:
    """Rule 6: the remark of the rapportage is about herinstroom; of 181 and 209 the documents do not say why."""
    wereld.vermeld(2024, "181")
    for soort in ("rapportage", "jaarstukken"):
        nummer = wereld.publiceer(2024, wereld.oud, soort=soort)
        wereld.vermeld(2024, "209", editie=nummer)
        toelichting(wereld, nummer, "De Binnenbaan telt herinstroom anders.")
    assert [verschil.uitleg for verschil in gevonden()] == [()]


def test_elk_verschil_heeft_alleen_zijn_eigen_uitleg(wereld: Wereld) -> None:
    for jaar in (2023, 2024):
        opgave = wereld.publiceer(jaar, wereld.oud, soort="opgave", aangeboden_op=date(2040, 1, 1))
        toelichting(wereld, opgave, f"Over {jaar}.")
        wereld.vermeld(jaar, "209", editie=opgave)
        wereld.vermeld(jaar, "181")
    assert [[tekst.tekst for tekst in verschil.uitleg] for verschil in gevonden()] == [["Over 2024."], ["Over 2023."]]


def test_stand_verandert_met_elke_keuze_en_elke_bron(wereld: Wereld) -> None:
    """A form that was shown before cannot decide on what came after."""
    oud, nieuw = wereld.vermeld(2024, "181"), wereld.vermeld(2024, "209", editie=2)
    standen = [gevonden()[0].stand]
    keuze = kies(oud)
    standen.append(gevonden()[0].stand)
    Keuze.objects.filter(pk=keuze.pk).update(vervallen_op=timezone.now())
    assert gevonden()[0].stand == standen[0]
    kies(nieuw)
    standen.append(gevonden()[0].stand)
    wereld.vermeld(2024, "190", editie=wereld.publiceer(2034, wereld.oud))
    standen.append(gevonden()[0].stand)
    assert len(set(standen)) == 4


def test_wat_al_gevraagd_is_wordt_gebruikt(wereld: Wereld) -> None:
    """A page has asked the figures already; without a word about keuzes there are none."""
    oud, nieuw = wereld.vermeld(2024, "181"), wereld.vermeld(2024, "209", editie=2)
    kies(nieuw)
    (verschil,) = verschillen([nieuw], [nieuw, oud], ())
    assert (verschil.vermeldingen, verschil.gebruikt, verschil.keuze) == ((nieuw, oud), nieuw, None)


# Another figure than the realisatie of 2024 or than the begroting of PB 2030 for 2032, and why.
ANDERS: dict[str, dict[str, object]] = {
    "een ander jaar": {"jaar": 2025},
    "een deel van het jaar": {"periode": "H1"},
    "een andere manier van meten": {"nieuw": True},
    "begroot in plaats van gemeten, of andersom": {"andersom": True},
}


@pytest.mark.parametrize("anders", ANDERS.values(), ids=ANDERS)
@pytest.mark.parametrize("soort", ["realisatie", "begroting"])
def test_zelfde_cijfer(wereld: Wereld, soort: str, anders: dict[str, object]) -> None:
    """Everything that was ever said of it: also a dash, and what no longer holds."""
    nummer = wereld.publiceer(2034, wereld.oud, wereld.nieuw)
    zelfde = [
        wereld.vermeld(
            2024, waarde, soort=soort, editie=1 if soort == "begroting" else gedrukt_in, gedrukt_in=gedrukt_in
        )
        for gedrukt_in, waarde in ((1, "181"), (2, None))
    ]
    Vermelding.objects.filter(pk=zelfde[0].pk).update(vervallen_in=wereld.lezingen[0])
    ander = wereld.vermeld(
        int(str(anders.get("jaar", 2024))),
        "1",
        soort={"realisatie": "begroting", "begroting": "realisatie"}[soort] if "andersom" in anders else soort,
        definitie=wereld.nieuw if "nieuw" in anders else wereld.oud,
        editie=1,
        gedrukt_in=nummer,
        periode=anders.get("periode", ""),
    )
    assert set(zelfde_cijfer(zelfde[1])) == set(zelfde)
    assert sleutel(zelfde[0]) == sleutel(zelfde[1]) != sleutel(ander)
    assert set(zelfde_cijfer(ander)) == {ander}


def test_een_begroting_is_van_haar_editie(wereld: Wereld) -> None:
    """Of a realisatie it does not matter in which edition it stands; see conftest.py."""
    eigen, andere = (wereld.vermeld(2033, "170", soort="begroting", editie=editie) for editie in (1, 2))
    assert set(zelfde_cijfer(eigen)) == {eigen}
    assert sleutel(eigen) != sleutel(andere)


# Case: the values of the sources, and the heading. "Twee bronnen, twee cijfers: 181 en 209" is in domein.md.
KOPPEN = {
    "Twee bronnen, twee cijfers": ("181", "209"),
    "Twee bronnen, één cijfer": ("209", "209.0"),
    "Drie bronnen, twee cijfers": ("181", "209", "181"),
    "Zes bronnen, zes cijfers": ("1", "2", "3", "4", "5", "6"),
    "7 bronnen, twee cijfers": ("1", "2", "1", "2", "1", "2", "1"),
    "8 bronnen, 8 cijfers": ("1", "2", "3", "4", "5", "6", "7", "8"),
}


@pytest.mark.parametrize(("kop", "cijfers"), KOPPEN.items(), ids=KOPPEN)
def test_kop(kop: str, cijfers: tuple[str, ...]) -> None:
    vermeldingen = tuple(gemeten(2024, cijfer) for cijfer in cijfers)
    assert Bronverschil(vermeldingen, vermeldingen[0], None, ()).kop == kop


def test_waarom_hangt_af_van_wie_er_las() -> None:
    """Rule 16: only of documents that were read for it is it known that they do not say why."""
    vermeldingen = (gemeten(2024, "181"), gemeten(2024, "209"))
    gelezen = Bronverschil(vermeldingen, vermeldingen[0], None, ())
    assert gelezen.waarom == "De documenten zeggen niet waarom."
    een, twee = (Publicatie(naam=f"PB {jaar}") for jaar in (2026, 2027))
    ongelezen = Bronverschil(vermeldingen, vermeldingen[0], None, (), (een, twee))
    assert ongelezen.waarom == "Of PB 2026 en PB 2027 zegt waarom, is nog niet nagelezen."


@pytest.mark.parametrize(
    ("vermelding", "waarover"),
    [
        (gemeten(2024, "181"), "2024"),
        (gemeten(2024, "95", periode="H2"), "tweede halfjaar 2024"),
        (genoemd(2023, 2024, "180"), "2024 in de begroting PB 2023"),
        (genoemd(2023, 2024, "40", periode="Q1"), "eerste kwartaal 2024 in de begroting PB 2023"),
    ],
)
def test_waarover(vermelding: Vermelding, waarover: str) -> None:
    assert Bronverschil((vermelding,), vermelding, None, ()).waarover == waarover
