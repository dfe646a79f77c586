"""Where things are that the tests read."""

from pathlib import Path

PROJECT = Path(__file__).parents[2]
EDITIES = PROJECT / "ingest" / "edities"
VERWACHT = PROJECT / "tests" / "ingest" / "verwacht"
"""Every table cell of both editions, typed by hand."""
