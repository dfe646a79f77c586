"""One figure to enter, with all that must be seen beside it: earlier values, the goal, and what is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from indicators.models import Bewoording, Breuk, Definitie, Publicatie, Vermelding
from indicators.models.structuur import schrijf_waarde
from indicators.oordelen import Oordeel, oordeel
from ingest.models import Opgave, Termijn
from ingest.models.opgaven import OpgaveQuerySet, periode_in_woorden

# What asks for an explanation: more than half up or down, or for a share more than ten percentage points.
SPRONG, SPRONG_PROCENTPUNT = Decimal("0.5"), Decimal(10)
EERDER = 5  # earlier values that the form shows
SOORTEN: dict[str, str] = {
    Bewoording.SoortBegroting.RAMING: "Verwachting",
    Bewoording.SoortBegroting.AANNAME: "Aanname",
    Bewoording.SoortBegroting.KENGETAL: "Zonder doel, genoemd",
}


@dataclass(frozen=True)
class Meting:
    """A definitie in a reporting year, or in a half of it."""

    definitie: Definitie
    jaar: int
    periode: str = ""

    @property
    def sleutel(self) -> str:
        """What names this figure in a file, and in what order figures are locked: voortijdige-schoolverlaters/2025."""
        return "/".join(filter(None, [self.definitie.slug, str(self.jaar), self.periode]))

    @property
    def adres(self) -> str:
        """The address of its form."""
        return f"/werk/opgaven/{self.sleutel}/"

    @property
    def prognose_adres(self) -> str:
        """The address of the form for what is expected of it."""
        return f"/werk/prognoses/{self.sleutel}/"

    def is_voorbij(self, vandaag: date) -> bool:
        """Whether the period has ended; until then a figure of a whole period can only be provisional."""
        if self.periode == Vermelding.Periode.EERSTE_HALFJAAR:
            einde = date(self.jaar, 6, 30)
        elif self.periode or self.definitie.meetperiode == Definitie.Meetperiode.KALENDERJAAR:
            einde = date(self.jaar, 12, 31)
        else:
            einde = date(self.jaar, 1, 1)  # of a day, a survey or a school year nobody knows the end
        return einde < vandaag

    @property
    def over(self) -> str:
        return periode_in_woorden(self.definitie, self.jaar, self.periode)

    @cached_property
    def breuken(self) -> list[Breuk]:
        return list(Breuk.objects.filter(van=self.definitie, naar=self.definitie))

    @cached_property
    def gekozen(self) -> list[Vermelding]:
        """Every realisatie that the charts use, of this definitie and kind of period."""
        gekozen = Vermelding.objects.gekozen().filter(bewoording__definitie=self.definitie, periode=self.periode)
        return [v for v in gekozen.met_bron() if v.soort == Vermelding.Soort.REALISATIE]

    @property
    def eerder(self) -> list[Vermelding]:
        """The last values before this one, oldest first."""
        return sorted((v for v in self.gekozen if v.jaar < self.jaar), key=lambda v: v.jaar)[-EERDER:]

    @cached_property
    def gepubliceerd(self) -> list[Vermelding]:
        """What each source says of this very figure now, newest source first."""
        zelfde = {"bewoording__definitie": self.definitie, "jaar": self.jaar, "periode": self.periode}
        eigen = Vermelding.objects.geldend().filter(soort=Vermelding.Soort.REALISATIE, **zelfde)
        return list(eigen.exclude(leeg=Vermelding.Leeg.STREEPJE).met_bron().order_by("-pk"))

    @property
    def gekozen_nu(self) -> Vermelding | None:
        """What the charts use for this very figure now."""
        return next((v for v in self.gekozen if v.jaar == self.jaar), None)

    @cached_property
    def opgave(self) -> Opgave | None:
        """The one on its way, if there is one."""
        return self.opgaven.open().first()

    @cached_property
    def vorige_opgave(self) -> Opgave | None:
        """The published one that a new opgave corrects."""
        return self.opgaven.filter(staat=Opgave.Staat.GEPUBLICEERD).order_by("-pk").first()

    @property
    def is_verbetering(self) -> bool:
        """Whether an opgave on its way, or a new one, corrects what an earlier one put on the site."""
        return self.vorige_opgave is not None

    @property
    def stand(self) -> str:
        """Changes whenever somebody saves or publishes this figure; a form names the one that it showed."""
        open_, vorige = self.opgave, self.vorige_opgave
        return f"{open_.pk}.{open_.versie}" if open_ else f"na {vorige.pk if vorige else 'niets'}"

    def stand_nu(self) -> str:
        """The same, asked again."""
        return Meting(self.definitie, self.jaar, self.periode).stand

    @property
    def opgaven(self) -> OpgaveQuerySet:
        zelfde = {"definitie": self.definitie, "jaar": self.jaar, "periode": self.periode}
        return Opgave.objects.filter(**zelfde).met_definitie()

    def opgaven_van_eerder(self) -> OpgaveQuerySet:
        """What was entered and published of earlier years, the last first."""
        zelfde = {"definitie": self.definitie, "periode": self.periode, "jaar__lt": self.jaar}
        return Opgave.objects.filter(staat=Opgave.Staat.GEPUBLICEERD, **zelfde).order_by("-jaar", "-pk")

    @cached_property
    def termijn(self) -> Termijn | None:
        return Termijn.objects.filter(indicator=self.definitie.indicator_id, jaar=self.jaar).first()

    @cached_property
    def editie(self) -> Publicatie | None:
        """The begroting of its programma that judges this year, if it is on the site."""
        edities = Publicatie.objects.geladen().edities().filter(jaar=self.jaar)
        doelstelling = self.definitie.indicator.doelstelling
        return (edities.over(doelstelling.programma) if doelstelling else edities).first()

    @cached_property
    def doel(self) -> Vermelding | None:
        """What that begroting named for its own year, measured in the same way; else what was taken over from it."""
        eigen = Vermelding.objects.geldend().filter(
            bewoording__definitie=self.definitie,
            soort=Vermelding.Soort.BEGROTING,
            editie__jaar=self.jaar,
            jaar=self.jaar,
            waarde__isnull=False,
        )
        if self.editie is None:
            return eigen.filter(bewoording__publicatie__soort=Publicatie.Soort.OPGAVE).met_bron().first()
        return eigen.filter(editie=self.editie).met_bron().first()

    @property
    def doel_in_woorden(self) -> str:
        if self.editie is None and self.doel is None:
            return f"De begroting van {self.jaar} staat niet op deze site. Daarom ziet u hier geen doel."
        if self.doel is None:
            return f"De begroting van {self.jaar} noemt hiervoor geen doel."
        soort = SOORTEN.get(self.doel.bewoording.soort_begroting, "Doel")
        waar = f", {self.doel.volgens}" if self.doel.is_overgenomen else f" in {self.doel.editie}"
        return f"{soort} voor {self.jaar}{waar}: {self.doel.gedrukt}."

    def uitkomst(self, waarde: Decimal) -> Oordeel:
        """The verdict that this value would get."""
        gemeten = Vermelding(
            bewoording=Bewoording(definitie=self.definitie),
            soort=Vermelding.Soort.REALISATIE,
            jaar=self.jaar,
            waarde=waarde,
        )
        geladen = [self.jaar] if self.editie else []
        return oordeel(gemeten, [self.doel] if self.doel else [], geladen, self.jaar, self.breuken)

    def opvallend(self, waarde: Decimal) -> Iterator[str]:
        """What is remarkable about this value, a sentence each."""
        yield from self.te_verklaren(waarde)
        yield from self._anders_dan_op_de_site(waarde, zelf_opgegeven=True)

    def te_verklaren(self, waarde: Decimal) -> Iterator[str]:
        """Of that what the toelichting must explain; why an earlier opgave was other than this one, its reden says."""
        getypt = schrijf_waarde(waarde, self.definitie)
        if self.uitkomst(waarde) is Oordeel.NIET_GEHAALD and self.doel:
            yield f"Het doel is niet gehaald: {getypt}. Het doel was {self.doel.gedrukt}."
        yield from self._anders_dan_op_de_site(waarde, zelf_opgegeven=False)
        vorige = self.eerder[-1] if self.eerder else None
        if vorige and vorige.waarde is not None and self._sprong(vorige, waarde):
            yield f"Dit is een sprong: {vorige.gedrukt} in {vorige.jaar}, nu {getypt}."

    def _anders_dan_op_de_site(self, waarde: Decimal, *, zelf_opgegeven: bool) -> Iterator[str]:
        vorige = self.vorige_opgave
        eigen = vorige.lezing.publicatie_id if vorige and vorige.lezing else None
        for vermelding in self.gepubliceerd:
            publicatie = vermelding.bewoording.publicatie
            is_eigen = publicatie.pk == eigen
            if vermelding.waarde not in (None, waarde) and is_eigen is zelf_opgegeven:
                yield (
                    f"Op de site staat een ander cijfer: {vermelding.gedrukt} "
                    f"({publicatie}, regel {vermelding.passage.regel}). "
                    "Na goedkeuring tonen de grafieken uw cijfer, en staan beide op de site."
                )

    def _sprong(self, vorige: Vermelding, waarde: Decimal) -> bool:
        if any(breuk.jaar and vorige.jaar < breuk.jaar <= self.jaar for breuk in self.breuken):
            return False
        was = vorige.waarde or Decimal(0)
        if self.definitie.eenheid == "%" and abs(waarde - was) > SPRONG_PROCENTPUNT:
            return True
        return abs(waarde - was) > abs(was) * SPRONG


def is_te_verwachten(jaar: int, realisatie: Vermelding | None, vandaag: date) -> bool:
    """Whether a prognose says something: of this year or the last, as long as there is no final realisatie."""
    return jaar >= vandaag.year - 1 and (realisatie is None or realisatie.voorlopig)


def is_te_meten(definitie: Definitie, jaar: int, periode: str, vandaag: date) -> bool:
    """Whether this can be measured: no year to come, and halves only where halves are measured."""
    per_half_jaar = definitie.meetperiode == Definitie.Meetperiode.HALFJAAR
    return 1990 <= jaar <= vandaag.year and (
        periode in Vermelding.Periode.halfjaren() if per_half_jaar else not periode
    )
