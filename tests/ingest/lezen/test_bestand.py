"""What people read, from one Doelwijzer to another: the same twice, and never over what was decided here."""

from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec.yaml
import pytest
import yaml
from django.core.management import call_command
from django.core.management.base import CommandError

from indicators.models import Afdruk, Duiding, Indicator, Lezing, Nagelezen, Vindplaats
from ingest.aanhalen.afdrukken import Letters
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.lezen.bestand import BESTAND, neem_op, schrijf_gelezen
from ingest.publiceren.meegeleverd import publiceer_meegeleverd
from tests.gereedschap.documenten.documenten import STUKKEN, anders, skelet, tekst_van, volledig
from tests.gereedschap.laden import Laad

pytestmark = [pytest.mark.django_db, pytest.mark.drawn]

TABELLEN = (Duiding, Afdruk, Vindplaats, Nagelezen)
OP = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def geladen(laad: Laad) -> Laad:
    """The bundled documents, and nothing that was read in them."""
    assert laad(skelet("PB 2023"), skelet("PB 2026")).code == 0
    laad_stukken()
    return laad


@pytest.fixture
def opgenomen(edities: None, laad: Laad) -> Laad:
    """All that is bundled."""
    assert Duiding.objects.count() == 161
    return laad


def laad_stukken() -> None:
    for publicatie in STUKKEN:
        publiceer_meegeleverd(skelet(publicatie))


def aantallen() -> list[int]:
    return [model.objects.count() for model in TABELLEN]


def schrijf(pad: Path, **anders: Any) -> Path:
    """The bundled file with other entries."""
    inhoud = msgspec.yaml.decode(BESTAND.read_text(encoding="utf-8")) | anders
    pad.write_text(yaml.dump(inhoud, sort_keys=False), encoding="utf-8")
    return pad


def bundel() -> list[dict[str, Any]]:
    return msgspec.yaml.decode(BESTAND.read_text(encoding="utf-8"))["duidingen"]


def load_gelezen(pad: Path) -> str:
    uit = StringIO()
    call_command("load_gelezen", str(pad), stdout=uit)
    return uit.getvalue()


def test_wat_geschreven_wordt_is_wat_opgenomen_is(opgenomen: Laad) -> None:
    """The file that is bundled is what write_gelezen prints."""
    uit = StringIO()
    call_command("write_gelezen", stdout=uit)

    assert uit.getvalue() == BESTAND.read_text(encoding="utf-8")


def test_twee_keer_opnemen_voegt_niets_toe(opgenomen: Laad) -> None:
    eerst = aantallen()

    assert neem_op() == 0
    assert load_gelezen(BESTAND) == "0 nieuw.\n"
    assert aantallen() == eerst


def test_een_verbeterde_bundel_komt_in_de_plaats_van_de_oude(laad: Laad, tmp_path: Path) -> None:
    """As on a site that was started with an earlier Doelwijzer; a file of one's own stays."""
    oud = tmp_path / "PB-2026.txt"
    oud.write_text(tekst_van("PB 2026").replace("Van 2700 nieuwe banen", "Van die 2700 nieuwe banen"), encoding="utf-8")
    eigen = tmp_path / "begroting 2023.txt"
    eigen.write_text(tekst_van("PB 2023"), encoding="utf-8")
    assert laad(oud, eigen).code == 0

    call_command("load_bundled", verbosity=0)

    begrotingen = Lezing.objects.filter(publicatie__soort="programmabegroting", staat="gepubliceerd")
    assert sorted(begrotingen.values_list("bestandsnaam", "druk")) == [
        ("PB-2026.txt", 2),
        ("begroting 2023.txt", 1),
    ]
    assert Duiding.objects.geldend().count() == 161


def test_een_document_van_mensen_blijft_ook_als_het_heet_als_het_onze(laad: Laad, tmp_path: Path) -> None:
    """Without a summary of ours in it, it is the document itself."""
    eigen = tmp_path / "PB-2026.txt"
    eigen.write_text(tekst_van("PB 2026").replace("[samengevat]", ""), encoding="utf-8")
    assert laad(eigen).code == 0

    call_command("load_bundled", verbosity=0)

    assert Lezing.objects.get(publicatie__naam="PB 2026").druk == 1


def test_een_verbeterde_samenvatting_van_wat_al_bekend_is_wordt_gevonden(opgenomen: Laad, tmp_path: Path) -> None:
    """As on a site that took up an earlier bundle: what rests on the line would go from the site."""
    nieuw = anders(985, "Actieagenda financiële", "agenda voor")(tekst_van("PB 2026"))
    assert opgenomen(nieuw, opties=("--vervang",)).code == 0
    assert not Duiding.objects.geldend().filter(sleutel="motie-2506-52a").exists()

    regels = [(nummer, regel, True) for nummer, regel in enumerate(nieuw.split("\n"), 1)]
    print_van = Letters.van(regels).print_van(985, 986)
    verbeterd = bundel()
    [motie] = [ding for ding in verbeterd if ding["sleutel"] == "motie-2506-52a"]
    motie["bronnen"][0]["afdrukken"][1] = str(print_van)

    assert neem_op(schrijf(tmp_path / "verbeterd.yaml", duidingen=verbeterd)) == 0
    assert Duiding.objects.geldend().filter(sleutel="motie-2506-52a").exists()


def test_wat_mensen_introkken_komt_bij_het_starten_niet_terug(opgenomen: Laad) -> None:
    Lezing.objects.filter(publicatie__naam="PB 2023").update(staat="ingetrokken")

    call_command("load_bundled", verbosity=0)

    namen = Lezing.objects.filter(staat="gepubliceerd").values_list("publicatie__naam", flat=True)
    assert set(namen) == {"PB 2026", *STUKKEN}


def test_alleen_wat_er_nog_niet_is_komt_erbij(geladen: Laad, tmp_path: Path) -> None:
    assert load_gelezen(schrijf(tmp_path / "deel.yaml", duidingen=bundel()[:40])) == "40 nieuw.\n"
    assert load_gelezen(BESTAND) == "121 nieuw.\n"
    assert schrijf_gelezen() == BESTAND.read_text(encoding="utf-8")


def test_wat_ingetrokken_is_blijft_ingetrokken(opgenomen: Laad) -> None:
    Duiding.objects.filter(sleutel="motie-2506-61").update(staat="ingetrokken", reden="Geen motie.")
    Nagelezen.objects.filter(vraag="raad").update(ingetrokken_op=OP)

    assert neem_op() == 0
    assert Duiding.objects.get(sleutel="motie-2506-61").staat == "ingetrokken"
    assert not Nagelezen.objects.filter(vraag="raad", ingetrokken_op=None).exists()
    assert "motie-2506-61" not in schrijf_gelezen()
    assert "vraag: raad" not in schrijf_gelezen()


@pytest.mark.documents
def test_wat_ingetrokken_is_blijft_het_ook_van_het_volledige_document(opgenomen: Laad) -> None:
    """The file knows both texts, and would take a new lezing for read again."""
    Nagelezen.objects.filter(vraag="raad").update(ingetrokken_op=OP)
    assert opgenomen(volledig("PB 2026"), opties=("--vervang",)).code == 0

    neem_op()

    geldend = Nagelezen.objects.geldend().filter(lezing__publicatie__naam="PB 2026")
    alles_behalve_raad = {"indicatoren", "dekking", "tegenspraak", "uitleg", "speerpunten"}
    assert set(geldend.values_list("vraag", flat=True)) == alles_behalve_raad


def test_wat_verbeterd_is_blijft_verbeterd(opgenomen: Laad) -> None:
    oud = Duiding.objects.get(sleutel="motie-2506-61")
    Duiding.objects.filter(pk=oud.pk).update(staat="vervangen")
    gegevens = {veld: getattr(oud, veld) for veld in ("sleutel", "soort", "nummer", "stand", "weg", "volgorde")}
    with handelend_als(None, SYSTEEM):
        Duiding.objects.create(**gegevens, wat="LED-borden.", vervangt=oud, reden="Korter.", staat="gepubliceerd")

    assert neem_op() == 0
    assert "wat: LED-borden." in schrijf_gelezen()


def test_een_betere_zin_komt_in_de_plaats_van_die_van_een_eerdere_doelwijzer(geladen: Laad, tmp_path: Path) -> None:
    """One with other words, one that was read elsewhere too, one whose figure was printed otherwise; each once."""
    ouder = {ding["sleutel"]: ding for ding in bundel()}
    ouder["motie-2506-49"]["wat"] = "Iets anders"
    ouder["vve-leerwinst-invloed-1"]["bronnen"] *= 2
    [eigen] = [sleutel for sleutel in ouder if ouder[sleutel].get("gedrukt") == "een 6,2"]
    ouder[eigen]["gedrukt"] = "een 6"
    assert load_gelezen(schrijf(tmp_path / "ouder.yaml", duidingen=[*ouder.values()])) == "161 nieuw.\n"
    Duiding.objects.filter(sleutel="motie-2506-49").update(staat="ingetrokken", reden="Niet voor de raad.")

    assert [load_gelezen(BESTAND), load_gelezen(BESTAND)] == ["0 nieuw.\n", "0 nieuw.\n"]

    Duiding.objects.get(sleutel="motie-2506-49", staat="ingetrokken")
    for sleutel in ("vve-leerwinst-invloed-1", eigen):
        oud, nieuw = Duiding.objects.filter(sleutel=sleutel).order_by("pk")
        assert (oud.staat, nieuw.staat, nieuw.vervangt, nieuw.volgorde) == (
            "vervangen",
            "gepubliceerd",
            oud,
            oud.volgorde,
        )
        assert nieuw.reden == "Deze zin is in een nieuwere versie van Doelwijzer verbeterd."
    assert Duiding.objects.gepubliceerd().count() == 160
    opnieuw = {ding["sleutel"]: ding for ding in msgspec.yaml.decode(schrijf_gelezen())["duidingen"]}
    assert opnieuw == {ding["sleutel"]: ding for ding in bundel() if ding["sleutel"] != "motie-2506-49"}


def test_een_stand_van_de_griffie_gaat_mee_ook_als_hij_eerder_staat(opgenomen: Laad, tmp_path: Path) -> None:
    """Entered on the site it has no place in the order of the file."""
    stand = {"soort": "stand", "stand": "afgedaan", "zin": "De raad deed hem af.", "bron": "Besluitenlijst"}
    motie = Duiding.objects.get(sleutel="motie-2206-38")
    with handelend_als(None, SYSTEEM):
        Duiding.objects.create(
            **stand, sleutel="griffie-1", over=motie, op=date(2026, 1, 1), staat="gepubliceerd", weg="meegeleverd"
        )
    [eerste] = [ding for ding in msgspec.yaml.decode(schrijf_gelezen())["duidingen"] if ding["sleutel"] == "griffie-1"]
    assert eerste == {**stand, "sleutel": "griffie-1", "op": date(2026, 1, 1), "over": "motie-2206-38"}

    nieuw = [
        eerste | {"sleutel": "griffie-2", "over": "motie-x"},
        *(ding | {"sleutel": "motie-x"} for ding in bundel() if ding["sleutel"] == "motie-2206-38"),
    ]
    assert load_gelezen(schrijf(tmp_path / "erbij.yaml", duidingen=nieuw, nagelezen=[])) == "2 nieuw.\n"
    assert Duiding.objects.get(sleutel="griffie-2").over == Duiding.objects.get(sleutel="motie-x")


def test_een_stand_van_wat_ingetrokken_is_gaat_niet_mee(opgenomen: Laad, tmp_path: Path) -> None:
    """Nor does a file with such a stand stop at it: of what was taken back here it stays away."""
    sleutel = "raad-de-gemeente-vertelt-de-raad-de-uitkomst"
    Duiding.objects.filter(sleutel=sleutel).update(staat="ingetrokken", reden="Geen aankondiging.")
    assert sleutel not in schrijf_gelezen()

    [stand] = [ding for ding in bundel() if ding["soort"] == "stand"]
    nieuw = schrijf(tmp_path / "erbij.yaml", duidingen=[stand | {"sleutel": "nog-een"}], nagelezen=[])
    assert load_gelezen(nieuw) == "1 nieuw.\n"
    assert Duiding.objects.get(sleutel="nog-een").over.staat == "ingetrokken"


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"indicator": "plassen"}, "indicator plassen is hier niet bekend."),
        ({"doelstellingen": ["9.9"]}, "doelstelling 9.9 is hier niet bekend."),
        ({"bronnen": [{"publicatie": "PB 2050", "afdrukken": []}]}, "publicatie PB 2050 is hier niet bekend."),
        (
            {"post": {"programma": "1", "tabel": "nieuw-beleid", "slug": "stoepen"}},
            "post 1, nieuw-beleid, stoepen is hier niet bekend.",
        ),
        ({"over": "niets", "soort": "stand", "stand": "loopt"}, "duiding niets is hier niet bekend."),
    ],
)
def test_een_bestand_over_iets_onbekends_voegt_niets_toe_en_zegt_dat(
    geladen: Laad, tmp_path: Path, anders: dict[str, Any], zin: str
) -> None:
    goed, fout = bundel()[0], bundel()[1] | anders

    with pytest.raises(CommandError) as geweigerd:
        load_gelezen(schrijf(tmp_path / "fout.yaml", duidingen=[goed, fout]))

    assert str(geweigerd.value) == f"Er is niets opgenomen: {zin} Laad eerst de documenten waar het over gaat."
    assert aantallen() == [0, 10, 5, 0]  # the breuken and the opvolging of the structure have their passages


def test_een_bestand_dat_er_niet_is(geladen: Laad, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="dit bestand is niet te openen"):
        load_gelezen(tmp_path / "weg.yaml")


def test_een_site_met_een_eigen_structuur_start_zonder_wat_er_gelezen_is(geladen: Laad) -> None:
    Indicator.objects.filter(slug="vve-leerwinst").update(slug="vve-eigen")
    fouten = StringIO()

    call_command("load_bundled", stderr=fouten)

    assert "indicator vve-leerwinst is hier niet bekend." in fouten.getvalue()
    assert not Duiding.objects.exists()


def test_nagelezen_geldt_alleen_voor_de_tekst_die_gelezen_is(laad: Laad) -> None:
    """One word differs from the edition that was read: nobody read this one."""
    assert laad(skelet("PB 2023"), anders(137, "peuters", "kleuters")(tekst_van("PB 2026"))).code == 0
    laad_stukken()

    neem_op()

    assert set(Nagelezen.objects.values_list("lezing__publicatie__naam", flat=True)) == {"PB 2023"}
