"""A workbook of their own, from cells to rows of our sheet."""
