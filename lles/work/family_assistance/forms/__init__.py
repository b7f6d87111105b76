"""What is typed about family assistance, by its subject."""
