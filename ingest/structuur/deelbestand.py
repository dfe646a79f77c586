"""A file with only a part of an edition: the municipality prints a document per programma as well as a whole one."""

from dataclasses import replace

from indicators.models import DoelstellingBenaming, Publicatie
from ingest.lezer.concept import Concept, Doelstelling


def met_eigen_naam(concept: Concept) -> Concept:
    """The draft as a publicatie of its own, when the site has the same edition with only other programmas in it.

    PB 2026 of programma 2 does not take the place of PB 2026 of programma 1: it is "PB 2026 programma 2". A file with
    all of them, or with the same ones, is the edition itself.
    """
    op_de_site = DoelstellingBenaming.objects.filter(
        publicatie__in=Publicatie.objects.geladen().filter(naam=concept.publicatie),
        bewoordingen__vermeldingen__isnull=False,
        bewoordingen__vermeldingen__vervallen_in__isnull=True,
    )
    daar = {code.partition(".")[0] for code in op_de_site.values_list("code", flat=True)}
    hier = {_programma(doelstelling) for doelstelling in concept.doelstellingen}
    if not hier or not daar or hier & daar:
        return concept
    welk = f"programma {' en '.join(sorted(hier))}"
    naam, jaar = f"{concept.publicatie} {welk}", concept.jaar or 0
    heel = concept.titel or f"Programmabegroting {jaar}-{jaar + 3}"
    return replace(
        concept,
        publicatie=naam,
        titel=f"{heel}, {welk}",
        cijfers=tuple(
            replace(cijfer, editie=naam) if cijfer.editie == concept.publicatie else cijfer
            for cijfer in concept.cijfers
        ),
    )


def _programma(doelstelling: Doelstelling) -> str:
    return doelstelling.code.partition(".")[0]
