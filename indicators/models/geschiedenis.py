"""The history of structure, rights and decisions, written by the database itself.

Whoever changes a row says who they are with `als` (ingest); what bypasses the site has no actor, and shows so.
"""

from typing import ClassVar

import pgtrigger
from django.db import models

from indicators.onveranderlijk import nooit_anders

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
    """Write every insert, update and delete of a row to the history; of `velden` only, where names must stay out."""

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
        )
    ]


class Wijziging(models.Model):
    """One change of one row: what it was, what it became, by whom, in which role and why."""

    tabel = models.CharField(max_length=63)
    rij = models.CharField(max_length=40)
    actie = models.CharField(max_length=6, help_text="insert, update of delete")
    oud = models.JSONField(null=True)
    nieuw = models.JSONField(null=True)
    actor = models.UUIDField(null=True, help_text="leeg: niet via de site")
    rol = models.CharField(max_length=20, blank=True)
    reden = models.TextField(blank=True)
    op = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-op", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["tabel", "rij"], name="wijziging_van_rij"),
            models.Index(fields=["actor"], name="wijziging_door_actor"),
        ]
        triggers: ClassVar = nooit_anders()

    def __str__(self) -> str:
        return f"{self.actie} {self.tabel} {self.rij}"
