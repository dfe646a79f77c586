"""Figures of other gemeenten and of the country, in a table of their own: they are never the site's figures."""

import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0024_speerpunten"),
    ]

    operations = [
        migrations.AlterField(
            model_name="publicatie",
            name="soort",
            field=models.CharField(
                choices=[
                    ("programmabegroting", "Programmabegroting"),
                    ("jaarstukken", "Jaarstukken"),
                    ("rapportage", "Rapportage"),
                    ("kadernota", "Kadernota"),
                    ("referentie", "Referentie"),
                    ("opgave", "Opgave"),
                ],
                max_length=20,
            ),
        ),
        migrations.CreateModel(
            name="Referentiecijfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reeks", models.CharField(help_text="zoals het bestand haar noemt", max_length=300)),
                ("gemeente", models.CharField(help_text="of het land", max_length=100)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("waarde", models.DecimalField(decimal_places=6, max_digits=20, null=True)),
                (
                    "leeg",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("streepje", "Streepje"),
                            ("leeg", "Leeg"),
                            ("pm", "Pm"),
                            ("nnb", "Nnb"),
                            ("nvt", "Nvt"),
                            ("toelichting", "Toelichting"),
                            ("ongemeten", "Ongemeten"),
                            ("gestopt", "Gestopt"),
                            ("geheim", "Geheim"),
                        ],
                        max_length=20,
                    ),
                ),
                ("gedrukt", models.CharField(blank=True, max_length=40)),
                ("bron", models.CharField(max_length=300)),
                ("tabel", models.CharField(max_length=300)),
                ("opgehaald_op", models.DateField()),
                (
                    "definitie",
                    models.ForeignKey(
                        help_text="leeg: een reeks op zichzelf",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referenties",
                        to="indicators.definitie",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referenties", to="indicators.passage"
                    ),
                ),
                (
                    "publicatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referenties",
                        to="indicators.publicatie",
                    ),
                ),
                (
                    "vervallen_in",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="indicators.lezing"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "referentiecijfers",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("publicatie"),
                        django.db.models.functions.text.Lower("reeks"),
                        django.db.models.functions.text.Lower("gemeente"),
                        models.F("jaar"),
                        condition=models.Q(("vervallen_in__isnull", True)),
                        name="referentiecijfer_een_keer_geldend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leeg", ""), ("waarde__isnull", False)),
                            models.Q(("waarde__isnull", True), models.Q(("leeg", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="referentiecijfer_waarde_of_soort_leeg",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jaar__range", (1900, 2200))), name="referentiecijfer_jaar_is_een_jaar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gemeente", ""), _negated=True), name="referentiecijfer_is_van_een_gemeente"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bron", ""), _negated=True), models.Q(("tabel", ""), _negated=True)
                        ),
                        name="referentiecijfer_heeft_een_bron",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referentiecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="285e018a7bb20ee2a51f12f22c028e80ca60f4e1",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_d1391",
                    table="indicators_referentiecijfer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referentiecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="cdcd49d189a43e7acd6ba11c68ee6fd54407e1b3",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_eeb41",
                    table="indicators_referentiecijfer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referentiecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."publicatie_id" IS DISTINCT FROM (NEW."publicatie_id") OR OLD."passage_id" IS DISTINCT FROM (NEW."passage_id") OR OLD."reeks" IS DISTINCT FROM (NEW."reeks") OR OLD."definitie_id" IS DISTINCT FROM (NEW."definitie_id") OR OLD."gemeente" IS DISTINCT FROM (NEW."gemeente") OR OLD."jaar" IS DISTINCT FROM (NEW."jaar") OR OLD."waarde" IS DISTINCT FROM (NEW."waarde") OR OLD."leeg" IS DISTINCT FROM (NEW."leeg") OR OLD."gedrukt" IS DISTINCT FROM (NEW."gedrukt") OR OLD."bron" IS DISTINCT FROM (NEW."bron") OR OLD."tabel" IS DISTINCT FROM (NEW."tabel") OR OLD."opgehaald_op" IS DISTINCT FROM (NEW."opgehaald_op"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6af7d24beef153d134c3dea95d99ddcbc893ee2c",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_01924",
                    table="indicators_referentiecijfer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referentiecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="eenmalig",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."vervallen_in_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ec7bebe55e061767f5a2665a2c38f07aab9afc0c",
                    operation="UPDATE",
                    pgid="pgtrigger_eenmalig_4032b",
                    table="indicators_referentiecijfer",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referentiecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="alleen_met_lezing",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n                SELECT FROM public.indicators_lezing lezing WHERE lezing.id = (SELECT passage.lezing_id FROM public.indicators_passage passage WHERE passage.id = NEW.passage_id) AND lezing.gelezen_op = now()\n            ) THEN\n                RAISE EXCEPTION 'Nothing is added to a lezing that was published before (%)', TG_TABLE_NAME;\n            END IF;\n            RETURN NEW;\n        ",
                    hash="51472e631c7055d9a4e6ca83540914755b906a0c",
                    operation="INSERT",
                    pgid="pgtrigger_alleen_met_lezing_48cd2",
                    table="indicators_referentiecijfer",
                    when="BEFORE",
                ),
            ),
        ),
    ]
