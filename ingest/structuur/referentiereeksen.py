"""Beside which indicator the figures of others may stand: proposed by name, decided by a person, remembered.

A series that stands beside none keeps its figures: they are on the site under their own name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from django.utils import timezone
from rapidfuzz import fuzz

from indicators.models import Definitie, Referentiecijfer
from indicators.models.referenties import INWONERS, PRIJSINDEX
from ingest.lezer.concept import Bevinding, Concept, Ernst, Referentie, sorteer
from ingest.lezer.soorten import Bevindingsoort
from ingest.structuur.bekend import naamsleutel
from ingest.structuur.verplicht import verplichte_indicator

_OP_ZICHZELF = {naamsleutel(INWONERS), naamsleutel(PRIJSINDEX)}
_LIJKT_OP = 80  # of 100
_HOOGSTENS = 5


def namen_van_definities() -> dict[str, set[str]]:
    """Each definitie of the site with the names that it goes by: of its indicator, and as printed."""
    namen: dict[str, set[str]] = {}
    rijen = Definitie.objects.order_by("indicator", "volgorde").values_list(
        "slug", "indicator__naam", "bewoordingen__naam"
    )
    for slug, *bekend in rijen:
        namen.setdefault(slug, set()).update(filter(None, bekend))
    return namen


def koppel_reeksen(concept: Concept, besloten: Mapping[str, str]) -> Concept:
    """The draft with each of its series beside a definitie, or beside none (empty), as a person decided in `besloten`.

    What nobody decided is as it was in an earlier file, or as its name is exactly; then it is asked. A figure that
    cannot be one of its definitie is refused.
    """
    if not concept.referenties:
        return concept
    namen, eerder = namen_van_definities(), _eerder()
    ernaast: dict[str, str] = {}
    bevindingen = list(concept.bevindingen)
    for eerste in {referentie.reeks: referentie for referentie in reversed(concept.referenties)}.values():
        reeks = eerste.reeks
        gekozen = besloten.get(reeks)
        if gekozen == "" or gekozen in namen:
            ernaast[reeks] = gekozen or ""
        elif naamsleutel(reeks) not in _OP_ZICHZELF:
            slug = eerder.get(naamsleutel(reeks)) or _precies(reeks, namen)
            ernaast[reeks] = "" if slug in ernaast.values() else slug  # of two series nobody knows which one it is
            if ernaast[reeks] or lijkt_op_reeks(reeks, namen):
                bevindingen.append(_vraag_na(eerste, ernaast[reeks]))
    grenzen = {definitie.slug: definitie for definitie in Definitie.objects.filter(slug__in=ernaast.values())}
    blijft: list[Referentie] = []
    for referentie in concept.referenties:
        slug = ernaast.get(referentie.reeks, "")
        if bezwaar := "; ".join(_bezwaren(referentie, grenzen.get(slug))):
            tekst = f'"{referentie.gedrukt}" ({referentie.gemeente} {referentie.jaar}) is niet overgenomen: {bezwaar}.'
            soort = Bevindingsoort.ONMOGELIJKE_WAARDE
            bevindingen.append(Bevinding(Ernst.FOUT, soort, referentie.regel, tekst, onderwerp=referentie.reeks))
        else:
            blijft.append(replace(referentie, definitie=slug))
    return replace(concept, referenties=tuple(blijft), bevindingen=sorteer(bevindingen))


def lijkt_op_reeks(reeks: str, namen: Mapping[str, set[str]]) -> list[str]:
    """The definities that go by a name like this one, or that the law calls so; the likeliest first."""
    wet = verplichte_indicator(reeks)
    scores = {slug: max(_gelijkenis(reeks, naam, wet) for naam in eigen) for slug, eigen in namen.items()}
    beste = sorted((slug for slug in scores if scores[slug] >= _LIJKT_OP), key=lambda slug: -scores[slug])
    return beste[:_HOOGSTENS]


def _gelijkenis(reeks: str, naam: str, wet: object) -> float:
    if wet and verplichte_indicator(naam) == wet:
        return 100
    return fuzz.token_set_ratio(reeks.casefold(), naam.casefold())


def _eerder() -> dict[str, str]:
    """What was decided of series that are on the site, by their names; the last file decides."""
    ernaast = Referentiecijfer.objects.geldend().filter(definitie__isnull=False, definitie__beeindigd_op=None)
    rijen = ernaast.order_by("opgehaald_op", "pk").values_list("reeks", "definitie__slug")
    return {naamsleutel(reeks): slug for reeks, slug in rijen}


def _precies(reeks: str, namen: Mapping[str, set[str]]) -> str:
    """The one definitie that goes by this very name; empty where none does, or two."""
    gevonden = [slug for slug, eigen in namen.items() if naamsleutel(reeks) in map(naamsleutel, eigen)]
    return gevonden[0] if len(gevonden) == 1 else ""


def _vraag_na(eerste: Referentie, slug: str) -> Bevinding:
    if slug:
        naam = Definitie.objects.values_list("indicator__naam", flat=True).get(slug=slug)
        tekst = f'"{eerste.reeks}" komt naast de indicator "{naam}". Is dat dezelfde meting?'
    else:
        tekst = f'"{eerste.reeks}" lijkt op een indicator van deze site. Is het dezelfde meting?'
    voorbeeld = f"Regel {eerste.regel} zegt bijvoorbeeld: {eerste.gemeente} {eerste.jaar} {eerste.gedrukt}."
    soort = Bevindingsoort.REFERENTIEREEKS
    return Bevinding(Ernst.WAARSCHUWING, soort, eerste.regel, f"{tekst} {voorbeeld}", onderwerp=eerste.reeks)


def _bezwaren(referentie: Referentie, definitie: Definitie | None) -> Iterator[str]:
    if referentie.opgehaald_op > timezone.localdate():
        yield "de dag van ophalen moet nog komen. Verbeter de datum"
    if definitie is None or referentie.waarde is None:
        return
    if referentie.procent and definitie.eenheid != "%":
        yield f"het is een percentage, en de eenheid is {definitie.eenheid}"
    if definitie.ondergrens is not None and referentie.waarde < definitie.ondergrens:
        yield f"het kan niet lager zijn dan {definitie.ondergrens:.0f}"
    if definitie.bovengrens is not None and referentie.waarde > definitie.bovengrens:
        yield f"het kan niet hoger zijn dan {definitie.bovengrens:.0f}"
