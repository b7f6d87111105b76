"""What the file says of what happens at court."""
