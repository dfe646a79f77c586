"""An indicator beside the country and other gemeenten: only years that both have, measured as one definitie."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.weergave.cellen import GEEN_CIJFER, Tabelcel
from dashboard.weergave.opmaak import opsomming, toon_referentie, toon_vermelding
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.models import Breuk, Definitie, Indicator, Referentiecijfer, Vermelding
from indicators.models.referenties import LAND

HOOGSTENS = 5
"""So many other gemeenten fit beside the own one."""


@dataclass(frozen=True)
class NaastAnderen:
    """One definitie: its realisaties of the site, and what others have of it by name and year."""

    definitie: Definitie
    gemeente: str
    eigen: Mapping[int, Vermelding]
    anderen: Mapping[str, Mapping[int, Referentiecijfer]]
    getoond: Sequence[str]
    """the others that stand beside it: the country, what the files say of the own gemeente, and what was chosen"""
    breuken: Sequence[Breuk]
    """the years from which the gemeente measures otherwise, within this definitie"""
    erbij: str
    """what tells its id from that of another definitie on the page; empty where there is one"""

    @cached_property
    def jaren(self) -> list[int]:
        """Those of which the site has a value of its own, and someone else too."""
        ander = {jaar for naam in self.getoond if not self._is_eigen(naam) for jaar in self._met_waarde(naam)}
        return sorted(ander & self._eigen_jaren)

    @property
    def is_aantal(self) -> bool:
        """Whether a larger gemeente has more of it by itself."""
        return self.definitie.eenheid == "aantal"

    @property
    def tabel(self) -> Paginatabel | None:
        """A row for each gemeente, the own one first; a column for each year."""
        if not self.jaren:
            return None
        per_rij = {self._rijnaam(naam): self._cellen(naam) for naam in self.getoond}
        if self.eigen:
            per_rij = {self.gemeente: {jaar: toon_vermelding(v) for jaar, v in self.eigen.items()}, **per_rij}
        rijen = [
            Tabelrij(naam, {str(jaar): cellen.get(jaar, GEEN_CIJFER) for jaar in self.jaren})
            for naam, cellen in per_rij.items()
        ]
        kolommen = [Tabelkolom(str(jaar), str(jaar)) for jaar in self.jaren]
        titel = f"{self.definitie.indicator.naam} ({self.definitie.eenheid}), per gemeente"
        return Paginatabel(f"naast-anderen{self.erbij}", titel, "Gemeente", kolommen, rijen)

    @property
    def bronnen(self) -> list[str]:
        """Where the figures of others that are shown came from, each once, with whose they are."""
        van_wie: dict[str, list[str]] = {}
        for naam in self.getoond:
            for jaar in self.jaren:
                if cijfer := self.anderen[naam].get(jaar):
                    van_wie.setdefault(cijfer.herkomst, []).append(naam)
        return [f"{opsomming(dict.fromkeys(namen))}: {herkomst}." for herkomst, namen in van_wie.items()]

    @property
    def niet_vergeleken(self) -> list[str]:
        """The years of which only one of the two has a figure, as sentences."""
        anderen = {jaar for naam in self.anderen if not self._is_eigen(naam) for jaar in self._met_waarde(naam)}
        return [
            f"Over {opsomming(jaren)} {zin}"
            for jaren, zin in (
                (sorted(self._eigen_jaren - anderen), "hebben anderen hier geen cijfer."),
                (sorted(anderen - self._eigen_jaren), f"heeft {self.gemeente} geen cijfer dat zo gemeten is."),
            )
            if jaren
        ]

    @property
    def anders_vanaf(self) -> list[str]:
        """The same of the years from which the gemeente itself measures otherwise."""
        return [
            f"Vanaf {breuk.jaar} meet {self.gemeente} dit {'' if breuk.is_zeker else 'misschien '}anders. Of dat bij "
            "anderen ook zo is, zegt het bestand niet."
            for breuk in self.breuken
            if breuk.jaar and self.jaren and breuk.jaar <= self.jaren[-1]
        ]

    @property
    def _eigen_jaren(self) -> set[int]:
        return {
            *self.eigen,
            *(jaar for naam in self.anderen if self._is_eigen(naam) for jaar in self._met_waarde(naam)),
        }

    def _is_eigen(self, naam: str) -> bool:
        return naam.casefold() == self.gemeente.casefold()

    def _met_waarde(self, naam: str) -> set[int]:
        return {jaar for jaar, cijfer in self.anderen[naam].items() if cijfer.waarde is not None}

    def _rijnaam(self, naam: str) -> str:
        """What others say of the own gemeente is not what its own documents say."""
        return f"{naam}, volgens {next(iter(self.anderen[naam].values())).bron}" if self._is_eigen(naam) else naam

    def _cellen(self, naam: str) -> dict[int, Tabelcel]:
        return {jaar: toon_referentie(cijfer) for jaar, cijfer in self.anderen[naam].items()}


@dataclass(frozen=True)
class Anderen:
    """The section of a page: what can be chosen, and for each definitie what stands beside it."""

    te_kiezen: Sequence[str]
    gekozen: Sequence[str]
    te_veel: bool
    """whether more were chosen than fit"""
    per_definitie: Sequence[NaastAnderen]
    anders_gemeten: Sequence[str]
    """Which figures of the site are not in it, because they are measured in another way, as sentences."""


def naast_anderen(
    indicator: Indicator,
    realisaties: Iterable[Vermelding],
    breuken: Sequence[Breuk],
    gemeente: str,
    gevraagd: Sequence[str],
) -> Anderen | None:
    """None where no file has figures of others for it; without a choice the first of them stand beside it."""
    per_definitie, eigen = _van_anderen(indicator), _eigen(realisaties)
    if not per_definitie:
        return None
    vast = [gemeente.casefold(), LAND.casefold()]
    namen = sorted({naam for anderen in per_definitie.values() for naam in anderen if naam.casefold() not in vast})
    bekend = [naam for naam in namen if naam in gevraagd]
    gekozen = (bekend or namen)[:HOOGSTENS]
    op_volgorde = sorted(per_definitie, key=lambda definitie: definitie.volgorde)
    delen = []
    for nummer, definitie in enumerate(op_volgorde, 1):
        anderen = per_definitie[definitie]
        eerst = sorted((naam for naam in anderen if naam.casefold() in vast), key=lambda n: vast.index(n.casefold()))
        getoond = [*eerst, *(naam for naam in gekozen if naam in anderen)]
        eigen_breuken = [breuk for breuk in breuken if breuk.van == breuk.naar == definitie]
        erbij = f"-{nummer}" if len(op_volgorde) > 1 else ""
        delen.append(
            NaastAnderen(definitie, gemeente, eigen.get(definitie, {}), anderen, getoond, eigen_breuken, erbij)
        )
    anders = [
        f"De cijfers over {opsomming(sorted(per_jaar))} zijn anders gemeten ({definitie.omschrijving})."
        for definitie, per_jaar in eigen.items()
        if definitie not in per_definitie
    ]
    return Anderen(namen, gekozen, len(bekend) > HOOGSTENS, delen, anders)


def _van_anderen(indicator: Indicator) -> dict[Definitie, dict[str, dict[int, Referentiecijfer]]]:
    """What the files have, by definitie, name and year; of two that tell the same the newest."""
    gevonden: dict[Definitie, dict[str, dict[int, Referentiecijfer]]] = {}
    for cijfer in Referentiecijfer.objects.geldend().naast(indicator).met_bron().nieuwste_eerst():
        if cijfer.definitie:
            per_naam = gevonden.setdefault(cijfer.definitie, {})
            per_naam.setdefault(cijfer.gemeente, {}).setdefault(cijfer.jaar, cijfer)
    return gevonden


def _eigen(realisaties: Iterable[Vermelding]) -> dict[Definitie, dict[int, Vermelding]]:
    """The results over a whole year, by definitie and year."""
    gevonden: dict[Definitie, dict[int, Vermelding]] = {}
    for cijfer in realisaties:
        if cijfer.soort == Vermelding.Soort.REALISATIE and cijfer.waarde is not None and not cijfer.periode:
            gevonden.setdefault(cijfer.bewoording.definitie, {})[cijfer.jaar] = cijfer
    return gevonden
