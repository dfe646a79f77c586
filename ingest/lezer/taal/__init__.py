"""Dutch numbers, periods and sentences."""
