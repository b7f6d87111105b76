"""Danger is recorded, told, written, sent and answered: the changes of this piece of work."""
