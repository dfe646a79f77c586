"""Triggers with which PostgreSQL itself refuses to change what has been published, also for a script."""

from collections.abc import Iterator
from typing import Any

import pgtrigger
from django.db import models


def nooit_anders(*, behalve: str | None = None) -> list[pgtrigger.Trigger]:
    """Refuse UPDATE and DELETE of a row; `behalve` names the one column that may be filled in, once."""
    weigeringen: list[pgtrigger.Trigger] = [
        pgtrigger.Protect(name="nooit_weg", operation=pgtrigger.Delete),
        pgtrigger.Trigger(
            name="nooit_geleegd",
            level=pgtrigger.Statement,
            when=pgtrigger.Before,
            operation=pgtrigger.Truncate,
            func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
        ),
    ]
    if behalve is None:
        return [*weigeringen, pgtrigger.Protect(name="nooit_anders", operation=pgtrigger.Update)]
    return [
        *weigeringen,
        pgtrigger.ReadOnly(name="nooit_anders", exclude=[behalve]),
        pgtrigger.Protect(
            name="eenmalig",
            operation=pgtrigger.Update,
            condition=pgtrigger.Q(**{f"old__{behalve}__isnull": False}),
        ),
    ]


def veranderlijk(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields of this model that a row may get another value in, as its triggers have it."""
    velden = [veld for veld in model._meta.concrete_fields if not veld.primary_key]
    for trigger in _altijd(model, pgtrigger.Update):
        if not isinstance(trigger, pgtrigger.ReadOnly):
            return []
        vast = set(trigger.fields or [])
        vrij = set(trigger.exclude or [])
        velden = [veld for veld in velden if veld.name not in vast and (not vrij or veld.name in vrij)]
    return velden


def mag_weg(model: type[models.Model]) -> bool:
    """Whether a row of this model may be deleted."""
    return not list(_altijd(model, pgtrigger.Delete))


def _altijd(model: type[models.Model], operatie: pgtrigger.Operation) -> Iterator[pgtrigger.Protect]:
    """The triggers that refuse this whatever the row says."""
    for trigger in model._meta.triggers if hasattr(model._meta, "triggers") else ():
        geweigerd = isinstance(trigger, pgtrigger.Protect) and str(trigger.operation) == str(operatie)
        if geweigerd and (isinstance(trigger, pgtrigger.ReadOnly) or trigger.condition is None):
            yield trigger


class Beschermd(models.Model):
    """A model of which some columns never change: saving a row again writes the others."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = [veld.name for veld in veranderlijk(type(self))]
        super().save(*args, **kwargs)
