"""What stands in front of the site: nginx, and what the site believes of it."""
