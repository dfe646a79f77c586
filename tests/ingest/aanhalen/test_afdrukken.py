"""A passage is found again by its words, wherever they stand now; or not at all, never on a wrong line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.aanhalen.afdrukken import Letters, Print, kaal

SAMENGEVAT = "[samengevat] "
TEKST = [
    "Doelstelling 9.1 Droge voeten",
    "",
    "De gemeente legt nieuwe stoepen aan. Zo blijven de voeten van",
    "inwoners droog, ook als het lang regent of als er school-",
    "reisjes zijn.",
    "",
    "Type 2030 2031",
    "Realisatie 6,60 -12",
    "Begroting 7,0 -10",
]
ZIN = (3, 5)
RIJ = (8, 8)


def letters(regels: list[str]) -> Letters:
    return Letters.van((n, regel, regel.startswith(SAMENGEVAT)) for n, regel in enumerate(regels, 1))


def print_van(plek: tuple[int, int], regels: list[str] = TEKST) -> Print:
    gevonden = letters(regels).print_van(*plek)
    assert gevonden
    return gevonden


def met(nummer: int, *regels: str) -> list[str]:
    """The text with these lines instead of one."""
    return [*TEKST[: nummer - 1], *regels, *TEKST[nummer:]]


ZIN_IN_EEN = " ".join(TEKST[2:4]).removesuffix("-") + TEKST[4]
ELDERS: dict[str, tuple[tuple[int, int], list[str], tuple[int, int] | None]] = {
    "ongewijzigd": (ZIN, TEKST, ZIN),
    "vier regels ervoor": (ZIN, ["Voorwoord", "", "Het was een nat jaar.", "", *TEKST], (7, 9)),
    "regels erachter weg": (ZIN, TEKST[:5], ZIN),
    "lege regels ertussen": (ZIN, met(4, "", TEKST[3], ""), (3, 7)),
    "tot een regel samengevoegd": (ZIN, [*TEKST[:2], ZIN_IN_EEN, *TEKST[5:]], (3, 3)),
    "samengevoegd met wat ervoor stond": (ZIN, [f"{TEKST[0]} {ZIN_IN_EEN}", *TEKST[5:]], (1, 1)),
    "een regel gesplitst": (ZIN, met(3, "De gemeente legt nieuwe", "stoepen aan. Zo blijven de voeten van"), (3, 6)),
    "een woord afgebroken": (ZIN, met(3, "De gemeente legt nieuwe stoe-", TEKST[2].partition("stoe")[2]), (3, 6)),
    "met een zacht afbreekteken": (ZIN, met(3, TEKST[2].replace("stoepen", "stoe\u00adpen")), ZIN),
    "andere hoofdletters": (ZIN, met(3, TEKST[2].upper()), ZIN),
    "vet en cursief": (
        ZIN,
        met(3, "**De gemeente** legt <i>nieuwe</i> <b>stoepen aan.</b> Zo blijven de voeten van"),
        ZIN,
    ),
    "andere spaties": (ZIN, met(3, "\t" + TEKST[2].replace(" ", "  \u00a0")), ZIN),
    "andere leestekens": (ZIN, met(3, TEKST[2].replace(". ", "; ")), ZIN),
    "letters die anders zijn opgeslagen": (ZIN, met(3, TEKST[2].replace("fi", "\ufb01")), ZIN),
    "een rij met tabs": (RIJ, met(8, "Realisatie\t6,60\t-12"), RIJ),
    "een ander minteken": (RIJ, met(8, "Realisatie 6,60 \u221212"), RIJ),
    "een woord anders": (ZIN, met(4, TEKST[3].replace("lang", "kort")), None),
    "een regel weg": (ZIN, met(4), None),
    "alles weg": (ZIN, [*TEKST[:2], *TEKST[5:]], None),
    "niets over": (ZIN, [], None),
    "een komma die verschuift": (RIJ, met(8, "Realisatie 66,0 -12"), None),
    "een min die wegvalt": (RIJ, met(8, "Realisatie 6,60 12"), None),
    "een cijfer erbij": (RIJ, met(8, "Realisatie 6,60 -125"), None),
    "dezelfde cijfers anders verdeeld": (RIJ, met(8, "Realisatie 6,601 -2"), None),
    "dezelfde rij op een andere plek": (RIJ, [*met(8), "", "Doelstelling 9.2 Hoge dijken", TEKST[7]], None),
}


@pytest.mark.parametrize("geval", ELDERS)
def test_waar_een_passage_nu_staat(geval: str) -> None:
    plek, nu, verwacht = ELDERS[geval]

    assert letters(nu).vind(print_van(plek)) == verwacht


def test_een_afgebroken_woord_is_heel_ook_waar_de_passage_begint() -> None:
    """ "school-reisjes": the passage starts with the second half."""
    heel = met(4, TEKST[3].removesuffix("-") + TEKST[4])
    del heel[4]

    assert letters(heel).vind(print_van((5, 5))) == (4, 4)
    assert letters(heel).vind(print_van((3, 4))) == (3, 4)


# Printed twice: lines 3 and 7 have the same words.
TWEEMAAL = [
    *("Doelstelling 9.1 Droge voeten", "", "- dekking via OAD", ""),
    *("Doelstelling 9.2 Hoge dijken", "", "- dekking via OAD", "", "Einde"),
]


@pytest.mark.parametrize(
    ("nu", "eerste", "tweede"),
    [
        (TWEEMAAL, 3, 7),
        (["Voorwoord", *TWEEMAAL], 4, 8),
        ([*TWEEMAAL, "Nawoord"], 3, 7),
        # of what is gone the other one is not taken
        ([*TWEEMAAL[:2], *TWEEMAAL[3:]], None, 6),
        (TWEEMAAL[:6], 3, None),
        # the surroundings of neither are as they were
        ([regel.replace("Do", "To").replace("Ei", "Oi") for regel in TWEEMAAL], None, None),
    ],
)
def test_wat_twee_keer_gedrukt_is_is_te_kennen_aan_wat_eromheen_staat(
    nu: list[str], eerste: int | None, tweede: int | None
) -> None:
    for regel, verwacht in ((3, eerste), (7, tweede)):
        assert letters(nu).vind(print_van((regel, regel), TWEEMAAL)) == (verwacht and (verwacht, verwacht))


def test_twee_keer_hetzelfde_in_dezelfde_omgeving_is_niet_te_vinden() -> None:
    """As many letters as are looked at stand on both sides, the same each time."""
    rand = ["a" * 200, "- dekking via OAD", "b" * 200]

    assert letters(rand * 2).vind(print_van((2, 2), rand)) is None
    assert letters(["Voorwoord", *rand]).vind(print_van((2, 2), rand)) == (3, 3)


def test_een_korte_passage_in_een_langer_woord_is_een_ander() -> None:
    was = ["Type 2030", "Realisatie 12", "Begroting 10"]

    assert letters(["Type 2030", "Realisatie 123", "Begroting 10"]).vind(print_van((2, 2), was)) is None
    assert letters(["Subtype 2030 realisatie 12 begroting"]).vind(print_van((1, 1), was)) is None


def test_onze_samenvatting_beslaat_de_regels_die_zij_samenvat() -> None:
    meegeleverd = ["Kop", SAMENGEVAT + "Droge voeten door stoepen.", "", "", "Type 2030"]
    gezocht = print_van((2, 4), meegeleverd)

    assert gezocht.regels == 3
    assert letters(meegeleverd).vind(gezocht) == (2, 4)
    assert letters(["", "", *meegeleverd]).vind(gezocht) == (4, 6)
    # a document's own words take the lines that they take
    assert letters([regel.removeprefix(SAMENGEVAT) for regel in meegeleverd]).vind(gezocht) == (2, 2)


def test_een_passage_zonder_woorden_heeft_geen_afdruk() -> None:
    assert letters(TEKST).print_van(2, 2) is None
    assert letters(TEKST).print_van(90, 91) is None
    assert letters([]).print_van(1, 1) is None


def test_een_afdruk_is_te_schrijven_en_te_lezen() -> None:
    gezocht = print_van(ZIN)

    assert Print.uit(str(gezocht)) == gezocht
    with pytest.raises(ValueError, match="not enough values"):
        Print.uit("12:abc")


@pytest.mark.parametrize(
    ("gedrukt", "over"),
    [
        ("- 1.5 Werk (in 2026)", "1.5werkin2026"),
        ("€ 2.594, en 6,60.", "2.594en6,60"),
        ("2-12 jaar: -6.572", "212jaar-6.572"),
        ("**Vet** <i>schuin</i> [samengevat]", "vetschuin"),
        ("Één ﬁets", "éénfiets"),
        ("_ - – *", ""),
    ],
)
def test_wat_er_van_een_regel_telt(gedrukt: str, over: str) -> None:
    assert kaal(gedrukt) == over


# Few words, so that much is printed twice; none is a part of another, but for its sign.
WOORDEN = st.sampled_from(["de", "Één", "12", "-12", "6,6"])
REGEL = st.lists(WOORDEN, max_size=5).map(" ".join)
STUK = st.lists(REGEL, max_size=5)
PASSAGE = STUK.filter(lambda regels: bool(regels and regels[0] and regels[-1]))


def heeft_precies(gevonden: list[str], passage: list[str]) -> bool:
    """Whether these lines have the words of the passage in a row, from their first to their last."""
    delen, gezocht = " ".join(gevonden).split(), " ".join(passage).split()
    eerste, laatste = (len(regel.split()) for regel in (gevonden[0], gevonden[-1]))
    return any(
        delen[plek : plek + len(gezocht)] == gezocht and plek + len(gezocht) > len(delen) - laatste
        for plek in range(eerste)
    )


@settings(max_examples=200, deadline=None)
@given(voor=STUK, passage=PASSAGE, na=STUK, anders=st.tuples(STUK, STUK), is_er_nog=st.booleans())
def test_gevonden_regels_hebben_de_woorden_van_de_passage(
    voor: list[str], passage: list[str], na: list[str], anders: tuple[list[str], list[str]], is_er_nog: bool
) -> None:
    """However the text around it changes, and whether it is still there or not."""
    gezocht = print_van((len(voor) + 1, len(voor) + len(passage)), [*voor, *passage, *na])
    nu = [*anders[0], *(passage if is_er_nog else []), *anders[1]]

    plek = letters(nu).vind(gezocht)

    assert plek is None or heeft_precies(nu[plek[0] - 1 : plek[1]], passage)


@given(voor=STUK, passage=STUK, na=STUK)
def test_een_passage_die_een_keer_gedrukt_is_staat_waar_zij_stond(
    voor: list[str], passage: list[str], na: list[str]
) -> None:
    """In the text itself: with all that is around it there is no other."""
    deze = ["Alleen hier", *passage, "en nergens anders"]
    regels = [*voor, *deze, *na]
    gezocht = print_van((len(voor) + 1, len(voor) + len(deze)), regels)

    assert letters(regels).vind(gezocht) == (len(voor) + 1, len(voor) + len(deze))
