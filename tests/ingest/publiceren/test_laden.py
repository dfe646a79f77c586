"""Loading for real: once, again, with other figures, more files at once, and with damage that is accepted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model

from indicators.models import Bedrag, Bevinding, Lezing, Passage, Publicatie, Tekst, Vermelding, Versie
from tests.gereedschap.documenten.documenten import (
    STUKKEN,
    Schade,
    alles,
    anders,
    leeg,
    ongewijzigd,
    skelet,
    tekst_van,
    tot,
    volledig,
)
from tests.gereedschap.laden import Laad, rijen_in_de_database
from tests.gereedschap.paden import PROJECT


def test_beide_edities(laad: Laad) -> None:
    afloop = laad(skelet("PB 2023"), skelet("PB 2026"))
    assert afloop.code == 0
    assert afloop.stdout == (
        "PB 2023: gepubliceerd, 296 nieuwe cijfers en bedragen.\n"
        "PB 2026: gepubliceerd, 348 nieuwe cijfers en bedragen.\n"
    )
    assert afloop.stderr == ""
    assert (Vermelding.objects.count(), Vermelding.objects.filter(waarde__isnull=False).count()) == (194, 99)
    assert (Bedrag.objects.count(), Bedrag.objects.gedrukt().count()) == (450, 410)


def test_alles_van_een_lezing_staat_in_de_database(laad: Laad) -> None:
    """What the dry run prints is what is kept, with the line of each figure as printed."""
    laad(skelet("PB 2023"))
    lezing = Lezing.objects.get()
    regels = tekst_van("PB 2023").split("\n")
    uitvoer = lezing.uitvoer
    assert (lezing.publicatie.naam, lezing.bestandsnaam, lezing.staat) == ("PB 2023", "PB-2023.txt", "gepubliceerd")
    assert (lezing.weg, lezing.gepubliceerd_door) == ("opdrachtregel", None)
    assert Tekst.objects.count() == len(uitvoer["teksten"]) == 134
    assert Bevinding.objects.filter(lezing=lezing).count() == len(uitvoer["bevindingen"]) == 21
    assert {p.regel: p.tekst for p in Passage.objects.all()} == {
        nummer: regel for nummer, regel in enumerate(regels, 1) if regel.strip()
    }
    for vermelding in Vermelding.objects.select_related("passage"):
        assert vermelding.gedrukt in vermelding.passage.tekst.split("\t")
    for bedrag in Bedrag.objects.select_related("passage"):
        assert bedrag.als_gedrukt in bedrag.passage.tekst.replace("<", ">").split(">") + bedrag.passage.tekst.split(
            "\t"
        )


def test_de_database_weet_na_het_publiceren_hoeveel_er_staat(laad: Laad) -> None:
    """Counted when a preview had been rolled back, all seems empty; plans for that take minutes on what is there."""
    with transaction.atomic():
        laad(skelet("PB 2023"))
        transaction.set_rollback(True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT doelwijzer_tel_tabellen()")
    assert geteld() == {Passage: 0, Tekst: 0, Vermelding: 0, Bedrag: 0}

    laad(skelet("PB 2023"))

    assert geteld() == {model: model.objects.count() for model in (Passage, Tekst, Vermelding, Bedrag)}
    assert geteld()[Bedrag] > 0


def geteld() -> dict[type[Model], int]:
    """How many rows the planner takes the tables to have."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'")
        rijen = dict(cursor.fetchall())
    return {model: rijen[model._meta.db_table] for model in (Passage, Tekst, Vermelding, Bedrag)}


def test_cijfers_van_een_andere_editie(laad: Laad) -> None:
    """The targets of PB 2022 stand in PB 2023."""
    laad(skelet("PB 2023"))
    van_2022 = Vermelding.objects.filter(editie__naam="PB 2022", waarde__isnull=False).order_by("jaar")
    assert [(v.jaar, v.gedrukt) for v in van_2022] == [(2022, "372"), (2023, "372"), (2024, "372"), (2025, "0")]
    assert {v.bewoording.publicatie.naam for v in van_2022} == {"PB 2023"}


def test_bedragen_met_schaal_en_tekenconventie(laad: Laad) -> None:
    laad(skelet("PB 2023"))
    buig = Bedrag.objects.get(benaming__naam="BUIG", kant="lasten", jaar=2022)
    assert (buig.als_gedrukt, buig.bedrag, buig.schaal) == ("54.256", -54_256_000, 1000)
    assert buig.tekenconventie == "lasten positief, baten negatief"
    shv = Bedrag.objects.get(benaming__naam="SHV", kant="baten", jaar=2022)
    assert (shv.als_gedrukt, shv.bedrag, shv.leeg) == ("", None, "leeg")


# Again


def test_hetzelfde_bestand_nog_eens(laad: Laad) -> None:
    laad(skelet("PB 2026"))
    voor, versie = rijen_in_de_database(), Versie.objects.get().nummer
    afloop = laad(skelet("PB 2026"))
    assert (afloop.code, afloop.stdout) == (0, "PB 2026: ongewijzigd, deze lezing is er al.\n")
    assert (rijen_in_de_database(), Versie.objects.get().nummer) == (voor, versie)


@pytest.mark.drawn
def test_twee_keer_hetzelfde_bestand_in_een_keer(laad: Laad) -> None:
    afloop = laad(skelet("PB 2026"), skelet("PB 2026"))
    assert (afloop.code, Lezing.objects.count()) == (0, 1)


def test_meegeleverde_edities_worden_eenmaal_geladen(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_bundled")
    call_command("load_bundled")
    assert sorted(Lezing.objects.values_list("publicatie__naam", flat=True)) == sorted(["PB 2023", "PB 2026", *STUKKEN])


@pytest.mark.documents
@pytest.mark.parametrize("publicatie", ["PB 2023", "PB 2026"])
def test_volledig_document_na_het_skelet(laad: Laad, publicatie: str) -> None:
    """Equal figures: a new lezing, now with the texts as printed, and not one new figure."""
    laad(skelet(publicatie))
    cijfers = set(Vermelding.objects.values_list("pk", flat=True)), set(Bedrag.objects.values_list("pk", flat=True))
    afloop = laad(volledig(publicatie))
    assert (afloop.code, afloop.stdout) == (0, f"{publicatie}: gepubliceerd, 0 nieuwe cijfers en bedragen.\n")
    assert cijfers == (
        set(Vermelding.objects.geldend().values_list("pk", flat=True)),
        set(Bedrag.objects.geldend().values_list("pk", flat=True)),
    )
    assert sorted(Lezing.objects.values_list("staat", flat=True)) == ["gepubliceerd", "vervangen"]
    assert not Tekst.objects.geldend().filter(samengevat=True).exists()


def test_andere_tekst_geeft_een_nieuwe_lezing_zonder_nieuwe_cijfers(laad: Laad) -> None:
    laad(skelet("PB 2026"))
    afloop = laad(anders(494, "minstens 2,5", "ten minste 2,5")(tekst_van("PB 2026")))
    assert (afloop.code, afloop.stdout) == (0, "PB 2026: gepubliceerd, 0 nieuwe cijfers en bedragen.\n")
    assert (Lezing.objects.count(), Vermelding.objects.count(), Bedrag.objects.count()) == (2, 94, 254)
    assert Tekst.objects.geldend().filter(tekst__contains="ten minste 2,5").exists()


# Other figures

ANDERS = alles(anders(626, "181", "191"), anders(501, "-14.714", "-14.715"))


def test_andere_cijfers_worden_geweigerd_met_het_verschil(laad: Laad) -> None:
    laad(skelet("PB 2026"))
    voor = rijen_in_de_database()
    afloop = laad(ANDERS(tekst_van("PB 2026")))
    assert afloop.code == 1
    werk = 'Uitstroom naar werk 2024: gepubliceerd is "181" (regel 626), dit bestand zegt "191" (regel 626).'
    geld = 'gepubliceerd is "-14.714" (regel 501), dit bestand zegt "-14.715" (regel 501).'
    assert afloop.stderr.split("\n")[:3] == [
        f"PB.txt, regel 626: {werk}",
        f"PB.txt, regel 501: Bijdragen aan maatwerk in spelen en leren (saldo) 2026: {geld}",
        "PB.txt: Klopt het nieuwe bestand? Laad het dan met --vervang.",
    ]
    assert rijen_in_de_database() == voor
    assert Lezing.objects.get().staat == "gepubliceerd"


def test_vervang_laat_het_oude_staan_en_wijst_het_nieuwe_aan(laad: Laad) -> None:
    laad(skelet("PB 2026"))
    afloop = laad(ANDERS(tekst_van("PB 2026")), opties=("--vervang",))
    assert (afloop.code, afloop.stdout) == (0, "PB 2026: gepubliceerd, 2 nieuwe cijfers en bedragen.\n")

    oud, nieuw = Vermelding.objects.filter(
        bewoording__naam="Uitstroom naar werk", jaar=2024, soort="realisatie"
    ).order_by("pk")
    assert (oud.gedrukt, oud.waarde, nieuw.gedrukt, nieuw.waarde) == ("181", 181, "191", 191)
    assert (oud.vervallen_in, nieuw.vervallen_in) == (Lezing.objects.get(staat="gepubliceerd"), None)
    assert oud.passage.lezing.staat == "vervangen"
    gekozen = Vermelding.objects.gekozen().filter(bewoording__naam="Uitstroom naar werk", jaar=2024)
    assert list(gekozen) == [nieuw]

    bedragen = Bedrag.objects.filter(benaming__code="1.1", jaar=2026, kant="saldo").order_by("pk")
    assert [(b.als_gedrukt, b.vervallen_in is None) for b in bedragen] == [("-14.714", False), ("-14.715", True)]
    assert Vermelding.objects.geldend().count() == 94


def test_terug_naar_het_eerste_bestand(laad: Laad) -> None:
    """A file that was replaced may be loaded again; its figures are then new vermeldingen."""
    laad(skelet("PB 2026"))
    laad(ANDERS(tekst_van("PB 2026")), opties=("--vervang",))
    afloop = laad(skelet("PB 2026"), opties=("--vervang",))
    assert (afloop.code, afloop.stdout) == (0, "PB 2026: gepubliceerd, 2 nieuwe cijfers en bedragen.\n")
    geldend = Vermelding.objects.geldend().get(bewoording__naam="Uitstroom naar werk", jaar=2024, soort="realisatie")
    assert geldend.gedrukt == "181"


def test_andere_schaal_is_een_ander_bedrag(laad: Laad) -> None:
    """The same digits in whole euros are a thousand times less."""
    laad(skelet("PB 2026"))
    in_euros = anders(498, "Bedragen x €1.000", "Bedragen in euro's")(tekst_van("PB 2026"))
    geweigerd = laad(in_euros)
    assert geweigerd.code == 1
    assert '"-14.714" is gepubliceerd als €\xa014.714.000, hier is het €\xa014.714.\n' in geweigerd.stderr
    assert laad(in_euros, opties=("--vervang",)).code == 0
    bedragen = Bedrag.objects.geldend().filter(benaming__code="1.1").order_by("jaar")
    assert [(b.als_gedrukt, b.bedrag, b.schaal) for b in bedragen][:2] == [
        ("-14.038", -14_038, 1),
        ("-14.714", -14_714, 1),
    ]


# More files at once


@pytest.mark.parametrize("eerst_het_goede", [True, False])
def test_twee_bestanden_alles_of_niets(laad: Laad, eerst_het_goede: bool) -> None:
    goed, kapot = tekst_van("PB 2023"), tot(700)(tekst_van("PB 2026"))
    voor = rijen_in_de_database()
    afloop = laad(*((goed, kapot) if eerst_het_goede else (kapot, goed)))
    assert (afloop.code, afloop.stdout) == (1, "")
    assert rijen_in_de_database() == voor


def test_versie_gaat_eenmaal_omhoog_per_publicatie_in_een_keer(laad: Laad) -> None:
    laad(skelet("PB 2023"), skelet("PB 2026"))
    assert Versie.objects.get().nummer == 1
    laad(ANDERS(tekst_van("PB 2026")), opties=("--vervang",))
    assert Versie.objects.get().nummer == 2


# Damage that is accepted

AFGEKAPT_OP_800 = [772, 777, 800]  # the header, the loose rows as one table, the table of the programma
ACCEPTEER = [
    pytest.param(anders(626, "181", "1O1"), 94 - 5, 254, [626], id="rij"),
    pytest.param(anders(607, "76,0%", "110%"), 94 - 1, 254, [607], id="waarde"),
    pytest.param(anders(621, "werk", "werken"), 94 - 10, 254, [626], id="onbekende-indicator"),
    pytest.param(anders(600, "duurzame", "langdurige"), 94 - 40, 254, [600], id="onbekende-doelstelling"),
    pytest.param(anders(501, "maatwerk", "meerwerk"), 94, 254 - 5, [501], id="onbekende-post"),
    pytest.param(leeg(478), 94 - 4, 254 - 5, [487, 500, 921, 921], id="zonder-kop-van-doelstelling"),
    pytest.param(tot(800), 94, 254 - 28 - 24 - 42, AFGEKAPT_OP_800, id="afgekapt"),
]


@pytest.mark.parametrize(("schade", "cijfers", "bedragen", "regels"), ACCEPTEER)
def test_geaccepteerde_fouten(laad: Laad, schade: Schade, cijfers: int, bedragen: int, regels: list[int]) -> None:
    """All but the damaged row is published; the finding is kept, with the line of that row."""
    afloop = laad(schade(tekst_van("PB 2026")), opties=("--accepteer-fouten",))
    assert afloop.code == 0
    assert (Vermelding.objects.count(), Bedrag.objects.count()) == (cijfers, bedragen)
    assert list(Bevinding.objects.filter(ernst="fout").values_list("regel", flat=True)) == regels
    assert not Vermelding.objects.filter(passage__regel__in=regels, waarde__isnull=False, jaar=2024).exists()


# A dry run


@pytest.mark.parametrize("schade", [ongewijzigd, anders(626, "181", "1O1")], ids=["goed", "beschadigd"])
def test_proefdraai_schrijft_niets(laad: Laad, schade: Schade) -> None:
    voor = rijen_in_de_database()
    afloop = laad(schade(tekst_van("PB 2026")), opties=("--dry-run",))
    assert afloop.code == (0 if schade is ongewijzigd else 1)
    assert rijen_in_de_database() == voor
    assert not Versie.objects.exists()


def test_proefdraai_drukt_af_wat_er_gelezen_is(laad: Laad) -> None:
    stdout = laad(skelet("PB 2026"), opties=("--dry-run",)).stdout
    assert stdout.startswith("PB-2026.txt: PB 2026, 94 cijfers, 254 bedragen, 189 teksten\n")
    assert "  waarschuwing, regel 737: SHV (lasten): van €\xa06.572.000 in 2025 naar €\xa02.647.000 in 2026." in stdout


@pytest.mark.parametrize("inhoud", ["", "Niets van dit alles.\n"], ids=["leeg", "iets-anders"])
def test_proefdraai_van_wat_niet_te_lezen_is(laad: Laad, inhoud: str) -> None:
    afloop = laad(inhoud, opties=("--dry-run", "--json"))
    assert afloop.code == 1
    (document,) = afloop.gelezen
    assert (document["publicatie"], document["cijfers"], document["bedragen"]) == (None, [], [])
    assert {b["ernst"] for b in document["bevindingen"]} == {"fout"}


def test_geweigerde_proefdraai_drukt_haar_uitkomst_ook_af(laad: Laad) -> None:
    afloop = laad(
        alles(anders(626, "181", "1O1"), anders(621, "werk", "werken"))(tekst_van("PB 2026")),
        opties=("--dry-run", "--json"),
    )
    assert afloop.code == 1
    (document,) = afloop.gelezen
    assert len(document["cijfers"]) == 94 - 5
    fouten = [b for b in document["bevindingen"] if b["ernst"] == "fout"]
    assert [b["regel"] for b in fouten] == [626, 627]
    onbekend = {c["indicator"] for c in document["cijfers"] if c["regel"] == 627}
    assert onbekend == {"Uitstroom naar werken"}


@pytest.mark.parametrize("opties", [("--json",), ("--json", "--dry-run")])
def test_met_json_staat_er_alleen_json_op_stdout(laad: Laad, opties: tuple[str, ...]) -> None:
    afloop = laad(skelet("PB 2023"), skelet("PB 2026"), opties=opties)
    assert [document["publicatie"] for document in afloop.gelezen] == ["PB 2023", "PB 2026"]
    assert set(afloop.gelezen[0]) == {"publicatie", "cijfers", "bedragen", "teksten", "bevindingen"}
    assert ("gepubliceerd" in afloop.stderr) == ("--dry-run" not in opties)


# The command as it is typed


def test_als_opdracht(db: None, tmp_path: Path) -> None:
    """A process of its own on the database of this test: exit code, and what goes to which stream."""
    kapot = tmp_path / "PB.txt"
    kapot.write_text(anders(626, "181", "1O1")(tekst_van("PB 2026")))
    param = connection.get_connection_params()
    waar = urlencode({naam: param[naam] for naam in ("user", "password", "host", "port") if param.get(naam)})
    adres = f"postgres:///{param['dbname']}?{waar}"
    klaar = subprocess.run(
        [sys.executable, "manage.py", "load_document", str(kapot), "--dry-run", "--json"],
        cwd=PROJECT,
        env={**os.environ, "DATABASE_URL": adres},
        capture_output=True,
        text=True,
        check=False,
    )
    assert klaar.returncode == 1
    assert len(json.loads(klaar.stdout)["bedragen"]) == 254
    assert 'PB.txt, regel 626: De rij "Realisatie 1O1 - - - -" is niet gelezen' in klaar.stderr
    assert "Traceback" not in klaar.stderr
    assert not Publicatie.objects.exists()


def test_andere_bron_is_een_verschil(laad: Laad) -> None:
    """Who measured belongs to a figure: the lines of the document and the CSV may not tell it differently."""
    assert laad(tekst_van("PB 2026")).code == 0
    anders_gemeten = anders(623, "Suites4 SociaalDomein", "Een ander")(tekst_van("PB 2026"))
    afloop = laad(anders_gemeten)
    assert afloop.code == 1
    assert 'de bron "Suites4 SociaalDomein", dit bestand zegt "Een ander"' in afloop.stderr
    assert laad(anders_gemeten, opties=("--vervang",)).code == 0
    assert set(Vermelding.objects.geldend().filter(passage__regel=626).values_list("bron", flat=True)) == {"Een ander"}
