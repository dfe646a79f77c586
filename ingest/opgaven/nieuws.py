"""What happened to somebody's own figures since they last looked, told from the history: by role, never by name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from django.db import models
from django.urls import reverse

from indicators.models import Wijziging
from ingest.accounts.handelend import SYSTEEM
from ingest.models import Account, Geldovername, Opgave, Overname, Prognose, Rol
from ingest.opgaven.meting import Meting

# What others do with a figure, by the state that it gets.
GEBEURD: dict[str, str] = {
    Opgave.Staat.TERUGGEGEVEN: "teruggegeven",
    Opgave.Staat.GECONTROLEERD: "goedgekeurd",
    Prognose.Staat.GOEDGEKEURD: "goedgekeurd",
    Opgave.Staat.GEPUBLICEERD: "op de site gezet",
    Overname.Staat.OPGEVOLGD: "opgevolgd door iets nieuwers",
    Overname.Staat.INGETROKKEN: "van de site gehaald",
}
DOOR = {Rol.CONTROLEUR.value: "door een controleur", SYSTEEM: "vanzelf"}


Iets = Opgave | Prognose | Overname | Geldovername


@dataclass(frozen=True)
class Nieuws:
    """The last thing that happened to one figure; without `adres` where its form is closed to this person."""

    wat: Iets
    wijziging: Wijziging
    adres: str

    @property
    def naam(self) -> str:
        return f"Prognose {self.wat}" if isinstance(self.wat, Prognose) else str(self.wat)

    @property
    def gebeurd(self) -> str:
        return f"{DOOR.get(self.wijziging.rol, 'buiten de site om')} {GEBEURD[_staat(self.wijziging)]}"

    @property
    def opmerking(self) -> str:
        """Why, where the controleur had to say so."""
        return str((self.wijziging.nieuw or {}).get("opmerking", ""))


def nieuws_voor(account: Account) -> list[Nieuws]:
    """Of all that this person entered or took over, since they last said that they saw it."""
    van = {"invoerders__contains": [account.actor]}
    eigen = [
        *Opgave.objects.filter(**van).met_definitie(),
        *Prognose.objects.filter(**van).met_definitie(),
        *Overname.objects.filter(**van).met_definitie(),
        *Geldovername.objects.filter(**van).met_doelstelling(),
    ]
    per_model = {model: [wat for wat in eigen if isinstance(wat, model)] for model in {type(wat) for wat in eigen}}
    alles = chain.from_iterable(_nieuws(model, deze, account) for model, deze in per_model.items())
    return sorted(alles, key=lambda nieuws: nieuws.wijziging.op, reverse=True)


def heb_gezien(account: Account, tot: str) -> None:
    """All up to this change, the newest that was shown; what came after it stays to be seen."""
    gezien = Wijziging.objects.filter(pk=tot).first() if tot.isdecimal() and len(tot) < 19 else None
    if gezien:
        Account.objects.filter(pk=account.pk, nieuws_gezien_op__lt=gezien.op).update(nieuws_gezien_op=gezien.op)


def _nieuws(model: type[models.Model], eigen: Iterable[Iets], account: Account) -> Iterator[Nieuws]:
    open_ = set(account.eigen_definities().values_list("pk", flat=True))
    per_rij = {str(wat.pk): wat for wat in eigen}
    wijzigingen = Wijziging.objects.filter(
        tabel=model._meta.db_table, rij__in=list(per_rij), op__gt=account.nieuws_gezien_op, nieuw__staat__in=[*GEBEURD]
    )
    for wijziging in wijzigingen:  # the newest first, and of each figure only that one
        if (wijziging.oud or {}).get("staat") != _staat(wijziging) and wijziging.rij in per_rij:
            wat = per_rij.pop(wijziging.rij)
            is_dicht = isinstance(wat, Opgave | Prognose) and wat.definitie_id not in open_
            yield Nieuws(wat, wijziging, "" if is_dicht else _adres(wat))


def _staat(wijziging: Wijziging) -> str:
    return str((wijziging.nieuw or {})["staat"])


def _adres(wat: Iets) -> str:
    if isinstance(wat, Prognose):
        return Meting(wat.definitie, wat.jaar, wat.periode).prognose_adres
    if isinstance(wat, Opgave):
        return Meting(wat.definitie, wat.jaar, wat.periode).adres
    return f"{reverse('overnames')}#{wat.anker}"
