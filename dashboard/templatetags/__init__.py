"""The words of this site that templates use."""
