"""What a draft tells differently from what is published of its publicatie."""

from decimal import Decimal
from typing import TypeVar

from indicators.models import Bedrag, Programma, Publicatie, Referentiecijfer, Vermelding
from ingest.lezer.concept import Concept, Referentie
from ingest.ontwerp.bedragen import euro
from ingest.structuur.sleutels import (
    betaalbaar,
    bruikbaar,
    geldsleutel_in_publicatie,
    plaats_van,
    sleutel_in_publicatie,
)

NUL = Decimal(0)
Vergelijksleutel = TypeVar("Vergelijksleutel")
Vergelijkcel = tuple[str, int, Decimal | None, str]
"""A cell in a comparison: as printed, its line, its value, and what it is."""


class Gepubliceerd:
    """What is published of a publicatie now, by the keys of a draft."""

    def __init__(self, publicatie: Publicatie) -> None:
        self.publicatie = publicatie
        vermeldingen = Vermelding.objects.geldend().van(publicatie).met_bron()
        self.cijfers = {
            (v.bewoording.definitie.slug, v.soort, v.editie.naam, v.jaar, v.periode): v for v in vermeldingen
        }
        bedragen = Bedrag.objects.geldend().filter(benaming__publicatie=publicatie).met_bron()
        self.bedragen = {(*plaats_van(b.benaming.post), b.kant, b.stand, b.jaar): b for b in bedragen}

    @property
    def programmas(self) -> set[str]:
        """The codes of the programmas of which figures are published."""
        definities = {v.bewoording.definitie_id for v in self.cijfers.values()}
        van_cijfers = Programma.objects.filter(doelstellingen__indicatoren__definities__in=definities)
        return {code for code, *_ in self.bedragen if code} | set(van_cijfers.values_list("code", flat=True))

    def verschillen(self, concept: Concept) -> list[tuple[int | None, str]]:
        """Each figure that the draft tells differently, has moved, leaves out or adds, as a sentence."""
        nieuw = {
            sleutel_in_publicatie(c): (c.gedrukt, c.regel, c.waarde, f"{c.naam} {c.jaar}")
            for c in bruikbaar(concept.cijfers)
        }
        nieuw_geld = {
            geldsleutel_in_publicatie(b, self.publicatie): (
                b.als_gedrukt,
                b.regel,
                b.bedrag,
                f"{b.post} ({b.kant}) {b.jaar}",
            )
            for b in betaalbaar(concept.bedragen)
        }
        oud = {
            sleutel: (v.gedrukt, v.passage.regel, v.waarde, f"{v.bewoording.naam} {v.jaar}")
            for sleutel, v in self.cijfers.items()
        }
        oud_geld = {
            sleutel: (b.als_gedrukt, b.passage.regel, b.bedrag, f"{b.benaming.naam} ({b.kant}) {b.jaar}")
            for sleutel, b in self.bedragen.items()
        }
        verschillen = [*_vergelijk(oud, nieuw), *_vergelijk(oud_geld, nieuw_geld), *self._andere_bronnen(concept)]
        return [*verschillen, *self._van_anderen(concept)]

    def _van_anderen(self, concept: Concept) -> list[tuple[int | None, str]]:
        """The same of the figures of others."""
        gepubliceerd = Referentiecijfer.objects.geldend().filter(publicatie=self.publicatie).select_related("passage")
        oud = {
            _wat(cijfer): (cijfer.gedrukt, cijfer.passage.regel, cijfer.waarde, _wat(cijfer)) for cijfer in gepubliceerd
        }
        nieuw = {_wat(rij): (rij.gedrukt, rij.regel, rij.waarde, _wat(rij)) for rij in concept.referenties}
        return _vergelijk(oud, nieuw)

    def _andere_bronnen(self, concept: Concept) -> list[tuple[int | None, str]]:
        """An indicator of which another measurer is named, once each."""
        gevonden: dict[str, tuple[int | None, str]] = {}
        for cijfer in bruikbaar(concept.cijfers):
            oud = self.cijfers.get(sleutel_in_publicatie(cijfer))
            if oud and oud.bron != cijfer.bron:
                tekst = f'{cijfer.naam}: gepubliceerd is de bron "{oud.bron}", dit bestand zegt "{cijfer.bron}".'
                gevonden.setdefault(cijfer.naam, (cijfer.regel, tekst))
        return list(gevonden.values())


def _wat(rij: Referentie | Referentiecijfer) -> str:
    return f"{rij.reeks}, {rij.gemeente} {rij.jaar}"


def _vergelijk(
    oud: dict[Vergelijksleutel, Vergelijkcel], nieuw: dict[Vergelijksleutel, Vergelijkcel]
) -> list[tuple[int | None, str]]:
    verschillen: list[tuple[int | None, str]] = []
    for sleutel, (gedrukt, regel, waarde, wat) in oud.items():
        nu = nieuw.get(sleutel)
        was = f'{wat}: gepubliceerd is "{gedrukt}" (regel {regel}), dit bestand'
        if nu is None:
            verschillen.append((None, f"{was} heeft het niet."))
        elif nu[:2] != (gedrukt, regel):
            verschillen.append((nu[1], f'{was} zegt "{nu[0]}" (regel {nu[1]}).'))
        elif nu[2] != waarde:
            tekst = f'{wat}: "{gedrukt}" is gepubliceerd als {euro(waarde or NUL)}, hier is het {euro(nu[2] or NUL)}.'
            verschillen.append((regel, tekst))
    for sleutel in nieuw.keys() - oud.keys():
        gedrukt, regel, _, wat = nieuw[sleutel]
        verschillen.append((regel, f'{wat}: "{gedrukt}" is nieuw in dit bestand.'))
    return verschillen
