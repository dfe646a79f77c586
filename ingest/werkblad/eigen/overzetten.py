"""From figures of a workbook of their own to rows of our sheet: whose name is which definitie, and what is added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from rapidfuzz import fuzz, process

from indicators.getallen import schrijf_getal, zonder_nullen
from indicators.models import Bewoording, Definitie
from ingest.lezer.taal.getallen import GeenGetal, lees_cel
from ingest.models import Aanwijzing, Account
from ingest.opgaven.meting import Meting
from ingest.opgaven.waarde import NietBegrepen, lees_waarde
from ingest.werkblad.eigen.herkennen import Geheugen, Indeling, koppen, sleutelnaam, zonder_jaar
from ingest.werkblad.eigen.uitlezen import Boekcijfer
from ingest.werkblad.rijen import Invulrij
from ingest.werkblad.werkboek import Werkboek

LIJKT_OP = 70  # of 100


@dataclass(frozen=True)
class Eigen:
    """What somebody may enter, and the names by which it is known: those of the site and of every edition."""

    definities: dict[str, Definitie]
    namen: dict[str, str]

    @classmethod
    def van(cls, account: Account) -> "Eigen":
        """A name that two definities have tells neither."""
        definities = {d.slug: d for d in account.eigen_definities().order_by("indicator__volgorde", "volgorde")}
        bij: dict[str, set[str]] = defaultdict(set)
        for definitie in definities.values():
            bij[sleutelnaam(definitie.indicator.naam)].add(definitie.slug)
        gedrukt = Bewoording.objects.filter(definitie__slug__in=definities)
        for naam, slug in gedrukt.values_list("naam", "definitie__slug"):
            bij[sleutelnaam(naam)].add(slug)
        return cls(definities, {naam: min(slugs) for naam, slugs in bij.items() if len(slugs) == 1})

    def voorstel(self, naam: str, geheugen: Geheugen) -> str | None:
        """The slug that goes with their name: said before, or a name that is known; "" is not to be used."""
        sleutel = sleutelnaam(naam)
        onthouden = geheugen.namen.get(sleutel)
        if onthouden is not None and (not onthouden or onthouden in self.definities):
            return onthouden
        return self.namen.get(sleutel)

    def lijkt_op(self, naam: str) -> list[Definitie]:
        """Those with a name like theirs, the likest first: to choose from, never chosen by us."""
        treffers = process.extract(
            sleutelnaam(naam), list(self.namen), scorer=fuzz.token_set_ratio, limit=5, score_cutoff=LIJKT_OP
        )
        return [self.definities[slug] for slug in dict.fromkeys(self.namen[treffer[0]] for treffer in treffers)]


def geheugen_van(account: Account) -> Geheugen:
    """What this person pointed out before."""
    per_soort: dict[str, dict[str, str]] = {soort: {} for soort in Aanwijzing.Soort.values}
    for aanwijzing in account.aanwijzingen.all():
        per_soort[aanwijzing.soort][aanwijzing.tekst] = aanwijzing.betekenis
    soort = Aanwijzing.Soort
    return Geheugen(per_soort[soort.BLAD], per_soort[soort.KOLOM], per_soort[soort.NAAM])


def onthoud(account: Account, werkboek: Werkboek, indeling: Indeling, namen: Mapping[str, str]) -> None:
    """Keep what they pointed out now, over what they said before; `namen` are their names, and the slug of each."""
    blad = werkboek.bladen[indeling.blad]
    wijzen = {(Aanwijzing.Soort.BLAD, blad.naam): ""} if blad.naam else {}
    per_kop: dict[str, set[str]] = defaultdict(set)
    for kop, kolom in zip(koppen(blad, indeling.kop), indeling.kolommen, strict=True):
        per_kop[zonder_jaar(kop)].add(kolom.soort.value)
    # Under years alone stand figures of years that are over and goals of years to come.
    wijzen |= {(Aanwijzing.Soort.KOLOM, kop): min(soorten) for kop, soorten in per_kop.items() if len(soorten) == 1}
    wijzen |= {(Aanwijzing.Soort.NAAM, sleutelnaam(naam)): slug for naam, slug in namen.items()}
    rijen = [Aanwijzing(account=account, soort=s, tekst=t[:300], betekenis=b) for (s, t), b in wijzen.items() if t]
    with transaction.atomic():
        Aanwijzing.objects.bulk_create(
            rijen, update_conflicts=True, unique_fields=["account", "soort", "tekst"], update_fields=["betekenis"]
        )


def is_aandeel(cijfer: Boekcijfer, definitie: Definitie | None) -> bool:
    """Whether it may be a percentage that stands there as a share of one, as a spreadsheet keeps it: 0,765."""
    try:
        cel = lees_cel(cijfer.velden.get("ingetypt", ""))
    except GeenGetal:
        return False
    if definitie is None:
        return cel.waarde is not None and 0 < abs(cel.waarde) < 1
    return definitie.eenheid == "%" and not cel.procent and cel.waarde is not None and 0 < abs(cel.waarde) <= 1


def als_rijen(cijfers: Iterable[Boekcijfer], namen: Mapping[str, Definitie], *, aandelen: bool) -> list[Invulrij]:
    """A row for each figure whose name is a definitie; with what was said of that figure a year earlier, where the
    workbook is silent.
    """
    rijen = []
    for cijfer in cijfers:
        definitie = namen.get(cijfer.naam)
        if definitie is None:
            continue
        velden, klachten, opmerkingen = dict(cijfer.velden), list(cijfer.klachten), list(cijfer.opmerkingen)
        if is_aandeel(cijfer, definitie):
            procent = _als_procent(velden["ingetypt"])
            if aandelen:
                opmerkingen.append(f"In uw bestand staat {velden['ingetypt']}. Wij lezen dat als {procent}.")
                velden["ingetypt"] = procent
            else:
                klachten.append(f"“{velden['ingetypt']}” kan ook {procent} zijn. Typ het cijfer met een procentteken.")
        meting = Meting(definitie, cijfer.jaar, cijfer.periode)
        velden, gevuld = _aangevuld(velden, meting)
        rijen.append(
            Invulrij(cijfer.plek, meting.sleutel, velden, klachten=tuple(klachten), opmerkingen=(*opmerkingen, *gevuld))
        )
    return rijen


def _als_procent(tekst: str) -> str:
    waarde = lees_cel(tekst).waarde or Decimal(0)
    return f"{schrijf_getal(zonder_nullen(waarde * 100))} %"


def _aangevuld(velden: dict[str, str], meting: Meting) -> tuple[dict[str, str], list[str]]:
    """With the bron, the day and the toelichting of a year earlier; an explanation only where nothing new needs one."""
    if meting.opgave is not None:
        return velden, []
    vorige = meting.opgaven_van_eerder().first()
    bron = vorige.bron if vorige else meting.eerder[-1].bron if meting.eerder else ""
    erbij = {"bron": bron}
    if vorige and vorige.gemeten_op:
        erbij["gemeten_op"] = _zelfde_dag(vorige.gemeten_op, meting.jaar - vorige.jaar)
    if vorige and not _valt_op(velden.get("ingetypt", ""), meting):
        erbij["toelichting"] = vorige.toelichting
    nieuw = {veld: tekst for veld, tekst in erbij.items() if tekst and not velden.get(veld)}
    namen = {"bron": "bron", "gemeten_op": "meetdatum", "toelichting": "toelichting"}
    wat = ", ".join(namen[veld] for veld in nieuw)
    return {**velden, **nieuw}, [f"Overgenomen van eerder: {wat}. Kijk of het nog klopt."] if nieuw else []


def _zelfde_dag(dag: date, jaren: int) -> str:
    laatste = (dag.month, dag.day) == (2, 29)
    return f"{28 if laatste else dag.day:02}-{dag.month:02}-{dag.year + jaren}"


def _valt_op(ingetypt: str, meting: Meting) -> bool:
    try:
        return any(meting.te_verklaren(lees_waarde(ingetypt, meting.definitie)))
    except NietBegrepen:
        return True
