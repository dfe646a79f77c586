"""The triggers of the migrations, in the SQL that pgtrigger compiles them to."""

from hashlib import sha1
from typing import Any

from pgtrigger import migrations
from pgtrigger.compiler import Trigger, UpsertTriggerSql

SCHRIJF = """
    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)
    VALUES (
        TG_TABLE_NAME, COALESCE({nieuw}, {oud}) ->> 'id', lower(TG_OP), {oud}, {nieuw},
        nullif(current_setting('doelwijzer.actor', true), '')::uuid,
        COALESCE(current_setting('doelwijzer.rol', true), ''),
        COALESCE(current_setting('doelwijzer.reden', true), ''),
        clock_timestamp()
    );
"""
STAP = (
    """SELECT CONCAT(OLD."staat", ':', NEW."staat") = ANY('{{{overgangen}}}'::text[]) INTO _is_valid_transition; """
    'IF (_is_valid_transition IS FALSE AND OLD."staat" IS DISTINCT FROM NEW."staat") THEN '
    """RAISE EXCEPTION 'pgtrigger: Invalid transition of field "staat" from "%" to "%" on table %', """
    'OLD."staat", NEW."staat", TG_TABLE_NAME; ELSE RETURN NEW; END IF;'
)


class AddTrigger(migrations.AddTrigger):
    """That of pgtrigger, which makes all models anew for every trigger; a trigger is no part of a model's fields."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        opties = state.models[app_label, self.model_name].options
        opties["triggers"] = [*opties.get("triggers", []), self.trigger]


class RemoveTrigger(migrations.RemoveTrigger):
    """And for every one that goes."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        opties = state.models[app_label, self.model_name].options
        opties["triggers"] = [trigger for trigger in opties["triggers"] if trigger.name != self.name]


def trigger(model: str, naam: str, wanneer: str, func: str, *, als: str = "", **meer: str) -> AddTrigger:
    """Under the name that pgtrigger gives it; `model` as in indicators.Bedrag, `wanneer` as in BEFORE UPDATE."""
    app, klasse = model.split(".")
    when, operation = wanneer.split(" ", 1)
    merk = sha1(f"{model}:{naam}".encode(), usedforsecurity=False).hexdigest()[:5]
    sql = UpsertTriggerSql(
        pgid=f"pgtrigger_{naam}_{merk}",
        table=f"{app}_{klasse}".lower(),
        when=when,
        operation=operation,
        condition=f"WHEN ({als})" if als else "",
        func=func,
        **meer,
    )
    return AddTrigger(klasse.lower(), Trigger(name=naam, sql=sql))


def weiger(model: str, naam: str, operatie: str, als: str = "") -> AddTrigger:
    """Refuse to UPDATE or DELETE a row, always or where `als` holds."""
    zin = f"RAISE EXCEPTION 'pgtrigger: Cannot {operatie.lower()} rows from % table', TG_TABLE_NAME;"
    return trigger(model, naam, f"BEFORE {operatie}", zin, als=als)


def weiger_anders(model: str, naam: str, *kolommen: str) -> AddTrigger:
    """Refuse another value in one of these columns."""
    anders = (f'OLD."{kolom}" IS DISTINCT FROM (NEW."{kolom}")' for kolom in kolommen)
    return weiger(model, naam, "UPDATE", " OR ".join(anders))


def weiger_legen(model: str, naam: str, zin: str) -> AddTrigger:
    """Refuse to TRUNCATE the table."""
    return trigger(model, naam, "BEFORE TRUNCATE", f"RAISE EXCEPTION '{zin}', TG_TABLE_NAME;", level="STATEMENT")


def nooit_verwijderd(model: str) -> list[AddTrigger]:
    """What is published stays."""
    return [
        weiger(model, "nooit_weg", "DELETE"),
        weiger_legen(model, "nooit_geleegd", "Published rows of % are never removed"),
    ]


def ligt_vast(model: str) -> list[AddTrigger]:
    """What is published stays as it is."""
    return [*nooit_verwijderd(model), weiger(model, "nooit_anders", "UPDATE")]


def ligt_vast_behalve(model: str, eenmalig: str, *kolommen: str) -> list[AddTrigger]:
    """What is published stays as it is; only `eenmalig` is filled in, once."""
    return [
        *nooit_verwijderd(model),
        weiger_anders(model, "nooit_anders", *kolommen),
        weiger(model, "eenmalig", "UPDATE", f'OLD."{eenmalig}" IS NOT NULL'),
    ]


def vooruit(model: str, *overgangen: str) -> AddTrigger:
    """`staat` goes on by these steps only, each written as van:naar."""
    func = STAP.format(overgangen=",".join(overgangen))
    return trigger(model, "staat_vooruit", "BEFORE UPDATE", func, declare="DECLARE _is_valid_transition BOOLEAN;")


def met_geschiedenis(model: str, *velden: str) -> list[AddTrigger]:
    """Each change of a row is written to the history; of `velden` only, where there are any."""

    def beeld(rij: str, bestaat_niet_bij: str) -> str:
        if not velden:
            return f"to_jsonb({rij})"
        paren = ", ".join(f"'{veld}', {rij}.{veld}" for veld in velden)
        return f"(CASE WHEN TG_OP <> '{bestaat_niet_bij}' THEN jsonb_build_object({paren}) END)"

    oud, nieuw = beeld("OLD", "INSERT"), beeld("NEW", "DELETE")
    schrijf = SCHRIJF.format(oud=oud, nieuw=nieuw)
    func = f"IF {oud} IS DISTINCT FROM {nieuw} THEN {schrijf} END IF; RETURN NULL;"
    return [
        trigger(model, "geschiedenis", "AFTER INSERT OR UPDATE OR DELETE", func),
        weiger_legen(model, "niet_ongezien_leeg", "Rows of % never go without history"),
    ]
