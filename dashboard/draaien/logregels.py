"""What is logged in productie: one JSON object a line, without names, typed values or addresses."""

import logging
import traceback
from typing import Any

from pythonjsonlogger.json import JsonFormatter

VELDEN = ("action", "object", "result", "actor")


class JsonRegels(JsonFormatter):
    """Of what code adds to a record only VELDEN; of an error its kind and place: its text may quote what was typed."""

    def add_fields(self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]) -> None:
        log_data |= {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        log_data |= {veld: getattr(record, veld) for veld in VELDEN if hasattr(record, veld)}
        if record.exc_info and record.exc_info[0]:
            log_data["error"] = record.exc_info[0].__name__
            log_data["stack"] = "".join(traceback.format_tb(record.exc_info[2]))


def instellingen(*, productie: bool) -> dict[str, Any]:
    """What is logged, for `logging.config`: in productie as JSON on stdout, else as a text on stderr."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "dashboard.draaien.logregels.JsonRegels"}, "tekst": {"format": "%(message)s"}},
        "filters": {"uitval": {"()": "dashboard.draaien.uitval.ZonderStapel"}},
        "handlers": {
            "stdout": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stdout"},
            "stderr": {"class": "logging.StreamHandler", "formatter": "tekst"},
        },
        "root": {"handlers": ["stdout" if productie else "stderr"], "level": "WARNING"},
        "loggers": {
            "dashboard": {"level": "INFO"},
            "ingest": {"level": "INFO"},
            "gunicorn.error": {"level": "INFO" if productie else "WARNING", "propagate": productie},
            "waitress.queue": {"level": "ERROR"},  # that readers wait is no news
            # Somebody else's request for another host is answered with 400, a form with an error with 422: no news.
            "django.request": {"level": "ERROR", "filters": ["uitval"]},
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            # These two quote names and addresses; celery.py and logboek.py say the same without.
            "axes": {"level": "CRITICAL"},
            "celery.app.trace": {"level": "CRITICAL"},
        },
    }
