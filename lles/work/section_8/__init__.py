"""What orders under section 8 of the Children Act 1989 hang on: a child in care, foster parents, what an
order says, whom it binds, and its warning notice (S8-*)."""

PLACE = 93
