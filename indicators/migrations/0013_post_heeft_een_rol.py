"""A post says what it is in its table, so that no page goes by the name that a document gave it.

The names below are those that the reader knew until now. What a Saldo or Resultaat is, its own document says: after
reserves where that prints reserves too, and unsaid where it does not.

Doelstellingen come by programma: with more of them on the site the first of each stood together.
"""

from django.db import migrations, models
from django.db.models import CheckConstraint, Q

VUL_IN = """
    UPDATE indicators_post AS post SET rol = CASE
        WHEN tabel = 'doelstelling' THEN 'doelstelling'
        WHEN tabel = 'uitsplitsing' AND lower(naam) IN ('totaal', 'saldo') THEN lower(naam)
        WHEN tabel = 'uitsplitsing' THEN 'product'
        WHEN tabel IN ('nieuw-beleid', 'bezuinigingen') AND lower(naam) = 'saldo' THEN 'saldo'
        WHEN tabel <> 'programma' THEN 'beleid'
        WHEN lower(naam) IN ('lasten', 'baten', 'toevoegingen', 'onttrekkingen', 'mutaties reserves') THEN lower(naam)
        WHEN lower(naam) LIKE 'gerealiseerd saldo%' THEN 'saldo voor reserves'
        WHEN EXISTS (
            SELECT FROM indicators_postbenaming AS eigen
                JOIN indicators_postbenaming AS ander ON ander.publicatie_id = eigen.publicatie_id
                JOIN indicators_post AS reserve ON reserve.id = ander.post_id
            WHERE eigen.post_id = post.id AND reserve.programma_id = post.programma_id
                AND reserve.tabel = 'programma'
                AND lower(reserve.naam) IN ('toevoegingen', 'onttrekkingen', 'mutaties reserves')
        ) THEN 'saldo na reserves'
        ELSE 'saldo' END
"""


class Migration(migrations.Migration):
    dependencies = [("indicators", "0012_wat_eindigt")]

    operations = [
        migrations.AlterModelOptions(
            "doelstelling", {"ordering": ["programma__code", "volgorde"], "verbose_name_plural": "doelstellingen"}
        ),
        migrations.AlterModelOptions(
            "indicator", {"ordering": ["doelstelling", "volgorde"], "verbose_name_plural": "indicatoren"}
        ),
        migrations.AddField(
            "post",
            "rol",
            models.CharField(
                choices=[
                    ("lasten", "lasten"),
                    ("baten", "baten"),
                    ("saldo", "saldo"),
                    ("saldo voor reserves", "saldo voor reserves"),
                    ("saldo na reserves", "saldo na reserves"),
                    ("toevoegingen", "toevoegingen aan reserves"),
                    ("onttrekkingen", "onttrekkingen aan reserves"),
                    ("mutaties reserves", "toevoegingen en onttrekkingen samen"),
                    ("doelstelling", "doelstelling"),
                    ("product", "product: een post van de uitsplitsing"),
                    ("totaal", "totaal"),
                    ("beleid", "regel van het beleid"),
                ],
                default="",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(VUL_IN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "post",
            CheckConstraint(
                condition=Q(tabel="doelstelling", rol__in=["doelstelling"])
                | Q(
                    tabel="programma",
                    rol__in=[
                        "lasten",
                        "baten",
                        "saldo",
                        "saldo voor reserves",
                        "saldo na reserves",
                        "toevoegingen",
                        "onttrekkingen",
                        "mutaties reserves",
                    ],
                )
                | Q(tabel="uitsplitsing", rol__in=["product", "totaal", "saldo"])
                | Q(tabel="nieuw-beleid", rol__in=["beleid", "saldo"])
                | Q(tabel="bezuinigingen", rol__in=["beleid", "saldo"])
                | Q(tabel="maatregelen", rol__in=["beleid"]),
                name="post_tabel_kent_rol",
                violation_error_message="Deze rol komt in deze tabel niet voor. Kies een andere.",
            ),
        ),
    ]
