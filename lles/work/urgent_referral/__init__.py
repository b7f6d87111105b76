"""Danger now: a child or an adult is in danger, and the police or children's services are told at once, by
telephone and in writing (SG-URGENT, RA-SAFEGUARD). Whoever sees it does it; it never waits for a letter."""

PLACE = 50
