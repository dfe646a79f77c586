"""What a person must settle before a draft is published: one question for each thing that reading leaves open."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz, process

from ingest.aanhalen.afdrukken import kaal
from ingest.lezer.concept import Bedrag, Bevinding, Concept, Ernst, Suggestie
from ingest.lezer.soorten import OVER_HET_DOCUMENT, Bevindingsoort, Cijfersoort, Publicatiesoort, Tekstsoort
from ingest.models import Vraag
from ingest.ontwerp.nieuwe_namen import nieuwe_indicator, nieuwe_kop
from ingest.structuur.bekend import Structuur, naamsleutel
from ingest.structuur.programmatabellen import genoemde_programmas, plekken_per_titel
from ingest.structuur.referentiereeksen import lijkt_op_reeks, namen_van_definities
from ingest.structuur.verplicht import verplichte_indicator

# What a finding asks, by its soort; a fout of any other soort is about a row that was not read.
OVER_EEN_NAAM = {
    Bevindingsoort.PROGRAMMATABEL: Vraag.Soort.TABEL,
    Bevindingsoort.ONBEKEND_PROGRAMMA: Vraag.Soort.PROGRAMMA,
    Bevindingsoort.ONBEKENDE_DOELSTELLING: Vraag.Soort.DOELSTELLING,
    Bevindingsoort.ONBEKENDE_INDICATOR: Vraag.Soort.INDICATOR,
    Bevindingsoort.ONBEKENDE_POST: Vraag.Soort.POST,
    Bevindingsoort.DEFINITIE_AANGENOMEN: Vraag.Soort.DEFINITIE,
    Bevindingsoort.DEFINITIE_ONBEKEND: Vraag.Soort.DEFINITIE,
    Bevindingsoort.BRON_GEWIJZIGD: Vraag.Soort.DEFINITIE,
    Bevindingsoort.EENHEID_GEWIJZIGD: Vraag.Soort.DEFINITIE,
    Bevindingsoort.REFERENTIEREEKS: Vraag.Soort.REEKS,
}
LIJKT_OP = 60  # of 100; below it a name is another name
VOORSTELLEN = 5


@dataclass(frozen=True)
class Ontwerpvraag:
    """A question as the draft raises it; `voorstel` is what the site itself would answer, as plain JSON."""

    sleutel: str
    soort: Vraag.Soort
    tekst: str
    regel: int | None = None
    tot: int | None = None
    voorstel: dict[str, Any] = field(default_factory=dict)


def stel_vragen(concept: Concept, structuur: Structuur, gelezen: Concept) -> list[Ontwerpvraag]:
    """Every question of this draft, each once; `gelezen` is the draft before it was matched."""
    over_document = " ".join(b.tekst for b in concept.bevindingen if b.soort in OVER_HET_DOCUMENT)
    return [
        Ontwerpvraag(
            "document",
            Vraag.Soort.DOCUMENT,
            over_document or f"Dit is gelezen als {concept.soort} {concept.publicatie}{_want(concept)}. Klopt dat?",
            voorstel={"soort": concept.soort, "publicatie": concept.publicatie or "", "fout": bool(over_document)},
        ),
        *_gegevens(concept),
        *(
            _vraag(sleutel, samen, concept, structuur, gelezen)
            for sleutel, samen in per_vraag(concept.bevindingen).items()
        ),
        *_suggesties(concept.suggesties),
    ]


def _gegevens(concept: Concept) -> Iterator[Ontwerpvraag]:
    """The figures of others are not offered to the raad."""
    if concept.soort is not Publicatiesoort.REFERENTIE:
        tekst = "Wanneer is dit document aangeboden, en heeft de raad al besloten?"
        yield Ontwerpvraag("gegevens", Vraag.Soort.GEGEVENS, tekst)


def _want(concept: Concept) -> str:
    return f", want er staat “{concept.herkend_aan}”" if concept.herkend_aan else ""


def per_vraag(bevindingen: Iterable[Bevinding]) -> dict[str, list[Bevinding]]:
    """The findings that a person must settle, those about the same thing together, by the sleutel of their question.

    The sleutel of what is only remarkable holds its very words: seen is what was shown, and nothing else.
    """
    groepen: dict[tuple[str, str], list[Bevinding]] = {}
    for bevinding in bevindingen:
        if bevinding.soort is Bevindingsoort.ONBEKENDE_POST:
            waar = f"{bevinding.onderwerp[:150]}:{_merk(bevinding.tekst)}"
            groepen.setdefault((Vraag.Soort.POST, waar), []).append(bevinding)
        elif bevinding.soort in OVER_EEN_NAAM:
            groepen.setdefault((OVER_EEN_NAAM[bevinding.soort], bevinding.onderwerp), []).append(bevinding)
        elif bevinding.soort not in OVER_HET_DOCUMENT and bevinding.ernst is not Ernst.OPMERKING:
            wat = Vraag.Soort.RIJ if bevinding.ernst is Ernst.FOUT else bevinding.soort
            # each indicator that is gone is a question of its own: something may have come in its place
            over = bevinding.onderwerp if bevinding.soort is Bevindingsoort.VERDWENEN else bevinding.soort
            groepen.setdefault((wat, str(bevinding.regel or over)), []).append(bevinding)
    return {
        f"{wat}:{waar}"[:190]
        if wat in Vraag.Soort.values
        else f"{wat}:{waar}:{_merk(*(b.tekst for b in samen))}": samen
        for (wat, waar), samen in groepen.items()
    }


def _vraag(
    sleutel: str, samen: list[Bevinding], concept: Concept, structuur: Structuur, gelezen: Concept
) -> Ontwerpvraag:
    eerste = samen[0]
    soort = OVER_EEN_NAAM.get(eerste.soort, Vraag.Soort.RIJ if eerste.ernst is Ernst.FOUT else Vraag.Soort.OPVALLEND)
    tekst = "\n".join(dict.fromkeys(bevinding.tekst for bevinding in samen))
    tot = max((bevinding.tot for bevinding in samen if bevinding.tot), default=None)
    voorstel = {"onderwerp": eerste.onderwerp, "wat": ", ".join(dict.fromkeys(b.soort for b in samen))}
    return Ontwerpvraag(
        sleutel,
        soort,
        tekst,
        eerste.regel,
        tot,
        voorstel | _voorstel(soort, eerste, concept, structuur, gelezen),
    )


def _voorstel(
    soort: Vraag.Soort, bevinding: Bevinding, concept: Concept, structuur: Structuur, gelezen: Concept
) -> dict[str, Any]:
    """What is known like this name, and what the document shows of it."""
    naam = bevinding.onderwerp
    if soort in (Vraag.Soort.INDICATOR, Vraag.Soort.DEFINITIE):
        definitie = next((cijfer.definitie for cijfer in concept.cijfers if cijfer.naam == naam), "")
        bekend = {bekend: definities[-1].slug for bekend, definities in structuur.definities.items()}
        omschreven = _omschreven(naam, definitie, concept, structuur)
        vorm = _vorm(gelezen, naam)
        nieuw = nieuwe_indicator(gelezen, naam, vorm) if soort is Vraag.Soort.INDICATOR else {}
        wet = verplichte_indicator(naam) if soort is Vraag.Soort.INDICATOR else None
        zelfde = [slug for ander, slug in bekend.items() if wet and verplichte_indicator(ander) == wet]
        lijkt_op = list(dict.fromkeys([*zelfde, *_lijkt_op(naam, bekend)]))
        verplicht = {"verplicht": wet.in_woorden} if wet else {}
        return {"lijkt_op": lijkt_op, "definitie": definitie, **omschreven, **vorm, **nieuw, **verplicht}
    if soort is Vraag.Soort.TABEL:
        return _voorstel_tabel(plekken_per_titel(concept.bedragen)[naam], structuur, alleen=_enige(naam, concept))
    if soort is Vraag.Soort.REEKS:
        definitie = next((rij.definitie for rij in concept.referenties if rij.reeks == naam), "")
        return {"lijkt_op": lijkt_op_reeks(naam, namen_van_definities()), "definitie": definitie}
    if soort is Vraag.Soort.PROGRAMMA:
        code = next((programma.code for programma in genoemde_programmas(gelezen) if programma.naam == naam), "")
        voorstel = {"lijkt_op": _lijkt_op(naam, structuur.programmas), **nieuwe_kop(code, naam)}
        return voorstel | ({} if bevinding.ernst is Ernst.FOUT else {"los": True})
    if soort is Vraag.Soort.DOELSTELLING:
        code = next((doel.code for doel in concept.doelstellingen if doel.naam == naam), "")
        return {"lijkt_op": _lijkt_op(naam, structuur.doelstellingen), "code": code, **nieuwe_kop(code, naam)}
    if soort is Vraag.Soort.POST:
        waar = next(
            (b for b in concept.bedragen if (b.post, b.regel) == (naam, bevinding.regel) and not b.sleutel), None
        )
        return _voorstel_post(waar, concept, structuur) if waar else {}
    return {}


def _voorstel_tabel(rijen: Sequence[Bedrag], structuur: Structuur, *, alleen: bool) -> dict[str, Any]:
    """All its rows as they are proposed, with the programmas that are new; a name like a known one is asked after it.

    It needs thought where another table may have the same programmas.
    """
    namen = dict.fromkeys(rij.plek.naam for rij in rijen if rij.plek)
    nieuw = [
        naam
        for naam in namen
        if not (naamsleutel(naam) in structuur.programmas or _lijkt_op_ander(naam, namen, structuur))
    ]
    return {"lijkt_op": [], "nieuw": {"programmas": nieuw}, "compleet": alleen}


def _lijkt_op_ander(naam: str, namen: Iterable[str], structuur: Structuur) -> list[str]:
    """The known programmas that it may be under another name: not those that the same table has beside it."""
    ernaast = {naamsleutel(ander) for ander in namen}
    return _lijkt_op(naam, {bekend: code for bekend, code in structuur.programmas.items() if bekend not in ernaast})


def _enige(titel: str, concept: Concept) -> bool:
    """Whether no other table names the same programmas."""
    per_titel = {
        ander: {(rij.plek.naam, rij.plek.tabel) for rij in rijen if rij.plek}
        for ander, rijen in plekken_per_titel(concept.bedragen).items()
    }
    return not any(per_titel[titel] & plekken for ander, plekken in per_titel.items() if ander != titel)


def _voorstel_post(bedrag: Bedrag, concept: Concept, structuur: Structuur) -> dict[str, Any]:
    """What stands in the same table and looks like it, and what it seems to be there.

    What this document prints under its own name too is another post.
    """
    if plek := bedrag.plek:
        code = structuur.programmas.get(naamsleutel(plek.naam), "")
        hier = {b.sleutel for b in concept.bedragen if (b.programma, b.tabel) == (code, plek.tabel)}
        posten = {
            naam: post.slug
            for (*waar, _, naam), post in structuur.posten.items()
            if tuple(waar) == (code, plek.tabel) and post.slug not in hier
        }
        lijkt_op = _lijkt_op(bedrag.post, posten)
        wat = {"tabel": plek.tabel, "programma": code, "doelstelling": "", "rol": plek.rol}
        return {"lijkt_op": lijkt_op, **wat, "los": True, "nieuw": {"rol": plek.rol}, "compleet": True}
    waar = (bedrag.programma, bedrag.tabel)
    posten = {naam: post.slug for (*daar, _, naam), post in structuur.posten.items() if tuple(daar) == waar}
    return {
        "lijkt_op": _lijkt_op(bedrag.post, posten),
        "tabel": bedrag.tabel,
        "programma": bedrag.programma,
        "doelstelling": bedrag.doelstelling,
        "rol": bedrag.rol,
    }


def _omschreven(naam: str, definitie: str, concept: Concept, structuur: Structuur) -> dict[str, Any]:
    """How this definitie was described in the last begroting before, and how it is here; nothing where neither says."""
    eerder = {j: t for j, t in structuur.omschrijvingen.get(definitie, {}).items() if j < (concept.jaar or 0)}
    nu = " ".join(
        tekst.tekst
        for tekst in concept.teksten
        if tekst.soort is Tekstsoort.DEFINITIE and tekst.indicator == naam and not tekst.samengevat
    )
    if not (eerder or nu):
        return {}
    jaar = max(eerder, default=None)
    oud, publicatie = (eerder[jaar], f"PB {jaar}") if jaar else ("", "")
    return {"omschreven": {"publicatie": publicatie, "eerder": oud, "nu": nu, "zelfde": kaal(oud) == kaal(nu)}}


def _vorm(gelezen: Concept, naam: str) -> dict[str, Any]:
    """What the printed figures show of an indicator: its unit, decimals, doelstelling and first measured year."""
    cijfers = [cijfer for cijfer in gelezen.cijfers if cijfer.naam == naam]
    gedrukt = [cijfer.gedrukt for cijfer in cijfers if cijfer.waarde is not None]
    return {
        "eenheid": "%" if any(cijfer.procent for cijfer in cijfers) else "aantal",
        "decimalen": max((len(tekst.rstrip("% ").partition(",")[2]) for tekst in gedrukt), default=0),
        "doelstelling": next((cijfer.doelstelling for cijfer in cijfers), ""),
        "vanaf": min(
            (c.jaar for c in cijfers if c.soort is Cijfersoort.REALISATIE and c.waarde is not None), default=None
        ),
    }


def _lijkt_op(naam: str, bekend: Mapping[str, str]) -> list[str]:
    """What goes by the known names that look most like this one, best first; `bekend` is by name."""
    beste = process.extract(naam.casefold(), sorted(bekend), scorer=fuzz.token_set_ratio, limit=VOORSTELLEN)
    return list(dict.fromkeys(bekend[gevonden] for gevonden, score, _ in beste if score >= LIJKT_OP))


def _suggesties(suggesties: Iterable[Suggestie]) -> Iterator[Ontwerpvraag]:
    for suggestie in suggesties:
        yield Ontwerpvraag(
            sleutel_van_suggestie(suggestie),
            Vraag.Soort.SUGGESTIE,
            f"{suggestie.gedrukt} in de zin: {suggestie.zin}",
            suggestie.regel,
            voorstel={"gedrukt": suggestie.gedrukt, "periode": suggestie.periode, "procent": suggestie.procent},
        )


def sleutel_van_suggestie(suggestie: Suggestie) -> str:
    return f"suggestie:{suggestie.regel}:{_merk(suggestie.zin)}:{suggestie.gedrukt}"


def _merk(*teksten: str) -> str:
    """A short mark of texts: the same for the same texts, in every reading."""
    return f"{zlib.crc32(' '.join(teksten).encode()):08x}"
