"""Two people settle what is open."""
