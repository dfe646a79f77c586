"""One figure that a person types, until it is published."""
