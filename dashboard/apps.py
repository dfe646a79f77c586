from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "dashboard"

    def ready(self) -> None:
        from dashboard.draaien import checks  # noqa: F401 -- the queue that pages send tasks to; registers them
