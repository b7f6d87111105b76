"""The pages of enforcement, by their subject."""
