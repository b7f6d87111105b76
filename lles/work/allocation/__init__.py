"""Allocation: every case is given to an officer (CA04 s.35, CJCSA s.12; JUR-DELEGATE-W, CG-ALLOC)."""

PLACE = 20
