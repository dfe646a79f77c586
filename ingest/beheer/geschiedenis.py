"""The history in words: each change as a line that says when, who, what and why."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone

from indicators.models import Breuk, Keuze, Opvolging, Vermelding, Wijziging
from ingest.models import (
    Account,
    Apparaat,
    Eigenaar,
    Geldovername,
    Koppelcode,
    Opgave,
    Overname,
    Prognose,
    Recht,
    Termijn,
)

PER_KEER = 500
ACTIES = {"insert": "toegevoegd", "update": "gewijzigd", "delete": "verwijderd"}
NIET_VERTELD = ("id", "versie", "lezing_id")  # the staat of an opgave says the same in words
LEEG: tuple[object, ...] = (None, "", [])
# What the name of a row needs from other tables.
ERBIJ: dict[type[models.Model], tuple[str, ...]] = {
    Breuk: ("van", "naar"),
    Eigenaar: ("indicator",),
    Keuze: ("vermelding__bewoording",),
    Geldovername: ("doelstelling",),
    Opgave: ("definitie__indicator",),
    Overname: ("definitie__indicator",),
    Opvolging: ("van_indicator", "naar_indicator", "van_doelstelling", "naar_doelstelling"),
    Prognose: ("definitie__indicator",),
    Recht: ("doelstelling", "indicator"),
    Termijn: ("indicator",),
    Vermelding: ("bewoording",),
}
VAN_IEMAND: dict[type[models.Model], str] = {
    Account: "account",
    Apparaat: "app voor de tweede factor",
    Koppelcode: "koppelcode",
}
"""Rows that are called by whose they are: only a page may say who that is."""
Model = type[models.Model]


@dataclass(frozen=True)
class Veld:
    """One column that changed; a row that came or went has all that was filled in."""

    naam: str
    oud: str
    nieuw: str

    def __str__(self) -> str:
        return f"{self.naam}: {' → '.join(filter(None, [self.oud, self.nieuw]))}"


@dataclass(frozen=True)
class Geschiedenisregel:
    """One change in words."""

    wijziging: Wijziging
    wie: str
    wat: str
    velden: tuple[Veld, ...]

    @property
    def op(self) -> datetime:
        return timezone.localtime(self.wijziging.op)

    @property
    def actie(self) -> str:
        return ACTIES[self.wijziging.actie]


def geschiedenisregels(
    wijzigingen: Iterable[Wijziging], naam: Callable[[str], str] = str
) -> Iterator[Geschiedenisregel]:
    """Tell them in words, many at a time; `naam` says what a person is called, else it is their actor id."""
    over = iter(wijzigingen)
    while blok := list(islice(over, PER_KEER)):
        verteller = _Verteller(_namen(blok), naam)
        yield from map(verteller.regel, blok)


@dataclass(frozen=True)
class _Verteller:
    namen: dict[Model, dict[str, str]]
    naam: Callable[[str], str]

    def regel(self, wijziging: Wijziging) -> Geschiedenisregel:
        model, beeld = _model(wijziging), wijziging.nieuw or wijziging.oud or {}
        wat = f"{model._meta.verbose_name} {self._rij(model, wijziging.rij)}"
        if model is Recht:
            wat += f" van {self.naam(beeld['actor'])}"
        elif model in VAN_IEMAND:
            wat = f"{VAN_IEMAND[model]} van {self.naam(beeld['actor'])}"
        return Geschiedenisregel(wijziging, self._wie(wijziging), wat, tuple(self._velden(wijziging, model)))

    def _wie(self, wijziging: Wijziging) -> str:
        if wijziging.actor:
            return self.naam(str(wijziging.actor))
        if wijziging.rol:
            return "de site zelf"
        return f"buiten de site om{f', als {rol} in de database' if (rol := wijziging.databaserol) else ''}"

    def _rij(self, model: Model, sleutel: object) -> str:
        return self.namen.get(model, {}).get(str(sleutel), f"nummer {sleutel}")

    def _velden(self, wijziging: Wijziging, model: Model) -> Iterator[Veld]:
        oud, nieuw = wijziging.oud or {}, wijziging.nieuw or {}
        velden: dict[str | None, Any] = {veld.column: veld for veld in model._meta.concrete_fields}
        for kolom in {**oud, **nieuw}:
            voor, na = oud.get(kolom), nieuw.get(kolom)
            if kolom in NIET_VERTELD or (kolom == "actor" and model in VAN_IEMAND):
                continue
            if voor == na or (voor in LEEG and na in LEEG):
                continue
            veld = velden.get(kolom)
            yield Veld(
                str(veld.verbose_name) if veld else kolom,
                self._woord(veld, voor) if wijziging.oud else "",
                self._woord(veld, na) if wijziging.nieuw else "",
            )

    def _woord(self, veld: Any, waarde: Any) -> str:
        if waarde in LEEG:
            return "leeg"
        if isinstance(waarde, list):
            return ", ".join(self._woord(veld.base_field, deel) for deel in waarde)
        if isinstance(veld, models.UUIDField) or getattr(veld, "related_model", None) is Account:
            return self.naam(waarde)
        if isinstance(veld, models.ForeignKey):
            return self._rij(veld.related_model, waarde)
        return _kale_waarde(veld, waarde)


def _kale_waarde(veld: Any, waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Decimal):
        return f"{waarde.normalize():f}".replace(".", ",")
    if isinstance(veld, models.DateTimeField):
        return f"{timezone.localtime(datetime.fromisoformat(waarde)):%d-%m-%Y %H:%M}"
    if isinstance(veld, models.DateField):
        return f"{date.fromisoformat(waarde):%d-%m-%Y}"
    keuzes = dict(getattr(veld, "flatchoices", ()))
    return str(keuzes[waarde]).lower() if waarde in keuzes else str(waarde)


def _namen(blok: Iterable[Wijziging]) -> dict[Model, dict[str, str]]:
    """What the rows are called that these changes are about or point to; a row that is gone has no name."""
    sleutels: dict[Model, set[object]] = defaultdict(set)
    for wijziging in blok:
        model = _model(wijziging)
        sleutels[model].add(wijziging.rij)
        for veld in model._meta.concrete_fields:
            if isinstance(veld, models.ForeignKey) and veld.column not in NIET_VERTELD:
                waarden = ((beeld or {}).get(veld.column) for beeld in (wijziging.oud, wijziging.nieuw))
                sleutels[veld.related_model].update(waarde for waarde in waarden if waarde is not None)
    for van_iemand in VAN_IEMAND:
        sleutels.pop(van_iemand, None)
    return {
        model: {str(rij.pk): str(rij) for rij in _rijen(model).filter(pk__in=eigen)}
        for model, eigen in sleutels.items()
    }


def _rijen(model: Model) -> "models.QuerySet[Any]":
    rijen = model._base_manager.all()
    return rijen.select_related(*ERBIJ[model]) if model in ERBIJ else rijen


def _model(wijziging: Wijziging) -> Model:
    return next(model for model in apps.get_models() if model._meta.db_table == wijziging.tabel)
