"""What the reader proposes of a lezing, as long as nobody took it over or left it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.text import slugify

from indicators.models import Aangehaald, Duiding, Duidingsoort, Indicator, Lezing, Terzijde, Vermelding
from ingest.aanhalen.afdrukken import Letters
from ingest.aanhalen.vindplaatsen import letters_van
from ingest.lezen.eerder import bladzijde_met
from ingest.lezer.regels import Regel, maak_regel
from ingest.lezer.soorten import Cijfersoort, Tekstsoort
from ingest.lezer.voorstellen.leesvoorstel import GedruktCijfer, Leesvoorstel, Stuk, Voorstelsoort
from ingest.lezer.voorstellen.voorstellen import stel_voor

INGEVULD = ("gedrukt", "wanneer", "uiterlijk", "nummer", "stand")


@dataclass(frozen=True)
class Aanbod:
    """A proposal in the margin: what it is called when it is left, and where it is taken over."""

    voorstel: Leesvoorstel
    sleutel: str
    adres: str

    @property
    def op_de_pagina(self) -> str:
        """Where it is in the text."""
        return f"?vanaf={bladzijde_met(self.voorstel.van)}#regel-{self.voorstel.van}"

    @property
    def wat(self) -> str:
        """A definitie that changes becomes a breuk, which is entered at the document's questions or in the beheer."""
        if self.voorstel.soort is Voorstelsoort.DEFINITIE:
            return "een definitie die verandert"
        return str(Duidingsoort(self.voorstel.soort).label)


@dataclass(frozen=True)
class Voorgesteld:
    """The proposals of one lezing."""

    lezing: Lezing

    @cached_property
    def open(self) -> list[Aanbod]:
        """Those that nobody took over or left, in the order of the lines. Of a summary of ours nothing is proposed."""
        weg = set(
            Terzijde.objects.filter(publicatie=self.lezing.publicatie, herroepen_op=None).values_list(
                "voorstel", flat=True
            )
        )
        gelezen = self.lezing.nagelezen.filter(ingetrokken_op=None).soorten()
        samengevat = set(self.lezing.passages.filter(samengevat=True).values_list("regel", flat=True))
        gevonden = stel_voor(self._regels, self._teksten, self._cijfers)
        return [
            Aanbod(voorstel, sleutel, self._adres(voorstel))
            for voorstel in gevonden
            if voorstel.van not in samengevat
            and voorstel.soort not in {soort.value for soort in gelezen}
            and (sleutel := self.sleutel(voorstel)) not in weg
            and not self._is_genomen(voorstel)
        ]

    def sleutel(self, voorstel: Leesvoorstel) -> str:
        """By its words, so that what was left in one lezing is left in the next."""
        gevonden = self._letters.print_van(voorstel.van, voorstel.tot)
        return f"{voorstel.soort}:{gevonden.geheel if gevonden else ''}"

    def _is_genomen(self, voorstel: Leesvoorstel) -> bool:
        return any(
            soort == voorstel.soort and van <= voorstel.tot and tot >= voorstel.van for soort, van, tot in self._genomen
        )

    def _adres(self, voorstel: Leesvoorstel) -> str:
        if voorstel.soort is Voorstelsoort.DEFINITIE:
            return ""
        velden = {naam: waarde for naam in INGEVULD if (waarde := getattr(voorstel, naam))}
        if voorstel.indicator in self._indicatoren:
            velden["indicator"] = self._indicatoren[voorstel.indicator]
        plek = {"van": voorstel.van, "tot": voorstel.tot}
        naar = reverse("lezen-schrijven", args=[self.lezing.publicatie.slug, slugify(voorstel.soort)])
        return f"{naar}?{urlencode({**plek, **velden})}"

    @cached_property
    def _letters(self) -> Letters:
        return letters_van(self.lezing)

    @cached_property
    def _genomen(self) -> list[tuple[str, int, int]]:
        levend = Duiding.objects.exclude(staat__in=[Duiding.Staat.INGETROKKEN, Duiding.Staat.VERVANGEN])
        hier = Aangehaald.objects.filter(duiding__in=levend, aanhaling__vindplaatsen__lezing=self.lezing)
        plek = "aanhaling__vindplaatsen__"
        return list(hier.values_list("duiding__soort", f"{plek}van_regel", f"{plek}tot_regel"))

    @cached_property
    def _regels(self) -> Sequence[Regel]:
        """With the blank lines, which keep sentences apart."""
        gedrukt = dict(self.lezing.passages.values_list("regel", "tekst"))
        return [maak_regel(nummer, gedrukt.get(nummer, "")) for nummer in range(1, max(gedrukt, default=0) + 1)]

    @cached_property
    def _namen(self) -> dict[int, str]:
        """What the document calls each definitie."""
        return dict(self.lezing.publicatie.bewoordingen.values_list("definitie", "naam"))

    @cached_property
    def _indicatoren(self) -> dict[str, int]:
        eigen = Indicator.objects.filter(definities__bewoordingen__publicatie=self.lezing.publicatie)
        return dict(eigen.values_list("definities__bewoordingen__naam", "pk"))

    @property
    def _teksten(self) -> list[Stuk]:
        return [
            Stuk(Tekstsoort(soort), kop, van, tot, self._namen.get(definitie, ""))
            for soort, kop, van, tot, definitie in self.lezing.teksten.values_list(
                "soort", "kop", "van_regel", "tot_regel", "definitie"
            )
        ]

    @property
    def _cijfers(self) -> list[GedruktCijfer]:
        gedrukt = Vermelding.objects.geldend().van(self.lezing.publicatie).filter(waarde__isnull=False)
        return [
            GedruktCijfer(naam, jaar, Cijfersoort(soort), waarde, tekst, regel)
            for naam, jaar, soort, waarde, tekst, regel in gedrukt.values_list(
                "bewoording__naam", "jaar", "soort", "waarde", "gedrukt", "passage__regel"
            )
            if waarde is not None
        ]


def laat_liggen(lezing: Lezing, sleutel: str, actor: UUID) -> None:
    """It need not be kept; it is not proposed again, in this lezing or another of the same document."""
    wat = {"publicatie": lezing.publicatie, "voorstel": sleutel, "herroepen_op": None}
    if not Terzijde.objects.filter(**wat).exists():
        Terzijde.objects.create(
            publicatie=lezing.publicatie, voorstel=sleutel, besluit=Terzijde.Besluit.NIET_BEWAREN, actor=actor
        )
