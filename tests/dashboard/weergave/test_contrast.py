"""Every colour of the theme can be told from what it stands on: in the light, in the dark and on paper."""

import re

import pytest

from tests.gereedschap.paden import PROJECT

TEKST, TEKEN, SIER = 4.5, 3, 1.2  # WCAG 1.4.3 and 1.4.11; what only tidies up has to be seen, no more
VLAKKEN = ("papier", "vlak", "vlak-zacht", "nadruk", "let-op", "fout", "goed")
REEKSEN = ("realisatie", "begroting-1", "begroting-2", "begroting-3", "begroting-4")
# What stands on what, somewhere on the site; a colour that is new gets its pairs here.
PAREN = [
    *(("inkt", vlak, TEKST) for vlak in VLAKKEN),
    *(("inkt-zacht", vlak, TEKST) for vlak in ("papier", "vlak", "vlak-zacht", "nadruk")),
    *(("accent", vlak, TEKST) for vlak in VLAKKEN),
    *(("accent-sterk", vlak, TEKST) for vlak in VLAKKEN),
    *((f"{soort}-inkt", soort, TEKST) for soort in ("let-op", "fout", "goed")),
    *((f"{soort}-inkt", "vlak", TEKEN) for soort in ("let-op", "fout", "goed")),  # the line around it
    ("vlak", "accent", TEKST),
    ("kop-inkt", "kop", TEKST),
    ("kop-zacht", "kop", TEKST),
    ("kop-accent-inkt", "kop-accent", TEKST),
    ("kop-accent", "kop", TEKEN),
    *(("focus", vlak, TEKEN) for vlak in VLAKKEN),
    *(("lijn-sterk", vlak, TEKEN) for vlak in ("papier", "vlak", "vlak-zacht")),
    *((reeks, vlak, TEKEN) for reeks in REEKSEN for vlak in ("papier", "vlak")),
    *(("lijn", vlak, SIER) for vlak in ("papier", "vlak")),
]
GEEN_KLEUR = {"letter", "vaste-letter", "klein", "breedte", "rand", "hoek", "op-papier"}


def tokens(bestand: str, begin: str) -> dict[str, str]:
    """The --dw- tokens of the first :root after these words in a stylesheet."""
    css = (PROJECT / "static" / "src" / bestand).read_text(encoding="utf-8")
    blok = css[css.index(":root {", css.index(begin)) :].split("}")[0]
    return dict(re.findall(r"--dw-([\w-]+): ([^;]+);", blok))


LICHT = tokens("thema.css", "")
THEMAS = {
    "licht": LICHT,
    "donker": LICHT | tokens("thema.css", "(prefers-color-scheme: dark)"),
    "papier": LICHT | tokens("afdruk.css", "@media print"),
}


def helderheid(kleur: str) -> float:
    """Relative luminance as WCAG defines it, of #rgb or #rrggbb."""
    cijfers = re.sub("^#(.)(.)(.)$", r"#\1\1\2\2\3\3", kleur)[1:]
    kanalen = [int(deel, 16) / 255 for deel in re.findall("..", cijfers)]
    rood, groen, blauw = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanalen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    donker, licht = sorted((helderheid(een), helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def test_contrast_is_dat_van_wcag() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("thema", THEMAS)
def test_elk_paar_is_uit_elkaar_te_houden(thema: str) -> None:
    kleur = THEMAS[thema]

    te_weinig = [
        f"{voor} op {achter}: {gemeten:.2f}"
        for voor, achter, minstens in PAREN
        if (gemeten := contrast(kleur[voor], kleur[achter])) < minstens
    ]
    assert te_weinig == []


@pytest.mark.parametrize("thema", THEMAS)
def test_elke_kleur_heeft_een_paar(thema: str) -> None:
    kleuren = {naam for naam in THEMAS[thema] if naam not in GEEN_KLEUR}

    assert kleuren == {naam for voor, achter, _ in PAREN for naam in (voor, achter)}
