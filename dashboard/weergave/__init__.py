"""How numbers, sources and tables are written."""
