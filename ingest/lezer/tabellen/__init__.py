"""One table: label first, then exactly as many cells as the header."""
