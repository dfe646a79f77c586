"""What came with a document ends with it: its row stays for the history, and is nowhere on the site of today."""

from typing import Any, ClassVar, Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from indicators.database.lezen import EenmaalGelezen

NIET_BEEINDIGD = Q(beeindigd_op__isnull=True)


Rij = TypeVar("Rij", bound=models.Model)


class Nu(models.Manager[Rij]):
    """Those that have not ended; also where a page goes from one row to the rows below it."""

    def get_queryset(self) -> models.QuerySet[Rij]:
        return super().get_queryset().filter(beeindigd_op=None)


class MetEinde(EenmaalGelezen):
    """A row of the structure that may end; of all rows, also those that ended, `alle` knows."""

    uit_document = models.BooleanField(
        default=False, db_default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
    )
    beeindigd_op = models.DateTimeField("beëindigd op", null=True, editable=False)

    objects: ClassVar[models.Manager[Self]] = Nu()
    alle: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True

    def validate_unique(self, exclude: Any = None) -> None:
        """Nor may an address that a row had before it ended go to another."""
        super().validate_unique(exclude)
        anderen = type(self).alle.exclude(pk=self.pk)
        for veld in self._meta.concrete_fields:
            vrij_te_kiezen = veld.unique and not veld.primary_key and veld.name not in (exclude or ())
            if vrij_te_kiezen and anderen.filter(**{veld.name: getattr(self, veld.name)}).exists():
                raise ValidationError({veld.name: "Dit adres is al eens gebruikt. Kies een ander."})
