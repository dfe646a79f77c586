"""Keeps the site up; nothing of the domain."""
