"""How far a year is, whose each figure is, and who is asked once more."""
