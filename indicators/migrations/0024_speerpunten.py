"""What came of a speerpunt is read and written down too, and a document can be read for it."""

from django.db import migrations, models

WAT_ER_AL_WAS = [
    ("invloed", "wat de gemeente eraan doet of kan doen"),
    ("omgeving", "wat er verder op werkt"),
    ("referentie", "een cijfer van anderen, of een vergelijking daarmee"),
    ("eigen cijfer", "een cijfer van de gemeente dat niet in de tabel staat"),
    ("band", "wat een score betekent"),
    ("meetmoment", "wanneer er gemeten wordt"),
    ("adres", "een pagina om mee te vergelijken"),
    ("dekking", "wie nieuw beleid betaalt"),
    ("twee manieren van tellen", "twee manieren van tellen"),
    ("twee bronnen zonder uitleg", "twee bronnen zonder uitleg"),
    ("tabel tegen eigen tekst", "de tabel en de tekst verschillen"),
    ("zonder uitleg", "een verandering zonder uitleg"),
    ("aankondiging", "iets wat nog naar de raad komt"),
    ("motie", "een motie"),
    ("stand", "hoe het met een motie of aankondiging staat"),
    ("begrip", "wat een woord of afkorting betekent"),
]
SOORTEN = [*WAT_ER_AL_WAS, ("speerpunt", "wat er van een speerpunt kwam")]
VRAGEN = [
    ("indicatoren", "Wat zegt de tekst over de indicatoren?"),
    ("dekking", "Wie betaalt nieuw beleid?"),
    ("tegenspraak", "Waar verschillen tekst en tabel?"),
    ("uitleg", "Waar ontbreekt uitleg?"),
    ("raad", "Wat komt er naar de raad, en welke moties zijn er?"),
    ("speerpunten", "Wat kwam er van de speerpunten van een eerdere begroting?"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0023_woorden_van_de_weg"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="duiding", name="duiding_soort_bekend"),
        migrations.RemoveConstraint(model_name="nagelezen", name="nagelezen_vraag_bekend"),
        migrations.AlterField(
            model_name="duiding",
            name="soort",
            field=models.CharField(choices=SOORTEN, max_length=40),
        ),
        migrations.AlterField(
            model_name="nagelezen",
            name="vraag",
            field=models.CharField(choices=VRAGEN, max_length=20),
        ),
        migrations.AddConstraint(
            model_name="duiding",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort__in", [soort for soort, _ in SOORTEN])), name="duiding_soort_bekend"
            ),
        ),
        migrations.AddConstraint(
            model_name="nagelezen",
            constraint=models.CheckConstraint(
                condition=models.Q(("vraag__in", [vraag for vraag, _ in VRAGEN])), name="nagelezen_vraag_bekend"
            ),
        ),
    ]
