"""Handed in, kept, read in a process of its own."""
