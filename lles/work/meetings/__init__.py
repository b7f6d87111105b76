"""Meetings: the child seen when that may be, an adult met apart to clarify safety (PD 12B; SG-NOCHILD)."""

PLACE = 40
