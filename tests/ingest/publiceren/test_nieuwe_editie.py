"""An edition that the mapping does not know: matched by the editions around it, or refused."""

from indicators.models import Bedrag, Bewoording, Definitie, Lezing, Post, Publicatie, Vermelding
from tests.gereedschap.documenten.documenten import alles, anders, leeg, skelet, tekst_van, verschoven
from tests.gereedschap.laden import Laad

PB_2027 = verschoven(1)(tekst_van("PB 2026"))


def test_volgende_editie_laadt_met_waarschuwingen(laad: Laad) -> None:
    """Measured as in the nearest edition, and every indicator says that someone must look at that."""
    laad(skelet("PB 2026"))
    assert laad(PB_2027).code == 0
    lezing = Lezing.objects.get(publicatie__naam="PB 2027")
    aangenomen = lezing.bevindingen.filter(soort="definitie aangenomen")
    assert {b.ernst for b in aangenomen} == {"waarschuwing"}
    assert aangenomen.count() == 10
    assert "gemeten zoals in PB 2026. Controleer of dat nog klopt." in aangenomen[0].tekst

    nieuw = Bewoording.objects.filter(publicatie__naam="PB 2027")
    assert set(nieuw.values_list("definitie", "soort_begroting")) == set(
        Bewoording.objects.filter(publicatie__naam="PB 2026").values_list("definitie", "soort_begroting")
    )
    assert Vermelding.objects.filter(editie__naam="PB 2027").count() == 94
    assert set(
        Vermelding.objects.filter(editie__naam="PB 2027", soort="begroting", waarde=180).values_list("jaar", flat=True)
    ) == {2027, 2028, 2029, 2030}
    assert Publicatie.objects.get(naam="PB 2027").titel == "Programmabegroting 2027-2030"


def test_volgende_editie_deelt_posten_behalve_die_van_beleid(laad: Laad) -> None:
    """A policy row is never matched across editions by its number or name."""
    laad(skelet("PB 2026"))
    voor = set(Post.objects.values_list("tabel", "slug"))
    laad(PB_2027)
    erbij = set(Post.objects.values_list("tabel", "slug")) - voor
    assert {tabel for tabel, _ in erbij} == {"nieuw-beleid", "bezuinigingen"}
    assert all(slug.startswith("pb-2027-") for _, slug in erbij)
    assert Bedrag.objects.filter(benaming__publicatie__naam="PB 2027").count() == 254


def test_volgende_editie_zonder_de_vorige(laad: Laad) -> None:
    """The mapping knows the names, also when no other document is loaded."""
    assert laad(PB_2027).code == 0
    assert Vermelding.objects.count() == 94


def test_standen_volgen_het_jaar_van_de_editie(laad: Laad) -> None:
    laad(PB_2027)
    saldo = Bedrag.objects.filter(benaming__post__tabel="programma", benaming__naam="Saldo").order_by("jaar")
    assert list(saldo.values_list("jaar", "stand")) == [
        (2025, "rekening"),
        (2026, "lopend jaar"),
        (2027, "primitieve begroting"),
        (2028, "meerjarenraming"),
        (2029, "meerjarenraming"),
        (2030, "meerjarenraming"),
    ]


def test_editie_tussen_twee_metingen_wordt_geweigerd(laad: Laad) -> None:
    """In PB 2024 these two may be measured as in PB 2023 or as in PB 2026; nobody can tell from the text."""
    afloop = laad(verschoven(-2)(tekst_van("PB 2026")))
    assert afloop.code == 1
    zin = "{} is in PB 2023 anders gemeten dan in PB 2026. Welke meting geldt hier?"
    assert afloop.stderr.split("\n")[:-1] == [
        f"PB.txt, regel 574: {zin.format('Toename aantal arbeidsplaatsen')}",
        f"PB.txt, regel 607: {zin.format('% Arbeidsparticipatie')}",
    ]
    assert not Vermelding.objects.exists()


def test_editie_ertussen_na_een_besluit(laad: Laad) -> None:
    """Once someone has said how PB 2024 measures, it loads."""
    laad(skelet("PB 2026"))
    pb_2024 = Publicatie.objects.get(naam="PB 2024")
    for bewoording in Bewoording.objects.filter(
        definitie__slug__in=["arbeidsplaatsen-register", "arbeidsparticipatie-15-75"]
    ):
        onder = bewoording.onder
        onder.pk, onder.publicatie = None, pb_2024
        onder.save()
        Bewoording.objects.create(
            definitie=bewoording.definitie,
            publicatie=pb_2024,
            onder=onder,
            naam=bewoording.naam,
            soort_begroting=bewoording.soort_begroting,
        )
    assert laad(verschoven(-2)(tekst_van("PB 2026"))).code == 0


def test_twee_namen_van_een_indicator_in_een_document(laad: Laad) -> None:
    """The long name of PB 2023 and the short one of PB 2026 are one indicator; both in one document cannot be."""
    lang = tekst_van("PB 2023").split("\n")[324].strip("*")
    tekst = anders(508, "Voortijdige schoolverlaters zonder startkwalificatie (vsv-ers) in afgelopen schooljaar", lang)
    kort = "\n".join(tekst_van("PB 2026").split("\n")[507:514])
    regels = tekst(tekst_van("PB 2026")).split("\n")
    afloop = laad("\n".join([*regels[:516], kort, "", *regels[516:]]))
    assert afloop.code == 1
    assert "PB.txt, regel 522: " in afloop.stderr
    assert "staat onder een andere naam al in dit document" in afloop.stderr


def test_doelstelling_zonder_bekende_naam_wordt_niet_geraden(laad: Laad) -> None:
    """Not by its number either: what stands under it stays out, also when faults are accepted."""
    anders_genoemd = alles(verschoven(1), anders(600, "duurzame arbeidsparticipatie", "van werk"))
    assert laad(anders_genoemd(tekst_van("PB 2026")), opties=("--accepteer-fouten",)).code == 0
    onder_1_5 = Definitie.objects.filter(indicator__doelstelling__code="1.5")
    assert not Vermelding.objects.filter(bewoording__definitie__in=onder_1_5).exists()
    assert Vermelding.objects.count() == 94 - 40


def test_document_zonder_een_bruikbaar_cijfer_wordt_nooit_geladen(laad: Laad) -> None:
    koppen = [
        n for n, regel in enumerate(tekst_van("PB 2026").split("\n"), 1) if regel.strip().startswith("Doelstelling 1.")
    ]
    afloop = laad(leeg(*koppen)(tekst_van("PB 2026")), opties=("--accepteer-fouten",))
    assert afloop.code == 1
    assert not Bedrag.objects.exists()
