"""What the file says for family assistance: facts for the rules, and what the pages show."""
