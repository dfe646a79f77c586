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
RONDES = 3
UITERLIJK = 3600  # seconds; whatever hangs ends then


def main() -> None:
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "dashboard.settings"
    sys.path.insert(0, str(WORTEL))
    os.environ["DOELWIJZER_DATA_DIR"] = tempfile.mkdtemp()
    ruim_op_bij_een_signaal()
    # Registered before the database is used, and so run after it has been stopped.
    atexit.register(shutil.rmtree, os.environ["DOELWIJZER_DATA_DIR"])
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.aanleveren import meet_aanleveren
    from benchmarks.edities import meet_edities
    from benchmarks.invoeren import meet_invoeren
    from benchmarks.lezen import meet_pdf
    from benchmarks.lezers import meet_lezers
    from benchmarks.starten import meet_starten
    from benchmarks.verzoeken import meet_verzoeken
    from benchmarks.zoeken import meet_zoeken

    call_command("migrate", verbosity=0)
    call_command("load_bundled", stdout=sys.stderr)
    meet_lezen()
    kop("Starten (beloofd: een opdracht onder 0,8 s, de site in rust onder 400 MB)")
    meet_starten()
    kop("Documenten aanleveren (beloofd: geen kwijt, geen dubbel)")
    meet_aanleveren()
    kop("Een PDF van honderd bladzijden (beloofd: hoogstens 3 keer de tekens van de bibliotheek, 400 MB)")
    meet_pdf()
    kop("Verzoeken per seconde (tussen haakjes: van een bestand dat even groot is, van dezelfde server)")
    meet_verzoeken()
    kop("Vijftig lezers die door de voorkant lezen, zonder pauze (beloofd: 0,9 van een bestand van de voorkant)")
    meet_lezers()
    kop("Twintig mensen die een minuut lang cijfers invoeren (beloofd: niets kwijt, geen fouten)")
    meet_invoeren()
    meet_zoeken()
    kop("Pagina's met 2, 5 en 15 begrotingen, opnieuw gemaakt (beloofd: 40 ms, en bij 15 hoogstens 1,5 keer)")
    meet_edities()
    meet_paginas()
    meet_csv()


def ruim_op_bij_een_signaal() -> None:
    """What is told to end, or hangs, ends as after an error: with all that it started."""
    for signaal in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(signaal, lambda nummer, _: sys.exit(f"Gestopt door {signal.Signals(nummer).name}."))
    signal.alarm(UITERLIJK)


def meet_lezen() -> None:
    """One document in a process of its own: seconds for reading, and the memory of the whole process."""
    kop("Lezen van één document (beloofd: onder 0,5 s en 150 MB)")
    documenten = Path(os.environ.get("DOCUMENTS", WORTEL / "ingest" / "edities"))
    for bestand in sorted([*documenten.glob("programmabegroting-*.txt"), *documenten.glob("PB-*.txt")]):
        code = (
            "import time; from pathlib import Path; from benchmarks.geheugen import meeste_geheugen;"
            "from ingest.lezer.document import lees_document;"
            f"inhoud = Path({str(bestand)!r}).read_bytes(); begin = time.perf_counter(); lees_document(inhoud);"
            "print(time.perf_counter() - begin, meeste_geheugen())"
        )
        uit = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True)
        seconden, megabytes = map(float, uit.stdout.split())
        print(f"  {bestand.name}: {seconden:.3f} s, {megabytes:.0f} MB")


def meet_paginas() -> None:
    """Server time and queries of a page, then the same with a thousand times as many figures."""
    from benchmarks.vermenigvuldigen import vermenigvuldig
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

    from benchmarks.vermenigvuldigen import vermenigvuldig
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

    def eigen() -> None:
        for _ in export.stroom(uitvoer):
            pass

    copy()
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rondes = [(duur(copy), duur(eigen)) for _ in range(RONDES)]
    na = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    van_copy, van_ons = map(statistics.median, zip(*rondes, strict=True))
    print(
        f"  {Vermelding.objects.count()} rijen: COPY {van_copy:.1f} s, export {van_ons:.1f} s "
        f"({van_copy / van_ons:.2f} van de snelheid van COPY); extra geheugen {(na - voor) / 1024:.0f} MB"
    )


def duur(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def kop(tekst: str) -> None:
    print(f"\n{tekst}")


if __name__ == "__main__":
    main()
