"""What would be published now: read, answered, matched, checked."""
