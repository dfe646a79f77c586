"""What people read, as one file: written from the store, and taken up into it again."""

from collections.abc import Container, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec.yaml
import yaml
from django.db import models
from django.db.models import Q

from indicators.models import (
    Aangehaald,
    Aanhaling,
    Doelstelling,
    Duiding,
    Indicator,
    Lezing,
    Nagelezen,
    Post,
    Programma,
    Publicatie,
    Synoniem,
)
from indicators.models.bronnen import verhoog_versie
from indicators.models.duiding import DuidingQuerySet
from ingest.aanhalen.afdrukken import Print
from ingest.aanhalen.vindplaatsen import letters_van, met_prints, prints_van, vind_alle
from ingest.accounts.handelend import SYSTEEM, handelend_als, met_reden
from ingest.publiceren.publiceren import tel_tabellen

BESTAND = Path(__file__).parents[1] / "edities" / "gelezen.yaml"
KOP = """\
# What people read in the running text of the documents, in our own words. `manage.py write_gelezen` writes this file
# from the tables, and `manage.py load_gelezen` takes it up. A passage is known by the prints of its words (see
# ingest/aanhalen/afdrukken.py): of the document itself, and of our summary in the bundled edition.
"""
_TEKST = (
    "soort", "wat", "zin", "gedrukt", "wanneer", "uiterlijk", "wie", "vanaf", "tot_en_met", "nummer", "in_tabel",
    "adres", "bron", "op", "stand",
)  # fmt: skip
BETER = "Deze zin is in een nieuwere versie van Doelwijzer verbeterd."
_M = TypeVar("_M", bound=models.Model)


class Onbekend(ValueError):
    """The file names what is not in the tables; the message says what, in Dutch."""


def neem_op(bestand: Path = BESTAND) -> int:
    """Take up what is not known yet, as read and agreed to elsewhere; returns how many.

    What people took back or corrected here stays so. What came with an earlier Doelwijzer makes place for a better text
    of it, and the words of its passages are learned: a summary of ours may have become a better one. Raises Onbekend,
    and then nothing is taken up.
    """
    inhoud = msgspec.yaml.decode(bestand.read_bytes())
    with handelend_als(None, SYSTEEM):
        bekend = set(Duiding.objects.values_list("sleutel", flat=True))
        nieuw = [(plek, ding) for plek, ding in enumerate(inhoud["duidingen"]) if ding["sleutel"] not in bekend]
        for plek, ding in sorted(nieuw, key=lambda paar: "over" in paar[1]):  # a stand after what it is about
            _duiding(ding, plek)
        verbeterd = sum([_verbeter(oud, ding) for oud, ding in _meegeleverd(inhoud["duidingen"], bekend)])
        vind_alle(Publicatie.objects.geladen())
        nagelezen = sum(_nagelezen(ding) for ding in inhoud["nagelezen"])
        for woord, anderen in inhoud["synoniemen"].items():
            _synoniemen(woord, anderen)
        if nieuw or verbeterd or nagelezen:
            tel_tabellen()
            verhoog_versie()
    return len(nieuw)


def schrijf_gelezen() -> str:
    """The text of the file, from what is on the site."""
    op_de_site = Duiding.objects.gepubliceerd()
    van_iets = op_de_site.filter(Q(over=None) | Q(over__sleutel__in=op_de_site.values("sleutel")))
    nagelezen = Nagelezen.objects.filter(ingetrokken_op=None, lezing__staat=Lezing.Staat.GEPUBLICEERD)
    synoniemen: dict[str, list[str]] = {}
    for synoniem in Synoniem.objects.all():
        synoniemen.setdefault(synoniem.woord, []).append(synoniem.ook)
    inhoud = {
        "duidingen": [_beschrijf(duiding) for duiding in _met_alles(van_iets)],
        "nagelezen": [
            {
                "publicatie": ding.lezing.publicatie.naam,
                "programma": ding.programma.code if ding.programma else None,
                "vraag": ding.vraag,
                "afdrukken": ding.afdrukken,
            }
            for ding in nagelezen.select_related("lezing__publicatie", "programma").order_by("pk")
        ],
        "synoniemen": synoniemen,
    }
    return KOP + yaml.dump(inhoud, Dumper=Voluit, allow_unicode=True, sort_keys=False, width=110)


class Voluit(yaml.SafeDumper):
    """The same list twice is written twice: a person reads this."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _meegeleverd(
    dingen: Sequence[Mapping[str, Any]], bekend: Container[str]
) -> Iterator[tuple[Duiding | None, Mapping[str, Any]]]:
    """What is known already, each with what came with an earlier Doelwijzer and is on the site as it came."""
    zoals_het_kwam = Q(vervangt=None) | Q(reden=BETER)
    ongewijzigd = Duiding.objects.gepubliceerd().filter(zoals_het_kwam, weg=Duiding.Weg.MEEGELEVERD)
    per_sleutel = {duiding.sleutel: duiding for duiding in _met_alles(ongewijzigd)}
    return ((per_sleutel.get(ding["sleutel"]), ding) for ding in dingen if ding["sleutel"] in bekend)


def _verbeter(oud: Duiding | None, ding: Mapping[str, Any]) -> bool:
    """Learn the words of its passages; whether what it says has become another."""
    bronnen = [(_aanhaling(bron).pk, bron.get("gedrukt", ""), bron.get("waar", "")) for bron in ding.get("bronnen", ())]
    if oud is None:
        return False
    gelijk = [(plaats.aanhaling_id, plaats.gedrukt, plaats.waar) for plaats in oud.plaatsen] == bronnen
    if gelijk and _zonder_bronnen(oud) == {veld: waarde for veld, waarde in ding.items() if veld != "bronnen"}:
        return False
    oud.staat = Duiding.Staat.VERVANGEN
    oud.save(update_fields=["staat"])
    _duiding(ding, oud.volgorde, vervangt=oud, reden=BETER)
    return True


def _duiding(ding: Mapping[str, Any], plek: int, vervangt: Duiding | None = None, reden: str = "") -> Duiding:
    met_reden(reden)
    duiding = Duiding.objects.create(
        sleutel=ding["sleutel"],
        indicator=_vind(Indicator, slug=ding["indicator"]) if "indicator" in ding else None,
        post=_post(ding["post"]) if "post" in ding else None,
        over=_vind(Duiding, sleutel=ding["over"]) if "over" in ding else None,
        volgorde=plek,
        staat=Duiding.Staat.GEPUBLICEERD,
        weg=Duiding.Weg.MEEGELEVERD,
        vervangt=vervangt,
        reden=reden,
        **{veld: ding[veld] for veld in _TEKST if veld in ding},
    )
    duiding.doelstellingen.set(_vind(Doelstelling, code=code) for code in ding.get("doelstellingen", ()))
    for volgorde, bron in enumerate(ding.get("bronnen", ())):
        Aangehaald.objects.create(
            duiding=duiding,
            aanhaling=_aanhaling(bron),
            gedrukt=bron.get("gedrukt", ""),
            waar=bron.get("waar", ""),
            volgorde=volgorde,
        )
    return duiding


def _aanhaling(bron: Mapping[str, Any]) -> Aanhaling:
    publicatie = _vind(Publicatie, naam=bron["publicatie"])
    return met_prints(publicatie, [Print.uit(geschreven) for geschreven in bron["afdrukken"]])


def _post(post: Mapping[str, str]) -> Post:
    return _vind(Post, programma__code=post["programma"], tabel=post["tabel"], slug=post["slug"])


def _vind(model: type[_M], **waarop: str) -> _M:
    """What the file names; of more rows, as of what was corrected, the last."""
    gevonden = model._default_manager.filter(**waarop).order_by("pk").last()
    if gevonden is None:
        raise Onbekend(f"{model._meta.verbose_name} {', '.join(waarop.values())} is hier niet bekend.")
    return gevonden


def _synoniemen(woord: str, anderen: Sequence[str]) -> None:
    """Those that nobody here knew, or took off the list."""
    bekend = set(Synoniem.alle.filter(woord=woord).values_list("ook", flat=True))
    for ook in anderen:
        if ook not in bekend:
            Synoniem.objects.create(woord=woord, ook=ook)


def _nagelezen(ding: Mapping[str, Any]) -> bool:
    """Only of a lezing whose text is the one that was read, and not where somebody took that back for such a text."""
    lezing = Lezing.objects.documenten().filter(publicatie__naam=ding["publicatie"]).first()
    if lezing is None:
        return False
    programma = _vind(Programma, code=ding["programma"]) if ding["programma"] else None
    wat = {"programma": programma, "vraag": ding["vraag"]}
    teruggenomen = Q(
        lezing__publicatie=lezing.publicatie_id, ingetrokken_op__isnull=False, afdrukken__overlap=ding["afdrukken"]
    )
    bekend = Nagelezen.objects.filter(Q(lezing=lezing) | teruggenomen, **wat).exists()
    if bekend or letters_van(lezing).afdruk not in ding["afdrukken"]:
        return False
    Nagelezen.objects.create(lezing=lezing, afdrukken=ding["afdrukken"], **wat)
    return True


def _met_alles(duidingen: DuidingQuerySet) -> DuidingQuerySet:
    """With all that the file says of them."""
    return duidingen.met_bronnen().select_related("post__programma", "over").prefetch_related("doelstellingen")


def _beschrijf(duiding: Duiding) -> dict[str, Any]:
    bronnen = [_bron(aangehaald) for aangehaald in duiding.plaatsen]
    return {**_zonder_bronnen(duiding), **({"bronnen": bronnen} if bronnen else {})}


def _zonder_bronnen(duiding: Duiding) -> dict[str, Any]:
    """What the file says of it, but for where it was read."""
    verwijst: dict[str, Any] = {}
    if duiding.indicator:
        verwijst["indicator"] = duiding.indicator.slug
    if duiding.post and duiding.post.programma:
        verwijst["post"] = {
            "programma": duiding.post.programma.code,
            "tabel": duiding.post.tabel,
            "slug": duiding.post.slug,
        }
    if doelen := [doel.code for doel in duiding.doelstellingen.all()]:
        verwijst["doelstellingen"] = doelen
    if duiding.over:
        verwijst["over"] = duiding.over.sleutel
    gegevens = {veld: waarde for veld in _TEKST if (waarde := getattr(duiding, veld)) not in ("", None)}
    return {"sleutel": duiding.sleutel, **gegevens, **verwijst}


def _bron(aangehaald: Aangehaald) -> dict[str, Any]:
    erbij = {veld: waarde for veld in ("gedrukt", "waar") if (waarde := getattr(aangehaald, veld))}
    prints = [str(gezocht) for gezocht in prints_van(aangehaald.aanhaling)]
    return {"publicatie": aangehaald.publicatie.naam, **erbij, "afdrukken": prints}
