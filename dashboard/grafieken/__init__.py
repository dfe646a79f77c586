"""Series as pictures."""
