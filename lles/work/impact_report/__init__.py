"""The child impact report of the Pathfinder courts: here, what opens its task (PD36Z; PF-NOLETTER, PF-CIR-
DUE)."""

PLACE = 80
