"""The reader of programmabegrotingen: bytes in, draft and findings out. No Django, no database."""
