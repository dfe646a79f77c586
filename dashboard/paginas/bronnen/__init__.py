"""The sources: which there are, their lines, and how a line is quoted."""
