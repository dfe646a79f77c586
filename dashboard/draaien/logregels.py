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
