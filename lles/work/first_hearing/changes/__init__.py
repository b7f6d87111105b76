"""Changes of what happens at court."""
