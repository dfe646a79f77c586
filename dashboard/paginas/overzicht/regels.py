"""An indicator in one row: its last result, what was named for that year, the gap, and the newest goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from dashboard.grafieken.miniatuur import Miniatuur
from dashboard.paginas.doelen import Doel
from dashboard.paginas.verwachting import LAGER_IS_BETER, richting
from dashboard.weergave.opmaak import GELIJK, gat_in_woorden
from indicators.models import Bewoording, Publicatie, Vermelding
from indicators.oordelen import VERDICTEN
from indicators.reeksen import hoe_anders
from indicators.vergelijking import SOORTEN
from indicators.verwachting import Naast, WaaromNiet, naast_genoemd

ZONDER_DOEL = (WaaromNiet.VERWACHTING, WaaromNiet.KENGETAL, WaaromNiet.ZONDER_RICHTING)


@dataclass(frozen=True)
class Genoemd:
    """One figure that an edition named, with all the years that it named it for: "PB 2023 voor 2024, 2025: 40"."""

    cijfer: Vermelding
    jaren: Sequence[int]
    noten: Sequence[str]
    """what kind of figure it is where it is no goal, and that it is measured otherwise"""

    @property
    def voor(self) -> str:
        volgens = self.cijfer.volgens
        return f"{volgens[:1].upper()}{volgens[1:]} voor {', '.join(map(str, self.jaren))}"


@dataclass(frozen=True)
class Indicatorregel:
    """One indicator on the card of its doelstelling."""

    doel: Doel
    nieuwste: Publicatie
    vraagt_minder: bool
    """whether the newest goal asks less than the last result"""

    @cached_property
    def laatste(self) -> Vermelding | None:
        return self.doel.beeld.laatste

    @cached_property
    def trend(self) -> Miniatuur | None:
        return self.doel.beeld.trend

    @property
    def toen(self) -> list[Genoemd]:
        """What the edition named that the result belongs to, else the newest other one that named anything."""
        eerder = [v for v in self._begrotingen if v.editie != self.nieuwste]
        van_dat_jaar = [v.editie for v in eerder if self.laatste and v.jaar == self.laatste.jaar]
        edities = van_dat_jaar or [v.editie for v in eerder]
        eigen = max(edities, key=lambda editie: editie.jaar, default=None)
        return self._genoemd([v for v in eerder if v.editie == eigen])

    @property
    def nu(self) -> list[Genoemd]:
        """What the newest edition names."""
        return self._genoemd([v for v in self._begrotingen if v.editie == self.nieuwste])

    @property
    def gat(self) -> str:
        """How far the last result is from what was named for its year, and what that means; else why not."""
        jaar = next((jaar for jaar in self.doel.jaren if jaar.realisatie and jaar.realisatie == self.laatste), None)
        if jaar is None or jaar.realisatie is None:
            return ""
        if jaar.oordeel in VERDICTEN:
            doel = next(v for v in jaar.vergelijkbaar if v.editie.jaar == jaar.jaar)
            return f"Doel {jaar.oordeel.value}: {_gat(jaar.realisatie, doel)}."
        naast = naast_genoemd(jaar, self.doel.beeld.breuken)
        if isinstance(naast, Naast):
            woord = "minstens zo gunstig" if naast.is_gunstig else "ongunstiger"
            want = ", want lager is beter" if richting(naast) == LAGER_IS_BETER else ""
            return f"{_gat(naast.resultaat, naast.genoemd)}: {woord}{want}."
        if naast in ZONDER_DOEL:
            genoemd = jaar.verwacht[-1]
            return f"{_gat(jaar.realisatie, genoemd)}; dat was een {SOORTEN[genoemd.bewoording.soort_begroting]}."
        return f"Niet te vergelijken: {naast}."

    @property
    def _begrotingen(self) -> list[Vermelding]:
        """What any edition named for the year of the last result or later, up to that of the newest edition."""
        begin = self.laatste.jaar if self.laatste else 0
        begrotingen = [v for v in self.doel.beeld.gekozen if v.soort == Vermelding.Soort.BEGROTING]
        gevonden = [v for v in begrotingen if begin <= v.jaar <= self.nieuwste.jaar or v.jaar == self.nieuwste.jaar]
        return sorted(gevonden, key=lambda v: (v.editie.jaar, v.jaar))

    def _genoemd(self, begrotingen: Sequence[Vermelding]) -> list[Genoemd]:
        """The years with one figure together."""

        def zelfde(vermelding: Vermelding) -> tuple[str, str, list[str]]:
            return vermelding.volgens, vermelding.gedrukt, self._noten(vermelding)

        groepen = [list(groep) for _, groep in groupby(begrotingen, zelfde)]
        return [Genoemd(groep[0], [v.jaar for v in groep], self._noten(groep[0])) for groep in groepen]

    def _noten(self, vermelding: Vermelding) -> list[str]:
        soort = vermelding.bewoording.soort_begroting
        definitie = self.laatste.bewoording.definitie_id if self.laatste else vermelding.bewoording.definitie_id
        anders = hoe_anders(definitie, vermelding.bewoording.definitie_id, self.doel.beeld.breuken)
        return [*([] if soort == Bewoording.SoortBegroting.STREEFWAARDE else [soort]), *([anders] if anders else [])]


def _gat(resultaat: Vermelding, genoemd: Vermelding) -> str:
    """ "21 minder dan PB 2023 noemde", "gelijk aan wat PB 2023 noemde"."""
    gat = gat_in_woorden(resultaat, genoemd)
    dan = "aan wat" if gat == GELIJK else "dan"
    return f"{gat} {dan} {genoemd.volgens} noemde"
