"""The indicators of the law under other words, and what only resembles one."""

import pytest

from ingest.structuur.verplicht import verplichte_indicator, verplichte_indicatoren


def test_er_zijn_er_34_en_elk_kent_zichzelf() -> None:
    alle = verplichte_indicatoren()
    assert len(alle) == 34
    assert [verplichte_indicator(indicator.naam) for indicator in alle] == list(alle)


@pytest.mark.parametrize(
    ("gedrukt", "wet"),
    [
        ("Vernielingen en beschadigingen", "Vernielingen en beschadigingen (in de openbare ruimte)"),
        ("Diefstal uit woning", "Diefstallen uit woning"),
        (
            "Vroegtijdige schoolverlaters zonder startkwalificatie",
            "Vroegtijdig schoolverlaters zonder startkwalificatie (vsv-ers)",
        ),
        (
            "Voortijdig schoolverlaters zonder startkwalificatie (vsv'ers)",
            "Vroegtijdig schoolverlaters zonder startkwalificatie (vsv-ers)",
        ),
        ("Vestigingen van bedrijven", "Vestigingen (van bedrijven)"),
        ("Gemiddelde WOZ waarde", "Gemiddelde WOZ-waarde"),
        ("Gemeentelijke woonlasten (meerpersoonshuishouden)", "Gemeentelijke woonlasten meerpersoonshuishouden"),
        ("Gemeentelijke woonlasten", ""),  # of whom?
        ("Verzuim", ""),
        ("Jongeren in een leerbaan", ""),
        ("% Arbeidsparticipatie", ""),  # gross or net the name does not say
        ("Uitstroom naar werk", ""),
    ],
)
def test_onder_andere_woorden(gedrukt: str, wet: str) -> None:
    gevonden = verplichte_indicator(gedrukt)
    assert (gevonden.naam if gevonden else "") == wet
