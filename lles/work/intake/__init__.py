"""Intake: everything that comes from the courts is kept in a ledger and becomes, or joins, a case (FPR
PD12B 22.1)."""

PLACE = 10
