"""What nobody knows of an unseen edition: each finding tells the printed name, so that a person can answer it."""

from dataclasses import replace

import pytest

from indicators.models import (
    Bedrag,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
    Vermelding,
)
from ingest.lezer.concept import Concept
from ingest.lezer.document import lees_document
from ingest.structuur.bekend import Structuur
from ingest.structuur.bestand import zorg_voor_structuur
from ingest.structuur.koppeling import koppel_namen
from tests.gereedschap.documenten.documenten import alles, anders, overal, skelet, tekst_van, verschoven
from tests.gereedschap.documenten.programmas import EEN, STREEP, TWEE, WERK
from tests.gereedschap.documenten.verzonnen import Programma as Gedrukt
from tests.gereedschap.documenten.verzonnen import met_rijen, schrijf
from tests.gereedschap.laden import Laad
from tests.gereedschap.wereld.rollen import rol_van

pytestmark = pytest.mark.django_db


def lees(structuur: Structuur, *programmas: Gedrukt) -> Concept:
    return koppel_namen(lees_document(schrijf(2025, *programmas).encode()).concept, structuur)


def fouten(concept: Concept) -> list[tuple[str, str]]:
    return [(fout.soort, fout.onderwerp) for fout in concept.fouten]


def test_alles_is_bekend(structuur: Structuur) -> None:
    concept = lees(structuur, EEN)
    assert not concept.fouten
    assert {c.definitie for c in concept.cijfers} == {"uitstroom-naar-werk"}
    assert {b.sleutel for b in concept.bedragen if b.tabel == "programma"} == {"lasten", "baten", "saldo"}
    (aangenomen,) = [b for b in concept.bevindingen if b.soort == "definitie aangenomen"]
    assert aangenomen.onderwerp == "Uitstroom naar werk"


def test_onbekend_programma(structuur: Structuur) -> None:
    """Nothing of it is matched, though its rows are called as those of programma 1."""
    concept = lees(structuur, EEN, TWEE)
    assert fouten(concept) == [
        ("onbekende doelstelling", "Langer zelfstandig wonen"),
        ("onbekende indicator", "% Inwoners dat zich eenzaam voelt"),
        ("onbekend programma", "Zorg en ondersteuning"),
    ]
    assert {(b.programma, bool(b.sleutel)) for b in concept.bedragen} == {("1", True), ("", False)}


def test_programma_1_met_een_andere_naam_is_onbekend(structuur: Structuur) -> None:
    """Its number says nothing: another year may give it to another programma."""
    concept = lees(structuur, replace(EEN, naam="Veiligheid"))
    assert fouten(concept) == [("onbekend programma", "Veiligheid")]
    assert not any(b.sleutel for b in concept.bedragen)


def test_programma_met_een_ander_nummer_wordt_herkend_aan_zijn_naam(structuur: Structuur) -> None:
    concept = lees(structuur, replace(EEN, code="4", doelen=[replace(EEN.doelen[0], code="4.5")]))
    assert not concept.fouten
    assert [(b.ernst, b.onderwerp) for b in concept.bevindingen if b.soort == "nummer"] == [("waarschuwing", EEN.naam)]
    assert {(b.programma, bool(b.sleutel)) for b in concept.bedragen} == {("1", True)}


def test_onbekende_indicator_doelstelling_en_post(structuur: Structuur) -> None:
    doel = EEN.doelen[0]
    anders_genoemd = replace(doel, indicatoren=[replace(doel.indicatoren[0], naam="Uitstroom naar betaald werk")])
    concept = lees(structuur, replace(EEN, doelen=[anders_genoemd]))
    assert fouten(concept) == [("onbekende indicator", "Uitstroom naar betaald werk")]
    concept = lees(structuur, replace(EEN, doelen=[replace(doel, naam="Iedereen werkt")]))
    assert fouten(concept) == [("onbekende doelstelling", "Iedereen werkt")]
    tekst = schrijf(2025, EEN).replace("arbeidsparticipatie (1.5)", "participatie (1.5)")
    concept = koppel_namen(lees_document(tekst.encode()).concept, structuur)
    assert fouten(concept) == [("onbekende post", "Stimuleren duurzame participatie")]


def test_eenheid_gewijzigd(structuur: Structuur) -> None:
    """A percentage where the definitie counts; the other row of the table is read."""
    concept = lees(structuur, met_rijen(EEN, WERK[0], ("Begroting PB 2025", [STREEP, "18 %", STREEP, STREEP, STREEP])))
    assert fouten(concept) == [("eenheid gewijzigd", "Uitstroom naar werk")]
    assert [str(c.waarde) for c in concept.cijfers if c.waarde] == ["193"]


def test_bron_gewijzigd(laad: Laad) -> None:
    """Against the nearest edition before, and only where it is somebody else: not for another year of the same."""
    laad(skelet("PB 2026"))
    een_jaar_later = overal("(1 april 2024)", "(1 april 2025)")
    volgende = alles(verschoven(1), een_jaar_later, anders(623, "Suites4 SociaalDomein", "CBS"))(tekst_van("PB 2026"))
    (document,) = laad(volgende, opties=("--dry-run", "--json")).gelezen
    (bevinding,) = [b for b in document["bevindingen"] if b["soort"] == "bron gewijzigd"]
    assert (bevinding["ernst"], bevinding["regel"]) == ("waarschuwing", 626)
    assert bevinding["tekst"] == 'Uitstroom naar werk: de bron is "CBS", in PB 2026 was dat "Suites4 SociaalDomein".'


def met_programma_2() -> None:
    """What a person answers once: the programma, its doelstelling, indicator and posts, as PB 2026 names them."""
    zorg_voor_structuur()
    pb_2026 = Publicatie.objects.get(naam="PB 2026")
    programma = Programma.objects.create(code="2", naam="Zorg en ondersteuning")
    doel = Doelstelling.objects.create(programma=programma, code="2.1", naam="Langer zelfstandig wonen", volgorde=1)
    onder = DoelstellingBenaming.objects.create(doelstelling=doel, publicatie=pb_2026, code="2.1", naam=doel.naam)
    indicator = Indicator.objects.create(doelstelling=doel, slug="eenzaamheid", naam="Eenzaamheid", volgorde=1)
    definitie = Definitie.objects.create(
        indicator=indicator,
        slug="eenzaamheid",
        omschrijving="Deel dat zich eenzaam voelt",
        eenheid="%",
        decimalen=1,
        richting="lager",
        meetperiode="enquête",
        volgorde=1,
    )
    definitie.bewoordingen.create(
        publicatie=pb_2026, onder=onder, naam="% Inwoners dat zich eenzaam voelt", soort_begroting="streefwaarde"
    )
    for volgorde, (tabel, naam, van) in enumerate(
        [
            ("doelstelling", "Langer zelfstandig wonen", doel),
            ("programma", "Lasten", None),
            ("programma", "Baten", None),
            ("programma", "Saldo", None),
        ]
    ):
        slug = naam.lower().replace(" ", "-")
        post = Post.objects.create(
            programma=programma,
            doelstelling=van,
            tabel=tabel,
            rol=rol_van(tabel, naam),
            slug=slug,
            naam=naam,
            volgorde=volgorde,
        )
        PostBenaming.objects.create(post=post, publicatie=pb_2026, naam=naam)


def test_twee_programmas_worden_los_van_elkaar_gepubliceerd(laad: Laad) -> None:
    met_programma_2()
    afloop = laad(schrijf(2025, EEN, TWEE))
    assert afloop.code == 0, afloop.stderr
    lasten = Bedrag.objects.filter(benaming__naam="Lasten", jaar=2028).order_by("benaming__post__programma__code")
    assert [(b.benaming.post.programma.code, b.bedrag) for b in lasten] == [("1", -105_000_000), ("2", -24_000_000)]
    assert Bedrag.objects.count() == 2 * (5 + 18)
    eenzaam = Vermelding.objects.filter(bewoording__definitie__slug="eenzaamheid", soort="begroting", jaar=2027).get()
    assert (str(eenzaam.waarde.normalize()), eenzaam.bewoording.onder.code) == ("48.5", "2.1")
    assert laad(schrijf(2025, EEN, TWEE)).code == 0
    assert Bedrag.objects.count() == 2 * (5 + 18)


def test_onbekend_programma_blijft_weg_ook_als_fouten_worden_geaccepteerd(laad: Laad) -> None:
    afloop = laad(schrijf(2025, EEN, TWEE), opties=("--accepteer-fouten",))
    assert afloop.code == 0, afloop.stderr
    assert set(Bedrag.objects.values_list("benaming__post__programma__code", flat=True)) == {"1"}
    assert set(Vermelding.objects.values_list("bewoording__definitie__slug", flat=True)) == {"uitstroom-naar-werk"}


def test_soorten_leeg_worden_bewaard(laad: Laad) -> None:
    rijen = [WERK[0], ("Begroting PB 2025", [STREEP, "185", "Zie toelichting", "n.v.t.", "188"])]
    assert laad(schrijf(2025, met_rijen(EEN, *rijen))).code == 0
    begroting = Vermelding.objects.filter(soort="begroting").order_by("jaar")
    assert list(begroting.values_list("jaar", "leeg", "gedrukt")) == [
        (2023, "streepje", "-"),
        (2025, "", "185"),
        (2026, "toelichting", "Zie toelichting"),
        (2027, "nvt", "n.v.t."),
        (2028, "", "188"),
    ]
