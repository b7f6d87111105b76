"""At court: hearings, what the court orders there, and each direction as dated work (PD 12B; FH-*, DIR-*)."""

PLACE = 45
