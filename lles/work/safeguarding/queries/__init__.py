"""What the file says for the rules and the documents of safeguarding."""
