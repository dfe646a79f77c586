"""Pages made anew on sites with two, five and fifteen editions, and with fifteen of twelve programmas, by turns."""

import gc
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent
SITES = {"2": (2, 1), "5": (5, 1), "15": (15, 1), "15 van 12": (15, 12)}
"""How many editions of how many programmas; the others have the figures, the money and the texts of the first."""
PAGINAS = (
    *("/", "/doelen/", "/vergelijken/", "/geld/", "/klopt-het/", "/programmas/1/"),
    *("/doelstellingen/1.1/", "/doelstellingen/1.5/", "/doelstellingen/1.5/?vorm=brief"),
    "/indicatoren/uitstroom-naar-werk/",
)
KEREN, WARM = 15, 2
GEDULD = 60  # seconds


def meet_edities() -> None:
    """The median time of each page; between brackets how many times that of the site with two, and its size."""
    tijden: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    grootten: dict[tuple[str, str], int] = {}
    with tempfile.TemporaryDirectory() as naam, ExitStack() as stapel:
        makers = {site: stapel.enter_context(_maker(Path(naam, site), *grootte)) for site, grootte in SITES.items()}
        for keer in range(WARM + KEREN):
            for pagina in PAGINAS:
                for site, maker in makers.items():
                    tijd, grootten[pagina, site] = _maak(maker, pagina)
                    if keer >= WARM:
                        tijden[pagina, site].append(tijd)
    for pagina in PAGINAS:
        eerst = statistics.median(tijden[pagina, "2"])
        delen = [
            f"{site}: {(nu := statistics.median(tijden[pagina, site])):.0f} ms "
            f"({nu / eerst:.2f} keer, {grootten[pagina, site] / 1000:.0f} kB)"
            for site in SITES
        ]
        print(f"  {pagina}: {'; '.join(delen)}")


@contextmanager
def _maker(map_: Path, aantal: int, programmas: int) -> "Iterator[subprocess.Popen[str]]":
    """A process that makes pages of a site with so many editions: the bundled ones, and PB 2026 of later years."""
    from tests.gereedschap.documenten.vijf_edities import document

    map_.mkdir()
    omgeving = os.environ | {"DOELWIJZER_DATA_DIR": str(map_ / "data"), "PYTHONPATH": str(WORTEL)}
    stukken = [map_ / f"PB-{2026 + later}.txt" for later in range(1, aantal - 1)]
    for later, stuk in enumerate(stukken, 1):
        stuk.write_text(document("1", 2026 + later), encoding="utf-8")
    opdrachten = [["manage.py", "migrate"], ["manage.py", "load_bundled"]]
    opdrachten += [["manage.py", "load_document", *map(str, stukken)]] if stukken else []
    opdrachten += [["-m", "benchmarks.edities", str(programmas - 1)]] if programmas > 1 else []
    for opdracht in opdrachten:
        subprocess.run([sys.executable, *opdracht], cwd=WORTEL, env=omgeving, check=True, capture_output=True)
    proces = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.edities"],
        cwd=WORTEL, env=omgeving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield proces
    finally:
        proces.communicate(timeout=GEDULD)


def _maak(maker: "subprocess.Popen[str]", pagina: str) -> tuple[float, int]:
    """Milliseconds to make it, and its bytes."""
    assert maker.stdin
    assert maker.stdout
    maker.stdin.write(f"{pagina}\n")
    maker.stdin.flush()
    tijd, grootte = maker.stdout.readline().split()
    return float(tijd), int(grootte)


def meer_programmas(keren: int) -> None:
    """Copy the programma so many times."""
    import django

    django.setup()
    from benchmarks.vermenigvuldigen import vermenigvuldig
    from indicators.database.eigenaar import als_eigenaar

    with als_eigenaar():
        vermenigvuldig(keren)


def main() -> None:
    """Make each page that is asked for on a line, and say how long that took and how large it is."""
    import django

    django.setup()
    from django.test import Client

    from dashboard.draaien.bewaarplaats import ruim_op

    client = Client(headers={"host": "localhost"})
    gc.freeze()  # as a worker of the server does
    for regel in sys.stdin:
        ruim_op(math.inf)  # a page that is kept says nothing of what it takes to make it
        begin = time.perf_counter()
        antwoord = client.get(regel.strip())
        tijd = time.perf_counter() - begin
        if antwoord.status_code != 200:
            sys.exit(f"{regel.strip()} antwoordt met {antwoord.status_code}")
        print(tijd * 1000, len(antwoord.content), flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        meer_programmas(int(sys.argv[1]))
    else:
        main()
