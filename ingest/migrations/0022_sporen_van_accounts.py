"""What is changed about an account leaves a trace without a name, a new app asks a code, and one beheerder stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from pgtrigger.compiler import Trigger, UpsertTriggerSql

from indicators.migrations.begin.triggers import SCHRIJF, AddTrigger, RemoveTrigger, met_geschiedenis, trigger

BLIJFT_ER_EEN = """
    PERFORM pg_advisory_xact_lock(hashtext('altijd_een_beheerder'));
    IF EXISTS (SELECT FROM ingest_recht WHERE actor = OLD.actor AND rol = 'beheerder') OR TG_TABLE_NAME = 'ingest_recht'
    THEN
        IF NOT EXISTS (
            SELECT FROM ingest_recht JOIN ingest_account USING (actor) WHERE rol = 'beheerder' AND is_active
        ) THEN
            RAISE EXCEPTION 'The last beheerder stays' USING ERRCODE = '23514', CONSTRAINT = 'altijd_een_beheerder';
        END IF;
    END IF;
    RETURN NULL;
"""
WAT_ANDERS_WERD = {
    "wachtwoord_op": ("password",),
    "naam_op": ("username", "first_name", "last_name"),
    "email_op": ("email",),
}


def op_dat_moment(op: str, kolommen: tuple[str, ...]) -> str:
    oud, nieuw = (", ".join(f"{rij}.{kolom}" for kolom in kolommen) for rij in ("OLD", "NEW"))
    return f"NEW.{op} = CASE WHEN ({oud}) IS DISTINCT FROM ({nieuw}) THEN clock_timestamp() ELSE OLD.{op} END; "


def beeld_van_app(rij: str, bestaat_niet_bij: str) -> str:
    actor = f"(SELECT actor FROM ingest_account WHERE ingest_account.id = {rij}.user_id)"  # noqa: S608
    velden = f"'id', {rij}.id, 'actor', {actor}, 'bevestigd', {rij}.confirmed"
    return f"(CASE WHEN TG_OP <> '{bestaat_niet_bij}' THEN jsonb_build_object({velden}) END)"


def van_app(naam: str, pgid: str, when: str, operation: str, func: str, **meer: str) -> AddTrigger:
    """A trigger on the table of django-otp, of the model that stands for it here."""
    sql = UpsertTriggerSql(pgid=pgid, table="otp_totp_totpdevice", when=when, operation=operation, func=func, **meer)
    return AddTrigger("apparaat", Trigger(name=naam, sql=sql))


OUD, NIEUW = beeld_van_app("OLD", "INSERT"), beeld_van_app("NEW", "DELETE")
ACCOUNT = [
    *(
        migrations.AddField(
            "account", naam, models.DateTimeField(editable=False, null=True, verbose_name=f"{wat} gewijzigd op")
        )
        for naam, wat in (("wachtwoord_op", "wachtwoord"), ("naam_op", "naam"), ("email_op", "e-mailadres"))
    ),
    RemoveTrigger("account", "geschiedenis"),
    met_geschiedenis("ingest.Account", "id", "actor", "is_active", "wachtwoord_op", "naam_op", "email_op")[0],
    trigger(
        "ingest.Account",
        "zegt_wat_anders_werd",
        "BEFORE UPDATE",
        "".join(op_dat_moment(op, kolommen) for op, kolommen in WAT_ANDERS_WERD.items()) + "RETURN NEW;",
    ),
    trigger(
        "ingest.Account",
        "nooit_uzelf",
        "BEFORE DELETE",
        "IF OLD.actor::text = current_setting('doelwijzer.actor', true) THEN RAISE EXCEPTION "
        "'Nobody removes their own account' USING ERRCODE = '23514', CONSTRAINT = 'nooit_uzelf'; END IF; RETURN OLD;",
    ),
    trigger(
        "ingest.Account",
        "altijd_een_beheerder",
        "AFTER UPDATE",
        BLIJFT_ER_EEN,
        als='NOT NEW."is_active" AND OLD."is_active"',
    ),
    trigger(
        "ingest.Recht",
        "altijd_een_beheerder",
        "AFTER UPDATE OR DELETE",
        BLIJFT_ER_EEN,
        als="OLD.\"rol\" = 'beheerder'",
    ),
]
APPARAAT = [
    migrations.CreateModel(
        "Apparaat",
        fields=[],
        options={"proxy": True, "indexes": [], "constraints": []},
        bases=("otp_totp.totpdevice",),
    ),
    van_app(
        "geschiedenis",
        "pgtrigger_geschiedenis_e03b6",
        "AFTER",
        "INSERT OR UPDATE OR DELETE",
        f"IF {OUD} IS DISTINCT FROM {NIEUW} THEN {SCHRIJF.format(oud=OUD, nieuw=NIEUW)} END IF; RETURN NULL;",
    ),
    van_app(
        "niet_ongezien_leeg",
        "pgtrigger_niet_ongezien_leeg_23dc9",
        "BEFORE",
        "TRUNCATE",
        "RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
        level="STATEMENT",
    ),
    van_app(
        "blijft_deze_app",
        "pgtrigger_blijft_deze_app_42fd9",
        "BEFORE",
        "UPDATE",
        "RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
        condition='WHEN (OLD."key" IS DISTINCT FROM (NEW."key") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))',
    ),
]
KOPPELCODE = [
    migrations.CreateModel(
        "Koppelcode",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ("afdruk", models.CharField(help_text="van de code, met de sleutel van de site", max_length=64)),
            ("gemaakt_op", models.DateTimeField()),
            ("geldig_tot", models.DateTimeField()),
            ("pogingen", models.PositiveSmallIntegerField(default=0)),
            ("gegeven_door", models.UUIDField(help_text="actor-id; leeg: gemaild, of op de opdrachtregel", null=True)),
            (
                "account",
                models.OneToOneField(
                    db_column="actor",
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="koppelcode",
                    to=settings.AUTH_USER_MODEL,
                    to_field="actor",
                ),
            ),
        ],
    ),
    migrations.AddConstraint(
        "koppelcode",
        models.CheckConstraint(
            condition=models.Q(("gegeven_door", None), ~models.Q(gegeven_door=models.F("account")), _connector="OR"),
            name="koppelcode_van_een_ander",
        ),
    ),
    *met_geschiedenis("ingest.Koppelcode", "id", "actor", "gemaakt_op", "gegeven_door"),
    migrations.AddIndex("aanmelding", models.Index(fields=["actor"], name="aanmelding_van_actor")),
    migrations.AlterField(
        "aanmelding",
        "weg",
        models.CharField(
            choices=[
                ("wachtwoord", "Wachtwoord"),
                ("gemeente", "inlog van de gemeente"),
                ("code", "tweede factor"),
                ("koppelcode", "code om een app te koppelen"),
            ],
            max_length=20,
        ),
    ),
]


class Migration(migrations.Migration):
    dependencies = [("ingest", "0021_instemming"), ("otp_totp", "0003_add_timestamps")]

    operations = [*ACCOUNT, *APPARAAT, *KOPPELCODE]
