"""What the beheerder sets and sees."""
