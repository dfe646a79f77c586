"""Where figures stop being comparable, and what came in the place of what."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from indicators.models.aanhalingen import Aanhaling
from indicators.models.einde import MetEinde
from indicators.models.geschiedenis import bijgehouden
from indicators.models.structuur import Definitie, Doelstelling, Indicator


class Breuk(MetEinde):
    """From `jaar` on an indicator cannot be compared with before; a line is never drawn across it.

    `van` and `naar` are two definities, or the same one when the population or the survey moves within it.
    """

    class Zekerheid(models.TextChoices):
        ZEKER = "zeker"
        MOGELIJK = "mogelijk"

    van = models.ForeignKey(Definitie, models.PROTECT, related_name="breuken_hierna")
    naar = models.ForeignKey(Definitie, models.PROTECT, related_name="breuken_hiervoor")
    jaar = models.PositiveSmallIntegerField(null=True, blank=True, help_text="leeg: tussen de twee definities")
    zekerheid = models.CharField(max_length=10, choices=Zekerheid)
    reden = models.TextField()
    publicatie = models.ForeignKey("Publicatie", models.PROTECT)
    aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "breuken"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(van=F("naar")) | Q(jaar__isnull=False),
                name="breuk_binnen_definitie_heeft_jaar",
                violation_error_message="Vul het jaar in: van en naar zijn dezelfde definitie.",
            )
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.van} tot {self.naar}"

    @property
    def is_zeker(self) -> bool:
        return self.zekerheid == Breuk.Zekerheid.ZEKER


class Opvolging(MetEinde):
    """An indicator or doelstelling that was renamed, split, merged or replaced by another."""

    class Soort(models.TextChoices):
        HERNOEMD = "hernoemd"
        GESPLITST = "gesplitst"
        SAMENGEVOEGD = "samengevoegd"
        VERVANGEN = "vervangen"
        NIEUWE_METING = "nieuwe meting"
        """Another measurement begins; whether the old one ended, the documents on the site do not say."""

    soort = models.CharField(max_length=20, choices=Soort)
    publicatie = models.ForeignKey("Publicatie", models.PROTECT, help_text="vanaf deze publicatie")
    aanhaling = models.ForeignKey(Aanhaling, models.PROTECT, null=True, blank=True, related_name="+")
    reden = models.TextField()
    van_indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="opvolgingen")
    naar_indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="voorgangers")
    van_doelstelling = models.ForeignKey(
        Doelstelling, models.PROTECT, null=True, blank=True, related_name="opvolgingen"
    )
    naar_doelstelling = models.ForeignKey(
        Doelstelling, models.PROTECT, null=True, blank=True, related_name="voorgangers"
    )

    class Meta:
        verbose_name_plural = "opvolgingen"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(van_indicator__isnull=False, naar_indicator__isnull=False)
                    & Q(van_doelstelling__isnull=True, naar_doelstelling__isnull=True)
                )
                | (
                    Q(van_indicator__isnull=True, naar_indicator__isnull=True)
                    & Q(van_doelstelling__isnull=False, naar_doelstelling__isnull=False)
                ),
                name="opvolging_tussen_twee_gelijke_dingen",
                violation_error_message="Kies twee indicatoren, of twee doelstellingen.",
            )
        ]
        triggers: ClassVar = bijgehouden()

    def __str__(self) -> str:
        return f"{self.van_indicator or self.van_doelstelling} → {self.naar_indicator or self.naar_doelstelling}"

    @property
    def is_nieuwe_meting(self) -> bool:
        return self.soort == Opvolging.Soort.NIEUWE_METING
