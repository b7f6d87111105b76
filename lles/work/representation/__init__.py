"""Representation of the child in public law: here, what says that a guardian is asked for (CA89 s.41; CG-
APPOINT)."""

PLACE = 90
