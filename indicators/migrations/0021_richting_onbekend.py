"""A direction that nobody gave: a proposal may leave it open, so that no page says what nobody read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0020_verschillen"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="definitie",
            name="definitie_richting_bekend",
        ),
        migrations.AlterField(
            model_name="definitie",
            name="richting",
            field=models.CharField(
                choices=[
                    ("hoger", "hoger is beter"),
                    ("lager", "lager is beter"),
                    ("geen", "hoger is niet beter of slechter"),
                    ("onbekend", "of hoger beter is, is niet gezegd"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="definitie",
            constraint=models.CheckConstraint(
                condition=models.Q(("richting__in", ["hoger", "lager", "geen", "onbekend"])),
                name="definitie_richting_bekend",
            ),
        ),
    ]
