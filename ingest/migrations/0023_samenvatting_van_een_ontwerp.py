"""What the page of a document says of its draft is kept beside it: the page then opens without making the draft."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ingest", "0022_sporen_van_accounts")]

    operations = [
        migrations.AddField(
            "aanlevering",
            "samenvatting",
            models.JSONField(default=dict, help_text="wat de pagina van het ontwerp zegt, en in welke stand"),
        ),
    ]
