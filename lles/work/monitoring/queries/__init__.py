"""What the file says for monitoring: facts for the rules, and what the pages show."""
