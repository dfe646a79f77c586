"""What a beheerder runs by hand: the owner of the tables in the place of the site."""
