"""Fifty readers who read on and on through the front: pages per second, how long they wait, and the memory."""

import gc
import shutil
import ssl
import statistics
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import chain, repeat
from pathlib import Path

from benchmarks.verzoeken import HOOFDPAGINAS, server, veld, verbind, verzoek, vraag

LEZERS, SECONDEN = 50, 10
PER_PROCES = 25
GELEZEN = {
    "een bestand van de voorkant, even groot": ("/static/doelwijzer.css",),
    "wat iedereen krijgt": HOOFDPAGINAS,
    # What a reader asks that nobody asked before: made by the site each time.
    "zoeken": tuple(f"/zoeken/?q={woord}&lezer={{lezer}}" for woord in ("uitstroom", "schuldhulp", "zwemcheque")),
}


def meet_lezers() -> None:
    """As `make run` serves the site, with nginx before it, on this machine; so are the readers themselves."""
    if not shutil.which("nginx", path="/usr/sbin:/usr/bin"):
        print("  niet gemeten: nginx is er niet")
        return
    from tests.gereedschap.processen.voorkant import voorkant_van

    with tempfile.TemporaryDirectory() as naam, server(Path(naam)) as (_, poort), voorkant_van(poort) as voorkant:
        van_bestand = 0
        for wat, paden in GELEZEN.items():
            tijden = sorted(lees_allemaal(voorkant.https, paden))
            van_bestand = van_bestand or len(tijden)
            mediaan, laatste = statistics.median(tijden), tijden[int(len(tijden) * 0.95)]
            print(
                f"  {wat}: {len(tijden) / SECONDEN:.0f}/s ({len(tijden) / van_bestand:.3f}), "
                f"mediaan {mediaan * 1000:.0f} ms, 95% onder {laatste * 1000:.0f} ms"
            )
        print(f"  geheugen: {geheugen(Path(naam))}")


def lees_allemaal(poort: int, paden: tuple[str, ...]) -> list[float]:
    """How long each page took, of all readers together."""
    groepen = range(0, LEZERS, PER_PROCES)
    with ProcessPoolExecutor(len(groepen)) as processen:
        return [*chain.from_iterable(processen.map(lees_samen, repeat(poort), repeat(paden), groepen))]


def lees_samen(poort: int, paden: tuple[str, ...], eerste: int) -> list[float]:
    gc.disable()
    einde = time.monotonic() + SECONDEN
    with ThreadPoolExecutor(PER_PROCES) as draden:
        lezers = range(eerste, eerste + PER_PROCES)
        return [*chain.from_iterable(draden.map(lees, repeat(poort), repeat(paden), lezers, repeat(einde)))]


def lees(poort: int, paden: tuple[str, ...], lezer: int, einde: float) -> list[float]:
    """One reader, without a pause; after a thousand pages the front wants another connection."""
    tijden: list[float] = []
    while time.monotonic() < einde:
        with veilig(poort) as verbinding:
            kop = ""
            while veld(kop, "connection") != "close" and time.monotonic() < einde:
                begin = time.perf_counter()
                kop, _ = vraag(verbinding, verzoek(paden[(lezer + len(tijden)) % len(paden)].format(lezer=lezer)))
                tijden.append(time.perf_counter() - begin)
    return tijden


def veilig(poort: int) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(verbind(("127.0.0.1", poort)))


def geheugen(map_: Path) -> str:
    """What each kind of process takes, with its share of what several have in common (PSS)."""
    import psutil

    from tests.gereedschap.processen.processen import Processen

    soorten: defaultdict[str, list[int]] = defaultdict(list)
    nginx = [proces for proces in psutil.process_iter(["name"]) if proces.info["name"] == "nginx"]
    for proces in [*Processen(map_).over(), *nginx]:
        soort = {"postgres": "PostgreSQL", "nginx": "nginx"}.get(proces.name(), "site en werker")
        soorten[soort].append(proces.memory_full_info().pss)
    return ", ".join(
        f"{soort} {sum(delen) / 1e6:.0f} MB ({len(delen)} processen)" for soort, delen in sorted(soorten.items())
    )
