"""Which lines an aanhaling is on in a lezing: found by its words when the lezing is made, else asked of a person."""

from collections.abc import Iterable, Sequence

from indicators.models import Aanhaling, Afdruk, Lezing, Nagelezen, Publicatie, Vindplaats
from ingest.aanhalen.afdrukken import Letters, Print
from ingest.lezer.regels import Regel


def letters_van(lezing: Lezing) -> Letters:
    """The words of a lezing, as it keeps them."""
    return Letters.van(lezing.passages.values_list("regel", "tekst", "samengevat"))


def vind_terug(lezing: Lezing) -> None:
    """Find every aanhaling of the publicatie in this lezing; what is not found has no vindplaats there."""
    aanhalingen = lezing.publicatie.aanhalingen.exclude(vindplaatsen__lezing=lezing).prefetch_related("afdrukken")
    if aanhalingen:
        letters = letters_van(lezing)
        for aanhaling in aanhalingen:
            _zoek(aanhaling, lezing, letters)


def haal_aan(lezing: Lezing, van: int, tot: int, letters: Letters | None = None) -> Aanhaling:
    """The aanhaling of these lines of a lezing, with what was pointed at before where it is the same passage.

    Raises ValueError when the lines have no words.
    """
    hier = {"vindplaatsen__lezing": lezing, "vindplaatsen__van_regel": van, "vindplaatsen__tot_regel": tot}
    if aanhaling := Aanhaling.objects.filter(**hier).first():
        return aanhaling
    gevonden = (letters or letters_van(lezing)).print_van(van, tot)
    if gevonden is None:
        raise ValueError(f"{lezing}: no words on lines {van}-{tot}")
    aanhaling = Aanhaling.objects.create(publicatie=lezing.publicatie)
    _bewaar(aanhaling, gevonden)
    Vindplaats.objects.create(aanhaling=aanhaling, lezing=lezing, van_regel=van, tot_regel=tot)
    return aanhaling


def haal_aan_uit(publicatie: Publicatie, regels: Sequence[Regel], regel: int) -> Aanhaling:
    """The aanhaling of a line of a document that is not on the site yet; its vindplaats comes with the lezing."""
    letters = Letters.van((r.nummer, r.gedrukt, r.samengevat) for r in regels)
    gevonden = letters.print_van(regel, regel)
    if gevonden is None:
        raise ValueError(f"{publicatie}: no words on line {regel}")
    return met_prints(publicatie, [gevonden])


def wijs_aan(aanhaling: Aanhaling, lezing: Lezing, van: int, tot: int) -> None:
    """A person says on which lines of a lezing this passage is; its words are known from now on."""
    Vindplaats.objects.update_or_create(
        aanhaling=aanhaling, lezing=lezing, defaults={"van_regel": van, "tot_regel": tot}
    )
    if gevonden := letters_van(lezing).print_van(van, tot):
        _bewaar(aanhaling, gevonden)


def met_prints(publicatie: Publicatie, prints: Sequence[Print]) -> Aanhaling:
    """The aanhaling with these prints, known by the first of them and from now on by all; else a new one."""
    eerste = prints[0]
    zelfde = Afdruk.objects.filter(geheel=eerste.geheel, voor=eerste.voor, na=eerste.na)
    bekend = Aanhaling.objects.filter(publicatie=publicatie, pk__in=zelfde.values("aanhaling")).first()
    aanhaling = bekend or Aanhaling.objects.create(publicatie=publicatie)
    for gezocht in prints:
        _bewaar(aanhaling, gezocht)
    return aanhaling


def prints_van(aanhaling: Aanhaling) -> list[Print]:
    """In the order in which they were taken; of one from before prints were kept, those of where it stood last."""
    afdrukken = sorted(aanhaling.afdrukken.all(), key=lambda afdruk: afdruk.pk)
    if not afdrukken and (laatste := aanhaling.vindplaatsen.order_by("pk").last()):
        gevonden = letters_van(laatste.lezing).print_van(laatste.van_regel, laatste.tot_regel)
        return [gevonden] if gevonden else []
    return [Print(a.lengte, a.begin, a.geheel, a.voor, a.na, a.regels) for a in afdrukken]


def neem_nagelezen_over(vorige: Lezing, lezing: Lezing) -> None:
    """What was read from the first line to the last is read in a lezing with the same words; in another it is not."""
    afdruk = letters_van(lezing).afdruk
    Nagelezen.objects.bulk_create(
        Nagelezen(lezing=lezing, programma=n.programma, vraag=n.vraag, afdrukken=n.afdrukken, actor=n.actor)
        for n in vorige.nagelezen.filter(ingetrokken_op=None, afdrukken__contains=[afdruk])
    )


def vind_alle(publicaties: Iterable[Publicatie]) -> None:
    """Find what was pointed at since in what is on the site now."""
    for lezing in Lezing.objects.filter(publicatie__in=publicaties, staat=Lezing.Staat.GEPUBLICEERD).defer("uitvoer"):
        vind_terug(lezing)


def _zoek(aanhaling: Aanhaling, lezing: Lezing, letters: Letters) -> None:
    prints = prints_van(aanhaling)
    plekken = {plek for gezocht in prints if (plek := letters.vind(gezocht))}
    if len(plekken) != 1:  # two prints of one passage never stand in two places: then nobody knows
        return
    ((van, tot),) = plekken
    Vindplaats.objects.create(aanhaling=aanhaling, lezing=lezing, van_regel=van, tot_regel=tot)


def _bewaar(aanhaling: Aanhaling, gevonden: Print) -> None:
    Afdruk.objects.get_or_create(
        aanhaling=aanhaling,
        geheel=gevonden.geheel,
        voor=gevonden.voor,
        na=gevonden.na,
        defaults={"lengte": gevonden.lengte, "begin": gevonden.begin, "regels": gevonden.regels},
    )
