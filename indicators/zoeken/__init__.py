"""From the words of a reader to what has them."""
