"""The changes of enforcement, by their subject."""
