"""The settings of a site in production, as the tests give them."""

PRODUCTIE = {
    "DOELWIJZER_OMGEVING": "productie",
    "DOELWIJZER_SECRET_KEY": "".join(chr(65 + i % 50) for i in range(60)),
    "DOELWIJZER_HOSTS": "doelwijzer.example",
    "DATABASE_URL": "postgres://db.example/doelwijzer",
    "DOELWIJZER_UITGEVER": "Griffie",
    "DOELWIJZER_CONTACT": "griffie@doelwijzer.example",
}


VEILIG = PRODUCTIE | {
    "DOELWIJZER_ADRES": "https://doelwijzer.example",
    "DOELWIJZER_SMTP_URL": "smtp://naam:wachtwoord@mail.example",
}
