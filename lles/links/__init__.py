"""The outside world: one file for each neighbour. Nothing here knows a case."""
