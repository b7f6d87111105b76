"""The report to the court that somebody did not take part in an activity."""
