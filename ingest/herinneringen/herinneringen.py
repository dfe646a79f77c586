"""Who is reminded of what. The row of a reminder is committed before its mail is sent, so nobody gets it twice.

Killed between the two, the mail may be lost: the row says so, and a beheerder decides whether it is sent again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import timezone

from indicators.database.keten import controleer_keten
from indicators.models import Definitie
from ingest.accounts import logboek
from ingest.models import Account, Geldovername, Herinnering, Opgave, Overname, Prognose, Rol, Termijn
from ingest.models.herinneringen import Herinneringsoort
from ingest.opgaven.werklijst import VOORAF, Taak, taken

ONDERWEG = timedelta(minutes=10)  # after that a mail without verzonden_op may be lost
ONDERWERP = {
    Herinnering.Soort.TERMIJN: "Doelwijzer vraagt cijfers van u",
    Herinnering.Soort.TE_LAAT: "Doelwijzer wacht op cijfers van u",
    Herinnering.Soort.VAN_CONTROLEUR: "Doelwijzer: een controleur vraagt cijfers van u",
    Herinnering.Soort.WEEKOVERZICHT: "Doelwijzer: de week in het kort",
    Herinnering.Soort.GESCHIEDENIS: "Doelwijzer: de kop van de geschiedenis",
}
SJABLOON = {
    Herinnering.Soort.TERMIJN: "ingest/herinneringen/mail/termijn.txt",
    Herinnering.Soort.TE_LAAT: "ingest/herinneringen/mail/te_laat.txt",
    Herinnering.Soort.VAN_CONTROLEUR: "ingest/herinneringen/mail/van_controleur.txt",
    Herinnering.Soort.WEEKOVERZICHT: "ingest/herinneringen/mail/weekoverzicht.txt",
    Herinnering.Soort.GESCHIEDENIS: "ingest/herinneringen/mail/geschiedenis.txt",
}
GEWEIGERD = (SMTPRecipientsRefused, SMTPResponseException)  # this mail; another may go


class Afloop(StrEnum):
    """What came of a mail that was sent once more."""

    VERZONDEN = "verzonden"
    VERVALLEN = "vervallen"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True)
class Bericht:
    """A mail that somebody should have had; `inhoud` is what its template asks for."""

    account: Account
    soort: Herinneringsoort
    voor: date
    inhoud: dict[str, Any] = field(default_factory=dict)

    @property
    def onderwerp(self) -> str:
        return ONDERWERP[self.soort]

    @property
    def tekst(self) -> str:
        """What is in the mail, as plain text."""
        context = self.inhoud | {
            "account": self.account,
            "voor": self.voor,
            "site": settings.ADRES,
        }
        return render_to_string(SJABLOON[self.soort], context).strip() + "\n"

    def mail(self, verbinding: BaseEmailBackend) -> EmailMessage:
        return EmailMessage(self.onderwerp, self.tekst, to=[self.account.email], connection=verbinding)


def verstuur_herinneringen(vandaag: date) -> None:
    """Whom a controleur reminded today hears from the site tomorrow."""
    al = Herinnering.objects.filter(soort=Herinnering.Soort.VAN_CONTROLEUR, voor=vandaag).values("actor")
    invoerders = met_rol(Rol.INVOERDER).exclude(actor__in=al)
    verstuur(bericht for account in invoerders for bericht in termijnberichten(account, vandaag))


def verstuur_weekoverzichten(vandaag: date) -> None:
    maandag = vandaag - timedelta(days=vandaag.weekday())
    inhoud = _week(maandag, vandaag)
    if any(inhoud.values()):
        verstuur(
            Bericht(account, Herinnering.Soort.WEEKOVERZICHT, maandag, inhoud) for account in met_rol(Rol.CONTROLEUR)
        )


def verstuur_geschiedenis(vandaag: date) -> None:
    """Put the head of the history where who owns the database cannot reach it: in the log and in mails."""
    keten = controleer_keten()
    logboek.schrijf_logregel("geschiedenis", keten.kop, "klopt niet" if keten.fouten else "klopt")
    soort, inhoud = Herinnering.Soort.GESCHIEDENIS, vars(keten)
    verstuur(Bericht(account, soort, vandaag, inhoud) for account in met_rol(Rol.BEHEERDER))


def verstuur(berichten: Iterable[Bericht]) -> None:
    """Send each mail that was never sent. When the mail server does not answer nothing is noted: later is as good."""
    with get_connection() as verbinding:
        for bericht in berichten:
            with transaction.atomic(durable=True):
                herinnering, nieuw = Herinnering.objects.get_or_create(
                    actor=bericht.account.actor, soort=bericht.soort, voor=bericht.voor
                )
            if nieuw:
                verstuur_een(herinnering, bericht, verbinding)


def verstuur_opnieuw(herinnering: Herinnering, vandaag: date) -> Afloop:
    """Send once more what may have been lost, with what is still asked today."""
    bericht = _bericht_voor(herinnering, vandaag)
    if bericht is None:
        herinnering.delete()
        return Afloop.VERVALLEN
    try:
        with get_connection() as verbinding:
            return Afloop.VERZONDEN if verstuur_een(herinnering, bericht, verbinding) else Afloop.GEWEIGERD
    except (SMTPException, OSError):
        return Afloop.GEWEIGERD


def misschien_verloren() -> QuerySet[Herinnering]:
    return Herinnering.objects.filter(verzonden_op=None, gemaakt_op__lt=timezone.now() - ONDERWEG)


def verstuur_een(herinnering: Herinnering, bericht: Bericht, verbinding: BaseEmailBackend) -> bool:
    """Whether the mail server took it; without a server there is no point in trying the next one."""
    try:
        bericht.mail(verbinding).send()
    except (SMTPException, OSError) as fout:
        # The error itself may name the address.
        logboek.schrijf_logregel("mail", f"herinnering {herinnering.pk}", type(fout).__name__, bericht.account.actor)
        if not isinstance(fout, GEWEIGERD):
            raise
        return False
    herinnering.verzonden_op = timezone.now()
    herinnering.save(update_fields=["verzonden_op"])
    logboek.schrijf_logregel("mail", f"herinnering {herinnering.pk}", "verzonden", bericht.account.actor)
    return True


def _bericht_voor(herinnering: Herinnering, vandaag: date) -> Bericht | None:
    """The mail of a reminder as it would be today; None when there is nothing to say, or nobody to say it to."""
    soort = Herinnering.Soort(herinnering.soort)
    rol = Rol.CONTROLEUR if soort == Herinnering.Soort.WEEKOVERZICHT else Rol.INVOERDER
    account = met_rol(rol).filter(actor=herinnering.actor).first()
    if account is None or soort == Herinnering.Soort.GESCHIEDENIS:  # tomorrow there is another
        return None
    if soort == Herinnering.Soort.WEEKOVERZICHT:
        return Bericht(account, soort, herinnering.voor, _week(herinnering.voor, vandaag))
    if soort == Herinnering.Soort.VAN_CONTROLEUR:
        eigen = taken_van(account, taken(account.eigen_definities(), herinnering.jaar or 0), vandaag)
        return Bericht(account, soort, herinnering.voor, {"taken": eigen}) if eigen else None
    open_ = [bericht for bericht in termijnberichten(account, vandaag) if bericht.voor == herinnering.voor]
    return open_[0] if open_ else None


def met_rol(rol: Rol) -> QuerySet[Account]:
    actoren = Account.objects.filter(rechten__rol=rol, is_active=True).exclude(email="")
    return actoren.distinct().order_by("pk")


def termijnberichten(account: Account, vandaag: date, tot: date | None = None) -> list[Bericht]:
    """One mail per due date, about all that is still asked of this person; until `tot`, else of dates that are near."""
    per_dag: dict[date, list[Taak]] = {}
    for taak, uiterlijk in _open_taken(account.eigen_definities(), tot or vandaag + VOORAF):
        if account in taak.mail_aan(vandaag):
            per_dag.setdefault(uiterlijk, []).append(taak)
    return [
        Bericht(
            account,
            Herinnering.Soort.TE_LAAT if dag < vandaag else Herinnering.Soort.TERMIJN,
            dag,
            {"taken": eigen},
        )
        for dag, eigen in sorted(per_dag.items())
    ]


def taken_van(account: Account, alle: Iterable[Taak], vandaag: date) -> list[Taak]:
    """What this person is mailed about of these figures today, with a due date or without."""
    return [taak for taak in alle if not taak.is_klaar and account in taak.mail_aan(vandaag)]


def _open_taken(definities: QuerySet[Definitie], tot: date) -> list[tuple[Taak, date]]:
    """What the list of an invoerder shows as not done, or will ask again, and is due on this day or before."""
    met_termijn = Termijn.objects.filter(uiterlijk__lte=tot).values_list("jaar", flat=True)
    weer = Opgave.objects.filter(bekend_vanaf__lte=tot - VOORAF).values_list("jaar", flat=True)
    alle = [taak for jaar in sorted({*met_termijn, *weer}) for taak in taken(definities, jaar)]
    open_ = [taak for taak in alle if taak.weer_gevraagd_op or not taak.is_klaar]
    return [(taak, taak.uiterlijk) for taak in open_ if taak.uiterlijk and taak.uiterlijk <= tot]


def _week(maandag: date, vandaag: date) -> dict[str, Any]:
    """What waits, what is behind, and what was published in the week before this monday."""
    begin, einde = (
        timezone.make_aware(datetime.combine(dag, time.min)) for dag in (maandag - timedelta(days=7), maandag)
    )
    te_laat = _open_taken(Definitie.objects.select_related("indicator__doelstelling"), vandaag - timedelta(days=1))
    doelstellingen = {taak.definitie.indicator.doelstelling for taak, _ in te_laat} - {None}
    gepubliceerd = Opgave.objects.filter(lezing__gelezen_op__gte=begin, lezing__gelezen_op__lt=einde)
    return {
        "wachten": Opgave.objects.ingediend().count(),
        "overnames": Overname.objects.in_staat(Overname.Staat.VOORGELEGD).count()
        + Geldovername.objects.in_staat(Geldovername.Staat.VOORGELEGD).count(),
        "prognoses": Prognose.objects.filter(staat=Prognose.Staat.VOORGELEGD).count(),
        "achter": sorted(doelstellingen, key=str),
        "gepubliceerd": list(gepubliceerd.met_definitie().order_by("lezing__gelezen_op", "pk")),
    }
