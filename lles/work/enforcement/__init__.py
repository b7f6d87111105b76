"""Enforcement of a child arrangements order under sections 11I to 11P of the Children Act 1989: notices,
unpaid work and compensation (ENF-*, COMP-*)."""
