"""What the file says for closing."""
