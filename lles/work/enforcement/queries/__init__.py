"""What the file holds of an enforcement, read."""
