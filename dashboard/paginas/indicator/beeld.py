"""What a page says about an indicator: its series, chart, table, and what must be known about comparing them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.grafieken.bestand import Grafiek, grafiek_van
from dashboard.grafieken.miniatuur import Miniatuur, teken_miniatuur
from dashboard.grafieken.model import Trend
from dashboard.grafieken.trendgrafiek import maak_trend
from dashboard.grafieken.uit_de_tekst import referenties_van
from dashboard.weergave.cellen import Celinhoud, Cijferzin, Tabelcel
from dashboard.weergave.opmaak import opsomming, toon_vermelding, verschil
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.database.versie import per_versie
from indicators.models import (
    Bewoording,
    Breuk,
    Duiding,
    Indicator,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.models.cijfers import VermeldingQuerySet
from indicators.oordelen import Verschuiving, verschuiving
from indicators.reeksen import MISSCHIEN_ANDERS, Reeks, hoe_anders, nieuwste_meting, reeksen

STREEFWAARDE = Bewoording.SoortBegroting.STREEFWAARDE
Celplek = tuple[str, int, str]
"""The column, year and part of the year of a cell."""


@dataclass
class Beeld:
    """An indicator with everything that is printed about it (`vermeldingen`) and what the charts use (`gekozen`)."""

    indicator: Indicator
    vermeldingen: list[Vermelding]
    gekozen: list[Vermelding]
    breuken: list[Breuk]
    gelezen: Sequence[Duiding] = ()
    """What people read about it, for the figures in it"""

    @cached_property
    def reeksen(self) -> list[Reeks]:
        return reeksen(self.gekozen, self.breuken)

    @property
    def grafiek(self) -> Grafiek | None:
        if (trend := self.getekend) is None:
            return None
        return grafiek_van(trend.met_nieuwste(), id_=self.indicator.slug, naam=self.indicator.naam, bron=self.bron)

    @cached_property
    def getekend(self) -> Trend | None:
        """Its series as they are drawn; None where there is no value to draw."""
        alle = self.reeksen
        return maak_trend(self.indicator, alle, self.breuken, referenties_van(self.gelezen, alle))

    @property
    def bron(self) -> str:
        """The titles of the documents that print what is drawn."""
        publicaties = sorted({v.bewoording.publicatie for v in self.gekozen}, key=lambda p: p.jaar)
        return opsomming(dict.fromkeys("opgaven van de gemeente" if _is_opgave(p) else p.titel for p in publicaties))

    @cached_property
    def trend(self) -> Miniatuur | None:
        """Only what is measured in the newest way: a small picture has no room for a warning."""
        alle = self.reeksen
        nieuwste = nieuwste_meting(alle)
        nu = [reeks for reeks in alle if reeks.definitie.volgorde == nieuwste]
        trend = maak_trend(self.indicator, nu, self.breuken)
        return teken_miniatuur(trend.met_nieuwste()) if trend else None

    @property
    def laatste(self) -> Vermelding | None:
        """The last realisatie; of two definities the one of the newest year, of halves only where there is no whole."""
        realisaties = [v for v in self.gekozen if v.soort == Vermelding.Soort.REALISATIE]
        return max(realisaties, key=lambda v: (not v.periode, v.jaar, v.periode), default=None)

    @property
    def prognoses(self) -> list[Vermelding]:
        """What the municipality or a document expects of what has no final result yet, by year."""
        er_is = {
            (v.jaar, v.periode) for v in self.gekozen if v.soort == Vermelding.Soort.REALISATIE and not v.voorlopig
        }
        verwacht = (v for v in self.vermeldingen if v.is_prognose and v.waarde is not None)
        return sorted((v for v in verwacht if (v.jaar, v.periode) not in er_is), key=lambda v: (v.jaar, v.periode))

    @property
    def nieuwste_bewoording(self) -> Bewoording | None:
        """How the newest document that has this indicator words it."""
        gedrukt = (vermelding for vermelding in self.vermeldingen if not _is_opgave(vermelding.bewoording.publicatie))
        bewoordingen = (vermelding.bewoording for vermelding in gedrukt)
        return max(bewoordingen, key=lambda bewoording: bewoording.publicatie.jaar, default=None)

    @property
    def tabel(self) -> Paginatabel:
        """Years as rows; a column of realisaties for each way of measuring, and one for each edition's begroting."""
        # a column of realisaties is named for the document that measures so, not for an opgave
        alle = sorted(
            self.vermeldingen,
            key=lambda v: (v.soort == Vermelding.Soort.BEGROTING, _is_opgave(v.editie), v.editie.op_volgorde),
        )
        kolommen: dict[str, Tabelkolom] = {}
        for vermelding in alle:
            if (sleutel := _kolom(vermelding)) not in kolommen:
                editie = str(vermelding.editie) if _van_begroting(vermelding) else ""
                kolommen[sleutel] = Tabelkolom(sleutel, self._kolomtitel(vermelding), editie=editie)
        per_plek: dict[Celplek, list[Vermelding]] = defaultdict(list)
        for vermelding in self.vermeldingen:
            per_plek[_plek(vermelding)].append(vermelding)
        per_jaar: dict[tuple[int, str], dict[str, Vermelding]] = defaultdict(dict)
        for vermelding in [*(v for v in alle if v.waarde is None or not _telt_mee(v)), *self.gekozen]:
            per_jaar[vermelding.jaar, vermelding.periode][_kolom(vermelding)] = vermelding
        rijen = [
            Tabelrij(
                f"{jaar}, {Vermelding.Periode(periode).label}" if periode else jaar,
                {kolom: _met_andere(v, per_plek[_plek(v)]) for kolom, v in cellen.items()},
            )
            for (jaar, periode), cellen in sorted(per_jaar.items())
        ]
        titel = f"{self.indicator.naam} per jaar"
        return Paginatabel(f"tabel-{self.indicator.slug}", titel, "Jaar", list(kolommen.values()), rijen)

    @property
    def matrix(self) -> Paginatabel | None:
        """Years as rows, documents as columns: what each printed for that year, and how a goal moved."""
        begrotingen = Publicatie.Soort.PROGRAMMABEGROTING
        gedrukt = [v for v in self.vermeldingen if v.bewoording.publicatie.soort == begrotingen]
        publicaties = sorted({v.bewoording.publicatie for v in gedrukt}, key=lambda p: p.jaar)
        if len(publicaties) < 2:
            return None
        per_jaar: dict[int, list[Vermelding]] = defaultdict(list)
        for vermelding in gedrukt:
            if vermelding.waarde is not None:
                per_jaar[vermelding.jaar].append(vermelding)
        rijen = [Tabelrij(jaar, _matrixrij(cellen, self.breuken)) for jaar, cellen in sorted(per_jaar.items())]
        kolommen = [Tabelkolom(p.slug, str(p), editie=p.als_editie) for p in publicaties]
        titel = f"{self.indicator.naam}: wat elke begroting over een jaar zegt"
        return Paginatabel(f"matrix-{self.indicator.slug}", titel, "Jaar", kolommen, rijen)

    def _kolomtitel(self, vermelding: Vermelding) -> str:
        if vermelding.is_verwachting:
            return f"Verwachting {vermelding.editie}"
        if vermelding.is_prognose:
            return "Prognose van de gemeente"
        if not _telt_mee(vermelding):
            return f"Doel volgens {vermelding.editie}"
        if vermelding.soort == Vermelding.Soort.BEGROTING:
            soort, anders = vermelding.bewoording.soort_begroting, vermelding.bewoording.begroting_vanaf
            vanaf = f", vanaf {anders} anders gemeten" if anders else ""
            overgenomen = ", overgenomen" if vermelding.is_overgenomen else ""
            if overgenomen and not self._is_zo_gemeten(vermelding):
                overgenomen += ", anders gemeten"
            return f"Begroting {vermelding.editie} ({soort}{vanaf}{overgenomen})"
        definities = {v.bewoording.definitie_id for v in self.vermeldingen}
        return f"Realisatie (meting {vermelding.editie})" if len(definities) > 1 else "Realisatie"

    def _is_zo_gemeten(self, doel: Vermelding) -> bool:
        """Whether some realisatie is of the same definitie, or there is none to lay it beside."""
        gemeten = {v.bewoording.definitie_id for v in self.vermeldingen if v.soort == Vermelding.Soort.REALISATIE}
        return not gemeten or doel.bewoording.definitie_id in gemeten


def _met_andere(gekozen: Vermelding, alle: Iterable[Vermelding]) -> Tabelcel:
    """With the results that other sources give of the same year: beside another goal nobody may miss them."""
    cel = toon_vermelding(gekozen)
    for ander in alle if _telt_mee(gekozen) else ():
        if ander.waarde not in (None, gekozen.waarde):
            cel = cel.met_noot(f"{ander.volgens}: {ander.gedrukt}")
    return cel


def _telt_mee(vermelding: Vermelding) -> bool:
    """Not the doel that a rapportage or jaarstukken prints, nor a prognose: no chart or verdict uses it."""
    return vermelding.soort == Vermelding.Soort.REALISATIE or _van_begroting(vermelding)


def _van_begroting(vermelding: Vermelding) -> bool:
    """What an edition expected."""
    is_begroting = vermelding.soort == Vermelding.Soort.BEGROTING
    return is_begroting and vermelding.editie.soort == Publicatie.Soort.PROGRAMMABEGROTING


def _is_opgave(publicatie: Publicatie) -> bool:
    return publicatie.soort == Publicatie.Soort.OPGAVE


def _matrixrij(cellen: list[Vermelding], breuken: Sequence[Breuk]) -> dict[str, Celinhoud]:
    """The cells of one year; a begroting is compared with that of the publicatie before."""
    rij: dict[str, list[Tabelcel]] = defaultdict(list)
    vorige: Vermelding | None = None
    for cel in sorted(cellen, key=lambda v: (v.bewoording.publicatie.jaar, v.soort)):
        soort = "gemeten" if cel.soort == Vermelding.Soort.REALISATIE else "verwachting" if cel.is_prognose else ""
        if cel.soort == Vermelding.Soort.BEGROTING:
            soort = _verschoven(vorige, cel, breuken) if vorige else ""
            if cel.editie != cel.bewoording.publicatie:
                soort = f"begroting {cel.editie}"
            vorige = cel
        getoond = toon_vermelding(cel)
        rij[cel.bewoording.publicatie.slug].append(getoond.met_noot(soort) if soort else getoond)
    return {plaats: _onder_elkaar(getoond) for plaats, getoond in rij.items()}


def _onder_elkaar(cellen: list[Tabelcel]) -> Celinhoud:
    eerste, *rest = cellen
    return Cijferzin((eerste, *(deel for cel in rest for deel in ("\n", cel)))) if rest else eerste


def _verschoven(eerder: Vermelding, later: Vermelding, breuken: Sequence[Breuk]) -> str:
    """ "+10, soepeler" against the earlier begroting of the same year; in words where they cannot be compared."""
    if anders := hoe_anders(eerder.bewoording.definitie_id, later.bewoording.definitie_id, breuken):
        return anders
    woord: str = verschuiving(eerder, later)
    if woord == Verschuiving.GELIJK or eerder.waarde is None or later.waarde is None:
        return woord
    soorten = {eerder.bewoording.soort_begroting, later.bewoording.soort_begroting}
    if any(breuk.jaar and eerder.editie.jaar < breuk.jaar <= later.jaar for breuk in breuken):
        woord = MISSCHIEN_ANDERS
    elif soorten != {STREEFWAARDE}:
        woord = opsomming(sorted(soorten - {STREEFWAARDE}))
    return ", ".join(filter(None, [verschil(later.waarde - eerder.waarde), woord]))


def _kolom(vermelding: Vermelding) -> str:
    if vermelding.soort == Vermelding.Soort.BEGROTING:
        anders = vermelding.bewoording.begroting_vanaf
        return f"begroting-{vermelding.editie.slug}{f'-vanaf-{anders}' if anders else ''}"
    if vermelding.is_verwachting:
        return f"verwachting-{vermelding.editie.slug}"
    return f"{vermelding.soort}-{vermelding.bewoording.definitie.slug}"


def _plek(vermelding: Vermelding) -> Celplek:
    return _kolom(vermelding), vermelding.jaar, vermelding.periode


def beelden(
    indicatoren: Iterable[Indicator],
    gekozen: Iterable[Vermelding],
    gedrukt: Iterable[Vermelding],
    breuken: Sequence[Breuk],
) -> list[Beeld]:
    """Share out what was asked once for many indicators."""
    van_gekozen, van_gedrukt = _per_indicator(gekozen), _per_indicator(gedrukt)
    return [
        Beeld(
            indicator,
            van_gedrukt[indicator.pk],
            van_gekozen[indicator.pk],
            [breuk for breuk in breuken if breuk.van.indicator_id == indicator.pk],
        )
        for indicator in indicatoren
    ]


def _per_indicator(vermeldingen: Iterable[Vermelding]) -> dict[int, list[Vermelding]]:
    gevonden: dict[int, list[Vermelding]] = defaultdict(list)
    for vermelding in vermeldingen:
        gevonden[vermelding.bewoording.definitie.indicator_id].append(vermelding)
    return gevonden


@per_versie
def gekozen_van(programma: Programma) -> Sequence[Vermelding]:
    """What the charts and verdicts of a programma use."""
    return tuple(Vermelding.objects.gekozen().in_programma(programma).met_bron())


@per_versie
def beelden_van(programma: Programma) -> Sequence[Beeld]:
    """Its indicators of which a begroting says something, each with what the charts use of it."""
    indicatoren = Indicator.objects.met_begroting().filter(doelstelling__programma=programma)
    return tuple(maak_beelden(indicatoren.select_related("doelstelling"), gekozen_van(programma)))


def alle_vermeldingen(vermeldingen: VermeldingQuerySet) -> tuple[VermeldingQuerySet, VermeldingQuerySet]:
    """What the charts use, and everything that is printed."""
    return vermeldingen.gekozen().met_bron(), vermeldingen.geldend().met_bron().nieuwste_bron_eerst()


def maak_beelden(
    indicatoren: Iterable[Indicator], gekozen: Iterable[Vermelding], gedrukt: Iterable[Vermelding] = ()
) -> list[Beeld]:
    indicatoren = list(indicatoren)
    breuken = (
        Breuk.objects.filter(van__indicator__in=indicatoren)
        .select_related("van", "naar", "aanhaling__publicatie")
        .order_by("pk")
    )
    return beelden(indicatoren, gekozen, gedrukt, list(breuken))
