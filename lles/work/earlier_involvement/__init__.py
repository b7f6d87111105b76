"""Known before: who of a case stands in another, found in the register, decided by a person (SG-KNOWN); who
may not apply without leave of the court (CA89 s.91(14))."""

PLACE = 100
