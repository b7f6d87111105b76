"""The documents of this piece of work."""
