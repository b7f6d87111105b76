"""The forms of enforcement, by their subject."""
