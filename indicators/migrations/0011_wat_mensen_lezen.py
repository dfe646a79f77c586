"""What people read in the documents is in the tables, and a passage is known by its words, not by its line."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from indicators.migrations.begin.triggers import AddTrigger, RemoveTrigger


def met_aanhaling(apps: Any, schema_editor: Any) -> None:
    """A line number of a breuk or opvolging becomes a passage: it is on that line of what is on the site."""
    aanhalingen, lezingen, vindplaatsen = (
        apps.get_model("indicators", naam) for naam in ("Aanhaling", "Lezing", "Vindplaats")
    )
    for naam in ("Breuk", "Opvolging"):
        for rij in apps.get_model("indicators", naam).objects.all():
            rij.aanhaling = aanhalingen.objects.create(publicatie_id=rij.publicatie_id)
            rij.save(update_fields=["aanhaling"])
            lezing = lezingen.objects.filter(publicatie_id=rij.publicatie_id, staat="gepubliceerd").first()
            if lezing:
                vindplaatsen.objects.create(
                    aanhaling=rij.aanhaling, lezing=lezing, van_regel=rij.regel, tot_regel=rij.regel
                )
    # what waits for the end of the transaction stands in the way of a change of the table
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0010_lezing_is_gepubliceerd"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aangehaald",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gedrukt", models.CharField(blank=True, max_length=100)),
                ("waar", models.CharField(blank=True, max_length=40)),
                ("volgorde", models.PositiveSmallIntegerField()),
            ],
            options={
                "verbose_name_plural": "aangehaald",
                "ordering": ["volgorde"],
            },
        ),
        migrations.CreateModel(
            name="Aanhaling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "verbose_name_plural": "aanhalingen",
            },
        ),
        migrations.CreateModel(
            name="Afdruk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lengte", models.PositiveIntegerField(help_text="letters en cijfers")),
                ("begin", models.CharField(help_text="afdruk van de eerste letters", max_length=8)),
                ("geheel", models.CharField(help_text="afdruk van alle letters", max_length=16)),
                ("voor", models.CharField(blank=True, help_text="afdruk van wat ervoor staat", max_length=16)),
                ("na", models.CharField(blank=True, help_text="afdruk van wat erna komt", max_length=16)),
                ("regels", models.PositiveSmallIntegerField(help_text="zoveel regels besloeg de passage")),
            ],
            options={
                "verbose_name_plural": "afdrukken",
            },
        ),
        migrations.CreateModel(
            name="Duiding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.SlugField(help_text="waaronder hij op de site te vinden is", max_length=100)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("invloed", "wat de gemeente eraan doet of kan doen"),
                            ("omgeving", "wat er verder op werkt"),
                            ("referentie", "een cijfer van anderen, of een vergelijking daarmee"),
                            ("eigen cijfer", "een cijfer van de gemeente dat niet in de tabel staat"),
                            ("band", "wat een score betekent"),
                            ("meetmoment", "wanneer er gemeten wordt"),
                            ("adres", "een pagina om mee te vergelijken"),
                            ("dekking", "wie nieuw beleid betaalt"),
                            ("twee manieren van tellen", "twee manieren van tellen"),
                            ("twee bronnen zonder uitleg", "twee bronnen zonder uitleg"),
                            ("tabel tegen eigen tekst", "de tabel en de tekst verschillen"),
                            ("zonder uitleg", "een verandering zonder uitleg"),
                            ("aankondiging", "iets wat nog naar de raad komt"),
                            ("motie", "een motie"),
                            ("stand", "hoe het met een motie of aankondiging staat"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "wat",
                    models.CharField(blank=True, help_text="waar het over gaat, in een paar woorden", max_length=300),
                ),
                ("zin", models.TextField(blank=True, help_text="in onze eigen woorden")),
                (
                    "gedrukt",
                    models.CharField(blank=True, help_text="het cijfer of de term zoals gedrukt", max_length=200),
                ),
                (
                    "wanneer",
                    models.CharField(blank=True, help_text="het jaar of de termijn zoals gedrukt", max_length=200),
                ),
                (
                    "uiterlijk",
                    models.DateField(blank=True, help_text="de laatste dag die bij de termijn past", null=True),
                ),
                ("wie", models.CharField(blank=True, help_text="van wie een cijfer is", max_length=200)),
                ("vanaf", models.CharField(blank=True, max_length=20)),
                ("tot_en_met", models.CharField(blank=True, max_length=20)),
                ("nummer", models.CharField(blank=True, help_text="van een motie", max_length=20)),
                (
                    "in_tabel",
                    models.BooleanField(blank=True, help_text="de tabel trekt de dekking zelf al af", null=True),
                ),
                ("adres", models.URLField(blank=True, max_length=500)),
                (
                    "bron",
                    models.CharField(
                        blank=True, help_text="waar een stand staat die niet in een document staat", max_length=300
                    ),
                ),
                ("op", models.DateField(blank=True, help_text="de dag waarop een stand gold", null=True)),
                (
                    "stand",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("loopt", "Loopt"),
                            ("uitgevoerd", "Uitgevoerd"),
                            ("wordt afgedaan", "Wordt Afgedaan"),
                            ("afgedaan", "Afgedaan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("volgorde", models.PositiveIntegerField(default=0)),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("voorgelegd", "wacht op een tweede persoon"),
                            ("teruggegeven", "Teruggegeven"),
                            ("gepubliceerd", "op de site"),
                            ("vervangen", "Vervangen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="voorgelegd",
                        max_length=20,
                    ),
                ),
                (
                    "weg",
                    models.CharField(
                        choices=[
                            ("meegeleverd", "met Doelwijzer meegeleverd"),
                            ("site", "op de site ingevoerd en door een ander gezien"),
                        ],
                        default="site",
                        max_length=20,
                    ),
                ),
                ("reden", models.TextField(blank=True, help_text="waarom hij anders wordt of weg moet")),
                ("opmerking", models.TextField(blank=True, help_text="van de tweede persoon")),
                ("gelezen_door", models.UUIDField(help_text="actor-id; leeg: meegeleverd", null=True)),
                ("gelezen_op", models.DateTimeField(auto_now_add=True)),
                ("gezien_door", models.UUIDField(help_text="actor-id van de tweede persoon", null=True)),
                ("gezien_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "duidingen",
                "ordering": ["volgorde", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Nagelezen",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "vraag",
                    models.CharField(
                        choices=[
                            ("indicatoren", "Wat zegt de tekst over de indicatoren?"),
                            ("dekking", "Wie betaalt nieuw beleid?"),
                            ("tegenspraak", "Waar verschillen tekst en tabel?"),
                            ("uitleg", "Waar ontbreekt uitleg?"),
                            ("raad", "Wat komt er naar de raad, en welke moties zijn er?"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "afdrukken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16),
                        help_text="van de hele tekst waarvoor dit geldt; een andere is niet nagelezen",
                        size=None,
                    ),
                ),
                ("actor", models.UUIDField(help_text="leeg: meegeleverd", null=True)),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("ingetrokken_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "nagelezen",
            },
        ),
        migrations.CreateModel(
            name="Terzijde",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "voorstel",
                    models.CharField(
                        blank=True, help_text="soort en afdruk van wat de lezer voorstelde", max_length=100
                    ),
                ),
                (
                    "besluit",
                    models.CharField(
                        choices=[
                            ("niet meer", "het document zegt dit niet meer"),
                            ("niet bewaren", "dit hoeft niet bewaard te worden"),
                        ],
                        max_length=20,
                    ),
                ),
                ("actor", models.UUIDField()),
                ("op", models.DateTimeField(auto_now_add=True)),
                ("herroepen_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name_plural": "terzijde gelegd",
            },
        ),
        migrations.CreateModel(
            name="Vindplaats",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("van_regel", models.PositiveIntegerField()),
                ("tot_regel", models.PositiveIntegerField()),
            ],
            options={
                "verbose_name_plural": "vindplaatsen",
            },
        ),
        RemoveTrigger(
            model_name="lezing",
            name="nooit_anders",
        ),
        migrations.AddField(
            model_name="bewoording",
            name="begroting_vanaf",
            field=models.PositiveSmallIntegerField(
                blank=True,
                help_text="alleen de begrotingen vanaf dit jaar zijn zo gemeten; leeg: alles onder deze naam",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="lezing",
            name="druk",
            field=models.PositiveSmallIntegerField(
                default=1,
                help_text="lezingen van één druk hebben dezelfde regels; een adres van een regel noemt de druk",
            ),
        ),
        migrations.AddField(
            model_name="publicatie",
            name="druk",
            field=models.PositiveSmallIntegerField(
                default=1, editable=False, help_text="van de lezing die op de site staat"
            ),
        ),
        migrations.AlterField(
            model_name="opvolging",
            name="soort",
            field=models.CharField(
                choices=[
                    ("hernoemd", "Hernoemd"),
                    ("gesplitst", "Gesplitst"),
                    ("samengevoegd", "Samengevoegd"),
                    ("vervangen", "Vervangen"),
                    ("nieuwe meting", "Nieuwe Meting"),
                ],
                max_length=20,
            ),
        ),
        AddTrigger(
            model_name="lezing",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."publicatie_id" IS DISTINCT FROM (NEW."publicatie_id") OR OLD."bestandsnaam" IS DISTINCT FROM (NEW."bestandsnaam") OR OLD."checksum" IS DISTINCT FROM (NEW."checksum") OR OLD."druk" IS DISTINCT FROM (NEW."druk") OR OLD."lezer_versie" IS DISTINCT FROM (NEW."lezer_versie") OR OLD."structuur_versie" IS DISTINCT FROM (NEW."structuur_versie") OR OLD."uitvoer" IS DISTINCT FROM (NEW."uitvoer") OR OLD."weg" IS DISTINCT FROM (NEW."weg") OR OLD."gepubliceerd_door" IS DISTINCT FROM (NEW."gepubliceerd_door") OR OLD."gelezen_op" IS DISTINCT FROM (NEW."gelezen_op"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1ca50ac6493cefa561d90759b446bd187e55308c",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_a9c9a",
                    table="indicators_lezing",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="bewoording",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begroting_vanaf__isnull", True), ("begroting_vanaf__range", (1900, 2200)), _connector="OR"
                ),
                name="bewoording_vanaf_een_jaar",
            ),
        ),
        migrations.AddField(
            model_name="aanhaling",
            name="publicatie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="aanhalingen", to="indicators.publicatie"
            ),
        ),
        migrations.AddField(
            model_name="aangehaald",
            name="aanhaling",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="aangehaald", to="indicators.aanhaling"
            ),
        ),
        migrations.AddField(
            model_name="breuk",
            name="aanhaling",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="indicators.aanhaling",
            ),
        ),
        migrations.AddField(
            model_name="opvolging",
            name="aanhaling",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="indicators.aanhaling",
            ),
        ),
        migrations.AddField(
            model_name="afdruk",
            name="aanhaling",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="afdrukken", to="indicators.aanhaling"
            ),
        ),
        migrations.AddField(
            model_name="duiding",
            name="doelstellingen",
            field=models.ManyToManyField(blank=True, related_name="duidingen", to="indicators.doelstelling"),
        ),
        migrations.AddField(
            model_name="duiding",
            name="indicator",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duidingen",
                to="indicators.indicator",
            ),
        ),
        migrations.AddField(
            model_name="duiding",
            name="over",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="standen",
                to="indicators.duiding",
            ),
        ),
        migrations.AddField(
            model_name="duiding",
            name="post",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="duidingen",
                to="indicators.post",
            ),
        ),
        migrations.AddField(
            model_name="duiding",
            name="vervangt",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vervangen_door",
                to="indicators.duiding",
            ),
        ),
        migrations.AddField(
            model_name="duiding",
            name="volgt_op",
            field=models.ForeignKey(
                blank=True,
                help_text="wat een eerdere editie zei",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vervolg",
                to="indicators.duiding",
            ),
        ),
        migrations.AddField(
            model_name="aangehaald",
            name="duiding",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="aangehaald", to="indicators.duiding"
            ),
        ),
        migrations.AddField(
            model_name="nagelezen",
            name="lezing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="nagelezen", to="indicators.lezing"
            ),
        ),
        migrations.AddField(
            model_name="nagelezen",
            name="programma",
            field=models.ForeignKey(
                blank=True,
                help_text="leeg: het hele document",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="indicators.programma",
            ),
        ),
        migrations.AddField(
            model_name="terzijde",
            name="duiding",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="terzijde",
                to="indicators.duiding",
            ),
        ),
        migrations.AddField(
            model_name="terzijde",
            name="publicatie",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="terzijde", to="indicators.publicatie"
            ),
        ),
        migrations.AddField(
            model_name="vindplaats",
            name="aanhaling",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="vindplaatsen", to="indicators.aanhaling"
            ),
        ),
        migrations.AddField(
            model_name="vindplaats",
            name="lezing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="vindplaatsen", to="indicators.lezing"
            ),
        ),
        AddTrigger(
            model_name="aanhaling",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="7076c21b41017be22af19375149f66283357e0fb",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_939bd",
                    table="indicators_aanhaling",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="aanhaling",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="d5b72bbff053eb1ddaa5982a1a481505805ebca8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_cff17",
                    table="indicators_aanhaling",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="aanhaling",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ec331340b9109f679da063fb9cb9ba2b24fc2757",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_21671",
                    table="indicators_aanhaling",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="afdruk",
            constraint=models.UniqueConstraint(fields=("aanhaling", "geheel", "voor", "na"), name="afdruk_een_keer"),
        ),
        migrations.AddConstraint(
            model_name="afdruk",
            constraint=models.CheckConstraint(
                condition=models.Q(("lengte__gte", 1), ("regels__gte", 1)), name="afdruk_is_van_iets"
            ),
        ),
        AddTrigger(
            model_name="afdruk",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="e0087f69974e62240fcd4d72cad01dde200bfdb8",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_95292",
                    table="indicators_afdruk",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="afdruk",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="a96226e4b6508889da5e0a2db934b5f93cfa186c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_90f56",
                    table="indicators_afdruk",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="afdruk",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b81ff06d15d4f5670c48be579a1242f7aba20e75",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_6ad61",
                    table="indicators_afdruk",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("staat", "gepubliceerd")),
                fields=("sleutel",),
                name="duiding_sleutel_een_keer_op_de_site",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "soort__in",
                        [
                            "invloed",
                            "omgeving",
                            "referentie",
                            "eigen cijfer",
                            "band",
                            "meetmoment",
                            "adres",
                            "dekking",
                            "twee manieren van tellen",
                            "twee bronnen zonder uitleg",
                            "tabel tegen eigen tekst",
                            "zonder uitleg",
                            "aankondiging",
                            "motie",
                            "stand",
                        ],
                    )
                ),
                name="duiding_soort_bekend",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("zin", ""), _negated=True), models.Q(("wat", ""), _negated=True), _connector="OR"
                ),
                name="duiding_zegt_iets",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("soort__in", ("invloed", "omgeving", "referentie", "eigen cijfer", "band", "meetmoment")),
                        _negated=True,
                    ),
                    ("indicator__isnull", False),
                    _connector="OR",
                ),
                name="duiding_over_een_indicator",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", "dekking"), _negated=True),
                    models.Q(
                        ("in_tabel__isnull", False), ("post__isnull", False), models.Q(("gedrukt", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="duiding_dekking_van_een_post",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", "band"), _negated=True),
                    models.Q(models.Q(("vanaf", ""), _negated=True), models.Q(("tot_en_met", ""), _negated=True)),
                    _connector="OR",
                ),
                name="duiding_band_heeft_grenzen",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", "motie"), _negated=True),
                    models.Q(("nummer", ""), _negated=True),
                    _connector="OR",
                ),
                name="duiding_motie_heeft_nummer",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort__in", ["aankondiging", "motie", "stand"]), _negated=True),
                    models.Q(("stand", ""), _negated=True),
                    _connector="OR",
                ),
                name="duiding_raadspunt_heeft_stand",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("over__isnull", False), ("soort", "stand")),
                    models.Q(models.Q(("soort", "stand"), _negated=True), ("over__isnull", True)),
                    _connector="OR",
                ),
                name="duiding_stand_is_van_iets",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gezien_door__isnull", True),
                    models.Q(("gezien_door", models.F("gelezen_door")), _negated=True),
                    _connector="OR",
                ),
                name="duiding_door_twee_mensen",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("staat", "gepubliceerd"), _negated=True),
                    ("weg", "meegeleverd"),
                    ("gezien_door__isnull", False),
                    _connector="OR",
                ),
                name="duiding_niet_ongezien_op_de_site",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(("vervangt__isnull", True), models.Q(("reden", ""), _negated=True), _connector="OR"),
                name="duiding_verbetering_heeft_een_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("staat", "ingetrokken"), _negated=True),
                    models.Q(("reden", ""), _negated=True),
                    _connector="OR",
                ),
                name="duiding_intrekking_heeft_een_reden",
            ),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("staat", "teruggegeven"), _negated=True),
                    models.Q(("opmerking", ""), _negated=True),
                    _connector="OR",
                ),
                name="duiding_terug_met_opmerking",
            ),
        ),
        AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="geschiedenis",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN \n    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)\n    VALUES (\n        TG_TABLE_NAME, COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'id', lower(TG_OP), to_jsonb(OLD), to_jsonb(NEW),\n        nullif(current_setting('doelwijzer.actor', true), '')::uuid,\n        COALESCE(current_setting('doelwijzer.rol', true), ''),\n        COALESCE(current_setting('doelwijzer.reden', true), ''),\n        clock_timestamp()\n    );\n END IF; RETURN NULL;",
                    hash="a6a78b084884eaa3dedf651362bade0421914828",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_geschiedenis_5ef95",
                    table="indicators_duiding",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="niet_ongezien_leeg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
                    hash="6410b7ca0d89467b2b3caef080951ebf2645d061",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_niet_ongezien_leeg_6fa97",
                    table="indicators_duiding",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="3f9eb2487ee51fda575ee890abb4e759c20379e3",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_8e19b",
                    table="indicators_duiding",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="zegt_altijd_hetzelfde",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."sleutel" IS DISTINCT FROM (NEW."sleutel") OR OLD."soort" IS DISTINCT FROM (NEW."soort") OR OLD."wat" IS DISTINCT FROM (NEW."wat") OR OLD."zin" IS DISTINCT FROM (NEW."zin") OR OLD."gedrukt" IS DISTINCT FROM (NEW."gedrukt") OR OLD."wanneer" IS DISTINCT FROM (NEW."wanneer") OR OLD."uiterlijk" IS DISTINCT FROM (NEW."uiterlijk") OR OLD."wie" IS DISTINCT FROM (NEW."wie") OR OLD."vanaf" IS DISTINCT FROM (NEW."vanaf") OR OLD."tot_en_met" IS DISTINCT FROM (NEW."tot_en_met") OR OLD."nummer" IS DISTINCT FROM (NEW."nummer") OR OLD."in_tabel" IS DISTINCT FROM (NEW."in_tabel") OR OLD."adres" IS DISTINCT FROM (NEW."adres") OR OLD."bron" IS DISTINCT FROM (NEW."bron") OR OLD."op" IS DISTINCT FROM (NEW."op") OR OLD."stand" IS DISTINCT FROM (NEW."stand") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."post_id" IS DISTINCT FROM (NEW."post_id") OR OLD."over_id" IS DISTINCT FROM (NEW."over_id") OR OLD."volgt_op_id" IS DISTINCT FROM (NEW."volgt_op_id") OR OLD."volgorde" IS DISTINCT FROM (NEW."volgorde") OR OLD."weg" IS DISTINCT FROM (NEW."weg") OR OLD."vervangt_id" IS DISTINCT FROM (NEW."vervangt_id") OR OLD."gelezen_door" IS DISTINCT FROM (NEW."gelezen_door") OR OLD."gelezen_op" IS DISTINCT FROM (NEW."gelezen_op"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="debeb7d705df12bef7051a535cc990693436c4b6",
                    operation="UPDATE",
                    pgid="pgtrigger_zegt_altijd_hetzelfde_6d7da",
                    table="indicators_duiding",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="duiding",
            trigger=pgtrigger.compiler.Trigger(
                name="staat_vooruit",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE _is_valid_transition BOOLEAN;",
                    func='SELECT CONCAT(OLD."staat", \':\', NEW."staat") = ANY(\'{voorgelegd:gepubliceerd,voorgelegd:teruggegeven,voorgelegd:ingetrokken,teruggegeven:ingetrokken,teruggegeven:vervangen,gepubliceerd:vervangen,gepubliceerd:ingetrokken}\'::text[]) INTO _is_valid_transition; IF (_is_valid_transition IS FALSE AND OLD."staat" IS DISTINCT FROM NEW."staat") THEN RAISE EXCEPTION \'pgtrigger: Invalid transition of field "staat" from "%" to "%" on table %\', OLD."staat", NEW."staat", TG_TABLE_NAME; ELSE RETURN NEW; END IF;',
                    hash="60da87fac2327273af8e2a335f8380e8d92ad66c",
                    operation="UPDATE",
                    pgid="pgtrigger_staat_vooruit_03f29",
                    table="indicators_duiding",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="aangehaald",
            constraint=models.UniqueConstraint(fields=("duiding", "volgorde"), name="aangehaald_op_volgorde"),
        ),
        AddTrigger(
            model_name="aangehaald",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="b99d565ded25719763868a3d71ce162db549740a",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_f1a46",
                    table="indicators_aangehaald",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="aangehaald",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="9a62905c211a7b6d590de6d3a227bc841381e57d",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_3943b",
                    table="indicators_aangehaald",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="aangehaald",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cc9f5a23db5baee80f6263bf91224c19897cb970",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_e11d4",
                    table="indicators_aangehaald",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="nagelezen",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True)),
                fields=("lezing", "programma", "vraag"),
                name="nagelezen_een_keer",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="nagelezen",
            constraint=models.CheckConstraint(
                condition=models.Q(("vraag__in", ["indicatoren", "dekking", "tegenspraak", "uitleg", "raad"])),
                name="nagelezen_vraag_bekend",
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="3a6ae13f04a1ca4bfcd63132c4e6a7d6b4363a31",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_cdfa0",
                    table="indicators_nagelezen",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="a97b344157d120b34303ccd58fa0a7a8b8edacd8",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_232c3",
                    table="indicators_nagelezen",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lezing_id" IS DISTINCT FROM (NEW."lezing_id") OR OLD."programma_id" IS DISTINCT FROM (NEW."programma_id") OR OLD."vraag" IS DISTINCT FROM (NEW."vraag") OR OLD."afdrukken" IS DISTINCT FROM (NEW."afdrukken") OR OLD."actor" IS DISTINCT FROM (NEW."actor") OR OLD."op" IS DISTINCT FROM (NEW."op"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bfadc95c6b86a9f1f19a8c47428aae5de3465c10",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_0e270",
                    table="indicators_nagelezen",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="eenmalig",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ingetrokken_op" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a520396d8beec587b85d8b6b8f15e5e90f107378",
                    operation="UPDATE",
                    pgid="pgtrigger_eenmalig_3f4c2",
                    table="indicators_nagelezen",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="geschiedenis",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN \n    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)\n    VALUES (\n        TG_TABLE_NAME, COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'id', lower(TG_OP), to_jsonb(OLD), to_jsonb(NEW),\n        nullif(current_setting('doelwijzer.actor', true), '')::uuid,\n        COALESCE(current_setting('doelwijzer.rol', true), ''),\n        COALESCE(current_setting('doelwijzer.reden', true), ''),\n        clock_timestamp()\n    );\n END IF; RETURN NULL;",
                    hash="a300ba24ed9d623425d2f6301e2d75220366501c",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_geschiedenis_d02d3",
                    table="indicators_nagelezen",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="nagelezen",
            trigger=pgtrigger.compiler.Trigger(
                name="niet_ongezien_leeg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
                    hash="793cf409938bd355f3d6a0977113ed2b7c2d882a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_niet_ongezien_leeg_7d48b",
                    table="indicators_nagelezen",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="terzijde",
            constraint=models.UniqueConstraint(
                condition=models.Q(("herroepen_op__isnull", True)),
                fields=("publicatie", "duiding", "voorstel"),
                name="terzijde_een_keer",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="terzijde",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("duiding__isnull", False), ("voorstel", "")),
                    models.Q(("duiding__isnull", True), models.Q(("voorstel", ""), _negated=True)),
                    _connector="OR",
                ),
                name="terzijde_van_een_ding",
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="e11b6a7453054eaff558c704c45162c0ce8d49be",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_265e8",
                    table="indicators_terzijde",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_geleegd",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Published rows of % are never removed', TG_TABLE_NAME;",
                    hash="ddb5cb0bd5e0868f99f1bdba093eebce86bb090c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_nooit_geleegd_87b64",
                    table="indicators_terzijde",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_anders",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."publicatie_id" IS DISTINCT FROM (NEW."publicatie_id") OR OLD."duiding_id" IS DISTINCT FROM (NEW."duiding_id") OR OLD."voorstel" IS DISTINCT FROM (NEW."voorstel") OR OLD."besluit" IS DISTINCT FROM (NEW."besluit") OR OLD."actor" IS DISTINCT FROM (NEW."actor") OR OLD."op" IS DISTINCT FROM (NEW."op"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="38a8e224b8e82cc6ee237cfef0f500759fc33afc",
                    operation="UPDATE",
                    pgid="pgtrigger_nooit_anders_60e96",
                    table="indicators_terzijde",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="eenmalig",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."herroepen_op" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f3908506631d32921d64f38203a96a720ad2bf12",
                    operation="UPDATE",
                    pgid="pgtrigger_eenmalig_cd8f4",
                    table="indicators_terzijde",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="geschiedenis",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN \n    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)\n    VALUES (\n        TG_TABLE_NAME, COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'id', lower(TG_OP), to_jsonb(OLD), to_jsonb(NEW),\n        nullif(current_setting('doelwijzer.actor', true), '')::uuid,\n        COALESCE(current_setting('doelwijzer.rol', true), ''),\n        COALESCE(current_setting('doelwijzer.reden', true), ''),\n        clock_timestamp()\n    );\n END IF; RETURN NULL;",
                    hash="d84796ce718197f17ab04d227e2a1fb1e42343a4",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_geschiedenis_34efe",
                    table="indicators_terzijde",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="terzijde",
            trigger=pgtrigger.compiler.Trigger(
                name="niet_ongezien_leeg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
                    hash="d28fa0e0f1741d099c3d53b4cc6ce5dd86fb8333",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_niet_ongezien_leeg_6dcbd",
                    table="indicators_terzijde",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="vindplaats",
            constraint=models.UniqueConstraint(fields=("aanhaling", "lezing"), name="vindplaats_een_keer_per_lezing"),
        ),
        migrations.AddConstraint(
            model_name="vindplaats",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot_regel__gte", models.F("van_regel")), ("van_regel__gte", 1)),
                name="vindplaats_regels_in_volgorde",
            ),
        ),
        AddTrigger(
            model_name="vindplaats",
            trigger=pgtrigger.compiler.Trigger(
                name="geschiedenis",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="IF to_jsonb(OLD) IS DISTINCT FROM to_jsonb(NEW) THEN \n    INSERT INTO indicators_wijziging (tabel, rij, actie, oud, nieuw, actor, rol, reden, op)\n    VALUES (\n        TG_TABLE_NAME, COALESCE(to_jsonb(NEW), to_jsonb(OLD)) ->> 'id', lower(TG_OP), to_jsonb(OLD), to_jsonb(NEW),\n        nullif(current_setting('doelwijzer.actor', true), '')::uuid,\n        COALESCE(current_setting('doelwijzer.rol', true), ''),\n        COALESCE(current_setting('doelwijzer.reden', true), ''),\n        clock_timestamp()\n    );\n END IF; RETURN NULL;",
                    hash="b613138a0982ab383b2ea451c64928f3002f085d",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_geschiedenis_1be3d",
                    table="indicators_vindplaats",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="vindplaats",
            trigger=pgtrigger.compiler.Trigger(
                name="niet_ongezien_leeg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Rows of % never go without history', TG_TABLE_NAME;",
                    hash="c69cd2a012670d5dd2d769ae1af8cb870cad0486",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_niet_ongezien_leeg_40ddd",
                    table="indicators_vindplaats",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="vindplaats",
            trigger=pgtrigger.compiler.Trigger(
                name="nooit_weg",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="da91b4f20a5bb21378a8c01652c628dfefa62b23",
                    operation="DELETE",
                    pgid="pgtrigger_nooit_weg_6d205",
                    table="indicators_vindplaats",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunPython(met_aanhaling, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="breuk",
            name="regel",
        ),
        migrations.RemoveField(
            model_name="opvolging",
            name="regel",
        ),
    ]
