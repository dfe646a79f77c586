from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "dashboard"

    def ready(self) -> None:
        from dashboard import celery  # noqa: F401 -- the queue that pages send tasks to
        from dashboard.draaien import benodigd, checks  # noqa: F401 -- both register what they do
