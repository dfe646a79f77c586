"""The only way in, all or nothing."""
