"""When a document is published again, what people read in it goes along to where its words stand now, or goes away."""

import pytest
from django.test import Client

from indicators.models import Aangehaald, Aanhaling, Breuk, Duiding, Lezing, Nagelezen, Opvolging, Publicatie
from ingest.aanhalen.afdrukken import kaal
from ingest.aanhalen.vindplaatsen import haal_aan, met_prints, prints_van, wijs_aan
from tests.gereedschap.documenten.documenten import Schade, alles, anders, leeg, tekst_van, volledig
from tests.gereedschap.laden import Laad
from tests.gereedschap.paginas import haal, tekst

pytestmark = pytest.mark.django_db

VOORWERK = "Gemeente Zoetermeer\n\nProgrammabegroting 2026-2029\n\n"
INTEGRATIEVERSNELLER = "raad-de-evaluatie-van-de-pilot-integratieversneller"

Plekken = dict[tuple[str, int], tuple[int, int]]
"""The first and last line of each passage, by the sleutel of what rests on it and its number there."""


@pytest.fixture
def opnieuw(edities: None, laad: Laad) -> Laad:
    """Publishes again, over both bundled editions with all that was read in them."""

    def doe(*bronnen: object) -> None:
        afloop = laad(*bronnen, opties=("--vervang",))
        assert afloop.code == 0, afloop.stderr

    return doe


def plekken(publicatie: str = "PB 2026") -> Plekken:
    """Where the passages of this publicatie stand, of what is on the site."""
    return {
        (ding.sleutel, aangehaald.volgorde): (aangehaald.plaats.van_regel, aangehaald.plaats.tot_regel)
        for ding in Duiding.objects.geldend().met_bronnen()
        for aangehaald in ding.plaatsen
        if aangehaald.publicatie.naam == publicatie
    }


def breuken() -> dict[str, tuple[int, int]]:
    """The same for the breuken and the opvolging of the structure, by their reasons."""
    rijen = [*Breuk.objects.exclude(aanhaling=None), *Opvolging.objects.exclude(aanhaling=None)]
    gevonden = {rij.reden: rij.aanhaling.plaats for rij in rijen}
    return {reden: (plaats.van_regel, plaats.tot_regel) for reden, plaats in gevonden.items() if plaats}


def zoekgeraakt() -> set[str]:
    pb_2026 = Publicatie.objects.get(naam="PB 2026")
    return set(Duiding.objects.zoekgeraakt(pb_2026).values_list("sleutel", flat=True))


def woorden(regels: list[str], plek: tuple[int, int]) -> str:
    return kaal(" ".join(regels[plek[0] - 1 : plek[1]]))


def samengevoegd(tekst: str) -> str:
    """Two summaries of PB 2026 on one line, which leaves the other empty."""
    regels = tekst.split("\n")
    regels[136], regels[139] = f"{regels[136]} {regels[139].replace('[samengevat]', '')}", ""
    return "\n".join(regels)


def gesplitst(tekst: str) -> str:
    """A summary of PB 2026 on two lines."""
    regels = tekst.split("\n")
    helft = regels[190].index(" ", 60)
    regels[190], regels[191] = regels[190][:helft], regels[190][helft:]
    return "\n".join(regels)


@pytest.mark.drawn
@pytest.mark.parametrize(
    ("schade", "verwacht"),
    [
        (lambda tekst: VOORWERK + tekst, {137: (141, 143), 140: (144, 147), 191: (195, 196), 407: (411, 412)}),
        (samengevoegd, {137: (137, 139), 140: (137, 141), 191: (191, 192), 407: (407, 408)}),
        (gesplitst, {137: (137, 139), 140: (140, 143), 191: (191, 192), 407: (407, 408)}),
        (
            alles(samengevoegd, gesplitst, lambda tekst: VOORWERK + tekst),
            {137: (141, 143), 140: (141, 145), 191: (195, 196), 407: (411, 412)},
        ),
    ],
    ids=["vier regels ervoor", "samengevoegd", "gesplitst", "alle drie"],
)
def test_elke_duiding_wijst_naar_haar_woorden(
    opnieuw: Laad, client: Client, schade: Schade, verwacht: dict[int, tuple[int, int]]
) -> None:
    was, breuk_was, oud = plekken(), breuken(), tekst_van("PB 2026").split("\n")
    nieuwe_tekst = schade(tekst_van("PB 2026"))

    opnieuw(nieuwe_tekst)

    nu, nieuw = plekken(), nieuwe_tekst.split("\n")
    assert (nu.keys(), zoekgeraakt()) == (was.keys(), set())
    for sleutel, plek in nu.items():
        assert woorden(oud, was[sleutel]) in woorden(nieuw, plek), sleutel
        if was[sleutel][0] in verwacht:
            assert plek == verwacht[was[sleutel][0]], sleutel
    assert len(breuken()) == len(breuk_was) == 5
    for van, _ in {*was.values(), *breuk_was.values()}:
        assert client.get(f"/bronnen/PB-2026/regels/{van}/").status_code == 200, "an older link"


def test_wat_er_niet_meer_staat_verdwijnt_van_de_site_en_wordt_geteld(opnieuw: Laad, client: Client) -> None:
    was = plekken()
    assert "Integratieversneller" in tekst(haal(client, "/raad/"))

    opnieuw(leeg(407)(tekst_van("PB 2026")))

    assert was.keys() - plekken().keys() == {(INTEGRATIEVERSNELLER, 0)}
    assert zoekgeraakt() == {INTEGRATIEVERSNELLER}
    assert not Duiding.objects.zoekgeraakt(Publicatie.objects.get(naam="PB 2023")).exists()
    assert "Integratieversneller" not in tekst(haal(client, "/raad/"))
    assert client.get("/bronnen/PB-2026/regels/407/").status_code == 200, "an older link"

    opnieuw(tekst_van("PB 2026"))
    assert (plekken(), zoekgeraakt()) == (was, set())


def test_een_tegenspraak_verdwijnt_als_een_van_haar_cijfers_er_niet_meer_staat(opnieuw: Laad, client: Client) -> None:
    """The figure of the table and that of the toelichting say something together, or nothing."""
    assert "2700 nieuwe banen" in tekst(haal(client, "/klopt-het/"))

    opnieuw(leeg(582)(tekst_van("PB 2026")))

    assert "arbeidsplaatsen" in zoekgeraakt()
    assert "2700 nieuwe banen" not in tekst(haal(client, "/klopt-het/"))


def test_een_gecorrigeerd_cijfer_is_niet_meer_wat_iemand_aanhaalde(opnieuw: Laad) -> None:
    """7,11 % has the digits of 71,1 %, and is another figure."""
    opnieuw(anders(410, "71,1", "7,11")(tekst_van("PB 2023")))

    assert ("arbeidsparticipatie-gelijk-aan-2021", 0) not in plekken("PB 2023")


@pytest.mark.parametrize(
    ("schade", "gaat_mee"),
    [
        (lambda tekst: "\n\n\n\n" + tekst, True),
        (lambda tekst: tekst.replace("[samengevat] ", "[samengevat]  "), True),
        (lambda tekst: VOORWERK + tekst, False),
        (anders(137, "peuters", "kleuters"), False),
        (leeg(407), False),
    ],
    ids=["lege regels", "spaties", "een voorwoord", "een woord anders", "een regel weg"],
)
def test_nagelezen_gaat_alleen_mee_met_dezelfde_tekst(opnieuw: Laad, schade: Schade, gaat_mee: bool) -> None:
    was = Nagelezen.objects.geldend().filter(lezing__publicatie__naam="PB 2026").count()

    opnieuw(schade(tekst_van("PB 2026")))

    geldend = Nagelezen.objects.geldend()
    assert (was, geldend.filter(lezing__publicatie__naam="PB 2023").count()) == (6, 5)
    assert geldend.filter(lezing__publicatie__naam="PB 2026").count() == (6 if gaat_mee else 0)


def test_wat_niet_gevonden_is_wijst_iemand_aan(opnieuw: Laad) -> None:
    """And then its words are known for the next time."""
    ding = Aangehaald.objects.get(duiding__sleutel=INTEGRATIEVERSNELLER)
    herschreven = anders(407, "pilot", "proef")
    opnieuw(herschreven(tekst_van("PB 2026")))
    assert zoekgeraakt() == {INTEGRATIEVERSNELLER}

    lezing = Lezing.objects.get(publicatie__naam="PB 2026", staat="gepubliceerd")
    wijs_aan(ding.aanhaling, lezing, 405, 405)
    wijs_aan(ding.aanhaling, lezing, 407, 407)

    assert zoekgeraakt() == set()
    assert plekken()[INTEGRATIEVERSNELLER, 0] == (407, 407)
    opnieuw(VOORWERK + herschreven(tekst_van("PB 2026")))
    assert plekken()[INTEGRATIEVERSNELLER, 0] == (411, 411)


def test_dezelfde_regels_zijn_dezelfde_aanhaling(opnieuw: Laad) -> None:
    lezing, aantal = Lezing.objects.get(publicatie__naam="PB 2026"), Aanhaling.objects.count()
    bekend = Aangehaald.objects.get(duiding__sleutel=INTEGRATIEVERSNELLER).aanhaling

    assert haal_aan(lezing, 407, 408) == bekend
    assert met_prints(lezing.publicatie, prints_van(bekend)) == bekend
    wijs_aan(bekend, lezing, 407, 408)
    assert (Aanhaling.objects.count(), bekend.afdrukken.count()) == (aantal, 2)
    nieuw = haal_aan(lezing, 405, 407)
    assert (nieuw.plaats.van_regel, nieuw.plaats.tot_regel, nieuw.afdrukken.count()) == (405, 407, 1)
    with pytest.raises(ValueError, match="no words on lines 408-408"):
        haal_aan(lezing, 408, 408)


# Typed by hand from the documents: the lines where a person read it.
GELEZEN = {
    "vve-ontwikkelingsscore-invloed-1": [("PB 2026", 137, 139)],
    "vve-ontwikkelingsscore-omgeving-1": [("PB 2026", 140, 143)],
    "vve-ontwikkelingsscore-band-2": [("PB 2026", 480, 484)],
    "voortijdige-schoolverlaters-invloed-1": [("PB 2023", 129, 129)],
    "voortijdige-schoolverlaters-invloed-3": [("PB 2026", 193, 201)],
    "voortijdige-schoolverlaters-eigen-cijfer-1": [("PB 2026", 521, 521)],
    "dienstverlening-ondernemers-meetmoment-1": [("PB 2023", 360, 360)],
    "bijstandsuitkeringen-eigen-cijfer-1": [("PB 2026", 691, 692)],
    "dekking-collegevoorstel-inzet-geldpunt": [("PB 2026", 792, 792), ("PB 2026", 835, 839)],
    "arbeidsparticipatie-leeftijd": [
        ("PB 2023", 411, 411),
        ("PB 2023", 403, 403),
        ("PB 2026", 608, 608),
        ("PB 2026", 602, 602),
    ],
    "shv-zonder-uitleg": [("PB 2026", regel, regel) for regel in (738, 738, 737, 737)],
    "raad-een-raadsvoorstel-over-de-nieuwbouw-van-motion": [("PB 2026", 761, 767)],
    "motie-2206-39a": [("PB 2023", 595, 595)],
    "motie-2506-81": [("PB 2026", 1045, 1049)],
}


@pytest.mark.drawn
@pytest.mark.documents
def test_in_de_volledige_documenten_staat_alles_waar_het_gelezen_is(opnieuw: Laad) -> None:
    """Over the bundled editions, which have our summaries where the documents have their text."""
    voor, breuken_voor = (plekken("PB 2023"), plekken("PB 2026")), breuken()

    opnieuw(volledig("PB 2023"), volledig("PB 2026"))

    assert Duiding.objects.geldend().count() == 161
    nu = {"PB 2023": plekken("PB 2023"), "PB 2026": plekken("PB 2026")}
    for sleutel, regels in GELEZEN.items():
        for nummer, (publicatie, van, tot) in enumerate(regels):
            assert nu[publicatie][sleutel, nummer] == (van, tot), sleutel
    # the bundled editions keep the lines of the documents
    assert tuple(nu.values()) == voor
    assert breuken() == breuken_voor
    assert sorted(breuken_voor.values()) == [(360, 360), (494, 495), (525, 526), (569, 569), (602, 602)]
    assert Nagelezen.objects.geldend().count() == 11
