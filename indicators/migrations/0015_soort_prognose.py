"""A figure may also be a prognose: what the municipality expects of a year that is not over or not measured yet."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0014_opvolging_eindigt")]

    operations = [
        migrations.AlterField(
            "vermelding",
            "soort",
            models.CharField(
                choices=[("realisatie", "Realisatie"), ("begroting", "Begroting"), ("prognose", "Prognose")],
                max_length=20,
            ),
        ),
        migrations.RemoveConstraint("vermelding", "vermelding_soort_bekend"),
        migrations.AddConstraint(
            "vermelding",
            models.CheckConstraint(
                condition=models.Q(("soort__in", ["realisatie", "begroting", "prognose"])),
                name="vermelding_soort_bekend",
            ),
        ),
    ]
