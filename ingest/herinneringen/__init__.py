"""Who is mailed what, once."""
