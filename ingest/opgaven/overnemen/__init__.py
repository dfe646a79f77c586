"""What stands in a document that is not on the site, from a line that a person types over to the public page."""
