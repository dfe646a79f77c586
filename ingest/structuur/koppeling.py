"""Match the printed names of a draft to what is known. A name that matches nothing is refused, never guessed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from indicators.models.geld import EIGEN_TABELLEN, VAN_GEEN_PROGRAMMA
from indicators.models.nummer import nummer_uit
from ingest.lezer.concept import Bedrag, Bevinding, Cijfer, Concept, Doelstelling, Ernst, Programma, Tekst, sorteer
from ingest.lezer.soorten import Bevindingsoort, Tabelsoort
from ingest.structuur.bekend import BekendeDefinitie, BekendePost, Structuur, naamsleutel
from ingest.structuur.programmatabellen import zet_over
from ingest.structuur.rollen import met_reserves, voorgestelde_rol

Meetwijze = tuple[BekendeDefinitie, ...]
"""How what goes by one name is measured in one publicatie: mostly one definitie, the general one first."""
_WAT = {
    Bevindingsoort.ONBEKEND_PROGRAMMA: "Het programma",
    Bevindingsoort.ONBEKENDE_DOELSTELLING: "De doelstelling",
    Bevindingsoort.ONBEKENDE_INDICATOR: "De indicator",
}
_KOPJE = "Het kopje"


def koppel_namen(concept: Concept, structuur: Structuur) -> Concept:
    """The draft with its programmas, indicators, definities and posts filled in.

    What matches nothing, or cannot be, gets a finding; its `onderwerp` is the name as printed.
    """
    publicatie = concept.publicatie or ""
    programmas, over_programmas = _programmas(concept, structuur)
    bezwaren = {
        doelstelling.code: bezwaar
        for doelstelling in concept.doelstellingen
        if (bezwaar := _bezwaar_doelstelling(doelstelling, publicatie, structuur))
    }
    bevindingen = [*concept.bevindingen, *over_programmas, *bezwaren.values()]
    definities, over_namen = _definities(concept, structuur)
    cijfers = [
        cijfer
        if cijfer.doelstelling in bezwaren
        else _koppel_cijfer(cijfer, _van(cijfer, definities.get(cijfer.naam, ())), bevindingen)
        for cijfer in concept.cijfers
    ]
    # The heading above an amount by its lasting code; this edition may number it otherwise.
    gezet, over_tabellen = zet_over(concept, structuur)
    vast = {doel.code: code for doel in concept.doelstellingen if (code := _vaste_doelstelling(doel, structuur))}
    met_rol = _met_rollen(gezet)
    bedragen = [
        bedrag
        if bedrag.sleutel
        else _koppel_bedrag(bedrag, programmas.get(bedrag.programma, ""), vast.get(bedrag.doelstelling, ""), structuur)
        for bedrag in met_rol
    ]
    # A name below a heading that nobody knows is not asked for: the heading is.
    te_kennen = [bedrag for bedrag in bedragen if bedrag.programma and bedrag.doelstelling not in bezwaren]
    return replace(
        concept,
        cijfers=tuple(cijfer for cijfer in cijfers if cijfer is not None),
        bedragen=tuple(bedragen),
        teksten=tuple(_koppel_tekst(tekst, definities) for tekst in concept.teksten),
        bevindingen=sorteer(
            [
                *bevindingen,
                *over_namen,
                *_andere_bronnen(concept, definities, structuur),
                *_onbekende_posten(te_kennen),
                *_zonder_programma(gezet),
                *over_tabellen,
            ]
        ),
    )


def _programmas(concept: Concept, structuur: Structuur) -> tuple[dict[str, str], list[Bevinding]]:
    """The number of each programma here to its lasting code; known by its name, for another year may renumber."""
    gevonden: dict[str, str] = {}
    bevindingen: list[Bevinding] = []
    for programma in concept.programmas:
        code = _vaste_code(programma, concept, structuur)
        gedrukt = programma.naam or f"Programma {programma.code}".strip()
        if code is None or code in gevonden.values():
            wat = "" if nummer_uit(programma.code) or not programma.code else _KOPJE
            bevindingen.append(_onbekend(Bevindingsoort.ONBEKEND_PROGRAMMA, programma.regel, gedrukt, wat=wat))
            continue
        gevonden[programma.code] = code
        if code != programma.code and nummer_uit(programma.code) and nummer_uit(code):
            tekst = f'"{gedrukt}" is hier programma {programma.code}, op de site programma {code}. Controleer dat.'
            bevindingen.append(
                Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.NUMMER, programma.regel, tekst, onderwerp=gedrukt)
            )
    return gevonden, bevindingen


def _vaste_code(programma: Programma, concept: Concept, structuur: Structuur) -> str | None:
    """By the printed name; where none is printed, by the doelstellingen if they are all of one programma."""
    if programma.naam:
        return structuur.programmas.get(naamsleutel(programma.naam))
    eigen = [doel for doel in concept.doelstellingen if doel.code.partition(".")[0] == programma.code]
    bekend = {_vaste_doelstelling(doel, structuur) for doel in eigen}
    codes = {structuur.van_programma[code] for code in bekend if code}
    return codes.pop() if len(codes) == 1 else None


def _vaste_doelstelling(doelstelling: Doelstelling, structuur: Structuur) -> str | None:
    return structuur.doelstellingen.get(naamsleutel(doelstelling.naam))


def _bezwaar_doelstelling(doelstelling: Doelstelling, publicatie: str, structuur: Structuur) -> Bevinding | None:
    """Why nothing can be placed under this heading: its name is not known, or this edition numbers it otherwise."""
    code = _vaste_doelstelling(doelstelling, structuur)
    if code is None:
        nummer = nummer_uit(doelstelling.code)
        genummerd, wat = f"{nummer} {doelstelling.naam}".strip(), "" if nummer else _KOPJE
        return _onbekend(
            Bevindingsoort.ONBEKENDE_DOELSTELLING, doelstelling.regel, doelstelling.naam, genummerd, wat=wat
        )
    nummer = structuur.nummers.get((publicatie, code), doelstelling.code)
    if nummer == doelstelling.code or not nummer_uit(doelstelling.code):
        return None
    tekst = f'"{doelstelling.naam}" is in {publicatie} doelstelling {nummer}, niet {doelstelling.code}. Herstel de kop.'
    return Bevinding(Ernst.FOUT, Bevindingsoort.NUMMER, doelstelling.regel, tekst, onderwerp=doelstelling.naam)


def _definities(concept: Concept, structuur: Structuur) -> tuple[dict[str, Meetwijze], list[Bevinding]]:
    gevonden: dict[str, Meetwijze] = {}
    bevindingen: list[Bevinding] = []
    eerste: dict[str, Cijfer] = {}
    for cijfer in concept.cijfers:
        eerste.setdefault(cijfer.naam, cijfer)
    for naam, cijfer in eerste.items():
        bekend = structuur.definities.get(naamsleutel(naam), ())
        if not bekend:
            bevindingen.append(_onbekend(Bevindingsoort.ONBEKENDE_INDICATOR, cijfer.regel, naam))
            continue
        meting, bevinding = _kies_meting(bekend, concept, cijfer)
        if bevinding:
            bevindingen.append(bevinding)
        if {die.slug for die in meting} & {die.slug for eerder in gevonden.values() for die in eerder}:
            tekst = f"{naam} staat onder een andere naam al in dit document. De tweede is niet gelezen."
            bevindingen.append(Bevinding(Ernst.FOUT, Bevindingsoort.DUBBELE_TABEL, cijfer.regel, tekst, onderwerp=naam))
        elif meting:
            gevonden[naam] = meting
    return gevonden, bevindingen


def _van(cijfer: Cijfer, meting: Meetwijze) -> BekendeDefinitie | None:
    """The definitie of one figure: the narrowest that it can be of (domain rule 15)."""
    return next((definitie for definitie in reversed(meting) if definitie.is_van(cijfer)), None)


def _algemeen(meting: Meetwijze) -> BekendeDefinitie:
    """The definitie of what is measured; of two for one name what was decided last."""
    return next((definitie for definitie in reversed(meting) if definitie.begroting_vanaf is None), meting[0])


def _kies_meting(
    bekend: tuple[BekendeDefinitie, ...], concept: Concept, cijfer: Cijfer
) -> tuple[Meetwijze, Bevinding | None]:
    """That of this very publicatie, else that of the publicaties around it when these agree on one."""
    per_publicatie: dict[str, Meetwijze] = {}
    for definitie in bekend:
        per_publicatie[definitie.publicatie] = (*per_publicatie.get(definitie.publicatie, ()), definitie)
    if precies := per_publicatie.get(concept.publicatie or ""):
        return precies, None
    metingen = list(per_publicatie.values())
    eerder = [meting for meting in metingen if meting[0].jaar <= (concept.jaar or 0)][-1:]
    later = [meting for meting in metingen if meting[0].jaar > (concept.jaar or 0)][:1]
    rondom = [*eerder, *later]
    if len({tuple((die.slug, die.begroting_vanaf) for die in meting) for meting in rondom}) > 1:
        tekst = (
            f"{cijfer.naam} is in {eerder[0][0].publicatie} anders gemeten dan in {later[0][0].publicatie}. "
            "Welke meting geldt hier?"
        )
        return (), Bevinding(Ernst.FOUT, Bevindingsoort.DEFINITIE_ONBEKEND, cijfer.regel, tekst, onderwerp=cijfer.naam)
    tekst = f"{cijfer.naam}: gemeten zoals in {rondom[0][0].publicatie}. Controleer of dat nog klopt."
    bevinding = Bevinding(
        Ernst.WAARSCHUWING, Bevindingsoort.DEFINITIE_AANGENOMEN, cijfer.regel, tekst, onderwerp=cijfer.naam
    )
    return rondom[0], bevinding


def _andere_bronnen(concept: Concept, definities: Mapping[str, Meetwijze], structuur: Structuur) -> Iterator[Bevinding]:
    """An indicator of which another measurer is named than in the nearest edition before: still the same series?"""
    eerste = {cijfer.naam: cijfer for cijfer in reversed(concept.cijfers)}
    for naam, meting in definities.items():
        algemeen = _algemeen(meting)
        eerder = {
            jaar: bron for jaar, bron in structuur.bronnen.get(algemeen.slug, {}).items() if jaar < (concept.jaar or 0)
        }
        hier = eerste[naam]
        if eerder and hier.bron and _wie(hier.bron) != _wie(eerder[max(eerder)]):
            tekst = f'{naam}: de bron is "{hier.bron}", in PB {max(eerder)} was dat "{eerder[max(eerder)]}".'
            yield Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.BRON_GEWIJZIGD, hier.regel, tekst, onderwerp=naam)


def _wie(bron: str) -> str:
    """Who measured; in which year does not make it another."""
    return naamsleutel(re.sub(r"\b20\d\d\b", "", bron))


def _koppel_cijfer(cijfer: Cijfer, definitie: BekendeDefinitie | None, bevindingen: list[Bevinding]) -> Cijfer | None:
    """The figure with its definitie, or None (and a finding) when the value cannot be one of this definitie."""
    if definitie is None:
        return cijfer
    soort, bezwaar = Bevindingsoort.ONMOGELIJKE_WAARDE, _bezwaar(cijfer, definitie)
    if cijfer.waarde is not None and cijfer.procent != (definitie.eenheid == "%"):
        soort, bezwaar = Bevindingsoort.EENHEID_GEWIJZIGD, f"de eenheid is {definitie.eenheid}"
    if bezwaar:
        tekst = f'"{cijfer.gedrukt}" bij {cijfer.naam} ({cijfer.jaar}) is niet gelezen: {bezwaar}.'
        bevindingen.append(Bevinding(Ernst.FOUT, soort, cijfer.regel, tekst, onderwerp=cijfer.naam))
        return None
    return replace(cijfer, indicator=definitie.indicator, definitie=definitie.slug)


def _bezwaar(cijfer: Cijfer, definitie: BekendeDefinitie) -> str:
    if cijfer.waarde is None:
        return ""
    if definitie.eenheid == "aantal" and cijfer.waarde != int(cijfer.waarde):
        return "een aantal is een heel getal"
    if definitie.ondergrens is not None and cijfer.waarde < definitie.ondergrens:
        return f"het kan niet lager zijn dan {definitie.ondergrens:.0f}"
    if definitie.bovengrens is not None and cijfer.waarde > definitie.bovengrens:
        return f"het kan niet hoger zijn dan {definitie.bovengrens:.0f}"
    return ""


def _met_rollen(bedragen: Iterable[Bedrag]) -> list[Bedrag]:
    """The amounts with what their posts seem to be; a row of an overview that is settled has its own."""
    alle = list(bedragen)
    reserves = met_reserves(alle)
    return [b if b.sleutel else replace(b, rol=voorgestelde_rol(b, reserves)) for b in alle]


def _koppel_bedrag(bedrag: Bedrag, programma: str, doelstelling: str, structuur: Structuur) -> Bedrag:
    """The amount with its programma and post; a known name under another doelstelling is not that post."""
    if bedrag.tabel in EIGEN_TABELLEN:
        return replace(bedrag, programma="" if bedrag.tabel in VAN_GEEN_PROGRAMMA else programma)
    plaats = (programma, bedrag.tabel, doelstelling, naamsleutel(bedrag.post))
    post = structuur.posten.get(plaats, BekendePost("", bedrag.rol))
    return replace(bedrag, programma=programma, sleutel=post.slug, rol=post.rol)


def _onbekende_posten(bedragen: list[Bedrag]) -> list[Bevinding]:
    onbekend = {
        (bedrag.programma, bedrag.tabel, bedrag.doelstelling, bedrag.post): bedrag.regel
        for bedrag in reversed(bedragen)
        if not bedrag.sleutel and bedrag.tabel not in EIGEN_TABELLEN
    }
    return [_onbekende_post(*plaats, regel) for plaats, regel in onbekend.items()]


def _onbekende_post(programma: str, tabel: str, doelstelling: str, post: str, regel: int) -> Bevinding:
    """The sentence tells where it is: a post of the same name in another place is another one."""
    onder = f", onder doelstelling {doelstelling}" if tabel == Tabelsoort.UITSPLITSING else ""
    tekst = f'De post "{post}" is niet bekend in de tabel {tabel} van programma {programma}{onder}.'
    return Bevinding(Ernst.FOUT, Bevindingsoort.ONBEKENDE_POST, regel, tekst, onderwerp=post)


def _zonder_programma(bedragen: Iterable[Bedrag]) -> Iterator[Bevinding]:
    """A row of money of which nothing says to which programma it belongs would be published nowhere."""
    for regel in sorted({b.regel for b in bedragen if not b.programma and b.tabel not in VAN_GEEN_PROGRAMMA}):
        tekst = "Niet te zien is van welk programma dit bedrag is. Het is niet overgenomen."
        yield Bevinding(Ernst.FOUT, Bevindingsoort.ZONDER_PROGRAMMA, regel, tekst)


def _koppel_tekst(tekst: Tekst, definities: Mapping[str, Meetwijze]) -> Tekst:
    meting = definities.get(tekst.indicator)
    return replace(tekst, definitie=_algemeen(meting).slug) if meting else tekst


def _onbekend(soort: Bevindingsoort, regel: int, naam: str, gedrukt: str = "", wat: str = "") -> Bevinding:
    tekst = f'{wat or _WAT[soort]} "{gedrukt or naam}" is niet bekend.'
    return Bevinding(Ernst.FOUT, soort, regel, tekst, onderwerp=naam)
