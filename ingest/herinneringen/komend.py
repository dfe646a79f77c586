"""Which mails about termijnen will go, and when: to be read before they go, and to be sent at once by hand."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.mail import get_connection
from django.db import transaction

from ingest.herinneringen.herinneringen import Bericht, met_rol, termijnberichten, verstuur_een
from ingest.models import Herinnering, Rol
from ingest.opgaven.werklijst import VOORAF


@dataclass(frozen=True)
class Komend:
    """What somebody is still asked for on one due date: the mail as it would be today, and when it goes by itself."""

    bericht: Bericht
    gaat_op: date | None
    """None: no mail about this goes by itself any more"""
    verzonden_op: datetime | None
    """when the last mail about it went"""

    @property
    def sleutel(self) -> str:
        """What a form names."""
        return f"{self.bericht.account.actor} {self.bericht.voor}"


def komende_mails(vandaag: date) -> list[Komend]:
    """Of everybody who has something to enter, the first to go first."""
    verzonden = {(h.actor, h.soort, h.voor): h.verzonden_op or h.gemaakt_op for h in Herinnering.objects.all()}
    komend = [
        _komend(bericht, verzonden, vandaag)
        for account in met_rol(Rol.INVOERDER)
        for bericht in termijnberichten(account, vandaag, date.max)
    ]
    return sorted(komend, key=lambda mail: (mail.gaat_op or date.max, mail.bericht.voor, mail.bericht.account.pk))


def stuur_nu(sleutel: str, vandaag: date) -> Komend | None:
    """Send this mail once what was decided is kept, also when it went before; None when nothing is asked any more."""
    komend = next((mail for mail in komende_mails(vandaag) if mail.sleutel == sleutel), None)
    if komend is None:
        return None
    bericht = replace(komend.bericht, inhoud={**komend.bericht.inhoud, "met_de_hand": True})
    herinnering, _ = Herinnering.objects.get_or_create(
        actor=bericht.account.actor, soort=bericht.soort, voor=bericht.voor
    )

    def doe() -> None:
        with get_connection() as verbinding:
            verstuur_een(herinnering, bericht, verbinding)

    transaction.on_commit(doe, robust=True)
    return komend


def _komend(bericht: Bericht, verzonden: dict[tuple[UUID, str, date], datetime], vandaag: date) -> Komend:
    actor, dag = bericht.account.actor, bericht.voor
    gevraagd = verzonden.get((actor, Herinnering.Soort.TERMIJN, dag))
    te_laat = verzonden.get((actor, Herinnering.Soort.TE_LAAT, dag))
    gaat_op: date | None
    if bericht.soort == Herinnering.Soort.TE_LAAT:
        gaat_op = None if te_laat else vandaag
    else:
        gaat_op = dag + timedelta(days=1) if gevraagd else max(vandaag, dag - VOORAF)
    return Komend(bericht, gaat_op, te_laat or gevraagd)
