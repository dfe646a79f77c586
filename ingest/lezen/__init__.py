"""What a person reads in a document, from the line to the page."""
