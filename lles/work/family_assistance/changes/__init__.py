"""What changes in family assistance, by its subject."""
