"""The pages of activities, by their subject."""
