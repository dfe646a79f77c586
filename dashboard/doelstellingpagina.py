"""What each edition writes about a doelstelling, the editions beside each other, and the moties about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.raadpagina import Punt, punten
from indicators.models import Bedrag, Doelstelling, DoelstellingBenaming, Publicatie, Tekst


@dataclass(frozen=True)
class Kolom:
    """What one edition calls a doelstelling and writes about it."""

    editie: Publicatie
    namen: list[str]
    teksten: list[Tekst]
    speerpunten_programma: Tekst | None

    @property
    def speerpunten(self) -> dict[str, list[Tekst]]:
        """By the heading above them."""
        per_kop: dict[str, list[Tekst]] = {}
        for tekst in self.teksten:
            if tekst.soort == Tekst.Soort.SPEERPUNT:
                per_kop.setdefault(tekst.kop, []).append(tekst)
        return per_kop

    @property
    def over_het_geld(self) -> list[Tekst]:
        return [tekst for tekst in self.teksten if tekst.tabel]

    @property
    def overig(self) -> list[Tekst]:
        """What is written about the doelstelling itself."""
        return [tekst for tekst in self.teksten if tekst.soort != Tekst.Soort.SPEERPUNT and not tekst.tabel]

    @property
    def samengevat(self) -> bool:
        return any(tekst.samengevat for tekst in self.teksten)


def kolommen(
    doel: Doelstelling,
    edities: Iterable[Publicatie],
    benamingen: Iterable[DoelstellingBenaming],
    bedragen: Sequence[Bedrag],
    teksten: Sequence[Tekst],
) -> list[Kolom]:
    """A column for each edition on the site, the oldest first; its names in the text and in the table of money."""
    in_tekst = {benaming.publicatie_id: benaming.naam for benaming in benamingen}
    in_geld = {b.benaming.publicatie_id: b.benaming.naam for b in bedragen if b.benaming.post.tabel == "doelstelling"}
    gevonden = []
    for editie in edities:
        van_editie = [tekst for tekst in teksten if tekst.lezing.publicatie_id == editie.pk]
        namen = dict.fromkeys(filter(None, [in_tekst.get(editie.pk), in_geld.get(editie.pk)]))
        gevonden.append(
            Kolom(
                editie=editie,
                namen=list(namen),
                teksten=[tekst for tekst in van_editie if tekst.doelstelling_id == doel.pk],
                speerpunten_programma=next((tekst for tekst in van_editie if _van_programma(tekst)), None),
            )
        )
    return gevonden


def _van_programma(tekst: Tekst) -> bool:
    return tekst.soort == Tekst.Soort.SPEERPUNT and tekst.doelstelling_id is None


def moties(
    doel: Doelstelling, geladen: Mapping[str, Publicatie], teksten: Iterable[Tekst], vandaag: date
) -> list[Punt]:
    """The moties about this doelstelling, with what the documents say of them."""
    return [punt for punt in punten(geladen, teksten, vandaag) if doel.code in punt.toezegging.bij]
