"""Who may do what. An account is the only place where a person's name is kept; elsewhere stands its actor id."""

import uuid
from typing import Any, ClassVar

import pgtrigger
from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.functions import RandomUUID
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from indicators.models import Definitie, Doelstelling, Indicator
from indicators.models.geschiedenis import bijgehouden


class Rol(models.TextChoices):
    """What a person does; reading needs no role."""

    INVOERDER = "invoerder"
    CONTROLEUR = "controleur"
    GRIFFIER = "griffier"
    BEHEERDER = "beheerder"


def _kolommen(rij: str, velden: list[str]) -> str:
    return ", ".join(f"{rij}.{veld}" for veld in velden)


_BLIJFT_ER_EEN = """
    PERFORM pg_advisory_xact_lock(hashtext('altijd_een_beheerder'));
    IF EXISTS (SELECT FROM ingest_recht WHERE actor = OLD.actor AND rol = 'beheerder') OR TG_TABLE_NAME = 'ingest_recht'
    THEN
        IF NOT EXISTS (
            SELECT FROM ingest_recht JOIN ingest_account USING (actor) WHERE rol = 'beheerder' AND is_active
        ) THEN
            RAISE EXCEPTION 'The last beheerder stays' USING ERRCODE = '23514', CONSTRAINT = 'altijd_een_beheerder';
        END IF;
    END IF;
    RETURN NULL;
"""
"""After a change; two who would each leave the other as the last wait for one another."""


class AccountManager(UserManager["Account"]):
    use_in_migrations = False  # no migration makes an account

    def create_superuser(self, *args: Any, **kwargs: Any) -> "Account":
        """The first beheerder, made with `manage.py createsuperuser`."""
        with transaction.atomic():
            account = super().create_superuser(*args, **kwargs)
            Recht.objects.create(account=account, rol=Rol.BEHEERDER)
        return account


class Account(AbstractUser):
    """Someone who enters, checks or publishes."""

    actor = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    nieuws_gezien_op = models.DateTimeField(
        default=timezone.now, db_default=Now(), editable=False, help_text="tot wanneer deze persoon het nieuws zag"
    )

    objects: ClassVar = AccountManager()

    # The history says by these that something became different, and never what: names and addresses stay out of it.
    wachtwoord_op = models.DateTimeField("wachtwoord gewijzigd op", null=True, editable=False)
    naam_op = models.DateTimeField("naam gewijzigd op", null=True, editable=False)
    email_op = models.DateTimeField("e-mailadres gewijzigd op", null=True, editable=False)

    class Meta(AbstractUser.Meta):
        triggers: ClassVar = [
            *bijgehouden("id", "actor", "is_active", "wachtwoord_op", "naam_op", "email_op"),
            pgtrigger.Trigger(
                name="zegt_wat_anders_werd",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="".join(
                    f"NEW.{op} = CASE WHEN ({_kolommen('OLD', velden)}) IS DISTINCT FROM ({_kolommen('NEW', velden)}) "
                    f"THEN clock_timestamp() ELSE OLD.{op} END; "
                    for op, velden in {
                        "wachtwoord_op": ["password"],
                        "naam_op": ["username", "first_name", "last_name"],
                        "email_op": ["email"],
                    }.items()
                )
                + "RETURN NEW;",
            ),
            pgtrigger.Trigger(
                name="nooit_uzelf",
                level=pgtrigger.Row,
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func="IF OLD.actor::text = current_setting('doelwijzer.actor', true) THEN RAISE EXCEPTION "
                "'Nobody removes their own account' USING ERRCODE = '23514', CONSTRAINT = 'nooit_uzelf'; "
                "END IF; RETURN OLD;",
            ),
            pgtrigger.Trigger(
                name="altijd_een_beheerder",
                level=pgtrigger.Row,
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__is_active=True, new__is_active=False),
                func=_BLIJFT_ER_EEN,
            ),
        ]

    @property
    def naam(self) -> str:
        """What this person is called on a page."""
        return self.get_full_name() or self.username

    @property
    def rollen(self) -> set[str]:
        return {recht.rol for recht in self.rechten.all()}

    def eigen_definities(self) -> QuerySet[Definitie]:
        """What this person may enter: the definities of the named doelstellingen and indicatoren."""
        rechten = self.rechten.filter(rol=Rol.INVOERDER)
        return Definitie.objects.filter(
            Q(indicator__in=rechten.values("indicator"))
            | Q(indicator__doelstelling__in=rechten.values("doelstelling"))
            | Q(indicator__hoort_bij__in=rechten.values("indicator"))
        ).select_related("indicator__doelstelling")


class Recht(models.Model):
    """A role of an account; an invoerder has it for one named doelstelling or indicator."""

    account = models.ForeignKey(
        Account, models.CASCADE, to_field="actor", db_column="actor", related_name="rechten", verbose_name="account"
    )
    rol = models.CharField(max_length=20, choices=Rol)
    doelstelling = models.ForeignKey(Doelstelling, models.PROTECT, null=True, blank=True, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "recht"
        verbose_name_plural = "rechten"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(rol=Rol.INVOERDER)
                    & (
                        Q(doelstelling__isnull=False, indicator__isnull=True)
                        | Q(doelstelling__isnull=True, indicator__isnull=False)
                    )
                )
                | Q(
                    rol__in=[Rol.CONTROLEUR, Rol.GRIFFIER, Rol.BEHEERDER],
                    doelstelling__isnull=True,
                    indicator__isnull=True,
                ),
                name="recht_invoerder_voor_een_ding",
                violation_error_message=(
                    "Een invoerder krijgt één doelstelling of één indicator. "
                    "Een controleur, een griffier en een beheerder geen van beide."
                ),
            ),
            models.UniqueConstraint(
                fields=["account", "rol", "doelstelling", "indicator"],
                nulls_distinct=False,
                name="recht_een_keer",
                violation_error_message="Dit recht heeft deze persoon al.",
            ),
        ]
        triggers: ClassVar = [
            *bijgehouden(),
            pgtrigger.Trigger(
                name="altijd_een_beheerder",
                level=pgtrigger.Row,
                when=pgtrigger.After,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__rol="beheerder"),
                func=_BLIJFT_ER_EEN,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rol} {self.doelstelling or self.indicator or ''}".strip()


class Aanmelding(models.Model):
    """One attempt to sign in. A log apart from the history, because it has addresses and expires."""

    class Weg(models.TextChoices):
        WACHTWOORD = "wachtwoord"
        OIDC = "gemeente", "inlog van de gemeente"
        CODE = "code", "tweede factor"
        KOPPELCODE = "koppelcode", "code om een app te koppelen"

    actor = models.UUIDField(null=True, help_text="leeg: geen bekend account")
    weg = models.CharField(max_length=20, choices=Weg)
    gelukt = models.BooleanField()
    adres = models.GenericIPAddressField(null=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-op"]
        indexes: ClassVar = [models.Index(fields=["actor"], name="aanmelding_van_actor")]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y %H:%M} {self.weg} {'gelukt' if self.gelukt else 'geweigerd'}"
