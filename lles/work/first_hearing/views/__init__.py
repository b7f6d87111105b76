"""Pages of what happens at court."""
