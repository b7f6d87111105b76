"""Monitoring orders under section 11H of the Children Act 1989: whether people do what a child arrangements
order asks of them, for a period that the court sets (MON-*)."""
