"""The history of structure, rights and decisions, written by the database itself.

Whoever changes a row says who they are with `handelend_als` (ingest), and signs it; what bypasses the site has no
actor, and shows so. Each row is linked to the one before it, so that what is taken out, put in or changed is found.
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


def bijgehouden(*velden: str, **afgeleid: str) -> list[pgtrigger.Trigger]:
    """Write every insert, update and delete of a row to the history; of `velden` only, where names must stay out.

    `afgeleid` is what stands there instead, as SQL in which {rij} is the row. The table cannot be emptied at once.
    """

    def beeld(rij: str, bestaat_niet_bij: str) -> str:
        if not velden:
            return f"to_jsonb({rij})"
        kolommen = {veld: f"{{rij}}.{veld}" for veld in velden} | afgeleid
        paren = ", ".join(f"'{naam}', {sql.format(rij=rij)}" for naam, sql in kolommen.items())
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


_ERBIJ = "SELECT unnest(NEW.{lijst}) EXCEPT SELECT unnest(OLD.{lijst})"
_EIGEN_NAAM = """
    IF {iemand} THEN
        SELECT * INTO wie FROM public.doelwijzer_wie();
        IF wie.rol = '' OR (wie.actor IS NOT NULL AND ({vreemd})) THEN
            RAISE EXCEPTION 'Nobody acts here in the name of another in %', TG_TABLE_NAME;
        END IF;
    END IF;
    RETURN NEW;
"""


def eigen_naam(*kolommen: str, lijst: str = "") -> pgtrigger.Trigger:
    """Who is named in one of these columns, or added to `lijst`, is who acts; only the site itself may name another."""
    iemand = [f"(NEW.{kolom} IS DISTINCT FROM OLD.{kolom} AND NEW.{kolom} IS NOT NULL)" for kolom in kolommen]
    vreemd = [f"(NEW.{kolom} IS DISTINCT FROM OLD.{kolom} AND NEW.{kolom} <> wie.actor)" for kolom in kolommen]
    if lijst:
        erbij = _ERBIJ.format(lijst=lijst)
        iemand.append(f"EXISTS ({erbij})")
        vreemd.append(f"EXISTS ({erbij} EXCEPT SELECT wie.actor)")
    return pgtrigger.Trigger(
        name="eigen_naam",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        declare=[("wie", "record")],
        func=_EIGEN_NAAM.format(iemand=" OR ".join(iemand), vreemd=" OR ".join(vreemd)),
    )


def ondertekend() -> pgtrigger.Trigger:
    """A row comes by the site alone; it may carry on what another decided, as a newly loaded document does."""
    return pgtrigger.Trigger(
        name="ondertekend",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            IF (public.doelwijzer_wie()).rol = '' THEN
                RAISE EXCEPTION 'Nobody who acts here is known in %', TG_TABLE_NAME;
            END IF;
            RETURN NEW;
        """,
    )


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
    databaserol = models.CharField(max_length=63, blank=True, db_default="", help_text="leeg: van eerder")

    objects = WijzigingQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-op", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["tabel", "rij"], name="wijziging_van_rij"),
            models.Index(fields=["actor"], name="wijziging_door_actor"),
        ]
        triggers: ClassVar = [
            *nooit_anders(),
            pgtrigger.Trigger(
                name="stempel",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    NEW.op = clock_timestamp();
                    NEW.databaserol = session_user;
                    SELECT wie.actor, wie.rol INTO NEW.actor, NEW.rol FROM public.doelwijzer_wie() wie;
                    RETURN NEW;
                """,
            ),
            # At the end of its transaction, so that those who write wait for each other no longer than that.
            pgtrigger.Trigger(
                name="schakel",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="PERFORM public.doelwijzer_schakel(NEW); RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actie} {self.tabel} {self.rij}"


class Schakel(models.Model):
    """A link of the chain: the hash of one change together with the hash before it. Written by the database alone."""

    nummer = models.PositiveBigIntegerField(primary_key=True, help_text="zonder gaten, vanaf 1")
    wijziging = models.OneToOneField(Wijziging, models.DO_NOTHING, db_constraint=False, related_name="schakel")
    keten = models.CharField(max_length=64, help_text="SHA-256 van de vorige en van deze wijziging")

    class Meta:
        verbose_name_plural = "schakels"
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.nummer}:{self.keten}"
