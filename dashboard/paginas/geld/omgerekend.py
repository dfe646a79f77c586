"""What a programma costs per inhabitant and without the rise of prices, or in a sentence why that is not here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from dashboard.weergave.cellen import GEEN_CIJFER, ONBEREKENBAAR, Celinhoud, Tabelcel, Vorm
from dashboard.weergave.opmaak import DUIZEND, IN_DUIZENDEN, opsomming, toon_bedrag, toon_referentie
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.geld.omrekenen import Omgerekend, Omrekenreeksen, omrekenreeksen
from indicators.getallen import afgerond, schrijf_euro, schrijf_getal
from indicators.models import Bedrag, Programma
from indicators.models.referenties import INWONERS, PRIJSINDEX


@dataclass(frozen=True)
class Omrekening:
    """The costs of a programma, year by year, converted with the series that are on the site."""

    programma: Programma
    reeksen: Omrekenreeksen
    jaren: Sequence[Omgerekend]

    @property
    def tabel(self) -> Paginatabel | None:
        if not self.jaren:
            return None
        kolommen = [Tabelkolom("kosten", f"Netto kosten, {IN_DUIZENDEN}")]
        if self._met_inwoners:
            kolommen += [Tabelkolom("inwoners", INWONERS), Tabelkolom("per_inwoner", "Per inwoner")]
        if self._met_prijzen and self.reeksen.basis:
            in_prijzen = f"in prijzen van {self.reeksen.basis.jaar}"
            kolommen += [
                Tabelkolom("index", PRIJSINDEX),
                Tabelkolom("prijzen", f"{in_prijzen.capitalize()}, {IN_DUIZENDEN}"),
            ]
            if self._met_inwoners:
                kolommen.append(Tabelkolom("beide", f"Per inwoner, {in_prijzen}"))
        titel = f"Netto kosten van {self.programma.genoemd} omgerekend"
        return Paginatabel("kosten-omgerekend", titel, "Jaar", kolommen, [_rij(jaar) for jaar in self.jaren])

    @property
    def bronnen(self) -> list[str]:
        """Where the series came from, each once."""
        cijfers = [cijfer for jaar in self.jaren for cijfer in (jaar.inwoners, jaar.prijzen) if cijfer]
        basis = [self.reeksen.basis] if self.reeksen.basis and self._met_prijzen else []
        return list(dict.fromkeys(f"{cijfer.reeks}: {cijfer.herkomst}." for cijfer in [*cijfers, *basis]))

    @property
    def waarom_niet(self) -> str:
        """Which of the two is not here, and why; empty where both are."""
        mist = [
            (wat, reeks)
            for wat, reeks, is_er in (
                ("per inwoner", INWONERS, self._met_inwoners),
                ("zonder prijsstijging", PRIJSINDEX, self._met_prijzen),
            )
            if not is_er
        ]
        if not mist:
            return ""
        reeksen = [f"“{reeks}”" for _, reeks in mist]
        van = "de reeks" if len(mist) == 1 else "de reeksen"
        over = f"staat {van} {opsomming(reeksen)} nog niet op deze site" if len(mist) == 1 else ""
        over = over or f"staan {van} {opsomming(reeksen)} nog niet op deze site"
        return f"De kosten {opsomming(wat for wat, _ in mist)} staan hier niet: over deze jaren {over}."

    @cached_property
    def _met_inwoners(self) -> bool:
        return any(jaar.inwoners for jaar in self.jaren)

    @cached_property
    def _met_prijzen(self) -> bool:
        return any(jaar.prijzen for jaar in self.jaren)


def omrekening(programma: Programma, bedragen: Sequence[Bedrag], gemeente: str) -> Omrekening:
    """Of the printed saldi of a programma."""
    reeksen = omrekenreeksen(gemeente)
    return Omrekening(programma, reeksen, reeksen.reken_om(bedragen))


def _rij(jaar: Omgerekend) -> Tabelrij:
    inhoud: dict[str, Celinhoud] = {
        "inwoners": toon_referentie(jaar.inwoners) if jaar.inwoners else GEEN_CIJFER,
        "index": toon_referentie(jaar.prijzen) if jaar.prijzen else GEEN_CIJFER,
        "kosten": toon_bedrag(jaar.bedrag).met_noot(f"{jaar.bedrag.stand}, {jaar.bedrag.benaming.publicatie}"),
        "per_inwoner": _euro(jaar.per_inwoner),
        "prijzen": _duizenden(jaar.in_prijzen),
        "beide": _euro(jaar.per_inwoner_in_prijzen),
    }
    return Tabelrij(jaar.bedrag.jaar, inhoud)


def _euro(bedrag: Decimal | None) -> Tabelcel:
    """In whole euros, computed."""
    if bedrag is None:
        return ONBEREKENBAAR
    heel = afgerond(bedrag, 0)
    return Tabelcel(f"{'-' if heel < 0 else ''}{schrijf_euro(heel)}", heel, vorm=Vorm.BEREKEND)


def _duizenden(bedrag: Decimal | None) -> Tabelcel:
    if bedrag is None:
        return ONBEREKENBAAR
    heel = afgerond(bedrag / DUIZEND, 0)
    return replace(Tabelcel(schrijf_getal(heel), heel), vorm=Vorm.BEREKEND)
