"""Who may do what. An account is the only place where a person's name is kept; elsewhere stands its actor id."""

import uuid
from typing import Any, ClassVar

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

    class Meta(AbstractUser.Meta):
        triggers: ClassVar = bijgehouden("id", "actor", "is_active")

    @property
    def naam(self) -> str:
        """What this person is called on a page."""
        return self.get_full_name() or self.username

    @property
    def rollen(self) -> set[str]:
        return {recht.rol for recht in self.rechten.all()}

    @property
    def heeft_tweede_factor_nodig(self) -> bool:
        return bool(self.rollen & {Rol.CONTROLEUR, Rol.GRIFFIER, Rol.BEHEERDER})

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
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.rol} {self.doelstelling or self.indicator or ''}".strip()


class Aanmelding(models.Model):
    """One attempt to sign in. A log apart from the history, because it has addresses and expires."""

    class Weg(models.TextChoices):
        WACHTWOORD = "wachtwoord"
        OIDC = "gemeente", "inlog van de gemeente"
        CODE = "code", "tweede factor"

    actor = models.UUIDField(null=True, help_text="leeg: geen bekend account")
    weg = models.CharField(max_length=20, choices=Weg)
    gelukt = models.BooleanField()
    adres = models.GenericIPAddressField(null=True)
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-op"]

    def __str__(self) -> str:
        return f"{self.op:%d-%m-%Y %H:%M} {self.weg} {'gelukt' if self.gelukt else 'geweigerd'}"
