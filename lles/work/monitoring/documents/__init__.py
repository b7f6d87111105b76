"""What is made here."""
