"""What names are known, and how a new one gets in."""
