"""Twenty people who enter figures at once for a minute, on the real server: what is saved, overtaken, lost or wrong."""

import html
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path

from django_otp.oath import totp

from benchmarks.verzoeken import WORTEL, server

MENSEN, SECONDEN = 20, 60
WACHTWOORD = "lang-en-geheim-7"
SLEUTEL = "5" * 40  # of everybody's app
CIJFERS = [f"/werk/opgaven/uitstroom-naar-werk/{jaar}/" for jaar in range(2010, 2020)]
MAAK = f"""
from indicators.models import Doelstelling
from django_otp.plugins.otp_totp.models import TOTPDevice
from ingest.models import Account
doel = Doelstelling.objects.get(code="1.5")
for nummer in range({MENSEN}):
    account = Account.objects.create_user(f"mens-{{nummer}}", password="{WACHTWOORD}")
    account.rechten.create(rol="invoerder", doelstelling=doel)
    TOTPDevice.objects.create(user=account, name="app", key="{SLEUTEL}")
"""
# Each saved value, by whom, from the history that the database itself writes.
GESCHIEDENIS = """
import json
from indicators.models import Wijziging
from ingest.models import Account, Opgave
namen = {str(a.actor): a.username for a in Account.objects.all()}
rijen = Wijziging.objects.filter(tabel="ingest_opgave").values_list("nieuw", "actor")
print(json.dumps([[nieuw["ingetypt"], namen[str(actor)]] for nieuw, actor in rijen]))
print(sum(Opgave.objects.values_list("versie", flat=True)))
"""


class NietVolgen(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """An answer of 302 is what is measured."""


@dataclass
class Mens:
    """One person with a browser: signs in, and goes on entering figures that others are at as well."""

    naam: str
    adres: str
    bewaard: list[str] = field(default_factory=list)
    ingehaald: int = 0
    tijden: list[float] = field(default_factory=list)
    fouten: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), NietVolgen)

    def vraag(self, pad: str, velden: dict[str, str] | None = None) -> tuple[int, str]:
        inhoud = urllib.parse.urlencode(velden).encode() if velden else None
        begin = time.perf_counter()
        try:
            with self.browser.open(self.adres + pad, inhoud, timeout=60) as antwoord:
                uitkomst = antwoord.status, antwoord.read().decode()
        except urllib.error.HTTPError as anders:
            uitkomst = anders.code, anders.read().decode()
        self.tijden.append(time.perf_counter() - begin)
        return uitkomst

    def doe(self, einde: float, nummers: "itertools.count[int]") -> None:
        while (status := self.verstuur("/inloggen/", username=self.naam, password=WACHTWOORD)) == 503:
            time.sleep(1)  # too many at once, says the site
        code = f"{totp(bytes.fromhex(SLEUTEL)):06}"
        for stap in (status, self.verstuur("/inloggen/code/", code=code)):
            if stap != 302:
                self.fouten[f"inloggen: {stap}"] += 1
        while time.monotonic() < einde:
            self.voer_in(random.choice(CIJFERS), str(next(nummers)))

    def verstuur(self, pad: str, **velden: str) -> int:
        """The status that sending this form gives."""
        _, pagina = self.vraag(pad)
        return self.vraag(pad, {**velden, "csrfmiddlewaretoken": veld(pagina, "csrfmiddlewaretoken")})[0]

    def voer_in(self, pad: str, getal: str) -> None:
        status, pagina = self.vraag(pad)
        if status != 200:
            self.fouten[f"formulier: {status}"] += 1
            return
        velden = {naam: veld(pagina, naam) for naam in ("csrfmiddlewaretoken", "gezien")}
        velden |= {"ingetypt": getal, "bron": "Meting", "toelichting": "Geteld.", "actie": "indienen"}
        begrepen = f"{int(getal):,}".replace(",", ".")
        status, pagina = self.vraag(pad, {**velden, "begrepen": begrepen})
        if status == 302:
            self.bewaard.append(getal)
        elif status == 422 and "Intussen heeft iemand anders" in pagina:
            self.ingehaald += 1
        else:
            self.fouten[f"indienen: {status}"] += 1


def meet_invoeren() -> None:
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        # The server stops before the people are waited for: then they stop too, when something goes wrong.
        with ThreadPoolExecutor(MENSEN) as draden, server(map_) as (host, poort):
            shell(map_, MAAK)
            nummers = itertools.count(1000)
            mensen = [Mens(f"mens-{nummer}", f"http://{host}:{poort}") for nummer in range(MENSEN)]
            einde = time.monotonic() + SECONDEN
            for klaar in [draden.submit(mens.doe, einde, nummers) for mens in mensen]:
                klaar.result()
            geschiedenis, versies = shell(map_, GESCHIEDENIS).splitlines()
        meld(mensen, [tuple(paar) for paar in json.loads(geschiedenis)], int(versies))


def meld(mensen: list[Mens], geschiedenis: list[tuple[str, ...]], versies: int) -> None:
    """A saved figure is lost when the history does not have it once, by who saved it."""
    bewaard = Counter((getal, mens.naam) for mens in mensen for getal in mens.bewaard)
    tijden = sorted(tijd for mens in mensen for tijd in mens.tijden)
    fouten = sum((mens.fouten for mens in mensen), Counter[str]())
    kwijt = bewaard - Counter((getal, naam) for getal, naam in geschiedenis)
    ingehaald = sum(mens.ingehaald for mens in mensen)
    print(
        f"  {MENSEN} mensen, {SECONDEN} s, {len(CIJFERS)} cijfers: {len(tijden) / SECONDEN:.0f} verzoeken/s, mediaan "
        f"{statistics.median(tijden) * 1000:.0f} ms, 95% onder {tijden[int(len(tijden) * 0.95)] * 1000:.0f} ms; "
        f"{bewaard.total()} keer bewaard, {ingehaald} keer eerst het andere cijfer getoond, "
        f"{kwijt.total()} kwijt, {fouten.total()} fouten {dict(fouten) or ''}"
    )
    if kwijt or fouten or versies != bewaard.total():
        sys.exit(f"Verloren of fout: {versies} versies, {bewaard.total()} keer bewaard.")


def shell(map_: Path, code: str) -> str:
    omgeving = os.environ | {"DOELWIJZER_DATA_DIR": str(map_ / "data"), "DJANGO_SETTINGS_MODULE": "dashboard.settings"}
    opdracht = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
    return subprocess.run(opdracht, cwd=WORTEL, env=omgeving, check=True, capture_output=True, text=True).stdout


def veld(pagina: str, naam: str) -> str:
    gevonden = re.search(rf'name="{naam}"\s+value="([^"]*)"', pagina)
    return html.unescape(gevonden[1]) if gevonden else ""
