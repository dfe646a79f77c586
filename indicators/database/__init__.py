"""What the database itself guards: who owns the tables, what the site may do there, and who says that they act."""
