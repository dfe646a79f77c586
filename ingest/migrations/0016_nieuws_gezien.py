"""Until when somebody saw what happened to their figures; of who is there already until now."""

import django.db.models.functions.datetime
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0015_eigenaar_van_een_indicator")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="nieuws_gezien_op",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                default=django.utils.timezone.now,
                editable=False,
                help_text="tot wanneer deze persoon het nieuws zag",
            ),
        ),
    ]
