"""What can be said of a year without its own begroting, in sentences: counts, and each figure with its gap."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.paginas.merktekens import IN_WOORDEN
from dashboard.weergave.opmaak import gat_in_woorden, opsomming
from indicators.models import Definitie, Duidingsoort, Tekst
from indicators.verwachting import Naast, NaastVerwachting

LAGER_IS_BETER = "lager is beter"
RICHTINGEN: dict[str, str] = {Definitie.Richting.HOGER: "hoger is beter", Definitie.Richting.LAGER: LAGER_IS_BETER}


@dataclass(frozen=True)
class Vergeleken:
    """One of its figures, with the toelichting that the document of the result prints, if any."""

    naast: Naast
    uitleg: Tekst | None
    noot: str = ""

    @property
    def gat(self) -> str:
        return f"{gat(self.naast)}{self.noot}"


@dataclass(frozen=True)
class GetoondeVergelijking:
    """The results of a year beside what another edition named for it."""

    vergelijking: NaastVerwachting
    twee_bronnen: frozenset[int] = frozenset()
    """the keys of the indicators of which another source has another result"""

    @property
    def zin(self) -> str:
        """How many were at least as good as was named, and how many were not."""
        jaar, gunstig, alle = self.vergelijking.jaar, len(self.vergelijking.gunstig), len(self.vergelijking.cijfers)
        genoemd = f"{self.vergelijking.editie} voor {jaar} verwachtte"
        if alle == 1:
            hoe = "minstens zo gunstig als" if gunstig else "ongunstiger dan"
            return f"{jaar} was bij het enige vergelijkbare cijfer {hoe} {genoemd}."
        rest = f", en bij {alle - gunstig} ongunstiger" if alle > gunstig else ""
        return f"{jaar} was bij {gunstig} van de {alle} vergelijkbare cijfers minstens zo gunstig als {genoemd}{rest}."

    @property
    def geen_oordeel(self) -> str:
        """Why it is no verdict."""
        jaar = self.vergelijking.jaar
        return f"Dit is een vergelijking, geen oordeel: de begroting van {jaar} zelf staat nog niet op deze site."

    @property
    def gaten(self) -> list[SafeString]:
        """What was better and what was worse, each with its gap; where lower is better, that is said."""
        return [
            format_html("<strong>{}:</strong> {}.", woord, "; ".join(map(self._in_een_zin, cijfers)))
            for woord, cijfers in self._per_woord
            if cijfers
        ]

    def groepen(self, uitleg: Mapping[int, Tekst]) -> list[tuple[str, list[Vergeleken]]]:
        """The same by what it means, each with what its document writes on it, by the key of its definitie."""
        return [
            (woord, [Vergeleken(n, uitleg.get(n.resultaat.bewoording.definitie_id), self._noot(n)) for n in cijfers])
            for woord, cijfers in self._per_woord
            if cijfers
        ]

    @property
    def niet_te_vergelijken(self) -> str:
        """How many could not be compared, and why, in one line; empty where all could."""
        dit_jaar = str(self.vergelijking.jaar)
        redenen = [f"{n} {waarom.replace('dat jaar', dit_jaar)}" for waarom, n in self.vergelijking.redenen]
        return f"Niet te vergelijken: {opsomming(redenen)}." if redenen else ""

    @property
    def wat_niet(self) -> str:
        """The same by name."""
        namen = [
            f"{opsomming(i.naam for i, reden in self.vergelijking.niet if reden is waarom)} ({waarom})"
            for waarom, _ in self.vergelijking.redenen
        ]
        return f"Niet te vergelijken: {'; '.join(namen)}." if namen else ""

    def _in_een_zin(self, naast: Naast) -> str:
        # On a phone the first answer has no room for more.
        noot = "; twee bronnen" if self._noot(naast) else ""
        return f"{naast.resultaat.bewoording.definitie.indicator} ({_kort(naast)}{noot})"

    def _noot(self, naast: Naast) -> str:
        """What the reader must know before believing it."""
        twijfel = naast.resultaat.bewoording.definitie.indicator_id in self.twee_bronnen
        return f"; {IN_WOORDEN[Duidingsoort.TWEE_BRONNEN]}" if twijfel else ""

    @property
    def _per_woord(self) -> tuple[tuple[str, list[Naast]], ...]:
        return ("Minstens zo gunstig", self.vergelijking.gunstig), ("Ongunstiger", self.vergelijking.ongunstig)


def richting(naast: Naast) -> str:
    """Which way is better, as the indicator has it."""
    return RICHTINGEN[naast.resultaat.bewoording.definitie.richting]


def gat(naast: Naast) -> str:
    """ "21 minder, hoger is beter"."""
    return f"{gat_in_woorden(naast.resultaat, naast.genoemd)}, {richting(naast)}"


def _kort(naast: Naast) -> str:
    return gat(naast) if richting(naast) == LAGER_IS_BETER else gat_in_woorden(naast.resultaat, naast.genoemd)
