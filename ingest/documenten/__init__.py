"""A file on its way to the site."""
