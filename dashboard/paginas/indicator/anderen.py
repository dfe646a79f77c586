"""An indicator beside the country and other gemeenten: only years that both have, measured as one definitie."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.weergave.cellen import Tabelcel
from dashboard.weergave.opmaak import cijfer_met_bron, leeg_in_woorden, opsomming, toon_vermelding
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.models import Definitie, Indicator, Referentiecijfer, Vermelding
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
        if not self.jaren:
            return None
        rijen = [
            Tabelrij(self.gemeente, {str(j): toon_vermelding(self.eigen[j]) for j in self.jaren if j in self.eigen})
        ]
        rijen += [Tabelrij(self._rijnaam(naam), self._rij(naam)) for naam in self.getoond]
        kolommen = [Tabelkolom(str(jaar), str(jaar)) for jaar in self.jaren]
        titel = f"{self.definitie.indicator.naam} ({self.definitie.eenheid}), per gemeente"
        return Paginatabel(
            f"naast-anderen{self.erbij}", titel, "Gemeente", kolommen, [rij for rij in rijen if rij.inhoud]
        )

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

    def _rij(self, naam: str) -> dict[str, Tabelcel]:
        return {str(jaar): toon_referentie(cijfer) for jaar, cijfer in self.anderen[naam].items() if jaar in self.jaren}


@dataclass(frozen=True)
class Anderen:
    """The section of a page: what can be chosen, and for each definitie what stands beside it."""

    te_kiezen: Sequence[str]
    gekozen: Sequence[str]
    per_definitie: Sequence[NaastAnderen]
    anders_gemeten: Sequence[str]
    """Which figures of the site are not in it, because they are measured in another way, as sentences."""


def toon_referentie(cijfer: Referentiecijfer) -> Tabelcel:
    """A figure of another, linked to its line."""
    leeg = "" if cijfer.waarde is not None else " (geen waarde)"
    cel = cijfer_met_bron(cijfer.gedrukt or leeg_in_woorden(cijfer), cijfer.publicatie, cijfer.passage, leeg)
    return replace(cel, waarde=cijfer.waarde)


def naast_anderen(
    indicator: Indicator, realisaties: Iterable[Vermelding], gemeente: str, gevraagd: Sequence[str]
) -> Anderen | None:
    """None where no file has figures of others for it; without a choice the first of them stand beside it."""
    per_definitie: dict[Definitie, dict[str, dict[int, Referentiecijfer]]] = {}
    for cijfer in Referentiecijfer.objects.geldend().naast(indicator).met_bron().nieuwste_eerst():
        if cijfer.definitie:
            van_wie = per_definitie.setdefault(cijfer.definitie, {}).setdefault(cijfer.gemeente, {})
            van_wie.setdefault(cijfer.jaar, cijfer)
    if not per_definitie:
        return None
    vast = {LAND.casefold(), gemeente.casefold()}
    namen = sorted({naam for anderen in per_definitie.values() for naam in anderen if naam.casefold() not in vast})
    gekozen = [naam for naam in namen if naam in gevraagd][:HOOGSTENS] or namen[:HOOGSTENS]
    eigen: dict[Definitie, dict[int, Vermelding]] = {}
    for realisatie in realisaties:
        if realisatie.soort == Vermelding.Soort.REALISATIE and realisatie.waarde is not None and not realisatie.periode:
            eigen.setdefault(realisatie.bewoording.definitie, {})[realisatie.jaar] = realisatie
    op_volgorde = sorted(per_definitie, key=lambda definitie: definitie.volgorde)
    return Anderen(
        namen,
        gekozen,
        [
            NaastAnderen(
                definitie,
                gemeente,
                eigen.get(definitie, {}),
                per_definitie[definitie],
                [
                    naam
                    for naam in _volgorde(per_definitie[definitie], gemeente)
                    if naam.casefold() in vast or naam in gekozen
                ],
                f"-{nummer}" if len(op_volgorde) > 1 else "",
            )
            for nummer, definitie in enumerate(op_volgorde, 1)
        ],
        [
            f"De cijfers over {opsomming(sorted(per_jaar))} zijn anders gemeten ({definitie.omschrijving})."
            for definitie, per_jaar in eigen.items()
            if definitie not in per_definitie
        ],
    )


def _volgorde(namen: Iterable[str], gemeente: str) -> list[str]:
    """What is said of the own gemeente, the country, and then the others by name."""
    eerst = [gemeente.casefold(), LAND.casefold()]
    return sorted(namen, key=lambda n: (eerst.index(n.casefold()) if n.casefold() in eerst else len(eerst), n))
