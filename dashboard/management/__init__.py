"""What a beheerder runs by hand."""
