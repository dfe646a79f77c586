"""Passages that people point at, known again by their words in every lezing."""
