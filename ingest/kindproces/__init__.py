"""A file is read in a process of its own; what it asks too much of, or crashes, is that process alone."""
