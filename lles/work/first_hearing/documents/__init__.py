"""The documents of what happens at court."""
