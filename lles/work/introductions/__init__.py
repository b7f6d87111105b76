"""Introductory letters: before the first call each adult is told who we are, what happens next, and what we
do with what is said (SG-WELCOME, CYM-ASK). Whoever takes in or works on the case sends them."""

PLACE = 30
