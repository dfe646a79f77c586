"""A small world, made without the reader: one indicator with two definities, two editions, a post and a lezing each."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.models import (
    Bewoording,
    Definitie,
    DoelstellingBenaming,
    Indicator,
    Lezing,
    Passage,
    Post,
    Publicatie,
    Vermelding,
)


@dataclass
class Wereld:
    """Edition 1 is PB 2030, edition 2 is PB 2033; both measure as `oud`, and PB 2033 also as `nieuw`."""

    publicaties: list[Publicatie]
    lezingen: list[Lezing]
    passages: list[Passage]
    indicator: Indicator
    oud: Definitie
    nieuw: Definitie
    post: Post

    def publiceer(self, jaar: int, *definities: Definitie, soort: str = "programmabegroting", **velden: object) -> int:
        """Another publicatie, which measures in these ways; its number."""
        naam = f"PB {jaar}" if soort == "programmabegroting" else f"{soort} {jaar}"
        publicatie = Publicatie.objects.create(
            naam=naam, slug=naam.replace(" ", "-"), soort=soort, titel=naam, jaar=jaar, **velden
        )
        onder = DoelstellingBenaming.objects.create(
            doelstelling=self.indicator.doelstelling, publicatie=publicatie, code="9.1", naam="Droge voeten"
        )
        for definitie in definities:
            Bewoording.objects.create(
                definitie=definitie, publicatie=publicatie, onder=onder, naam="Plassen", soort_begroting="streefwaarde"
            )
        lezing = Lezing.objects.create(
            publicatie=publicatie,
            bestandsnaam=f"{publicatie.slug}.txt",
            checksum=publicatie.slug,
            lezer_versie="1",
            structuur_versie="1",
            uitvoer={},
            staat="gepubliceerd",
            weg="opdrachtregel",
        )
        self.publicaties.append(publicatie)
        self.lezingen.append(lezing)
        self.passages.append(Passage.objects.create(lezing=lezing, regel=10, tekst="Realisatie 1 2 3"))
        return len(self.publicaties)

    def vermeld(
        self,
        jaar: int,
        waarde: str | None,
        *,
        soort: str = "realisatie",
        editie: int = 1,
        gedrukt_in: int | None = None,
        definitie: Definitie | None = None,
        **velden: object,
    ) -> Vermelding:
        """What edition `gedrukt_in` (else the edition itself) says; None is a printed dash."""
        publicatie = self.publicaties[(gedrukt_in or editie) - 1]
        eigen = {"passage": self.passages[(gedrukt_in or editie) - 1], **velden}
        return Vermelding.objects.create(
            bewoording=Bewoording.objects.get(publicatie=publicatie, definitie=definitie or self.oud),
            soort=soort,
            editie=self.publicaties[editie - 1],
            jaar=jaar,
            waarde=None if waarde is None else Decimal(waarde),
            leeg="streepje" if waarde is None else "",
            gedrukt=waarde or "-",
            **eigen,
        )
