"""A report of monitoring: two whole templates filled from the same facts."""
