"""What is known, who printed it and where, and the questions one can ask of it."""
