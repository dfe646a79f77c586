"""What the money says: net cost, its line over the years, how one year went, and the verdict on it."""
