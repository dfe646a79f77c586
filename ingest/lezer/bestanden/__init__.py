"""A file of any format as numbered lines."""
