"""The changes of activities, by their subject."""
