"""What came with a document ends with it: a mark that it did, and the moment that it ended.

What a controleur made before this, they made when a document was judged; the history knows who made what.
"""

from django.db import migrations, models

from indicators.migrations.begin.triggers import RemoveTrigger, weiger_anders

TABELLEN = (
    "programma",
    "doelstelling",
    "doelstellingbenaming",
    "indicator",
    "definitie",
    "bewoording",
    "breuk",
    "post",
    "postbenaming",
)
MERK = """
    UPDATE indicators_{tabel} SET uit_document = true WHERE id::text IN (
        SELECT rij FROM indicators_wijziging
        WHERE tabel = 'indicators_{tabel}' AND actie = 'insert' AND rol = 'controleur'
    )
"""


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0011_wat_mensen_lezen"),
    ]

    operations = [
        RemoveTrigger(
            model_name="bewoording",
            name="naam_zoals_gedrukt",
        ),
        RemoveTrigger(
            model_name="doelstellingbenaming",
            name="naam_zoals_gedrukt",
        ),
        RemoveTrigger(
            model_name="postbenaming",
            name="naam_zoals_gedrukt",
        ),
        migrations.RemoveConstraint(
            model_name="bewoording",
            name="definitie_een_keer_per_publicatie",
        ),
        migrations.RemoveConstraint(
            model_name="doelstellingbenaming",
            name="doelstelling_code_een_keer_per_publicatie",
        ),
        migrations.RemoveConstraint(
            model_name="doelstellingbenaming",
            name="doelstelling_een_keer_per_publicatie",
        ),
        migrations.RemoveConstraint(
            model_name="postbenaming",
            name="post_een_keer_per_publicatie",
        ),
        migrations.AddField(
            model_name="bewoording",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="bewoording",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="breuk",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="breuk",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="definitie",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="definitie",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="doelstelling",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="doelstelling",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="doelstellingbenaming",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="doelstellingbenaming",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="indicator",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="post",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="post",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="postbenaming",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="postbenaming",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AddField(
            model_name="programma",
            name="beeindigd_op",
            field=models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            model_name="programma",
            name="uit_document",
            field=models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
        migrations.AlterField(
            model_name="doelstelling",
            name="code",
            field=models.CharField(max_length=20, unique=True),
        ),
        migrations.AlterField(
            model_name="programma",
            name="code",
            field=models.CharField(max_length=20, unique=True),
        ),
        migrations.RunSQL([MERK.format(tabel=tabel) for tabel in TABELLEN], migrations.RunSQL.noop),
        weiger_anders(
            "indicators.Bewoording",
            "naam_zoals_gedrukt",
            "id",
            "uit_document",
            "definitie_id",
            "publicatie_id",
            "onder_id",
            "naam",
        ),
        weiger_anders(
            "indicators.DoelstellingBenaming",
            "naam_zoals_gedrukt",
            "id",
            "uit_document",
            "doelstelling_id",
            "publicatie_id",
            "code",
            "naam",
        ),
        weiger_anders(
            "indicators.PostBenaming",
            "naam_zoals_gedrukt",
            "id",
            "uit_document",
            "post_id",
            "publicatie_id",
            "code",
            "naam",
        ),
        migrations.AddConstraint(
            model_name="bewoording",
            constraint=models.UniqueConstraint(
                condition=models.Q(("beeindigd_op__isnull", True)),
                fields=("publicatie", "definitie"),
                name="definitie_een_keer_per_publicatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="doelstellingbenaming",
            constraint=models.UniqueConstraint(
                condition=models.Q(("beeindigd_op__isnull", True)),
                fields=("publicatie", "code"),
                name="doelstelling_code_een_keer_per_publicatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="doelstellingbenaming",
            constraint=models.UniqueConstraint(
                condition=models.Q(("beeindigd_op__isnull", True)),
                fields=("publicatie", "doelstelling"),
                name="doelstelling_een_keer_per_publicatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="postbenaming",
            constraint=models.UniqueConstraint(
                condition=models.Q(("beeindigd_op__isnull", True)),
                fields=("publicatie", "post"),
                name="post_een_keer_per_publicatie",
            ),
        ),
    ]
