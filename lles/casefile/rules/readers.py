"""How documents name their readers: the court, a party by role and number, a child by number, and
who gives a programme that the court ordered."""

CHILD = "child-"  # and the number of the child in the case, in the order in which they came
PROVIDER = "provider"  # of a programme: somebody outside the case, who may know no protected detail at all
