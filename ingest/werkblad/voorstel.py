"""One row of a sheet as a proposal: what it would change, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import transaction
from django.forms import BoundField

from ingest.lezer.taal.getallen import GeenGetal, lees_cel
from ingest.models import Opgave
from ingest.opgaven.formulier import OpgaveFormulier, beginwaarden
from ingest.opgaven.meting import Meting
from ingest.opgaven.opgaven import AL_GECONTROLEERD, Invoer, NietToegestaan, bewaar_opgave
from ingest.opgaven.waarde import DATUMS
from ingest.opgaven.werklijst import Taak
from ingest.structuur.ingehaald import Ingehaald
from ingest.werkblad.kolommen import INVULLEN, LEZEN, schoon
from ingest.werkblad.rijen import Invulrij

_NIET_GEZIEN = "?"  # never how a figure is understood: what is wrong must be shown again before it is saved
_JA = {"ja", "j", "x", "1", "waar", "true", "voorlopig"}
_NEE = {"", "nee", "n", "0", "onwaar", "false", "definitief"}


class RijFormulier(OpgaveFormulier):
    """The form for one figure, for a row among others; a choice may be a word that is none."""

    def __init__(self, velden: Mapping[str, Any], nummer: int, **kwargs: Any) -> None:
        voor = f"r{nummer}"
        super().__init__({f"{voor}-{naam}": waarde for naam, waarde in velden.items()}, prefix=voor, **kwargs)
        keuzes = {"geen": "een van de redenen uit de lijst", "voorlopig": "ja of nee"}
        for naam, keuze in keuzes.items():
            getypt = velden.get(naam, "")
            veld = self.fields[naam]
            veld.error_messages["invalid_choice"] = f"“{getypt}” kennen wij hier niet. Kies {keuze}."
            if getypt and getypt not in dict(veld.choices):  # type: ignore[attr-defined]
                veld.widget.choices = [*veld.choices, (getypt, f"{getypt} (kennen wij niet)")]  # type: ignore[attr-defined]


@dataclass
class Voorstel:
    """What one row would change."""

    nummer: int
    rij: Invulrij
    meting: Meting | None = None
    taak: Taak | None = None
    over: str = ""  # the stand of what another saved, when this row may go over it
    gezien_als: str | None = None  # how the person saw it understood; None: not shown yet
    problemen: list[str] = field(default_factory=list)

    @property
    def sleutel(self) -> str:
        return self.meting.sleutel if self.meting else self.rij.sleutel

    @property
    def naam(self) -> str:
        if self.meting is None:
            return self.rij.sleutel or "rij zonder sleutel"
        return f"{self.meting.definitie.indicator.naam}, {self.meting.over}"

    @cached_property
    def begin(self) -> dict[str, Any]:
        """What the form of this figure shows now."""
        return beginwaarden(self.meting) if self.meting else {}

    @property
    def stand(self) -> str:
        """The stand that this row was filled in for."""
        return self.over or self.rij.stand or self.begin.get("gezien", "")

    @property
    def is_ingehaald(self) -> bool:
        return self.meting is not None and self.stand != self.begin["gezien"] and self.verandert

    @cached_property
    def velden(self) -> dict[str, Any]:
        """The fields of the form: what is known now, and over it what the row says."""
        getypt = {veld: _in_keuze(veld, tekst) for veld, tekst in self.rij.velden.items()}
        # another line end is no change
        anders = {veld: tekst for veld, tekst in getypt.items() if _kaal(self.begin.get(veld) or "") != _kaal(tekst)}
        return {**self.begin, **anders}

    @cached_property
    def formulier(self) -> RijFormulier | None:
        """As it is kept."""
        return self._formulier(volledig=False)

    @cached_property
    def volledig(self) -> RijFormulier | None:
        """As it is handed in."""
        return self._formulier(volledig=True)

    def _formulier(self, *, volledig: bool) -> RijFormulier | None:
        if self.meting is None:
            return None
        formulier = RijFormulier(self.velden, self.nummer, meting=self.meting, volledig=volledig)
        formulier.is_valid()
        return formulier

    @cached_property
    def verandert(self) -> bool:
        """Whether this row says something else than what is known now."""
        if self.formulier is None:
            return True
        oud = OpgaveFormulier(self.begin, meting=self.formulier.meting)
        if oud.is_valid() and self.formulier.is_valid():
            return _zonder_schrijfwijze(oud.invoer) != _zonder_schrijfwijze(self.formulier.invoer)
        return any((self.begin.get(veld) or "") != (tekst or "") for veld, tekst in self.velden.items())

    @property
    def staat_al_op_de_site(self) -> bool:
        """Whether the charts use this very value already, as final, and nobody is at work on it."""
        nu = self.meting.gekozen_nu if self.meting and self.meting.opgave is None else None
        waarde = self.formulier.waarde if self.formulier else None
        return nu is not None and not nu.voorlopig and waarde is not None and waarde == nu.waarde

    @property
    def is_goed(self) -> bool:
        """Whether it can be saved."""
        return self.formulier is not None and self.verandert and not self.bezwaren

    @property
    def is_volledig(self) -> bool:
        return self.is_goed and self.volledig is not None and self.volledig.is_valid()

    @property
    def is_bevestigd(self) -> bool:
        return self.formulier is not None and self.gezien_als == self.formulier.begrepen_als

    @property
    def is_nieuw_begrepen(self) -> bool:
        """Whether the person has not seen yet how this figure, changed on the screen, is understood."""
        return self.gezien_als is not None and self.is_goed and not self.is_bevestigd

    @property
    def begrepen_als(self) -> str:
        if self.formulier is None or "ingetypt" in self.formulier.errors or "geen" in self.formulier.errors:
            return "niet begrepen"
        return self.formulier.begrepen_als or "geen cijfer"

    @property
    def begrepen(self) -> str:
        """What the page sends back as seen."""
        return self.formulier.begrepen_als if self.formulier and self.is_goed else _NIET_GEZIEN

    @property
    def bezwaren(self) -> list[str]:
        """Why this row cannot be saved now."""
        return self.van_de_rij + (_fouten(self.formulier) if self.formulier and self.verandert else [])

    @property
    def van_de_rij(self) -> list[str]:
        """Of these the ones that are about no single field."""
        zinnen = [*self.rij.klachten, *self.problemen]
        if self.is_ingehaald and self.meting and self.meting.opgave is None:
            zinnen.append("Sinds u dit bestand ophaalde, kwam dit cijfer op de site. Kijk of uw cijfer nog klopt.")
        elif self.is_ingehaald:
            zinnen.append(f"Sinds u dit bestand ophaalde, is dit cijfer opgeslagen. Nu staat er: {self.oud}.")
        opgave = self.meting.opgave if self.meting else None
        if opgave and opgave.is_gecontroleerd and self.verandert:
            zinnen.append(AL_GECONTROLEERD)
        return zinnen

    @property
    def ontbreekt(self) -> list[str]:
        """What it takes to hand this row in."""
        return _fouten(self.volledig) if self.volledig and self.is_goed else []

    @property
    def opmerkingen(self) -> list[str]:
        return [*self.rij.opmerkingen, *(_verouderd(self.rij, self.taak) if self.taak else [])]

    @property
    def oud(self) -> str:
        opgave = self.meting.opgave if self.meting else None
        if opgave is None:
            return "nog niets ingevuld"
        cijfer = opgave.cijfer or "nog geen cijfer"
        return f"{cijfer} ({opgave.staat}{', voorlopig' if opgave.voorlopig else ''})"

    @property
    def op_de_site(self) -> str:
        nu = self.meting.gekozen_nu if self.meting else None
        return f"{nu.gedrukt} ({nu.bewoording.publicatie})" if nu else ""

    @property
    def nieuw(self) -> str:
        """As it was typed."""
        return self.velden.get("ingetypt") or str(dict(Opgave.Geen.choices).get(self.velden.get("geen", ""), ""))

    @property
    def verschillen(self) -> list[tuple[str, str, str]]:
        """The other fields that change: heading, old and new."""
        koppen = [(kop, veld) for kop, veld in INVULLEN.items() if veld not in ("ingetypt", "geen")]
        paren = [
            (kop, veld_in_woorden(veld, self.begin.get(veld) or ""), veld_in_woorden(veld, self.velden.get(veld) or ""))
            for kop, veld in koppen
        ]
        return [(kop, oud, nieuw) for kop, oud, nieuw in paren if oud != nieuw]

    @property
    def invulvelden(self) -> list[BoundField]:
        """What can be mended on the screen."""
        if self.formulier is None:
            return []
        met_reden = self.formulier.meting.is_verbetering or self.velden.get("reden")
        return [self.formulier[veld] for veld in INVULLEN.values() if veld != "reden" or met_reden]

    @property
    def te_doen(self) -> list[BoundField]:
        """Of these the ones that are wrong or still missing."""
        return [veld for veld in self.invulvelden if self.volledig and veld.name in self.volledig.errors]

    @property
    def overig(self) -> list[BoundField]:
        return [veld for veld in self.invulvelden if self.volledig and veld.name not in self.volledig.errors]

    def bewaar(self, actor: UUID, *, dien_in: bool) -> bool:
        """Save this row, if it still can be; else it says itself why not."""
        formulier = self.volledig if dien_in else self.formulier
        if formulier is None or self.meting is None:
            return False
        invoer = formulier.invoer
        oud = self.meting.opgave
        if oud and oud.waarde == invoer.waarde and oud.ingetypt:
            invoer = replace(invoer, ingetypt=oud.ingetypt)  # the same figure stays as it was written
        try:
            with transaction.atomic():
                bewaar_opgave(self.meting, invoer, actor, self.stand, dien_in=dien_in)
        except Ingehaald:
            self.problemen.append("Iemand anders heeft dit cijfer zojuist opgeslagen. Lees opnieuw en kijk het na.")
        except NietToegestaan as reden:
            self.problemen.append(str(reden))
        else:
            return True
        return False


def leeskolommen(taak: Taak) -> dict[str, str]:
    op_de_site = taak.meting.gekozen_nu
    waarden = (
        taak.definitie.indicator.naam,
        taak.definitie.eenheid,
        taak.meting.over,
        f"{taak.termijn.uiterlijk:%d-%m-%Y}" if taak.termijn else "",
        taak.doel.gedrukt if taak.doel else "",
        taak.eerder[-1].gedrukt if taak.eerder else "",
        op_de_site.gedrukt if op_de_site else "",
    )
    return dict(zip(LEZEN, waarden, strict=True))


def _verouderd(rij: Invulrij, taak: Taak) -> Iterator[str]:
    nu = leeskolommen(taak)
    for kop, stond in rij.gelezen.items():
        if _gelijk(stond) != _gelijk(nu[kop]):
            yield f"In uw bestand staat bij {kop} “{stond or 'niets'}”. Nu is dat “{nu[kop] or 'niets'}”."


def _gelijk(tekst: str) -> object:
    """What makes two texts the same after a spreadsheet wrote one of them in its own way: 2.594 and 2594."""
    with suppress(GeenGetal):
        cel = lees_cel(tekst)
        if cel.waarde is not None:
            return cel.waarde
    for vorm in DATUMS:
        with suppress(ValueError):
            return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007 a day has no zone
    return "".join(tekst.split()).casefold()


def _kaal(tekst: str) -> str:
    return schoon(tekst).strip()


def _in_keuze(veld: str, tekst: str) -> str:
    """The value of a choice that was typed in words."""
    woord = " ".join(tekst.casefold().split())
    if veld == "geen":
        return next((waarde for waarde, label in Opgave.Geen.choices if woord in (waarde, label)), tekst)
    if veld == "voorlopig":
        return "ja" if woord in _JA else "" if woord in _NEE else tekst
    return tekst


def veld_in_woorden(veld: str, waarde: Any) -> str:
    if veld == "geen":
        return str(dict(Opgave.Geen.choices).get(waarde or "", waarde or ""))
    if veld == "voorlopig":
        return {"": "nee", None: ""}.get(waarde, str(waarde))
    return str(waarde or "")


def _zonder_schrijfwijze(invoer: Invoer) -> Invoer:
    return replace(invoer, ingetypt="", toelichting=_kaal(invoer.toelichting), reden=_kaal(invoer.reden))


def _fouten(formulier: OpgaveFormulier) -> list[str]:
    return [f"{formulier.fields[naam].label}: {fout}" for naam, fouten in formulier.errors.items() for fout in fouten]
