"""Two stored editions to compare: PB 2023 and PB 2026, filled by a test with what each of them names and prints."""

from dataclasses import dataclass

from indicators.models import (
    Bedrag,
    Bewoording,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.vergelijking import Vergelijking, vergelijk
from tests.gereedschap.wereld.rollen import rol_van
from tests.gereedschap.wereld.wereld import Wereld


@dataclass
class Twee:
    """PB 2023 and PB 2026, which measure nothing yet."""

    wereld: Wereld

    @property
    def programma(self) -> Programma:
        return self.wereld.post.programma

    def editie(self, jaar: int) -> Publicatie:
        return Publicatie.objects.get(naam=f"PB {jaar}")

    def nummer(self, jaar: int) -> int:
        return self.wereld.publicaties.index(self.editie(jaar)) + 1

    def vergelijk(self, van: int = 2023, naar: int = 2026) -> Vergelijking:
        return vergelijk(self.programma, self.editie(van), self.editie(naar))

    def doelstelling(self, code: str, volgorde: int, namen: dict[int, str], programma: Programma | None = None) -> None:
        """Named in each edition as "9.2 Dijken"."""
        doel = Doelstelling.objects.create(
            programma=programma or self.programma, code=code, naam=code, volgorde=volgorde
        )
        for jaar, naam in namen.items():
            nummer, eigen_naam = naam.split(" ", 1)
            DoelstellingBenaming.objects.create(
                doelstelling=doel, publicatie=self.editie(jaar), code=nummer, naam=eigen_naam
            )

    def indicator(self, slug: str, volgorde: int, namen: dict[int, str], onder: str = "9.1") -> Definitie:
        """One way of measuring, with its name in each edition that has it."""
        doel = Doelstelling.objects.get(code=onder)
        indicator = Indicator.objects.create(doelstelling=doel, slug=slug, naam=slug, volgorde=volgorde)
        definitie = Definitie.objects.create(
            indicator=indicator,
            slug=slug,
            omschrijving=slug,
            eenheid="aantal",
            decimalen=0,
            richting="hoger",
            meetperiode="kalenderjaar",
            volgorde=1,
        )
        for jaar, naam in namen.items():
            self.bewoording(definitie, jaar, naam)
        return definitie

    def bewoording(self, definitie: Definitie, jaar: int, naam: str) -> None:
        Bewoording.objects.create(
            definitie=definitie, publicatie=self.editie(jaar), naam=naam, soort_begroting="streefwaarde"
        )

    def vermeld(
        self, definitie: Definitie, door: int, jaar: int, waarde: str, bron: str = "", **velden: object
    ) -> Vermelding:
        nummer = self.nummer(door)
        return self.wereld.vermeld(
            jaar, waarde, definitie=definitie, editie=nummer, bron=bron, **{"soort": "begroting", **velden}
        )

    def bedrag(
        self,
        rij: str,
        door: int,
        duizenden: int,
        *,
        jaar: int = 2026,
        naam: str = "",
        onder: str = "",
        volgorde: int = 1,
    ) -> Bedrag:
        """The printed saldo of a row "tabel/slug"; of a doelstelling the slug is its code."""
        tabel, slug = rij.split("/")
        code = slug if tabel == "doelstelling" else onder
        doel = Doelstelling.objects.get(code=code) if code else None
        post, _ = Post.objects.get_or_create(
            programma=doel.programma if doel else self.programma,
            doelstelling=doel,
            tabel=tabel,
            slug=slug.replace(".", "-"),
            defaults={"naam": slug, "rol": rol_van(tabel, slug), "volgorde": volgorde},
        )
        benaming, _ = PostBenaming.objects.get_or_create(
            post=post, publicatie=self.editie(door), defaults={"naam": naam or slug}
        )
        return Bedrag.objects.create(
            benaming=benaming,
            passage=self.wereld.passages[self.nummer(door) - 1],
            kant="saldo",
            soort="begroting",
            stand="meerjarenraming",
            jaar=jaar,
            bedrag=duizenden * 1000,
            als_gedrukt=str(duizenden),
            schaal=1000,
            tekenconventie="lasten negatief, baten positief",
        )
