"""The PostgreSQL that comes with the site, for who has none."""
