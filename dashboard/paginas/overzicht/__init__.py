"""The programma at a glance."""
