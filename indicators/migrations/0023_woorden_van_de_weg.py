"""How a lezing came on the site, in plain words; nothing in the database changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0022_zoeken"),
    ]

    operations = [
        migrations.AlterField(
            model_name="lezing",
            name="weg",
            field=models.CharField(
                choices=[
                    ("opdrachtregel", "zonder tweede persoon op de site gezet"),
                    ("beoordeling", "beoordeeld door een tweede persoon"),
                ],
                max_length=20,
            ),
        ),
    ]
