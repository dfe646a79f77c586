"""What people read in the documents is in the tables, and a passage is known by its words, not by its line."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from indicators.migrations.begin.triggers import (
    RemoveTrigger,
    ligt_vast,
    ligt_vast_behalve,
    met_geschiedenis,
    vooruit,
    weiger,
    weiger_anders,
)


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
        weiger_anders(
            "indicators.Lezing",
            "nooit_anders",
            "id",
            "publicatie_id",
            "bestandsnaam",
            "checksum",
            "druk",
            "lezer_versie",
            "structuur_versie",
            "uitvoer",
            "weg",
            "gepubliceerd_door",
            "gelezen_op",
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
        *ligt_vast("indicators.Aanhaling"),
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
        *ligt_vast("indicators.Afdruk"),
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
        *met_geschiedenis("indicators.Duiding"),
        weiger("indicators.Duiding", "nooit_weg", "DELETE"),
        weiger_anders(
            "indicators.Duiding",
            "zegt_altijd_hetzelfde",
            "id",
            "sleutel",
            "soort",
            "wat",
            "zin",
            "gedrukt",
            "wanneer",
            "uiterlijk",
            "wie",
            "vanaf",
            "tot_en_met",
            "nummer",
            "in_tabel",
            "adres",
            "bron",
            "op",
            "stand",
            "indicator_id",
            "post_id",
            "over_id",
            "volgt_op_id",
            "volgorde",
            "weg",
            "vervangt_id",
            "gelezen_door",
            "gelezen_op",
        ),
        vooruit(
            "indicators.Duiding",
            "voorgelegd:gepubliceerd",
            "voorgelegd:teruggegeven",
            "voorgelegd:ingetrokken",
            "teruggegeven:ingetrokken",
            "teruggegeven:vervangen",
            "gepubliceerd:vervangen",
            "gepubliceerd:ingetrokken",
        ),
        migrations.AddConstraint(
            model_name="aangehaald",
            constraint=models.UniqueConstraint(fields=("duiding", "volgorde"), name="aangehaald_op_volgorde"),
        ),
        *ligt_vast("indicators.Aangehaald"),
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
        *ligt_vast_behalve(
            "indicators.Nagelezen",
            "ingetrokken_op",
            "id",
            "lezing_id",
            "programma_id",
            "vraag",
            "afdrukken",
            "actor",
            "op",
        ),
        *met_geschiedenis("indicators.Nagelezen"),
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
        *ligt_vast_behalve(
            "indicators.Terzijde",
            "herroepen_op",
            "id",
            "publicatie_id",
            "duiding_id",
            "voorstel",
            "besluit",
            "actor",
            "op",
        ),
        *met_geschiedenis("indicators.Terzijde"),
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
        *met_geschiedenis("indicators.Vindplaats"),
        weiger("indicators.Vindplaats", "nooit_weg", "DELETE"),
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
