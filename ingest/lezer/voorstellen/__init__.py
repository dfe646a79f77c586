"""Passages that a person may want to read, and what they seem to say."""
