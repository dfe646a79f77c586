"""Checks on what was read: sums, jumps, printed zeros, and figures that another publicatie tells differently.

None of them refuses a document: what the documents print is kept, and every oddity is shown with its size.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from indicators.aansluiting import Gat, GedruktBedrag, Som, niet_gelezen, sommen
from indicators.getallen import schrijf_euro
from ingest.lezer.concept import Bedrag, Bevinding, Cijfer, Concept, Ernst, sorteer
from ingest.lezer.soorten import ONZEKER, Bevindingsoort, Cijfersoort, Kant, Publicatiesoort, Tabelsoort
from ingest.ontwerp.bedragen import euro

# A change of more than half from one year to the next is worth a look; in money only from € 250.000.
SPRONG = Decimal("0.5")
SPRONG_VANAF = Decimal(250_000)

EldersGedrukt = Mapping[tuple[str, ...], tuple[str, Decimal]]
"""Key of a figure or amount to the publicatie that prints it already, and its value."""


def controleer(concept: Concept, elders_gedrukt: EldersGedrukt) -> Concept:
    """The draft with what the checks found added to its findings."""
    gevonden = [
        *_niets(concept),
        *_niet_kloppend(concept),
        *_sprongen_in_cijfers(concept.cijfers),
        *_sprongen_in_geld(concept.bedragen),
        *_nullen(concept),
        *_anders_verteld(concept, elders_gedrukt),
    ]
    return replace(concept, bevindingen=sorteer([*concept.bevindingen, *gevonden]))


def _niets(concept: Concept) -> Iterator[Bevinding]:
    """A document of which nothing was read is of another kind, or of a shape that the reader does not know.

    A rapportage may tell all it has in words.
    """
    gelezen = (*concept.cijfers, *concept.bedragen, *concept.teksten, *concept.voorgenomen, *concept.referenties)
    if concept.jaar is not None and not gelezen:
        tekst = (
            "Uit dit document is geen enkel cijfer of bedrag gelezen. Typ de tabellen over, of lever het anders aan."
        )
        yield Bevinding(Ernst.FOUT, Bevindingsoort.NIETS_GELEZEN, None, tekst)


def _niet_kloppend(concept: Concept) -> Iterator[Bevinding]:
    per_programma: dict[str, list[GedruktBedrag]] = {}
    for b in concept.bedragen:
        if b.bedrag is not None and b.programma:  # of an unknown programma nobody knows what adds up
            wat = (b.tabel, b.doelstelling, b.post, b.rol, b.kant, b.stand, b.jaar)
            rij = GedruktBedrag(*wat, b.bedrag, b.schaal, b.regel)
            per_programma.setdefault(b.programma, []).append(rij)
    gaten = list(_gaten(concept))
    for rijen in per_programma.values():
        for som in sommen(rijen, gaten):
            if som.verschil:
                yield Bevinding(*_over_som(som))


def _gaten(concept: Concept) -> Iterator[Gat]:
    """What this document prints and the draft has no amount of."""
    for fout in concept.fouten:
        if fout.regel is not None:
            yield from (Gat(regel, fout.onderwerp) for regel in range(fout.regel, (fout.tot or fout.regel) + 1))
    for bedrag in concept.bedragen:
        if bedrag.leeg in ONZEKER:
            yield Gat(bedrag.regel, f"{bedrag.post}: {bedrag.als_gedrukt}", bedrag.jaar)
    if any(b.tabel is Tabelsoort.UITSPLITSING and b.plek for b in concept.bedragen):
        # a row among the products of a programma that is none of them, as far as its table says, may be one
        yield from (Gat(b.regel, b.post) for b in concept.bedragen if b.tabel is Tabelsoort.OVERZICHT)
    for doel in concept.doelstellingen:
        waar = [fout.regel for fout in concept.fouten if fout.onderwerp in (doel.code, doel.naam)]
        yield Gat(next(filter(None, waar), doel.regel), doelstelling=doel.code)
    if concept.soort is Publicatiesoort.JAARSTUKKEN:
        yield from _overgeslagen_nummers(concept)


def _overgeslagen_nummers(concept: Concept) -> Iterator[Gat]:
    """Jaarstukken need not print every doelstelling: 1.5 alone shows that there are four before it."""
    codes = {doel.code for doel in concept.doelstellingen}
    for code in sorted(codes):
        programma, _, nummer = code.partition(".")
        eerdere = (f"{programma}.{eerder}" for eerder in range(1, int(nummer) if nummer.isdigit() else 1))
        yield from (Gat(None, doelstelling=eerder) for eerder in eerdere if eerder not in codes)


def _over_som(som: Som) -> tuple[Ernst, Bevindingsoort, int, str]:
    tekst = (
        f"{som.delen_naam} ({som.jaar}): {euro(som.som)}. {som.totaal_naam}: {euro(som.totaal)}. "
        f"Verschil: {schrijf_euro(som.verschil)}."
    )
    if som.door_afronding:
        return Ernst.OPMERKING, Bevindingsoort.AFRONDING, som.regel, f"{tekst} Klein verschil door afronden."
    if som.gaten:
        waarom = f"Niet na te rekenen, want van deze optelling is niet alles gelezen: {niet_gelezen(som.gaten)}."
        return Ernst.WAARSCHUWING, Bevindingsoort.NIET_NAGEREKEND, som.regel, f"{waarom} Wel gelezen: {tekst}"
    return Ernst.WAARSCHUWING, Bevindingsoort.TELT_NIET_OP, som.regel, f"Telt niet op. {tekst}"


def _sprongen_in_cijfers(cijfers: Iterable[Cijfer]) -> Iterator[Bevinding]:
    """From the realisatie to the begroting, and from year to year, within one indicator of this document."""
    for naam, groep in groupby(cijfers, key=lambda cijfer: cijfer.naam):
        met_waarde = [cijfer for cijfer in groep if cijfer.waarde is not None]
        for eerst, dan in pairwise(sorted(met_waarde, key=lambda cijfer: (cijfer.jaar, cijfer.regel))):
            if eerst.waarde and dan.waarde and _is_sprong(eerst.waarde, dan.waarde):
                van, naar = (f"{c.gedrukt} ({c.soort} {c.jaar})" for c in (eerst, dan))
                tekst = f"{naam}: van {van} naar {naar}."
                yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.SPRONG, dan.regel, tekst)


def _sprongen_in_geld(bedragen: Iterable[Bedrag]) -> Iterator[Bevinding]:
    tabellen = (Tabelsoort.DOELSTELLING, Tabelsoort.UITSPLITSING, Tabelsoort.PROGRAMMA)
    rijen = [b for b in bedragen if b.programma and b.tabel in tabellen and b.bedrag and b.kant is not Kant.MUTATIES]
    for (*_, post, kant), groep in groupby(sorted(rijen, key=lambda b: (*_rij(b), b.jaar)), key=_rij):
        for eerst, dan in pairwise(groep):
            van, naar = eerst.bedrag or Decimal(0), dan.bedrag or Decimal(0)
            if abs(naar - van) >= SPRONG_VANAF and _is_sprong(van, naar):
                tekst = f"{post} ({kant}): van {euro(van)} in {eerst.jaar} naar {euro(naar)} in {dan.jaar}."
                yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.SPRONG, dan.regel, tekst)


def _rij(bedrag: Bedrag) -> tuple[str, ...]:
    """A post of the same name in another place is another one."""
    return (bedrag.programma, bedrag.tabel, bedrag.doelstelling, bedrag.code, bedrag.post, bedrag.kant)


def _is_sprong(van: Decimal, naar: Decimal) -> bool:
    return abs(naar - van) > abs(van) * SPRONG


def _nullen(concept: Concept) -> Iterator[Bevinding]:
    """A printed 0 in a row with other values: a real zero, or a value that was not known yet."""
    cijfers = [(c.regel, c.naam, c.jaar, c.waarde) for c in concept.cijfers]
    bedragen = [(b.regel, f"{b.post} ({b.kant})", b.jaar, b.bedrag) for b in concept.bedragen]
    for _, groep in groupby([*cijfers, *bedragen], key=lambda cel: cel[:2]):
        rij = list(groep)
        if any(waarde for *_, waarde in rij):
            for regel, naam, jaar, waarde in rij:
                if waarde == 0:
                    tekst = f"{naam}: voor {jaar} is 0 gedrukt, tussen andere getallen. Het is als echte nul gelezen."
                    yield Bevinding(Ernst.OPMERKING, Bevindingsoort.GEDRUKTE_NUL, regel, tekst)


def _anders_verteld(concept: Concept, elders_gedrukt: EldersGedrukt) -> Iterator[Bevinding]:
    for cijfer in concept.cijfers:
        elders = elders_gedrukt.get(sleutel_elders(cijfer.definitie, cijfer.soort, cijfer.editie, cijfer.jaar))
        if cijfer.waarde is not None and elders and elders[1] != cijfer.waarde:
            tekst = f"{cijfer.naam} {cijfer.jaar}: hier {cijfer.gedrukt}, in {elders[0]} {_getal(elders[1])}."
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TWEE_BRONNEN, cijfer.regel, tekst)
    for bedrag in concept.bedragen:
        waarvan = (bedrag.programma, bedrag.tabel, bedrag.sleutel, bedrag.kant, bedrag.stand, bedrag.jaar)
        elders = elders_gedrukt.get(geldsleutel_elders(*waarvan))
        if bedrag.bedrag is not None and elders and elders[1] != bedrag.bedrag:
            tekst = (
                f"{bedrag.post} {bedrag.stand} {bedrag.jaar}: hier {euro(bedrag.bedrag)}, "
                f"in {elders[0]} {euro(elders[1])}."
            )
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.TWEE_BRONNEN, bedrag.regel, tekst)


def sleutel_elders(definitie: str, soort: str, editie: str, jaar: int) -> tuple[str, ...]:
    """Two publicaties say the same of a realisatie in a year, or of what an edition meant or expected for a year."""
    return (definitie, soort, "" if soort == Cijfersoort.REALISATIE else editie, str(jaar))


def geldsleutel_elders(programma: str, tabel: str, post: str, kant: str, stand: str, jaar: int) -> tuple[str, ...]:
    """And of the rekening, or the begroting na wijziging, of a post, side and year."""
    return (programma, tabel, post, kant, stand, str(jaar))


def _getal(waarde: Decimal) -> str:
    return f"{waarde.normalize():f}".replace(".", ",")
