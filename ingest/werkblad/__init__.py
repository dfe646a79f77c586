"""Many figures at once, in Excel."""
