"""Where a controleur or a beheerder says whose each figure is: a row for each indicator, and one button."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render

from indicators.models import Indicator
from ingest.accounts.eigenaren import Toedeling, toedelingen
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.models import Account, Eigenaar, Rol
from ingest.opgaven.termijnen import te_meten
from ingest.structuur.sloten import Slot, vergrendel

ONBEVOEGD = "Deze persoon mag dit cijfer niet invoeren. Kies iemand anders, of vraag de beheerder om rechten."


class Eigenaarrij(forms.Form):
    """The owner and the deputy of one indicator. Only a row in which something was chosen is bound: it may go wrong."""

    def __init__(
        self, velden: Mapping[str, Any] | None, indicator: Indicator, toedeling: Toedeling, rij: Eigenaar | None
    ) -> None:
        self.indicator, self.toedeling, self.rij = indicator, toedeling, rij
        nu = {"eigenaar": rij.account if rij else None, "vervanger": rij.vervanger if rij else None}
        self.stand = "/".join(_sleutel(wie) for wie in nu.values())
        prefix, velden = f"i{indicator.pk}", velden or {}
        gekozen = "/".join(str(velden.get(f"{prefix}-{naam}", "")) for naam in nu)
        self.getoond = velden.get(f"{prefix}-gezien")
        super().__init__(
            velden if self.getoond not in (None, gekozen) else None,
            prefix=prefix,
            initial={naam: _sleutel(wie) for naam, wie in nu.items()},
        )
        for naam, wie in nu.items():
            self.fields[naam] = self._keuze(naam, wie)

    def _keuze(self, naam: str, nu: Account | None) -> forms.ChoiceField:
        """From who may enter it, and who is chosen now."""
        keuzes = [("", "niemand"), *((_sleutel(wie), wie.naam) for wie in self.toedeling.mogen)]
        if nu and nu not in self.toedeling.mogen:
            keuzes.append((_sleutel(nu), f"{nu.naam} (mag dit niet meer invoeren)"))
        fouten = {"invalid_choice": ONBEVOEGD}
        return forms.ChoiceField(label=naam.capitalize(), required=False, choices=keuzes, error_messages=fouten)

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        mogen = {_sleutel(wie) for wie in self.toedeling.mogen}
        for naam in ("eigenaar", "vervanger"):
            if velden.get(naam) and velden[naam] not in mogen:
                self.add_error(naam, ONBEVOEGD)
        if velden.get("vervanger") and not velden.get("eigenaar") and "eigenaar" not in self.errors:
            self.add_error("eigenaar", "Kies ook een eigenaar, of haal de vervanger weg.")
        if velden.get("vervanger") and velden.get("vervanger") == velden.get("eigenaar"):
            self.add_error("vervanger", "Dit is de eigenaar zelf. Kies iemand anders, of niemand.")
        if self.stand != self.getoond:
            self.add_error("eigenaar", f"Iemand anders koos hier intussen: {self.nu_in_woorden}. Klopt uw keuze nog?")
        return velden

    @property
    def nu_in_woorden(self) -> str:
        if self.rij is None:
            return "niemand"
        vervanger = f", vervanger {self.rij.vervanger.naam}" if self.rij.vervanger else ""
        return f"{self.rij.account.naam}{vervanger}"

    def bewaar(self) -> None:
        velden = self.cleaned_data
        if velden["eigenaar"]:
            wie = {"account_id": velden["eigenaar"], "vervanger_id": velden["vervanger"] or None}
            Eigenaar.objects.update_or_create(indicator=self.indicator, defaults=wie)
        else:
            Eigenaar.objects.filter(indicator=self.indicator).delete()


class Eigenaartabel:
    """Every indicator that is asked for, or that has an owner."""

    def __init__(self, velden: Mapping[str, Any] | None) -> None:
        rijen = {rij.indicator_id: rij for rij in Eigenaar.objects.select_related("account", "vervanger")}
        gevraagd = Indicator.objects.filter(Q(pk__in=te_meten()) | Q(pk__in=list(rijen)))
        indicatoren = list(gevraagd.select_related("doelstelling").order_by("doelstelling", "volgorde"))
        van = toedelingen(indicatoren)
        self.rijen = [Eigenaarrij(velden, wat, van[wat.pk], rijen.get(wat.pk)) for wat in indicatoren]

    @property
    def gewijzigd(self) -> list[Eigenaarrij]:
        return [rij for rij in self.rijen if rij.is_bound]

    @property
    def fouten(self) -> list[tuple[str, str, str]]:
        """Of each error the id of its field, what the field is about, and a sentence."""
        return [
            (veld.auto_id, f"{rij.indicator}, {veld.label}", str(zin))
            for rij in self.gewijzigd
            for veld in rij
            for zin in veld.errors
        ]


@alleen_voor(Rol.CONTROLEUR, Rol.BEHEERDER)
def eigenaren(request: Verzoek) -> HttpResponse:
    """Whose each figure is. What another person chose meanwhile is shown, and never gone over unseen."""
    if request.method == "POST":
        vergrendel(Slot.EIGENAREN)
    velden = request.POST if request.method == "POST" else getypte(request)
    tabel = Eigenaartabel(velden)
    if request.method == "POST" and not tabel.fouten:
        for rij in tabel.gewijzigd:
            rij.bewaar()
        aantal = len(tabel.gewijzigd)
        messages.success(request, f"Bij {aantal} {'cijfer' if aantal == 1 else 'cijfers'} is gewijzigd van wie het is.")
        return redirect("eigenaren")
    context = {"tabel": tabel, "teruggevonden": velden}
    return render(request, "ingest/voortgang/eigenaren.html", context, status=422 if request.method == "POST" else 200)


def _sleutel(wie: Account | None) -> str:
    """What a form names."""
    return str(wie.actor) if wie else ""
