"""Closing a case: when the service's involvement ends, who is told, what is left undone and why; and opening
it again (DIR-RECORD, CLO-*)."""

PLACE = 110
