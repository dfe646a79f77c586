"""What it costs, beside each other in every edition."""
