"""The history of structure, rights and decisions, written by the database itself.

Whoever changes a row says who they are with `handelend_als` (ingest); what bypasses the site has no actor, and shows
so.
"""

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

from indicators.onveranderlijk import nooit_anders

if TYPE_CHECKING:
    from indicators.models.structuur import Indicator

_SCHRIJF = """
    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)
    VALUES (
        TG_TABLE_NAME, COALESCE({nieuw}, {oud}) ->> 'id', lower(TG_OP), {oud}, {nieuw},
        nullif(current_setting('doelwijzer.actor', true), '')::uuid,
        COALESCE(current_setting('doelwijzer.rol', true), ''),
        COALESCE(current_setting('doelwijzer.reden', true), ''),
        clock_timestamp()
    );
"""


def bijgehouden(*velden: str) -> list[pgtrigger.Trigger]:
    """Write every insert, update and delete of a row to the history; of `velden` only, where names must stay out.

    The table cannot be emptied at once.
    """

    def beeld(rij: str, bestaat_niet_bij: str) -> str:
        if not velden:
            return f"to_jsonb({rij})"
        paren = ", ".join(f"'{veld}', {rij}.{veld}" for veld in velden)
        return f"(CASE WHEN TG_OP <> '{bestaat_niet_bij}' THEN jsonb_build_object({paren}) END)"

    oud, nieuw = beeld("OLD", "INSERT"), beeld("NEW", "DELETE")
    schrijf = _SCHRIJF.format(oud=oud, nieuw=nieuw)
    return [
        pgtrigger.Trigger(
            name="geschiedenis",
            level=pgtrigger.Row,
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            func=f"IF {oud} IS DISTINCT FROM {nieuw} THEN {schrijf} END IF; RETURN NULL;",
        ),
        # TRUNCATE passes by the triggers of rows, so it would empty a table that nobody emptied.
        pgtrigger.Trigger(
            name="niet_ongezien_leeg",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
        ),
    ]


class ExactDecoder(json.JSONDecoder):
    """A figure in the history is as exact as the figure itself."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "parse_float": Decimal})


class WijzigingQuerySet(models.QuerySet["Wijziging"]):
    def over_indicator(self, indicator: "Indicator", jaar: int | None = None) -> "WijzigingQuerySet":
        """Of the indicator with its definities, wordings and breuken, and of all that was entered or chosen for it.

        With a year: of what has a year only that year. A breuk is about every year.
        """
        definities = indicator.definities.order_by()
        met_keuze: dict[str, Any] = {"bewoordingen__vermeldingen__keuzes__isnull": False}
        if jaar is not None:
            met_keuze["bewoordingen__vermeldingen__jaar"] = jaar
        vermeldingen = definities.filter(**met_keuze).values_list("bewoordingen__vermeldingen", flat=True)
        eigen = (
            Q(tabel="indicators_indicator", rij=str(indicator.pk))
            | _wijst_naar([indicator.pk], "indicator_id", "van_indicator_id", "naar_indicator_id")
            | _wijst_naar(definities.values_list("pk", flat=True), "definitie_id", "van_id", "naar_id")
            | _wijst_naar(vermeldingen, "vermelding_id")
        )
        gevonden = self._met_beelden().filter(eigen)
        if jaar is None:
            return gevonden
        zonder_jaar = ~Q(laatst__has_key="jaar") | Q(tabel="indicators_breuk")
        return gevonden.filter(zonder_jaar | Q(eerst__jaar=jaar) | Q(laatst__jaar=jaar))

    def van_persoon(self, actor: UUID) -> "WijzigingQuerySet":
        """What this person did, and what happened to their account, rights, figures and keuzes."""
        over = _wijst_naar([str(actor)], "actor", "vervanger_id")
        return self._met_beelden().filter(Q(actor=actor) | over)

    def _met_beelden(self) -> "WijzigingQuerySet":
        """With the row before and after, also where there is only one of the two."""
        return self.annotate(eerst=Coalesce("oud", "nieuw"), laatst=Coalesce("nieuw", "oud"))


def _wijst_naar(sleutels: Any, *kolommen: str) -> Q:
    """A row that names one of these keys in one of these columns, before or after the change."""
    namen, wijst = list(sleutels), Q()
    for kolom in kolommen:
        wijst |= Q(**{f"eerst__{kolom}__in": namen}) | Q(**{f"laatst__{kolom}__in": namen})
    return wijst


class Wijziging(models.Model):
    """One change of one row: what it was, what it became, by whom, in which role and why."""

    tabel = models.CharField(max_length=63)
    rij = models.CharField(max_length=40)
    actie = models.CharField(max_length=6, help_text="insert, update of delete")
    oud = models.JSONField(null=True, decoder=ExactDecoder)
    nieuw = models.JSONField(null=True, decoder=ExactDecoder)
    actor = models.UUIDField(null=True, help_text="leeg: niet via de site")
    rol = models.CharField(max_length=20, blank=True)
    reden = models.TextField(blank=True)
    op = models.DateTimeField()

    objects = WijzigingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-op", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["tabel", "rij"], name="wijziging_van_rij"),
            models.Index(fields=["actor"], name="wijziging_door_actor"),
        ]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.actie} {self.tabel} {self.rij}"
