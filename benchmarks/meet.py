"""Measures the speeds that the project promises, as ratios within one run where there is something to compare with.

Run with `make bench`. It uses a database of its own, in a temporary folder, with the embedded PostgreSQL.
"""

import atexit
import gzip
import math
import os
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
PAGINAS = ("/", "/indicatoren/uitstroom-naar-werk/", "/doelstellingen/1.5/", "/geld/", "/bevindingen/")
DUIZEND_KEER = 1000
MILJOEN = 1_000_000
UITERLIJK = 3600  # seconds; whatever hangs ends then


def main() -> None:
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "dashboard.settings"
    sys.path.insert(0, str(WORTEL))
    os.environ["DOELWIJZER_DATA_DIR"] = tempfile.mkdtemp()
    for signaal in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(signaal, lambda nummer, _: sys.exit(f"Gestopt door {signal.Signals(nummer).name}."))
    signal.alarm(UITERLIJK)
    # Registered before the database is used, and so run after it has been stopped.
    atexit.register(shutil.rmtree, os.environ["DOELWIJZER_DATA_DIR"])
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.aanleveren import meet_aanleveren
    from benchmarks.edities import meet_edities
    from benchmarks.invoeren import meet_invoeren
    from benchmarks.lezen import meet_pdf
    from benchmarks.verzoeken import meet_verzoeken
    from benchmarks.zoeken import meet_zoeken

    call_command("migrate", verbosity=0)
    call_command("load_bundled", stdout=sys.stderr)
    meet_lezen()
    kop("Documenten aanleveren (beloofd: geen kwijt, geen dubbel)")
    meet_aanleveren()
    kop("Een PDF van honderd bladzijden (beloofd: hoogstens 3 keer de bibliotheek, onder 400 MB)")
    meet_pdf()
    kop("Verzoeken per seconde (tussen haakjes: van een bestand dat even groot is, van dezelfde server)")
    meet_verzoeken()
    kop("Twintig mensen die een minuut lang cijfers invoeren (beloofd: niets kwijt, geen fouten)")
    meet_invoeren()
    meet_zoeken()
    kop("Pagina's met 2, 5 en 15 begrotingen, opnieuw gemaakt (beloofd: 40 ms, en bij 15 hoogstens 1,5 keer)")
    meet_edities()
    meet_paginas()
    meet_csv()


def meet_lezen() -> None:
    """One document in a process of its own: seconds for reading, and the memory of the whole process."""
    kop("Lezen van één document (beloofd: onder 0,5 s en 150 MB)")
    documenten = Path(os.environ.get("DOCUMENTS", WORTEL / "ingest" / "edities"))
    for bestand in sorted([*documenten.glob("programmabegroting-*.txt"), *documenten.glob("PB-*.txt")]):
        code = (
            "import resource, sys, time; from pathlib import Path; from ingest.lezer.document import lees_document;"
            f"inhoud = Path({str(bestand)!r}).read_bytes(); begin = time.perf_counter(); lees_document(inhoud);"
            "print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
        )
        uit = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True)
        seconden, megabytes = map(float, uit.stdout.split())
        print(f"  {bestand.name}: {seconden:.3f} s, {megabytes:.0f} MB")


def meet_paginas() -> None:
    """Server time and queries of a page, then the same with a thousand times as many figures."""
    from indicators.database.eigenaar import als_eigenaar
    from indicators.models import Bedrag, Vermelding

    kop("Pagina's (beloofd: / en indicator onder 40 ms, hoogstens 12 vragen, en hoogstens 1,5 keer bij 1.000 keer)")
    eerst = {pagina: meet_pagina(pagina) for pagina in PAGINAS}
    with als_eigenaar():
        vermenigvuldig(DUIZEND_KEER)
    print(f"  nu {Vermelding.objects.count()} cijfers en {Bedrag.objects.count()} bedragen")
    for pagina in PAGINAS:
        milliseconden, vragen, bytes_ = eerst[pagina]
        later, vragen_later, _ = meet_pagina(pagina)
        print(
            f"  {pagina}: {milliseconden:.0f} ms, {vragen} vragen, {bytes_ / 1000:.0f} kB gecomprimeerd; "
            f"bij 1.000 keer {later:.0f} ms ({later / milliseconden:.2f} keer), {vragen_later} vragen"
        )


def meet_pagina(pagina: str, keren: int = 30) -> tuple[float, int, int]:
    """Median milliseconds to make it, number of queries, and bytes after gzip."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from dashboard.draaien.bewaarplaats import ruim_op

    client = Client(headers={"host": "localhost"})
    ruim_op(math.inf)
    with CaptureQueriesContext(connection) as vragen:
        antwoord = client.get(pagina)
        aantal_vragen = len(vragen)
    if antwoord.status_code != 200:
        sys.exit(f"{pagina} antwoordt met {antwoord.status_code}")
    tijden = []
    for _ in range(keren):
        ruim_op(math.inf)  # a page that is kept says nothing of what it takes to make it
        tijden.append(duur(lambda: client.get(pagina)))
    return statistics.median(tijden) * 1000, aantal_vragen, len(gzip.compress(antwoord.content))


def meet_csv() -> None:
    """A million figures: our stream against COPY of the same rows, and the memory that it takes."""
    from django.db import connection

    from dashboard.bestanden import export
    from indicators.database.eigenaar import als_eigenaar
    from indicators.models import Vermelding

    with als_eigenaar():
        vermenigvuldig(-(-MILJOEN // 194) - DUIZEND_KEER, vanaf=DUIZEND_KEER + 2, geld=False)
    kop("Een miljoen cijfers als CSV (beloofd: minstens half zo snel als COPY, geheugen gelijk)")
    uitvoer = export.uitvoer_cijfers(Vermelding.objects.geldend())
    kaal = uitvoer.rijen.values_list(
        "bewoording__onder__doelstelling__programma__code", "bewoording__onder__code",
        "bewoording__definitie__indicator__slug", "bewoording__naam", "bewoording__definitie__eenheid", "soort",
        "editie__naam", "jaar", "waarde", "leeg", "gedrukt", "bron", "bewoording__publicatie__naam", "passage__regel",
    )  # fmt: skip
    sql, waarden = kaal.query.sql_with_params()

    def copy() -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT WITH (FORMAT csv)", waarden) as kopie:
            for _ in kopie:
                pass

    copy()
    copy_tijd = duur(copy)
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    grootte = sum(len(blok) for blok in export.stroom(uitvoer))
    eigen_tijd = time.perf_counter() - begin
    na = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"  {Vermelding.objects.count()} rijen, {grootte / 1e6:.0f} MB: COPY {copy_tijd:.1f} s, export "
        f"{eigen_tijd:.1f} s ({copy_tijd / eigen_tijd:.2f} van de snelheid van COPY); "
        f"extra geheugen {(na - voor) / 1024:.0f} MB"
    )


def vermenigvuldig(keren: int, vanaf: int = 2, *, geld: bool = True) -> None:
    """Copy programma 1 with all its figures to so many other programma's, in the database itself, as its owner."""
    from django.db import connection

    from indicators.models.bronnen import verhoog_versie

    opdrachten = KOPIEER + (KOPIEER_GELD if geld else ())
    with connection.cursor() as cursor:
        # A copy needs no history, and what it points to is there: the triggers made a million figures take for ever.
        cursor.execute("SET session_replication_role = replica")
        for opdracht in opdrachten:
            cursor.execute(opdracht, {"vanaf": str(vanaf), "tot": str(vanaf + keren - 1)})
            cursor.execute("ANALYZE")  # the next one joins what this one has added
        cursor.execute("RESET session_replication_role")
    verhoog_versie()


_NIEUW = "p.code::int BETWEEN %(vanaf)s::int AND %(tot)s::int"
_VAN_1 = "AND {}.programma_id = (SELECT id FROM indicators_programma WHERE code = '1')"
KOPIEER = (
    """INSERT INTO indicators_programma (code, naam)
       SELECT n, 'Programma ' || n FROM generate_series(%(vanaf)s::int, %(tot)s::int) n""",
    f"""INSERT INTO indicators_doelstelling (programma_id, code, naam, volgorde)
       SELECT p.id, p.code || substr(d.code, 2), d.naam, d.volgorde
       FROM indicators_doelstelling d CROSS JOIN indicators_programma p WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_doelstellingbenaming (doelstelling_id, publicatie_id, code, naam)
       SELECT nieuw.id, b.publicatie_id, nieuw.code, b.naam
       FROM indicators_doelstellingbenaming b JOIN indicators_doelstelling d ON d.id = b.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_indicator (doelstelling_id, slug, naam, volgorde)
       SELECT nieuw.id, i.slug || '-' || p.code, i.naam, i.volgorde
       FROM indicators_indicator i JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_definitie (indicator_id, slug, omschrijving, eenheid, decimalen, richting, meetperiode,
                                         ondergrens, bovengrens, volgorde)
       SELECT nieuw.id, x.slug || '-' || p.code, x.omschrijving, x.eenheid, x.decimalen, x.richting, x.meetperiode,
              x.ondergrens, x.bovengrens, x.volgorde
       FROM indicators_definitie x JOIN indicators_indicator i ON i.id = x.indicator_id
       JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_indicator nieuw ON nieuw.slug = i.slug || '-' || p.code
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_bewoording (definitie_id, publicatie_id, onder_id, naam, soort_begroting)
       SELECT nieuw.id, b.publicatie_id, onder.id, b.naam, b.soort_begroting
       FROM indicators_bewoording b JOIN indicators_definitie x ON x.id = b.definitie_id
       JOIN indicators_doelstellingbenaming o ON o.id = b.onder_id
       JOIN indicators_doelstelling d ON d.id = o.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_definitie nieuw ON nieuw.slug = x.slug || '-' || p.code
       JOIN indicators_doelstellingbenaming onder
         ON onder.code = p.code || substr(o.code, 2) AND onder.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_vermelding (bewoording_id, passage_id, soort, editie_id, jaar, waarde, leeg, gedrukt,
                                          bron)
       SELECT nieuw.id, v.passage_id, v.soort, v.editie_id, v.jaar, v.waarde, v.leeg, v.gedrukt, v.bron
       FROM indicators_vermelding v JOIN indicators_bewoording b ON b.id = v.bewoording_id
       JOIN indicators_definitie x ON x.id = b.definitie_id JOIN indicators_indicator i ON i.id = x.indicator_id
       JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_definitie y ON y.slug = x.slug || '-' || p.code
       JOIN indicators_bewoording nieuw ON nieuw.definitie_id = y.id AND nieuw.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
)
KOPIEER_GELD = (
    f"""INSERT INTO indicators_post (programma_id, doelstelling_id, tabel, rol, slug, naam, volgorde)
       SELECT p.id, nieuw.id, o.tabel, o.rol, o.slug, o.naam, o.volgorde
       FROM indicators_post o LEFT JOIN indicators_doelstelling d ON d.id = o.doelstelling_id
       CROSS JOIN indicators_programma p
       LEFT JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
    f"""INSERT INTO indicators_postbenaming (post_id, publicatie_id, code, naam, onder)
       SELECT nieuw.id, b.publicatie_id, b.code, b.naam, b.onder
       FROM indicators_postbenaming b JOIN indicators_post o ON o.id = b.post_id CROSS JOIN indicators_programma p
       JOIN indicators_post nieuw ON (nieuw.programma_id, nieuw.tabel, nieuw.slug) = (p.id, o.tabel, o.slug)
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
    f"""INSERT INTO indicators_bedrag (benaming_id, passage_id, kant, soort, stand, jaar, bedrag, als_gedrukt, leeg,
                                      schaal, tekenconventie)
       SELECT nieuw.id, g.passage_id, g.kant, g.soort, g.stand, g.jaar, g.bedrag, g.als_gedrukt, g.leeg, g.schaal,
              g.tekenconventie
       FROM indicators_bedrag g JOIN indicators_postbenaming b ON b.id = g.benaming_id
       JOIN indicators_post o ON o.id = b.post_id CROSS JOIN indicators_programma p
       JOIN indicators_post post ON (post.programma_id, post.tabel, post.slug) = (p.id, o.tabel, o.slug)
       JOIN indicators_postbenaming nieuw ON nieuw.post_id = post.id AND nieuw.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
)


def duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def kop(tekst: str) -> None:
    print(f"\n{tekst}")


if __name__ == "__main__":
    main()
