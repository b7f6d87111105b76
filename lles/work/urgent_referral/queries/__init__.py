"""What is known of a danger and of whom it was referred to, for pages, documents and rules."""
