"""Triggers with which PostgreSQL itself refuses to change what has been published, also for a script."""

import pgtrigger


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
