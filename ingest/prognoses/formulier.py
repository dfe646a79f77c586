"""The form for a prognose: what is expected, how it is understood, and what it rests on."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from indicators.models.structuur import schrijf_waarde
from ingest.models import Prognose
from ingest.opgaven.formulier import invulhulp
from ingest.opgaven.meting import Meting, is_te_verwachten
from ingest.opgaven.velden import openbare_zin
from ingest.opgaven.waarde import NietBegrepen, lees_waarde
from ingest.prognoses.prognoses import stand_van


class Prognoseformulier(forms.Form):
    """One expected figure; nothing is kept before the person saw how it is understood."""

    ingetypt = forms.CharField(
        label="Prognose", max_length=40, error_messages={"required": "Typ het cijfer dat u verwacht."}
    )
    toelichting = openbare_zin(
        "Waar rust dit op?",
        "Bijvoorbeeld de stand na drie kwartalen. Komt de prognose op de site, dan staat dit erbij.",
        "Schrijf waar u dit op baseert. Anders kan een ander het niet controleren.",
        langste=2000,
        rijen=4,
    )
    gezien = forms.CharField(required=False, widget=forms.HiddenInput)
    begrepen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, meting: Meting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meting = meting
        self.waarde = Decimal(0)
        self.fields["ingetypt"].help_text = invulhulp(meting.definitie)

    def clean_ingetypt(self) -> str:
        getypt = " ".join(self.cleaned_data["ingetypt"].split())
        try:
            self.waarde = lees_waarde(getypt, self.meting.definitie)
        except NietBegrepen as niet:
            raise ValidationError(str(niet)) from niet
        return getypt

    def clean(self) -> dict[str, Any]:
        if not is_te_verwachten(self.meting.jaar, self.meting.gekozen_nu, timezone.localdate()):
            raise ValidationError(
                f"Het cijfer over {self.meting.over} staat al op de site. Een prognose hoeft niet meer."
            )
        return super().clean() or {}

    @property
    def begrepen_als(self) -> str:
        """As the site will write it."""
        return schrijf_waarde(self.waarde, self.meting.definitie)

    @property
    def is_bevestigd(self) -> bool:
        """Whether the person saw how it is understood, or typed it as the site writes it."""
        return self.begrepen_als in (self.cleaned_data["begrepen"], self.cleaned_data["ingetypt"])

    @property
    def velden(self) -> dict[str, Any]:
        """Those of the Prognose."""
        return {"waarde": self.waarde, **{naam: self.cleaned_data[naam] for naam in ("ingetypt", "toelichting")}}


def eerste_velden(prognose: Prognose | None) -> dict[str, str]:
    """What the form shows at first: the one that waits or was sent back, if there is one."""
    if prognose is None:
        return {"gezien": stand_van(None)}
    return {"ingetypt": prognose.cijfer, "toelichting": prognose.toelichting, "gezien": stand_van(prognose)}
