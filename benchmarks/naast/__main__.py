"""Make a site, set the others beside it, ask all of them by turns, and print what came of it."""

import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.meet import ruim_op_bij_een_signaal
from benchmarks.naast.deelnemers import dash, datasette, doelwijzer, superset
from benchmarks.naast.gegevens import haal_gegevens
from benchmarks.naast.vraag import Vraag
from benchmarks.verzoeken import KLANTEN, per_seconde, server

RONDES = 5


def main() -> None:
    os.environ.pop("DATABASE_URL", None)
    ruim_op_bij_een_signaal()
    with tempfile.TemporaryDirectory() as naam, ExitStack() as stapel:
        adres = stapel.enter_context(server(Path(naam)))
        gegevens = haal_gegevens(adres, Path(naam))
        vragen = doelwijzer(adres)
        for deelnemer in (datasette, dash, superset):
            vragen += stapel.enter_context(deelnemer(gegevens))
        toon(vragen, *meet(vragen))


def meet(vragen: Sequence[Vraag]) -> tuple[dict[str, list[float]], dict[str, tuple[int, int]]]:
    """Requests per second of each, once in each round, and the size of its answer, looked at each time."""
    gemeten: dict[str, list[float]] = {vraag.naam: [] for vraag in vragen}
    grootten: dict[str, tuple[int, int]] = {}
    for _ in range(RONDES):
        for vraag in vragen:
            gemeten[vraag.naam].append(per_seconde(vraag.adressen, vraag.bericht))
            grootten[vraag.naam] = vraag.bekijk()  # what is kept has been kept by now
    return gemeten, grootten


def toon(
    vragen: Sequence[Vraag], gemeten: Mapping[str, Sequence[float]], grootten: Mapping[str, tuple[int, int]]
) -> None:
    midden = {naam: statistics.median(keren) for naam, keren in gemeten.items()}
    bewaard, gemaakt = (midden[vraag.naam] for vraag in vragen[:2])
    print(
        f"De cijfers van één indicator: verzoeken per seconde op {KLANTEN} verbindingen, mediaan van {RONDES} rondes."
    )
    print("Rechts: zoveel keer zo snel is de pagina van Doelwijzer, bewaard en gemaakt.\n")
    print(f"{'':32}{'per s':>7}{'laagst-hoogst':>15}{'verstuurd':>11}{'uitgepakt':>11}{'bewaard':>9}{'gemaakt':>9}")
    for naam, snel in midden.items():
        spreiding = f"{min(gemeten[naam]):.0f}-{max(gemeten[naam]):.0f}"
        groot = "".join(f"{grootte / 1000:8.1f} kB" for grootte in grootten[naam])
        print(f"{naam:32}{snel:7.0f}{spreiding:>15}{groot}{bewaard / snel:9.2f}{gemaakt / snel:9.2f}")


if __name__ == "__main__":
    main()
