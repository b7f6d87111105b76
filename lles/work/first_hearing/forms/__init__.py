"""Forms of what happens at court."""
