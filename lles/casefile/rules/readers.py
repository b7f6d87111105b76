"""How documents name their readers: the court, a party by role and number, a child by number."""

CHILD = "child-"  # and the number of the child in the case, in the order in which they came
