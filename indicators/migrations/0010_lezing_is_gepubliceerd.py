"""A lezing comes into being when it is published: the state before that was never used.

Of two of one file only one was published, as of every two of one publicatie, so one constraint says enough.
"""

from django.db import migrations, models

from indicators.migrations.begin.triggers import RemoveTrigger, vooruit


class Migration(migrations.Migration):
    dependencies = [("indicators", "0001_squashed_0009_wat_bekend_is")]

    operations = [
        RemoveTrigger("lezing", "staat_vooruit"),
        migrations.RemoveConstraint("lezing", "lezing_een_keer"),
        migrations.AlterField(
            "lezing",
            "staat",
            models.CharField(
                choices=[
                    ("gepubliceerd", "Gepubliceerd"),
                    ("vervangen", "Vervangen"),
                    ("ingetrokken", "Ingetrokken"),
                ],
                max_length=20,
            ),
        ),
        vooruit("indicators.Lezing", "gepubliceerd:vervangen", "gepubliceerd:ingetrokken"),
    ]
