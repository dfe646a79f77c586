"""What others may want to hear of the data."""

from django.dispatch import Signal

nieuwe_versie = Signal()
"""The data have another version, and everybody sees it."""

versie_verhoogd = Signal()
"""This process gave the data another version; once more when everybody sees it."""
