"""The answers each question can get."""
