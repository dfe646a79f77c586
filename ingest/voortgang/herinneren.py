"""A reminder that a controleur sends by hand: shown first, and to nobody twice on one day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.core.mail import get_connection
from django.db import transaction
from django.db.models import Q

from ingest.herinneringen.herinneringen import Bericht, taken_van, verstuur_een
from ingest.models import Account, Herinnering
from ingest.opgaven.werklijst import Taak


@dataclass(frozen=True)
class Ontvanger:
    """Somebody who still has figures to do, the mail as it would be now, and whether they had one today."""

    bericht: Bericht
    kreeg_vandaag_al: bool

    @property
    def account(self) -> Account:
        return self.bericht.account


def ontvangers(alle: Collection[Taak], vandaag: date) -> list[Ontvanger]:
    """Everybody who is asked for one of these figures today."""
    om_cijfers = Herinnering.objects.exclude(soort=Herinnering.Soort.WEEKOVERZICHT)
    van_vandaag = om_cijfers.filter(Q(gemaakt_op__date=vandaag) | Q(verzonden_op__date=vandaag))
    al_gemaild = set(van_vandaag.values_list("actor", flat=True))
    accounts = dict.fromkeys(account for taak in alle if not taak.is_klaar for account in taak.mail_aan(vandaag))
    return [
        Ontvanger(
            Bericht(account, Herinnering.Soort.VAN_CONTROLEUR, vandaag, {"taken": taken_van(account, alle, vandaag)}),
            account.actor in al_gemaild,
        )
        for account in accounts
    ]


def herinner(wie: Iterable[Ontvanger], jaar: int) -> list[Account]:
    """Send these mails once what was decided is kept; returns to whom. Who had one today gets none.

    The row comes first: of two controleurs at once only one makes it.
    """
    gaan: list[tuple[Herinnering, Bericht]] = []
    for bericht in (ontvanger.bericht for ontvanger in wie if not ontvanger.kreeg_vandaag_al):
        herinnering, nieuw = Herinnering.objects.get_or_create(
            actor=bericht.account.actor, soort=bericht.soort, voor=bericht.voor, defaults={"jaar": jaar}
        )
        if nieuw:
            gaan.append((herinnering, bericht))

    def doe() -> None:
        with get_connection() as verbinding:
            for herinnering, bericht in gaan:
                verstuur_een(herinnering, bericht, verbinding)

    transaction.on_commit(doe, robust=True)
    return [bericht.account for _, bericht in gaan]
