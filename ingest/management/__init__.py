"""What a beheerder or a controller runs by hand."""
