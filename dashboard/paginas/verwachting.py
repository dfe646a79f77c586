"""What can be said of a year without its own begroting, in sentences: counts, and each figure with its gap."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import gat_in_woorden, opsomming, toon_vermelding
from indicators.models import Definitie, Indicator
from indicators.verwachting import Naast, NaastVerwachting

RICHTINGEN: dict[str, str] = {Definitie.Richting.HOGER: "hoger is beter", Definitie.Richting.LAGER: "lager is beter"}


@dataclass(frozen=True)
class GetoondeVergelijking:
    """The results of a year beside what another edition named for it."""

    vergelijking: NaastVerwachting

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
        return f"Dit is een vergelijking en geen oordeel: de begroting van {jaar} zelf staat nog niet op deze site."

    @property
    def gaten(self) -> list[SafeString]:
        """What was better and what was worse, each with its gap and its direction."""
        return self._groepen(
            "{} ({}, {})", lambda naast: (_naam(naast), gat_in_woorden(naast.resultaat, naast.genoemd), richting(naast))
        )

    @property
    def zinnen(self) -> list[SafeString]:
        """The same with the figures that the gap is between."""
        return self._groepen(
            "{}: {} tegen {} ({}, {})",
            lambda naast: (
                format_html('<a class="nl-link" href="{}">{}</a>', _indicator(naast).get_absolute_url(), _naam(naast)),
                toon_vermelding(naast.resultaat),
                toon_vermelding(naast.genoemd),
                gat_in_woorden(naast.resultaat, naast.genoemd),
                richting(naast),
            ),
        )

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

    def _groepen(self, vorm: str, delen: Callable[[Naast], tuple[object, ...]]) -> list[SafeString]:
        groepen = (("Minstens zo gunstig", self.vergelijking.gunstig), ("Ongunstiger", self.vergelijking.ongunstig))
        return [
            format_html("<strong>{}:</strong> {}.", woord, format_html_join("; ", vorm, map(delen, cijfers)))
            for woord, cijfers in groepen
            if cijfers
        ]


def richting(naast: Naast) -> str:
    """Which way is better, as the indicator has it."""
    return RICHTINGEN[naast.resultaat.bewoording.definitie.richting]


def _indicator(naast: Naast) -> Indicator:
    return naast.resultaat.bewoording.definitie.indicator


def _naam(naast: Naast) -> str:
    return str(_indicator(naast))
