from django.apps import AppConfig


class IngestConfig(AppConfig):
    name = "ingest"
    verbose_name = "Accounts"

    def ready(self) -> None:
        from ingest.accounts import aanmeldingen  # noqa: F401  it listens to who signs in
