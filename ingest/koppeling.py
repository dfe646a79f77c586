"""Match the printed names of a draft to what is known. A name that matches nothing is refused, never guessed."""

from dataclasses import replace

from indicators.models.geld import EIGEN_TABELLEN
from ingest.lezer.concept import Bedrag, Bevinding, Cijfer, Concept, Doelstelling, Ernst, Tekst, sorteer
from ingest.structuur import BekendeDefinitie, Structuur, sleutel


def koppel(concept: Concept, structuur: Structuur) -> Concept:
    """The draft with its indicators, definities and posts filled in; findings for what matches nothing or cannot be."""
    bezwaren = {
        doelstelling.code: bezwaar
        for doelstelling in concept.doelstellingen
        if (bezwaar := _bezwaar_doelstelling(doelstelling, concept.publicatie or "", structuur))
    }
    bevindingen = [*concept.bevindingen, *bezwaren.values()]
    definities, over_namen = _definities(concept, structuur)
    cijfers = [
        cijfer if cijfer.doelstelling in bezwaren else _koppel_cijfer(cijfer, definities.get(cijfer.naam), bevindingen)
        for cijfer in concept.cijfers
    ]
    bedragen = [_koppel_bedrag(bedrag, concept.publicatie or "", structuur) for bedrag in concept.bedragen]
    return replace(
        concept,
        cijfers=tuple(cijfer for cijfer in cijfers if cijfer is not None),
        bedragen=tuple(bedragen),
        teksten=tuple(_koppel_tekst(tekst, definities) for tekst in concept.teksten),
        bevindingen=sorteer([*bevindingen, *over_namen, *_onbekende_posten(bedragen)]),
    )


def _bezwaar_doelstelling(doelstelling: Doelstelling, publicatie: str, structuur: Structuur) -> Bevinding | None:
    """Why nothing can be placed under this heading: its name is not known, or this edition numbers it otherwise."""
    code = structuur.doelstellingen.get(sleutel(doelstelling.naam))
    if code is None:
        voluit = f"{doelstelling.code} {doelstelling.naam}"
        return _onbekend("doelstelling", doelstelling.regel, doelstelling.naam, voluit)
    nummer = structuur.nummers.get((publicatie, code), doelstelling.code)
    if nummer == doelstelling.code:
        return None
    tekst = f'"{doelstelling.naam}" is in {publicatie} doelstelling {nummer}, niet {doelstelling.code}. Herstel de kop.'
    return Bevinding(Ernst.FOUT, "nummer", doelstelling.regel, tekst)


def _definities(concept: Concept, structuur: Structuur) -> tuple[dict[str, BekendeDefinitie], list[Bevinding]]:
    gevonden: dict[str, BekendeDefinitie] = {}
    bevindingen: list[Bevinding] = []
    eerste: dict[str, Cijfer] = {}
    for cijfer in concept.cijfers:
        eerste.setdefault(cijfer.naam, cijfer)
    for naam, cijfer in eerste.items():
        bekend = structuur.definities.get(sleutel(naam), ())
        if not bekend:
            bevindingen.append(_onbekend("indicator", cijfer.regel, naam))
            continue
        definitie, bevinding = _kies_definitie(bekend, concept, cijfer)
        if bevinding:
            bevindingen.append(bevinding)
        if definitie and definitie.slug in {eerder.slug for eerder in gevonden.values()}:
            tekst = f"{naam} staat onder een andere naam al in dit document. De tweede is niet gelezen."
            bevindingen.append(Bevinding(Ernst.FOUT, "dubbele tabel", cijfer.regel, tekst))
        elif definitie:
            gevonden[naam] = definitie
    return gevonden, bevindingen


def _kies_definitie(
    bekend: tuple[BekendeDefinitie, ...], concept: Concept, cijfer: Cijfer
) -> tuple[BekendeDefinitie | None, Bevinding | None]:
    """The definitie of this very publicatie, else that of the publicaties around it when these agree on one."""
    precies = [definitie for definitie in bekend if definitie.publicatie == concept.publicatie]
    if precies:
        return precies[0], None
    eerder = [definitie for definitie in bekend if definitie.jaar <= (concept.jaar or 0)][-1:]
    later = [definitie for definitie in bekend if definitie.jaar > (concept.jaar or 0)][:1]
    rondom = [*eerder, *later]
    if len({definitie.slug for definitie in rondom}) > 1:
        tekst = (
            f"{cijfer.naam} is in {eerder[0].publicatie} anders gemeten dan in {later[0].publicatie}. "
            "Welke meting geldt hier? Leg dat eerst vast in de structuur."
        )
        return None, Bevinding(Ernst.FOUT, "definitie onbekend", cijfer.regel, tekst, onderwerp=cijfer.naam)
    tekst = f"{cijfer.naam}: gemeten zoals in {rondom[0].publicatie}. Controleer of dat nog klopt."
    bevinding = Bevinding(Ernst.WAARSCHUWING, "definitie aangenomen", cijfer.regel, tekst, onderwerp=cijfer.naam)
    return rondom[0], bevinding


def _koppel_cijfer(cijfer: Cijfer, definitie: BekendeDefinitie | None, bevindingen: list[Bevinding]) -> Cijfer | None:
    """The figure with its definitie, or None (and a finding) when the value cannot be one of this definitie."""
    if definitie is None:
        return cijfer
    bezwaar = _bezwaar(cijfer, definitie)
    if bezwaar:
        tekst = f'"{cijfer.gedrukt}" bij {cijfer.naam} ({cijfer.jaar}) is niet gelezen: {bezwaar}.'
        bevindingen.append(Bevinding(Ernst.FOUT, "onmogelijke waarde", cijfer.regel, tekst))
        return None
    return replace(cijfer, indicator=definitie.indicator, definitie=definitie.slug)


def _bezwaar(cijfer: Cijfer, definitie: BekendeDefinitie) -> str:
    if cijfer.waarde is None:
        return ""
    if cijfer.procent != (definitie.eenheid == "%"):
        return f"de eenheid is {definitie.eenheid}"
    if definitie.eenheid == "aantal" and cijfer.waarde != int(cijfer.waarde):
        return "een aantal is een heel getal"
    if definitie.ondergrens is not None and cijfer.waarde < definitie.ondergrens:
        return f"het kan niet lager zijn dan {definitie.ondergrens:.0f}"
    if definitie.bovengrens is not None and cijfer.waarde > definitie.bovengrens:
        return f"het kan niet hoger zijn dan {definitie.bovengrens:.0f}"
    return ""


def _koppel_bedrag(bedrag: Bedrag, publicatie: str, structuur: Structuur) -> Bedrag:
    """The amount with its post; a known name under another doelstelling than its own is not that post."""
    if bedrag.tabel in EIGEN_TABELLEN:
        return bedrag
    slug, code = structuur.posten.get((bedrag.tabel, sleutel(bedrag.post)), ("", ""))
    hoort_onder = structuur.nummers.get((publicatie, code), code)
    return replace(bedrag, sleutel=slug if hoort_onder == bedrag.doelstelling else "")


def _onbekende_posten(bedragen: list[Bedrag]) -> list[Bevinding]:
    onbekend = {
        (bedrag.tabel, bedrag.post): bedrag.regel
        for bedrag in reversed(bedragen)
        if not bedrag.sleutel and bedrag.tabel not in EIGEN_TABELLEN
    }
    return [_onbekend("post", regel, post) for (_, post), regel in onbekend.items()]


def _koppel_tekst(tekst: Tekst, definities: dict[str, BekendeDefinitie]) -> Tekst:
    definitie = definities.get(tekst.indicator)
    return replace(tekst, definitie=definitie.slug) if definitie else tekst


def _onbekend(wat: str, regel: int, naam: str, voluit: str = "") -> Bevinding:
    voluit = voluit or naam
    tekst = f'De {wat} "{voluit}" is niet bekend. Voeg de naam toe aan de structuur, of herstel hem in het bestand.'
    return Bevinding(Ernst.FOUT, f"onbekende {wat}", regel, tekst, onderwerp=naam)
