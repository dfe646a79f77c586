"""What a document calls its posts, by what was answered: one name at a time, or all rows of a table together."""

from collections.abc import Iterator

from django.db.models import Max, Q

from indicators.models import Doelstelling, Post, PostBenaming, Programma
from ingest.lezer.concept import Bedrag
from ingest.models import Antwoord
from ingest.ontwerp.beslissingen import Beslissing, Naslag
from ingest.structuur.adressen import als_slug, code_voor, vrij
from ingest.structuur.einde import maak
from ingest.structuur.programmatabellen import plekken_per_titel, titel_van
from ingest.structuur.rollen import met_reserves, voorgestelde_rol


def benaming_van(beslissing: Beslissing, naslag: Naslag) -> PostBenaming | None:
    """What this document calls a post, to be kept."""
    programma = Programma.objects.filter(code=beslissing.programma).first()
    over = (
        b
        for b in naslag.concept.bedragen
        if (b.post, b.plek.tabel if b.plek else b.tabel) == (beslissing.onderwerp, beslissing.tabel)
        and beslissing.doelstelling in (None, _doelstelling(b))
    )
    gedrukt = next((b for b in over if naslag.programma_van(b) == programma), None)
    if gedrukt is None or programma is None or beslissing.keuze in (Antwoord.Keuze.WEGLATEN, Antwoord.Keuze.LATEN):
        return None
    if beslissing.keuze == Antwoord.Keuze.BESTAANDE:
        post = programma.posten.filter(tabel=beslissing.tabel, slug=beslissing.gegevens["slug"]).first()
    else:
        benaming = naslag.onder(gedrukt.doelstelling) if _doelstelling(gedrukt) else None
        rol = beslissing.gegevens.get("rol") or _voorgestelde_rol(gedrukt, naslag)
        post = _maak_post(gedrukt, programma, benaming.doelstelling if benaming else None, beslissing.tabel, rol)
    return _benaming(post, gedrukt, naslag) if post else None


def benamingen_van_tabel(beslissing: Beslissing, naslag: Naslag) -> Iterator[PostBenaming]:
    """Those of all rows of a table that has what its programmas cost; its programmas become known with them.

    A name that is known there is that post. Of a programma that has posts in such a table already, a name that is not
    known may be another one's: it is asked.
    """
    rijen = plekken_per_titel(naslag.concept.bedragen).get(beslissing.onderwerp, [])
    if beslissing.keuze != Antwoord.Keuze.NIEUW or not rijen:
        return
    _maak_programmas(rijen, beslissing.gegevens["programmas"], naslag)
    al_bekend = set(Post.objects.values_list("programma", "tabel"))
    gehad = set()
    for bedrag in rijen:
        programma = naslag.programma_van(bedrag)
        if programma is None or bedrag.plek is None or (programma.pk, bedrag.plek.tabel, bedrag.post) in gehad:
            continue
        gehad.add((programma.pk, bedrag.plek.tabel, bedrag.post))
        zo = Q(naam__iexact=bedrag.post) | Q(benamingen__naam__iexact=bedrag.post, benamingen__beeindigd_op=None)
        post = programma.posten.filter(zo, tabel=bedrag.plek.tabel).first()
        if post is None and (programma.pk, bedrag.plek.tabel) not in al_bekend:
            post = _maak_post(bedrag, programma, None, bedrag.plek.tabel, bedrag.plek.rol)
        if post:
            yield _benaming(post, bedrag, naslag)


def _maak_programmas(rijen: list[Bedrag], namen: list[str], naslag: Naslag) -> None:
    for plek in dict.fromkeys(bedrag.plek for bedrag in rijen):
        if plek and plek.naam in namen and not Programma.objects.filter(naam__iexact=plek.naam).exists():
            code = vrij(Programma.alle.all(), "code", code_voor(plek.nummer, plek.naam), naslag.concept.jaar)
            maak(Programma, {"naam": plek.naam}, code=code)


def _maak_post(gedrukt: Bedrag, programma: Programma, doelstelling: Doelstelling | None, tabel: str, rol: str) -> Post:
    laatste = programma.posten.aggregate(laatste=Max("volgorde"))["laatste"] or 0
    return maak(
        Post,
        {"programma": programma, "doelstelling": doelstelling, "tabel": tabel, "naam": gedrukt.post},
        rol=rol,
        # free in its own table: two doelstellingen may each have an uitsplitsing with a Totaal
        slug=vrij(Post.alle.filter(programma=programma, tabel=tabel), "slug", als_slug(gedrukt.post)),
        volgorde=laatste + 1,
    )


def _benaming(post: Post, gedrukt: Bedrag, naslag: Naslag) -> PostBenaming:
    onder = titel_van(gedrukt.plek) if gedrukt.plek else ""
    return PostBenaming(
        post=post, publicatie=naslag.publicatie, code=gedrukt.code, naam=gedrukt.post, onder=onder, uit_document=True
    )


def _doelstelling(bedrag: Bedrag) -> str:
    """The code above it; a row that its table puts in a programma is of no doelstelling."""
    return "" if bedrag.plek else bedrag.doelstelling


def _voorgestelde_rol(gedrukt: Bedrag, naslag: Naslag) -> str:
    if gedrukt.plek:
        return gedrukt.plek.rol
    return voorgestelde_rol(gedrukt, met_reserves(naslag.concept.bedragen))
