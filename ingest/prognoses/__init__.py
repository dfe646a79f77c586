"""What is expected of a figure that is not there yet: entered, agreed to, and shown or not."""
