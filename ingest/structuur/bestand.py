"""The structure that is the same across editions: seeded from structuur.yaml, after that kept in the tables."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec.yaml
import yaml
from django.conf import settings
from django.db import transaction
from django.db.models import Model, Prefetch

from indicators.models import (
    Bewoording,
    Breuk,
    Definitie,
    Doelstelling,
    DoelstellingBenaming,
    Indicator,
    Opvolging,
    Post,
    PostBenaming,
    Programma,
    Publicatie,
)
from indicators.models.geld import EIGEN_TABELLEN
from ingest.aanhalen.afdrukken import Print
from ingest.aanhalen.vindplaatsen import met_prints, prints_van
from ingest.structuur.sloten import Slot, vergrendel

BESTAND = Path(__file__).parent / "structuur.yaml"
KOP = """\
# What is the same across editions: the mapping. It seeds an empty database; after that the tables are the
# truth, and `manage.py write_structuur` writes this file from them. A name is as printed: it is what is matched.
"""


def zaai_structuur(bestand: Path = BESTAND) -> bool:
    """Fill an empty database from the mapping; False when there is a structure already."""
    if Programma.objects.exists():
        return False
    inhoud = msgspec.yaml.decode(bestand.read_bytes())
    with transaction.atomic():
        _bewaar(Publicatie(slug=rij["naam"].replace(" ", "-"), **rij) for rij in inhoud["publicaties"])
        publicaties = {publicatie.naam: publicatie for publicatie in Publicatie.objects.all()}
        for programma in inhoud["programmas"]:
            _bewaar(_programmarijen(programma, publicaties))
        _zaai_breuken(inhoud, publicaties)
    return True


def _bewaar(rijen: Iterable[Model]) -> None:
    """In few questions to the database; a row stands after those that it points to, and so does its model."""
    per_model: dict[type[Model], list[Model]] = {}
    for rij in rijen:
        per_model.setdefault(type(rij), []).append(rij)
    for model, samen in per_model.items():
        model._default_manager.bulk_create(samen)


def _programmarijen(inhoud: Mapping[str, Any], publicaties: Mapping[str, Publicatie]) -> Iterator[Model]:
    programma = Programma(code=inhoud["code"], naam=inhoud["naam"])
    yield programma
    doelstellingen = {}
    for volgorde, doel in enumerate(inhoud["doelstellingen"], 1):
        doelstelling = Doelstelling(programma=programma, code=doel["code"], naam=doel["naam"], volgorde=volgorde)
        doelstellingen[doelstelling.code] = doelstelling
        onder = {
            naam: DoelstellingBenaming(doelstelling=doelstelling, publicatie=publicaties[naam], **benaming)
            for naam, benaming in doel["benamingen"].items()
        }
        yield doelstelling
        yield from onder.values()
        for plaats, gegevens in enumerate(doel["indicatoren"], 1):
            indicator = Indicator(
                doelstelling=doelstelling, slug=gegevens["slug"], naam=gegevens["naam"], volgorde=plaats
            )
            yield indicator
            yield from _definitierijen(indicator, gegevens["definities"], onder, publicaties)
    for volgorde, post in enumerate(inhoud["posten"], 1):
        nieuw = Post(
            programma=programma,
            doelstelling=doelstellingen[post["doelstelling"]] if post["doelstelling"] else None,
            tabel=post["tabel"],
            rol=post["rol"],
            slug=post["slug"],
            naam=post["naam"],
            volgorde=volgorde,
        )
        yield nieuw
        for naam, benaming in post["benamingen"].items():
            yield PostBenaming(post=nieuw, publicatie=publicaties[naam], **benaming)


def _definitierijen(
    indicator: Indicator,
    definities: Iterable[Mapping[str, Any]],
    onder: Mapping[str, DoelstellingBenaming],
    publicaties: Mapping[str, Publicatie],
) -> Iterator[Model]:
    for plaats, gegevens in enumerate(definities, 1):
        velden = {veld: waarde for veld, waarde in gegevens.items() if veld != "bewoordingen"}
        definitie = Definitie(indicator=indicator, volgorde=plaats, **velden)
        yield definitie
        for naam, bewoording in gegevens["bewoordingen"].items():
            yield Bewoording(
                definitie=definitie,
                publicatie=publicaties[naam],
                onder=onder.get(naam),
                naam=bewoording["naam"],
                soort_begroting=bewoording["begroting"],
                begroting_vanaf=bewoording.get("vanaf"),
            )


def _zaai_breuken(inhoud: Mapping[str, Any], publicaties: Mapping[str, Publicatie]) -> None:
    definities = {definitie.slug: definitie for definitie in Definitie.objects.all()}
    indicatoren = {indicator.slug: indicator for indicator in Indicator.objects.all()}
    doelstellingen = {doelstelling.code: doelstelling for doelstelling in Doelstelling.objects.all()}
    for breuk in inhoud["breuken"]:
        van, naar = definities[breuk.pop("van")], definities[breuk.pop("naar")]
        Breuk.objects.create(van=van, naar=naar, **_zaai_plaats(breuk, publicaties), **breuk)
    for opvolging in inhoud["opvolgingen"]:
        waar = {
            veld: (indicatoren if veld.endswith("indicator") else doelstellingen)[opvolging.pop(veld)]
            for veld in list(opvolging)
            if veld.startswith(("van_", "naar_"))
        }
        Opvolging.objects.create(**waar, **_zaai_plaats(opvolging, publicaties), **opvolging)


def _zaai_plaats(inhoud: dict[str, Any], publicaties: Mapping[str, Publicatie]) -> dict[str, Any]:
    """The publicatie and the passage that something rests on, taken out of what the file says of it."""
    publicatie, afdrukken = publicaties[inhoud.pop("publicatie")], inhoud.pop("afdrukken", None)
    prints = [Print.uit(geschreven) for geschreven in afdrukken or ()]
    return {"publicatie": publicatie, "aanhaling": met_prints(publicatie, prints) if prints else None}


def beschrijf_structuur() -> dict[str, Any]:
    """The structure in the tables, in the form of the mapping file. Policy rows are no structure."""
    return {
        "publicaties": [_publicatie(publicatie) for publicatie in Publicatie.objects.documenten()],
        "programmas": [_programma(programma) for programma in Programma.objects.order_by("code")],
        "breuken": [
            {
                "van": breuk.van.slug,
                "naar": breuk.naar.slug,
                "jaar": breuk.jaar,
                "zekerheid": breuk.zekerheid,
                "reden": breuk.reden,
                **_plaats(breuk),
            }
            for breuk in Breuk.objects.select_related("van", "naar", "publicatie", "aanhaling").order_by("pk")
        ],
        "opvolgingen": [_opvolging(opvolging) for opvolging in Opvolging.objects.order_by("pk")],
    }


def schrijf_structuur() -> str:
    """The text of the mapping file."""
    return KOP + yaml.safe_dump(beschrijf_structuur(), allow_unicode=True, sort_keys=False, width=110)


def _publicatie(publicatie: Publicatie) -> dict[str, Any]:
    velden = ("naam", "soort", "titel", "jaar", "status", "aangeboden_op", "vastgesteld_op", "adres")
    return {veld: getattr(publicatie, veld) for veld in velden}


def _programma(programma: Programma) -> dict[str, Any]:
    gedrukt = Bewoording.objects.gedrukt().select_related("publicatie").order_by("publicatie__jaar")
    doelstellingen = programma.doelstellingen.prefetch_related(
        _met_benamingen(DoelstellingBenaming),
        Prefetch("indicatoren", Indicator.objects.met_begroting()),
        Prefetch("indicatoren__definities__bewoordingen", gedrukt),
    )
    posten = Post.objects.filter(programma=programma).exclude(tabel__in=EIGEN_TABELLEN)
    return {
        "code": programma.code,
        "naam": programma.naam,
        "doelstellingen": [
            {
                "code": doelstelling.code,
                "naam": doelstelling.naam,
                "benamingen": _benamingen(doelstelling.benamingen),
                "indicatoren": [_indicator(indicator) for indicator in doelstelling.indicatoren.all()],
            }
            for doelstelling in doelstellingen
        ],
        "posten": [
            {
                "tabel": post.tabel,
                "rol": post.rol,
                "slug": post.slug,
                "naam": post.naam,
                "doelstelling": post.doelstelling.code if post.doelstelling else None,
                "benamingen": _benamingen(post.benamingen),
            }
            for post in posten.select_related("doelstelling")
            .prefetch_related(_met_benamingen(PostBenaming))
            .order_by("volgorde")
        ],
    }


def _benamingen(benamingen: Any) -> dict[str, dict[str, str]]:
    """By publicatie; of a row of an overview the title of its table belongs to its name."""
    return {
        benaming.publicatie.naam: {"code": benaming.code, "naam": benaming.naam}
        | ({"onder": benaming.onder} if getattr(benaming, "onder", "") else {})
        for benaming in benamingen.all()
    }


def _met_benamingen(model: type[DoelstellingBenaming | PostBenaming]) -> "Prefetch[Any]":
    """What the documents call each, oldest first; an opgave takes over the words of one."""
    gedrukt = model._default_manager.exclude(publicatie__soort=Publicatie.Soort.OPGAVE)
    return Prefetch("benamingen", gedrukt.select_related("publicatie").order_by("publicatie__jaar"))


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "slug": indicator.slug,
        "naam": indicator.naam,
        "definities": [
            {
                "slug": definitie.slug,
                "omschrijving": definitie.omschrijving,
                "eenheid": definitie.eenheid,
                "decimalen": definitie.decimalen,
                "richting": definitie.richting,
                "meetperiode": definitie.meetperiode,
                "ondergrens": _getal(definitie.ondergrens),
                "bovengrens": _getal(definitie.bovengrens),
                "bewoordingen": {
                    bewoording.publicatie.naam: {
                        "naam": bewoording.naam,
                        "begroting": bewoording.soort_begroting,
                        **({"vanaf": bewoording.begroting_vanaf} if bewoording.begroting_vanaf else {}),
                    }
                    for bewoording in definitie.bewoordingen.all()
                },
            }
            for definitie in indicator.definities.all()
        ],
    }


def _getal(grens: Decimal | None) -> int | str | None:
    if grens is None:
        return None
    return int(grens) if grens == int(grens) else str(grens.normalize())


def _opvolging(opvolging: Opvolging) -> dict[str, Any]:
    tussen: dict[str, str] = {}
    if opvolging.van_indicator and opvolging.naar_indicator:
        tussen = {
            "van_indicator": opvolging.van_indicator.slug,
            "naar_indicator": opvolging.naar_indicator.slug,
        }
    if opvolging.van_doelstelling and opvolging.naar_doelstelling:
        tussen = {
            "van_doelstelling": opvolging.van_doelstelling.code,
            "naar_doelstelling": opvolging.naar_doelstelling.code,
        }
    return {
        "soort": opvolging.soort,
        **tussen,
        "reden": opvolging.reden,
        **_plaats(opvolging),
    }


def _plaats(ding: Breuk | Opvolging) -> dict[str, Any]:
    prints = [str(gezocht) for gezocht in prints_van(ding.aanhaling)] if ding.aanhaling else []
    return {"publicatie": ding.publicatie.naam, **({"afdrukken": prints} if prints else {})}


def zorg_voor_structuur() -> None:
    """A migrated database is enough: the mapping seeds it before the first document, but for another gemeente."""
    if settings.LEEG:
        return
    if Programma.objects.exists():  # without the lock: a transaction around this one would keep it to its end
        return
    with transaction.atomic():
        vergrendel(Slot.STRUCTUUR)
        zaai_structuur()
