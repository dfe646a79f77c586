"""Does it add up? Every sum in sentences with positive euros, each printed amount linked to its line."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.aansluiting.gaten import gaten_van
from dashboard.weergave.cellen import Tabelcel
from dashboard.weergave.opmaak import bedrag_met_bron, geen_uitleg
from indicators.aansluiting import Gat, GedruktBedrag, Som, niet_gelezen, sommen
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Geldkant, Geldtabel, Postrol, Publicatie

TELWOORDEN = ("Nul", "Eén", "Twee", "Drie", "Vier", "Vijf", "Zes", "Zeven", "Acht", "Negen", "Tien", "Elf", "Twaalf")
DOELSTELLINGEN = "doelstellingen samen"
NAMEN = {
    "Lasten en baten": "Lasten min baten",
    "Totaal lasten en baten": "Totale lasten min totale baten",
    "Posten": "Alle posten samen",
    "Regels van nieuw-beleid": "Alle regels van nieuw beleid samen",
    "Regels van bezuinigingen": "Alle regels van bezuinigingen samen",
}
PROGRAMMA: dict[str, str] = {
    Postrol.VOOR_RESERVES: "Programma voor reserves",
    Postrol.NA_RESERVES: "Programma na reserves",
}


class Uitkomst(StrEnum):
    VERSCHIL = "verschil"
    ONBEKEND = "niet na te rekenen"
    AFRONDING = "afronding"
    KLOPT = "klopt"


SLOTZINNEN = {Uitkomst.AFRONDING: "Klein verschil door afronden.", Uitkomst.KLOPT: "Klopt precies."}


@dataclass(frozen=True)
class Optelling:
    """The parts of one year in one publicatie, beside each printed total that they can be compared with.

    The programme of PB 2026 has a total before and one after reserves, and the document does not say which of them
    its doelstellingen come to: when one of the two fits, the sum fits; when neither does, both are shown.
    """

    editie: Publicatie
    sommen: tuple[Som, ...]
    bedragen: Mapping[GedruktBedrag, Bedrag]
    nagelezen: bool = False
    """Whether a person read the document for what it does not explain."""

    @cached_property
    def uitkomst(self) -> Uitkomst:
        return uitkomst(self.sommen)

    @property
    def grootste_verschil(self) -> Decimal:
        return max(abs(som.verschil) for som in self.sommen)

    @property
    def jaar(self) -> int:
        return self.sommen[0].jaar

    @property
    def stand(self) -> str:
        return self.bedragen[self.sommen[0].gedrukt].stand

    @cached_property
    def naam(self) -> str:
        som = self.sommen[0]
        aantal = len(som.delen)
        if som.delen_naam.endswith(DOELSTELLINGEN):
            return f"{TELWOORDEN[aantal] if aantal < len(TELWOORDEN) else aantal} {DOELSTELLINGEN}"
        if som.delen_naam == "Uitsplitsing":
            return f"Uitsplitsing van {som.totaal_naam.lower()}"
        begin = next((begin for begin in NAMEN if som.delen_naam.startswith(begin)), None)
        naam = som.delen_naam.replace(begin, NAMEN[begin]) if begin else f"{som.delen_naam} samen"
        van_uitsplitsing = som.gedrukt.tabel == Geldtabel.UITSPLITSING
        return f"{naam} bij doelstelling {som.gedrukt.doelstelling}" if van_uitsplitsing else naam

    @property
    def bedrag(self) -> str:
        """What the parts come to."""
        return schrijf_euro(self.sommen[0].som)

    @property
    def naam_totaal(self) -> str:
        """What the printed total that the parts come to is called."""
        return self._naam_totaal(self._passend[0])

    @property
    def gedrukt(self) -> Tabelcel:
        """The printed total that the parts come to."""
        return self._bedrag(self._passend[0].gedrukt)

    @property
    def kant_op(self) -> str:
        """Of mutaties which way: without a minus sign it is the same to the reserves and from them."""
        totaal = self._passend[0]
        if totaal.gedrukt.rol != Postrol.MUTATIES or not totaal.totaal:
            return ""
        return " naar de reserves" if totaal.totaal < 0 else " uit de reserves"

    @property
    def zin(self) -> SafeString:
        """ "Zes doelstellingen samen: € 63.555.000. Programma na reserves: € 63.257.000. Verschil: € 298.000." """
        if self.uitkomst is Uitkomst.ONBEKEND:
            niet = niet_gelezen([gat for som in self.sommen for gat in som.gaten])
            return format_html("Niet na te rekenen: {} ({}). Niet gelezen is {}.", self.naam, self.jaar, niet)
        som = self.sommen[0]
        totalen = format_html_join(
            " ",
            "{}: {}. Verschil: {}.",
            ((self._naam_totaal(som), self._met_richting(som), schrijf_euro(som.verschil)) for som in self._passend),
        )
        waarschuwing = "Telt niet op. " if self.uitkomst is Uitkomst.VERSCHIL else ""
        eigen = self._bedrag(som.delen[0]) if len(som.delen) == 1 else self.bedrag
        met_richting = format_html("{}{}", eigen, self._richting(som.som))
        slot = SLOTZINNEN.get(self.uitkomst) or geen_uitleg(self.nagelezen)
        return format_html("{}{}: {}. {} {}", waarschuwing, self.naam, met_richting, totalen, slot)

    @cached_property
    def delen(self) -> list[SafeString]:
        """Each part with its amount; one that goes the other way is taken off."""
        som = self.sommen[0]
        return [
            format_html("{}{}: {}", "min " if deel.bedrag * som.som < 0 else "", _naam_deel(deel), self._bedrag(deel))
            for deel in som.delen
        ]

    @cached_property
    def _passend(self) -> list[Som]:
        """The totals to compare with, after reserves first: those that fit, else all."""
        passend = [som for som in self.sommen if not som.verschil]
        passend = passend or [som for som in self.sommen if som.door_afronding]
        return passend or list(reversed(self.sommen))

    def _naam_totaal(self, som: Som) -> str:
        if not self.naam.endswith(DOELSTELLINGEN):
            return som.totaal_naam
        return PROGRAMMA.get(som.gedrukt.rol) or f"Programma ({som.totaal_naam})"

    def _met_richting(self, som: Som) -> SafeString:
        return format_html("{}{}", self._bedrag(som.gedrukt), self._richting(som.totaal))

    def _richting(self, bedrag: Decimal) -> str:
        """Without minus signs, costs and income must be told apart where a sum and its total are not both one."""
        if all(som.som * som.totaal >= 0 for som in self.sommen):
            return ""
        return " kosten" if bedrag < 0 else " opbrengst"

    def _bedrag(self, rij: GedruktBedrag) -> Tabelcel:
        return bedrag_met_bron(schrijf_euro(rij.bedrag), self.bedragen[rij])


def _naam_deel(deel: GedruktBedrag) -> str:
    if deel.tabel == Geldtabel.DOELSTELLING:
        return f"{deel.doelstelling} {deel.post}"
    if deel.tabel == Geldtabel.UITSPLITSING and deel.kant != Geldkant.SALDO:
        return f"{deel.post} ({deel.kant})"
    return deel.post


def optellingen(bedragen: Iterable[Bedrag], nagelezen: Container[int] = ()) -> list[Optelling]:
    """Every sum that each edition prints or implies, from its printed amounts.

    `nagelezen` has the keys of the editions that were read for what they do not explain.
    """
    per_publicatie: dict[Publicatie, dict[GedruktBedrag, Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.bedrag is not None:  # a blank cell is no part of a sum
            per_publicatie.setdefault(bedrag.benaming.publicatie, {})[_zonder_model(bedrag, bedrag.bedrag)] = bedrag
    gaten = gaten_van(*(publicatie.pk for publicatie in per_publicatie))
    return [
        Optelling(publicatie, groep, rijen, publicatie.pk in nagelezen)
        for publicatie, rijen in per_publicatie.items()
        for groep in groepen(rijen, gaten.get(publicatie.pk, ()))
    ]


def onbekende_uitkomst(bedragen: Iterable[Bedrag], jaar: int) -> set[Publicatie]:
    """The editions of which a doelstelling was not read, so that what they are together in a year is not known."""
    tabellen = (Geldtabel.DOELSTELLING, Geldtabel.PROGRAMMA)
    van_jaar = [b for b in bedragen if b.jaar == jaar and b.benaming.post.tabel in tabellen]
    onbekend = met_uitkomst(optellingen(van_jaar), Uitkomst.ONBEKEND)
    return {optelling.editie for optelling in onbekend if optelling.naam.endswith(DOELSTELLINGEN)}


def groepen(rijen: Iterable[GedruktBedrag], gaten: Iterable[Gat]) -> Iterator[tuple[Som, ...]]:
    """The sums of the same parts together: they may be compared with more than one printed total."""
    per_delen: dict[tuple[object, ...], list[Som]] = {}
    for som in sommen(rijen, gaten):
        per_delen.setdefault((som.delen, som.delen_naam), []).append(som)
    return map(tuple, per_delen.values())


def uitkomst(sommen: Sequence[Som]) -> Uitkomst:
    """That of the printed total that fits best."""
    if not all(som.verschil for som in sommen):
        return Uitkomst.KLOPT
    if any(som.door_afronding for som in sommen):
        return Uitkomst.AFRONDING
    return Uitkomst.ONBEKEND if any(som.gaten for som in sommen) else Uitkomst.VERSCHIL


def _zonder_model(bedrag: Bedrag, euro: Decimal) -> GedruktBedrag:
    post = bedrag.benaming.post
    return GedruktBedrag(
        tabel=post.tabel,
        doelstelling=post.doelstelling.code if post.doelstelling else "",
        post=bedrag.benaming.naam,
        rol=post.rol,
        kant=bedrag.kant,
        stand=bedrag.stand,
        jaar=bedrag.jaar,
        bedrag=euro,
        eenheid=bedrag.schaal,
        regel=bedrag.passage.regel,
    )


def met_uitkomst(optellingen: Iterable[Optelling], uitkomst: Uitkomst) -> list[Optelling]:
    """Those with this kind of outcome, the largest difference first."""
    gekozen = [optelling for optelling in optellingen if optelling.uitkomst is uitkomst]
    return sorted(gekozen, key=lambda optelling: -optelling.grootste_verschil)


@dataclass(frozen=True)
class Optelsoort:
    """The sums of one edition that compare the same with the same, each of another year."""

    editie: Publicatie
    titel: str
    jaren: Sequence[Optelling]


def per_soort(optellingen: Iterable[Optelling]) -> list[Optelsoort]:
    """By what is compared with what, each with its years."""
    gevonden: dict[tuple[Publicatie, str], list[Optelling]] = {}
    for optelling in optellingen:
        titel = f"{optelling.editie}. {optelling.naam} = {optelling.naam_totaal}"
        gevonden.setdefault((optelling.editie, titel), []).append(optelling)
    return [Optelsoort(editie, titel, jaren) for (editie, titel), jaren in gevonden.items()]
