"""Tables that say themselves what their rows and columns are, of any gemeente: read by their header, or refused."""
