"""Each kind of document: which one it is, and its parts."""
