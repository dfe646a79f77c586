"""What there is to enter: every figure of a year that somebody may enter, and how far each one is."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from indicators.models import Bewoording, Definitie, Doelstelling, Indicator, Vermelding
from ingest.accounts.eigenaren import Toedeling, toedelingen
from ingest.models import Account, Opgave, Prognose, Termijn
from ingest.opgaven.meting import Meting, is_te_verwachten

TE_DOEN, IN_DOCUMENT = "te doen", "in document"  # what a figure is without an opgave
VOORAF = timedelta(days=14)
"""So long before a last day a figure is asked."""
EERDER = 3  # earlier values beside each figure
KLAAR = (Opgave.Staat.INGEDIEND, Opgave.Staat.GECONTROLEERD, Opgave.Staat.GEPUBLICEERD)


@dataclass(frozen=True)
class Taak:
    """One figure to enter; `opgave` is the newest one about it, `genoemd` what a document says already.

    `toedeling` is whose it is.
    """

    definitie: Definitie
    jaar: int
    periode: str
    toedeling: Toedeling
    termijn: Termijn | None
    opgave: Opgave | None
    genoemd: Vermelding | None
    doel: Vermelding | None
    eerder: list[Vermelding]
    """the last values before it, oldest first"""
    prognoses: list[Prognose] = field(default_factory=list)
    """what is expected of it, and what waits to take the place of that"""

    @property
    def meting(self) -> Meting:
        return Meting(self.definitie, self.jaar, self.periode)

    @property
    def weer_gevraagd_op(self) -> date | None:
        """From when a figure is asked again that is on the site as not known yet, and that no document says by now."""
        op_de_site = self.opgave is not None and self.opgave.is_gepubliceerd and self.genoemd is None
        return self.opgave.bekend_vanaf if self.opgave and op_de_site else None

    @property
    def is_weer_te_doen(self) -> bool:
        return self.weer_gevraagd_op is not None and self.weer_gevraagd_op <= timezone.localdate()

    @property
    def uiterlijk(self) -> date | None:
        """The last day: that of the termijn, or as long after it is asked again as a termijn is asked before."""
        if self.weer_gevraagd_op:
            return self.weer_gevraagd_op + VOORAF
        return self.termijn.uiterlijk if self.termijn else None

    @property
    def mag_prognose(self) -> bool:
        return is_te_verwachten(self.jaar, self.genoemd, timezone.localdate())

    @property
    def stand(self) -> str:
        if self.is_weer_te_doen:
            return TE_DOEN
        if self.opgave:
            return self.opgave.staat
        return IN_DOCUMENT if self.genoemd else TE_DOEN

    @property
    def is_klaar(self) -> bool:
        if self.opgave is None:
            return self.genoemd is not None
        return self.opgave.staat in KLAAR and not self.is_weer_te_doen

    @property
    def is_te_laat(self) -> bool:
        return self.is_te_laat_op(timezone.localdate())

    def is_te_laat_op(self, dag: date) -> bool:
        return not self.is_klaar and self.uiterlijk is not None and self.uiterlijk < dag

    def wacht_op(self, dag: date) -> tuple[Account, ...]:
        """Who is asked for it on this day, as long as it is not done."""
        return self.toedeling.gevraagd(te_laat=self.is_te_laat_op(dag))

    def mail_aan(self, dag: date) -> tuple[Account, ...]:
        """Who is mailed about it on this day, as long as it is not done."""
        return self.toedeling.gemaild(te_laat=self.is_te_laat_op(dag))


@dataclass(frozen=True)
class Werklijstdeel:
    """The figures of one doelstelling, or those of none (references)."""

    doelstelling: Doelstelling | None
    taken: list[Taak]

    @property
    def klaar(self) -> int:
        return sum(taak.is_klaar for taak in self.taken)


@dataclass(frozen=True)
class Werklijst:
    """Some figures of a year, as a page shows them and counts them."""

    taken: list[Taak]

    @property
    def delen(self) -> list[Werklijstdeel]:
        delen: dict[Doelstelling | None, list[Taak]] = {}
        for taak in self.taken:
            delen.setdefault(taak.definitie.indicator.doelstelling, []).append(taak)
        return [Werklijstdeel(doelstelling, eigen) for doelstelling, eigen in delen.items()]

    @property
    def aantallen(self) -> list[tuple[str, int]]:
        """How many are in each stand, in the order of their way."""
        aantallen = Counter(taak.stand for taak in self.taken)
        return [(stand, aantallen[stand]) for stand in (TE_DOEN, *Opgave.Staat.values, IN_DOCUMENT) if aantallen[stand]]

    @property
    def klaar(self) -> int:
        return sum(taak.is_klaar for taak in self.taken)


def taken(definities: QuerySet[Definitie], jaar: int) -> list[Taak]:
    """The figures of a year, of each indicator that is measured now, has a termijn, or was entered for that year."""
    termijnen = {termijn.indicator_id: termijn for termijn in Termijn.objects.filter(jaar=jaar)}
    opgaven: dict[tuple[int, str], Opgave] = {}
    for opgave in Opgave.objects.filter(jaar=jaar).order_by("pk"):
        opgaven[opgave.definitie_id, opgave.periode] = opgave
    prognoses: dict[tuple[int, str], list[Prognose]] = defaultdict(list)
    for prognose in Prognose.objects.lopend().filter(jaar=jaar).met_definitie():
        prognoses[prognose.definitie_id, prognose.periode].append(prognose)
    nu = set(Bewoording.objects.van_nu().values_list("definitie_id", flat=True))
    buiten_documenten = set(Indicator.objects.buiten_documenten().values_list("pk", flat=True))
    alle = list(definities.order_by("indicator__doelstelling", "indicator__volgorde", "volgorde"))
    laatste = {definitie.indicator_id: definitie for definitie in alle}
    gevraagd = [
        definitie
        for definitie in alle
        if definitie.pk in nu
        or any(sleutel[0] == definitie.pk for sleutel in opgaven)
        or (
            laatste[definitie.indicator_id] == definitie
            and (definitie.indicator_id in termijnen or definitie.indicator_id in buiten_documenten)
        )
    ]
    bekend = _bekend(gevraagd)
    van = toedelingen(definitie.indicator for definitie in gevraagd)
    return [
        Taak(
            definitie,
            jaar,
            periode,
            van[definitie.indicator_id],
            termijnen.get(definitie.indicator_id),
            opgaven.get((definitie.pk, periode)),
            *bekend.bij(definitie, jaar, periode),
            prognoses[definitie.pk, periode],
        )
        for definitie in gevraagd
        for periode in _periodes(definitie)
    ]


@dataclass(frozen=True)
class _BekendeCijfers:
    vermeldingen: list[Vermelding]

    def bij(
        self, definitie: Definitie, jaar: int, periode: str
    ) -> tuple[Vermelding | None, Vermelding | None, list[Vermelding]]:
        """What a document says of this figure, the goal of the begroting of that year, and the values before."""
        eigen = [v for v in self.vermeldingen if v.bewoording.definitie_id == definitie.pk]
        gemeten = [v for v in eigen if v.soort == Vermelding.Soort.REALISATIE and v.periode == periode]
        genoemd = next((v for v in gemeten if v.jaar == jaar), None)
        doel = next(
            (v for v in eigen if v.soort == Vermelding.Soort.BEGROTING and v.jaar == v.editie.jaar == jaar), None
        )
        eerder = [v for v in gemeten if v.jaar < jaar]
        return genoemd, doel, sorted(eerder, key=lambda v: v.jaar)[-EERDER:]


def _bekend(definities: list[Definitie]) -> _BekendeCijfers:
    gekozen = Vermelding.objects.gekozen().filter(bewoording__definitie__in=definities)
    return _BekendeCijfers(list(gekozen.met_bron()))


def _periodes(definitie: Definitie) -> list[str]:
    per_half_jaar = definitie.meetperiode == Definitie.Meetperiode.HALFJAAR
    return Vermelding.Periode.halfjaren() if per_half_jaar else [""]


def gekozen_jaar(request: HttpRequest) -> int:
    """The year that the page is about: what is asked, else last year, over which realisaties are due now."""
    gevraagd = request.GET.get("jaar", "")
    vorig = timezone.localdate().year - 1
    return int(gevraagd) if gevraagd.isdecimal() and 1990 <= int(gevraagd) <= vorig + 1 else vorig
