"""A controleur sends a reminder by hand; what may be lost of it is made anew for the year that was asked about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0016_nieuws_gezien")]

    operations = [
        migrations.AddField(
            model_name="herinnering",
            name="jaar",
            field=models.PositiveSmallIntegerField(
                help_text="van een controleur: over welk jaar zij vraagt", null=True
            ),
        ),
        migrations.AlterField(
            model_name="herinnering",
            name="soort",
            field=models.CharField(
                choices=[
                    ("termijn", "cijfers gevraagd"),
                    ("te laat", "cijfers te laat"),
                    ("van controleur", "herinnering van een controleur"),
                    ("weekoverzicht", "Weekoverzicht"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="herinnering",
            name="voor",
            field=models.DateField(
                help_text="de termijn, de dag waarop een controleur haar stuurde, of de maandag van het weekoverzicht"
            ),
        ),
        migrations.AddConstraint(
            model_name="herinnering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("jaar__isnull", False), ("soort", "van controleur")),
                    models.Q(models.Q(("soort", "van controleur"), _negated=True), ("jaar__isnull", True)),
                    _connector="OR",
                ),
                name="herinnering_van_controleur_noemt_haar_jaar",
            ),
        ),
    ]
