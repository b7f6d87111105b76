"""The pages of family assistance, by their subject."""
