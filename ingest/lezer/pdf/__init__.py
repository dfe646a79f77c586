"""A PDF as lines and rows, by place on the page."""
