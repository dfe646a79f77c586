"""Figures that a reader chooses, laid beside each other."""
