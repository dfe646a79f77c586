"""That one indicator came in the place of another may be said by a document, and ends with it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0013_post_heeft_een_rol")]

    operations = [
        migrations.AddField(
            "opvolging",
            "beeindigd_op",
            models.DateTimeField(editable=False, null=True, verbose_name="beëindigd op"),
        ),
        migrations.AddField(
            "opvolging",
            "uit_document",
            models.BooleanField(
                db_default=False, default=False, editable=False, help_text="gemaakt bij het beoordelen van een document"
            ),
        ),
    ]
