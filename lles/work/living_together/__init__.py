"""Parents who live together: what that does to the orders of the case."""

PLACE = 95
