"""Was a goal reached? Each row is a case, what may be said of it, and why. Numbers of rules are those of domein.md."""

from collections.abc import Sequence

import pytest

from indicators.models import Breuk, Definitie, Vermelding
from indicators.oordelen import VERDICTEN, Oordeel, oordeel, per_jaar
from tests.gereedschap.wereld.losse_cijfers import ANDERS, GEEN, HOGER, LAGER, ONBEKEND, breuk, gemeten, genoemd

GELADEN = (2023, 2026)

# Case: the realisatie, what the editions named for its year, the word, and why. No realisatie of 2023 or 2026 is
# printed: those are invented. What is named for 2023 and 2026 is printed in PB 2023 and PB 2026.
OORDELEN: dict[str, tuple[Vermelding | None, list[Vermelding], Oordeel, str]] = {
    "meer dan het doel": (
        gemeten(2023, "205"),
        [genoemd(2023, 2023, "200")],
        Oordeel.GEHAALD,
        "the example of the domain's words; PB 2023, line 422",
    ),
    "precies het doel, hoger is beter": (
        gemeten(2023, "200"),
        [genoemd(2023, 2023, "200")],
        Oordeel.GEHAALD,
        "what was asked is there",
    ),
    "net minder dan het doel": (
        gemeten(2023, "199"),
        [genoemd(2023, 2023, "200")],
        Oordeel.NIET_GEHAALD,
        "one is enough",
    ),
    "minder dan het doel, lager is beter": (
        gemeten(2023, "2.29", LAGER),
        [genoemd(2023, 2023, "2.30", LAGER)],
        Oordeel.GEHAALD,
        "of school leavers, fewer is better; PB 2023, line 331",
    ),
    "precies het doel, lager is beter": (
        gemeten(2023, "2.30", LAGER),
        [genoemd(2023, 2023, "2.30", LAGER)],
        Oordeel.GEHAALD,
        "what was asked is there",
    ),
    "meer dan het doel, lager is beter": (
        gemeten(2023, "2.31", LAGER),
        [genoemd(2023, 2023, "2.30", LAGER)],
        Oordeel.NIET_GEHAALD,
        "of school leavers, more is worse",
    ),
    "nul als doel en nul bereikt": (
        gemeten(2023, "0", LAGER),
        [genoemd(2023, 2023, "0", LAGER)],
        Oordeel.GEHAALD,
        "rule 3: 0 is a value, of a goal and of a result",
    ),
    "nul bereikt": (gemeten(2023, "0"), [genoemd(2023, 2023, "200")], Oordeel.NIET_GEHAALD, "rule 3: 0 is a value"),
    "een doel waarvan niemand zei wat beter is": (
        gemeten(2023, "205", ONBEKEND),
        [genoemd(2023, 2023, "200", ONBEKEND)],
        Oordeel.RICHTING_ONBEKEND,
        "that more is neither better nor worse is another thing than that nobody said it",
    ),
    "niets gemeten": (None, [genoemd(2023, 2023, "200")], Oordeel.NIET_GEMETEN, "nothing to judge"),
    "een streepje als resultaat": (
        gemeten(2023, None),
        [genoemd(2023, 2023, "200")],
        Oordeel.NIET_GEMETEN,
        "rule 3: a dash is no value, and never a zero",
    ),
    "niets gemeten in een jaar zonder begroting": (
        gemeten(2024, None),
        [genoemd(2023, 2024, "180")],
        Oordeel.NIET_GEMETEN,
        "the begroting of 2024 would not help",
    ),
    "alleen een eerdere editie noemde dit jaar": (
        gemeten(2024, "181"),
        [genoemd(2023, 2024, "180")],
        Oordeel.NIET_GELADEN,
        "rule 10: what PB 2023 prints for 2024 is meerjarenraming, and PB 2024 is not loaded; lines 422 and 626",
    ),
    "een doel van een editie die er niet is, gedrukt in een andere": (
        gemeten(2022, "400"),
        [genoemd(2022, 2022, "372", gedrukt_in=2023)],
        Oordeel.NIET_GELADEN,
        "rules 4 and 10: the 372 belongs to PB 2022, which is not on the site; PB 2023, line 380",
    ),
    "een eerdere editie noemde dit jaar, de eigen niet": (
        gemeten(2026, "50"),
        [genoemd(2023, 2026, "46")],
        Oordeel.GEEN_DOEL,
        "rule 10: PB 2026 is there, and no longer asks for VVE-leerwinst; PB 2023, line 303",
    ),
    "een latere editie noemde dit jaar, de eigen niet": (
        gemeten(2023, "190"),
        [genoemd(2026, 2023, "180")],
        Oordeel.GEEN_DOEL,
        "rule 10: nobody can have worked towards it",
    ),
    "niemand noemde dit jaar": (gemeten(2023, "190"), [], Oordeel.GEEN_DOEL, "rule 10"),
    "een streepje als doel": (
        gemeten(2023, "190"),
        [genoemd(2023, 2023, None)],
        Oordeel.GEEN_DOEL,
        "rule 3: a dash is no value",
    ),
    "een streepje als doel, en een meting die anders is": (
        gemeten(2023, "190"),
        [genoemd(2023, 2023, None, ANDERS)],
        Oordeel.GEEN_DOEL,
        "rule 3: without a value there is nothing that is measured otherwise",
    ),
    "het doel is anders gemeten": (
        gemeten(2023, "76.0", ANDERS),
        [genoemd(2023, 2023, "71.0")],
        Oordeel.ANDERS_GEMETEN,
        "rule 5: measured from 15 to 75 years, named from 15 to 67; PB 2023, line 403, and PB 2026, line 602",
    ),
    "het resultaat is op de oude manier gemeten": (
        gemeten(2026, "71.5"),
        [genoemd(2026, 2026, "73.0", ANDERS)],
        Oordeel.ANDERS_GEMETEN,
        "rule 5: the other way round; PB 2026, line 608",
    ),
    "twee doelen, een ervan net zo gemeten": (
        gemeten(2023, "72.0", ANDERS),
        [genoemd(2023, 2023, "71.0"), genoemd(2023, 2023, "73.0", ANDERS)],
        Oordeel.NIET_GEHAALD,
        "rule 10: judged by the one with the same definition",
    ),
    "het eigen doel en dat van een eerdere editie": (
        gemeten(2026, "175"),
        [genoemd(2023, 2026, "170"), genoemd(2026, 2026, "180")],
        Oordeel.NIET_GEHAALD,
        "rule 10: only the begroting of that year judges; lines 422 and 627",
    ),
    "een kengetal": (
        gemeten(2026, "530"),
        [genoemd(2026, 2026, "525", soort="kengetal")],
        Oordeel.KENGETAL,
        "only a streefwaarde can be reached",
    ),
    "een kengetal waarvan hoger niet beter is": (
        gemeten(2026, "530", GEEN),
        [genoemd(2026, 2026, "525", GEEN, "kengetal")],
        Oordeel.KENGETAL,
        "deeltijd werkenden: PB 2026 says itself that it is no streefcijfer; lines 644 and 646",
    ),
    "een raming": (
        gemeten(2026, "700"),
        [genoemd(2026, 2026, "650", soort="raming")],
        Oordeel.VERWACHTING,
        "arbeidsplaatsen: a forecast, not a goal; PB 2026, lines 575 and 581",
    ),
    "een aanname": (
        gemeten(2023, "71.1"),
        [genoemd(2023, 2023, "71.0", soort="aanname")],
        Oordeel.VERWACHTING,
        "arbeidsparticipatie: set equal to 2021; PB 2023, line 411",
    ),
    "een raming waarvan hoger niet beter is": (
        gemeten(2026, "700", GEEN),
        [genoemd(2026, 2026, "650", GEEN, "raming")],
        Oordeel.VERWACHTING,
        "that it is no goal says more than which way is better",
    ),
    "een doel waarvan hoger niet beter is": (
        gemeten(2023, "405", GEEN),
        [genoemd(2023, 2023, "400", GEEN)],
        Oordeel.GEEN_RICHTING,
        "deeltijd werkenden: nobody can say which side of 400 is good; PB 2023, line 442",
    ),
    "een voorlopig cijfer boven het doel": (
        gemeten(2023, "205", voorlopig=True),
        [genoemd(2023, 2023, "200")],
        Oordeel.VOORLOPIG,
        "a goal is not reached by a figure that may still change",
    ),
    "een voorlopig cijfer onder het doel": (
        gemeten(2023, "190", voorlopig=True),
        [genoemd(2023, 2023, "200")],
        Oordeel.VOORLOPIG,
        "nor missed",
    ),
    "een voorlopig cijfer zonder doel": (
        gemeten(2026, "700", voorlopig=True),
        [genoemd(2026, 2026, "650", soort="raming")],
        Oordeel.VERWACHTING,
        "a final figure would not bring a verdict either",
    ),
}


@pytest.mark.parametrize(("realisatie", "verwacht", "woord", "waarom"), OORDELEN.values(), ids=OORDELEN)
def test_oordeel(realisatie: Vermelding | None, verwacht: list[Vermelding], woord: Oordeel, waarom: str) -> None:
    jaar = realisatie.jaar if realisatie else verwacht[0].jaar
    assert oordeel(realisatie, verwacht, GELADEN, jaar, []) is woord, waarom


# PB 2026, lines 514 and 525: 2,50 % for 2026, and on 1 January 2026 the age limit goes from 23 to 27.
BREUKEN: dict[str, tuple[Breuk, Oordeel, str]] = {
    "in het jaar zelf": (
        breuk(2026, LAGER),
        Oordeel.MISSCHIEN_ANDERS,
        "rule 5: the goal was set for one group, the result may be of another",
    ),
    "een jaar eerder": (breuk(2025, LAGER), Oordeel.GEHAALD, "the goal was set after it"),
    "een jaar later": (breuk(2027, LAGER), Oordeel.GEHAALD, "the result was there before it"),
    "van een ander cijfer": (breuk(2026, HOGER), Oordeel.GEHAALD, "it says nothing of this one"),
    "van een cijfer dat later kwam": (breuk(2026, ANDERS), Oordeel.GEHAALD, "nor does that"),
    "naar een andere meting": (
        breuk(2026, LAGER, ANDERS),
        Oordeel.GEHAALD,
        "rule 10: goal and result have the same definition, on this side of it",
    ),
    "vanaf een andere meting": (breuk(2026, ANDERS, LAGER), Oordeel.GEHAALD, "the same, on the other side"),
    "vanaf een oudere meting": (breuk(2026, HOGER, LAGER), Oordeel.GEHAALD, "the same"),
    "tussen twee metingen, zonder jaar": (breuk(None, ANDERS, LAGER), Oordeel.GEHAALD, "it lies in no year"),
}


@pytest.mark.parametrize(("wanneer", "woord", "waarom"), BREUKEN.values(), ids=BREUKEN)
def test_oordeel_met_een_breuk(wanneer: Breuk, woord: Oordeel, waarom: str) -> None:
    doel = genoemd(2026, 2026, "2.50", LAGER)
    assert oordeel(gemeten(2026, "2.45", LAGER), [doel], GELADEN, 2026, [breuk(1999), wanneer]) is woord, waarom


@pytest.mark.parametrize(
    ("zekerheid", "woord"),
    [(Breuk.Zekerheid.ZEKER, Oordeel.ANDERS_GEMETEN), (Breuk.Zekerheid.MOGELIJK, Oordeel.MISSCHIEN_ANDERS)],
)
@pytest.mark.parametrize(("van", "naar"), [(HOGER, ANDERS), (ANDERS, HOGER)])
def test_een_doel_dat_misschien_anders_gemeten_is(
    zekerheid: Breuk.Zekerheid, woord: Oordeel, van: Definitie, naar: Definitie
) -> None:
    """Rule 5: of arbeidsplaatsen PB 2023 only names another source, so the break is possible, not certain."""
    wanneer = breuk(None, HOGER, ANDERS)
    wanneer.zekerheid = zekerheid
    assert oordeel(gemeten(2023, "76.0", naar), [genoemd(2023, 2023, "71.0", van)], GELADEN, 2023, [wanneer]) is woord


def test_alleen_gehaald_en_niet_gehaald_zijn_verdicten() -> None:
    assert [woord.value for woord in VERDICTEN] == ["gehaald", "niet gehaald"]


Rij = tuple[int, str | None, list[tuple[int, str]], list[tuple[int, str]], Oordeel]


def rijen(*gekozen: Vermelding, breuken: Sequence[Breuk] = ()) -> list[Rij]:
    """Year, result, what each edition named, which of that is measured alike, and the word."""

    def genoemd_door(vermeldingen: Sequence[Vermelding]) -> list[tuple[int, str]]:
        return [(v.editie.jaar, str(v.waarde)) for v in vermeldingen]

    return [
        (
            rij.jaar,
            str(rij.realisatie.waarde) if rij.realisatie else None,
            genoemd_door(rij.verwacht),
            genoemd_door(rij.vergelijkbaar),
            rij.oordeel,
        )
        for rij in per_jaar(HOGER.indicator, gekozen, GELADEN, breuken)
    ]


def test_uitstroom_naar_werk_door_de_jaren() -> None:
    """PB 2023, lines 421 and 422; PB 2026, lines 626 and 627. Nowhere a verdict: rule 10."""
    oud = [genoemd(2023, jaar, doel) for jaar, doel in ((2026, "170"), (2023, "200"), (2025, "170"), (2024, "180"))]
    nieuw = [genoemd(2026, jaar, "180") for jaar in (2026, 2027, 2028, 2029)]
    assert rijen(*nieuw, gemeten(2024, "181"), *oud, gemeten(2021, "209")) == [
        (2021, "209", [], [], Oordeel.NIET_GELADEN),
        (2023, None, [(2023, "200")], [(2023, "200")], Oordeel.NIET_GEMETEN),
        (2024, "181", [(2023, "180")], [(2023, "180")], Oordeel.NIET_GELADEN),
        (2025, None, [(2023, "170")], [(2023, "170")], Oordeel.NIET_GEMETEN),
        (2026, None, [(2023, "170"), (2026, "180")], [(2023, "170"), (2026, "180")], Oordeel.NIET_GEMETEN),
        (2027, None, [(2026, "180")], [(2026, "180")], Oordeel.NIET_GEMETEN),
        (2028, None, [(2026, "180")], [(2026, "180")], Oordeel.NIET_GEMETEN),
        (2029, None, [(2026, "180")], [(2026, "180")], Oordeel.NIET_GEMETEN),
    ]


def test_arbeidsparticipatie_op_twee_manieren_gemeten() -> None:
    """PB 2023, line 411, and PB 2026, lines 607 and 608: 71,0 is of 15 to 67 years, 76,0 and 73,0 of 15 to 75."""
    assert rijen(
        genoemd(2026, 2026, "73.0", ANDERS),
        gemeten(2024, "76.0", ANDERS),
        *(genoemd(2023, jaar, "71.0", soort="aanname") for jaar in (2024, 2026)),
    ) == [
        (2024, "76.0", [(2023, "71.0")], [], Oordeel.NIET_GELADEN),
        (2026, None, [(2023, "71.0"), (2026, "73.0")], [(2026, "73.0")], Oordeel.NIET_GEMETEN),
    ]


def test_een_jaar_dat_op_twee_manieren_gemeten_is_heeft_twee_oordelen() -> None:
    """Rule 15: each is judged by what is measured alike, and neither hides the other."""
    doelen = [genoemd(2023, 2023, "71.0"), genoemd(2023, 2023, "73.0", ANDERS)]
    beide = [(2023, "71.0"), (2023, "73.0")]
    assert rijen(gemeten(2023, "72.0"), gemeten(2023, "72.0", ANDERS), *doelen) == [
        (2023, "72.0", beide, [(2023, "71.0")], Oordeel.GEHAALD),
        (2023, "72.0", beide, [(2023, "73.0")], Oordeel.NIET_GEHAALD),
    ]


def test_een_half_jaar_is_geen_jaar() -> None:
    """A goal is one for the whole year: 95 in half of 2023 says nothing of 200, and is no second result of 2023."""
    half = [
        gemeten(2023, "95", periode="H1"),
        gemeten(2024, "90", periode="H2"),
        genoemd(2023, 2023, "99", periode="H1"),
    ]
    assert rijen(*half) == []
    assert rijen(*half, gemeten(2023, "205"), genoemd(2023, 2023, "200")) == [
        (2023, "205", [(2023, "200")], [(2023, "200")], Oordeel.GEHAALD)
    ]


def test_een_breuk_geldt_in_haar_jaar() -> None:
    """Rule 5, as of the school leavers."""
    cijfers = [gemeten(jaar, "2.45", LAGER) for jaar in GELADEN]
    doelen = [genoemd(jaar, jaar, "2.50", LAGER) for jaar in GELADEN]
    woorden = [rij[-1] for rij in rijen(*cijfers, *doelen, breuken=[breuk(2026, LAGER)])]
    assert woorden == [Oordeel.GEHAALD, Oordeel.MISSCHIEN_ANDERS]


def test_een_kengetal_van_elke_editie_wacht_op_geen_begroting() -> None:
    """Of 2020 and 2021 no begroting is here, but that is not why there is no verdict; one goal, and it is again."""
    ooit = [gemeten(jaar, "15", soort_begroting="kengetal") for jaar in (2020, 2021)]
    kengetal = genoemd(2023, 2025, "15", soort="kengetal")

    [van_2020, van_2021, van_2025] = per_jaar(HOGER.indicator, [*ooit, kengetal], GELADEN, [])

    assert (van_2020.oordeel, van_2021.oordeel) == (Oordeel.ZONDER_DOEL, Oordeel.ZONDER_DOEL)
    assert [str(editie) for editie in van_2020.zonder_doel_in] == ["PB 2022", "PB 2023"]
    assert van_2025.oordeel is Oordeel.NIET_GEMETEN
    met_doel = per_jaar(HOGER.indicator, [*ooit, kengetal, genoemd(2026, 2026, "16")], GELADEN, [])
    assert {jaar.oordeel for jaar in met_doel if jaar.realisatie} == {Oordeel.NIET_GELADEN}
