"""What forms are made of: a day, a sentence that everybody can read, and the kinds of begroting."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models import Bewoording
from ingest.opgaven.waarde import DATUMS

BEGROTINGSOORTEN = [
    ("", "Kies…"),
    (Bewoording.SoortBegroting.STREEFWAARDE.value, "Streefwaarde: hier wil de gemeente op uitkomen"),
    (Bewoording.SoortBegroting.RAMING.value, "Raming: dit verwacht de gemeente"),
    (Bewoording.SoortBegroting.AANNAME.value, "Aanname: hiermee rekent de gemeente"),
    (Bewoording.SoortBegroting.KENGETAL.value, "Kengetal: geen doel en geen verwachting"),
]
"""What a number beside Begroting can be, as a person is asked."""
GEEN_DATUM = "Dit is geen datum. Typ dag-maand-jaar, bijvoorbeeld 1-10-2026."


def openbare_zin(
    label: str, hulp: str, fout: str, *, verplicht: bool = True, langste: int = 1000, rijen: int = 3
) -> forms.CharField:
    """A field for a sentence that everybody can read."""
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=langste,
        widget=forms.Textarea(attrs={"rows": rijen}),
        help_text=hulp,
        error_messages={"required": fout},
    )


def datum(
    label: str,
    hulp: str = "Dag-maand-jaar, bijvoorbeeld 1-10-2026.",
    *,
    verplicht: bool = False,
    fout: str = "Vul de datum in.",
) -> forms.DateField:
    """A Dutch date; that of a computer is understood too."""
    fouten = {"invalid": GEEN_DATUM, "required": fout}
    return forms.DateField(label=label, required=verplicht, input_formats=DATUMS, help_text=hulp, error_messages=fouten)


def in_het_verleden(dag: date) -> date:
    """The same day; raises ValidationError for one that is still to come."""
    if dag > timezone.localdate():
        raise ValidationError("Deze dag moet nog komen.")
    return dag
