"""What the page of the results says."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from dashboard.paginas.zoeken import onderwerpen
from dashboard.paginas.zoeken.onderwerpen import Onderwerp
from dashboard.weergave.opmaak import opsomming
from indicators.models import Duiding, Duidingsoort, Lezing, Publicatie, Zoekzin
from indicators.models.duiding import VAN_DE_GRIFFIER, met_aangehaald
from indicators.zoeken.beste import Treffersoort
from indicators.zoeken.markeren import markeer, zinnen_met
from indicators.zoeken.namen import Sleutels, genoemd
from indicators.zoeken.vinden import (
    Doorzocht,
    Treffers,
    doorzocht,
    zinnen_met_alles,
    zinnen_met_iets,
)
from indicators.zoeken.zoekvraag import Zoekvraag

PER_DOCUMENT = 5
IN_EEN_DOCUMENT = 200
"""So many sentences, rows and headings of each document, and of the one that a reader chose."""
MEESTE_GELEZEN = 12
WEINIG, GEHEEL = 15, 800
"""Of so few places each is shown whole, up to so many letters."""
VEEL, MINDER, FRAGMENT = 60, 3, 160
"""Of more places so many are shown of each document; and so much of each of them, where they are not few."""
OPEN, MINDER_OPEN = 6, 2
"""So many of a list stand open on a phone; of a word that is everywhere fewer."""
ALLEEN_SAMENGEVAT = "Daarvan is alleen de samenvatting doorzocht; in het document zelf kan het wel staan."


@dataclass(frozen=True)
class Vindplek:
    """A piece of text of a document with the words marked."""

    zoekzin: Zoekzin
    vraag: Zoekvraag
    letters: int
    """So much is shown of it."""
    over: Onderwerp | None = None
    """Of what the figures are that stand on it."""

    @property
    def is_kop(self) -> bool:
        soort: int = self.zoekzin.soort  # type: ignore[attr-defined]
        return soort == Treffersoort.KOP

    @property
    def tekst(self) -> SafeString:
        return gemarkeerd(zinnen_met(self.zoekzin.tekst, self.vraag, self.letters), self.vraag)

    @property
    def plek(self) -> str:
        """Its lines in words: "bladzijde 12, regel 340 tot en met 342"."""
        van, tot = self.zoekzin.van_regel, self.zoekzin.tot_regel
        pagina: int | None = self.zoekzin.pagina  # type: ignore[attr-defined]
        return f"{f'bladzijde {pagina}, ' if pagina else ''}regel {van}{f' tot en met {tot}' if tot > van else ''}"


@dataclass(frozen=True)
class Documenttreffers:
    """The best pieces of one document, and how many it has in all."""

    publicatie: Publicatie
    plekken: Sequence[Vindplek]
    aantal: int
    """In all of the document."""
    is_ondergrens: bool
    """There may be more."""

    @property
    def koppen(self) -> list[Vindplek]:
        return [plek for plek in self.plekken if plek.is_kop]

    @property
    def zinnen(self) -> list[Vindplek]:
        """The sentences and the rows."""
        return [plek for plek in self.plekken if not plek.is_kop]

    @property
    def meer(self) -> bool:
        return self.is_ondergrens or self.aantal > len(self.plekken)


@dataclass(frozen=True)
class Zoekpagina:
    """The results of one question; `lezing` is the document of which all sentences are asked."""

    vraag: Zoekvraag
    lezing: Lezing | None = None

    @cached_property
    def _met_alles(self) -> Treffers:
        return zinnen_met_alles(self.vraag, self._per_document, self.lezing)

    @cached_property
    def _treffers(self) -> Treffers:
        """The sentences with all the words, or else with any of them."""
        if self._met_alles.zinnen or len(self.vraag.woorden) == 1:
            return self._met_alles
        met_iets = zinnen_met_iets(self.vraag, self._per_document, self.lezing)
        return met_iets if met_iets.zinnen else self._met_alles

    @property
    def _per_document(self) -> int:
        return IN_EEN_DOCUMENT if self.lezing else PER_DOCUMENT

    @property
    def bij_elkaar(self) -> bool:
        return self._treffers is self._met_alles

    @property
    def _is_overal(self) -> bool:
        return sum(self._treffers.per_lezing.values()) > VEEL

    @property
    def open(self) -> int:
        """How many of each list stand open on a phone."""
        return MINDER_OPEN if self._is_overal else OPEN

    @cached_property
    def documenten(self) -> list[Documenttreffers]:
        zinnen, per_lezing = self._treffers.zinnen, self._treffers.per_lezing
        if self._is_overal and not self.lezing:
            zinnen = [zin for zin in zinnen if zin.plek <= MINDER]  # type: ignore[attr-defined]
        over = onderwerpen.van_regels(zinnen)
        letters = GEHEEL if sum(per_lezing.values()) <= WEINIG else FRAGMENT
        return [
            Documenttreffers(
                lezing.publicatie,
                [Vindplek(zin, self.vraag, letters, over.get(zin.pk)) for zin in hier],
                per_lezing[lezing.pk],
                per_lezing[lezing.pk] == self._treffers.geteld_tot,
            )
            for lezing, hier in groupby(zinnen, key=lambda zin: zin.lezing)
        ]

    @cached_property
    def _genoemd(self) -> Sleutels:
        return genoemd(self.vraag.naam)

    @cached_property
    def _duidingen(self) -> list[Duiding]:
        """What people wrote down with these words, and of the terms those that the question names."""
        begrippen = self.vraag.begrippen
        gezocht = {*self._genoemd[Duiding], *begrippen}
        gevonden = Duiding.objects.geldend().filter(pk__in=gezocht).select_related("indicator") if gezocht else []
        return [ding for ding in gevonden if ding.soort != Duidingsoort.BEGRIP or ding.pk in begrippen]

    @cached_property
    def _met_bronnen(self) -> list[Duiding]:
        """Those of them that are shown with where they were read: the terms, and what is not for the raad."""
        begrippen = [ding for ding in self._duidingen if ding.soort == Duidingsoort.BEGRIP]
        gelezen = [ding for ding in self._duidingen if ding.zin and ding.soort not in VAN_DE_GRIFFIER]
        getoond = [*begrippen, *gelezen[:MEESTE_GELEZEN]]
        prefetch_related_objects(getoond, met_aangehaald())
        return getoond

    @property
    def begrippen(self) -> list[Duiding]:
        """The words of the question that are explained."""
        return [ding for ding in self._met_bronnen if ding.soort == Duidingsoort.BEGRIP]

    @cached_property
    def gelezen(self) -> list[tuple[Duiding, SafeString]]:
        """What people wrote down of the documents; what is for the raad stands elsewhere."""
        gelezen = [ding for ding in self._met_bronnen if ding.soort != Duidingsoort.BEGRIP]
        return [(ding, gemarkeerd(ding.zin, self.vraag)) for ding in gelezen]

    @cached_property
    def onderwerpen(self) -> list[tuple[str, list[Onderwerp]]]:
        """The pages about it by their kind; those without any are left out."""
        soorten = [
            ("Indicatoren", onderwerpen.indicatoren),
            ("Doelstellingen", onderwerpen.doelstellingen),
            ("Geld", onderwerpen.posten),
        ]
        gevonden = [(naam, zoek(self._genoemd)) for naam, zoek in soorten]
        gevonden.append(("Naar de raad", onderwerpen.raadspunten(self._duidingen)))
        return [(naam, dingen) for naam, dingen in gevonden if dingen]

    @cached_property
    def _doorzocht(self) -> Sequence[Doorzocht]:
        return doorzocht(self._treffers.per_lezing)

    @property
    def ook(self) -> list[str]:
        """What was looked for besides what was typed."""
        return list(dict.fromkeys(ander for woord in self.vraag.woorden for ander in woord.ook))

    @property
    def niet_gevonden(self) -> list[str]:
        """In which documents the words are not, each kind as a sentence: of a summary nobody may say more."""
        zonder = [ding for ding in self._doorzocht if not ding.gevonden]
        geheel = [ding.publicatie for ding in zonder if ding.geheel]
        ingekort = [ding.publicatie for ding in zonder if not ding.geheel]
        if len(self.vraag.woorden) == 1:
            wat = "Dit woord is niet gevonden"
        else:
            wat = (
                "Deze woorden zijn niet bij elkaar gevonden" if self.bij_elkaar else "Geen van deze woorden is gevonden"
            )
        return [
            *([f"{wat} in de tekst van {opsomming(geheel)}."] if geheel else []),
            *([f"{wat} in {opsomming(ingekort)}. {ALLEEN_SAMENGEVAT}"] if ingekort else []),
        ]

    @property
    def ingekort(self) -> list[Publicatie]:
        """The documents that have the words, and of which only a summary was searched."""
        return [ding.publicatie for ding in self._doorzocht if ding.gevonden and not ding.geheel]

    @property
    def iets(self) -> bool:
        """Whether anything was found at all."""
        return bool(self.begrippen or self.onderwerpen or self.gelezen or self.documenten)

    @property
    def context(self) -> dict[str, Any]:
        return {"pagina": self, "q": self.vraag.tekst}


def gemarkeerd(tekst: str, vraag: Zoekvraag) -> SafeString:
    """With each word of the question as <mark>."""
    delen = (f"<mark>{escape(deel)}</mark>" if raak else escape(deel) for deel, raak in markeer(tekst, vraag))
    return mark_safe("".join(delen))  # noqa: S308  # each part was escaped
