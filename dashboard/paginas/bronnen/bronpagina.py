"""The pages of a publicatie: its lines, and one of them among its neighbours with its figures to quote."""

import re
from dataclasses import dataclass
from functools import cached_property

from dashboard.paginas.bronnen.citaat import Citaat, citeer_bedrag, citeer_referentie, citeer_vermelding
from dashboard.paginas.bronnen.documentvorm import Documentdeel, Documentregel, als_document
from dashboard.paginas.geld.bedragen import tabel_van_editie
from dashboard.paginas.geld.geweigerd import geweigerde_cellen
from dashboard.weergave.tabellen import Paginatabel
from indicators.gemeente import gemeente_nu
from indicators.models import (
    Bedrag,
    Bevinding,
    Geldtabel,
    Intrekking,
    Lezing,
    Passage,
    Publicatie,
    Referentiecijfer,
    Tekst,
    Vermelding,
)

BUREN = 6
HOOGSTE_TABEL = 80
"""So many lines above a row its header is looked for."""


def _noemt(passage: Passage, jaren: set[str]) -> bool:
    """Whether a printed line that is no sentence names more than one year, and all of these."""
    genoemd = set(re.findall(r"\b20\d\d\b", passage.tekst))
    is_zin = passage.samengevat or passage.tekst.rstrip()[-1:] in ".:;,?!"
    return not is_zin and len(genoemd) > 1 and jaren <= genoemd


@dataclass(frozen=True)
class Lezingpagina:
    """What both pages tell of the publicatie."""

    lezing: Lezing

    @property
    def publicatie(self) -> Publicatie:
        return self.lezing.publicatie

    @property
    def is_opgave(self) -> bool:
        return self.publicatie.soort == Publicatie.Soort.OPGAVE

    @cached_property
    def opvolger(self) -> Lezing | None:
        """What took the place of an opgave that was corrected."""
        vervallen = Vermelding.objects.filter(passage__lezing=self.lezing, vervallen_in__isnull=False)
        vervallen = vervallen.exclude(vervallen_in=self.lezing)  # what is withdrawn has no successor
        eerste = vervallen.select_related("vervallen_in__publicatie").defer("vervallen_in__uitvoer").first()
        return eerste.vervallen_in if eerste else None

    @cached_property
    def op_de_site(self) -> bool:
        """Whether the publicatie is on the site now, by this lezing or by another one."""
        return self.publicatie.lezingen.filter(staat=Lezing.Staat.GEPUBLICEERD).exists()

    @cached_property
    def uittreksel(self) -> Bevinding | None:
        """What of the document is not here, where that is only a part of it."""
        return self.lezing.bevindingen.filter(soort=Bevinding.UITTREKSEL).first()

    @property
    def intrekking(self) -> Intrekking | None:
        """Why it is not on the site any more, if it was withdrawn and did not come back."""
        return None if self.op_de_site else getattr(self.lezing, "intrekking", None)


@dataclass(frozen=True)
class Bronpagina(Lezingpagina):
    """The lines of a publicatie, each with its anchor."""

    @cached_property
    def passages(self) -> list[Passage]:
        return list(Passage.objects.filter(lezing=self.lezing))

    @cached_property
    def delen(self) -> list[Documentdeel]:
        """The same below their headings."""
        return als_document(self.lezing, self.passages)

    @property
    def samengevat(self) -> bool:
        """Whether some of it is not as printed."""
        return any(passage.samengevat for passage in self.passages)

    @cached_property
    def taakstellingen(self) -> Paginatabel | None:
        """The maatregelen of a kadernota, in the one place where they are shown as a table."""
        maatregelen = Bedrag.objects.geldend().uit(Geldtabel.MAATREGELEN)
        bedragen = maatregelen.filter(benaming__publicatie=self.publicatie).met_bron()
        titel = "Taakstellingen: wat de gemeente wilde besparen, niet wat bespaard is"
        return tabel_van_editie("taakstellingen", titel, bedragen) if bedragen else None

    @cached_property
    def overzicht(self) -> Paginatabel | None:
        """What its other tables of money say, in the one place where that is shown as a table."""
        regels = Bedrag.objects.geldend().uit(Geldtabel.OVERZICHT)
        bedragen = regels.filter(benaming__publicatie=self.publicatie).met_bron()
        titel = "Andere bedragen in dit document"
        if not bedragen:
            return None
        return tabel_van_editie("overzicht", titel, bedragen, geweigerd=geweigerde_cellen(self.lezing))

    @cached_property
    def voorgenomen(self) -> list[Tekst]:
        """The indicators that it only announces."""
        return list(self.lezing.teksten.filter(soort=Tekst.Soort.VOORGENOMEN).met_bron())

    @cached_property
    def niet_overgenomen(self) -> list[Bevinding]:
        """What it prints, and the figures of the site do not have."""
        return list(self.lezing.bevindingen.filter(ernst=Bevinding.Ernst.FOUT).met_bladzijde())


@dataclass(frozen=True)
class Regelpagina(Lezingpagina):
    """One line among its neighbours, and each figure on it as a sentence to quote; `adres` is that of this page."""

    regel: int
    adres: str

    @cached_property
    def passages(self) -> list[Passage]:
        return list(self.lezing.passages.filter(regel__range=(self.regel - BUREN, self.regel + BUREN)))

    @cached_property
    def passage(self) -> Passage | None:
        """The line itself; a blank one is not kept."""
        return next((passage for passage in self.passages if passage.regel == self.regel), None)

    @property
    def regels(self) -> list[Documentregel]:
        """The same as the page shows them."""
        return [Documentregel(passage) for passage in self.passages]

    @cached_property
    def tabelkop(self) -> Passage | None:
        """The line above, out of sight, that names the years of the figures on this line: the header of their table."""
        jaren = {str(citaat.jaar) for citaat in self.citaten}
        if not jaren or any(_noemt(passage, jaren) for passage in self.passages if passage.regel < self.regel):
            return None
        erboven = self.lezing.passages.filter(regel__lt=self.regel - BUREN).order_by("-regel")
        return next((passage for passage in erboven[:HOOGSTE_TABEL] if _noemt(passage, jaren)), None)

    @property
    def is_vorige_druk(self) -> bool:
        """Whether the lines of the document are other lines now."""
        return self.lezing.druk != self.publicatie.druk

    @cached_property
    def nu(self) -> Passage | None:
        """Where the same words stand in the newest druk, if they are on one line there."""
        if self.passage is None or not self.is_vorige_druk:
            return None
        zelfde = Passage.objects.filter(
            lezing__publicatie=self.publicatie, lezing__staat=Lezing.Staat.GEPUBLICEERD, tekst=self.passage.tekst
        )
        gevonden = list(zelfde[:2])
        return gevonden[0] if len(gevonden) == 1 else None

    @property
    def is_gedrukt(self) -> bool:
        """Whether the line stands here as it is printed."""
        return self.passage is not None and not self.passage.samengevat

    @cached_property
    def overgetypt(self) -> dict[str, int] | None:
        """From which line to which a person typed over what stands here; None where nobody did."""
        getypt = Lezing.objects.filter(pk=self.lezing.pk).values_list("uitvoer__overgetypt", flat=True).get()
        return next((stuk for stuk in getypt or [] if stuk["van"] <= self.regel <= stuk["tot"]), None)

    @cached_property
    def citaten(self) -> list[Citaat]:
        """By the year that each figure is about."""
        # a figure that a later lezing tells alike keeps its row, and the passage of the lezing before
        hier = {"passage__lezing__publicatie": self.publicatie, "passage__regel": self.regel}
        if self.is_vorige_druk:
            return []
        if self.publicatie.is_referentie:
            anderen = (
                Referentiecijfer.objects.geldend().filter(**hier).met_bron().select_related("definitie__indicator")
            )
            return [citeer_referentie(cijfer, gemeente_nu().naam, self.adres) for cijfer in anderen]
        vermeldingen = Vermelding.objects.geldend().filter(**hier).met_bron().select_related("bewoording__onder")
        bedragen = Bedrag.objects.geldend().filter(**hier).met_bron()
        citaten = [
            *(citeer_vermelding(vermelding, gemeente_nu().naam, self.adres) for vermelding in vermeldingen),
            *(citeer_bedrag(bedrag, gemeente_nu().naam, self.adres) for bedrag in bedragen),
        ]
        return sorted(citaten, key=lambda citaat: citaat.jaar)
