"""Safeguarding before the first hearing: checks, conversations, and the letter to the court (FPR PD12B 13;
CA04 s.35)."""

PLACE = 60
